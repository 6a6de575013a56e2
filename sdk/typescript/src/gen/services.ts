// Generated from the contract. DO NOT EDIT.
import { createClient, type Transport } from "@connectrpc/connect";

import * as v1 from "./v1.js";

/** What the clients of services stand on. */
class Connection {
  /** @internal */
  constructor(
    /** The transport below the services, for generated clients that are made elsewhere. */
    readonly transport: Transport,
  ) {}
}

/** The generated clients of all services over one transport. */
export class Services extends Connection {
  /** Serves those who run the server. */
  readonly admin = createClient(v1.AdminService, this.transport);
  /** Keeps clusters, node pools and nodes. */
  readonly cluster = createClient(v1.ClusterService, this.transport);
  /** Traces packets through the model of the network. */
  readonly flow = createClient(v1.FlowService, this.transport);
  /** Hands out addresses of pods and takes them back, and answers who has which. */
  readonly ipam = createClient(v1.IpamService, this.transport);
  /** Keeps virtual networks and their subnets. */
  readonly network = createClient(v1.NetworkService, this.transport);
  /** Proves the Kubernetes network model for a cluster, or shows a packet that breaks it. */
  readonly proof = createClient(v1.ProofService, this.transport);
  /** Keeps route tables and answers which route a packet takes. */
  readonly route = createClient(v1.RouteService, this.transport);
  /** Keeps what filters packets: the network security groups of a virtual network, and the NetworkPolicies of a cluster with the namespaces that they select by. */
  readonly security = createClient(v1.SecurityService, this.transport);
  /** Keeps the Kubernetes Services of a cluster. */
  readonly workload = createClient(v1.WorkloadService, this.transport);
}

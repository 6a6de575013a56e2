/**
 * A connection and the calls over it, the same in Node.js and in browsers.
 */
import type { DescMessage, DescMethodUnary, MessageInitShape } from "@bufbuild/protobuf";
import { type CallOptions, type Client as ServiceClient, Code, createClient, type Transport } from "@connectrpc/connect";

import { AdminService } from "../gen/podnet/v1/admin_pb.js";
import { ClusterService } from "../gen/podnet/v1/cluster_pb.js";
import { FlowService } from "../gen/podnet/v1/flow_pb.js";
import { type AllocateAddressRequestSchema, IpamService } from "../gen/podnet/v1/ipam_pb.js";
import { NetworkService } from "../gen/podnet/v1/network_pb.js";
import { ProofService } from "../gen/podnet/v1/proof_pb.js";
import { RouteService } from "../gen/podnet/v1/route_pb.js";
import { SecurityService } from "../gen/podnet/v1/security_pb.js";
import { WorkloadService } from "../gen/podnet/v1/workload_pb.js";
import { callTransport } from "./call.js";
import { localError } from "./error.js";
import { AllocationGuard } from "./guard.js";
import type { Options } from "./options.js";
import { Pages } from "./page.js";
import { type Answer, type Operation, stream } from "./stream.js";
import { watch, type WatchItem, type WatchOptions } from "./watch.js";

/** A client of one server: the generated service clients, each with deadlines, retries, request ids and typed errors. */
export class Client implements Disposable {
  /** Server information, export, import, checks. */
  readonly admin: ServiceClient<typeof AdminService>;
  /** Clusters, node pools, nodes. */
  readonly cluster: ServiceClient<typeof ClusterService>;
  /** Traces of flows. */
  readonly flow: ServiceClient<typeof FlowService>;
  /** Addresses: allocations, reservations, pools, history. */
  readonly ipam: ServiceClient<typeof IpamService>;
  /** Virtual networks and subnets. */
  readonly network: ServiceClient<typeof NetworkService>;
  /** Proof of the network model, and what-if. */
  readonly proof: ServiceClient<typeof ProofService>;
  /** Route tables, routes, look-ups. */
  readonly route: ServiceClient<typeof RouteService>;
  /** Network security groups, namespaces, network policies. */
  readonly security: ServiceClient<typeof SecurityService>;
  /** Kubernetes Services. */
  readonly workload: ServiceClient<typeof WorkloadService>;
  /** The transport below them, for generated clients that are made elsewhere. */
  readonly transport: Transport;

  /** @internal */
  constructor(
    inner: Transport,
    private readonly target: string,
    options: Options,
    private readonly end: () => void,
  ) {
    this.transport = callTransport(inner, target, options);
    this.admin = createClient(AdminService, this.transport);
    this.cluster = createClient(ClusterService, this.transport);
    this.flow = createClient(FlowService, this.transport);
    this.ipam = createClient(IpamService, this.transport);
    this.network = createClient(NetworkService, this.transport);
    this.proof = createClient(ProofService, this.transport);
    this.route = createClient(RouteService, this.transport);
    this.security = createClient(SecurityService, this.transport);
    this.workload = createClient(WorkloadService, this.transport);
  }

  /** All items of a list: `for await (const node of client.list(ClusterService.method.listNodes, { parent }))`. */
  list<I extends DescMessage, O extends DescMessage>(
    method: DescMethodUnary<I, O>,
    request: MessageInitShape<I>,
    options?: CallOptions,
  ): Pages<I, O> {
    return new Pages(this.transport, method, request, options);
  }

  /**
   * Watches. Lost connections are made again and resumed; a position that is gone is said by a `resync`. Only errors that
   * stay are thrown.
   */
  watch(options: WatchOptions = {}): AsyncGenerator<WatchItem, void, undefined> {
    return watch(this.transport, this.target, options);
  }

  /**
   * Runs many operations over one stream, and yields their answers as they are done; the n-th operation, from 1, has
   * `correlationId` n. What was not answered when a connection broke is sent again, unchanged. Not over gRPC-Web.
   */
  stream(
    operations: Iterable<Operation> | AsyncIterable<Operation>,
    options: { readonly signal?: AbortSignal | undefined } = {},
  ): AsyncGenerator<Answer, void, undefined> {
    return stream(this.transport, this.target, operations, options.signal);
  }

  /** Allocates addresses that are released with the guard. */
  async hold(
    request: MessageInitShape<typeof AllocateAddressRequestSchema>,
    options?: CallOptions,
  ): Promise<AllocationGuard> {
    const { allocation } = await this.ipam.allocateAddress(request, options);
    if (allocation === undefined) {
      throw localError(Code.Internal, "the answer has no allocation");
    }
    return new AllocationGuard(this, allocation);
  }

  /** Allocates, runs `work`, and releases, also after an error of `work`, unless the guard was told to keep. */
  async withAllocation<T>(
    request: MessageInitShape<typeof AllocateAddressRequestSchema>,
    work: (held: AllocationGuard) => T | Promise<T>,
    options?: CallOptions,
  ): Promise<T> {
    await using held = await this.hold(request, options);
    return await work(held);
  }

  /** Closes the connection; open calls end with CANCELLED. */
  close(): void {
    this.end();
  }

  /** Closes the connection. */
  [Symbol.dispose](): void {
    this.close();
  }
}

/**
 * Allocates the addresses of one pod interface, shows what the pod gets, and gives them back.
 *
 * Usage: allocate.js [CLUSTER]. The server is that of PODNET_ADDR.
 */
import { randomUUID } from "node:crypto";

import { connect, PoolExhausted } from "@podnet/client";
import { ClusterService, NodeState } from "@podnet/client/v1";

const [parent = "clusters/aks-kubenet-demo"] = process.argv.slice(2);

using client = connect();
for await (const node of client.list(ClusterService.method.listNodes, { parent })) {
  if (node.state !== NodeState.READY) {
    continue;
  }
  // CNI: the id of an attachment is the container's id and the interface's name.
  const containerId = randomUUID();
  const owner = { namespace: "shop", pod: "example-0", podUid: randomUUID(), containerId, interfaceName: "eth0" };
  try {
    const request = { parent, allocationId: `${containerId}-eth0`, node: node.name, owner };
    await client.withAllocation(request, ({ allocation }) => {
      for (const { address, prefixLength, gateway } of allocation.addresses) {
        console.log(`${owner.namespace}/${owner.pod} on ${node.name}: ${address}/${prefixLength.toString()} via ${gateway}`);
      }
    });
    console.log("released");
    break;
  } catch (error) {
    if (!(error instanceof PoolExhausted)) {
      throw error;
    }
    console.log(`${node.name} is full: ${String(error.metadata.allocated)} of ${String(error.metadata.capacity)} addresses`);
  }
}

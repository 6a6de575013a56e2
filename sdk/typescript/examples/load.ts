/**
 * Allocates many addresses in batches and releases them again, and says how fast that was.
 *
 * Usage: load.js [ADDRESSES [CLUSTER]]. Batches are the fast path of this client: see its README.
 */
import { randomUUID } from "node:crypto";

import { connect, PodnetError } from "@podnet/client";
import { ClusterService } from "@podnet/client/v1";

const BATCH = 256;
const [addresses = "500", parent = "clusters/aks-kubenet-demo"] = process.argv.slice(2);
const count = Number(addresses);

using client = connect();
const nodes: string[] = [];
for await (const { name } of client.list(ClusterService.method.listNodes, { parent })) {
  nodes.push(name);
}
const run = randomUUID().slice(0, 8);
const held: string[] = [];
const began = performance.now();
try {
  for (let first = 0; first < count; first += BATCH) {
    const numbers = Array.from({ length: Math.min(BATCH, count - first) }, (_, index) => first + index);
    const requests = numbers.map((number) => ({
      allocationId: `load-${run}-${number.toString()}`,
      node: nodes[number % nodes.length] ?? "",
    }));
    const { responses } = await client.ipam.batchAllocateAddresses({ parent, requests });
    held.push(...responses.map(({ allocation }) => allocation?.name ?? ""));
  }
} catch (error) {
  if (!(error instanceof PodnetError)) {
    throw error;
  }
  // A batch is all or nothing; the error says which of its items did not fit.
  console.log(`stopped after ${held.length.toString()}: ${error.message}`);
}
const seconds = (performance.now() - began) / 1000;
console.log(`${held.length.toString()} addresses in ${seconds.toFixed(3)} s: ${(held.length / seconds).toFixed(0)}/s`);
for (let first = 0; first < held.length; first += BATCH) {
  const requests = held.slice(first, first + BATCH).map((name) => ({ name }));
  await client.ipam.batchReleaseAddresses({ parent, requests });
}
console.log(`released ${held.length.toString()}`);

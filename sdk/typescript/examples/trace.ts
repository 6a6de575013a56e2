/**
 * Traces a packet from a pod to an address, both ways.
 *
 * Usage: trace.js [CLUSTER NAMESPACE/POD ADDRESS PORT].
 */
import { connect } from "@podnet/client";
import { Protocol, StepKind, Verdict } from "@podnet/client/v1";

const [parent = "clusters/aks-kubenet-demo", path = "shop/web-5f6d8c9b77-4xk9d", address = "198.51.100.90", port = "443"] =
  process.argv.slice(2);
const [namespace = "", pod = ""] = path.split("/");

using client = connect();
const { result } = await client.flow.traceFlow({
  parent,
  flow: {
    source: { endpoint: { case: "pod", value: { cluster: parent, namespace, pod } } },
    destination: { endpoint: { case: "address", value: address } },
    protocol: Protocol.TCP,
    destinationPort: Number(port),
  },
});
if (result !== undefined) {
  console.log(Verdict[result.verdict]);
  for (const [way, traces] of [["forward", result.forwardTraces], ["return", result.returnTraces]] as const) {
    for (const { weight, steps } of traces) {
      console.log(`${way} (weight ${weight.toString()})`);
      for (const [index, { kind, description }] of steps.entries()) {
        console.log(`${String(index + 1).padStart(3)} ${StepKind[kind].padEnd(20)} ${description}`);
      }
    }
  }
}

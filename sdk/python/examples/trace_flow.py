"""Traces a packet from a pod to an address, both ways.

Usage: trace_flow.py [CLUSTER NAMESPACE/POD ADDRESS PORT].
"""

import sys

import podnet
from podnet import v1 as pb

given = sys.argv[1:] or ["clusters/aks-kubenet-demo", "shop/web-5f6d8c9b77-4xk9d", "198.51.100.90", "443"]
cluster, pod, address, port = given
namespace, _, name = pod.partition("/")

with podnet.Client() as client:
    flow = pb.Flow(
        source=pb.FlowEndpoint(pod=pb.PodReference(cluster=cluster, namespace=namespace, pod=name)),
        destination=pb.FlowEndpoint(address=address),
        protocol=pb.PROTOCOL_TCP,
        destination_port=int(port),
    )
    result = client.flow.trace_flow(parent=cluster, flow=flow).result
    print(pb.Verdict.Name(result.verdict).removeprefix("VERDICT_"))
    for way, traces in (("forward", result.forward_traces), ("return", result.return_traces)):
        for trace in traces:
            print(f"{way} (weight {trace.weight:g})")
            for number, step in enumerate(trace.steps, start=1):
                print(f"{number:3} {pb.StepKind.Name(step.kind).removeprefix('STEP_KIND_'):20} {step.description}")

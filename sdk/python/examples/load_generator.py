"""Allocates many addresses in batches and releases them again, and says how fast that was.

Usage: load_generator.py [ADDRESSES [CLUSTER]]. Batches are the fast path of this client: see its README.
"""

import itertools
import sys
import time
import uuid

import podnet
from podnet import v1 as pb

BATCH = 256
count = int(sys.argv[1]) if len(sys.argv) > 1 else 500
cluster = sys.argv[2] if len(sys.argv) > 2 else "clusters/aks-kubenet-demo"

with podnet.Client() as client:
    nodes = [node.name for node in client.cluster.list_nodes(parent=cluster)]
    run = uuid.uuid4().hex[:8]
    requests = [
        pb.AllocateAddressRequest(allocation_id=f"load-{run}-{number}", node=node)
        for number, node in zip(range(count), itertools.cycle(nodes))
    ]
    held: list[str] = []
    began = time.perf_counter()
    try:
        for first in range(0, count, BATCH):
            some = requests[first : first + BATCH]
            answer = client.ipam.batch_allocate_addresses(parent=cluster, requests=some)
            held += [one.allocation.name for one in answer.responses]
    except podnet.PodnetError as error:
        # A batch is all or nothing; the error says which of its items did not fit.
        print(f"stopped after {len(held)}: {error}")
    seconds = time.perf_counter() - began
    print(f"{len(held)} addresses in {seconds:.3f} s: {len(held) / seconds:,.0f}/s")
    for first in range(0, len(held), BATCH):
        releases = [pb.ReleaseAddressRequest(name=name) for name in held[first : first + BATCH]]
        client.ipam.batch_release_addresses(parent=cluster, requests=releases)
    print(f"released {len(held)}")

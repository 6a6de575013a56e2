"""Allocates the addresses of one pod interface, shows what the pod gets, and gives them back.

Usage: allocate_for_pod.py [CLUSTER]. The server is that of PODNET_ADDR.
"""

import sys
import uuid

import podnet
from podnet import v1 as pb

cluster = sys.argv[1] if len(sys.argv) > 1 else "clusters/aks-kubenet-demo"
sandbox = uuid.uuid4().hex

with podnet.Client() as client:
    node = next(node for node in client.cluster.list_nodes(parent=cluster) if node.state == pb.NODE_STATE_READY)
    # CNI: the id of an attachment is the container's id and the interface's name.
    attachment = f"{sandbox}-eth0"
    pod = pb.Owner(namespace="shop", pod="example-0", pod_uid=str(uuid.uuid4()), container_id=sandbox)
    try:
        answer = client.ipam.allocate_address(parent=cluster, allocation_id=attachment, node=node.name, owner=pod)
    except podnet.PoolExhausted as error:
        sys.exit(f"{node.name} is full: {error.metadata['allocated']} of {error.metadata['capacity']} addresses")
    for given in answer.allocation.addresses:
        print(f"{pod.namespace}/{pod.pod} on {node.name}: {given.address}/{given.prefix_length} via {given.gateway}")
    released = client.ipam.release_address(name=answer.allocation.name, etag=answer.allocation.meta.etag)
    print("released:", released.released)

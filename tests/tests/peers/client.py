"""Uses podnet as a Python program would, with code generated from the contract and nothing else.

Usage: client.py ADDRESS:PORT. Fails with a traceback, or prints how many steps passed.
"""

import sys

import grpc
from google.protobuf import duration_pb2
from google.rpc import error_details_pb2
from grpc_status import rpc_status
from podnet.v1 import (
    cluster_pb2,
    cluster_pb2_grpc,
    error_reason_pb2,
    ipam_pb2,
    ipam_pb2_grpc,
    network_pb2,
    network_pb2_grpc,
    watch_pb2,
    watch_pb2_grpc,
)

# Every call; it only ends calls that hang.
DEADLINE_SECONDS = 30
NODE = "clusters/prod/nodes/n1"


def build(channel):
    """A network, a subnet, a kubenet cluster with blocks of 13 pod addresses, a pool and a node."""
    networks = network_pb2_grpc.NetworkServiceStub(channel)
    clusters = cluster_pb2_grpc.ClusterServiceStub(channel)
    created = networks.CreateNetwork(
        network_pb2.CreateNetworkRequest(
            network_id="hub", network=network_pb2.Network(address_prefixes=["10.240.0.0/16"])
        ),
        timeout=DEADLINE_SECONDS,
    )
    assert created.network.name == "networks/hub", created
    networks.CreateSubnet(
        network_pb2.CreateSubnetRequest(
            parent="networks/hub",
            subnet_id="nodes",
            subnet=network_pb2.Subnet(address_prefixes=["10.240.0.0/16"]),
        ),
        timeout=DEADLINE_SECONDS,
    )
    clusters.CreateCluster(
        cluster_pb2.CreateClusterRequest(
            cluster_id="prod",
            cluster=cluster_pb2.Cluster(
                network="networks/hub",
                network_mode=cluster_pb2.NETWORK_MODE_KUBENET,
                node_prefix_length_ipv4=28,
                # Long enough that no address comes back while this script runs.
                cooldown=duration_pb2.Duration(seconds=3600),
            ),
        ),
        timeout=DEADLINE_SECONDS,
    )
    clusters.CreateNodePool(
        cluster_pb2.CreateNodePoolRequest(
            parent="clusters/prod",
            node_pool_id="np1",
            node_pool=cluster_pb2.NodePool(subnet="networks/hub/subnets/nodes", max_pods=10),
        ),
        timeout=DEADLINE_SECONDS,
    )
    node = clusters.CreateNode(
        cluster_pb2.CreateNodeRequest(
            parent="clusters/prod",
            node_id="n1",
            node=cluster_pb2.Node(node_pool="clusters/prod/nodePools/np1"),
        ),
        timeout=DEADLINE_SECONDS,
    ).node
    assert list(node.pod_prefixes) == ["10.244.0.0/28"], node
    assert node.max_pods == 10, node


def request(number):
    """The request for the pod with this number."""
    return ipam_pb2.AllocateAddressRequest(
        parent="clusters/prod",
        allocation_id=f"sandbox{number}-eth0",
        node=NODE,
        owner=ipam_pb2.Owner(
            namespace="shop",
            pod=f"web-{number}",
            pod_uid=f"uid-{number}",
            container_id=f"sandbox{number}",
        ),
    )


def addresses(allocation):
    return [address.address for address in allocation.addresses]


def allocate_and_replay(ipam):
    first = ipam.AllocateAddress(request(0), timeout=DEADLINE_SECONDS)
    assert addresses(first.allocation) == ["10.244.0.2"], first
    assert first.allocation.state == ipam_pb2.ALLOCATION_STATE_ACTIVE, first
    assert not first.replayed and first.cursor.revision > 0, first
    again = ipam.AllocateAddress(request(0), timeout=DEADLINE_SECONDS)
    assert again.replayed, again
    assert again.allocation == first.allocation, (first, again)
    assert again.cursor.revision == first.cursor.revision, (first, again)


def batch(ipam):
    """Fills the node; one attachment more than fit is refused with all of its batch."""
    refusal = refused(
        lambda: ipam.BatchAllocateAddresses(
            ipam_pb2.BatchAllocateAddressesRequest(
                parent="clusters/prod", requests=[request(number) for number in range(1, 11)]
            ),
            timeout=DEADLINE_SECONDS,
        )
    )
    check(
        refusal,
        grpc.StatusCode.RESOURCE_EXHAUSTED,
        "ERROR_REASON_NODE_POD_LIMIT_REACHED",
        {"node": NODE, "limit": "10", "index": "9"},
    )
    answer = ipam.BatchAllocateAddresses(
        ipam_pb2.BatchAllocateAddressesRequest(
            parent="clusters/prod", requests=[request(number) for number in range(1, 10)]
        ),
        timeout=DEADLINE_SECONDS,
    )
    given = [addresses(one.allocation)[0] for one in answer.responses]
    assert given == [f"10.244.0.{last}" for last in range(3, 12)], given
    usage = ipam.GetPoolUsage(ipam_pb2.GetPoolUsageRequest(pool=NODE), timeout=DEADLINE_SECONDS)
    family = usage.pool.usage[0]
    assert (family.capacity, family.allocated, family.reserved) == (16, 10, 3), usage


def exhaust(ipam):
    """Ten addresses cool down, three are left; the fourth pod is told who has what."""
    released = ipam.BatchReleaseAddresses(
        ipam_pb2.BatchReleaseAddressesRequest(
            parent="clusters/prod",
            requests=[
                ipam_pb2.ReleaseAddressRequest(name=f"clusters/prod/allocations/sandbox{number}-eth0")
                for number in range(10)
            ],
        ),
        timeout=DEADLINE_SECONDS,
    )
    assert all(one.released for one in released.responses), released
    for number in range(20, 23):
        ipam.AllocateAddress(request(number), timeout=DEADLINE_SECONDS)
    refusal = refused(lambda: ipam.AllocateAddress(request(23), timeout=DEADLINE_SECONDS))
    figures = {"pool": NODE, "capacity": "16", "allocated": "3", "cooling_down": "10", "reserved": "3", "free": "0"}
    info = check(refusal, grpc.StatusCode.RESOURCE_EXHAUSTED, "ERROR_REASON_POOL_EXHAUSTED", figures)
    assert info.metadata["next_reusable_time"].endswith("Z"), info
    quota = detail(refusal, error_details_pb2.QuotaFailure())
    assert quota.violations, quota


def stay_released(ipam):
    """A late allocate must not bring a released attachment back."""
    refusal = refused(lambda: ipam.AllocateAddress(request(0), timeout=DEADLINE_SECONDS))
    check(
        refusal,
        grpc.StatusCode.FAILED_PRECONDITION,
        "ERROR_REASON_ATTACHMENT_RELEASED",
        {"allocation": "clusters/prod/allocations/sandbox0-eth0"},
    )


def stream(ipam):
    """A release and an allocate over one stream; a failure is one answer and not the end."""

    def operations():
        name = "clusters/prod/allocations/sandbox20-eth0"
        yield ipam_pb2.StreamAddressesRequest(
            correlation_id=1, release=ipam_pb2.ReleaseAddressRequest(name=name)
        )
        yield ipam_pb2.StreamAddressesRequest(correlation_id=2, allocate=request(24))

    answers = {
        answer.correlation_id: answer
        for answer in ipam.StreamAddresses(operations(), timeout=DEADLINE_SECONDS)
    }
    assert answers.keys() == {1, 2}, answers
    assert answers[1].release.released, answers
    failed = answers[2].error
    assert failed.code == grpc.StatusCode.RESOURCE_EXHAUSTED.value[0], answers
    check(failed, grpc.StatusCode.RESOURCE_EXHAUSTED, "ERROR_REASON_POOL_EXHAUSTED", {"cooling_down": "11"})


def watch(channel, ipam):
    """The present, then a change as it comes, then the rest after a reconnect."""
    watches = watch_pb2_grpc.WatchServiceStub(channel)
    seen = []
    frames = watches.Watch(
        watch_pb2.WatchRequest(parent="clusters/prod", include_snapshot=True), timeout=DEADLINE_SECONDS
    )
    for frame in frames:
        if frame.WhichOneof("frame") == "batch":
            seen.extend(frame.batch.events)
        if frame.WhichOneof("frame") == "progress" and frame.progress.snapshot_complete:
            token = frame.progress.cursor.resume_token
            break
    assert all(event.type == watch_pb2.WATCH_EVENT_TYPE_ADDED for event in seen), seen
    names = {event.name for event in seen}
    assert {"clusters/prod", NODE, "clusters/prod/allocations/sandbox21-eth0"} <= names, names
    assert "clusters/prod/allocations/sandbox0-eth0" not in names, names

    released = "clusters/prod/allocations/sandbox21-eth0"
    ipam.ReleaseAddress(ipam_pb2.ReleaseAddressRequest(name=released), timeout=DEADLINE_SECONDS)
    event = next_event(frames, released)
    assert event.type == watch_pb2.WATCH_EVENT_TYPE_REMOVED, event
    assert event.resource.allocation.owner.pod == "web-21", event
    frames.cancel()

    resumed = watches.Watch(
        watch_pb2.WatchRequest(parent="clusters/prod", resume_token=token), timeout=DEADLINE_SECONDS
    )
    assert next_event(resumed, released) == event
    resumed.cancel()


def next_event(frames, name):
    """The next event of the resource with this name."""
    for frame in frames:
        if frame.WhichOneof("frame") == "batch":
            for event in frame.batch.events:
                if event.name == name:
                    return event
    raise AssertionError(f"the stream ended before an event of {name}")


def refused(call):
    """The status of a call that fails, from its trailer."""
    try:
        answer = call()
    except grpc.RpcError as error:
        status = rpc_status.from_call(error)
        assert status is not None, f"no details in {error}"
        return status
    raise AssertionError(f"not refused but {answer}")


def detail(status, message):
    """The detail of the message's type."""
    for packed in status.details:
        if packed.Unpack(message):
            return message
    raise AssertionError(f"no {message.DESCRIPTOR.full_name} in {status}")


def check(status, code, reason, metadata):
    """The code, the reason as the contract's enum has it, and metadata that is among that of the error."""
    assert status.code == code.value[0], status
    info = detail(status, error_details_pb2.ErrorInfo())
    assert info.domain == "podnet", info
    # Fails for a name that the contract does not have.
    number = error_reason_pb2.ErrorReason.Value(info.reason)
    assert number == error_reason_pb2.ErrorReason.Value(reason), info
    present = {key: info.metadata.get(key) for key in metadata}
    assert present == metadata, info
    return info


def main():
    with grpc.insecure_channel(sys.argv[1]) as channel:
        ipam = ipam_pb2_grpc.IpamServiceStub(channel)
        steps = [
            lambda: build(channel),
            lambda: allocate_and_replay(ipam),
            lambda: batch(ipam),
            lambda: exhaust(ipam),
            lambda: stay_released(ipam),
            lambda: stream(ipam),
            lambda: watch(channel, ipam),
        ]
        for step in steps:
            step()
    print(f"{len(steps)} steps passed")


if __name__ == "__main__":
    main()

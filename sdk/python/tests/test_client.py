"""What holds before the first call, or needs no fault on the wire to be seen; the rest is in tests/vectors."""

from __future__ import annotations

import asyncio
import pickle
import threading
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import grpc
import pytest
from google.protobuf import any_pb2
from google.rpc import error_details_pb2, status_pb2

import podnet
from podnet import v1 as pb

NODE = "clusters/aks-kubenet-demo/nodes/aks-nodepool1-12345678-vmss000001"
CLUSTER = "clusters/aks-kubenet-demo"


def status(code: int, reason: str = "", *details: object) -> status_pb2.Status:
    """A status as the server packs it."""
    packed = []
    for detail in (error_details_pb2.ErrorInfo(reason=reason, domain="podnet"), *details) if reason else details:
        packed.append(any_pb2.Any())
        packed[-1].Pack(detail)  # type: ignore[arg-type]
    return status_pb2.Status(code=code, message="why", details=packed)


@pytest.mark.parametrize(
    ("code", "reason", "kind"),
    [
        (8, "ERROR_REASON_POOL_EXHAUSTED", podnet.PoolExhausted),
        (8, "", podnet.PodnetError),
        (8, "ERROR_REASON_RATE_LIMITED", podnet.PodnetError),
        (6, "ERROR_REASON_RESOURCE_EXISTS", podnet.Conflict),
        (10, "ERROR_REASON_ETAG_MISMATCH", podnet.Conflict),
        (9, "ERROR_REASON_STORE_CHANGED", podnet.PreconditionFailed),
        (5, "ERROR_REASON_RESOURCE_NOT_FOUND", podnet.NotFound),
        (14, "", podnet.Unavailable),
        (4, "", podnet.DeadlineExceeded),
        (99, "", podnet.PodnetError),
    ],
)
def test_errors_have_the_class_of_their_code_and_reason(code: int, reason: str, kind: type) -> None:
    assert type(podnet.PodnetError.of_status(status(code, reason))) is kind


def test_a_reason_newer_than_the_client_keeps_its_text() -> None:
    error = podnet.PodnetError.of_status(status(9, "ERROR_REASON_OF_TOMORROW"))
    assert (error.reason, error.reason_name) == ("ERROR_REASON_OF_TOMORROW", "OF_TOMORROW")
    assert str(error) == "FAILED_PRECONDITION OF_TOMORROW: why"


def test_an_error_survives_another_process() -> None:
    error = podnet.PodnetError.of_status(status(8, "ERROR_REASON_POOL_EXHAUSTED"))
    again = pickle.loads(pickle.dumps(error))
    assert (type(again), again.reason, str(again)) == (type(error), podnet.Reason.POOL_EXHAUSTED, str(error))


@pytest.mark.parametrize(
    "target", ["127.0.0.1:7443", "http://host", "ftp://host:1", "http://host:70000", "http://host:1/path", "unix:name"]
)
def test_targets_of_another_form_are_refused(target: str) -> None:
    with pytest.raises(podnet.PodnetError, match="is none of http://host:port") as caught:
        podnet.Client(target)
    assert caught.value.code is grpc.StatusCode.INVALID_ARGUMENT


@pytest.mark.parametrize("target", ["http://192.0.2.1:1", "http://example.com:1", "http://localhost.example.com:1"])
def test_a_token_is_not_sent_in_the_clear_to_another_machine(target: str) -> None:
    with pytest.raises(podnet.PreconditionFailed, match="plaintext"):
        podnet.AsyncClient(target, token="secret")
    podnet.Client(target, token="secret", token_over_plaintext=True).close()


@pytest.mark.parametrize("target", ["http://127.8.9.1:1", "http://[::1]:1", "http://localhost:1", "unix:/run/podnet"])
def test_this_machine_may_see_the_token(target: str) -> None:
    podnet.Client(target, token="secret").close()


def test_unset_options_come_from_the_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "ca.pem").write_text("PEM")
    monkeypatch.setenv("PODNET_ADDR", "https://example.com:1")
    monkeypatch.setenv("PODNET_TOKEN", "from the environment")
    monkeypatch.setenv("PODNET_CA_FILE", str(tmp_path / "ca.pem"))
    client = podnet.Client(token="own")
    assert (client.target, client.token, client.ca) == ("https://example.com:1", "own", str(tmp_path / "ca.pem"))
    assert podnet.Client().token == "from the environment"


def test_a_key_without_its_certificate_and_a_missing_file_are_refused() -> None:
    with pytest.raises(podnet.PodnetError, match="together"):
        podnet.Client("https://example.com:1", key=b"PEM")
    with pytest.raises(podnet.PodnetError, match="No such file"):
        podnet.Client("https://example.com:1", ca="/nowhere/ca.pem")


def test_a_request_is_given_whole_or_by_fields() -> None:
    client = podnet.Client("http://127.0.0.1:1")
    with pytest.raises(TypeError, match="choose one"):
        client.ipam.get_allocation(pb.GetAllocationRequest(name="a"), name="b")


def test_a_call_keeps_the_callers_message_as_it_is(address: str) -> None:
    request = pb.AllocateAddressRequest(parent=CLUSTER, allocation_id="kept", node=NODE, validate_only=True)
    with podnet.Client() as client:
        assert client.ipam.allocate_address(request).allocation.name == f"{CLUSTER}/allocations/kept"
    assert request.request_id == ""


def test_both_stacks_tell_the_same_of_an_error(address: str) -> None:
    async def asynchronous() -> podnet.NotFound:
        async with podnet.AsyncClient() as client:
            with pytest.raises(podnet.NotFound) as caught:
                await client.ipam.release_address(name="clusters/absent/allocations/a")
        return caught.value

    with podnet.Client() as client, pytest.raises(podnet.NotFound) as caught:
        client.ipam.release_address(name="clusters/absent/allocations/a")
    for error in (caught.value, asyncio.run(asynchronous())):
        assert error.reason is podnet.Reason.RESOURCE_NOT_FOUND
        assert error.metadata == {"resource": "clusters/absent"}
        assert error.request_id and error.attempts == 1


def test_cancelling_ends_a_call_from_another_thread() -> None:
    cancel = podnet.Cancellation()
    cancel.cancel()
    with podnet.Client("http://127.0.0.1:1") as client, pytest.raises(podnet.PodnetError) as caught:
        client.admin.get_server_info(cancel=cancel)
    assert caught.value.code is grpc.StatusCode.CANCELLED


def test_the_operations_of_a_stream_may_wait_for_its_answers(address: str) -> None:
    """A release that is only known from the answer to its allocate: reading and giving must not block each other."""
    answered = threading.Event()
    names: list[str] = []

    def operations() -> Iterator[pb.AllocateAddressRequest | pb.ReleaseAddressRequest]:
        yield pb.AllocateAddressRequest(parent=CLUSTER, allocation_id="streamed", node=NODE)
        assert answered.wait(30)
        yield pb.ReleaseAddressRequest(name=names[0])

    with podnet.Client() as client:
        kinds = []
        for answer in client.stream(operations()):
            kinds.append(answer.WhichOneof("result"))
            names.append(answer.allocate.allocation.name)
            answered.set()
    assert kinds == ["allocate", "release"]


def test_an_asynchronous_stream_may_be_fed_asynchronously(address: str) -> None:
    async def run() -> list[str | None]:
        answered: asyncio.Queue[str] = asyncio.Queue()

        async def operations() -> AsyncIterator[pb.AllocateAddressRequest | pb.ReleaseAddressRequest]:
            yield pb.AllocateAddressRequest(parent=CLUSTER, allocation_id="streamed-async", node=NODE)
            yield pb.ReleaseAddressRequest(name=await answered.get())

        kinds = []
        async with podnet.AsyncClient() as client:
            async for answer in client.stream(operations()):
                kinds.append(answer.WhichOneof("result"))
                answered.put_nowait(answer.allocate.allocation.name)
        return kinds

    assert asyncio.run(run()) == ["allocate", "release"]


@pytest.mark.parametrize("target", ["http://127.0.0.1:1", "unix:/nowhere/podnet.sock"])
def test_a_server_that_is_not_there_is_unavailable_to_every_kind_of_call(target: str) -> None:
    async def asynchronous() -> None:
        async with podnet.AsyncClient(target) as client:
            with pytest.raises(podnet.Unavailable):
                await client.admin.get_server_info()
            with pytest.raises(podnet.Unavailable):
                async for _ in client.stream([pb.ReleaseAddressRequest(name="a")]):
                    raise AssertionError
            with pytest.raises(podnet.Unavailable):
                async for _ in client.admin.export_snapshot():
                    raise AssertionError

    with podnet.Client(target) as client:
        for call in (
            client.admin.get_server_info,
            lambda: list(client.stream([pb.ReleaseAddressRequest(name="a")])),
            lambda: list(client.admin.export_snapshot()),
        ):
            with pytest.raises(podnet.Unavailable):
                call()
    asyncio.run(asynchronous())


def test_what_the_operations_of_a_stream_raise_reaches_the_reader(address: str) -> None:
    def operations() -> Iterator[pb.ReleaseAddressRequest]:
        yield pb.ReleaseAddressRequest(name=f"{CLUSTER}/allocations/absent")
        raise LookupError("no more of them")

    with podnet.Client() as client, pytest.raises(LookupError, match="no more of them"):
        list(client.stream(operations()))

package io.podnet;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusException;
import io.grpc.stub.BlockingClientCall;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.MetadataUtils;
import io.podnet.v1.IpamServiceGrpc;
import io.podnet.v1.StreamAddressesRequest;
import io.podnet.v1.StreamAddressesResponse;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Many allocates and releases over one stream, which is made again when it breaks; what is unanswered is then sent again,
 * unchanged. Answers come in the order of completion; an item that failed has its status in its answer, which {@link
 * PodnetException#of(com.google.rpc.Status)} makes typed.
 */
public final class AddressStream implements Iterator<StreamAddressesResponse>, AutoCloseable {
  private static final Metadata.Key<String> IN_FLIGHT_MAX =
      Metadata.Key.of("podnet-max-in-flight", Metadata.ASCII_STRING_MARSHALLER);

  private final Channel channel;
  private final Iterator<StreamAddressesRequest> operations;
  private final Map<Long, StreamAddressesRequest> unanswered = new LinkedHashMap<>();
  private final Queue<StreamAddressesRequest> unsent = new ArrayDeque<>();
  private final AtomicReference<Metadata> headers = new AtomicReference<>();
  private BlockingClientCall<StreamAddressesRequest, StreamAddressesResponse> call;
  private boolean halfClosed;
  private long lastId;
  private int failures;

  AddressStream(Channel channel, Iterator<StreamAddressesRequest> operations) {
    this.channel = channel;
    this.operations = operations;
  }

  @Override
  public boolean hasNext() {
    return !unanswered.isEmpty() || operations.hasNext();
  }

  /**
   * Sends what may be sent and waits for the next answer.
   *
   * @throws PodnetException why the stream cannot go on
   */
  @Override
  public StreamAddressesResponse next() {
    while (hasNext()) {
      try {
        StreamAddressesResponse answer = exchange();
        failures = 0;
        if (unanswered.remove(answer.getCorrelationId()) != null) {
          return answer;
        }
      } catch (StatusException broken) {
        recover(PodnetException.of(broken.getStatus(), broken.getTrailers()));
      } catch (InterruptedException interrupted) {
        throw interrupted();
      }
    }
    throw new NoSuchElementException();
  }

  /** Gives up what is unanswered; it may still be carried out. */
  @Override
  public void close() {
    if (call != null) {
      call.cancel("closed by the caller", null);
    }
  }

  private StreamAddressesResponse exchange() throws StatusException, InterruptedException {
    if (call == null) {
      headers.set(null);
      Channel capturing =
          ClientInterceptors.intercept(
              channel, MetadataUtils.newCaptureMetadataInterceptor(headers, new AtomicReference<>()));
      call =
          ClientCalls.blockingBidiStreamingCall(
              capturing, IpamServiceGrpc.getStreamAddressesMethod(), CallOptions.DEFAULT);
      halfClosed = false;
      unsent.addAll(unanswered.values());
    }
    while (unanswered.size() - unsent.size() < inFlightMax() && (!unsent.isEmpty() || operations.hasNext())) {
      boolean again = !unsent.isEmpty();
      StreamAddressesRequest operation = again ? unsent.peek() : numbered(operations.next());
      unanswered.put(operation.getCorrelationId(), operation);
      if (!again) {
        unsent.add(operation);
      }
      call.write(operation);
      unsent.remove();
    }
    if (!halfClosed && unsent.isEmpty() && !operations.hasNext()) {
      call.halfClose();
      halfClosed = true;
    }
    StreamAddressesResponse answer = call.read();
    if (answer == null) {
      throw Status.UNAVAILABLE.withDescription("the stream ended early").asException();
    }
    return answer;
  }

  /** What the server advertised; one until it did. */
  private int inFlightMax() {
    Metadata received = headers.get();
    String advertised = received == null ? null : received.get(IN_FLIGHT_MAX);
    return advertised == null ? 1 : Integer.parseInt(advertised);
  }

  private StreamAddressesRequest numbered(StreamAddressesRequest operation) {
    StreamAddressesRequest.Builder numbered = operation.toBuilder();
    if (operation.hasAllocate()) {
      numbered.setAllocate(Call.withRequestId(operation.getAllocate()));
    } else if (operation.hasRelease()) {
      numbered.setRelease(Call.withRequestId(operation.getRelease()));
    }
    if (operation.getCorrelationId() == 0) {
      numbered.setCorrelationId(lastId + 1);
    }
    lastId = Math.max(lastId, numbered.getCorrelationId());
    return numbered.build();
  }

  private void recover(PodnetException error) {
    call.cancel("broken", null);
    call = null;
    unsent.clear();
    failures++;
    if (error.code() != Status.Code.UNAVAILABLE || failures >= Retry.CONFIG.attemptsMax) {
      throw error.after(failures, "");
    }
    try {
      Duration wait = Retry.jittered(Retry.CONFIG.backoffInitial, Retry.CONFIG.backoffMax, failures);
      TimeUnit.NANOSECONDS.sleep(wait.plus(error.retryAfter().orElse(Duration.ZERO)).toNanos());
    } catch (InterruptedException interrupted) {
      throw interrupted();
    }
  }

  private PodnetException interrupted() {
    close();
    Thread.currentThread().interrupt();
    return PodnetException.local(Status.Code.CANCELLED, "interrupted while waiting for answers");
  }
}

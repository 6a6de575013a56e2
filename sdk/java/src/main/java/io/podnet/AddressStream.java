package io.podnet;

import io.grpc.Channel;
import io.grpc.Metadata;
import io.grpc.Status;
import io.podnet.v1.IpamServiceGrpc;
import io.podnet.v1.StreamAddressesRequest;
import io.podnet.v1.StreamAddressesResponse;
import java.time.Duration;
import java.util.*;

/**
 * Many allocates and releases over one stream, which is made again when it breaks; what is unanswered is then sent again,
 * unchanged. Answers come in the order of completion; an item that failed has its status in its answer, which {@link
 * PodnetException#of(com.google.rpc.Status)} makes typed.
 */
public final class AddressStream implements Iterator<StreamAddressesResponse>, AutoCloseable {
  private static final Metadata.Key<String> IN_FLIGHT_MAX =
      Metadata.Key.of("podnet-max-in-flight", Metadata.ASCII_STRING_MARSHALLER);
  /** A stream has no deadline. */
  private static final Duration FOREVER = Duration.ofNanos(Long.MAX_VALUE);

  private final Channel channel;
  private final Iterator<StreamAddressesRequest> operations;
  private final Map<Long, StreamAddressesRequest> unanswered = new LinkedHashMap<>();
  private final Queue<StreamAddressesRequest> again = new ArrayDeque<>();
  private Frames<StreamAddressesRequest, StreamAddressesResponse> frames;
  private boolean ended;
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
        send();
        StreamAddressesResponse answer = frames.next(FOREVER);
        failures = 0;
        if (unanswered.remove(answer.getCorrelationId()) != null) {
          return answer;
        }
      } catch (PodnetException error) {
        recover(error);
      }
    }
    throw new NoSuchElementException();
  }

  /** Gives up what is unanswered; it may still be carried out. */
  @Override
  public void close() {
    if (frames != null) {
      frames.cancel();
    }
  }

  private void send() {
    if (frames == null) {
      frames = new Frames<>(channel, IpamServiceGrpc.getStreamAddressesMethod());
      ended = false;
      again.addAll(unanswered.values());
    }
    // One until the server has said how many.
    String told = frames.headers().get(IN_FLIGHT_MAX);
    int most = told == null ? 1 : Integer.parseInt(told);
    while (unanswered.size() - again.size() < most && (!again.isEmpty() || operations.hasNext())) {
      frames.send(again.isEmpty() ? numbered(operations.next()) : again.remove());
    }
    if (!ended && again.isEmpty() && !operations.hasNext()) {
      frames.end();
      ended = true;
    }
  }

  private StreamAddressesRequest numbered(StreamAddressesRequest operation) {
    StreamAddressesRequest.Builder numbered = operation.toBuilder().setCorrelationId(++lastId);
    if (operation.hasAllocate()) {
      numbered.setAllocate(Call.withRequestId(operation.getAllocate()));
    } else if (operation.hasRelease()) {
      numbered.setRelease(Call.withRequestId(operation.getRelease()));
    }
    StreamAddressesRequest request = numbered.build();
    unanswered.put(lastId, request);
    return request;
  }

  private void recover(PodnetException error) {
    frames.cancel();
    frames = null;
    again.clear();
    failures++;
    if (error.code() != Status.Code.UNAVAILABLE || failures >= ServiceConfig.ATTEMPTS_MAX) {
      throw error.after(failures, "");
    }
    Retry.sleep(error, failures);
  }
}

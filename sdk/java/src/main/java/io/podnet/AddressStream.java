package io.podnet;

import io.grpc.Channel;
import io.grpc.Metadata;
import io.grpc.Status;
import io.podnet.v1.*;
import java.time.Duration;
import java.util.*;

/**
 * Many allocates and releases over one stream, which is made again when it breaks; what is unanswered is then sent again,
 * unchanged. Answers come in the order of completion; an item that failed has its status in its answer, which {@code
 * PodnetException.of} makes typed. Closing it gives up what is unanswered, which may still be carried out.
 */
public final class AddressStream
    extends Reconnecting<StreamAddressesRequest, StreamAddressesResponse, StreamAddressesResponse> {
  private static final Metadata.Key<String> IN_FLIGHT_MAX =
      Metadata.Key.of("podnet-max-in-flight", Metadata.ASCII_STRING_MARSHALLER);
  /** A stream has no deadline. */
  private static final Duration FOREVER = Duration.ofNanos(Long.MAX_VALUE);

  private final Iterator<StreamAddressesRequest> operations;
  private final Map<Long, StreamAddressesRequest> unanswered = new LinkedHashMap<>();
  private final Queue<StreamAddressesRequest> again = new ArrayDeque<>();
  private boolean ended;
  private long lastId;

  AddressStream(Channel channel, Iterator<StreamAddressesRequest> operations) {
    super(channel, IpamServiceGrpc.getStreamAddressesMethod(), FOREVER);
    this.operations = operations;
  }

  @Override
  boolean isDone() {
    return unanswered.isEmpty() && !operations.hasNext();
  }

  @Override
  void send(Frames<StreamAddressesRequest, StreamAddressesResponse> frames, boolean first) {
    if (first) {
      ended = false;
      again.clear();
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

  @Override
  void take(StreamAddressesResponse answer) {
    if (unanswered.remove(answer.getCorrelationId()) != null) {
      ready.add(answer);
    }
  }

  @Override
  boolean recover(PodnetException error, int failures) {
    if (error.code != Status.Code.UNAVAILABLE || failures >= ServiceConfig.ATTEMPTS_MAX) {
      throw error.after(failures, "");
    }
    return true;
  }
}

package io.podnet;

import com.google.protobuf.Message;
import io.grpc.Channel;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.MethodDescriptor;
import io.podnet.v1.*;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * A connection and the calls over it. Safe for use by many threads.
 *
 * <p>Every unary RPC is {@link #call} or {@link #callAsync} with its method of the generated code and its request; every
 * list is {@link #list}; {@link #watch} reconnects and resumes; {@link #hold} is an allocation that is released with its
 * scope; {@link #stream} is the path for many allocations. The generated stubs work on {@link #channel}.
 */
public final class Client implements AutoCloseable {
  /** Bytes of one message in either direction: answers carry up to 1,000 resources of a page. */
  private static final int MESSAGE_BYTES_MAX = 16 << 20;

  private static final String VERSION = "0.1.0";

  private final Options options;
  private final Transport transport;
  private final Retry retry;
  private final ManagedChannel channel;

  private Client(Options options) {
    this.options = options;
    this.transport = new Transport(options);
    this.retry = new Retry(options.retries);
    ManagedChannelBuilder<?> builder = transport.builder();
    builder.userAgent("podnet-java/" + VERSION).maxInboundMessageSize(MESSAGE_BYTES_MAX);
    // A batch has to fit, or it would not be tried again.
    builder.perRpcBufferLimit(MESSAGE_BYTES_MAX).retryBufferSize(4L * MESSAGE_BYTES_MAX);
    builder.defaultServiceConfig(ServiceConfig.FOR_CHANNEL);
    this.channel = (options.retries ? builder.enableRetry() : builder.disableRetry()).build();
  }

  /**
   * Makes a client from the environment and the defaults; see {@link Options}. Nothing is sent before the first call.
   *
   * @return the client
   */
  public static Client connect() {
    return connect(new Options());
  }

  /**
   * Makes a client of the server at an address. Nothing is sent before the first call.
   *
   * @param target as {@link Options#target}
   * @return the client
   */
  public static Client connect(String target) {
    return connect(new Options().target(target));
  }

  /**
   * Makes a client. Nothing is sent before the first call.
   *
   * @param options the settings
   * @return the client
   * @throws PodnetException INVALID_ARGUMENT if a setting is malformed; FAILED_PRECONDITION if a token would go over
   *     plaintext to a host that is not loopback
   */
  public static Client connect(Options options) {
    return new Client(options);
  }

  /**
   * Makes a unary call within the default deadline and waits for its answer.
   *
   * @param method the method, such as {@code IpamServiceGrpc.getAllocateAddressMethod()}
   * @param request its request; an empty {@code request_id} is filled
   * @param <Q> type of the request
   * @param <R> type of the answer
   * @return the answer
   * @throws PodnetException what the server refused, or what the transport could not do, after the last attempt
   */
  public <Q extends Message, R> R call(MethodDescriptor<Q, R> method, Q request) {
    return call(method, request, deadline(method));
  }

  /**
   * Makes a unary call and waits for its answer. An interrupt of the thread cancels the call.
   *
   * @param method the method
   * @param request its request
   * @param deadline longest time over all attempts
   * @param <Q> type of the request
   * @param <R> type of the answer
   * @return the answer
   * @throws PodnetException as {@link #call(MethodDescriptor, Message)}
   */
  public <Q extends Message, R> R call(MethodDescriptor<Q, R> method, Q request, Duration deadline) {
    return new Call<>(channel, method, request, deadline, retry).start().await();
  }

  /**
   * Makes a unary call within the default deadline. Cancelling the future cancels the call.
   *
   * @param method the method
   * @param request its request
   * @param <Q> type of the request
   * @param <R> type of the answer
   * @return the answer, or a {@link PodnetException}
   */
  public <Q extends Message, R> CompletableFuture<R> callAsync(MethodDescriptor<Q, R> method, Q request) {
    return callAsync(method, request, deadline(method));
  }

  /**
   * Makes a unary call. Cancelling the future cancels the call.
   *
   * @param method the method
   * @param request its request
   * @param deadline longest time over all attempts
   * @param <Q> type of the request
   * @param <R> type of the answer
   * @return the answer, or a {@link PodnetException}
   */
  public <Q extends Message, R> CompletableFuture<R> callAsync(
      MethodDescriptor<Q, R> method, Q request, Duration deadline) {
    return new Call<>(channel, method, request, deadline, retry).start();
  }

  /**
   * Lists: a page is asked for when the one before it is used up.
   *
   * @param method a method with pages, such as {@code IpamServiceGrpc.getListAllocationsMethod()}
   * @param request its request
   * @param items where the items are, such as {@code ListAllocationsResponse::getAllocationsList}
   * @param <Q> type of the request
   * @param <R> type of the answer
   * @param <T> type of an item
   * @return the items, in the server's order
   */
  public <Q extends Message, R extends Message, T> Paged<R, T> list(
      MethodDescriptor<Q, R> method, Q request, Function<R, List<T>> items) {
    @SuppressWarnings("unchecked")
    Function<Message, R> page = asked -> call(method, (Q) asked);
    return new Paged<>(request, page, items);
  }

  /**
   * Watches. Lost connections are made again and resumed; a position that is gone is said by a resync.
   *
   * @param request what to watch; three silent progress intervals count as a lost connection
   * @return the changes; close it to end the watch
   */
  public Watch watch(WatchRequest request) {
    return new Watch(channel, request.toBuilder());
  }

  /**
   * Allocates addresses that are released when the guard is closed.
   *
   * @param request as for {@code AllocateAddress}
   * @return the guard, for try-with-resources
   * @throws PodnetException what {@code AllocateAddress} refuses
   */
  public AllocationGuard hold(AllocateAddressRequest request) {
    Allocation allocation = call(IpamServiceGrpc.getAllocateAddressMethod(), request).getAllocation();
    return new AllocationGuard(this, allocation);
  }

  /**
   * Runs many independent allocates and releases over one stream.
   *
   * @param operations read as fast as the server answers, and numbered from 1; an empty {@code request_id} is filled
   * @return the answers in the order of completion, with the numbers as {@code correlation_id}; close it to give up what is
   *     unanswered
   */
  public AddressStream stream(Iterable<StreamAddressesRequest> operations) {
    return new AddressStream(channel, operations.iterator());
  }

  /**
   * The connection, for generated stubs. It has the token and the transport's own retries, and nothing else.
   *
   * @return the channel
   */
  public Channel channel() {
    return channel;
  }

  /** Ends the connection; calls in flight fail. */
  @Override
  public void close() {
    channel.shutdownNow();
    transport.close();
  }

  private Duration deadline(MethodDescriptor<?, ?> method) {
    return ServiceConfig.BATCHES.contains(method.getFullMethodName()) ? options.batchDeadline : options.deadline;
  }
}

package io.podnet;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientStreamTracer;
import io.grpc.Deadline;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** One logical call: one request id, one deadline, as many attempts as help. */
final class Call<Q extends Message, R> extends CompletableFuture<R> {
  private final Channel channel;
  private final MethodDescriptor<Q, R> method;
  private final Q request;
  private final Deadline deadline;
  private final Retry retry;
  private final boolean retries;
  private final AtomicInteger attempts = new AtomicInteger();
  private volatile ClientCall<Q, R> current;

  Call(Channel channel, MethodDescriptor<Q, R> method, Q request, Duration longest, Retry retry, boolean retries) {
    this.channel = channel;
    this.method = method;
    this.request = withRequestId(request);
    this.deadline = Deadline.after(longest.toNanos(), TimeUnit.NANOSECONDS);
    this.retry = retry;
    this.retries = retries;
  }

  /** The request with its {@code request_id}, if it has that field and the caller left it empty. */
  static <M extends Message> M withRequestId(M request) {
    FieldDescriptor field = request.getDescriptorForType().findFieldByName("request_id");
    if (field == null || !((String) request.getField(field)).isEmpty()) {
      return request;
    }
    @SuppressWarnings("unchecked")
    M numbered = (M) request.toBuilder().setField(field, UUID.randomUUID().toString()).build();
    return numbered;
  }

  static String requestId(Message request) {
    FieldDescriptor field = request.getDescriptorForType().findFieldByName("request_id");
    return field == null ? "" : (String) request.getField(field);
  }

  Call<Q, R> start() {
    // The transport tries again by itself; what it sends is counted here.
    ClientStreamTracer.Factory counter =
        new ClientStreamTracer.Factory() {
          @Override
          public ClientStreamTracer newClientStreamTracer(ClientStreamTracer.StreamInfo info, Metadata headers) {
            if (!info.isTransparentRetry()) {
              attempts.incrementAndGet();
            }
            return new ClientStreamTracer() {};
          }
        };
    CallOptions options = CallOptions.DEFAULT.withDeadline(deadline).withStreamTracerFactory(counter);
    ClientCall<Q, R> call = channel.newCall(method, options);
    current = call;
    call.start(new Answer(), new Metadata());
    call.request(2);
    call.sendMessage(request);
    call.halfClose();
    if (isCancelled()) {
      call.cancel("cancelled by the caller", null);
    }
    return this;
  }

  /** Waits; an interrupt cancels. */
  R await() {
    try {
      return get();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof PodnetException) {
        PodnetException error = (PodnetException) failed.getCause();
        error.fillInStackTrace();
        throw error;
      }
      throw new IllegalStateException(failed.getCause());
    } catch (InterruptedException interrupted) {
      cancel(true);
      Thread.currentThread().interrupt();
      throw PodnetException.local(Status.Code.CANCELLED, "interrupted while waiting for " + method.getFullMethodName())
          .after(attempts.get(), requestId(request));
    }
  }

  @Override
  public boolean cancel(boolean mayInterrupt) {
    boolean cancelled = super.cancel(mayInterrupt);
    ClientCall<Q, R> call = current;
    if (cancelled && call != null) {
      call.cancel("cancelled by the caller", null);
    }
    return cancelled;
  }

  private void closed(Status status, Metadata trailers, R answer) {
    if (status.isOk() && answer != null) {
      retry.succeeded();
      complete(answer);
      return;
    }
    Status failure = status.isOk() ? Status.INTERNAL.withDescription("the server sent no answer") : status;
    PodnetException error = PodnetException.of(failure, trailers).after(attempts.get(), requestId(request));
    Optional<Duration> wait = retries ? retry.wait(error, attempts.get()) : Optional.empty();
    if (isDone() || wait.isEmpty() || wait.get().toNanos() >= deadline.timeRemaining(TimeUnit.NANOSECONDS)) {
      completeExceptionally(error);
      return;
    }
    delayedExecutor(wait.get().toNanos(), TimeUnit.NANOSECONDS).execute(this::start);
  }

  private final class Answer extends ClientCall.Listener<R> {
    private R message;

    @Override
    public void onMessage(R message) {
      this.message = message;
    }

    @Override
    public void onClose(Status status, Metadata trailers) {
      closed(status, trailers, message);
    }
  }
}

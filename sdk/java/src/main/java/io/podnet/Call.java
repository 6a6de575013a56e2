package io.podnet;

import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import io.grpc.*;
import io.grpc.stub.ClientCalls;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.*;
import java.util.concurrent.atomic.AtomicInteger;

/** One logical call: one request id, one deadline, as many attempts as help. */
final class Call<Q extends Message, R> extends CompletableFuture<R> {
  private final Channel channel;
  private final MethodDescriptor<Q, R> method;
  private final Q request;
  private final Retry retry;
  private final CallOptions options;
  private final AtomicInteger attempts = new AtomicInteger();
  private volatile ListenableFuture<R> current;

  Call(Channel channel, MethodDescriptor<Q, R> method, Q request, Duration longest, Retry retry) {
    this.channel = channel;
    this.method = method;
    this.request = withRequestId(request);
    this.retry = retry;
    // The transport tries again by itself; what it sends is counted here.
    ClientStreamTracer.Factory counter =
        new ClientStreamTracer.Factory() {
          @Override
          public ClientStreamTracer newClientStreamTracer(ClientStreamTracer.StreamInfo info, Metadata headers) {
            attempts.addAndGet(info.isTransparentRetry() ? 0 : 1);
            return new ClientStreamTracer() {};
          }
        };
    this.options =
        CallOptions.DEFAULT.withDeadlineAfter(longest.toNanos(), TimeUnit.NANOSECONDS).withStreamTracerFactory(counter);
  }

  /** The request with its {@code request_id}, if it has that field and the caller left it empty. */
  static <M extends Message> M withRequestId(M request) {
    FieldDescriptor field = request.getDescriptorForType().findFieldByName("request_id");
    if (field == null || !request.getField(field).equals("")) {
      return request;
    }
    @SuppressWarnings("unchecked")
    M numbered = (M) request.toBuilder().setField(field, UUID.randomUUID().toString()).build();
    return numbered;
  }

  private PodnetException error(Status status, Metadata trailers) {
    FieldDescriptor field = request.getDescriptorForType().findFieldByName("request_id");
    String id = field == null ? "" : (String) request.getField(field);
    return PodnetException.of(status, trailers).after(attempts.get(), id);
  }

  /** Makes an attempt. */
  Call<Q, R> start() {
    ListenableFuture<R> attempt = ClientCalls.futureUnaryCall(channel.newCall(method, options), request);
    current = attempt;
    attempt.addListener(() -> finish(attempt), Runnable::run);
    if (isCancelled()) {
      attempt.cancel(true);
    }
    return this;
  }

  /** Takes what an attempt came to, and makes another one if that helps. */
  private void finish(ListenableFuture<R> attempt) {
    try {
      complete(Futures.getDone(attempt));
      retry.succeeded();
    } catch (CancellationException cancelled) {
      return; // by the caller
    } catch (ExecutionException failed) {
      StatusRuntimeException told = (StatusRuntimeException) failed.getCause();
      PodnetException error = error(told.getStatus(), told.getTrailers());
      Optional<Duration> pause = retry.pause(error, told.getTrailers(), attempts.get());
      long left = options.getDeadline().timeRemaining(TimeUnit.NANOSECONDS);
      if (pause.isEmpty() || pause.get().toNanos() >= left) {
        completeExceptionally(error);
      } else {
        delayedExecutor(pause.get().toNanos(), TimeUnit.NANOSECONDS).execute(this::start);
      }
    }
  }

  /** Waits; an interrupt cancels. */
  R await() {
    try {
      return get();
    } catch (ExecutionException failed) {
      PodnetException error = (PodnetException) failed.getCause();
      error.fillInStackTrace();
      throw error;
    } catch (InterruptedException interrupted) {
      cancel(true);
      Thread.currentThread().interrupt();
      throw error(Status.CANCELLED.withDescription("interrupted while waiting for " + method.getFullMethodName()), null);
    }
  }

  @Override
  public boolean cancel(boolean mayInterrupt) {
    boolean cancelled = super.cancel(mayInterrupt);
    if (cancelled) {
      current.cancel(mayInterrupt);
    }
    return cancelled;
  }
}

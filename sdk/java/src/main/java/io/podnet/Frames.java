package io.podnet;

import io.grpc.*;
import java.time.Duration;
import java.util.concurrent.*;
import java.util.function.Supplier;

/** One streaming call, whose answers wait in a queue until they are taken. */
final class Frames<Q, R> extends ClientCall.Listener<R> {
  /** Answers that may wait: enough to keep the connection busy, few enough for a slow taker to be noticed. */
  private static final int AHEAD = 64;

  private final BlockingQueue<Supplier<R>> waiting = new LinkedBlockingQueue<>();
  private final ClientCall<Q, R> call;
  private volatile Metadata headers = new Metadata();

  Frames(Channel channel, MethodDescriptor<Q, R> method) {
    // What arrives is only queued, which needs no thread of its own.
    call = channel.newCall(method, CallOptions.DEFAULT.withExecutor(Runnable::run));
    call.start(this, new Metadata());
    call.request(AHEAD);
  }

  void send(Q message) {
    call.sendMessage(message);
  }

  /** Says that nothing more will be sent. */
  void end() {
    call.halfClose();
  }

  void cancel() {
    call.cancel("no longer wanted", null);
  }

  /** What the server has said before its first answer; empty until then. */
  Metadata headers() {
    return headers;
  }

  /** Takes the next answer. That there is none for so long, or no more, is UNAVAILABLE. */
  R next(Duration longest) {
    try {
      Supplier<R> next = waiting.poll(longest.toNanos(), TimeUnit.NANOSECONDS);
      if (next == null) {
        throw PodnetException.local(Status.Code.UNAVAILABLE, "no answer for " + longest);
      }
      R answer = next.get();
      call.request(1);
      return answer;
    } catch (InterruptedException interrupted) {
      throw PodnetException.interrupted();
    }
  }

  @Override
  public void onHeaders(Metadata headers) {
    this.headers = headers;
  }

  @Override
  public void onMessage(R message) {
    waiting.add(() -> message);
  }

  @Override
  public void onClose(Status status, Metadata trailers) {
    Status failure = status.isOk() ? Status.UNAVAILABLE.withDescription("the stream ended") : status;
    waiting.add(
        () -> {
          throw PodnetException.of(failure, trailers);
        });
  }
}

package io.podnet;

import io.grpc.Channel;
import io.grpc.MethodDescriptor;
import java.time.Duration;
import java.util.*;

/**
 * A streaming call over one connection after another, as an iterator. What is sent over each, and what an error means, is the
 * call's own.
 */
abstract class Reconnecting<Q, R, T> implements Iterator<T>, AutoCloseable {
  /** What was received and not yet taken. */
  final Queue<T> ready = new ArrayDeque<>();

  private final Channel channel;
  private final MethodDescriptor<Q, R> method;
  private final Duration silence;
  private int failures;
  private volatile Frames<Q, R> frames;
  private volatile boolean closed;

  /** A silence so long is a lost connection. */
  Reconnecting(Channel channel, MethodDescriptor<Q, R> method, Duration silence) {
    this.channel = channel;
    this.method = method;
    this.silence = silence;
  }

  /** Sends what is to be sent before the next answer; the first time over a connection all that it has to know. */
  abstract void send(Frames<Q, R> frames, boolean first);

  /** Takes what a frame brings. */
  abstract void take(R frame);

  /** Whether to wait before the next connection; throws an error that stays. */
  abstract boolean recover(PodnetException error, int failures);

  /** Whether there is nothing more to come. */
  abstract boolean isDone();

  /**
   * Waits for what comes next.
   *
   * @return false only at the end, and after {@code close}
   * @throws PodnetException an error that stays, which ends it
   */
  @Override
  public boolean hasNext() {
    while (ready.isEmpty() && !closed && !isDone()) {
      try {
        boolean first = frames == null;
        frames = first ? new Frames<>(channel, method) : frames;
        send(frames, first);
        take(frames.next(silence));
        failures = 0;
      } catch (PodnetException error) {
        drop();
        if (!closed && recover(error, ++failures)) {
          Retry.sleep(error, failures);
        }
      }
    }
    return !ready.isEmpty();
  }

  @Override
  public T next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return ready.remove();
  }

  /** Ends it, from any thread. */
  @Override
  public void close() {
    closed = true;
    drop();
  }

  private void drop() {
    Frames<Q, R> dropped = frames;
    frames = null;
    if (dropped != null) {
      dropped.cancel();
    }
  }
}

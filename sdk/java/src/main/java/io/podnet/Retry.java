package io.podnet;

import io.grpc.Metadata;
import io.grpc.Status;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * Whether and when to try again, above the transport, which repeats UNAVAILABLE by itself with the same numbers: here the
 * reason decides.
 */
final class Retry {
  private static final Metadata.Key<String> PUSHBACK =
      Metadata.Key.of("grpc-retry-pushback-ms", Metadata.ASCII_STRING_MARSHALLER);

  private final boolean enabled;
  private double tokens = ServiceConfig.TOKENS_MAX;

  Retry(boolean enabled) {
    this.enabled = enabled;
  }

  /** Counts a success. */
  synchronized void succeeded() {
    tokens = Math.min(ServiceConfig.TOKENS_MAX, tokens + ServiceConfig.TOKEN_RATIO);
  }

  /** The wait before another attempt, counting this failure; empty if the error stays. */
  synchronized Optional<Duration> pause(PodnetException error, Metadata trailers, int attempts) {
    boolean helps =
        ServiceConfig.RETRYABLE.contains(error.reason())
            || error.code == Status.Code.DEADLINE_EXCEEDED
            || PodnetException.isLost(error.getCause());
    if (!enabled || !helps) {
      return Optional.empty();
    }
    tokens = Math.max(0, tokens - 1);
    // gRFC A6: a value that cannot be read means that the server does not want another attempt.
    Optional<Duration> demanded =
        Optional.ofNullable(trailers.get(PUSHBACK))
            .map(told -> Duration.ofMillis(told.matches("\\d{1,9}") ? Long.parseLong(told) : -1));
    boolean stopped = demanded.isPresent() && demanded.get().isNegative();
    if (stopped || attempts >= ServiceConfig.ATTEMPTS_MAX || tokens <= ServiceConfig.TOKENS_MAX / 2) {
      return Optional.empty();
    }
    return demanded.isPresent() ? demanded : Optional.of(backoff(error, attempts));
  }

  /** A wait drawn evenly below the doubled first one (full jitter), on top of what the server asked for. */
  private static Duration backoff(PodnetException error, int attempts) {
    long doubled = ServiceConfig.BACKOFF_FIRST.toNanos() << Math.min(attempts - 1, 30);
    long ceiling = Math.min(ServiceConfig.BACKOFF_MAX.toNanos(), doubled);
    long drawn = ThreadLocalRandom.current().nextLong(ceiling);
    return error.retryAfter.orElse(Duration.ZERO).plusNanos(drawn);
  }

  /** Waits before a watch or a stream connects again. */
  static void sleep(PodnetException error, int failures) {
    try {
      TimeUnit.NANOSECONDS.sleep(backoff(error, failures).toNanos());
    } catch (InterruptedException interrupted) {
      throw PodnetException.interrupted();
    }
  }
}

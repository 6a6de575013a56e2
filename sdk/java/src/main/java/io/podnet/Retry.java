package io.podnet;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.reflect.TypeToken;
import io.grpc.Metadata;
import io.podnet.v1.ErrorReason;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.*;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * Whether and when to try again, above the transport, which repeats UNAVAILABLE by itself with the same numbers: here the
 * reason decides. The numbers are those of the one file that all clients share.
 */
final class Retry {
  private static final JsonObject FILE =
      new Gson()
          .fromJson(
              new InputStreamReader(Retry.class.getResourceAsStream("service_config.json"), StandardCharsets.UTF_8),
              JsonObject.class);
  private static final JsonObject CALLS = FILE.getAsJsonArray("methodConfig").get(0).getAsJsonObject();
  private static final JsonObject BATCHES = FILE.getAsJsonArray("methodConfig").get(1).getAsJsonObject();
  private static final JsonObject POLICY = CALLS.getAsJsonObject("retryPolicy");
  private static final JsonObject THROTTLING = FILE.getAsJsonObject("retryThrottling");

  static final Duration DEADLINE = duration(CALLS.get("timeout"));
  static final Duration BATCH_DEADLINE = duration(BATCHES.get("timeout"));
  static final int ATTEMPTS_MAX = POLICY.get("maxAttempts").getAsInt();
  private static final Duration BACKOFF_FIRST = duration(POLICY.get("initialBackoff"));
  private static final Duration BACKOFF_MAX = duration(POLICY.get("maxBackoff"));
  private static final double TOKENS_MAX = THROTTLING.get("maxTokens").getAsDouble();
  private static final double TOKEN_RATIO = THROTTLING.get("tokenRatio").getAsDouble();

  private static final Set<ErrorReason> REPEATED =
      EnumSet.of(
          ErrorReason.ERROR_REASON_OVERLOADED,
          ErrorReason.ERROR_REASON_RATE_LIMITED,
          ErrorReason.ERROR_REASON_REQUEST_IN_PROGRESS,
          ErrorReason.ERROR_REASON_DEADLINE_EXCEEDED);
  private static final Metadata.Key<String> PUSHBACK =
      Metadata.Key.of("grpc-retry-pushback-ms", Metadata.ASCII_STRING_MARSHALLER);

  private final boolean enabled;
  private double tokens = TOKENS_MAX;

  Retry(boolean enabled) {
    this.enabled = enabled;
  }

  /** For the channel: without deadlines, which it would apply to longer ones of the caller too. */
  static Map<String, ?> forChannel() {
    JsonObject bare = FILE.deepCopy();
    bare.getAsJsonArray("methodConfig").forEach(entry -> entry.getAsJsonObject().remove("timeout"));
    return new Gson().fromJson(bare, new TypeToken<Map<String, Object>>() {});
  }

  /** Whether a method carries many items, so that its calls may take longer. */
  static boolean isBatch(String service, String method) {
    JsonObject name = new JsonObject();
    name.addProperty("service", service);
    name.addProperty("method", method);
    return BATCHES.getAsJsonArray("name").contains(name);
  }

  /** Counts a success. */
  synchronized void succeeded() {
    tokens = Math.min(TOKENS_MAX, tokens + TOKEN_RATIO);
  }

  /** The wait before another attempt, counting this failure; empty if the error stays. */
  synchronized Optional<Duration> pause(PodnetException error, Metadata trailers, int attempts) {
    boolean helps = REPEATED.contains(error.reason()) || PodnetException.isLost(error.getCause());
    if (!enabled || !helps) {
      return Optional.empty();
    }
    tokens = Math.max(0, tokens - 1);
    Optional<Duration> demanded = pushback(trailers);
    boolean stopped = demanded.isPresent() && demanded.get().isNegative();
    if (stopped || attempts >= ATTEMPTS_MAX || tokens <= TOKENS_MAX / 2) {
      return Optional.empty();
    }
    return demanded.isPresent() ? demanded : Optional.of(backoff(error, attempts));
  }

  /** A wait drawn evenly below the doubled first one (full jitter), on top of what the server asked for. */
  private static Duration backoff(PodnetException error, int attempts) {
    long ceiling = Math.min(BACKOFF_MAX.toNanos(), BACKOFF_FIRST.toNanos() << Math.min(attempts - 1, 30));
    long drawn = (long) (ceiling * ThreadLocalRandom.current().nextDouble());
    return error.retryAfter().orElse(Duration.ZERO).plusNanos(drawn);
  }

  /** Waits before a watch or a stream connects again. */
  static void sleep(PodnetException error, int failures) {
    try {
      TimeUnit.NANOSECONDS.sleep(backoff(error, failures).toNanos());
    } catch (InterruptedException interrupted) {
      throw PodnetException.interrupted();
    }
  }

  /** What the server demands, negative for never again. */
  private static Optional<Duration> pushback(Metadata trailers) {
    String demanded = trailers.get(PUSHBACK);
    try {
      return Optional.ofNullable(demanded).map(Long::valueOf).map(Duration::ofMillis);
    } catch (NumberFormatException unreadable) {
      // gRFC A6: a value that cannot be read means that the server does not want another attempt.
      return Optional.of(Duration.ofMillis(-1));
    }
  }

  /** A protobuf duration in JSON, such as {@code 0.1s}. */
  private static Duration duration(JsonElement text) {
    return Duration.parse("PT" + text.getAsString());
  }
}

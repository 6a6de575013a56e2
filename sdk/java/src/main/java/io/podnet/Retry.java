package io.podnet;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.podnet.v1.ErrorReason;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Whether and when to try again, above the transport, which repeats UNAVAILABLE by itself with the same numbers: here the
 * reason decides.
 */
final class Retry {
  /** The file of deadlines and retries that all clients share. */
  static final Config CONFIG = Config.read();

  private static final Set<ErrorReason> REPEATED =
      EnumSet.of(
          ErrorReason.ERROR_REASON_OVERLOADED,
          ErrorReason.ERROR_REASON_RATE_LIMITED,
          ErrorReason.ERROR_REASON_REQUEST_IN_PROGRESS,
          ErrorReason.ERROR_REASON_DEADLINE_EXCEEDED);

  private double tokens = CONFIG.tokensMax;

  /** Counts a success. */
  synchronized void succeeded() {
    tokens = Math.min(CONFIG.tokensMax, tokens + CONFIG.tokenRatio);
  }

  /** The wait before another attempt, counting this failure; empty if the error stays. */
  synchronized Optional<Duration> wait(PodnetException error, int attempts) {
    if (!REPEATED.contains(error.reason())) {
      return Optional.empty();
    }
    tokens = Math.max(0, tokens - 1);
    Optional<Long> pushback = error.pushbackMillis();
    boolean stopped = pushback.isPresent() && pushback.get() < 0;
    if (stopped || attempts >= CONFIG.attemptsMax || tokens <= CONFIG.tokensMax / 2) {
      return Optional.empty();
    }
    return Optional.of(pushback.map(Duration::ofMillis).orElseGet(() -> backoff(error, attempts)));
  }

  private static Duration backoff(PodnetException error, int attempts) {
    Duration drawn = jittered(CONFIG.backoffInitial, CONFIG.backoffMax, attempts);
    return error.retryAfter().orElse(Duration.ZERO).plus(drawn);
  }

  /** A wait drawn evenly below the doubled first one (full jitter). */
  static Duration jittered(Duration first, Duration longest, int attempts) {
    long ceiling = Math.min(longest.toNanos(), first.toNanos() << Math.min(attempts - 1, 30));
    return Duration.ofNanos((long) (ceiling * ThreadLocalRandom.current().nextDouble()));
  }

  /** What the file says. */
  static final class Config {
    /** For the channel: without deadlines, which it would apply to longer ones of the caller too. */
    final Map<String, ?> channel;
    final Duration deadline;
    final Duration batchDeadline;
    final Set<String> batch = new HashSet<>();
    final int attemptsMax;
    final Duration backoffInitial;
    final Duration backoffMax;
    final double tokensMax;
    final double tokenRatio;

    private Config(JsonObject file) {
      JsonArray configs = file.getAsJsonArray("methodConfig");
      JsonObject unary = configs.get(0).getAsJsonObject();
      JsonObject batches = configs.get(1).getAsJsonObject();
      deadline = duration(unary.get("timeout"));
      batchDeadline = duration(batches.get("timeout"));
      for (JsonElement name : batches.getAsJsonArray("name")) {
        JsonObject method = name.getAsJsonObject();
        batch.add(method.get("service").getAsString() + "/" + method.get("method").getAsString());
      }
      JsonObject policy = unary.getAsJsonObject("retryPolicy");
      attemptsMax = policy.get("maxAttempts").getAsInt();
      backoffInitial = duration(policy.get("initialBackoff"));
      backoffMax = duration(policy.get("maxBackoff"));
      JsonObject throttling = file.getAsJsonObject("retryThrottling");
      tokensMax = throttling.get("maxTokens").getAsDouble();
      tokenRatio = throttling.get("tokenRatio").getAsDouble();
      for (JsonElement config : configs) {
        config.getAsJsonObject().remove("timeout");
      }
      @SuppressWarnings("unchecked")
      Map<String, ?> map = new Gson().fromJson(file, Map.class);
      channel = map;
    }

    private static Config read() {
      try (Reader reader =
          new InputStreamReader(Retry.class.getResourceAsStream("service_config.json"), StandardCharsets.UTF_8)) {
        return new Config(new Gson().fromJson(reader, JsonObject.class));
      } catch (IOException error) {
        throw new UncheckedIOException(error);
      }
    }

    /** A protobuf duration in JSON, such as {@code 0.1s}. */
    private static Duration duration(JsonElement text) {
      return Duration.parse("PT" + text.getAsString());
    }
  }
}

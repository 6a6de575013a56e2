package io.podnet;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import com.google.rpc.RetryInfo;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.protobuf.StatusProto;
import io.podnet.v1.ErrorReason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A failed call. Subclasses stand where code branches; everything else is told by {@link #code()} and {@link #reason()},
 * whose figures the contract documents beside each value of {@link ErrorReason}.
 */
public class PodnetException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final Metadata.Key<String> PUSHBACK =
      Metadata.Key.of("grpc-retry-pushback-ms", Metadata.ASCII_STRING_MARSHALLER);

  private final transient Parts parts;
  /** Known only when the call has ended. */
  private transient int attempts = 1;
  private transient String requestId = "";

  private PodnetException(Parts parts) {
    super(parts.message, parts.cause);
    this.parts = parts;
  }

  /** The pool has no free address; the figures are in {@link #metadata()}. */
  public static final class PoolExhausted extends PodnetException {
    private static final long serialVersionUID = 1L;

    private PoolExhausted(Parts parts) {
      super(parts);
    }
  }

  /** ALREADY_EXISTS or ABORTED: someone else was first. */
  public static final class Conflict extends PodnetException {
    private static final long serialVersionUID = 1L;

    private Conflict(Parts parts) {
      super(parts);
    }
  }

  /** FAILED_PRECONDITION: the state does not allow it. */
  public static final class PreconditionFailed extends PodnetException {
    private static final long serialVersionUID = 1L;

    private PreconditionFailed(Parts parts) {
      super(parts);
    }
  }

  /** NOT_FOUND. */
  public static final class NotFound extends PodnetException {
    private static final long serialVersionUID = 1L;

    private NotFound(Parts parts) {
      super(parts);
    }
  }

  /** UNAVAILABLE: no server was reached, or it is not ready, after the last attempt. */
  public static final class Unavailable extends PodnetException {
    private static final long serialVersionUID = 1L;

    private Unavailable(Parts parts) {
      super(parts);
    }
  }

  /** DEADLINE_EXCEEDED: the call may have been carried out. */
  public static final class DeadlineExceeded extends PodnetException {
    private static final long serialVersionUID = 1L;

    private DeadlineExceeded(Parts parts) {
      super(parts);
    }
  }

  /** A field of the request that is at fault. */
  public static final class Violation {
    private final String field;
    private final String description;

    private Violation(BadRequest.FieldViolation violation) {
      this.field = violation.getField();
      this.description = violation.getDescription();
    }

    /**
     * Path of the field.
     *
     * @return the path
     */
    public String field() {
      return field;
    }

    /**
     * What is wrong with it.
     *
     * @return a sentence
     */
    public String description() {
      return description;
    }
  }

  /** What a status says, taken apart. */
  private static final class Parts {
    Status.Code code;
    String message = "";
    Throwable cause;
    String reason = "";
    Map<String, String> metadata = Map.of();
    List<Violation> violations = List.of();
    Duration retryAfter;
    Long pushbackMillis;
  }

  /**
   * The error of a failed call of a generated stub, or of an item of a stream.
   *
   * @param status how the call ended
   * @param trailers the trailers that came with it; may be null
   * @return the typed error
   */
  public static PodnetException of(Status status, Metadata trailers) {
    Metadata sent = trailers == null ? new Metadata() : trailers;
    Parts parts = parts(StatusProto.fromStatusAndTrailers(status, sent));
    parts.message = status.getDescription() == null ? "" : status.getDescription();
    parts.cause = status.getCause();
    try {
      parts.pushbackMillis = sent.containsKey(PUSHBACK) ? Long.valueOf(sent.get(PUSHBACK)) : null;
    } catch (NumberFormatException unreadable) {
      // gRFC A6: a value that cannot be read means that the server does not want another attempt.
      parts.pushbackMillis = -1L;
    }
    return typed(parts);
  }

  /**
   * The error of an item of a stream or batch.
   *
   * @param status the item's status
   * @return the typed error
   */
  public static PodnetException of(com.google.rpc.Status status) {
    Parts parts = parts(status);
    parts.message = status.getMessage();
    return typed(parts);
  }

  /** An error of this side, before anything was sent. */
  static PodnetException local(Status.Code code, String message) {
    return of(code.toStatus().withDescription(message), null);
  }

  private static PodnetException typed(Parts parts) {
    if (parts.reason.equals(ErrorReason.ERROR_REASON_POOL_EXHAUSTED.name())) {
      return new PoolExhausted(parts);
    }
    switch (parts.code) {
      case ALREADY_EXISTS:
      case ABORTED:
        return new Conflict(parts);
      case FAILED_PRECONDITION:
        return new PreconditionFailed(parts);
      case NOT_FOUND:
        return new NotFound(parts);
      case UNAVAILABLE:
        return new Unavailable(parts);
      case DEADLINE_EXCEEDED:
        return new DeadlineExceeded(parts);
      default:
        return new PodnetException(parts);
    }
  }

  private static Parts parts(com.google.rpc.Status status) {
    Parts parts = new Parts();
    parts.code = Status.fromCodeValue(status.getCode()).getCode();
    for (Any detail : status.getDetailsList()) {
      try {
        if (detail.is(ErrorInfo.class)) {
          ErrorInfo info = detail.unpack(ErrorInfo.class);
          parts.reason = info.getReason();
          parts.metadata = info.getMetadataMap();
        } else if (detail.is(BadRequest.class)) {
          parts.violations = new ArrayList<>();
          detail.unpack(BadRequest.class).getFieldViolationsList().forEach(v -> parts.violations.add(new Violation(v)));
        } else if (detail.is(RetryInfo.class)) {
          com.google.protobuf.Duration delay = detail.unpack(RetryInfo.class).getRetryDelay();
          parts.retryAfter = Duration.ofSeconds(delay.getSeconds(), delay.getNanos());
        }
      } catch (InvalidProtocolBufferException damaged) {
        // A detail that cannot be read is worth less than the error it came with.
        continue;
      }
    }
    return parts;
  }

  PodnetException after(int attempts, String requestId) {
    this.attempts = Math.max(1, attempts);
    this.requestId = requestId;
    return this;
  }

  Optional<Long> pushbackMillis() {
    return Optional.ofNullable(parts.pushbackMillis);
  }

  /**
   * Canonical code.
   *
   * @return the code
   */
  public Status.Code code() {
    return parts.code;
  }

  /**
   * Why, from the closed list of the contract.
   *
   * @return {@code ERROR_REASON_UNSPECIFIED} if the error did not come from podnet (transport, proxy), {@code UNRECOGNIZED}
   *     if it is newer than this client; then {@link #reasonText()} has it
   */
  public ErrorReason reason() {
    if (parts.reason.isEmpty()) {
      return ErrorReason.ERROR_REASON_UNSPECIFIED;
    }
    try {
      return ErrorReason.valueOf(parts.reason);
    } catch (IllegalArgumentException newer) {
      return ErrorReason.UNRECOGNIZED;
    }
  }

  /**
   * The reason as it was sent, such as {@code ERROR_REASON_POOL_EXHAUSTED}.
   *
   * @return the text, empty without a reason
   */
  public String reasonText() {
    return parts.reason;
  }

  /**
   * Figures by key, as the contract documents for the reason.
   *
   * @return the figures
   */
  public Map<String, String> metadata() {
    return parts.metadata;
  }

  /**
   * Fields at fault.
   *
   * @return one entry for each field
   */
  public List<Violation> violations() {
    return parts.violations;
  }

  /**
   * When the server wants to be asked again.
   *
   * @return the wait, if it said one
   */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(parts.retryAfter);
  }

  /**
   * The {@code request_id} of the call: safe to send again with the same content.
   *
   * @return the id, empty if the call has none
   */
  public String requestId() {
    return requestId;
  }

  /**
   * Attempts that were made.
   *
   * @return at least 1
   */
  public int attempts() {
    return attempts;
  }

  @Override
  public String toString() {
    String reason = parts.reason.isEmpty() ? "" : " " + parts.reason.replaceFirst("^ERROR_REASON_", "");
    return parts.code + reason + ": " + parts.message;
  }
}

package io.podnet;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import com.google.rpc.RetryInfo;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.protobuf.StatusProto;
import io.podnet.v1.ErrorReason;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A failed call. Subclasses stand where code branches; everything else is told by {@link #code()} and {@link #reason()},
 * whose figures the contract documents beside each value of {@link ErrorReason}.
 */
public class PodnetException extends RuntimeException {
  private static final Map<Status.Code, Function<com.google.rpc.Status, PodnetException>> KINDS =
      Map.of(
          Status.Code.ALREADY_EXISTS, Conflict::new,
          Status.Code.ABORTED, Conflict::new,
          Status.Code.FAILED_PRECONDITION, PreconditionFailed::new,
          Status.Code.NOT_FOUND, NotFound::new,
          Status.Code.UNAVAILABLE, Unavailable::new,
          Status.Code.DEADLINE_EXCEEDED, DeadlineExceeded::new);

  private final transient com.google.rpc.Status status;
  private final transient ErrorInfo info;
  /** Known only when the call has ended. */
  private transient int attempts = 1;
  private transient String requestId = "";

  private PodnetException(com.google.rpc.Status status) {
    super(status.getMessage());
    this.status = status;
    this.info = detail(status, ErrorInfo.getDefaultInstance());
  }

  /** The pool has no free address; the figures are in {@link #metadata()}. */
  public static final class PoolExhausted extends PodnetException {
    private PoolExhausted(com.google.rpc.Status status) {
      super(status);
    }
  }

  /** ALREADY_EXISTS or ABORTED: someone else was first. */
  public static final class Conflict extends PodnetException {
    private Conflict(com.google.rpc.Status status) {
      super(status);
    }
  }

  /** FAILED_PRECONDITION: the state does not allow it. */
  public static final class PreconditionFailed extends PodnetException {
    private PreconditionFailed(com.google.rpc.Status status) {
      super(status);
    }
  }

  /** NOT_FOUND. */
  public static final class NotFound extends PodnetException {
    private NotFound(com.google.rpc.Status status) {
      super(status);
    }
  }

  /** UNAVAILABLE: no server was reached, or it is not ready, after the last attempt. */
  public static final class Unavailable extends PodnetException {
    private Unavailable(com.google.rpc.Status status) {
      super(status);
    }
  }

  /** DEADLINE_EXCEEDED: the call may have been carried out. */
  public static final class DeadlineExceeded extends PodnetException {
    private DeadlineExceeded(com.google.rpc.Status status) {
      super(status);
    }
  }

  /**
   * The error of a failed call of a generated stub.
   *
   * @param status how the call ended
   * @param trailers the trailers that came with it; may be null
   * @return the typed error
   */
  public static PodnetException of(Status status, Metadata trailers) {
    com.google.rpc.Status told;
    try {
      told = StatusProto.fromStatusAndTrailers(status, trailers);
    } catch (IllegalArgumentException unreadable) {
      told = StatusProto.fromStatusAndTrailers(status, null);
    }
    com.google.rpc.Status.Builder shown = told.toBuilder();
    shown.setMessage(status.getDescription() == null ? "" : status.getDescription());
    if (isLost(status.getCause())) {
      shown.setCode(Status.Code.UNAVAILABLE.value());
    }
    PodnetException error = of(shown.build());
    error.initCause(status.getCause());
    return error;
  }

  /** Whether a connection broke just as it was written to, which grpc-java reports as UNKNOWN and so does not repeat. */
  static boolean isLost(Throwable cause) {
    return cause instanceof ClosedChannelException;
  }

  /**
   * The error of an item of a stream or batch.
   *
   * @param status the item's status
   * @return the typed error
   */
  public static PodnetException of(com.google.rpc.Status status) {
    PodnetException plain = new PodnetException(status);
    return plain.reason() == ErrorReason.ERROR_REASON_POOL_EXHAUSTED
        ? new PoolExhausted(status)
        : KINDS.getOrDefault(plain.code(), other -> plain).apply(status);
  }

  /** An error of this side. */
  static PodnetException local(Status.Code code, String message) {
    return of(code.toStatus().withDescription(message), null);
  }

  /** The error of a thread that was interrupted, which it stays. */
  static PodnetException interrupted() {
    Thread.currentThread().interrupt();
    return local(Status.Code.CANCELLED, "interrupted while waiting for the server");
  }

  /** The first detail of a kind; a damaged one is worth less than the error that it came with. */
  private static <D extends Message> D detail(com.google.rpc.Status status, D none) {
    @SuppressWarnings("unchecked")
    Class<D> kind = (Class<D>) none.getClass();
    for (Any detail : status.getDetailsList()) {
      try {
        if (detail.is(kind)) {
          return detail.unpack(kind);
        }
      } catch (InvalidProtocolBufferException damaged) {
        return none;
      }
    }
    return none;
  }

  PodnetException after(int attempts, String requestId) {
    this.attempts = Math.max(1, attempts);
    this.requestId = requestId;
    return this;
  }

  /**
   * Canonical code.
   *
   * @return the code
   */
  public Status.Code code() {
    return Status.fromCodeValue(status.getCode()).getCode();
  }

  /**
   * Why, from the closed list of the contract.
   *
   * @return {@code ERROR_REASON_UNSPECIFIED} if the error did not come from podnet (transport, proxy), {@code UNRECOGNIZED}
   *     if it is newer than this client; then {@link #reasonText()} has it
   */
  public ErrorReason reason() {
    if (reasonText().isEmpty()) {
      return ErrorReason.ERROR_REASON_UNSPECIFIED;
    }
    var known = ErrorReason.getDescriptor().findValueByName(reasonText());
    return known == null ? ErrorReason.UNRECOGNIZED : ErrorReason.valueOf(known);
  }

  /**
   * The reason as it was sent, such as {@code ERROR_REASON_POOL_EXHAUSTED}.
   *
   * @return the text, empty without a reason
   */
  public String reasonText() {
    return info.getReason();
  }

  /**
   * Figures by key, as the contract documents for the reason.
   *
   * @return the figures
   */
  public Map<String, String> metadata() {
    return info.getMetadataMap();
  }

  /**
   * Fields at fault, each with what is wrong with it.
   *
   * @return one entry for each field
   */
  public List<BadRequest.FieldViolation> violations() {
    return detail(status, BadRequest.getDefaultInstance()).getFieldViolationsList();
  }

  /**
   * When the server wants to be asked again.
   *
   * @return the wait, if it said one
   */
  public Optional<Duration> retryAfter() {
    RetryInfo told = detail(status, RetryInfo.getDefaultInstance());
    Duration delay = Duration.ofSeconds(told.getRetryDelay().getSeconds(), told.getRetryDelay().getNanos());
    return told.hasRetryDelay() ? Optional.of(delay) : Optional.empty();
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
    return code() + reasonText().replaceFirst("^ERROR_REASON_", " ") + ": " + getMessage();
  }
}

package io.podnet;

import com.google.protobuf.*;
import com.google.rpc.*;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.protobuf.StatusProto;
import io.podnet.v1.ErrorReason;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.*;

/** How an error is read: from a status with its details, from a connection that broke, or as one of this side. */
abstract class Failure extends RuntimeException {
  final transient Status.Code code;
  final transient String reasonText;
  final transient Map<String, String> metadata;
  final transient List<BadRequest.FieldViolation> violations;
  final transient Optional<Duration> retryAfter;
  /** Known only when the call has ended. */
  transient int attempts = 1;
  transient String requestId = "";

  Failure(com.google.rpc.Status status) {
    super(status.getMessage());
    ErrorInfo info = detail(status, ErrorInfo.class).orElse(ErrorInfo.getDefaultInstance());
    code = Status.fromCodeValue(status.getCode()).getCode();
    reasonText = info.getReason();
    metadata = info.getMetadataMap();
    violations = detail(status, BadRequest.class).map(BadRequest::getFieldViolationsList).orElse(List.of());
    retryAfter =
        detail(status, RetryInfo.class)
            .filter(RetryInfo::hasRetryDelay)
            .map(told -> Duration.ofSeconds(told.getRetryDelay().getSeconds(), told.getRetryDelay().getNanos()));
  }

  /** The first detail of a kind; a damaged one is worth less than the error that it came with. */
  private static <D extends Message> Optional<D> detail(com.google.rpc.Status status, Class<D> kind) {
    for (Any detail : status.getDetailsList()) {
      try {
        if (detail.is(kind)) {
          return Optional.of(detail.unpack(kind));
        }
      } catch (InvalidProtocolBufferException damaged) {
        return Optional.empty();
      }
    }
    return Optional.empty();
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
    var shown = told.toBuilder().setMessage(Objects.requireNonNullElse(status.getDescription(), ""));
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
    var byCode = PodnetException.BY_CODE.getOrDefault(plain.code, other -> plain);
    return PodnetException.BY_REASON.getOrDefault(plain.reasonText, byCode).apply(status);
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

  PodnetException after(int attempts, String requestId) {
    this.attempts = Math.max(1, attempts);
    this.requestId = requestId;
    return (PodnetException) this;
  }

  /**
   * Why, from the closed list of the contract.
   *
   * @return {@code ERROR_REASON_UNSPECIFIED} if the error did not come from podnet (transport, proxy), {@code UNRECOGNIZED}
   *     if it is newer than this client; then {@code reasonText()} has it
   */
  public ErrorReason reason() {
    var known = ErrorReason.getDescriptor().findValueByName(reasonText);
    ErrorReason other = reasonText.isEmpty() ? ErrorReason.ERROR_REASON_UNSPECIFIED : ErrorReason.UNRECOGNIZED;
    return known == null ? other : ErrorReason.valueOf(known);
  }

  @Override
  public String toString() {
    return code + reasonText.replaceFirst("^ERROR_REASON_", " ") + ": " + getMessage();
  }
}

package podnet

import (
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"time"

	"google.golang.org/genproto/googleapis/rpc/errdetails"
	rpcstatus "google.golang.org/genproto/googleapis/rpc/status"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	podnetv1 "github.com/podnet/podnet/sdk/go/podnet/v1"
)

// Kinds of errors, for [errors.Is]: those at which callers branch. Everything else is in [Error].
var (
	// ErrPoolExhausted: no address of the pool is free (reason POOL_EXHAUSTED).
	ErrPoolExhausted = errors.New("podnet: pool exhausted")
	// ErrConflict: another resource, holder or version is in the way (codes ALREADY_EXISTS, ABORTED).
	ErrConflict = errors.New("podnet: conflict")
	// ErrPreconditionFailed: the system is not in the state that the call needs (code FAILED_PRECONDITION).
	ErrPreconditionFailed = errors.New("podnet: precondition failed")
	// ErrNotFound: something that the request names does not exist (code NOT_FOUND).
	ErrNotFound = errors.New("podnet: not found")
	// ErrUnavailable: the server was not reached or does not serve, also after all attempts (code UNAVAILABLE).
	ErrUnavailable = errors.New("podnet: unavailable")
	// ErrDeadlineExceeded: there was no answer in time (code DEADLINE_EXCEEDED). Such an error is also
	// [context.DeadlineExceeded].
	ErrDeadlineExceeded = errors.New("podnet: deadline exceeded")
)

var kinds = map[codes.Code][]error{
	codes.AlreadyExists:      {ErrConflict},
	codes.Aborted:            {ErrConflict},
	codes.FailedPrecondition: {ErrPreconditionFailed},
	codes.NotFound:           {ErrNotFound},
	codes.Unavailable:        {ErrUnavailable},
	codes.DeadlineExceeded:   {ErrDeadlineExceeded, context.DeadlineExceeded},
	codes.Canceled:           {context.Canceled},
}

// Error is a failed call. Every error of this package is one, as a pointer: get it with [errors.As].
type Error struct {
	// Code is the canonical code.
	Code codes.Code
	// Reason is the contract's; UNSPECIFIED if the error is not podnet's own (transport, proxy) or has a reason that
	// is newer than this client.
	Reason podnetv1.ErrorReason
	// ReasonText is the reason as it was sent. Empty: none was.
	ReasonText string
	// Message is a sentence for people.
	Message string
	// Metadata has the figures by key, as the contract documents for the reason; nil without a reason.
	Metadata map[string]string
	// Violations are the fields at fault, each with what is wrong with it.
	Violations []*errdetails.BadRequest_FieldViolation
	// RetryAfter is when the server wants to be asked again. 0: it did not say.
	RetryAfter time.Duration
	// RequestID is that of the call. Empty: it had none.
	RequestID string
	// Attempts that were made.
	Attempts int

	details *status.Status
}

// Error is code, reason and message.
func (e *Error) Error() string {
	reason := strings.TrimPrefix(e.ReasonText, "ERROR_REASON_")
	if reason != "" {
		reason = " (" + reason + ")"
	}
	return fmt.Sprintf("podnet: %s%s: %s", e.Code, reason, e.Message)
}

// Is says whether the error is of a kind.
func (e *Error) Is(kind error) bool {
	if kind == ErrPoolExhausted {
		return e.Reason == podnetv1.ErrorReason_ERROR_REASON_POOL_EXHAUSTED
	}
	return slices.Contains(kinds[e.Code], kind)
}

// GRPCStatus is the status as it came, so that package status of gRPC understands the error.
func (e *Error) GRPCStatus() *status.Status { return e.details }

// StatusError is the error of a status inside an answer, as an item of a stream has it; nil for none.
func StatusError(answer *rpcstatus.Status) error {
	if answer == nil {
		return nil
	}
	return fromStatus(status.FromProto(answer))
}

// typed makes an [Error] of what gRPC returns.
func typed(err error) *Error {
	var done *Error
	if errors.As(err, &done) {
		return done
	}
	if err == io.EOF {
		return local(codes.Unavailable, "the stream ended")
	}
	// gRPC wraps the last status of its retries into words of its own.
	var inner interface{ GRPCStatus() *status.Status }
	if errors.As(err, &inner) {
		return fromStatus(inner.GRPCStatus())
	}
	return fromStatus(status.Convert(err))
}

func fromStatus(status *status.Status) *Error {
	e := &Error{Code: status.Code(), Message: status.Message(), Attempts: 1, details: status}
	for _, detail := range status.Details() {
		switch detail := detail.(type) {
		case *errdetails.ErrorInfo:
			e.ReasonText, e.Metadata = detail.GetReason(), map[string]string{}
			maps.Copy(e.Metadata, detail.GetMetadata())
			e.Reason = podnetv1.ErrorReason(podnetv1.ErrorReason_value[e.ReasonText])
		case *errdetails.BadRequest:
			e.Violations = detail.GetFieldViolations()
		case *errdetails.RetryInfo:
			e.RetryAfter = detail.GetRetryDelay().AsDuration()
		}
	}
	return e
}

// local is an error of this side.
func local(code codes.Code, format string, args ...any) *Error {
	return fromStatus(status.Newf(code, format, args...))
}

func invalid(format string, args ...any) *Error {
	return local(codes.InvalidArgument, format, args...)
}

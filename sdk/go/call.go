package podnet

import (
	"context"
	"crypto/rand"
	"fmt"
	"io"
	"slices"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/metadata"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/reflect/protoreflect"
)

// Invoke makes a unary call, as "/podnet.v1.IpamService/AllocateAddress". It lets a Client stand wherever generated
// code wants a connection; callers use the generated clients.
func (c *Client) Invoke(ctx context.Context, method string, request, response any, opts ...grpc.CallOption) error {
	entry, batch := c.table.find(method)
	ctx, cancel := c.withDeadline(ctx, entry, batch)
	defer cancel()
	count := &attempts{}
	ctx = context.WithValue(ctx, attemptsKey{}, count)
	request, id := identified(request)
	opts = slices.Clip(opts)
	for {
		var trailer metadata.MD
		err := c.conn.Invoke(ctx, method, request, response, append(opts, grpc.Trailer(&trailer))...)
		if err == nil {
			return nil
		}
		failure := typed(err)
		failure.RequestID, failure.Attempts = id, count.made()
		if entry.Retry == nil || c.settings.noRetries || !mayRetry(failure) {
			return failure
		}
		if !c.another(ctx, *entry.Retry, failure, trailer) {
			return failure
		}
		// From here on each attempt is decided above: gRPC, with nothing kept to send again, makes only one.
		opts = append(opts, grpc.MaxRetryRPCBufferSize(0))
	}
}

// another waits for the next attempt, if there is to be one. Where the caller gives up meanwhile, that is the failure.
func (c *Client) another(ctx context.Context, policy retryPolicy, failure *Error, trailer metadata.MD) bool {
	wait := policy.wait(failure.Attempts, failure)
	if demand, demanded := pushback(trailer); demanded {
		if demand < 0 {
			return false
		}
		wait = max(demand, failure.RetryAfter)
	}
	if failure.Attempts >= policy.MaxAttempts || !c.throttle.allows() {
		return false
	}
	if deadline, ok := ctx.Deadline(); ok && time.Until(deadline) <= wait {
		return false
	}
	if sleep(ctx, wait) {
		return true
	}
	*failure = Error{Code: codes.Canceled, Message: fmt.Sprintf("canceled, after %v", failure),
		RequestID: failure.RequestID, Attempts: failure.Attempts}
	return false
}

// NewStream opens a stream, without deadline and retries. Its errors are of this package.
func (c *Client) NewStream(
	ctx context.Context, description *grpc.StreamDesc, method string, opts ...grpc.CallOption,
) (grpc.ClientStream, error) {
	stream, err := c.conn.NewStream(ctx, description, method, opts...)
	if err != nil {
		return nil, typed(err)
	}
	return typedStream{stream}, nil
}

type typedStream struct{ grpc.ClientStream }

func (s typedStream) RecvMsg(message any) error {
	if err := s.ClientStream.RecvMsg(message); err != nil && err != io.EOF {
		return typed(err)
	} else {
		return err
	}
}

// withDeadline sets the deadline of the whole call, unless the caller has.
func (c *Client) withDeadline(
	ctx context.Context, entry methodConfig, batch bool,
) (context.Context, context.CancelFunc) {
	own := c.settings.deadline
	if batch {
		own = c.settings.batchDeadline
	}
	if own == nil {
		own = (*time.Duration)(entry.Timeout)
	}
	if _, set := ctx.Deadline(); set || own == nil || *own <= 0 {
		return context.WithCancel(ctx)
	}
	return context.WithTimeout(ctx, *own)
}

// identified gives the request with an id, if it can have one, and the id. The caller's message stays as it is: sent
// once more it is another call.
func identified(request any) (any, string) {
	message, ok := request.(proto.Message)
	if !ok {
		return request, ""
	}
	from := message.ProtoReflect()
	field := from.Descriptor().Fields().ByName("request_id")
	if field == nil {
		return request, ""
	}
	if id := from.Get(field).String(); id != "" {
		return request, id
	}
	id := newRequestID()
	to := from.New()
	from.Range(func(field protoreflect.FieldDescriptor, value protoreflect.Value) bool {
		to.Set(field, value) // what is inside is shared; it is only read
		return true
	})
	to.SetUnknown(from.GetUnknown())
	setString(to, "request_id", id)
	return to.Interface(), id
}

func setString(message protoreflect.Message, field protoreflect.Name, text string) {
	message.Set(message.Descriptor().Fields().ByName(field), protoreflect.ValueOfString(text))
}

// newRequestID is a random UUID, version 4.
func newRequestID() string {
	var b [16]byte
	_, _ = rand.Read(b[:]) // never fails: it ends the process instead
	b[6], b[8] = b[6]&0x0f|0x40, b[8]&0x3f|0x80
	return fmt.Sprintf("%x-%x-%x-%x-%x", b[:4], b[4:6], b[6:8], b[8:10], b[10:])
}

// sleep waits and says whether it could wait so long.
func sleep(ctx context.Context, wait time.Duration) bool {
	timer := time.NewTimer(wait)
	defer timer.Stop()
	select {
	case <-timer.C:
		return true
	case <-ctx.Done():
		return false
	}
}

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
	longest := c.settings.deadline
	if isBatch(method) {
		longest = c.settings.batchDeadline
	}
	if _, set := ctx.Deadline(); !set && longest > 0 {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, longest)
		defer cancel()
	}
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
		if c.settings.noRetries || !mayRetry(failure) || !c.another(ctx, failure, trailer) {
			return failure
		}
		// From here on each attempt is decided above: gRPC, with nothing kept to send again, makes only one.
		opts = append(opts, grpc.MaxRetryRPCBufferSize(0))
	}
}

// another waits for the next attempt, if there is to be one. Where the caller gives up meanwhile, that is the failure.
func (c *Client) another(ctx context.Context, failure *Error, trailer metadata.MD) bool {
	wait := backoff(failure.Attempts, failure)
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
	id, attempts := failure.RequestID, failure.Attempts
	*failure = *local(codes.Canceled, "canceled, after %v", failure)
	failure.RequestID, failure.Attempts = id, attempts
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
	err := s.ClientStream.RecvMsg(message)
	if err == nil || err == io.EOF {
		return err
	}
	return typed(err)
}

// identified gives the request with an id, if it can have one, and the id. The caller's message stays as it is: sent
// once more it is another call.
func identified(request any) (any, string) {
	message := request.(proto.Message).ProtoReflect()
	field := message.Descriptor().Fields().ByName("request_id")
	if field == nil {
		return request, ""
	}
	if id := message.Get(field).String(); id != "" {
		return request, id
	}
	var b [16]byte
	_, _ = rand.Read(b[:]) // never fails: it ends the process instead
	b[6], b[8] = b[6]&0x0f|0x40, b[8]&0x3f|0x80
	id := fmt.Sprintf("%x-%x-%x-%x-%x", b[:4], b[4:6], b[6:8], b[8:10], b[10:])
	return with(message, field, id).Interface(), id
}

// with is the message with another text in a field. What is inside of it is shared, and only read.
func with(message protoreflect.Message, field protoreflect.FieldDescriptor, text string) protoreflect.Message {
	changed := message.New()
	message.Range(func(field protoreflect.FieldDescriptor, value protoreflect.Value) bool {
		changed.Set(field, value)
		return true
	})
	changed.SetUnknown(message.GetUnknown())
	changed.Set(field, protoreflect.ValueOfString(text))
	return changed
}

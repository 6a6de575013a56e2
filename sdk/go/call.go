package podnet

import (
	"context"
	"io"
	"slices"
	"time"

	"github.com/google/uuid"
	"google.golang.org/grpc"
	"google.golang.org/grpc/metadata"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/reflect/protoreflect"

	"github.com/podnet/podnet/sdk/go/internal/generated"
)

// Invoke makes a unary call, as "/podnet.v1.IpamService/AllocateAddress". It lets a Client stand wherever generated
// code wants a connection; callers use the generated clients.
func (c *Client) Invoke(ctx context.Context, method string, given, response any, opts ...grpc.CallOption) error {
	longest := c.options.Deadline
	if generated.IsBatch[method] {
		longest = c.options.BatchDeadline
	}
	if _, set := ctx.Deadline(); !set && longest > 0 {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, longest)
		defer cancel()
	}
	count := &attempts{throttle: &c.throttle}
	ctx = context.WithValue(ctx, attemptsKey{}, count)
	request, id := identified(given.(proto.Message))
	opts = slices.Clip(opts)
	for {
		var trailer metadata.MD
		err := c.conn.Invoke(ctx, method, request, response, append(opts, grpc.Trailer(&trailer))...)
		if err == nil {
			return nil
		}
		failure := typed(err)
		failure.RequestID, failure.Attempts = id, count.made()
		wait, again := c.another(failure, trailer)
		if deadline, set := ctx.Deadline(); !again || set && time.Until(deadline) <= wait {
			return failure
		}
		sleep(ctx, wait) // who gives up meanwhile is told so by the next attempt, which is none
		// From here on each attempt is decided above: gRPC, with nothing kept to send again, makes only one.
		opts = append(opts, grpc.MaxRetryRPCBufferSize(0))
	}
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
func identified[M proto.Message](request M) (M, string) {
	message := request.ProtoReflect()
	field := message.Descriptor().Fields().ByName("request_id")
	if field == nil {
		return request, ""
	}
	if id := message.Get(field).String(); id != "" {
		return request, id
	}
	id := uuid.NewString()
	return with(request, field, id), id
}

// with is the message with another text in a field. What is inside of it is shared, and only read.
func with[M proto.Message](given M, field protoreflect.FieldDescriptor, text string) M {
	message := given.ProtoReflect()
	changed := message.New()
	message.Range(func(field protoreflect.FieldDescriptor, value protoreflect.Value) bool {
		changed.Set(field, value)
		return true
	})
	changed.SetUnknown(message.GetUnknown())
	changed.Set(field, protoreflect.ValueOfString(text))
	return changed.Interface().(M)
}

package podnet

import (
	"context"
	"io"
	"iter"
	"maps"
	"slices"
	"strconv"
	"strings"

	"google.golang.org/grpc/codes"

	podnetv1 "github.com/podnet/podnet/sdk/go/podnet/v1"
)

// Broken connections one after another, without an answer between them, after which a stream gives up.
const breaksMax = 10

// Operations that may be unanswered where the server does not say, and those that are read ahead.
const inFlightDefault = 64

// StreamAddresses runs independent allocates and releases over one stream and yields their answers in the order of
// completion. Operations are numbered from 1 in the order given; correlation_id of an answer is that number. An
// operation that fails has its status in its answer ([StatusError]), and the stream goes on.
//
// There are never more operations unanswered than the server allows; operations is read, on a goroutine of its own,
// at most 64 ahead. After a broken connection what is unanswered is sent again, with the same request ids. When operations
// ends and all are answered, so does the loop; an error that stays ends it too.
func (c *Client) StreamAddresses(
	ctx context.Context, operations iter.Seq[*podnetv1.StreamAddressesRequest],
) iter.Seq2[*podnetv1.StreamAddressesResponse, error] {
	return func(yield func(*podnetv1.StreamAddressesResponse, error) bool) {
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		s := stream{client: c, yield: yield, unanswered: map[uint64]*podnetv1.StreamAddressesRequest{}}
		s.fresh = numbered(ctx, operations)
		for breaks := 1; ; breaks++ {
			answered, err := s.once(ctx)
			if err == nil {
				return
			}
			if answered {
				breaks = 1
			}
			if err.Code != codes.Unavailable || breaks >= breaksMax {
				yield(nil, err)
				return
			}
			sleep(ctx, backoffAfter(breaks, err))
		}
	}
}

type stream struct {
	client     *Client
	yield      func(*podnetv1.StreamAddressesResponse, error) bool
	fresh      <-chan *podnetv1.StreamAddressesRequest // nil when all are taken
	unanswered map[uint64]*podnetv1.StreamAddressesRequest
}

// numbered gives the operations their numbers and ids. The caller's messages stay as they are.
func numbered(
	ctx context.Context, operations iter.Seq[*podnetv1.StreamAddressesRequest],
) <-chan *podnetv1.StreamAddressesRequest {
	fresh := make(chan *podnetv1.StreamAddressesRequest, inFlightDefault)
	go func() {
		defer close(fresh)
		number := uint64(0)
		for operation := range operations {
			number++
			numbered := &podnetv1.StreamAddressesRequest{CorrelationId: number}
			switch operation := operation.GetOperation().(type) {
			case *podnetv1.StreamAddressesRequest_Allocate:
				request, _ := identified(operation.Allocate)
				numbered.Operation = &podnetv1.StreamAddressesRequest_Allocate{Allocate: request}
			case *podnetv1.StreamAddressesRequest_Release:
				request, _ := identified(operation.Release)
				numbered.Operation = &podnetv1.StreamAddressesRequest_Release{Release: request}
			}
			select {
			case fresh <- numbered:
			case <-ctx.Done():
				return
			}
		}
	}()
	return fresh
}

type received struct {
	answer *podnetv1.StreamAddressesResponse
	err    error
}

// once works over one connection, until it fails, or nil if all is done or the loop has ended.
func (s *stream) once(ctx context.Context) (answered bool, _ *Error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	connection, err := s.client.Ipam.StreamAddresses(ctx)
	if err != nil {
		return false, typed(err)
	}
	header, err := connection.Header()
	if err != nil {
		return false, typed(err)
	}
	limit, err := strconv.Atoi(strings.Join(header.Get("podnet-max-in-flight"), ""))
	if err != nil || limit < 1 {
		limit = inFlightDefault
	}
	answers := make(chan received, inFlightDefault)
	go func() {
		for err := error(nil); err == nil; {
			var answer *podnetv1.StreamAddressesResponse
			answer, err = connection.Recv()
			select {
			case answers <- received{answer, err}:
			case <-ctx.Done():
				return
			}
		}
	}()
	again := slices.Sorted(maps.Keys(s.unanswered))
	closed := false
	for {
		free := len(s.unanswered)-len(again) < limit
		// What is wrong with a connection to which one cannot send is what receiving says.
		if free && len(again) > 0 {
			_ = connection.Send(s.unanswered[again[0]])
			again = again[1:]
			continue
		}
		if s.fresh == nil && len(again) == 0 && !closed {
			_ = connection.CloseSend()
			closed = true
		}
		fresh := s.fresh
		if !free {
			fresh = nil
		}
		select {
		case operation, more := <-fresh:
			if !more {
				s.fresh = nil
				continue
			}
			s.unanswered[operation.GetCorrelationId()] = operation
			_ = connection.Send(operation)
		case next := <-answers:
			if next.err == io.EOF && closed && len(s.unanswered) == 0 {
				return answered, nil
			}
			if next.err != nil {
				return answered, typed(next.err)
			}
			answered = true
			number := next.answer.GetCorrelationId()
			_, waited := s.unanswered[number]
			delete(s.unanswered, number)
			if waited && !s.yield(next.answer, nil) {
				return answered, nil
			}
		}
	}
}

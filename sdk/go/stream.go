package podnet

import (
	"context"
	"io"
	"iter"
	"maps"
	"slices"
	"strconv"
	"sync"

	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"

	podnetv1 "github.com/podnet/podnet/sdk/go/podnet/v1"
)

// Broken connections one after another, without an answer between them, after which a stream gives up.
const breaksMax = 10

// Operations that may be unanswered where the server does not say.
const inFlightDefault = 64

// StreamAddresses runs independent allocates and releases over one stream and yields their answers in the order of
// completion. Operations are numbered from 1 in the order given; correlation_id of an answer is that number. An
// operation that fails has its status in its answer ([StatusError]), and the stream goes on.
//
// There are never more operations unanswered than the server allows; operations is read, on a goroutine of its own,
// only as fast. After a broken connection what is unanswered is sent again, with the same request ids. When operations
// ends and all are answered, so does the loop; an error that stays ends it too.
func (c *Client) StreamAddresses(
	ctx context.Context, operations iter.Seq[*podnetv1.StreamAddressesRequest],
) iter.Seq2[*podnetv1.StreamAddressesResponse, error] {
	return func(yield func(*podnetv1.StreamAddressesResponse, error) bool) {
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		s := stream{client: c, yield: yield, fresh: make(chan *podnetv1.StreamAddressesRequest)}
		s.unanswered = map[uint64]*podnetv1.StreamAddressesRequest{}
		go s.feed(ctx, operations)
		for breaks := 1; ; breaks++ {
			answered, err := s.once(ctx)
			if err == nil {
				return
			}
			if answered {
				breaks = 1
			}
			if err.Code != codes.Unavailable || breaks >= breaksMax || !sleep(ctx, reconnect.wait(breaks, err)) {
				yield(nil, err)
				return
			}
		}
	}
}

type stream struct {
	client *Client
	yield  func(*podnetv1.StreamAddressesResponse, error) bool
	fresh  chan *podnetv1.StreamAddressesRequest // closed at the end of the operations

	mutex      sync.Mutex
	unanswered map[uint64]*podnetv1.StreamAddressesRequest
	complete   bool // every operation has been taken from fresh
}

// feed numbers the operations. The caller's messages stay as they are.
func (s *stream) feed(ctx context.Context, operations iter.Seq[*podnetv1.StreamAddressesRequest]) {
	defer close(s.fresh)
	number := uint64(0)
	for operation := range operations {
		number++
		numbered := &podnetv1.StreamAddressesRequest{CorrelationId: number}
		switch operation := operation.GetOperation().(type) {
		case *podnetv1.StreamAddressesRequest_Allocate:
			request, _ := identified(operation.Allocate)
			numbered.Operation = &podnetv1.StreamAddressesRequest_Allocate{Allocate: request.(*podnetv1.AllocateAddressRequest)}
		case *podnetv1.StreamAddressesRequest_Release:
			request, _ := identified(operation.Release)
			numbered.Operation = &podnetv1.StreamAddressesRequest_Release{Release: request.(*podnetv1.ReleaseAddressRequest)}
		}
		select {
		case s.fresh <- numbered:
		case <-ctx.Done():
			return
		}
	}
}

// once works over one connection, until it fails, or nil if all is done or the loop has ended.
func (s *stream) once(ctx context.Context) (answered bool, _ *Error) {
	ctx, cancel := context.WithCancel(ctx)
	var sender sync.WaitGroup
	defer sender.Wait()
	defer cancel()
	connection, err := s.client.Ipam.StreamAddresses(ctx)
	if err != nil {
		return false, typed(err)
	}
	header, err := connection.Header()
	if err != nil {
		return false, typed(err)
	}
	limit := inFlightDefault
	if values := header.Get("podnet-max-in-flight"); len(values) > 0 {
		if told, err := strconv.Atoi(values[0]); err == nil && told > 0 {
			limit = told
		}
	}
	slots := make(chan struct{}, limit)
	sender.Go(func() { s.send(ctx, connection, slots) })
	for {
		answer, err := connection.Recv()
		if err == io.EOF && s.finished() {
			return answered, nil
		}
		if err != nil {
			return answered, typed(err)
		}
		answered = true
		if !s.settle(answer.GetCorrelationId()) {
			continue // answered before
		}
		<-slots
		if !s.yield(answer, nil) {
			return answered, nil
		}
	}
}

// send sends what the connection before has left unanswered, then what is fresh, each in a free slot.
func (s *stream) send(
	ctx context.Context,
	connection grpc.BidiStreamingClient[podnetv1.StreamAddressesRequest, podnetv1.StreamAddressesResponse],
	slots chan<- struct{},
) {
	s.mutex.Lock()
	left := s.unanswered
	numbers := slices.Sorted(maps.Keys(left))
	again := make([]*podnetv1.StreamAddressesRequest, 0, len(numbers))
	for _, number := range numbers {
		again = append(again, left[number])
	}
	s.mutex.Unlock()
	for {
		select {
		case slots <- struct{}{}:
		case <-ctx.Done():
			return
		}
		var operation *podnetv1.StreamAddressesRequest
		if len(again) > 0 {
			operation, again = again[0], again[1:]
		} else if operation = s.next(ctx); operation == nil {
			_ = connection.CloseSend() // what is wrong with the connection is what receiving says
			return
		}
		if connection.Send(operation) != nil {
			return
		}
	}
}

// next takes a fresh operation and counts it as unanswered; nil at the end.
func (s *stream) next(ctx context.Context) *podnetv1.StreamAddressesRequest {
	select {
	case operation, more := <-s.fresh:
		s.mutex.Lock()
		defer s.mutex.Unlock()
		if !more {
			s.complete = true
			return nil
		}
		s.unanswered[operation.GetCorrelationId()] = operation
		return operation
	case <-ctx.Done():
		return nil
	}
}

// settle notes an answer and says whether it was waited for.
func (s *stream) settle(number uint64) bool {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	_, waited := s.unanswered[number]
	delete(s.unanswered, number)
	return waited
}

func (s *stream) finished() bool {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	return s.complete && len(s.unanswered) == 0
}

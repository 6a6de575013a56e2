// Package generator makes load in each of the ways that there are: single calls, batches, a stream, and calls that carry
// nothing, which show what the connection alone can do.
package generator

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"

	"github.com/podnet/podnet/sdk/go"
	podnetv1 "github.com/podnet/podnet/sdk/go/podnet/v1"
)

// Load is what to allocate and how much at once.
type Load struct {
	Client *podnet.Client
	// Cluster and nodes of the pods; the nodes are taken one after another.
	Cluster string
	Nodes   []string
	// Prefix of the ids of allocations.
	Prefix string
	// InFlight is how many calls are made at once; of a stream, how many addresses are taken before they are released.
	InFlight int
	// BatchSize is how many addresses a batch carries.
	BatchSize int
}

// Run makes so many operations, each release after its allocate.
func (l Load) Run(ctx context.Context, way string, count int) error {
	switch way {
	case "stream":
		for answer, err := range l.Client.StreamAddresses(ctx, l.operations(count)) {
			if err = errors.Join(err, podnet.StatusError(answer.GetError())); err != nil {
				return err
			}
		}
		return nil
	case "batch":
		return l.pieces(count, 2*l.BatchSize, func(piece int) error { return l.batch(ctx, piece*l.BatchSize) })
	case "unary":
		return l.pieces(count, 2, func(piece int) error {
			if _, err := l.Client.Ipam.AllocateAddress(ctx, l.allocate(piece)); err != nil {
				return err
			}
			_, err := l.Client.Ipam.ReleaseAddress(ctx, l.release(piece))
			return err
		})
	default:
		return l.pieces(count, 1, func(int) error {
			_, err := l.Client.Admin.GetServerInfo(ctx, &podnetv1.GetServerInfoRequest{})
			return err
		})
	}
}

func (l Load) allocate(number int) *podnetv1.AllocateAddressRequest {
	id, node := fmt.Sprintf("%s-%d", l.Prefix, number), l.Nodes[number%len(l.Nodes)]
	return &podnetv1.AllocateAddressRequest{Parent: l.Cluster, AllocationId: id, Node: node}
}

func (l Load) release(number int) *podnetv1.ReleaseAddressRequest {
	return &podnetv1.ReleaseAddressRequest{Name: fmt.Sprintf("%s/allocations/%s-%d", l.Cluster, l.Prefix, number)}
}

// batch sends many in one call, all or none and in one revision.
func (l Load) batch(ctx context.Context, first int) error {
	allocates := &podnetv1.BatchAllocateAddressesRequest{Parent: l.Cluster}
	releases := &podnetv1.BatchReleaseAddressesRequest{Parent: l.Cluster}
	for number := first; number < first+l.BatchSize; number++ {
		allocates.Requests = append(allocates.Requests, l.allocate(number))
		releases.Requests = append(releases.Requests, l.release(number))
	}
	if _, err := l.Client.Ipam.BatchAllocateAddresses(ctx, allocates); err != nil {
		return err
	}
	_, err := l.Client.Ipam.BatchReleaseAddresses(ctx, releases)
	return err
}

// operations are the allocates of a window, then its releases, so that both are on their way at once.
func (l Load) operations(count int) func(yield func(*podnetv1.StreamAddressesRequest) bool) {
	return func(yield func(*podnetv1.StreamAddressesRequest) bool) {
		for operation := range count {
			first := operation / (2 * l.InFlight) * l.InFlight
			window, place := min(l.InFlight, count/2-first), operation-2*first
			request := &podnetv1.StreamAddressesRequest{}
			if number := first + place%window; place < window {
				request.Operation = &podnetv1.StreamAddressesRequest_Allocate{Allocate: l.allocate(number)}
			} else {
				request.Operation = &podnetv1.StreamAddressesRequest_Release{Release: l.release(number)}
			}
			if !yield(request) {
				return
			}
		}
	}
}

// pieces works off the count in pieces of a size, so many at once.
func (l Load) pieces(count, size int, one func(piece int) error) error {
	var next atomic.Int64
	var workers sync.WaitGroup
	failed := make([]error, l.InFlight)
	for worker := range l.InFlight {
		workers.Go(func() {
			for piece := int(next.Add(1)) - 1; piece*size < count && failed[worker] == nil; piece = int(next.Add(1)) - 1 {
				failed[worker] = one(piece)
			}
		})
	}
	workers.Wait()
	return errors.Join(failed...)
}

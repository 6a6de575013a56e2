package main

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"time"

	"github.com/podnet/podnet/sdk/go"
	pb "github.com/podnet/podnet/sdk/go/podnet/v1"
)

func (a args) allocate(number int) *pb.AllocateAddressRequest {
	id, node := fmt.Sprintf("%s-%d", a.Prefix, number), a.Nodes[number%len(a.Nodes)]
	return &pb.AllocateAddressRequest{Parent: a.Parent, AllocationId: id, Node: node}
}

func (a args) release(number int) *pb.ReleaseAddressRequest {
	return &pb.ReleaseAddressRequest{Name: fmt.Sprintf("%s/allocations/%s-%d", a.Parent, a.Prefix, number)}
}

// load makes so many operations as fast as the server answers: allocates with their releases, or nothing at all.
func load(ctx context.Context, client *podnet.Client, a args) (result object, err error) {
	begin := time.Now()
	switch a.Shape {
	case "stream":
		for answer, failed := range client.StreamAddresses(ctx, a.operations) {
			err = errors.Join(err, failed, podnet.StatusError(answer.GetError()))
		}
	case "batch":
		err = a.pieces(2*a.BatchSize, func(piece int) error {
			allocates := &pb.BatchAllocateAddressesRequest{Parent: a.Parent}
			releases := &pb.BatchReleaseAddressesRequest{Parent: a.Parent}
			for number := piece * a.BatchSize; number < (piece+1)*a.BatchSize; number++ {
				allocates.Requests = append(allocates.Requests, a.allocate(number))
				releases.Requests = append(releases.Requests, a.release(number))
			}
			if _, err := client.Ipam.BatchAllocateAddresses(ctx, allocates); err != nil {
				return err
			}
			_, err := client.Ipam.BatchReleaseAddresses(ctx, releases)
			return err
		})
	case "unary":
		err = a.pieces(2, func(piece int) error {
			if _, err := client.Ipam.AllocateAddress(ctx, a.allocate(piece)); err != nil {
				return err
			}
			_, err := client.Ipam.ReleaseAddress(ctx, a.release(piece))
			return err
		})
	default:
		err = a.pieces(1, func(int) error {
			_, err := client.Admin.GetServerInfo(ctx, &pb.GetServerInfoRequest{})
			return err
		})
	}
	return object{"seconds": time.Since(begin).Seconds(), "operations": a.Count}, err
}

// operations are the allocates of a window, then its releases, so that both are on their way at once.
func (a args) operations(yield func(*pb.StreamAddressesRequest) bool) {
	for operation := range a.Count {
		first := operation / (2 * a.InFlight) * a.InFlight
		window, place := min(a.InFlight, a.Count/2-first), operation-2*first
		request := &pb.StreamAddressesRequest{}
		if number := first + place%window; place < window {
			request.Operation = &pb.StreamAddressesRequest_Allocate{Allocate: a.allocate(number)}
		} else {
			request.Operation = &pb.StreamAddressesRequest_Release{Release: a.release(number)}
		}
		if !yield(request) {
			return
		}
	}
}

// pieces works off the count in pieces of a size, so many at once.
func (a args) pieces(size int, one func(piece int) error) error {
	var next atomic.Int64
	var workers sync.WaitGroup
	failed := make([]error, a.InFlight)
	for worker := range a.InFlight {
		workers.Go(func() {
			for piece := int(next.Add(1)) - 1; piece*size < a.Count && failed[worker] == nil; piece = int(next.Add(1)) - 1 {
				failed[worker] = one(piece)
			}
		})
	}
	workers.Wait()
	return errors.Join(failed...)
}

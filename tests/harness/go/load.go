package main

import (
	"context"
	"errors"
	"fmt"
	"iter"
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
func load(ctx context.Context, client *podnet.Client, args args) (object, error) {
	begin, args := time.Now(), args
	args.InFlight = max(args.InFlight, 1)
	done := 0
	var err error
	switch args.Shape {
	case "stream":
		for _, failed := range client.StreamAddresses(ctx, args.operations()) {
			if failed != nil {
				return nil, failed
			}
			done++
		}
	case "batch":
		done, err = args.pieces(2*args.BatchSize, func(piece int) error { return args.batch(ctx, client, piece) })
	case "unary":
		done, err = args.pieces(2, func(piece int) error {
			_, err := client.Ipam.AllocateAddress(ctx, args.allocate(piece))
			if err == nil {
				_, err = client.Ipam.ReleaseAddress(ctx, args.release(piece))
			}
			return err
		})
	default:
		done, err = args.pieces(1, func(int) error {
			_, err := client.Admin.GetServerInfo(ctx, &pb.GetServerInfoRequest{})
			return err
		})
	}
	return object{"seconds": time.Since(begin).Seconds(), "operations": done}, err
}

func (a args) batch(ctx context.Context, client *podnet.Client, piece int) error {
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
}

// operations are the allocates of a window, then its releases, so that both are on their way at once.
func (a args) operations() iter.Seq[*pb.StreamAddressesRequest] {
	return func(yield func(*pb.StreamAddressesRequest) bool) {
		for operation := range a.Count {
			first := operation / (2 * a.InFlight) * a.InFlight
			window, place := min(a.InFlight, a.Count/2-first), operation-2*first
			number := first + place%window
			request := &pb.StreamAddressesRequest{}
			if place < window {
				request.Operation = &pb.StreamAddressesRequest_Allocate{Allocate: a.allocate(number)}
			} else {
				request.Operation = &pb.StreamAddressesRequest_Release{Release: a.release(number)}
			}
			if !yield(request) {
				return
			}
		}
	}
}

// pieces works off the count in pieces of a size, so many at once, and gives how many operations that was.
func (a args) pieces(size int, one func(piece int) error) (int, error) {
	var next atomic.Int64
	var workers sync.WaitGroup
	count := (a.Count + size - 1) / size
	failed := make([]error, a.InFlight)
	for worker := range a.InFlight {
		workers.Go(func() {
			for piece := int(next.Add(1)) - 1; piece < count && failed[worker] == nil; piece = int(next.Add(1)) - 1 {
				failed[worker] = one(piece)
			}
		})
	}
	workers.Wait()
	return count * size, errors.Join(failed...)
}

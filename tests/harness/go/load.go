package main

import (
	"context"
	"fmt"
	"iter"
	"sync"
	"time"

	"github.com/podnet/podnet/sdk/go"
	pb "github.com/podnet/podnet/sdk/go/podnet/v1"
)

// load makes so many operations as fast as it can, so many at once.
func load(ctx context.Context, client *podnet.Client, args args) (object, error) {
	size, one := 1, func(first int) error { return fmt.Errorf("shape %q", args.Shape) }
	request := func(number int) *pb.AllocateAddressRequest {
		id := fmt.Sprintf("%s%d", args.Prefix, number)
		return &pb.AllocateAddressRequest{Parent: args.Parent, AllocationId: id, Node: args.Node}
	}
	switch args.Shape {
	case "echo":
		one = func(int) error {
			_, err := client.Admin.GetServerInfo(ctx, &pb.GetServerInfoRequest{})
			return err
		}
	case "unary":
		one = func(number int) error {
			_, err := client.Ipam.AllocateAddress(ctx, request(number))
			return err
		}
	case "batch":
		size = args.BatchSize
		one = func(first int) error {
			batch := &pb.BatchAllocateAddressesRequest{Parent: args.Parent}
			for number := first; number < min(first+size, args.Count); number++ {
				batch.Requests = append(batch.Requests, request(number))
			}
			_, err := client.Ipam.BatchAllocateAddresses(ctx, batch)
			return err
		}
	case "stream":
		size = args.Count
		args.InFlight = 1
		one = func(int) error { return streamed(ctx, client, args.Count, request) }
	}
	begin := time.Now()
	if err := shared(args.Count, size, max(args.InFlight, 1), one); err != nil {
		return nil, err
	}
	return object{"seconds": time.Since(begin).Seconds(), "operations": args.Count}, nil
}

func streamed(ctx context.Context, client *podnet.Client, count int, request func(int) *pb.AllocateAddressRequest) error {
	var operations iter.Seq[*pb.StreamAddressesRequest] = func(yield func(*pb.StreamAddressesRequest) bool) {
		for number := range count {
			operation := &pb.StreamAddressesRequest_Allocate{Allocate: request(number)}
			if !yield(&pb.StreamAddressesRequest{Operation: operation}) {
				return
			}
		}
	}
	for answer, err := range client.StreamAddresses(ctx, operations) {
		if err != nil {
			return err
		}
		if err := podnet.StatusError(answer.GetError()); err != nil {
			return err
		}
	}
	return nil
}

// shared divides the operations, in steps of a size, among workers; the first error ends it.
func shared(count, size, workers int, one func(first int) error) error {
	firsts, failed := make(chan int), make(chan error, workers)
	var running sync.WaitGroup
	for range workers {
		running.Go(func() {
			for first := range firsts {
				if err := one(first); err != nil {
					failed <- err
					return
				}
			}
		})
	}
	for first := 0; first < count; first += size {
		select {
		case firsts <- first:
		case err := <-failed:
			failed <- err // room for it is sure: the worker that sent it has ended
			first = count
		}
	}
	close(firsts)
	running.Wait()
	select {
	case err := <-failed:
		return err
	default:
		return nil
	}
}

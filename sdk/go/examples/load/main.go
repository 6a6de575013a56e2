// Load allocates addresses on all nodes of a cluster and releases them, in each of the three ways that there are, and
// prints how many operations were made in a second. Calls that carry nothing show what the connection alone can do.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"iter"
	"log"
	"sync"
	"sync/atomic"
	"time"

	"google.golang.org/grpc/health/grpc_health_v1"

	"github.com/podnet/podnet/sdk/go"
	podnetv1 "github.com/podnet/podnet/sdk/go/podnet/v1"
)

const batchSize = 256

func main() {
	cluster := flag.String("cluster", "clusters/prod", "cluster of the pods")
	count := flag.Int("count", 200, "addresses in each way; the nodes together must have so many free")
	workers := flag.Int("workers", 64, "unary calls at once")
	flag.Parse()
	client, err := podnet.Connect("", nil)
	if err != nil {
		log.Fatal(err)
	}
	defer client.Close()
	ctx := context.Background()
	l := load{client: client, cluster: *cluster, count: *count, workers: *workers}
	request := &podnetv1.ListNodesRequest{Parent: *cluster}
	for node, err := range podnet.List(ctx, client.Cluster.ListNodes, request, (*podnetv1.ListNodesResponse).GetNodes) {
		if err != nil {
			log.Fatal(err)
		}
		l.nodes = append(l.nodes, node.GetName())
	}
	for _, way := range []struct {
		name string
		run  func(context.Context, string) error
	}{{"empty", l.empty}, {"unary", l.unary}, {"batch", l.batch}, {"stream", l.stream}} {
		begin := time.Now()
		if err := way.run(ctx, way.name); err != nil {
			log.Fatal(err)
		}
		fmt.Printf("%-6s %8.0f operations/s\n", way.name, float64(2**count)/time.Since(begin).Seconds())
	}
}

type load struct {
	client         *podnet.Client
	cluster        string
	nodes          []string
	count, workers int
}

func (l load) allocate(way string, number int) *podnetv1.AllocateAddressRequest {
	id := fmt.Sprintf("load-%s-%d", way, number)
	node := l.nodes[number%len(l.nodes)]
	return &podnetv1.AllocateAddressRequest{Parent: l.cluster, AllocationId: id, Node: node}
}

func (l load) release(way string, number int) *podnetv1.ReleaseAddressRequest {
	return &podnetv1.ReleaseAddressRequest{Name: fmt.Sprintf("%s/allocations/load-%s-%d", l.cluster, way, number)}
}

// empty makes calls that the server answers without a thought.
func (l load) empty(ctx context.Context, _ string) error {
	health := grpc_health_v1.NewHealthClient(l.client.Conn())
	call := func(int) error {
		_, err := health.Check(ctx, &grpc_health_v1.HealthCheckRequest{})
		return err
	}
	return errors.Join(l.each(call), l.each(call))
}

func (l load) unary(ctx context.Context, way string) error {
	allocated := l.each(func(number int) error {
		_, err := l.client.Ipam.AllocateAddress(ctx, l.allocate(way, number))
		return err
	})
	released := l.each(func(number int) error {
		_, err := l.client.Ipam.ReleaseAddress(ctx, l.release(way, number))
		return err
	})
	return errors.Join(allocated, released)
}

// each calls for every number, from all workers.
func (l load) each(call func(number int) error) error {
	var last atomic.Int64
	var workers sync.WaitGroup
	failed := make([]error, l.workers)
	for worker := range l.workers {
		workers.Go(func() {
			for failed[worker] == nil {
				number := int(last.Add(1))
				if number > l.count {
					return
				}
				failed[worker] = call(number)
			}
		})
	}
	workers.Wait()
	return errors.Join(failed...)
}

// batch sends many in one call, all or none and in one revision.
func (l load) batch(ctx context.Context, way string) error {
	for first := 1; first <= l.count; first += batchSize {
		allocates := &podnetv1.BatchAllocateAddressesRequest{Parent: l.cluster}
		releases := &podnetv1.BatchReleaseAddressesRequest{Parent: l.cluster}
		for number := first; number < first+batchSize && number <= l.count; number++ {
			allocates.Requests = append(allocates.Requests, l.allocate(way, number))
			releases.Requests = append(releases.Requests, l.release(way, number))
		}
		if _, err := l.client.Ipam.BatchAllocateAddresses(ctx, allocates); err != nil {
			return err
		}
		if _, err := l.client.Ipam.BatchReleaseAddresses(ctx, releases); err != nil {
			return err
		}
	}
	return nil
}

// stream keeps as many on the way as the server allows. They run at once, so the releases wait for all allocates.
func (l load) stream(ctx context.Context, way string) error {
	allocates := l.operations(func(number int) *podnetv1.StreamAddressesRequest {
		operation := &podnetv1.StreamAddressesRequest_Allocate{Allocate: l.allocate(way, number)}
		return &podnetv1.StreamAddressesRequest{Operation: operation}
	})
	releases := l.operations(func(number int) *podnetv1.StreamAddressesRequest {
		operation := &podnetv1.StreamAddressesRequest_Release{Release: l.release(way, number)}
		return &podnetv1.StreamAddressesRequest{Operation: operation}
	})
	for _, operations := range []iter.Seq[*podnetv1.StreamAddressesRequest]{allocates, releases} {
		for answer, err := range l.client.StreamAddresses(ctx, operations) {
			if err = errors.Join(err, podnet.StatusError(answer.GetError())); err != nil {
				return err
			}
		}
	}
	return nil
}

func (l load) operations(
	operation func(number int) *podnetv1.StreamAddressesRequest,
) iter.Seq[*podnetv1.StreamAddressesRequest] {
	return func(yield func(*podnetv1.StreamAddressesRequest) bool) {
		for number := 1; number <= l.count; number++ {
			if !yield(operation(number)) {
				return
			}
		}
	}
}

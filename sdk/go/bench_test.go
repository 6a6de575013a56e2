package podnet_test

import (
	"context"
	"errors"
	"io"
	"net"
	"testing"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/metadata"

	"github.com/podnet/podnet/sdk/go"
	podnetv1 "github.com/podnet/podnet/sdk/go/podnet/v1"
)

// What the client itself costs: a server in this process that answers without a thought, on one connection over
// loopback. `go test -run '^$' -bench .`; operations are addresses, also in a batch.

const benchBatch = 256

type empty struct {
	podnetv1.UnimplementedIpamServiceServer
}

func (empty) AllocateAddress(
	context.Context, *podnetv1.AllocateAddressRequest,
) (*podnetv1.AllocateAddressResponse, error) {
	return &podnetv1.AllocateAddressResponse{}, nil
}

func (empty) BatchAllocateAddresses(
	_ context.Context, request *podnetv1.BatchAllocateAddressesRequest,
) (*podnetv1.BatchAllocateAddressesResponse, error) {
	answers := make([]*podnetv1.AllocateAddressResponse, len(request.GetRequests()))
	for i := range answers {
		answers[i] = &podnetv1.AllocateAddressResponse{}
	}
	return &podnetv1.BatchAllocateAddressesResponse{Responses: answers}, nil
}

func (empty) StreamAddresses(
	stream grpc.BidiStreamingServer[podnetv1.StreamAddressesRequest, podnetv1.StreamAddressesResponse],
) error {
	if err := stream.SendHeader(metadata.Pairs("podnet-max-in-flight", "256")); err != nil {
		return err
	}
	for {
		request, err := stream.Recv()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		answer := &podnetv1.StreamAddressesResponse{
			CorrelationId: request.GetCorrelationId(),
			Result:        &podnetv1.StreamAddressesResponse_Allocate{Allocate: &podnetv1.AllocateAddressResponse{}},
		}
		if err := stream.Send(answer); err != nil {
			return err
		}
	}
}

func emptyServer(b *testing.B) string {
	b.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		b.Fatal(err)
	}
	server := grpc.NewServer()
	podnetv1.RegisterIpamServiceServer(server, empty{})
	served := make(chan error)
	go func() { served <- server.Serve(listener) }()
	b.Cleanup(func() {
		server.Stop()
		if err := <-served; err != nil {
			b.Error(err)
		}
	})
	return listener.Addr().String()
}

func request() *podnetv1.AllocateAddressRequest {
	return &podnetv1.AllocateAddressRequest{
		Parent: "clusters/prod", AllocationId: "3f2a9c-eth0", Node: "clusters/prod/nodes/np1-0",
	}
}

// BenchmarkEcho is the generated client alone: the ceiling of this language.
func BenchmarkEcho(b *testing.B) {
	conn, err := grpc.NewClient(emptyServer(b), grpc.WithTransportCredentials(insecure.NewCredentials()))
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = conn.Close() }()
	unary(b, podnetv1.NewIpamServiceClient(conn))
}

func BenchmarkUnary(b *testing.B) {
	unary(b, benchClient(b).Ipam)
}

func unary(b *testing.B, ipam podnetv1.IpamServiceClient) {
	b.SetParallelism(32)
	b.RunParallel(func(loop *testing.PB) {
		for loop.Next() {
			if _, err := ipam.AllocateAddress(context.Background(), request()); err != nil {
				b.Error(err)
				return
			}
		}
	})
	perSecond(b)
}

func BenchmarkBatch(b *testing.B) {
	client := benchClient(b)
	for done := 0; done < b.N; done += benchBatch {
		batch := &podnetv1.BatchAllocateAddressesRequest{Parent: "clusters/prod"}
		for range min(benchBatch, b.N-done) {
			batch.Requests = append(batch.Requests, request())
		}
		if _, err := client.Ipam.BatchAllocateAddresses(context.Background(), batch); err != nil {
			b.Fatal(err)
		}
	}
	perSecond(b)
}

func BenchmarkStream(b *testing.B) {
	client := benchClient(b)
	operations := func(yield func(*podnetv1.StreamAddressesRequest) bool) {
		for range b.N {
			operation := &podnetv1.StreamAddressesRequest_Allocate{Allocate: request()}
			if !yield(&podnetv1.StreamAddressesRequest{Operation: operation}) {
				return
			}
		}
	}
	for _, err := range client.StreamAddresses(context.Background(), operations) {
		if err != nil {
			b.Fatal(err)
		}
	}
	perSecond(b)
}

func benchClient(b *testing.B) *podnet.Client {
	b.Helper()
	client, err := podnet.Connect("http://"+emptyServer(b), nil)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() {
		if err := client.Close(); err != nil {
			b.Error(err)
		}
	})
	return client
}

func perSecond(b *testing.B) {
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "operations/s")
}

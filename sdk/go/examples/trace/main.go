// Trace shows what happens to a packet, hop by hop.
package main

import (
	"context"
	"flag"
	"fmt"
	"log"

	"github.com/podnet/podnet/sdk/go"
	podnetv1 "github.com/podnet/podnet/sdk/go/podnet/v1"
)

func main() {
	cluster := flag.String("cluster", "clusters/prod", "cluster to look in")
	source := flag.String("from", "10.244.0.2", "address of the sender")
	destination := flag.String("to", "198.51.100.90", "address of the receiver")
	port := flag.Uint("port", 443, "port of the receiver")
	flag.Parse()
	client, err := podnet.Connect("", nil)
	if err != nil {
		log.Fatal(err)
	}
	defer client.Close()
	answer, err := client.Flow.TraceFlow(context.Background(), &podnetv1.TraceFlowRequest{
		Parent: *cluster,
		Flow: &podnetv1.Flow{
			Source:          address(*source),
			Destination:     address(*destination),
			DestinationPort: uint32(*port),
		},
	})
	if err != nil {
		log.Fatal(err)
	}
	result := answer.GetResult()
	fmt.Println(result.GetVerdict())
	for _, trace := range append(result.GetForwardTraces(), result.GetReturnTraces()...) {
		fmt.Println(trace.GetVerdict())
		for _, step := range trace.GetSteps() {
			fmt.Printf("  %v %s\n", step.GetKind(), step.GetDescription())
		}
	}
}

func address(text string) *podnetv1.FlowEndpoint {
	return &podnetv1.FlowEndpoint{Endpoint: &podnetv1.FlowEndpoint_Address{Address: text}}
}

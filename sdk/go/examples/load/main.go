// Load allocates addresses on all nodes of a cluster and releases them, in each of the three ways that there are, and
// prints how many operations were made in a second. Calls that carry nothing show what the connection alone can do.
package main

import (
	"context"
	"flag"
	"fmt"
	"log"
	"time"

	"github.com/podnet/podnet/sdk/go"
	"github.com/podnet/podnet/sdk/go/examples/load/generator"
	podnetv1 "github.com/podnet/podnet/sdk/go/podnet/v1"
)

func main() {
	cluster := flag.String("cluster", "clusters/prod", "cluster of the pods")
	count := flag.Int("count", 200, "addresses in each way")
	workers := flag.Int("workers", 64, "unary calls at once; the nodes together must have so many addresses free")
	batch := flag.Int("batch", 100, "addresses of a batch; the nodes together must have so many free")
	flag.Parse()
	client, err := podnet.Connect("", nil)
	if err != nil {
		log.Fatal(err)
	}
	defer client.Close()
	ctx := context.Background()
	var nodes []string
	request := &podnetv1.ListNodesRequest{Parent: *cluster}
	for node, err := range podnet.List(ctx, client.Cluster.ListNodes, request, (*podnetv1.ListNodesResponse).GetNodes) {
		if err != nil {
			log.Fatal(err)
		}
		nodes = append(nodes, node.GetName())
	}
	for _, way := range []string{"empty", "unary", "batch", "stream"} {
		load := generator.Load{
			Client: client, Cluster: *cluster, Nodes: nodes, Prefix: "load-" + way, InFlight: *workers, BatchSize: min(*batch, *count),
		}
		switch way {
		case "batch":
			load.InFlight = 1
		case "stream": // operations run at once, so the releases wait for all allocates
			load.InFlight = *count
		}
		begin := time.Now()
		if err := load.Run(ctx, way, 2**count); err != nil {
			log.Fatal(err)
		}
		fmt.Printf("%-6s %8.0f operations/s\n", way, float64(2**count)/time.Since(begin).Seconds())
	}
}

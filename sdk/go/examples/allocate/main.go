// Allocate gives a pod an address for as long as the program runs, and shows what an error tells.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"log"

	"github.com/podnet/podnet/sdk/go"
	podnetv1 "github.com/podnet/podnet/sdk/go/podnet/v1"
)

func main() {
	cluster := flag.String("cluster", "clusters/prod", "cluster of the pod")
	node := flag.String("node", "clusters/prod/nodes/np1-0", "node of the pod")
	pod := flag.String("pod", "web-0", "name of the pod")
	flag.Parse()
	client, err := podnet.Connect("", nil)
	if err != nil {
		log.Fatal(err)
	}
	defer client.Close()
	if err := run(client, *cluster, *node, *pod); err != nil {
		log.Fatal(err)
	}
}

func run(client *podnet.Client, cluster, node, pod string) error {
	held, release, err := client.Hold(context.Background(), &podnetv1.AllocateAddressRequest{
		Parent:       cluster,
		AllocationId: pod + "-eth0",
		Node:         node,
		Owner:        &podnetv1.Owner{Namespace: "shop", Pod: pod, PodUid: pod + "-uid"},
	})
	var failure *podnet.Error
	switch {
	case errors.Is(err, podnet.ErrPoolExhausted) && errors.As(err, &failure):
		return fmt.Errorf("%s is full: all of %s addresses are taken", node, failure.Metadata["capacity"])
	case err != nil:
		return err
	}
	for _, address := range held.GetAddresses() {
		fmt.Printf("%s has %s/%d\n", pod, address.GetAddress(), address.GetPrefixLength())
	}
	return release()
}

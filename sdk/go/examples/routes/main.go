// Routes follows the routes of a network: those that are there, then each change, until so many were seen.
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
	network := flag.String("network", "networks/hub", "network whose routes are followed")
	changes := flag.Int("changes", 0, "end after so many changes; negative: never")
	flag.Parse()
	client, err := podnet.Connect("", nil)
	if err != nil {
		log.Fatal(err)
	}
	defer client.Close()
	if err := follow(client, *network, *changes); err != nil {
		log.Fatal(err)
	}
}

func follow(client *podnet.Client, network string, changes int) error {
	known := map[string]*podnetv1.Route{}
	complete := false
	for item, err := range client.Watch(context.Background(), &podnetv1.WatchRequest{
		Parent:          network,
		Kinds:           []podnetv1.ResourceKind{podnetv1.ResourceKind_RESOURCE_KIND_ROUTE},
		IncludeSnapshot: true,
	}) {
		switch {
		case err != nil:
			return err
		case item.Resync:
			clear(known)
			complete = false
		case item.Progress.GetSnapshotComplete():
			complete = true
			fmt.Printf("%d routes\n", len(known))
		case item.Event != nil:
			route := item.Event.GetResource().GetRoute()
			known[item.Event.GetName()] = route
			if item.Event.GetType() == podnetv1.WatchEventType_WATCH_EVENT_TYPE_REMOVED {
				delete(known, item.Event.GetName())
			}
			fmt.Printf("%v %s -> %s\n", item.Event.GetType(), route.GetAddressPrefix(), route.GetNextHopAddress())
			if complete {
				changes--
			}
		}
		if complete && changes == 0 {
			return nil
		}
	}
	return nil
}

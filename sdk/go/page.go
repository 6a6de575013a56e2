package podnet

import (
	"context"
	"iter"

	"google.golang.org/grpc"
	"google.golang.org/protobuf/proto"

	pb "github.com/podnet/podnet/sdk/go/podnet/v1"
)

// The lists of the contract as iterators over all items, in the server's order:
//
//	for allocation, err := range client.ListAllocations(ctx, &podnetv1.ListAllocationsRequest{Parent: "clusters/prod"}) {
//
// A page is asked for when the one before it is used up; page_size says how large. An error ends the list.

// ListClusters lists clusters.
func (c *Client) ListClusters(ctx context.Context, request *pb.ListClustersRequest) iter.Seq2[*pb.Cluster, error] {
	return pages(ctx, c.Cluster.ListClusters, request, (*pb.ListClustersResponse).GetClusters)
}

// ListNodePools lists node pools of a cluster.
func (c *Client) ListNodePools(ctx context.Context, request *pb.ListNodePoolsRequest) iter.Seq2[*pb.NodePool, error] {
	return pages(ctx, c.Cluster.ListNodePools, request, (*pb.ListNodePoolsResponse).GetNodePools)
}

// ListNodes lists nodes of a cluster.
func (c *Client) ListNodes(ctx context.Context, request *pb.ListNodesRequest) iter.Seq2[*pb.Node, error] {
	return pages(ctx, c.Cluster.ListNodes, request, (*pb.ListNodesResponse).GetNodes)
}

// ListAllocations lists allocations of a cluster.
func (c *Client) ListAllocations(ctx context.Context, request *pb.ListAllocationsRequest) iter.Seq2[*pb.Allocation, error] {
	return pages(ctx, c.Ipam.ListAllocations, request, (*pb.ListAllocationsResponse).GetAllocations)
}

// ListPools lists pools of addresses.
func (c *Client) ListPools(ctx context.Context, request *pb.ListPoolsRequest) iter.Seq2[*pb.AddressPool, error] {
	return pages(ctx, c.Ipam.ListPools, request, (*pb.ListPoolsResponse).GetPools)
}

// ListFreeRanges lists free ranges of a pool.
func (c *Client) ListFreeRanges(ctx context.Context, request *pb.ListFreeRangesRequest) iter.Seq2[*pb.FreeRange, error] {
	return pages(ctx, c.Ipam.ListFreeRanges, request, (*pb.ListFreeRangesResponse).GetRanges)
}

// ListReservations lists reservations of a subnet.
func (c *Client) ListReservations(ctx context.Context, request *pb.ListReservationsRequest) iter.Seq2[*pb.Reservation, error] {
	return pages(ctx, c.Ipam.ListReservations, request, (*pb.ListReservationsResponse).GetReservations)
}

// ListAddressHistory lists who held an address, or what a holder held.
func (c *Client) ListAddressHistory(ctx context.Context, request *pb.ListAddressHistoryRequest) iter.Seq2[*pb.AddressHold, error] {
	return pages(ctx, c.Ipam.ListAddressHistory, request, (*pb.ListAddressHistoryResponse).GetHolds)
}

// ListNetworks lists networks.
func (c *Client) ListNetworks(ctx context.Context, request *pb.ListNetworksRequest) iter.Seq2[*pb.Network, error] {
	return pages(ctx, c.Network.ListNetworks, request, (*pb.ListNetworksResponse).GetNetworks)
}

// ListSubnets lists subnets of a network.
func (c *Client) ListSubnets(ctx context.Context, request *pb.ListSubnetsRequest) iter.Seq2[*pb.Subnet, error] {
	return pages(ctx, c.Network.ListSubnets, request, (*pb.ListSubnetsResponse).GetSubnets)
}

// ListRouteTables lists route tables of a network.
func (c *Client) ListRouteTables(ctx context.Context, request *pb.ListRouteTablesRequest) iter.Seq2[*pb.RouteTable, error] {
	return pages(ctx, c.Route.ListRouteTables, request, (*pb.ListRouteTablesResponse).GetRouteTables)
}

// ListRoutes lists routes of a table.
func (c *Client) ListRoutes(ctx context.Context, request *pb.ListRoutesRequest) iter.Seq2[*pb.Route, error] {
	return pages(ctx, c.Route.ListRoutes, request, (*pb.ListRoutesResponse).GetRoutes)
}

// ListEffectiveRoutes lists routes that are in effect at a subnet or node.
func (c *Client) ListEffectiveRoutes(ctx context.Context, request *pb.ListEffectiveRoutesRequest) iter.Seq2[*pb.RouteCandidate, error] {
	return pages(ctx, c.Route.ListEffectiveRoutes, request, (*pb.ListEffectiveRoutesResponse).GetRoutes)
}

// ListServices lists Kubernetes Services.
func (c *Client) ListServices(ctx context.Context, request *pb.ListServicesRequest) iter.Seq2[*pb.Service, error] {
	return pages(ctx, c.Workload.ListServices, request, (*pb.ListServicesResponse).GetServices)
}

// ListNetworkSecurityGroups lists security groups of a network.
func (c *Client) ListNetworkSecurityGroups(ctx context.Context, request *pb.ListNetworkSecurityGroupsRequest) iter.Seq2[*pb.NetworkSecurityGroup, error] {
	return pages(ctx, c.Security.ListNetworkSecurityGroups, request, (*pb.ListNetworkSecurityGroupsResponse).GetNetworkSecurityGroups)
}

// ListNamespaces lists namespaces of a cluster.
func (c *Client) ListNamespaces(ctx context.Context, request *pb.ListNamespacesRequest) iter.Seq2[*pb.Namespace, error] {
	return pages(ctx, c.Security.ListNamespaces, request, (*pb.ListNamespacesResponse).GetNamespaces)
}

// ListNetworkPolicies lists network policies.
func (c *Client) ListNetworkPolicies(ctx context.Context, request *pb.ListNetworkPoliciesRequest) iter.Seq2[*pb.NetworkPolicy, error] {
	return pages(ctx, c.Security.ListNetworkPolicies, request, (*pb.ListNetworkPoliciesResponse).GetNetworkPolicies)
}

// listRequest is a request for a page.
type listRequest interface {
	proto.Message
	GetPageToken() string
}

type listResponse interface {
	GetNextPageToken() string
}

func pages[Request listRequest, Response listResponse, Item any](
	ctx context.Context,
	call func(context.Context, Request, ...grpc.CallOption) (Response, error),
	request Request,
	items func(Response) []Item,
) iter.Seq2[Item, error] {
	return func(yield func(Item, error) bool) {
		page := request.ProtoReflect().New().Interface().(Request)
		proto.Merge(page, request)
		for {
			response, err := call(ctx, page)
			if err != nil {
				var none Item
				yield(none, err)
				return
			}
			for _, item := range items(response) {
				if !yield(item, nil) {
					return
				}
			}
			if response.GetNextPageToken() == "" {
				return
			}
			setString(page.ProtoReflect(), "page_token", response.GetNextPageToken())
		}
	}
}

package podnet

import (
	"context"
	"iter"

	"google.golang.org/grpc"
	"google.golang.org/protobuf/proto"

	podnetv1 "github.com/podnet/podnet/sdk/go/podnet/v1"
)

// The lists of the contract as iterators over all items, in the server's order:
//
//	for allocation, err := range client.ListAllocations(ctx, &podnetv1.ListAllocationsRequest{Parent: "clusters/prod"}) {
//
// A page is asked for when the one before it is used up; page_size says how large. An error ends the list.

// ListClusters lists clusters.
func (c *Client) ListClusters(ctx context.Context, request *podnetv1.ListClustersRequest) iter.Seq2[*podnetv1.Cluster, error] {
	return pages(ctx, c.Cluster.ListClusters, request, (*podnetv1.ListClustersResponse).GetClusters)
}

// ListNodePools lists node pools of a cluster.
func (c *Client) ListNodePools(ctx context.Context, request *podnetv1.ListNodePoolsRequest) iter.Seq2[*podnetv1.NodePool, error] {
	return pages(ctx, c.Cluster.ListNodePools, request, (*podnetv1.ListNodePoolsResponse).GetNodePools)
}

// ListNodes lists nodes of a cluster.
func (c *Client) ListNodes(ctx context.Context, request *podnetv1.ListNodesRequest) iter.Seq2[*podnetv1.Node, error] {
	return pages(ctx, c.Cluster.ListNodes, request, (*podnetv1.ListNodesResponse).GetNodes)
}

// ListAllocations lists allocations of a cluster.
func (c *Client) ListAllocations(ctx context.Context, request *podnetv1.ListAllocationsRequest) iter.Seq2[*podnetv1.Allocation, error] {
	return pages(ctx, c.Ipam.ListAllocations, request, (*podnetv1.ListAllocationsResponse).GetAllocations)
}

// ListPools lists pools of addresses.
func (c *Client) ListPools(ctx context.Context, request *podnetv1.ListPoolsRequest) iter.Seq2[*podnetv1.AddressPool, error] {
	return pages(ctx, c.Ipam.ListPools, request, (*podnetv1.ListPoolsResponse).GetPools)
}

// ListFreeRanges lists free ranges of a pool.
func (c *Client) ListFreeRanges(ctx context.Context, request *podnetv1.ListFreeRangesRequest) iter.Seq2[*podnetv1.FreeRange, error] {
	return pages(ctx, c.Ipam.ListFreeRanges, request, (*podnetv1.ListFreeRangesResponse).GetRanges)
}

// ListReservations lists reservations of a subnet.
func (c *Client) ListReservations(ctx context.Context, request *podnetv1.ListReservationsRequest) iter.Seq2[*podnetv1.Reservation, error] {
	return pages(ctx, c.Ipam.ListReservations, request, (*podnetv1.ListReservationsResponse).GetReservations)
}

// ListAddressHistory lists who held an address, or what a holder held.
func (c *Client) ListAddressHistory(ctx context.Context, request *podnetv1.ListAddressHistoryRequest) iter.Seq2[*podnetv1.AddressHold, error] {
	return pages(ctx, c.Ipam.ListAddressHistory, request, (*podnetv1.ListAddressHistoryResponse).GetHolds)
}

// ListNetworks lists networks.
func (c *Client) ListNetworks(ctx context.Context, request *podnetv1.ListNetworksRequest) iter.Seq2[*podnetv1.Network, error] {
	return pages(ctx, c.Network.ListNetworks, request, (*podnetv1.ListNetworksResponse).GetNetworks)
}

// ListSubnets lists subnets of a network.
func (c *Client) ListSubnets(ctx context.Context, request *podnetv1.ListSubnetsRequest) iter.Seq2[*podnetv1.Subnet, error] {
	return pages(ctx, c.Network.ListSubnets, request, (*podnetv1.ListSubnetsResponse).GetSubnets)
}

// ListRouteTables lists route tables of a network.
func (c *Client) ListRouteTables(ctx context.Context, request *podnetv1.ListRouteTablesRequest) iter.Seq2[*podnetv1.RouteTable, error] {
	return pages(ctx, c.Route.ListRouteTables, request, (*podnetv1.ListRouteTablesResponse).GetRouteTables)
}

// ListRoutes lists routes of a table.
func (c *Client) ListRoutes(ctx context.Context, request *podnetv1.ListRoutesRequest) iter.Seq2[*podnetv1.Route, error] {
	return pages(ctx, c.Route.ListRoutes, request, (*podnetv1.ListRoutesResponse).GetRoutes)
}

// ListEffectiveRoutes lists routes that are in effect at a subnet or node.
func (c *Client) ListEffectiveRoutes(ctx context.Context, request *podnetv1.ListEffectiveRoutesRequest) iter.Seq2[*podnetv1.RouteCandidate, error] {
	return pages(ctx, c.Route.ListEffectiveRoutes, request, (*podnetv1.ListEffectiveRoutesResponse).GetRoutes)
}

// ListServices lists Kubernetes Services.
func (c *Client) ListServices(ctx context.Context, request *podnetv1.ListServicesRequest) iter.Seq2[*podnetv1.Service, error] {
	return pages(ctx, c.Workload.ListServices, request, (*podnetv1.ListServicesResponse).GetServices)
}

// ListNetworkSecurityGroups lists security groups of a network.
func (c *Client) ListNetworkSecurityGroups(ctx context.Context, request *podnetv1.ListNetworkSecurityGroupsRequest) iter.Seq2[*podnetv1.NetworkSecurityGroup, error] {
	return pages(ctx, c.Security.ListNetworkSecurityGroups, request, (*podnetv1.ListNetworkSecurityGroupsResponse).GetNetworkSecurityGroups)
}

// ListNamespaces lists namespaces of a cluster.
func (c *Client) ListNamespaces(ctx context.Context, request *podnetv1.ListNamespacesRequest) iter.Seq2[*podnetv1.Namespace, error] {
	return pages(ctx, c.Security.ListNamespaces, request, (*podnetv1.ListNamespacesResponse).GetNamespaces)
}

// ListNetworkPolicies lists network policies.
func (c *Client) ListNetworkPolicies(ctx context.Context, request *podnetv1.ListNetworkPoliciesRequest) iter.Seq2[*podnetv1.NetworkPolicy, error] {
	return pages(ctx, c.Security.ListNetworkPolicies, request, (*podnetv1.ListNetworkPoliciesResponse).GetNetworkPolicies)
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

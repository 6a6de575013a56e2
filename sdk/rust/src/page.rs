//! Lists as streams: every page is fetched when the one before it is read.

use async_stream::try_stream;
use futures_core::Stream;
use podnet_proto::v1;

use crate::call::Rpc;
use crate::client::Client;
use crate::error::Error;

/// A request of a list.
pub trait Paged: Rpc {
    /// What is listed.
    type Item: Send;

    /// Where the next page begins.
    fn page_token_mut(&mut self) -> &mut String;
    /// Takes a page apart: its items and the token of the next page, empty at the end.
    fn take(response: Self::Response) -> (Vec<Self::Item>, String);
}

impl Client {
    /// All items of a list, in the server's order. A page is asked for when the one before it is used up. The stream ends
    /// with the first error.
    pub fn list<R: Paged>(&self, request: R) -> impl Stream<Item = Result<R::Item, Error>> + Send + use<R> {
        let pages = self.pages(request);
        try_stream! {
            for await page in pages {
                for item in page? {
                    yield item;
                }
            }
        }
    }

    /// A list page by page, each as large as the request says. The stream ends with the first error.
    pub fn pages<R: Paged>(
        &self,
        mut request: R,
    ) -> impl Stream<Item = Result<Vec<R::Item>, Error>> + Send + use<R> {
        let client = self.clone();
        try_stream! {
            loop {
                let (items, next) = R::take(client.call(request.clone()).await?);
                yield items;
                if next.is_empty() {
                    break;
                }
                *request.page_token_mut() = next;
            }
        }
    }
}

macro_rules! paged {
    ($($request:ident: $field:ident $item:ident;)+) => {$(
        impl Paged for v1::$request {
            type Item = v1::$item;

            fn page_token_mut(&mut self) -> &mut String {
                &mut self.page_token
            }

            fn take(response: Self::Response) -> (Vec<v1::$item>, String) {
                (response.$field, response.next_page_token)
            }
        }
    )+};
}

paged! {
    ListClustersRequest: clusters Cluster;
    ListNodePoolsRequest: node_pools NodePool;
    ListNodesRequest: nodes Node;
    ListAllocationsRequest: allocations Allocation;
    ListPoolsRequest: pools AddressPool;
    ListFreeRangesRequest: ranges FreeRange;
    ListReservationsRequest: reservations Reservation;
    ListAddressHistoryRequest: holds AddressHold;
    ListNetworksRequest: networks Network;
    ListSubnetsRequest: subnets Subnet;
    ListRouteTablesRequest: route_tables RouteTable;
    ListRoutesRequest: routes Route;
    ListEffectiveRoutesRequest: routes RouteCandidate;
    ListServicesRequest: services Service;
    ListNetworkSecurityGroupsRequest: network_security_groups NetworkSecurityGroup;
    ListNamespacesRequest: namespaces Namespace;
    ListNetworkPoliciesRequest: network_policies NetworkPolicy;
}

//! What does the server hold? Everything, listed through its contract, and whose it is.

use std::collections::BTreeMap;

use podnet::{Client, Error, Paged, v1};
use tokio_stream::StreamExt as _;

use super::journal::Holdings;
use super::operation::settle_node;
use super::world::{CLUSTERS, Place};

/// Everything that the world can hold.
#[derive(Clone, Debug, Default)]
pub struct View {
    /// Clusters by name.
    pub clusters: BTreeMap<String, v1::Cluster>,
    /// All resources that clients make, the shared nodes too.
    pub all: Holdings,
    /// Routes that podnet keeps.
    pub managed: Vec<v1::Route>,
}

impl View {
    /// Lists everything.
    ///
    /// # Errors
    /// What the first failing call gives.
    pub async fn list(client: &Client) -> Result<Self, Error> {
        let mut view = Self::default();
        for cluster in pages(client, v1::ListClustersRequest::default()).await? {
            let parent = cluster.name.clone();
            let request =
                v1::ListNodesRequest { parent: parent.clone(), page_size: 1000, ..Default::default() };
            for mut node in pages(client, request).await? {
                settle_node(&mut node);
                view.all.nodes.insert(node.name.clone(), node);
            }
            let request = v1::ListAllocationsRequest { parent, page_size: 1000, ..Default::default() };
            for allocation in pages(client, request).await? {
                view.all.allocations.insert(allocation.name.clone(), allocation);
            }
            view.clusters.insert(cluster.name.clone(), cluster);
        }
        for subnet in CLUSTERS {
            let parent = format!("networks/net/subnets/{subnet}");
            let request = v1::ListReservationsRequest { parent, page_size: 1000, ..Default::default() };
            for reservation in pages(client, request).await? {
                view.all.reservations.insert(reservation.name.clone(), reservation);
            }
        }
        let tables = v1::ListRouteTablesRequest { parent: "networks/net".into(), ..Default::default() };
        for table in pages(client, tables).await? {
            let request = v1::ListRoutesRequest { parent: table.name, page_size: 1000, ..Default::default() };
            for route in pages(client, request).await? {
                if route.meta.as_ref().is_some_and(|meta| !meta.managed_by.is_empty()) {
                    view.managed.push(route);
                } else {
                    view.all.routes.insert(route.name.clone(), route);
                }
            }
        }
        Ok(view)
    }

    /// What one client made, as the ids say; of nodes, as their pool says.
    #[must_use]
    pub fn of(&self, place: &Place) -> Holdings {
        let mine = |name: &String| name.rsplit('/').next().is_some_and(|id| id.starts_with(&place.prefix));
        let mut own = self.all.clone();
        own.nodes.retain(|_, node| node.node_pool == place.pool);
        own.allocations.retain(|name, _| mine(name));
        own.reservations.retain(|name, _| mine(name));
        own.routes.retain(|name, _| mine(name));
        own
    }

    /// Names that nobody made.
    #[must_use]
    pub fn strangers(&self, places: &[&Place]) -> Vec<String> {
        let mut rest = self.all.clone();
        rest.nodes.retain(|name, _| !places.iter().any(|place| place.shared_node == *name));
        for place in places {
            let own = self.of(place);
            rest.nodes.retain(|name, _| !own.nodes.contains_key(name));
            rest.allocations.retain(|name, _| !own.allocations.contains_key(name));
            rest.reservations.retain(|name, _| !own.reservations.contains_key(name));
            rest.routes.retain(|name, _| !own.routes.contains_key(name));
        }
        let names = rest.nodes.into_keys().chain(rest.allocations.into_keys());
        names.chain(rest.reservations.into_keys()).chain(rest.routes.into_keys()).collect()
    }
}

async fn pages<R: Paged>(client: &Client, request: R) -> Result<Vec<R::Item>, Error> {
    client.list(request).collect::<Result<Vec<_>, _>>().await
}

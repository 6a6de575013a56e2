//! How does an import plan become resources of the server? Each object is looked up, then created, kept or passed over.

use podnet::{Code, Rpc, v1};
use serde_json::Value;

use super::convert;
use crate::context::Context;
use crate::exit::{Exit, Failure};
use crate::import::ImportPlan;
use crate::import::plan::{DesiredAllocation, DesiredRoute, Name, RouteManagement, Step};
use crate::output::import_report::{Entry, Outcome};
use crate::output::json;
use crate::output::record::Record;

/// Allocations in one call: all of them in one revision, or none.
const BATCH: usize = 500;

/// Applies the plan in its order. Refusals are entries; only a server that cannot be reached or fails ends it.
pub(super) async fn apply(context: &Context, plan: &ImportPlan) -> Result<Vec<Entry>, Failure> {
    let mut apply = Apply { context, entries: Vec::new() };
    // While podnet keeps the table, nodes bring their routes; only the user's own are made by hand. Those of an observed
    // table name their nodes, so they come after these.
    let observed =
        plan.cluster.as_ref().is_some_and(|cluster| cluster.route_management == RouteManagement::Observed);
    for step in plan.steps().filter(|step| !matches!(step, Step::Service(_) | Step::Allocation(_))) {
        apply.step(step).await?;
    }
    if observed {
        let routes = plan.route_tables.iter().flat_map(|table| &table.routes);
        for route in routes.filter(|route| route.managed_by.is_some()) {
            apply.route(route).await?;
        }
    }
    for batch in plan.allocations.chunks(BATCH) {
        apply.allocations(batch).await?;
    }
    // Endpoints name the allocations of their pods.
    for service in &plan.services {
        apply.step(Step::Service(service)).await?;
    }
    Ok(apply.entries)
}

struct Apply<'a> {
    context: &'a Context,
    entries: Vec<Entry>,
}

impl Apply<'_> {
    async fn step(&mut self, step: Step<'_>) -> Result<(), Failure> {
        let name = step.name().to_string();
        let parent = step.name().parent().as_ref().map(Name::to_string).unwrap_or_default();
        let id = step.name().id().to_owned();
        match step {
            Step::Network(desired) => {
                let network = Some(convert::network(desired));
                let get = v1::GetNetworkRequest { name };
                let create = v1::CreateNetworkRequest {
                    network_id: id,
                    network: network.clone(),
                    ..Default::default()
                };
                self.ensure(get, |got| got.network, network, create).await
            }
            Step::RouteTable(desired) => {
                let route_table = Some(convert::route_table(desired));
                let get = v1::GetRouteTableRequest { name };
                let create = v1::CreateRouteTableRequest {
                    parent,
                    route_table_id: id,
                    route_table: route_table.clone(),
                    ..Default::default()
                };
                self.ensure(get, |got| got.route_table, route_table, create).await?;
                for route in desired.routes.iter().filter(|route| route.managed_by.is_none()) {
                    self.route(route).await?;
                }
                Ok(())
            }
            Step::Subnet(desired) => {
                let subnet = Some(convert::subnet(desired));
                let get = v1::GetSubnetRequest { name };
                let create = v1::CreateSubnetRequest {
                    parent,
                    subnet_id: id,
                    subnet: subnet.clone(),
                    ..Default::default()
                };
                self.ensure(get, |got| got.subnet, subnet, create).await
            }
            Step::Reservation(desired) => {
                let reservation = Some(convert::reservation(desired));
                let get = v1::GetReservationRequest { name };
                let create = v1::CreateReservationRequest {
                    parent,
                    reservation_id: id,
                    reservation: reservation.clone(),
                    ..Default::default()
                };
                self.ensure(get, |got| got.reservation, reservation, create).await
            }
            Step::Cluster(desired) => {
                let cluster = Some(convert::cluster(desired));
                let get = v1::GetClusterRequest { name };
                let create = v1::CreateClusterRequest {
                    cluster_id: id,
                    cluster: cluster.clone(),
                    ..Default::default()
                };
                self.ensure(get, |got| got.cluster, cluster, create).await
            }
            Step::NodePool(desired) => {
                let node_pool = Some(convert::node_pool(desired));
                let get = v1::GetNodePoolRequest { name };
                let create = v1::CreateNodePoolRequest {
                    parent,
                    node_pool_id: id,
                    node_pool: node_pool.clone(),
                    ..Default::default()
                };
                self.ensure(get, |got| got.node_pool, node_pool, create).await
            }
            Step::Node(desired) => {
                let node = Some(convert::node(desired));
                let get = v1::GetNodeRequest { name };
                let create =
                    v1::CreateNodeRequest { parent, node_id: id, node: node.clone(), ..Default::default() };
                self.ensure(get, |got| got.node, node, create).await
            }
            Step::Service(desired) => {
                let service = Some(convert::service(desired));
                let get = v1::GetServiceRequest { name };
                let create = v1::CreateServiceRequest {
                    parent,
                    service_id: id,
                    service: service.clone(),
                    ..Default::default()
                };
                self.ensure(get, |got| got.service, service, create).await
            }
            Step::Allocation(desired) => self.allocations(std::slice::from_ref(desired)).await,
        }
    }

    async fn route(&mut self, desired: &DesiredRoute) -> Result<(), Failure> {
        let route = Some(convert::route(desired));
        let get = v1::GetRouteRequest { name: desired.name.to_string() };
        let create = v1::CreateRouteRequest {
            parent: desired.name.parent().as_ref().map(Name::to_string).unwrap_or_default(),
            route_id: desired.name.id().to_owned(),
            route: route.clone(),
            ..Default::default()
        };
        self.ensure(get, |got| got.route, route, create).await
    }

    /// Keeps what is there and equal, passes over what is there and differs, creates what is not there.
    async fn ensure<G: Rpc + NamedRequest, C: Rpc, R: Record>(
        &mut self,
        get: G,
        take: impl FnOnce(G::Response) -> Option<R>,
        desired: Option<R>,
        create: C,
    ) -> Result<(), Failure> {
        let name = get.name();
        let outcome = match self.context.client.call(get).await {
            Ok(response) => compare(take(response), desired)?,
            Err(error) if error.code == Code::NotFound => {
                outcome(self.context.client.call(create).await.map(|_| false))?
            }
            Err(error) => return Err(error.into()),
        };
        self.entries.push(Entry { kind: R::MESSAGE, name, outcome });
        Ok(())
    }

    /// All in one call; if one of them is refused, one by one, so that the others are there.
    async fn allocations(&mut self, batch: &[DesiredAllocation]) -> Result<(), Failure> {
        let requests: Vec<_> = batch.iter().map(convert::allocation).collect();
        let Some(parent) = requests.first().map(|request| request.parent.clone()) else { return Ok(()) };
        let alone: Vec<_> = requests
            .iter()
            .cloned()
            .map(|request| v1::AllocateAddressRequest { parent: String::new(), ..request })
            .collect();
        let all = v1::BatchAllocateAddressesRequest { parent, requests: alone, ..Default::default() };
        let mut outcomes = Vec::with_capacity(batch.len());
        match self.context.client.call(all).await {
            Ok(response) => {
                for one in response.responses {
                    outcomes.push(outcome(Ok(one.replayed))?);
                }
            }
            Err(_) => {
                for request in requests {
                    outcomes.push(outcome(
                        self.context.client.call(request).await.map(|answer| answer.replayed),
                    )?);
                }
            }
        }
        let names = batch.iter().map(|desired| desired.name.to_string());
        self.entries.extend(names.zip(outcomes).map(|(name, outcome)| Entry {
            kind: "Allocation",
            name,
            outcome,
        }));
        Ok(())
    }
}

/// A request that only names a resource.
trait NamedRequest {
    fn name(&self) -> String;
}

macro_rules! named {
    ($($request:ident)+) => {$(
        impl NamedRequest for v1::$request {
            fn name(&self) -> String {
                self.name.clone()
            }
        }
    )+};
}

named! {
    GetNetworkRequest GetRouteTableRequest GetRouteRequest GetSubnetRequest GetReservationRequest GetClusterRequest
    GetNodePoolRequest GetNodeRequest GetServiceRequest
}

/// `true`: it was there before. A refusal is an outcome; an error of the server or the way to it is a failure.
fn outcome(answer: Result<bool, podnet::Error>) -> Result<Outcome, Failure> {
    match answer {
        Ok(true) => Ok(Outcome::Kept),
        Ok(false) => Ok(Outcome::Created),
        Err(error) => {
            let failure = Failure::from(error.clone());
            match failure.exit() {
                Exit::Server | Exit::Timeout => Err(failure),
                Exit::Ok
                | Exit::Usage
                | Exit::NotFound
                | Exit::Conflict
                | Exit::Exhausted
                | Exit::NoRoute
                | Exit::Unreachable
                | Exit::Undecided
                | Exit::NoVerdict
                | Exit::Drift => Ok(Outcome::Skipped(error.to_string())),
            }
        }
    }
}

fn compare<R: Record>(existing: Option<R>, desired: Option<R>) -> Result<Outcome, Failure> {
    let (Some(existing), Some(desired)) = (existing, desired) else {
        return Err(Failure::Render(format!("the answer has no {}", R::MESSAGE)));
    };
    let existing = json::value(R::MESSAGE, &existing)?;
    let desired = json::value(R::MESSAGE, &desired)?;
    Ok(match difference(&desired, &existing, "") {
        None => Outcome::Kept,
        Some(path) => Outcome::Skipped(format!("is there with another {path}; left as it is")),
    })
}

/// Path of the first value that is wanted and not there. What is not stated may be anything.
fn difference(desired: &Value, existing: &Value, path: &str) -> Option<String> {
    match (desired, existing) {
        (Value::Object(desired), Value::Object(existing)) => desired.iter().find_map(|(key, value)| {
            let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
            existing.get(key).map_or_else(|| Some(path.clone()), |found| difference(value, found, &path))
        }),
        (Value::Array(desired), Value::Array(existing)) if desired.len() == existing.len() => {
            desired.iter().zip(existing).find_map(|(value, found)| difference(value, found, path))
        }
        _ => (desired != existing).then(|| path.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_is_not_stated_may_be_anything() {
        let existing =
            json!({"name": "networks/a", "addressPrefixes": ["10.0.0.0/8"], "meta": {"revision": "3"}});
        assert_eq!(difference(&json!({"addressPrefixes": ["10.0.0.0/8"]}), &existing, ""), None);
    }

    #[test]
    fn the_first_difference_is_named() {
        let existing = json!({"outbound": {"type": "LOAD_BALANCER", "outboundAddresses": ["20.0.0.1"]}});
        let wanted = json!({"outbound": {"outboundAddresses": ["20.0.0.2"]}});
        assert_eq!(difference(&wanted, &existing, "").as_deref(), Some("outbound.outboundAddresses"));
        let longer = json!({"outbound": {"outboundAddresses": ["20.0.0.1", "20.0.0.2"]}});
        assert_eq!(difference(&longer, &existing, "").as_deref(), Some("outbound.outboundAddresses"));
        assert_eq!(difference(&json!({"network": "x"}), &existing, "").as_deref(), Some("network"));
    }
}

//! What do requests about proofs ask for?

use podnet_core::State;
use podnet_core::command::Command;
use podnet_core::flow::Flow;
use podnet_core::name::{
    ClusterName, NetworkPolicyName, NetworkSecurityGroupName, NodeName, NodePoolName, RouteName, SubnetName,
};
use podnet_core::proof::Invariant;
use podnet_core::rejection::{Reason, Rejection};
use podnet_core::routes::table_user;
use podnet_proto::v1 as pb;
use podnet_proto::v1::proposed_change::Change;

use super::fields::{Fields, Invalid};
use super::{cluster, flow, network, network_policy, node, route, security_group, workload};
use crate::grpc::limits::{WHAT_IF_CHANGES_MAX, WHAT_IF_FLOWS_MAX};
use crate::grpc::render;
use crate::grpc::status::Refusal;

/// The cluster of a request.
pub(crate) fn parent(text: &str) -> Result<ClusterName, Invalid> {
    super::name("parent", text, ClusterName::parse)
}

/// The invariants that are asked for; all if none is named.
pub(crate) fn invariants(words: &[i32]) -> Result<Vec<Invariant>, Invalid> {
    let mut fields = Fields::default();
    let mut wanted = Vec::new();
    for (index, number) in words.iter().enumerate() {
        let path = format!("invariants[{index}]");
        match fields.word(&path, *number) {
            Some(pb::Invariant::Unspecified) => fields.refuse(&path, "is not stated"),
            Some(word) => wanted.extend(invariant(word)),
            None => {}
        }
        if index > Invariant::ALL.len() * 2 {
            fields.refuse("invariants", "has more entries than there are invariants");
            break;
        }
    }
    if wanted.is_empty() {
        wanted = Invariant::ALL.to_vec();
    }
    fields.finish(|| Some(wanted))
}

fn invariant(word: pb::Invariant) -> Option<Invariant> {
    Some(match word {
        pb::Invariant::Unspecified => return None,
        pb::Invariant::PodToPodNoNat => Invariant::PodToPodNoNat,
        pb::Invariant::NodeToPodNoNat => Invariant::NodeToPodNoNat,
        pb::Invariant::PodToNodeNoNat => Invariant::PodToNodeNoNat,
        pb::Invariant::PodSelfIpIsSeenIp => Invariant::PodSelfIpIsSeenIp,
        pb::Invariant::RoutePerNodeExact => Invariant::RoutePerNodeExact,
        pb::Invariant::PodPrefixUnique => Invariant::PodPrefixUnique,
        pb::Invariant::NoRoutingLoop => Invariant::NoRoutingLoop,
        pb::Invariant::ReturnPathExists => Invariant::ReturnPathExists,
        pb::Invariant::ServiceHasReachableEndpoint => Invariant::ServiceHasReachableEndpoint,
    })
}

/// The flows of `WhatIf`; refuses counts beyond the limits, and no change at all.
pub(crate) fn what_if(request: &pb::WhatIfRequest) -> Result<Vec<Flow>, Refusal> {
    let counts = [
        ("changes", request.changes.len(), 1, WHAT_IF_CHANGES_MAX),
        ("flows", request.flows.len(), 0, WHAT_IF_FLOWS_MAX),
    ];
    for (field, count, least, limit) in counts {
        if count < least || count > limit {
            let message = format!("{field} has {count} entries; send {least} to {limit}");
            let rejection = Rejection::new(Reason::BatchTooLarge, message).with("count", count);
            return Err(rejection.with("limit", limit).field(field).into());
        }
    }
    if request.flows.is_empty() {
        return Ok(Vec::new());
    }
    let batch = pb::BatchTraceFlowsRequest {
        parent: request.parent.clone(),
        flows: request.flows.clone(),
        ..pb::BatchTraceFlowsRequest::default()
    };
    flow::batch_trace_flows(&batch)
}

/// The command of a proposed change, merged with what the state has as the real call would be.
pub(crate) fn change(state: &State, change: &pb::ProposedChange) -> Result<Command, Refusal> {
    let change = change.change.as_ref().ok_or_else(|| Invalid::one("change", "is required"))?;
    Ok(match change {
        Change::CreateRoute(request) => route::create_route(request)?,
        Change::UpdateRoute(request) => {
            let name = request.route.as_ref().and_then(|route| RouteName::parse(&route.name).ok());
            let current = name.and_then(|name| state.routes.get(&name));
            route::update_route(request, current.map(|row| render::route::route(row)).as_ref())?
        }
        Change::DeleteRoute(request) => route::delete_route(request)?,
        Change::SetSubnetRouteTable(request) => route::set_subnet_route_table(request)?,
        Change::ReconcileRouteTable(request) => reconcile(state, request)?,
        Change::UpdateRouteTable(request) => route::update_route_table(request)?,
        Change::CreateNode(request) => node::create_node(request)?,
        Change::UpdateNode(request) => {
            let name = request.node.as_ref().and_then(|node| NodeName::parse(&node.name).ok());
            let current = name.and_then(|name| state.nodes.get(&name));
            node::update_node(request, current.map(|row| render::cluster::node(state, row)).as_ref())?
        }
        Change::DeleteNode(request) => node::delete_node(request)?,
        Change::ScaleNodePool(request) => cluster::scale_node_pool(request)?,
        Change::UpdateCluster(request) => {
            let name = request.cluster.as_ref().and_then(|c| ClusterName::parse(&c.name).ok());
            let current = name.and_then(|name| state.clusters.get(&name));
            let current = current.map(|row| render::cluster::cluster(state, row));
            cluster::update_cluster(request, current.as_ref())?
        }
        Change::UpdateNetwork(request) => network::update_network(request)?,
        Change::CreateService(request) => workload::create_service(request)?,
        Change::UpdateService(request) => workload::update_service(request)?,
        Change::DeleteService(request) => workload::delete_service(request)?,
        Change::CreateNetworkSecurityGroup(request) => security_group::create(request)?,
        Change::UpdateNetworkSecurityGroup(request) => {
            let group = request.network_security_group.as_ref();
            let name = group.and_then(|group| NetworkSecurityGroupName::parse(&group.name).ok());
            let current = name.and_then(|name| state.network_security_groups.get(&name));
            security_group::update(request, current.map(|row| render::security_group::group(row)).as_ref())?
        }
        Change::DeleteNetworkSecurityGroup(request) => security_group::delete(request)?,
        Change::CreateNetworkPolicy(request) => network_policy::create(request)?,
        Change::UpdateNetworkPolicy(request) => {
            let policy = request.network_policy.as_ref();
            let name = policy.and_then(|policy| NetworkPolicyName::parse(&policy.name).ok());
            let current = name.and_then(|name| state.network_policies.get(&name));
            network_policy::update(request, current.map(|row| render::network_policy::policy(row)).as_ref())?
        }
        Change::DeleteNetworkPolicy(request) => network_policy::delete(request)?,
        Change::CreateNamespace(request) => network_policy::create_namespace(request)?,
        Change::UpdateNamespace(request) => network_policy::update_namespace(request)?,
        Change::DeleteNamespace(request) => network_policy::delete_namespace(request)?,
        Change::UpdateSubnet(request) => {
            let name = request.subnet.as_ref().and_then(|subnet| SubnetName::parse(&subnet.name).ok());
            let current = name.and_then(|name| state.subnets.get(&name));
            let current = current.map(|row| render::network::subnet(state, row));
            network::update_subnet(request, current.as_ref())?
        }
        Change::UpdateNodePool(request) => {
            let name = request.node_pool.as_ref().and_then(|pool| NodePoolName::parse(&pool.name).ok());
            let current = name.and_then(|name| state.node_pools.get(&name));
            let current = current.map(|row| render::cluster::node_pool(state, row));
            cluster::update_node_pool(request, current.as_ref())?
        }
    })
}

/// A reconciliation; without an etag that of the table as it is then.
fn reconcile(state: &State, request: &pb::ReconcileRouteTableRequest) -> Result<Command, Refusal> {
    let table = podnet_core::name::RouteTableName::parse(&request.name).ok();
    let user = table.as_ref().and_then(|table| table_user(state, table));
    let mut wish = route::reconcile(request, user.map(|user| user.to_string()))?;
    if wish.etag.is_none()
        && let Some(body) = state.route_tables.get(&wish.table)
    {
        wish.etag = Some(podnet_core::routes::table_etag(state, body));
    }
    Ok(Command::ReconcileRouteTable(wish))
}

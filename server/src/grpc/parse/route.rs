//! What do requests about route tables and routes ask for?

use podnet_core::Command;
use podnet_core::address::parse_address;
use podnet_core::command::{
    Reconcile, RouteSpec, RouteTableSpec, RouteTableUpdate, RouteUpdate, SubnetRouteTable,
};
use podnet_core::model::NextHop;
use podnet_core::name::{NetworkName, NodeName, RouteName, RouteTableName, SubnetName};
use podnet_core::prefix::Prefix;
use podnet_proto::v1 as pb;

use super::fields::{Fields, Invalid};
use super::mask::{meta, mutable, passed, resolve};
use super::network::etag;

/// Reads `CreateRouteTable`.
pub(crate) fn create_route_table(request: &pb::CreateRouteTableRequest) -> Result<Command, Invalid> {
    let mut fields = Fields::default();
    let parent = fields.keep("parent", NetworkName::parse(&request.parent));
    let id = fields.segment("route_table_id", &request.route_table_id);
    let table = fields.required("route_table", request.route_table.as_ref());
    let labels = table.map(|table| fields.nested("route_table", |fields| fields.labels(table.meta.as_ref())));
    fields.finish(|| {
        Some(Command::CreateRouteTable(RouteTableSpec {
            name: RouteTableName { network: parent?.network, table: id? },
            labels: labels?,
            disable_bgp_route_propagation: table?.disable_bgp_route_propagation,
        }))
    })
}

/// Reads `UpdateRouteTable`.
pub(crate) fn update_route_table(request: &pb::UpdateRouteTableRequest) -> Result<Command, Invalid> {
    let mut fields = Fields::default();
    let table = fields.required("route_table", request.route_table.as_ref());
    let update = table.and_then(|table| {
        let known: Vec<_> = [
            passed("name"),
            mutable("disable_bgp_route_propagation", &table.disable_bgp_route_propagation),
            passed("subnets"),
            passed("route_count"),
            passed("route_limit"),
            passed("cluster"),
        ]
        .into_iter()
        .chain(meta(table.meta.as_ref()))
        .collect();
        let chosen = resolve(&mut fields, request.update_mask.as_ref(), &known);
        fields.nested("route_table", |fields| {
            let labels = fields.labels(table.meta.as_ref());
            let disable = table.disable_bgp_route_propagation;
            Some(RouteTableUpdate {
                name: fields.keep("name", RouteTableName::parse(&table.name))?,
                etag: etag(table.meta.as_ref()),
                labels: chosen.pick("meta.labels", labels),
                disable_bgp_route_propagation: chosen.pick("disable_bgp_route_propagation", disable),
            })
        })
    });
    fields.finish(|| update.map(Command::UpdateRouteTable))
}

/// Reads `DeleteRouteTable`.
pub(crate) fn delete_route_table(request: &pb::DeleteRouteTableRequest) -> Result<Command, Invalid> {
    super::delete(&request.name, &request.etag, request.allow_missing, false, RouteTableName::parse)
        .map(Command::DeleteRouteTable)
}

/// Reads `CreateRoute`.
pub(crate) fn create_route(request: &pb::CreateRouteRequest) -> Result<Command, Invalid> {
    let mut fields = Fields::default();
    let parent = fields.keep("parent", RouteTableName::parse(&request.parent));
    let id = fields.segment("route_id", &request.route_id);
    let route = fields.required("route", request.route.as_ref());
    let name = parent.zip(id).map(|(table, id)| table.route(id));
    let spec = route.and_then(|route| fields.nested("route", |fields| spec(fields, route, name)));
    fields.finish(|| spec.map(Command::CreateRoute))
}

fn spec(fields: &mut Fields, route: &pb::Route, name: Option<RouteName>) -> Option<RouteSpec> {
    let labels = fields.labels(route.meta.as_ref());
    let managed_by = route.meta.as_ref().map(|meta| fields.text("meta.managed_by", &meta.managed_by));
    let node = fields.optional_name("node", &route.node, NodeName::parse);
    let prefix = fields.keep("address_prefix", Prefix::parse(&route.address_prefix));
    let next_hop = next_hop(fields, route);
    Some(RouteSpec {
        name: name?,
        labels,
        managed_by: managed_by.unwrap_or_default(),
        prefix: prefix?,
        next_hop: next_hop?,
        node,
    })
}

/// Reads `UpdateRoute`; `current` is the present route. Type and address of the next hop are one value: a mask with only
/// one of them keeps the other.
pub(crate) fn update_route(
    request: &pb::UpdateRouteRequest,
    current: Option<&pb::Route>,
) -> Result<Command, Invalid> {
    let mut fields = Fields::default();
    let route = fields.required("route", request.route.as_ref());
    let update = route.and_then(|route| {
        let known: Vec<_> = [
            passed("name"),
            mutable("address_prefix", &route.address_prefix),
            mutable("next_hop_type", &route.next_hop_type),
            mutable("next_hop_address", &route.next_hop_address),
            super::mask::immutable("node", &route.node, current.map(|c| &c.node)),
        ]
        .into_iter()
        .chain(meta(route.meta.as_ref()))
        .collect();
        let chosen = resolve(&mut fields, request.update_mask.as_ref(), &known);
        if let Some(field) = chosen.immutable.first() {
            fields.refuse(format_args!("route.{field}"), "can't change; delete the route and create another");
        }
        let kind = chosen.pick("next_hop_type", route.next_hop_type);
        let address = chosen.pick("next_hop_address", route.next_hop_address.clone());
        let touched = kind.is_some() || address.is_some();
        let completed = kind.is_some() != address.is_some();
        let merged = pb::Route {
            next_hop_type: kind.or_else(|| Some(current?.next_hop_type)).unwrap_or_default(),
            next_hop_address: address.or_else(|| Some(current?.next_hop_address.clone())).unwrap_or_default(),
            ..pb::Route::default()
        };
        fields.nested("route", |fields| {
            let labels = fields.labels(route.meta.as_ref());
            let prefix = chosen.pick("address_prefix", ());
            let prefix =
                prefix.and_then(|()| fields.keep("address_prefix", Prefix::parse(&route.address_prefix)));
            // Without a present route there is nothing to keep the other half of; the domain says that it is missing.
            let next_hop = if touched && (current.is_some() || kind.is_some()) {
                Some(next_hop(fields, &merged)?)
            } else {
                None
            };
            Some(RouteUpdate {
                name: fields.keep("name", RouteName::parse(&route.name))?,
                // Half of a next hop was completed from this very route; another one in between must not be mixed in.
                etag: etag(route.meta.as_ref()).or_else(|| {
                    etag(current.filter(|_| completed).and_then(|current| current.meta.as_ref()))
                }),
                labels: chosen.pick("meta.labels", labels),
                prefix,
                next_hop,
            })
        })
    });
    fields.finish(|| update.map(Command::UpdateRoute))
}

/// Reads `DeleteRoute`.
pub(crate) fn delete_route(request: &pb::DeleteRouteRequest) -> Result<Command, Invalid> {
    super::delete(&request.name, &request.etag, request.allow_missing, false, RouteName::parse)
        .map(Command::DeleteRoute)
}

/// Reads `SetSubnetRouteTable`.
pub(crate) fn set_subnet_route_table(request: &pb::SetSubnetRouteTableRequest) -> Result<Command, Invalid> {
    let mut fields = Fields::default();
    let subnet = fields.keep("subnet", SubnetName::parse(&request.subnet));
    let table = fields.optional_name("route_table", &request.route_table, RouteTableName::parse);
    let etag = Fields::etag(&request.etag);
    fields.finish(|| Some(Command::SetSubnetRouteTable(SubnetRouteTable { subnet: subnet?, table, etag })))
}

/// Reads `ReconcileRouteTable`; an empty manager stands for `cluster`, the one that uses the table. For a cluster the
/// nodes say what is wanted; a tool says it itself.
pub(crate) fn reconcile(
    request: &pb::ReconcileRouteTableRequest,
    cluster: Option<String>,
) -> Result<Reconcile, Invalid> {
    let mut fields = Fields::default();
    let table = fields.keep("name", RouteTableName::parse(&request.name));
    // Without a cluster the manager stays empty, and the domain says that nobody uses the table.
    let manager = match cluster {
        Some(cluster) if request.manager.is_empty() => cluster,
        Some(_) | None => fields.text("manager", &request.manager),
    };
    let of_cluster = manager.starts_with("clusters/");
    if of_cluster && !request.desired.is_empty() {
        fields.refuse("desired", "is for a tool's own routes; the nodes of a cluster say what it wants");
    }
    let read = |(index, route): (usize, &pb::Route)| {
        fields.nested(&format!("desired[{index}]"), |fields| {
            let name = fields.keep("name", RouteName::parse(&route.name));
            spec(fields, route, name)
        })
    };
    let desired: Option<Vec<_>> = request.desired.iter().enumerate().map(read).collect();
    fields.finish(|| {
        let desired = if of_cluster { None } else { Some(desired?) };
        Some(Reconcile { table: table?, manager, desired, etag: Fields::etag(&request.etag) })
    })
}

fn next_hop(fields: &mut Fields, route: &pb::Route) -> Option<NextHop> {
    let plain = match fields.word("next_hop_type", route.next_hop_type)? {
        pb::NextHopType::VirtualAppliance => {
            let address = parse_address(&route.next_hop_address);
            return fields.keep("next_hop_address", address).map(NextHop::VirtualAppliance);
        }
        pb::NextHopType::VnetLocal => NextHop::VnetLocal,
        pb::NextHopType::VirtualNetworkGateway => NextHop::VirtualNetworkGateway,
        pb::NextHopType::Internet => NextHop::Internet,
        pb::NextHopType::None => NextHop::None,
        pb::NextHopType::Unspecified => return fields.required("next_hop_type", None),
        pb::NextHopType::VnetPeering
        | pb::NextHopType::VirtualNetworkServiceEndpoint
        | pb::NextHopType::LocalDevice => {
            fields.refuse("next_hop_type", "is only found in effective routes; a table cannot have it");
            return None;
        }
    };
    if !route.next_hop_address.is_empty() {
        fields.refuse("next_hop_address", "is only for VIRTUAL_APPLIANCE; leave it empty");
    }
    Some(plain)
}

/// Where routes apply: a subnet, or the subnet of a node.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum RoutesAt {
    /// A subnet.
    Subnet(SubnetName),
    /// A node.
    Node(NodeName),
}

/// Reads the place of `ListEffectiveRoutes`.
pub(crate) fn effective_at(request: &pb::ListEffectiveRoutesRequest) -> Result<RoutesAt, Invalid> {
    use pb::list_effective_routes_request::At;
    match &request.at {
        Some(At::Subnet(text)) => super::name("subnet", text, SubnetName::parse).map(RoutesAt::Subnet),
        Some(At::Node(text)) => super::name("node", text, NodeName::parse).map(RoutesAt::Node),
        None => Err(Invalid::one("at", "is required; name a subnet or a node")),
    }
}

/// Reads the place of `LookupRoute`.
pub(crate) fn lookup_from(request: &pb::LookupRouteRequest) -> Result<RoutesAt, Invalid> {
    use pb::lookup_route_request::Source;
    match &request.source {
        Some(Source::Subnet(text)) => super::name("subnet", text, SubnetName::parse).map(RoutesAt::Subnet),
        Some(Source::Node(text)) => super::name("node", text, NodeName::parse).map(RoutesAt::Node),
        None => Err(Invalid::one("source", "is required; name a subnet or a node")),
    }
}

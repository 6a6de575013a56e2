//! What do requests about networks and subnets ask for?

use podnet_core::Command;
use podnet_core::command::{NetworkSpec, NetworkUpdate, SubnetSpec, SubnetUpdate};
use podnet_core::limits::COOLDOWN_DEFAULT;
use podnet_core::model::{Gateway, GatewayKind, Peering};
use podnet_core::name::{NetworkName, NetworkSecurityGroupName, RouteTableName, SubnetName};
use podnet_proto::v1 as pb;

use super::fields::{Fields, Invalid};
use super::mask::{immutable, meta, mutable, passed, resolve};

/// Reads `CreateNetwork`.
pub(crate) fn create_network(request: &pb::CreateNetworkRequest) -> Result<Command, Invalid> {
    let mut fields = Fields::default();
    let id = fields.segment("network_id", &request.network_id);
    let network = fields.required("network", request.network.as_ref());
    let spec = network.map(|network| {
        fields.nested("network", |fields| {
            let labels = fields.labels(network.meta.as_ref());
            let address_prefixes = fields.prefixes("address_prefixes", &network.address_prefixes);
            (
                labels,
                address_prefixes,
                gateway(fields, network.gateway.as_ref()),
                peerings(fields, &network.peerings),
            )
        })
    });
    fields.finish(|| {
        let (labels, address_prefixes, gateway, peerings) = spec?;
        let name = NetworkName { network: id? };
        Some(Command::CreateNetwork(NetworkSpec { name, labels, address_prefixes, gateway, peerings }))
    })
}

/// Reads `UpdateNetwork`.
pub(crate) fn update_network(request: &pb::UpdateNetworkRequest) -> Result<Command, Invalid> {
    let mut fields = Fields::default();
    let network = fields.required("network", request.network.as_ref());
    let update = network.and_then(|network| {
        let table: Vec<_> = [
            passed("name"),
            mutable("address_prefixes", &network.address_prefixes),
            mutable("gateway", &network.gateway),
            mutable("peerings", &network.peerings),
        ]
        .into_iter()
        .chain(meta(network.meta.as_ref()))
        .collect();
        let chosen = resolve(&mut fields, request.update_mask.as_ref(), &table);
        fields.nested("network", |fields| {
            let labels = fields.labels(network.meta.as_ref());
            let address_prefixes = fields.prefixes("address_prefixes", &network.address_prefixes);
            let gateway = gateway(fields, network.gateway.as_ref());
            let peerings = peerings(fields, &network.peerings);
            Some(NetworkUpdate {
                name: fields.keep("name", NetworkName::parse(&network.name))?,
                etag: etag(network.meta.as_ref()),
                labels: chosen.pick("meta.labels", labels),
                address_prefixes: chosen.pick("address_prefixes", address_prefixes),
                gateway: chosen.pick("gateway", gateway),
                peerings: chosen.pick("peerings", peerings),
            })
        })
    });
    fields.finish(|| update.map(Command::UpdateNetwork))
}

/// Reads `DeleteNetwork`.
pub(crate) fn delete_network(request: &pb::DeleteNetworkRequest) -> Result<Command, Invalid> {
    super::delete(&request.name, &request.etag, request.allow_missing, request.force, NetworkName::parse)
        .map(Command::DeleteNetwork)
}

/// Reads `CreateSubnet`.
pub(crate) fn create_subnet(request: &pb::CreateSubnetRequest) -> Result<Command, Invalid> {
    let mut fields = Fields::default();
    let parent = fields.keep("parent", NetworkName::parse(&request.parent));
    let id = fields.segment("subnet_id", &request.subnet_id);
    let subnet = fields.required("subnet", request.subnet.as_ref());
    let spec = subnet.map(|subnet| {
        fields.nested("subnet", |fields| {
            (
                fields.labels(subnet.meta.as_ref()),
                fields.prefixes("address_prefixes", &subnet.address_prefixes),
                fields.optional_name("route_table", &subnet.route_table, RouteTableName::parse),
                service_endpoints(fields, &subnet.service_endpoints),
                fields.text("delegation", &subnet.delegation),
                fields.duration("cooldown", subnet.cooldown.as_ref()),
                group(fields, &subnet.network_security_group),
            )
        })
    });
    fields.finish(|| {
        let (labels, address_prefixes, route_table, service_endpoints, delegation, cooldown, group) = spec?;
        Some(Command::CreateSubnet(SubnetSpec {
            name: SubnetName { network: parent?.network, subnet: id? },
            labels,
            address_prefixes,
            route_table,
            service_endpoints,
            delegation,
            cooldown: cooldown.unwrap_or(COOLDOWN_DEFAULT),
            network_security_group: group,
        }))
    })
}

/// Reads `UpdateSubnet`; `current` is the present subnet.
pub(crate) fn update_subnet(
    request: &pb::UpdateSubnetRequest,
    current: Option<&pb::Subnet>,
) -> Result<Command, Invalid> {
    let mut fields = Fields::default();
    let subnet = fields.required("subnet", request.subnet.as_ref());
    let update = subnet.and_then(|subnet| {
        let table: Vec<_> = [
            passed("name"),
            immutable("address_prefixes", &subnet.address_prefixes, current.map(|c| &c.address_prefixes)),
            immutable("route_table", &subnet.route_table, current.map(|c| &c.route_table)),
            mutable("service_endpoints", &subnet.service_endpoints),
            mutable("delegation", &subnet.delegation),
            mutable("cooldown", &subnet.cooldown),
            mutable("network_security_group", &subnet.network_security_group),
            passed("usage"),
        ]
        .into_iter()
        .chain(meta(subnet.meta.as_ref()))
        .collect();
        let chosen = resolve(&mut fields, request.update_mask.as_ref(), &table);
        fields.nested("subnet", |fields| {
            let labels = fields.labels(subnet.meta.as_ref());
            let endpoints = service_endpoints(fields, &subnet.service_endpoints);
            let delegation = fields.text("delegation", &subnet.delegation);
            let cooldown = fields.duration("cooldown", subnet.cooldown.as_ref()).unwrap_or(COOLDOWN_DEFAULT);
            let group = group(fields, &subnet.network_security_group);
            Some(SubnetUpdate {
                name: fields.keep("name", SubnetName::parse(&subnet.name))?,
                etag: etag(subnet.meta.as_ref()),
                immutable: chosen.immutable.clone(),
                labels: chosen.pick("meta.labels", labels),
                service_endpoints: chosen.pick("service_endpoints", endpoints),
                delegation: chosen.pick("delegation", delegation),
                cooldown: chosen.pick("cooldown", cooldown),
                network_security_group: chosen.pick("network_security_group", group),
            })
        })
    });
    fields.finish(|| update.map(Command::UpdateSubnet))
}

/// Reads `DeleteSubnet`.
pub(crate) fn delete_subnet(request: &pb::DeleteSubnetRequest) -> Result<Command, Invalid> {
    super::delete(&request.name, &request.etag, request.allow_missing, false, SubnetName::parse)
        .map(Command::DeleteSubnet)
}

/// The network security group that something is associated with.
pub(super) fn group(fields: &mut Fields, text: &str) -> Option<NetworkSecurityGroupName> {
    fields.optional_name("network_security_group", text, NetworkSecurityGroupName::parse)
}

/// The etag that an update is based on.
pub(super) fn etag(meta: Option<&pb::Meta>) -> Option<String> {
    meta.and_then(|meta| Fields::etag(&meta.etag))
}

fn service_endpoints(fields: &mut Fields, texts: &[String]) -> Vec<String> {
    texts
        .iter()
        .enumerate()
        .map(|(index, text)| fields.text(&format!("service_endpoints[{index}]"), text))
        .collect()
}

fn gateway(fields: &mut Fields, gateway: Option<&pb::Gateway>) -> Option<Gateway> {
    let gateway = gateway?;
    fields.nested("gateway", |fields| {
        let on_premises_prefixes = fields.prefixes("on_premises_prefixes", &gateway.on_premises_prefixes);
        let kind = match fields.word("kind", gateway.kind)? {
            pb::GatewayKind::Unspecified => fields.required("kind", None)?,
            pb::GatewayKind::Vpn => GatewayKind::Vpn,
            pb::GatewayKind::ExpressRoute => GatewayKind::ExpressRoute,
        };
        Some(Gateway { kind, on_premises_prefixes })
    })
}

fn peerings(fields: &mut Fields, peerings: &[pb::Peering]) -> Vec<Peering> {
    let read = |(index, peering): (usize, &pb::Peering)| {
        fields.nested(&format!("peerings[{index}]"), |fields| Peering {
            name: fields.text("name", &peering.name),
            remote_network: fields.optional_name(
                "remote_network",
                &peering.remote_network,
                NetworkName::parse,
            ),
            remote_prefixes: fields.prefixes("remote_prefixes", &peering.remote_prefixes),
            allow_virtual_network_access: peering.allow_virtual_network_access.unwrap_or(true),
            allow_forwarded_traffic: peering.allow_forwarded_traffic,
            allow_gateway_transit: peering.allow_gateway_transit,
            use_remote_gateways: peering.use_remote_gateways,
        })
    };
    peerings.iter().enumerate().map(read).collect()
}

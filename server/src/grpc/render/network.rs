//! How do networks, subnets and reservations look on the wire?

use podnet_core::State;
use podnet_core::model::{Appliance, Gateway, GatewayKind, Network, Peering, Purpose, Reservation, Subnet};
use podnet_proto::v1 as pb;

use super::{duration, family, meta, optional, texts, usage};

/// A network.
pub(crate) fn network(network: &Network) -> pb::Network {
    pb::Network {
        name: network.name.to_string(),
        meta: Some(meta(&network.name, &network.meta)),
        address_prefixes: texts(&network.address_prefixes),
        gateway: network.gateway.as_ref().map(gateway),
        peerings: network.peerings.iter().map(peering).collect(),
    }
}

fn gateway(gateway: &Gateway) -> pb::Gateway {
    let kind = match gateway.kind {
        GatewayKind::Vpn => pb::GatewayKind::Vpn,
        GatewayKind::ExpressRoute => pb::GatewayKind::ExpressRoute,
    };
    pb::Gateway { kind: kind as i32, on_premises_prefixes: texts(&gateway.on_premises_prefixes) }
}

fn peering(peering: &Peering) -> pb::Peering {
    pb::Peering {
        name: peering.name.clone(),
        remote_network: optional(peering.remote_network.as_ref()),
        remote_prefixes: texts(&peering.remote_prefixes),
        allow_virtual_network_access: Some(peering.allow_virtual_network_access),
        allow_forwarded_traffic: peering.allow_forwarded_traffic,
        allow_gateway_transit: peering.allow_gateway_transit,
        use_remote_gateways: peering.use_remote_gateways,
    }
}

/// A subnet with its counts at the state's revision.
pub(crate) fn subnet(state: &State, subnet: &Subnet) -> pb::Subnet {
    pb::Subnet {
        name: subnet.name.to_string(),
        meta: Some(meta(&subnet.name, &subnet.meta)),
        address_prefixes: texts(&subnet.address_prefixes),
        route_table: optional(subnet.route_table.as_ref()),
        service_endpoints: subnet.service_endpoints.clone(),
        delegation: subnet.delegation.clone(),
        cooldown: Some(duration(subnet.cooldown)),
        usage: usage::of_subnet(state, subnet),
        network_security_group: optional(subnet.network_security_group.as_ref()),
    }
}

/// A reservation.
pub(crate) fn reservation(reservation: &Reservation) -> pb::Reservation {
    let purpose = match reservation.purpose {
        Purpose::VirtualMachine => pb::ReservationPurpose::VirtualMachine,
        Purpose::InternalLoadBalancer => pb::ReservationPurpose::InternalLoadBalancer,
        Purpose::PrivateEndpoint => pb::ReservationPurpose::PrivateEndpoint,
        Purpose::Other => pb::ReservationPurpose::Other,
    };
    pb::Reservation {
        name: reservation.name.to_string(),
        meta: Some(meta(&reservation.name, &reservation.meta)),
        purpose: purpose as i32,
        address_prefix: reservation.prefix.to_string(),
        prefix_length: u32::from(reservation.prefix.length()),
        family: family(reservation.prefix.family()),
        display_name: reservation.display_name.clone(),
        ip_forwarding: reservation.ip_forwarding,
        stopped: reservation.machine.stopped,
        appliance_behavior: match reservation.machine.appliance {
            Appliance::Unknown => pb::ApplianceBehavior::Unspecified,
            Appliance::Router => pb::ApplianceBehavior::Router,
            Appliance::Firewall => pb::ApplianceBehavior::Firewall,
            Appliance::SourceNat => pb::ApplianceBehavior::SourceNat,
        } as i32,
        public_addresses: texts(&reservation.machine.public_addresses),
        network_security_group: optional(reservation.network_security_group.as_ref()),
    }
}

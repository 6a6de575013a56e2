//! How are virtual networks, subnets and reservations written?

use std::time::Duration;

use podnet_core::model::{Appliance, Gateway, Machine, Network, Peering, Reservation, Subnet};
use podnet_proto::store::v1 as stored;

use super::scalar::{
    Code, load_addresses, load_prefix, load_prefixes, name, optional_name, store_addresses, store_duration,
    store_prefix, store_prefixes,
};
use super::{Malformed, Moment, Stored, load_all, required, store_all};

impl Stored for Network {
    type Message = stored::Network;

    fn store(&self, moment: Moment) -> stored::Network {
        stored::Network {
            name: self.name.to_string(),
            meta: Some(self.meta.store(moment)),
            address_prefixes: store_prefixes(&self.address_prefixes),
            gateway: self.gateway.as_ref().map(|gateway| gateway.store(moment)),
            peerings: store_all(&self.peerings, moment),
        }
    }

    fn load(message: stored::Network, moment: Moment) -> Result<Self, Malformed> {
        Ok(Self {
            name: name("network.name", &message.name)?,
            meta: required("network.meta", message.meta, moment)?,
            address_prefixes: load_prefixes("network.address_prefixes", &message.address_prefixes)?,
            gateway: message.gateway.map(|gateway| Gateway::load(gateway, moment)).transpose()?,
            peerings: load_all(message.peerings, moment)?,
        })
    }
}

impl Stored for Gateway {
    type Message = stored::Gateway;

    fn store(&self, _: Moment) -> stored::Gateway {
        stored::Gateway {
            kind: self.kind.code(),
            on_premises_prefixes: store_prefixes(&self.on_premises_prefixes),
        }
    }

    fn load(message: stored::Gateway, _: Moment) -> Result<Self, Malformed> {
        Ok(Self {
            kind: Code::of_code("gateway.kind", message.kind)?,
            on_premises_prefixes: load_prefixes(
                "gateway.on_premises_prefixes",
                &message.on_premises_prefixes,
            )?,
        })
    }
}

impl Stored for Peering {
    type Message = stored::Peering;

    fn store(&self, _: Moment) -> stored::Peering {
        stored::Peering {
            name: self.name.clone(),
            remote_network: self.remote_network.as_ref().map(ToString::to_string),
            remote_prefixes: store_prefixes(&self.remote_prefixes),
            allow_virtual_network_access: self.allow_virtual_network_access,
            allow_forwarded_traffic: self.allow_forwarded_traffic,
            allow_gateway_transit: self.allow_gateway_transit,
            use_remote_gateways: self.use_remote_gateways,
        }
    }

    fn load(message: stored::Peering, _: Moment) -> Result<Self, Malformed> {
        Ok(Self {
            name: message.name,
            remote_network: optional_name("peering.remote_network", message.remote_network)?,
            remote_prefixes: load_prefixes("peering.remote_prefixes", &message.remote_prefixes)?,
            allow_virtual_network_access: message.allow_virtual_network_access,
            allow_forwarded_traffic: message.allow_forwarded_traffic,
            allow_gateway_transit: message.allow_gateway_transit,
            use_remote_gateways: message.use_remote_gateways,
        })
    }
}

impl Stored for Subnet {
    type Message = stored::Subnet;

    fn store(&self, moment: Moment) -> stored::Subnet {
        stored::Subnet {
            name: self.name.to_string(),
            meta: Some(self.meta.store(moment)),
            address_prefixes: store_prefixes(&self.address_prefixes),
            route_table: self.route_table.as_ref().map(ToString::to_string),
            service_endpoints: self.service_endpoints.clone(),
            delegation: self.delegation.clone(),
            cooldown: store_duration(self.cooldown),
            network_security_group: self.network_security_group.as_ref().map(ToString::to_string),
        }
    }

    fn load(message: stored::Subnet, moment: Moment) -> Result<Self, Malformed> {
        Ok(Self {
            name: name("subnet.name", &message.name)?,
            meta: required("subnet.meta", message.meta, moment)?,
            address_prefixes: load_prefixes("subnet.address_prefixes", &message.address_prefixes)?,
            route_table: optional_name("subnet.route_table", message.route_table)?,
            service_endpoints: message.service_endpoints,
            delegation: message.delegation,
            cooldown: Duration::from_nanos(message.cooldown),
            network_security_group: optional_name(
                "subnet.network_security_group",
                message.network_security_group,
            )?,
        })
    }
}

impl Stored for Reservation {
    type Message = stored::Reservation;

    fn store(&self, moment: Moment) -> stored::Reservation {
        stored::Reservation {
            name: self.name.to_string(),
            meta: Some(self.meta.store(moment)),
            purpose: self.purpose.code(),
            prefix: store_prefix(&self.prefix),
            display_name: self.display_name.clone(),
            ip_forwarding: self.ip_forwarding,
            stopped: self.machine.stopped,
            appliance: match self.machine.appliance {
                Appliance::Unknown => stored::ApplianceBehavior::Unspecified,
                Appliance::Router => stored::ApplianceBehavior::Router,
                Appliance::Firewall => stored::ApplianceBehavior::Firewall,
                Appliance::SourceNat => stored::ApplianceBehavior::SourceNat,
            }
            .into(),
            public_addresses: store_addresses(&self.machine.public_addresses),
            network_security_group: self.network_security_group.as_ref().map(ToString::to_string),
        }
    }

    fn load(message: stored::Reservation, moment: Moment) -> Result<Self, Malformed> {
        let appliance = match message.appliance() {
            stored::ApplianceBehavior::Unspecified => Appliance::Unknown,
            stored::ApplianceBehavior::Router => Appliance::Router,
            stored::ApplianceBehavior::Firewall => Appliance::Firewall,
            stored::ApplianceBehavior::SourceNat => Appliance::SourceNat,
        };
        Ok(Self {
            name: name("reservation.name", &message.name)?,
            meta: required("reservation.meta", message.meta, moment)?,
            purpose: Code::of_code("reservation.purpose", message.purpose)?,
            prefix: load_prefix("reservation.prefix", &message.prefix)?,
            display_name: message.display_name,
            ip_forwarding: message.ip_forwarding,
            machine: Machine {
                stopped: message.stopped,
                appliance,
                public_addresses: load_addresses("reservation.public_addresses", &message.public_addresses)?,
            },
            network_security_group: optional_name(
                "reservation.network_security_group",
                message.network_security_group,
            )?,
        })
    }
}

//! How are clusters written?

use std::time::Duration;

use podnet_core::model::{Cluster, Outbound};
use podnet_proto::store::v1 as stored;

use super::network_policy::{load_engine, store_engine};
use super::scalar::{
    Code, load_address, load_addresses, load_prefixes, name, narrow, optional_name, store_address,
    store_addresses, store_duration, store_prefixes,
};
use super::{Malformed, Moment, Stored, required};

impl Stored for Outbound {
    type Message = stored::Outbound;

    fn store(&self, _: Moment) -> stored::Outbound {
        stored::Outbound {
            kind: self.kind.code(),
            addresses: store_addresses(&self.addresses),
            allocated_ports: self.allocated_ports,
        }
    }

    fn load(message: stored::Outbound, _: Moment) -> Result<Self, Malformed> {
        Ok(Self {
            kind: Code::of_code("outbound.kind", message.kind)?,
            addresses: load_addresses("outbound.addresses", &message.addresses)?,
            allocated_ports: message.allocated_ports,
        })
    }
}

impl Stored for Cluster {
    type Message = stored::Cluster;

    fn store(&self, moment: Moment) -> stored::Cluster {
        let list = |prefixes: &Vec<_>| stored::PrefixList { prefixes: store_prefixes(prefixes) };
        stored::Cluster {
            name: self.name.to_string(),
            meta: Some(self.meta.store(moment)),
            network: self.network.to_string(),
            mode: self.mode.code(),
            families: self.families.iter().map(|family| family.code()).collect(),
            pod_prefixes: store_prefixes(&self.pod_prefixes),
            node_prefix_length_v4: u32::from(self.node_prefix_length_v4),
            node_prefix_length_v6: u32::from(self.node_prefix_length_v6),
            service_prefixes: store_prefixes(&self.service_prefixes),
            dns_address: store_address(self.dns_address),
            route_table: self.route_table.as_ref().map(ToString::to_string),
            route_management: self.route_management.code(),
            outbound: Some(self.outbound.store(moment)),
            inbound_distribution: self.inbound_distribution.code(),
            non_masquerade_prefixes: self.non_masquerade_prefixes.as_ref().map(list),
            provisioning_tool: self.provisioning_tool.code(),
            cooldown: store_duration(self.cooldown),
            pod_data_path: self.pod_data_path.code(),
            network_policy_engine: store_engine(self.network_policy_engine),
        }
    }

    fn load(message: stored::Cluster, moment: Moment) -> Result<Self, Malformed> {
        let family = |code: &i32| Code::of_code("cluster.families", *code);
        let list =
            |list: stored::PrefixList| load_prefixes("cluster.non_masquerade_prefixes", &list.prefixes);
        Ok(Self {
            name: name("cluster.name", &message.name)?,
            meta: required("cluster.meta", message.meta, moment)?,
            network: name("cluster.network", &message.network)?,
            mode: Code::of_code("cluster.mode", message.mode)?,
            families: message.families.iter().map(family).collect::<Result<_, _>>()?,
            pod_prefixes: load_prefixes("cluster.pod_prefixes", &message.pod_prefixes)?,
            node_prefix_length_v4: narrow("cluster.node_prefix_length_v4", message.node_prefix_length_v4)?,
            node_prefix_length_v6: narrow("cluster.node_prefix_length_v6", message.node_prefix_length_v6)?,
            service_prefixes: load_prefixes("cluster.service_prefixes", &message.service_prefixes)?,
            dns_address: load_address("cluster.dns_address", &message.dns_address)?,
            route_table: optional_name("cluster.route_table", message.route_table)?,
            route_management: Code::of_code("cluster.route_management", message.route_management)?,
            outbound: required("cluster.outbound", message.outbound, moment)?,
            inbound_distribution: Code::of_code(
                "cluster.inbound_distribution",
                message.inbound_distribution,
            )?,
            non_masquerade_prefixes: message.non_masquerade_prefixes.map(list).transpose()?,
            provisioning_tool: Code::of_code("cluster.provisioning_tool", message.provisioning_tool)?,
            cooldown: Duration::from_nanos(message.cooldown),
            pod_data_path: Code::of_code("cluster.pod_data_path", message.pod_data_path)?,
            network_policy_engine: load_engine(message.network_policy_engine)?,
        })
    }
}

//! How are Kubernetes Services written?

use std::time::Duration;

use podnet_core::model::{Endpoint, Service, ServicePort, SessionAffinity, TargetPort};
use podnet_proto::store::v1 as stored;

use super::scalar::{
    Code, load_address, load_addresses, load_prefixes, name, narrow, optional_name, store_address,
    store_addresses, store_duration, store_prefixes,
};
use super::{Malformed, Moment, Stored, load_all, required, store_all};

impl Stored for ServicePort {
    type Message = stored::ServicePort;

    fn store(&self, _: Moment) -> stored::ServicePort {
        let target_port = match &self.target_port {
            TargetPort::Number(number) => stored::service_port::TargetPort::TargetNumber(u32::from(*number)),
            TargetPort::Name(name) => stored::service_port::TargetPort::TargetName(name.clone()),
        };
        stored::ServicePort {
            name: self.name.clone(),
            protocol: self.protocol.code(),
            port: u32::from(self.port),
            target_port: Some(target_port),
            node_port: u32::from(self.node_port),
        }
    }

    fn load(message: stored::ServicePort, _: Moment) -> Result<Self, Malformed> {
        let target_port = match message.target_port {
            Some(stored::service_port::TargetPort::TargetNumber(number)) => {
                TargetPort::Number(narrow("service.ports.target_number", number)?)
            }
            Some(stored::service_port::TargetPort::TargetName(name)) => TargetPort::Name(name),
            None => return Err(Malformed::missing("service.ports.target_port")),
        };
        Ok(Self {
            name: message.name,
            protocol: Code::of_code("service.ports.protocol", message.protocol)?,
            port: narrow("service.ports.port", message.port)?,
            target_port,
            node_port: narrow("service.ports.node_port", message.node_port)?,
        })
    }
}

impl Stored for Endpoint {
    type Message = stored::Endpoint;

    fn store(&self, _: Moment) -> stored::Endpoint {
        let port = |(name, number): &(String, u16)| stored::EndpointPort {
            name: name.clone(),
            number: u32::from(*number),
        };
        stored::Endpoint {
            address: store_address(self.address),
            node: self.node.as_ref().map(ToString::to_string),
            allocation: self.allocation.as_ref().map(ToString::to_string),
            ready: self.ready,
            serving: self.serving,
            terminating: self.terminating,
            ports: self.ports.iter().map(port).collect(),
        }
    }

    fn load(message: stored::Endpoint, _: Moment) -> Result<Self, Malformed> {
        let port =
            |port: stored::EndpointPort| Ok((port.name, narrow("service.endpoints.ports", port.number)?));
        Ok(Self {
            address: load_address("service.endpoints.address", &message.address)?,
            node: optional_name("service.endpoints.node", message.node)?,
            allocation: optional_name("service.endpoints.allocation", message.allocation)?,
            ready: message.ready,
            serving: message.serving,
            terminating: message.terminating,
            ports: message.ports.into_iter().map(port).collect::<Result<_, Malformed>>()?,
        })
    }
}

impl Stored for Service {
    type Message = stored::Service;

    fn store(&self, moment: Moment) -> stored::Service {
        stored::Service {
            name: self.name.to_string(),
            meta: Some(self.meta.store(moment)),
            kind: self.kind.code(),
            cluster_addresses: store_addresses(&self.cluster_addresses),
            load_balancer_addresses: store_addresses(&self.load_balancer_addresses),
            internal: self.internal,
            floating_ip: self.floating_ip,
            ports: store_all(&self.ports, moment),
            external_traffic_policy: self.external_traffic_policy.code(),
            internal_traffic_policy: self.internal_traffic_policy.code(),
            client_ip_affinity: match self.session_affinity {
                SessionAffinity::None => None,
                SessionAffinity::ClientIp(time) => Some(store_duration(time)),
            },
            health_check_node_port: u32::from(self.health_check_node_port),
            load_balancer_source_ranges: store_prefixes(&self.load_balancer_source_ranges),
            endpoints: store_all(&self.endpoints, moment),
        }
    }

    fn load(message: stored::Service, moment: Moment) -> Result<Self, Malformed> {
        Ok(Self {
            name: name("service.name", &message.name)?,
            meta: required("service.meta", message.meta, moment)?,
            kind: Code::of_code("service.kind", message.kind)?,
            cluster_addresses: load_addresses("service.cluster_addresses", &message.cluster_addresses)?,
            load_balancer_addresses: load_addresses(
                "service.load_balancer_addresses",
                &message.load_balancer_addresses,
            )?,
            internal: message.internal,
            floating_ip: message.floating_ip,
            ports: load_all(message.ports, moment)?,
            external_traffic_policy: Code::of_code(
                "service.external_traffic_policy",
                message.external_traffic_policy,
            )?,
            internal_traffic_policy: Code::of_code(
                "service.internal_traffic_policy",
                message.internal_traffic_policy,
            )?,
            session_affinity: message
                .client_ip_affinity
                .map_or(SessionAffinity::None, |time| SessionAffinity::ClientIp(Duration::from_nanos(time))),
            health_check_node_port: narrow("service.health_check_node_port", message.health_check_node_port)?,
            load_balancer_source_ranges: load_prefixes(
                "service.load_balancer_source_ranges",
                &message.load_balancer_source_ranges,
            )?,
            endpoints: load_all(message.endpoints, moment)?,
        })
    }
}

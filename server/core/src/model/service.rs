//! What is a Kubernetes Service and what stands behind it.

use std::net::IpAddr;
use std::time::Duration;

use crate::meta::{Meta, Resource};
use crate::model::network::resource;
use crate::name::{Segment, ServiceName};
use crate::prefix::Prefix;

/// Type of a Service.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ServiceType {
    /// Virtual address inside the cluster.
    ClusterIp,
    /// The same, and a port of every node.
    NodePort,
    /// The same, and a load balancer's frontend.
    LoadBalancer,
}

/// Transport protocol.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Protocol {
    /// TCP.
    Tcp,
    /// UDP.
    Udp,
    /// SCTP.
    Sctp,
    /// ICMP and ICMPv6: no ports.
    Icmp,
}

impl Protocol {
    /// Name in small letters, as `tcp`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Tcp => "tcp",
            Self::Udp => "udp",
            Self::Sctp => "sctp",
            Self::Icmp => "icmp",
        }
    }
}

/// Which endpoints a node may choose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TrafficPolicy {
    /// Any endpoint.
    Cluster,
    /// Endpoints of the node that has the packet.
    Local,
}

/// Whether a client comes back to the same endpoint.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SessionAffinity {
    /// No.
    None,
    /// By client address, for this long.
    ClientIp(Duration),
}

/// Port of an endpoint that a service port leads to.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum TargetPort {
    /// A number.
    Number(u16),
    /// A named port of the pod; the endpoint carries the number.
    Name(String),
}

/// A port of a Service.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ServicePort {
    /// Name; empty for the only port.
    pub name: String,
    /// Protocol.
    pub protocol: Protocol,
    /// Port of the virtual address and of the load balancer.
    pub port: u16,
    /// Port of the endpoint.
    pub target_port: TargetPort,
    /// Port of every node; 0 for none.
    pub node_port: u16,
}

/// A pod (or other address) behind a Service.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Endpoint {
    /// Address.
    pub address: IpAddr,
    /// Name of the node that it runs on, within the cluster.
    pub node: Option<Segment>,
    /// The allocation that holds the address, where it is known.
    pub allocation: Option<Segment>,
    /// Whether it takes new flows.
    pub ready: bool,
    /// Whether it answers.
    pub serving: bool,
    /// Whether it is being shut down.
    pub terminating: bool,
    /// Numbers of named target ports, by the service port's name.
    pub ports: Vec<(String, u16)>,
}

/// A Kubernetes Service with its endpoints.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Service {
    /// Name.
    pub name: ServiceName,
    /// Bookkeeping.
    pub meta: Meta,
    /// Type.
    pub kind: ServiceType,
    /// Virtual addresses; empty for a headless Service.
    pub cluster_addresses: Vec<IpAddr>,
    /// Addresses of the load balancer's frontend.
    pub load_balancer_addresses: Vec<IpAddr>,
    /// Whether the load balancer is internal.
    pub internal: bool,
    /// Whether the load balancer keeps the destination address (floating IP, direct server return).
    pub floating_ip: bool,
    /// Ports.
    pub ports: Vec<ServicePort>,
    /// Policy for packets from outside the cluster.
    pub external_traffic_policy: TrafficPolicy,
    /// Policy for packets to the virtual address.
    pub internal_traffic_policy: TrafficPolicy,
    /// Affinity.
    pub session_affinity: SessionAffinity,
    /// Port of the health probe under the Local policy; 0 for none.
    pub health_check_node_port: u16,
    /// Clients that the load balancer takes; empty for all.
    pub load_balancer_source_ranges: Vec<Prefix>,
    /// What stands behind it.
    pub endpoints: Vec<Endpoint>,
}

resource!(Service: ServiceName);

//! What does `kubectl get services` say about a Service?

use std::collections::BTreeMap;
use std::net::IpAddr;

use ipnetwork::IpNetwork;

use super::finding::{Finding, Findings, Rule, Source};
use super::json::Json;
use super::open_enum::open_enum;
use super::pods::text_map;

open_enum! {
    /// `spec.type`.
    ServiceType {
        /// Reachable inside the cluster.
        ClusterIp = "ClusterIP",
        /// Also on a port of every node.
        NodePort = "NodePort",
        /// Also through a load balancer.
        LoadBalancer = "LoadBalancer",
        /// Only a name in the DNS.
        ExternalName = "ExternalName",
    }
}

open_enum! {
    /// Transport protocol of a port.
    Protocol {
        /// TCP, the default.
        Tcp = "TCP",
        /// UDP.
        Udp = "UDP",
        /// SCTP.
        Sctp = "SCTP",
    }
}

open_enum! {
    /// `externalTrafficPolicy` and `internalTrafficPolicy`.
    TrafficPolicy {
        /// Any endpoint, the default.
        Cluster = "Cluster",
        /// Endpoints of the receiving node only.
        Local = "Local",
    }
}

open_enum! {
    /// `spec.sessionAffinity`.
    SessionAffinity {
        /// None, the default.
        None = "None",
        /// By client address.
        ClientIp = "ClientIP",
    }
}

/// A Service.
#[derive(Debug, Clone)]
pub struct Service {
    /// Where it was read.
    pub source: Source,
    /// Namespace.
    pub namespace: String,
    /// Name.
    pub name: String,
    /// Kubernetes UID.
    pub uid: Option<String>,
    /// Type; `ClusterIP` when absent.
    pub kind: ServiceType,
    /// Cluster addresses, one per family at most; empty when headless.
    pub cluster_addresses: Vec<IpAddr>,
    /// Whether `clusterIP` is `None`.
    pub headless: bool,
    /// Addresses that users route to the nodes themselves.
    pub external_addresses: Vec<IpAddr>,
    /// Addresses of its load balancer.
    pub load_balancer_addresses: Vec<IpAddr>,
    /// Host names of its load balancer.
    pub load_balancer_hostnames: Vec<String>,
    /// Whether its load balancer is internal, from the annotations.
    pub internal_load_balancer: bool,
    /// Subnet of the internal load balancer's address, from the annotations.
    pub internal_subnet: Option<String>,
    /// Sources that the load balancer lets in; empty = all.
    pub source_prefixes: Vec<IpNetwork>,
    /// Ports.
    pub ports: Vec<ServicePort>,
    /// Labels that its pods have; empty = endpoints are made by others.
    pub selector: BTreeMap<String, String>,
    /// Policy for traffic from outside.
    pub external_traffic_policy: TrafficPolicy,
    /// Policy for traffic from inside.
    pub internal_traffic_policy: TrafficPolicy,
    /// Affinity.
    pub session_affinity: SessionAffinity,
    /// How long affinity lasts, in seconds.
    pub session_affinity_seconds: Option<u32>,
    /// Port of the health check with the policy `Local`.
    pub health_check_node_port: Option<u16>,
    /// Whether endpoints count that are not ready.
    pub publish_not_ready_addresses: bool,
}

/// A port of a Service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServicePort {
    /// Name; absent when the Service has one port.
    pub name: Option<String>,
    /// Protocol.
    pub protocol: Protocol,
    /// Port number.
    pub port: u16,
    /// Where it goes; the port itself when absent.
    pub target: TargetPort,
    /// Port on every node.
    pub node_port: Option<u16>,
    /// Application protocol, as written.
    pub application_protocol: Option<String>,
}

/// `targetPort` of a Service port.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TargetPort {
    /// A number.
    Number(u16),
    /// The name of a container's port.
    Name(String),
}

impl Service {
    pub(super) fn read(json: &Json<'_>, findings: &mut Findings) -> Option<Self> {
        let metadata = json.get("metadata");
        let source = json.source(findings);
        let Some(name) = metadata.get("name").text(findings) else {
            findings.push(Finding::new(Rule::MissingField, source, "a Service without a name", "left out"));
            return None;
        };
        let namespace = metadata.get("namespace").text(findings).unwrap_or_else(|| "default".to_owned());
        let spec = json.get("spec");
        let ingress = json.get("status").get("loadBalancer").get("ingress").items();
        let annotations = text_map(&metadata.get("annotations"));
        let annotation = |key: &str| annotations.get(&format!("service.beta.kubernetes.io/azure-{key}"));
        let affinity = spec.get("sessionAffinityConfig").get("clientIP");
        let headless =
            spec.get("clusterIP").peek().is_some_and(|address| address.eq_ignore_ascii_case("None"));
        Some(Self {
            source: source.object(format!("service {namespace}/{name}")),
            uid: metadata.get("uid").text(findings),
            kind: spec.get("type").word(findings).unwrap_or(ServiceType::ClusterIp),
            cluster_addresses: cluster_addresses(&spec, headless, findings),
            headless,
            external_addresses: spec.get("externalIPs").addresses(findings),
            load_balancer_addresses: ingress
                .iter()
                .filter_map(|item| item.get("ip").address(findings))
                .collect(),
            load_balancer_hostnames: ingress
                .iter()
                .filter_map(|item| item.get("hostname").text(findings))
                .collect(),
            internal_load_balancer: annotation("load-balancer-internal")
                .is_some_and(|value| value.eq_ignore_ascii_case("true")),
            internal_subnet: annotation("load-balancer-internal-subnet").cloned(),
            source_prefixes: spec.get("loadBalancerSourceRanges").prefixes(findings),
            ports: spec
                .get("ports")
                .items()
                .iter()
                .filter_map(|port| ServicePort::read(port, findings))
                .collect(),
            selector: text_map(&spec.get("selector")),
            external_traffic_policy: policy(&spec.get("externalTrafficPolicy"), findings),
            internal_traffic_policy: policy(&spec.get("internalTrafficPolicy"), findings),
            session_affinity: spec.get("sessionAffinity").word(findings).unwrap_or(SessionAffinity::None),
            session_affinity_seconds: affinity.get("timeoutSeconds").number(findings),
            health_check_node_port: spec
                .get("healthCheckNodePort")
                .number::<u16>(findings)
                .filter(|port| *port != 0),
            publish_not_ready_addresses: spec
                .get("publishNotReadyAddresses")
                .boolean(findings)
                .unwrap_or(false),
            namespace,
            name,
        })
    }
}

impl ServicePort {
    fn read(json: &Json<'_>, findings: &mut Findings) -> Option<Self> {
        let port: u16 = json.get("port").number(findings)?;
        let target = match json.get("targetPort").text(findings) {
            None => TargetPort::Number(port),
            Some(text) => match text.parse() {
                Ok(0) => TargetPort::Number(port),
                Ok(number) => TargetPort::Number(number),
                Err(_) => TargetPort::Name(text),
            },
        };
        Some(Self {
            name: json.get("name").text(findings),
            protocol: json.get("protocol").word(findings).unwrap_or(Protocol::Tcp),
            port,
            target,
            node_port: json.get("nodePort").number::<u16>(findings).filter(|port| *port != 0),
            application_protocol: json.get("appProtocol").text(findings),
        })
    }
}

fn policy(json: &Json<'_>, findings: &mut Findings) -> TrafficPolicy {
    json.word(findings).unwrap_or(TrafficPolicy::Cluster)
}

fn cluster_addresses(spec: &Json<'_>, headless: bool, findings: &mut Findings) -> Vec<IpAddr> {
    if headless {
        return Vec::new();
    }
    let list = spec.get("clusterIPs");
    let list = if list.items().is_empty() { spec.get("clusterIP") } else { list };
    list.addresses(findings)
}

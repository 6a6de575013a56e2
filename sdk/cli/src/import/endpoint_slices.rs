//! What does `kubectl get endpointslices` say about a slice of a Service's endpoints?

use std::net::IpAddr;

use super::finding::{Finding, Findings, Rule, Source};
use super::json::Json;
use super::open_enum::open_enum;
use super::services::Protocol;

open_enum! {
    /// `addressType`.
    AddressType {
        /// IPv4 addresses.
        Ipv4 = "IPv4",
        /// IPv6 addresses.
        Ipv6 = "IPv6",
        /// DNS names.
        Fqdn = "FQDN",
    }
}

/// A slice. A Service may have many.
#[derive(Debug, Clone)]
pub struct EndpointSlice {
    /// Where it was read.
    pub source: Source,
    /// Namespace.
    pub namespace: String,
    /// Name.
    pub name: String,
    /// Service that it belongs to, from the labels.
    pub service: Option<String>,
    /// What its addresses are.
    pub address_type: Option<AddressType>,
    /// Ports of all its endpoints.
    pub ports: Vec<EndpointPort>,
    /// Endpoints.
    pub endpoints: Vec<Endpoint>,
}

/// A port of a slice: the number is the target's own.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct EndpointPort {
    /// Name of the Service port that it stands for.
    pub name: Option<String>,
    /// Protocol.
    pub protocol: Protocol,
    /// Port number at the endpoint.
    pub port: u16,
}

/// An endpoint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Endpoint {
    /// Its addresses; consumers use the first.
    pub addresses: Vec<IpAddr>,
    /// Ready; true when absent.
    pub ready: bool,
    /// Serving; as ready when absent.
    pub serving: bool,
    /// Being terminated.
    pub terminating: bool,
    /// Node.
    pub node: Option<String>,
    /// Zone.
    pub zone: Option<String>,
    /// Zones that should use it.
    pub zone_hints: Vec<String>,
    /// Name of the pod behind it, if a pod is behind it.
    pub pod: Option<String>,
}

impl EndpointSlice {
    pub(super) fn read(json: &Json<'_>, findings: &mut Findings) -> Option<Self> {
        let metadata = json.get("metadata");
        let source = json.source(findings);
        let Some(name) = metadata.get("name").text(findings) else {
            findings.push(Finding::new(
                Rule::MissingField,
                source,
                "an EndpointSlice without a name",
                "left out",
            ));
            return None;
        };
        let namespace = metadata.get("namespace").text(findings).unwrap_or_else(|| "default".to_owned());
        let labels = metadata.get("labels").entries();
        let service = labels.iter().find(|(key, _)| *key == "kubernetes.io/service-name");
        let address_type: Option<AddressType> = json.get("addressType").word(findings);
        let endpoints = if address_type == Some(AddressType::Fqdn) {
            Vec::new()
        } else {
            json.get("endpoints").items().iter().map(|item| Endpoint::read(item, findings)).collect()
        };
        Some(Self {
            source: source.object(format!("endpoint slice {namespace}/{name}")),
            service: service.map(|(_, service)| (*service).to_owned()),
            address_type,
            ports: json
                .get("ports")
                .items()
                .iter()
                .filter_map(|port| EndpointPort::read(port, findings))
                .collect(),
            endpoints,
            namespace,
            name,
        })
    }
}

impl EndpointPort {
    fn read(json: &Json<'_>, findings: &mut Findings) -> Option<Self> {
        Some(Self {
            name: json.get("name").text(findings),
            protocol: json.get("protocol").word(findings).unwrap_or(Protocol::Tcp),
            port: json.get("port").number(findings)?,
        })
    }
}

impl Endpoint {
    fn read(json: &Json<'_>, findings: &mut Findings) -> Self {
        let conditions = json.get("conditions");
        let ready = conditions.get("ready").boolean(findings).unwrap_or(true);
        let target = json.get("targetRef");
        let hints = json.get("hints").get("forZones").items();
        Self {
            addresses: json.get("addresses").addresses(findings),
            ready,
            serving: conditions.get("serving").boolean(findings).unwrap_or(ready),
            terminating: conditions.get("terminating").boolean(findings).unwrap_or(false),
            node: json.get("nodeName").text(findings),
            zone: json.get("zone").text(findings),
            zone_hints: hints.iter().filter_map(|hint| hint.get("name").text(findings)).collect(),
            pod: if target.get("kind").peek() == Some("Pod") {
                target.get("name").text(findings)
            } else {
                None
            },
        }
    }
}

//! What do all files together say? Collects the objects of every file, each once, in a stable order.

use super::aks::ManagedCluster;
use super::document::{Document, DocumentKind, recognise};
use super::effective::EffectiveRouteTable;
use super::endpoint_slices::EndpointSlice;
use super::error::ImportError;
use super::finding::{Finding, Findings, Rule, Source};
use super::gateway::VirtualNetworkGateway;
use super::json::Json;
use super::nic::NetworkInterface;
use super::nodes::ClusterNode;
use super::pods::Pod;
use super::public_address::PublicAddress;
use super::route_table::RouteTable;
use super::services::Service;
use super::text;
use super::vnet::VirtualNetwork;

/// One file, already read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InputFile {
    /// Name for messages.
    pub name: String,
    /// Content: JSON documents one after the other, UTF-8 or UTF-16.
    pub bytes: Vec<u8>,
}

/// What the files say, typed, without judgement. Lists are sorted by identity; each object occurs once.
#[derive(Debug, Clone, Default)]
pub struct Inventory {
    /// From `az aks show`.
    pub clusters: Vec<ManagedCluster>,
    /// From `az network vnet show`.
    pub networks: Vec<VirtualNetwork>,
    /// From `az network route-table show`.
    pub route_tables: Vec<RouteTable>,
    /// From `az network nic show` and `az vmss nic list`.
    pub network_interfaces: Vec<NetworkInterface>,
    /// From `az network nic show-effective-route-table`, in the order given: they have no identity.
    pub effective_route_tables: Vec<EffectiveRouteTable>,
    /// From `az network public-ip list`.
    pub public_addresses: Vec<PublicAddress>,
    /// From `az network vnet-gateway show`.
    pub gateways: Vec<VirtualNetworkGateway>,
    /// From `kubectl get nodes`.
    pub nodes: Vec<ClusterNode>,
    /// From `kubectl get pods`.
    pub pods: Vec<Pod>,
    /// From `kubectl get services`.
    pub services: Vec<Service>,
    /// From `kubectl get endpointslices`.
    pub endpoint_slices: Vec<EndpointSlice>,
}

/// What was read, and what was odd about it.
#[derive(Debug, Clone, Default)]
pub struct Reading {
    /// The objects.
    pub inventory: Inventory,
    /// In the order of the files.
    pub findings: Vec<Finding>,
}

/// Reads all files.
///
/// # Errors
///
/// When a file is too large, no text, or no JSON. Everything else is a finding.
pub fn read(files: &[InputFile]) -> Result<Reading, ImportError> {
    let mut inventory = Inventory::default();
    let mut findings = Findings::new();
    for file in files {
        findings.enter(&file.name);
        let text = text::decode(&file.name, &file.bytes)?;
        let mut empty = true;
        let values = serde_json::Deserializer::from_str(&text).into_iter::<serde_json::Value>();
        for (index, value) in values.enumerate() {
            let value = value.map_err(|error| syntax(&file.name, &error))?;
            empty = false;
            for document in recognise(&Json::root(&value, index), &mut findings) {
                inventory.take(&document, &mut findings);
            }
        }
        if empty {
            let source = Source { file: findings.file(), object: "$".to_owned() };
            findings.push(Finding::new(
                Rule::EmptyDocument,
                source,
                "holds nothing",
                "nothing was read from it",
            ));
        }
    }
    inventory.settle(&mut findings);
    Ok(Reading { inventory, findings: findings.into_list() })
}

fn syntax(file: &str, error: &serde_json::Error) -> ImportError {
    let position = format!(" at line {} column {}", error.line(), error.column());
    let message = error.to_string();
    ImportError::Syntax {
        file: file.to_owned(),
        line: error.line(),
        column: error.column(),
        message: message.strip_suffix(&position).unwrap_or(&message).to_owned(),
    }
}

impl Inventory {
    fn take(&mut self, document: &Document<'_>, findings: &mut Findings) {
        let json = &document.json;
        match document.kind {
            DocumentKind::ManagedCluster => self.clusters.extend(ManagedCluster::read(json, findings)),
            DocumentKind::VirtualNetwork => self.networks.extend(VirtualNetwork::read(json, findings)),
            DocumentKind::RouteTable => self.route_tables.extend(RouteTable::read(json, findings)),
            DocumentKind::NetworkInterface => {
                self.network_interfaces.extend(NetworkInterface::read(json, findings));
            }
            DocumentKind::EffectiveRouteTable => {
                self.effective_route_tables.push(EffectiveRouteTable::read(json, findings));
            }
            DocumentKind::PublicAddress => self.public_addresses.extend(PublicAddress::read(json, findings)),
            DocumentKind::VirtualNetworkGateway => {
                self.gateways.extend(VirtualNetworkGateway::read(json, findings));
            }
            DocumentKind::Node => self.nodes.extend(ClusterNode::read(json, findings)),
            DocumentKind::Pod => self.pods.extend(Pod::read(json, findings)),
            DocumentKind::Service => self.services.extend(Service::read(json, findings)),
            DocumentKind::EndpointSlice => self.endpoint_slices.extend(EndpointSlice::read(json, findings)),
        }
    }

    /// Sorts every list by identity and keeps the last of objects that occur twice: the file given last is the newest.
    fn settle(&mut self, findings: &mut Findings) {
        let identity = |id: &Option<super::ResourceId>, name: &str| {
            id.as_ref().map_or_else(|| name.to_ascii_lowercase(), |id| id.as_str().to_ascii_lowercase())
        };
        let namespaced = |namespace: &str, name: &str| format!("{namespace}/{name}");
        unique(&mut self.clusters, "cluster", |o| identity(&o.id, &o.name), |o| &o.source, findings);
        unique(&mut self.networks, "virtual network", |o| identity(&o.id, &o.name), |o| &o.source, findings);
        unique(&mut self.route_tables, "route table", |o| identity(&o.id, &o.name), |o| &o.source, findings);
        unique(
            &mut self.network_interfaces,
            "network interface",
            |o| identity(&o.id, &o.name),
            |o| &o.source,
            findings,
        );
        unique(
            &mut self.public_addresses,
            "public address",
            |o| identity(&o.id, &o.name),
            |o| &o.source,
            findings,
        );
        unique(&mut self.gateways, "gateway", |o| identity(&o.id, &o.name), |o| &o.source, findings);
        unique(&mut self.nodes, "node", |o| o.name.clone(), |o| &o.source, findings);
        unique(&mut self.pods, "pod", |o| namespaced(&o.namespace, &o.name), |o| &o.source, findings);
        unique(&mut self.services, "service", |o| namespaced(&o.namespace, &o.name), |o| &o.source, findings);
        unique(
            &mut self.endpoint_slices,
            "endpoint slice",
            |o| namespaced(&o.namespace, &o.name),
            |o| &o.source,
            findings,
        );
    }
}

fn unique<T>(
    objects: &mut Vec<T>,
    kind: &str,
    identity: impl Fn(&T) -> String,
    source: impl Fn(&T) -> &Source,
    findings: &mut Findings,
) {
    // A stable sort: objects of one identity stay in the order in which they were read.
    objects.sort_by_cached_key(&identity);
    let mut kept: Vec<T> = Vec::with_capacity(objects.len());
    for object in objects.drain(..) {
        let name = identity(&object);
        if kept.last().is_some_and(|last| identity(last) == name) {
            let earlier = kept.pop();
            let place = earlier.as_ref().map_or_else(String::new, |earlier| source(earlier).to_string());
            findings.push(Finding::new(
                Rule::DuplicateObject,
                source(&object).clone(),
                format!("{kind} {name} was read before, at {place}"),
                "the later one is used",
            ));
        }
        kept.push(object);
    }
    *objects = kept;
}

//! Of which kind is a document? Decided by its shape alone: `kind` of Kubernetes, `type` of Azure, else its keys. File
//! names say nothing.

use super::finding::{Finding, Findings, Rule};
use super::json::{Json, shorten};

/// A kind of object that the import reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DocumentKind {
    /// `az aks show`, `az aks list`.
    ManagedCluster,
    /// `az network vnet show`, `az network vnet list`.
    VirtualNetwork,
    /// `az network route-table show`, `az network route-table list`.
    RouteTable,
    /// `az network nic show`, `az network nic list`, `az vmss nic list`.
    NetworkInterface,
    /// `az network nic show-effective-route-table`: one list is one table.
    EffectiveRouteTable,
    /// `az network public-ip show`, `az network public-ip list`.
    PublicAddress,
    /// `az network vnet-gateway show`, `az network vnet-gateway list`.
    VirtualNetworkGateway,
    /// `kubectl get nodes`.
    Node,
    /// `kubectl get pods`.
    Pod,
    /// `kubectl get services`.
    Service,
    /// `kubectl get endpointslices`.
    EndpointSlice,
}

/// One recognised object.
pub(super) struct Document<'a> {
    pub(super) kind: DocumentKind,
    pub(super) json: Json<'a>,
}

/// All objects in the value `root`: lists, `kind: List`, `{"value": [...]}`, single objects, and lists of those.
pub(super) fn recognise<'a>(root: &Json<'a>, findings: &mut Findings) -> Vec<Document<'a>> {
    let mut documents = Vec::new();
    collect(root, None, findings, &mut documents);
    documents
}

fn collect<'a>(
    json: &Json<'a>,
    inherited: Option<DocumentKind>,
    findings: &mut Findings,
    documents: &mut Vec<Document<'a>>,
) {
    if !json.exists() {
        return empty(json, findings);
    }
    if let Some(elements) = list_in(json) {
        let elements = elements.items();
        if elements.is_empty() {
            return empty(json, findings);
        }
        if elements.iter().all(is_effective_route) {
            documents.push(Document { kind: DocumentKind::EffectiveRouteTable, json: json.clone() });
            return;
        }
        let inherited = list_kind(json).or(inherited);
        for element in &elements {
            collect(element, inherited, findings, documents);
        }
        return;
    }
    match kind_of(json).or(inherited).filter(|_| json.is_object()) {
        Some(kind) => documents.push(Document { kind, json: json.clone() }),
        None => findings.push(Finding::new(
            Rule::UnrecognisedDocument,
            json.source(findings),
            format!("{} is nothing that the import reads", describe(json)),
            "left out".to_owned(),
        )),
    }
}

fn empty(json: &Json<'_>, findings: &mut Findings) {
    let source = json.source(findings);
    findings.push(Finding::new(Rule::EmptyDocument, source, "holds nothing", "nothing was read from it"));
}

/// The elements, when `json` is a list of either tool.
fn list_in<'a>(json: &Json<'a>) -> Option<Json<'a>> {
    if json.is_array() {
        return Some(json.clone());
    }
    if !json.is_object() {
        return None;
    }
    let items = json.get("items");
    if items.is_array() {
        return Some(items);
    }
    if json.get("kind").peek().is_some_and(|kind| kind.ends_with("List")) {
        // A list without items, as the API server prints an empty one.
        return Some(items);
    }
    let value = json.get("value");
    value.is_array().then_some(value)
}

/// The kind of the elements of a typed list: `PodList` holds elements that do not repeat `kind`.
fn list_kind(json: &Json<'_>) -> Option<DocumentKind> {
    kubernetes_kind(json.get("kind").peek()?.strip_suffix("List")?)
}

fn kind_of(json: &Json<'_>) -> Option<DocumentKind> {
    if let Some(kind) = json.get("kind").peek()
        && json.get("apiVersion").peek().is_some()
    {
        return kubernetes_kind(kind);
    }
    if let Some(name) = json.get("type").peek()
        && let Some(kind) = azure_kind(name)
    {
        return Some(kind);
    }
    kind_by_keys(json)
}

fn kubernetes_kind(kind: &str) -> Option<DocumentKind> {
    match kind {
        "Node" => Some(DocumentKind::Node),
        "Pod" => Some(DocumentKind::Pod),
        "Service" => Some(DocumentKind::Service),
        "EndpointSlice" => Some(DocumentKind::EndpointSlice),
        _ => None,
    }
}

fn azure_kind(name: &str) -> Option<DocumentKind> {
    let kinds = [
        ("Microsoft.ContainerService/managedClusters", DocumentKind::ManagedCluster),
        ("Microsoft.Network/virtualNetworks", DocumentKind::VirtualNetwork),
        ("Microsoft.Network/routeTables", DocumentKind::RouteTable),
        ("Microsoft.Network/networkInterfaces", DocumentKind::NetworkInterface),
        (
            "Microsoft.Compute/virtualMachineScaleSets/virtualMachines/networkInterfaces",
            DocumentKind::NetworkInterface,
        ),
        ("Microsoft.Network/publicIPAddresses", DocumentKind::PublicAddress),
        ("Microsoft.Network/virtualNetworkGateways", DocumentKind::VirtualNetworkGateway),
    ];
    kinds.iter().find(|(known, _)| name.eq_ignore_ascii_case(known)).map(|(_, kind)| *kind)
}

fn kind_by_keys(json: &Json<'_>) -> Option<DocumentKind> {
    let has = |key| json.get(key).exists();
    let inside = |outer, key| json.get(outer).get(key).exists();
    if has("agentPoolProfiles") || inside("networkProfile", "networkPlugin") {
        Some(DocumentKind::ManagedCluster)
    } else if inside("addressSpace", "addressPrefixes") && has("subnets") {
        Some(DocumentKind::VirtualNetwork)
    } else if has("gatewayType") {
        Some(DocumentKind::VirtualNetworkGateway)
    } else if has("ipConfigurations") && (has("enableIPForwarding") || has("macAddress")) {
        Some(DocumentKind::NetworkInterface)
    } else if has("publicIPAllocationMethod") {
        Some(DocumentKind::PublicAddress)
    } else if has("disableBgpRoutePropagation") || (json.get("routes").is_array() && has("subnets")) {
        Some(DocumentKind::RouteTable)
    } else if has("addressType") && has("endpoints") {
        Some(DocumentKind::EndpointSlice)
    } else if inside("spec", "containers") {
        Some(DocumentKind::Pod)
    } else if inside("status", "nodeInfo") {
        Some(DocumentKind::Node)
    } else if inside("spec", "clusterIP") || inside("status", "loadBalancer") {
        Some(DocumentKind::Service)
    } else {
        None
    }
}

fn is_effective_route(json: &Json<'_>) -> bool {
    json.is_object()
        && json.get("addressPrefix").is_array()
        && json.get("nextHopType").exists()
        && json.get("source").exists()
}

fn describe(json: &Json<'_>) -> String {
    let named = |key| json.get(key).peek().map(|text| format!("{key} {:?}", shorten(text)));
    let name = json.get("metadata").get("name").peek().or_else(|| json.get("name").peek());
    let kind = named("kind").or_else(|| named("type"));
    match (kind, name) {
        (Some(kind), Some(name)) => format!("{kind} named {:?}", shorten(name)),
        (Some(kind), None) => kind,
        (None, Some(name)) => format!("an object named {:?}", shorten(name)),
        (None, None) if json.is_object() => "an object without kind, type or name".to_owned(),
        (None, None) => "a bare value".to_owned(),
    }
}

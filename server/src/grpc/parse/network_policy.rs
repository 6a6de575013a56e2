//! What do requests about namespaces and network policies ask for, and what is told of pods?

use std::sync::Arc;

use podnet_core::Command;
use podnet_core::command::{NamespaceSpec, NamespaceUpdate, NetworkPolicySpec, NetworkPolicyUpdate};
use podnet_core::model::{
    LabelSelector, PodPort, PodTraits, PolicyPeer, PolicyPort, PolicyPorts, PolicyRule, PortSpan,
    Requirement, TrafficDirection,
};
use podnet_core::name::{ClusterName, NamespaceName, NetworkPolicyName};
use podnet_core::prefix::Prefix;
use podnet_proto::v1 as pb;

use super::fields::{Fields, Invalid};
use super::mask::{meta, mutable, passed, resolve};
use super::network::etag;
use super::security_group::direction;
use super::workload::{one_parent, protocol};

/// Reads `CreateNamespace`.
pub(crate) fn create_namespace(request: &pb::CreateNamespaceRequest) -> Result<Command, Invalid> {
    let mut fields = Fields::default();
    let parent = fields.keep("parent", ClusterName::parse(&request.parent));
    let id = fields.segment("namespace_id", &request.namespace_id);
    let namespace = fields.required("namespace", request.namespace.as_ref());
    let labels = namespace
        .map(|namespace| fields.nested("namespace", |fields| fields.labels(namespace.meta.as_ref())));
    fields.finish(|| {
        let name = NamespaceName { cluster: parent?.cluster, namespace: id? };
        Some(Command::CreateNamespace(NamespaceSpec { name, labels: labels? }))
    })
}

/// Reads `UpdateNamespace`.
pub(crate) fn update_namespace(request: &pb::UpdateNamespaceRequest) -> Result<Command, Invalid> {
    let mut fields = Fields::default();
    let namespace = fields.required("namespace", request.namespace.as_ref());
    let update = namespace.and_then(|namespace| {
        let table: Vec<_> = [passed("name")].into_iter().chain(meta(namespace.meta.as_ref())).collect();
        let chosen = resolve(&mut fields, request.update_mask.as_ref(), &table);
        fields.nested("namespace", |fields| {
            let labels = fields.labels(namespace.meta.as_ref());
            Some(NamespaceUpdate {
                name: fields.keep("name", NamespaceName::parse(&namespace.name))?,
                etag: etag(namespace.meta.as_ref()),
                labels: chosen.pick("meta.labels", labels),
            })
        })
    });
    fields.finish(|| update.map(Command::UpdateNamespace))
}

/// Reads `DeleteNamespace`.
pub(crate) fn delete_namespace(request: &pb::DeleteNamespaceRequest) -> Result<Command, Invalid> {
    super::delete(&request.name, &request.etag, request.allow_missing, false, NamespaceName::parse)
        .map(Command::DeleteNamespace)
}

/// Reads `CreateNetworkPolicy`.
pub(crate) fn create(request: &pb::CreateNetworkPolicyRequest) -> Result<Command, Invalid> {
    let mut fields = Fields::default();
    let parent = one_parent(&mut fields, &request.parent);
    let id = fields.segment("network_policy_id", &request.network_policy_id);
    let name = parent.zip(id).map(|((cluster, namespace), policy)| NetworkPolicyName {
        cluster: cluster.cluster,
        namespace,
        policy,
    });
    let policy = fields.required("network_policy", request.network_policy.as_ref());
    let spec = policy.and_then(|policy| fields.nested("network_policy", |fields| spec(fields, policy, name)));
    fields.finish(|| spec.map(Command::CreateNetworkPolicy))
}

/// Reads `UpdateNetworkPolicy`: the present content with the chosen fields replaced. Unless all fields are chosen or the
/// caller names an etag, the change is bound to the etag of what it was merged with.
pub(crate) fn update(
    request: &pb::UpdateNetworkPolicyRequest,
    current: Option<&pb::NetworkPolicy>,
) -> Result<Command, Invalid> {
    let mut fields = Fields::default();
    let policy = fields.required("network_policy", request.network_policy.as_ref());
    let update = policy.and_then(|policy| {
        let mut merged = current.cloned().unwrap_or_else(|| policy.clone());
        macro_rules! open {
            ($($field:ident),+ $(,)?) => {{
                let table: Vec<_> = [passed("name"), $(mutable(stringify!($field), &policy.$field)),+]
                    .into_iter()
                    .chain(meta(policy.meta.as_ref()))
                    .collect();
                let chosen = resolve(&mut fields, request.update_mask.as_ref(), &table);
                $(if let Some(value) = chosen.pick(stringify!($field), policy.$field.clone()) {
                    merged.$field = value;
                })+
                if chosen.pick("meta.labels", ()).is_some() {
                    let labels = policy.meta.as_ref().map(|meta| meta.labels.clone()).unwrap_or_default();
                    merged.meta.get_or_insert_default().labels = labels;
                }
            }};
        }
        open!(pod_selector, policy_types, ingress, egress);
        let whole =
            request.update_mask.as_ref().is_some_and(|mask| mask.paths.iter().any(|path| path == "*"));
        let present = if whole { None } else { etag(current.and_then(|current| current.meta.as_ref())) };
        let etag = etag(policy.meta.as_ref()).or(present);
        fields.nested("network_policy", |fields| {
            let name = fields.keep("name", NetworkPolicyName::parse(&policy.name));
            Some(NetworkPolicyUpdate { spec: spec(fields, &merged, name)?, etag })
        })
    });
    fields.finish(|| update.map(Command::UpdateNetworkPolicy))
}

/// Reads `DeleteNetworkPolicy`.
pub(crate) fn delete(request: &pb::DeleteNetworkPolicyRequest) -> Result<Command, Invalid> {
    super::delete(&request.name, &request.etag, request.allow_missing, false, NetworkPolicyName::parse)
        .map(Command::DeleteNetworkPolicy)
}

fn spec(
    fields: &mut Fields,
    policy: &pb::NetworkPolicy,
    name: Option<NetworkPolicyName>,
) -> Option<NetworkPolicySpec> {
    let labels = fields.labels(policy.meta.as_ref());
    let pod_selector = match &policy.pod_selector {
        Some(given) => fields.nested("pod_selector", |fields| selector(fields, given)),
        None => Some(LabelSelector::default()),
    };
    let types = policy_types(fields, policy);
    let ingress = rules(fields, "ingress", &policy.ingress);
    let egress = rules(fields, "egress", &policy.egress);
    let (inbound, outbound) = types?;
    for (restricts, path, rules) in
        [(inbound, "ingress", &policy.ingress), (outbound, "egress", &policy.egress)]
    {
        if !restricts && !rules.is_empty() {
            fields.refuse(path, "has rules for a direction that policy_types does not restrict");
        }
    }
    Some(NetworkPolicySpec {
        name: name?,
        labels,
        pod_selector: pod_selector?,
        ingress: if inbound { Some(ingress?) } else { None },
        egress: if outbound { Some(egress?) } else { None },
    })
}

/// Whether a policy restricts what comes in and what goes out. Kubernetes' default without a statement: in, and out if
/// there are rules for it.
fn policy_types(fields: &mut Fields, policy: &pb::NetworkPolicy) -> Option<(bool, bool)> {
    if policy.policy_types.is_empty() {
        return Some((true, !policy.egress.is_empty()));
    }
    let (mut inbound, mut outbound) = (false, false);
    for (index, value) in policy.policy_types.iter().enumerate() {
        let path = format!("policy_types[{index}]");
        let seen = match direction(fields, &path, *value)? {
            TrafficDirection::Inbound => &mut inbound,
            TrafficDirection::Outbound => &mut outbound,
        };
        if std::mem::replace(seen, true) {
            fields.refuse(path, "is there twice");
        }
    }
    Some((inbound, outbound))
}

fn rules(fields: &mut Fields, path: &str, rules: &[pb::NetworkPolicyRule]) -> Option<Vec<PolicyRule>> {
    let read = |(index, rule): (usize, &pb::NetworkPolicyRule)| {
        fields.nested(&format!("{path}[{index}]"), |fields| {
            let peers: Option<Vec<_>> = (rule.peers.iter().enumerate())
                .map(|(index, given)| fields.nested(&format!("peers[{index}]"), |fields| peer(fields, given)))
                .collect();
            let ports: Option<Vec<_>> = (rule.ports.iter().enumerate())
                .map(|(index, given)| fields.nested(&format!("ports[{index}]"), |fields| port(fields, given)))
                .collect();
            Some(PolicyRule { peers: peers?, ports: ports? })
        })
    };
    rules.iter().enumerate().map(read).collect()
}

fn peer(fields: &mut Fields, peer: &pb::NetworkPolicyPeer) -> Option<PolicyPeer> {
    if let Some(block) = &peer.ip_block {
        if peer.pod_selector.is_some() || peer.namespace_selector.is_some() {
            fields.refuse("ip_block", "does not go together with a selector");
        }
        return fields.nested("ip_block", |fields| {
            let except = fields.prefixes("except", &block.except);
            Some(PolicyPeer::IpBlock { prefix: fields.keep("prefix", Prefix::parse(&block.prefix))?, except })
        });
    }
    let mut read = |path: &str, given: Option<&pb::LabelSelector>| match given {
        Some(given) => fields.nested(path, |fields| selector(fields, given)).map(Some),
        None => Some(None),
    };
    let pods = read("pod_selector", peer.pod_selector.as_ref());
    let namespaces = read("namespace_selector", peer.namespace_selector.as_ref());
    Some(PolicyPeer::Pods { pods: pods?, namespaces: namespaces? })
}

fn port(fields: &mut Fields, port: &pb::NetworkPolicyPort) -> Option<PolicyPort> {
    let limit = u32::from(u16::MAX);
    let protocol = protocol(fields, port.protocol);
    let first: Option<u16> = fields.number("port", port.port, limit);
    let last: Option<u16> = fields.number("end_port", port.end_port, limit);
    let name = fields.text("port_name", &port.port_name);
    let ports = match (first?, last?, name.is_empty()) {
        (0, 0, true) => PolicyPorts::Any,
        (0, 0, false) => PolicyPorts::Name(name),
        (first, 0, true) if first != 0 => PolicyPorts::Numbers(PortSpan { first, last: first }),
        (first, last, true) if first != 0 => PolicyPorts::Numbers(PortSpan { first, last }),
        (_, _, true) => {
            fields.refuse("end_port", "needs port, the first of the range");
            return None;
        }
        (_, _, false) => {
            fields.refuse("port_name", "does not go together with port or end_port");
            return None;
        }
    };
    Some(PolicyPort { protocol: protocol?, ports })
}

fn selector(fields: &mut Fields, selector: &pb::LabelSelector) -> Option<LabelSelector> {
    let read = |(index, given): (usize, &pb::LabelRequirement)| {
        fields.nested(&format!("match_expressions[{index}]"), |fields| {
            let key = fields.text("key", &given.key);
            let values = given.values.iter().enumerate();
            let values = values.map(|(i, value)| fields.text(&format!("values[{i}]"), value)).collect();
            let requirement = match fields.word("operator", given.operator)? {
                pb::LabelOperator::Unspecified => fields.required("operator", None)?,
                pb::LabelOperator::In => Requirement::In(values),
                pb::LabelOperator::NotIn => Requirement::NotIn(values),
                pb::LabelOperator::Exists => Requirement::Exists,
                pb::LabelOperator::DoesNotExist => Requirement::DoesNotExist,
            };
            if matches!(requirement, Requirement::Exists | Requirement::DoesNotExist)
                && !given.values.is_empty()
            {
                fields.refuse("values", "EXISTS and DOES_NOT_EXIST take no values");
            }
            Some((key, requirement))
        })
    };
    let requirements: Option<Vec<_>> = selector.match_expressions.iter().enumerate().map(read).collect();
    let labels = fields.label_map("match_labels", &selector.match_labels);
    Some(LabelSelector { labels, requirements: requirements? })
}

/// What is told of a pod; `None` if nothing is.
pub(super) fn pod_traits(fields: &mut Fields, traits: Option<&pb::PodTraits>) -> Option<Arc<PodTraits>> {
    let traits = traits?;
    fields.nested("pod_traits", |fields| {
        let labels = fields.label_map("labels", &traits.labels);
        let read = |(index, port): (usize, &pb::PodPort)| {
            fields.nested(&format!("ports[{index}]"), |fields| {
                let name = fields.text("name", &port.name);
                let protocol = protocol(fields, port.protocol);
                let number = fields.number("port", port.port, u32::from(u16::MAX));
                Some(PodPort { name, port: number?, protocol: protocol? })
            })
        };
        let ports = traits.ports.iter().enumerate().filter_map(read).collect();
        Some(Arc::new(PodTraits { labels, ports }))
    })
}

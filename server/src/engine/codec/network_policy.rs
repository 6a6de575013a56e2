//! How are namespaces, network policies and what they read of pods written?

use podnet_core::meta::Labels;
use podnet_core::model::{
    LabelSelector, Namespace, NetworkPolicy, NetworkPolicyEngine, PodPort, PodTraits, PolicyPeer, PolicyPort,
    PolicyPorts, PolicyRule, Requirement,
};
use podnet_proto::store::v1 as stored;
use podnet_proto::store::v1::LabelOperator;
use podnet_proto::store::v1::policy_peer::Peer;
use podnet_proto::store::v1::policy_port::Ports;

use super::scalar::{Code, load_prefix, load_prefixes, name, narrow, store_prefix, store_prefixes};
use super::{Malformed, Moment, Stored, load_all, required, store_all};

impl Stored for Namespace {
    type Message = stored::Namespace;

    fn store(&self, moment: Moment) -> stored::Namespace {
        stored::Namespace { name: self.name.to_string(), meta: Some(self.meta.store(moment)) }
    }

    fn load(message: stored::Namespace, moment: Moment) -> Result<Self, Malformed> {
        Ok(Self {
            name: name("namespace.name", &message.name)?,
            meta: required("namespace.meta", message.meta, moment)?,
        })
    }
}

/// The engine; nobody is not written, so that clusters from before there were engines say the same.
pub(super) fn store_engine(engine: NetworkPolicyEngine) -> i32 {
    i32::from(match engine {
        NetworkPolicyEngine::None => stored::NetworkPolicyEngine::Unspecified,
        NetworkPolicyEngine::AzureNpm => stored::NetworkPolicyEngine::AzureNpm,
        NetworkPolicyEngine::Calico => stored::NetworkPolicyEngine::Calico,
        NetworkPolicyEngine::Cilium => stored::NetworkPolicyEngine::Cilium,
    })
}

pub(super) fn load_engine(code: i32) -> Result<NetworkPolicyEngine, Malformed> {
    match stored::NetworkPolicyEngine::try_from(code) {
        Ok(stored::NetworkPolicyEngine::Unspecified) => Ok(NetworkPolicyEngine::None),
        Ok(stored::NetworkPolicyEngine::AzureNpm) => Ok(NetworkPolicyEngine::AzureNpm),
        Ok(stored::NetworkPolicyEngine::Calico) => Ok(NetworkPolicyEngine::Calico),
        Ok(stored::NetworkPolicyEngine::Cilium) => Ok(NetworkPolicyEngine::Cilium),
        Err(_) => Err(Malformed::new("cluster.network_policy_engine", format_args!("{code} is not known"))),
    }
}

fn store_labels(labels: &Labels) -> Vec<stored::Label> {
    let label = |(key, value): (&String, &String)| stored::Label { key: key.clone(), value: value.clone() };
    labels.iter().map(label).collect()
}

fn load_labels(labels: Vec<stored::Label>) -> Labels {
    labels.into_iter().map(|label| (label.key, label.value)).collect()
}

impl Stored for PodTraits {
    type Message = stored::PodTraits;

    fn store(&self, moment: Moment) -> stored::PodTraits {
        stored::PodTraits { labels: store_labels(&self.labels), ports: store_all(&self.ports, moment) }
    }

    fn load(message: stored::PodTraits, moment: Moment) -> Result<Self, Malformed> {
        Ok(Self { labels: load_labels(message.labels), ports: load_all(message.ports, moment)? })
    }
}

impl Stored for PodPort {
    type Message = stored::PodPort;

    fn store(&self, _: Moment) -> stored::PodPort {
        stored::PodPort {
            name: self.name.clone(),
            port: u32::from(self.port),
            protocol: self.protocol.code(),
        }
    }

    fn load(message: stored::PodPort, _: Moment) -> Result<Self, Malformed> {
        Ok(Self {
            name: message.name,
            port: narrow("pod_traits.ports.port", message.port)?,
            protocol: Code::of_code("pod_traits.ports.protocol", message.protocol)?,
        })
    }
}

impl Stored for LabelSelector {
    type Message = stored::LabelSelector;

    fn store(&self, _: Moment) -> stored::LabelSelector {
        let requirement = |(key, requirement): &(String, Requirement)| {
            let (operator, values) = match requirement {
                Requirement::In(values) => (LabelOperator::In, values.iter().cloned().collect()),
                Requirement::NotIn(values) => (LabelOperator::NotIn, values.iter().cloned().collect()),
                Requirement::Exists => (LabelOperator::Exists, Vec::new()),
                Requirement::DoesNotExist => (LabelOperator::DoesNotExist, Vec::new()),
            };
            stored::LabelRequirement { key: key.clone(), operator: i32::from(operator), values }
        };
        stored::LabelSelector {
            labels: store_labels(&self.labels),
            requirements: self.requirements.iter().map(requirement).collect(),
        }
    }

    fn load(message: stored::LabelSelector, _: Moment) -> Result<Self, Malformed> {
        let requirement = |stored: stored::LabelRequirement| {
            let values = || stored.values.iter().cloned().collect();
            let requirement = match LabelOperator::try_from(stored.operator) {
                Ok(LabelOperator::In) => Requirement::In(values()),
                Ok(LabelOperator::NotIn) => Requirement::NotIn(values()),
                Ok(LabelOperator::Exists) => Requirement::Exists,
                Ok(LabelOperator::DoesNotExist) => Requirement::DoesNotExist,
                Ok(LabelOperator::Unspecified) | Err(_) => {
                    let problem = format_args!("{} is not known", stored.operator).to_string();
                    return Err(Malformed::new("selector.requirements.operator", problem));
                }
            };
            Ok((stored.key, requirement))
        };
        Ok(Self {
            labels: load_labels(message.labels),
            requirements: message.requirements.into_iter().map(requirement).collect::<Result<_, _>>()?,
        })
    }
}

impl Stored for PolicyPeer {
    type Message = stored::PolicyPeer;

    fn store(&self, moment: Moment) -> stored::PolicyPeer {
        let peer = match self {
            Self::Pods { pods, namespaces } => Peer::Pods(stored::PodPeer {
                pods: pods.as_ref().map(|selector| selector.store(moment)),
                namespaces: namespaces.as_ref().map(|selector| selector.store(moment)),
            }),
            Self::IpBlock { prefix, except } => Peer::IpBlock(stored::IpBlock {
                prefix: store_prefix(prefix),
                except: store_prefixes(except),
            }),
        };
        stored::PolicyPeer { peer: Some(peer) }
    }

    fn load(message: stored::PolicyPeer, moment: Moment) -> Result<Self, Malformed> {
        match message.peer.ok_or_else(|| Malformed::missing("network_policy.peer"))? {
            Peer::Pods(peer) => Ok(Self::Pods {
                pods: peer.pods.map(|selector| LabelSelector::load(selector, moment)).transpose()?,
                namespaces: peer
                    .namespaces
                    .map(|selector| LabelSelector::load(selector, moment))
                    .transpose()?,
            }),
            Peer::IpBlock(block) => Ok(Self::IpBlock {
                prefix: load_prefix("network_policy.ip_block.prefix", &block.prefix)?,
                except: load_prefixes("network_policy.ip_block.except", &block.except)?,
            }),
        }
    }
}

impl Stored for PolicyPort {
    type Message = stored::PolicyPort;

    fn store(&self, moment: Moment) -> stored::PolicyPort {
        let ports = match &self.ports {
            PolicyPorts::Any => None,
            PolicyPorts::Numbers(span) => Some(Ports::Numbers(span.store(moment))),
            PolicyPorts::Name(name) => Some(Ports::Name(name.clone())),
        };
        stored::PolicyPort { protocol: self.protocol.code(), ports }
    }

    fn load(message: stored::PolicyPort, moment: Moment) -> Result<Self, Malformed> {
        let ports = match message.ports {
            None => PolicyPorts::Any,
            Some(Ports::Numbers(span)) => PolicyPorts::Numbers(Stored::load(span, moment)?),
            Some(Ports::Name(name)) => PolicyPorts::Name(name),
        };
        Ok(Self { protocol: Code::of_code("network_policy.ports.protocol", message.protocol)?, ports })
    }
}

impl Stored for PolicyRule {
    type Message = stored::PolicyRule;

    fn store(&self, moment: Moment) -> stored::PolicyRule {
        stored::PolicyRule { peers: store_all(&self.peers, moment), ports: store_all(&self.ports, moment) }
    }

    fn load(message: stored::PolicyRule, moment: Moment) -> Result<Self, Malformed> {
        Ok(Self { peers: load_all(message.peers, moment)?, ports: load_all(message.ports, moment)? })
    }
}

impl Stored for NetworkPolicy {
    type Message = stored::NetworkPolicy;

    fn store(&self, moment: Moment) -> stored::NetworkPolicy {
        let rules = |rules: &Vec<PolicyRule>| stored::PolicyRules { rules: store_all(rules, moment) };
        stored::NetworkPolicy {
            name: self.name.to_string(),
            meta: Some(self.meta.store(moment)),
            pod_selector: Some(self.pod_selector.store(moment)),
            ingress: self.ingress.as_ref().map(rules),
            egress: self.egress.as_ref().map(rules),
        }
    }

    fn load(message: stored::NetworkPolicy, moment: Moment) -> Result<Self, Malformed> {
        let rules = |rules: stored::PolicyRules| load_all(rules.rules, moment);
        Ok(Self {
            name: name("network_policy.name", &message.name)?,
            meta: required("network_policy.meta", message.meta, moment)?,
            pod_selector: required("network_policy.pod_selector", message.pod_selector, moment)?,
            ingress: message.ingress.map(rules).transpose()?,
            egress: message.egress.map(rules).transpose()?,
        })
    }
}

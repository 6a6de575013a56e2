//! The words of a scenario for filters: read and written.
//!
//! `*` stands for any, `-` for none; lists have commas. A selector is `key=value`, `key!=value`, `key` or `!key`.

use std::collections::BTreeSet;
use std::fmt::{Display, Formatter, Result};

use podnet_core::meta::Labels;
use podnet_core::model::{
    Access, AddressSelector, LabelSelector, NetworkPolicyEngine, PodPort, PolicyPeer, PolicyPort,
    PolicyPorts, PolicyRule, PortSpan, Protocol, Requirement, SecurityRule, ServiceTag, TrafficDirection,
};
use podnet_core::prefix::Prefix;

use super::{Filters, Group, Guarded, Policy, Traits};
use crate::Outcome;

const PROTOCOLS: [(&str, Protocol); 3] =
    [("tcp", Protocol::Tcp), ("udp", Protocol::Udp), ("icmp", Protocol::Icmp)];
const ENGINES: [(&str, NetworkPolicyEngine); 4] = [
    ("none", NetworkPolicyEngine::None),
    ("azure-npm", NetworkPolicyEngine::AzureNpm),
    ("calico", NetworkPolicyEngine::Calico),
    ("cilium", NetworkPolicyEngine::Cilium),
];

fn known<T: Copy>(words: &[(&str, T)], word: &str) -> Outcome<T> {
    let found = words.iter().find(|(own, _)| *own == word).map(|(_, value)| *value);
    Ok(found.ok_or_else(|| format!("no word {word}"))?)
}

fn word_of<T: PartialEq>(words: &[(&'static str, T)], value: &T) -> &'static str {
    words.iter().find(|(_, own)| own == value).map_or("?", |(word, _)| *word)
}

impl Filters {
    /// Reads a line, if it is one of a filter; `false` if not.
    ///
    /// # Errors
    /// What is not understood.
    pub fn read(&mut self, keyword: &str, words: &[&str]) -> Outcome<bool> {
        let word = |index: usize| words.get(index).copied().ok_or("too few words");
        match keyword {
            "group" => {
                let (name, of_cluster) = (word(0)?.to_owned(), words.contains(&"cluster"));
                self.groups.push(Group { name, of_cluster, rules: Vec::new() });
            }
            "rule" => {
                let group =
                    self.groups.iter_mut().find(|group| Some(group.name.as_str()) == words.first().copied());
                group.ok_or("no such group")?.rules.push(rule(words.get(1..).unwrap_or_default())?);
            }
            "guard" => {
                let name = word(1)?.to_owned();
                let guarded = match word(0)? {
                    "subnet" => Guarded::Subnet(name),
                    "vm" => Guarded::Machine(name),
                    "nodes" => Guarded::Nodes(name),
                    other => return Err(format!("{other} uses no group").into()),
                };
                self.guards.retain(|(own, _)| *own != guarded);
                self.guards.push((guarded, word(2)?.to_owned()));
            }
            "engine" => self.engine = known(&ENGINES, word(0)?)?,
            "namespace" => self.namespaces.push((word(0)?.to_owned(), labels(word(1)?)?)),
            "traits" => self.traits.push(Traits {
                pod: word(0)?.to_owned(),
                namespace: word(1)?.to_owned(),
                labels: labels(word(2)?)?,
                ports: listed(word(3)?).map(pod_port).collect::<Outcome<_>>()?,
            }),
            "policy" => self.policies.push(Policy {
                name: word(0)?.to_owned(),
                namespace: word(1)?.to_owned(),
                pods: selector(word(2)?)?,
                ingress: words.contains(&"in").then(Vec::new),
                egress: words.contains(&"out").then(Vec::new),
            }),
            "allow" => {
                let name = word(0)?;
                let policy = self.policies.iter_mut().find(|policy| policy.name == name);
                let policy = policy.ok_or("no such policy")?;
                let rules = if word(1)? == "in" { &mut policy.ingress } else { &mut policy.egress };
                let made = allowed(words.get(2..).unwrap_or_default())?;
                rules.as_mut().ok_or("the policy has no such direction")?.push(made);
            }
            _ => return Ok(false),
        }
        Ok(true)
    }
}

fn listed(text: &str) -> impl Iterator<Item = &str> {
    text.split(',').filter(|part| !part.is_empty() && *part != "-" && *part != "*")
}

fn labels(text: &str) -> Outcome<Labels> {
    let pair = |part: &str| -> Outcome<(String, String)> {
        let (key, value) = part.split_once('=').ok_or("a label is key=value")?;
        Ok((key.to_owned(), value.to_owned()))
    };
    listed(text).map(pair).collect()
}

fn pod_port(text: &str) -> Outcome<PodPort> {
    let (name, rest) = text.split_once('=').ok_or("a named port is name=protocol:number")?;
    let (protocol, port) = rest.split_once(':').ok_or("a named port is name=protocol:number")?;
    Ok(PodPort { name: name.to_owned(), protocol: known(&PROTOCOLS, protocol)?, port: port.parse()? })
}

fn selector(text: &str) -> Outcome<LabelSelector> {
    let mut made = LabelSelector::default();
    for part in listed(text) {
        let mut require = |key: &str, requirement| made.requirements.push((key.to_owned(), requirement));
        match (part.split_once("!="), part.split_once('='), part.strip_prefix('!')) {
            (Some((key, value)), ..) => require(key, Requirement::NotIn(BTreeSet::from([value.to_owned()]))),
            (None, Some((key, value)), _) => drop(made.labels.insert(key.to_owned(), value.to_owned())),
            (None, None, Some(key)) => require(key, Requirement::DoesNotExist),
            (None, None, None) => require(part, Requirement::Exists),
        }
    }
    Ok(made)
}

fn span(text: &str) -> Outcome<PortSpan> {
    let (first, last) = text.split_once('-').unwrap_or((text, text));
    Ok(PortSpan { first: first.parse()?, last: last.parse()? })
}

fn rule(words: &[&str]) -> Outcome<SecurityRule> {
    let [name, direction, priority, access, protocol, sources, destinations, ports] = words else {
        return Err("a rule has a name, in or out, a priority, allow or deny, a protocol, sources, destinations, ports".into());
    };
    let addresses = |text: &str| -> Outcome<Vec<AddressSelector>> {
        let one = |part: &str| match Prefix::parse(part) {
            Ok(prefix) => AddressSelector::Prefix(prefix),
            Err(_) => AddressSelector::Tag(ServiceTag::parse(part)),
        };
        Ok(listed(text).map(one).collect())
    };
    Ok(SecurityRule {
        name: (*name).to_owned(),
        priority: priority.parse()?,
        direction: if *direction == "in" { TrafficDirection::Inbound } else { TrafficDirection::Outbound },
        access: if *access == "allow" { Access::Allow } else { Access::Deny },
        protocol: if *protocol == "*" { None } else { Some(known(&PROTOCOLS, protocol)?) },
        sources: addresses(sources)?,
        destinations: addresses(destinations)?,
        source_ports: Vec::new(),
        destination_ports: listed(ports).map(span).collect::<Outcome<_>>()?,
        description: String::new(),
    })
}

fn allowed(words: &[&str]) -> Outcome<PolicyRule> {
    let mut made = PolicyRule::default();
    for word in words {
        let (kind, rest) = word.split_once(':').ok_or("an option is kind:value")?;
        let pods = |pods, namespaces| PolicyPeer::Pods { pods, namespaces };
        match kind {
            "pods" => made.peers.push(pods(Some(selector(rest)?), None)),
            "spaces" => made.peers.push(pods(None, Some(selector(rest)?))),
            "both" => {
                let (namespaces, chosen) = rest.split_once('|').ok_or("both has namespaces|pods")?;
                made.peers.push(pods(Some(selector(chosen)?), Some(selector(namespaces)?)));
            }
            "block" => {
                let mut parts =
                    rest.split('^').map(|text| Prefix::parse(text).map_err(|error| error.to_string()));
                let prefix = parts.next().ok_or("a block has a prefix")??;
                made.peers.push(PolicyPeer::IpBlock {
                    prefix,
                    except: parts.collect::<std::result::Result<_, _>>()?,
                });
            }
            protocol => made.ports.push(PolicyPort {
                protocol: known(&PROTOCOLS, protocol)?,
                ports: match rest.strip_prefix('@') {
                    Some(name) => PolicyPorts::Name(name.to_owned()),
                    None if rest == "*" => PolicyPorts::Any,
                    None => PolicyPorts::Numbers(span(rest)?),
                },
            }),
        }
    }
    Ok(made)
}

fn any(text: String) -> String {
    if text.is_empty() { "*".to_owned() } else { text }
}

fn joined(items: impl Iterator<Item = String>) -> String {
    items.collect::<Vec<_>>().join(",")
}

fn span_text(span: &PortSpan) -> String {
    if span.first == span.last { span.first.to_string() } else { format!("{}-{}", span.first, span.last) }
}

fn labels_text(labels: &Labels) -> String {
    any(joined(labels.iter().map(|(key, value)| format!("{key}={value}"))))
}

fn selector_text(selector: &LabelSelector) -> String {
    let equal = selector.labels.iter().map(|(key, value)| format!("{key}={value}"));
    let required = selector.requirements.iter().map(|(key, requirement)| match requirement {
        Requirement::In(values) => format!("{key}={}", values.first().map_or("", String::as_str)),
        Requirement::NotIn(values) => format!("{key}!={}", values.first().map_or("", String::as_str)),
        Requirement::Exists => key.clone(),
        Requirement::DoesNotExist => format!("!{key}"),
    });
    any(joined(equal.chain(required)))
}

fn addresses_text(side: &[AddressSelector]) -> String {
    any(joined(side.iter().map(ToString::to_string)))
}

fn allowed_text(rule: &PolicyRule) -> String {
    let peers = rule.peers.iter().map(|peer| match peer {
        PolicyPeer::Pods { pods: Some(pods), namespaces: None } => format!(" pods:{}", selector_text(pods)),
        PolicyPeer::Pods { pods: None, namespaces } => {
            format!(" spaces:{}", selector_text(&namespaces.clone().unwrap_or_default()))
        }
        PolicyPeer::Pods { pods: Some(pods), namespaces: Some(namespaces) } => {
            format!(" both:{}|{}", selector_text(namespaces), selector_text(pods))
        }
        PolicyPeer::IpBlock { prefix, except } => {
            let parts: Vec<String> = std::iter::once(prefix).chain(except).map(ToString::to_string).collect();
            format!(" block:{}", parts.join("^"))
        }
    });
    let ports = rule.ports.iter().map(|port| {
        let ports = match &port.ports {
            PolicyPorts::Any => "*".to_owned(),
            PolicyPorts::Numbers(span) => span_text(span),
            PolicyPorts::Name(name) => format!("@{name}"),
        };
        format!(" {}:{ports}", word_of(&PROTOCOLS, &port.protocol))
    });
    peers.chain(ports).collect()
}

impl Display for Filters {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        for group in &self.groups {
            writeln!(f, "group {}{}", group.name, if group.of_cluster { " cluster" } else { "" })?;
            for rule in &group.rules {
                let way = if rule.direction == TrafficDirection::Inbound { "in" } else { "out" };
                let access = if rule.access == Access::Allow { "allow" } else { "deny" };
                let protocol = rule.protocol.map_or("*", |protocol| word_of(&PROTOCOLS, &protocol));
                let ports = any(joined(rule.destination_ports.iter().map(span_text)));
                let (from, to) = (addresses_text(&rule.sources), addresses_text(&rule.destinations));
                let (name, priority) = (&rule.name, rule.priority);
                writeln!(
                    f,
                    "rule {} {name} {way} {priority} {access} {protocol} {from} {to} {ports}",
                    group.name
                )?;
            }
        }
        for (guarded, group) in &self.guards {
            match guarded {
                Guarded::Subnet(name) => writeln!(f, "guard subnet {name} {group}")?,
                Guarded::Machine(name) => writeln!(f, "guard vm {name} {group}")?,
                Guarded::Nodes(name) => writeln!(f, "guard nodes {name} {group}")?,
            }
        }
        if self.engine != NetworkPolicyEngine::None {
            writeln!(f, "engine {}", word_of(&ENGINES, &self.engine))?;
        }
        for (name, labels) in &self.namespaces {
            writeln!(f, "namespace {name} {}", labels_text(labels))?;
        }
        for traits in &self.traits {
            let port = |port: &PodPort| {
                format!("{}={}:{}", port.name, word_of(&PROTOCOLS, &port.protocol), port.port)
            };
            let ports = any(joined(traits.ports.iter().map(port)));
            writeln!(
                f,
                "traits {} {} {} {ports}",
                traits.pod,
                traits.namespace,
                labels_text(&traits.labels)
            )?;
        }
        for policy in &self.policies {
            let way = |there: bool, word: &'static str| if there { word } else { "" };
            let (inward, outward) =
                (way(policy.ingress.is_some(), " in"), way(policy.egress.is_some(), " out"));
            let (name, namespace) = (&policy.name, &policy.namespace);
            writeln!(f, "policy {name} {namespace} {}{inward}{outward}", selector_text(&policy.pods))?;
            for (rules, word) in [(&policy.ingress, "in"), (&policy.egress, "out")] {
                for rule in rules.iter().flatten() {
                    writeln!(f, "allow {name} {word}{}", allowed_text(rule))?;
                }
            }
        }
        Ok(())
    }
}

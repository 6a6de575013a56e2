//! The answer about each invariant: what came of it, in words, with a packet that shows it and what to change.

use super::contracts::Proof;
use super::example::Counterexample;
use super::finding::{Doubt, Extent, Finding, Invariant, Outcome, Report, Witness};
use super::pairs::Between;
use crate::address::Family;
use crate::flow::verdict::Assumption;
use crate::model::NetworkMode;
use crate::name::ClusterName;
use crate::state::State;

/// What is said about one invariant.
#[derive(Clone, Debug)]
pub struct Answer {
    /// What came of it. VIOLATED only if the example shows it.
    pub finding: Finding,
    /// That as an English sentence with figures.
    pub explanation: String,
    /// What to change; empty if nothing is to be done or known to help.
    pub remediation: String,
    /// A packet that shows it.
    pub example: Option<Counterexample>,
    /// What would have to be known.
    pub assumptions: Vec<Assumption>,
}

/// A cluster that was judged.
#[derive(Clone, Debug)]
pub struct Judged {
    /// What is known of its machines.
    pub proof: Proof,
    /// What came of the invariants.
    pub report: Report,
}

impl Judged {
    /// Judges a cluster from cold; `None` if it does not exist.
    pub fn of(state: &State, cluster: &ClusterName) -> Option<Self> {
        let proof = Proof::evaluate(state, cluster)?;
        let report = proof.report(state);
        Some(Self { proof, report })
    }

    /// The answers about some invariants, at the state that it is of.
    pub fn answers(&self, state: &State, invariants: &[Invariant]) -> Vec<Answer> {
        verify(state, &self.proof, &self.report, invariants)
    }
}

/// Answers about some invariants, in the order of the contract. `state` is the one that the report is of.
pub fn verify(state: &State, proof: &Proof, report: &Report, invariants: &[Invariant]) -> Vec<Answer> {
    let wanted = report.findings.iter().filter(|finding| invariants.contains(&finding.invariant));
    wanted.map(|finding| answer(state, proof, report, finding)).collect()
}

fn answer(state: &State, proof: &Proof, report: &Report, finding: &Finding) -> Answer {
    let mut finding = *finding;
    let witness = proof.witness(state, report, &finding);
    let example = witness.as_ref().and_then(|witness| proof.example(state, report.settled(proof), witness));
    let mut explanation = explain(report, &finding);
    if finding.outcome == Outcome::Violated
        && !example.as_ref().is_some_and(|example| example.shows(finding.invariant))
        && !is_about_the_store(finding.invariant)
    {
        finding.outcome = Outcome::Undetermined;
        explanation =
            format!("the contracts say: {explanation}; but no trace shows it, so nothing is stated");
    }
    let cause = example.as_ref().and_then(|example| example.result.cause.as_ref());
    let mut remediation = String::new();
    if finding.outcome == Outcome::Violated {
        if let Some(cause) = cause {
            explanation = format!("{explanation}; for one: {}", cause.explanation);
        }
        remediation = remedy(state, proof, witness.as_ref(), example.as_ref());
    }
    let assumptions = match finding.outcome {
        Outcome::Undetermined => {
            let of_example = example.as_ref().map(|example| example.result.assumptions.clone());
            of_example.unwrap_or_default()
        }
        Outcome::Holds | Outcome::Violated | Outcome::NotApplicable => Vec::new(),
    };
    let example = match finding.outcome {
        Outcome::Violated | Outcome::Undetermined => example,
        Outcome::Holds | Outcome::NotApplicable => None,
    };
    Answer { finding, explanation, remediation, example, assumptions }
}

fn is_about_the_store(invariant: Invariant) -> bool {
    matches!(invariant, Invariant::RoutePerNodeExact | Invariant::PodPrefixUnique)
}

fn explain(report: &Report, finding: &Finding) -> String {
    let size = &report.size;
    let scope = match finding.invariant {
        Invariant::PodToPodNoNat => {
            format!("{} ordered pairs of pods on {} nodes", size.pod_pairs, size.nodes)
        }
        Invariant::NodeToPodNoNat | Invariant::PodToNodeNoNat => {
            format!("{} pods and {} nodes", size.pods, size.nodes)
        }
        Invariant::PodSelfIpIsSeenIp => format!("{} pods, seen by pods and nodes", size.pods),
        Invariant::RoutePerNodeExact => format!("{} nodes", size.nodes + size.nodes_not_ready),
        Invariant::PodPrefixUnique => format!("{} nodes", size.nodes + size.nodes_not_ready),
        Invariant::NoRoutingLoop => format!("every destination, from {} nodes", size.nodes),
        Invariant::ReturnPathExists => {
            format!("{} pods with {} nodes and {} virtual machines", size.pods, size.nodes, size.machines)
        }
        Invariant::ServiceHasReachableEndpoint => {
            format!("{} services from {} nodes", size.services, size.nodes)
        }
    };
    match finding.outcome {
        Outcome::Holds => format!("holds for {scope}"),
        Outcome::NotApplicable => "there is nothing that it speaks of".to_owned(),
        Outcome::Violated => format!("broken for {} of {scope}", counts(&finding.broken)),
        Outcome::Undetermined => {
            let reasons: Vec<_> = finding.doubts.iter().map(word).collect();
            let open = counts(&finding.unknown);
            let open = if open.is_empty() { String::new() } else { format!(" for {open}") };
            format!("not decided{open} of {scope}: {}", reasons.join("; "))
        }
    }
}

fn word(doubt: Doubt) -> &'static str {
    match doubt {
        Doubt::NextHop => "routes lead to a next hop whose doing is not in the model",
        Doubt::VirtualIsReal => {
            "an address of a service, load balancer or the platform is also one of a pod or node"
        }
        Doubt::SharedPrefix => "two nodes may give the same address to pods",
        Doubt::Filters => "whether security groups or network policies let every flow pass is not known",
        Doubt::Endpoint => "an endpoint is no pod and no node of the cluster",
        Doubt::Appliance => {
            "a route leads to an appliance, and that it passes packets on unchanged is assumed"
        }
    }
}

fn counts(extent: &Extent) -> String {
    let Extent { pod_pairs, pod_host_pairs, node_pairs: _, nodes, prefixes, services } = *extent;
    let figures = [
        (pod_pairs, "pod pairs"),
        (pod_host_pairs, "pairs of a pod and a machine"),
        (prefixes, "prefixes"),
        (nodes, "nodes concerned"),
        (services, "services"),
    ];
    let figures = figures.into_iter().filter(|(figure, _)| *figure > 0);
    figures.map(|(figure, what)| format!("{figure} {what}")).collect::<Vec<_>>().join(", ")
}

fn remedy(
    state: &State,
    proof: &Proof,
    witness: Option<&Witness>,
    example: Option<&Counterexample>,
) -> String {
    let cluster = &proof.setting.cluster;
    let rewritten = example.is_some_and(Counterexample::rewrites);
    let of_trace =
        example.and_then(|example| example.result.cause.as_ref()).map(|cause| cause.remediation.clone());
    match witness {
        Some(Witness::Row { table, row }) => {
            let name = proof.tables.get(*table).and_then(|table| table.name.clone());
            match name {
                Some(name)
                    if state.clusters.get(cluster).is_some_and(|c| c.route_table.as_ref() == Some(&name)) =>
                {
                    format!("reconcile {name}")
                }
                Some(name) => format!("associate the table of {cluster} with the subnets that have {name}"),
                None => match state.clusters.get(cluster).and_then(|cluster| cluster.route_table.clone()) {
                    Some(wanted) => format!("associate {wanted} with every subnet of nodes of {cluster}"),
                    None => {
                        let first = super::rows::last_of(*row);
                        format!(
                            "give {cluster} a route table; nothing leads to {}",
                            crate::address::address_of(row.0, first)
                        )
                    }
                },
            }
        }
        Some(Witness::Pair { between: Between::PodNode | Between::PodMachine, to, .. }) if rewritten => {
            let mut of_class = proof.hosts.iter().filter(|(_, host)| host.class == *to);
            let prefix = of_class.find_map(|(_, host)| subnet_of(state, proof, host.address(Family::V4)?));
            match prefix {
                Some(prefix) => format!("add {prefix} to the non-masquerade list of {cluster}"),
                None => format!("add the range of the nodes to the non-masquerade list of {cluster}"),
            }
        }
        Some(Witness::Pair { .. } | Witness::Home(..)) if rewritten => match proof.setting.mode {
            NetworkMode::Kubenet => {
                let pods: Vec<_> = proof.setting.pod_prefixes.iter().map(ToString::to_string).collect();
                format!("add {} to the non-masquerade list of {cluster}", pods.join(" and "))
            }
            NetworkMode::AzureCni => {
                format!(
                    "add the address space of {} to the non-masquerade list of {cluster}",
                    proof.setting.network
                )
            }
        },
        Some(
            Witness::Pair { .. }
            | Witness::Home(..)
            | Witness::Shared(..)
            | Witness::Far { .. }
            | Witness::Service(..),
        )
        | None => of_trace.unwrap_or_default(),
    }
}

/// The prefix of the subnet that holds an address.
fn subnet_of(state: &State, proof: &Proof, address: std::net::IpAddr) -> Option<crate::prefix::Prefix> {
    let mut subnets = state.subnets_of(&proof.setting.network);
    subnets.find_map(|subnet| subnet.address_prefixes.iter().copied().find(|p| p.contains(address)))
}

//! What security groups and network policies do to what a cluster keeps.

use crate::flow::tests::lab::*;
use crate::flow::verdict::Cause;
use crate::flow::vocabulary::{DropCause, Verdict};
use crate::model::{NetworkPolicyEngine, Protocol};
use crate::proof::{Answer, Invariant, Judged, Outcome};

fn answer(lab: &Lab, invariant: Invariant) -> Answer {
    let judged = Judged::of(&lab.state, &cluster_name()).unwrap();
    judged.answers(&lab.state, &[invariant]).remove(0)
}

fn outcomes(lab: &Lab) -> [Outcome; 3] {
    [Invariant::PodToPodNoNat, Invariant::NodeToPodNoNat, Invariant::PodToNodeNoNat]
        .map(|invariant| answer(lab, invariant).finding.outcome)
}

/// Rules on the subnet of an Azure CNI cluster's nodes, and what becomes of pods to pods, nodes to pods, pods to nodes.
#[test]
fn a_group_breaks_what_some_flow_of_is_refused() {
    use Outcome::{Holds, Undetermined, Violated};
    for (rules, wanted) in [
        (&[][..], [Holds; 3]),
        (&["100 in deny any Internet -> *"], [Holds; 3]),
        (&["100 in deny icmp * -> *"], [Holds; 3]),
        (&["100 in deny any 10.241.0.0/16 -> *"], [Holds; 3]),
        (&["100 in deny tcp * -> * 22"], [Violated; 3]),
        (&["100 out deny udp * -> * 53"], [Violated; 3]),
        (&["100 in deny any * -> 10.240.0.20/32"], [Violated, Violated, Holds]),
        (&["100 in deny any * -> 10.240.0.4/31"], [Holds, Holds, Violated]),
        (&["100 in allow any VirtualNetwork -> *", "200 in deny any * -> *"], [Holds; 3]),
        // A tag of Azure has public addresses only.
        (&["100 in deny any Storage -> *"], [Holds; 3]),
        // No system chooses such a port to send from.
        (&["100 in deny tcp * -> * * from 1-1000"], [Holds; 3]),
        (&["100 in deny tcp * -> * * from 40000-40010"], [Violated; 3]),
    ] {
        let mut lab = azure_cni();
        lab.guard_subnet("nodes", rules);
        assert_eq!(outcomes(&lab), wanted, "{rules:?}");
        assert!(!wanted.contains(&Undetermined));
    }
}

#[test]
fn the_flow_that_is_refused_is_shown() {
    let mut lab = azure_cni();
    lab.guard_nodes(&["200 in deny udp * -> 10.240.0.20/32 53"]);
    let answer = answer(&lab, Invariant::PodToPodNoNat);
    let example = answer.example.unwrap();
    assert_eq!((example.flow.protocol, example.flow.destination_port), (Protocol::Udp, Some(53)));
    assert_eq!(example.result.verdicts.overall, Verdict::Unreachable);
    assert_eq!(example.result.cause.unwrap().cause, Cause::Drop(DropCause::NsgRuleInbound));
    // Only node2 has the address; its 30 pods are not reached by the 30 of node1.
    assert_eq!((answer.finding.broken.pod_pairs, answer.finding.broken.node_pairs), (900, 1));
    assert!(answer.remediation.contains("add an inbound rule"), "{}", answer.remediation);
}

/// Policies of an engine, and what becomes of pods to pods, nodes to pods, pods to nodes.
#[test]
fn a_policy_breaks_what_some_pod_is_refused() {
    use Outcome::{Holds, Violated};
    let calico = NetworkPolicyEngine::Calico;
    for (engine, selects, ingress, wanted) in [
        (NetworkPolicyEngine::None, "", &[][..], [Holds; 3]),
        (calico, "", &[], [Violated, Violated, Holds]),
        (calico, "app=nobody", &[], [Holds; 3]),
        (calico, "", &[":"], [Holds; 3]),
        // All pods have the label, and no address is left for one without it.
        (calico, "", &["pods app=web"], [Holds, Violated, Holds]),
        (calico, "", &["pods app=db"], [Violated, Violated, Holds]),
        (calico, "", &["block 10.240.0.0/16", "block fd00:240::/32"], [Holds; 3]),
        (NetworkPolicyEngine::Cilium, "", &["block 10.240.0.0/16"], [Violated, Violated, Holds]),
        (calico, "", &["block 0.0.0.0/0 10.240.0.5/32", "block ::/0"], [Holds, Violated, Holds]),
    ] {
        let mut lab = azure_cni();
        lab.engine(engine);
        for pod in ["p11", "p12", "p21", "p22"] {
            lab.label(pod, "shop", "app=web");
        }
        lab.policy("p", selects, Some(ingress), None);
        assert_eq!(outcomes(&lab), wanted, "{engine:?} {selects:?} {ingress:?}");
    }
}

#[test]
fn filters_let_answers_pass_so_they_break_no_return_path() {
    let mut lab = azure_cni();
    assert_eq!(answer(&lab, Invariant::ReturnPathExists).finding.outcome, Outcome::Holds);
    lab.guard_subnet("nodes", &["100 in deny any * -> *"]);
    assert_eq!(answer(&lab, Invariant::ReturnPathExists).finding.outcome, Outcome::Holds);
    assert_eq!(answer(&lab, Invariant::PodSelfIpIsSeenIp).finding.outcome, Outcome::Holds);
}

#[test]
fn pods_of_kubenet_are_let_pass_by_the_rules_of_azure() {
    let mut lab = kubenet();
    let before = outcomes(&lab);
    lab.guard_subnet("nodes", &[]);
    assert_eq!(outcomes(&lab), before);
    lab.guard_nodes(&["4000 out deny tcp 10.244.0.0/16 -> * 8000-8010"]);
    let answer = answer(&lab, Invariant::PodToPodNoNat);
    assert_eq!(answer.finding.outcome, Outcome::Violated);
    assert_eq!(answer.example.unwrap().flow.destination_port, Some(8000));
}

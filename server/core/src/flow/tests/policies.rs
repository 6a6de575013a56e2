//! Network policies: the recipes that everybody knows, one row for each, and what each engine does otherwise.

use super::lab::*;
use super::text::{ends, full};
use crate::flow::vocabulary::{StepKind, Verdict};
use crate::flow::{EndpointRef, FlowResult};
use crate::model::{NetworkPolicyEngine, Protocol, TrafficPolicy};

fn end(result: &FlowResult) -> String {
    match result.verdicts.overall {
        Verdict::Reachable => "REACHABLE".to_owned(),
        Verdict::Unreachable | Verdict::Ambiguous | Verdict::Undetermined => {
            ends(&result.forward).first().cloned().unwrap_or_default()
        }
    }
}

/// Pods with labels: p11 is a web server and p12 a customer of namespace `shop`, p21 is of namespace `other`.
fn labelled(mut lab: Lab, engine: NetworkPolicyEngine) -> Lab {
    lab.engine(engine);
    lab.namespace("shop", "team=a");
    lab.namespace("other", "team=b");
    lab.label("p11", "shop", "app=web,tier=front");
    lab.label("p12", "shop", "app=client");
    lab.label("p21", "other", "app=client");
    lab
}

fn in_namespace(namespace: &str, name: &str) -> EndpointRef {
    EndpointRef::Pod { cluster: cluster_name(), namespace: namespace.into(), pod: name.into() }
}

fn web() -> EndpointRef {
    in_namespace("shop", "p11")
}

/// An ingress policy on the web server, who calls it at which port, and whether it works.
#[test]
fn ingress_recipes() {
    const NONE: &str = "p11 DROP NETWORK_POLICY_INGRESS";
    const OK: &str = "REACHABLE";
    let shop = || in_namespace("shop", "p12");
    let other = || in_namespace("other", "p21");
    let machine = || at("10.241.0.4");
    for (pods, rules, source, port, wanted) in [
        // Deny all, and allow all.
        ("", &[][..], shop(), 8080, NONE),
        ("app=web", &[], shop(), 8080, NONE),
        ("app=db", &[], shop(), 8080, OK),
        ("", &[""], other(), 8080, OK),
        // From pods of the same namespace.
        ("", &["pods "], shop(), 8080, OK),
        ("", &["pods "], other(), 8080, NONE),
        ("", &["pods app=client"], shop(), 8080, OK),
        ("", &["pods app=client"], other(), 8080, NONE),
        // From namespaces.
        ("", &["namespaces "], other(), 8080, OK),
        ("", &["namespaces team=b"], other(), 8080, OK),
        ("", &["namespaces team=b"], shop(), 8080, NONE),
        ("", &["namespaces kubernetes.io/metadata.name=other"], other(), 8080, OK),
        ("", &["both team=b app=client"], other(), 8080, OK),
        ("", &["both team=b app=admin"], other(), 8080, NONE),
        ("", &["both team=a app=client"], other(), 8080, NONE),
        // Two peers of one rule are either of them.
        ("", &["namespaces team=c;pods app=client"], shop(), 8080, OK),
        // A machine is no pod.
        ("", &["namespaces "], machine(), 8080, NONE),
        ("", &["block 10.241.0.0/16"], machine(), 8080, OK),
        ("", &["block 10.241.0.0/16 10.241.0.0/24"], machine(), 8080, NONE),
        ("", &["block 10.240.0.0/16"], machine(), 8080, NONE),
        // Ports.
        ("", &[" : 8080"], shop(), 8080, OK),
        ("", &[" : 8080"], shop(), 8081, NONE),
        ("", &[" : 8000-8090"], shop(), 8081, OK),
        ("", &[" : 8000-8090"], shop(), 8091, NONE),
        ("", &[" : http"], shop(), 8080, OK),
        ("", &[" : http"], shop(), 8081, NONE),
        ("", &[" : dns"], shop(), 8080, NONE),
        ("", &[" : udp/8080"], shop(), 8080, NONE),
        ("", &[" : any"], shop(), 1, OK),
        // Peer and port of one rule go together; two rules are either of them.
        ("", &["pods app=client : 80"], shop(), 8080, NONE),
        ("", &["pods app=admin", " : 8080"], shop(), 8080, OK),
    ] {
        for engine in
            [NetworkPolicyEngine::Calico, NetworkPolicyEngine::AzureNpm, NetworkPolicyEngine::Cilium]
        {
            let mut lab = labelled(azure_cni(), engine);
            lab.policy("in", pods, Some(rules), None);
            let result = lab.tcp(source.clone(), web(), port);
            assert_eq!(end(&result), wanted, "{engine:?} {pods:?} {rules:?} {source:?} {}", full(&result));
        }
    }
}

#[test]
fn egress_recipes() {
    const NONE: &str = "p12 DROP NETWORK_POLICY_EGRESS";
    const OK: &str = "REACHABLE";
    for (rules, destination, port, wanted) in [
        (&[][..], web(), 8080, NONE),
        (&[], at(INTERNET), 443, NONE),
        (&["pods app=web"], web(), 8080, OK),
        (&["pods app=web : http"], web(), 8080, OK),
        (&["pods app=web : http"], web(), 80, NONE),
        (&["pods app=web"], at(INTERNET), 443, NONE),
        (&["block 0.0.0.0/0"], at(INTERNET), 443, OK),
        (&["block 0.0.0.0/0 10.0.0.0/8"], at("10.241.0.4"), 443, NONE),
        // The destination is the endpoint, not the service's address.
        (&["pods app=web"], at("10.0.100.10"), 80, OK),
        (&["block 10.0.0.0/16"], at("10.0.100.10"), 80, NONE),
    ] {
        let mut lab = labelled(kubenet(), NetworkPolicyEngine::Calico);
        lab.service(|service| service.endpoints.truncate(1));
        lab.policy("out", "app=client", None, Some(rules));
        let result = lab.tcp(in_namespace("shop", "p12"), destination, port);
        assert_eq!(end(&result), wanted, "{rules:?} {}", full(&result));
    }
}

#[test]
fn policies_add_up_and_both_sides_must_allow() {
    let mut lab = labelled(kubenet(), NetworkPolicyEngine::Calico);
    let flow = |lab: &Lab| end(&lab.tcp(in_namespace("shop", "p12"), web(), 8080));
    lab.policy("deny", "", Some(&[]), Some(&[]));
    assert_eq!(flow(&lab), "p12 DROP NETWORK_POLICY_EGRESS");
    lab.policy("out", "app=client", None, Some(&["pods app=web"]));
    assert_eq!(flow(&lab), "p11 DROP NETWORK_POLICY_INGRESS");
    lab.policy("in", "app=web", Some(&["pods app=client"]), None);
    assert_eq!(flow(&lab), "REACHABLE");
}

#[test]
fn ip_blocks_mean_pods_and_nodes_except_under_cilium() {
    for (engine, wanted) in [
        (NetworkPolicyEngine::Calico, "REACHABLE"),
        (NetworkPolicyEngine::AzureNpm, "REACHABLE"),
        (NetworkPolicyEngine::Cilium, "p11 DROP NETWORK_POLICY_INGRESS"),
    ] {
        let mut lab = labelled(azure_cni(), engine);
        lab.policy("in", "app=web", Some(&["block 10.240.0.0/16"]), None);
        for source in [in_namespace("other", "p21"), node("node2")] {
            assert_eq!(end(&lab.tcp(source, web(), 8080)), wanted, "{engine:?}");
        }
    }
}

#[test]
fn the_own_node_is_always_let_in_and_another_node_is_not() {
    let mut lab = labelled(azure_cni(), NetworkPolicyEngine::Calico);
    lab.policy("deny", "", Some(&[]), Some(&[]));
    assert_eq!(end(&lab.tcp(node("node1"), web(), 8080)), "REACHABLE");
    assert_eq!(end(&lab.tcp(web(), node("node1"), 10_250)), "REACHABLE");
    assert_eq!(end(&lab.tcp(node("node2"), web(), 8080)), "p11 DROP NETWORK_POLICY_INGRESS");
}

#[test]
fn a_client_is_seen_as_it_comes_to_the_node_of_the_pod() {
    // Policy Cluster lets the first node put its own address as source, policy Local does not.
    for (policy, block, wanted) in [
        (TrafficPolicy::Local, "block 198.51.100.0/24", ["REACHABLE"].as_slice()),
        (
            TrafficPolicy::Cluster,
            "block 198.51.100.0/24",
            &["p11 198.51.100.7:5555 -> 10.240.0.10:8080", "p11 DROP NETWORK_POLICY_INGRESS"],
        ),
    ] {
        let mut lab = labelled(azure_cni(), NetworkPolicyEngine::Calico);
        lab.service(|service| {
            service.external_traffic_policy = policy;
            service.endpoints.truncate(1);
        });
        lab.policy("in", "app=web", Some(&[block]), None);
        let result = lab.tcp(at(INTERNET), at(FRONTEND), 80);
        if policy == TrafficPolicy::Local {
            assert_eq!(end(&result), wanted[0], "{}", full(&result));
        } else {
            // On the pod's own node the source is rewritten behind the policy, on the other one before it.
            assert_eq!(result.verdicts.overall, Verdict::Ambiguous, "{}", full(&result));
            assert_eq!(ends(&result.forward)[1], wanted[1], "{}", full(&result));
        }
    }
}

#[test]
fn without_an_engine_policies_do_nothing_and_the_trace_says_so() {
    let mut lab = labelled(kubenet(), NetworkPolicyEngine::None);
    lab.policy("deny", "", Some(&[]), None);
    let result = lab.tcp(in_namespace("shop", "p12"), web(), 8080);
    assert_eq!(end(&result), "REACHABLE");
    let step = result.forward[0].steps.iter().find(|s| s.kind == StepKind::SkipIngressNetworkPolicy).unwrap();
    assert_eq!(
        step.description.to_string(),
        "the cluster has no network policy engine, so policies have no effect \
         (clusters/c/namespaces/shop/networkPolicies/deny selects the pod)"
    );
}

#[test]
fn what_is_not_known_of_a_pod_is_not_guessed() {
    let mut lab = labelled(azure_cni(), NetworkPolicyEngine::Calico);
    lab.policy("in", "app=web", Some(&["pods app=client"]), None);
    lab.label("p12", "shop", "app=client");
    let unknown = |lab: &mut Lab, pod: &str| {
        let name = crate::name::AllocationName { cluster: seg("c"), allocation: seg(pod) };
        let mut allocation = lab.state.allocations.get(&name).unwrap().as_ref().clone();
        allocation.pod_traits = None;
        lab.emit(crate::event::Event::AllocationUpdated(std::sync::Arc::new(allocation)));
    };
    unknown(&mut lab, "p12");
    let result = lab.tcp(in_namespace("shop", "p12"), web(), 8080);
    assert_eq!(result.verdicts.overall, Verdict::Undetermined, "{}", full(&result));
    // A policy that allows what it would allow anyway leaves no doubt.
    let mut lab = labelled(azure_cni(), NetworkPolicyEngine::Calico);
    lab.policy("in", "app=web", Some(&["pods "]), None);
    unknown(&mut lab, "p11");
    assert_eq!(end(&lab.tcp(in_namespace("shop", "p12"), web(), 8080)), "REACHABLE");
    let result = lab.tcp(in_namespace("other", "p21"), web(), 8080);
    assert_eq!(result.verdicts.overall, Verdict::Undetermined, "{}", full(&result));
}

#[test]
fn a_rule_without_ports_allows_every_protocol_and_one_with_ports_no_icmp() {
    for (rule, wanted) in [("pods ", Verdict::Reachable), ("pods : any", Verdict::Unreachable)] {
        let mut lab = labelled(azure_cni(), NetworkPolicyEngine::Calico);
        lab.policy("in", "", Some(&[rule]), None);
        let mut flow = flow(in_namespace("shop", "p12"), web(), 8080);
        flow.protocol = Protocol::Icmp;
        let result = crate::flow::trace(&lab.state, &flow).unwrap();
        assert_eq!(result.verdicts.overall, wanted, "{rule:?} {}", full(&result));
    }
}

#[test]
fn a_denial_names_the_policy_and_the_rule_to_add() {
    let mut lab = labelled(azure_cni(), NetworkPolicyEngine::Calico);
    lab.policy("deny", "", Some(&[]), None);
    let cause = lab.tcp(in_namespace("other", "p21"), web(), 8080).cause.unwrap();
    let name = "clusters/c/namespaces/shop/networkPolicies/deny";
    assert!(cause.explanation.starts_with(&format!("{name} selects the pod")), "{}", cause.explanation);
    assert_eq!(
        cause.remediation,
        format!("add an ingress rule to {name} that allows tcp port 8080 from pod other/p21")
    );
}

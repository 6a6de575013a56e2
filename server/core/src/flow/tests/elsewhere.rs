//! Beyond one cluster in one network: peered networks, a second cluster with the same pod CIDR, host-network endpoints.

use std::time::Duration;

use super::lab::*;
use super::text::{ends, full, summary};
use crate::event::{Change, Event};
use crate::flow::vocabulary::{AssumptionKind, Symmetry, Verdict};
use crate::flow::{EndpointRef, Flow, Scope, trace};
use crate::meta::{Meta, Revision};
use crate::model::{
    AllocatedAddress, AllocatedAddresses, Allocation, InboundDistribution, KeptOwner, Network, NextHop, Node,
    NodeState, OwnerTexts, Peering, Purpose, Reservation, Route, RouteTable, SessionAffinity, Subnet,
};
use crate::name::{
    AllocationName, ClusterName, NetworkName, NodePoolName, ReservationName, RouteTableName, SubnetName,
};
use crate::prefix::Prefix;

fn peering(name: &str, remote: Option<&str>, space: &str) -> Peering {
    Peering {
        name: name.into(),
        remote_network: remote.map(|remote| NetworkName::parse(remote).unwrap()),
        remote_prefixes: vec![prefix(space)],
        allow_virtual_network_access: true,
        allow_forwarded_traffic: false,
        allow_gateway_transit: false,
        use_remote_gateways: false,
    }
}

/// The kubenet lab peered with a hub that has a machine at 10.250.0.4.
fn peered(back: Peering) -> Lab {
    let mut lab = kubenet();
    lab.network(|n| n.peerings = vec![peering("to-hub", Some("networks/hub"), "10.250.0.0/16")]);
    lab.emit(Event::Network(Change::Created(Network {
        name: NetworkName::parse("networks/hub").unwrap(),
        meta: Meta::default(),
        address_prefixes: vec![prefix("10.250.0.0/16")],
        gateway: None,
        peerings: vec![Peering { remote_prefixes: vec![prefix("10.240.0.0/15")], ..back }],
    })));
    let subnet = SubnetName::parse("networks/hub/subnets/machines").unwrap();
    lab.emit(Event::Subnet(Change::Created(Subnet {
        network_security_group: None,
        name: subnet,
        meta: Meta::default(),
        address_prefixes: vec![prefix("10.250.0.0/24")],
        route_table: None,
        service_endpoints: Vec::new(),
        delegation: String::new(),
        cooldown: Duration::ZERO,
    })));
    lab.emit(Event::Reservation(Change::Created(Reservation {
        network_security_group: None,
        name: ReservationName::parse("networks/hub/subnets/machines/reservations/jump").unwrap(),
        meta: Meta::default(),
        purpose: Purpose::VirtualMachine,
        prefix: Prefix::host(ip("10.250.0.4")),
        display_name: String::new(),
        ip_forwarding: false,
        machine: crate::model::Machine::default(),
    })));
    lab
}

#[test]
fn a_peered_machine_sees_the_node_and_answers_over_the_peering() {
    let lab = peered(peering("to-lab", Some("networks/lab"), "10.240.0.0/15"));
    let result = lab.tcp(pod("p11"), at("10.250.0.4"), 80);
    assert_eq!(
        ends(&result.forward),
        ["jump 10.240.0.4:1024-65535 -> 10.250.0.4:80 ttl 62"],
        "{}",
        full(&result)
    );
    assert_eq!(ends(&result.reply), ["p11 10.250.0.4:80 -> 10.244.1.2:5555 ttl 62"]);
    assert_eq!(result.verdicts.overall, Verdict::Reachable);
}

#[test]
fn a_pod_s_own_address_is_forwarded_traffic_to_a_peer() {
    let keep = |c: &mut crate::model::Cluster| c.non_masquerade_prefixes = Some(vec![prefix("10.0.0.0/8")]);
    let mut closed = peered(peering("to-lab", Some("networks/lab"), "10.240.0.0/15"));
    closed.cluster(keep);
    let result = closed.tcp(pod("p11"), at("10.250.0.4"), 80);
    assert_eq!(ends(&result.forward), ["nodes DROP PEERING_FORBIDS"], "{}", full(&result));
    let back = peering("to-lab", Some("networks/lab"), "10.240.0.0/15");
    let mut open = peered(Peering { allow_forwarded_traffic: true, ..back });
    open.cluster(keep);
    let result = open.tcp(pod("p11"), at("10.250.0.4"), 80);
    assert_eq!(ends(&result.forward), ["jump 10.244.1.2:5555 -> 10.250.0.4:80 ttl 62"]);
    assert_eq!(ends(&result.reply), ["machines DROP ROUTE_NONE"]);
    assert_eq!(result.verdicts.symmetry, Symmetry::ForwardOnly);
}

#[test]
fn peerings_without_a_way_back_or_into_the_unknown() {
    let closed = peering("to-lab", Some("networks/lab"), "10.240.0.0/15");
    let closed = peered(Peering { allow_virtual_network_access: false, ..closed });
    let other = peered(peering("to-other", Some("networks/other"), "10.240.0.0/15"));
    for lab in [closed, other] {
        let result = lab.tcp(pod("p11"), at("10.250.0.4"), 80);
        assert_eq!(ends(&result.forward), ["nodes DROP PEERING_FORBIDS"], "{}", full(&result));
    }
    let mut lab = kubenet();
    lab.network(|n| n.peerings = vec![peering("to-moon", None, "10.251.0.0/16")]);
    let result = lab.tcp(pod("p11"), at("10.251.0.4"), 80);
    assert_eq!(ends(&result.forward), ["nodes FORWARD PEERED_VNET"]);
    assert_eq!(result.verdicts.overall, Verdict::Undetermined);
    assert!(result.assumptions.iter().any(|a| a.kind == AssumptionKind::PeeredNetworkReturns));
}

/// A second kubenet cluster `d` with the same pod CIDR: its node `other` in subnet `machines` has 10.244.1.0/24 too, and
/// its pod `twin` has the address of `p11`.
fn twins() -> Lab {
    let mut lab = kubenet();
    let name = ClusterName::parse("clusters/d").unwrap();
    let table = RouteTableName::parse("networks/lab/routeTables/d-rt").unwrap();
    let mut cluster = lab.state.clusters.get(&cluster_name()).unwrap().as_ref().clone();
    (cluster.name, cluster.route_table) = (name.clone(), Some(table.clone()));
    lab.emit(Event::Cluster(Change::Created(cluster)));
    let mut pool = lab.state.node_pools.values().next().unwrap().as_ref().clone();
    (pool.name, pool.subnet) =
        (NodePoolName::parse("clusters/d/nodePools/np").unwrap(), subnet_name("machines"));
    lab.emit(Event::NodePool(Change::Created(pool.clone())));
    lab.emit(Event::RouteTable(Change::Created(RouteTable {
        name: table.clone(),
        meta: Meta::default(),
        disable_bgp_route_propagation: false,
    })));
    lab.associate("machines", Some(table.clone()));
    lab.emit(Event::Route(Change::Created(Route {
        name: table.route(seg("other")),
        meta: Meta::default(),
        prefix: prefix("10.244.1.0/24"),
        next_hop: NextHop::VirtualAppliance(ip("10.241.0.7")),
        node: None,
    })));
    lab.emit(Event::Node(Change::Created(Node {
        name: name.node(seg("other")),
        meta: Meta::default(),
        pool: pool.name,
        uid: "other".into(),
        addresses: vec![ip("10.241.0.7")],
        pod_prefixes: vec![prefix("10.244.1.0/24")],
        pod_addresses: crate::address_runs::AddressRuns::default(),
        max_pods: 30,
        state: NodeState::Active,
        excluded_from_load_balancers: false,
        interface: crate::model::Interface::default(),
    })));
    let owner = OwnerTexts { namespace: "default", pod: "twin", pod_uid: "twin", ..OwnerTexts::default() };
    let held = AllocatedAddress { address: ip("10.244.1.2"), prefix_length: 24, gateway: ip("10.244.1.1") };
    lab.emit(Event::AllocationCreated(std::sync::Arc::new(Allocation {
        pod_traits: None,
        name: AllocationName { cluster: seg("d"), allocation: seg("twin") },
        node: seg("other"),
        addresses: AllocatedAddresses::new([held], []),
        owner: KeptOwner::new(&seg("twin"), owner),
        created_revision: Revision(1),
        revision: Revision(1),
        create_time: crate::time::Timestamp(1),
    })));
    lab
}

#[test]
fn an_answer_that_comes_to_a_twin_is_lost() {
    let mut lab = twins();
    lab.cluster(|c| c.non_masquerade_prefixes = Some(vec![prefix("10.0.0.0/8")]));
    let result = lab.tcp(pod("p11"), at("10.241.0.4"), 80);
    assert_eq!(ends(&result.forward), ["far 10.244.1.2:5555 -> 10.241.0.4:80 ttl 62"]);
    assert_eq!(ends(&result.reply), ["other DROP NO_SESSION_FOR_REPLY"], "{}", full(&result));
    assert_eq!(result.verdicts.overall, Verdict::Unreachable, "{}", summary(&result));
}

#[test]
fn an_address_of_two_clusters_is_ambiguous_without_the_cluster() {
    let lab = twins();
    let network = Scope::Network(NetworkName::parse("networks/lab").unwrap());
    let wanted = Flow { scope: network, ..flow(at("10.244.1.2"), at("10.241.0.4"), 80) };
    let result = trace(&lab.state, &wanted).unwrap();
    assert_eq!(ends(&result.forward), ["unknown ABORT AMBIGUOUS_IP"]);
    let named = EndpointRef::Pod {
        cluster: ClusterName::parse("clusters/d").unwrap(),
        namespace: "default".into(),
        pod: "twin".into(),
    };
    let result = trace(&lab.state, &Flow { source: named, ..wanted }).unwrap();
    assert_eq!(ends(&result.forward), ["far 10.241.0.7:1024-65535 -> 10.241.0.4:80 ttl 62"]);
    assert_eq!(result.verdicts.overall, Verdict::Reachable);
}

#[test]
fn endpoints_on_the_host_network_are_their_node() {
    let mut lab = kubenet();
    lab.service(|s| (s.endpoints.truncate(1), s.endpoints[0].address = ip("10.240.0.4")).0);
    let near = lab.tcp(pod("p11"), at("10.0.100.10"), 80);
    assert_eq!(ends(&near.forward), ["node1 10.244.1.2:5555 -> 10.240.0.4:8080 ttl 64"]);
    let other = lab.tcp(pod("p21"), at("10.0.100.10"), 80);
    assert_eq!(ends(&other.forward), ["node1 10.240.0.5:1024-65535 -> 10.240.0.4:8080 ttl 62"]);
    let outside = lab.tcp(at(INTERNET), at(FRONTEND), 80);
    for result in [near, other, outside] {
        assert_eq!(result.verdicts.overall, Verdict::Reachable, "{}", full(&result));
    }
}

#[test]
fn pods_need_to_be_in_the_source_ranges_of_a_frontend_too() {
    let mut lab = kubenet();
    lab.service(|s| s.load_balancer_source_ranges = vec![prefix("198.51.100.0/24")]);
    assert_eq!(ends(&lab.tcp(pod("p12"), at(FRONTEND), 80).forward), ["node1 DROP SOURCE_RANGE_DENIED"]);
    assert_eq!(lab.tcp(pod("p12"), at("10.0.100.10"), 80).verdicts.overall, Verdict::Reachable);
}

#[test]
fn an_answer_to_a_private_ipv6_address_ends_at_the_platform_s_default_route() {
    let lab = kubenet();
    let result = lab.tcp(at("fd00:244:0:1::2"), at("fd00:240:1::4"), 80);
    let expected = "\
UNREACHABLE forward REACHABLE reply UNREACHABLE FORWARD_ONLY
cause REPLY Drop(RouteTableNotAssociated) at networks/lab/subnets/machines: fd00:244:0:1::2 matches ::/0 Internet, \
which has no route to a private address; fd00:244:0:1::/64 of networks/lab/routeTables/aks-rt would match, and that \
table is not associated with networks/lab/subnets/machines
fix associate networks/lab/routeTables/aks-rt with networks/lab/subnets/machines
";
    assert_eq!(summary(&result), expected);
}

#[test]
fn the_method_of_a_choice_is_named() {
    let mut lab = kubenet();
    assert!(full(&lab.tcp(at(INTERNET), at(FRONTEND), 80)).contains("five-tuple hash"));
    lab.cluster(|c| c.inbound_distribution = InboundDistribution::RoundRobin);
    assert!(full(&lab.tcp(at(INTERNET), at(FRONTEND), 80)).contains("round robin"));
    lab.service(|s| s.session_affinity = SessionAffinity::ClientIp(Duration::from_secs(10_800)));
    assert!(full(&lab.tcp(at(INTERNET), at(FRONTEND), 80)).contains("client address hash"));
}

#[test]
fn a_service_is_reached_at_the_address_that_its_client_can_use() {
    let lab = kubenet();
    let service = EndpointRef::Service(
        crate::name::ServiceName::parse("clusters/c/namespaces/default/services/web").unwrap(),
    );
    let default_port = |from| Flow { destination_port: None, ..flow(from, service.clone(), 0) };
    let inside = trace(&lab.state, &default_port(pod("p12"))).unwrap();
    assert!(full(&inside).contains("START_FROM_POD 10.244.1.3:5555 -> 10.0.100.10:80"));
    let outside = trace(&lab.state, &default_port(at(INTERNET))).unwrap();
    assert!(full(&outside).contains("START_FROM_INTERNET 198.51.100.7:5555 -> 203.0.113.20:80"));
    assert_eq!((inside.verdicts.overall, outside.verdicts.overall), (Verdict::Reachable, Verdict::Reachable));
}

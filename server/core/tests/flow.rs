//! Do traces follow what commands decide: nodes that join, change and leave, pods that come and go.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use std::collections::BTreeMap;
use std::net::IpAddr;
use std::time::Duration;

use podnet_core::address::Family;
use podnet_core::command::{
    AllocateSpec, ClusterSpec, Command, Delete, NetworkSpec, NodePoolSpec, NodeUpdate, Place, Request,
    ReservationSpec, Scale, SubnetSpec, Supersede,
};
use podnet_core::decide::{Context, Outcome};
use podnet_core::flow::verdict::Cause;
use podnet_core::flow::vocabulary::{DropCause, Verdict};
use podnet_core::flow::{EndpointRef, Flow, FlowResult, Scope, trace};
use podnet_core::meta::Revision;
use podnet_core::model::{
    InboundDistribution, Machine, NetworkMode, OsType, Outbound, OutboundType, Owner, PodDataPath, Protocol,
    ProvisioningTool, Purpose, RouteManagement,
};
use podnet_core::name::{
    AllocationName, ClusterName, NetworkName, NodeName, NodePoolName, ReservationName, SubnetName,
};
use podnet_core::prefix::Prefix;
use podnet_core::time::Timestamp;
use podnet_core::{Record, State, decide};

struct World {
    state: State,
    nodes: Vec<NodeName>,
}

fn run(state: &mut State, command: Command) {
    let context = Context { now: Timestamp(state.time.0 + 1_000_000_000), actor: "test".to_owned() };
    match decide(state, &Request::plain(command), &context).unwrap() {
        Outcome::Committed(events) => state.apply(&Record {
            revision: Revision(state.revision.0 + 1),
            time: context.now,
            actor: context.actor,
            request: None,
            events,
        }),
        Outcome::Unchanged(_) | Outcome::Replayed(_) => panic!("nothing changed"),
    }
}

fn prefix(text: &str) -> Prefix {
    Prefix::parse(text).unwrap()
}

fn cluster() -> ClusterName {
    ClusterName::parse("clusters/prod").unwrap()
}

fn subnet(id: &str) -> SubnetName {
    SubnetName::parse(&format!("networks/hub/subnets/{id}")).unwrap()
}

fn allocation(id: &str) -> AllocationName {
    AllocationName::parse(&format!("clusters/prod/allocations/{id}")).unwrap()
}

/// Node subnets of Azure CNI are IPv4 only.
fn families(mode: NetworkMode) -> &'static [Family] {
    match mode {
        NetworkMode::Kubenet => &[Family::V4, Family::V6],
        NetworkMode::AzureCni => &[Family::V4],
    }
}

/// Three nodes with a pod each, `pod-0` to `pod-2`, and a machine in a subnet of its own.
fn world(mode: NetworkMode) -> World {
    let mut state = State::default();
    run(
        &mut state,
        Command::CreateNetwork(NetworkSpec {
            name: NetworkName::parse("networks/hub").unwrap(),
            labels: BTreeMap::new(),
            address_prefixes: vec![prefix("10.224.0.0/12"), prefix("fd00:1::/48")],
            gateway: None,
            peerings: Vec::new(),
        }),
    );
    for (id, v4, v6) in
        [("nodes", "10.224.0.0/16", "fd00:1:0:1::/64"), ("machines", "10.225.0.0/16", "fd00:1:0:2::/64")]
    {
        run(
            &mut state,
            Command::CreateSubnet(SubnetSpec {
                network_security_group: None,
                name: subnet(id),
                labels: BTreeMap::new(),
                address_prefixes: vec![prefix(v4), prefix(v6)],
                route_table: None,
                service_endpoints: Vec::new(),
                delegation: String::new(),
                cooldown: Duration::ZERO,
            }),
        );
    }
    run(
        &mut state,
        Command::CreateCluster(ClusterSpec {
            network_policy_engine: podnet_core::model::NetworkPolicyEngine::None,
            name: cluster(),
            labels: BTreeMap::new(),
            network: NetworkName::parse("networks/hub").unwrap(),
            mode,
            families: families(mode).to_vec(),
            pod_prefixes: match mode {
                NetworkMode::Kubenet => vec![prefix("10.244.0.0/16"), prefix("fd00:244::/56")],
                NetworkMode::AzureCni => Vec::new(),
            },
            node_prefix_length_v4: 24,
            node_prefix_length_v6: 64,
            service_prefixes: match mode {
                NetworkMode::Kubenet => vec![prefix("10.0.0.0/16"), prefix("fd00:100::/108")],
                NetworkMode::AzureCni => vec![prefix("10.0.0.0/16")],
            },
            dns_address: None,
            route_table: None,
            route_management: RouteManagement::Managed,
            outbound: Outbound {
                kind: OutboundType::LoadBalancer,
                addresses: Vec::new(),
                allocated_ports: 0,
            },
            inbound_distribution: InboundDistribution::FiveTupleHash,
            non_masquerade_prefixes: None,
            provisioning_tool: ProvisioningTool::Cli,
            cooldown: Duration::ZERO,
            pod_data_path: PodDataPath::Transparent,
        }),
    );
    let pool = NodePoolName::parse("clusters/prod/nodePools/np1").unwrap();
    run(
        &mut state,
        Command::CreateNodePool(NodePoolSpec {
            network_security_group: None,
            name: pool.clone(),
            labels: BTreeMap::new(),
            subnet: subnet("nodes"),
            max_pods: Some(30),
            os: OsType::Linux,
            surge: 0,
        }),
    );
    run(&mut state, Command::ScaleNodePool(Scale { pool, node_count: 3, force: false, etag: None }));
    let nodes: Vec<_> = state.nodes_of(&cluster()).map(|node| node.name.clone()).collect();
    for (index, node) in nodes.iter().enumerate() {
        let id = format!("pod-{index}");
        let owner =
            Owner { namespace: "default".into(), pod: id.clone(), pod_uid: id.clone(), ..Owner::default() };
        run(
            &mut state,
            Command::Allocate(vec![AllocateSpec {
                pod_traits: None,
                name: allocation(&id),
                node: node.node.clone(),
                owner: Owner { container_id: id.clone(), interface: "eth0".into(), ..owner },
                requested_addresses: Vec::new(),
                supersede: Supersede::KeepAddress,
            }]),
        );
    }
    run(
        &mut state,
        Command::CreateReservation(ReservationSpec {
            network_security_group: None,
            name: machine(),
            labels: BTreeMap::new(),
            purpose: Purpose::VirtualMachine,
            place: Place::NextFree(Family::V4, 32),
            display_name: "jump".into(),
            ip_forwarding: false,
            machine: Machine::default(),
        }),
    );
    World { state, nodes }
}

fn machine() -> ReservationName {
    ReservationName::parse("networks/hub/subnets/machines/reservations/jump").unwrap()
}

fn flow(source: EndpointRef, destination: EndpointRef, family: Family) -> Flow {
    Flow {
        scope: Scope::Cluster(cluster()),
        source,
        destination,
        protocol: Protocol::Tcp,
        source_port: None,
        destination_port: None,
        family: Some(family),
        one_way: false,
        concurrent_flows: 0,
    }
}

fn between(state: &State, from: &str, to: &str, family: Family) -> FlowResult {
    let end = |id| EndpointRef::Allocation(allocation(id));
    trace(state, &flow(end(from), end(to), family)).unwrap()
}

#[test]
fn every_pod_reaches_every_pod_and_node_in_both_modes_and_families() {
    for mode in [NetworkMode::Kubenet, NetworkMode::AzureCni] {
        let world = world(mode);
        for family in families(mode).iter().copied() {
            for from in ["pod-0", "pod-1", "pod-2"] {
                for to in ["pod-0", "pod-1", "pod-2"].into_iter().filter(|to| *to != from) {
                    let result = between(&world.state, from, to, family);
                    assert_eq!(
                        result.verdicts.overall,
                        Verdict::Reachable,
                        "{mode:?} {from} {to} {:?}",
                        result.cause
                    );
                }
                for node in &world.nodes {
                    let from = EndpointRef::Allocation(allocation(from));
                    let result =
                        trace(&world.state, &flow(from, EndpointRef::Node(node.clone()), family)).unwrap();
                    assert_eq!(
                        result.verdicts.overall,
                        Verdict::Reachable,
                        "{mode:?} {node} {:?}",
                        result.cause
                    );
                }
            }
        }
        let out = EndpointRef::Address(IpAddr::from([198, 51, 100, 7]));
        for end in [out, EndpointRef::VirtualMachine(machine())] {
            let from = EndpointRef::Allocation(allocation("pod-0"));
            let result = trace(&world.state, &flow(from, end, Family::V4)).unwrap();
            assert_eq!(result.verdicts.overall, Verdict::Reachable, "{mode:?} {:?}", result.cause);
        }
    }
}

#[test]
fn machines_outside_the_node_subnet_reach_pods_only_in_azure_cni() {
    for (mode, verdict) in
        [(NetworkMode::Kubenet, Verdict::Unreachable), (NetworkMode::AzureCni, Verdict::Reachable)]
    {
        let world = world(mode);
        let to = EndpointRef::Allocation(allocation("pod-0"));
        let result =
            trace(&world.state, &flow(EndpointRef::VirtualMachine(machine()), to, Family::V4)).unwrap();
        assert_eq!(result.verdicts.overall, verdict, "{:?}", result.cause);
    }
}

#[test]
fn a_trace_follows_a_node_that_changes_its_address_and_one_that_leaves() {
    let World { mut state, nodes } = world(NetworkMode::Kubenet);
    let before = between(&state, "pod-0", "pod-1", Family::V4);
    run(
        &mut state,
        Command::UpdateNode(NodeUpdate {
            name: nodes[1].clone(),
            etag: None,
            immutable: Vec::new(),
            labels: None,
            addresses: Some(vec![IpAddr::from([10, 224, 0, 99]), "fd00:1:0:1::99".parse().unwrap()]),
            state: None,
            excluded_from_load_balancers: None,
            ip_forwarding: None,
            public_addresses: None,
        }),
    );
    let after = between(&state, "pod-0", "pod-1", Family::V4);
    assert_eq!((before.verdicts.overall, after.verdicts.overall), (Verdict::Reachable, Verdict::Reachable));
    let hop = |result: &FlowResult| {
        let said = result.forward[0].steps.iter().map(|step| step.description.to_string());
        said.filter(|text| text.starts_with("next hop")).collect::<Vec<_>>()
    };
    assert_ne!(hop(&before), hop(&after));
    assert_eq!(hop(&after), [format!("next hop 10.224.0.99 is {}", nodes[1])]);

    let gone = state.allocations.get(&allocation("pod-1")).unwrap().addresses.first().unwrap().address;
    run(&mut state, Command::DeleteNodes(vec![Delete::forced(nodes[1].clone())]));
    let from = EndpointRef::Allocation(allocation("pod-0"));
    let result = trace(&state, &flow(from, EndpointRef::Address(gone), Family::V4)).unwrap();
    let cause = result.cause.unwrap();
    assert_eq!(cause.cause, Cause::Drop(DropCause::RouteNone));
    assert_eq!(cause.remediation, format!("no node has the block of {gone}; check the address"));
}

//! Which state of the domain does a scenario stand for? Built by the domain's own commands, as a server would.

use std::collections::BTreeMap;
use std::net::IpAddr;
use std::time::Duration;

use podnet_core::address::Family;
use podnet_core::command::{
    AllocateSpec, ClusterSpec, NetworkSpec, NodePoolSpec, NodeSpec, Place, ReservationSpec, RouteSpec,
    RouteTableSpec, ServiceSpec, SubnetRouteTable, SubnetSpec, Supersede,
};
use podnet_core::flow::{EndpointRef, Flow, Scope};
use podnet_core::model::{
    Appliance, Endpoint, Gateway, GatewayKind, InboundDistribution, Interface, Machine, NetworkMode, NextHop,
    NodeState, OsType, Outbound, OutboundType, Owner, Peering, PodDataPath, Protocol, ProvisioningTool,
    Purpose, RouteManagement, ServicePort, ServiceType, SessionAffinity, TargetPort, TrafficPolicy,
};
use podnet_core::name::{
    AllocationName, ClusterName, NetworkName, NetworkSecurityGroupName, NodePoolName, ReservationName,
    RouteTableName, Segment, ServiceName, SubnetName,
};
use podnet_core::prefix::Prefix;
use podnet_core::time::Timestamp;
use podnet_core::{Command, Context, Outcome as Decided, Record, Request, State, decide};

use super::{End, Health, Mode, Scenario, Service};
use crate::Outcome;

/// Table of the cluster in kubenet.
pub const CLUSTER_TABLE: &str = "aks";

fn segment(text: &str) -> Outcome<Segment> {
    Ok(Segment::parse(text).map_err(|error| format!("{text}: {error}"))?)
}

fn network() -> Outcome<NetworkName> {
    Ok(NetworkName { network: segment("lab")? })
}

fn cluster() -> Outcome<ClusterName> {
    Ok(ClusterName { cluster: segment("c")? })
}

fn subnet(name: &str) -> Outcome<SubnetName> {
    Ok(SubnetName { network: segment("lab")?, subnet: segment(name)? })
}

fn table(name: &str) -> Outcome<RouteTableName> {
    Ok(RouteTableName { network: segment("lab")?, table: segment(name)? })
}

/// Builds the state.
///
/// # Errors
/// What the domain refuses, and names that are not in the scenario.
pub fn state(scenario: &Scenario) -> Outcome<State> {
    let mut building = Building(State::default());
    scenario.subnets.first().ok_or("a scenario has a subnet")?;
    let prefixes = scenario.subnets.iter().map(|(_, prefix)| *prefix);
    let gateway = (!scenario.on_premises.is_empty())
        .then(|| Gateway { kind: GatewayKind::Vpn, on_premises_prefixes: scenario.on_premises.clone() });
    building.run(Command::CreateNetwork(NetworkSpec {
        name: network()?,
        labels: BTreeMap::new(),
        address_prefixes: prefixes.collect(),
        gateway,
        peerings: peerings(scenario, "lab")?,
    }))?;
    building.others(scenario)?;
    building.all(scenario.filters.early("lab")?)?;
    for (name, prefix) in &scenario.subnets {
        building.run(Command::CreateSubnet(SubnetSpec {
            name: subnet(name)?,
            labels: BTreeMap::new(),
            address_prefixes: vec![*prefix],
            route_table: None,
            service_endpoints: Vec::new(),
            delegation: String::new(),
            cooldown: Duration::ZERO,
            network_security_group: None,
        }))?;
    }
    building.machines(scenario)?;
    building.tables(scenario)?;
    building.cluster(scenario)?;
    if scenario.outbound.kind == "udr" {
        // Such a cluster takes nodes only where a way out is there already.
        building.user_routes(scenario)?;
        building.associate(scenario)?;
    }
    for node in &scenario.nodes {
        let pool = pool_of(scenario, &node.subnet)?;
        if !building.0.node_pools.contains_key(&pool) {
            building.run(Command::CreateNodePool(NodePoolSpec {
                name: pool.clone(),
                labels: BTreeMap::new(),
                subnet: subnet(&node.subnet)?,
                max_pods: Some(10),
                os: OsType::Linux,
                surge: 0,
                network_security_group: None,
            }))?;
        }
        building.run(Command::CreateNodes(vec![NodeSpec {
            name: cluster()?.node(segment(&node.name)?),
            labels: BTreeMap::new(),
            pool,
            uid: node.name.clone(),
            addresses: Vec::new(),
            pod_prefixes: Vec::new(),
            pod_addresses: Vec::new(),
            state: NodeState::Active,
            excluded_from_load_balancers: node.excluded,
            interface: Interface {
                ip_forwarding: (!node.forwards).then_some(false),
                public_addresses: Vec::new(),
            },
        }]))?;
    }
    building.all(scenario.filters.late("lab", &cluster()?, |name| pool_of(scenario, name))?)?;
    for (pod, node) in &scenario.pods {
        building.run(Command::Allocate(vec![AllocateSpec {
            name: AllocationName { cluster: segment("c")?, allocation: segment(pod)? },
            node: segment(node)?,
            owner: Owner {
                namespace: scenario.filters.namespace_of(pod).to_owned(),
                pod: pod.clone(),
                pod_uid: pod.clone(),
                interface: "eth0".to_owned(),
                ..Owner::default()
            },
            requested_addresses: Vec::new(),
            supersede: Supersede::Reject,
            pod_traits: None,
        }]))?;
        building.all(scenario.filters.of_pod(&cluster()?, pod)?)?;
    }
    building.routes(scenario)?;
    for service in &scenario.services {
        building.service(scenario, service)?;
    }
    for node in scenario.nodes.iter().filter(|node| !node.ready) {
        building.run(Command::UpdateNode(podnet_core::command::NodeUpdate {
            name: cluster()?.node(segment(&node.name)?),
            etag: None,
            immutable: Vec::new(),
            labels: None,
            addresses: None,
            state: Some(NodeState::NotReady),
            excluded_from_load_balancers: None,
            ip_forwarding: None,
            public_addresses: None,
        }))?;
    }
    Ok(building.0)
}

/// The pool of the nodes in a subnet.
fn pool_of(scenario: &Scenario, subnet: &str) -> Outcome<NodePoolName> {
    let first = scenario.subnets.first().is_some_and(|(name, _)| name == subnet);
    Ok(NodePoolName { cluster: segment("c")?, pool: segment(if first { "np" } else { subnet })? })
}

/// The network of a subnet.
fn network_of(scenario: &Scenario, subnet: &str) -> Outcome<Segment> {
    let other = scenario.networks.iter().find(|(_, own, _)| own == subnet);
    segment(other.map_or("lab", |(network, ..)| network))
}

fn peerings(scenario: &Scenario, network: &str) -> Outcome<Vec<Peering>> {
    let own = scenario.peerings.iter().filter(|peering| peering.from == network);
    own.map(|peering| -> Outcome<Peering> {
        let remote_prefixes = match peering.to.as_str() {
            "lab" => scenario.subnets.iter().map(|(_, prefix)| *prefix).collect(),
            other => {
                let known = scenario.networks.iter().filter(|(name, ..)| name == other);
                known.map(|(.., prefix)| *prefix).collect()
            }
        };
        Ok(Peering {
            name: format!("to-{}", peering.to),
            remote_network: Some(NetworkName { network: segment(&peering.to)? }),
            remote_prefixes,
            allow_virtual_network_access: peering.access,
            allow_forwarded_traffic: peering.forwarded,
            allow_gateway_transit: peering.transit,
            use_remote_gateways: peering.remote_gateway,
        })
    })
    .collect()
}

struct Building(State);

impl Building {
    fn run(&mut self, command: Command) -> Outcome<()> {
        let revision = self.0.revision.next();
        let time = Timestamp(revision.0);
        let context = Context { now: time, actor: "lab".to_owned() };
        let shown = format!("{command:?}");
        match decide(&self.0, &Request::plain(command), &context) {
            Ok(Decided::Committed(events)) => {
                self.0.apply(&Record { revision, time, actor: "lab".to_owned(), request: None, events });
                Ok(())
            }
            Ok(Decided::Unchanged(_) | Decided::Replayed(_)) => Ok(()),
            Err(refused) => Err(format!("{}: {shown}", refused.message).into()),
        }
    }

    fn all(&mut self, commands: impl IntoIterator<Item = Command>) -> Outcome<()> {
        commands.into_iter().try_for_each(|command| self.run(command))
    }

    /// Networks beside that of the nodes.
    fn others(&mut self, scenario: &Scenario) -> Outcome<()> {
        for (name, subnet, prefix) in &scenario.networks {
            self.run(Command::CreateNetwork(NetworkSpec {
                name: NetworkName { network: segment(name)? },
                labels: BTreeMap::new(),
                address_prefixes: vec![*prefix],
                gateway: None,
                peerings: peerings(scenario, name)?,
            }))?;
            self.run(Command::CreateSubnet(SubnetSpec {
                name: SubnetName { network: segment(name)?, subnet: segment(subnet)? },
                labels: BTreeMap::new(),
                address_prefixes: vec![*prefix],
                route_table: None,
                service_endpoints: Vec::new(),
                delegation: String::new(),
                cooldown: Duration::ZERO,
                network_security_group: None,
            }))?;
        }
        Ok(())
    }

    fn machines(&mut self, scenario: &Scenario) -> Outcome<()> {
        for machine in &scenario.machines {
            let network = network_of(scenario, &machine.subnet)?;
            let group = scenario.filters.of_machine(network.as_str(), &machine.name)?;
            let name = ReservationName {
                network,
                subnet: segment(&machine.subnet)?,
                reservation: segment(&machine.name)?,
            };
            self.reserve((name, group), machine.address, Purpose::VirtualMachine, machine.forwards)?;
        }
        let internal = scenario.services.iter().filter(|service| service.kind == "internal");
        for (service, address) in internal.filter_map(|service| Some((service, service.frontend?))) {
            let own = scenario.subnets.iter().find(|(_, prefix)| prefix.contains(address));
            let own = own.ok_or_else(|| format!("{address} is in no subnet"))?;
            let name = ReservationName {
                network: segment("lab")?,
                subnet: segment(&own.0)?,
                reservation: segment(&service.name)?,
            };
            self.reserve((name, None), address, Purpose::InternalLoadBalancer, None)?;
        }
        Ok(())
    }

    fn reserve(
        &mut self,
        (name, group): (ReservationName, Option<NetworkSecurityGroupName>),
        address: IpAddr,
        purpose: Purpose,
        appliance: Option<Appliance>,
    ) -> Outcome<()> {
        let ip_forwarding = appliance.is_some();
        let appliance = appliance.unwrap_or_default();
        self.run(Command::CreateReservation(ReservationSpec {
            name,
            labels: BTreeMap::new(),
            purpose,
            place: Place::Exact(Prefix::host(address)),
            display_name: String::new(),
            ip_forwarding,
            network_security_group: group,
            machine: Machine { appliance, ..Machine::default() },
        }))
    }

    fn tables(&mut self, scenario: &Scenario) -> Outcome<()> {
        let own = (scenario.mode == Mode::Kubenet).then(|| CLUSTER_TABLE.to_owned());
        let named = scenario.routes.iter().map(|route| route.table.clone());
        let associated = scenario.associations.iter().filter_map(|(_, table)| table.clone());
        let all: std::collections::BTreeSet<String> =
            own.into_iter().chain(named).chain(associated).collect();
        for name in all {
            self.run(Command::CreateRouteTable(RouteTableSpec {
                name: table(&name)?,
                labels: BTreeMap::new(),
                disable_bgp_route_propagation: scenario.unpropagated.contains(&name),
            }))?;
        }
        Ok(())
    }

    fn cluster(&mut self, scenario: &Scenario) -> Outcome<()> {
        let kubenet = scenario.mode == Mode::Kubenet;
        let outbound = &scenario.outbound;
        self.run(Command::CreateCluster(ClusterSpec {
            name: cluster()?,
            labels: BTreeMap::new(),
            network: network()?,
            mode: if kubenet { NetworkMode::Kubenet } else { NetworkMode::AzureCni },
            families: vec![Family::V4],
            pod_prefixes: Vec::new(),
            node_prefix_length_v4: 24,
            node_prefix_length_v6: 64,
            service_prefixes: Vec::new(),
            dns_address: None,
            route_table: if kubenet { Some(table(CLUSTER_TABLE)?) } else { None },
            // The table is as a scenario has it: faults are what podnet itself would not write.
            route_management: if kubenet { RouteManagement::Observed } else { RouteManagement::Managed },
            outbound: Outbound {
                kind: match outbound.kind.as_str() {
                    "load-balancer" => OutboundType::LoadBalancer,
                    "nat-gateway" => OutboundType::NatGateway,
                    "none" => OutboundType::None,
                    "udr" => OutboundType::UserDefinedRouting,
                    other => return Err(format!("{other} is no outbound type").into()),
                },
                addresses: outbound.addresses.clone(),
                allocated_ports: outbound.ports,
            },
            inbound_distribution: match scenario.round_robin {
                true => InboundDistribution::RoundRobin,
                false => InboundDistribution::FiveTupleHash,
            },
            non_masquerade_prefixes: scenario.keep_source.clone(),
            provisioning_tool: ProvisioningTool::Cli,
            cooldown: Duration::ZERO,
            network_policy_engine: scenario.filters.engine,
            pod_data_path: match scenario.mode {
                Mode::Bridge => PodDataPath::Bridge,
                Mode::Kubenet | Mode::Transparent => PodDataPath::Transparent,
            },
        }))
    }

    fn routes(&mut self, scenario: &Scenario) -> Outcome<()> {
        let nodes: Vec<_> = self.0.nodes_of(&cluster()?).cloned().collect();
        let own =
            nodes.iter().filter(|node| !scenario.withheld.iter().any(|name| name == node.name.node.as_str()));
        for node in own {
            let Some((block, address)) = node.pod_prefix(Family::V4).zip(node.address(Family::V4)) else {
                continue;
            };
            let name = node.name.node.as_str();
            self.route(CLUSTER_TABLE, name, block, NextHop::VirtualAppliance(address))?;
        }
        if scenario.outbound.kind != "udr" {
            self.user_routes(scenario)?;
        }
        self.associate(scenario)
    }

    fn user_routes(&mut self, scenario: &Scenario) -> Outcome<()> {
        for route in &scenario.routes {
            let next_hop = match route.next_hop.as_str() {
                "none" => NextHop::None,
                "internet" => NextHop::Internet,
                "vnet" => NextHop::VnetLocal,
                "gateway" => NextHop::VirtualNetworkGateway,
                address => NextHop::VirtualAppliance(address.parse()?),
            };
            self.route(&route.table, &route.name, route.prefix, next_hop)?;
        }
        Ok(())
    }

    fn associate(&mut self, scenario: &Scenario) -> Outcome<()> {
        let nodes = scenario.nodes.iter().map(|node| node.subnet.clone());
        let default = (scenario.mode == Mode::Kubenet).then_some(CLUSTER_TABLE);
        let mut tables: BTreeMap<String, Option<String>> =
            nodes.map(|subnet| (subnet, default.map(ToOwned::to_owned))).collect();
        tables.extend(scenario.associations.iter().cloned());
        for (name, wanted) in tables {
            let wanted = wanted.map(|name| table(&name)).transpose()?;
            self.run(Command::SetSubnetRouteTable(SubnetRouteTable {
                subnet: subnet(&name)?,
                table: wanted,
                etag: None,
            }))?;
        }
        Ok(())
    }

    fn route(&mut self, of: &str, name: &str, prefix: Prefix, next_hop: NextHop) -> Outcome<()> {
        self.run(Command::CreateRoute(RouteSpec {
            name: table(of)?.route(segment(name)?),
            labels: BTreeMap::new(),
            managed_by: String::new(),
            prefix,
            next_hop,
            node: None,
        }))
    }

    fn service(&mut self, scenario: &Scenario, service: &Service) -> Outcome<()> {
        let endpoint = |(pod, health): &(String, Health)| {
            let node = scenario.pods.iter().find(|(name, _)| name == pod).map(|(_, node)| node);
            let node = node.ok_or_else(|| format!("no pod {pod}"))?;
            let name = AllocationName { cluster: segment("c")?, allocation: segment(pod)? };
            let held = self.0.allocations.get(&name).ok_or_else(|| format!("no pod {pod}"))?;
            Ok(Endpoint {
                address: held.addresses.first().ok_or("a pod has an address")?.address,
                node: Some(segment(node)?),
                allocation: Some(segment(pod)?),
                ready: *health == Health::Ready,
                serving: *health != Health::Unready,
                terminating: *health == Health::Terminating,
                ports: Vec::new(),
            })
        };
        let endpoints = service.endpoints.iter().map(endpoint).collect::<Outcome<_>>()?;
        let policy = |local: bool| if local { TrafficPolicy::Local } else { TrafficPolicy::Cluster };
        let [port, target, node_port] = service.ports;
        let kind = match service.kind.as_str() {
            "cluster-ip" => ServiceType::ClusterIp,
            "node-port" => ServiceType::NodePort,
            "load-balancer" | "internal" => ServiceType::LoadBalancer,
            other => return Err(format!("{other} is no kind of service").into()),
        };
        self.run(Command::CreateService(ServiceSpec {
            name: ServiceName {
                cluster: segment("c")?,
                namespace: segment("default")?,
                service: segment(&service.name)?,
            },
            labels: BTreeMap::new(),
            kind,
            cluster_addresses: vec![service.address],
            load_balancer_addresses: service.frontend.into_iter().collect(),
            internal: service.kind == "internal",
            floating_ip: !service.rewrites,
            ports: vec![ServicePort {
                name: "main".to_owned(),
                protocol: if service.udp { Protocol::Udp } else { Protocol::Tcp },
                port,
                target_port: TargetPort::Number(target),
                node_port: if kind == ServiceType::ClusterIp { 0 } else { node_port },
            }],
            external_traffic_policy: policy(service.external_local),
            internal_traffic_policy: policy(service.internal_local),
            session_affinity: match service.affinity {
                true => SessionAffinity::ClientIp(Duration::from_secs(10_800)),
                false => SessionAffinity::None,
            },
            health_check_node_port: 0,
            load_balancer_source_ranges: service.ranges.clone(),
            endpoints,
        }))
    }
}

/// The flow as the tracer is asked.
///
/// # Errors
/// A name that can't be one.
pub fn flow(flow: &super::Flow, source_port: Option<u16>) -> Outcome<Flow> {
    let end = |end: &End| -> Outcome<EndpointRef> {
        Ok(match end {
            End::Pod(name) => {
                EndpointRef::Allocation(AllocationName { cluster: segment("c")?, allocation: segment(name)? })
            }
            End::Node(name) => EndpointRef::Node(cluster()?.node(segment(name)?)),
            // Names of machines are unique in a scenario; the subnet is found by the caller's state.
            End::Machine(name) => return Err(format!("vm:{name} must be resolved").into()),
            End::Address(address) => EndpointRef::Address(*address),
        })
    };
    Ok(Flow {
        scope: Scope::Cluster(cluster()?),
        source: end(&flow.source)?,
        destination: end(&flow.destination)?,
        protocol: match flow.protocol {
            super::Protocol::Tcp => Protocol::Tcp,
            super::Protocol::Udp => Protocol::Udp,
            super::Protocol::Icmp => Protocol::Icmp,
        },
        source_port,
        destination_port: Some(flow.port),
        family: None,
        one_way: false,
        concurrent_flows: 0,
    })
}

/// The flow with machines named by their address, which no two of a scenario share.
pub fn by_address(scenario: &Scenario, flow: &super::Flow) -> super::Flow {
    let resolve = |end: &End| match end {
        End::Machine(name) => {
            let found = scenario.machines.iter().find(|machine| machine.name == *name);
            found.map_or_else(|| end.clone(), |machine| End::Address(machine.address))
        }
        End::Pod(_) | End::Node(_) | End::Address(_) => end.clone(),
    };
    super::Flow { source: resolve(&flow.source), destination: resolve(&flow.destination), ..flow.clone() }
}

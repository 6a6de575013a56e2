//! Any legal record, from any bytes: the generators of the tests.
//!
//! A [`Dice`] reads a string of bytes as choices, so that one generator serves property tests (which shrink the bytes)
//! and fuzzing. When the bytes are spent, every choice is the first, so a record is always finite.

use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

use podnet_core::address::{Family, address_of};
use podnet_core::address_runs::AddressRuns;
use podnet_core::event::{Change, Event, Record, ReleaseCause, RequestMark};
use podnet_core::meta::{Labels, Meta, Revision};
use podnet_core::model::*;
use podnet_core::name::*;
use podnet_core::pool::PoolKey;
use podnet_core::prefix::Prefix;
use podnet_core::time::Timestamp;

pub(crate) struct Dice<'a>(std::slice::Iter<'a, u8>);

impl<'a> Dice<'a> {
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        Self(bytes.iter())
    }

    pub(crate) fn byte(&mut self) -> u8 {
        self.0.next().copied().unwrap_or(0)
    }

    pub(crate) fn bool(&mut self) -> bool {
        self.byte() % 2 == 1
    }

    /// A number of any size; small ones are as likely as large ones.
    pub(crate) fn number(&mut self) -> u128 {
        let length = self.byte() % 17;
        (0..length).fold(0, |number, _| (number << 8) | u128::from(self.byte()))
    }

    fn u64(&mut self) -> u64 {
        self.number() as u64
    }

    fn u32(&mut self) -> u32 {
        self.number() as u32
    }

    fn u16(&mut self) -> u16 {
        self.number() as u16
    }

    pub(crate) fn pick<T: Clone>(&mut self, values: &[T]) -> T {
        values[usize::from(self.byte()) % values.len()].clone()
    }

    fn list<T>(&mut self, each: impl Fn(&mut Self) -> T) -> Vec<T> {
        (0..self.byte() % 4).map(|_| each(self)).collect()
    }

    fn option<T>(&mut self, each: impl Fn(&mut Self) -> T) -> Option<T> {
        self.bool().then(|| each(self))
    }

    fn text(&mut self) -> String {
        self.pick(&[
            "",
            "eth0",
            "net1",
            "a longer text, with blanks and ü",
            "6f9619ff-8b86-d011-b42d-00c04fc964ff",
            "6F9619FF-8B86-D011-B42D-00C04FC964FF",
            "4f2a9c",
        ])
        .to_owned()
    }

    fn segment(&mut self) -> Segment {
        let text = self.pick(&["a", "b-1", "B.2", "4f2a9c-eth0", "6f9619ff-8b86-d011-b42d-00c04fc964ff"]);
        Segment::parse(text).unwrap()
    }

    fn family(&mut self) -> Family {
        self.pick(&[Family::V4, Family::V6])
    }

    fn address(&mut self) -> IpAddr {
        let family = self.family();
        address_of(family, self.number())
    }

    fn prefix(&mut self) -> Prefix {
        let address = self.address();
        let length = self.byte() % (Family::of(address).bits() + 1);
        Prefix::containing(address, length).unwrap()
    }

    fn duration(&mut self) -> Duration {
        Duration::from_nanos(self.u64())
    }

    fn time(&mut self) -> Timestamp {
        Timestamp(self.u64())
    }

    fn revision(&mut self) -> Revision {
        Revision(self.u64())
    }

    fn meta(&mut self) -> Meta {
        Meta {
            created_revision: self.revision(),
            revision: self.revision(),
            create_time: self.time(),
            update_time: self.time(),
            labels: self.list(|d| (d.text(), d.text())).into_iter().collect::<Labels>(),
            managed_by: self.text(),
        }
    }

    fn network_name(&mut self) -> NetworkName {
        NetworkName { network: self.segment() }
    }

    fn subnet_name(&mut self) -> SubnetName {
        SubnetName { network: self.segment(), subnet: self.segment() }
    }

    fn reservation_name(&mut self) -> ReservationName {
        ReservationName { network: self.segment(), subnet: self.segment(), reservation: self.segment() }
    }

    fn table_name(&mut self) -> RouteTableName {
        RouteTableName { network: self.segment(), table: self.segment() }
    }

    fn cluster_name(&mut self) -> ClusterName {
        ClusterName { cluster: self.segment() }
    }

    fn pool_name(&mut self) -> NodePoolName {
        NodePoolName { cluster: self.segment(), pool: self.segment() }
    }

    fn node_name(&mut self) -> NodeName {
        NodeName { cluster: self.segment(), node: self.segment() }
    }

    fn allocation_name(&mut self) -> AllocationName {
        AllocationName { cluster: self.segment(), allocation: self.segment() }
    }

    fn network(&mut self) -> Network {
        Network {
            name: self.network_name(),
            meta: self.meta(),
            address_prefixes: self.list(Self::prefix),
            gateway: self.option(|d| Gateway {
                kind: d.pick(&[GatewayKind::Vpn, GatewayKind::ExpressRoute]),
                on_premises_prefixes: d.list(Self::prefix),
            }),
            peerings: self.list(|d| Peering {
                name: d.text(),
                remote_network: d.option(Self::network_name),
                remote_prefixes: d.list(Self::prefix),
                allow_virtual_network_access: d.bool(),
                allow_forwarded_traffic: d.bool(),
                allow_gateway_transit: d.bool(),
                use_remote_gateways: d.bool(),
            }),
        }
    }

    fn subnet(&mut self) -> Subnet {
        Subnet {
            network_security_group: self.option(Self::group_name),
            name: self.subnet_name(),
            meta: self.meta(),
            address_prefixes: self.list(Self::prefix),
            route_table: self.option(Self::table_name),
            service_endpoints: self.list(Self::text),
            delegation: self.text(),
            cooldown: self.duration(),
        }
    }

    fn reservation(&mut self) -> Reservation {
        Reservation {
            network_security_group: self.option(Self::group_name),
            name: self.reservation_name(),
            meta: self.meta(),
            purpose: self.pick(&[
                Purpose::VirtualMachine,
                Purpose::InternalLoadBalancer,
                Purpose::PrivateEndpoint,
                Purpose::Other,
            ]),
            prefix: self.prefix(),
            display_name: self.text(),
            ip_forwarding: self.bool(),
            machine: Machine {
                stopped: self.bool(),
                appliance: self.pick(&[
                    Appliance::Unknown,
                    Appliance::Router,
                    Appliance::Firewall,
                    Appliance::SourceNat,
                ]),
                public_addresses: self.list(Self::address),
            },
        }
    }

    fn route_table(&mut self) -> RouteTable {
        RouteTable { name: self.table_name(), meta: self.meta(), disable_bgp_route_propagation: self.bool() }
    }

    fn route(&mut self) -> Route {
        let appliance = NextHop::VirtualAppliance(self.address());
        Route {
            name: self.table_name().route(self.segment()),
            meta: self.meta(),
            prefix: self.prefix(),
            next_hop: self.pick(&[
                NextHop::VnetLocal,
                appliance,
                NextHop::VirtualNetworkGateway,
                NextHop::Internet,
                NextHop::None,
            ]),
            node: self.option(Self::node_name),
        }
    }

    fn cluster(&mut self) -> Cluster {
        Cluster {
            network_policy_engine: self.pick(&[
                NetworkPolicyEngine::None,
                NetworkPolicyEngine::AzureNpm,
                NetworkPolicyEngine::Calico,
                NetworkPolicyEngine::Cilium,
            ]),
            name: self.cluster_name(),
            meta: self.meta(),
            network: self.network_name(),
            mode: self.pick(&[NetworkMode::Kubenet, NetworkMode::AzureCni]),
            families: self.list(Self::family),
            pod_prefixes: self.list(Self::prefix),
            node_prefix_length_v4: self.byte(),
            node_prefix_length_v6: self.byte(),
            service_prefixes: self.list(Self::prefix),
            dns_address: self.address(),
            route_table: self.option(Self::table_name),
            route_management: self.pick(&[RouteManagement::Managed, RouteManagement::Observed]),
            outbound: Outbound {
                kind: self.pick(&[
                    OutboundType::LoadBalancer,
                    OutboundType::UserDefinedRouting,
                    OutboundType::NatGateway,
                    OutboundType::None,
                ]),
                addresses: self.list(Self::address),
                allocated_ports: self.u32(),
            },
            inbound_distribution: self
                .pick(&[InboundDistribution::FiveTupleHash, InboundDistribution::RoundRobin]),
            non_masquerade_prefixes: self.option(|d| d.list(Self::prefix)),
            provisioning_tool: self.pick(&[
                ProvisioningTool::Portal,
                ProvisioningTool::Cli,
                ProvisioningTool::Arm,
            ]),
            cooldown: self.duration(),
            pod_data_path: self.pick(&[PodDataPath::Transparent, PodDataPath::Bridge]),
        }
    }

    fn node_pool(&mut self) -> NodePool {
        NodePool {
            network_security_group: self.option(Self::group_name),
            name: self.pool_name(),
            meta: self.meta(),
            subnet: self.subnet_name(),
            max_pods: self.u32(),
            os: self.pick(&[OsType::Linux, OsType::Windows]),
            surge: self.u32(),
            next_instance: self.u64(),
        }
    }

    /// Runs of addresses and single ones, rising and not.
    fn runs(&mut self) -> AddressRuns {
        let runs = self.list(|d| (d.family(), d.number() % (u128::from(u32::MAX) - 300), d.byte()));
        let run =
            |(family, first, more)| (0..=u128::from(more)).map(move |step| address_of(family, first + step));
        runs.into_iter().flat_map(run).collect()
    }

    fn node(&mut self) -> Node {
        Node {
            name: self.node_name(),
            meta: self.meta(),
            pool: self.pool_name(),
            uid: self.text(),
            addresses: self.list(Self::address),
            pod_prefixes: self.list(Self::prefix),
            pod_addresses: self.runs(),
            max_pods: self.u32(),
            state: self.pick(&[NodeState::Active, NodeState::Cordoned, NodeState::NotReady]),
            excluded_from_load_balancers: self.bool(),
            interface: Interface {
                ip_forwarding: self.pick(&[None, Some(false), Some(true)]),
                public_addresses: self.list(Self::address),
            },
        }
    }

    fn service(&mut self) -> Service {
        let policies = [TrafficPolicy::Cluster, TrafficPolicy::Local];
        let sticky = SessionAffinity::ClientIp(self.duration());
        Service {
            name: ServiceName { cluster: self.segment(), namespace: self.segment(), service: self.segment() },
            meta: self.meta(),
            kind: self.pick(&[ServiceType::ClusterIp, ServiceType::NodePort, ServiceType::LoadBalancer]),
            cluster_addresses: self.list(Self::address),
            load_balancer_addresses: self.list(Self::address),
            internal: self.bool(),
            floating_ip: self.bool(),
            ports: self.list(|d| ServicePort {
                name: d.text(),
                protocol: d.pick(&[Protocol::Tcp, Protocol::Udp, Protocol::Sctp, Protocol::Icmp]),
                port: d.u16(),
                target_port: if d.bool() { TargetPort::Number(d.u16()) } else { TargetPort::Name(d.text()) },
                node_port: d.u16(),
            }),
            external_traffic_policy: self.pick(&policies),
            internal_traffic_policy: self.pick(&policies),
            session_affinity: self.pick(&[SessionAffinity::None, sticky]),
            health_check_node_port: self.u16(),
            load_balancer_source_ranges: self.list(Self::prefix),
            endpoints: self.list(|d| Endpoint {
                address: d.address(),
                node: d.option(Self::segment),
                allocation: d.option(Self::segment),
                ready: d.bool(),
                serving: d.bool(),
                terminating: d.bool(),
                ports: d.list(|d| (d.text(), d.u16())),
            }),
        }
    }

    fn owner(&mut self, name: &AllocationName) -> KeptOwner {
        let owner = Owner {
            namespace: self.text(),
            pod: self.text(),
            pod_uid: self.text(),
            container_id: self.text(),
            interface: self.text(),
        };
        KeptOwner::new(&name.allocation, owner.texts())
    }

    fn allocation(&mut self) -> Allocation {
        let name = self.allocation_name();
        let held = self.list(|d| AllocatedAddress {
            address: d.address(),
            prefix_length: d.byte(),
            gateway: d.address(),
        });
        let requested: Vec<_> = held.iter().map(|held| held.address).filter(|_| self.bool()).collect();
        Allocation {
            pod_traits: self.option(|d| Arc::new(d.pod_traits())),
            node: self.segment(),
            addresses: AllocatedAddresses::new(held, requested),
            owner: self.owner(&name),
            name,
            created_revision: self.revision(),
            revision: self.revision(),
            create_time: self.time(),
        }
    }

    fn group_name(&mut self) -> NetworkSecurityGroupName {
        NetworkSecurityGroupName { network: self.segment(), group: self.segment() }
    }

    fn protocol(&mut self) -> Protocol {
        self.pick(&[Protocol::Tcp, Protocol::Udp, Protocol::Sctp, Protocol::Icmp])
    }

    fn labels(&mut self) -> Labels {
        self.list(|d| (d.text(), d.text())).into_iter().collect()
    }

    fn pod_traits(&mut self) -> PodTraits {
        let port = |d: &mut Self| PodPort { name: d.text(), port: d.u16(), protocol: d.protocol() };
        PodTraits { labels: self.labels(), ports: self.list(port) }
    }

    fn span(&mut self) -> PortSpan {
        let (first, last) = (self.u16(), self.u16());
        PortSpan { first: first.min(last), last: first.max(last) }
    }

    fn address_selector(&mut self) -> AddressSelector {
        let tag = self.pick(&["VirtualNetwork", "AzureLoadBalancer", "Internet", "Storage.WestEurope"]);
        if self.bool() {
            AddressSelector::Prefix(self.prefix())
        } else {
            AddressSelector::Tag(ServiceTag::parse(tag))
        }
    }

    fn network_security_group(&mut self) -> NetworkSecurityGroup {
        NetworkSecurityGroup {
            name: self.group_name(),
            meta: self.meta(),
            rules: self.list(|d| SecurityRule {
                name: d.text(),
                priority: d.u16(),
                direction: d.pick(&[TrafficDirection::Inbound, TrafficDirection::Outbound]),
                access: d.pick(&[Access::Allow, Access::Deny]),
                protocol: d.option(Self::protocol),
                sources: d.list(Self::address_selector),
                destinations: d.list(Self::address_selector),
                source_ports: d.list(Self::span),
                destination_ports: d.list(Self::span),
                description: d.text(),
            }),
            cluster: self.option(Self::cluster_name),
        }
    }

    fn namespace(&mut self) -> Namespace {
        let name = NamespaceName { cluster: self.segment(), namespace: self.segment() };
        Namespace { name, meta: self.meta() }
    }

    fn selector(&mut self) -> LabelSelector {
        let values = |d: &mut Self| d.list(Self::text).into_iter().collect();
        LabelSelector {
            labels: self.labels(),
            requirements: self.list(|d| {
                let requirement = match d.byte() % 4 {
                    0 => Requirement::In(values(d)),
                    1 => Requirement::NotIn(values(d)),
                    2 => Requirement::Exists,
                    _ => Requirement::DoesNotExist,
                };
                (d.text(), requirement)
            }),
        }
    }

    fn policy_rule(&mut self) -> PolicyRule {
        PolicyRule {
            peers: self.list(|d| {
                if d.bool() {
                    PolicyPeer::IpBlock { prefix: d.prefix(), except: d.list(Self::prefix) }
                } else {
                    PolicyPeer::Pods { pods: d.option(Self::selector), namespaces: d.option(Self::selector) }
                }
            }),
            ports: self.list(|d| PolicyPort {
                protocol: d.protocol(),
                ports: match d.byte() % 3 {
                    0 => PolicyPorts::Any,
                    1 => PolicyPorts::Numbers(d.span()),
                    _ => PolicyPorts::Name(d.text()),
                },
            }),
        }
    }

    fn network_policy(&mut self) -> NetworkPolicy {
        let name =
            NetworkPolicyName { cluster: self.segment(), namespace: self.segment(), policy: self.segment() };
        NetworkPolicy {
            name,
            meta: self.meta(),
            pod_selector: self.selector(),
            ingress: self.option(|d| d.list(Self::policy_rule)),
            egress: self.option(|d| d.list(Self::policy_rule)),
        }
    }

    fn tombstone(&mut self) -> Tombstone {
        Tombstone { released: self.time(), single_use: self.bool(), until: self.time() }
    }

    fn pool_key(&mut self) -> PoolKey {
        let family = self.family();
        match self.byte() % 4 {
            0 => PoolKey::Subnet(self.subnet_name(), family),
            1 => PoolKey::PodBlocks(self.cluster_name(), family),
            2 => PoolKey::NodeBlock(self.node_name(), family),
            _ => PoolKey::NodeAddresses(self.node_name(), family),
        }
    }

    fn change<T>(&mut self, body: T) -> Change<T> {
        match self.byte() % 3 {
            0 => Change::Created(body),
            1 => Change::Updated(body),
            _ => Change::Deleted(body),
        }
    }

    /// Any event.
    pub(crate) fn event(&mut self) -> Event {
        macro_rules! changed {
            ($variant:ident, $body:ident) => {{
                let body = self.$body();
                Event::$variant(self.change(body))
            }};
        }
        match self.byte() % 21 {
            0 => Event::AllocationCreated(Arc::new(self.allocation())),
            1 => changed!(Network, network),
            2 => changed!(Subnet, subnet),
            3 => changed!(Reservation, reservation),
            4 => changed!(RouteTable, route_table),
            5 => changed!(Route, route),
            6 => changed!(Cluster, cluster),
            7 => changed!(NodePool, node_pool),
            8 => changed!(Node, node),
            9 => changed!(Service, service),
            10 => Event::AllocationConfirmed(Arc::new(self.allocation())),
            11 => Event::ReleaseConfirmed { name: self.allocation_name() },
            12 => Event::AllocationMoved {
                allocation: Arc::new(self.allocation()),
                superseded: self.segment(),
                tombstone: self.tombstone(),
            },
            13 => Event::AllocationReleased {
                allocation: Arc::new(self.allocation()),
                reusable: self.time(),
                tombstone: self.tombstone(),
                cause: self.pick(&[
                    ReleaseCause::Released,
                    ReleaseCause::Superseded,
                    ReleaseCause::Swept,
                    ReleaseCause::NodeLeft,
                ]),
            },
            14 => Event::AttachmentTombstoned { name: self.allocation_name(), tombstone: self.tombstone() },
            15 => Event::SweepObserved {
                node: self.node_name(),
                observed: self.time(),
                suspects: self.list(Self::segment),
            },
            16 => changed!(NetworkSecurityGroup, network_security_group),
            17 => changed!(Namespace, namespace),
            18 => changed!(NetworkPolicy, network_policy),
            19 => Event::AllocationUpdated(Arc::new(self.allocation())),
            _ => Event::TimeAdvanced { thawed: self.list(|d| (d.pool_key(), d.number())) },
        }
    }

    /// Any record.
    pub(crate) fn record(&mut self) -> Record {
        Record {
            revision: self.revision(),
            time: self.time(),
            actor: self.text(),
            request: self.option(|d| RequestMark {
                id: d.text(),
                fingerprint: d.u64(),
                answer: d.text().into_bytes(),
            }),
            events: self.list(Self::event),
        }
    }
}

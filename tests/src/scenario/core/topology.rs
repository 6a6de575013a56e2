//! Which command about networks, clusters, pools and nodes is a step?

use std::collections::BTreeMap;

use podnet_core::command::{
    ClusterSpec, ClusterUpdate, Command, NetworkSpec, NetworkUpdate, NodePoolSpec, NodePoolUpdate, NodeSpec,
    NodeUpdate, Scale, SubnetSpec, SubnetUpdate,
};
use podnet_core::limits;
use podnet_core::model::{
    Gateway, GatewayKind, InboundDistribution, Interface, NetworkMode, NetworkPolicyEngine, NodeState,
    OsType, Outbound, OutboundType, Peering, PodDataPath, ProvisioningTool, RouteManagement,
};
use podnet_core::name::{
    ClusterName, NetworkName, NetworkSecurityGroupName, NodeName, NodePoolName, RouteTableName, SubnetName,
};

use super::CoreWorld;
use super::command::{delete, families};
use super::parse::{address, addresses, name, prefixes, word};
use crate::scenario::step::{Step, Verb};

/// Fields that a step wants to change and that can't change.
pub(super) fn immutable(step: &Step, fields: &[(&str, &'static str)]) -> Vec<&'static str> {
    fields.iter().filter(|(option, _)| step.has(option)).map(|(_, field)| *field).collect()
}

impl CoreWorld {
    /// The command of a step about the topology.
    pub(super) fn topology_command(&self, step: &Step) -> Result<Command, String> {
        let word0 = step.word(0)?;
        Ok(match step.verb {
            Verb::CreateNetwork => Command::CreateNetwork(network(step)?),
            Verb::UpdateNetwork => {
                let name = name("network", word0, NetworkName::parse)?;
                Command::UpdateNetwork(NetworkUpdate {
                    etag: self.etag_in(step, self.state.networks.get(&name).map(AsRef::as_ref)),
                    name,
                    labels: None,
                    address_prefixes: step
                        .has("prefixes")
                        .then(|| prefixes(&step.list("prefixes")))
                        .transpose()?,
                    gateway: None,
                    peerings: None,
                })
            }
            Verb::DeleteNetwork => {
                let name = name("network", word0, NetworkName::parse)?;
                let etag = self.etag_in(step, self.state.networks.get(&name).map(AsRef::as_ref));
                Command::DeleteNetwork(delete(step, name, etag))
            }
            Verb::CreateSubnet => Command::CreateSubnet(SubnetSpec {
                network_security_group: group(step.text("nsg"))?,
                name: name("subnet", word0, SubnetName::parse)?,
                labels: BTreeMap::new(),
                address_prefixes: prefixes(&step.list("prefixes"))?,
                route_table: step
                    .text("table")
                    .map(|t| name("table", t, RouteTableName::parse))
                    .transpose()?,
                service_endpoints: Vec::new(),
                delegation: step.text_or("delegation", "").to_owned(),
                cooldown: step.duration("cooldown")?.unwrap_or(limits::COOLDOWN_DEFAULT),
            }),
            Verb::UpdateSubnet => {
                let name = name("subnet", word0, SubnetName::parse)?;
                Command::UpdateSubnet(SubnetUpdate {
                    network_security_group: step
                        .text("nsg")
                        .map(|text| group((text != "none").then_some(text)))
                        .transpose()?,
                    etag: self.etag_in(step, self.state.subnets.get(&name).map(AsRef::as_ref)),
                    name,
                    immutable: immutable(step, &[("prefixes", "address_prefixes")]),
                    labels: None,
                    service_endpoints: None,
                    delegation: step.text("delegation").map(str::to_owned),
                    cooldown: step.duration("cooldown")?,
                })
            }
            Verb::DeleteSubnet => {
                let name = name("subnet", word0, SubnetName::parse)?;
                let etag = self.etag_in(step, self.state.subnets.get(&name).map(AsRef::as_ref));
                Command::DeleteSubnet(delete(step, name, etag))
            }
            Verb::CreateCluster => Command::CreateCluster(cluster(step)?),
            Verb::UpdateCluster => {
                let name = name("cluster", word0, ClusterName::parse)?;
                let before = self.state.clusters.get(&name);
                Command::UpdateCluster(ClusterUpdate {
                    network_policy_engine: None,
                    etag: self.etag_in(step, before.map(AsRef::as_ref)),
                    immutable: immutable(
                        step,
                        &[
                            ("mode", "network_mode"),
                            ("pods", "pod_prefixes"),
                            ("services", "service_prefixes"),
                            ("node-length", "node_prefix_length_ipv4"),
                        ],
                    ),
                    name,
                    labels: None,
                    route_management: step.text("routes").map(route_management).transpose()?,
                    outbound: step.has("outbound").then(|| outbound(step)).transpose()?,
                    inbound_distribution: None,
                    non_masquerade_prefixes: None,
                    cooldown: step.duration("cooldown")?,
                    pod_data_path: None,
                })
            }
            Verb::DeleteCluster => {
                let name = name("cluster", word0, ClusterName::parse)?;
                let etag = self.etag_in(step, self.state.clusters.get(&name).map(AsRef::as_ref));
                Command::DeleteCluster(delete(step, name, etag))
            }
            _ => self.node_command(step)?,
        })
    }

    fn node_command(&self, step: &Step) -> Result<Command, String> {
        let word0 = step.word(0)?;
        let in_cluster = |id: &&str| name("node", &format!("{word0}/{id}"), NodeName::parse);
        Ok(match step.verb {
            Verb::CreatePool => Command::CreateNodePool(NodePoolSpec {
                network_security_group: None,
                name: name("pool", word0, NodePoolName::parse)?,
                labels: BTreeMap::new(),
                subnet: name("subnet", step.needed("subnet")?, SubnetName::parse)?,
                max_pods: step.number("max-pods")?,
                os: word(
                    step.text_or("os", "linux"),
                    &[("linux", OsType::Linux), ("windows", OsType::Windows)],
                )?,
                surge: step.number("surge")?.unwrap_or(1),
            }),
            Verb::UpdatePool => {
                let name = name("pool", word0, NodePoolName::parse)?;
                Command::UpdateNodePool(NodePoolUpdate {
                    network_security_group: None,
                    etag: self.etag_in(step, self.state.node_pools.get(&name).map(AsRef::as_ref)),
                    name,
                    immutable: immutable(step, &[("max-pods", "max_pods"), ("subnet", "subnet")]),
                    labels: None,
                    surge: step.number("surge")?,
                })
            }
            Verb::DeletePool => {
                let name = name("pool", word0, NodePoolName::parse)?;
                let etag = self.etag_in(step, self.state.node_pools.get(&name).map(AsRef::as_ref));
                Command::DeleteNodePool(delete(step, name, etag))
            }
            Verb::CreateNode => {
                Command::CreateNodes(vec![node(step, name("node", word0, NodeName::parse)?)?])
            }
            Verb::CreateNodes => {
                let nodes = step.list("names");
                let nodes = nodes.iter().map(|id| node(step, in_cluster(id)?));
                Command::CreateNodes(nodes.collect::<Result<_, String>>()?)
            }
            Verb::UpdateNode => {
                let name = name("node", word0, NodeName::parse)?;
                Command::UpdateNode(NodeUpdate {
                    etag: self.etag_in(step, self.state.nodes.get(&name).map(AsRef::as_ref)),
                    name,
                    immutable: immutable(step, &[("pods", "pod_prefixes")]),
                    labels: None,
                    addresses: step
                        .has("addresses")
                        .then(|| addresses(&step.list("addresses")))
                        .transpose()?,
                    state: step.text("state").map(node_state).transpose()?,
                    excluded_from_load_balancers: None,
                    ip_forwarding: None,
                    public_addresses: None,
                })
            }
            Verb::DeleteNode => {
                let name = name("node", word0, NodeName::parse)?;
                let etag = self.etag_in(step, self.state.nodes.get(&name).map(AsRef::as_ref));
                Command::DeleteNodes(vec![delete(step, name, etag)])
            }
            Verb::DeleteNodes => {
                let deletes = step.list("names");
                let deletes = deletes.iter().map(|id| Ok(delete(step, in_cluster(id)?, None)));
                Command::DeleteNodes(deletes.collect::<Result<_, String>>()?)
            }
            Verb::Scale => {
                let pool = name("pool", word0, NodePoolName::parse)?;
                Command::ScaleNodePool(Scale {
                    etag: self.etag_in(step, self.state.node_pools.get(&pool).map(AsRef::as_ref)),
                    pool,
                    node_count: step.number("count")?.ok_or("`count` is missing")?,
                    force: step.has("force"),
                })
            }
            _ => return Err("this step is no command".to_owned()),
        })
    }
}

fn network(step: &Step) -> Result<NetworkSpec, String> {
    let on_premises_prefixes = prefixes(&step.list("on-premises"))?;
    let kinds = [("vpn", GatewayKind::Vpn), ("expressroute", GatewayKind::ExpressRoute)];
    let gateway = step.text("gateway").map(|text| word(text, &kinds)).transpose()?;
    let peering = |text: &&str| {
        let (peer, remote) = text.split_once('>').ok_or("write peering=name>prefix")?;
        Ok(Peering {
            name: peer.to_owned(),
            remote_network: None,
            remote_prefixes: prefixes(&[remote])?,
            allow_virtual_network_access: true,
            allow_forwarded_traffic: false,
            allow_gateway_transit: false,
            use_remote_gateways: false,
        })
    };
    Ok(NetworkSpec {
        name: name("network", step.word(0)?, NetworkName::parse)?,
        labels: BTreeMap::new(),
        address_prefixes: prefixes(&step.list("prefixes"))?,
        gateway: gateway.map(|kind| Gateway { kind, on_premises_prefixes }),
        peerings: step.list("peering").iter().map(peering).collect::<Result<_, String>>()?,
    })
}

fn cluster(step: &Step) -> Result<ClusterSpec, String> {
    let tools = [
        ("portal", ProvisioningTool::Portal),
        ("cli", ProvisioningTool::Cli),
        ("arm", ProvisioningTool::Arm),
    ];
    let modes = [("kubenet", NetworkMode::Kubenet), ("azure-cni", NetworkMode::AzureCni)];
    let distributions =
        [("hash", InboundDistribution::FiveTupleHash), ("round-robin", InboundDistribution::RoundRobin)];
    let data_paths = [("transparent", PodDataPath::Transparent), ("bridge", PodDataPath::Bridge)];
    Ok(ClusterSpec {
        network_policy_engine: word(
            step.text_or("policy-engine", "none"),
            &[
                ("none", NetworkPolicyEngine::None),
                ("azure-npm", NetworkPolicyEngine::AzureNpm),
                ("calico", NetworkPolicyEngine::Calico),
                ("cilium", NetworkPolicyEngine::Cilium),
            ],
        )?,
        name: name("cluster", step.word(0)?, ClusterName::parse)?,
        labels: BTreeMap::new(),
        network: name("network", step.needed("network")?, NetworkName::parse)?,
        mode: word(step.text_or("mode", "kubenet"), &modes)?,
        families: families(step)?,
        pod_prefixes: prefixes(&step.list("pods"))?,
        node_prefix_length_v4: step.number("node-length")?.unwrap_or(limits::NODE_PREFIX_LENGTH_V4),
        node_prefix_length_v6: limits::NODE_PREFIX_LENGTH_V6,
        service_prefixes: prefixes(&step.list("services"))?,
        dns_address: step.text("dns").map(address).transpose()?,
        route_table: step.text("table").map(|t| name("table", t, RouteTableName::parse)).transpose()?,
        route_management: route_management(step.text_or("routes", "managed"))?,
        outbound: outbound(step)?,
        inbound_distribution: word(step.text_or("inbound", "hash"), &distributions)?,
        non_masquerade_prefixes: step
            .has("non-masquerade")
            .then(|| prefixes(&step.list("non-masquerade")))
            .transpose()?,
        provisioning_tool: word(step.text_or("tool", "cli"), &tools)?,
        cooldown: step.duration("cooldown")?.unwrap_or(limits::COOLDOWN_DEFAULT),
        pod_data_path: word(step.text_or("data-path", "transparent"), &data_paths)?,
    })
}

fn group(text: Option<&str>) -> Result<Option<NetworkSecurityGroupName>, String> {
    text.map(|text| name("nsg", text, NetworkSecurityGroupName::parse)).transpose()
}

fn outbound(step: &Step) -> Result<Outbound, String> {
    let kinds = [
        ("load-balancer", OutboundType::LoadBalancer),
        ("user-defined", OutboundType::UserDefinedRouting),
        ("nat-gateway", OutboundType::NatGateway),
        ("none", OutboundType::None),
    ];
    Ok(Outbound {
        kind: word(step.text_or("outbound", "load-balancer"), &kinds)?,
        addresses: addresses(&step.list("outbound-addresses"))?,
        allocated_ports: step.number("outbound-ports")?.unwrap_or(0),
    })
}

fn route_management(text: &str) -> Result<RouteManagement, String> {
    word(text, &[("managed", RouteManagement::Managed), ("observed", RouteManagement::Observed)])
}

fn node_state(text: &str) -> Result<NodeState, String> {
    let states =
        [("ready", NodeState::Active), ("cordoned", NodeState::Cordoned), ("not-ready", NodeState::NotReady)];
    word(text, &states)
}

fn node(step: &Step, node: NodeName) -> Result<NodeSpec, String> {
    let pool = format!("{}/{}", node.cluster, step.needed("pool")?);
    Ok(NodeSpec {
        name: node,
        labels: BTreeMap::new(),
        pool: name("pool", &pool, NodePoolName::parse)?,
        uid: step.text_or("uid", "").to_owned(),
        addresses: addresses(&step.list("addresses"))?,
        pod_prefixes: prefixes(&step.list("pods"))?,
        pod_addresses: addresses(&step.list("pod-addresses"))?,
        state: node_state(step.text_or("state", "ready"))?,
        excluded_from_load_balancers: false,
        interface: Interface::default(),
    })
}

//! Calls about networks, clusters, pools and nodes.

use podnet::v1 as pb;

use super::addresses::call;
use super::message::{duration, list, mask, meta, request_id, text, word};
use super::{WireWorld, show};
use crate::scenario::answer::Answer;
use crate::scenario::names::{full, parent_and_id};
use crate::scenario::step::{Step, Verb};

impl WireWorld {
    /// The answer, if the step is about networks or clusters.
    pub(super) fn topology(&mut self, step: &Step) -> Result<Option<Answer>, String> {
        let (request_id, validate_only) = (request_id(step), step.has("validate-only"));
        let (allow_missing, force) = (step.has("allow-missing"), step.has("force"));
        let word0 = step.word(0)?;
        Ok(Some(match step.verb {
            Verb::CreateNetwork => {
                let (_, network_id) = parent_and_id(&full("network", word0));
                let network = Some(network(step)?);
                let response =
                    call!(self, pb::CreateNetworkRequest { network_id, network, request_id, validate_only });
                let lines = response.network.iter().map(show::network).collect();
                self.done(step, response.cursor, lines)
            }
            Verb::UpdateNetwork => {
                let name = full("network", word0);
                let network = Some(pb::Network {
                    meta: meta(self.etag(step, "network", &name)),
                    name,
                    address_prefixes: list(step, "prefixes"),
                    ..pb::Network::default()
                });
                let update_mask = mask(step, &[("prefixes", "address_prefixes")]);
                let response =
                    call!(self, pb::UpdateNetworkRequest { network, update_mask, request_id, validate_only });
                let lines = response.network.iter().map(show::network).collect();
                self.done(step, response.cursor, lines)
            }
            Verb::DeleteNetwork => {
                let name = full("network", word0);
                let etag = self.etag(step, "network", &name);
                let response = call!(
                    self,
                    pb::DeleteNetworkRequest { name, etag, allow_missing, force, request_id, validate_only }
                );
                self.done(step, response.cursor, Vec::new())
            }
            Verb::CreateSubnet => {
                let (parent, subnet_id) = parent_and_id(&full("subnet", word0));
                let subnet = Some(pb::Subnet {
                    address_prefixes: list(step, "prefixes"),
                    route_table: step.text("table").map(|table| full("table", table)).unwrap_or_default(),
                    delegation: text(step, "delegation"),
                    cooldown: step.duration("cooldown")?.map(duration),
                    network_security_group: step
                        .text("nsg")
                        .map(|text| full("nsg", text))
                        .unwrap_or_default(),
                    ..pb::Subnet::default()
                });
                let response = call!(
                    self,
                    pb::CreateSubnetRequest { parent, subnet_id, subnet, request_id, validate_only }
                );
                let lines = response.subnet.iter().map(show::subnet).collect();
                self.done(step, response.cursor, lines)
            }
            Verb::UpdateSubnet => {
                let name = full("subnet", word0);
                let subnet = Some(pb::Subnet {
                    meta: meta(self.etag(step, "subnet", &name)),
                    name,
                    address_prefixes: list(step, "prefixes"),
                    delegation: text(step, "delegation"),
                    cooldown: step.duration("cooldown")?.map(duration),
                    network_security_group: step
                        .text("nsg")
                        .filter(|text| *text != "none")
                        .map(|text| full("nsg", text))
                        .unwrap_or_default(),
                    ..pb::Subnet::default()
                });
                let paths = [
                    ("prefixes", "address_prefixes"),
                    ("delegation", "delegation"),
                    ("cooldown", "cooldown"),
                    ("nsg", "network_security_group"),
                ];
                let update_mask = mask(step, &paths);
                let response =
                    call!(self, pb::UpdateSubnetRequest { subnet, update_mask, request_id, validate_only });
                let lines = response.subnet.iter().map(show::subnet).collect();
                self.done(step, response.cursor, lines)
            }
            Verb::DeleteSubnet => {
                let name = full("subnet", word0);
                let etag = self.etag(step, "subnet", &name);
                let response = call!(
                    self,
                    pb::DeleteSubnetRequest { name, etag, allow_missing, request_id, validate_only }
                );
                self.done(step, response.cursor, Vec::new())
            }
            Verb::CreateCluster => {
                let (_, cluster_id) = parent_and_id(&full("cluster", word0));
                let cluster = Some(cluster(step)?);
                let response =
                    call!(self, pb::CreateClusterRequest { cluster_id, cluster, request_id, validate_only });
                let lines = response.cluster.iter().map(show::cluster).collect();
                self.done(step, response.cursor, lines)
            }
            Verb::UpdateCluster => {
                let name = full("cluster", word0);
                let meta = meta(self.etag(step, "cluster", &name));
                let cluster = Some(pb::Cluster { meta, name, ..cluster(step)? });
                let update_mask = mask(
                    step,
                    &[
                        ("mode", "network_mode"),
                        ("pods", "pod_prefixes"),
                        ("services", "service_prefixes"),
                        ("node-length", "node_prefix_length_ipv4"),
                        ("routes", "route_management"),
                        ("outbound", "outbound"),
                        ("cooldown", "cooldown"),
                    ],
                );
                let response =
                    call!(self, pb::UpdateClusterRequest { cluster, update_mask, request_id, validate_only });
                let lines = response.cluster.iter().map(show::cluster).collect();
                self.done(step, response.cursor, lines)
            }
            Verb::DeleteCluster => {
                let name = full("cluster", word0);
                let etag = self.etag(step, "cluster", &name);
                let response = call!(
                    self,
                    pb::DeleteClusterRequest { name, etag, allow_missing, force, request_id, validate_only }
                );
                self.done(step, response.cursor, Vec::new())
            }
            _ => return self.pools_and_nodes(step),
        }))
    }

    fn pools_and_nodes(&mut self, step: &Step) -> Result<Option<Answer>, String> {
        let (request_id, validate_only) = (request_id(step), step.has("validate-only"));
        let (allow_missing, force) = (step.has("allow-missing"), step.has("force"));
        let word0 = step.word(0)?;
        Ok(Some(match step.verb {
            Verb::CreatePool => {
                let (parent, node_pool_id) = parent_and_id(&full("pool", word0));
                let oses = [("linux", pb::OsType::Linux as i32), ("windows", pb::OsType::Windows as i32)];
                let node_pool = Some(pb::NodePool {
                    subnet: full("subnet", step.needed("subnet")?),
                    max_pods: step.number("max-pods")?.unwrap_or(0),
                    os_type: word(step.text_or("os", "linux"), &oses)?,
                    surge: step.number("surge")?,
                    ..pb::NodePool::default()
                });
                let response = call!(
                    self,
                    pb::CreateNodePoolRequest { parent, node_pool_id, node_pool, request_id, validate_only }
                );
                let lines = response.node_pool.iter().map(show::pool).collect();
                self.done(step, response.cursor, lines)
            }
            Verb::UpdatePool => {
                let name = full("pool", word0);
                let node_pool = Some(pb::NodePool {
                    meta: meta(self.etag(step, "pool", &name)),
                    name,
                    subnet: step.text("subnet").map(|subnet| full("subnet", subnet)).unwrap_or_default(),
                    max_pods: step.number("max-pods")?.unwrap_or(0),
                    surge: step.number("surge")?,
                    ..pb::NodePool::default()
                });
                let update_mask =
                    mask(step, &[("max-pods", "max_pods"), ("subnet", "subnet"), ("surge", "surge")]);
                let response = call!(
                    self,
                    pb::UpdateNodePoolRequest { node_pool, update_mask, request_id, validate_only }
                );
                let lines = response.node_pool.iter().map(show::pool).collect();
                self.done(step, response.cursor, lines)
            }
            Verb::DeletePool => {
                let name = full("pool", word0);
                let etag = self.etag(step, "pool", &name);
                let response = call!(
                    self,
                    pb::DeleteNodePoolRequest { name, etag, allow_missing, request_id, validate_only }
                );
                self.done(step, response.cursor, Vec::new())
            }
            Verb::CreateNode => {
                let (parent, node_id) = parent_and_id(&full("node", word0));
                let node = Some(node(step, &parent)?);
                let response =
                    call!(self, pb::CreateNodeRequest { parent, node_id, node, request_id, validate_only });
                let nodes: Vec<_> = response.node.into_iter().collect();
                self.done(step, response.cursor, show::nodes(&nodes, &[], &response.route_changes, 0))
            }
            Verb::CreateNodes => {
                let parent = full("cluster", word0);
                let item = |id: &&str| {
                    let node = Some(node(step, &parent)?);
                    Ok(pb::CreateNodeRequest {
                        node_id: (*id).to_owned(),
                        node,
                        ..pb::CreateNodeRequest::default()
                    })
                };
                let requests = step.list("names").iter().map(item).collect::<Result<_, String>>()?;
                let parent = parent.clone();
                let response =
                    call!(self, pb::BatchCreateNodesRequest { parent, requests, request_id, validate_only });
                let lines = show::nodes(&response.nodes, &[], &response.route_changes, 0);
                self.done(step, response.cursor, lines)
            }
            Verb::UpdateNode => {
                let name = full("node", word0);
                let node = Some(pb::Node {
                    meta: meta(self.etag(step, "node", &name)),
                    name,
                    addresses: list(step, "addresses"),
                    pod_prefixes: list(step, "pods"),
                    state: node_state(step.text_or("state", "ready"))?,
                    ..pb::Node::default()
                });
                let update_mask =
                    mask(step, &[("addresses", "addresses"), ("pods", "pod_prefixes"), ("state", "state")]);
                let response =
                    call!(self, pb::UpdateNodeRequest { node, update_mask, request_id, validate_only });
                let nodes: Vec<_> = response.node.into_iter().collect();
                self.done(step, response.cursor, show::nodes(&nodes, &[], &response.route_changes, 0))
            }
            Verb::DeleteNode => {
                let name = full("node", word0);
                let etag = self.etag(step, "node", &name);
                let request = pb::DeleteNodeRequest {
                    name: name.clone(),
                    etag,
                    allow_missing,
                    force,
                    request_id,
                    validate_only,
                };
                let response = call!(self, request);
                let left = if self.is_new(step, response.cursor.as_ref()) { vec![name] } else { Vec::new() };
                let lines = show::nodes(&[], &left, &response.route_changes, response.released_count);
                self.done(step, response.cursor, lines)
            }
            Verb::DeleteNodes => {
                let parent = full("cluster", word0);
                let names = step.list("names").iter().map(|id| format!("{parent}/nodes/{id}")).collect();
                let request = pb::BatchDeleteNodesRequest {
                    parent,
                    names,
                    allow_missing,
                    force,
                    request_id,
                    validate_only,
                };
                let response = call!(self, request);
                let lines =
                    show::nodes(&[], &response.names, &response.route_changes, response.released_count);
                self.done(step, response.cursor, lines)
            }
            Verb::Scale => {
                let name = full("pool", word0);
                let etag = self.etag(step, "pool", &name);
                let node_count = step.number("count")?.ok_or("`count` is missing")?;
                let response = call!(
                    self,
                    pb::ScaleNodePoolRequest { name, node_count, etag, force, request_id, validate_only }
                );
                let lines =
                    show::nodes(&response.nodes_added, &response.nodes_removed, &response.route_changes, 0);
                self.done(step, response.cursor, lines)
            }
            _ => return Ok(None),
        }))
    }
}

pub(super) fn family(text: &str) -> Result<i32, String> {
    word(text, &[("ipv4", pb::IpFamily::Ipv4 as i32), ("ipv6", pb::IpFamily::Ipv6 as i32)])
}

fn network(step: &Step) -> Result<pb::Network, String> {
    let kinds =
        [("vpn", pb::GatewayKind::Vpn as i32), ("expressroute", pb::GatewayKind::ExpressRoute as i32)];
    let kind = step.text("gateway").map(|text| word(text, &kinds)).transpose()?;
    let peering = |text: &&str| {
        let (peer, remote) = text.split_once('>').ok_or("write peering=name>prefix")?;
        let (name, remote_prefixes) = (peer.to_owned(), vec![remote.to_owned()]);
        Ok(pb::Peering { name, remote_prefixes, ..pb::Peering::default() })
    };
    Ok(pb::Network {
        address_prefixes: list(step, "prefixes"),
        gateway: kind.map(|kind| pb::Gateway { kind, on_premises_prefixes: list(step, "on-premises") }),
        peerings: step.list("peering").iter().map(peering).collect::<Result<_, String>>()?,
        ..pb::Network::default()
    })
}

fn cluster(step: &Step) -> Result<pb::Cluster, String> {
    let tools = [
        ("portal", pb::ProvisioningTool::Portal as i32),
        ("cli", pb::ProvisioningTool::Cli as i32),
        ("arm", pb::ProvisioningTool::Arm as i32),
    ];
    let modes = [
        ("kubenet", pb::NetworkMode::Kubenet as i32),
        ("azure-cni", pb::NetworkMode::AzureCni as i32),
        ("overlay", pb::NetworkMode::AzureCniOverlay as i32),
    ];
    let managements = [
        ("managed", pb::RouteManagement::Managed as i32),
        ("observed", pb::RouteManagement::Observed as i32),
    ];
    let kinds = [
        ("load-balancer", pb::OutboundType::LoadBalancer as i32),
        ("user-defined", pb::OutboundType::UserDefinedRouting as i32),
        ("nat-gateway", pb::OutboundType::NatGateway as i32),
        ("none", pb::OutboundType::None as i32),
    ];
    let distributions = [
        ("hash", pb::InboundDistribution::FiveTupleHash as i32),
        ("round-robin", pb::InboundDistribution::RoundRobin as i32),
    ];
    let data_paths =
        [("transparent", pb::PodDataPath::Transparent as i32), ("bridge", pb::PodDataPath::Bridge as i32)];
    let non_masquerade_prefixes = step
        .has("non-masquerade")
        .then(|| pb::NonMasqueradePrefixes { prefixes: list(step, "non-masquerade") });
    Ok(pb::Cluster {
        network: step.text("network").map(|network| full("network", network)).unwrap_or_default(),
        network_mode: word(step.text_or("mode", "kubenet"), &modes)?,
        ip_families: step.list("families").iter().map(|text| family(text)).collect::<Result<_, _>>()?,
        pod_prefixes: list(step, "pods"),
        node_prefix_length_ipv4: step.number("node-length")?.unwrap_or(0),
        service_prefixes: list(step, "services"),
        dns_service_address: text(step, "dns"),
        route_table: step.text("table").map(|table| full("table", table)).unwrap_or_default(),
        route_management: word(step.text_or("routes", "managed"), &managements)?,
        outbound: Some(pb::Outbound {
            r#type: word(step.text_or("outbound", "load-balancer"), &kinds)?,
            outbound_addresses: list(step, "outbound-addresses"),
            allocated_outbound_ports: step.number("outbound-ports")?.unwrap_or(0),
        }),
        non_masquerade_prefixes,
        provisioning_tool: word(step.text_or("tool", "cli"), &tools)?,
        cooldown: step.duration("cooldown")?.map(duration),
        network_policy_engine: word(
            step.text_or("policy-engine", "none"),
            &[
                ("none", pb::NetworkPolicyEngine::None as i32),
                ("azure-npm", pb::NetworkPolicyEngine::AzureNpm as i32),
                ("calico", pb::NetworkPolicyEngine::Calico as i32),
                ("cilium", pb::NetworkPolicyEngine::Cilium as i32),
            ],
        )?,
        inbound_distribution: word(step.text_or("inbound", "hash"), &distributions)?,
        pod_data_path: word(step.text_or("data-path", "transparent"), &data_paths)?,
        ..pb::Cluster::default()
    })
}

fn node_state(text: &str) -> Result<i32, String> {
    let states = [
        ("ready", pb::NodeState::Ready as i32),
        ("cordoned", pb::NodeState::Cordoned as i32),
        ("not-ready", pb::NodeState::NotReady as i32),
    ];
    word(text, &states)
}

fn node(step: &Step, cluster: &str) -> Result<pb::Node, String> {
    let pod_address = |address: &&str| pb::PodAddress { address: (*address).to_owned(), in_use: false };
    Ok(pb::Node {
        node_pool: format!("{cluster}/nodePools/{}", step.needed("pool")?),
        uid: text(step, "uid"),
        addresses: list(step, "addresses"),
        pod_prefixes: list(step, "pods"),
        pod_addresses: step.list("pod-addresses").iter().map(pod_address).collect(),
        state: node_state(step.text_or("state", "ready"))?,
        ..pb::Node::default()
    })
}

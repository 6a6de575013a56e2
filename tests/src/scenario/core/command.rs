//! Which command of the domain is a step?

use podnet_core::address::Family;
use podnet_core::command::{
    AllocateSpec, Command, Delete, Place, ReleaseSpec, ReservationSpec, ServiceSpec, ServiceUpdate,
    Supersede, SweepSpec,
};
use podnet_core::meta::{Labels, Meta, Resource};
use podnet_core::model::{
    Endpoint, Machine, Owner, Protocol, Purpose, ServicePort, ServiceType, SessionAffinity, TargetPort,
    TrafficPolicy,
};
use podnet_core::name::{AllocationName, NodeName, ReservationName, ServiceName};

use super::CoreWorld;
use super::parse::{address, addresses, family, name, prefix, segment, segments, word};
use crate::scenario::step::{Step, Verb, duration};

impl CoreWorld {
    /// The command of a step.
    pub(super) fn command(&self, step: &Step) -> Result<Command, String> {
        match step.verb {
            Verb::CreateService | Verb::UpdateService => {
                let spec = service(step)?;
                let etag = self.etag_in(step, self.state.services.get(&spec.name).map(AsRef::as_ref));
                Ok(if step.verb == Verb::CreateService {
                    Command::CreateService(spec)
                } else {
                    Command::UpdateService(ServiceUpdate::whole(spec, etag))
                })
            }
            Verb::DeleteService => {
                let name = name("service", step.word(0)?, ServiceName::parse)?;
                let etag = self.etag_in(step, self.state.services.get(&name).map(AsRef::as_ref));
                Ok(Command::DeleteService(delete(step, name, etag)))
            }
            Verb::Allocate => {
                let owner = Owner {
                    namespace: "default".to_owned(),
                    pod: step.text_or("pod", "").to_owned(),
                    pod_uid: step.text_or("uid", "").to_owned(),
                    container_id: step.text_or("container", "").to_owned(),
                    interface: step.text_or("interface", "eth0").to_owned(),
                };
                Ok(Command::Allocate(vec![AllocateSpec {
                    pod_traits: None,
                    name: name("allocation", step.word(0)?, AllocationName::parse)?,
                    node: segment(step.needed("node")?)?,
                    owner,
                    requested_addresses: addresses(&step.list("want"))?,
                    supersede: word(
                        step.text_or("supersede", "keep"),
                        &[
                            ("keep", Supersede::KeepAddress),
                            ("new", Supersede::NewAddress),
                            ("reject", Supersede::Reject),
                        ],
                    )?,
                }]))
            }
            Verb::Release => {
                let name = name("allocation", step.word(0)?, AllocationName::parse)?;
                let current = self.state.allocations.get(&name).map(|live| Meta::etag_of(live.revision));
                Ok(Command::Release(vec![ReleaseSpec { name, etag: given(step, current) }]))
            }
            Verb::Batch => {
                let node = segment(step.needed("node")?)?;
                let spec = |id: &&str| {
                    Ok(AllocateSpec {
                        pod_traits: None,
                        name: name("allocation", &format!("{}/{id}", step.word(0)?), AllocationName::parse)?,
                        node: node.clone(),
                        owner: Owner {
                            namespace: "default".to_owned(),
                            pod: (*id).to_owned(),
                            pod_uid: format!("uid-{id}"),
                            container_id: String::new(),
                            interface: "eth0".to_owned(),
                        },
                        requested_addresses: Vec::new(),
                        supersede: Supersede::KeepAddress,
                    })
                };
                Ok(Command::Allocate(step.list("ids").iter().map(spec).collect::<Result<_, String>>()?))
            }
            Verb::BatchRelease => {
                let spec = |id: &&str| {
                    let name = name("allocation", &format!("{}/{id}", step.word(0)?), AllocationName::parse)?;
                    Ok(ReleaseSpec { name, etag: None })
                };
                Ok(Command::Release(step.list("ids").iter().map(spec).collect::<Result<_, String>>()?))
            }
            Verb::Sweep => {
                let observed = step.text_or("observed", "+0s");
                let offset = duration(observed.trim_start_matches(['+', '-']))?;
                Ok(Command::Sweep(SweepSpec {
                    node: name("node", step.word(0)?, NodeName::parse)?,
                    valid: segments(&step.list("valid"))?,
                    observed: if observed.starts_with('-') {
                        self.now.minus(offset)
                    } else {
                        self.now.plus(offset)
                    },
                    allow_empty: step.has("allow-empty"),
                }))
            }
            Verb::Reserve => {
                let place = match (step.text("prefix"), step.number("length")?) {
                    (Some(text), None) => Place::Exact(prefix(text)?),
                    (None, Some(length)) => Place::NextFree(family(step.text_or("family", "ipv4"))?, length),
                    _ => return Err("give `prefix` or `length`".to_owned()),
                };
                let purposes = [
                    ("vm", Purpose::VirtualMachine),
                    ("ilb", Purpose::InternalLoadBalancer),
                    ("endpoint", Purpose::PrivateEndpoint),
                    ("other", Purpose::Other),
                ];
                Ok(Command::CreateReservation(ReservationSpec {
                    network_security_group: None,
                    name: name("reservation", step.word(0)?, ReservationName::parse)?,
                    labels: Labels::new(),
                    purpose: word(step.text_or("purpose", "other"), &purposes)?,
                    place,
                    display_name: String::new(),
                    ip_forwarding: false,
                    machine: Machine::default(),
                }))
            }
            Verb::Unreserve => {
                let name = name("reservation", step.word(0)?, ReservationName::parse)?;
                let etag = self.etag_in(step, self.state.reservations.get(&name).map(AsRef::as_ref));
                Ok(Command::DeleteReservation(delete(step, name, etag)))
            }
            _ => match self.filter_command(step)? {
                Some(command) => Ok(command),
                None => self.route_command(step)?.map_or_else(|| self.topology_command(step), Ok),
            },
        }
    }

    /// The etag that a step gives: `current`, or any text, which goes into quotes.
    pub(super) fn etag_in<T: Resource>(&self, step: &Step, resource: Option<&T>) -> Option<String> {
        given(step, resource.map(|resource| resource.meta().etag()))
    }
}

pub(super) fn given(step: &Step, current: Option<String>) -> Option<String> {
    match step.text("etag")? {
        "current" => current,
        text => Some(format!("\"{text}\"")),
    }
}

pub(super) fn delete<N>(step: &Step, name: N, etag: Option<String>) -> Delete<N> {
    Delete { name, etag, allow_missing: step.has("allow-missing"), force: step.has("force") }
}

fn service(step: &Step) -> Result<ServiceSpec, String> {
    let port = |text: &&str| {
        let (port, target) = text.split_once(':').unwrap_or((text, text));
        let number = |text: &str| text.parse::<u16>().map_err(|_| format!("`{text}` is no port"));
        Ok(ServicePort {
            name: format!("p{port}"),
            protocol: Protocol::Tcp,
            port: number(port)?,
            target_port: TargetPort::Number(number(target)?),
            node_port: 0,
        })
    };
    // `address`, or `address@node`.
    let endpoint = |text: &&str| {
        let (text, node) = text.split_once('@').map_or((*text, None), |(text, node)| (text, Some(node)));
        Ok(Endpoint {
            address: address(text)?,
            node: node.map(segment).transpose()?,
            allocation: None,
            ready: true,
            serving: true,
            terminating: false,
            ports: Vec::new(),
        })
    };
    let kinds = [
        ("cluster-ip", ServiceType::ClusterIp),
        ("node-port", ServiceType::NodePort),
        ("load-balancer", ServiceType::LoadBalancer),
    ];
    let policies = [("cluster", TrafficPolicy::Cluster), ("local", TrafficPolicy::Local)];
    Ok(ServiceSpec {
        name: name("service", step.word(0)?, ServiceName::parse)?,
        labels: Labels::new(),
        kind: word(step.text_or("type", "cluster-ip"), &kinds)?,
        cluster_addresses: addresses(&step.list("addresses"))?,
        load_balancer_addresses: addresses(&step.list("frontends"))?,
        internal: false,
        floating_ip: true,
        ports: step.list("ports").iter().map(port).collect::<Result<_, String>>()?,
        external_traffic_policy: word(step.text_or("external", "cluster"), &policies)?,
        internal_traffic_policy: TrafficPolicy::Cluster,
        session_affinity: SessionAffinity::None,
        health_check_node_port: 0,
        load_balancer_source_ranges: Vec::new(),
        endpoints: step.list("endpoints").iter().map(endpoint).collect::<Result<_, String>>()?,
    })
}

/// The families that a step names.
pub(super) fn families(step: &Step) -> Result<Vec<Family>, String> {
    if step.has("families") {
        step.list("families").iter().map(|text| family(text)).collect()
    } else {
        Ok(vec![Family::V4])
    }
}

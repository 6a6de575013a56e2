//! Calls about addresses and services.

use podnet::v1 as pb;

use super::message::{list, request_id, text, timestamp, word};
use super::{WireWorld, show};
use crate::scenario::answer::Answer;
use crate::scenario::names::{full, parent_and_id};
use crate::scenario::step::{Step, Verb, duration};
use crate::scenario::view::summary;

macro_rules! call {
    ($world:expr, $request:expr) => {
        match $world.call($request) {
            Ok(response) => response,
            Err(refused) => return Ok(Some(refused)),
        }
    };
}
pub(super) use call;

impl WireWorld {
    /// The answer, if the step is about addresses or services.
    pub(super) fn addresses(&mut self, step: &Step) -> Result<Option<Answer>, String> {
        let (request_id, validate_only) = (request_id(step), step.has("validate-only"));
        let word0 = step.word(0)?;
        Ok(Some(match step.verb {
            Verb::Allocate => {
                let (parent, allocation_id) = parent_and_id(&full("allocation", word0));
                let supersede = word(
                    step.text_or("supersede", "keep"),
                    &[
                        ("keep", pb::Supersede::KeepAddress as i32),
                        ("new", pb::Supersede::NewAddress as i32),
                        ("reject", pb::Supersede::Reject as i32),
                    ],
                )?;
                let request = pb::AllocateAddressRequest {
                    pod_traits: None,
                    node: format!("{parent}/nodes/{}", step.needed("node")?),
                    parent,
                    allocation_id,
                    owner: Some(pb::Owner {
                        namespace: "default".to_owned(),
                        pod: text(step, "pod"),
                        pod_uid: text(step, "uid"),
                        container_id: text(step, "container"),
                        interface_name: text(step, "interface"),
                    }),
                    requested_addresses: list(step, "want"),
                    supersede,
                    request_id,
                    validate_only,
                };
                let response = call!(self, request);
                let line = show::allocated(&response);
                self.done(step, response.cursor, vec![line])
            }
            Verb::Release => {
                let name = full("allocation", word0);
                let etag = self.etag(step, "allocation", &name);
                let response =
                    call!(self, pb::ReleaseAddressRequest { name, etag, request_id, validate_only });
                let line = show::released(&response);
                self.done(step, response.cursor, vec![line])
            }
            Verb::Batch => {
                let parent = full("cluster", word0);
                let node = format!("{parent}/nodes/{}", step.needed("node")?);
                let item = |id: &&str| pb::AllocateAddressRequest {
                    allocation_id: (*id).to_owned(),
                    node: node.clone(),
                    owner: Some(pb::Owner {
                        namespace: "default".to_owned(),
                        pod: (*id).to_owned(),
                        pod_uid: format!("uid-{id}"),
                        ..pb::Owner::default()
                    }),
                    ..pb::AllocateAddressRequest::default()
                };
                let requests = step.list("ids").iter().map(item).collect();
                let request =
                    pb::BatchAllocateAddressesRequest { parent, requests, request_id, validate_only };
                let response = call!(self, request);
                let lines: Vec<_> = response.responses.iter().map(show::allocated).collect();
                self.done(step, response.cursor, summary(&lines))
            }
            Verb::BatchRelease => {
                let parent = full("cluster", word0);
                let item = |id: &&str| pb::ReleaseAddressRequest {
                    name: format!("{parent}/allocations/{id}"),
                    ..pb::ReleaseAddressRequest::default()
                };
                let requests = step.list("ids").iter().map(item).collect();
                let parent = parent.clone();
                let request =
                    pb::BatchReleaseAddressesRequest { parent, requests, request_id, validate_only };
                let response = call!(self, request);
                let lines: Vec<_> = response.responses.iter().map(show::released).collect();
                self.done(step, response.cursor, summary(&lines))
            }
            Verb::Sweep => {
                let observed = step.text_or("observed", "+0s");
                let offset = duration(observed.trim_start_matches(['+', '-']))?;
                let observed =
                    if observed.starts_with('-') { self.now.minus(offset) } else { self.now.plus(offset) };
                let request = pb::SweepAllocationsRequest {
                    node: full("node", word0),
                    valid_allocation_ids: list(step, "valid"),
                    observed_time: Some(timestamp(observed)),
                    allow_empty: step.has("allow-empty"),
                    request_id,
                    validate_only,
                };
                let response = call!(self, request);
                let line = |finding: &pb::SweepFinding| {
                    let id = parent_and_id(&finding.allocation).1;
                    match (finding.outcome(), finding.keep_reason()) {
                        (pb::SweepOutcome::Released, _) => Some(format!("released {id}")),
                        (_, pb::SweepKeepReason::NewerThanObservation) => None,
                        _ => Some(format!("suspect {id}")),
                    }
                };
                let mut lines: Vec<_> = response.findings.iter().filter_map(line).collect();
                lines.sort();
                self.done(step, response.cursor, lines)
            }
            Verb::Reserve => {
                let (parent, reservation_id) = parent_and_id(&full("reservation", word0));
                let purposes = [
                    ("vm", pb::ReservationPurpose::VirtualMachine as i32),
                    ("ilb", pb::ReservationPurpose::InternalLoadBalancer as i32),
                    ("endpoint", pb::ReservationPurpose::PrivateEndpoint as i32),
                    ("other", pb::ReservationPurpose::Other as i32),
                ];
                let reservation = pb::Reservation {
                    purpose: word(step.text_or("purpose", "other"), &purposes)?,
                    address_prefix: text(step, "prefix"),
                    prefix_length: step.number("length")?.unwrap_or(0),
                    family: super::topology::family(step.text_or("family", "ipv4"))?,
                    ..pb::Reservation::default()
                };
                let reservation = Some(reservation);
                let request = pb::CreateReservationRequest {
                    parent,
                    reservation_id,
                    reservation,
                    request_id,
                    validate_only,
                };
                let response = call!(self, request);
                let lines = response.reservation.iter().map(show::reservation).collect();
                self.done(step, response.cursor, lines)
            }
            Verb::Unreserve => {
                let name = full("reservation", word0);
                let etag = self.etag(step, "reservation", &name);
                let allow_missing = step.has("allow-missing");
                let request =
                    pb::DeleteReservationRequest { name, etag, allow_missing, request_id, validate_only };
                let response = call!(self, request);
                self.done(step, response.cursor, Vec::new())
            }
            Verb::CreateService => {
                let (parent, service_id) = parent_and_id(&full("service", word0));
                let service = Some(service(step)?);
                let request =
                    pb::CreateServiceRequest { parent, service_id, service, request_id, validate_only };
                let response = call!(self, request);
                let lines = response.service.iter().map(show::service).collect();
                self.done(step, response.cursor, lines)
            }
            Verb::UpdateService => {
                let name = full("service", word0);
                let meta = super::message::meta(self.etag(step, "service", &name));
                let service = Some(pb::Service { name, meta, ..service(step)? });
                let update_mask = Some(prost_types::FieldMask { paths: vec!["*".to_owned()] });
                let request = pb::UpdateServiceRequest { service, update_mask, request_id, validate_only };
                let response = call!(self, request);
                let lines = response.service.iter().map(show::service).collect();
                self.done(step, response.cursor, lines)
            }
            Verb::DeleteService => {
                let name = full("service", word0);
                let etag = self.etag(step, "service", &name);
                let allow_missing = step.has("allow-missing");
                let request =
                    pb::DeleteServiceRequest { name, etag, allow_missing, request_id, validate_only };
                let response = call!(self, request);
                self.done(step, response.cursor, Vec::new())
            }
            _ => return Ok(None),
        }))
    }

    /// The etag that a step gives: the current one of a resource, or any text, which goes into quotes.
    pub(super) fn etag(&self, step: &Step, kind: &str, name: &str) -> String {
        match step.text("etag") {
            None => String::new(),
            Some("current") => self.current_etag(kind, name.to_owned()).unwrap_or_default(),
            Some("plan") => self.plans.get(name).cloned().unwrap_or_default(),
            Some(text) => format!("\"{text}\""),
        }
    }

    fn current_etag(&self, kind: &str, name: String) -> Option<String> {
        let meta = match kind {
            "network" => self.call(pb::GetNetworkRequest { name }).ok()?.network?.meta,
            "subnet" => self.call(pb::GetSubnetRequest { name }).ok()?.subnet?.meta,
            "reservation" => self.call(pb::GetReservationRequest { name }).ok()?.reservation?.meta,
            "table" => self.call(pb::GetRouteTableRequest { name }).ok()?.route_table?.meta,
            "route" => self.call(pb::GetRouteRequest { name }).ok()?.route?.meta,
            "cluster" => self.call(pb::GetClusterRequest { name }).ok()?.cluster?.meta,
            "pool" => self.call(pb::GetNodePoolRequest { name }).ok()?.node_pool?.meta,
            "node" => self.call(pb::GetNodeRequest { name }).ok()?.node?.meta,
            "service" => self.call(pb::GetServiceRequest { name }).ok()?.service?.meta,
            "nsg" => {
                self.call(pb::GetNetworkSecurityGroupRequest { name }).ok()?.network_security_group?.meta
            }
            "namespace" => self.call(pb::GetNamespaceRequest { name }).ok()?.namespace?.meta,
            "policy" => self.call(pb::GetNetworkPolicyRequest { name }).ok()?.network_policy?.meta,
            _ => self.call(pb::GetAllocationRequest { name }).ok()?.allocation?.meta,
        };
        meta.map(|meta| meta.etag)
    }
}

fn service(step: &Step) -> Result<pb::Service, String> {
    let port = |text: &&str| {
        let (port, target) = text.split_once(':').unwrap_or((text, text));
        let number = |text: &str| text.parse::<u32>().map_err(|_| format!("`{text}` is no port"));
        Ok(pb::ServicePort {
            name: format!("p{port}"),
            protocol: pb::Protocol::Tcp as i32,
            port: number(port)?,
            target_port: number(target)?,
            ..pb::ServicePort::default()
        })
    };
    let cluster = step.word(0)?.split('/').next().unwrap_or_default();
    let endpoint = |text: &&str| {
        let (address, node) = text.split_once('@').map_or((*text, None), |(text, node)| (text, Some(node)));
        pb::ServiceEndpoint {
            address: address.to_owned(),
            node: node.map(|node| full("node", &format!("{cluster}/{node}"))).unwrap_or_default(),
            ..pb::ServiceEndpoint::default()
        }
    };
    let kinds = [
        ("cluster-ip", pb::ServiceType::ClusterIp as i32),
        ("node-port", pb::ServiceType::NodePort as i32),
        ("load-balancer", pb::ServiceType::LoadBalancer as i32),
    ];
    let policies =
        [("cluster", pb::TrafficPolicy::Cluster as i32), ("local", pb::TrafficPolicy::Local as i32)];
    Ok(pb::Service {
        r#type: word(step.text_or("type", "cluster-ip"), &kinds)?,
        cluster_addresses: list(step, "addresses"),
        load_balancer_addresses: list(step, "frontends"),
        ports: step.list("ports").iter().map(port).collect::<Result<_, String>>()?,
        endpoints: step.list("endpoints").iter().map(endpoint).collect(),
        external_traffic_policy: word(step.text_or("external", "cluster"), &policies)?,
        ..pb::Service::default()
    })
}

//! Who held an address, and what did a holder have: by look-ups for the first, and by a look at everything for the second.

use std::net::IpAddr;

use podnet_core::address::Family;
use podnet_core::model::OwnerTexts;
use podnet_core::name::{ClusterName, NetworkName};
use podnet_core::prefix::Prefix;
use podnet_core::state::{AddressHolder, PastHolder, Space};
use podnet_core::time::Timestamp;

use super::CoreWorld;
use super::parse::{address, name};
use crate::scenario::step::{Step, duration};
use crate::scenario::view::Hold;

/// A holding with its times.
type Held = (Hold, Timestamp, Option<Timestamp>);

impl CoreWorld {
    pub(super) fn history(&self, step: &Step) -> Result<Vec<String>, String> {
        let space = match step.word(0)? {
            "cluster" => Space::Pods(name("cluster", step.word(1)?, ClusterName::parse)?),
            _ => Space::Network(name("network", step.word(1)?, NetworkName::parse)?),
        };
        let at_revision = step.number::<u64>("at-revision")?;
        let at_time = step.text("at-time").map(duration).transpose()?.map(|since| super::START.plus(since));
        let mut holds = match ["holder", "pod", "uid"].iter().any(|key| step.has(key)) {
            true => self.held_by(&space, step),
            false => self.held_at(&space, address(step.word(2)?)?),
        };
        holds.retain(|(hold, start, end)| {
            at_revision.is_none_or(|at| hold.start <= at && hold.end.is_none_or(|end| at < end))
                && at_time.is_none_or(|at| *start <= at && end.is_none_or(|end| at < end))
        });
        holds.sort_by_key(|(hold, _, _)| std::cmp::Reverse(hold.start));
        Ok(holds.iter().map(|(hold, _, _)| hold.line()).collect())
    }

    /// What a holder or pod has and had, by a look at everything.
    fn held_by(&self, space: &Space, step: &Step) -> Vec<Held> {
        let is_asked_for = |name: &str, owner: Option<OwnerTexts<'_>>| match (step.text("holder"), owner) {
            (Some(holder), _) => name == holder,
            (None, None) => false,
            (None, Some(owner)) => match step.text("uid") {
                Some(uid) => owner.pod_uid == uid,
                None => owner.namespace == "default" && Some(owner.pod) == step.text("pod"),
            },
        };
        let mut holds = Vec::new();
        let mut keep = |address: String,
                        holder: &str,
                        owner: Option<OwnerTexts<'_>>,
                        from: (u64, Timestamp),
                        until: Option<(u64, Timestamp)>| {
            if is_asked_for(holder, owner) {
                let hold = Hold {
                    address,
                    holder: holder.to_owned(),
                    start: from.0,
                    end: until.map(|until| until.0),
                };
                holds.push((hold, from.1, until.map(|until| until.1)));
            }
        };
        for pod in self.state.allocations.values() {
            let lives_here = self.state.pod_space(&pod.name.cluster_name()).as_ref() == Some(space);
            for held in pod.addresses.iter().filter(|_| lives_here) {
                let from = (pod.created_revision.0, pod.create_time);
                keep(held.address.to_string(), &pod.name.to_string(), Some(pod.owner()), from, None);
            }
        }
        for (node, address) in
            self.state.nodes.values().flat_map(|node| node.addresses.iter().map(move |a| (node, a)))
        {
            let cluster = self.state.clusters.get(&node.name.cluster_name());
            if cluster.is_some_and(|cluster| Space::Network(cluster.network.clone()) == *space) {
                let since = self.state.node_address_since(node, Family::of(*address));
                keep(address.to_string(), &node.name.to_string(), None, (since.0.0, since.1), None);
            }
        }
        for reservation in self.state.reservations.values() {
            let network = NetworkName { network: reservation.name.network.clone() };
            if Space::Network(network) == *space {
                let from = (reservation.meta.created_revision.0, reservation.meta.create_time);
                keep(place(&reservation.prefix), &reservation.name.to_string(), None, from, None);
            }
        }
        for entry in self.state.history.iter().filter(|entry| entry.space == *space) {
            let (holder, owner) = match &entry.holder {
                PastHolder::Allocation { name, owner, .. } => {
                    (name.to_string(), Some(owner.texts(&name.allocation)))
                }
                PastHolder::Node(name) => (name.to_string(), None),
                PastHolder::Reservation(name) => (name.to_string(), None),
            };
            let (from, until) = ((entry.from.0.0, entry.from.1), Some((entry.until.0.0, entry.until.1)));
            keep(place(&entry.prefix), &holder, owner, from, until);
        }
        holds
    }

    fn held_at(&self, space: &Space, address: IpAddr) -> Vec<Held> {
        let mut holds = Vec::new();
        if let Some(found) = self.state.find(space, address) {
            let live = match &found.holder {
                AddressHolder::Allocation(body) => {
                    Some((body.name.to_string(), body.revision, body.create_time))
                }
                AddressHolder::Node(body) => {
                    let since = self.state.node_address_since(body, Family::of(address));
                    Some((body.name.to_string(), since.0, since.1))
                }
                AddressHolder::Reservation(body) => {
                    Some((body.name.to_string(), body.meta.created_revision, body.meta.create_time))
                }
                AddressHolder::Platform | AddressHolder::Cooling(_) | AddressHolder::Free => None,
            };
            if let Some((holder, revision, time)) = live {
                let hold = Hold { address: address.to_string(), holder, start: revision.0, end: None };
                holds.push((hold, time, None));
            }
            for entry in self.state.history.of_address(&found.space, address) {
                let holder = match &entry.holder {
                    PastHolder::Allocation { name, .. } => name.to_string(),
                    PastHolder::Node(name) => name.to_string(),
                    PastHolder::Reservation(name) => name.to_string(),
                };
                let (start, end) = (entry.from.0.0, Some(entry.until.0.0));
                let hold = Hold { address: address.to_string(), holder, start, end };
                holds.push((hold, entry.from.1, Some(entry.until.1)));
            }
        }
        holds
    }
}

/// A place as answers write it: one address without a length.
fn place(prefix: &Prefix) -> String {
    if prefix.size() == 1 { prefix.first().to_string() } else { prefix.to_string() }
}

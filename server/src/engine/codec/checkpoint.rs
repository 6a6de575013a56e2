//! How is a whole state written, in pieces of bounded size?
//!
//! Equal states give equal pieces, so a checksum over them tells whether two servers hold the same.

use std::iter::Peekable;
use std::mem::discriminant;

use podnet_core::State;
use podnet_core::meta::Revision;
use podnet_core::model::{KeptOwner, OwnerTexts};
use podnet_core::name::AllocationName;
use podnet_core::state::{Head, HistoryEntry, Part, PastHolder, Space};
use podnet_core::time::Timestamp;
use podnet_proto::store::v1 as stored;
use podnet_proto::store::v1::CheckpointChunk;
use podnet_proto::store::v1::past_holding as past;
use prost::Message;

use super::scalar::{load_prefix, name, store_number, store_prefix};
use super::{Malformed, Moment, Stored};
use crate::limits;

/// The version of the format that this server writes, and the newest that it reads.
pub(super) const FORMAT: u32 = 1;

/// A part of a state has no record around it.
pub(super) const NO_RECORD: Moment = Moment { revision: Revision(0), time: Timestamp(0) };

/// The pieces of a state: a header, then entries of one kind each, about [`limits::CHUNK_BYTES`] long.
pub(crate) struct Chunks<I: Iterator<Item = Part>> {
    head: Option<Head>,
    parts: Peekable<I>,
    count: u64,
}

impl<'a> Chunks<Box<dyn Iterator<Item = Part> + 'a>> {
    /// The pieces of a state.
    pub(crate) fn of(state: &'a State) -> Self {
        let parts: Box<dyn Iterator<Item = Part> + 'a> = Box::new(state.parts());
        Self { head: Some(state.head()), parts: parts.peekable(), count: 0 }
    }

    /// How many parts the pieces so far hold.
    pub(crate) fn parts_count(&self) -> u64 {
        self.count
    }
}

impl<I: Iterator<Item = Part>> Iterator for Chunks<I> {
    type Item = Vec<u8>;

    fn next(&mut self) -> Option<Vec<u8>> {
        let mut chunk = CheckpointChunk::default();
        if let Some(head) = self.head.take() {
            chunk.header = Some(stored::CheckpointHeader {
                format: FORMAT,
                revision: head.revision.0,
                time: head.time.0,
                history_complete_since: head.history_complete_since.0,
            });
            return Some(chunk.encode_to_vec());
        }
        let kind = discriminant(self.parts.peek()?);
        let mut bytes = 0;
        while bytes < limits::CHUNK_BYTES
            && let Some(part) = self.parts.next_if(|part| discriminant(part) == kind)
        {
            bytes += push(&mut chunk, part);
            self.count += 1;
        }
        Some(chunk.encode_to_vec())
    }
}

/// Adds a part to a piece, and answers its size in bytes.
fn push(chunk: &mut CheckpointChunk, part: Part) -> usize {
    fn add<M: Message>(list: &mut Vec<M>, message: M) -> usize {
        let bytes = message.encoded_len();
        list.push(message);
        bytes
    }
    let at = NO_RECORD;
    match part {
        Part::Network(body) => add(&mut chunk.networks, body.store(at)),
        Part::Subnet(body) => add(&mut chunk.subnets, body.store(at)),
        Part::Reservation(body) => add(&mut chunk.reservations, body.store(at)),
        Part::RouteTable(body) => add(&mut chunk.route_tables, body.store(at)),
        Part::Route(body) => add(&mut chunk.routes, body.store(at)),
        Part::Cluster(body) => add(&mut chunk.clusters, body.store(at)),
        Part::NodePool(body) => add(&mut chunk.node_pools, body.store(at)),
        Part::Node(body) => add(&mut chunk.nodes, body.store(at)),
        Part::Service(body) => add(&mut chunk.services, body.store(at)),
        Part::Allocation(body) => add(&mut chunk.allocations, body.store(at)),
        Part::Cooling { pool, first, last, until } => {
            let cooling = stored::Cooling {
                pool: Some(pool.store(at)),
                first: store_number(first),
                last: (last != first).then(|| store_number(last)),
                until: until.0,
            };
            add(&mut chunk.cooling, cooling)
        }
        Part::Cursor { pool, next } => {
            add(&mut chunk.cursors, stored::Cursor { pool: Some(pool.store(at)), next: store_number(next) })
        }
        Part::Suspect { name, since } => {
            add(&mut chunk.suspects, stored::Suspect { name: name.to_string(), since: since.0 })
        }
        Part::Observation { node, observed } => {
            let (node, observed) = (node.to_string(), observed.0);
            add(&mut chunk.observations, stored::Observation { node, observed })
        }
        Part::Request { actor, id, remembered } => {
            let request = stored::AnsweredRequest {
                actor,
                request_id: id,
                fingerprint: remembered.fingerprint,
                revision: remembered.revision.0,
                until: remembered.until.0,
            };
            add(&mut chunk.requests, request)
        }
        Part::Tombstone { name, tombstone } => {
            let tombstone = Some(tombstone.store(at));
            add(&mut chunk.tombstones, stored::NamedTombstone { name: name.to_string(), tombstone })
        }
        Part::Past(entry) => add(&mut chunk.history, entry.store(at)),
        Part::NetworkSecurityGroup(body) => add(&mut chunk.network_security_groups, body.store(at)),
        Part::Namespace(body) => add(&mut chunk.namespaces, body.store(at)),
        Part::NetworkPolicy(body) => add(&mut chunk.network_policies, body.store(at)),
    }
}

impl Stored for HistoryEntry {
    type Message = stored::PastHolding;

    fn store(&self, _: Moment) -> stored::PastHolding {
        let space = match &self.space {
            Space::Network(network) => past::Space::Network(network.to_string()),
            Space::Pods(cluster) => past::Space::Pods(cluster.to_string()),
        };
        let holder = match &self.holder {
            PastHolder::Allocation { name, node, owner } => {
                let owner = owner.texts(&name.allocation);
                past::Holder::Allocation(stored::PastAllocation {
                    name: name.to_string(),
                    node: node.to_string(),
                    namespace: owner.namespace.to_owned(),
                    pod: owner.pod.to_owned(),
                    pod_uid: owner.pod_uid.to_owned(),
                    container_id: owner.container_id.to_owned(),
                    interface: owner.interface.to_owned(),
                })
            }
            PastHolder::Node(node) => past::Holder::Node(node.to_string()),
            PastHolder::Reservation(reservation) => past::Holder::Reservation(reservation.to_string()),
        };
        stored::PastHolding {
            prefix: store_prefix(&self.prefix),
            from_revision: self.from.0.0,
            from_time: self.from.1.0,
            until_revision: self.until.0.0,
            until_time: self.until.1.0,
            space: Some(space),
            holder: Some(holder),
        }
    }

    fn load(message: stored::PastHolding, _: Moment) -> Result<Self, Malformed> {
        let space = match message.space.ok_or_else(|| Malformed::missing("history.space"))? {
            past::Space::Network(text) => Space::Network(name("history.network", &text)?),
            past::Space::Pods(text) => Space::Pods(name("history.pods", &text)?),
        };
        let holder = match message.holder.ok_or_else(|| Malformed::missing("history.holder"))? {
            past::Holder::Allocation(pod) => {
                let node = name("history.allocation.node", &pod.node)?;
                let name: AllocationName = name("history.allocation.name", &pod.name)?;
                let owner = OwnerTexts {
                    namespace: &pod.namespace,
                    pod: &pod.pod,
                    pod_uid: &pod.pod_uid,
                    container_id: &pod.container_id,
                    interface: &pod.interface,
                };
                PastHolder::Allocation { node, owner: KeptOwner::new(&name.allocation, owner), name }
            }
            past::Holder::Node(text) => PastHolder::Node(name("history.node", &text)?),
            past::Holder::Reservation(text) => PastHolder::Reservation(name("history.reservation", &text)?),
        };
        Ok(Self {
            space,
            prefix: load_prefix("history.prefix", &message.prefix)?,
            holder,
            from: (Revision(message.from_revision), Timestamp(message.from_time)),
            until: (Revision(message.until_revision), Timestamp(message.until_time)),
        })
    }
}

/// CRC-32C over the pieces of a state: equal states have equal digests.
pub(crate) fn state_digest(state: &State) -> u32 {
    Chunks::of(state).fold(0, |digest, chunk| crc32c::crc32c_append(digest, &chunk))
}

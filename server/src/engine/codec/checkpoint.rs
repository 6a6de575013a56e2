//! How is a whole state written, in pieces of bounded size, and put together again?
//!
//! Equal states give equal pieces, so a checksum over them tells whether two servers hold the same.

use std::collections::HashSet;
use std::iter::Peekable;
use std::mem::discriminant;
use std::sync::Arc;

use podnet_core::State;
use podnet_core::meta::Revision;
use podnet_core::model::{KeptOwner, OwnerTexts};
use podnet_core::name::{AllocationName, Segment};
use podnet_core::state::{Head, HistoryEntry, Part, PastHolder, Rebuild, Remembered, Space};
use podnet_core::time::Timestamp;
use podnet_proto::store::v1 as stored;
use podnet_proto::store::v1::CheckpointChunk;
use podnet_proto::store::v1::past_holding as past;
use prost::Message;

use super::scalar::{load_number, load_prefix, name, store_number, store_prefix};
use super::{DecodeError, Malformed, Moment, Stored, required};
use crate::limits;

/// The version of the format that this server writes, and the newest that it reads.
const FORMAT: u32 = 1;

/// A part of a state has no record around it.
const NO_RECORD: Moment = Moment { revision: Revision(0), time: Timestamp(0) };

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

/// Names of clusters and nodes that millions of allocations have, each in memory once.
#[derive(Default)]
struct SharedNames(HashSet<Segment>);

impl SharedNames {
    /// Makes a name the one that is in memory already.
    fn share(&mut self, name: &mut Segment) {
        match self.0.get(name) {
            Some(known) => known.clone_into(name),
            None => drop(self.0.insert(name.clone())),
        }
    }

    fn share_all(&mut self, part: &mut Part) {
        if let Part::Allocation(allocation) = part
            && let Some(allocation) = Arc::get_mut(allocation)
        {
            self.share(&mut allocation.name.cluster);
            self.share(&mut allocation.node);
        }
        if let Part::Past(entry) = part
            && let Some(HistoryEntry { holder: PastHolder::Allocation { name, node, .. }, .. }) =
                Arc::get_mut(entry)
        {
            self.share(&mut name.cluster);
            self.share(node);
        }
    }
}

/// Puts a state together from its pieces, in their order.
#[derive(Default)]
pub(crate) struct PartReader {
    names: SharedNames,
    rebuild: Option<Rebuild>,
    chunks: u64,
    parts: u64,
}

impl PartReader {
    /// Adds the next piece.
    ///
    /// # Errors
    /// Names the piece and the field that this version cannot read. The reader is of no use then.
    pub(crate) fn add(&mut self, bytes: &[u8]) -> Result<(), DecodeError> {
        let place = || format!("piece {} of the state", self.chunks + 1);
        let chunk =
            CheckpointChunk::decode(bytes).map_err(|error| Malformed::new("chunk", error).at(place()))?;
        let rebuild = match (self.rebuild.take(), &chunk.header) {
            (None, Some(header)) => Rebuild::new(head(header).map_err(|malformed| malformed.at(place()))?),
            (None, None) => return Err(Malformed::missing("header").at(place())),
            (Some(_), Some(_)) => return Err(Malformed::new("header", "is there twice").at(place())),
            (Some(rebuild), None) => rebuild,
        };
        let mut sink = Sink { rebuild, names: &mut self.names, count: 0 };
        sink.take_all(chunk).map_err(|malformed| malformed.at(place()))?;
        self.rebuild = Some(sink.rebuild);
        self.parts += sink.count;
        self.chunks += 1;
        Ok(())
    }

    /// How many parts were read.
    pub(crate) fn parts_count(&self) -> u64 {
        self.parts
    }

    /// The state.
    ///
    /// # Errors
    /// There was no piece.
    pub(crate) fn finish(self) -> Result<State, DecodeError> {
        let rebuild = self.rebuild.ok_or_else(|| Malformed::missing("header").at("the state"))?;
        Ok(rebuild.finish())
    }
}

fn head(header: &stored::CheckpointHeader) -> Result<Head, Malformed> {
    if header.format == 0 || header.format > FORMAT {
        let problem = format_args!("is {}, this version reads 1 to {FORMAT}", header.format);
        return Err(Malformed::new("header.format", problem));
    }
    Ok(Head {
        revision: Revision(header.revision),
        time: Timestamp(header.time),
        history_complete_since: Revision(header.history_complete_since),
    })
}

/// A state in the making, with the count of its parts.
struct Sink<'a> {
    rebuild: Rebuild,
    names: &'a mut SharedNames,
    count: u64,
}

impl Sink<'_> {
    fn take_all(&mut self, chunk: CheckpointChunk) -> Result<(), Malformed> {
        let at = NO_RECORD;
        self.take(chunk.networks, |body| Ok(Part::Network(Arc::new(Stored::load(body, at)?))))?;
        self.take(chunk.subnets, |body| Ok(Part::Subnet(Arc::new(Stored::load(body, at)?))))?;
        self.take(chunk.reservations, |body| Ok(Part::Reservation(Arc::new(Stored::load(body, at)?))))?;
        self.take(chunk.route_tables, |body| Ok(Part::RouteTable(Arc::new(Stored::load(body, at)?))))?;
        self.take(chunk.routes, |body| Ok(Part::Route(Arc::new(Stored::load(body, at)?))))?;
        self.take(chunk.clusters, |body| Ok(Part::Cluster(Arc::new(Stored::load(body, at)?))))?;
        self.take(chunk.node_pools, |body| Ok(Part::NodePool(Arc::new(Stored::load(body, at)?))))?;
        self.take(chunk.nodes, |body| Ok(Part::Node(Arc::new(Stored::load(body, at)?))))?;
        self.take(chunk.services, |body| Ok(Part::Service(Arc::new(Stored::load(body, at)?))))?;
        self.take(chunk.allocations, |body| Ok(Part::Allocation(Arc::new(Stored::load(body, at)?))))?;
        self.take(chunk.cooling, |cooling| {
            let first = load_number("cooling.first", &cooling.first)?;
            let last = cooling.last.map_or(Ok(first), |last| load_number("cooling.last", &last))?;
            if last < first {
                return Err(Malformed::new("cooling.last", "is below the first"));
            }
            let pool = required("cooling.pool", cooling.pool, at)?;
            Ok(Part::Cooling { pool, first, last, until: Timestamp(cooling.until) })
        })?;
        self.take(chunk.cursors, |cursor| {
            let next = load_number("cursor.next", &cursor.next)?;
            Ok(Part::Cursor { pool: required("cursor.pool", cursor.pool, at)?, next })
        })?;
        self.take(chunk.suspects, |suspect| {
            Ok(Part::Suspect { name: name("suspect.name", &suspect.name)?, since: Timestamp(suspect.since) })
        })?;
        self.take(chunk.observations, |listed| {
            let node = name("observation.node", &listed.node)?;
            Ok(Part::Observation { node, observed: Timestamp(listed.observed) })
        })?;
        self.take(chunk.requests, |request| {
            let remembered = Remembered {
                fingerprint: request.fingerprint,
                revision: Revision(request.revision),
                until: Timestamp(request.until),
            };
            Ok(Part::Request { actor: request.actor, id: request.request_id, remembered })
        })?;
        self.take(chunk.tombstones, |ended| {
            let tombstone = required("tombstone.tombstone", ended.tombstone, at)?;
            Ok(Part::Tombstone { name: name("tombstone.name", &ended.name)?, tombstone })
        })?;
        self.take(chunk.history, |entry| Ok(Part::Past(Arc::new(Stored::load(entry, at)?))))?;
        self.take(chunk.network_security_groups, |body| {
            Ok(Part::NetworkSecurityGroup(Arc::new(Stored::load(body, at)?)))
        })?;
        self.take(chunk.namespaces, |body| Ok(Part::Namespace(Arc::new(Stored::load(body, at)?))))?;
        self.take(chunk.network_policies, |body| Ok(Part::NetworkPolicy(Arc::new(Stored::load(body, at)?))))
    }

    fn take<M>(
        &mut self,
        messages: Vec<M>,
        part: impl Fn(M) -> Result<Part, Malformed>,
    ) -> Result<(), Malformed> {
        for message in messages {
            let mut part = part(message)?;
            self.names.share_all(&mut part);
            self.rebuild.add(part);
            self.count += 1;
        }
        Ok(())
    }
}

/// CRC-32C over the pieces of a state: equal states have equal digests.
pub(crate) fn state_digest(state: &State) -> u32 {
    Chunks::of(state).fold(0, |digest, chunk| crc32c::crc32c_append(digest, &chunk))
}

//! How is a state put together from its pieces?
//!
//! Reading a piece needs no state, so a start reads the next ones on one thread while it adds this one on another. Bytes
//! that are no piece give an error that names the piece and the field.

use std::collections::HashSet;
use std::sync::Arc;

use podnet_core::State;
use podnet_core::meta::Revision;
use podnet_core::name::Segment;
use podnet_core::state::{Head, HistoryEntry, Part, PastHolder, Rebuild, Remembered};
use podnet_core::time::Timestamp;
use podnet_proto::store::v1 as stored;
use podnet_proto::store::v1::CheckpointChunk;
use prost::Message;

use super::checkpoint::{FORMAT, NO_RECORD};
use super::scalar::{load_number, name};
use super::{DecodeError, Malformed, Stored, required};

/// What one piece holds.
pub(crate) struct Piece {
    head: Option<Head>,
    parts: Vec<Part>,
}

/// Reads one piece after the other.
#[derive(Default)]
pub(crate) struct PieceDecoder {
    names: SharedNames,
    pieces: u64,
}

impl PieceDecoder {
    /// Reads the next piece.
    ///
    /// # Errors
    /// Names the piece and the field that this version cannot read.
    pub(crate) fn decode(&mut self, bytes: &[u8]) -> Result<Piece, DecodeError> {
        self.pieces += 1;
        let place = || format!("piece {} of the state", self.pieces);
        let chunk =
            CheckpointChunk::decode(bytes).map_err(|error| Malformed::new("chunk", error).at(place()))?;
        let head = match (self.pieces, &chunk.header) {
            (1, Some(header)) => Some(head(header).map_err(|malformed| malformed.at(place()))?),
            (1, None) => return Err(Malformed::missing("header").at(place())),
            (_, Some(_)) => return Err(Malformed::new("header", "is there twice").at(place())),
            (_, None) => None,
        };
        let mut sink = Sink { names: &mut self.names, parts: Vec::new() };
        sink.take_all(chunk).map_err(|malformed| malformed.at(place()))?;
        Ok(Piece { head, parts: sink.parts })
    }
}

/// Puts a state together from its pieces, in their order.
#[derive(Default)]
pub(crate) struct PieceReader {
    rebuild: Option<Rebuild>,
    parts: u64,
}

impl PieceReader {
    /// Adds the next piece.
    pub(crate) fn add(&mut self, piece: Piece) {
        let Piece { head, parts } = piece;
        let Some(rebuild) = head.map(Rebuild::new).or_else(|| self.rebuild.take()) else { return };
        let rebuild = self.rebuild.insert(rebuild);
        self.parts += parts.len() as u64;
        parts.into_iter().for_each(|part| rebuild.add(part));
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

/// The parts of a piece in the making.
struct Sink<'a> {
    names: &'a mut SharedNames,
    parts: Vec<Part>,
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
            self.parts.push(part);
        }
        Ok(())
    }
}

//! How is a state taken apart and put together again, piece by piece, so that no copy of all of it ever exists?
//!
//! A state is its resources, and the few things that do not follow from them: what cools down, where each pool goes on,
//! and what is remembered. Who holds which number, and every index, follows and is not repeated. Putting the parts of
//! [`State::parts`] together with [`Rebuild`] gives an equal state (law L4). This module must not know how a part is
//! written down.

use std::sync::Arc;

use super::State;
use super::history::HistoryEntry;
use super::many::Unlisted;
use super::remembered::Remembered;
use crate::event::{Change, Event};
use crate::meta::Revision;
use crate::model::{
    Allocation, Cluster, Namespace, Network, NetworkPolicy, NetworkSecurityGroup, Node, NodePool,
    Reservation, Route, RouteTable, Service, Subnet, Tombstone,
};
use crate::name::{AllocationName, NodeName};
use crate::pool::PoolKey;
use crate::time::Timestamp;

/// What a state is of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// Its revision.
    pub revision: Revision,
    /// Time of that revision.
    pub time: Timestamp,
    /// Revision from which on no ended holding is missing.
    pub history_complete_since: Revision,
}

/// One piece of a state.
#[derive(Clone, Debug, PartialEq)]
pub enum Part {
    /// A virtual network.
    Network(Arc<Network>),
    /// A subnet.
    Subnet(Arc<Subnet>),
    /// A reservation.
    Reservation(Arc<Reservation>),
    /// A route table.
    RouteTable(Arc<RouteTable>),
    /// A route.
    Route(Arc<Route>),
    /// A cluster.
    Cluster(Arc<Cluster>),
    /// A node pool.
    NodePool(Arc<NodePool>),
    /// A node.
    Node(Arc<Node>),
    /// A Kubernetes Service.
    Service(Arc<Service>),
    /// A live allocation.
    Allocation(Arc<Allocation>),
    /// Released numbers that are not free yet.
    Cooling {
        /// The pool.
        pool: PoolKey,
        /// First number of the run.
        first: u128,
        /// Last number of the run; not below the first.
        last: u128,
        /// When they are free again.
        until: Timestamp,
    },
    /// Where the next search in turn of a pool starts.
    Cursor {
        /// The pool.
        pool: PoolKey,
        /// The number.
        next: u128,
    },
    /// An attachment that a sweep did not see.
    Suspect {
        /// Its name.
        name: AllocationName,
        /// When it was missing first.
        since: Timestamp,
    },
    /// The last list of a node's attachments for a sweep.
    Observation {
        /// The node.
        node: NodeName,
        /// When the list was made.
        observed: Timestamp,
    },
    /// A request that was answered.
    Request {
        /// Who asked.
        actor: String,
        /// The caller's id.
        id: String,
        /// What is remembered.
        remembered: Remembered,
    },
    /// A released attachment.
    Tombstone {
        /// Its name.
        name: AllocationName,
        /// What is remembered.
        tombstone: Tombstone,
    },
    /// A holding that ended.
    Past(Arc<HistoryEntry>),
    /// A network security group.
    NetworkSecurityGroup(Arc<NetworkSecurityGroup>),
    /// A namespace.
    Namespace(Arc<Namespace>),
    /// A network policy.
    NetworkPolicy(Arc<NetworkPolicy>),
}

impl State {
    /// What this state is of.
    pub fn head(&self) -> Head {
        Head {
            revision: self.revision,
            time: self.time,
            history_complete_since: self.history.complete_since(),
        }
    }

    /// Every piece, in an order in which each stands behind those that it needs. Equal states have equal parts.
    pub fn parts(&self) -> impl Iterator<Item = Part> + '_ {
        // Every field by name: a new one does not compile until it is decided whether it follows from others.
        let Self {
            revision: _,
            time: _,
            networks,
            subnets,
            reservations,
            route_tables,
            routes,
            clusters,
            node_pools,
            nodes,
            services,
            network_security_groups,
            namespaces,
            network_policies,
            allocations,
            attachments: _,
            index: _,
            pools,
            cooling: _,
            suspects,
            observations,
            requests,
            tombstones,
            history,
        } = self;
        let resources = (networks.values().cloned().map(Part::Network))
            .chain(subnets.values().cloned().map(Part::Subnet))
            .chain(reservations.values().cloned().map(Part::Reservation))
            .chain(route_tables.values().cloned().map(Part::RouteTable))
            .chain(routes.values().cloned().map(Part::Route))
            .chain(clusters.values().cloned().map(Part::Cluster))
            .chain(node_pools.values().cloned().map(Part::NodePool))
            .chain(nodes.values().cloned().map(Part::Node))
            .chain(services.values().cloned().map(Part::Service))
            .chain(allocations.values().cloned().map(Part::Allocation));
        let cooling = pools.iter().flat_map(|(key, pool)| {
            pool.cooling().map(|(first, last, until)| Part::Cooling { pool: key.clone(), first, last, until })
        });
        let cursors = pools.iter().map(|(key, pool)| Part::Cursor { pool: key.clone(), next: pool.cursor() });
        let suspects =
            suspects.iter().map(|(name, since)| Part::Suspect { name: name.clone(), since: *since });
        let observations = observations
            .iter()
            .map(|(node, observed)| Part::Observation { node: node.clone(), observed: *observed });
        let requests = requests.iter().map(|(actor, id, remembered)| Part::Request {
            actor: actor.to_owned(),
            id: id.to_owned(),
            remembered: *remembered,
        });
        let tombstones = tombstones
            .iter()
            .map(|(name, tombstone)| Part::Tombstone { name: name.clone(), tombstone: *tombstone });
        let history = history.iter().cloned().map(Part::Past);
        let memories = suspects.chain(observations).chain(requests).chain(tombstones).chain(history);
        let filters = (network_security_groups.values().cloned().map(Part::NetworkSecurityGroup))
            .chain(namespaces.values().cloned().map(Part::Namespace))
            .chain(network_policies.values().cloned().map(Part::NetworkPolicy));
        resources.chain(cooling).chain(cursors).chain(memories).chain(filters)
    }
}

/// A state that is being put together.
#[derive(Debug)]
pub struct Rebuild {
    head: Head,
    state: State,
    unlisted: Unlisted,
}

impl Rebuild {
    /// Nothing yet.
    pub fn new(head: Head) -> Self {
        let state = State { revision: head.revision, time: head.time, ..State::default() };
        Self { head, state, unlisted: Unlisted::default() }
    }

    /// Adds a part; those that it needs must be there already, as in the order of [`State::parts`]. A part whose pool is
    /// missing changes nothing.
    pub fn add(&mut self, part: Part) {
        match part {
            Part::Network(body) => self.create(Event::Network(Change::Created(Arc::unwrap_or_clone(body)))),
            Part::Subnet(body) => self.create(Event::Subnet(Change::Created(Arc::unwrap_or_clone(body)))),
            Part::Reservation(body) => {
                self.create(Event::Reservation(Change::Created(Arc::unwrap_or_clone(body))));
            }
            Part::RouteTable(body) => {
                self.create(Event::RouteTable(Change::Created(Arc::unwrap_or_clone(body))));
            }
            Part::Route(body) => self.create(Event::Route(Change::Created(Arc::unwrap_or_clone(body)))),
            Part::Cluster(body) => self.create(Event::Cluster(Change::Created(Arc::unwrap_or_clone(body)))),
            Part::NodePool(body) => self.create(Event::NodePool(Change::Created(Arc::unwrap_or_clone(body)))),
            Part::Node(body) => self.create(Event::Node(Change::Created(Arc::unwrap_or_clone(body)))),
            Part::Service(body) => self.create(Event::Service(Change::Created(Arc::unwrap_or_clone(body)))),
            Part::Allocation(body) => self.unlisted.add(&mut self.state, body),
            Part::Cooling { pool, first, last, until } => {
                if let Some(found) = self.state.pools.get_mut(&pool) {
                    found.restore_cooling(first, last, until);
                    self.state.cooling.insert((until, pool, first));
                }
            }
            Part::Cursor { pool, next } => {
                if let Some(found) = self.state.pools.get_mut(&pool) {
                    found.restore_cursor(next);
                }
            }
            Part::Suspect { name, since } => {
                self.state.suspects.insert(name, since);
            }
            Part::Observation { node, observed } => {
                self.state.observations.insert(node, observed);
            }
            Part::Request { actor, id, remembered } => self.state.requests.insert(&actor, &id, remembered),
            Part::Tombstone { name, tombstone } => self.state.tombstones.insert(name, tombstone),
            Part::Past(entry) => self.state.history.insert(Arc::unwrap_or_clone(entry)),
            Part::NetworkSecurityGroup(body) => {
                self.create(Event::NetworkSecurityGroup(Change::Created(Arc::unwrap_or_clone(body))));
            }
            Part::Namespace(body) => {
                self.create(Event::Namespace(Change::Created(Arc::unwrap_or_clone(body))));
            }
            Part::NetworkPolicy(body) => {
                self.create(Event::NetworkPolicy(Change::Created(Arc::unwrap_or_clone(body))));
            }
        }
    }

    fn create(&mut self, event: Event) {
        self.state.evolve(&event, self.head.revision, self.head.time);
    }

    /// The state.
    pub fn finish(mut self) -> State {
        self.unlisted.list(&mut self.state);
        self.state.history.set_complete_since(self.head.history_complete_since);
        self.state
    }
}

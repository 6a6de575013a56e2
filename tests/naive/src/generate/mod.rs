//! Which states are tried: seeded random networks, clusters, routes, pods and services, with the faults that people make.
//!
//! [`world`] makes one from a seed; the folder has one file for each part of it, in the order in which they come about.
//! States are made by the domain's own commands, so they are legal. Must not know how flows are judged.

mod changes;
mod cluster;
mod filters;
mod network;
mod pods;
mod policies;
mod routes;
mod security;
mod services;

use podnet_core::address::Family;
use podnet_core::model::NetworkMode;

use crate::random::Random;
use crate::world::World;

/// Sets the choices of filters apart from the others.
const FILTERS: u64 = 0x5ec0_0000;
/// Sets the choices of rows by blocks apart from the others.
const ROWS: u64 = 0x0b10_c000;
/// Worlds with filters, of a hundred.
const FILTERED_PERCENT: usize = 45;

/// What a random world may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Nodes of the first cluster, at most; at least one is tried.
    pub nodes: usize,
    /// Pods of a node, at most.
    pub pods_of_node: usize,
    /// Services, at most.
    pub services: usize,
    /// Whether networks of others, gateways and a second cluster are tried.
    pub neighbours: bool,
    /// Whether faults are tried: wrong routes, nodes that are not ready, changed addresses.
    pub faults: bool,
    /// Whether security groups and network policies are tried.
    pub filters: bool,
    /// Whether groups and policies of few rules are tried, so that a proof often meets each kind.
    pub plain_filters: bool,
    /// Whether users' rows inside of nodes' blocks are tried, and rows that hold several blocks.
    pub rows_by_blocks: bool,
    /// The only mode; `None` for either.
    pub mode: Option<NetworkMode>,
    /// The only family; `None` for either.
    pub family: Option<Family>,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            nodes: 6,
            pods_of_node: 3,
            services: 5,
            neighbours: true,
            faults: true,
            filters: false,
            plain_filters: false,
            rows_by_blocks: false,
            mode: None,
            family: None,
        }
    }
}

/// The world of a seed.
#[must_use]
pub fn world(seed: u64, limits: Limits) -> World {
    let mut random = Random::new(seed);
    // A generator of their own, so that a seed gives the same networks with filters and without.
    let mut filters = Random::new(seed ^ FILTERS);
    let filtered = limits.filters && filters.percent(FILTERED_PERCENT);
    let mut world = World::default();
    let plan = network::networks(&mut world, &mut random, limits);
    routes::tables(&mut world, &mut random, &plan);
    if filtered {
        security::groups(&mut world, &mut filters, &plan);
    }
    network::machines(&mut world, &mut random, &plan);
    cluster::clusters(&mut world, &mut random, limits, &plan);
    pods::pods(&mut world, &mut random, limits);
    routes::user_routes(&mut world, &mut random, limits, &plan);
    if limits.rows_by_blocks {
        routes::by_blocks(&mut world, &mut Random::new(seed ^ ROWS));
    }
    services::services(&mut world, &mut random, limits);
    if filtered {
        security::attach(&mut world, &mut filters, &plan);
        policies::policies(&mut world, &mut filters);
    }
    if limits.plain_filters {
        filters::filters(&mut world, &mut random);
    }
    if limits.faults {
        changes::changes(&mut world, &mut random);
    }
    world
}

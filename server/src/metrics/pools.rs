//! How full is everything? Counts of one snapshot, made when somebody asks.
//!
//! The pools of nodes are added up by node pool, so that their count follows what people name and not how a cluster
//! scales. Cost follows the count of pools; no address is looked at.

use std::collections::BTreeMap;
use std::fmt;

use podnet_core::State;
use podnet_core::address::Family;
use podnet_core::ipam::usage::counts;
use podnet_core::limits::ROUTES_PER_TABLE_MAX;
use podnet_core::model::NodeState;
use podnet_core::name::NodeName;
use podnet_core::pool::{PoolKey, Usage};
use prometheus_client::encoding::{DescriptorEncoder, EncodeLabelSet};
use prometheus_client::metrics::MetricType;

use super::page::labels;

/// States of a node as labels, and of one that is gone.
const NODE_STATES: [&str; 4] = ["active", "cordoned", "not_ready", "gone"];

/// Whose figures: cluster (empty for a subnet), resource name of the pool, family.
type Whose = (String, String, &'static str);

/// The counts of one snapshot.
#[derive(Debug, Default)]
pub(super) struct Counts {
    addresses: BTreeMap<Whose, Usage>,
    /// Free node blocks of a pod CIDR, by their prefix length.
    blocks: BTreeMap<(Whose, u8), u128>,
    /// Nodes of each node pool, and how many of them take no more pods.
    nodes: BTreeMap<(String, String), (u64, u64)>,
    tables: BTreeMap<String, u64>,
    leaked: [u64; NODE_STATES.len()],
}

impl Counts {
    /// Counts a state.
    pub(super) fn of(state: &State) -> Self {
        let mut counts = Self::default();
        for (key, pool) in state.pools.iter() {
            match key {
                PoolKey::Subnet(name, family) => {
                    let whose = (String::new(), name.to_string(), word(*family));
                    counts.add(whose, self::counts(pool));
                }
                PoolKey::NodeBlock(node, family) | PoolKey::NodeAddresses(node, family) => {
                    let Some(node) = state.nodes.get(node) else { continue };
                    let whose = (node.name.cluster.to_string(), node.pool.to_string(), word(*family));
                    counts.add(whose, self::counts(pool));
                }
                PoolKey::PodBlocks(cluster, family) => {
                    let Some(found) = state.clusters.get(cluster) else { continue };
                    let whose = (cluster.cluster.to_string(), cluster.to_string(), word(*family));
                    counts.blocks.insert((whose, found.node_prefix_length(*family)), pool.usage().free);
                }
            }
        }
        for pool in state.node_pools.keys() {
            counts.nodes.insert((pool.cluster.to_string(), pool.to_string()), (0, 0));
        }
        for node in state.nodes.values() {
            let of_pool =
                counts.nodes.entry((node.name.cluster.to_string(), node.pool.to_string())).or_default();
            of_pool.0 += 1;
            of_pool.1 += u64::from(state.allocation_count_on(node) >= node.max_pods as usize);
        }
        for table in state.route_tables.keys() {
            counts.tables.insert(table.to_string(), state.routes_of(table).count() as u64);
        }
        for name in state.suspects.keys() {
            let allocation = state.allocations.get(name);
            let node = allocation.and_then(|allocation| {
                state.nodes.get(&NodeName { cluster: name.cluster.clone(), node: allocation.node.clone() })
            });
            let place = match node.map(|node| node.state) {
                Some(NodeState::Active) => 0,
                Some(NodeState::Cordoned) => 1,
                Some(NodeState::NotReady) => 2,
                None => 3,
            };
            if let Some(count) = counts.leaked.get_mut(place) {
                *count += 1;
            }
        }
        counts
    }

    fn add(&mut self, whose: Whose, usage: Usage) {
        let sum = self.addresses.entry(whose).or_default();
        *sum = Usage {
            capacity: sum.capacity.saturating_add(usage.capacity),
            allocated: sum.allocated.saturating_add(usage.allocated),
            cooling: sum.cooling.saturating_add(usage.cooling),
            reserved: sum.reserved.saturating_add(usage.reserved),
            free: sum.free.saturating_add(usage.free),
        };
    }

    pub(super) fn encode(&self, encoder: &mut DescriptorEncoder<'_>) -> fmt::Result {
        let help = "Addresses of a subnet, or of the pods of a node pool's nodes, by state";
        let rows = self.addresses.iter().flat_map(|((cluster, pool, family), usage)| {
            let states = [
                ("allocated", usage.allocated),
                ("reserved", usage.reserved),
                ("cooling", usage.cooling),
                ("free", usage.free),
            ];
            states.into_iter().map(move |(state, count)| {
                let whose =
                    [("cluster", cluster.as_str()), ("pool", pool), ("family", family), ("state", state)];
                (labels(whose), number(count))
            })
        });
        family(encoder, "podnet_pool_addresses", help, rows)?;

        let help = "All addresses of a subnet, or of the pods of a node pool's nodes";
        let rows = self.addresses.iter().map(|((cluster, pool, family), usage)| {
            (
                labels([("cluster", cluster.as_str()), ("pool", pool), ("family", family)]),
                number(usage.capacity),
            )
        });
        family(encoder, "podnet_pool_capacity_addresses", help, rows)?;

        let help =
            "Node blocks of a pod CIDR that are free, by their prefix length; each takes one more node";
        let rows = self.blocks.iter().map(|(((cluster, pool, family), length), free)| {
            let length = length.to_string();
            let whose =
                [("cluster", cluster.as_str()), ("pool", pool), ("family", family), ("length", &length)];
            (labels(whose), number(*free))
        });
        family(encoder, "podnet_pool_free_prefixes", help, rows)?;

        let of_node_pools = |pick: fn(&(u64, u64)) -> u64| {
            let rows = self.nodes.iter();
            rows.map(move |((cluster, pool), both)| {
                (
                    labels([("cluster", cluster.as_str()), ("pool", pool)]),
                    super::histogram::approximate(pick(both)),
                )
            })
        };
        family(encoder, "podnet_nodes", "Nodes of a node pool", of_node_pools(|both| both.0))?;
        let help = "Nodes of a node pool that hold as many pods as they take";
        family(encoder, "podnet_node_pod_limit_reached_nodes", help, of_node_pools(|both| both.1))?;

        let rows = self.tables.iter().map(|(table, count)| {
            (labels([("table", table.as_str())]), super::histogram::approximate(*count))
        });
        family(encoder, "podnet_route_table_routes", "Routes of a route table", rows)?;
        let limit = number(ROUTES_PER_TABLE_MAX as u128);
        let rows = self.tables.keys().map(|table| (labels([("table", table.as_str())]), limit));
        family(encoder, "podnet_route_table_limit", "Routes that a route table may have", rows)?;

        let help = "Allocations that a sweep did not see and has not yet released, by state of their node";
        let rows = NODE_STATES
            .into_iter()
            .zip(self.leaked)
            .map(|(state, count)| (labels([("node_state", state)]), super::histogram::approximate(count)));
        family(encoder, "podnet_leaked_allocations", help, rows)
    }
}

/// A family of gauges.
fn family<L: EncodeLabelSet>(
    encoder: &mut DescriptorEncoder<'_>,
    name: &str,
    help: &str,
    rows: impl Iterator<Item = (L, f64)>,
) -> fmt::Result {
    let mut family = encoder.encode_descriptor(name, help, None, MetricType::Gauge)?;
    for (labels, value) in rows {
        family.encode_family(&labels)?.encode_gauge(&value)?;
    }
    Ok(())
}

fn word(family: Family) -> &'static str {
    match family {
        Family::V4 => "ipv4",
        Family::V6 => "ipv6",
    }
}

/// A count as the format has it: IPv6 pools have more than any other number type holds.
#[expect(clippy::cast_precision_loss, reason = "the format knows floating point only")]
fn number(count: u128) -> f64 {
    count as f64
}

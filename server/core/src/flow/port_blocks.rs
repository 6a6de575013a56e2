//! Which source ports of which public addresses does a load balancer's outbound rule give to one node.
//!
//! The rules are those of "Use Source Network Address Translation (SNAT) for outbound connections"
//! (learn.microsoft.com/azure/load-balancer/load-balancer-outbound-connections; aks-networking.md 5.2):
//!
//! - an address has 64,000 ports; a rule of the load balancer on that address takes 8 of them;
//! - with the default allocation a node has a block of the table's size on each address, 1,024 ports at most in all;
//! - with a fixed number a node has one block of that size; addresses are filled one after another.
//!
//! In which order the platform gives blocks to nodes is not documented; here it is the order of their names. That a block
//! belongs to one node, and how large it is, is documented. This module must not know packets.

use crate::topology::outbound::{PORTS_PER_ADDRESS, ports_by_pool_size};

/// First port of the first block.
const FIRST_PORT: u32 = 1024;
/// Ports that one rule takes on the address that it uses.
const PORTS_PER_RULE: u32 = 8;
/// Ports of one node at most with the default allocation.
const DEFAULT_PORTS_MAX: u32 = 1024;

/// Ports of one node on one address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PortBlock {
    /// Index of the address.
    pub address: usize,
    /// First port.
    pub first: u16,
    /// How many.
    pub size: u32,
}

impl PortBlock {
    fn new(address: usize, number: u32, size: u32) -> Self {
        let first = FIRST_PORT.saturating_add(number.saturating_mul(size));
        Self { address, first: u16::try_from(first).unwrap_or(u16::MAX), size }
    }

    /// The last port.
    pub fn last(&self) -> u16 {
        let last = u32::from(self.first).saturating_add(self.size.saturating_sub(1));
        u16::try_from(last).unwrap_or(u16::MAX)
    }
}

/// Ports of an address that nodes can have, with this many rules of the load balancer on it.
pub fn ports_for_nodes(rules: usize) -> u32 {
    let all = u32::try_from(PORTS_PER_ADDRESS).unwrap_or(u32::MAX);
    all.saturating_sub(PORTS_PER_RULE.saturating_mul(u32::try_from(rules).unwrap_or(u32::MAX)))
}

/// Blocks of the node with this index among `nodes`, in the order in which they are used; empty if none is left. `fixed`
/// is the number of ports for each node, 0 for the default allocation; `available` has the ports of each address.
pub fn port_blocks(fixed: u32, index: u32, nodes: usize, available: &[u32]) -> Vec<PortBlock> {
    if fixed > 0 {
        return fixed_block(fixed, index, available).into_iter().collect();
    }
    let size = ports_by_pool_size(nodes);
    let holds = |(_, ports): &(usize, &u32)| index.saturating_add(1).saturating_mul(size) <= **ports;
    let most = (DEFAULT_PORTS_MAX / size) as usize;
    let with_room = available.iter().enumerate().filter(holds).take(most);
    with_room.map(|(address, _)| PortBlock::new(address, index, size)).collect()
}

/// Addresses are filled one after another.
fn fixed_block(size: u32, index: u32, available: &[u32]) -> Option<PortBlock> {
    let mut before = 0;
    for (address, ports) in available.iter().enumerate() {
        let room = ports.checked_div(size)?;
        if index - before < room {
            return Some(PortBlock::new(address, index - before, size));
        }
        before += room;
    }
    None
}

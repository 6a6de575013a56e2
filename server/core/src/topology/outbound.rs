//! Is there room for the ports that nodes need on their way out.
//!
//! Rules of the load balancer's source port allocation (aks-networking.md 5.2).

use crate::limits;
use crate::model::{Outbound, OutboundType};
use crate::rejection::{Reason, Rejection};

/// Source ports of one public address.
pub const PORTS_PER_ADDRESS: u64 = 64_000;

/// Ports that the load balancer gives each node when nobody says otherwise, by count of nodes.
pub fn ports_by_pool_size(nodes: usize) -> u32 {
    match nodes {
        0..=50 => 1024,
        51..=100 => 512,
        101..=200 => 256,
        201..=400 => 128,
        401..=800 => 64,
        _ => 32,
    }
}

/// Checks the settings by themselves.
pub(crate) fn check(outbound: &Outbound) -> Result<(), Rejection> {
    let count = outbound.addresses.len();
    if count > limits::OUTBOUND_ADDRESSES_MAX {
        let limit = limits::OUTBOUND_ADDRESSES_MAX;
        let message = format!("outbound.addresses has {count} entries; AKS takes at most {limit}");
        return Err(Rejection::invalid("outbound.addresses", message).with("limit", limit));
    }
    let ports = outbound.allocated_ports;
    if !ports.is_multiple_of(8) || u64::from(ports) > PORTS_PER_ADDRESS {
        let message = format!(
            "outbound.allocated_outbound_ports is {ports}; use a multiple of 8 up to {PORTS_PER_ADDRESS}, or 0"
        );
        return Err(Rejection::invalid("outbound.allocated_outbound_ports", message)
            .with("value", ports)
            .platform("SpecifiedAllocatedOutboundPortsForOutboundRuleIsNotAMultipleOfEight"));
    }
    Ok(())
}

/// Checks that a count of nodes fits the fixed ports of the public addresses.
pub(crate) fn check_nodes(outbound: &Outbound, nodes: usize) -> Result<(), Rejection> {
    let addresses = outbound.addresses.len() as u64;
    if outbound.kind != OutboundType::LoadBalancer || outbound.allocated_ports == 0 || addresses == 0 {
        return Ok(());
    }
    let needed = nodes as u64 * u64::from(outbound.allocated_ports);
    let available = addresses * PORTS_PER_ADDRESS;
    if needed <= available {
        return Ok(());
    }
    let message = format!(
        "allocated ports {} is not in an allowable range: {nodes} nodes require {needed} ports but only {available} are \
         available given {addresses} outbound public addresses; add addresses or lower the ports for each node",
        outbound.allocated_ports
    );
    Err(Rejection::new(Reason::ResourceLimitReached, message)
        .with("limit", available)
        .with("count", needed)
        .with("nodes", nodes)
        .with("ports_needed", needed)
        .with("ports_available", available)
        .platform("InvalidLoadBalancerProfileAllocatedOutboundPorts"))
}

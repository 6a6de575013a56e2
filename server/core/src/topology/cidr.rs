//! Which prefixes does the platform refuse: the validation list of aks-networking.md section 3.
//!
//! Pure checks on prefixes, each with the platform's own error code where one is documented. Must not know state.

use std::net::IpAddr;

use crate::address::{Family, address_of};
use crate::prefix::{Prefix, first_overlap};
use crate::rejection::{Reason, Rejection};

/// Ranges that no virtual network may use (Azure FAQ): multicast, broadcast, loopback, link-local, platform DNS.
const REFUSED_FOR_NETWORKS: [&str; 5] =
    ["224.0.0.0/4", "255.255.255.255/32", "127.0.0.0/8", "169.254.0.0/16", "168.63.129.16/32"];
/// Ranges that AKS keeps from pod, service and network prefixes of a cluster; overlap counts, not containment.
const REFUSED_FOR_CLUSTERS: [&str; 4] = ["169.254.0.0/16", "172.30.0.0/16", "172.31.0.0/16", "192.0.2.0/24"];
/// Widest IPv4 network that AKS takes.
const NETWORK_LENGTH_MIN_V4: u8 = 8;
/// Smallest IPv4 subnet.
const SUBNET_LENGTH_MAX_V4: u8 = 29;
/// The only IPv6 subnet length.
const SUBNET_LENGTH_V6: u8 = 64;
/// A service CIDR is smaller than a /12.
const SERVICE_LENGTH_ABOVE_V4: u8 = 12;
/// An IPv6 service CIDR is a /108 or smaller.
const SERVICE_LENGTH_MIN_V6: u8 = 108;
/// Most bits between an IPv6 pod CIDR and a node's block (node CIDR allocator: "the node CIDR size is too big").
const NODE_LENGTH_DIFFERENCE_MAX: u8 = 16;
/// Smallest node block: below, host-local has no room for a gateway and a pod.
const NODE_LENGTH_MAX_V4: u8 = 29;

fn refuse_overlap(field: &str, prefixes: &[Prefix], refused: &[&str], who: &str) -> Result<(), Rejection> {
    for text in refused {
        let Ok(range) = Prefix::parse(text) else { continue };
        if let Some(prefix) = prefixes.iter().find(|prefix| prefix.overlaps(&range)) {
            let message =
                format!("{field} {prefix} overlaps {range}, which {who} keeps; choose another range");
            return Err(Rejection::new(Reason::CidrReserved, message)
                .with("field", field)
                .with("prefix", prefix)
                .with("reserved_prefix", range)
                .field(field));
        }
    }
    Ok(())
}

/// Two different prefixes of one list must not overlap.
pub fn disjoint(field: &str, prefixes: &[Prefix]) -> Result<(), Rejection> {
    for (index, prefix) in prefixes.iter().enumerate() {
        if let Some((other, _)) = first_overlap(&prefixes[index + 1..], &[*prefix]) {
            return Err(overlap(field, prefix, field, other));
        }
    }
    Ok(())
}

/// The refusal of an overlap, naming both sides.
pub fn overlap(
    name: impl std::fmt::Display,
    prefix: &Prefix,
    other_name: impl std::fmt::Display,
    other: &Prefix,
) -> Rejection {
    let message =
        format!("{name} {prefix} overlaps {other_name} {other}; choose prefixes that share no address");
    Rejection::new(Reason::CidrOverlap, message)
        .with("prefix", prefix)
        .with("name", name)
        .with("other_prefix", other)
        .with("other_name", other_name)
}

fn size(field: &str, prefix: &Prefix, allowed: &str) -> Rejection {
    let message = format!("{field} {prefix} has a length of {}; allowed is {allowed}", prefix.length());
    Rejection::new(Reason::CidrSize, message)
        .with("prefix", prefix)
        .with("length", prefix.length())
        .with("allowed", allowed)
        .field(field)
}

/// The address space of a virtual network.
pub fn network_prefixes(field: &str, prefixes: &[Prefix]) -> Result<(), Rejection> {
    if !prefixes.iter().any(|prefix| prefix.family() == Family::V4) {
        return Err(Rejection::invalid(field, format!("{field} needs at least one IPv4 prefix")));
    }
    for prefix in prefixes {
        match prefix.family() {
            Family::V4
                if prefix.length() < NETWORK_LENGTH_MIN_V4 || prefix.length() > SUBNET_LENGTH_MAX_V4 =>
            {
                return Err(size(field, prefix, "/8 to /29"));
            }
            Family::V6 if prefix.length() > SUBNET_LENGTH_V6 => {
                return Err(size(field, prefix, "at most /64"));
            }
            Family::V4 | Family::V6 => {}
        }
    }
    refuse_overlap(field, prefixes, &REFUSED_FOR_NETWORKS, "Azure")?;
    disjoint(field, prefixes)
}

/// The prefixes of a subnet: one IPv4, then at most one IPv6 of length 64.
pub fn subnet_prefixes(field: &str, prefixes: &[Prefix]) -> Result<(), Rejection> {
    let families: Vec<_> = prefixes.iter().map(Prefix::family).collect();
    if families != [Family::V4] && families != [Family::V4, Family::V6] {
        return Err(Rejection::invalid(
            field,
            format!("{field} takes one IPv4 prefix, then at most one IPv6 prefix"),
        ));
    }
    for prefix in prefixes {
        match prefix.family() {
            Family::V4 if prefix.length() > SUBNET_LENGTH_MAX_V4 => {
                return Err(size(field, prefix, "at most /29"));
            }
            Family::V6 if prefix.length() != SUBNET_LENGTH_V6 => {
                return Err(size(field, prefix, "exactly /64"));
            }
            Family::V4 | Family::V6 => {}
        }
    }
    Ok(())
}

/// Prefixes that a cluster uses must not touch the ranges that AKS keeps.
pub fn cluster_reserved(field: &str, prefixes: &[Prefix]) -> Result<(), Rejection> {
    refuse_overlap(field, prefixes, &REFUSED_FOR_CLUSTERS, "AKS")
}

/// The pod CIDRs of a kubenet cluster: one for each family, wide enough for node blocks.
pub fn pod_prefixes(
    prefixes: &[Prefix],
    families: &[Family],
    node_length: impl Fn(Family) -> u8,
) -> Result<(), Rejection> {
    let field = "pod_prefixes";
    per_family(field, prefixes, families)?;
    for prefix in prefixes {
        let (family, length) = (prefix.family(), node_length(prefix.family()));
        let difference = length.saturating_sub(prefix.length());
        let too_small =
            family == Family::V4 && length > NODE_LENGTH_MAX_V4 || family == Family::V6 && length > 112;
        if length < prefix.length() || difference > NODE_LENGTH_DIFFERENCE_MAX || too_small {
            let allowed = "a node block at most 16 bits longer, an IPv4 block at most /29 and an IPv6 block at most /112";
            let message = format!(
                "a node block of /{length} does not go with the pod CIDR {prefix}: allowed is {allowed}"
            );
            return Err(Rejection::new(Reason::CidrSize, message)
                .with("prefix", prefix)
                .with("length", prefix.length())
                .with("allowed", allowed)
                .with("node_prefix_length", length)
                .field(field));
        }
    }
    cluster_reserved(field, prefixes)
}

/// The service CIDRs of a cluster.
pub fn service_prefixes(prefixes: &[Prefix], families: &[Family]) -> Result<(), Rejection> {
    let field = "service_prefixes";
    per_family(field, prefixes, families)?;
    for prefix in prefixes {
        match prefix.family() {
            Family::V4 if prefix.length() <= SERVICE_LENGTH_ABOVE_V4 || prefix.length() > 29 => {
                return Err(size(field, prefix, "smaller than /12, at most /29"));
            }
            Family::V6 if prefix.length() < SERVICE_LENGTH_MIN_V6 || prefix.length() > 125 => {
                return Err(size(field, prefix, "/108 to /125"));
            }
            Family::V4 | Family::V6 => {}
        }
    }
    cluster_reserved(field, prefixes)
}

fn per_family(field: &str, prefixes: &[Prefix], families: &[Family]) -> Result<(), Rejection> {
    let given: Vec<_> = prefixes.iter().map(Prefix::family).collect();
    if given == families {
        return Ok(());
    }
    let wanted: Vec<_> = families.iter().map(|family| family.word()).collect();
    Err(Rejection::invalid(
        field,
        format!("{field} takes one prefix for each family, in this order: {}", wanted.join(", ")),
    ))
}

/// The DNS address is in the service CIDR and not its first address, which is `kubernetes.default`.
pub fn dns_address(address: IpAddr, service_prefixes: &[Prefix]) -> Result<(), Rejection> {
    let holder = service_prefixes.iter().find(|prefix| prefix.contains(address));
    let first_host = holder.map(|prefix| address_of(prefix.family(), prefix.first_number() + 1));
    let fault = match holder {
        None => "is out of the range defined by the service CIDR",
        Some(prefix) if address == prefix.first() || Some(address) == first_host => {
            "is the first address of the service CIDR, which the kubernetes Service has"
        }
        Some(_) => return Ok(()),
    };
    let shown: Vec<_> = service_prefixes.iter().map(ToString::to_string).collect();
    let message =
        format!("the DNS service IP {address} {fault} {}; the tenth address is usual", shown.join(", "));
    Err(Rejection::new(Reason::DnsAddressOutsideServiceCidr, message)
        .with("address", address)
        .with("service_prefixes", shown.join(","))
        .platform("DnsServiceIpOutOfServiceCidr")
        .field("dns_service_address"))
}

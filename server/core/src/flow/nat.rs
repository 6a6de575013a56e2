//! Does a node put its own address as source, and why not.
//!
//! The rule is ip-masq-agent's (aks-networking.md 1.7): by destination only, after the destination was translated, for
//! whatever leaves the node by routing. A pod keeps its address if the destination is in the cluster's list.

use std::net::IpAddr;
use std::sync::Arc;

use super::hop::Ingress;
use super::packet::Packet;
use super::recorder::Recorder;
use super::step::{NatRecord, NatSkip, Place};
use super::text::Text;
use super::transit::Transit;
use super::vocabulary::{NatHook, NatKind, NatSkipReason};
use crate::address::Family;
use crate::model::{Cluster, Network, NetworkMode, Subnet};
use crate::prefix::Prefix;
use crate::text::put_all;

/// What a rule says.
pub(super) enum SourceNat {
    /// Rewrite the source, for this rule.
    Rewrite(NatKind, Text),
    /// Keep it, and why.
    Keep(NatSkip, Text),
}

/// Destinations that keep the pod's source.
#[derive(Clone, Copy)]
pub(super) struct NonMasquerade<'a> {
    parts: [&'a [Prefix]; 3],
    /// Whether the list is the mode's default.
    is_default: bool,
}

impl<'a> NonMasquerade<'a> {
    /// The list that the nodes of a subnet have.
    pub(super) fn of(cluster: &'a Cluster, network: Option<&'a Network>, subnet: &'a Subnet) -> Self {
        if let Some(list) = &cluster.non_masquerade_prefixes {
            return Self { parts: [list, &[], &[]], is_default: false };
        }
        let parts: [&[Prefix]; 3] = match cluster.mode {
            NetworkMode::Kubenet => [&cluster.pod_prefixes, &[], &[]],
            NetworkMode::AzureCni => {
                let space: &[Prefix] = network.map_or(&[], |network| &network.address_prefixes);
                [&subnet.address_prefixes, &cluster.service_prefixes, space]
            }
        };
        Self { parts, is_default: true }
    }

    fn prefixes(self) -> impl Iterator<Item = Prefix> + 'a {
        self.parts.into_iter().flatten().copied()
    }
}

/// Decides about the source of a new flow that leaves a node towards a pod or the network. `mark` is what the service
/// rules asked for.
pub(super) fn decide(
    list: NonMasquerade<'_>,
    ingress: Ingress,
    mark: Option<NatKind>,
    packet: &Packet,
) -> SourceNat {
    if let Some(kind) = mark {
        let hairpin = kind == NatKind::ServiceHairpinSnat;
        let rule = if hairpin {
            "hairpin: the endpoint is the sender -> masquerade"
        } else {
            "KUBE-MARK-MASQ -> masquerade"
        };
        return SourceNat::Rewrite(kind, rule.into());
    }
    let keep = |reason, prefix, text: Text| {
        let skip = NatSkip {
            kind: NatKind::NodeMasquerade,
            reason,
            prefix,
            prefix_is_default: prefix.is_some() && list.is_default,
        };
        SourceNat::Keep(skip, text)
    };
    if ingress == Ingress::Process {
        let text = "the packet has an address of the node already";
        return keep(NatSkipReason::HostNetworkPod, None, text.into());
    }
    if packet.family() == Family::V6 {
        return keep(NatSkipReason::Ipv6NotMasqueraded, None, "IPv6 is not masqueraded".into());
    }
    let destination = packet.destination;
    let holding = list.prefixes().filter(|prefix| prefix.contains(destination));
    if let Some(prefix) = holding.max_by_key(Prefix::length) {
        let write = if list.is_default {
            |text: &mut String, address: IpAddr, prefix: Prefix| {
                put_all(text, &[&address, &" is in ", &prefix, &" of the default non-masquerade list"]);
            }
        } else {
            |text: &mut String, address: IpAddr, prefix: Prefix| {
                put_all(text, &[&address, &" is in ", &prefix, &" of the user's non-masquerade list"]);
            }
        };
        let text = Text::of_inside(destination, prefix, write);
        return keep(NatSkipReason::DestinationInNonMasqueradeRange, Some(prefix), text);
    }
    let list: Vec<_> = list.prefixes().collect();
    SourceNat::Rewrite(
        NatKind::NodeMasquerade,
        Text::later(move || format!("IP-MASQ-AGENT: ! -d {} -> masquerade", joined(&list))),
    )
}

/// Puts an address of the node as source.
pub(super) fn masquerade<R: Recorder>(
    transit: &mut Transit<R>,
    place: &Arc<Place>,
    kind: NatKind,
    address: IpAddr,
    rule: Text,
) {
    let before = transit.packet;
    let after = Packet { source: address, source_ports: before.source_ports.masqueraded(), ..before };
    transit.rewrite(place, after, || {
        let text =
            Text::later(move || format!("the node's address {address} takes the place of {}", before.source));
        let (hook, rule) = (NatHook::Postrouting, rule.to_string());
        (text, NatRecord { kind, hook, rule, port_allocation: None, session: String::new() })
    });
}

fn joined(list: &[Prefix]) -> String {
    if list.is_empty() {
        return "(empty list)".to_owned();
    }
    list.iter().map(ToString::to_string).collect::<Vec<_>>().join(",")
}

//! How is a rewriting said, and one that does not happen?

use podnet::v1::{self, NatKind, NatSkipReason};

use crate::output::trace::tuple::{destination, source};
use crate::output::words::{phrase, word};

/// The kind, and old => new of each end that changes.
pub(super) fn parts(record: &v1::NatRecord) -> Vec<String> {
    let mut parts = vec![word(record.kind().as_str_name(), "NAT_KIND_")];
    let unknown = v1::Packet::default();
    let old = record.old_packet.as_ref().unwrap_or(&unknown);
    let new = record.new_packet.as_ref().unwrap_or(&unknown);
    for (side, old, new) in [("src", source(old), source(new)), ("dst", destination(old), destination(new))] {
        if old != new {
            parts.push(format!("{side} {old} => {new}"));
        }
    }
    if record.kind() == NatKind::LbFloatingIp && parts.len() == 1 {
        parts.push("destination kept".to_owned());
    }
    if let Some(ports) = &record.port_allocation {
        let used = ports.in_use.map(|count| format!(", {count} in use")).unwrap_or_default();
        parts.push(format!("{} ports for each destination{used}", ports.capacity));
    }
    parts
}

/// The kind that does not happen, and why.
pub(super) fn skip(skip: &v1::NatSkip) -> String {
    let kind = word(skip.kind().as_str_name(), "NAT_KIND_");
    let reason = match (skip.reason(), skip.prefix.as_str()) {
        (NatSkipReason::DestinationInNonMasqueradeRange, prefix) if !prefix.is_empty() => {
            let list = if skip.prefix_is_default { "default" } else { "user" };
            format!("dst in {prefix} ({list} list)")
        }
        (reason, prefix) => {
            format!("{} {prefix}", phrase(reason.as_str_name(), "NAT_SKIP_REASON_")).trim_end().to_owned()
        }
    };
    if kind.is_empty() { reason } else { format!("{kind}: {reason}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn old_and_new_of_both_ends_and_the_ports() {
        let packet = |source: &str, first, last| v1::Packet {
            source_address: source.into(),
            source_ports: Some(v1::PortRange { first, last }),
            destination_address: "198.51.100.9".into(),
            ..Default::default()
        };
        let record = v1::NatRecord {
            kind: NatKind::LbOutboundSnat.into(),
            old_packet: Some(packet("10.240.0.4", 41000, 41000)),
            new_packet: Some(packet("20.0.0.1", 1024, 2047)),
            port_allocation: Some(v1::PortAllocation { capacity: 1024, in_use: Some(7), ports: None }),
            ..Default::default()
        };
        let expected = [
            "LB_OUTBOUND_SNAT",
            "src 10.240.0.4:41000 => 20.0.0.1:1024-2047",
            "1024 ports for each destination, 7 in use",
        ];
        assert_eq!(parts(&record), expected);
    }

    #[test]
    fn why_it_did_not_happen() {
        let mut given = v1::NatSkip {
            kind: NatKind::NodeMasquerade.into(),
            reason: NatSkipReason::DestinationInNonMasqueradeRange.into(),
            prefix: "10.240.0.0/16".into(),
            prefix_is_default: false,
        };
        assert_eq!(skip(&given), "NODE_MASQUERADE: dst in 10.240.0.0/16 (user list)");
        given.reason = NatSkipReason::ReturnPacket.into();
        given.prefix.clear();
        assert_eq!(skip(&given), "NODE_MASQUERADE: return packet");
    }
}

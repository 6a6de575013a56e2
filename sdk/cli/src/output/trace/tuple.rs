//! How are the addresses and ports of a packet written?

use podnet::v1;

/// An address that is not in the model.
const UNKNOWN: &str = "?";

/// Address and port text; `port` is empty or begins with a colon.
#[must_use]
pub fn joined(address: &str, port: &str) -> String {
    let address = if address.is_empty() { UNKNOWN } else { address };
    if address.contains(':') && !port.is_empty() {
        format!("[{address}]{port}")
    } else {
        format!("{address}{port}")
    }
}

/// `:443`, `:1024-2047`, or nothing for a protocol without ports.
#[must_use]
pub fn ports(range: Option<&v1::PortRange>) -> String {
    match range {
        None => String::new(),
        Some(range) if range.first == range.last => format!(":{}", range.first),
        Some(range) => format!(":{}-{}", range.first, range.last),
    }
}

/// Source address and ports.
#[must_use]
pub fn source(packet: &v1::Packet) -> String {
    joined(&packet.source_address, &ports(packet.source_ports.as_ref()))
}

/// Destination address and ports.
#[must_use]
pub fn destination(packet: &v1::Packet) -> String {
    joined(&packet.destination_address, &ports(packet.destination_ports.as_ref()))
}

/// The packet as `src -> dst`.
#[must_use]
pub fn tuple(packet: &v1::Packet) -> String {
    format!("{} -> {}", source(packet), destination(packet))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ports_are_one_a_range_or_none_and_unknown_is_a_question_mark() {
        let range = |first, last| Some(v1::PortRange { first, last });
        let packet = v1::Packet {
            source_ports: range(1024, 2047),
            destination_address: "fd00::1".into(),
            destination_ports: range(443, 443),
            ..Default::default()
        };
        assert_eq!(tuple(&packet), "?:1024-2047 -> [fd00::1]:443");
        let echo = v1::Packet {
            source_address: "fd00::2".into(),
            destination_address: "fd00::1".into(),
            ..Default::default()
        };
        assert_eq!(tuple(&echo), "fd00::2 -> fd00::1");
    }
}

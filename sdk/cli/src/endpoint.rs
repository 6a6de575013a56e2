//! Which end of a flow does a text on the command line mean?

use std::net::{IpAddr, Ipv4Addr};

use crate::exit::Failure;

/// A host of the documentation range TEST-NET-2 (RFC 5737): nobody has it, so it stands for any Internet host.
const INTERNET_HOST: IpAddr = IpAddr::V4(Ipv4Addr::new(198, 51, 100, 250));

/// One end, as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "each variant is the end of that name")]
pub enum End {
    Pod { namespace: String, name: String },
    Allocation(String),
    Node(String),
    Machine(String),
    Service { namespace: String, name: String },
    Address(IpAddr),
}

impl End {
    /// The words for people.
    #[must_use]
    pub fn label(&self) -> String {
        match self {
            Self::Pod { namespace, name } => format!("pod {namespace}/{name}"),
            Self::Allocation(text) => format!("allocation {text}"),
            Self::Node(text) => format!("node {text}"),
            Self::Machine(text) => format!("vm {text}"),
            Self::Service { namespace, name } => format!("svc {namespace}/{name}"),
            Self::Address(address) if *address == INTERNET_HOST => format!("internet {address}"),
            Self::Address(address) => address.to_string(),
        }
    }

    /// The words with a port.
    #[must_use]
    pub fn label_with(&self, port: Option<u16>) -> String {
        match (port, self) {
            (None, _) => self.label(),
            (Some(port), Self::Address(address)) if address.is_ipv6() => format!("[{address}]:{port}"),
            (Some(port), _) => format!("{}:{port}", self.label()),
        }
    }
}

/// The end and its port.
///
/// # Errors
/// The text is none of the forms.
pub fn parse(text: &str) -> Result<(End, Option<u16>), Failure> {
    let wrong = || {
        let forms = "pod:NAMESPACE/NAME, allocation:ID, node:NAME, vm:SUBNET/RESERVATION, svc:NAMESPACE/NAME, internet or an address";
        Failure::Usage(format!("`{text}` is no end of a flow: give {forms}, with :PORT behind a destination"))
    };
    if let Ok(address) = text.parse::<IpAddr>() {
        return Ok((End::Address(address), None));
    }
    let (kind, rest) = text.split_once(':').unwrap_or((text, ""));
    if kind == "internet" {
        return Ok((End::Address(INTERNET_HOST), port(rest).map_err(|()| wrong())?));
    }
    let make: fn(&str) -> Option<End> = match kind {
        "pod" => |rest| namespaced(rest).map(|(namespace, name)| End::Pod { namespace, name }),
        "svc" | "service" => {
            |rest| namespaced(rest).map(|(namespace, name)| End::Service { namespace, name })
        }
        "allocation" | "alloc" => |rest| Some(End::Allocation(rest.to_owned())),
        "node" => |rest| Some(End::Node(rest.to_owned())),
        "vm" | "reservation" => |rest| Some(End::Machine(rest.to_owned())),
        _ => return address(text).ok_or_else(wrong),
    };
    let (name, number) = rest.rsplit_once(':').unwrap_or((rest, ""));
    if name.is_empty() {
        return Err(wrong());
    }
    Ok((make(name).ok_or_else(wrong)?, port(number).map_err(|()| wrong())?))
}

/// `10.0.0.1:443` or `[fd00::1]:443`.
fn address(text: &str) -> Option<(End, Option<u16>)> {
    let (address, number) = text.rsplit_once(':')?;
    let bare = address.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
    let number = port(number).ok()?;
    Some((End::Address(bare.unwrap_or(address).parse().ok()?), number))
}

/// Nothing is no port; 0 is none that can be asked for.
fn port(text: &str) -> Result<Option<u16>, ()> {
    match text {
        "" => Ok(None),
        text => text.parse().ok().filter(|port| *port > 0).map(Some).ok_or(()),
    }
}

/// A name without namespace is in `default`, as kubectl has it.
fn namespaced(text: &str) -> Option<(String, String)> {
    let (namespace, name) = text.rsplit_once('/').unwrap_or(("default", text));
    (!namespace.is_empty() && !name.is_empty()).then(|| (namespace.to_owned(), name.to_owned()))
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail by panicking")]
mod tests {
    use super::*;

    #[test]
    fn every_form_is_understood() {
        let pod = End::Pod { namespace: "shop".into(), name: "web-0".into() };
        assert_eq!(parse("pod:shop/web-0").unwrap(), (pod.clone(), None));
        assert_eq!(parse("pod:shop/web-0:8080").unwrap(), (pod, Some(8080)));
        assert_eq!(parse("pod:web").unwrap().0.label(), "pod default/web");
        assert_eq!(parse("svc:shop/web:80").unwrap().0.label_with(Some(80)), "svc shop/web:80");
        assert_eq!(parse("node:aks-0").unwrap().0, End::Node("aks-0".into()));
        assert_eq!(parse("vm:vms/sql-1:1433").unwrap(), (End::Machine("vms/sql-1".into()), Some(1433)));
        assert_eq!(parse("10.0.0.1:443").unwrap(), (End::Address("10.0.0.1".parse().unwrap()), Some(443)));
        assert_eq!(parse("[fd00::1]:443").unwrap(), (End::Address("fd00::1".parse().unwrap()), Some(443)));
        assert_eq!(parse("fd00::1").unwrap(), (End::Address("fd00::1".parse().unwrap()), None));
        assert_eq!(parse("internet:443").unwrap(), (End::Address(INTERNET_HOST), Some(443)));
    }

    #[test]
    fn other_texts_are_refused() {
        for text in ["", "pod:", "host:a", "10.0.0.1:http", "10.0.0.1:0", "pod:/x", "10.0.0.1:70000"] {
            assert!(parse(text).is_err(), "{text}");
        }
    }
}

//! What are the words for values of the contract: enums, names, counts, times?

use podnet::v1;
use prost_types::Timestamp;

/// An enum value without its prefix, as `READY`; empty for a value that is not stated.
#[must_use]
pub fn word(name: &str, prefix: &str) -> String {
    let word = name.strip_prefix(prefix).unwrap_or(name);
    if word == "UNSPECIFIED" { String::new() } else { word.to_owned() }
}

/// An enum value as Azure writes it, `VIRTUAL_APPLIANCE` as `VirtualAppliance`.
#[must_use]
pub fn camel(name: &str, prefix: &str) -> String {
    word(name, prefix)
        .split('_')
        .map(|part| {
            let (first, rest) = part.split_at(part.len().min(1));
            format!("{first}{}", rest.to_ascii_lowercase())
        })
        .collect()
}

/// An enum value as a phrase, `DESTINATION_ON_SAME_NODE` as `destination on same node`.
#[must_use]
pub fn phrase(name: &str, prefix: &str) -> String {
    word(name, prefix).to_ascii_lowercase().replace('_', " ")
}

/// The type of a next hop as Azure writes it.
#[must_use]
pub fn hop_type(kind: v1::NextHopType) -> String {
    camel(kind.as_str_name(), "NEXT_HOP_TYPE_")
}

/// Last part of a resource name.
#[must_use]
pub fn id(name: &str) -> &str {
    name.rsplit('/').next().unwrap_or(name)
}

/// A resource name without the collections, `networks/a/subnets/b` as `a/b`; other text as it is.
#[must_use]
pub fn short(name: &str) -> String {
    let parts: Vec<&str> = name.split('/').collect();
    if parts.len() % 2 == 1 {
        return name.to_owned();
    }
    parts.iter().skip(1).step_by(2).copied().collect::<Vec<_>>().join("/")
}

/// Kind and id of a place, `clusters/c/nodes/n` as `("node", "n")`.
#[must_use]
pub fn place(name: &str) -> (&'static str, String) {
    let mut parts = name.rsplit('/');
    let (Some(id), Some(collection)) = (parts.next(), parts.next()) else { return ("", name.to_owned()) };
    let kind = match collection {
        "networks" => "vnet",
        "subnets" => "subnet",
        "reservations" => "vm",
        "routeTables" => "table",
        "routes" => "route",
        "clusters" => "cluster",
        "nodePools" => "pool",
        "nodes" => "node",
        "allocations" => "pod",
        "services" => "svc",
        _ => return ("", name.to_owned()),
    };
    (kind, id.to_owned())
}

/// Items with commas.
#[must_use]
pub fn list<T: AsRef<str>>(items: &[T]) -> String {
    items.iter().map(AsRef::as_ref).collect::<Vec<_>>().join(",")
}

/// Yes or nothing.
#[must_use]
pub fn yes(value: bool) -> String {
    if value { "yes".to_owned() } else { String::new() }
}

/// A number, nothing for 0.
#[must_use]
pub fn number(value: impl Into<u64>) -> String {
    match value.into() {
        0 => String::new(),
        value => value.to_string(),
    }
}

/// A time in UTC to the second.
#[must_use]
pub fn time(time: Option<&Timestamp>) -> String {
    time.map(|time| Timestamp { seconds: time.seconds, nanos: 0 }.to_string()).unwrap_or_default()
}

/// Namespace and name of a pod.
#[must_use]
pub fn owner(owner: Option<&v1::Owner>) -> String {
    match owner {
        Some(owner) if !owner.pod.is_empty() => format!("{}/{}", owner.namespace, owner.pod),
        Some(_) | None => String::new(),
    }
}

/// Addresses of an allocation.
#[must_use]
pub fn addresses(addresses: &[v1::AllocatedAddress]) -> String {
    list(&addresses.iter().map(|address| address.address.as_str()).collect::<Vec<_>>())
}

/// Revision and etag of a resource.
#[must_use]
pub fn version(meta: Option<&v1::Meta>) -> [String; 2] {
    meta.map(|meta| [meta.revision.to_string(), meta.etag.clone()]).unwrap_or_default()
}

/// One change of routes, `+ aks-0  10.244.0.0/24 -> 10.240.0.4`.
#[must_use]
pub fn hop(route: &v1::Route) -> String {
    let kind = route.next_hop_type();
    if kind == v1::NextHopType::VirtualAppliance { route.next_hop_address.clone() } else { hop_type(kind) }
}

/// Text that cannot move the cursor of a terminal or break a line: control characters are shown as `\u{1b}`.
#[must_use]
pub fn printable(text: &str) -> String {
    if !text.chars().any(char::is_control) {
        return text.to_owned();
    }
    text.chars().flat_map(|c| if c.is_control() { c.escape_default().collect() } else { vec![c] }).collect()
}

/// English plural.
#[must_use]
pub fn count(number: impl Into<u64>, one: &str, many: &str) -> String {
    let number = number.into();
    format!("{number} {}", if number == 1 { one } else { many })
}

/// `text` in at most `width` characters: the middle gives way, as both ends of machine names tell them apart.
#[must_use]
pub fn elide(text: &str, width: usize) -> String {
    let length = text.chars().count();
    if length <= width {
        return text.to_owned();
    }
    let head = width.saturating_sub(1) / 3;
    let tail = width.saturating_sub(1) - head;
    text.chars().take(head).chain(std::iter::once('…')).chain(text.chars().skip(length - tail)).collect()
}

/// `text` cut into lines of at most `width` characters: at spaces, inside a longer word after a sign, else anywhere.
#[must_use]
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in text.split(' ').flat_map(|word| pieces(word, width)) {
        if !line.is_empty() && line.chars().count() + 1 + word.chars().count() > width {
            lines.push(std::mem::take(&mut line).trim_end().to_owned());
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(&word);
    }
    lines.push(line);
    lines
}

/// A word in pieces that fit into `width`.
fn pieces(word: &str, width: usize) -> Vec<String> {
    let mut rest: Vec<char> = word.chars().collect();
    let mut pieces = Vec::new();
    while rest.len() > width.max(1) {
        let sign = rest.iter().take(width).rposition(|c| "/_-:.".contains(*c)).map(|index| index + 1);
        let tail = rest.split_off(sign.unwrap_or(width).max(1));
        pieces.push(rest.into_iter().collect());
        rest = tail;
    }
    pieces.push(rest.into_iter().collect());
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn enums_are_shown_in_three_ways() {
        let name = v1::NextHopType::VirtualAppliance.as_str_name();
        assert_eq!(word(name, "NEXT_HOP_TYPE_"), "VIRTUAL_APPLIANCE");
        assert_eq!(camel(name, "NEXT_HOP_TYPE_"), "VirtualAppliance");
        assert_eq!(phrase(name, "NEXT_HOP_TYPE_"), "virtual appliance");
        assert_eq!(word(v1::NodeState::Unspecified.as_str_name(), "NODE_STATE_"), "");
    }

    #[test]
    fn names_are_shortened() {
        assert_eq!(short("networks/vnet/subnets/nodes"), "vnet/nodes");
        assert_eq!(short("internet"), "internet");
        assert_eq!(place("clusters/c/nodes/aks-0"), ("node", "aks-0".to_owned()));
        assert_eq!(place("load-balancer"), ("", "load-balancer".to_owned()));
    }

    #[test]
    fn long_names_keep_both_ends() {
        assert_eq!(elide("aks-nodepool1-12345678-vmss000001", 28), "aks-nodep…2345678-vmss000001");
        assert_eq!(elide("aks-0", 28), "aks-0");
    }

    #[test]
    fn control_characters_are_shown_not_obeyed() {
        assert_eq!(printable("a\u{1b}[31m\nb…"), "a\\u{1b}[31m\\nb…");
    }

    #[test]
    fn lines_break_at_spaces_and_long_words_after_signs() {
        assert_eq!(wrap("one two three", 7), ["one two", "three"]);
        assert_eq!(wrap("a networks/v/subnets/s", 12), ["a", "networks/v/", "subnets/s"]);
        assert_eq!(wrap("abcdef", 4), ["abcd", "ef"]);
    }
}

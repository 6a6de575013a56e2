//! What is shown of a resource? Plain values, the same from the domain and from the wire, each one line.

use super::names::short;

/// A node.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// Full name.
    pub name: String,
    /// Own addresses.
    pub addresses: Vec<String>,
    /// Blocks.
    pub pod_prefixes: Vec<String>,
    /// Secondary addresses.
    pub pod_addresses: Vec<String>,
    /// `READY`, `CORDONED` or `NOT_READY`.
    pub state: &'static str,
}

impl Node {
    /// One line.
    #[must_use]
    pub fn line(&self) -> String {
        let mut line = format!("node {} {}", short(&self.name), self.addresses.join(" "));
        if !self.pod_prefixes.is_empty() {
            line += &format!(" pods={}", self.pod_prefixes.join(","));
        }
        if let (Some(first), Some(last)) = (self.pod_addresses.first(), self.pod_addresses.last()) {
            line += &format!(" pods={first}..{last}({})", self.pod_addresses.len());
        }
        if self.state != "READY" {
            line += &format!(" {}", self.state);
        }
        line
    }
}

/// A route.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Route {
    /// Full name.
    pub name: String,
    /// Destination.
    pub prefix: String,
    /// Address or type of the next hop.
    pub next_hop: String,
    /// Whose it is; empty for the user's.
    pub managed_by: String,
}

impl Route {
    /// One line.
    #[must_use]
    pub fn line(&self) -> String {
        let by = if self.managed_by.is_empty() { String::new() } else { format!(" by={}", self.managed_by) };
        format!("route {} {} -> {}{by}", short(&self.name), self.prefix, self.next_hop)
    }
}

/// What happened to a route.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RouteChange {
    /// It was added.
    Added(Route),
    /// It was changed to this.
    Replaced(Route),
    /// It was removed.
    Removed(Route),
}

impl RouteChange {
    /// One line.
    #[must_use]
    pub fn line(&self) -> String {
        match self {
            Self::Added(route) => format!("+ {}", route.line()),
            Self::Replaced(route) => format!("~ {}", route.line()),
            Self::Removed(route) => format!("- {}", route.line()),
        }
    }
}

/// A live allocation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Allocation {
    /// Full name.
    pub name: String,
    /// Node within the cluster.
    pub node: String,
    /// Addresses with prefix length.
    pub addresses: Vec<String>,
    /// Gateways, one for each address.
    pub gateways: Vec<String>,
}

impl Allocation {
    /// One line.
    #[must_use]
    pub fn line(&self) -> String {
        let (addresses, gateways) = (self.addresses.join(" "), self.gateways.join(" "));
        format!("alloc {} on {} {addresses} via {gateways}", short(&self.name), self.node)
    }
}

/// Counts of a pool.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Usage {
    /// `IPV4` or `IPV6`, or the length of blocks.
    pub what: String,
    /// All.
    pub capacity: String,
    /// Held.
    pub allocated: u128,
    /// Waiting.
    pub cooling: u128,
    /// Kept.
    pub reserved: u128,
    /// Free.
    pub free: String,
}

impl Usage {
    /// One line.
    #[must_use]
    pub fn line(&self) -> String {
        let Self { what, capacity, allocated, cooling, reserved, free } = self;
        format!(
            "{what} capacity={capacity} allocated={allocated} cooling={cooling} reserved={reserved} free={free}"
        )
    }
}

/// Who held an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hold {
    /// Address or block.
    pub address: String,
    /// Full name.
    pub holder: String,
    /// First revision.
    pub start: u64,
    /// Revision at which it ended; `None` if it lives.
    pub end: Option<u64>,
}

impl Hold {
    /// One line.
    #[must_use]
    pub fn line(&self) -> String {
        let end = self.end.map_or_else(|| "now".to_owned(), |end| format!("r{end}"));
        format!("{} {} r{}..{end}", self.address, self.holder, self.start)
    }
}

/// First and last of many lines, with their count.
#[must_use]
pub fn summary(lines: &[String]) -> Vec<String> {
    match lines {
        [first, .., last] if lines.len() > 6 => {
            vec![first.clone(), format!("... {} more", lines.len() - 2), last.clone()]
        }
        few => few.to_vec(),
    }
}

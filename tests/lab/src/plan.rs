//! What is to be built: namespaces with their settings, links, addresses, routes and rules, as text for `ip` and `nft`.
//!
//! A plan is data, so that it can be shown with a mismatch and changed by a planted fault. Must not know the state that it
//! was made from.

use std::fmt;

/// A whole lab. Namespaces are filled in this order: one that makes a link stands before the one that has its other end.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// The namespaces.
    pub spaces: Vec<Space>,
}

/// One namespace.
#[derive(Clone, Debug, Default)]
pub struct Space {
    /// Name; `{name}` in a line of `ip` stands for the path of the namespace.
    pub name: String,
    /// Settings below /proc/sys/net; written before any interface is there.
    pub settings: Vec<(String, String)>,
    /// Lines for `ip -batch`.
    pub ip: Vec<String>,
    /// Lines for `bridge -batch`.
    pub bridge: Vec<String>,
    /// Lines for `nft -f -`.
    pub nft: Vec<String>,
    /// Attachments by the real CNI plugin, in the pods that they name.
    pub attachments: Vec<Attachment>,
}

/// A pod that a real CNI plugin attaches.
#[derive(Clone, Debug)]
pub struct Attachment {
    /// Namespace of the pod.
    pub pod: String,
    /// The plugin, as `bridge`.
    pub plugin: &'static str,
    /// Its configuration (JSON).
    pub configuration: String,
}

impl Space {
    /// A namespace with every setting written, whatever the machine's own are.
    pub fn new(name: impl Into<String>, forwards: bool) -> Self {
        let mut space = Self { name: name.into(), ..Self::default() };
        let forward = if forwards { "1" } else { "0" };
        for (setting, value) in [
            ("ipv4/ip_forward", forward),
            ("ipv4/conf/all/forwarding", forward),
            ("ipv4/conf/default/forwarding", forward),
            ("ipv4/conf/all/rp_filter", "0"),
            ("ipv4/conf/default/rp_filter", "0"),
            ("ipv4/conf/all/send_redirects", "0"),
            ("ipv4/conf/default/send_redirects", "0"),
            ("ipv4/conf/all/accept_redirects", "0"),
            ("ipv4/conf/default/accept_redirects", "0"),
            ("ipv4/conf/all/proxy_arp", "0"),
            ("ipv4/conf/default/proxy_arp", "0"),
            ("ipv4/fib_multipath_hash_policy", "1"),
            ("ipv4/ip_default_ttl", "64"),
            ("ipv4/ip_local_port_range", "32768 60999"),
            ("ipv4/tcp_reflect_tos", "1"),
            ("ipv4/icmp_echo_ignore_all", "0"),
            ("ipv6/conf/all/disable_ipv6", "1"),
            ("ipv6/conf/default/disable_ipv6", "1"),
            ("bridge/bridge-nf-call-iptables", "1"),
        ] {
            space.settings.push((setting.to_owned(), value.to_owned()));
        }
        space.ip("link set lo up");
        space
    }

    /// Adds a line for `ip`.
    pub fn ip(&mut self, line: impl Into<String>) {
        self.ip.push(line.into());
    }

    /// Adds a line for `bridge`.
    pub fn bridge(&mut self, line: impl Into<String>) {
        self.bridge.push(line.into());
    }

    /// Adds a line for `nft`.
    pub fn nft(&mut self, line: impl Into<String>) {
        self.nft.push(line.into());
    }
}

impl fmt::Display for Plan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for space in &self.spaces {
            writeln!(f, "== {}", space.name)?;
            for line in space.ip.iter().chain(&space.bridge).chain(&space.nft) {
                writeln!(f, "{line}")?;
            }
        }
        Ok(())
    }
}

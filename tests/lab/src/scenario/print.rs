//! How is a scenario written?

use std::fmt::{Display, Formatter, Result};

use podnet_core::model::Appliance;

use super::{End, Flow, Health, Mode, Protocol, Scenario, Service};

fn joined<T: Display>(items: &[T]) -> String {
    items.iter().map(ToString::to_string).collect::<Vec<_>>().join(",")
}

impl Mode {
    /// Its word.
    pub fn word(self) -> &'static str {
        match self {
            Self::Kubenet => "kubenet",
            Self::Transparent => "azure-cni-transparent",
            Self::Bridge => "azure-cni-bridge",
        }
    }
}

impl Protocol {
    /// Its word.
    pub fn word(self) -> &'static str {
        match self {
            Self::Tcp => "tcp",
            Self::Udp => "udp",
            Self::Icmp => "icmp",
        }
    }
}

impl Health {
    /// Its word.
    pub fn word(self) -> &'static str {
        match self {
            Self::Ready => "ready",
            Self::Terminating => "terminating",
            Self::Unready => "unready",
        }
    }
}

/// Word for a kind of appliance.
pub(super) fn appliance_word(kind: Appliance) -> &'static str {
    match kind {
        Appliance::Unknown => "forwards",
        Appliance::Router => "router",
        Appliance::Firewall => "firewall",
        Appliance::SourceNat => "source-nat",
    }
}

impl Display for End {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self {
            Self::Pod(name) => write!(f, "pod:{name}"),
            Self::Node(name) => write!(f, "node:{name}"),
            Self::Machine(name) => write!(f, "vm:{name}"),
            Self::Address(address) => address.fmt(f),
        }
    }
}

impl Display for Flow {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        write!(f, "flow {} {} {} {}", self.protocol.word(), self.source, self.destination, self.port)?;
        if let Some(port) = self.source_port {
            write!(f, " from={port}")?;
        }
        if self.times != 1 {
            write!(f, " times={}", self.times)?;
        }
        let wanted = &self.wanted;
        if let Some(answered) = wanted.answered {
            write!(f, " answered={answered}")?;
        }
        if !wanted.seen.is_empty() {
            write!(f, " seen={}", joined(&wanted.seen))?;
        }
        if let Some(ttl) = wanted.ttl {
            write!(f, " ttl={ttl}")?;
        }
        if let Some(answers) = wanted.answers {
            write!(f, " answers={answers}")?;
        }
        wanted.cause.as_ref().map_or(Ok(()), |cause| write!(f, " cause={cause}"))
    }
}

impl Display for Service {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        let protocol = if self.udp { "udp" } else { "tcp" };
        let [port, target, node] = self.ports;
        let (name, kind, address) = (&self.name, &self.kind, self.address);
        write!(f, "service {name} {kind} {address} {protocol} {port} {target} {node}")?;
        if let Some(frontend) = self.frontend {
            write!(f, " frontend={frontend}")?;
        }
        for (flag, set) in [
            ("external-local", self.external_local),
            ("internal-local", self.internal_local),
            ("rewrites", self.rewrites),
            ("affinity", self.affinity),
        ] {
            if set {
                write!(f, " {flag}")?;
            }
        }
        if !self.ranges.is_empty() {
            write!(f, " ranges={}", joined(&self.ranges))?;
        }
        self.endpoints.iter().try_for_each(|(pod, health)| write!(f, " {}={pod}", health.word()))
    }
}

impl Display for Scenario {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        writeln!(f, "title {}", self.title)?;
        writeln!(f, "mode {}{}", self.mode.word(), if self.cni { " cni" } else { "" })?;
        for (name, prefix) in &self.subnets {
            writeln!(f, "subnet {name} {prefix}")?;
        }
        for (network, subnet, prefix) in &self.networks {
            writeln!(f, "network {network} {subnet} {prefix}")?;
        }
        for peering in &self.peerings {
            write!(f, "peering {} {}", peering.from, peering.to)?;
            for (flag, set) in [
                ("no-access", !peering.access),
                ("forwarded", peering.forwarded),
                ("transit", peering.transit),
                ("remote-gateway", peering.remote_gateway),
            ] {
                if set {
                    write!(f, " {flag}")?;
                }
            }
            writeln!(f)?;
        }
        if !self.on_premises.is_empty() {
            writeln!(f, "on-premises {}", joined(&self.on_premises))?;
        }
        let outbound = &self.outbound;
        writeln!(f, "outbound {} {} {}", outbound.kind, outbound.ports, joined(&outbound.addresses))?;
        if self.round_robin {
            writeln!(f, "round-robin")?;
        }
        if let Some(list) = &self.keep_source {
            writeln!(f, "keep-source {}", joined(list))?;
        }
        for node in &self.nodes {
            let ready = if node.ready { "" } else { " not-ready" };
            let excluded = if node.excluded { " excluded" } else { "" };
            let forwards = if node.forwards { "" } else { " no-forwarding" };
            writeln!(f, "node {} {}{ready}{excluded}{forwards}", node.name, node.subnet)?;
        }
        for (pod, node) in &self.pods {
            writeln!(f, "pod {pod} {node}")?;
        }
        for vm in &self.machines {
            write!(f, "vm {} {} {}", vm.name, vm.subnet, vm.address)?;
            vm.forwards.map_or(Ok(()), |kind| write!(f, " {}", appliance_word(kind)))?;
            writeln!(f)?;
        }
        for route in &self.routes {
            writeln!(f, "route {} {} {} {}", route.table, route.name, route.prefix, route.next_hop)?;
        }
        for node in &self.withheld {
            writeln!(f, "no-route {node}")?;
        }
        for (subnet, table) in &self.associations {
            writeln!(f, "associate {subnet} {}", table.as_deref().unwrap_or("-"))?;
        }
        for table in &self.unpropagated {
            writeln!(f, "no-propagation {table}")?;
        }
        for service in &self.services {
            writeln!(f, "{service}")?;
        }
        self.filters.fmt(f)?;
        self.flows.iter().try_for_each(|flow| writeln!(f, "{flow}"))
    }
}

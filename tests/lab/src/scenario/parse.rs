//! How is a scenario read?

use podnet_core::model::Appliance;
use podnet_core::prefix::Prefix;

use super::print::appliance_word;
use super::{
    End, Flow, Health, Machine, Mode, Node, Outbound, Peering, Protocol, Route, Scenario, Service, Wanted,
};
use crate::Outcome;

/// Reads the scenarios of a text; `#` begins a comment, and `title` begins a scenario.
///
/// # Errors
/// The first line that is not understood, with its number.
pub fn parse(text: &str) -> Outcome<Vec<Scenario>> {
    let mut all: Vec<Scenario> = Vec::new();
    for (number, line) in (1..).zip(text.lines()) {
        let line = line.split('#').next().unwrap_or_default().trim();
        let Some(keyword) = line.split_whitespace().next() else { continue };
        let rest = line[keyword.len()..].trim();
        if keyword == "title" {
            all.push(Scenario { title: rest.to_owned(), ..Scenario::default() });
            continue;
        }
        if keyword == "as" {
            let like = all.iter().find(|known| known.title == rest);
            let like =
                like.ok_or_else(|| format!("line {number}: no scenario before this is titled {rest}"))?;
            let (like, title) = (like.clone(), all.last().map(|own| own.title.clone()).unwrap_or_default());
            if let Some(own) = all.last_mut() {
                *own = Scenario { title, flows: Vec::new(), ..like };
            }
            continue;
        }
        let scenario = all.last_mut().ok_or_else(|| format!("line {number}: begin with a title"))?;
        let words: Vec<&str> = rest.split_whitespace().collect();
        read(scenario, keyword, &words).map_err(|error| format!("line {number}: {line}: {error}"))?;
    }
    Ok(all)
}

fn read(scenario: &mut Scenario, keyword: &str, words: &[&str]) -> Outcome<()> {
    let word = |index: usize| words.get(index).copied().ok_or("too few words");
    let has = |flag: &str| words.contains(&flag);
    match keyword {
        "mode" => {
            let known = [Mode::Kubenet, Mode::Transparent, Mode::Bridge].into_iter();
            scenario.mode = known
                .into_iter()
                .find(|mode| Some(mode.word()) == words.first().copied())
                .ok_or("no mode")?;
            scenario.cni = has("cni");
        }
        "subnet" => scenario.subnets.push((word(0)?.to_owned(), prefix(word(1)?)?)),
        "network" => {
            scenario.networks.push((word(0)?.to_owned(), word(1)?.to_owned(), prefix(word(2)?)?));
        }
        "peering" => {
            let (from, to) = (word(0)?.to_owned(), word(1)?.to_owned());
            scenario.peerings.retain(|own| (&own.from, &own.to) != (&from, &to));
            scenario.peerings.push(Peering {
                from,
                to,
                access: !has("no-access"),
                forwarded: has("forwarded"),
                transit: has("transit"),
                remote_gateway: has("remote-gateway"),
            });
        }
        "on-premises" => scenario.on_premises = prefixes(word(0)?)?,
        "outbound" => {
            let listed = words.get(2).copied().unwrap_or_default().split(',').filter(|text| !text.is_empty());
            let addresses = listed.map(str::parse).collect::<Result<_, _>>()?;
            scenario.outbound = Outbound { kind: word(0)?.to_owned(), ports: word(1)?.parse()?, addresses };
        }
        "round-robin" => scenario.round_robin = true,
        "keep-source" => scenario.keep_source = Some(prefixes(words.first().copied().unwrap_or_default())?),
        "node" => {
            scenario.nodes.retain(|node| Some(node.name.as_str()) != words.first().copied());
            scenario.nodes.push(Node {
                name: word(0)?.to_owned(),
                subnet: word(1)?.to_owned(),
                ready: !has("not-ready"),
                excluded: has("excluded"),
                forwards: !has("no-forwarding"),
            });
            scenario.nodes.sort_by(|a, b| a.name.cmp(&b.name));
        }
        "pod" => scenario.pods.push((word(0)?.to_owned(), word(1)?.to_owned())),
        "vm" => scenario.machines.push(Machine {
            name: word(0)?.to_owned(),
            subnet: word(1)?.to_owned(),
            address: word(2)?.parse()?,
            forwards: words.get(3).map(|word| appliance(word)).transpose()?,
        }),
        "route" => scenario.routes.push(Route {
            table: word(0)?.to_owned(),
            name: word(1)?.to_owned(),
            prefix: prefix(word(2)?)?,
            next_hop: word(3)?.to_owned(),
        }),
        "no-route" => scenario.withheld.push(word(0)?.to_owned()),
        "associate" => {
            let table = Some(word(1)?).filter(|table| *table != "-").map(ToOwned::to_owned);
            scenario.associations.push((word(0)?.to_owned(), table));
        }
        "no-propagation" => scenario.unpropagated.push(word(0)?.to_owned()),
        "service" => {
            scenario.services.retain(|service| Some(service.name.as_str()) != words.first().copied());
            scenario.services.push(service(words)?);
        }
        "flow" => scenario.flows.push(flow(words)?),
        other => {
            if !scenario.filters.read(other, words)? {
                return Err(format!("no line begins with `{other}`").into());
            }
        }
    }
    Ok(())
}

fn appliance(word: &str) -> Outcome<Appliance> {
    let all = [Appliance::Unknown, Appliance::Router, Appliance::Firewall, Appliance::SourceNat];
    Ok(all.into_iter().find(|known| appliance_word(*known) == word).ok_or("no kind of appliance")?)
}

fn service(words: &[&str]) -> Outcome<Service> {
    let [name, kind, address, protocol, port, target, node, options @ ..] = words else {
        return Err("a service has a name, a kind, an address, a protocol and three ports".into());
    };
    let mut service = Service {
        name: (*name).to_owned(),
        kind: (*kind).to_owned(),
        udp: *protocol == "udp",
        address: address.parse()?,
        frontend: None,
        ports: [port.parse()?, target.parse()?, node.parse()?],
        external_local: false,
        internal_local: false,
        rewrites: false,
        affinity: false,
        ranges: Vec::new(),
        endpoints: Vec::new(),
    };
    for option in options {
        match option.split_once('=').unwrap_or((option, "")) {
            ("frontend", address) => service.frontend = Some(address.parse()?),
            ("external-local", _) => service.external_local = true,
            ("internal-local", _) => service.internal_local = true,
            ("rewrites", _) => service.rewrites = true,
            ("affinity", _) => service.affinity = true,
            ("ranges", list) => service.ranges = prefixes(list)?,
            ("ready", pod) => service.endpoints.push((pod.to_owned(), Health::Ready)),
            ("terminating", pod) => service.endpoints.push((pod.to_owned(), Health::Terminating)),
            ("unready", pod) => service.endpoints.push((pod.to_owned(), Health::Unready)),
            (other, _) => return Err(format!("a service has no `{other}`").into()),
        }
    }
    Ok(service)
}

fn flow(words: &[&str]) -> Outcome<Flow> {
    let [protocol, source, destination, port, options @ ..] = words else {
        return Err("a flow has a protocol, two ends and a port".into());
    };
    let mut flow = Flow {
        protocol: match *protocol {
            "tcp" => Protocol::Tcp,
            "udp" => Protocol::Udp,
            "icmp" => Protocol::Icmp,
            other => return Err(format!("{other} is no protocol").into()),
        },
        source: end(source)?,
        destination: end(destination)?,
        port: port.parse()?,
        source_port: None,
        times: 1,
        wanted: Wanted::default(),
    };
    for option in options {
        let (key, value) = option.split_once('=').ok_or("an option is key=value")?;
        match key {
            "from" => flow.source_port = Some(value.parse()?),
            "times" => flow.times = value.parse()?,
            "answered" => flow.wanted.answered = Some(value.parse()?),
            "seen" => flow.wanted.seen = value.split(',').map(str::parse).collect::<Result<_, _>>()?,
            "ttl" => flow.wanted.ttl = Some(value.parse()?),
            "answers" => flow.wanted.answers = Some(value.parse()?),
            "cause" => flow.wanted.cause = Some(value.to_owned()),
            other => return Err(format!("a flow has no `{other}`").into()),
        }
    }
    Ok(flow)
}

fn end(word: &str) -> Outcome<End> {
    Ok(match word.split_once(':') {
        Some(("pod", name)) => End::Pod(name.to_owned()),
        Some(("node", name)) => End::Node(name.to_owned()),
        Some(("vm", name)) => End::Machine(name.to_owned()),
        Some(_) | None => End::Address(word.parse()?),
    })
}

fn prefix(text: &str) -> Outcome<Prefix> {
    Ok(Prefix::parse(text).map_err(|error| error.to_string())?)
}

fn prefixes(text: &str) -> Outcome<Vec<Prefix>> {
    text.split(',').filter(|part| !part.is_empty()).map(prefix).collect()
}

//! What comes of all branches, there and back: the public entry of the judge.

use podnet_core::State;
use podnet_core::flow::packet::EPHEMERAL_PORTS;
use podnet_core::flow::vocabulary::{AbortCause, DropCause, Symmetry, Verdict};
use podnet_core::flow::{Flow, Packet, Place, Ports};
use podnet_core::model::{Appliance, Protocol};

use super::answer::{Answer, Branch, Ending};
use super::trip::{At, From, Memory, Permit, Sender, Station, Trip, same, turned};
use super::{edge, ends, fabric, host};

/// Places that a packet is carried to before the judge gives up.
const MOVES_MAX: usize = 400;

/// What happens to a flow; `None` if an end that is named does not exist.
#[must_use]
pub fn judge(state: &State, flow: &Flow) -> Option<Answer> {
    let start = match ends::start(state, flow)? {
        Ok(start) => start,
        Err((cause, place)) => return Some(given_up(cause, &place)),
    };
    let portless = flow.protocol == Protocol::Icmp;
    let packet = Packet {
        source: start.source,
        source_ports: match flow.source_port {
            _ if portless => Ports::Absent,
            Some(port) => Ports::One(port),
            None => EPHEMERAL_PORTS,
        },
        destination: start.destination,
        destination_ports: if portless { Ports::Absent } else { Ports::One(start.destination_port) },
        protocol: flow.protocol,
        ttl: 64,
    };
    let packet = Packet { source: host::own_source(state, &start.station, &packet), ..packet };
    let first = Trip { concurrent: flow.concurrent_flows, ..fresh(packet, Vec::new(), Vec::new(), false) };
    let there = travel(state, first, leaves(&start.station));
    let mut back = Vec::new();
    for (index, end) in there.iter().enumerate().filter(|_| !flow.one_way) {
        let Some(reached) = end.station.as_ref().filter(|_| end.ending == Ending::Deliver) else { continue };
        let answer = Packet { ttl: 64, ..turned(&end.trip.packet) };
        for mut found in {
            let (memories, permits) = (end.trip.memories.clone(), end.trip.permits.clone());
            travel(state, fresh(answer, memories, permits, true), leaves(reached))
        } {
            expected(&mut found, &start.station, &packet);
            goes_on(state, &mut found, &end.trip.memories);
            back.push((index, found));
        }
    }
    Some(sum_up(flow, there, back))
}

/// An end of a branch.
struct Arrived {
    trip: Trip,
    ending: Ending,
    station: Option<Station>,
}

fn fresh(packet: Packet, memories: Vec<Memory>, permits: Vec<Permit>, back: bool) -> Trip {
    Trip {
        packet,
        weight: 1.0,
        path: Vec::new(),
        choices: Vec::new(),
        rewritings: Vec::new(),
        filters: Vec::new(),
        memories,
        permits,
        machines: Vec::new(),
        back,
        concurrent: 0,
        sent: Vec::new(),
    }
}

fn leaves(station: &Station) -> At {
    match station {
        Station::Pod(pod) => At::PodSends(pod.clone()),
        Station::Node(node) => At::Node(node.clone(), From::Itself),
        Station::Machine(machine) => At::Subnet(machine.name.subnet_name(), Sender::Machine(machine.clone())),
        Station::OnPremises(network) => At::OnPremises(network.clone()),
        Station::Internet => At::Internet,
    }
}

/// Carries a packet until every branch has ended, in the order of nodes and endpoints.
fn travel(state: &State, mut trip: Trip, at: At) -> Vec<Arrived> {
    if let At::Subnet(_, Sender::Machine(machine)) = &at {
        trip.be_at_machine(&Place::Vm(machine.name.clone()));
    }
    let mut ended = Vec::new();
    let mut open = vec![(trip, at, 0)];
    while let Some((trip, at, moves)) = open.pop() {
        if moves > MOVES_MAX {
            continue;
        }
        let next = match &at {
            At::PodSends(pod) => host::pod_sends(state, trip, pod),
            At::Node(node, from) => host::node(state, trip, node, from),
            At::Subnet(subnet, sender) => fabric::subnet(state, trip, subnet, sender),
            At::PodGets(pod) => host::pod_gets(trip, pod),
            At::Machine(machine) => fabric::machine_gets(trip, machine),
            At::Appliance(machine) => fabric::pass_on(trip, machine),
            At::Frontend(service) => edge::frontend(state, trip, service),
            At::GatewayOut(network) => edge::gateway_out(state, trip, network),
            At::OnPremises(network) => edge::on_premises(state, trip, network),
            At::Internet => edge::internet(state, trip, moves == 0),
            At::End(ending, station) => {
                ended.push(Arrived { trip, ending: *ending, station: station.clone() });
                continue;
            }
        };
        open.extend(next.into_iter().rev().map(|(trip, at)| (trip, at, moves + 1)));
    }
    ended
}

/// An answer counts only where the flow started, and only as the ends that the sender knows.
fn expected(found: &mut Arrived, source: &Station, sent: &Packet) {
    if found.ending != Ending::Deliver {
        return;
    }
    let there = found.station.as_ref().map(Station::place);
    if there.as_ref() != Some(&source.place()) {
        found.ending = Ending::Drop(DropCause::NoSessionForReply);
    } else if !same(&turned(sent), &found.trip.packet) {
        found.ending = Ending::Drop(DropCause::ReplySourceMismatch);
    }
}

/// A connection needs its third packet: whoever keeps track of connections, passed the first on and missed the second, as
/// the answer went around it, takes the third for stray.
fn goes_on(state: &State, found: &mut Arrived, asked: &[Memory]) {
    if found.ending != Ending::Deliver || found.trip.packet.protocol != Protocol::Tcp {
        return;
    }
    for memory in asked {
        let strict = match &memory.place {
            Place::Node(_) => true,
            Place::Vm(name) => state.reservations.get(name).is_some_and(|machine| {
                matches!(machine.machine.appliance, Appliance::Firewall | Appliance::SourceNat)
            }),
            Place::Pod(_)
            | Place::Subnet(_)
            | Place::LoadBalancer(_)
            | Place::NatGateway(_)
            | Place::Gateway(_)
            | Place::OnPremises(_)
            | Place::Internet
            | Place::Nowhere => false,
        };
        // A machine that gets the answer as its own does not pass it on.
        let own = usize::from(matches!(found.station, Some(Station::Machine(_))));
        let last = found.trip.path.len().saturating_sub(own);
        let met = found.trip.path.iter().take(last).any(|(place, _)| *place == memory.place);
        if strict && !met {
            found.ending = Ending::Drop(DropCause::NoSessionForReply);
            return;
        }
    }
}

fn verdict(ending: Ending) -> Verdict {
    match ending {
        Ending::Deliver => Verdict::Reachable,
        Ending::Drop(_) => Verdict::Unreachable,
        Ending::Forward(_) | Ending::Abort(_) => Verdict::Undetermined,
    }
}

/// Over branches: one that is open leaves the whole open, unless some arrive and some do not.
fn over(verdicts: &[Verdict]) -> Verdict {
    let has = |wanted: Verdict| verdicts.contains(&wanted);
    let mixed = has(Verdict::Ambiguous) || (has(Verdict::Reachable) && has(Verdict::Unreachable));
    if mixed {
        Verdict::Ambiguous
    } else if has(Verdict::Undetermined) || verdicts.is_empty() {
        Verdict::Undetermined
    } else if has(Verdict::Reachable) {
        Verdict::Reachable
    } else {
        Verdict::Unreachable
    }
}

fn sum_up(flow: &Flow, there: Vec<Arrived>, back: Vec<(usize, Arrived)>) -> Answer {
    let of = |ends: &[&Arrived]| over(&ends.iter().map(|end| verdict(end.ending)).collect::<Vec<_>>());
    let forward = of(&there.iter().collect::<Vec<_>>());
    let answers: Vec<_> = back.iter().map(|(_, end)| end).collect();
    let reply = (!answers.is_empty()).then(|| of(&answers));
    let each: Vec<_> = there
        .iter()
        .enumerate()
        .map(|(index, end)| {
            let own: Vec<_> =
                back.iter().filter(|(branch, _)| *branch == index).map(|(_, end)| end).collect();
            if own.is_empty() { verdict(end.ending) } else { of(&own) }
        })
        .collect();
    let mirrored = back.iter().all(|(index, end)| {
        let Some(forward) = there.get(*index) else { return false };
        forward.trip.machines.iter().rev().eq(end.trip.machines.iter())
    });
    let symmetry = match reply {
        None => Symmetry::NotEvaluated,
        Some(Verdict::Reachable) if mirrored => Symmetry::Symmetric,
        Some(Verdict::Reachable) => Symmetry::AsymmetricButWorks,
        Some(Verdict::Unreachable | Verdict::Ambiguous) => Symmetry::ForwardOnly,
        Some(Verdict::Undetermined) => Symmetry::NotEvaluated,
    };
    let overall = if flow.one_way { forward } else { over(&each) };
    let there = there.into_iter().enumerate().map(|(index, end)| branch(end, index)).collect();
    let back = back.into_iter().map(|(index, end)| branch(end, index)).collect();
    Answer { overall, forward, reply, symmetry, there, back }
}

fn branch(end: Arrived, answers: usize) -> Branch {
    let Trip { weight, path, choices, rewritings, filters, .. } = end.trip;
    Branch { answers, weight, ending: end.ending, path, choices, rewritings, filters }
}

fn given_up(cause: AbortCause, place: &Place) -> Answer {
    let unknown = Packet {
        source: [0; 4].into(),
        source_ports: Ports::Absent,
        destination: [0; 4].into(),
        destination_ports: Ports::Absent,
        protocol: Protocol::Icmp,
        ttl: 64,
    };
    let branch = Branch {
        answers: 0,
        weight: 1.0,
        ending: Ending::Abort(cause),
        path: vec![(place.clone(), unknown)],
        choices: Vec::new(),
        rewritings: Vec::new(),
        filters: Vec::new(),
    };
    Answer {
        overall: Verdict::Undetermined,
        forward: Verdict::Undetermined,
        reply: None,
        symmetry: Symmetry::NotEvaluated,
        there: vec![branch],
        back: Vec::new(),
    }
}

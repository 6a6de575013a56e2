//! Runs one scenario: builds the lab, sends the flows, and holds what was seen against the traces.

use std::collections::{BTreeMap, BTreeSet};
use std::net::{IpAddr, Ipv4Addr, SocketAddrV4};
use std::time::{Duration, Instant};

use podnet_core::State;
use podnet_core::flow::vocabulary::AbortCause;
use podnet_core::flow::{FlowResult, trace};

use crate::Outcome;
use crate::build::build;
use crate::capture::{Kind, Seen};
use crate::compare::{Candidate, candidates, compare};
use crate::plan::Plan;
use crate::probe::{self, Probe, Services};
use crate::render::{Extras, render};
use crate::scenario::{End, Flow, Protocol, Scenario, state};
use crate::wiring::Wiring;

/// Flows that one round can tell apart by the type-of-service byte.
const ROUND: usize = 63;
/// First source port of flows that do not ask for one: below the ephemeral range, so that none is taken.
const FIRST_PORT: u16 = 20_000;
/// A branch counts as missed if the chance to miss it was below this.
const CHANCE: f64 = 1e-6;

/// What came of a scenario.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// Title.
    pub title: String,
    /// Flows that were sent and compared.
    pub flows: usize,
    /// Flows that the model does not predict, so that nothing was compared: how many, by the contract's word for why.
    pub not_predicted: BTreeMap<&'static str, usize>,
    /// Flows whose prediction ends before the lab does: compared as far as it goes.
    pub open_ended: usize,
    /// Packets that were seen, each once at each point.
    pub packets: usize,
    /// Flows that got an answer.
    pub answered: usize,
    /// What differs, each with both columns.
    pub mismatches: Vec<Mismatch>,
    /// Time of the whole.
    pub took: Duration,
}

/// A flow that does not do what was predicted.
#[derive(Clone, Debug)]
pub struct Mismatch {
    /// Index of its line in the scenario.
    pub line: usize,
    /// The flow.
    pub flow: String,
    /// What differs.
    pub problems: Vec<String>,
    /// Prediction beside sight.
    pub columns: String,
}

struct Sent<'s> {
    line: usize,
    flow: &'s Flow,
    probe: Probe,
    candidates: Vec<Candidate>,
}

/// Runs a scenario.
///
/// # Errors
/// What can't be built or asked; a mismatch is no error.
pub fn run(scenario: &Scenario) -> Outcome<Report> {
    run_changed(scenario, |_| Ok(()))
}

/// What would be built for a scenario.
///
/// # Errors
/// What the domain refuses, and what a lab can't show.
pub fn plan(scenario: &Scenario) -> Outcome<Plan> {
    render(&state::state(scenario)?, &extras(scenario))
}

/// What the domain says of a flow, without a lab.
///
/// # Errors
/// What the domain refuses.
pub fn predicted(scenario: &Scenario, flow: &Flow) -> Outcome<(Wiring, FlowResult)> {
    let state = state::state(scenario)?;
    Ok((Wiring::of(&state), ask(scenario, &state, flow, Some(FIRST_PORT))?))
}

/// Runs a scenario in a lab whose plan was changed before it was built.
///
/// # Errors
/// As [`run`], and those of the change.
#[expect(clippy::disallowed_methods, reason = "measures how long a lab takes")]
pub fn run_changed(scenario: &Scenario, change: impl FnOnce(&mut Plan) -> Outcome<()>) -> Outcome<Report> {
    let begin = Instant::now();
    let state = state::state(scenario)?;
    let mut plan = render(&state, &extras(scenario))?;
    change(&mut plan)?;
    let wiring = Wiring::of(&state);
    let built = build(&plan).map_err(|error| format!("{error}\n{scenario}"))?;
    let services = services(scenario, &state);
    let flows: Vec<(usize, &Flow)> = scenario.each_flow().collect();
    let mut report = Report { title: scenario.title.clone(), ..Report::default() };
    let mut lines: BTreeMap<usize, Vec<(usize, bool)>> = BTreeMap::new();
    for (round, chunk) in flows.chunks(ROUND).enumerate() {
        let mut sent = Vec::new();
        for (index, (line, flow)) in chunk.iter().enumerate() {
            let number = u16::try_from(round * ROUND + index)?;
            match prepare(scenario, &state, &wiring, flow, (*line, index, number))? {
                Ok(ready) => sent.push(ready),
                Err(cause) => *report.not_predicted.entry(cause.text()).or_default() += 1,
            }
        }
        let probes: Vec<Probe> = sent.iter().map(|sent| sent.probe.clone()).collect();
        let mut came = probe::run(&built, &services, &probes)?;
        for sent in &sent {
            let seen = came.seen.remove(&sent.probe.service).unwrap_or_default();
            let result = came.results.remove(&sent.probe.service).unwrap_or_default();
            judge(sent, &seen, &result, &mut report, &mut lines);
        }
    }
    for (line, taken) in lines {
        if let Some(flow) = scenario.flows.get(line) {
            whole_line(scenario, &state, &wiring, (line, flow), &taken, &mut report)?;
        }
    }
    report.took = begin.elapsed();
    Ok(report)
}

fn prepare<'s>(
    scenario: &Scenario,
    state: &State,
    wiring: &Wiring,
    flow: &'s Flow,
    (line, index, number): (usize, usize, u16),
) -> Outcome<Result<Sent<'s>, AbortCause>> {
    let source_port = match flow.source_port {
        Some(0) => None,
        Some(port) => Some(port),
        None => Some(FIRST_PORT + number),
    };
    let result = ask(scenario, state, flow, source_port)?;
    let candidates = match candidates(wiring, &result)? {
        Ok(candidates) => candidates,
        Err(cause) => return Ok(Err(cause)),
    };
    let (space, source) = sender(scenario, state, &flow.source)?;
    let destination = address_of(scenario, state, &flow.destination)?;
    let probe = Probe {
        service: u8::try_from((index + 1) * 4)?,
        space,
        protocol: flow.protocol,
        source,
        source_port: if flow.protocol == Protocol::Icmp { 0 } else { source_port.unwrap_or(0) },
        destination: SocketAddrV4::new(
            destination,
            if flow.protocol == Protocol::Icmp { 0 } else { flow.port },
        ),
        promised: candidates.iter().any(Candidate::answers),
    };
    Ok(Ok(Sent { line, flow, probe, candidates }))
}

fn ask(scenario: &Scenario, state: &State, flow: &Flow, source_port: Option<u16>) -> Outcome<FlowResult> {
    let asked = state::flow(&state::by_address(scenario, flow), source_port)?;
    trace(state, &asked).map_err(|refused| format!("{flow}: {}", refused.message).into())
}

/// Ports of a node for one destination, as the trace says.
fn capacity(result: &FlowResult) -> Option<u32> {
    let steps = result.forward.iter().flat_map(|trace| &trace.steps);
    steps
        .filter_map(|step| {
            let podnet_core::flow::Detail::Nat(record) = &step.detail else { return None };
            record.port_allocation.map(|ports| ports.capacity)
        })
        .next()
}

fn judge(
    sent: &Sent<'_>,
    seen: &[Seen],
    result: &probe::Result,
    report: &mut Report,
    lines: &mut BTreeMap<usize, Vec<(usize, bool)>>,
) {
    report.flows += 1;
    report.answered += usize::from(result.answered);
    report.open_ended += usize::from(sent.candidates.iter().any(Candidate::is_open));
    let packets: BTreeSet<_> = seen.iter().collect();
    report.packets += packets.len();
    let mut verdict = compare(&sent.candidates, seen, result.answered);
    lines.entry(sent.line).or_default().push((verdict.branch, result.answered));
    let wanted = &sent.flow.wanted;
    if wanted.answers.is_some() && !result.answered {
        // Ports are spent: it comes to the load balancer and no further.
        let stopped = seen.iter().any(|seen| seen.point.to_string() == "azlb in in");
        let passed = seen.iter().any(|seen| seen.point.space == "azlb" && seen.point.leaves);
        verdict.problems.clear();
        if !stopped || passed {
            verdict.problems.push("a flow without a port is dropped at the load balancer".to_owned());
        }
    }
    if let Some(answered) = wanted.answered
        && answered != result.answered
    {
        verdict.problems.push(format!("wanted answered={answered}"));
    }
    let predicted: Vec<_> =
        sent.candidates.iter().filter(|candidate| candidate.branch == verdict.branch).collect();
    if let Some(cause) = &wanted.cause {
        let causes = predicted.iter().flat_map(|candidate| {
            [candidate.forward.cause, candidate.reply.as_ref().and_then(|reply| reply.cause)]
        });
        let causes: Vec<&str> =
            causes.flatten().map(podnet_core::flow::vocabulary::DropCause::text).collect();
        if !causes.contains(&cause.as_str()) {
            verdict.problems.push(format!("wanted cause={cause}, the trace says {causes:?}"));
        }
    }
    receiver(sent, seen, result, &mut verdict.problems);
    if !verdict.problems.is_empty() {
        let (line, flow) = (sent.line, format!("{} (source port {})", sent.flow, sent.probe.source_port));
        report.mismatches.push(Mismatch { line, flow, problems: verdict.problems, columns: verdict.columns });
    }
}

/// What the receiver saw: a claim of the scenario's author, beside the trace.
fn receiver(sent: &Sent<'_>, seen: &[Seen], result: &probe::Result, problems: &mut Vec<String>) {
    let wanted = &sent.flow.wanted;
    if let (false, Some((_, client))) = (wanted.seen.is_empty(), &result.served)
        && !wanted.seen.contains(&client.ip())
    {
        problems.push(format!("the receiver saw {client} as source, wanted {:?}", wanted.seen));
    }
    if let (Some(ttl), Some((space, _))) = (wanted.ttl, &result.served) {
        let mut arrived = seen.iter().filter(|seen| seen.point.space == *space && !seen.point.leaves);
        if !arrived.any(|seen| seen.kind == Kind::Flow && seen.header.ttl == ttl) {
            problems.push(format!("no packet came to {space} with ttl {ttl}"));
        }
    }
}

/// What holds for all flows of a line: each branch of weight was taken, and as many answers came as there are ports.
fn whole_line(
    scenario: &Scenario,
    state: &State,
    wiring: &Wiring,
    (line, flow): (usize, &Flow),
    taken: &[(usize, bool)],
    report: &mut Report,
) -> Outcome<()> {
    let result = ask(scenario, state, flow, Some(FIRST_PORT))?;
    let mut problems = Vec::new();
    let branches: BTreeSet<usize> = taken.iter().map(|(branch, _)| *branch).collect();
    for candidate in candidates(wiring, &result)?.unwrap_or_default() {
        let chance = (1.0 - candidate.weight).powi(i32::try_from(taken.len())?);
        if chance < CHANCE && !branches.contains(&candidate.branch) {
            problems.push(format!(
                "no flow of {} took branch {} of weight {}",
                taken.len(),
                candidate.branch,
                candidate.weight
            ));
        }
    }
    if let Some(wanted) = flow.wanted.answers {
        let answers = taken.iter().filter(|(_, answered)| *answered).count();
        let predicted = capacity(&result).map_or(taken.len(), |ports| taken.len().min(ports as usize));
        if answers != usize::from(wanted) || answers != predicted {
            problems.push(format!(
                "{answers} of {} flows were answered; wanted {wanted}, the trace says {predicted}",
                taken.len()
            ));
        }
    }
    if !problems.is_empty() {
        report.mismatches.push(Mismatch { line, flow: flow.to_string(), problems, columns: String::new() });
    }
    Ok(())
}

/// Hosts outside the state that flows name.
fn extras(scenario: &Scenario) -> Extras {
    let ends = scenario.flows.iter().flat_map(|flow| [&flow.source, &flow.destination]);
    let addresses = ends.filter_map(|end| match end {
        End::Address(IpAddr::V4(address)) => Some(*address),
        End::Address(IpAddr::V6(_)) | End::Pod(_) | End::Node(_) | End::Machine(_) => None,
    });
    let asked = scenario.flows.iter().map(|flow| flow.port);
    let served = scenario.services.iter().flat_map(|service| service.ports);
    Extras { hosts: addresses.collect(), cni: scenario.cni, ports: asked.chain(served).collect() }
}

/// The address of an end, from the state.
fn address_of(scenario: &Scenario, state: &State, end: &End) -> Outcome<Ipv4Addr> {
    let found = match end {
        End::Pod(name) => state
            .allocations
            .values()
            .find(|pod| pod.name.allocation.as_str() == name)
            .and_then(|pod| pod.addresses.first().map(|held| held.address)),
        End::Node(name) => state
            .nodes
            .values()
            .find(|node| node.name.node.as_str() == name)
            .and_then(|node| node.addresses.first().copied()),
        End::Machine(name) => {
            scenario.machines.iter().find(|machine| machine.name == *name).map(|machine| machine.address)
        }
        End::Address(address) => Some(*address),
    };
    crate::render::v4(found).ok_or_else(|| format!("{end} has no IPv4 address").into())
}

/// Namespace of a sender, and the address that it has to choose where it has several.
fn sender(scenario: &Scenario, state: &State, end: &End) -> Outcome<(String, Option<Ipv4Addr>)> {
    let address = match end {
        End::Pod(name) | End::Node(name) | End::Machine(name) => return Ok((name.clone(), None)),
        End::Address(address) => *address,
    };
    if let Some(machine) = scenario.machines.iter().find(|machine| machine.address == address) {
        return Ok((machine.name.clone(), None));
    }
    if let Some(pod) =
        state.allocations.values().find(|pod| pod.addresses.iter().any(|h| h.address == address))
    {
        return Ok((pod.name.allocation.to_string(), None));
    }
    let own = address_of(scenario, state, end)?;
    let on_premises = scenario.on_premises.iter().any(|prefix| prefix.contains(address));
    Ok(((if on_premises { "onprem" } else { "internet" }).to_owned(), Some(own)))
}

/// Who serves what: everyone every port that a flow can come to.
fn services(scenario: &Scenario, state: &State) -> Services {
    let mut services = Services::default();
    let mut add = |space: String, address: IpAddr| {
        if let IpAddr::V4(address) = address {
            services.addresses.entry(space).or_default().push(address);
        }
    };
    for pod in state.allocations.values() {
        pod.addresses.iter().for_each(|held| add(pod.name.allocation.to_string(), held.address));
    }
    for node in state.nodes.values() {
        node.addresses.iter().for_each(|address| add(node.name.node.to_string(), *address));
    }
    for machine in &scenario.machines {
        add(machine.name.clone(), machine.address);
    }
    let taken: Vec<IpAddr> = scenario
        .services
        .iter()
        .filter_map(|service| service.frontend)
        .chain(scenario.outbound.addresses.iter().copied())
        .collect();
    for host in extras(scenario).hosts.into_iter().filter(|host| !taken.contains(&(*host).into())) {
        if scenario.on_premises.iter().any(|prefix| prefix.contains(host.into())) {
            add("onprem".to_owned(), host.into());
        } else if !podnet_core::flow::packet::is_private(host.into()) {
            add("internet".to_owned(), host.into());
        }
    }
    let flows = scenario.flows.iter().filter(|flow| flow.protocol != Protocol::Icmp);
    services.ports = flows.map(|flow| (flow.protocol == Protocol::Udp, flow.port)).collect();
    services.ports.extend(scenario.services.iter().map(|service| (service.udp, service.ports[1])));
    services
}

//! Answers what happens to a flow: its packet, the answer to it, and what both come to. The public entry of the context.
//!
//! The result is a function of state and flow (law L14): branches come in the order of nodes and endpoints, and nothing
//! here reads anything else.

use std::sync::Arc;

use super::endpoint::{EndpointRef, Resolved, resolve};
use super::hop::{End, Ending, Station};
use super::packet::{EPHEMERAL_PORTS, Packet, Ports};
use super::recorder::{Recorder, Silent, Steps};
use super::session::Session;
use super::start::{first_packet, packet};
use super::step::{Place, Step};
use super::transit::Transit;
use super::verdict::{Assumption, FlowCause, Verdicts, of_ending, over, symmetry};
use super::vocabulary::{AbortCause, AssumptionKind, FlowDirection, Verdict};
use super::walk::{Done, finish, walk};
use super::world::{Home, World};
use super::{explain, reply};
use crate::address::Family;
use crate::meta::Revision;
use crate::model::Protocol;
use crate::name::{ClusterName, NetworkName};
use crate::rejection::Rejection;
use crate::state::State;

/// Where bare addresses of a flow are looked up.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Scope {
    /// In a cluster and its network.
    Cluster(ClusterName),
    /// In a network and all its clusters.
    Network(NetworkName),
}

/// A flow to trace, by its first packet.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Flow {
    /// Where addresses are looked up.
    pub scope: Scope,
    /// Where the packet starts.
    pub source: EndpointRef,
    /// Where it is sent to.
    pub destination: EndpointRef,
    /// Protocol.
    pub protocol: Protocol,
    /// Source port; `None` for any of the ephemeral range.
    pub source_port: Option<u16>,
    /// Destination port; `None` for the only port of the service, else 80.
    pub destination_port: Option<u16>,
    /// Family; `None` for the first that both ends have, in the order of the source.
    pub family: Option<Family>,
    /// Trace only forward.
    pub one_way: bool,
    /// Flows of this protocol that the node or machine has to the same destination already; each holds a source port at
    /// the load balancer or NAT gateway.
    pub concurrent_flows: u32,
}

/// One branch.
#[derive(Clone, Debug, PartialEq)]
pub struct Trace {
    /// Number of the branch in its direction, from 0.
    pub branch: usize,
    /// The forward branch that it answers; its own number for a forward branch.
    pub forward_branch: usize,
    /// Share of new flows; for an answer the share of its forward branch.
    pub weight: f64,
    /// Whether it delivers.
    pub verdict: Verdict,
    /// Steps in order; the last is the end.
    pub steps: Vec<Step>,
}

/// What happens to a flow.
#[derive(Clone, Debug, PartialEq)]
pub struct FlowResult {
    /// Verdicts.
    pub verdicts: Verdicts,
    /// Forward branches; their weights add up to 1.
    pub forward: Vec<Trace>,
    /// Branches of answers.
    pub reply: Vec<Trace>,
    /// Why the flow does not work.
    pub cause: Option<FlowCause>,
    /// What was relied on.
    pub assumptions: Vec<Assumption>,
    /// Revision of the state.
    pub revision: Revision,
}

/// Traces a flow both ways, with every step.
///
/// # Errors
/// Refuses a named resource that does not exist. What happens to the packet is never an error.
pub fn trace(state: &State, flow: &Flow) -> Result<FlowResult, Rejection> {
    Tracer::new(state, &flow.scope).trace(flow)
}

/// The verdicts of a flow: the same forwarding, without taking down steps.
///
/// # Errors
/// As [`trace`].
pub fn verdicts(state: &State, flow: &Flow) -> Result<Verdicts, Rejection> {
    Tracer::new(state, &flow.scope).verdicts(flow)
}

/// What traces of one state and scope have in common, looked up once for all of them. It changes no answer.
pub struct Tracer<'a> {
    state: &'a State,
    home: Option<Home<'a>>,
}

impl<'a> Tracer<'a> {
    /// For flows that mostly have this scope.
    pub fn new(state: &'a State, scope: &Scope) -> Self {
        Self { state, home: home(state, scope) }
    }

    /// As [`trace()`].
    ///
    /// # Errors
    /// As [`trace()`].
    pub fn trace(&'a self, flow: &Flow) -> Result<FlowResult, Rejection> {
        let world = World::new(self.state, flow.concurrent_flows, self.home.as_ref());
        let mut run = run::<Steps>(world, flow)?;
        let verdicts = run.verdicts();
        let cause = explain::cause(world, &run);
        let mut assumptions: Vec<Assumption> = Vec::new();
        for done in run.forward.iter_mut().chain(run.replies.iter_mut().map(|(_, done)| done)) {
            for assumption in std::mem::take(&mut done.transit.assumptions) {
                if !assumptions.contains(&assumption) {
                    assumptions.push(assumption);
                }
            }
        }
        let forward = run.forward.into_iter().enumerate().map(|(index, done)| done.into_trace(index, index));
        let forward = forward.collect();
        let reply = run.replies.into_iter().enumerate();
        let reply = reply.map(|(index, (answered, done))| done.into_trace(index, answered)).collect();
        Ok(FlowResult { verdicts, forward, reply, cause, assumptions, revision: self.state.revision })
    }

    /// As [`verdicts()`].
    ///
    /// # Errors
    /// As [`trace()`].
    pub fn verdicts(&'a self, flow: &Flow) -> Result<Verdicts, Rejection> {
        let world = World::new(self.state, flow.concurrent_flows, self.home.as_ref());
        Ok(run::<Silent>(world, flow)?.verdicts())
    }
}

fn home<'a>(state: &'a State, scope: &Scope) -> Option<Home<'a>> {
    let cluster = match scope {
        Scope::Cluster(name) => state.clusters.get(name),
        Scope::Network(name) => state.index.clusters_in(name).first(),
    };
    cluster.map(|cluster| Home::new(state, cluster))
}

impl<R: Recorder> Done<R> {
    fn into_trace(self, branch: usize, forward_branch: usize) -> Trace {
        let verdict = of_ending(&self.end.ending);
        let steps = self.transit.into_steps();
        Trace { branch, forward_branch, weight: self.weight, verdict, steps }
    }
}

/// All branches of a flow.
pub(super) struct Run<R> {
    pub(super) forward: Vec<Done<R>>,
    /// Answers, each with the index of its forward branch.
    pub(super) replies: Vec<(usize, Done<R>)>,
    one_way: bool,
}

impl<R> Run<R> {
    fn verdicts(&self) -> Verdicts {
        let forward = over(self.forward.iter().map(|done| of_ending(&done.end.ending)));
        let answers = self.replies.iter().map(|(_, done)| of_ending(&done.end.ending));
        let reply = (!self.replies.is_empty()).then(|| over(answers));
        let branch = |(index, done): (usize, &Done<R>)| {
            let answers = self.replies.iter().filter(|(answered, _)| *answered == index);
            let mut answers = answers.map(|(_, done)| of_ending(&done.end.ending)).peekable();
            if answers.peek().is_none() { of_ending(&done.end.ending) } else { over(answers) }
        };
        let overall = if self.one_way { forward } else { over(self.forward.iter().enumerate().map(branch)) };
        let pairs = self.replies.iter().filter_map(|(answered, done)| {
            Some((self.forward.get(*answered)?.transit.places.as_slice(), done.transit.places.as_slice()))
        });
        Verdicts { overall, forward, reply, symmetry: symmetry(reply, pairs) }
    }
}

fn run<R: Recorder>(world: World<'_>, flow: &Flow) -> Result<Run<R>, Rejection> {
    let (network, cluster) = match &flow.scope {
        Scope::Cluster(name) => {
            let cluster = world.state.clusters.get(name).ok_or_else(|| Rejection::not_found(name))?;
            (&cluster.network, Some(name))
        }
        Scope::Network(name) => (&world.network(name).ok_or_else(|| Rejection::not_found(name))?.name, None),
    };
    let source = resolve(world, network, cluster, &flow.source)?;
    let destination = resolve(world, network, cluster, &flow.destination)?;
    Ok(match first_packet(flow, &source, &destination) {
        Ok((station, packet)) => both_ways(world, flow, &station, packet),
        Err((cause, text)) => Run {
            forward: vec![given_up(world, flow, &source, cause, text)],
            replies: Vec::new(),
            one_way: true,
        },
    })
}

fn both_ways<R: Recorder>(world: World<'_>, flow: &Flow, source: &Station, packet: Packet) -> Run<R> {
    let mut start = Transit::new(packet, FlowDirection::Forward, Vec::new());
    if flow.source_port.is_none() && packet.source_ports != Ports::Absent {
        start.assume(AssumptionKind::SourcePortEphemeral, String::new(), || {
            format!("the source port is one of {}", EPHEMERAL_PORTS.to_string().trim_start_matches(':'))
        });
    }
    let forward = walk(world, source, source.start(), start, |end, _| end);
    let mut replies = Vec::with_capacity(forward.len());
    // Those flows are the sender's; whoever answers has ports of its own.
    let world = world.without_flows();
    for (index, done) in forward.iter().enumerate().filter(|_| !flow.one_way) {
        let Ending::Deliver(reached) = &done.end.ending else { continue };
        let (hop, answer) = reply::start(reached, &done.transit.packet);
        let sessions: Vec<Session> = done.transit.sessions.clone();
        let mut start = Transit::new(answer, FlowDirection::Reply, sessions);
        start.permits.clone_from(&done.transit.permits);
        let answers = walk(world, reached, hop, start, |end, answer| {
            let end = reply::judge(world, end, source, &packet, &answer.packet);
            reply::carry_on(world, end, &done.transit.sessions, answer)
        });
        replies.extend(answers.into_iter().map(|answer| (index, answer)));
    }
    Run { forward, replies, one_way: flow.one_way }
}

/// A flow that can't start.
fn given_up<R: Recorder>(
    world: World<'_>,
    flow: &Flow,
    source: &Resolved,
    cause: AbortCause,
    text: String,
) -> Done<R> {
    let address = source.addresses.first().copied();
    let nowhere = Packet::unknown_address(address.map_or(Family::V4, Family::of));
    let packet = packet(flow, address.unwrap_or(nowhere), nowhere, source);
    let place =
        source.station.as_ref().map_or_else(|| Arc::new(Place::Nowhere), |station| station.place(world));
    let end = End { ending: Ending::Abort(cause), place, explanation: text.into(), route: None };
    finish(1.0, end, Transit::new(packet, FlowDirection::Forward, Vec::new()))
}

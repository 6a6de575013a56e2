//! Takes a packet from stage to stage, over every branch, to its end.

use std::sync::Arc;

use super::hop::{Control, End, Ending, Hop, Station};
use super::recorder::Recorder;
use super::step::{Detail, Place};
use super::text::Text;
use super::transit::Transit;
use super::vocabulary::{AbortCause, StepKind};
use super::world::World;
use super::{fabric, gateway, internet, load_balancer, node, pod, service};
use crate::limits;
use crate::text::put_all;

/// A branch that came to its end.
pub(super) struct Done<R> {
    pub(super) weight: f64,
    pub(super) end: End,
    pub(super) transit: Transit<R>,
}

/// Follows one packet over every branch, in order.
pub(super) fn walk<R: Recorder>(
    world: World<'_>,
    from: &Station,
    hop: Hop,
    mut transit: Transit<R>,
    judge: impl Fn(End, &Transit<R>) -> End,
) -> Vec<Done<R>> {
    let place = from.place(world);
    transit.pass(&place);
    let kind = match from {
        Station::Pod(_) => StepKind::StartFromPod,
        Station::Node(_) => StepKind::StartFromNode,
        Station::Vm(_) => StepKind::StartFromVm,
        Station::OnPremises(_) => StepKind::StartFromOnprem,
        Station::Internet => StepKind::StartFromInternet,
    };
    let packet = transit.packet;
    transit.say(kind, &place, || {
        Text::of_packet(packet, |text, packet| {
            put_all(text, &[&"sends ", &packet]);
        })
    });
    let mut waiting = vec![(1.0, hop, transit)];
    // Most packets have one way; room for more would be large.
    let mut done = Vec::with_capacity(1);
    while let Some((weight, mut hop, mut transit)) = waiting.pop() {
        loop {
            match step(world, hop, &mut transit) {
                Control::Next(next) => hop = next,
                Control::Branch(mut ways) => {
                    let room =
                        limits::BRANCHES_MAX - (done.len() + waiting.len()).min(limits::BRANCHES_MAX - 1);
                    if ways.len() > room {
                        let left: f64 = ways.drain(room - 1..).map(|(share, _)| share).sum();
                        done.push(finish(weight * left, cut(&place), transit.clone()));
                    }
                    let ways =
                        ways.into_iter().rev().map(|(share, next)| (weight * share, next, transit.clone()));
                    waiting.extend(ways);
                    break;
                }
                Control::End(end) => {
                    let end = judge(*end, &transit);
                    done.push(finish(weight, end, transit));
                    break;
                }
            }
        }
    }
    done
}

/// The end of the branches that are too many, at the place where the packet began.
fn cut(place: &Arc<Place>) -> End {
    let text = format!("more than {} branches; the others are not followed", limits::BRANCHES_MAX);
    End {
        ending: Ending::Abort(AbortCause::TooManyBranches),
        place: Arc::clone(place),
        explanation: text.into(),
        route: None,
    }
}

/// One stage.
fn step<R: Recorder>(world: World<'_>, hop: Hop, transit: &mut Transit<R>) -> Control {
    if transit.steps + limits::STEPS_OF_A_STAGE_MAX > limits::TRACE_STEPS_MAX {
        let text = format!("more than {} steps", limits::TRACE_STEPS_MAX - limits::STEPS_OF_A_STAGE_MAX);
        let place = transit.places.last().cloned().unwrap_or_else(|| Arc::new(Place::Nowhere));
        return End::at(Ending::Abort(AbortCause::TraceTooLong), place, text, None);
    }
    match hop {
        Hop::Pod(held) => pod::send(world, &held, transit),
        Hop::Node(at, ingress) => node::arrive(world, &at, ingress, transit),
        Hop::Endpoint(at, ingress, original, choice, index) => {
            service::translate(world, &at, ingress, original, (&choice, index), transit)
        }
        Hop::Vnet(nic) => fabric::send(world, &nic, transit),
        Hop::Gateway(network) => gateway::outward(world, &network, transit),
        Hop::OnPremises(network) => gateway::inward(world, &network, transit),
        Hop::Internet => internet::carry(world, transit),
        Hop::LoadBalancer(service) => load_balancer::arrive(world, &service, transit),
        Hop::Backend(service, backends, index) => {
            load_balancer::pick(world, &service, (&backends, index), transit)
        }
    }
}

/// Takes down the end.
pub(super) fn finish<R: Recorder>(weight: f64, end: End, mut transit: Transit<R>) -> Done<R> {
    let (kind, detail) = match &end.ending {
        Ending::Deliver(_) => (StepKind::Deliver, Detail::None),
        Ending::Drop(cause) => (StepKind::Drop, Detail::Drop(*cause)),
        Ending::Forward(target) => (StepKind::Forward, Detail::Forward(*target)),
        Ending::Abort(cause) => (StepKind::Abort, Detail::Abort(*cause)),
    };
    if matches!(end.ending, Ending::Deliver(_)) {
        transit.pass(&end.place);
    }
    transit.record(kind, &end.place, || (end.explanation.clone(), detail));
    Done { weight, end, transit }
}

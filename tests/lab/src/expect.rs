//! What does a trace say that is seen where: its steps as points of the lab, each with the packet that must be there.
//!
//! A step has a place; a change of place is a way over links. Devices of the lab that the model does not count as routed
//! hops (load balancer, gateways) take one from the time to live: what is expected is the hops that the model counts at
//! machines and the devices of the lab between them. Passages of the network itself must be counted by both alike.
#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "of the contract's many words only a few matter to a lab"
)]

use podnet_core::flow::packet::{TTL_START, is_private};
use podnet_core::flow::vocabulary::{AbortCause, DropCause, ForwardTarget, StepKind};
use podnet_core::flow::{Detail, Packet, Place, Ports, Step, Trace};

use crate::Outcome;
use crate::wiring::{Device, Point, Wiring, is_watched};

/// A packet that must be seen, or may be.
#[derive(Clone, Debug)]
pub struct Expected {
    /// Where.
    pub point: Point,
    /// The packet, its time to live as the lab has it.
    pub packet: Packet,
    /// Whether it may be missing: how far a drop lets it come is not part of the prediction.
    pub optional: bool,
}

/// All that one direction of one branch says.
#[derive(Clone, Debug, Default)]
pub struct Path {
    /// Packets in order.
    pub expected: Vec<Expected>,
    /// Whether packets may go on beyond what is expected: the prediction ends before the lab does.
    pub open_ended: bool,
    /// Whether a packet goes round until its time to live ends.
    pub loops: bool,
    /// Whether it arrives.
    pub delivered: bool,
    /// Whether the model counts another number of passages of the network than the lab.
    pub hops_differ: bool,
    /// Cause of a drop.
    pub cause: Option<DropCause>,
}

/// Reads one trace; the cause if the model gives up, so that nothing can be compared.
///
/// # Errors
/// A place that the lab does not have.
pub fn path(wiring: &Wiring, trace: &Trace) -> Outcome<Result<Path, AbortCause>> {
    let mut walk = Walk {
        wiring,
        path: Path::default(),
        at: None,
        outer_hops: 0,
        machine_hops: 0,
        fabric_hops: (0, 0),
        held_back: None,
        internal: false,
        passed_gateway: false,
        entered_by_gateway: false,
    };
    for (index, step) in trace.steps.iter().enumerate() {
        match step.detail {
            Detail::Abort(AbortCause::TooManyBranches | AbortCause::TraceTooLong) => {
                walk.path.open_ended = true;
                return Ok(Ok(walk.path));
            }
            Detail::Abort(cause) => return Ok(Err(cause)),
            _ => {}
        }
        walk.step(step, trace.steps.get(index + 1))?;
    }
    Ok(Ok(walk.path))
}

struct Walk<'w> {
    wiring: &'w Wiring,
    path: Path,
    at: Option<Device>,
    /// Devices outside machines that the lab's packet was routed by.
    outer_hops: u8,
    /// Hops that the model counts at machines.
    machine_hops: u8,
    /// Passages of the network: those of the lab, and those that the model counts.
    fabric_hops: (u8, u8),
    /// The packet as it is before the load balancer rewrites an answer back: the model does that where the answer enters
    /// the network, the lab where it leaves.
    held_back: Option<Packet>,
    /// Whether the load balancer that the packet is at is an internal one, which is part of the network.
    internal: bool,
    /// Whether the gateway's own hop was counted.
    passed_gateway: bool,
    /// Whether what is said of the gateway is said of the network behind it.
    entered_by_gateway: bool,
}

impl Walk<'_> {
    fn step(&mut self, step: &Step, next: Option<&Step>) -> Outcome<()> {
        match step.kind {
            // Said of the interface, before the packet moves.
            StepKind::CheckIpForwarding
            | StepKind::CheckAntiSpoof
            | StepKind::ApplyNsgInbound
            | StepKind::ApplyNsgOutbound
            | StepKind::SkipNsgInbound
            | StepKind::SkipNsgOutbound
            | StepKind::ApplyEgressNetworkPolicy
            | StepKind::ApplyIngressNetworkPolicy
            | StepKind::SkipEgressNetworkPolicy
            | StepKind::SkipIngressNetworkPolicy => return Ok(()),
            StepKind::DecrementTtl => {
                match &*step.place {
                    Place::Node(_) | Place::Vm(_) => self.machine_hops += 1,
                    // A hop of its own; a second one is that of the network, where no subnet of the gateway is named.
                    Place::Gateway(_) if !self.passed_gateway => self.passed_gateway = true,
                    Place::Gateway(_) => {
                        self.fabric_hops.1 += 1;
                        self.entered_by_gateway = true;
                    }
                    _ => self.fabric_hops.1 += 1,
                }
                return Ok(());
            }
            StepKind::Drop => return self.drop(step),
            StepKind::Forward => {
                self.path.open_ended = true;
                let leaves_at_once = matches!(
                    step.detail,
                    Detail::Forward(ForwardTarget::Internet | ForwardTarget::OnpremGateway)
                );
                return if leaves_at_once { Ok(()) } else { self.move_to(step) };
            }
            StepKind::Deliver => {
                self.path.delivered = true;
                self.move_to(step)?;
                self.path.hops_differ = self.fabric_hops.0 != self.fabric_hops.1;
                return Ok(());
            }
            StepKind::MatchSession if self.answers_balancer(step) => {
                self.held_back = Some(step.before);
                self.internal = match &step.detail {
                    Detail::Session(session) => is_private(session.original.destination),
                    _ => false,
                };
                return Ok(());
            }
            StepKind::Nat if self.held_back.is_some() && matches!(*step.place, Place::LoadBalancer(_)) => {
                return Ok(());
            }
            // A machine that the answer came back to put another source on it: no load balancer will know it.
            StepKind::Nat if matches!(*step.place, Place::Node(_) | Place::Vm(_)) => self.held_back = None,
            StepKind::ArriveAtLoadBalancer => {
                let inside = !matches!(self.at, Some(Device::Internet | Device::Balancer | Device::Nat(_)));
                self.internal = inside && next.is_none_or(|next| next.kind != StepKind::Nat);
            }
            _ => {}
        }
        self.move_to(step)
    }

    /// Whether a machine's answer meets the load balancer's flow on its way into the network.
    fn answers_balancer(&self, step: &Step) -> bool {
        let machine = matches!(self.at, Some(Device::Node(_) | Device::Vm(_)));
        machine && matches!(*step.place, Place::LoadBalancer(_))
    }

    fn device(&self, place: &Place) -> Option<Device> {
        match device(place) {
            Some(Device::Balancer) if self.internal => Some(Device::Fabric),
            // A route to a gateway that is not there ends in the network.
            Some(Device::Gateway) if self.entered_by_gateway || !self.wiring.has(&Device::Gateway) => {
                Some(Device::Fabric)
            }
            found => found,
        }
    }

    fn move_to(&mut self, step: &Step) -> Outcome<()> {
        let Some(to) = self.device(&step.place) else { return Ok(()) };
        self.travel(&to, step.before, false)
    }

    /// Goes to a device; `packet` is the one that the model has there.
    fn travel(&mut self, to: &Device, packet: Packet, optional: bool) -> Outcome<()> {
        let Some(from) = self.at.clone() else {
            self.at = Some(to.clone());
            return Ok(());
        };
        if from == *to {
            // Out of the network and in again by another machine is a way; standing still is not.
            return Ok(());
        }
        // An answer to a balanced flow goes to the load balancer before it goes anywhere else outside.
        let outside = matches!(to, Device::Nat(_) | Device::Internet) && from != Device::Balancer;
        if let Some(raw) = self.held_back.filter(|_| outside && !self.internal) {
            self.travel(&Device::Balancer, raw, optional)?;
            return self.travel(to, packet, optional);
        }
        let way = self.wiring.way(&from, to).ok_or_else(|| format!("no way from {from:?} to {to:?}"))?;
        self.leave(&from);
        for (index, (leaves, enters, passed)) in way.iter().enumerate() {
            // Before the balancer an answer is as the node sent it.
            let raw = self.held_back;
            let behind = matches!(&from, Device::Balancer)
                || way.iter().take(index).any(|(_, _, passed)| *passed == Device::Balancer);
            let shown = raw.filter(|_| !behind).unwrap_or(packet);
            let ttl = TTL_START.saturating_sub(self.outer_hops + self.machine_hops);
            let shown = Packet { ttl, ..shown };
            for point in [leaves, enters] {
                if is_watched(point) {
                    self.path.expected.push(Expected { point: point.clone(), packet: shown, optional });
                }
            }
            if index + 1 < way.len() {
                self.leave(passed);
                self.outer_hops += u8::from(*passed == Device::Internet);
            }
        }
        let rewritten = way.iter().any(|(_, _, passed)| *passed == Device::Balancer);
        if rewritten || (self.internal && *to == Device::Fabric) {
            self.held_back = None;
        }
        self.at = Some(to.clone());
        Ok(())
    }

    /// A device that is left has routed the packet, if it is none of the ends.
    fn leave(&mut self, device: &Device) {
        match device {
            Device::Fabric => {
                self.outer_hops += 1;
                self.fabric_hops.0 += 1;
            }
            Device::Balancer | Device::Nat(_) | Device::Gateway => self.outer_hops += 1,
            Device::Pod(_) | Device::Node(_) | Device::Vm(_) | Device::OnPremises | Device::Internet => {}
        }
    }

    fn may_stay_at_pod(&mut self, place: &Device, packet: Packet) {
        for expected in &mut self.path.expected {
            let pod = matches!(place, Device::Node(_)) && expected.point.interface == "eth0";
            expected.optional |= pod && expected.point.leaves && packet.ttl == expected.packet.ttl;
        }
    }

    fn drop(&mut self, step: &Step) -> Outcome<()> {
        let Detail::Drop(cause) = step.detail else { return Ok(()) };
        self.path.cause = Some(cause);
        self.path.loops = matches!(
            cause,
            DropCause::RoutingLoop | DropCause::RouteNextHopWrongNode | DropCause::TtlExceeded
        );
        let Some(place) = self.device(&step.place) else { return Ok(()) };
        match cause {
            // Said of the sender, done by the network.
            DropCause::SpoofedSource => self.travel(&Device::Fabric, step.before, false),
            // Said of the sender; the device that would translate is where it ends.
            DropCause::NoOutboundMethod | DropCause::PrivateTrafficToInternet => {
                self.travel(&Device::Fabric, step.before, false)?;
                self.travel(&self.wiring.outlet(), step.before, true)
            }
            // An outbound address that nobody asked from: it is where the nodes leave, whatever the trace calls it.
            DropCause::LbRuleMismatch if self.at == Some(Device::Internet) => {
                self.travel(&self.wiring.outlet(), step.before, false)
            }
            // Said of the receiver; the network does not even hand it over.
            DropCause::IpForwardingDisabled => Ok(()),
            // Said of an interface, done by the network at its port.
            DropCause::NsgRuleOutbound | DropCause::NsgRuleInbound => {
                self.travel(&Device::Fabric, step.before, false)
            }
            // Said of a pod, done by its node. To an address of its segment that nobody has, the pod sends nothing at all.
            DropCause::NetworkPolicyEgress => {
                if let Some(node) = self.at.clone() {
                    self.may_stay_at_pod(&node, step.before);
                }
                Ok(())
            }
            DropCause::NetworkPolicyIngress => Ok(()),
            // Whether a dead machine's link still takes it is not part of the prediction.
            DropCause::RouteNextHopNotRunning | DropCause::VmNotRunning => {
                self.travel(&place, step.before, true)
            }
            // On a segment the sender asks first and sends nothing if nobody answers.
            DropCause::NodeNotReady => {
                self.may_stay_at_pod(&place, step.before);
                self.travel(&place, step.before, true)
            }
            DropCause::NeighborUnreachable => {
                self.may_stay_at_pod(&place, step.before);
                self.travel(&place, step.before, matches!(place, Device::Node(_)))
            }
            _ => self.travel(&place, step.before, false),
        }
    }
}

fn device(place: &Place) -> Option<Device> {
    Some(match place {
        Place::Pod(name) => Device::Pod(name.allocation.to_string()),
        Place::Node(name) => Device::Node(name.node.to_string()),
        Place::Vm(name) => Device::Vm(name.reservation.to_string()),
        Place::Subnet(_) => Device::Fabric,
        Place::LoadBalancer(_) => Device::Balancer,
        Place::NatGateway(name) => Device::Nat(name.subnet.to_string()),
        Place::Gateway(_) => Device::Gateway,
        Place::OnPremises(_) => Device::OnPremises,
        Place::Internet => Device::Internet,
        Place::Nowhere => return None,
    })
}

/// Whether a port that was seen is one of those that were predicted.
pub fn port_fits(predicted: Ports, seen: u16) -> bool {
    match predicted {
        Ports::Absent => seen == 0,
        Ports::One(port) => port == seen,
        Ports::Range(first, last) => (first..=last).contains(&seen),
    }
}

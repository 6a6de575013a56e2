//! How does a proof keep up with the state, at the cost of what changed?

use super::contracts::Proof;
use crate::event::Event;
use crate::state::State;

impl Proof {
    /// Brings the proof from the state before a revision to the one after it. Gives whether a report may differ, or `None`
    /// if the cluster is gone.
    pub fn follow(&mut self, _before: &State, after: &State, events: &[Event]) -> Option<bool> {
        self.revision = after.revision;
        if !events.iter().any(concerns) {
            return Some(false);
        }
        *self = Self::evaluate(after, &self.setting.cluster.clone())?;
        Some(true)
    }
}

/// Whether an event can concern any proof.
fn concerns(event: &Event) -> bool {
    match event {
        Event::Network(_)
        | Event::Subnet(_)
        | Event::Reservation(_)
        | Event::RouteTable(_)
        | Event::Route(_)
        | Event::Cluster(_)
        | Event::NodePool(_)
        | Event::Node(_)
        | Event::Service(_)
        | Event::NetworkSecurityGroup(_)
        | Event::NetworkPolicy(_)
        | Event::AllocationCreated(_)
        | Event::AllocationMoved { .. }
        | Event::AllocationReleased { .. } => true,
        Event::Namespace(_)
        | Event::AllocationUpdated(_)
        | Event::AllocationConfirmed(_)
        | Event::ReleaseConfirmed { .. }
        | Event::AttachmentTombstoned { .. }
        | Event::SweepObserved { .. }
        | Event::TimeAdvanced { .. } => false,
    }
}

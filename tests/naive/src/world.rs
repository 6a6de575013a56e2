//! How does a list of commands become a state: each is decided and applied, and one that is refused is left out.
//!
//! A world keeps the commands that were accepted. Any part of them gives a legal state again, which is what makes a
//! difference easy to cut down: without its network a subnet is refused, and so is all that stands on it.

use std::collections::BTreeMap;
use std::net::IpAddr;

use podnet_core::command::{Command, Request};
use podnet_core::decide::{Context, Outcome};
use podnet_core::meta::{Labels, Revision};
use podnet_core::prefix::Prefix;
use podnet_core::time::Timestamp;
use podnet_core::{Record, State, decide};

/// A state and the commands that made it.
#[derive(Clone, Debug, Default)]
pub struct World {
    /// The state.
    pub state: State,
    /// The accepted commands, in order.
    pub commands: Vec<Command>,
}

impl World {
    /// The state of these commands, without those that are refused.
    #[must_use]
    pub fn of(commands: &[Command]) -> Self {
        let mut world = Self::default();
        for command in commands {
            world.attempt(command.clone());
        }
        world
    }

    /// Decides and applies; whether it was accepted.
    pub fn attempt(&mut self, command: Command) -> bool {
        let context =
            Context { now: Timestamp(self.state.time.0 + 1_000_000_000), actor: "trial".to_owned() };
        let request = Request::plain(command);
        match decide(&self.state, &request, &context) {
            Ok(Outcome::Committed(events)) => {
                self.state.apply(&Record {
                    revision: Revision(self.state.revision.0 + 1),
                    time: context.now,
                    actor: context.actor,
                    request: None,
                    events,
                });
                self.commands.push(request.command);
                true
            }
            Ok(Outcome::Unchanged(_) | Outcome::Replayed(_)) => true,
            Err(_) => false,
        }
    }
}

/// No labels.
#[must_use]
pub fn unlabelled() -> Labels {
    BTreeMap::new()
}

/// The prefix of a text; `0.0.0.0/0` for a text that is none. For fixed tables of the generator only.
#[must_use]
pub fn prefix(text: &str) -> Prefix {
    Prefix::parse(text).unwrap_or_else(|_| Prefix::host(IpAddr::from([0, 0, 0, 0])))
}

/// The address of a text; `0.0.0.0` for a text that is none. For fixed tables of the generator only.
#[must_use]
pub fn address(text: &str) -> IpAddr {
    text.parse().unwrap_or_else(|_| IpAddr::from([0, 0, 0, 0]))
}

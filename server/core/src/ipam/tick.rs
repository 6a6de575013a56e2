//! What is over by now: cool-downs that end, and memories that expire.
//!
//! Time goes on by an event like everything else, so that a replay sees the same addresses become free at the same
//! revision, and so that a watcher sees it too (law L7).

use crate::decide::Draft;
use crate::event::Event;
use crate::limits;
use crate::state::State;
use crate::time::Timestamp;

/// Whether a tick at this time would change anything.
pub fn is_due(state: &State, now: Timestamp) -> bool {
    state.cooling.get_min().is_some_and(|(until, _, _)| *until <= now)
        || state.requests.has_expired(now)
        || state.tombstones.has_expired(now)
        || state.history.has_expired(now)
}

/// Ends what is over, at most so many cool-downs at once.
pub(crate) fn tick(draft: &mut Draft<'_>) {
    let now = draft.now();
    if !is_due(draft.state(), now) {
        return;
    }
    let thawed = draft
        .state()
        .cooling
        .iter()
        .take_while(|(until, _, _)| *until <= now)
        .take(limits::EXPIRY_ENTRIES_MAX)
        .map(|(_, key, first)| (key.clone(), *first))
        .collect();
    draft.conclude(Event::TimeAdvanced { thawed });
}

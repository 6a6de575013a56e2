//! How do flow results look as messages of the contract?
//!
//! What is in one is written by [`super::trace`] alone; whoever needs the message reads it from there.

use podnet_core::State;
use podnet_core::flow::FlowResult;
use podnet_core::flow::verdict::{Assumption, Verdicts};
use podnet_core::meta::Revision;
use podnet_proto::v1 as pb;
use prost::Message;

use super::trace;
use crate::grpc::wire::Wire;

/// The verdicts of a flow without its traces.
pub(crate) fn verdicts(at: Revision, verdicts: &Verdicts) -> pb::FlowResult {
    let mut wire = Wire::default();
    trace::verdicts(&mut wire, verdicts);
    trace::at(&mut wire, at);
    read(&wire)
}

/// What happens to a flow at this state.
pub(crate) fn result(state: &State, result: &FlowResult) -> pb::FlowResult {
    let mut wire = Wire::with_capacity(trace::RESULT_BYTES_EXPECTED);
    trace::result(&mut wire, state, result);
    read(&wire)
}

/// What was relied on.
pub(crate) fn assumption(assumption: &Assumption) -> pb::Assumption {
    let mut wire = Wire::default();
    trace::assumption(&mut wire, assumption);
    read(&wire)
}

/// What was written. That it can be read, the tests hold; an empty message would say that nothing is known.
fn read<M: Message + Default>(wire: &Wire) -> M {
    let read = M::decode(wire.bytes());
    debug_assert!(read.is_ok(), "what is written is a message: {:?}", read.as_ref().err());
    read.unwrap_or_default()
}

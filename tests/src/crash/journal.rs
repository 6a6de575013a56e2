//! What does one client know of its own resources? Its journal of acknowledged answers, kept outside of the server.
//!
//! Every client works on resources of its own, one call at a time, so after a crash there are two right states: with the
//! one unanswered call and without. Must not know how calls are chosen or judged.

use std::collections::{BTreeMap, VecDeque};

use podnet::v1;

use super::operation::{Answer, Operation, settle_node};

/// Answers that a journal keeps to repeat them.
const ANSWERS_MAX: usize = 64;
/// Released attachments that a journal keeps to allocate them again.
const RELEASED_MAX: usize = 16;

/// Resources by name.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Holdings {
    /// Nodes, without counts.
    pub nodes: BTreeMap<String, v1::Node>,
    /// Live allocations.
    pub allocations: BTreeMap<String, v1::Allocation>,
    /// Reservations.
    pub reservations: BTreeMap<String, v1::Reservation>,
    /// The user's own routes.
    pub routes: BTreeMap<String, v1::Route>,
}

/// What a client knows.
#[derive(Clone, Debug, Default)]
pub struct Journal {
    /// Everything that was acknowledged.
    pub holdings: Holdings,
    /// The call that was never answered.
    pub unanswered: Option<Operation>,
    /// The latest calls that changed something, with their answers.
    pub answers: VecDeque<(Operation, Answer)>,
    /// The latest attachments that were released.
    pub released: VecDeque<v1::AllocateAddressRequest>,
    /// Numbers given to calls and names so far.
    pub numbers: u64,
}

impl Journal {
    /// The next number, never given before.
    pub fn number(&mut self) -> u64 {
        self.numbers += 1;
        self.numbers
    }

    /// Notes the answer to a call.
    ///
    /// # Errors
    /// The answer contradicts what was acknowledged before.
    pub fn note(&mut self, operation: &Operation, answer: &Answer) -> Result<(), String> {
        self.remember_released(operation);
        self.holdings.apply(operation, answer)?;
        if answer.changed() {
            self.answers.push_back((operation.clone(), answer.clone()));
            while self.answers.len() > ANSWERS_MAX {
                drop(self.answers.pop_front());
            }
        }
        Ok(())
    }

    fn remember_released(&mut self, operation: &Operation) {
        let Operation::Release(release) = operation else { return };
        let Some(allocation) = self.holdings.allocations.get(&release.name) else { return };
        let Some((parent, id)) = release.name.split_once("/allocations/") else { return };
        self.released.push_back(v1::AllocateAddressRequest {
            parent: parent.to_owned(),
            allocation_id: id.to_owned(),
            node: allocation.node.clone(),
            owner: allocation.owner.clone(),
            ..Default::default()
        });
        while self.released.len() > RELEASED_MAX {
            drop(self.released.pop_front());
        }
    }
}

impl Holdings {
    /// Follows an acknowledged call.
    ///
    /// # Errors
    /// The answer contradicts what is held.
    pub fn apply(&mut self, operation: &Operation, answer: &Answer) -> Result<(), String> {
        let contradiction = || format!("{operation:?} was answered with {answer:?}");
        match (operation, answer) {
            (Operation::Allocate(request), Answer::Allocate(answer)) => {
                self.allocated(&request.parent, request, answer).ok_or_else(contradiction)?;
            }
            (Operation::BatchAllocate(request), Answer::BatchAllocate(answer)) => {
                if request.requests.len() != answer.responses.len() {
                    return Err(contradiction());
                }
                for (request_one, answer_one) in request.requests.iter().zip(&answer.responses) {
                    self.allocated(&request.parent, request_one, answer_one).ok_or_else(contradiction)?;
                }
            }
            (Operation::Release(request), Answer::Release(answer)) => {
                let held = self.allocations.remove(&request.name).is_some();
                if held != answer.released {
                    return Err(contradiction());
                }
            }
            (Operation::BatchRelease(request), Answer::BatchRelease(answer)) => {
                if request.requests.len() != answer.responses.len() {
                    return Err(contradiction());
                }
                for (request, one) in request.requests.iter().zip(&answer.responses) {
                    if self.allocations.remove(&request.name).is_some() != one.released {
                        return Err(contradiction());
                    }
                }
            }
            (Operation::CreateNode(_), Answer::CreateNode(v1::CreateNodeResponse { node, .. }))
            | (Operation::UpdateNode(_), Answer::UpdateNode(v1::UpdateNodeResponse { node, .. })) => {
                self.joined(node.as_ref().ok_or_else(contradiction)?);
            }
            (Operation::DeleteNode(request), Answer::DeleteNode(_)) => self.left(&request.name),
            (Operation::Scale(_), Answer::Scale(answer)) => {
                answer.nodes_removed.iter().for_each(|name| self.left(name));
                answer.nodes_added.iter().for_each(|node| self.joined(node));
            }
            (Operation::CreateReservation(_), Answer::CreateReservation(answer)) => {
                let reservation = answer.reservation.clone().ok_or_else(contradiction)?;
                self.reservations.insert(reservation.name.clone(), reservation);
            }
            (Operation::DeleteReservation(request), Answer::DeleteReservation(_)) => {
                self.reservations.remove(&request.name).ok_or_else(contradiction)?;
            }
            (Operation::CreateRoute(_), Answer::CreateRoute(v1::CreateRouteResponse { route, .. }))
            | (Operation::UpdateRoute(_), Answer::UpdateRoute(v1::UpdateRouteResponse { route, .. })) => {
                let route = route.clone().ok_or_else(contradiction)?;
                self.routes.insert(route.name.clone(), route);
            }
            (Operation::DeleteRoute(request), Answer::DeleteRoute(_)) => {
                self.routes.remove(&request.name).ok_or_else(contradiction)?;
            }
            (_, _) => return Err(contradiction()),
        }
        Ok(())
    }

    fn allocated(
        &mut self,
        parent: &str,
        request: &v1::AllocateAddressRequest,
        answer: &v1::AllocateAddressResponse,
    ) -> Option<()> {
        let allocation = answer.allocation.clone()?;
        if allocation.name != format!("{parent}/allocations/{}", request.allocation_id) {
            return None;
        }
        if !answer.superseded.is_empty() {
            self.allocations.remove(&answer.superseded)?;
        }
        let known = self.allocations.insert(allocation.name.clone(), allocation.clone());
        // What is confirmed was held, with the same body; what is new was not.
        let agrees = if answer.replayed { known == Some(allocation) } else { known.is_none() };
        agrees.then_some(())
    }

    fn joined(&mut self, node: &v1::Node) {
        let mut node = node.clone();
        settle_node(&mut node);
        self.nodes.insert(node.name.clone(), node);
    }

    fn left(&mut self, node: &str) {
        drop(self.nodes.remove(node));
        self.allocations.retain(|_, allocation| allocation.node != node);
    }

    /// What differs between what should be and what is, a line for each resource.
    #[must_use]
    pub fn differences(&self, found: &Self) -> Vec<Difference> {
        let mut differences = Vec::new();
        compare(&self.nodes, &found.nodes, &mut differences);
        compare(&self.allocations, &found.allocations, &mut differences);
        compare(&self.reservations, &found.reservations, &mut differences);
        compare(&self.routes, &found.routes, &mut differences);
        differences
    }
}

/// A resource that is not as it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Its name.
    pub name: String,
    /// Its body as it should be; empty: there should be none.
    pub expected: String,
    /// Its body as it is; empty: there is none.
    pub found: String,
}

fn compare<T: PartialEq + std::fmt::Debug>(
    expected: &BTreeMap<String, T>,
    found: &BTreeMap<String, T>,
    differences: &mut Vec<Difference>,
) {
    let text = |body: Option<&T>| body.map_or_else(String::new, |body| format!("{body:?}"));
    let added = found.keys().filter(|name| !expected.contains_key(*name));
    for name in expected.keys().chain(added) {
        let (wanted, is) = (expected.get(name), found.get(name));
        if wanted != is {
            differences.push(Difference { name: name.clone(), expected: text(wanted), found: text(is) });
        }
    }
}

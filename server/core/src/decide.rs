//! What does a command do: nothing but events, or a refusal.
//!
//! [`decide`] reads a state and touches nothing. A command of several steps works on a [`Draft`], in which each
//! step sees the steps before it, so that all of them happen or none (law L9).

use crate::command::{Command, Request};
use crate::event::{Change, Event};
use crate::limits;
use crate::meta::{Labels, Meta, Resource, Revision};
use crate::rejection::{Reason, Rejection};
use crate::state::State;
use crate::time::Timestamp;
use crate::{ipam, routes, security, topology};

/// What a decision may know besides the state and the command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Context {
    /// Time of the decision; never less than the state's.
    pub now: Timestamp,
    /// Who asks.
    pub actor: String,
}

/// What a command comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// New facts, to be made durable as one revision.
    Committed(Vec<Event>),
    /// What was asked for holds already; the facts show it, and nothing is to be stored.
    Unchanged(Vec<Event>),
    /// The request id was answered in this revision; its events are the answer.
    Replayed(Revision),
}

/// Decides a request.
///
/// # Errors
/// A refusal with its reason and figures; nothing changed then.
pub fn decide(state: &State, request: &Request, context: &Context) -> Result<Outcome, Rejection> {
    draft(state, request, context).map(|drafted| drafted.outcome)
}

/// What deciding leaves behind.
#[derive(Clone, Debug)]
pub struct Drafted {
    /// What the command comes to.
    pub outcome: Outcome,
    /// The state with the events, if deciding needed it: [`State::conclude`] makes it the next one, without following
    /// the events once more.
    pub evolved: Option<State>,
}

/// As [`decide`], with what can be used of the work.
///
/// # Errors
/// As [`decide`].
pub fn draft(state: &State, request: &Request, context: &Context) -> Result<Drafted, Rejection> {
    if let Some(id) = &request.request_id {
        if id.is_empty() || id.len() > limits::REQUEST_ID_BYTES_MAX {
            let message =
                format!("request_id has {} bytes; use 1 to {}", id.len(), limits::REQUEST_ID_BYTES_MAX);
            return Err(Rejection::invalid("request_id", message));
        }
        if let Some(remembered) = state.requests.get(&context.actor, id) {
            if remembered.fingerprint == request.fingerprint() {
                let outcome = Outcome::Replayed(remembered.revision);
                return Ok(Drafted { outcome, evolved: None });
            }
            let message = format!(
                "request_id {id} was used at revision {} with another request; use a new id for each logical call",
                remembered.revision
            );
            return Err(Rejection::new(Reason::RequestIdReused, message)
                .with("request_id", id)
                .with("revision", remembered.revision)
                .field("request_id"));
        }
    }
    let mut draft = Draft::new(state, context);
    draft.run(&request.command)?;
    let evolved = draft.evolved();
    let outcome =
        if draft.dirty { Outcome::Committed(draft.events) } else { Outcome::Unchanged(draft.events) };
    Ok(Drafted { outcome, evolved })
}

/// A view of the state on which the steps of one command are tried.
pub struct Draft<'a> {
    base: &'a State,
    /// The state with the steps so far, from the first that was followed on: most commands need no copy.
    own: Option<State>,
    /// What the decision may know.
    pub context: &'a Context,
    revision: Revision,
    events: Vec<Event>,
    dirty: bool,
    /// Whether the last event is one that the state does not follow yet.
    concluded: bool,
}

impl<'a> Draft<'a> {
    /// A draft on top of a state.
    pub fn new(base: &'a State, context: &'a Context) -> Self {
        Self {
            base,
            own: None,
            context,
            revision: base.revision.next(),
            events: Vec::new(),
            dirty: false,
            concluded: false,
        }
    }

    /// The state with the steps so far.
    pub fn state(&self) -> &State {
        self.own.as_ref().unwrap_or(self.base)
    }

    /// The revision that the command will have.
    pub fn revision(&self) -> Revision {
        self.revision
    }

    /// Time of the decision.
    pub fn now(&self) -> Timestamp {
        self.context.now
    }

    /// Adds a fact and lets the draft follow it.
    pub fn emit(&mut self, event: Event) {
        self.conclude(event);
        self.begin_step();
    }

    /// Adds the last fact of a step. The draft follows it when the next step [begins](Self::begin_step): the one fact of
    /// a small command is not followed here at all, but only by the state that it becomes part of.
    pub fn conclude(&mut self, event: Event) {
        self.begin_step();
        self.events.push(event);
        (self.dirty, self.concluded) = (true, true);
    }

    /// Begins a step that has to see the steps before it.
    pub fn begin_step(&mut self) {
        if let Some(event) = self.events.last().filter(|_| self.concluded) {
            let state = self.own.get_or_insert_with(|| self.base.clone());
            state.evolve(event, self.revision, self.context.now);
            self.concluded = false;
        }
    }

    /// The state with all events, if it followed one of them.
    fn evolved(&mut self) -> Option<State> {
        self.own.as_ref()?;
        self.begin_step();
        self.own.take()
    }

    /// Shows a fact that holds already.
    pub fn confirm(&mut self, event: Event) {
        self.begin_step();
        self.events.push(event);
    }

    /// Bookkeeping of a new resource.
    pub fn new_meta(&self, labels: &Labels, managed_by: &str) -> Meta {
        Meta {
            created_revision: self.revision,
            revision: self.revision,
            create_time: self.context.now,
            update_time: self.context.now,
            labels: labels.clone(),
            managed_by: managed_by.to_owned(),
        }
    }

    /// Emits the change of a resource, or confirms it if nothing differs.
    pub fn update<T: Resource + PartialEq>(
        &mut self,
        before: &T,
        mut after: T,
        event: impl FnOnce(Change<T>) -> Event,
    ) {
        if *before == after {
            self.confirm(event(Change::Updated(after)));
            return;
        }
        after.meta_mut().revision = self.revision;
        after.meta_mut().update_time = self.context.now;
        self.emit(event(Change::Updated(after)));
    }

    fn run(&mut self, command: &Command) -> Result<(), Rejection> {
        match command {
            Command::CreateNetwork(spec) => topology::network::create(self, spec),
            Command::UpdateNetwork(update) => topology::network::update(self, update),
            Command::DeleteNetwork(delete) => topology::network::delete(self, delete),
            Command::CreateSubnet(spec) => topology::subnet::create(self, spec),
            Command::UpdateSubnet(update) => topology::subnet::update(self, update),
            Command::DeleteSubnet(delete) => topology::subnet::delete(self, delete),
            Command::CreateReservation(spec) => ipam::reservation::create(self, spec),
            Command::DeleteReservation(delete) => ipam::reservation::delete(self, delete),
            Command::CreateRouteTable(spec) => routes::table::create(self, spec),
            Command::UpdateRouteTable(update) => routes::table::update(self, update),
            Command::DeleteRouteTable(delete) => routes::table::delete(self, delete),
            Command::CreateRoute(spec) => routes::route::create(self, spec),
            Command::UpdateRoute(update) => routes::route::update(self, update),
            Command::DeleteRoute(delete) => routes::route::delete(self, delete),
            Command::SetSubnetRouteTable(wish) => routes::association::set(self, wish),
            Command::ReconcileRouteTable(wish) => routes::reconcile::apply(self, wish),
            Command::CreateCluster(spec) => topology::cluster::create(self, spec),
            Command::UpdateCluster(update) => topology::cluster::update(self, update),
            Command::DeleteCluster(delete) => topology::cluster::delete(self, delete),
            Command::CreateNodePool(spec) => topology::node_pool::create(self, spec),
            Command::UpdateNodePool(update) => topology::node_pool::update(self, update),
            Command::DeleteNodePool(delete) => topology::node_pool::delete(self, delete),
            Command::ScaleNodePool(scale) => topology::scale::scale(self, scale),
            Command::CreateNodes(specs) => topology::node::create(self, specs),
            Command::UpdateNode(update) => topology::node::update(self, update),
            Command::DeleteNodes(deletes) => topology::node::delete(self, deletes),
            Command::CreateService(spec) => topology::service::create(self, spec),
            Command::UpdateService(update) => topology::service::update(self, update),
            Command::DeleteService(delete) => topology::service::delete(self, delete),
            Command::CreateNetworkSecurityGroup(spec) => security::group::create(self, spec),
            Command::UpdateNetworkSecurityGroup(update) => security::group::update(self, update),
            Command::DeleteNetworkSecurityGroup(delete) => security::group::delete(self, delete),
            Command::CreateNamespace(spec) => security::namespace::create(self, spec),
            Command::UpdateNamespace(update) => security::namespace::update(self, update),
            Command::DeleteNamespace(delete) => security::namespace::delete(self, delete),
            Command::CreateNetworkPolicy(spec) => security::policy::create(self, spec),
            Command::UpdateNetworkPolicy(update) => security::policy::update(self, update),
            Command::DeleteNetworkPolicy(delete) => security::policy::delete(self, delete),
            Command::Allocate(specs) => ipam::allocate::allocate(self, specs),
            Command::UpdateAllocation(update) => ipam::pod_traits::update(self, update),
            Command::Release(specs) => ipam::release::release(self, specs),
            Command::Sweep(spec) => ipam::sweep::sweep(self, spec),
            Command::Tick => {
                ipam::tick::tick(self);
                Ok(())
            }
        }
    }
}

/// Checks the etag that a caller gave against a resource.
pub(crate) fn check_etag<T: Resource>(resource: &T, etag: Option<&String>) -> Result<(), Rejection> {
    match etag {
        Some(given) if *given != resource.meta().etag() => {
            Err(Rejection::etag(resource.name(), given, &resource.meta().etag()))
        }
        Some(_) | None => Ok(()),
    }
}

//! What do all handlers share: the engine, who calls, how a mutation is submitted, logged and answered?
//!
//! One line is logged for each mutation, with who, what, which revision and how long, never with the request itself.

use std::fmt;
use std::sync::Arc;

use podnet_core::event::Record;
use podnet_core::meta::Revision;
use podnet_core::rejection::Rejection;
use podnet_core::time::Timestamp;
use podnet_core::{Command, Request as DomainRequest};
use podnet_proto::v1 as pb;
use prost::Message;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tonic::{Request, Response, Status};

use super::lifecycle::Lifecycle;
use super::limits;
use super::mutation::Mutation;
use super::page::{Page, PagedRequest, Pages};
use super::render::answer::Done;
use super::render::around::Around;
use super::status::Refusal;
use crate::clock::Clock;
use crate::engine::{Answer, EngineHandle, Render, Snapshot, SubmitError};

/// Name of a caller that did not authenticate itself. This version knows no other way than client certificates.
pub const ANONYMOUS: &str = "anonymous";

/// Characters of a caller's own text in a line of the log.
const LOGGED_CHARACTERS_MAX: usize = 200;

/// Facts about the server that do not change while it runs.
#[derive(Clone, Debug)]
pub struct Facts {
    /// Implementation of the log, as `fjall`.
    pub store_kind: &'static str,
    /// When the server started.
    pub start_time: Timestamp,
    /// Operations of one address stream that may be unanswered.
    pub stream_operations_max: usize,
    /// Watches at a time.
    pub watches_max: usize,
    /// Commands that may wait.
    pub queue_jobs_max: usize,
    /// Time that a call may take.
    pub request_timeout: std::time::Duration,
    /// Streams of one connection.
    pub connection_streams_max: u32,
}

/// What all handlers share.
#[derive(Clone)]
pub(crate) struct Shell(Arc<Parts>);

struct Parts {
    engine: EngineHandle,
    pages: Pages,
    clock: Clock,
    lifecycle: Lifecycle,
    facts: Facts,
    watches: Arc<Semaphore>,
    exports: Arc<Semaphore>,
    checks: Arc<Semaphore>,
    imports: Arc<Semaphore>,
}

/// Who calls, and since when.
#[derive(Clone, Debug)]
pub(crate) struct Caller {
    pub(crate) actor: Arc<str>,
    begun: Timestamp,
}

impl Shell {
    pub(crate) fn new(engine: EngineHandle, clock: Clock, lifecycle: Lifecycle, facts: Facts) -> Self {
        let places = |count| Arc::new(Semaphore::new(count));
        let (watches, exports) = (places(facts.watches_max), places(limits::EXPORTS_MAX));
        let (checks, imports) = (places(limits::CHECKS_MAX), places(limits::IMPORTS_MAX));
        Self(Arc::new(Parts {
            engine,
            pages: Pages::default(),
            clock,
            lifecycle,
            facts,
            watches,
            exports,
            checks,
            imports,
        }))
    }

    pub(crate) fn engine(&self) -> &EngineHandle {
        &self.0.engine
    }

    pub(crate) fn lifecycle(&self) -> &Lifecycle {
        &self.0.lifecycle
    }

    pub(crate) fn facts(&self) -> &Facts {
        &self.0.facts
    }

    pub(crate) fn now(&self) -> Timestamp {
        self.0.clock.now()
    }

    /// A place among the watches, or a refusal.
    pub(crate) fn watch_permit(&self) -> Result<OwnedSemaphorePermit, Refusal> {
        let limit = self.0.facts.watches_max;
        place(&self.0.watches, limit, || {
            format!("{limit} watches are open, the limit of this server; close one, or share one")
        })
    }

    /// A place among the exports, or a refusal.
    pub(crate) fn export_permit(&self) -> Result<OwnedSemaphorePermit, Refusal> {
        place(&self.0.exports, limits::EXPORTS_MAX, || {
            format!("{} exports are read, the limit of this server; wait for one", limits::EXPORTS_MAX)
        })
    }

    /// A place among the checks, or a refusal.
    pub(crate) fn check_permit(&self) -> Result<OwnedSemaphorePermit, Refusal> {
        place(&self.0.checks, limits::CHECKS_MAX, || {
            format!("{} checks run, the limit of this server; wait for one", limits::CHECKS_MAX)
        })
    }

    /// A place among the imports, or a refusal.
    pub(crate) fn import_permit(&self) -> Result<OwnedSemaphorePermit, Refusal> {
        place(&self.0.imports, limits::IMPORTS_MAX, || {
            format!("{} imports are read, the limit of this server; wait for it", limits::IMPORTS_MAX)
        })
    }

    /// Takes a call apart.
    pub(crate) fn open<T>(&self, request: Request<T>) -> (Caller, T) {
        (self.caller(&request), request.into_inner())
    }

    /// Who calls.
    pub(crate) fn caller<T>(&self, request: &Request<T>) -> Caller {
        let certificates = request.peer_certs();
        let actor = certificates.as_deref().and_then(|chain| chain.first()).map(super::peer::name);
        Caller { actor: actor.unwrap_or_else(|| Arc::from(ANONYMOUS)), begun: self.now() }
    }

    /// The latest revision.
    pub(crate) fn snapshot(&self) -> Arc<Snapshot> {
        self.0.engine.snapshot()
    }

    /// The state at a revision; the latest without one.
    pub(crate) async fn snapshot_at(&self, revision: Option<u64>) -> Result<Arc<Snapshot>, Refusal> {
        match revision {
            Some(revision) => Ok(self.0.engine.snapshot_at(Revision(revision)).await?),
            None => Ok(self.snapshot()),
        }
    }

    /// The page of a list.
    pub(crate) fn page<R: PagedRequest>(&self, request: &R) -> Result<Page<'_>, Refusal> {
        self.0.pages.open(request, self.snapshot())
    }

    /// The page of a list at a revision; the first page decides for the latest.
    pub(crate) async fn page_at<R: PagedRequest>(
        &self,
        request: &R,
        revision: Option<u64>,
    ) -> Result<Page<'_>, Refusal> {
        let snapshot = self.snapshot_at(revision).await?;
        self.0.pages.open(request, snapshot)
    }

    /// Submits what a request was read as, and logs what came of it.
    pub(crate) async fn mutate<M: Mutation>(
        &self,
        caller: &Caller,
        request: &M,
        command: Result<Command, impl Into<Refusal>>,
    ) -> Result<Done<Arc<Record>>, Status> {
        let answer = self.submit_logged(caller, request, command.map_err(Into::into), None).await?;
        Ok(Done { record: answer.record, store_id: self.snapshot().store_id })
    }

    /// As [`mutate`](Self::mutate), for an answer that shows more than the events.
    pub(crate) async fn answer<M: Mutation, R: Message + Default>(
        &self,
        caller: &Caller,
        request: &M,
        command: Result<Command, impl Into<Refusal>>,
        render: impl FnOnce(&Around<'_>) -> R + Send + 'static,
    ) -> Result<Response<R>, Status> {
        let render: Render = Box::new(|decided| render(&Around::from(decided)).encode_to_vec());
        let answer = self.submit_logged(caller, request, command.map_err(Into::into), Some(render)).await?;
        let revision = answer.revision();
        let answer = R::decode(answer.rendered.as_slice()).map_err(|error| {
            Refusal::from(SubmitError::Unreadable { revision, problem: error.to_string() })
        })?;
        Ok(Response::new(answer))
    }

    async fn submit_logged<M: Mutation>(
        &self,
        caller: &Caller,
        request: &M,
        command: Result<Command, Refusal>,
        render: Option<Render>,
    ) -> Result<Answer, Refusal> {
        let outcome = match command {
            Ok(command) => self.submit(caller, request, command, render).await,
            // A repeated request is read against another state than the first time; its answer must not depend on that.
            // What the command would do does not matter: the request id is looked up before it.
            Err(_) if self.was_answered(caller, request) => {
                self.submit(caller, request, Command::Tick, render).await
            }
            Err(refusal) => Err(refusal),
        };
        let revision = outcome.as_ref().map(Answer::revision).ok();
        let (resource, id) = (request.resource(), request.request_id());
        self.log(caller, M::METHOD, &resource, id, revision, outcome.as_ref().err());
        outcome
    }

    fn was_answered<M: Mutation>(&self, caller: &Caller, request: &M) -> bool {
        self.snapshot().state.requests.get(caller.actor.as_ref(), request.request_id()).is_some()
    }

    async fn submit<M: Mutation>(
        &self,
        caller: &Caller,
        request: &M,
        command: Command,
        render: Option<Render>,
    ) -> Result<Answer, Refusal> {
        let id = request.request_id();
        let request_id = (!id.is_empty()).then(|| id.to_owned());
        let sent = request_id.is_some().then(|| request.fingerprint());
        let submitted = DomainRequest { command, request_id, sent };
        let (actor, dry) = (caller.actor.as_ref(), request.validate_only());
        let answer = self.0.engine.submit_rendered(submitted, actor, dry, render).await;
        answer.map_err(|error| Refusal::from(error).under(M::FIELD))
    }

    /// Writes the line of one mutation.
    pub(crate) fn log(
        &self,
        caller: &Caller,
        method: &'static str,
        resource: &str,
        request_id: &str,
        revision: Option<Revision>,
        refusal: Option<&Refusal>,
    ) {
        let duration_us = u64::try_from(self.now().since(caller.begun).as_micros()).unwrap_or(u64::MAX);
        let reason = refusal.map_or("OK", |refusal| refusal.reason.as_str_name());
        let revision = revision.map_or(0, |revision| revision.0);
        // Names and ids are the caller's own texts; they are cut so that no line grows with the request.
        tracing::info!(
            target: "podnet::rpc",
            actor = %caller.actor,
            method,
            resource = cut(resource),
            request_id = cut(request_id),
            revision,
            duration_us,
            reason,
            "mutation"
        );
    }
}

impl fmt::Debug for Shell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Shell").field("facts", &self.0.facts).finish_non_exhaustive()
    }
}

/// The beginning of a text.
fn cut(text: &str) -> &str {
    let end = text.char_indices().nth(LOGGED_CHARACTERS_MAX).map_or(text.len(), |(end, _)| end);
    text.get(..end).unwrap_or(text)
}

/// A place among streams of a kind, held until it is dropped.
fn place(
    places: &Arc<Semaphore>,
    limit: usize,
    message: impl FnOnce() -> String,
) -> Result<OwnedSemaphorePermit, Refusal> {
    Arc::clone(places).try_acquire_owned().map_err(|_| {
        Refusal::new(pb::ErrorReason::StreamLimitReached, tonic::Code::ResourceExhausted, message())
            .with("limit", limit)
            .retry(limits::UNAVAILABLE_RETRY)
    })
}

/// The resource, or the refusal that it does not exist.
pub(crate) fn found<T>(resource: Option<T>, name: &impl fmt::Display) -> Result<T, Refusal> {
    resource.ok_or_else(|| Rejection::not_found(name).into())
}

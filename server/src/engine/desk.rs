//! How do answers come back to the thread that waits for them, with one wake-up for many?
//!
//! A thread that serves calls opens a desk. The writer sends each desk one message for each batch; a task on the desk's
//! own thread hands the answers out, and what it wakes runs on the same thread, without a system call. A caller on a
//! thread without a desk is woken by itself. This module must not know what is answered.
//!
//! No bound of its own: what lies at a desk was submitted from its thread, which submits nothing while it hands out, so
//! it is never more than the calls that the thread has open.

use std::cell::RefCell;
use std::sync::Arc;

use tokio::sync::{mpsc, oneshot};

use super::{Answer, SubmitError};

/// What comes of a request.
pub(super) type Outcome = Result<Answer, SubmitError>;

/// An answer on its way.
type Delivery = (oneshot::Sender<Outcome>, Outcome);

thread_local! {
    /// The desk of this thread.
    static HERE: RefCell<Option<Desk>> = const { RefCell::new(None) };
}

/// Where the answers of one thread arrive.
#[derive(Clone, Debug)]
pub struct Desk(Arc<mpsc::UnboundedSender<Vec<Delivery>>>);

impl Desk {
    /// Opens the desk of this thread, for all that is submitted from it, and answers what hands the answers out: to be
    /// run on this thread as long as it serves.
    pub fn open() -> impl Future<Output = ()> {
        let (sender, mut batches) = mpsc::unbounded_channel::<Vec<Delivery>>();
        HERE.set(Some(Self(Arc::new(sender))));
        async move {
            while let Some(batch) = batches.recv().await {
                batch.into_iter().for_each(deliver);
            }
        }
    }
}

/// Where one answer goes.
pub(super) struct Reply {
    waiter: oneshot::Sender<Outcome>,
    desk: Option<Desk>,
}

impl Reply {
    /// A reply to this thread, and where it is waited for.
    pub(super) fn new() -> (Self, oneshot::Receiver<Outcome>) {
        let (waiter, outcome) = oneshot::channel();
        (Self { waiter, desk: HERE.with_borrow(Clone::clone) }, outcome)
    }
}

/// The answers of one batch, by desk.
#[derive(Default)]
pub(super) struct Outbox {
    desks: Vec<(Desk, Vec<Delivery>)>,
    alone: Vec<Delivery>,
}

impl Outbox {
    /// Adds an answer.
    pub(super) fn add(&mut self, reply: Reply, outcome: Outcome) {
        let Reply { waiter, desk } = reply;
        let Some(desk) = desk else { return self.alone.push((waiter, outcome)) };
        match self.desks.iter_mut().find(|(known, _)| Arc::ptr_eq(&known.0, &desk.0)) {
            Some((_, deliveries)) => deliveries.push((waiter, outcome)),
            None => self.desks.push((desk, vec![(waiter, outcome)])),
        }
    }

    /// Sends everything.
    pub(super) fn send(self) {
        for (desk, deliveries) in self.desks {
            // A thread that has ended has no callers left.
            let _gone = desk.0.send(deliveries).is_err();
        }
        self.alone.into_iter().for_each(deliver);
    }
}

fn deliver((waiter, outcome): Delivery) {
    // A caller that is gone does not want its answer.
    let _gone = waiter.send(outcome).is_err();
}

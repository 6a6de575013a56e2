//! On which threads do the callers of a run live? On as many as there are cores, each with a runtime and connections of its
//! own, all of which last for the whole run.
//!
//! A runtime of one thread writes many requests with one system call, where one that is shared by threads writes each by
//! itself: it takes half of the time. Knows nothing of what the callers do.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use podnet::{Client, Options};
use tokio::sync::{mpsc, oneshot};
use tokio::task::JoinSet;

use super::clock::Clock;
use super::fleet::Fleet;
use super::job::{Job, Step, World};
use super::pace::{self, Schedule};
use super::progress::Progress;
use super::record::Record;
use crate::exit::Failure;

/// When the callers of a pass stop.
#[derive(Debug, Clone)]
pub struct Pass {
    /// No call starts at or after this time of the run.
    pub until: u64,
    /// Whether all stop when one of them has used its slots up; else each walks to its end.
    pub together: bool,
    /// Calls per second, whether or not earlier ones are answered (open loop); `None`: the next call when the last one is
    /// answered (closed loop).
    pub rate: Option<f64>,
}

/// A pass that is over.
#[derive(Debug)]
pub struct Passed {
    /// The callers, as they were given.
    pub jobs: Vec<Job>,
    /// What they recorded.
    pub record: Record,
    /// When it began.
    pub began: u64,
    /// Whether a caller used its slots up.
    pub exhausted: bool,
}

/// One pass for one thread.
struct Order {
    jobs: Vec<(usize, Job)>,
    pass: Pass,
    fleet: Arc<Fleet>,
    record: Record,
    stop: Arc<AtomicBool>,
    done: Arc<AtomicU64>,
    schedule: Option<Arc<Schedule>>,
    reply: oneshot::Sender<(Vec<(usize, Job)>, Record)>,
}

/// The threads.
#[derive(Debug)]
pub struct Rig {
    orders: Vec<mpsc::Sender<Order>>,
    connections: usize,
    clock: Clock,
    progress: Progress,
}

impl Rig {
    /// Starts the threads; they end when the rig is dropped.
    ///
    /// # Errors
    /// The system refuses a thread, or the settings are malformed.
    pub fn start(
        options: &Options,
        connections: usize,
        clock: Clock,
        progress: Progress,
    ) -> Result<Self, Failure> {
        let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        let threads = cores.min(connections).max(1);
        let mut orders = Vec::new();
        for thread in 0..threads {
            let own = (connections + threads - 1 - thread) / threads;
            let runtime = tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build()
                .map_err(|error| Failure::Render(format!("runtime: {error}")))?;
            let clients = {
                let _inside = runtime.enter();
                let clients: Result<Vec<_>, _> = (0..own).map(|_| Client::connect(options.clone())).collect();
                clients?
            };
            let (sender, mut taken) = mpsc::channel::<Order>(1);
            let work = async move {
                while let Some(order) = taken.recv().await {
                    run(order, &clients, clock).await;
                }
            };
            std::thread::Builder::new()
                .name(format!("bench-{thread}"))
                .spawn(move || runtime.block_on(work))
                .map_err(|error| Failure::Render(format!("thread: {error}")))?;
            orders.push(sender);
        }
        Ok(Self { orders, connections, clock, progress })
    }

    /// Number of connections.
    #[must_use]
    pub fn connections(&self) -> usize {
        self.connections
    }

    /// Lets the callers call until the pass is over.
    ///
    /// # Errors
    /// A thread ended.
    pub async fn pass(&self, jobs: Vec<Job>, fleet: &Arc<Fleet>, pass: Pass) -> Result<Passed, Failure> {
        let mut shares: Vec<Vec<(usize, Job)>> = self.orders.iter().map(|_| Vec::new()).collect();
        let threads = shares.len();
        for (index, job) in jobs.into_iter().enumerate() {
            shares[index % self.connections % threads].push((index, job));
        }
        let stop = Arc::new(AtomicBool::new(false));
        let done = Arc::new(AtomicU64::new(0));
        let began = self.clock.now();
        let schedules = self.schedules(&pass, began)?;
        let mut replies = Vec::new();
        for (index, (orders, jobs)) in self.orders.iter().zip(shares).enumerate() {
            let (reply, answer) = oneshot::channel();
            let order = Order {
                jobs,
                pass: pass.clone(),
                fleet: Arc::clone(fleet),
                record: Record::new()?,
                stop: Arc::clone(&stop),
                done: Arc::clone(&done),
                schedule: schedules.get(index).cloned(),
                reply,
            };
            orders.send(order).await.map_err(|_| thread_ended())?;
            replies.push(answer);
        }
        let (mut jobs, mut record) = (Vec::new(), Record::new()?);
        for answer in replies {
            let (own, part) = self.progress.until(answer, &done).await.map_err(|_| thread_ended())?;
            jobs.extend(own);
            record.add(part);
        }
        jobs.sort_by_key(|(index, _)| *index);
        let jobs = jobs.into_iter().map(|(_, job)| job).collect();
        Ok(Passed { jobs, record, began, exhausted: stop.load(Ordering::Relaxed) })
    }
}

impl Rig {
    /// One schedule for each thread, each with its share of the rate.
    fn schedules(&self, pass: &Pass, began: u64) -> Result<Vec<Arc<Schedule>>, Failure> {
        let Some(rate) = pass.rate else { return Ok(Vec::new()) };
        let threads = u32::try_from(self.orders.len()).unwrap_or(1);
        let interval = f64::from(threads) * 1e9 / rate;
        let schedules: Vec<_> =
            self.orders.iter().map(|_| Arc::new(Schedule::new(began, pass.until, interval))).collect();
        pace::start(&schedules, self.clock).map_err(|error| Failure::Render(format!("thread: {error}")))?;
        Ok(schedules)
    }
}

fn thread_ended() -> Failure {
    Failure::Render("a thread of the load test ended".to_owned())
}

/// Runs the callers of one thread.
async fn run(order: Order, clients: &[Client], clock: Clock) {
    let Order { jobs, pass, fleet, record, stop, done, schedule, reply } = order;
    let world = World { clock, fleet, record: Arc::new(Mutex::new(record)), done };
    let limits = Limits { pass, stop: Arc::clone(&stop), schedule };
    let mut callers = JoinSet::new();
    for (place, (index, job)) in jobs.into_iter().enumerate() {
        let Some(client) = clients.get(place % clients.len().max(1)).cloned() else { continue };
        callers.spawn(call(index, job, client, world.clone(), limits.clone()));
    }
    let mut jobs = Vec::new();
    while let Some(ended) = callers.join_next().await {
        jobs.extend(ended.ok());
    }
    if let Some(schedule) = &limits.schedule
        && !stop.load(Ordering::Relaxed)
    {
        for _ in 0..schedule.not_started() {
            world.record().failed("NOT_STARTED".to_owned());
        }
    }
    let World { record, .. } = world;
    // Every caller has ended, so that nobody else holds it.
    if let Ok(record) = Arc::try_unwrap(record) {
        let record = record.into_inner().unwrap_or_else(PoisonError::into_inner);
        // Nobody waits any more: the run was given up.
        drop(reply.send((jobs, record)));
    }
}

/// What ends a caller.
#[derive(Debug, Clone)]
struct Limits {
    pass: Pass,
    stop: Arc<AtomicBool>,
    schedule: Option<Arc<Schedule>>,
}

impl Limits {
    /// Whether a call may start at this time.
    fn go_on(&self, now: u64) -> bool {
        now < self.pass.until && !(self.pass.together && self.stop.load(Ordering::Relaxed))
    }

    /// When the next call is to start; `None`: never.
    async fn next(&self, clock: Clock) -> Option<u64> {
        match &self.schedule {
            Some(schedule) => schedule.next().await.filter(|_| !self.stop.load(Ordering::Relaxed)),
            None => Some(clock.now()).filter(|now| self.go_on(*now)),
        }
    }
}

async fn call(index: usize, mut job: Job, client: Client, world: World, limits: Limits) -> (usize, Job) {
    if let Some(exhausted) = job.run_stream(&client, &world, |now| limits.go_on(now)).await {
        if exhausted {
            limits.stop.store(true, Ordering::Relaxed);
        }
        return (index, job);
    }
    while let Some(intended) = limits.next(world.clock).await {
        match job.step(&client, &world, intended).await {
            Step::Made => {}
            Step::Exhausted => {
                limits.stop.store(true, Ordering::Relaxed);
                break;
            }
        }
    }
    (index, job)
}

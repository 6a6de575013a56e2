//! One life of a server: start it, load it, let it die in some way, start it again, judge.

use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::channel;
use std::time::{Duration, Instant};

use podnet::{Client, v1};
use tempfile::TempDir;
use tokio::runtime::Runtime;

use super::judge::{Digest, Findings, digest, judge};
use super::load::{Moment, Signal, Worker, connect, work};
use super::world;
use crate::faults::{self, Fault, Loss};
use crate::random::Random;
use crate::server::{Home, Server};

/// Longest time of one load; generous, since it only ends runs that hang.
const LOAD_DEADLINE: Duration = Duration::from_secs(120);
/// Changes at most before a kill.
const CHANGES_MAX: u64 = 250;
/// Changes in which a fault has to strike.
const CHANGES_OF_FAULT: u64 = 1500;
/// Rounds of an empty loop at most between the decision to kill and the kill, so that it falls into any phase of a call:
/// about a millisecond.
const SPINS_MAX: u64 = 200_000;

/// How a server ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Death {
    /// `kill -9` under load.
    Kill,
    /// `kill -9` when all calls are answered.
    QuietKill,
    /// A write ends in the middle, and the process with it.
    ShortWrite,
    /// Writes are short now and then, which is legal; then `kill -9`.
    ShortWriteContinue,
    /// A sync fails; the server has to end by itself.
    SyncError,
    /// The disk is full; the server ends or refuses.
    FullDisk,
    /// The power fails: of what was not synced, sectors are old or new.
    PowerLoss,
    /// The power fails: what was written at the end and not synced is anything at all.
    TornTail,
}

impl Death {
    /// The faults that are injected.
    pub const FAULTS: [Self; 6] = [
        Self::ShortWrite,
        Self::ShortWriteContinue,
        Self::SyncError,
        Self::FullDisk,
        Self::PowerLoss,
        Self::TornTail,
    ];

    /// Name in the table.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Kill => "kill -9 under load",
            Self::QuietKill => "kill -9 when quiet",
            Self::ShortWrite => "short write, then gone",
            Self::ShortWriteContinue => "short writes, continued",
            Self::SyncError => "sync error",
            Self::FullDisk => "full disk",
            Self::PowerLoss => "power loss",
            Self::TornTail => "torn, garbled tail",
        }
    }

    /// The fault; later with each try, since some bytes and syncs go into the start.
    fn fault(self, random: &mut Random, attempt: u64) -> Option<Fault> {
        let mut syncs = |most: u64| 2 + random.below(most << attempt.min(4));
        match self {
            Self::Kill | Self::QuietKill => None,
            Self::ShortWrite => Some(Fault::ShortWrite(1000 + syncs(40_000))),
            Self::ShortWriteContinue => Some(Fault::ShortWriteContinue(1 + syncs(3))),
            Self::SyncError => Some(Fault::SyncError(syncs(40))),
            Self::FullDisk => Some(Fault::NoSpace(1000 + syncs(40_000))),
            Self::PowerLoss | Self::TornTail => Some(Fault::KillAtSync(syncs(40))),
        }
    }

    fn loss(self) -> Option<Loss> {
        match self {
            Self::PowerLoss => Some(Loss::OldOrNew),
            Self::TornTail => Some(Loss::Garbled),
            Self::Kill
            | Self::QuietKill
            | Self::ShortWrite
            | Self::ShortWriteContinue
            | Self::SyncError
            | Self::FullDisk => None,
        }
    }
}

/// A folder that lives on through all trials of a series, with the clients and what they know.
pub struct Series {
    runtime: Runtime,
    home: Home,
    /// Journals of changes stand here, outside of the folder of faults.
    beside: TempDir,
    workers: Vec<Worker>,
    /// The latest state that was judged right.
    last: Option<Digest>,
    random: Random,
}

/// What one trial came to.
#[derive(Clone, Debug, Default)]
pub struct Trial {
    /// Changes that were acknowledged before the death.
    pub acknowledged: u64,
    /// Calls that were never answered, and had to be settled.
    pub unanswered: u64,
    /// From the start of the process to its first answer.
    pub restart: Duration,
    /// Whether the fault struck under load; a kill always does.
    pub struck: bool,
    /// What is wrong.
    pub findings: Findings,
    /// Refusals by reason, for whoever wonders whether the load is tame.
    pub refusals: std::collections::BTreeMap<&'static str, u64>,
}

impl Series {
    /// A new folder with the world in it.
    ///
    /// # Errors
    /// The server refuses the world, or the system gives no threads or folders.
    pub fn new(store: &str, seed: u64) -> Result<Self, String> {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
        let runtime = runtime.map_err(|error| error.to_string())?;
        // Checkpoints often enough that crashes fall into them too.
        let flags = ["--store", store, "--checkpoint-records", "400", "--log-level", "warn"];
        let home = Home::new().with(&flags);
        let beside = tempfile::tempdir().map_err(|error| error.to_string())?;
        let mut random = Random::new(seed);
        let server = home.start();
        let client = connected(&runtime, &server)?;
        let places = runtime.block_on(world::create(&client)).map_err(|error| error.to_string())?;
        server.kill();
        let workers = places
            .into_iter()
            .map(|place| Worker { place, journal: Default::default(), random: Random::new(random.bits()) })
            .collect();
        Ok(Self { runtime, home, beside, workers, last: None, random })
    }

    /// What the servers of this series wrote to their logs.
    #[must_use]
    pub fn log(&self) -> String {
        self.home.log()
    }

    /// Runs one trial. Where a fault does not strike within the load, it is judged all the same; `attempt` counts such.
    ///
    /// # Errors
    /// The server does not start again, or does not answer after it.
    pub fn trial(&mut self, death: Death, attempt: u64) -> Result<Trial, String> {
        let mut trial = Trial::default();
        let journal = self.beside.path().join("journal");
        let mut digests: Vec<Digest> = self.last.take().into_iter().collect();
        self.live_and_die(death, attempt, &journal, &mut trial, &mut digests)?;
        if let Some(loss) = death.loss().filter(|_| journal.exists()) {
            let sector_bytes = if self.random.below(2) == 0 { 512 } else { 4096 };
            let _lost = faults::lose_power(&journal, sector_bytes, loss, &mut self.random)
                .map_err(|error| error.to_string())?;
            std::fs::remove_file(&journal).map_err(|error| error.to_string())?;
        }
        trial.unanswered =
            self.workers.iter().filter(|worker| worker.journal.unanswered.is_some()).count() as u64;

        let (server, client, restart) = restart(&self.runtime, &self.home)?;
        trial.restart = restart;
        let judged = judge(&client, &mut self.workers, &digests, &mut trial.findings);
        self.runtime.block_on(judged)?;
        self.last = Some(self.runtime.block_on(digest(&client, 0))?);
        // The next life begins with a recovery too: nothing is shut down in order.
        server.kill();
        Ok(trial)
    }

    fn live_and_die(
        &mut self,
        death: Death,
        attempt: u64,
        journal: &Path,
        trial: &mut Trial,
        digests: &mut Vec<Digest>,
    ) -> Result<(), String> {
        let fault = death.fault(&mut self.random, attempt);
        let mut command = self.home.command();
        if let Some(fault) = fault {
            fault.inject(&mut command, &self.home.data()).map_err(|error| error.to_string())?;
        }
        if death.loss().is_some() {
            faults::record_unsynced(&mut command, journal);
        }
        // A fault may strike before the server listens: also a crash, of the recovery itself.
        let Some(mut server) = self.home.try_spawn(&mut command) else {
            return if fault.is_some() { Ok(()) } else { Err("the server does not start".to_owned()) };
        };
        let client = match connected(&self.runtime, &server) {
            Ok(client) => client,
            Err(_) if fault.is_some() => return Ok(()),
            Err(error) => return Err(error),
        };

        let kills = matches!(death, Death::Kill | Death::ShortWriteContinue);
        let faulty = !kills && death != Death::QuietKill;
        let changes = if faulty { CHANGES_OF_FAULT } else { 1 + self.random.below(CHANGES_MAX) };
        let (moments, wait) = channel();
        let signal = Arc::new(Signal::new(moments, changes, !kills));
        let load = run(std::mem::take(&mut self.workers), server.url(), Arc::clone(&signal));
        let load = self.runtime.spawn(load);
        // A state that is seen under load is durable, so the log must give it again.
        let seen = (self.random.below(2) == 0).then(|| self.runtime.block_on(digest(&client, 0)));
        digests.extend(seen.and_then(Result::ok));

        let spins = self.random.below(SPINS_MAX);
        let moment = wait.recv_timeout(LOAD_DEADLINE).map_err(|error| format!("the load: {error}"))?;
        if kills && moment == Moment::Reached {
            (0..spins).for_each(|_| std::hint::spin_loop());
            server.kill();
            trial.struck = true;
            self.workers = self.runtime.block_on(load).map_err(|error| error.to_string())??.0;
        } else {
            let (workers, gone) = self.runtime.block_on(load).map_err(|error| error.to_string())??;
            self.workers = workers;
            if gone {
                // Whoever cannot answer any more has to end, so that it recovers from what is on the disk.
                let _status = server.wait();
                trial.struck = faulty;
                if !faulty {
                    trial.findings.others.push("the server ended by itself".to_owned());
                }
            } else {
                trial.struck = !faulty || signal.refusals().contains_key("STORE_READ_ONLY");
                if !faulty {
                    digests.push(self.runtime.block_on(digest(&client, 0))?);
                }
                server.kill();
            }
        }
        trial.acknowledged = signal.changes();
        trial.refusals = signal.refusals();
        trial.findings.answers.extend(signal.findings());
        Ok(())
    }
}

/// All clients at once, each over a connection of its own; gives them back, and whether the server is gone.
async fn run(workers: Vec<Worker>, url: String, signal: Arc<Signal>) -> Result<(Vec<Worker>, bool), String> {
    let mut tasks = Vec::new();
    for mut worker in workers {
        let client = connect(&url).map_err(|error| error.to_string())?;
        let signal = Arc::clone(&signal);
        tasks.push(tokio::spawn(async move {
            let gone = work(&mut worker, &client, &signal).await;
            (worker, gone)
        }));
    }
    let (mut workers, mut any_gone) = (Vec::new(), false);
    for task in tasks {
        let (worker, gone) = task.await.map_err(|error| error.to_string())?;
        workers.push(worker);
        any_gone |= gone;
    }
    signal.over();
    Ok((workers, any_gone))
}

/// Starts the server again, and measures the time to its first answer.
#[expect(
    clippy::disallowed_methods,
    reason = "how long a restart takes is measured, and nothing depends on it"
)]
fn restart<'home>(runtime: &Runtime, home: &'home Home) -> Result<(Server<'home>, Client, Duration), String> {
    let begin = Instant::now();
    let server = home.try_spawn(&mut home.command()).ok_or("the server does not start again")?;
    let client = connected(runtime, &server)?;
    Ok((server, client, begin.elapsed()))
}

/// A client of a server that answers already.
fn connected(runtime: &Runtime, server: &Server<'_>) -> Result<Client, String> {
    let _inside = runtime.enter();
    let client = connect(&server.url()).map_err(|error| error.to_string())?;
    let info = client.call(v1::GetServerInfoRequest {});
    let _info = runtime.block_on(info).map_err(|error| error.to_string())?;
    Ok(client)
}

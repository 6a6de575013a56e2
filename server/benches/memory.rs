//! What does a live allocation cost in memory, how long is a start with all of them, and is a full pool as quick as an
//! empty one?
//!
//! `cargo xtask bench memory [--allocations 10000000]` prints the tables: a million by default, in one process, in a
//! temporary folder. Everything goes through the engine, as from callers: Azure CNI clusters
//! of 5,000 nodes with 250 pods each, owners and ids as a container runtime gives them. Under `cargo test` it runs once
//! with small numbers, so that it cannot rot.
#![expect(clippy::print_stdout, reason = "the tables are the result")]
#![expect(clippy::unwrap_used, reason = "a benchmark stops where it cannot go on")]

#[path = "memory/flatness.rs"]
mod flatness;
#[path = "memory/world.rs"]
mod world;

use std::time::{Duration, Instant};

use podnet_core::meta::Revision;
use podnet_server::clock::Clock;
use podnet_server::engine::{Engine, EngineHandle, EngineOptions};
use podnet_server::store::{self, StoreKind};
use world::{POD_IDS, World, nodes_for};

/// The allocator of the server that is released.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Allocations of one command, the largest batch that callers may send.
const BATCH: usize = 1000;
/// One of so many allocations comes after the checkpoint, and is replayed from the log at the start.
const BEHIND_CHECKPOINT: usize = 50;

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let asked = arguments.iter().position(|own| own == "--allocations").and_then(|at| arguments.get(at + 1));
    let bench = arguments.iter().any(|argument| argument == "--bench");
    let count = asked.map_or(if bench { 1_000_000 } else { 2000 }, |count| count.parse().unwrap());
    let rounds = if bench { 20 } else { 1 };
    flatness::table(rounds);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(live(count));
}

/// Fills a store, and starts it again.
async fn live(count: usize) {
    let folder = tempfile::tempdir().unwrap();
    let engine = start(&folder);
    let before = resident_bytes();
    let world = World::new(&engine, nodes_for(count)).await;
    let nodes = resident_bytes();
    let begun = now();
    let behind = (count / BEHIND_CHECKPOINT).max(BATCH);
    fill(&engine, &world, 0, count - behind).await;
    let checkpoint = now();
    let _kept = engine.compact(engine.snapshot().state.revision).await.unwrap();
    let checkpoint = checkpoint.elapsed();
    fill(&engine, &world, count - behind, count).await;
    let filled = begun.elapsed() - checkpoint;
    let full = resident_bytes();
    assert_eq!(engine.snapshot().state.allocations.len(), count);
    let digest = engine.snapshot().digest();

    println!("\nEach allocation has {POD_IDS}.");
    println!(
        "\n| allocations | nodes | memory of nodes | of allocations | bytes each | allocated each second |"
    );
    println!("|---:|---:|---:|---:|---:|---:|");
    println!(
        "| {count} | {} | {} MB | {} MB | {} | {:.0} |",
        nodes_for(count),
        (nodes - before) / 1_000_000,
        (full - nodes) / 1_000_000,
        (full - nodes) / count as u64,
        count as f64 / filled.as_secs_f64(),
    );
    engine.shutdown().await;
    drop(engine);

    let begun = now();
    let engine = start(&folder);
    let started = begun.elapsed();
    let recovered = engine.recovered();
    assert_eq!(engine.snapshot().digest(), digest, "another state came back");
    println!(
        "\n| allocations | checkpoint written in | start | of which the store is opened in | behind the checkpoint |"
    );
    println!("|---:|---:|---:|---:|---:|");
    println!(
        "| {count} | {:.1} s | {:.1} s | {:.1} s | {} records, {} MB |",
        checkpoint.as_secs_f64(),
        started.as_secs_f64(),
        (started - recovered.elapsed).as_secs_f64(),
        recovered.records,
        recovered.bytes / 1_000_000,
    );
    engine.shutdown().await;
}

/// An engine on the folder that writes a checkpoint only when it is told to.
fn start(folder: &tempfile::TempDir) -> EngineHandle {
    let log = store::open(StoreKind::Fjall, folder.path()).unwrap();
    let options = EngineOptions {
        checkpoint_records: u64::MAX,
        checkpoint_bytes: u64::MAX,
        ..EngineOptions::default()
    };
    Engine::start(options, log, Clock::system()).unwrap()
}

/// Allocates from one number to another.
async fn fill(engine: &EngineHandle, world: &World, from: usize, to: usize) {
    for first in (from..to).step_by(BATCH) {
        let request = world.allocations(first..(first + BATCH).min(to));
        let answer = engine.submit(request, "anonymous", false).await.unwrap();
        assert!(answer.revision() > Revision(0));
    }
}

/// Memory that the process has from the system.
fn resident_bytes() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap();
    line.trim().strip_suffix("kB").unwrap().trim().parse::<u64>().unwrap() * 1024
}

/// The clock of a benchmark.
#[expect(clippy::disallowed_methods, reason = "a benchmark measures real time")]
fn now() -> Instant {
    Instant::now()
}

/// Time of one run of something.
fn timed(work: impl FnOnce()) -> Duration {
    let begun = now();
    work();
    begun.elapsed()
}

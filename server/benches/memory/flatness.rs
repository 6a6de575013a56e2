//! Is it as quick to take and to give back a number of a large pool as of a small one, empty or full?

use std::hint::black_box;

use podnet_core::pool::{Holder, Pool};
use podnet_core::time::Timestamp;

use crate::timed;

/// Operations of one round.
const OPERATIONS: usize = 200;

/// A pool by name: size, runs taken, free between them.
const POOLS: [(&str, u128, u128, u128); 7] = [
    ("/24, empty", 256, 0, 0),
    ("/8, empty", 1 << 24, 0, 0),
    ("/8, 50 % in runs of 64", 1 << 24, 64, 64),
    ("/8, 99.99 %", 1 << 24, 9999, 1),
    ("/48 (IPv6), empty", 1 << 80, 0, 0),
    ("/48 (IPv6), 50 % in 65,536 runs", 1 << 80, 1 << 63, 1 << 63),
    ("/48 (IPv6), 99.99 %", 1 << 80, (1 << 80) / 1678 - 1, 1),
];

/// Prints the best of some rounds.
pub(crate) fn table(rounds: usize) {
    println!("| pool | next in turn and hold, ns | cool and thaw, ns | allocate by the empty /24 |");
    println!("|---|---:|---:|---:|");
    let mut first = None;
    for (name, size, taken, free) in POOLS {
        let (mut take, mut give) = (f64::INFINITY, f64::INFINITY);
        let full = filled(size, taken, free);
        for _ in 0..rounds {
            let (taking, giving) = round(full.clone());
            (take, give) = (take.min(taking), give.min(giving));
        }
        let base = *first.get_or_insert(take);
        println!("| {name} | {take:.0} | {give:.0} | {:.2} |", take / base);
    }
}

fn filled(size: u128, taken: u128, free: u128) -> Pool {
    let mut pool = Pool::new(0, size - 1);
    let mut first = 0;
    while taken > 0 && first < size {
        pool.reserve(first, (first + taken - 1).min(size - 1));
        first += taken + free;
    }
    pool
}

/// Nanoseconds of one allocation and of one release. The pool is not shared: what sharing costs is the snapshot's.
fn round(mut pool: Pool) -> (f64, f64) {
    let holder = Holder::Pod;
    let mut taken = Vec::with_capacity(OPERATIONS);
    // The first touches copy what the pool shares with its original.
    let warm = pool.next_in_turn().unwrap();
    pool.hold(warm, holder.clone());
    let taking = timed(|| {
        for _ in 0..OPERATIONS {
            let next = pool.next_in_turn().unwrap();
            pool.hold(next, holder.clone());
            taken.push(black_box(next));
        }
    });
    let giving = timed(|| {
        for number in &taken {
            pool.cool(*number, Timestamp(1));
            pool.thaw(*number);
        }
    });
    let each = |time: std::time::Duration| time.as_nanos() as f64 / OPERATIONS as f64;
    (each(taking), each(giving))
}

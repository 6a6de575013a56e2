//! What does the system say about this process? Memory, processor time and open files, under the names that every
//! client library of Prometheus uses.

use std::fmt;
use std::fs;

use podnet_core::time::Timestamp;
use prometheus_client::encoding::DescriptorEncoder;
use prometheus_client::metrics::MetricType;

use super::histogram::{SECOND, approximate};
use super::page::{NO_EXEMPLAR, gauge};

/// Ticks of a second in `/proc/self/stat`; the same on every Linux (proc(5), `sysconf(_SC_CLK_TCK)`).
const TICKS_PER_SECOND: f64 = 100.0;
/// Fields of `/proc/self/stat` between the name and the time in user mode; that in the kernel follows.
const FIELDS_BEFORE_TIMES: usize = 11;

/// What cannot be read is left out.
pub(super) fn encode(encoder: &mut DescriptorEncoder<'_>, started: Timestamp) -> fmt::Result {
    if let Some(bytes) = resident_bytes() {
        gauge(encoder, "process_resident_memory_bytes", "Memory of the process", bytes)?;
    }
    if let Some(seconds) = processor_seconds() {
        let help = "Processor time of the process";
        let mut metric = encoder.encode_descriptor("process_cpu_seconds", help, None, MetricType::Counter)?;
        metric.encode_counter(&seconds, NO_EXEMPLAR)?;
    }
    if let Ok(open) = fs::read_dir("/proc/self/fd") {
        gauge(encoder, "process_open_fds", "Open files and sockets", open.count() as u64)?;
    }
    let help = "When the server started, in seconds since 1970";
    let mut metric =
        encoder.encode_descriptor("process_start_time_seconds", help, None, MetricType::Gauge)?;
    metric.encode_gauge(&(approximate(started.0) / SECOND))
}

fn resident_bytes() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    let kilobytes: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kilobytes * 1024)
}

fn processor_seconds() -> Option<f64> {
    let stat = fs::read_to_string("/proc/self/stat").ok()?;
    // The name may have spaces and parentheses itself.
    let (_, fields) = stat.rsplit_once(')')?;
    let times = fields.split_whitespace().skip(FIELDS_BEFORE_TIMES).take(2);
    let ticks: Vec<u64> = times.map_while(|field| field.parse().ok()).collect();
    (ticks.len() == 2).then(|| approximate(ticks.iter().sum()) / TICKS_PER_SECOND)
}

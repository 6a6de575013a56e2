//! The page after known calls: every figure that they change, the rest as it was; and what it never shows.

use std::io::{BufRead as _, BufReader};
use std::process::Stdio;

use podnet_tests::metrics::{Samples, get};
use podnet_tests::server::{Home, Server};

/// What pods are called here; a monitor must not learn it.
const POD: &str = "secretpod";

#[test]
fn the_page_says_what_was_done() {
    let home = Home::new().with(&["--metrics-listen", "127.0.0.1:0"]);
    let server = home.start();
    let empty = Samples::of(&server);
    empty.check("podnet_serving", &[], 1.0);
    empty.check("podnet_store_revision", &[], 0.0);
    empty.check("podnet_build_info", &[("store", "fjall")], 1.0);
    assert_eq!(empty.all("podnet_pool_addresses").count(), 0);

    cluster(&server);
    for pod in 0..3 {
        let (pod, id) = (format!("shop/{POD}-{pod}"), format!("{POD}{pod}-eth0"));
        done(&server, &["ip", "alloc", "--cluster", "c1", "--node", "n1", "--pod", &pod, &id]);
    }
    done(&server, &["ip", "release", "--cluster", "c1", &format!("{POD}0-eth0")]);
    refused(&server, &["ip", "alloc", "--cluster", "c1", "--node", "none", "x-eth0"]);

    let full = Samples::of(&server);
    let pool = ("pool", "clusters/c1/nodePools/np1");
    for (state, count) in [("allocated", 2.0), ("cooling", 1.0), ("reserved", 3.0), ("free", 250.0)] {
        full.check("podnet_pool_addresses", &[("cluster", "c1"), pool, ("state", state)], count);
    }
    full.check("podnet_pool_capacity_addresses", &[("cluster", "c1"), pool], 256.0);
    full.check("podnet_pool_free_prefixes", &[("pool", "clusters/c1"), ("length", "24")], 255.0);
    full.check("podnet_nodes", &[pool], 1.0);
    full.check("podnet_node_pod_limit_reached_nodes", &[pool], 0.0);
    full.check("podnet_route_table_routes", &[], 1.0);
    full.check("podnet_route_table_limit", &[], 400.0);
    full.check("podnet_allocations_total", &[("mode", "kubenet"), ("result", "committed")], 3.0);
    full.check("podnet_allocations_total", &[("mode", "kubenet"), ("result", "refused")], 1.0);
    full.check("podnet_errors_total", &[("reason", "ERROR_REASON_RESOURCE_NOT_FOUND")], 1.0);
    full.check("podnet_watchers", &[], 0.0);
    full.check("podnet_queue_requests", &[], 0.0);
    let calls = |code| [("rpc_method", "podnet.v1.IpamService/AllocateAddress"), ("rpc_status_code", code)];
    full.check("rpc_server_call_duration_seconds_count", &calls("OK"), 3.0);
    full.check("rpc_server_call_duration_seconds_count", &calls("NOT_FOUND"), 1.0);

    let revision = full.one("podnet_store_revision", &[]);
    assert!(revision > 4.0, "{revision}");
    let phase = |phase| full.one("podnet_allocation_duration_seconds_count", &[("phase", phase)]);
    // Every revision here is a batch of its own; a refusal is a batch without a sync.
    assert_eq!((phase("fsync"), phase("commit")), (revision, revision + 1.0));
    assert_eq!(phase("queue"), phase("commit"));
    assert!(full.one("podnet_wal_bytes", &[]) > 0.0);
    assert!(full.one("process_resident_memory_bytes", &[]) > 1e6);
    for never in [POD, "10.244.0.", "n1\""] {
        assert!(!full.text().contains(never), "{never} is on the page:\n{}", full.text());
    }
    server.stop();
}

#[test]
fn the_port_answers_monitors_and_nobody_else() {
    let home = Home::new().with(&["--store", "memory", "--metrics-listen", "127.0.0.1:0"]);
    let server = home.start();
    let status =
        |method, path| get(server.metrics_address(), method, path).0.lines().next().map(str::to_owned);
    assert_eq!(status("GET", "/"), Some("HTTP/1.1 404 Not Found".to_owned()));
    assert_eq!(status("POST", "/metrics"), Some("HTTP/1.1 405 Method Not Allowed".to_owned()));
    assert_eq!(get(server.metrics_address(), "HEAD", "/metrics").1, "");
    // A log in memory takes no place on the disk.
    assert_eq!(Samples::of(&server).all("podnet_wal_bytes").count(), 0);
    server.stop();
}

#[test]
fn a_watch_is_seen_as_long_as_it_is_open() {
    let home = Home::new().with(&["--store", "memory", "--metrics-listen", "127.0.0.1:0"]);
    let server = home.start();
    cluster(&server);
    let mut watch =
        server.podnet().args(["watch", "--snapshot", "-o", "ndjson"]).stdout(Stdio::piped()).spawn().unwrap();
    // It shows what is there first; with the first line it is open.
    let mut lines = BufReader::new(watch.stdout.take().unwrap()).lines();
    assert!(lines.next().is_some_and(|line| line.is_ok()));
    let samples = Samples::of(&server);
    samples.check("podnet_watchers", &[], 1.0);
    samples.check("podnet_watch_lag_revisions", &[], 0.0);
    watch.kill().unwrap();
    let _status = watch.wait().unwrap();
    server.stop();
}

/// A kubenet cluster with one node. What is released stays so for longer than a test runs: its end would be a revision.
pub(crate) fn cluster(server: &Server<'_>) {
    for arguments in [
        &["network", "create", "v1", "--prefix", "10.240.0.0/16"][..],
        &["subnet", "create", "v1/nodes", "--prefix", "10.240.0.0/24"],
        &["cluster", "create", "c1", "--network", "v1", "--mode", "kubenet", "--cooldown", "3600"],
        &["nodepool", "create", "c1/np1", "--subnet", "v1/nodes"],
        &["node", "create", "c1/n1", "--pool", "np1"],
    ] {
        done(server, arguments);
    }
}

pub(crate) fn done(server: &Server<'_>, arguments: &[&str]) {
    let output = server.podnet().args(arguments).output().unwrap();
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
}

fn refused(server: &Server<'_>, arguments: &[&str]) {
    let output = server.podnet().args(arguments).output().unwrap();
    assert!(!output.status.success(), "{arguments:?} was not refused");
}

//! Do the sample clusters under `tests/samples/` become what their committed summaries say?
//!
//! A case is a folder of files given together (`kubenet`, `azure-cni`), or one file of `quirks`. The summary stands beside
//! it as `expected.txt` or `<file>.expected.txt`. After a change on purpose, `PODNET_BLESS=1 cargo test -p podnet-cli`
//! writes the summaries anew; read the difference before committing it.

#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
#![expect(clippy::panic, reason = "tests fail by panicking")]

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use podnet_cli::import::plan::{DesiredService, DesiredSubnet, NextHop, RouteManagement, Step};
use podnet_cli::import::{Finding, ImportPlan, InputFile, PlanOptions, plan, read};

fn samples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/samples")
}

fn json_files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<PathBuf> =
        entries.filter(|path| path.extension().is_some_and(|extension| extension == "json")).collect();
    files.sort();
    files
}

fn summary(files: &[PathBuf]) -> String {
    let input: Vec<InputFile> = files
        .iter()
        .map(|path| InputFile {
            name: path.file_name().unwrap().to_string_lossy().into_owned(),
            bytes: fs::read(path).unwrap(),
        })
        .collect();
    let reading = match read(&input) {
        Ok(reading) => reading,
        Err(error) => return format!("error: {error}\n"),
    };
    // A quirk about kubectl output alone says so by its name: the cluster is then one that podnet holds.
    let existing = files.iter().any(|path| path.to_string_lossy().contains("kubectl-only"));
    let options = PlanOptions { cluster: existing.then(|| "prod".to_owned()), mode: None };
    let planning = plan(&reading.inventory, &options);
    let mut text = String::new();
    write_plan(&mut text, &planning.plan);
    write_findings(&mut text, "reading", &reading.findings);
    write_findings(&mut text, "planning", &planning.findings);
    text
}

fn list<T: ToString>(items: &[T]) -> String {
    if items.is_empty() {
        return "-".to_owned();
    }
    items.iter().map(ToString::to_string).collect::<Vec<_>>().join(",")
}

fn optional<T: ToString>(item: Option<&T>) -> String {
    item.map_or_else(|| "-".to_owned(), ToString::to_string)
}

fn write_plan(text: &mut String, plan: &ImportPlan) {
    for step in plan.steps() {
        let name = step.name();
        match step {
            Step::Network(network) => {
                writeln!(text, "network {name} {}", list(&network.address_prefixes)).unwrap();
                if let Some(gateway) = &network.gateway {
                    writeln!(text, "  gateway {:?} {}", gateway.kind, list(&gateway.on_premises_prefixes))
                        .unwrap();
                }
                for peering in &network.peerings {
                    let (id, remote) = (&peering.id, &peering.remote_network);
                    let prefixes = list(&peering.remote_prefixes);
                    writeln!(text, "  peering {id} {remote} {prefixes}").unwrap();
                }
            }
            Step::RouteTable(table) => {
                let learned = if table.disable_bgp_route_propagation { " no-gateway-routes" } else { "" };
                writeln!(text, "route-table {name}{learned}").unwrap();
                for route in &table.routes {
                    let owner = optional(route.managed_by.as_ref());
                    let node = optional(route.node.as_ref());
                    let hop = match route.next_hop {
                        NextHop::VirtualAppliance(address) => address.to_string(),
                        NextHop::VnetLocal
                        | NextHop::Internet
                        | NextHop::VirtualNetworkGateway
                        | NextHop::None => format!("{:?}", route.next_hop),
                    };
                    writeln!(
                        text,
                        "  route {} {} -> {hop} by {owner} for {node}",
                        route.name.id(),
                        route.prefix
                    )
                    .unwrap();
                }
            }
            Step::Subnet(DesiredSubnet { prefixes, route_table, .. }) => {
                writeln!(text, "subnet {name} {} table {}", list(prefixes), optional(route_table.as_ref()))
                    .unwrap();
            }
            Step::Reservation(reservation) => {
                let (address, purpose) = (reservation.address, reservation.purpose);
                let forwarding = if reservation.ip_forwarding { " forwarding" } else { "" };
                writeln!(
                    text,
                    "reservation {name} {address} {purpose:?}{forwarding}: {}",
                    reservation.description
                )
                .unwrap();
            }
            Step::Cluster(cluster) => {
                let management = match cluster.route_management {
                    RouteManagement::Managed => "MANAGED",
                    RouteManagement::Observed => "OBSERVED",
                };
                writeln!(text, "cluster {name} {:?} in {}", cluster.mode, cluster.network).unwrap();
                writeln!(
                    text,
                    "  pods {} of {}, services {} dns {}",
                    list(&cluster.pod_prefixes),
                    optional(cluster.node_prefix_length_ipv4.or(cluster.node_prefix_length_ipv6).as_ref()),
                    list(&cluster.service_prefixes),
                    optional(cluster.dns_service_address.as_ref()),
                )
                .unwrap();
                writeln!(
                    text,
                    "  outbound {} {} unresolved {}",
                    optional(cluster.outbound_type.as_ref()),
                    list(&cluster.outbound_addresses),
                    cluster.unresolved_outbound_ids.len(),
                )
                .unwrap();
                writeln!(text, "  routes {management} in {}", optional(cluster.route_table.as_ref()))
                    .unwrap();
            }
            Step::NodePool(pool) => {
                let (subnet, max_pods, surge) = (&pool.subnet, pool.max_pods, optional(pool.surge.as_ref()));
                let scaling = pool.autoscaling.map(|(least, most)| format!("{least}..{most}"));
                let scaling = optional(scaling.as_ref());
                writeln!(
                    text,
                    "pool {name} {subnet} max-pods {max_pods} surge {surge} autoscaling {scaling}"
                )
                .unwrap();
            }
            Step::Node(node) => {
                let own = list(&node.addresses);
                let pods = list(&node.pod_prefixes);
                let secondary = match node.secondary_addresses.as_slice() {
                    [] => "-".to_owned(),
                    [first, .., last] => format!("{} from {first} to {last}", node.secondary_addresses.len()),
                    [only] => only.to_string(),
                };
                let max_pods = node.max_pods.map(|max| format!(" max-pods {max}")).unwrap_or_default();
                let excluded = if node.excluded_from_load_balancers { " excluded" } else { "" };
                let pool = node.pool.id();
                writeln!(
                    text,
                    "node {name} in {pool} {own} pods {pods} secondary {secondary}{max_pods}{excluded}"
                )
                .unwrap();
            }
            Step::Service(service) => write_service(text, service),
            Step::Allocation(allocation) => {
                let (namespace, pod) = (&allocation.owner.namespace, &allocation.owner.pod);
                let addresses = list(&allocation.addresses);
                let node = allocation.node.id();
                writeln!(text, "allocation {} {namespace}/{pod} {addresses} on {node}", name.id()).unwrap();
            }
        }
    }
}

fn write_service(text: &mut String, service: &DesiredService) {
    let internal = if service.internal_load_balancer { " internal" } else { "" };
    writeln!(
        text,
        "service {} {}{internal} {} load-balancer {} external {} affinity {}",
        service.name,
        service.kind,
        list(&service.cluster_addresses),
        list(&service.load_balancer_addresses),
        service.external_traffic_policy,
        service.session_affinity,
    )
    .unwrap();
    for port in &service.ports {
        let (name, node_port) = (optional(port.name.as_ref()), optional(port.node_port.as_ref()));
        let (protocol, target) = (&port.protocol, &port.target);
        writeln!(text, "  port {name} {protocol} {} -> {target:?} node-port {node_port}", port.port).unwrap();
    }
    for endpoint in &service.endpoints {
        let ports: Vec<String> = endpoint
            .ports
            .iter()
            .map(|port| format!("{}={}/{}", optional(port.name.as_ref()), port.port, port.protocol))
            .collect();
        let ready = if endpoint.ready { "ready" } else { "not-ready" };
        let terminating = if endpoint.terminating { " terminating" } else { "" };
        let node = endpoint.node.as_ref().map_or("-", |node| node.id());
        let pod = optional(endpoint.pod.as_ref());
        let held = if endpoint.allocation.is_some() { " allocated" } else { "" };
        let ports = ports.join(" ");
        writeln!(
            text,
            "  endpoint {} {ports} {ready}{terminating} on {node} pod {pod}{held}",
            endpoint.address
        )
        .unwrap();
    }
}

fn write_findings(text: &mut String, title: &str, findings: &[Finding]) {
    writeln!(text, "findings of {title}: {}", findings.len()).unwrap();
    for finding in findings {
        writeln!(text, "  {finding}").unwrap();
    }
}

/// Compares, or blesses; gives the difference as text.
fn compare(expected: &Path, actual: &str) -> Option<String> {
    if std::env::var_os("PODNET_BLESS").is_some() {
        fs::write(expected, actual).unwrap();
        return None;
    }
    let wanted = fs::read_to_string(expected).unwrap_or_default();
    if wanted == actual {
        return None;
    }
    let mut report = format!("{} differs:\n", expected.display());
    let lines = |text: &str| text.lines().map(str::to_owned).collect::<Vec<String>>();
    let (wanted, found) = (lines(&wanted), lines(actual));
    for line in wanted.iter().filter(|line| !found.contains(line)) {
        writeln!(report, "- {line}").unwrap();
    }
    for line in found.iter().filter(|line| !wanted.contains(line)) {
        writeln!(report, "+ {line}").unwrap();
    }
    Some(report)
}

#[test]
fn samples_become_what_their_summaries_say() {
    let mut cases: Vec<(PathBuf, Vec<PathBuf>)> = ["kubenet", "azure-cni"]
        .iter()
        .map(|name| samples().join(name))
        .map(|folder| (folder.join("expected.txt"), json_files(&folder)))
        .collect();
    for file in json_files(&samples().join("quirks")) {
        cases.push((file.with_extension("expected.txt"), vec![file]));
    }
    let differences: Vec<String> =
        cases.iter().filter_map(|(expected, files)| compare(expected, &summary(files))).collect();
    if !differences.is_empty() {
        panic!("{}\nset PODNET_BLESS=1 to accept", differences.join("\n"));
    }
}

#[test]
fn the_order_of_files_changes_nothing() {
    for folder in ["kubenet", "azure-cni"] {
        let mut files = json_files(&samples().join(folder));
        let forward = summary(&files);
        files.reverse();
        assert_eq!(forward, summary(&files), "{folder}");
    }
}

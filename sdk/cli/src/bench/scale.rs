//! How fast does a pool of nodes grow and shrink? One call for all nodes, each with its address and those of its pods.
//!
//! The answers are judged: no address was given twice, and the pool has as many nodes as were asked for.

use std::collections::BTreeSet;

use podnet::{Client, v1};

use super::clock::Clock;
use super::figure::Repeat;
use super::invariant::Findings;
use super::record::Record;
use crate::exit::Failure;

/// Scales a pool and records it; an operation is a node.
///
/// # Errors
/// What the server refuses.
pub async fn scale(
    client: &Client,
    clock: Clock,
    pool: &str,
    node_count: u32,
    findings: &mut Findings,
) -> Result<Repeat, Failure> {
    let request =
        v1::ScaleNodePoolRequest { name: pool.to_owned(), node_count, force: true, ..Default::default() };
    let sent = clock.now();
    let answer = client.call(request).await?;
    let answered = clock.now();
    let nodes = answer.nodes_added.len() + answer.nodes_removed.len();
    let mut record = Record::new()?;
    record.answered(sent, answered, nodes as u64);
    judge(&answer, node_count, findings);
    Ok(Repeat { record, took: answered.saturating_sub(sent) })
}

fn judge(answer: &v1::ScaleNodePoolResponse, node_count: u32, findings: &mut Findings) {
    findings.operations += 1;
    let pool_count = answer.node_pool.as_ref().map_or(0, |pool| pool.node_count);
    if pool_count != node_count {
        findings.lost += 1;
        findings.tell(|| format!("the pool has {pool_count} nodes after a call for {node_count}"));
    }
    let mut seen = BTreeSet::new();
    for node in &answer.nodes_added {
        let pods = node.pod_addresses.iter().map(|pod| &pod.address);
        for address in node.addresses.iter().chain(&node.pod_prefixes).chain(pods) {
            if !seen.insert(address) {
                findings.duplicates += 1;
                findings.tell(|| format!("{address}: given twice in one call, also to {}", node.name));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(count: u32, addresses: &[&str]) -> v1::ScaleNodePoolResponse {
        let node = |address: &&str| v1::Node { addresses: vec![(*address).to_owned()], ..Default::default() };
        v1::ScaleNodePoolResponse {
            node_pool: Some(v1::NodePool { node_count: count, ..Default::default() }),
            nodes_added: addresses.iter().map(node).collect(),
            ..Default::default()
        }
    }

    #[test]
    fn a_planted_duplicate_and_a_missing_node_are_found() {
        let mut findings = Findings::default();
        judge(&answer(2, &["10.0.0.4", "10.0.0.5"]), 2, &mut findings);
        assert!(findings.hold());
        judge(&answer(2, &["10.0.0.4", "10.0.0.4"]), 2, &mut findings);
        judge(&answer(1, &["10.0.0.4"]), 2, &mut findings);
        assert_eq!((findings.duplicates, findings.lost), (1, 1));
    }
}

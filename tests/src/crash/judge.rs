//! Is everything right after a restart? Compares what the server holds with what the clients were told.
//!
//! A client's resources are either what its journal says, or that and its one unanswered call, wholly. The unanswered call
//! is sent once more under its key; its answer must explain exactly what was found. Must not know how the server died.

use podnet::v1::admin_service_client::AdminServiceClient;
use podnet::v1::{check_consistency_response as check, export_snapshot_response as export};
use podnet::{Client, v1};

use super::invariants;
use super::journal::{Difference, Holdings};
use super::load::{Verdict, Worker, verdict};
use super::view::View;

/// Acknowledged calls of each client that are sent again after a restart.
const REPEATED: usize = 4;

/// What is wrong, by kind; all empty when everything is right.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Findings {
    /// Acknowledged and gone, or not as acknowledged.
    pub lost: Vec<String>,
    /// Present though nobody was told, and not as one whole call.
    pub partial: Vec<String>,
    /// Answered differently the second time.
    pub answers: Vec<String>,
    /// Addresses that are held twice.
    pub duplicates: Vec<String>,
    /// Everything else: laws that do not hold, states that replay differently, a server that does not stop.
    pub others: Vec<String>,
}

impl Findings {
    /// Whether all is right.
    #[must_use]
    pub fn none(&self) -> bool {
        *self == Self::default()
    }

    /// All of them, with their kind.
    pub fn lines(&self) -> impl Iterator<Item = String> {
        let kinds = [
            ("lost", &self.lost),
            ("partial", &self.partial),
            ("answer", &self.answers),
            ("duplicate", &self.duplicates),
            ("other", &self.others),
        ];
        kinds.into_iter().flat_map(|(kind, lines)| lines.iter().map(move |line| format!("{kind}: {line}")))
    }
}

/// The state at a revision, as its checksum.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Digest {
    /// The revision.
    pub revision: i64,
    /// Checksum over the whole state.
    pub checksum: String,
}

/// Takes the checksum of a state; of the latest for revision 0.
///
/// # Errors
/// What the server says, or that it broke off.
pub async fn digest(client: &Client, at_revision: i64) -> Result<Digest, String> {
    let mut admin = AdminServiceClient::new(client.channel());
    let request = v1::ExportSnapshotRequest { at_revision };
    let mut parts = admin.export_snapshot(request).await.map_err(|status| status.to_string())?.into_inner();
    let (mut revision, mut checksum) = (0, None);
    while let Some(part) = parts.message().await.map_err(|status| status.to_string())? {
        match part.part {
            Some(export::Part::Header(header)) => revision = header.revision,
            Some(export::Part::Trailer(trailer)) => checksum = Some(trailer.checksum),
            Some(export::Part::Data(_)) | None => {}
        }
    }
    let checksum = checksum.ok_or_else(|| "an export without trailer".to_owned())?;
    Ok(Digest { revision, checksum })
}

/// Judges a restarted server, and brings the journals up to date: what was unanswered is settled by sending it again.
///
/// # Errors
/// The server does not answer.
pub async fn judge(
    client: &Client,
    workers: &mut [Worker],
    digests: &[Digest],
    findings: &mut Findings,
) -> Result<(), String> {
    let told = |error: podnet::Error| error.to_string();
    let before = View::list(client).await.map_err(told)?;
    invariants::check(&before, findings);
    for worker in workers.iter_mut() {
        let found = before.of(&worker.place);
        settle(client, worker, &found, findings).await;
        repeat(client, worker, findings).await;
    }
    let after = View::list(client).await.map_err(told)?;
    invariants::check(&after, findings);
    for worker in workers.iter() {
        let found = after.of(&worker.place);
        for difference in worker.journal.holdings.differences(&found) {
            findings.answers.push(format!("after repeated calls: {difference:?}"));
        }
    }
    let places: Vec<_> = workers.iter().map(|worker| &worker.place).collect();
    for name in after.strangers(&places) {
        findings.partial.push(format!("{name} was asked for by nobody"));
    }
    for expected in digests {
        match digest(client, expected.revision).await {
            Ok(replayed) if replayed == *expected => {}
            Ok(replayed) => findings.others.push(format!("L4: seen {expected:?}, replayed {replayed:?}")),
            Err(error) => findings.others.push(format!("L4: {expected:?} can't be replayed: {error}")),
        }
    }
    consistency(client, findings).await
}

/// Sends the unanswered call again, and holds what was found against the journal with and without it.
async fn settle(client: &Client, worker: &mut Worker, found: &Holdings, findings: &mut Findings) {
    let told = worker.journal.holdings.clone();
    let untouched = told == *found;
    let Some(operation) = worker.journal.unanswered.take() else {
        sort(told.differences(found), &told, findings);
        return;
    };
    match operation.send(client).await {
        Ok(answer) => {
            let noted = worker.journal.note(&operation, &answer);
            if let Err(contradiction) = noted {
                findings.answers.push(contradiction);
            } else if !untouched {
                sort(worker.journal.holdings.differences(found), &told, findings);
            }
        }
        Err(error) => {
            sort(told.differences(found), &told, findings);
            match verdict(&error) {
                Verdict::Refused(_) => {}
                Verdict::Unknown | Verdict::Wrong => {
                    findings
                        .answers
                        .push(format!("{operation:?} was answered with {error} after the restart"));
                }
            }
        }
    }
}

/// What was told and is not there is lost; what is there and was not told is a part of something.
fn sort(differences: Vec<Difference>, told: &Holdings, findings: &mut Findings) {
    for difference in differences {
        let name = &difference.name;
        let known = told.nodes.contains_key(name)
            || told.allocations.contains_key(name)
            || told.reservations.contains_key(name)
            || told.routes.contains_key(name);
        let kind = if known { &mut findings.lost } else { &mut findings.partial };
        kind.push(format!("{difference:?}"));
    }
}

/// Sends some acknowledged calls again: the answer must be the one of before the crash.
async fn repeat(client: &Client, worker: &mut Worker, findings: &mut Findings) {
    let count = worker.journal.answers.len();
    // The latest one always, since it was the nearest to the crash; the others from all that are remembered.
    let mut chosen: Vec<usize> =
        (1..REPEATED).map(|_| worker.random.below(count.max(1) as u64) as usize).collect();
    chosen.push(count.wrapping_sub(1));
    for (operation, answer) in chosen.into_iter().filter_map(|index| worker.journal.answers.get(index)) {
        match operation.send(client).await {
            Ok(second) if second.clone().settled() == answer.clone().settled() => {}
            Ok(second) => {
                let line =
                    format!("{operation:?} was answered with {answer:?}, after the restart with {second:?}");
                findings.answers.push(line);
            }
            Err(error) => {
                let line =
                    format!("{operation:?} was answered with {answer:?}, after the restart with {error}");
                findings.answers.push(line);
            }
        }
    }
}

/// Has the server check its own laws and its log.
async fn consistency(client: &Client, findings: &mut Findings) -> Result<(), String> {
    let mut admin = AdminServiceClient::new(client.channel());
    let request = v1::CheckConsistencyRequest { include_log: true };
    let mut messages =
        admin.check_consistency(request).await.map_err(|status| status.to_string())?.into_inner();
    let mut summed = false;
    while let Some(message) = messages.message().await.map_err(|status| status.to_string())? {
        match message.message {
            Some(check::Message::Finding(finding)) => findings.others.push(format!("{finding:?}")),
            Some(check::Message::Summary(_)) => summed = true,
            None => {}
        }
    }
    if !summed {
        findings.others.push("the check of consistency ended without a summary".to_owned());
    }
    Ok(())
}

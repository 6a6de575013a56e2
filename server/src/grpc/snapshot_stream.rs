//! Exports, imports and checks of a whole state, in the words of the contract.

use podnet_core::invariants::Violation;
use podnet_core::meta::Revision;
use podnet_core::time::Timestamp;
use podnet_proto::v1 as pb;
use podnet_proto::v1::check_consistency_response::Message;
use podnet_proto::v1::export_snapshot_response::Part as Out;
use podnet_proto::v1::import_snapshot_request::Part as In;
use tokio_stream::StreamExt;
use tonic::{Code, Streaming};

use super::parse::fields::{Fields, Invalid};
use super::render::{self, timestamp};
use super::shell::Shell;
use super::status::Refusal;
use crate::engine::{
    ExportHeader, ExportPart, ExportTrailer, Import, ImportError, ImportReader, InstallError, Snapshot,
};

/// Name of the checksum of exports.
const CHECKSUM: &str = "crc32c";

/// One part of an export.
pub(super) fn render(part: ExportPart, now: Timestamp) -> pb::ExportSnapshotResponse {
    let part = match part {
        ExportPart::Header(header) => Out::Header(pb::SnapshotHeader {
            format_version: header.format,
            store_id: header.store_id.to_string(),
            revision: render::revision(header.revision),
            export_time: Some(timestamp(now)),
            server_version: env!("CARGO_PKG_VERSION").to_owned(),
            checksum_algorithm: CHECKSUM.to_owned(),
        }),
        ExportPart::Data(data) => Out::Data(data),
        ExportPart::Trailer(trailer) => Out::Trailer(pb::SnapshotTrailer {
            checksum: format!("{:08x}", trailer.checksum),
            size_bytes: trailer.size_bytes,
            record_count: trailer.record_count,
        }),
    };
    pb::ExportSnapshotResponse { part: Some(part), remaining_bytes: 0 }
}

/// Reads an import to its end and puts it in place.
pub(super) async fn import(
    shell: &Shell,
    mut parts: Streaming<pb::ImportSnapshotRequest>,
) -> Result<pb::ImportSnapshotResponse, Refusal> {
    let cut_off = |what: &str| damaged(what.to_owned());
    let broken = |status: tonic::Status| damaged(format!("the stream broke off: {}", status.message()));
    let _until_done = shell.import_permit()?;
    let first = parts.next().await.ok_or_else(|| cut_off("there is no header"))?.map_err(broken)?;
    if !first.request_id.is_empty() {
        let advice =
            "is not remembered for imports; an import that is repeated changes nothing but the store's id";
        return Err(Invalid::one("request_id", advice).into());
    }
    let Some(In::Header(header)) = &first.part else { return Err(cut_off("the first message is no header")) };
    let mut reader = ImportReader::new(read_header(header)?)?;
    let import = loop {
        let next = parts.next().await.ok_or_else(|| cut_off("there is no trailer"))?.map_err(broken)?;
        match next.part {
            Some(In::Data(data)) => reader.data(&data)?,
            Some(In::Trailer(trailer)) => {
                let trailer = read_trailer(&trailer)?;
                // Rebuilding and checking a large state takes seconds of a core.
                let checked = tokio::task::spawn_blocking(move || reader.finish(trailer)).await;
                break checked
                    .map_err(|error| Refusal::internal(format!("the import was not checked: {error}")))??;
            }
            Some(In::Header(_)) => return Err(damaged("there is a second header".to_owned())),
            None => return Err(Invalid::one("part", "is required").into()),
        }
    };
    let record_count = import.record_count;
    if first.validate_only {
        let snapshot = shell.snapshot();
        let store_id = snapshot.store_id.to_string();
        return Ok(pb::ImportSnapshotResponse { record_count, store_id, cursor: render::cursor(&snapshot) });
    }
    install(shell, import, first.replace, record_count).await
}

async fn install(
    shell: &Shell,
    import: Import,
    replace: bool,
    record_count: u64,
) -> Result<pb::ImportSnapshotResponse, Refusal> {
    let installed = shell.engine().install(import, replace).await?;
    let cursor = Some(render::cursor_at(installed.store_id, installed.revision));
    Ok(pb::ImportSnapshotResponse { record_count, store_id: installed.store_id.to_string(), cursor })
}

fn damaged(message: String) -> Refusal {
    ImportError::Damaged { detail: message }.into()
}

fn read_header(header: &pb::SnapshotHeader) -> Result<ExportHeader, Refusal> {
    let mut fields = Fields::under("header.");
    if header.checksum_algorithm != CHECKSUM {
        fields.refuse("checksum_algorithm", format_args!("is not {CHECKSUM}, the only one"));
    }
    let store_id = fields.keep("store_id", header.store_id.parse());
    let revision = fields.keep("revision", u64::try_from(header.revision));
    let time = fields.timestamp("export_time", header.export_time.as_ref());
    Ok(fields.finish(|| {
        let (store_id, revision) = (store_id?, Revision(revision?));
        Some(ExportHeader {
            format: header.format_version,
            store_id,
            revision,
            time: time.unwrap_or_default(),
        })
    })?)
}

fn read_trailer(trailer: &pb::SnapshotTrailer) -> Result<ExportTrailer, Refusal> {
    let checksum = u32::from_str_radix(&trailer.checksum, 16);
    let checksum =
        checksum.map_err(|_| damaged("the checksum is no hexadecimal number of 8 digits".to_owned()))?;
    Ok(ExportTrailer { checksum, size_bytes: trailer.size_bytes, record_count: trailer.record_count })
}

impl From<ImportError> for Refusal {
    fn from(error: ImportError) -> Self {
        let refused = |problem| {
            let reason = pb::ErrorReason::SnapshotInvalid;
            Self::new(reason, Code::InvalidArgument, error.to_string()).with("problem", problem)
        };
        match &error {
            ImportError::Format { .. } => refused("FORMAT"),
            ImportError::Damaged { .. } => refused("DAMAGED"),
            ImportError::Decode(_) => refused("CONTENT"),
            ImportError::Unsound { violations, law, .. } => {
                refused("LAW").with("law", law).with("violations", violations)
            }
        }
    }
}

impl From<InstallError> for Refusal {
    fn from(error: InstallError) -> Self {
        let message = error.to_string();
        match error {
            InstallError::NotEmpty { revision } => {
                Self::new(pb::ErrorReason::StoreNotEmpty, Code::FailedPrecondition, message)
                    .with("revision", revision)
            }
            InstallError::Store(_) => Self::new(pb::ErrorReason::StoreReadOnly, Code::Unavailable, message)
                .retry(super::limits::UNAVAILABLE_RETRY),
            InstallError::Stopping => Self::draining(),
            InstallError::Overloaded => Self::new(pb::ErrorReason::Overloaded, Code::Unavailable, message)
                .retry(super::limits::OVERLOADED_RETRY),
        }
    }
}

/// Drops history.
pub(super) async fn compact(
    shell: &Shell,
    request: &pb::CompactLogRequest,
) -> Result<pb::CompactLogResponse, Refusal> {
    let revision = u64::try_from(request.revision).ok().filter(|revision| *revision > 0);
    let revision =
        revision.ok_or_else(|| Invalid::one("revision", "is the oldest revision to keep, 1 or more"))?;
    let latest = shell.snapshot().state.revision;
    if revision > latest.0 {
        return Err(crate::engine::PastError::Future { requested: Revision(revision), latest }.into());
    }
    let oldest = if request.validate_only {
        Revision(revision).max(shell.engine().oldest_record())
    } else {
        shell.engine().compact(Revision(revision)).await?
    };
    let cursor = render::cursor(&shell.snapshot());
    Ok(pb::CompactLogResponse { compact_revision: render::revision(oldest), cursor })
}

/// A law that does not hold.
pub(super) fn finding(violation: &Violation) -> pb::CheckConsistencyResponse {
    message(Message::Finding(pb::ConsistencyFinding {
        law: violation.law.to_owned(),
        resource: String::new(),
        description: violation.what.clone(),
    }))
}

/// The finding that the log gives another state than the one that is served, if it does.
pub(super) fn replay_finding(snapshot: &Snapshot, replayed: u32) -> Option<pb::CheckConsistencyResponse> {
    let served = snapshot.digest();
    (served != replayed).then(|| {
        message(Message::Finding(pb::ConsistencyFinding {
            law: "L4".to_owned(),
            resource: String::new(),
            description: format!(
                "the log gives a state with digest {replayed:08x} at revision {}, the served one has {served:08x}",
                snapshot.state.revision
            ),
        }))
    })
}

/// The last message of a check: how much each law was checked on.
pub(super) fn summary(snapshot: &Snapshot, findings: usize, with_log: bool) -> pb::CheckConsistencyResponse {
    let state = &snapshot.state;
    let count = |value: usize| u64::try_from(value).unwrap_or(u64::MAX);
    let held = state.allocations.len() + state.nodes.len() + state.reservations.len();
    let mut checked = vec![
        ("L1", count(held)),
        ("L2", count(state.pools.len())),
        ("L10", count(state.nodes.len())),
        ("L11", count(state.routes.len())),
    ];
    if with_log {
        checked.push(("L4", 1));
    }
    message(Message::Summary(pb::ConsistencySummary {
        finding_count: count(findings),
        checked_counts: checked.into_iter().map(|(law, count)| (law.to_owned(), count)).collect(),
        cursor: render::cursor(snapshot),
    }))
}

fn message(message: Message) -> pb::CheckConsistencyResponse {
    pb::CheckConsistencyResponse { message: Some(message) }
}

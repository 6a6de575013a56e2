//! `AdminService`: parse, submit or read, render.

use std::collections::BTreeMap;
use std::pin::Pin;

use podnet_core::invariants;
use podnet_core::limits as domain_limits;
use podnet_core::meta::Revision;
use podnet_proto::v1 as pb;
use podnet_proto::v1::admin_service_server::AdminService;
use tokio_stream::wrappers::ReceiverStream;
use tokio_stream::{Stream, StreamExt};
use tonic::{Request, Response, Status, Streaming};

use super::render::{self, timestamp};
use super::shell::{Facts, Shell};
use super::snapshot_stream as snapshots;
use super::status::Refusal;
use super::{limits, parse};

/// The service.
#[derive(Clone, Debug)]
pub(crate) struct Admin(pub(crate) Shell);

type Parts<T> = Pin<Box<dyn Stream<Item = Result<T, Status>> + Send>>;

/// What this version offers, in the words of the contract.
const FEATURES: [&str; 2] = ["NETWORK_MODE_KUBENET", "NETWORK_MODE_AZURE_CNI"];

#[tonic::async_trait]
impl AdminService for Admin {
    type ExportSnapshotStream = Parts<pb::ExportSnapshotResponse>;
    type CheckConsistencyStream = Parts<pb::CheckConsistencyResponse>;

    async fn get_server_info(
        &self,
        _request: Request<pb::GetServerInfoRequest>,
    ) -> Result<Response<pb::GetServerInfoResponse>, Status> {
        let snapshot = self.0.snapshot();
        let facts = self.0.facts();
        let oldest = self.0.engine().oldest_state().await.map_err(Refusal::from)?;
        Ok(Response::new(pb::GetServerInfoResponse {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            api_version: "v1".to_owned(),
            store_id: snapshot.store_id.to_string(),
            store_kind: facts.store_kind.to_owned(),
            compact_revision: render::revision(oldest),
            limits: all_limits(facts),
            features: FEATURES.map(str::to_owned).to_vec(),
            start_time: Some(timestamp(facts.start_time)),
            server_time: Some(timestamp(self.0.now())),
            request_id_window: Some(render::duration(domain_limits::REQUEST_WINDOW)),
            tombstone_window: Some(render::duration(domain_limits::TOMBSTONE_WINDOW)),
            cursor: render::cursor(&snapshot),
        }))
    }

    async fn export_snapshot(
        &self,
        request: Request<pb::ExportSnapshotRequest>,
    ) -> Result<Response<Self::ExportSnapshotStream>, Status> {
        let revision = parse::at_revision(request.get_ref().at_revision)?.map(Revision);
        let permit = self.0.export_permit()?;
        let parts = self.0.engine().export(revision).await.map_err(Refusal::from)?;
        let now = self.0.now();
        let stream = ReceiverStream::new(parts).map(move |part| {
            let _until_read = &permit;
            Ok(snapshots::render(part, now))
        });
        Ok(Response::new(Box::pin(stream)))
    }

    async fn import_snapshot(
        &self,
        request: Request<Streaming<pb::ImportSnapshotRequest>>,
    ) -> Result<Response<pb::ImportSnapshotResponse>, Status> {
        let caller = self.0.caller(&request);
        let outcome = snapshots::import(&self.0, request.into_inner()).await;
        let revision =
            outcome.as_ref().ok().and_then(|answer| answer.cursor.as_ref()).map(|cursor| cursor.revision);
        let revision = revision.and_then(|revision| u64::try_from(revision).ok()).map(Revision);
        let method = "podnet.v1.AdminService/ImportSnapshot";
        self.0.log(&caller, method, "", "", revision, outcome.as_ref().err());
        Ok(Response::new(outcome?))
    }

    async fn check_consistency(
        &self,
        request: Request<pb::CheckConsistencyRequest>,
    ) -> Result<Response<Self::CheckConsistencyStream>, Status> {
        let permit = self.0.check_permit()?;
        let snapshot = self.0.snapshot();
        let state = snapshot.state.clone();
        // The place goes along: the check ends by itself, also when its caller is gone.
        let found = tokio::task::spawn_blocking(move || (invariants::check(&state), permit)).await;
        let (violations, _until_done) =
            found.map_err(|error| Refusal::internal(format!("the check did not end: {error}")))?;
        let mut findings: Vec<_> = violations.iter().map(snapshots::finding).collect();
        if request.get_ref().include_log {
            let replayed =
                self.0.engine().replayed_digest(snapshot.state.revision).await.map_err(Refusal::from)?;
            findings.extend(snapshots::replay_finding(&snapshot, replayed));
        }
        let summary = snapshots::summary(&snapshot, findings.len(), request.get_ref().include_log);
        let messages = findings.into_iter().chain([summary]).map(Ok);
        Ok(Response::new(Box::pin(tokio_stream::iter(messages))))
    }

    async fn compact_log(
        &self,
        request: Request<pb::CompactLogRequest>,
    ) -> Result<Response<pb::CompactLogResponse>, Status> {
        let (caller, request) = self.0.open(request);
        let outcome = snapshots::compact(&self.0, &request).await;
        let revision = self.0.snapshot().state.revision;
        let method = "podnet.v1.AdminService/CompactLog";
        self.0.log(&caller, method, "", &request.request_id, Some(revision), outcome.as_ref().err());
        Ok(Response::new(outcome?))
    }
}

/// Every bound that a client may meet, by name.
fn all_limits(facts: &Facts) -> BTreeMap<String, u64> {
    let count = |value: usize| u64::try_from(value).unwrap_or(u64::MAX);
    let limits = [
        ("batch_items_max", count(domain_limits::BATCH_ITEMS_MAX)),
        ("batch_flows_max", count(limits::BATCH_FLOWS_MAX)),
        ("page_size_max", count(limits::PAGE_SIZE_MAX)),
        ("page_size_default", count(limits::PAGE_SIZE_DEFAULT)),
        ("message_bytes_max", count(limits::MESSAGE_BYTES_MAX)),
        ("status_bytes_max", count(limits::STATUS_BYTES_MAX)),
        ("stream_operations_max", count(facts.stream_operations_max)),
        ("watches_max", count(facts.watches_max)),
        ("watch_events_max", count(limits::WATCH_EVENTS_MAX)),
        ("exports_max", count(limits::EXPORTS_MAX)),
        ("checks_max", count(limits::CHECKS_MAX)),
        ("imports_max", count(limits::IMPORTS_MAX)),
        ("queue_jobs_max", count(facts.queue_jobs_max)),
        ("connection_streams_max", u64::from(facts.connection_streams_max)),
        ("request_timeout_seconds", facts.request_timeout.as_secs()),
        ("routes_per_table_max", count(domain_limits::ROUTES_PER_TABLE_MAX)),
        ("nodes_per_cluster_max", count(domain_limits::NODES_PER_CLUSTER_MAX)),
        ("sweep_ids_max", count(limits::SWEEP_IDS_MAX)),
    ];
    limits.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

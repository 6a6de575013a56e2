//! What becomes of the invariants, as it happens.

use podnet::v1::proof_service_client::ProofServiceClient;
use podnet::v1::{self, watch_verification_response::Frame};
use tokio_stream::StreamExt;

use super::exit;
use crate::context::Context;
use crate::exit::{Exit, Failure};
use crate::output::json;
use crate::output::proof::report;

/// Prints outcomes and then changes until the server ends the stream; the status is that of the last outcomes.
pub(super) async fn run(context: &Context, parent: String, invariants: Vec<i32>) -> Result<Exit, Failure> {
    let request =
        v1::WatchVerificationRequest { parent, invariants, outcomes_only: true, ..Default::default() };
    let mut client = ProofServiceClient::new(context.client.channel());
    let opened = client.watch_verification(request).await;
    let mut frames = opened.map_err(|status| context.client.error(&status))?.into_inner();
    let mut results: Vec<v1::InvariantResult> = Vec::new();
    while let Some(response) = frames.next().await {
        let response = response.map_err(|status| context.client.error(&status))?;
        if context.printer.is_lines() && !matches!(response.frame, Some(Frame::Progress(_)) | None) {
            context.printer.text(&json::line(&json::value("WatchVerificationResponse", &response)?)?)?;
        }
        match response.frame {
            Some(Frame::Opened(opened)) => {
                if !context.printer.is_lines() {
                    let revision = opened.cursor.as_ref().map_or(0, |cursor| cursor.revision);
                    context.printer.text(&report::table(&opened.results, revision))?;
                }
                results = opened.results;
            }
            Some(Frame::Changed(changed)) => {
                if !context.printer.is_lines() {
                    context.printer.text(&report::changed(&changed))?;
                }
                for change in changed.changes {
                    let Some(now) = change.result else { continue };
                    results.retain(|result| result.invariant != now.invariant);
                    results.push(now);
                }
            }
            Some(Frame::Progress(_)) | None => {}
        }
    }
    Ok(exit(&results))
}

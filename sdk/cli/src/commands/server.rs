//! Commands for those who run a server.

use podnet::v1::{self, admin_service_client::AdminServiceClient, check_consistency_response::Message};

use super::note_dry_run;
use crate::args::admin::ServerCommand;
use crate::context::Context;
use crate::exit::{Exit, Failure};
use crate::output::{check, json};

pub(super) async fn run(context: &Context, command: ServerCommand) -> Result<Exit, Failure> {
    match command {
        ServerCommand::Info => {
            let info = context.client.call(v1::GetServerInfoRequest {}).await?;
            context.printer.message_or("GetServerInfoResponse", &info, || check::info(&info))?;
            Ok(Exit::Ok)
        }
        ServerCommand::Check { include_log } => consistency(context, include_log).await,
        ServerCommand::Compact { revision } => {
            let (request_id, validate_only) = (context.request_id(), context.global.dry_run);
            let request = v1::CompactLogRequest { revision, request_id, validate_only };
            let response = context.client.call(request).await?;
            context.printer.message_or("CompactLogResponse", &response, || {
                format!("history from revision {}\n", response.compact_revision)
            })?;
            note_dry_run(context);
            Ok(Exit::Ok)
        }
    }
}

async fn consistency(context: &Context, include_log: bool) -> Result<Exit, Failure> {
    let mut admin = AdminServiceClient::new(context.client.channel());
    let request = v1::CheckConsistencyRequest { include_log };
    let mut stream =
        admin.check_consistency(request).await.map_err(|status| context.client.error(&status))?.into_inner();
    let mut findings = Vec::new();
    let mut summary = None;
    while let Some(response) = stream.message().await.map_err(|status| context.client.error(&status))? {
        match response.message {
            Some(Message::Finding(finding)) => findings.push(finding),
            Some(Message::Summary(last)) => summary = Some(last),
            None => {}
        }
    }
    let summary =
        summary.ok_or_else(|| Failure::Render("the check was cut off before its summary".into()))?;
    let value = || {
        let items: Result<Vec<_>, _> =
            findings.iter().map(|one| json::value("ConsistencyFinding", one)).collect();
        Ok(serde_json::json!({ "findings": items?, "summary": json::value("ConsistencySummary", &summary)? }))
    };
    context.printer.value_or(value, || check::findings(&findings, &summary, context.printer.headers))?;
    Ok(if summary.finding_count == 0 { Exit::Ok } else { Exit::Drift })
}

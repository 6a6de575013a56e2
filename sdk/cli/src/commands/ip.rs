//! Commands of pod addresses.

use podnet::v1::{self, list_address_history_request as history};
use uuid::Uuid;

use super::{collect, list, list_or_watch, note_dry_run, shown};
use crate::args::ip::{AllocArgs, HistoryArgs, IpCommand, Supersede};
use crate::context::Context;
use crate::exit::{Exit, Failure};
use crate::name::{ALLOCATION, NODE, split};
use crate::output::table::Table;
use crate::output::words::{count, id, phrase, time, word};
use crate::output::{find, json, usage};

pub(super) async fn run(context: &Context, command: IpCommand) -> Result<Exit, Failure> {
    match command {
        IpCommand::Alloc(args) => allocate(context, args).await,
        IpCommand::Release { name, etag } => release(context, &name, etag).await,
        IpCommand::Show { name } => {
            let name = context.name(ALLOCATION, &name).await?;
            shown(context, context.client.call(v1::GetAllocationRequest { name }).await?.allocation)
        }
        IpCommand::List { node, namespace, pod, list } => {
            let parent = context.cluster().await?;
            let node = context.optional_name(NODE, node.as_deref()).await?;
            let filter = Some(v1::AllocationFilter { node, namespace, pod, ..Default::default() });
            let request = v1::ListAllocationsRequest {
                parent: parent.clone(),
                filter,
                view: v1::AllocationView::Full.into(),
                ..Default::default()
            };
            list_or_watch(context, list, &parent, request).await
        }
        IpCommand::Usage { pool, blocks } => count_addresses(context, pool, blocks).await,
        IpCommand::Find { address, at_revision } => look_up(context, address, at_revision).await,
        IpCommand::History(args) => remember(context, args).await,
        IpCommand::Free { pool } => {
            list(context, v1::ListFreeRangesRequest { pool, ..Default::default() }).await
        }
        IpCommand::Sweep { node, valid, observed_time, allow_empty } => {
            sweep(context, &node, valid, observed_time.as_deref(), allow_empty).await
        }
    }
}

async fn allocate(context: &Context, args: AllocArgs) -> Result<Exit, Failure> {
    let (namespace, pod) = match args.pod.as_deref() {
        None => (String::new(), String::new()),
        Some(text) => pod_name(text)?,
    };
    let id = match (args.id, args.container_id.as_str()) {
        (Some(id), _) => id,
        (None, "") => Uuid::new_v4().to_string(),
        (None, container) => format!("{container}-{}", args.interface),
    };
    let (parent, allocation_id) = split(&context.name(ALLOCATION, &id).await?);
    let node = if args.node.contains('/') { args.node } else { format!("{parent}/nodes/{}", args.node) };
    let supersede = match args.supersede {
        None => v1::Supersede::Unspecified,
        Some(Supersede::KeepAddress) => v1::Supersede::KeepAddress,
        Some(Supersede::NewAddress) => v1::Supersede::NewAddress,
        Some(Supersede::Reject) => v1::Supersede::Reject,
    };
    let owner = v1::Owner {
        namespace,
        pod,
        pod_uid: args.pod_uid,
        container_id: args.container_id,
        interface_name: args.interface,
    };
    let request = v1::AllocateAddressRequest {
        pod_traits: None,
        parent,
        allocation_id,
        node: context.name(NODE, &node).await?,
        owner: Some(owner),
        requested_addresses: args.addresses,
        supersede: supersede.into(),
        request_id: context.request_id(),
        validate_only: context.global.dry_run,
    };
    let response = context.client.call(request).await?;
    let exit = shown(context, response.allocation)?;
    if response.replayed {
        context.printer.note("it was allocated before: the same answer, no new revision\n");
    }
    if !response.superseded.is_empty() {
        context.printer.note(&format!("supersedes {}\n", response.superseded));
    }
    note_dry_run(context);
    Ok(exit)
}

async fn release(context: &Context, name: &str, etag: String) -> Result<Exit, Failure> {
    let name = context.name(ALLOCATION, name).await?;
    let request = v1::ReleaseAddressRequest {
        name: name.clone(),
        etag,
        request_id: context.request_id(),
        validate_only: context.global.dry_run,
    };
    let response = context.client.call(request).await?;
    context.printer.message_or("ReleaseAddressResponse", &response, || {
        if !response.released {
            return format!("{} was not held\n", id(&name));
        }
        let reusable = response.allocation.as_ref().and_then(|allocation| allocation.reusable_time.as_ref());
        format!("{} released, free again {}\n", id(&name), time(reusable))
    })?;
    note_dry_run(context);
    Ok(Exit::Ok)
}

async fn count_addresses(context: &Context, pool: Option<String>, blocks: bool) -> Result<Exit, Failure> {
    let mut pools = match pool {
        Some(pool) => context.client.call(v1::GetPoolUsageRequest { pool }).await?.pool.into_iter().collect(),
        None => {
            // With --cluster or --network only theirs, else all.
            let parent = match (&context.global.cluster, &context.global.network) {
                (Some(_), _) => context.cluster().await?,
                (None, Some(_)) => context.network().await?,
                (None, None) => String::new(),
            };
            let mut pools = collect(context, v1::ListPoolsRequest { parent, ..Default::default() }).await?;
            pools.retain(|pool| {
                blocks || !matches!(pool.kind(), v1::PoolKind::NodeBlock | v1::PoolKind::NodeAddresses)
            });
            pools
        }
    };
    // A kubenet cluster before its blocks, subnets after.
    pools.sort_by_key(|pool| pool.kind() == v1::PoolKind::Subnet);
    let value = || {
        let items: Result<Vec<_>, _> = pools.iter().map(|pool| json::value("AddressPool", pool)).collect();
        Ok(serde_json::json!({ "items": items? }))
    };
    context.printer.value_or(value, || usage::render(&pools, context.printer.headers))?;
    Ok(Exit::Ok)
}

async fn look_up(context: &Context, address: String, at_revision: i64) -> Result<Exit, Failure> {
    let parent = if context.global.cluster.is_some() { context.cluster().await? } else { String::new() };
    let request = v1::LookupAddressRequest { address: address.clone(), parent, at_revision };
    let response = context.client.call(request).await?;
    let mut nodes = Vec::new();
    for found in response.matches.iter().filter(|found| !found.node.is_empty()) {
        // A node that is gone by now has no address to show.
        if let Ok(answer) = context.client.call(v1::GetNodeRequest { name: found.node.clone() }).await {
            nodes.extend(answer.node);
        }
    }
    context.printer.message_or("LookupAddressResponse", &response, || {
        find::render(&address, &response.matches, &nodes)
    })?;
    Ok(if response.matches.is_empty() { Exit::NotFound } else { Exit::Ok })
}

async fn remember(context: &Context, args: HistoryArgs) -> Result<Exit, Failure> {
    let subject = match (args.address, args.allocation, args.pod) {
        (Some(address), _, _) => history::Subject::Address(address),
        (None, Some(allocation), _) => {
            history::Subject::Allocation(context.name(ALLOCATION, &allocation).await?)
        }
        (None, None, Some(text)) => {
            let (namespace, pod) = pod_name(&text)?;
            history::Subject::Owner(v1::Owner { namespace, pod, ..Default::default() })
        }
        (None, None, None) => return Err(Failure::usage("give an address, --allocation or --pod")),
    };
    let moment = match (args.at_time.as_deref(), args.at_revision) {
        (Some(text), _) => Some(history::Moment::AtTime(moment(text)?)),
        (None, Some(revision)) => Some(history::Moment::AtRevision(revision)),
        (None, None) => None,
    };
    let parent =
        if context.global.network.is_some() { context.network().await? } else { context.cluster().await? };
    let request =
        v1::ListAddressHistoryRequest { parent, subject: Some(subject), moment, ..Default::default() };
    list(context, request).await
}

#[expect(clippy::disallowed_methods, reason = "without --observed-time the node was observed just now")]
async fn sweep(
    context: &Context,
    node: &str,
    valid_allocation_ids: Vec<String>,
    observed_time: Option<&str>,
    allow_empty: bool,
) -> Result<Exit, Failure> {
    let observed_time = match observed_time {
        Some(text) => moment(text)?,
        None => std::time::SystemTime::now().into(),
    };
    let request = v1::SweepAllocationsRequest {
        node: context.name(NODE, node).await?,
        valid_allocation_ids,
        observed_time: Some(observed_time),
        allow_empty,
        request_id: context.request_id(),
        validate_only: context.global.dry_run,
    };
    let response = context.client.call(request).await?;
    context.printer.message_or("SweepAllocationsResponse", &response, || {
        let mut table = Table::new(["ALLOCATION", "OUTCOME", "WHY", "MARKED", "RELEASABLE"]);
        for finding in &response.findings {
            table.row([
                id(&finding.allocation).to_owned(),
                word(finding.outcome().as_str_name(), "SWEEP_OUTCOME_"),
                phrase(finding.keep_reason().as_str_name(), "SWEEP_KEEP_REASON_"),
                time(finding.mark_time.as_ref()),
                time(finding.releasable_time.as_ref()),
            ]);
        }
        let valid = count(response.valid_count, "valid allocation", "valid allocations");
        let rows = if table.is_empty() { String::new() } else { table.render(context.printer.headers) };
        format!("{rows}{valid} kept\n")
    })?;
    note_dry_run(context);
    Ok(Exit::Ok)
}

fn pod_name(text: &str) -> Result<(String, String), Failure> {
    let (namespace, pod) = text.split_once('/').unwrap_or(("default", text));
    if namespace.is_empty() || pod.is_empty() || pod.contains('/') {
        return Err(Failure::Usage(format!("`{text}` is no pod: give NAMESPACE/NAME")));
    }
    Ok((namespace.to_owned(), pod.to_owned()))
}

fn moment(text: &str) -> Result<prost_types::Timestamp, Failure> {
    text.parse()
        .map_err(|error| Failure::Usage(format!("`{text}` is no time as 2026-11-23T14:05:00Z: {error}")))
}

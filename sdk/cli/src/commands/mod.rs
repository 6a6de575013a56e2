//! What does each command do: which calls, and what it prints of the answers? One file for each noun.

mod bench;
mod cluster;
mod convert;
mod import;
mod import_apply;
mod ip;
mod network;
mod node;
mod node_pool;
mod proof;
mod reservation;
mod route;
mod route_table;
mod server;
mod service;
mod snapshot;
mod subnet;
mod trace;
mod watch;

use podnet::{Paged, WatchItem, v1};
use tokio_stream::StreamExt;

use crate::args::{Command, Format, ListArgs};
use crate::context::Context;
use crate::exit::{Exit, Failure};
use crate::output::record::{Record, Watched};
use crate::output::table::Table;
use crate::output::{cells, columns, json, words};

/// Carries out a command that needs a server.
pub async fn run(context: &Context, command: Command) -> Result<Exit, Failure> {
    if context.printer.format.is_for_flows() && !command.gives_verdict() {
        return Err(Failure::usage("-o md, mermaid and svg are for answers about flows, as `podnet trace`"));
    }
    match command {
        Command::Network(command) => network::run(context, command).await,
        Command::Subnet(command) => subnet::run(context, command).await,
        Command::Reservation(command) => reservation::run(context, command).await,
        Command::Cluster(command) => cluster::run(context, command).await,
        Command::Nodepool(command) => node_pool::run(context, command).await,
        Command::Node(command) => node::run(context, command).await,
        Command::Service(command) => service::run(context, command).await,
        Command::Ip(command) => ip::run(context, command).await,
        Command::Routetable(command) => route_table::run(context, command).await,
        Command::Route(command) => route::run(context, command).await,
        Command::Trace(args) => trace::run(context, args).await,
        Command::Verify(args) => proof::verify(context, args).await,
        Command::WhatIf(args) => proof::what_if(context, args).await,
        Command::Watch(args) => watch::run(context, args).await,
        Command::Import(args) => import::run(context, args).await,
        Command::Snapshot(command) => snapshot::run(context, command).await,
        Command::Server(command) => server::run(context, command).await,
        Command::Bench(command) => bench::run(context, command).await,
        // These need no server; the program answers them before.
        Command::Completion(_) | Command::Version => Ok(Exit::Ok),
    }
}

/// All items of a list.
async fn collect<R: Paged>(context: &Context, request: R) -> Result<Vec<R::Item>, Failure> {
    let mut pages = std::pin::pin!(context.client.list(request));
    let mut items = Vec::new();
    while let Some(item) = pages.next().await {
        items.push(item?);
    }
    Ok(items)
}

/// Prints a list.
async fn list<R: Paged>(context: &Context, request: R) -> Result<Exit, Failure>
where
    R::Item: Record,
{
    context.printer.many(&collect(context, request).await?)?;
    Ok(Exit::Ok)
}

/// Prints a list, or, with `--watch`, what is there and then every change.
async fn list_or_watch<R: Paged>(
    context: &Context,
    args: ListArgs,
    parent: &str,
    request: R,
) -> Result<Exit, Failure>
where
    R::Item: Watched,
{
    if !args.watch {
        return list(context, request).await;
    }
    let request = v1::WatchRequest {
        parent: parent.to_owned(),
        kinds: vec![R::Item::KIND.into()],
        include_snapshot: true,
        ..Default::default()
    };
    let mut items = std::pin::pin!(context.client.watch(request));
    let wide = context.printer.format == Format::Wide;
    let mut table = Table::new(std::iter::once("EVENT".to_owned()).chain(columns::<R::Item>(wide)));
    // Rows of the snapshot wait for each other, so that the columns fit all of them.
    let mut widths: Option<Vec<usize>> = None;
    let lines = context.printer.is_lines();
    while let Some(item) = items.next().await {
        match item? {
            WatchItem::Event(event) if lines => context.printer.text(&event_line(context, &event)?)?,
            WatchItem::Event(event) => {
                let kind = words::word(event.r#type().as_str_name(), "WATCH_EVENT_TYPE_");
                let resource = event.resource.and_then(|resource| resource.resource).and_then(R::Item::of);
                let Some(resource) = resource else { continue };
                table.row(std::iter::once(kind).chain(cells(&resource, wide)));
                if let Some(widths) = &widths {
                    context.printer.text(&table.render_to(widths, false))?;
                    table = Table::new(Vec::<String>::new());
                }
            }
            WatchItem::Progress(mark) if mark.snapshot_complete && !lines && widths.is_none() => {
                widths = Some(table.widths(context.printer.headers));
                context.printer.text(&table.render(context.printer.headers))?;
                table = Table::new(Vec::<String>::new());
            }
            WatchItem::Progress(_) => {}
            WatchItem::Resync => {
                context.printer.note("the position is gone: what follows is a new snapshot\n");
            }
        }
    }
    Ok(Exit::Ok)
}

/// An event on one line: JSON, or only the name.
fn event_line(context: &Context, event: &v1::WatchEvent) -> Result<String, Failure> {
    match context.printer.format {
        Format::Json | Format::Ndjson => json::line(&json::value("WatchEvent", event)?),
        Format::Yaml => Ok(format!("---\n{}", json::yaml(&json::value("WatchEvent", event)?)?)),
        Format::Table | Format::Wide | Format::Name | Format::Md | Format::Mermaid | Format::Svg => {
            Ok(format!("{}\n", event.name))
        }
    }
}

/// Prints a resource that was made or changed.
fn changed<R: Record>(context: &Context, resource: Option<R>) -> Result<Exit, Failure> {
    let resource = resource.ok_or_else(|| Failure::Render(format!("the answer has no {}", R::MESSAGE)))?;
    context.printer.one(&resource)?;
    note_dry_run(context);
    Ok(Exit::Ok)
}

/// Prints a resource that was asked for.
fn shown<R: Record>(context: &Context, resource: Option<R>) -> Result<Exit, Failure> {
    let resource = resource.ok_or_else(|| Failure::Render(format!("the answer has no {}", R::MESSAGE)))?;
    context.printer.one(&resource)?;
    Ok(Exit::Ok)
}

/// Says that a resource is gone.
fn deleted(context: &Context, name: &str) -> Result<Exit, Failure> {
    let text = match context.printer.format {
        Format::Name => format!("{name}\n"),
        Format::Json => json::pretty(&serde_json::json!({ "deleted": name }))?,
        Format::Ndjson => json::line(&serde_json::json!({ "deleted": name }))?,
        Format::Yaml => json::yaml(&serde_json::json!({ "deleted": name }))?,
        Format::Table | Format::Wide | Format::Md | Format::Mermaid | Format::Svg => {
            format!("{name} deleted\n")
        }
    };
    context.printer.text(&text)?;
    note_dry_run(context);
    Ok(Exit::Ok)
}

fn note_dry_run(context: &Context) {
    if context.global.dry_run {
        context.printer.note("dry run: nothing was changed\n");
    }
}

/// Paths of the fields that were given.
fn mask(fields: &[(&str, bool)]) -> Result<Option<prost_types::FieldMask>, Failure> {
    let paths: Vec<String> =
        fields.iter().filter(|(_, given)| *given).map(|(path, _)| (*path).to_owned()).collect();
    if paths.is_empty() {
        return Err(Failure::usage("nothing to update: give at least one field"));
    }
    Ok(Some(prost_types::FieldMask { paths }))
}

//! The command that shows changes as they happen.

use podnet::{WatchItem, v1};
use tokio_stream::StreamExt;

use super::event_line;
use crate::args::admin::{Kind, WatchArgs};
use crate::context::Context;
use crate::exit::{Exit, Failure};
use crate::output::record::summary;
use crate::output::words::{time, word};

pub(super) async fn run(context: &Context, args: WatchArgs) -> Result<Exit, Failure> {
    let request = v1::WatchRequest {
        parent: args.parent,
        kinds: args.kinds.into_iter().map(|named| kind(named).into()).collect(),
        resume_token: args.since,
        include_snapshot: args.snapshot,
        ..Default::default()
    };
    let mut items = std::pin::pin!(context.client.watch(request));
    let lines = context.printer.is_lines();
    while let Some(item) = items.next().await {
        match item? {
            WatchItem::Event(event) if lines => context.printer.text(&event_line(context, &event)?)?,
            WatchItem::Event(event) => context.printer.text(&line(&event))?,
            WatchItem::Progress(mark) if args.progress => {
                let complete = if mark.snapshot_complete { "  snapshot complete" } else { "" };
                let cursor = mark.cursor.unwrap_or_default();
                let token = &cursor.resume_token;
                context
                    .printer
                    .note(&format!("revision {}{complete}  resume with --since {token}\n", cursor.revision));
            }
            WatchItem::Progress(_) => {}
            WatchItem::Resync => {
                context.printer.note("the position is gone: what follows is a new snapshot\n");
            }
        }
    }
    Ok(Exit::Ok)
}

/// Revision, time, what happened to which resource, and what matters most of it.
fn line(event: &v1::WatchEvent) -> String {
    let what = word(event.r#type().as_str_name(), "WATCH_EVENT_TYPE_");
    let resource = event.resource.as_ref().and_then(|resource| resource.resource.as_ref());
    let fields = event.changed.as_ref().map(|mask| mask.paths.join(",")).filter(|paths| !paths.is_empty());
    let fields = fields.map(|fields| format!("  [{fields}]")).unwrap_or_default();
    let about = resource.map(summary).unwrap_or_default();
    let text = format!(
        "{:>6}  {}  {what:<8}  {}  {about}",
        event.revision,
        time(event.change_time.as_ref()),
        event.name
    );
    format!("{}{fields}\n", text.trim_end())
}

fn kind(kind: Kind) -> v1::ResourceKind {
    match kind {
        Kind::Network => v1::ResourceKind::Network,
        Kind::Subnet => v1::ResourceKind::Subnet,
        Kind::Reservation => v1::ResourceKind::Reservation,
        Kind::Routetable => v1::ResourceKind::RouteTable,
        Kind::Route => v1::ResourceKind::Route,
        Kind::Cluster => v1::ResourceKind::Cluster,
        Kind::Nodepool => v1::ResourceKind::NodePool,
        Kind::Node => v1::ResourceKind::Node,
        Kind::Allocation => v1::ResourceKind::Allocation,
        Kind::Service => v1::ResourceKind::Service,
        Kind::Nsg => v1::ResourceKind::NetworkSecurityGroup,
        Kind::Namespace => v1::ResourceKind::Namespace,
        Kind::Policy => v1::ResourceKind::NetworkPolicy,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_event_is_one_line() {
        let route = v1::Route {
            address_prefix: "10.244.2.0/24".into(),
            next_hop_type: v1::NextHopType::VirtualAppliance.into(),
            next_hop_address: "10.240.0.6".into(),
            ..Default::default()
        };
        let event = v1::WatchEvent {
            r#type: v1::WatchEventType::Added.into(),
            name: "networks/vnet/routeTables/rt/routes/aks-2".into(),
            resource: Some(v1::Resource { resource: Some(v1::resource::Resource::Route(route)) }),
            revision: 42,
            change_time: Some(prost_types::Timestamp { seconds: 1_700_000_000, nanos: 7 }),
            ..Default::default()
        };
        let expected = "    42  2023-11-14T22:13:20Z  ADDED     networks/vnet/routeTables/rt/routes/aks-2  10.244.2.0/24 -> 10.240.0.6\n";
        assert_eq!(line(&event), expected);
    }
}

//! Follows the route tables of a network: first what is there, then each change.
//!
//! Usage: `routes [NETWORK [CHANGES]]`: ends after so many changes; without a number it goes on.
#![expect(clippy::print_stdout, reason = "an example shows what it does")]

use podnet::{Client, Error, Options, WatchItem, v1};
use tokio_stream::StreamExt as _;

#[tokio::main]
async fn main() -> Result<(), Error> {
    let mut arguments = std::env::args().skip(1);
    let parent = arguments.next().unwrap_or_else(|| "networks/vnet-kubenet".to_owned());
    let mut left: Option<usize> = arguments.next().and_then(|count| count.parse().ok());
    let client = Client::connect(Options::new(""))?;
    let request = v1::WatchRequest {
        parent,
        kinds: vec![v1::ResourceKind::Route.into()],
        include_snapshot: true,
        ..Default::default()
    };
    let mut items = std::pin::pin!(client.watch(request));
    let mut live = false;
    while !(live && left == Some(0)) {
        let Some(item) = items.next().await.transpose()? else { break };
        match item {
            WatchItem::Event(event) => {
                println!("{:?} {}", event.r#type(), event.name);
                left = left.map(|left| left.saturating_sub(usize::from(live)));
            }
            WatchItem::Progress(mark) if mark.snapshot_complete => {
                live = true;
                println!("all routes at revision {}", mark.cursor.unwrap_or_default().revision);
            }
            WatchItem::Progress(_) => {}
            WatchItem::Resync => {
                live = false;
                println!("what was known may be gone; what is there comes again");
            }
        }
    }
    Ok(())
}

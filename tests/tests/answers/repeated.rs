//! Is an answer of an earlier revision repeated as it was given?

use std::fmt::Debug;
use std::pin::Pin;

use podnet::{Client, Rpc, v1};
use podnet_tests::server::Home;

use crate::bodies::{
    SUBNET, TABLE, association, cluster, labelled_subnet, moved_node, network, node, node_name, pod, pool,
    reconcile, scale, service, subnet, table,
};
use crate::{client, runtime};

/// Asks once more, and gives the answer as text.
type Again = Box<dyn Fn(Client) -> Pin<Box<dyn Future<Output = String>>>>;

/// Calls in their order, each with its first answer.
#[derive(Default)]
struct Story(Vec<(&'static str, String, Again)>);

impl Story {
    /// Makes a call with a request id of its own.
    async fn tell<R>(&mut self, client: &Client, mut request: R) -> R::Response
    where
        R: Rpc,
        R::Response: Debug,
    {
        *request.request_id_mut().unwrap() = format!("call-{}", self.0.len());
        let answer = client.call(request.clone()).await.unwrap();
        let again: Again = Box::new(move |client| {
            let request = request.clone();
            Box::pin(async move { format!("{:#?}", client.call(request).await.unwrap()) })
        });
        self.0.push((std::any::type_name::<R>(), format!("{answer:#?}"), again));
        answer
    }

    /// Makes every call again.
    async fn repeat(&self, client: &Client) {
        for (call, first, again) in &self.0 {
            let second = again(client.clone()).await;
            assert_eq!(*first, second, "{call} is answered differently");
        }
    }
}

#[test]
fn whatever_happened_since() {
    // A store that forgets what is in memory at once would ask the log even without a restart; the restart does.
    let home = Home::new();
    let server = home.start();
    let mut story = Story::default();
    runtime().block_on(async {
        let client = client(&server);
        story.tell(&client, network()).await;
        story.tell(&client, subnet()).await;
        story.tell(&client, table()).await;
        let set = story.tell(&client, association(TABLE)).await;
        assert_eq!(set.previous_route_table, "");
        story.tell(&client, labelled_subnet()).await;
        story.tell(&client, cluster()).await;
        story.tell(&client, pool()).await;
        let scaled = story.tell(&client, scale(2)).await;
        assert_eq!(scaled.node_pool.unwrap().node_count, 2);
        let plan = v1::ReconcileRouteTableRequest { validate_only: true, ..reconcile(String::new()) };
        let etag = client.call(plan).await.unwrap().route_table.unwrap().meta.unwrap().etag;
        let applied = story.tell(&client, reconcile(etag)).await;
        assert_eq!((applied.add_count, applied.drift.len()), (2, 2), "drift is part of the answer");
        story.tell(&client, node("extra")).await;
        let moved = story.tell(&client, moved_node("extra", "10.1.0.200")).await;
        assert!(moved.route_changes[0].before.is_some(), "{moved:?}");
        for id in ["a", "b", "c"] {
            story.tell(&client, pod("extra", id)).await;
        }
        let observed = client.call(v1::GetServerInfoRequest::default()).await.unwrap().server_time;
        let sweep = v1::SweepAllocationsRequest {
            node: node_name("extra"),
            observed_time: observed,
            valid_allocation_ids: vec!["a".to_owned()],
            ..Default::default()
        };
        let swept = story.tell(&client, sweep).await;
        assert_eq!((swept.findings.len(), swept.valid_count), (2, 1), "{swept:?}");
        story.tell(&client, service()).await;
        let gone = v1::DeleteNodeRequest { name: node_name("extra"), force: true, ..Default::default() };
        let gone = story.tell(&client, gone).await;
        assert_eq!(gone.released_count, 3);
        let scaled = story.tell(&client, scale(5)).await;
        assert_eq!(scaled.node_pool.unwrap().node_count, 5);
        story.tell(&client, scale(1)).await;
        let subnet = v1::GetSubnetRequest { name: SUBNET.to_owned() };
        let before = client.call(subnet.clone()).await.unwrap();
        story.repeat(&client).await;
        assert_eq!(client.call(subnet).await.unwrap(), before, "a repeated call changes nothing");
    });
    assert!(server.stop().success());
    let server = home.start();
    runtime().block_on(async { story.repeat(&client(&server)).await });
}

#[test]
fn a_dry_run_shows_the_counts_that_would_be() {
    let home = Home::new().with(&["--store", "memory"]);
    let server = home.start();
    runtime().block_on(async {
        let client = client(&server);
        let mut story = Story::default();
        story.tell(&client, network()).await;
        story.tell(&client, subnet()).await;
        story.tell(&client, table()).await;
        story.tell(&client, association(TABLE)).await;
        story.tell(&client, cluster()).await;
        story.tell(&client, pool()).await;
        let dry = client.call(v1::ScaleNodePoolRequest { validate_only: true, ..scale(3) }).await.unwrap();
        let real = client.call(scale(3)).await.unwrap();
        assert_eq!(dry.node_pool.unwrap().node_count, 3);
        let usage = |answer: &[v1::Node]| answer.iter().map(|node| node.usage.clone()).collect::<Vec<_>>();
        assert_eq!(usage(&dry.nodes_added), usage(&real.nodes_added));
    });
}

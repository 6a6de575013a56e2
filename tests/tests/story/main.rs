//! Does the main job work from end to end: real files in, nodes that come and go with their routes, hundreds of pods.
//!
//! One story on one real server, through the command line and the Rust SDK, on the sample clusters of both modes.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod proof;

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::pin::pin;

use podnet::v1::{self, ErrorReason};
use podnet::{Client, Options, WatchItem};
use podnet_tests::server::{Home, Server};
use tokio_stream::StreamExt;

const KUBENET: &str = "clusters/aks-kubenet-demo";
const AZURE_CNI: &str = "clusters/aks-cni-demo";
const POOL: &str = "clusters/aks-kubenet-demo/nodePools/nodepool1";
const TABLE: &str = "networks/vnet-kubenet/routeTables/aks-agentpool-12345678-routetable";

fn import(server: &Server<'_>, sample: &str) {
    let folder = podnet_workshop::root().join("tests/samples").join(sample);
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    files.sort();
    let output = server.podnet().arg("import").args(files).output().unwrap();
    assert!(output.status.success(), "{sample}: {}", String::from_utf8_lossy(&output.stderr));
}

async fn routes(client: &Client) -> Vec<v1::Route> {
    let request = v1::ListRoutesRequest { parent: TABLE.to_owned(), ..Default::default() };
    client.list(request).collect::<Result<Vec<_>, _>>().await.unwrap()
}

async fn nodes(client: &Client, cluster: &str) -> Vec<v1::Node> {
    let request = v1::ListNodesRequest { parent: cluster.to_owned(), ..Default::default() };
    client.list(request).collect::<Result<Vec<_>, _>>().await.unwrap()
}

fn pod(cluster: &str, node: &v1::Node, number: usize) -> v1::AllocateAddressRequest {
    v1::AllocateAddressRequest {
        parent: cluster.to_owned(),
        allocation_id: format!("story-{number}-eth0"),
        node: node.name.clone(),
        owner: Some(v1::Owner {
            namespace: "story".to_owned(),
            pod: format!("pod-{number}"),
            pod_uid: format!("story-uid-{number}"),
            ..Default::default()
        }),
        ..Default::default()
    }
}

#[test]
fn clusters_load_nodes_come_and_go_and_pods_find_room() {
    let home = Home::new();
    let server = home.start();
    import(&server, "kubenet");
    import(&server, "azure-cni");
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(async {
        let client = Client::connect(Options::new(server.url())).unwrap();
        assert_eq!((nodes(&client, KUBENET).await.len(), nodes(&client, AZURE_CNI).await.len()), (3, 4));

        let scaled = v1::ScaleNodePoolRequest { name: POOL.to_owned(), node_count: 6, ..Default::default() };
        let scaled = client.call(scaled).await.unwrap();
        assert_eq!((scaled.nodes_added.len(), scaled.route_changes.len()), (3, 3));
        let before = routes(&client).await;
        assert_eq!(before.len(), 7, "six nodes and one foreign route");

        a_node_takes_its_route_along(&client, &scaled).await;

        let mut placed = 0;
        let mut addresses = BTreeSet::new();
        for node in nodes(&client, KUBENET).await {
            let room = usize::try_from(node.max_pods - node.pod_count).unwrap().min(500 - placed);
            let requests = (placed..placed + room).map(|number| pod(KUBENET, &node, number)).collect();
            let batch = v1::BatchAllocateAddressesRequest {
                parent: KUBENET.to_owned(),
                requests,
                ..Default::default()
            };
            let answer = client.call(batch).await.unwrap();
            let held = answer.responses.iter().filter_map(|one| one.allocation.as_ref());
            addresses
                .extend(held.flat_map(|held| held.addresses.iter().map(|address| address.address.clone())));
            placed += room;
        }
        assert_eq!((placed, addresses.len()), (500, 500), "each pod has an address of its own");

        let full =
            nodes(&client, KUBENET).await.into_iter().find(|node| node.pod_count == node.max_pods).unwrap();
        let refused = client.call(pod(KUBENET, &full, 9999)).await.unwrap_err();
        assert!(refused.is(ErrorReason::NodePodLimitReached), "{refused}");
        assert_eq!((refused.figure("limit"), refused.figure("allocated")), (Some("110"), Some("110")));
    });
    let checked = server.podnet().args(["server", "check"]).output().unwrap();
    assert!(checked.status.success(), "{}", String::from_utf8_lossy(&checked.stdout));
}

/// The node and its route go in one revision, and a watcher sees them in one batch.
async fn a_node_takes_its_route_along(client: &Client, scaled: &v1::ScaleNodePoolResponse) {
    let position = scaled.cursor.clone().unwrap().resume_token;
    let gone = scaled.nodes_added.first().unwrap();
    let request = v1::DeleteNodeRequest { name: gone.name.clone(), ..Default::default() };
    let answer = client.call(request).await.unwrap();
    assert_eq!(answer.route_changes.len(), 1);
    let revision = answer.cursor.unwrap().revision;
    let block = gone.pod_prefixes.first().unwrap();
    assert!(routes(client).await.iter().all(|route| route.address_prefix != *block), "the route is gone");

    let watch = client.watch(v1::WatchRequest { resume_token: position, ..Default::default() });
    let mut watch = pin!(watch);
    let mut removed = BTreeSet::new();
    while removed.len() < 2 {
        match watch.next().await.unwrap().unwrap() {
            WatchItem::Event(event) if event.revision == revision => {
                assert_eq!(event.r#type, v1::WatchEventType::Removed as i32, "{event:?}");
                removed.insert(event.name.clone());
            }
            WatchItem::Event(event) => {
                assert!(event.revision < revision, "both are in one revision: {event:?}");
            }
            WatchItem::Progress(_) => {}
            WatchItem::Resync => panic!("nothing was compacted"),
        }
    }
    assert!(
        removed.contains(&gone.name) && removed.iter().any(|name| name.contains("/routes/")),
        "{removed:?}"
    );
}

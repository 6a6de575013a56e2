//! Is a partial update merged with what is there when it is decided, not with what was there when it was sent?

use podnet::{Client, v1};
use podnet_tests::server::Home;

use crate::bodies::{TABLE, association, cluster, network, service, subnet, table};
use crate::{client, runtime};

const SERVICE: &str = "clusters/blue/namespaces/shop/services/web";

fn update(path: &str, change: impl FnOnce(&mut v1::Service)) -> v1::UpdateServiceRequest {
    let mut service = v1::Service { name: SERVICE.to_owned(), ..Default::default() };
    change(&mut service);
    let update_mask = Some(prost_types::FieldMask { paths: vec![path.to_owned()] });
    v1::UpdateServiceRequest { service: Some(service), update_mask, ..Default::default() }
}

async fn set_up(client: &Client) {
    client.call(network()).await.unwrap();
    client.call(subnet()).await.unwrap();
    client.call(table()).await.unwrap();
    client.call(association(TABLE)).await.unwrap();
    client.call(cluster()).await.unwrap();
    client.call(service()).await.unwrap();
}

/// Many updates of two fields at once: none is refused for the others' sake, and none undoes another's field.
#[test]
fn updates_of_different_fields_do_not_meet() {
    let home = Home::new().with(&["--store", "memory"]);
    let server = home.start();
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(async {
        let client = client(&server);
        set_up(&client).await;
        let mut open = tokio::task::JoinSet::new();
        for round in 1..=50_u32 {
            let port =
                update("health_check_node_port", |service| service.health_check_node_port = 30_000 + round);
            let ranges = update("load_balancer_source_ranges", |service| {
                service.load_balancer_source_ranges = vec![format!("198.51.100.{round}/32")];
            });
            for request in [port, ranges] {
                let client = client.clone();
                open.spawn(async move { client.call(request).await });
            }
        }
        while let Some(answer) = open.join_next().await {
            let service = answer.unwrap().unwrap().service.unwrap();
            assert_eq!(service.ports.len(), 1, "what no mask names stays");
        }
        let found = client.call(v1::GetServiceRequest { name: SERVICE.to_owned() }).await.unwrap();
        let found = found.service.unwrap();
        assert!(
            found.health_check_node_port > 30_000 && found.load_balancer_source_ranges.len() == 1,
            "{found:?}"
        );
    });
}

#[test]
fn an_affinity_and_its_timeout_are_fields_of_their_own() {
    let home = Home::new().with(&["--store", "memory"]);
    let server = home.start();
    runtime().block_on(async {
        let client = client(&server);
        set_up(&client).await;
        let timeout = |seconds| Some(prost_types::Duration { seconds, nanos: 0 });
        let shown = |answer: v1::UpdateServiceResponse| {
            let service = answer.service.unwrap();
            (service.session_affinity(), service.session_affinity_timeout.map(|timeout| timeout.seconds))
        };
        let longer =
            update("session_affinity_timeout", |service| service.session_affinity_timeout = timeout(600));
        assert_eq!(shown(client.call(longer).await.unwrap()), (v1::SessionAffinity::ClientIp, Some(600)));
        let none = update("session_affinity", |_| {});
        assert_eq!(shown(client.call(none).await.unwrap()).0, v1::SessionAffinity::None);
        let too_long = |service: &mut v1::Service| {
            service.session_affinity = v1::SessionAffinity::ClientIp.into();
            service.session_affinity_timeout = timeout(86_401);
        };
        let refused = client.call(update("*", too_long)).await.unwrap_err();
        assert_eq!(refused.violations[0].field, "service.session_affinity_timeout", "{refused}");
    });
}

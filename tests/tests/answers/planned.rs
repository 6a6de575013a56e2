//! Is a plan refused where applying it would be?

use podnet::v1::{self, ErrorReason};
use podnet::{Client, Error};
use podnet_tests::server::Home;

use crate::bodies::{TABLE, association, cluster, network, pool, reconcile, scale, subnet, table};
use crate::{client, runtime};

async fn etag(client: &Client) -> String {
    let table = client.call(v1::GetRouteTableRequest { name: TABLE.to_owned() }).await.unwrap();
    table.route_table.unwrap().meta.unwrap().etag
}

/// The same refusal, but for the id of the call.
fn shown(error: &Error) -> (Option<ErrorReason>, String, Vec<(String, String)>) {
    (error.reason, error.message.clone(), error.metadata.clone().into_iter().collect())
}

#[test]
fn a_foreign_route_in_the_way_refuses_both() {
    let home = Home::new().with(&["--store", "memory"]);
    let server = home.start();
    runtime().block_on(async {
        let client = client(&server);
        client.call(network()).await.unwrap();
        client.call(subnet()).await.unwrap();
        client.call(table()).await.unwrap();
        client.call(association(TABLE)).await.unwrap();
        let route = v1::Route {
            address_prefix: "10.244.0.0/24".to_owned(),
            next_hop_type: v1::NextHopType::VirtualAppliance.into(),
            next_hop_address: "10.1.0.250".to_owned(),
            ..Default::default()
        };
        let foreign = v1::CreateRouteRequest {
            parent: TABLE.to_owned(),
            route_id: "firewall".to_owned(),
            route: Some(route),
            ..Default::default()
        };
        client.call(foreign).await.unwrap();
        client.call(cluster()).await.unwrap();
        client.call(pool()).await.unwrap();
        client.call(scale(1)).await.unwrap();

        let wish = reconcile(etag(&client).await);
        let dry = v1::ReconcileRouteTableRequest { validate_only: true, ..wish.clone() };
        let (planned, applied) =
            (client.call(dry.clone()).await.unwrap_err(), client.call(wish).await.unwrap_err());
        assert_eq!(planned.reason, Some(ErrorReason::RoutePrefixExists), "{planned}");
        assert_eq!(shown(&planned), shown(&applied));

        let gone = v1::DeleteRouteRequest { name: format!("{TABLE}/routes/firewall"), ..Default::default() };
        client.call(gone).await.unwrap();
        let dry = v1::ReconcileRouteTableRequest { etag: String::new(), ..dry };
        assert_eq!(client.call(dry).await.unwrap().add_count, 1, "without it the plan stands");
    });
}

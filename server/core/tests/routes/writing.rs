//! What a user may write: tables, routes and associations, with every refusal and its figures.

use std::collections::BTreeMap;

use podnet_core::Reason;
use podnet_core::command::{Command, Delete, RouteSpec, RouteTableSpec, RouteTableUpdate, RouteUpdate};
use podnet_core::limits;
use podnet_core::model::{NextHop, Outbound, OutboundType, RouteManagement};
use podnet_core::name::RouteTableName;

use crate::world::*;

fn update(table: &RouteTableName, id: &str) -> RouteUpdate {
    RouteUpdate { name: route(table, id), etag: None, labels: None, prefix: None, next_hop: None }
}

fn refused_create(world: &mut World, spec: RouteSpec, keys: &[&str]) -> (Reason, Vec<String>) {
    figures(&world.refused(Command::CreateRoute(spec)), keys)
}

#[test]
fn a_table_holds_one_route_for_each_prefix() {
    let mut world = World::new();
    let rt = world.table("rt");
    world.route(&rt, "one", "10.9.0.0/16", NextHop::None);
    let expected = (
        Reason::RoutePrefixExists,
        vec![
            route(&rt, "one").to_string(),
            "10.9.0.0/16".to_owned(),
            String::new(),
            "RouteConflict".to_owned(),
        ],
    );
    let keys = ["route", "address_prefix", "managed_by", "platform_code"];
    assert_eq!(
        refused_create(&mut world, route_spec(&rt, "two", "10.9.0.0/16", NextHop::Internet), &keys),
        expected
    );
    world.route(&rt, "two", "10.9.0.0/17", NextHop::None);
    let moved = RouteUpdate { prefix: Some(prefix("10.9.0.0/16")), ..update(&rt, "two") };
    assert_eq!(figures(&world.refused(Command::UpdateRoute(moved)), &keys), expected);
    let same = RouteUpdate { prefix: Some(prefix("10.9.0.0/17")), ..update(&rt, "two") };
    assert!(world.run(Command::UpdateRoute(same)).is_empty(), "its own prefix is no conflict, and no change");
    let other = world.table("other");
    world.route(&other, "one", "10.9.0.0/16", NextHop::None);
}

#[test]
fn the_401st_route_and_the_201st_table_are_refused_with_figures() {
    let mut world = World::new();
    let rt = world.table("rt");
    for index in 0..limits::ROUTES_PER_TABLE_MAX {
        let destination = format!("10.{}.{}.0/24", 100 + index / 256, index % 256);
        world.route(&rt, &format!("r{index}"), &destination, NextHop::None);
    }
    assert_eq!(
        refused_create(
            &mut world,
            route_spec(&rt, "more", "10.9.0.0/16", NextHop::None),
            &["limit", "count", "wanted", "route_table"]
        ),
        (Reason::RouteTableFull, vec!["400".into(), "400".into(), "401".into(), rt.to_string()])
    );
    for index in 1..limits::ROUTE_TABLES_MAX {
        world.table(&format!("t{index}"));
    }
    let spec =
        RouteTableSpec { name: table("more"), labels: BTreeMap::new(), disable_bgp_route_propagation: false };
    let rejection = world.refused(Command::CreateRouteTable(spec));
    assert_eq!(
        figures(&rejection, &["limit", "count"]),
        (Reason::ResourceLimitReached, vec!["200".into(), "200".into()])
    );
}

#[test]
fn an_appliance_has_a_private_address_of_the_prefixs_family() {
    let peers = vec![peering("spoke", None, &["20.1.0.0/16"])];
    let mut world = World::bare(&["10.224.0.0/12", "20.0.0.0/16"], peers, None);
    let rt = world.table("rt");
    for (index, (destination, hop)) in [
        ("10.1.0.0/16", "10.224.0.5"),
        ("10.2.0.0/16", "172.31.255.1"),
        ("10.3.0.0/16", "192.168.0.1"),
        ("10.4.0.0/16", "100.127.255.1"),
        ("10.5.0.0/16", "20.0.0.4"),
        ("10.6.0.0/16", "20.1.0.4"),
        ("fd00:9::/48", "fd12::4"),
    ]
    .into_iter()
    .enumerate()
    {
        world.route(&rt, &format!("r{index}"), destination, appliance(hop));
    }
    for (destination, hop) in [
        ("10.9.0.0/16", "8.8.8.8"),
        ("10.9.0.0/16", "100.128.0.1"),
        ("10.9.0.0/16", "20.2.0.4"),
        ("10.9.0.0/16", "fd12::4"),
        ("fd00:8::/48", "10.224.0.5"),
        ("fd00:8::/48", "2001:db8::1"),
        ("fd00:8::/48", "fe80::1"),
    ] {
        let spec = route_spec(&rt, "bad", destination, appliance(hop));
        assert_eq!(
            refused_create(&mut world, spec, &["field", "address"]),
            (Reason::FieldInvalid, vec!["next_hop_address".into(), hop.into()]),
            "{destination} via {hop}"
        );
    }
    let public = RouteUpdate { next_hop: Some(appliance("8.8.8.8")), ..update(&rt, "r0") };
    assert_eq!(world.refused(Command::UpdateRoute(public)).reason, Reason::FieldInvalid);
    let other_family = RouteUpdate { prefix: Some(prefix("fd00:8::/48")), ..update(&rt, "r0") };
    assert_eq!(world.refused(Command::UpdateRoute(other_family)).reason, Reason::FieldInvalid);
}

#[test]
fn a_kept_route_is_closed_to_users_while_the_cluster_is_managed() {
    let mut world = World::with_cluster(cluster_spec("prod"));
    world.join("node-0").unwrap();
    let rt = world.cluster_table();
    let kept = |world: &mut World, command| figures(&world.refused(command), &["managed_by"]);
    let expected = (Reason::RouteManaged, vec!["clusters/prod".to_owned()]);
    let change = RouteUpdate { next_hop: Some(NextHop::None), ..update(&rt, "node-0") };
    assert_eq!(kept(&mut world, Command::UpdateRoute(change.clone())), expected);
    assert_eq!(kept(&mut world, Command::DeleteRoute(Delete::new(route(&rt, "node-0")))), expected);
    let own = RouteSpec {
        managed_by: "clusters/prod".into(),
        ..route_spec(&rt, "x", "10.9.0.0/16", NextHop::None)
    };
    assert_eq!(kept(&mut world, Command::CreateRoute(own.clone())), expected);
    let flag = RouteTableUpdate {
        name: rt.clone(),
        etag: None,
        labels: None,
        disable_bgp_route_propagation: Some(true),
    };
    assert_eq!(kept(&mut world, Command::UpdateRouteTable(flag)), expected);
    assert_eq!(kept(&mut world, Command::DeleteRouteTable(Delete::new(rt.clone()))), expected);
    let labels = Some(BTreeMap::from([("team".to_owned(), "net".to_owned())]));
    let labelled =
        RouteTableUpdate { name: rt.clone(), etag: None, labels, disable_bgp_route_propagation: None };
    assert_eq!(world.run(Command::UpdateRouteTable(labelled)).len(), 1);

    world.manage("prod", RouteManagement::Observed).unwrap();
    world.run(Command::CreateRoute(own));
    world.run(Command::UpdateRoute(change));
    world.run(Command::DeleteRoute(Delete::new(route(&rt, "node-0"))));
}

#[test]
fn routes_of_a_tool_are_written_by_the_tool_only() {
    let mut world = World::new();
    let rt = world.table("rt");
    let spec =
        RouteSpec { managed_by: "terraform".into(), ..route_spec(&rt, "x", "10.9.0.0/16", NextHop::None) };
    assert_eq!(
        refused_create(&mut world, spec, &["managed_by"]),
        (Reason::RouteManaged, vec!["terraform".into()])
    );
    let of_node =
        RouteSpec { node: Some(node("node-0")), ..route_spec(&rt, "x", "10.9.0.0/16", NextHop::None) };
    assert_eq!(refused_create(&mut world, of_node, &["field"]), (Reason::FieldInvalid, vec!["node".into()]));
}

#[test]
fn deleting_a_route_touches_no_route_of_a_like_name() {
    let mut world = World::new();
    let rt = world.table("rt");
    for (id, destination) in
        [("node-1", "10.244.1.0/24"), ("node-10", "10.244.10.0/24"), ("node-1____1024410", "10.9.0.0/16")]
    {
        world.route(&rt, id, destination, appliance("10.224.0.5"));
    }
    world.run(Command::DeleteRoute(Delete::new(route(&rt, "node-1"))));
    assert_eq!(
        world.routes(&rt),
        ["node-10 10.244.10.0/24 10.224.0.5", "node-1____1024410 10.9.0.0/16 10.224.0.5"]
    );
}

#[test]
fn a_table_in_use_stays() {
    let mut world = World::new();
    let rt = world.table("rt");
    world.route(&rt, "one", "10.9.0.0/16", NextHop::None);
    world.associate("machines", Some(rt.clone())).unwrap();
    let rejection = world.refused(Command::DeleteRouteTable(Delete::new(rt.clone())));
    let users = (Reason::ResourceInUse, vec![subnet("machines").to_string(), "1".to_owned()]);
    assert_eq!(figures(&rejection, &["user", "count"]), users);
    let mut spec = cluster_spec("prod");
    spec.route_table = Some(rt.clone());
    world.run(Command::CreateCluster(spec));
    world.associate("machines", None).unwrap();
    let rejection = world.refused(Command::DeleteRouteTable(Delete::new(rt.clone())));
    assert_eq!(
        figures(&rejection, &["user", "count"]),
        (Reason::ResourceInUse, vec!["clusters/prod".into(), "1".into()])
    );
    world.run(Command::DeleteCluster(Delete::new(cluster("prod"))));
    world.run(Command::DeleteRouteTable(Delete::new(rt.clone())));
    assert!(world.state.routes_of(&rt).next().is_none(), "a table goes with its routes");
    let missing = Delete { allow_missing: true, ..Delete::new(rt) };
    assert!(world.run(Command::DeleteRouteTable(missing)).is_empty());
}

#[test]
fn the_etag_of_a_table_follows_its_routes_and_subnets() {
    let mut world = World::new();
    let rt = world.table("rt");
    let mut seen = vec![world.etag(&rt)];
    let mut changed = |world: &World, what: &str| {
        let etag = world.etag(&rt);
        assert!(!seen.contains(&etag), "{what}");
        assert!(etag.starts_with('"') && etag.ends_with('"'), "strong and quoted: {etag}");
        seen.push(etag);
    };
    let rt = table("rt");
    world.route(&rt, "one", "10.9.0.0/16", NextHop::None);
    changed(&world, "a route came");
    world.run(Command::UpdateRoute(RouteUpdate { next_hop: Some(NextHop::Internet), ..update(&rt, "one") }));
    changed(&world, "a route changed");
    world.associate("machines", Some(rt.clone())).unwrap();
    changed(&world, "a subnet came");
    world.run(Command::DeleteRoute(Delete::new(route(&rt, "one"))));
    changed(&world, "a route went");
    let old = Delete { etag: Some("\"r1\"".into()), ..Delete::new(rt.clone()) };
    assert_eq!(world.refused(Command::DeleteRouteTable(old)).reason, Reason::EtagMismatch);
}

#[test]
fn nodes_keep_the_table_of_their_cluster_and_machines_may_share_it() {
    let mut world = World::with_cluster(cluster_spec("prod"));
    let (rt, own) = (world.cluster_table(), world.table("own"));
    for wish in [None, Some(own.clone())] {
        let rejection = world.associate("nodes", wish).unwrap_err();
        assert_eq!(
            figures(&rejection, &["managed_by", "platform_code"]),
            (
                Reason::RouteManaged,
                vec!["clusters/prod".into(), "CustomRouteTableInvalidUpdateAttempt".into()]
            )
        );
    }
    assert!(
        world.associate("nodes", Some(rt.clone())).unwrap().is_empty(),
        "what holds already is no change"
    );
    world.associate("machines", Some(rt.clone())).unwrap();
    let rejection = world.pool("prod", "machines");
    assert!(rejection.is_ok(), "a second pool of the same cluster takes the same table");

    world.subnet("others", &["10.226.0.0/16"], None);
    world.run(Command::CreateCluster(cluster_spec("other")));
    world.pool("other", "others").unwrap();
    world.manage("other", RouteManagement::Observed).unwrap();
    let rejection = world.associate("others", Some(rt.clone())).unwrap_err();
    let expected = (Reason::RouteTableShared, vec![rt.to_string(), "clusters/prod".to_owned()]);
    assert_eq!(figures(&rejection, &["route_table", "cluster"]), expected);
    world.associate("others", Some(own)).unwrap();
}

#[test]
fn a_table_is_of_the_subnets_network() {
    let mut world = World::new();
    world.network("networks/spoke", &["10.100.0.0/16"], Vec::new(), None);
    let name = RouteTableName::parse("networks/spoke/routeTables/rt").unwrap();
    let spec =
        RouteTableSpec { name: name.clone(), labels: BTreeMap::new(), disable_bgp_route_propagation: false };
    world.run(Command::CreateRouteTable(spec));
    let rejection = world.associate("nodes", Some(name.clone())).unwrap_err();
    let expected = (Reason::NetworkMismatch, vec![subnet("nodes").to_string(), "networks/spoke".to_owned()]);
    assert_eq!(figures(&rejection, &["name", "network"]), expected);
    let mut spec = cluster_spec("prod");
    spec.route_table = Some(name);
    assert_eq!(world.refused(Command::CreateCluster(spec)).reason, Reason::NetworkMismatch);
    assert_eq!(world.associate("nodes", Some(table("absent"))).unwrap_err().reason, Reason::ResourceNotFound);
}

#[test]
fn a_way_out_by_user_routes_needs_a_default_route() {
    let mut world = World::new();
    let mut spec = cluster_spec("prod");
    spec.outbound = Outbound { kind: OutboundType::UserDefinedRouting, ..spec.outbound };
    world.run(Command::CreateCluster(spec));
    assert_eq!(world.pool("prod", "nodes").unwrap_err().reason, Reason::DefaultRouteMissing);
    let rt = world.table("rt");
    world.associate("nodes", Some(rt.clone())).unwrap();
    world.route(&rt, "sink", "0.0.0.0/0", NextHop::None);
    assert_eq!(
        world.pool("prod", "nodes").unwrap_err().reason,
        Reason::DefaultRouteMissing,
        "a sink is no way out"
    );
    let firewall = RouteUpdate { next_hop: Some(appliance("10.224.9.9")), ..update(&rt, "sink") };
    world.run(Command::UpdateRoute(firewall));
    world.pool("prod", "nodes").unwrap();
}

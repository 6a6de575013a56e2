//! How a cluster's routes follow its nodes: one for each node and family, in the node's own revision (laws L10 to L12).

use podnet_core::address::Family;
use podnet_core::command::{Command, Delete, Reconcile};
use podnet_core::model::{NetworkMode, NextHop, RouteManagement};
use podnet_core::routes::{managed, table_subnets, table_user};
use podnet_core::{Change, Event, Reason};

use crate::world::*;

#[test]
fn a_first_pool_gets_a_table_named_as_aks_names_it() {
    let world = World::with_cluster(cluster_spec("prod"));
    let rt = world.cluster_table();
    let digits =
        rt.table.as_str().strip_prefix("aks-agentpool-").and_then(|t| t.strip_suffix("-routetable")).unwrap();
    assert!(digits.len() == 8 && digits.bytes().all(|b| b.is_ascii_digit()), "{digits}");
    assert_eq!(world.state.route_tables.get(&rt).unwrap().meta.managed_by, "clusters/prod");
    assert_eq!(world.body("nodes").route_table, Some(rt.clone()));
    assert_eq!(table_user(&world.state, &rt), Some(cluster("prod")));
}

#[test]
fn a_node_and_its_route_come_and_go_in_one_revision() {
    let mut world = World::with_cluster(cluster_spec("prod"));
    let rt = world.cluster_table();
    let joined = world.join("node-0").unwrap();
    assert!(
        matches!(joined.as_slice(), [Event::Node(Change::Created(_)), Event::Route(Change::Created(_))]),
        "{joined:?}"
    );
    assert_eq!(world.routes(&rt), ["node-0 10.244.0.0/24 10.224.0.4 clusters/prod"]);
    let moved = world.move_node("node-0", &["10.224.0.77"]).unwrap();
    assert!(
        matches!(moved.as_slice(), [Event::Node(Change::Updated(_)), Event::Route(Change::Updated(_))]),
        "{moved:?}"
    );
    assert_eq!(world.routes(&rt), ["node-0 10.244.0.0/24 10.224.0.77 clusters/prod"]);
    let left = world.leave("node-0");
    assert!(
        matches!(left.as_slice(), [Event::Route(Change::Deleted(_)), Event::Node(Change::Deleted(_))]),
        "{left:?}"
    );
    assert_eq!(world.routes(&rt), [""; 0]);
}

#[test]
fn deleting_node_1_leaves_the_route_of_node_10() {
    let mut world = World::with_cluster(cluster_spec("prod"));
    let rt = world.cluster_table();
    for id in ["node-1", "node-10", "node-100"] {
        world.join(id).unwrap();
    }
    world.leave("node-1");
    assert_eq!(
        world.routes(&rt),
        ["node-10 10.244.1.0/24 10.224.0.5 clusters/prod", "node-100 10.244.2.0/24 10.224.0.6 clusters/prod"]
    );
}

#[test]
fn the_401st_node_finds_the_table_full() {
    let mut spec = cluster_spec("prod");
    spec.pod_prefixes = vec![prefix("10.244.0.0/15")];
    let mut world = World::with_cluster(spec);
    let rt = world.cluster_table();
    let nodes = |from: usize, count: usize| {
        Command::CreateNodes((from..from + count).map(|index| node_spec(&format!("node-{index}"))).collect())
    };
    let full = |wanted: &str| {
        (Reason::RouteTableFull, vec!["400".to_owned(), "400".to_owned(), wanted.to_owned(), rt.to_string()])
    };
    let keys = ["limit", "count", "wanted", "route_table"];
    assert_eq!(figures(&world.refused(nodes(0, 401)), &keys), full("401"), "all or nothing");
    world.run(nodes(0, 400));
    assert_eq!(world.routes(&rt).len(), 400);
    assert_eq!(figures(&world.refused(nodes(400, 1)), &keys), full("401"));
    assert_eq!(world.state.nodes.len(), 400);
}

#[test]
fn a_foreign_name_is_never_overwritten() {
    let mut world = World::new();
    let rt = world.table("rt");
    world.route(&rt, "node-0", "10.9.0.0/16", NextHop::None);
    world.route(&rt, "node-0-2", "10.10.0.0/16", NextHop::None);
    world.associate("nodes", Some(rt.clone())).unwrap();
    world.run(Command::CreateCluster(cluster_spec("prod")));
    world.pool("prod", "nodes").unwrap();
    world.join("node-0").unwrap();
    let foreign = ["node-0 10.9.0.0/16 None", "node-0-2 10.10.0.0/16 None"];
    assert_eq!(
        world.routes(&rt),
        [foreign[0], foreign[1], "node-0-3 10.244.0.0/24 10.224.0.4 clusters/prod"]
    );
    world.leave("node-0");
    assert_eq!(world.routes(&rt), foreign);
}

#[test]
fn a_foreign_prefix_refuses_the_node_and_the_very_same_route_is_taken_over() {
    let mut world = World::new();
    let rt = world.table("rt");
    world.route(&rt, "mine", "10.244.0.0/24", appliance("10.224.0.4"));
    world.route(&rt, "wrong", "10.244.1.0/24", appliance("10.224.0.99"));
    let of_tool = Reconcile {
        manager: "terraform".to_owned(),
        desired: Some(vec![route_spec(&rt, "tool", "10.244.2.0/24", appliance("10.224.0.5"))]),
        etag: Some(world.etag(&rt)),
        ..wish(&rt)
    };
    world.run(Command::ReconcileRouteTable(of_tool));
    world.associate("nodes", Some(rt.clone())).unwrap();
    world.run(Command::CreateCluster(cluster_spec("prod")));
    world.pool("prod", "nodes").unwrap();
    world.join("node-0").unwrap();
    assert_eq!(world.routes(&rt)[0], "mine 10.244.0.0/24 10.224.0.4 clusters/prod");
    let rejection = world.join("node-1").unwrap_err();
    assert_eq!(
        figures(&rejection, &["route", "address_prefix", "platform_code"]),
        (
            Reason::RoutePrefixExists,
            vec![route(&rt, "wrong").to_string(), "10.244.1.0/24".into(), "RouteConflict".into()]
        )
    );
    assert!(!world.state.nodes.contains_key(&node("node-1")), "no route, no node");
    let mut spec = node_spec("node-2");
    spec.pod_prefixes = vec![prefix("10.244.2.0/24")];
    let rejection = world.refused(Command::CreateNodes(vec![spec]));
    let expected = (Reason::RoutePrefixExists, vec!["terraform".to_owned()]);
    assert_eq!(figures(&rejection, &["managed_by"]), expected, "the same route, but a tool keeps it");
}

#[test]
fn dual_stack_has_a_route_for_each_family_with_the_blocks_digits_in_its_name() {
    let mut spec = cluster_spec("prod");
    spec.families = vec![Family::V4, Family::V6];
    spec.pod_prefixes = vec![prefix("10.244.0.0/16"), prefix("fd00:244::/48")];
    spec.service_prefixes = vec![prefix("10.0.0.0/16"), prefix("fd00:99::/112")];
    let mut world = World::with_cluster(spec);
    let rt = world.cluster_table();
    let mut wanted = node_spec("n");
    wanted.pod_prefixes = vec![prefix("10.244.5.0/24"), prefix("fd00:244:0:5::/64")];
    world.run(Command::CreateNodes(vec![wanted]));
    assert_eq!(
        world.routes(&rt),
        [
            "n____102445024 10.244.5.0/24 10.224.0.4 clusters/prod",
            "n____fd002440564 fd00:244:0:5::/64 fd00:1:0:1::4 clusters/prod",
        ]
    );
    let prod = world.state.clusters.get(&cluster("prod")).unwrap();
    assert_eq!(managed::desired(&world.state, prod).len(), 2);
    world.move_node("n", &["10.224.0.4", "fd00:1:0:1::99"]).unwrap();
    assert_eq!(world.routes(&rt)[1], "n____fd002440564 fd00:244:0:5::/64 fd00:1:0:1::99 clusters/prod");
    world.leave("n");
    assert_eq!(world.routes(&rt), [""; 0]);
}

#[test]
fn a_brought_table_outlives_the_cluster_with_its_own_routes() {
    let mut world = World::new();
    let rt = world.table("rt");
    world.route(&rt, "to-firewall", "0.0.0.0/0", appliance("10.200.0.4"));
    let mut spec = cluster_spec("prod");
    spec.route_table = Some(rt.clone());
    world.run(Command::CreateCluster(spec));
    world.pool("prod", "nodes").unwrap();
    assert_eq!(
        world.body("nodes").route_table,
        Some(rt.clone()),
        "a named table is associated with the pool's subnet"
    );
    world.join("node-0").unwrap();
    assert_eq!(world.state.route_tables.get(&rt).unwrap().meta.managed_by, "", "the table stays the user's");
    end(&mut world);
    assert_eq!(world.routes(&rt), ["to-firewall 0.0.0.0/0 10.200.0.4"]);
    assert_eq!(world.body("nodes").route_table, Some(rt));
}

#[test]
fn a_brought_table_without_routes_stays_too() {
    let mut world = World::new();
    let rt = world.table("rt");
    world.associate("nodes", Some(rt.clone())).unwrap();
    world.run(Command::CreateCluster(cluster_spec("prod")));
    world.pool("prod", "nodes").unwrap();
    world.join("node-0").unwrap();
    assert_eq!(world.cluster_table(), rt, "the table that the subnet has is the cluster's");
    end(&mut world);
    assert!(world.state.route_tables.contains_key(&rt));
    assert_eq!(world.body("nodes").route_table, Some(rt));
}

fn end(world: &mut World) {
    world.leave("node-0");
    let pool = world.state.node_pools.keys().next().unwrap().clone();
    world.run(Command::DeleteNodePool(Delete::new(pool)));
    world.run(Command::DeleteCluster(Delete::new(cluster("prod"))));
}

#[test]
fn a_made_table_ends_with_the_cluster_unless_somebody_else_has_a_route_in_it() {
    for foreign in [false, true] {
        let mut world = World::with_cluster(cluster_spec("prod"));
        let rt = world.cluster_table();
        world.associate("machines", Some(rt.clone())).unwrap();
        world.join("node-0").unwrap();
        if foreign {
            world.route(&rt, "mine", "10.9.0.0/16", NextHop::None);
        }
        end(&mut world);
        let left = world.state.route_tables.get(&rt).map(|table| table.meta.managed_by.clone());
        assert_eq!(left, foreign.then(String::new), "it stays and becomes the user's, or goes");
        assert_eq!(table_subnets(&world.state, &rt).count(), if foreign { 2 } else { 0 });
        assert_eq!(world.routes(&rt).len(), usize::from(foreign));
    }
}

#[test]
fn other_modes_and_observed_clusters_keep_no_routes() {
    let mut observed = cluster_spec("prod");
    observed.route_management = RouteManagement::Observed;
    let mut azure = cluster_spec("prod");
    azure.mode = NetworkMode::AzureCni;
    azure.pod_prefixes = Vec::new();
    for spec in [observed, azure] {
        let mut world = World::with_cluster(spec);
        world.join("node-0").unwrap();
        world.move_node("node-0", &["10.224.9.9"]).unwrap();
        assert!(world.state.routes.is_empty());
        assert_eq!(world.body("nodes").route_table, None, "the association stays as it was observed");
        world.leave("node-0");
    }
}

#[test]
fn a_table_serves_one_kubenet_cluster() {
    let mut world = World::with_cluster(cluster_spec("prod"));
    let rt = world.cluster_table();
    let expected = (Reason::RouteTableShared, vec![rt.to_string(), "clusters/prod".to_owned()]);
    let mut spec = cluster_spec("other");
    spec.route_table = Some(rt.clone());
    let rejection = world.refused(Command::CreateCluster(spec.clone()));
    assert_eq!(figures(&rejection, &["route_table", "cluster"]), expected);
    spec.route_table = None;
    world.run(Command::CreateCluster(spec));
    world.associate("machines", Some(rt)).unwrap();
    let rejection = world.pool("other", "machines").unwrap_err();
    assert_eq!(figures(&rejection, &["route_table", "cluster"]), expected);
}

#[test]
fn all_node_subnets_of_a_cluster_have_one_table() {
    let mut world = World::with_cluster(cluster_spec("prod"));
    let own = world.table("own");
    world.associate("machines", Some(own.clone())).unwrap();
    let rejection = world.pool("prod", "machines").unwrap_err();
    let expected = vec![subnet("machines").to_string(), own.to_string(), world.cluster_table().to_string()];
    assert_eq!(figures(&rejection, &["resource", "user", "route_table"]), (Reason::ResourceInUse, expected));
    world.associate("machines", None).unwrap();
    world.pool("prod", "machines").unwrap();
    assert_eq!(world.body("machines").route_table, Some(world.cluster_table()));
}

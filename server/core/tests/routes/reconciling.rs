//! How a plan names each kind of drift, and how applying it repairs the table and nothing else.

use std::collections::BTreeMap;

use podnet_core::Reason;
use podnet_core::command::{Command, Delete, Reconcile, RouteSpec};
use podnet_core::event::{Change, Event};
use podnet_core::limits;
use podnet_core::model::{NextHop, RouteManagement};
use podnet_core::name::RouteTableName;
use podnet_core::routes::{ChangeKind, Plan, reconcile};

use crate::world::*;

/// A cluster in OBSERVED with the nodes `node-0` (10.224.0.4, 10.244.0.0/24) and `node-1` (10.224.0.5, 10.244.1.0/24),
/// and an empty table `rt` on the nodes' subnet.
fn observed() -> (World, RouteTableName) {
    let mut world = World::new();
    let rt = world.table("rt");
    world.associate("nodes", Some(rt.clone())).unwrap();
    let mut spec = cluster_spec("prod");
    spec.route_management = RouteManagement::Observed;
    world.run(Command::CreateCluster(spec));
    world.pool("prod", "nodes").unwrap();
    world.join("node-0").unwrap();
    world.join("node-1").unwrap();
    (world, rt)
}

/// Changes as `kind class route-or-subnet`.
fn shown(plan: &Plan) -> Vec<String> {
    let what = |c: &podnet_core::routes::RouteChange| {
        let route = c.route().map(|name| name.route.to_string());
        route.or_else(|| c.subnet.as_ref().map(|name| name.subnet.to_string())).unwrap_or_default()
    };
    plan.changes.iter().map(|c| format!("{:?} {:?} {}", c.kind, c.class, what(c))).collect()
}

const RIGHT: [&str; 2] =
    ["node-0 10.244.0.0/24 10.224.0.4 clusters/prod", "node-1 10.244.1.0/24 10.224.0.5 clusters/prod"];

#[test]
fn each_kind_of_drift_is_named_and_repaired() {
    type Kept<'a> = (&'a str, &'a str, &'a str, Option<&'a str>);
    let right_0: Kept<'_> = ("node-0", "10.244.0.0/24", "10.224.0.4", Some("node-0"));
    let right_1: Kept<'_> = ("node-1", "10.244.1.0/24", "10.224.0.5", Some("node-1"));
    let cases: [(&[Kept<'_>], &[&str]); 8] = [
        (&[right_0, right_1], &[]),
        (&[right_0], &["Add Missing node-1"]),
        (
            &[right_0, right_1, ("gone", "10.244.7.0/24", "10.224.0.9", Some("gone"))],
            &["Remove StaleNode gone"],
        ),
        (
            &[right_0, right_1, ("old", "10.244.7.0/24", "10.224.0.5", Some("node-1"))],
            &["Remove StalePrefix old"],
        ),
        (
            &[right_0, ("node-1", "10.244.1.0/24", "10.224.0.99", Some("node-1"))],
            &["Replace WrongNextHop node-1"],
        ),
        (
            &[right_0, right_1, ("odd", "10.244.7.0/24", "10.224.0.9", None)],
            &["Remove UnknownNameInPodPrefix odd"],
        ),
        (&[right_0, ("node-1", "10.244.1.0/24", "10.224.0.5", Some("gone"))], &["Replace StaleNode node-1"]),
        (
            &[right_0, ("node-1", "10.244.7.0/24", "10.224.0.5", Some("node-1"))],
            &["Remove StalePrefix node-1", "Add Missing node-1"],
        ),
    ];
    for (present, expected) in cases {
        let (mut world, rt) = observed();
        for (id, destination, hop, of) in present {
            world.kept_route(&rt, id, destination, hop, *of);
        }
        let plan = world.plan(&rt);
        assert_eq!(shown(&plan), expected);
        assert_eq!(plan.is_clean(), expected.is_empty());
        assert_eq!(plan.headroom(), limits::ROUTES_PER_TABLE_MAX as i64 - 2);
        world.reconcile(&rt).unwrap();
        assert_eq!(world.routes(&rt), RIGHT, "{expected:?}");
        let prod = world.state.clusters.get(&cluster("prod")).unwrap();
        assert_eq!(prod.route_management, RouteManagement::Managed);
        assert!(world.plan(&rt).is_clean());
        let before = world.state.revision;
        assert!(world.reconcile(&rt).unwrap().is_empty(), "nothing left to do");
        assert_eq!(world.state.revision, before, "and no revision for it");
        world.leave("node-1");
        assert_eq!(world.routes(&rt), RIGHT[..1], "the routes follow the nodes from here on");
    }
}

#[test]
fn foreign_routes_are_listed_and_kept() {
    let (mut world, rt) = observed();
    world.route(&rt, "to-firewall", "0.0.0.0/0", appliance("10.200.0.4"));
    world.route(&rt, "by-hand", "10.244.77.0/24", appliance("10.224.0.9"));
    assert_eq!(
        shown(&world.plan(&rt)),
        [
            "Add Missing node-0",
            "Add Missing node-1",
            "KeepForeign ForeignKept to-firewall",
            "KeepForeign UnknownNameInPodPrefix by-hand",
        ]
    );
    world.reconcile(&rt).unwrap();
    let foreign = ["by-hand 10.244.77.0/24 10.224.0.9", "to-firewall 0.0.0.0/0 10.200.0.4"];
    assert_eq!(world.routes(&rt), [foreign[0], RIGHT[0], RIGHT[1], foreign[1]]);
}

#[test]
fn a_foreign_route_with_a_needed_prefix_blocks_unless_it_is_the_very_same() {
    let (mut world, rt) = observed();
    world.route(&rt, "same", "10.244.0.0/24", appliance("10.224.0.4"));
    world.route(&rt, "wrong", "10.244.1.0/24", appliance("10.224.0.99"));
    let plan = world.plan(&rt);
    assert_eq!(shown(&plan), ["Replace UnknownNameInPodPrefix same", "KeepForeign DuplicatePrefix wrong"]);
    assert!(!plan.is_clean());
    assert_eq!(world.reconcile(&rt).unwrap_err().reason, Reason::RoutePrefixExists);
    world.run(Command::DeleteRoute(Delete::new(route(&rt, "wrong"))));
    world.reconcile(&rt).unwrap();
    assert_eq!(world.routes(&rt), [RIGHT[1], "same 10.244.0.0/24 10.224.0.4 clusters/prod"]);
}

#[test]
fn a_second_route_of_one_prefix_is_removed() {
    let (mut world, rt) = observed();
    world.kept_route(&rt, "a", "10.244.0.0/24", "10.224.0.99", None);
    let mut twin = (**world.state.routes.get(&route(&rt, "a")).unwrap()).clone();
    twin.name = route(&rt, "b");
    twin.next_hop = appliance("10.224.0.4");
    twin.node = Some(node("node-0"));
    let (revision, time) = (world.state.revision, world.state.time);
    world.state.evolve(&Event::Route(Change::Created(twin)), revision, time);
    world.kept_route(&rt, "node-1", "10.244.1.0/24", "10.224.0.5", Some("node-1"));
    assert_eq!(shown(&world.plan(&rt)), ["Remove DuplicatePrefix a"], "the right one of the two stays");
}

#[test]
fn a_subnet_without_the_table_gets_it() {
    let (mut world, rt) = observed();
    for table in [None, Some(world.table("other"))] {
        world.associate("nodes", table).unwrap();
        assert_eq!(shown(&world.plan(&rt)).last().unwrap(), "AssociateTable TableNotAssociated nodes");
    }
    world.reconcile(&rt).unwrap();
    assert_eq!(world.body("nodes").route_table, Some(rt));
}

#[test]
fn applying_needs_the_etag_of_the_plan() {
    let (mut world, rt) = observed();
    let apply = |etag: Option<String>| Command::ReconcileRouteTable(Reconcile { etag, ..wish(&rt) });
    let rejection = world.refused(apply(None));
    assert_eq!(figures(&rejection, &["field"]), (Reason::FieldInvalid, vec!["etag".into()]));
    let planned = world.plan(&rt).etag;
    world.move_node("node-1", &["10.224.0.77"]).unwrap();
    assert_eq!(
        world.refused(apply(Some(planned))).reason,
        Reason::EtagMismatch,
        "another node address is another plan"
    );
    let fresh = world.plan(&rt).etag;
    world.run(apply(Some(fresh)));
    assert_eq!(world.routes(&rt)[1], "node-1 10.244.1.0/24 10.224.0.77 clusters/prod");
}

#[test]
fn a_cluster_becomes_managed_only_without_drift() {
    let (mut world, rt) = observed();
    world.route(&rt, "to-firewall", "0.0.0.0/0", appliance("10.200.0.4"));
    world.kept_route(&rt, "node-0", "10.244.0.0/24", "10.224.0.99", Some("node-0"));
    let rejection = world.manage("prod", RouteManagement::Managed).unwrap_err();
    assert_eq!(
        figures(&rejection, &["route_table", "missing", "stale", "foreign"]),
        (Reason::RouteDrift, vec![rt.to_string(), "1".into(), "1".into(), "1".into()])
    );
    let prod = world.state.clusters.get(&cluster("prod")).unwrap();
    assert!(!reconcile::drift(&world.state, prod).unwrap().unwrap().is_clean());
    world.run(Command::DeleteRoute(Delete::new(route(&rt, "node-0"))));
    world.kept_route(&rt, "node-0", "10.244.0.0/24", "10.224.0.4", Some("node-0"));
    world.kept_route(&rt, "node-1", "10.244.1.0/24", "10.224.0.5", Some("node-1"));
    world.manage("prod", RouteManagement::Managed).unwrap();
}

#[test]
fn a_table_that_would_be_too_full_is_planned_and_not_applied() {
    let (mut world, rt) = observed();
    for index in 0..limits::ROUTES_PER_TABLE_MAX - 1 {
        let destination = format!("10.{}.{}.0/24", 100 + index / 256, index % 256);
        world.route(&rt, &format!("r{index}"), &destination, NextHop::None);
    }
    let plan = world.plan(&rt);
    assert_eq!((plan.count(ChangeKind::Add), plan.headroom()), (2, -1));
    let rejection = world.reconcile(&rt).unwrap_err();
    let expected = (Reason::RouteTableFull, vec!["400".into(), "399".into(), "401".into()]);
    assert_eq!(figures(&rejection, &["limit", "count", "wanted"]), expected);
}

#[test]
fn a_table_without_a_cluster_has_nothing_to_reconcile() {
    let mut world = World::with_cluster(cluster_spec("prod"));
    let own = world.table("own");
    for manager in ["", "clusters/prod"] {
        let wish = Reconcile { manager: manager.into(), etag: Some(world.etag(&own)), ..wish(&own) };
        assert_eq!(
            world.refused(Command::ReconcileRouteTable(wish)).reason,
            Reason::NetworkMismatch,
            "`{manager}`"
        );
    }
}

#[test]
fn a_tool_brings_its_own_routes_to_its_list() {
    let mut world = World::new();
    let rt = world.table("rt");
    world.route(&rt, "mine", "10.9.0.0/16", NextHop::None);
    let reconcile = |world: &mut World, desired: Vec<RouteSpec>| {
        let (manager, etag) = ("terraform".to_owned(), Some(world.etag(&rt)));
        let wish = Reconcile { table: rt.clone(), manager, desired: Some(desired), etag };
        world.attempt(Command::ReconcileRouteTable(wish))
    };
    let rt = table("rt");
    let spec = |id: &str, destination: &str| RouteSpec {
        labels: BTreeMap::from([("env".to_owned(), "test".to_owned())]),
        ..route_spec(&rt, id, destination, NextHop::None)
    };
    reconcile(&mut world, vec![spec("a", "10.1.0.0/16"), spec("b", "10.2.0.0/16")]).unwrap();
    let mine = "mine 10.9.0.0/16 None";
    assert_eq!(world.routes(&rt), ["a 10.1.0.0/16 None terraform", "b 10.2.0.0/16 None terraform", mine]);
    reconcile(&mut world, vec![spec("a", "10.2.0.0/16"), spec("c", "10.3.0.0/16")]).unwrap();
    assert_eq!(world.routes(&rt), ["a 10.2.0.0/16 None terraform", "c 10.3.0.0/16 None terraform", mine]);
    let blocked = reconcile(&mut world, vec![spec("a", "10.9.0.0/16")]).unwrap_err();
    assert_eq!(blocked.reason, Reason::RoutePrefixExists);
    let blocked = reconcile(&mut world, vec![spec("mine", "10.4.0.0/16")]).unwrap_err();
    assert_eq!(blocked.reason, Reason::ResourceExists);
    let twice = reconcile(&mut world, vec![spec("a", "10.5.0.0/16"), spec("b", "10.5.0.0/16")]).unwrap_err();
    assert_eq!(twice.reason, Reason::FieldInvalid);
    reconcile(&mut world, Vec::new()).unwrap();
    assert_eq!(world.routes(&rt), [mine]);
}

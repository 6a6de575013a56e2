//! Effective routes and the choice among them: the vectors of aks-networking.md 4.1 and 4.2.

use podnet_core::address::Family;
use podnet_core::command::{Command, RouteTableUpdate};
use podnet_core::model::{NextHop, Peering};
use podnet_core::name::RouteTableName;
use podnet_core::routes::{
    CandidateOutcome, EffectiveNextHop, RouteSource, RouteState, effective_routes, lookup,
};

use crate::world::*;

/// The next hop as `type` or `type address`.
fn hop(next_hop: &EffectiveNextHop) -> String {
    next_hop.address().map_or_else(|| next_hop.azure().to_owned(), |a| format!("{} {a}", next_hop.azure()))
}

fn taken(world: &World, id: &str, destination: &str) -> String {
    lookup(&world.state, world.body(id), address(destination))
        .winner
        .map_or_else(|| "nothing".to_owned(), |winner| hop(&winner.route.next_hop))
}

/// The losers as `prefix source outcome`.
fn lost(world: &World, id: &str, destination: &str) -> Vec<String> {
    let losers = lookup(&world.state, world.body(id), address(destination)).losers;
    losers.iter().map(|c| format!("{} {:?} {:?}", c.route.prefix, c.route.source, c.outcome)).collect()
}

/// The list as `state prefix source hop`.
fn listed(world: &World, id: &str, family: Family) -> Vec<String> {
    effective_routes(&world.state, world.body(id), family)
        .iter()
        .map(|r| format!("{} {} {:?} {}", r.state().azure(), r.prefix, r.source, hop(&r.next_hop)))
        .collect()
}

fn with_table() -> (World, RouteTableName) {
    let mut world = World::new();
    let rt = world.table("rt");
    world.route(&rt, "node-0", "10.244.1.0/24", appliance("10.224.0.5"));
    world.associate("nodes", Some(rt.clone())).unwrap();
    (world, rt)
}

#[test]
fn the_documented_vectors_hold_with_and_without_a_default_route() {
    let (mut world, rt) = with_table();
    let vectors = [
        ("10.244.1.9", "VirtualAppliance 10.224.0.5", "VirtualAppliance 10.224.0.5"),
        ("10.244.9.9", "None", "VirtualAppliance 10.200.0.4"),
        ("10.224.3.3", "VnetLocal", "VnetLocal"),
        ("172.20.0.1", "None", "VirtualAppliance 10.200.0.4"),
        ("8.8.8.8", "Internet", "VirtualAppliance 10.200.0.4"),
    ];
    for (destination, plain, _) in vectors {
        assert_eq!(taken(&world, "nodes", destination), plain, "{destination}");
    }
    world.route(&rt, "to-firewall", "0.0.0.0/0", appliance("10.200.0.4"));
    for (destination, _, through_firewall) in vectors {
        assert_eq!(taken(&world, "nodes", destination), through_firewall, "{destination}");
    }
}

#[test]
fn a_users_default_route_hides_reserved_ranges_and_overrides_the_internet() {
    let (mut world, rt) = with_table();
    let reserved =
        |world: &World| listed(world, "nodes", Family::V4).iter().filter(|r| r.ends_with("None")).count();
    assert_eq!(reserved(&world), 4);
    world.route(&rt, "to-firewall", "0.0.0.0/0", appliance("10.200.0.4"));
    assert_eq!(
        listed(&world, "nodes", Family::V4),
        [
            "Active 0.0.0.0/0 User VirtualAppliance 10.200.0.4",
            "Invalid 0.0.0.0/0 SystemInternet Internet",
            "Active 10.224.0.0/12 SystemVnet VnetLocal",
            "Active 10.244.1.0/24 User VirtualAppliance 10.224.0.5",
        ]
    );
    assert_eq!(
        lost(&world, "nodes", "10.244.1.9"),
        ["0.0.0.0/0 User ShorterPrefix", "0.0.0.0/0 SystemInternet ShorterPrefix"]
    );
    assert_eq!(lost(&world, "nodes", "8.8.8.8"), ["0.0.0.0/0 SystemInternet LowerSourcePriority"]);
    assert_eq!(reserved(&world), 0);
}

#[test]
fn an_address_space_meets_a_reserved_range_in_three_ways() {
    let cases: [(&str, &[&str]); 4] = [
        ("10.0.0.0/16", &["10.0.0.0/8", "100.64.0.0/10", "172.16.0.0/12", "192.168.0.0/16"]),
        ("10.0.0.0/8", &["100.64.0.0/10", "172.16.0.0/12", "192.168.0.0/16"]),
        ("172.0.0.0/8", &["10.0.0.0/8", "100.64.0.0/10", "192.168.0.0/16"]),
        ("20.0.0.0/16", &["10.0.0.0/8", "100.64.0.0/10", "172.16.0.0/12", "192.168.0.0/16"]),
    ];
    for (space, expected) in cases {
        let mut world = World::bare(&[space], Vec::new(), None);
        world.subnet("nodes", &[&format!("{}/24", prefix(space).first())], None);
        let rows = effective_routes(&world.state, world.body("nodes"), Family::V4);
        let of = |source| rows.iter().filter(move |r| r.source == source).map(|r| r.prefix.to_string());
        assert_eq!(of(RouteSource::SystemReserved).collect::<Vec<_>>(), expected, "{space}");
        assert_eq!(of(RouteSource::SystemVnet).collect::<Vec<_>>(), [space]);
    }
}

#[test]
fn a_route_of_the_same_prefix_wins_by_its_source() {
    let on_premises = gateway(&["0.0.0.0/0", "192.168.0.0/16", "10.8.0.0/16"]);
    let mut world = World::bare(&["10.224.0.0/12"], Vec::new(), Some(on_premises));
    world.subnet("nodes", &["10.224.0.0/16"], None);
    assert_eq!(
        taken(&world, "nodes", "8.8.8.8"),
        "VirtualNetworkGateway",
        "a gateway's default beats the platform's"
    );
    assert_eq!(
        taken(&world, "nodes", "192.168.1.1"),
        "VirtualNetworkGateway",
        "and its range beats the reserved one"
    );
    assert!(
        !lost(&world, "nodes", "192.168.1.1").iter().any(|l| l.contains("SystemReserved")),
        "which vanishes"
    );
    assert_eq!(
        taken(&world, "nodes", "172.20.0.1"),
        "None",
        "a gateway's default leaves reserved ranges alone"
    );
    let rt = world.table("rt");
    world.associate("nodes", Some(rt.clone())).unwrap();
    world.route(&rt, "sink", "10.8.0.0/16", NextHop::None);
    assert_eq!(taken(&world, "nodes", "10.8.1.1"), "None", "a user's route beats the gateway's");
    assert_eq!(
        lost(&world, "nodes", "10.8.1.1"),
        [
            "10.8.0.0/16 Bgp LowerSourcePriority",
            "10.0.0.0/8 SystemReserved ShorterPrefix",
            "0.0.0.0/0 Bgp ShorterPrefix",
            "0.0.0.0/0 SystemInternet ShorterPrefix",
        ]
    );
}

#[test]
fn the_network_and_its_peers_go_before_longer_gateway_routes_but_not_before_a_users() {
    let peers = vec![peering("spoke", Some("networks/spoke"), &["10.100.0.0/16"])];
    let on_premises = gateway(&["10.224.5.0/24", "10.100.7.0/24", "10.100.0.0/16", "10.0.0.0/9"]);
    let mut world = World::bare(&["10.224.0.0/12"], peers, Some(on_premises));
    world.subnet("nodes", &["10.224.0.0/16"], None);
    for (destination, expected) in [
        ("10.224.5.9", "VnetLocal"),
        ("10.100.7.9", "VNetPeering"),
        ("10.100.9.9", "VNetPeering"),
        ("10.1.0.1", "VirtualNetworkGateway"),
    ] {
        assert_eq!(taken(&world, "nodes", destination), expected, "{destination}");
    }
    assert_eq!(lost(&world, "nodes", "10.224.5.9")[0], "10.224.5.0/24 Bgp BgpOverriddenByVnetSystemRoute");
    assert_eq!(lost(&world, "nodes", "10.100.9.9")[0], "10.100.0.0/16 Bgp BgpOverriddenByVnetSystemRoute");
    let rt = world.table("rt");
    world.associate("nodes", Some(rt.clone())).unwrap();
    world.route(&rt, "same", "10.224.0.0/12", appliance("10.224.9.9"));
    world.route(&rt, "longer", "10.100.8.0/24", appliance("10.224.9.9"));
    assert_eq!(taken(&world, "nodes", "10.224.5.9"), "VirtualAppliance 10.224.9.9", "equal length");
    assert_eq!(taken(&world, "nodes", "10.100.8.1"), "VirtualAppliance 10.224.9.9", "greater length");
    assert_eq!(
        lost(&world, "nodes", "10.224.77.1")[0],
        "10.224.0.0/12 SystemVnet LowerSourcePriority",
        "the overridden row stays listed"
    );
}

#[test]
fn a_peering_without_access_has_no_route() {
    let closed =
        Peering { allow_virtual_network_access: false, ..peering("spoke", None, &["10.100.0.0/16"]) };
    let mut world = World::bare(&["10.224.0.0/12"], vec![closed], None);
    world.subnet("nodes", &["10.224.0.0/16"], None);
    assert_eq!(taken(&world, "nodes", "10.100.0.1"), "None");
}

#[test]
fn a_peers_gateway_serves_only_when_both_sides_agree() {
    for (use_remote, transit, expected) in
        [(true, true, "VirtualNetworkGateway"), (true, false, "None"), (false, true, "None")]
    {
        let mut world = World::default();
        let back = Peering {
            allow_gateway_transit: transit,
            ..peering("hub", Some("networks/hub"), &["10.224.0.0/12"])
        };
        world.network("networks/transit", &["10.100.0.0/16"], vec![back], Some(gateway(&["192.168.7.0/24"])));
        let there = Peering {
            use_remote_gateways: use_remote,
            ..peering("t", Some("networks/transit"), &["10.100.0.0/16"])
        };
        world.network("networks/hub", &["10.224.0.0/12"], vec![there], None);
        world.subnet("nodes", &["10.224.0.0/16"], None);
        assert_eq!(taken(&world, "nodes", "192.168.7.1"), expected, "use {use_remote}, transit {transit}");
    }
}

#[test]
fn a_table_can_keep_gateway_routes_out() {
    let mut world = World::bare(&["10.224.0.0/12"], Vec::new(), Some(gateway(&["192.168.7.0/24"])));
    world.subnet("nodes", &["10.224.0.0/16"], None);
    let rt = world.table("rt");
    world.associate("nodes", Some(rt.clone())).unwrap();
    assert_eq!(taken(&world, "nodes", "192.168.7.1"), "VirtualNetworkGateway");
    world.run(Command::UpdateRouteTable(RouteTableUpdate {
        name: rt,
        etag: None,
        labels: None,
        disable_bgp_route_propagation: Some(true),
    }));
    assert_eq!(taken(&world, "nodes", "192.168.7.1"), "None");
    assert_eq!(lost(&world, "nodes", "192.168.7.1")[0], "192.168.7.0/24 Bgp PropagationDisabled");
    assert!(!listed(&world, "nodes", Family::V4).iter().any(|row| row.contains("Bgp")));
}

#[test]
fn a_cluster_table_that_is_not_associated_is_named_as_the_loser() {
    let mut world = World::with_cluster(cluster_spec("prod"));
    world.join("node-0").unwrap();
    let pod = "10.244.0.9";
    assert_eq!(taken(&world, "nodes", pod), "VirtualAppliance 10.224.0.4");
    assert!(!lost(&world, "nodes", pod).iter().any(|l| l.contains("TableNotAssociated")), "its own table is");
    assert_eq!(taken(&world, "machines", pod), "None", "a machine's subnet does not have the table");
    let loser = &lookup(&world.state, world.body("machines"), address(pod)).losers[0];
    assert_eq!(loser.outcome, CandidateOutcome::TableNotAssociated);
    assert!(loser.reason.to_string().contains("has no route table"), "{}", loser.reason);
    world.associate("machines", Some(world.cluster_table())).unwrap();
    assert_eq!(
        taken(&world, "machines", pod),
        "VirtualAppliance 10.224.0.4",
        "sharing it makes pods reachable"
    );
}

#[test]
fn ipv6_has_the_network_the_internet_and_no_reserved_ranges() {
    let mut world = World::new();
    assert_eq!(
        listed(&world, "nodes", Family::V6),
        ["Active ::/0 SystemInternet Internet", "Active fd00:1::/48 SystemVnet VnetLocal"]
    );
    let rt = world.table("rt");
    world.associate("nodes", Some(rt.clone())).unwrap();
    world.route(&rt, "pods", "fd00:244:0:1::/64", appliance("fd00:1:0:1::4"));
    assert_eq!(taken(&world, "nodes", "fd00:244:0:1::9"), "VirtualAppliance fd00:1:0:1::4");
    assert_eq!(taken(&world, "nodes", "2001:db8::1"), "Internet");
}

#[test]
fn a_lookup_is_the_list_seen_from_one_destination() {
    let (mut world, rt) = with_table();
    world.route(&rt, "wide", "10.0.0.0/8", NextHop::Internet);
    world.route(&rt, "same", "10.224.0.0/12", appliance("10.224.9.9"));
    for destination in ["10.244.1.9", "10.224.0.1", "10.1.1.1", "172.20.0.1", "1.1.1.1"] {
        let destination = address(destination);
        let rows = effective_routes(&world.state, world.body("nodes"), Family::V4);
        let mut rows: Vec<_> = rows.into_iter().filter(|row| row.prefix.contains(destination)).collect();
        let best = rows
            .iter()
            .filter(|r| r.state() == RouteState::Active)
            .max_by_key(|r| r.prefix.length())
            .cloned();
        let found = lookup(&world.state, world.body("nodes"), destination);
        assert_eq!(found.winner.as_ref().map(|winner| winner.route.clone()), best);
        let mut seen: Vec<_> = found.winner.into_iter().chain(found.losers).map(|c| c.route).collect();
        let key = |r: &podnet_core::routes::EffectiveRoute| (r.prefix, r.source);
        rows.sort_by_key(key);
        seen.sort_by_key(key);
        assert_eq!(seen, rows, "{destination}");
    }
}

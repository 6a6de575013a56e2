//! What is gained and lost between two states.

use crate::command::Reconcile;
use crate::flow::tests::lab::*;
use crate::proof::{Difference, FlowDifference, Invariant, broken_by};

fn difference(before: &Lab, after: &Lab) -> Difference {
    Difference::between(&before.state, &after.state, &cluster_name()).unwrap()
}

#[test]
fn a_route_less_breaks_what_a_route_more_mends() {
    let whole = kubenet();
    let mut broken = whole.clone();
    broken.unroute("node2");
    let lost = difference(&whole, &broken);
    let expected = [Invariant::PodToPodNoNat, Invariant::NodeToPodNoNat, Invariant::RoutePerNodeExact];
    assert!(expected.iter().all(|invariant| lost.broken.contains(invariant)), "{:?}", lost.broken);
    assert_eq!((lost.mended.as_slice(), lost.reach.pairs_gained), (&[][..], 0));
    assert!(lost.reach.pairs_lost > 0 && lost.reach.nodes[0].lost > 0);
    let gained = difference(&broken, &whole);
    assert_eq!((gained.broken.as_slice(), &gained.mended), (&[][..], &lost.broken));
    assert_eq!((gained.reach.pairs_gained, gained.reach.pairs_lost), (lost.reach.pairs_lost, 0));
    assert_eq!(gained.invariants.len(), Invariant::ALL.len());
    assert!(Difference::between(&whole.state, &crate::State::default(), &cluster_name()).is_none());
}

#[test]
fn a_flow_is_lost_or_gained_only_as_a_whole() {
    let whole = kubenet();
    let mut broken = whole.clone();
    broken.unroute("node2");
    let across = flow(pod("p11"), pod("p21"), 80);
    let at_home = flow(pod("p11"), pod("p12"), 80);
    for (before, after, flow, gained, lost) in [
        (&whole, &broken, &across, false, true),
        (&broken, &whole, &across, true, false),
        (&whole, &whole, &across, false, false),
        (&broken, &broken, &across, false, false),
        (&whole, &broken, &at_home, false, false),
    ] {
        let found = FlowDifference::between(&before.state, &after.state, flow).unwrap();
        assert_eq!((found.gained, found.lost), (gained, lost), "{:?}", found.after);
    }
}

#[test]
fn a_flow_whose_end_is_gone_is_lost_with_the_refusal() {
    let before = kubenet();
    let mut after = before.clone();
    after.remove_node("node2");
    let flow = flow(pod("p11"), node("node2"), 80);
    let found = FlowDifference::between(&before.state, &after.state, &flow).unwrap();
    assert!(found.after.is_err() && !found.gained);
    assert!(FlowDifference::between(&after.state, &before.state, &flow).is_err());
}

#[test]
fn a_reconciliation_says_what_it_breaks_whosever_routes_it_is_about() {
    let mut lab = kubenet();
    let wish = |manager: &str, desired| Reconcile {
        table: table_name(),
        manager: manager.to_owned(),
        desired,
        etag: None,
    };
    assert_eq!(broken_by(&lab.state, &wish("terraform", Some(Vec::new()))), [], "it has no routes");
    assert_eq!(broken_by(&lab.state, &wish("nobody's", None)), [], "it is refused");
    lab.change_route("node2", |route| route.meta.managed_by = "terraform".to_owned());
    let broken = broken_by(&lab.state, &wish("terraform", Some(Vec::new())));
    assert!(broken.contains(&Invariant::PodToPodNoNat), "{broken:?}");
    assert!(broken.contains(&Invariant::RoutePerNodeExact), "{broken:?}");
}

//! Do the building blocks agree with obvious ones: addresses, prefixes, interval sets, pools, names, time.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use std::collections::BTreeSet;
use std::time::Duration;

use podnet_core::address::{Family, address_of, number_of, parse_address};
use podnet_core::interval_set::{IntervalSet, aligned_block, largest_aligned_bits};
use podnet_core::ipam::{node_block_pool, subnet_pool};
use podnet_core::name::{AllocationName, NodeName, RouteName, Segment};
use podnet_core::pool::{Holder, Pool, Status};
use podnet_core::prefix::{Prefix, PrefixError};
use podnet_core::time::Timestamp;
use proptest::prelude::*;

fn prefix(text: &str) -> Prefix {
    Prefix::parse(text).unwrap()
}

#[test]
fn one_text_for_each_address() {
    for (text, canonical) in [
        ("10.0.0.1", Some("10.0.0.1")),
        ("0.0.0.0", Some("0.0.0.0")),
        ("255.255.255.255", Some("255.255.255.255")),
        ("FD00::0001", Some("fd00::1")),
        ("fd00:0:0:0:0:0:0:1", Some("fd00::1")),
        ("::", Some("::")),
        ("ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", Some("ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff")),
        ("010.0.0.1", None),
        ("10.0.0.01", None),
        ("10.0.0", None),
        ("10.0.0.256", None),
        (" 10.0.0.1", None),
        ("fe80::1%eth0", None),
        ("::ffff:10.0.0.1", None),
        ("", None),
        ("1", None),
    ] {
        assert_eq!(parse_address(text).ok().map(|a| a.to_string()).as_deref(), canonical, "{text}");
    }
}

#[test]
fn one_text_for_each_prefix() {
    for (text, canonical) in [
        ("10.244.0.0/16", Some("10.244.0.0/16")),
        ("0.0.0.0/0", Some("0.0.0.0/0")),
        ("::/0", Some("::/0")),
        ("255.255.255.255/32", Some("255.255.255.255/32")),
        ("FD00::/64", Some("fd00::/64")),
        ("10.244.0.0", None),
        ("10.244.0.0/", None),
        ("10.244.0.0/33", None),
        ("10.244.0.0/016", None),
        ("10.244.0.0/+8", None),
        ("10.244.0.0/-1", None),
        ("fd00::/129", None),
        ("10.244.0.0/16/8", None),
    ] {
        assert_eq!(Prefix::parse(text).ok().map(|p| p.to_string()).as_deref(), canonical, "{text}");
    }
    let Err(PrefixError::HostBits { canonical, .. }) = Prefix::parse("10.244.1.9/24") else {
        panic!("host bits")
    };
    assert_eq!(canonical, prefix("10.244.1.0/24"));
}

#[test]
fn arithmetic_holds_at_the_ends() {
    assert_eq!(prefix("0.0.0.0/0").size(), 1 << 32);
    assert_eq!(prefix("::/0").size(), u128::MAX);
    assert_eq!(prefix("::/0").last().to_string(), "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff");
    assert_eq!(prefix("255.255.255.255/32").last_number(), u128::from(u32::MAX));
    assert_eq!(prefix("10.244.0.0/16").child_count(24), Some(256));
    assert_eq!(prefix("10.244.0.0/16").child(24, 255), Some(prefix("10.244.255.0/24")));
    assert_eq!(prefix("10.244.0.0/16").child(24, 256), None);
    assert_eq!(prefix("::/0").child(128, u128::MAX - 1).unwrap().first_number(), u128::MAX - 1);
    assert_eq!(prefix("fd12::/48").child_index(64, "fd12:0:0:7::9".parse().unwrap()), Some(7));
    assert_eq!(prefix("10.0.0.0/8").child_count(7), None);
}

#[test]
fn aligned_blocks_fit() {
    assert_eq!(largest_aligned_bits(0, 255), 8);
    assert_eq!(largest_aligned_bits(1, 255), 7);
    assert_eq!(largest_aligned_bits(5, 5), 0);
    assert_eq!(largest_aligned_bits(u128::MAX - 1, u128::MAX), 1);
    assert_eq!(aligned_block(5, 20, 3), Some(8));
    assert_eq!(aligned_block(9, 20, 3), None);
    assert_eq!(aligned_block(0, u128::MAX, 128), Some(0));
    assert_eq!(aligned_block(u128::MAX, u128::MAX, 0), Some(u128::MAX));
}

/// Reserved, first and last usable of a subnet and of a node's block, from the published tables.
#[test]
fn pools_keep_what_the_platform_keeps() {
    let subnet = subnet_pool(&prefix("10.240.0.0/24"));
    assert_eq!(subnet.usage().free, 251, "Azure keeps five of a /24");
    assert_eq!(subnet.lowest_free(), Some(number_of("10.240.0.4".parse().unwrap())));
    assert_eq!(subnet_pool(&prefix("10.240.0.0/29")).usage().free, 3);
    let block = node_block_pool(&prefix("10.244.1.0/24"));
    assert_eq!(block.usage().free, 253, "host-local has .2 to .254 of a /24");
    assert_eq!(block.next_in_turn(), Some(number_of("10.244.1.2".parse().unwrap())));
    assert_eq!(block.status(number_of("10.244.1.255".parse().unwrap())), Status::Reserved);
    assert_eq!(node_block_pool(&prefix("fd12::/64")).usage().free, (1 << 64) - 2);
}

/// host-local's order: round robin from the last one, also from one that was asked for; reuse only after the wrap.
#[test]
fn a_block_is_used_in_turn() {
    let mut pool = node_block_pool(&prefix("10.244.1.0/24"));
    let base = number_of("10.244.1.0".parse().unwrap());
    let take = |pool: &mut Pool| {
        let number = pool.next_in_turn()?;
        pool.hold(number, Holder::Pod);
        Some(number - base)
    };
    assert_eq!([take(&mut pool), take(&mut pool), take(&mut pool)], [Some(2), Some(3), Some(4)]);
    pool.cool(base + 3, Timestamp(5));
    pool.thaw(base + 3);
    assert_eq!(take(&mut pool), Some(5), "a freed address waits for the wrap");
    pool.hold(base + 50, Holder::Pod);
    assert_eq!(take(&mut pool), Some(51));
    for _ in 0..203 {
        assert!(take(&mut pool).is_some());
    }
    assert_eq!(pool.usage().free, 45);
    assert_eq!(take(&mut pool), Some(3), "after the wrap the freed one comes first");
}

/// Law L8: what a pool keeps follows what is held, not the size of the space.
#[test]
fn a_large_space_is_as_cheap_as_a_small_one() {
    for text in ["10.0.0.0/8", "fd12::/48", "::/0"] {
        let prefix = prefix(text);
        let mut pool = Pool::new(prefix.first_number(), prefix.last_number());
        for _ in 0..100_000 {
            let number = pool.next_in_turn().unwrap();
            pool.hold(number, Holder::Pod);
        }
        assert_eq!(pool.gaps().count(), 1, "{text}: a run of held addresses is one interval");
        assert_eq!(pool.usage().allocated, 100_000);
    }
}

#[test]
fn names_have_one_form() {
    let name = NodeName::parse("clusters/prod/nodes/aks-1").unwrap();
    assert_eq!(name.to_string(), "clusters/prod/nodes/aks-1");
    for text in [
        "clusters/prod/nodes",
        "clusters/prod/nodes/a/b",
        "clusters//nodes/a",
        "networks/prod/nodes/a",
        "",
        "clusters/prod/nodes/-a",
    ] {
        assert!(NodeName::parse(text).is_err(), "{text}");
    }
    for text in ["a b", "a'", "a/b", "a@b", "ä", "", &"x".repeat(129), "\0"] {
        assert!(Segment::parse(text).is_err(), "{text}");
    }
    assert!(AllocationName::parse(&format!("clusters/c/allocations/{}", "x".repeat(1_000_000))).is_err());
    let route = RouteName::parse("networks/n/routeTables/t/routes/r").unwrap();
    assert_eq!(route.table_name().to_string(), "networks/n/routeTables/t");
    let (short, long) =
        (NodeName::parse("clusters/a/nodes/z").unwrap(), NodeName::parse("clusters/ab/nodes/a").unwrap());
    assert!(short < long, "children of `a` never mix with children of `ab`");
}

#[test]
fn time_is_shown_as_rfc_3339() {
    assert_eq!(Timestamp(0).to_string(), "1970-01-01T00:00:00.000Z");
    assert_eq!(Timestamp(1_709_210_096_789_000_000).to_string(), "2024-02-29T12:34:56.789Z");
    assert_eq!(Timestamp(4_102_444_799_999_000_000).to_string(), "2099-12-31T23:59:59.999Z");
    assert_eq!(Timestamp(5).minus(Duration::from_secs(1)), Timestamp(0));
    assert_eq!(Timestamp(u64::MAX).plus(Duration::MAX), Timestamp(u64::MAX));
}

proptest! {
    #[test]
    fn numbers_and_addresses_are_the_same_thing(number: u128, v4: u32) {
        prop_assert_eq!(number_of(address_of(Family::V6, number)), number);
        prop_assert_eq!(number_of(address_of(Family::V4, u128::from(v4))), u128::from(v4));
    }

    #[test]
    fn any_text_is_a_prefix_or_an_error(text in "[0-9a-f:./]{0,24}") {
        if let Ok(parsed) = Prefix::parse(&text) {
            prop_assert_eq!(Prefix::parse(&parsed.to_string()), Ok(parsed));
        }
    }

    #[test]
    fn an_interval_set_is_a_set(steps in proptest::collection::vec((any::<bool>(), 0u128..64, 0u128..9), 1..80)) {
        let mut intervals = IntervalSet::default();
        let mut plain = BTreeSet::new();
        for (insert, first, length) in steps {
            let last = first + length;
            if insert {
                intervals.insert(first, last);
                plain.extend(first..=last);
            } else {
                intervals.remove(first, last);
                plain.retain(|number| !(first..=last).contains(number));
            }
            prop_assert_eq!(intervals.count(), plain.len() as u128);
            let mut anew = IntervalSet::default();
            plain.iter().for_each(|number| anew.insert(*number, *number));
            prop_assert_eq!(&intervals, &anew, "no two intervals touch, however it came to be");
            let absent: Vec<u128> = (0..80).filter(|number| !plain.contains(number)).collect();
            let gaps: Vec<u128> = intervals.gaps(0, 79).flat_map(|(low, high)| low..=high).collect();
            prop_assert_eq!(gaps, absent.clone());
            prop_assert_eq!(intervals.first_absent(first, 79), absent.iter().copied().find(|n| *n >= first));
            prop_assert_eq!(intervals.first_present(first, last), plain.range(first..=last).next().copied());
        }
    }
}

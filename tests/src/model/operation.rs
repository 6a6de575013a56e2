//! What can happen in the small world: operations on few names, so that they meet.

use proptest::prelude::*;

/// What an allocate asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wish {
    /// Which attachment id.
    pub id: u8,
    /// Which node of the cluster.
    pub node: u8,
    /// Which pod; 0 is a holder without pod UID.
    pub pod: u8,
    /// Whether the owner names a container.
    pub container: bool,
    /// Index of the requested address among the numbers of the node's first pod pool; `None` for any.
    pub address: Option<u8>,
    /// 0 keeps the address of another attachment, 1 takes a new one, 2 rejects.
    pub supersede: u8,
}

/// Which etag a release brings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Etag {
    /// None.
    Absent,
    /// The current one, if the allocation lives.
    Current,
    /// Another one.
    Stale,
}

/// One step.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "fields are indices into the world's few names")]
pub enum Operation {
    Join {
        cluster: u8,
        node: u8,
        address: Option<u8>,
        block: Option<u8>,
    },
    Leave {
        cluster: u8,
        node: u8,
        force: bool,
    },
    Move {
        cluster: u8,
        node: u8,
        address: u8,
    },
    Cordon {
        cluster: u8,
        node: u8,
        cordoned: bool,
    },
    Scale {
        cluster: u8,
        count: u8,
        force: bool,
    },
    Allocate {
        cluster: u8,
        wishes: Vec<Wish>,
    },
    Release {
        cluster: u8,
        ids: Vec<(u8, Etag)>,
    },
    Reserve {
        subnet: u8,
        name: u8,
        first: u8,
        bits: u8,
        exact: bool,
    },
    Unreserve {
        subnet: u8,
        name: u8,
    },
    Sweep {
        cluster: u8,
        node: u8,
        valid: u32,
        age_seconds: u8,
        allow_empty: bool,
    },
    Advance {
        seconds: u8,
    },
    /// The last numbered request again: with the same body, or with another one.
    Repeat {
        same: bool,
    },
}

/// Attachment ids of a cluster: more than two nodes take.
pub const ATTACHMENTS: u8 = 24;

/// The first node is the busy one, so that it fills.
fn busy_node() -> impl Strategy<Value = u8> {
    prop_oneof![3 => Just(0u8), 2 => 0..4u8]
}

fn wish() -> impl Strategy<Value = Wish> {
    (0..ATTACHMENTS, busy_node(), 0..16u8, any::<bool>(), proptest::option::weighted(0.1, 0..20u8), 0..3u8)
        .prop_map(|(id, node, pod, container, address, supersede)| Wish {
            id,
            node,
            pod,
            container,
            address,
            supersede,
        })
}

fn etag() -> impl Strategy<Value = Etag> {
    prop_oneof![3 => Just(Etag::Absent), 1 => Just(Etag::Current), 1 => Just(Etag::Stale)]
}

/// Any one operation; the busy ones more often.
pub fn any_operation() -> impl Strategy<Value = Operation> {
    let cluster = || 0..3u8;
    let node = || 0..4u8;
    prop_oneof![
        16 => (cluster(), node(), proptest::option::weighted(0.2, 0..40u8), proptest::option::weighted(0.2, 0..6u8))
            .prop_map(|(cluster, node, address, block)| Operation::Join { cluster, node, address, block }),
        1 => (cluster(), node(), any::<bool>())
            .prop_map(|(cluster, node, force)| Operation::Leave { cluster, node, force }),
        2 => (cluster(), node(), 0..40u8)
            .prop_map(|(cluster, node, address)| Operation::Move { cluster, node, address }),
        1 => (cluster(), node(), any::<bool>())
            .prop_map(|(cluster, node, cordoned)| Operation::Cordon { cluster, node, cordoned }),
        1 => (cluster(), 0..7u8, any::<bool>())
            .prop_map(|(cluster, count, force)| Operation::Scale { cluster, count, force }),
        24 => (cluster(), proptest::collection::vec(wish(), 1..2))
            .prop_map(|(cluster, wishes)| Operation::Allocate { cluster, wishes }),
        4 => (cluster(), proptest::collection::vec(wish(), 0..10))
            .prop_map(|(cluster, wishes)| Operation::Allocate { cluster, wishes }),
        12 => (cluster(), proptest::collection::vec((0..ATTACHMENTS, etag()), 1..2))
            .prop_map(|(cluster, ids)| Operation::Release { cluster, ids }),
        3 => (cluster(), proptest::collection::vec((0..ATTACHMENTS, etag()), 0..5))
            .prop_map(|(cluster, ids)| Operation::Release { cluster, ids }),
        3 => (0..3u8, 0..4u8, any::<u8>(), 0..5u8, any::<bool>())
            .prop_map(|(subnet, name, first, bits, exact)| Operation::Reserve { subnet, name, first, bits, exact }),
        2 => (0..3u8, 0..4u8).prop_map(|(subnet, name)| Operation::Unreserve { subnet, name }),
        6 => (cluster(), busy_node(), prop_oneof![3 => any::<u32>(), 1 => Just(0)], 0..40u8, any::<bool>())
            .prop_map(|(cluster, node, valid, age_seconds, allow_empty)| Operation::Sweep { cluster, node, valid, age_seconds, allow_empty }),
        5 => prop_oneof![2 => 0..8u8, 1 => 0..100u8].prop_map(|seconds| Operation::Advance { seconds }),
        2 => any::<bool>().prop_map(|same| Operation::Repeat { same }),
    ]
}

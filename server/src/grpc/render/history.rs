//! Who held which address when: what ended, and what lasts.
//!
//! Holdings that ended are in the history of the state; those that last are in the resources, and are put beside them
//! here.

use podnet_core::State;
use podnet_core::address::Family;
use podnet_core::meta::Revision;
use podnet_core::model::{Allocation, Node, Owner, OwnerTexts, Reservation};
use podnet_core::name::{AllocationName, ClusterName, NodeName};
use podnet_core::prefix::Prefix;
use podnet_core::rejection::{Reason, Rejection};
use podnet_core::state::{HistoryEntry, PastHolder, Space};
use podnet_core::time::Timestamp;
use podnet_proto::v1 as pb;

use super::{ipam, revision, timestamp};
use crate::grpc::parse::ipam::{Holder, Moment, Question, Subject};
use crate::grpc::status::Refusal;

/// Refuses a revision that is not in the history.
pub(crate) fn check(state: &State, question: &Question) -> Result<(), Refusal> {
    let Moment::Revision(asked) = question.moment else { return Ok(()) };
    if asked > state.revision {
        let message = format!("revision {asked} has not happened; the latest is {}", state.revision);
        let rejection = Rejection::new(Reason::RevisionInFuture, message);
        return Err(rejection.with("revision", asked).with("current_revision", state.revision).into());
    }
    let oldest = state.history.complete_since();
    if asked < oldest {
        let message = format!("revision {asked} is older than the history kept, which begins at {oldest}");
        let rejection = Rejection::new(Reason::RevisionCompacted, message);
        return Err(rejection.with("revision", asked).with("compact_revision", oldest).into());
    }
    Ok(())
}

/// A holding, ended or not.
struct Hold {
    prefix: Prefix,
    holder: PastHolder,
    from: (Revision, Timestamp),
    until: Option<(Revision, Timestamp)>,
}

/// The holdings that a question is about, latest beginning first. For an address a few look-ups; for a holder or pod a
/// look through the history of the space, up to a million entries.
pub(crate) fn holds(state: &State, space: &Space, question: &Question) -> Vec<pb::AddressHold> {
    let mut holds: Vec<_> = ended(state, space, &question.subject)
        .into_iter()
        .chain(lasting(state, space, &question.subject))
        .map(|hold| since_its_address(state, hold))
        .filter(|hold| at_moment(hold, question.moment))
        .collect();
    holds.sort_by_key(|hold| std::cmp::Reverse((hold.from.0, hold.prefix)));
    holds.iter().map(render).collect()
}

fn ended(state: &State, space: &Space, subject: &Subject) -> Vec<Hold> {
    let hold = |entry: &HistoryEntry| Hold {
        prefix: entry.prefix,
        holder: entry.holder.clone(),
        from: entry.from,
        until: Some(entry.until),
    };
    let is_holder = |entry: &&std::sync::Arc<HistoryEntry>| match (subject, &entry.holder) {
        (Subject::Holder(Holder::Allocation(wanted)), PastHolder::Allocation { name, .. }) => name == wanted,
        (Subject::Holder(Holder::Node(wanted)), PastHolder::Node(name)) => name == wanted,
        (Subject::Holder(Holder::Reservation(wanted)), PastHolder::Reservation(name)) => name == wanted,
        (Subject::Pod(pod), PastHolder::Allocation { name, owner, .. }) => {
            is_pod(owner.texts(&name.allocation), pod)
        }
        (Subject::Address(_) | Subject::Holder(_) | Subject::Pod(_), _) => false,
    };
    match subject {
        Subject::Address(address) => {
            state.history.of_address(space, *address).iter().map(|entry| hold(entry)).collect()
        }
        Subject::Holder(_) | Subject::Pod(_) => {
            state.history.of_space(space).filter(is_holder).map(|entry| hold(entry)).collect()
        }
    }
}

fn lasting(state: &State, space: &Space, subject: &Subject) -> Vec<Hold> {
    let mut holds = match subject {
        Subject::Address(address) => {
            let index = &state.index;
            let pod = index.pod_at(space, *address).into_iter().flat_map(|pod| of_pod(pod));
            let node = index.node_at(space, *address).into_iter().flat_map(|node| of_node(node));
            let of_address = pod.chain(node).filter(|hold| hold.prefix.contains(*address));
            of_address.chain(index.reservation_with(space, *address).map(|one| of_reservation(one))).collect()
        }
        Subject::Holder(Holder::Allocation(name)) => {
            state.allocations.get(name).into_iter().flat_map(|pod| of_pod(pod)).collect()
        }
        Subject::Holder(Holder::Node(name)) => {
            state.nodes.get(name).into_iter().flat_map(|node| of_node(node)).collect()
        }
        Subject::Holder(Holder::Reservation(name)) => {
            state.reservations.get(name).map(|one| of_reservation(one)).into_iter().collect()
        }
        Subject::Pod(pod) => {
            let clusters = state.clusters.values().filter(|cluster| match space {
                Space::Network(name) => cluster.network == *name,
                Space::Pods(name) => cluster.name == *name,
            });
            let pods = clusters.flat_map(|cluster| state.allocations_of(&cluster.name));
            pods.filter(|one| is_pod(one.owner(), pod)).flat_map(|pod| of_pod(pod)).collect::<Vec<_>>()
        }
    };
    holds.retain(|hold| is_in(state, space, hold));
    holds
}

/// Whether what is held has its address in a space.
fn is_in(state: &State, space: &Space, hold: &Hold) -> bool {
    let address = hold.prefix.first();
    match (space, &hold.holder) {
        (Space::Network(network), PastHolder::Reservation(name)) => name.network == network.network,
        (Space::Pods(_), PastHolder::Reservation(_)) => false,
        (Space::Network(name), PastHolder::Allocation { name: AllocationName { cluster, .. }, .. })
        | (Space::Network(name), PastHolder::Node(NodeName { cluster, .. })) => {
            let cluster = state.clusters.get(&ClusterName { cluster: cluster.clone() });
            cluster.is_some_and(|cluster| cluster.network == *name)
                && state
                    .subnets_of(name)
                    .any(|subnet| subnet.address_prefixes.iter().any(|prefix| prefix.contains(address)))
        }
        (Space::Pods(name), PastHolder::Allocation { name: AllocationName { cluster, .. }, .. })
        | (Space::Pods(name), PastHolder::Node(NodeName { cluster, .. })) => {
            let prefixes = state.clusters.get(name).map(|cluster| cluster.pod_prefixes.as_slice());
            name.cluster == *cluster
                && prefixes.unwrap_or_default().iter().any(|prefix| prefix.contains(address))
        }
    }
}

fn of_pod(pod: &Allocation) -> impl Iterator<Item = Hold> + '_ {
    pod.addresses.iter().map(|held| Hold {
        prefix: Prefix::host(held.address),
        holder: PastHolder::Allocation {
            name: pod.name.clone(),
            node: pod.node.clone(),
            owner: pod.owner.clone(),
        },
        from: (pod.created_revision, pod.create_time),
        until: None,
    })
}

fn of_node(node: &Node) -> impl Iterator<Item = Hold> + '_ {
    node.addresses.iter().map(|address| Hold {
        prefix: Prefix::host(*address),
        holder: PastHolder::Node(node.name.clone()),
        from: (node.meta.created_revision, node.meta.create_time),
        until: None,
    })
}

fn of_reservation(reservation: &Reservation) -> Hold {
    Hold {
        prefix: reservation.prefix,
        holder: PastHolder::Reservation(reservation.name.clone()),
        from: (reservation.meta.created_revision, reservation.meta.create_time),
        until: None,
    }
}

/// A node that lives holds its address since it took it, which may be later than it joined.
fn since_its_address(state: &State, hold: Hold) -> Hold {
    match (&hold.holder, hold.until) {
        (PastHolder::Node(name), None) => {
            let family = Family::of(hold.prefix.first());
            let since = state.nodes.get(name).map(|node| state.node_address_since(node, family));
            Hold { from: since.unwrap_or(hold.from), ..hold }
        }
        (PastHolder::Node(_) | PastHolder::Allocation { .. } | PastHolder::Reservation(_), _) => hold,
    }
}

fn is_pod(owner: OwnerTexts<'_>, wanted: &Owner) -> bool {
    if wanted.pod_uid.is_empty() {
        owner.namespace == wanted.namespace && owner.pod == wanted.pod
    } else {
        owner.pod_uid == wanted.pod_uid
    }
}

fn at_moment(hold: &Hold, moment: Moment) -> bool {
    let ends_after = |time: Timestamp| hold.until.is_none_or(|until| until.1 > time);
    match moment {
        Moment::Ever => true,
        Moment::At(time) => hold.from.1 <= time && ends_after(time),
        Moment::Revision(revision) => {
            hold.from.0 <= revision && hold.until.is_none_or(|until| until.0 > revision)
        }
        Moment::Span(start, end) => hold.from.1 < end && ends_after(start),
    }
}

fn render(hold: &Hold) -> pb::AddressHold {
    let (holder, owner, node) = ipam::past_holder(&hold.holder);
    let address =
        if hold.prefix.size() == 1 { hold.prefix.first().to_string() } else { hold.prefix.to_string() };
    pb::AddressHold {
        address,
        holder,
        owner,
        node,
        start_revision: revision(hold.from.0),
        start_time: Some(timestamp(hold.from.1)),
        end_revision: hold.until.map_or(0, |until| revision(until.0)),
        end_time: hold.until.map(|until| timestamp(until.1)),
    }
}

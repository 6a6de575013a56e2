//! Who held which address when: what ended, and what lasts.
//!
//! Holdings that ended are in the history of the state; those that last are in the resources, and are put beside them
//! here.

use std::net::IpAddr;

use podnet_core::State;
use podnet_core::address::Family;
use podnet_core::meta::Revision;
use podnet_core::model::Owner;
use podnet_core::prefix::Prefix;
use podnet_core::rejection::{Reason, Rejection};
use podnet_core::state::{HistoryEntry, PastHolder, Space};
use podnet_core::time::Timestamp;
use podnet_proto::v1 as pb;

use super::{ipam, revision, timestamp};
use crate::grpc::parse::ipam::{Moment, Question, Subject};
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

/// The holdings that a question is about, latest beginning first.
pub(crate) fn holds(state: &State, space: &Space, question: &Question) -> Vec<pb::AddressHold> {
    let mut holds: Vec<_> = ended(state, space, &question.subject)
        .chain(lasting(state, space))
        .filter(|hold| of_subject(hold, &question.subject))
        .map(|hold| since_its_address(state, hold))
        .filter(|hold| at_moment(hold, question.moment))
        .collect();
    holds.sort_by_key(|hold| std::cmp::Reverse((hold.from.0, hold.prefix)));
    holds.iter().map(render).collect()
}

fn ended<'a>(state: &'a State, space: &'a Space, subject: &Subject) -> Box<dyn Iterator<Item = Hold> + 'a> {
    let hold = |entry: &HistoryEntry| Hold {
        prefix: entry.prefix,
        holder: entry.holder.clone(),
        from: entry.from,
        until: Some(entry.until),
    };
    match subject {
        Subject::Address(address) => {
            Box::new(state.history.of_address(space, *address).into_iter().map(move |entry| hold(&entry)))
        }
        Subject::Holder(_) | Subject::Pod(_) => {
            let of_space = state.history.iter().filter(move |entry| entry.space == *space);
            Box::new(of_space.map(move |entry| hold(entry)))
        }
    }
}

fn lasting<'a>(state: &'a State, space: &'a Space) -> impl Iterator<Item = Hold> + 'a {
    let in_space = move |address: IpAddr| match space {
        Space::Network(name) => state
            .subnets_of(name)
            .any(|subnet| subnet.address_prefixes.iter().any(|prefix| prefix.contains(address))),
        Space::Pods(name) => state
            .clusters
            .get(name)
            .is_some_and(|cluster| cluster.pod_prefixes.iter().any(|prefix| prefix.contains(address))),
    };
    let clusters = state.clusters.values().filter(move |cluster| match space {
        Space::Network(name) => cluster.network == *name,
        Space::Pods(name) => cluster.name == *name,
    });
    let of_cluster = move |cluster: &'a std::sync::Arc<podnet_core::model::Cluster>| {
        let pods = state.allocations_of(&cluster.name).flat_map(|allocation| {
            allocation.addresses.iter().map(move |held| Hold {
                prefix: Prefix::host(held.address),
                holder: PastHolder::Allocation {
                    name: allocation.name.clone(),
                    node: allocation.node.clone(),
                    owner: allocation.owner.clone(),
                },
                from: (allocation.created_revision, allocation.create_time),
                until: None,
            })
        });
        let nodes = state.nodes_of(&cluster.name).flat_map(|node| {
            node.addresses.iter().map(move |address| Hold {
                prefix: Prefix::host(*address),
                holder: PastHolder::Node(node.name.clone()),
                from: (node.meta.created_revision, node.meta.create_time),
                until: None,
            })
        });
        pods.chain(nodes)
    };
    let reservations = state.reservations.values().filter(move |reservation| match space {
        Space::Network(name) => reservation.name.network == name.network,
        Space::Pods(_) => false,
    });
    let reservations = reservations.map(|reservation| Hold {
        prefix: reservation.prefix,
        holder: PastHolder::Reservation(reservation.name.clone()),
        from: (reservation.meta.created_revision, reservation.meta.create_time),
        until: None,
    });
    clusters.flat_map(of_cluster).filter(move |hold| in_space(hold.prefix.first())).chain(reservations)
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

fn of_subject(hold: &Hold, subject: &Subject) -> bool {
    match subject {
        Subject::Address(address) => hold.prefix.contains(*address),
        Subject::Holder(name) => match &hold.holder {
            PastHolder::Allocation { name: holder, .. } => holder.to_string() == *name,
            PastHolder::Node(holder) => holder.to_string() == *name,
            PastHolder::Reservation(holder) => holder.to_string() == *name,
        },
        Subject::Pod(pod) => match &hold.holder {
            PastHolder::Allocation { owner, .. } => is_pod(owner, pod),
            PastHolder::Node(_) | PastHolder::Reservation(_) => false,
        },
    }
}

fn is_pod(owner: &Owner, wanted: &Owner) -> bool {
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

//! What does a client do next? A weighted choice from a seed, among what its journal makes possible. Must not send.

use podnet::v1;

use super::journal::Journal;
use super::operation::Operation;
use super::world::Place;
use crate::random::Random;

/// Allocations beyond which a client rather releases.
const ALLOCATIONS_WANTED: usize = 60;
/// Nodes, reservations and routes beyond which a client rather deletes.
const OTHERS_WANTED: usize = 4;

/// Chooses the next call, not yet numbered.
#[must_use]
pub fn choose(place: &Place, journal: &mut Journal, random: &mut Random) -> Operation {
    let held = &journal.holdings;
    let many_allocations = held.allocations.len() > ALLOCATIONS_WANTED;
    let wished = match random.below(100) {
        0..30 if many_allocations => release(journal, random),
        0..30 => Some(Operation::Allocate(attachment(place, journal, random))),
        30..34 => again(journal, random),
        34..38 => supersede(place, journal, random),
        38..41 => reuse(journal, random),
        41..59 => release(journal, random),
        59..64 if many_allocations => batch_release(place, journal, random),
        59..64 => Some(batch_allocate(place, journal, random)),
        64..68 => batch_release(place, journal, random),
        68..72 if held.nodes.len() > OTHERS_WANTED => delete_node(journal, random),
        68..72 => Some(create_node(place, journal)),
        72..75 => delete_node(journal, random),
        75..78 => Some(scale(place, random)),
        78..80 => update_node(journal, random),
        80..85 if held.reservations.len() > OTHERS_WANTED => delete_reservation(journal, random),
        80..85 => Some(reserve(place, journal, random)),
        85..88 => delete_reservation(journal, random),
        88..93 if held.routes.len() > OTHERS_WANTED => delete_route(journal, random),
        88..93 => Some(create_route(place, journal, random)),
        93..96 => update_route(journal, random),
        _rest => delete_route(journal, random),
    };
    wished.unwrap_or_else(|| Operation::Allocate(attachment(place, journal, random)))
}

fn any<'a, T>(items: impl ExactSizeIterator<Item = &'a T>, random: &mut Random) -> Option<&'a T> {
    let count = items.len() as u64;
    if count == 0 { None } else { items.into_iter().nth(random.below(count) as usize) }
}

/// A new attachment of a new pod; of a container in half of the cases, which makes its id good for one use.
fn attachment(place: &Place, journal: &mut Journal, random: &mut Random) -> v1::AllocateAddressRequest {
    let number = journal.number();
    let prefix = &place.prefix;
    let own = any(journal.holdings.nodes.keys(), random).filter(|_| random.below(3) > 0);
    let owner = v1::Owner {
        namespace: "load".into(),
        pod: format!("{prefix}pod-{number}"),
        pod_uid: format!("{prefix}uid-{number}"),
        container_id: if random.below(2) == 0 { String::new() } else { format!("{prefix}box-{number}") },
        interface_name: String::new(),
    };
    v1::AllocateAddressRequest {
        parent: place.cluster.clone(),
        allocation_id: format!("{prefix}{number}"),
        node: own.unwrap_or(&place.shared_node).clone(),
        owner: Some(owner),
        ..Default::default()
    }
}

/// The request that a live allocation came from, as far as the server compares it.
fn request_of(allocation: &v1::Allocation) -> Option<v1::AllocateAddressRequest> {
    let (parent, id) = allocation.name.split_once("/allocations/")?;
    Some(v1::AllocateAddressRequest {
        parent: parent.to_owned(),
        allocation_id: id.to_owned(),
        node: allocation.node.clone(),
        owner: allocation.owner.clone(),
        ..Default::default()
    })
}

/// A live attachment once more, as a runtime does that lost the answer.
fn again(journal: &Journal, random: &mut Random) -> Option<Operation> {
    let live = any(journal.holdings.allocations.values(), random)?;
    request_of(live).map(Operation::Allocate)
}

/// A new attachment of an interface that has one.
fn supersede(place: &Place, journal: &mut Journal, random: &mut Random) -> Option<Operation> {
    let mut request = request_of(any(journal.holdings.allocations.values(), random)?)?;
    request.allocation_id = format!("{}{}", place.prefix, journal.number());
    request.supersede = match random.below(3) {
        0 => v1::Supersede::Reject,
        1 => v1::Supersede::NewAddress,
        _ => v1::Supersede::KeepAddress,
    } as i32;
    Some(Operation::Allocate(request))
}

/// An id that was released: refused if it was a container's, given an address otherwise.
fn reuse(journal: &Journal, random: &mut Random) -> Option<Operation> {
    any(journal.released.iter(), random).cloned().map(Operation::Allocate)
}

fn release(journal: &Journal, random: &mut Random) -> Option<Operation> {
    let name = any(journal.holdings.allocations.keys(), random)?.clone();
    Some(Operation::Release(v1::ReleaseAddressRequest { name, ..Default::default() }))
}

fn batch_allocate(place: &Place, journal: &mut Journal, random: &mut Random) -> Operation {
    let count = 2 + random.below(11);
    let requests = (0..count).map(|_| attachment(place, journal, random)).collect();
    let parent = place.cluster.clone();
    Operation::BatchAllocate(v1::BatchAllocateAddressesRequest { parent, requests, ..Default::default() })
}

fn batch_release(place: &Place, journal: &Journal, random: &mut Random) -> Option<Operation> {
    let names = journal.holdings.allocations.keys().skip(random.below(8) as usize).step_by(3);
    let requests: Vec<_> = names
        .take(2 + random.below(11) as usize)
        .map(|name| v1::ReleaseAddressRequest { name: name.clone(), ..Default::default() })
        .collect();
    let parent = place.cluster.clone();
    let batch = v1::BatchReleaseAddressesRequest { parent, requests, ..Default::default() };
    (!batch.requests.is_empty()).then_some(Operation::BatchRelease(batch))
}

fn create_node(place: &Place, journal: &mut Journal) -> Operation {
    let node = v1::Node { node_pool: place.pool.clone(), ..Default::default() };
    Operation::CreateNode(v1::CreateNodeRequest {
        parent: place.cluster.clone(),
        node_id: format!("{}node-{}", place.prefix, journal.number()),
        node: Some(node),
        ..Default::default()
    })
}

fn delete_node(journal: &Journal, random: &mut Random) -> Option<Operation> {
    let name = any(journal.holdings.nodes.keys(), random)?.clone();
    let force = random.below(4) > 0;
    Some(Operation::DeleteNode(v1::DeleteNodeRequest { name, force, ..Default::default() }))
}

fn scale(place: &Place, random: &mut Random) -> Operation {
    let node_count = random.below(OTHERS_WANTED as u64 + 1) as u32;
    let name = place.pool.clone();
    Operation::Scale(v1::ScaleNodePoolRequest { name, node_count, force: true, ..Default::default() })
}

fn update_node(journal: &Journal, random: &mut Random) -> Option<Operation> {
    let name = any(journal.holdings.nodes.keys(), random)?.clone();
    let state = if random.below(3) == 0 { v1::NodeState::Cordoned } else { v1::NodeState::Ready };
    let node = v1::Node { name, state: state as i32, ..Default::default() };
    Some(Operation::UpdateNode(v1::UpdateNodeRequest { node: Some(node), ..Default::default() }))
}

fn reserve(place: &Place, journal: &mut Journal, random: &mut Random) -> Operation {
    let prefix_length = 28 + random.below(5) as u32;
    let reservation = v1::Reservation {
        purpose: v1::ReservationPurpose::VirtualMachine as i32,
        prefix_length,
        ..Default::default()
    };
    Operation::CreateReservation(v1::CreateReservationRequest {
        parent: place.subnet.clone(),
        reservation_id: format!("{}vm-{}", place.prefix, journal.number()),
        reservation: Some(reservation),
        ..Default::default()
    })
}

fn delete_reservation(journal: &Journal, random: &mut Random) -> Option<Operation> {
    let name = any(journal.holdings.reservations.keys(), random)?.clone();
    Some(Operation::DeleteReservation(v1::DeleteReservationRequest { name, ..Default::default() }))
}

fn create_route(place: &Place, journal: &mut Journal, random: &mut Random) -> Operation {
    let number = journal.number();
    let route = v1::Route {
        address_prefix: format!("172.20.{}.{}/32", place.index, number % 256),
        next_hop_type: v1::NextHopType::VirtualAppliance as i32,
        next_hop_address: hop(random),
        ..Default::default()
    };
    Operation::CreateRoute(v1::CreateRouteRequest {
        parent: place.route_table.clone(),
        route_id: format!("{}route-{number}", place.prefix),
        route: Some(route),
        ..Default::default()
    })
}

fn update_route(journal: &Journal, random: &mut Random) -> Option<Operation> {
    let name = any(journal.holdings.routes.keys(), random)?.clone();
    let route = v1::Route { name, next_hop_address: hop(random), ..Default::default() };
    Some(Operation::UpdateRoute(v1::UpdateRouteRequest { route: Some(route), ..Default::default() }))
}

fn delete_route(journal: &Journal, random: &mut Random) -> Option<Operation> {
    let name = any(journal.holdings.routes.keys(), random)?.clone();
    Some(Operation::DeleteRoute(v1::DeleteRouteRequest { name, ..Default::default() }))
}

fn hop(random: &mut Random) -> String {
    format!("10.224.250.{}", 4 + random.below(250))
}

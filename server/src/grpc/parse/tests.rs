//! No message, however malformed, makes a parser panic (law L21); what is wrong is named with its path.

use podnet_proto::v1 as pb;
use proptest::prelude::*;
use prost::Message;

use super::fields::Invalid;

/// Runs every parser on what the bytes mean as its request.
fn parse_all(bytes: &[u8]) {
    macro_rules! parse {
        ($($request:ident $read:expr;)+) => {$(
            if let Ok(request) = pb::$request::decode(bytes) {
                let _read = $read(&request).is_ok();
            }
        )+};
    }
    use super::{cluster, flow, ipam, network, node, route, workload};
    parse! {
        CreateNetworkRequest network::create_network;
        UpdateNetworkRequest network::update_network;
        DeleteNetworkRequest network::delete_network;
        CreateSubnetRequest network::create_subnet;
        UpdateSubnetRequest |r| network::update_subnet(r, None);
        DeleteSubnetRequest network::delete_subnet;
        CreateClusterRequest cluster::create_cluster;
        UpdateClusterRequest |r| cluster::update_cluster(r, None);
        DeleteClusterRequest cluster::delete_cluster;
        CreateNodePoolRequest cluster::create_node_pool;
        UpdateNodePoolRequest |r| cluster::update_node_pool(r, None);
        DeleteNodePoolRequest cluster::delete_node_pool;
        ScaleNodePoolRequest cluster::scale_node_pool;
        CreateNodeRequest node::create_node;
        UpdateNodeRequest |r| node::update_node(r, None);
        DeleteNodeRequest node::delete_node;
        BatchCreateNodesRequest node::batch_create_nodes;
        BatchDeleteNodesRequest node::batch_delete_nodes;
        ListNodesRequest node::list_filter;
        CreateServiceRequest workload::create_service;
        UpdateServiceRequest workload::update_service;
        DeleteServiceRequest workload::delete_service;
        AllocateAddressRequest ipam::allocate;
        ReleaseAddressRequest ipam::release;
        BatchAllocateAddressesRequest ipam::batch_allocate;
        BatchReleaseAddressesRequest ipam::batch_release;
        SweepAllocationsRequest ipam::sweep;
        CreateReservationRequest ipam::create_reservation;
        DeleteReservationRequest ipam::delete_reservation;
        ListAllocationsRequest ipam::allocation_filter;
        ListPoolsRequest ipam::pool_filter;
        ListAddressHistoryRequest ipam::history;
        CreateRouteTableRequest route::create_route_table;
        UpdateRouteTableRequest route::update_route_table;
        DeleteRouteTableRequest route::delete_route_table;
        CreateRouteRequest route::create_route;
        UpdateRouteRequest |r| route::update_route(r, None);
        DeleteRouteRequest route::delete_route;
        SetSubnetRouteTableRequest route::set_subnet_route_table;
        ReconcileRouteTableRequest |r| route::reconcile(r, None);
        ListEffectiveRoutesRequest route::effective_at;
        LookupRouteRequest route::lookup_from;
        TraceFlowRequest flow::trace_flow;
        BatchTraceFlowsRequest flow::batch_trace_flows;
    }
}

/// A field of a message as it goes over the wire: tag, then something that may or may not fit it.
fn wire_field() -> impl Strategy<Value = Vec<u8>> {
    let text = prop_oneof![
        "[a-z0-9./:-]{0,24}",
        Just("10.244.0.0/16".to_owned()),
        Just("10.244.0.1/16".to_owned()),
        Just("::ffff:10.0.0.1".to_owned()),
        Just("clusters/prod".to_owned()),
        Just("networks/vnet/subnets/nodes".to_owned()),
        any::<String>(),
    ];
    let delimited = |field: u64, content: Vec<u8>| {
        let mut bytes = Vec::new();
        prost::encoding::encode_varint(field << 3 | 2, &mut bytes);
        prost::encoding::encode_varint(content.len() as u64, &mut bytes);
        bytes.extend(content);
        bytes
    };
    let number = |field: u64, value: u64| {
        let mut bytes = Vec::new();
        prost::encoding::encode_varint(field << 3, &mut bytes);
        prost::encoding::encode_varint(value, &mut bytes);
        bytes
    };
    let leaf = prop_oneof![
        (1..20u64, text).prop_map(move |(field, text)| delimited(field, text.into_bytes())),
        (1..20u64, any::<u64>()).prop_map(move |(field, value)| number(field, value)),
        (1..20u64, 0..5u64).prop_map(move |(field, value)| number(field, value)),
    ];
    leaf.prop_recursive(3, 24, 6, move |inner| {
        (1..20u64, prop::collection::vec(inner, 0..6))
            .prop_map(move |(field, fields)| delimited(field, fields.concat()))
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn arbitrary_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..256)) {
        parse_all(&bytes);
    }

    #[test]
    fn arbitrary_fields_never_panic(fields in prop::collection::vec(wire_field(), 0..12)) {
        parse_all(&fields.concat());
    }
}

#[test]
fn every_wrong_field_is_named_with_its_path() {
    let request = pb::CreateClusterRequest {
        cluster_id: "prod".to_owned(),
        cluster: Some(pb::Cluster {
            network: "networks/".to_owned(),
            pod_prefixes: vec!["10.244.0.0/16".to_owned(), "10.245.0.1/16".to_owned()],
            ip_families: vec![9],
            outbound: Some(pb::Outbound {
                outbound_addresses: vec!["1.2.3".to_owned()],
                ..pb::Outbound::default()
            }),
            cooldown: Some(prost_types::Duration { seconds: -1, nanos: 0 }),
            ..pb::Cluster::default()
        }),
        ..pb::CreateClusterRequest::default()
    };
    let status = tonic::Status::from(super::cluster::create_cluster(&request).unwrap_err());
    let details = tonic_types::StatusExt::get_error_details(&status);
    let mut fields: Vec<_> =
        details.bad_request().unwrap().field_violations.iter().map(|v| v.field.as_str()).collect();
    fields.sort_unstable();
    let expected = [
        "cluster.cooldown",
        "cluster.ip_families[0]",
        "cluster.network",
        "cluster.outbound.outbound_addresses[0]",
        "cluster.pod_prefixes[1]",
    ];
    assert_eq!(fields, expected);
}

#[test]
fn an_item_of_a_batch_is_named_with_its_index() {
    let item = |node: &str, request_id: &str| pb::AllocateAddressRequest {
        allocation_id: "a".to_owned(),
        node: node.to_owned(),
        request_id: request_id.to_owned(),
        ..pb::AllocateAddressRequest::default()
    };
    let request = pb::BatchAllocateAddressesRequest {
        parent: "clusters/prod".to_owned(),
        requests: vec![
            item("clusters/prod/nodes/n", ""),
            item("clusters/other/nodes/n", ""),
            item("clusters/prod/nodes/n", "x"),
        ],
        ..pb::BatchAllocateAddressesRequest::default()
    };
    let Err(Invalid(violations)) = super::ipam::batch_allocate(&request) else { panic!("it is refused") };
    let fields: Vec<_> = violations.iter().map(|violation| violation.field.as_str()).collect();
    assert_eq!(fields, ["requests[1].node", "requests[2].request_id"]);
}

#[test]
fn an_immutable_field_is_refused_only_if_it_changes() {
    let current = pb::Cluster {
        name: "clusters/prod".to_owned(),
        network: "networks/vnet".to_owned(),
        network_mode: pb::NetworkMode::Kubenet as i32,
        ..pb::Cluster::default()
    };
    let touched = |given: pb::Cluster| {
        let request =
            pb::UpdateClusterRequest { cluster: Some(given), ..pb::UpdateClusterRequest::default() };
        let command = super::cluster::update_cluster(&request, Some(&current)).unwrap();
        let podnet_core::Command::UpdateCluster(update) = command else { panic!("{command:?}") };
        update.immutable
    };
    assert!(touched(current.clone()).is_empty());
    let other = pb::Cluster { network_mode: pb::NetworkMode::AzureCni as i32, ..current.clone() };
    assert_eq!(touched(other), ["network_mode"]);
}

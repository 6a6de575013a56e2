//! The shell against its contract: reasons, statuses, pages, and one walk over the wire.

use std::collections::BTreeSet;
use std::sync::Arc;

use podnet_core::meta::Revision;
use podnet_core::rejection::{Reason, Rejection};
use podnet_proto::v1 as pb;
use podnet_proto::v1::ErrorReason;
use tonic::{Code, Status};
use tonic_types::StatusExt;

use podnet_proto::v1::admin_service_server::AdminService as _;

use super::lifecycle::Lifecycle;
use super::page::Pages;
use super::parse::fields::Invalid;
use super::status::{PUSHBACK, Refusal, reason_of};
use crate::clock::Clock;
use crate::engine::{
    Engine, EngineHandle, EngineOptions, ImportError, PastError, SubmitError, TokenError, WatchError,
};
use crate::store::{MemoryLog, StoreId};

fn engine() -> EngineHandle {
    let log = Box::new(MemoryLog::new(StoreId::from_u128(7)));
    Engine::start(EngineOptions::default(), log, Clock::system()).unwrap()
}

#[test]
fn every_reason_of_the_domain_is_one_of_the_contract() {
    let mut seen = BTreeSet::new();
    for reason in Reason::ALL {
        let status = Status::from(Refusal::from(Rejection::new(*reason, "no")));
        let expected = format!("ERROR_REASON_{}", reason.text());
        assert_eq!(reason_of(&status).as_str_name(), expected);
        assert!(seen.insert(expected), "{reason:?} is there twice");
    }
}

/// What a refusal must look like: code, reason, kinds of detail, pushback.
#[track_caller]
fn check(
    refusal: impl Into<Refusal>,
    code: Code,
    reason: ErrorReason,
    details: &str,
    pushback: Option<&str>,
) {
    let status = Status::from(refusal.into());
    let all = status.get_error_details();
    let mut found = Vec::new();
    for (name, there) in [
        ("BadRequest", all.bad_request().is_some()),
        ("QuotaFailure", all.quota_failure().is_some()),
        ("ResourceInfo", all.resource_info().is_some()),
        ("PreconditionFailure", all.precondition_failure().is_some()),
        ("RetryInfo", all.retry_info().is_some()),
    ] {
        if there {
            found.push(name);
        }
    }
    let info = all.error_info().unwrap();
    assert_eq!((status.code(), info.reason.as_str()), (code, reason.as_str_name()), "{status:?}");
    assert_eq!(info.domain, "podnet");
    assert_eq!(found.join(" "), details, "{status:?}");
    assert_eq!(status.metadata().get(PUSHBACK).map(|value| value.to_str().unwrap()), pushback, "{status:?}");
}

#[test]
fn each_row_of_the_error_table_has_its_code_and_details() {
    use ErrorReason as R;
    let domain =
        |reason| Rejection::new(reason, "no").with("resource", "networks/vnet").with("pool", "clusters/prod");
    check(Invalid::one("network.name", "bad"), Code::InvalidArgument, R::FieldInvalid, "BadRequest", None);
    check(Rejection::invalid("a", "b"), Code::InvalidArgument, R::FieldInvalid, "BadRequest", None);
    check(Rejection::immutable("a", "b"), Code::InvalidArgument, R::FieldImmutable, "BadRequest", None);
    check(domain(Reason::RequestIdReused), Code::InvalidArgument, R::RequestIdReused, "", None);
    check(Refusal::page_token(), Code::InvalidArgument, R::PageTokenInvalid, "", None);
    check(domain(Reason::AddressOutOfPool), Code::OutOfRange, R::AddressOutOfPool, "", None);
    check(domain(Reason::ResourceNotFound), Code::NotFound, R::ResourceNotFound, "ResourceInfo", None);
    check(domain(Reason::ResourceExists), Code::AlreadyExists, R::ResourceExists, "ResourceInfo", None);
    check(domain(Reason::AllocationConflict), Code::AlreadyExists, R::AllocationConflict, "", None);
    check(domain(Reason::AddressInUse), Code::AlreadyExists, R::AddressInUse, "", None);
    check(domain(Reason::RoutePrefixExists), Code::AlreadyExists, R::RoutePrefixExists, "", None);
    check(domain(Reason::AttachmentReleased), Code::FailedPrecondition, R::AttachmentReleased, "", None);
    check(domain(Reason::CidrOverlap), Code::FailedPrecondition, R::CidrOverlap, "", None);
    let in_use = domain(Reason::ResourceInUse);
    check(in_use, Code::FailedPrecondition, R::ResourceInUse, "PreconditionFailure", None);
    let shared = domain(Reason::RouteTableShared);
    check(shared, Code::FailedPrecondition, R::RouteTableShared, "PreconditionFailure", None);
    for (reason, shown) in [
        (Reason::PoolExhausted, R::PoolExhausted),
        (Reason::BlockExhausted, R::BlockExhausted),
        (Reason::SubnetFull, R::SubnetFull),
        (Reason::NodePodLimitReached, R::NodePodLimitReached),
        (Reason::RouteTableFull, R::RouteTableFull),
        (Reason::NoContiguousPrefix, R::NoContiguousPrefix),
    ] {
        check(domain(reason), Code::ResourceExhausted, shown, "QuotaFailure", Some("-1"));
    }
    check(domain(Reason::EtagMismatch), Code::Aborted, R::EtagMismatch, "", None);
    check(domain(Reason::FeatureDisabled), Code::Unimplemented, R::FeatureDisabled, "", None);
    let (requested, oldest, latest) = (Revision(1), Revision(5), Revision(9));
    let compacted = PastError::Compacted { requested, oldest };
    check(compacted, Code::OutOfRange, R::RevisionCompacted, "", None);
    check(PastError::Future { requested, latest }, Code::OutOfRange, R::RevisionInFuture, "", None);
    let compacted = WatchError::Compacted { requested, oldest };
    check(compacted, Code::OutOfRange, R::RevisionCompacted, "", None);
    let (theirs, ours) = (StoreId::from_u128(1), StoreId::from_u128(2));
    let changed = WatchError::StoreChanged { theirs, ours, latest };
    check(changed, Code::FailedPrecondition, R::StoreChanged, "", None);
    let token = WatchError::Token(TokenError::Malformed);
    check(token, Code::InvalidArgument, R::FieldInvalid, "BadRequest", None);
    let overloaded = SubmitError::Overloaded { queue_jobs_max: 1 };
    check(overloaded, Code::Unavailable, R::Overloaded, "RetryInfo", Some("200"));
    check(SubmitError::Stopping, Code::Unavailable, R::ServerDraining, "RetryInfo", Some("1000"));
    check(Refusal::starting(), Code::Unavailable, R::ServerStarting, "RetryInfo", Some("1000"));
    check(Refusal::internal("broken"), Code::Internal, R::InvariantViolated, "", None);
}

#[test]
fn an_import_that_breaks_a_law_is_refused_with_the_law() {
    let refusal =
        Refusal::from(ImportError::Unsound { violations: 2, law: "L1", what: "twice held".to_owned() });
    let status = Status::from(refusal);
    assert_eq!((status.code(), reason_of(&status)), (Code::InvalidArgument, ErrorReason::SnapshotInvalid));
    let info = status.get_details_error_info().unwrap();
    let figure = |key: &str| info.metadata.get(key).map(String::as_str);
    assert_eq!(
        (figure("problem"), figure("law"), figure("violations")),
        (Some("LAW"), Some("L1"), Some("2"))
    );
}

#[tokio::test]
async fn exports_checks_and_imports_have_a_bound_each() {
    let facts = super::Facts {
        store_kind: "memory",
        start_time: podnet_core::time::Timestamp(0),
        stream_operations_max: 1,
        watches_max: 1,
        queue_jobs_max: 1,
        request_timeout: std::time::Duration::from_secs(1),
        connection_streams_max: 1,
    };
    let shell = super::Shell::new(engine(), Clock::system(), Lifecycle::default(), facts);
    type Place<'a> = (usize, &'a dyn Fn() -> Result<tokio::sync::OwnedSemaphorePermit, Refusal>);
    let kinds: [Place<'_>; 3] = [
        (super::limits::EXPORTS_MAX, &|| shell.export_permit()),
        (super::limits::CHECKS_MAX, &|| shell.check_permit()),
        (super::limits::IMPORTS_MAX, &|| shell.import_permit()),
    ];
    for (limit, place) in kinds {
        let held: Vec<_> = (0..limit).map(|_| place().unwrap()).collect();
        let refused = place().unwrap_err();
        check(refused, Code::ResourceExhausted, ErrorReason::StreamLimitReached, "RetryInfo", Some("1000"));
        drop(held);
        assert!(place().is_ok(), "a place that is left can be had again");
    }
    // An export holds its place until its stream is gone.
    let admin = super::admin::Admin(shell.clone());
    let export = || admin.export_snapshot(tonic::Request::new(pb::ExportSnapshotRequest::default()));
    let mut open = Vec::new();
    for _ in 0..super::limits::EXPORTS_MAX {
        open.push(export().await.unwrap());
    }
    assert_eq!(reason_of(&export().await.err().unwrap()), ErrorReason::StreamLimitReached);
    drop(open.pop());
    assert!(export().await.is_ok());
}

#[test]
fn a_status_never_exceeds_its_bound_and_keeps_its_reason() {
    let violations = (0..500).map(|index| super::parse::fields::Violation {
        field: format!("requests[{index}].{}", "x".repeat(300)),
        description: "ü".repeat(500),
    });
    let large = Refusal::from(Invalid(violations.collect())).with("note", "€".repeat(9000));
    let status = Status::from(large);
    assert!(status.details().len() <= super::limits::STATUS_BYTES_MAX, "{}", status.details().len());
    assert_eq!(reason_of(&status), ErrorReason::FieldInvalid);
    assert!(!status.get_error_details().bad_request().unwrap().field_violations.is_empty());
}

#[test]
fn a_refusal_of_the_domain_names_the_field_under_its_resource() {
    let refusal = Refusal::from(Rejection::invalid("pod_prefixes[0]", "bad")).under("cluster");
    let status = Status::from(refusal);
    let details = status.get_error_details();
    assert_eq!(details.bad_request().unwrap().field_violations[0].field, "cluster.pod_prefixes[0]");
}

#[tokio::test]
async fn a_page_token_belongs_to_one_list_and_nobody_can_change_it() {
    let engine = engine();
    let pages = Pages::default();
    let list = |page_size, page_token: &str| pb::ListNetworksRequest {
        page_size,
        page_token: page_token.to_owned(),
    };
    let first = pages.open(&list(2, ""), engine.snapshot()).unwrap();
    let (shown, token) = first.fill(["a", "b", "c"], |key| (*key).to_owned(), |key| key);
    assert_eq!(shown, ["a", "b"]);
    let next = pages.open(&list(5, &token), engine.snapshot()).unwrap();
    assert_eq!(next.after(|key| Ok::<_, ()>(key.to_owned())).unwrap().as_deref(), Some("b"));
    let (shown, token_after_last) = next.fill(["c"], |key| (*key).to_owned(), |key| key);
    assert_eq!((shown, token_after_last.as_str()), (vec!["c"], ""));

    let refused = |error: Refusal| assert_eq!(error.reason, ErrorReason::PageTokenInvalid);
    for position in 0..token.len() {
        let mut changed = token.clone().into_bytes();
        changed[position] = if changed[position] == b'A' { b'B' } else { b'A' };
        let changed = String::from_utf8(changed).unwrap();
        refused(pages.open(&list(2, &changed), engine.snapshot()).unwrap_err());
    }
    let clusters = pb::ListClustersRequest { page_size: 2, page_token: token.clone() };
    refused(pages.open(&clusters, engine.snapshot()).unwrap_err());
    let other = pb::ListSubnetsRequest { parent: "networks/b".to_owned(), page_size: 2, page_token: token };
    refused(pages.open(&other, engine.snapshot()).unwrap_err());
    let negative = pages.open(&list(-1, ""), engine.snapshot()).unwrap_err();
    assert_eq!(negative.reason, ErrorReason::FieldInvalid);
    engine.shutdown().await;
}

mod wire {
    //! A server on a free port, walked over the wire.

    use podnet_proto::v1::cluster_service_client::ClusterServiceClient;
    use podnet_proto::v1::flow_service_client::FlowServiceClient;
    use podnet_proto::v1::ipam_service_client::IpamServiceClient;
    use podnet_proto::v1::network_service_client::NetworkServiceClient;
    use podnet_proto::v1::watch_response::Frame;
    use podnet_proto::v1::watch_service_client::WatchServiceClient;
    use tokio::sync::oneshot;
    use tonic::transport::Channel;

    use super::*;
    use crate::shutdown::{Stop, Stopper};

    fn config() -> crate::config::Config {
        let flags = ["podnetd", "--store", "memory", "--listen", "127.0.0.1:0"];
        let matches = crate::config::command().try_get_matches_from(flags).unwrap();
        crate::config::load(&matches, |_| None, |_| Ok(String::new())).unwrap().config
    }

    async fn start(stop: Stop) -> (Channel, tokio::task::JoinHandle<Result<(), crate::serve::ServeError>>) {
        let (ready, bound) = oneshot::channel();
        let config = config();
        let listener = crate::serve::bind(&config).await.unwrap();
        let server = tokio::spawn(async move {
            crate::serve::serve(&config, listener, Clock::system(), stop, |address| {
                ready.send(address).unwrap();
            })
            .await
        });
        let address = bound.await.unwrap();
        let channel = Channel::from_shared(format!("http://{address}")).unwrap().connect().await.unwrap();
        (channel, server)
    }

    async fn build(channel: &Channel) {
        let mut networks = NetworkServiceClient::new(channel.clone());
        let network =
            pb::Network { address_prefixes: vec!["10.240.0.0/16".to_owned()], ..pb::Network::default() };
        let request = pb::CreateNetworkRequest {
            network_id: "vnet".to_owned(),
            network: Some(network),
            ..pb::CreateNetworkRequest::default()
        };
        let created = networks.create_network(request).await.unwrap().into_inner();
        assert_eq!(created.network.unwrap().name, "networks/vnet");
        assert_eq!(created.cursor.unwrap().revision, 1);
        let subnet =
            pb::Subnet { address_prefixes: vec!["10.240.0.0/24".to_owned()], ..pb::Subnet::default() };
        let request = pb::CreateSubnetRequest {
            parent: "networks/vnet".to_owned(),
            subnet_id: "nodes".to_owned(),
            subnet: Some(subnet),
            ..pb::CreateSubnetRequest::default()
        };
        networks.create_subnet(request).await.unwrap();
        let mut clusters = ClusterServiceClient::new(channel.clone());
        let cluster = pb::Cluster { network: "networks/vnet".to_owned(), ..pb::Cluster::default() };
        let request = pb::CreateClusterRequest {
            cluster_id: "prod".to_owned(),
            cluster: Some(cluster),
            ..pb::CreateClusterRequest::default()
        };
        clusters.create_cluster(request).await.unwrap();
        let pool =
            pb::NodePool { subnet: "networks/vnet/subnets/nodes".to_owned(), ..pb::NodePool::default() };
        let request = pb::CreateNodePoolRequest {
            parent: "clusters/prod".to_owned(),
            node_pool_id: "np1".to_owned(),
            node_pool: Some(pool),
            ..pb::CreateNodePoolRequest::default()
        };
        clusters.create_node_pool(request).await.unwrap();
        let request = pb::ScaleNodePoolRequest {
            name: "clusters/prod/nodePools/np1".to_owned(),
            node_count: 3,
            ..pb::ScaleNodePoolRequest::default()
        };
        let scaled = clusters.scale_node_pool(request).await.unwrap().into_inner();
        assert_eq!((scaled.nodes_added.len(), scaled.route_changes.len()), (3, 3), "{scaled:?}");
        assert_eq!(scaled.node_pool.unwrap().node_count, 3);
    }

    #[tokio::test]
    async fn a_cluster_is_built_and_addresses_are_handed_out_over_the_wire() {
        let (stopper, stop) = Stopper::new();
        let (channel, server) = start(stop).await;
        build(&channel).await;
        let mut clusters = ClusterServiceClient::new(channel.clone());
        let nodes = pb::ListNodesRequest {
            parent: "clusters/prod".to_owned(),
            page_size: 2,
            ..pb::ListNodesRequest::default()
        };
        let page = clusters.list_nodes(nodes.clone()).await.unwrap().into_inner();
        assert_eq!(page.nodes.len(), 2);
        let last =
            clusters.list_nodes(pb::ListNodesRequest { page_token: page.next_page_token, ..nodes }).await;
        let last = last.unwrap().into_inner();
        assert_eq!((last.nodes.len(), last.next_page_token.as_str()), (1, ""));

        let mut ipam = IpamServiceClient::new(channel.clone());
        let request = pb::AllocateAddressRequest {
            parent: "clusters/prod".to_owned(),
            allocation_id: "c1-eth0".to_owned(),
            node: page.nodes[0].name.clone(),
            request_id: "r1".to_owned(),
            ..pb::AllocateAddressRequest::default()
        };
        let first = ipam.allocate_address(request.clone()).await.unwrap().into_inner();
        let again = ipam.allocate_address(request.clone()).await.unwrap().into_inner();
        assert_eq!(first, again, "the same request id gets the same answer");
        let replay = pb::AllocateAddressRequest { request_id: String::new(), ..request };
        assert!(ipam.allocate_address(replay).await.unwrap().into_inner().replayed);
        let address = first.allocation.unwrap().addresses[0].address.clone();
        let found =
            ipam.lookup_address(pb::LookupAddressRequest { address, ..pb::LookupAddressRequest::default() });
        let found = found.await.unwrap().into_inner().matches;
        assert_eq!(found[0].resource, "clusters/prod/allocations/c1-eth0");
        let missing = pb::GetAllocationRequest { name: "clusters/prod/allocations/none".to_owned() };
        let status = ipam.get_allocation(missing).await.unwrap_err();
        assert_eq!((status.code(), reason_of(&status)), (Code::NotFound, ErrorReason::ResourceNotFound));
        stopper.stop();
        server.await.unwrap().unwrap();
    }

    #[tokio::test]
    async fn flows_of_a_stream_and_a_batch_are_answered_as_single_ones() {
        let (stopper, stop) = Stopper::new();
        let (channel, server) = start(stop).await;
        build(&channel).await;
        let nodes =
            pb::ListNodesRequest { parent: "clusters/prod".to_owned(), ..pb::ListNodesRequest::default() };
        let nodes =
            ClusterServiceClient::new(channel.clone()).list_nodes(nodes).await.unwrap().into_inner().nodes;
        let at = |address: &str| {
            let endpoint = Some(pb::flow_endpoint::Endpoint::Address(address.to_owned()));
            Some(pb::FlowEndpoint { endpoint })
        };
        let wish = |to: &str| pb::Flow {
            source: at(&nodes[0].addresses[0]),
            destination: at(to),
            ..pb::Flow::default()
        };
        let single = |to: &str| pb::TraceFlowRequest {
            parent: "clusters/prod".to_owned(),
            flow: Some(wish(to)),
            ..pb::TraceFlowRequest::default()
        };
        let destinations: Vec<_> = (0..100).map(|n| format!("198.51.100.{n}")).collect();
        let mut client = FlowServiceClient::new(channel.clone());
        let mut expected = Vec::new();
        for to in &destinations {
            expected.push(client.trace_flow(single(to)).await.unwrap().into_inner().result.unwrap());
        }
        let batch = pb::BatchTraceFlowsRequest {
            parent: "clusters/prod".to_owned(),
            flows: destinations.iter().map(|to| wish(to)).collect(),
            ..pb::BatchTraceFlowsRequest::default()
        };
        let batch = client.batch_trace_flows(batch).await.unwrap().into_inner();
        assert_eq!(batch.results, expected, "a batch of several pieces keeps the order");

        let mut requests: Vec<_> = (0u64..)
            .zip(&destinations)
            .map(|(correlation_id, to)| pb::StreamTraceFlowsRequest {
                correlation_id,
                trace: Some(single(to)),
                verdicts_only: false,
            })
            .collect();
        requests.push(pb::StreamTraceFlowsRequest { correlation_id: 777, trace: None, verdicts_only: false });
        let stream = client.stream_trace_flows(tokio_stream::iter(requests)).await.unwrap();
        assert_eq!(stream.metadata().get("podnet-max-in-flight").unwrap(), "256");
        let (mut stream, mut refused, mut answered) = (stream.into_inner(), 0, 0);
        while let Some(answer) = stream.message().await.unwrap() {
            match answer.result.unwrap() {
                pb::stream_trace_flows_response::Result::Trace(traced) => {
                    let index = usize::try_from(answer.correlation_id).unwrap();
                    assert_eq!(traced.result.as_ref(), expected.get(index));
                    answered += 1;
                }
                pb::stream_trace_flows_response::Result::Error(status) => {
                    assert_eq!((answer.correlation_id, status.code), (777, Code::InvalidArgument as i32));
                    refused += 1;
                }
            }
        }
        assert_eq!((answered, refused), (100, 1));
        stopper.stop();
        server.await.unwrap().unwrap();
    }

    #[tokio::test]
    async fn a_watch_shows_the_snapshot_then_changes_and_ends_when_the_server_drains() {
        let (stopper, stop) = Stopper::new();
        let (channel, server) = start(stop).await;
        build(&channel).await;
        let request = pb::WatchRequest {
            kinds: vec![pb::ResourceKind::Node as i32],
            include_snapshot: true,
            include_previous: true,
            ..pb::WatchRequest::default()
        };
        let mut watch = WatchServiceClient::new(channel.clone()).watch(request).await.unwrap().into_inner();
        let mut next = async || watch.message().await.map(|message| message.unwrap().frame.unwrap());
        assert!(matches!(next().await.unwrap(), Frame::Opened(_)));
        let Frame::Batch(batch) = next().await.unwrap() else { panic!("the snapshot comes first") };
        assert_eq!(batch.events.len(), 3);
        let Frame::Progress(progress) = next().await.unwrap() else { panic!("the snapshot ends") };
        assert!(progress.snapshot_complete);
        let node = pb::Node {
            name: batch.events[0].name.clone(),
            state: pb::NodeState::Cordoned as i32,
            ..pb::Node::default()
        };
        let update = pb::UpdateNodeRequest { node: Some(node), ..pb::UpdateNodeRequest::default() };
        let mut clusters = ClusterServiceClient::new(channel.clone());
        let updated = clusters.update_node(update).await.unwrap().into_inner();
        assert_eq!(updated.node.unwrap().state(), pb::NodeState::Cordoned);
        let Frame::Batch(batch) = next().await.unwrap() else { panic!("the change is shown") };
        let event = &batch.events[0];
        assert_eq!(event.r#type(), pb::WatchEventType::Modified);
        assert_eq!(event.changed.as_ref().unwrap().paths, ["state"]);
        assert!(event.previous.is_some());
        stopper.stop();
        let end = next().await.unwrap_err();
        assert_eq!((end.code(), reason_of(&end)), (Code::Unavailable, ErrorReason::ServerDraining));
        server.await.unwrap().unwrap();
    }

    #[tokio::test]
    async fn a_stream_answers_each_operation_and_ends_when_the_client_is_done() {
        let (stopper, stop) = Stopper::new();
        let (channel, server) = start(stop).await;
        build(&channel).await;
        let mut clusters = ClusterServiceClient::new(channel.clone());
        let nodes =
            pb::ListNodesRequest { parent: "clusters/prod".to_owned(), ..pb::ListNodesRequest::default() };
        let node = clusters.list_nodes(nodes).await.unwrap().into_inner().nodes.remove(0).name;
        let operation = move |id: u64| pb::StreamAddressesRequest {
            correlation_id: id,
            operation: Some(pb::stream_addresses_request::Operation::Allocate(pb::AllocateAddressRequest {
                parent: "clusters/prod".to_owned(),
                allocation_id: if id == 7 { "!".to_owned() } else { format!("s{id}") },
                node: node.clone(),
                ..pb::AllocateAddressRequest::default()
            })),
        };
        let requests = tokio_stream::iter((0..20).map(operation));
        let response = IpamServiceClient::new(channel.clone()).stream_addresses(requests).await.unwrap();
        assert!(response.metadata().contains_key(super::super::MAX_IN_FLIGHT));
        let mut answers = response.into_inner();
        let (mut good, mut bad) = (BTreeSet::new(), Vec::new());
        while let Some(answer) = answers.message().await.unwrap() {
            match answer.result.unwrap() {
                pb::stream_addresses_response::Result::Allocate(_) => {
                    assert!(good.insert(answer.correlation_id));
                }
                pb::stream_addresses_response::Result::Error(status) => {
                    bad.push((answer.correlation_id, status.code));
                }
                pb::stream_addresses_response::Result::Release(_) => panic!("nothing is released"),
            }
        }
        assert_eq!((good.len(), bad), (19, vec![(7, Code::InvalidArgument as i32)]));
        stopper.stop();
        server.await.unwrap().unwrap();
    }

    #[tokio::test]
    async fn health_follows_the_life_of_the_server() {
        use tonic_health::pb::HealthCheckRequest;
        use tonic_health::pb::health_check_response::ServingStatus;
        use tonic_health::pb::health_client::HealthClient;
        let (stopper, stop) = Stopper::new();
        let (channel, server) = start(stop).await;
        let mut health = HealthClient::new(channel);
        for service in super::super::health::SERVICES.into_iter().chain([super::super::health::LIVE]) {
            let request = HealthCheckRequest { service: service.to_owned() };
            let answer = health.check(request).await.unwrap().into_inner();
            assert_eq!(answer.status(), ServingStatus::Serving, "{service}");
        }
        stopper.stop();
        server.await.unwrap().unwrap();
    }
}

#[tokio::test]
async fn a_list_goes_on_at_the_revision_of_its_first_page() {
    let engine = engine();
    let pages = Pages::default();
    let create = |id: &str| {
        let request = pb::CreateNetworkRequest {
            network_id: id.to_owned(),
            network: Some(pb::Network {
                address_prefixes: vec!["10.0.0.0/16".to_owned()],
                ..pb::Network::default()
            }),
            ..pb::CreateNetworkRequest::default()
        };
        podnet_core::Request::plain(super::parse::network::create_network(&request).unwrap())
    };
    for id in ["a", "b"] {
        engine.submit(create(id), "test", false).await.unwrap();
    }
    let request = pb::ListNetworksRequest { page_size: 1, ..pb::ListNetworksRequest::default() };
    let first = pages.open(&request, engine.snapshot()).unwrap();
    let rows: Vec<_> = first.snapshot.state.networks.keys().map(ToString::to_string).collect();
    let (_, page_token) = first.fill(rows, Clone::clone, |row| row);
    engine.submit(create("c"), "test", false).await.unwrap();
    let next = pages.open(&pb::ListNetworksRequest { page_token, ..request }, engine.snapshot()).unwrap();
    assert_eq!(next.snapshot.state.revision, Revision(2));
    assert!(Arc::ptr_eq(&next.snapshot, &first.snapshot));
    engine.shutdown().await;
}

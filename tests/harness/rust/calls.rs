//! Calls, lists, scoped allocations and streams: JSON in, the typed client, JSON out.

use podnet::{Client, Paged, Rpc, v1};
use prost::Message;
use serde_json::{Map, Value, json};
use tokio_stream::StreamExt as _;

use crate::clients::{milliseconds, text};
use crate::{Failure, json as form};

/// Calls a method by its request's type, which is its name with `Request` behind.
macro_rules! by_name {
    ($name:expr, $with:ident $arguments:tt, [$($request:ident)+]) => {
        match $name {
            $(name if stringify!($request) == format!("{name}Request") => {
                Some($with::<v1::$request> $arguments.await)
            })+
            _other => None,
        }
    };
}

async fn unary<R>(client: &Client, method: &str, request: &Value) -> Result<Value, Failure>
where
    R: Rpc + Message + Default,
    R::Response: Message,
{
    let request: R = form::read(&format!("{method}Request"), request)?;
    let response = client.call(request).await?;
    Ok(json!({"response": form::show(&format!("{method}Response"), &response)?}))
}

async fn listed<R>(client: &Client, method: &str, request: &Value, limit: usize) -> Result<Value, Failure>
where
    R: Paged + Message + Default,
    R::Item: Message,
{
    let request: R = form::read(&format!("{method}Request"), request)?;
    let known = podnet_vectors::contract::method(method)?;
    let item = podnet_vectors::contract::item(&known)?;
    let (mut items, mut pages) = (Vec::new(), 0);
    let mut stream = std::pin::pin!(client.pages(request));
    'pages: while let Some(page) = stream.next().await {
        pages += 1;
        for one in page? {
            items.push(podnet_vectors::contract::decode(&item, &one.encode_to_vec())?);
            if items.len() >= limit {
                break 'pages;
            }
        }
    }
    Ok(json!({"items": items, "pages": pages}))
}

fn method(args: &Map<String, Value>) -> Result<&str, Failure> {
    let path = text(args, "method").ok_or_else(|| "no method".to_owned())?;
    Ok(path.rsplit('/').next().unwrap_or(path))
}

pub(crate) async fn call(client: &Client, args: &Map<String, Value>) -> Result<Value, Failure> {
    let method = method(args)?;
    let request = args.get("request").cloned().unwrap_or_else(|| json!({}));
    let client = match milliseconds(args, "timeout_ms") {
        Some(timeout) => client.with_deadline(timeout),
        None => client.clone(),
    };
    let calling = dispatch(&client, method, &request);
    match milliseconds(args, "cancel_after_ms") {
        None => calling.await,
        Some(limit) => match tokio::time::timeout(limit, calling).await {
            Ok(done) => done,
            Err(_) => Err(Failure::GivenUp),
        },
    }
}

async fn dispatch(client: &Client, method: &str, request: &Value) -> Result<Value, Failure> {
    let done = by_name!(method, unary(client, method, request), [
        GetServerInfoRequest CompactLogRequest
        CreateClusterRequest GetClusterRequest ListClustersRequest UpdateClusterRequest DeleteClusterRequest
        CreateNodePoolRequest GetNodePoolRequest ListNodePoolsRequest UpdateNodePoolRequest DeleteNodePoolRequest
        ScaleNodePoolRequest CreateNodeRequest GetNodeRequest ListNodesRequest UpdateNodeRequest DeleteNodeRequest
        BatchCreateNodesRequest BatchDeleteNodesRequest TraceFlowRequest BatchTraceFlowsRequest
        AllocateAddressRequest UpdateAllocationRequest ReleaseAddressRequest BatchAllocateAddressesRequest
        BatchReleaseAddressesRequest GetAllocationRequest ListAllocationsRequest LookupAddressRequest
        GetPoolUsageRequest ListPoolsRequest ListFreeRangesRequest CreateReservationRequest GetReservationRequest
        ListReservationsRequest DeleteReservationRequest SweepAllocationsRequest ListAddressHistoryRequest
        CreateNetworkRequest GetNetworkRequest ListNetworksRequest UpdateNetworkRequest DeleteNetworkRequest
        CreateSubnetRequest GetSubnetRequest ListSubnetsRequest UpdateSubnetRequest DeleteSubnetRequest
        VerifyClusterRequest WhatIfRequest CreateRouteTableRequest GetRouteTableRequest ListRouteTablesRequest
        UpdateRouteTableRequest DeleteRouteTableRequest CreateRouteRequest GetRouteRequest ListRoutesRequest
        UpdateRouteRequest DeleteRouteRequest SetSubnetRouteTableRequest ListEffectiveRoutesRequest
        LookupRouteRequest ReconcileRouteTableRequest CreateNetworkSecurityGroupRequest
        GetNetworkSecurityGroupRequest ListNetworkSecurityGroupsRequest UpdateNetworkSecurityGroupRequest
        DeleteNetworkSecurityGroupRequest CreateNamespaceRequest GetNamespaceRequest ListNamespacesRequest
        UpdateNamespaceRequest DeleteNamespaceRequest CreateNetworkPolicyRequest GetNetworkPolicyRequest
        ListNetworkPoliciesRequest UpdateNetworkPolicyRequest DeleteNetworkPolicyRequest CreateServiceRequest
        GetServiceRequest ListServicesRequest UpdateServiceRequest DeleteServiceRequest
    ]);
    done.unwrap_or_else(|| Err(Failure::Unsupported(format!("no unary method `{method}`"))))
}

pub(crate) async fn list(client: &Client, args: &Map<String, Value>) -> Result<Value, Failure> {
    let method = method(args)?;
    let request = args.get("request").cloned().unwrap_or_else(|| json!({}));
    let limit = args.get("limit").and_then(Value::as_u64).and_then(|limit| usize::try_from(limit).ok());
    let done = by_name!(method, listed(client, method, &request, limit.unwrap_or(usize::MAX)), [
        ListClustersRequest ListNodePoolsRequest ListNodesRequest ListAllocationsRequest ListPoolsRequest
        ListFreeRangesRequest ListReservationsRequest ListAddressHistoryRequest ListNetworksRequest
        ListSubnetsRequest ListRouteTablesRequest ListRoutesRequest ListEffectiveRoutesRequest ListServicesRequest
        ListNetworkSecurityGroupsRequest ListNamespacesRequest ListNetworkPoliciesRequest
    ]);
    done.unwrap_or_else(|| Err(Failure::Unsupported(format!("no list `{method}`"))))
}

/// On a thread of its own: what a scope works with need not be able to change threads.
pub(crate) async fn hold(client: &Client, args: &Map<String, Value>) -> Result<Value, Failure> {
    let (client, args) = (client.clone(), args.clone());
    let runtime = tokio::runtime::Handle::current();
    let held = tokio::task::spawn_blocking(move || runtime.block_on(scope(&client, &args))).await;
    held.map_err(|error| Failure::Unsupported(error.to_string()))?
}

async fn scope(client: &Client, args: &Map<String, Value>) -> Result<Value, Failure> {
    let request: v1::AllocateAddressRequest =
        form::read("AllocateAddressRequest", args.get("request").unwrap_or(&Value::Null))?;
    let shown = |allocation: Option<&v1::Allocation>| match allocation {
        Some(allocation) => Ok(json!({"allocation": form::show("Allocation", allocation)?})),
        None => Err(Failure::Unsupported("an answer without an allocation".to_owned())),
    };
    match text(args, "end").unwrap_or("leave") {
        "keep" => shown(client.hold(request).await?.keep().as_ref()),
        "error" => {
            let mut held = Err(Failure::Unsupported("the work did not run".to_owned()));
            let failed: Result<(), Failure> = client
                .with_allocation(request, async |allocation| {
                    held = shown(allocation);
                    Err(Failure::Unsupported("the work fails".to_owned()))
                })
                .await;
            match failed {
                Err(Failure::Client(error)) => Err(Failure::Client(error)),
                Ok(()) | Err(Failure::Unsupported(_) | Failure::GivenUp) => held,
            }
        }
        _leave => client.with_allocation(request, async |allocation| shown(allocation)).await,
    }
}

pub(crate) async fn stream(client: &Client, args: &Map<String, Value>) -> Result<Value, Failure> {
    let listed = args.get("operations").and_then(Value::as_array).cloned().unwrap_or_default();
    let mut operations = Vec::new();
    for one in &listed {
        let request: v1::StreamAddressesRequest = form::read("StreamAddressesRequest", one)?;
        operations.extend(request.operation);
    }
    let mut results = vec![Value::Null; operations.len()];
    let mut answers = std::pin::pin!(client.stream_addresses(tokio_stream::iter(operations)));
    while let Some(answer) = answers.next().await {
        let answer = answer?;
        let place = usize::try_from(answer.correlation_id).ok().and_then(|id| id.checked_sub(1));
        if let Some(result) = place.and_then(|place| results.get_mut(place)) {
            *result = form::show("StreamAddressesResponse", &answer)?;
        }
    }
    Ok(json!({"results": results}))
}

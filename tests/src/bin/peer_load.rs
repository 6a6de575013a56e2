//! One load for two servers: `peer_load <podnet|go-ipam> <url> <calls in flight> <seconds>` asks for one address after the
//! other, over two connections, by the same client code, and prints calls per second and failures.
//!
//! The peer is the gRPC server of `github.com/metal-stack/go-ipam` (proto/api/v1/ipam.proto). It takes any free address of
//! a prefix, and so does podnet of a node. Nothing is checked here; `podnet bench` does that.
#![expect(clippy::print_stdout, reason = "the figures go to the caller")]
#![expect(clippy::disallowed_methods, reason = "a load is measured in real time")]

use std::error::Error;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, AtomicU64, Ordering};
use std::time::{Duration, Instant};

use podnet::{Client, Options, v1};
use podnet_cli::args::bench::FleetArgs;
use podnet_cli::bench::fleet::Fleet;
use tonic::client::Grpc;
use tonic::codegen::http::uri::PathAndQuery;
use tonic::transport::{Channel, Endpoint};
use tonic_prost::ProstCodec;

/// As many connections as `podnet bench` opens.
const CONNECTIONS: usize = 2;
/// Room for more addresses than a run takes.
const FLEET: FleetArgs = FleetArgs { clusters: 1, nodes: 1000, pods: 250 };

/// `CreatePrefixRequest` of the peer, without the optional namespace.
#[derive(Clone, PartialEq, prost::Message)]
struct CreatePrefixRequest {
    #[prost(string, tag = "1")]
    cidr: String,
}

/// `AcquireIPRequest` of the peer, without the optional address and namespace.
#[derive(Clone, PartialEq, prost::Message)]
struct AcquireIpRequest {
    #[prost(string, tag = "1")]
    prefix_cidr: String,
}

/// `AcquireIPResponse` of the peer; what it holds is not read.
#[derive(Clone, PartialEq, prost::Message)]
struct AcquireIpResponse {}

type Failure = Box<dyn Error + Send + Sync>;

/// What is asked of which server.
enum Target {
    Podnet(Box<Fleet>),
    /// Its prefix.
    GoIpam(String),
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match words[..] {
        [kind, url, in_flight, seconds] => match (in_flight.parse(), seconds.parse()) {
            (Ok(in_flight), Ok(seconds)) => run(kind, url, in_flight, Duration::from_secs(seconds)),
            _ => Err("calls in flight and seconds are numbers".into()),
        },
        _ => Err("peer_load <podnet|go-ipam> <url> <calls in flight> <seconds>".into()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            println!("{error}");
            ExitCode::FAILURE
        }
    }
}

#[tokio::main(flavor = "multi_thread", worker_threads = 2)]
async fn run(kind: &str, url: &str, in_flight: u32, duration: Duration) -> Result<(), Failure> {
    let mut channels = Vec::new();
    for _ in 0..CONNECTIONS {
        channels.push(Endpoint::from_shared(url.to_owned())?.connect().await?);
    }
    let target = match kind {
        "podnet" => {
            let client = Client::connect(Options::new(url))?;
            Target::Podnet(Box::new(
                Fleet::create(&client, &format!("peer-{}", std::process::id()), &FLEET).await?,
            ))
        }
        "go-ipam" => {
            let path = "/api.v1.IpamService/CreatePrefix";
            // More than a run takes, and not the prefix of a run before.
            let prefix = format!("{}.0.0.0/12", 16 + std::process::id() % 200);
            let request = CreatePrefixRequest { cidr: prefix.clone() };
            let _created: AcquireIpResponse = call(channels[0].clone(), path, request).await?;
            Target::GoIpam(prefix)
        }
        other => return Err(format!("there is no `{other}`; it is podnet or go-ipam").into()),
    };
    let (target, next) = (Arc::new(target), Arc::new(AtomicU32::new(0)));
    let (done, failed) = (Arc::new(AtomicU64::new(0)), Arc::new(AtomicU64::new(0)));
    let begun = Instant::now();
    let mut callers = tokio::task::JoinSet::new();
    for caller in 0..in_flight {
        let channel = channels[caller as usize % CONNECTIONS].clone();
        let (target, next, done, failed) =
            (Arc::clone(&target), Arc::clone(&next), Arc::clone(&done), Arc::clone(&failed));
        callers.spawn(async move {
            while begun.elapsed() < duration {
                let slot = next.fetch_add(1, Ordering::Relaxed);
                let answered = ask(&target, channel.clone(), slot).await;
                let count = if answered { &done } else { &failed };
                count.fetch_add(1, Ordering::Relaxed);
            }
        });
    }
    while callers.join_next().await.is_some() {}
    let rate = done.load(Ordering::Relaxed) as f64 / begun.elapsed().as_secs_f64();
    let failed = failed.load(Ordering::Relaxed);
    println!("{}", serde_json::json!({ "per_second": rate, "failed": failed }));
    Ok(())
}

/// One address; whether there was one.
async fn ask(target: &Target, channel: Channel, slot: u32) -> bool {
    match target {
        Target::Podnet(fleet) => {
            let request = fleet.allocate(slot, format!("{}-{slot}", fleet.run));
            let path = "/podnet.v1.IpamService/AllocateAddress";
            let answer: Result<v1::AllocateAddressResponse, _> = call(channel, path, request).await;
            answer.is_ok()
        }
        Target::GoIpam(prefix) => {
            let request = AcquireIpRequest { prefix_cidr: prefix.clone() };
            let answer: Result<AcquireIpResponse, _> =
                call(channel, "/api.v1.IpamService/AcquireIP", request).await;
            answer.is_ok()
        }
    }
}

/// A unary call, as generated clients make it.
async fn call<Request, Response>(
    channel: Channel,
    path: &'static str,
    request: Request,
) -> Result<Response, Failure>
where
    Request: prost::Message + 'static,
    Response: prost::Message + Default + 'static,
{
    let mut grpc = Grpc::new(channel);
    grpc.ready().await?;
    let codec = ProstCodec::<Request, Response>::default();
    let answer = grpc.unary(tonic::Request::new(request), PathAndQuery::from_static(path), codec).await?;
    Ok(answer.into_inner())
}

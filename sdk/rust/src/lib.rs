//! Rust client of podnet: a thin layer over the generated client.
//!
//! ```no_run
//! # async fn example() -> Result<(), podnet::Error> {
//! use podnet::v1::AllocateAddressRequest;
//!
//! let client = podnet::Client::connect(podnet::Options::new("http://127.0.0.1:7443"))?;
//! let answer = client
//!     .call(AllocateAddressRequest {
//!         parent: "clusters/prod".into(),
//!         allocation_id: "3f2a9c-eth0".into(),
//!         node: "clusters/prod/nodes/aks-np1-0".into(),
//!         ..Default::default()
//!     })
//!     .await?;
//! println!("{:?}", answer.allocation);
//! # Ok(())
//! # }
//! ```
//!
//! Every unary RPC is [`Client::call`] with its request message; every list is [`Client::list`], a stream over all pages;
//! [`Client::watch`] is a stream that reconnects and resumes; [`Client::hold`] is an allocation that is released with its
//! guard; [`Client::stream_addresses`] is many allocations and releases over one stream. The layer adds what a good caller
//! does anyway: a deadline that covers all attempts, retries that follow the reason of an error, one `request_id` for each
//! logical call, and typed errors. It checks nothing that the server checks. The generated types are untouched in [`v1`],
//! the generated clients work on [`Client::channel`].

mod call;
mod client;
mod error;
mod guard;
mod health;
#[rustfmt::skip]
#[path = "generated/kinds.rs"]
mod kinds;
mod options;
mod page;
mod retry;
#[rustfmt::skip]
#[path = "generated/rpcs.rs"]
mod rpcs;
#[rustfmt::skip]
#[path = "generated/service_config.rs"]
mod service_config;
mod stream;
mod token;
mod transport;
mod watch;

pub use call::Rpc;
pub use client::Client;
pub use error::{Details, Error};
pub use guard::AllocationGuard;
pub use health::{HealthCheckRequest, HealthCheckResponse, ServingStatus};
pub use kinds::Kind;
pub use options::{Options, Tls};
pub use page::Paged;
pub use podnet_proto::{FILE_DESCRIPTOR_SET, v1};
pub use retry::RetryPolicy;
pub use stream::Operation;
pub use token::Token;
pub use tonic::Code;
pub use tonic_types::FieldViolation;
pub use watch::WatchItem;

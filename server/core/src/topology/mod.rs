//! How do networks, clusters, pools and nodes come, change and go.
//!
//! A node's address, its block or secondary addresses and its routes come and go in one revision (law L10). The order of
//! addresses inside a pool is [`crate::pool`]'s; routes are [`crate::routes`]'.

pub mod cidr;
pub mod cluster;
pub mod network;
pub mod node;
pub(crate) mod node_addresses;
pub mod node_pool;
pub mod outbound;
pub mod scale;
pub mod service;
pub mod subnet;

pub(crate) use node_addresses::refuse_taken;

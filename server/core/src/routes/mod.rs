//! Which way do packets go in the virtual network: route tables, the routes that kubenet clusters keep in them, and the
//! platform's choice among all routes of a subnet.
//!
//! Keeping: [`table`], [`route`] and [`association`] are what a user may do, [`managed`] follows the nodes of a cluster
//! and [`attach`] gives it a table, [`reconcile`] compares a table with what it should be. Whose a route is, is told by
//! [`ownership`] from data and never from a name (law L12). Choosing: [`effective`] lists the routes of a subnet,
//! [`lookup`](mod@lookup) takes the one for a destination and says why each other one lost.
//!
//! This context must not know pools or allocations; of nodes it reads names, addresses and blocks.

pub mod association;
pub mod attach;
mod drift;
pub mod effective;
pub mod lookup;
pub mod managed;
pub mod ownership;
pub mod plan;
pub mod reconcile;
pub mod route;
pub mod source;
pub mod table;
mod wanted;

pub use effective::{EffectiveNextHop, EffectiveRoute, RouteSource, RouteState, effective_routes};
pub use lookup::{Association, Candidate, CandidateOutcome, Lookup, Why, choose, lookup};
pub use ownership::table_user;
pub use plan::{ChangeKind, DriftClass, Plan, RouteChange, plan};
pub use table::{table_etag, table_subnets};

//! Which shape stands beside the name of a place? Fourteen pixels square; the kind is written out as well.

use crate::output::trace::place::Kind;

/// Path data.
#[must_use]
pub(super) fn path(kind: Kind) -> &'static str {
    match kind {
        Kind::Pod => "M7 1 12.2 4v6L7 13 1.8 10V4Z",
        Kind::Node => "M1.5 2.5h11v4h-11ZM1.5 7.5h11v4h-11ZM3.5 4.5h2M3.5 9.5h2",
        Kind::Machine => "M1.5 2h11v7.5h-11ZM4.5 12.5h5M7 9.5v3",
        Kind::Subnet | Kind::Network => {
            "M7 4V7M7 7 3 10M7 7l4 3M5.5 1.5h3v3h-3ZM1.5 9.5h3v3h-3ZM9.5 9.5h3v3h-3Z"
        }
        Kind::LoadBalancer => "M1.5 7h4M5.5 7 11 2.5M5.5 7H12M5.5 7 11 11.5",
        Kind::NatGateway => "M1.5 4.5h10L9 2M12.5 9.5h-10L5 12",
        Kind::Gateway => "M7 1.2 12.8 7 7 12.8 1.2 7Z",
        Kind::OnPremises => "M2.5 12.5v-11h9v11ZM5 4.2h1M8 4.2h1M5 7h1M8 7h1M6 12.5V10h2v2.5",
        Kind::Internet => {
            "M7 1.2A5.8 5.8 0 1 0 7 12.8 5.8 5.8 0 1 0 7 1.2ZM1.2 7h11.6M7 1.2c-3.4 3.6-3.4 8 0 11.6M7 1.2c3.4 3.6 3.4 8 0 11.6"
        }
        Kind::Other => "M4.5 5A2.5 2.5 0 1 1 7 7.5V9M7 11v1",
    }
}

/// Kind of a place, written out.
#[must_use]
pub(super) fn word(kind: Kind) -> &'static str {
    match kind {
        Kind::Pod => "POD",
        Kind::Node => "NODE",
        Kind::Machine => "VIRTUAL MACHINE",
        Kind::Subnet => "SUBNET",
        Kind::Network => "VIRTUAL NETWORK",
        Kind::LoadBalancer | Kind::NatGateway | Kind::Gateway => "PLATFORM",
        Kind::OnPremises | Kind::Internet => "OUTSIDE",
        Kind::Other => "PLACE",
    }
}

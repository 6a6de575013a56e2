//! Commands of reservations.

use podnet::v1;

use super::{changed, deleted, list_or_watch, shown};
use crate::args::network::{Purpose, ReservationCommand};
use crate::context::Context;
use crate::exit::{Exit, Failure};
use crate::name::{RESERVATION, SUBNET, split};

pub(super) async fn run(context: &Context, command: ReservationCommand) -> Result<Exit, Failure> {
    let (request_id, validate_only) = (context.request_id(), context.global.dry_run);
    match command {
        ReservationCommand::Create(spec) => {
            let (parent, reservation_id) = split(&context.name(RESERVATION, &spec.name).await?);
            let purpose = match spec.purpose {
                Purpose::VirtualMachine => v1::ReservationPurpose::VirtualMachine,
                Purpose::InternalLoadBalancer => v1::ReservationPurpose::InternalLoadBalancer,
                Purpose::PrivateEndpoint => v1::ReservationPurpose::PrivateEndpoint,
                Purpose::Other => v1::ReservationPurpose::Other,
            };
            let family = if spec.ipv6 { v1::IpFamily::Ipv6 } else { v1::IpFamily::Unspecified };
            let reservation = v1::Reservation {
                purpose: purpose.into(),
                address_prefix: spec.prefix.map(prefix).unwrap_or_default(),
                prefix_length: spec.length.unwrap_or_default(),
                family: family.into(),
                display_name: spec.display_name,
                ip_forwarding: spec.ip_forwarding,
                ..Default::default()
            };
            let reservation = Some(reservation);
            let request = v1::CreateReservationRequest {
                parent,
                reservation_id,
                reservation,
                request_id,
                validate_only,
            };
            changed(context, context.client.call(request).await?.reservation)
        }
        ReservationCommand::Get(arg) => {
            let name = context.name(RESERVATION, &arg.name).await?;
            shown(context, context.client.call(v1::GetReservationRequest { name }).await?.reservation)
        }
        ReservationCommand::List { subnet, list } => {
            let parent = context.name(SUBNET, &subnet).await?;
            let request = v1::ListReservationsRequest { parent: parent.clone(), ..Default::default() };
            list_or_watch(context, list, &parent, request).await
        }
        ReservationCommand::Delete(which) => {
            let name = context.name(RESERVATION, &which.name).await?;
            let request = v1::DeleteReservationRequest {
                name: name.clone(),
                etag: which.etag,
                allow_missing: which.allow_missing,
                request_id,
                validate_only,
            };
            context.client.call(request).await?;
            deleted(context, &name)
        }
    }
}

/// A bare address is a prefix of one address.
pub(super) fn prefix(text: String) -> String {
    match text.parse::<std::net::IpAddr>() {
        Ok(address) if address.is_ipv4() => format!("{address}/32"),
        Ok(address) => format!("{address}/128"),
        Err(_) => text,
    }
}

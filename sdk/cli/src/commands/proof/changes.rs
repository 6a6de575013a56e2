//! How do flags become changes to try?

use std::net::IpAddr;

use podnet::v1::{self, proposed_change::Change};

use crate::args::proof::WhatIfArgs;
use crate::commands::mask;
use crate::context::Context;
use crate::exit::Failure;
use crate::name::{
    NETWORK_POLICY, NETWORK_SECURITY_GROUP, NODE, NODE_POOL, ROUTE, ROUTE_TABLE, SUBNET, split,
};

/// The changes in the order that the help states.
pub(super) async fn of(context: &Context, args: &WhatIfArgs) -> Result<Vec<v1::ProposedChange>, Failure> {
    let mut changes = Vec::new();
    for name in &args.remove_route {
        let name = context.name(ROUTE, name).await?;
        changes.push(Change::DeleteRoute(v1::DeleteRouteRequest { name, ..Default::default() }));
    }
    for name in &args.remove_node {
        let name = context.name(NODE, name).await?;
        let request = v1::DeleteNodeRequest { name, force: true, ..Default::default() };
        changes.push(Change::DeleteNode(request));
    }
    for name in &args.dissociate {
        let subnet = context.name(SUBNET, name).await?;
        let request = v1::SetSubnetRouteTableRequest { subnet, ..Default::default() };
        changes.push(Change::SetSubnetRouteTable(request));
    }
    for name in &args.remove_policy {
        let name = context.name(NETWORK_POLICY, name).await?;
        changes
            .push(Change::DeleteNetworkPolicy(v1::DeleteNetworkPolicyRequest { name, ..Default::default() }));
    }
    for name in &args.unguard {
        changes.push(guard(context.name(SUBNET, name).await?, String::new())?);
    }
    for text in &args.guard {
        let [subnet, group] = parts(text, "--guard", "SUBNET=GROUP")?;
        let subnet = context.name(SUBNET, &subnet).await?;
        changes.push(guard(subnet, context.name(NETWORK_SECURITY_GROUP, &group).await?)?);
    }
    for text in &args.associate {
        let [subnet, table] = parts(text, "--associate", "SUBNET=TABLE")?;
        let subnet = context.name(SUBNET, &subnet).await?;
        let route_table = context.name(ROUTE_TABLE, &table).await?;
        let request = v1::SetSubnetRouteTableRequest { subnet, route_table, ..Default::default() };
        changes.push(Change::SetSubnetRouteTable(request));
    }
    for text in &args.add_route {
        let [name, address_prefix, next] = parts(text, "--add-route", "ROUTE=PREFIX=HOP")?;
        let (parent, route_id) = split(&context.name(ROUTE, &name).await?);
        let route = Some(v1::Route { address_prefix, ..hop(&next)? });
        changes.push(Change::CreateRoute(v1::CreateRouteRequest {
            parent,
            route_id,
            route,
            ..Default::default()
        }));
    }
    for text in &args.scale {
        let [pool, count] = parts(text, "--scale", "POOL=NODES")?;
        let node_count =
            count.parse().map_err(|_| Failure::Usage(format!("--scale: `{count}` is no number of nodes")))?;
        let name = context.name(NODE_POOL, &pool).await?;
        let request = v1::ScaleNodePoolRequest { name, node_count, ..Default::default() };
        changes.push(Change::ScaleNodePool(request));
    }
    Ok(changes.into_iter().map(|change| v1::ProposedChange { change: Some(change) }).collect())
}

/// A subnet with another group, or none.
fn guard(name: String, network_security_group: String) -> Result<Change, Failure> {
    let subnet = Some(v1::Subnet { name, network_security_group, ..Default::default() });
    let update_mask = mask(&[("network_security_group", true)])?;
    Ok(Change::UpdateSubnet(v1::UpdateSubnetRequest { subnet, update_mask, ..Default::default() }))
}

/// The parts between equals signs, as many as there have to be.
fn parts<const COUNT: usize>(text: &str, flag: &str, form: &str) -> Result<[String; COUNT], Failure> {
    let parts: Vec<String> = text.split('=').map(|part| part.trim().to_owned()).collect();
    let all = parts.iter().all(|part| !part.is_empty());
    let parts = parts.try_into().ok().filter(|_| all);
    parts.ok_or_else(|| Failure::Usage(format!("{flag} `{text}`: give {form}")))
}

/// A route with only its next hop.
fn hop(text: &str) -> Result<v1::Route, Failure> {
    if text.parse::<IpAddr>().is_ok() {
        return Ok(v1::Route {
            next_hop_type: v1::NextHopType::VirtualAppliance.into(),
            next_hop_address: text.to_owned(),
            ..Default::default()
        });
    }
    let kind = match text {
        "none" => v1::NextHopType::None,
        "internet" => v1::NextHopType::Internet,
        "vnet-local" => v1::NextHopType::VnetLocal,
        "gateway" => v1::NextHopType::VirtualNetworkGateway,
        _ => {
            let forms = "an address, none, internet, vnet-local or gateway";
            return Err(Failure::Usage(format!("`{text}` is no next hop: give {forms}")));
        }
    };
    Ok(v1::Route { next_hop_type: kind.into(), ..Default::default() })
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail by panicking")]
mod tests {
    use super::*;

    #[test]
    fn parts_are_as_many_as_the_form_has() {
        let [a, b] = parts("np1=3", "--scale", "POOL=NODES").unwrap();
        assert_eq!((a.as_str(), b.as_str()), ("np1", "3"));
        for text in ["np1", "np1=", "np1=3=4"] {
            let failure = parts::<2>(text, "--scale", "POOL=NODES").unwrap_err();
            assert_eq!(failure.to_string(), format!("--scale `{text}`: give POOL=NODES"));
        }
    }

    #[test]
    fn a_hop_is_an_address_or_a_type() {
        assert_eq!(hop("10.0.0.4").unwrap().next_hop_type(), v1::NextHopType::VirtualAppliance);
        assert_eq!(hop("none").unwrap().next_hop_type(), v1::NextHopType::None);
        assert!(hop("somewhere").is_err());
    }
}

//! How are route tables and routes written?

use podnet_core::model::{NextHop, Route, RouteTable};
use podnet_proto::store::v1 as stored;
use podnet_proto::store::v1::NextHopKind;

use super::scalar::{load_address, load_prefix, name, optional_name, store_address, store_prefix};
use super::{Malformed, Moment, Stored, required};

impl Stored for RouteTable {
    type Message = stored::RouteTable;

    fn store(&self, moment: Moment) -> stored::RouteTable {
        stored::RouteTable {
            name: self.name.to_string(),
            meta: Some(self.meta.store(moment)),
            disable_bgp_route_propagation: self.disable_bgp_route_propagation,
        }
    }

    fn load(message: stored::RouteTable, moment: Moment) -> Result<Self, Malformed> {
        Ok(Self {
            name: name("route_table.name", &message.name)?,
            meta: required("route_table.meta", message.meta, moment)?,
            disable_bgp_route_propagation: message.disable_bgp_route_propagation,
        })
    }
}

impl Stored for Route {
    type Message = stored::Route;

    fn store(&self, moment: Moment) -> stored::Route {
        let kind = match self.next_hop {
            NextHop::VnetLocal => NextHopKind::VnetLocal,
            NextHop::VirtualAppliance(_) => NextHopKind::VirtualAppliance,
            NextHop::VirtualNetworkGateway => NextHopKind::VirtualNetworkGateway,
            NextHop::Internet => NextHopKind::Internet,
            NextHop::None => NextHopKind::None,
        };
        stored::Route {
            name: self.name.to_string(),
            meta: Some(self.meta.store(moment)),
            prefix: store_prefix(&self.prefix),
            next_hop: i32::from(kind),
            next_hop_address: self.next_hop.address().map(store_address).unwrap_or_default(),
            node: self.node.as_ref().map(ToString::to_string),
        }
    }

    fn load(message: stored::Route, moment: Moment) -> Result<Self, Malformed> {
        let next_hop = match NextHopKind::try_from(message.next_hop) {
            Ok(NextHopKind::VnetLocal) => NextHop::VnetLocal,
            Ok(NextHopKind::VirtualAppliance) => {
                NextHop::VirtualAppliance(load_address("route.next_hop_address", &message.next_hop_address)?)
            }
            Ok(NextHopKind::VirtualNetworkGateway) => NextHop::VirtualNetworkGateway,
            Ok(NextHopKind::Internet) => NextHop::Internet,
            Ok(NextHopKind::None) => NextHop::None,
            Ok(NextHopKind::Unspecified) | Err(_) => {
                return Err(Malformed::new(
                    "route.next_hop",
                    format_args!("{} is not known", message.next_hop),
                ));
            }
        };
        Ok(Self {
            name: name("route.name", &message.name)?,
            meta: required("route.meta", message.meta, moment)?,
            prefix: load_prefix("route.prefix", &message.prefix)?,
            next_hop,
            node: optional_name("route.node", message.node)?,
        })
    }
}

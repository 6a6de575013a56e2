//! Calls about route tables and routes.

use podnet::v1 as pb;

use super::addresses::call;
use super::message::{mask, meta, request_id, text};
use super::{WireWorld, show};
use crate::scenario::answer::Answer;
use crate::scenario::names::{full, parent_and_id, short};
use crate::scenario::step::{Step, Verb};

impl WireWorld {
    /// The answer, if the step is about routes.
    pub(super) fn routes(&mut self, step: &Step) -> Result<Option<Answer>, String> {
        let (request_id, validate_only) = (request_id(step), step.has("validate-only"));
        let allow_missing = step.has("allow-missing");
        let word0 = step.word(0)?;
        Ok(Some(match step.verb {
            Verb::CreateTable => {
                let (parent, route_table_id) = parent_and_id(&full("table", word0));
                let route_table = Some(pb::RouteTable {
                    disable_bgp_route_propagation: step.has("disable-propagation"),
                    ..pb::RouteTable::default()
                });
                let request = pb::CreateRouteTableRequest {
                    parent,
                    route_table_id,
                    route_table,
                    request_id,
                    validate_only,
                };
                let response = call!(self, request);
                let lines = response.route_table.iter().map(show::table).collect();
                self.done(step, response.cursor, lines)
            }
            Verb::UpdateTable => {
                let name = full("table", word0);
                let route_table = Some(pb::RouteTable {
                    meta: meta(self.etag(step, "table", &name)),
                    name,
                    disable_bgp_route_propagation: step.text("disable-propagation") == Some("true"),
                    ..pb::RouteTable::default()
                });
                let update_mask = mask(step, &[("disable-propagation", "disable_bgp_route_propagation")]);
                let request =
                    pb::UpdateRouteTableRequest { route_table, update_mask, request_id, validate_only };
                let response = call!(self, request);
                let lines = response.route_table.iter().map(show::table).collect();
                self.done(step, response.cursor, lines)
            }
            Verb::DeleteTable => {
                let name = full("table", word0);
                let etag = self.etag(step, "table", &name);
                let request =
                    pb::DeleteRouteTableRequest { name, etag, allow_missing, request_id, validate_only };
                let response = call!(self, request);
                self.done(step, response.cursor, Vec::new())
            }
            Verb::CreateRoute => {
                let (parent, route_id) = parent_and_id(&full("route", word0));
                let (next_hop_type, next_hop_address) = next_hop(step.needed("hop")?);
                let route = Some(pb::Route {
                    meta: Some(pb::Meta { managed_by: text(step, "by"), ..pb::Meta::default() }),
                    address_prefix: text(step, "prefix"),
                    next_hop_type,
                    next_hop_address,
                    ..pb::Route::default()
                });
                let request = pb::CreateRouteRequest { parent, route_id, route, request_id, validate_only };
                let response = call!(self, request);
                let lines = response.route.iter().map(|route| show::route(route).line()).collect();
                self.done(step, response.cursor, lines)
            }
            Verb::UpdateRoute => {
                let name = full("route", word0);
                let (next_hop_type, next_hop_address) = step.text("hop").map(next_hop).unwrap_or_default();
                let route = Some(pb::Route {
                    meta: meta(self.etag(step, "route", &name)),
                    name,
                    address_prefix: text(step, "prefix"),
                    next_hop_type,
                    next_hop_address,
                    ..pb::Route::default()
                });
                let paths =
                    [("prefix", "address_prefix"), ("hop", "next_hop_type"), ("hop", "next_hop_address")];
                let update_mask = mask(step, &paths);
                let response =
                    call!(self, pb::UpdateRouteRequest { route, update_mask, request_id, validate_only });
                let lines = response.route.iter().map(|route| show::route(route).line()).collect();
                self.done(step, response.cursor, lines)
            }
            Verb::DeleteRoute => {
                let name = full("route", word0);
                let etag = self.etag(step, "route", &name);
                let request = pb::DeleteRouteRequest { name, etag, allow_missing, request_id, validate_only };
                let response = call!(self, request);
                self.done(step, response.cursor, Vec::new())
            }
            Verb::Associate => {
                let subnet = full("subnet", word0);
                let etag = self.etag(step, "subnet", &subnet);
                let route_table = match step.needed("table")? {
                    "none" => String::new(),
                    table => full("table", table),
                };
                let request =
                    pb::SetSubnetRouteTableRequest { subnet, route_table, etag, request_id, validate_only };
                let response = call!(self, request);
                let was = short(&response.previous_route_table);
                let line = format!("was {}", if was.is_empty() { "none" } else { &was });
                self.done(step, response.cursor, vec![line])
            }
            Verb::Apply => return self.reconcile(step, validate_only).map(Some),
            _ => return Ok(None),
        }))
    }

    /// Plans or applies a reconciliation.
    pub(super) fn reconcile(&mut self, step: &Step, validate_only: bool) -> Result<Answer, String> {
        let name = full("table", step.word(0)?);
        let wanted = |text: &&str| {
            let mut parts = text.split('>');
            let mut part = || parts.next().ok_or_else(|| format!("`{text}`: write name>prefix>hop"));
            let (id, address_prefix, hop) = (part()?, part()?.to_owned(), part()?);
            let (next_hop_type, next_hop_address) = next_hop(hop);
            let name = format!("{name}/routes/{id}");
            Ok(pb::Route { name, address_prefix, next_hop_type, next_hop_address, ..pb::Route::default() })
        };
        let request = pb::ReconcileRouteTableRequest {
            manager: text(step, "manager"),
            desired: step.list("want").iter().map(wanted).collect::<Result<_, String>>()?,
            etag: self.etag(step, "table", &name),
            name: name.clone(),
            request_id: request_id(step),
            validate_only,
        };
        let response = match self.call(request) {
            Ok(response) => response,
            Err(refused) => return Ok(refused),
        };
        if step.verb == Verb::Plan {
            let meta = response.route_table.as_ref().and_then(|table| table.meta.clone());
            self.plans.insert(name, meta.unwrap_or_default().etag);
            let lines = show::plan(&response);
            return Ok(self.done(step, response.cursor, lines));
        }
        let (added, replaced, removed) = (response.add_count, response.replace_count, response.remove_count);
        let line = format!("added={added} replaced={replaced} removed={removed}");
        Ok(self.done(step, response.cursor, vec![line]))
    }
}

fn next_hop(text: &str) -> (i32, String) {
    match text {
        "vnet" => (pb::NextHopType::VnetLocal as i32, String::new()),
        "gateway" => (pb::NextHopType::VirtualNetworkGateway as i32, String::new()),
        "internet" => (pb::NextHopType::Internet as i32, String::new()),
        "none" => (pb::NextHopType::None as i32, String::new()),
        address => (pb::NextHopType::VirtualAppliance as i32, address.to_owned()),
    }
}

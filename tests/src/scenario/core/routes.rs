//! Which command about routes is a step, and what does a plan say?

use podnet_core::command::{
    Command, Reconcile, RouteSpec, RouteTableSpec, RouteTableUpdate, RouteUpdate, SubnetRouteTable,
};
use podnet_core::meta::Labels;
use podnet_core::name::{RouteName, RouteTableName, SubnetName};
use podnet_core::routes::{ChangeKind, plan, table_etag};

use super::command::{delete, given};
use super::parse::{name, next_hop, prefix, segment};
use super::{CoreWorld, refusal, show};
use crate::scenario::answer::Answer;
use crate::scenario::step::{Step, Verb};

impl CoreWorld {
    /// The command, if the step is about routes.
    pub(super) fn route_command(&self, step: &Step) -> Result<Option<Command>, String> {
        let table = || name("table", step.word(0)?, RouteTableName::parse);
        let route = || name("route", step.word(0)?, RouteName::parse);
        Ok(Some(match step.verb {
            Verb::CreateTable => Command::CreateRouteTable(RouteTableSpec {
                name: table()?,
                labels: Labels::new(),
                disable_bgp_route_propagation: step.has("disable-propagation"),
            }),
            Verb::UpdateTable => Command::UpdateRouteTable(RouteTableUpdate {
                name: table()?,
                etag: self.table_etag(step)?,
                labels: None,
                disable_bgp_route_propagation: step.text("disable-propagation").map(|text| text == "true"),
            }),
            Verb::DeleteTable => Command::DeleteRouteTable(delete(step, table()?, self.table_etag(step)?)),
            Verb::CreateRoute => Command::CreateRoute(RouteSpec {
                name: route()?,
                labels: Labels::new(),
                managed_by: step.text_or("by", "").to_owned(),
                prefix: prefix(step.needed("prefix")?)?,
                next_hop: next_hop(step.needed("hop")?)?,
                node: None,
            }),
            Verb::UpdateRoute => Command::UpdateRoute(RouteUpdate {
                name: route()?,
                etag: self.etag_in(step, self.state.routes.get(&route()?).map(AsRef::as_ref)),
                labels: None,
                prefix: step.text("prefix").map(prefix).transpose()?,
                next_hop: step.text("hop").map(next_hop).transpose()?,
            }),
            Verb::DeleteRoute => {
                let etag = self.etag_in(step, self.state.routes.get(&route()?).map(AsRef::as_ref));
                Command::DeleteRoute(delete(step, route()?, etag))
            }
            Verb::Associate => {
                let subnet = name("subnet", step.word(0)?, SubnetName::parse)?;
                let etag = self.etag_in(step, self.state.subnets.get(&subnet).map(AsRef::as_ref));
                let table = match step.needed("table")? {
                    "none" => None,
                    text => Some(name("table", text, RouteTableName::parse)?),
                };
                Command::SetSubnetRouteTable(SubnetRouteTable { subnet, table, etag })
            }
            Verb::Apply => Command::ReconcileRouteTable(self.wish(step)?),
            _ => return Ok(None),
        }))
    }

    /// Plans a reconciliation and keeps its etag for `apply etag=plan`.
    pub(super) fn plan(&mut self, step: &Step) -> Result<Answer, String> {
        let wish = self.wish(step)?;
        // What keeps a plan from being applied refuses the dry run too.
        let planned = plan(&self.state, &wish).and_then(|plan| plan.refusal().map_or(Ok(plan), Err));
        match planned {
            Err(rejection) => Ok(Answer::Refused(refusal(&rejection))),
            Ok(plan) => {
                self.plans.insert(wish.table.to_string(), plan.etag.clone());
                Ok(Answer::Done { revision: None, is_new: false, lines: show::plan(&plan) })
            }
        }
    }

    fn wish(&self, step: &Step) -> Result<Reconcile, String> {
        let table = name("table", step.word(0)?, RouteTableName::parse)?;
        let manager = step.text_or("manager", "").to_owned();
        let wanted = |text: &&str| {
            let mut parts = text.split('>');
            let mut part = || parts.next().ok_or_else(|| format!("`{text}`: write name>prefix>hop"));
            Ok(RouteSpec {
                name: table.route(segment(part()?)?),
                labels: Labels::new(),
                managed_by: manager.clone(),
                prefix: prefix(part()?)?,
                next_hop: next_hop(part()?)?,
                node: None,
            })
        };
        let desired =
            step.has("want").then(|| step.list("want").iter().map(wanted).collect::<Result<_, String>>());
        let etag = match step.text("etag") {
            Some("plan") => self.plans.get(&table.to_string()).cloned(),
            _ => self.table_etag(step)?,
        };
        Ok(Reconcile { table, manager, desired: desired.transpose()?, etag })
    }

    fn table_etag(&self, step: &Step) -> Result<Option<String>, String> {
        let name = name("table", step.word(0)?, RouteTableName::parse)?;
        let current = self.state.route_tables.get(&name).map(|table| table_etag(&self.state, table));
        Ok(given(step, current))
    }
}

/// The word for a kind of change, as the contract has it.
pub(super) fn change_word(kind: ChangeKind) -> &'static str {
    match kind {
        ChangeKind::Remove => "REMOVE",
        ChangeKind::Replace => "REPLACE",
        ChangeKind::Add => "ADD",
        ChangeKind::AssociateTable => "ASSOCIATE_TABLE",
        ChangeKind::KeepForeign => "KEEP_FOREIGN",
    }
}

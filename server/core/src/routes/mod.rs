//! How do packets leave a subnet: route tables, effective routes, and the routes that a cluster keeps.
//!
//! Choosing is here; keeping is not offered yet: every command refuses with `FEATURE_DISABLED`, and so do kubenet node pools, which need a table.

pub mod effective;
pub mod lookup;

pub use effective::{EffectiveNextHop, EffectiveRoute, RouteSource, effective_routes};
pub use lookup::{Candidate, CandidateOutcome, Lookup, lookup};

use crate::rejection::{Reason, Rejection};

fn refuse() -> Rejection {
    Rejection::new(Reason::FeatureDisabled, "route tables are not offered in this version")
        .with("feature", "routes")
}

macro_rules! refused {
    ($($module:ident { $($function:ident($($argument:ty),*) -> $result:ty;)+ })+) => {$(
        #[expect(missing_docs, reason = "refuses everything")]
        pub mod $module {
            use super::refuse;
            #[expect(unused_imports, reason = "one list for all")]
            use crate::{Rejection, State, command::*, decide::Draft, model::*, name::*};
            $(pub(crate) fn $function($(_: $argument),*) -> Result<$result, Rejection> { Err(refuse()) })+
        }
    )+};
}
refused! {
    table {
        create(&mut Draft<'_>, &RouteTableSpec) -> ();
        update(&mut Draft<'_>, &RouteTableUpdate) -> ();
        delete(&mut Draft<'_>, &Delete<RouteTableName>) -> ();
    }
    route {
        create(&mut Draft<'_>, &RouteSpec) -> ();
        update(&mut Draft<'_>, &RouteUpdate) -> ();
        delete(&mut Draft<'_>, &Delete<RouteName>) -> ();
    }
    association { set(&mut Draft<'_>, &SubnetRouteTable) -> (); }
    reconcile { apply(&mut Draft<'_>, &Reconcile) -> (); refuse_drift(&State, &Cluster) -> (); }
}

/// Routes that a cluster keeps.
pub mod managed {
    use super::refuse;
    use crate::decide::Draft;
    use crate::model::{Cluster, NetworkMode, Node, Subnet};
    use crate::name::RouteTableName;
    use crate::{Rejection, State};

    fn only_azure_cni(cluster: &Cluster) -> Result<(), Rejection> {
        if cluster.mode == NetworkMode::AzureCni { Ok(()) } else { Err(refuse()) }
    }
    pub(crate) fn node_joined(_: &mut Draft<'_>, cluster: &Cluster, _: &Node) -> Result<(), Rejection> {
        only_azure_cni(cluster)
    }
    pub(crate) fn node_changed(
        _: &mut Draft<'_>,
        cluster: &Cluster,
        _: &Node,
        _: &Node,
    ) -> Result<(), Rejection> {
        only_azure_cni(cluster)
    }
    pub(crate) fn node_left(_: &mut Draft<'_>, _: &Cluster, _: &Node) {}
    pub(crate) fn cluster_left(_: &mut Draft<'_>, _: &Cluster) {}
    pub(crate) fn check_brought_table(
        _: &State,
        cluster: &Cluster,
        _: &RouteTableName,
    ) -> Result<(), Rejection> {
        only_azure_cni(cluster)
    }
    pub(crate) fn attach_first_pool(
        _: &mut Draft<'_>,
        _: &Cluster,
        _: &Subnet,
    ) -> Result<RouteTableName, Rejection> {
        Err(refuse())
    }
}

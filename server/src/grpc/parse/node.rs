//! What do requests about nodes ask for?

use podnet_core::Command;
use podnet_core::command::{Delete, NodeSpec, NodeUpdate};
use podnet_core::model::{Interface, Node, NodeState};
use podnet_core::name::{ClusterName, NodeName, NodePoolName};
use podnet_proto::v1 as pb;

use super::fields::{Fields, Invalid};
use super::mask::{immutable, meta, mutable, passed, resolve};
use super::network::etag;

/// Reads `CreateNode`.
pub(crate) fn create_node(request: &pb::CreateNodeRequest) -> Result<Command, Invalid> {
    let mut fields = Fields::default();
    let parent = fields.keep("parent", ClusterName::parse(&request.parent));
    let spec = spec(&mut fields, request, parent.as_ref());
    fields.finish(|| Some(Command::CreateNodes(vec![spec?])))
}

/// Reads `BatchCreateNodes`.
pub(crate) fn batch_create_nodes(request: &pb::BatchCreateNodesRequest) -> Result<Command, Invalid> {
    let mut fields = Fields::default();
    let parent = fields.keep("parent", ClusterName::parse(&request.parent));
    let read = |(index, item): (usize, &pb::CreateNodeRequest)| {
        fields.nested(&format!("requests[{index}]"), |fields| {
            batch_item(fields, &item.parent, &request.parent, &item.request_id, item.validate_only);
            spec(fields, item, parent.as_ref())
        })
    };
    let specs: Option<Vec<_>> = request.requests.iter().enumerate().map(read).collect();
    fields.finish(|| Some(Command::CreateNodes(specs?)))
}

/// Refuses what belongs to the batch in one of its items.
pub(super) fn batch_item(
    fields: &mut Fields,
    parent: &str,
    of_batch: &str,
    request_id: &str,
    validate_only: bool,
) {
    if !parent.is_empty() && parent != of_batch {
        fields.refuse(
            "parent",
            format_args!("is not the parent of the batch; leave it empty or name {of_batch}"),
        );
    }
    if !request_id.is_empty() {
        fields.refuse("request_id", "belongs to the batch; leave it empty in an item");
    }
    if validate_only {
        fields.refuse("validate_only", "belongs to the batch; leave it false in an item");
    }
}

fn spec(
    fields: &mut Fields,
    request: &pb::CreateNodeRequest,
    parent: Option<&ClusterName>,
) -> Option<NodeSpec> {
    let id = fields.segment("node_id", &request.node_id);
    let node = fields.required("node", request.node.as_ref())?;
    let (content, pool) = fields.nested("node", |fields| {
        let pool = fields.keep("node_pool", NodePoolName::parse(&node.node_pool));
        let pod_addresses: Vec<_> = node.pod_addresses.iter().map(|entry| entry.address.clone()).collect();
        let content = (
            fields.labels(node.meta.as_ref()),
            fields.text("uid", &node.uid),
            fields.addresses("addresses", &node.addresses),
            fields.prefixes("pod_prefixes", &node.pod_prefixes),
            fields.addresses("pod_addresses", &pod_addresses),
            state(fields, node.state),
            fields.addresses("public_addresses", &node.public_addresses),
        );
        (content, pool)
    });
    let (labels, uid, addresses, pod_prefixes, pod_addresses, state, public_addresses) = content;
    Some(NodeSpec {
        name: parent?.node(id?),
        labels,
        pool: pool?,
        uid,
        addresses,
        pod_prefixes,
        pod_addresses,
        state: state?,
        excluded_from_load_balancers: node.excluded_from_load_balancer,
        interface: Interface { ip_forwarding: node.ip_forwarding, public_addresses },
    })
}

/// Reads `UpdateNode`; `current` is the present node.
pub(crate) fn update_node(
    request: &pb::UpdateNodeRequest,
    current: Option<&pb::Node>,
) -> Result<Command, Invalid> {
    let mut fields = Fields::default();
    let node = fields.required("node", request.node.as_ref());
    let update = node.and_then(|node| {
        let texts =
            |node: &pb::Node| node.pod_addresses.iter().map(|a| a.address.clone()).collect::<Vec<_>>();
        let (given, present) = (texts(node), current.map(texts));
        let table: Vec<_> = [
            passed("name"),
            immutable("node_pool", &node.node_pool, current.map(|c| &c.node_pool)),
            immutable("uid", &node.uid, current.map(|c| &c.uid)),
            immutable("pod_prefixes", &node.pod_prefixes, current.map(|c| &c.pod_prefixes)),
            immutable("pod_addresses", &given, present.as_ref()),
            passed("max_pods"),
            mutable("addresses", &node.addresses),
            mutable("state", &node.state),
            mutable("excluded_from_load_balancer", &node.excluded_from_load_balancer),
            mutable("ip_forwarding", &node.ip_forwarding),
            mutable("public_addresses", &node.public_addresses),
            passed("pod_count"),
            passed("usage"),
        ]
        .into_iter()
        .chain(meta(node.meta.as_ref()))
        .collect();
        let chosen = resolve(&mut fields, request.update_mask.as_ref(), &table);
        fields.nested("node", |fields| {
            let labels = fields.labels(node.meta.as_ref());
            let addresses = fields.addresses("addresses", &node.addresses);
            let public_addresses = fields.addresses("public_addresses", &node.public_addresses);
            let state = state(fields, node.state)?;
            Some(NodeUpdate {
                name: fields.keep("name", NodeName::parse(&node.name))?,
                etag: etag(node.meta.as_ref()),
                immutable: chosen.immutable.clone(),
                labels: chosen.pick("meta.labels", labels),
                addresses: chosen.pick("addresses", addresses),
                state: chosen.pick("state", state),
                excluded_from_load_balancers: chosen
                    .pick("excluded_from_load_balancer", node.excluded_from_load_balancer),
                ip_forwarding: chosen.pick("ip_forwarding", node.ip_forwarding),
                public_addresses: chosen.pick("public_addresses", public_addresses),
            })
        })
    });
    fields.finish(|| update.map(Command::UpdateNode))
}

/// Reads `DeleteNode`.
pub(crate) fn delete_node(request: &pb::DeleteNodeRequest) -> Result<Command, Invalid> {
    let delete =
        super::delete(&request.name, &request.etag, request.allow_missing, request.force, NodeName::parse)?;
    Ok(Command::DeleteNodes(vec![delete]))
}

/// Reads `BatchDeleteNodes`.
pub(crate) fn batch_delete_nodes(request: &pb::BatchDeleteNodesRequest) -> Result<Command, Invalid> {
    let mut fields = Fields::default();
    let parent = fields.keep("parent", ClusterName::parse(&request.parent));
    let read = |(index, text): (usize, &String)| {
        let path = format!("names[{index}]");
        let name = fields.keep(&path, NodeName::parse(text))?;
        if parent.as_ref().is_some_and(|parent| *parent != name.cluster_name()) {
            fields.refuse(path, format_args!("is not a node of {}", request.parent));
        }
        Some(Delete { name, etag: None, allow_missing: request.allow_missing, force: request.force })
    };
    let deletes: Option<Vec<_>> = request.names.iter().enumerate().map(read).collect();
    fields.finish(|| Some(Command::DeleteNodes(deletes?)))
}

fn state(fields: &mut Fields, value: i32) -> Option<NodeState> {
    Some(match fields.word("state", value)? {
        pb::NodeState::Unspecified | pb::NodeState::Ready => NodeState::Active,
        pb::NodeState::Cordoned => NodeState::Cordoned,
        pb::NodeState::NotReady => NodeState::NotReady,
    })
}

/// What a list of nodes is restricted to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct NodeFilter {
    pool: Option<NodePoolName>,
    state: Option<NodeState>,
}

impl NodeFilter {
    /// Whether a node is to be shown.
    pub(crate) fn matches(&self, node: &Node) -> bool {
        self.pool.as_ref().is_none_or(|pool| *pool == node.pool)
            && self.state.is_none_or(|state| state == node.state)
    }
}

/// Reads the filter of `ListNodes`.
pub(crate) fn list_filter(request: &pb::ListNodesRequest) -> Result<NodeFilter, Invalid> {
    let mut fields = Fields::default();
    let pool = fields.optional_name("node_pool", &request.node_pool, NodePoolName::parse);
    let state = if request.state == 0 { None } else { state(&mut fields, request.state) };
    fields.finish(|| Some(NodeFilter { pool, state }))
}

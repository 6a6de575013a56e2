//! How are node pools and nodes written?

use podnet_core::model::{Interface, Node, NodePool};
use podnet_proto::store::v1 as stored;

use super::scalar::{
    Code, load_addresses, load_prefixes, load_runs, name, optional_name, store_addresses, store_prefixes,
    store_runs,
};
use super::{Malformed, Moment, Stored, required};

impl Stored for NodePool {
    type Message = stored::NodePool;

    fn store(&self, moment: Moment) -> stored::NodePool {
        stored::NodePool {
            name: self.name.to_string(),
            meta: Some(self.meta.store(moment)),
            subnet: self.subnet.to_string(),
            max_pods: self.max_pods,
            os: self.os.code(),
            surge: self.surge,
            next_instance: self.next_instance,
            network_security_group: self.network_security_group.as_ref().map(ToString::to_string),
        }
    }

    fn load(message: stored::NodePool, moment: Moment) -> Result<Self, Malformed> {
        Ok(Self {
            name: name("node_pool.name", &message.name)?,
            meta: required("node_pool.meta", message.meta, moment)?,
            subnet: name("node_pool.subnet", &message.subnet)?,
            max_pods: message.max_pods,
            os: Code::of_code("node_pool.os", message.os)?,
            surge: message.surge,
            next_instance: message.next_instance,
            network_security_group: optional_name(
                "node_pool.network_security_group",
                message.network_security_group,
            )?,
        })
    }
}

impl Stored for Node {
    type Message = stored::Node;

    fn store(&self, moment: Moment) -> stored::Node {
        stored::Node {
            name: self.name.to_string(),
            meta: Some(self.meta.store(moment)),
            pool: self.pool.to_string(),
            uid: self.uid.clone(),
            addresses: store_addresses(&self.addresses),
            pod_prefixes: store_prefixes(&self.pod_prefixes),
            pod_addresses: store_runs(&self.pod_addresses),
            max_pods: self.max_pods,
            state: self.state.code(),
            excluded_from_load_balancers: self.excluded_from_load_balancers,
            ip_forwarding: self.interface.ip_forwarding,
            public_addresses: store_addresses(&self.interface.public_addresses),
        }
    }

    fn load(message: stored::Node, moment: Moment) -> Result<Self, Malformed> {
        Ok(Self {
            name: name("node.name", &message.name)?,
            meta: required("node.meta", message.meta, moment)?,
            pool: name("node.pool", &message.pool)?,
            uid: message.uid,
            addresses: load_addresses("node.addresses", &message.addresses)?,
            pod_prefixes: load_prefixes("node.pod_prefixes", &message.pod_prefixes)?,
            pod_addresses: load_runs("node.pod_addresses", &message.pod_addresses)?,
            max_pods: message.max_pods,
            state: Code::of_code("node.state", message.state)?,
            excluded_from_load_balancers: message.excluded_from_load_balancers,
            interface: Interface {
                ip_forwarding: message.ip_forwarding,
                public_addresses: load_addresses("node.public_addresses", &message.public_addresses)?,
            },
        })
    }
}

//! How are pools and their numbers named?

use podnet_core::address::Family;
use podnet_core::pool::PoolKey;
use podnet_proto::store::v1 as stored;
use podnet_proto::store::v1::PoolKind;

use super::scalar::{Code, name};
use super::{Malformed, Moment, Stored};

impl Stored for PoolKey {
    type Message = stored::PoolKey;

    fn store(&self, _: Moment) -> stored::PoolKey {
        let (kind, owner, family) = match self {
            Self::Subnet(subnet, family) => (PoolKind::Subnet, subnet.to_string(), family),
            Self::PodBlocks(cluster, family) => (PoolKind::PodBlocks, cluster.to_string(), family),
            Self::NodeBlock(node, family) => (PoolKind::NodeBlock, node.to_string(), family),
            Self::NodeAddresses(node, family) => (PoolKind::NodeAddresses, node.to_string(), family),
        };
        stored::PoolKey { kind: i32::from(kind), owner, family: family.code() }
    }

    fn load(message: stored::PoolKey, _: Moment) -> Result<Self, Malformed> {
        let family: Family = Code::of_code("pool.family", message.family)?;
        match PoolKind::try_from(message.kind) {
            Ok(PoolKind::Subnet) => Ok(Self::Subnet(name("pool.owner", &message.owner)?, family)),
            Ok(PoolKind::PodBlocks) => Ok(Self::PodBlocks(name("pool.owner", &message.owner)?, family)),
            Ok(PoolKind::NodeBlock) => Ok(Self::NodeBlock(name("pool.owner", &message.owner)?, family)),
            Ok(PoolKind::NodeAddresses) => {
                Ok(Self::NodeAddresses(name("pool.owner", &message.owner)?, family))
            }
            Ok(PoolKind::Unspecified) | Err(_) => {
                Err(Malformed::new("pool.kind", format_args!("{} is not known", message.kind)))
            }
        }
    }
}

//! How are allocations and what is left of them written?
//!
//! The allocation is the message that the log has most of, so it leaves out what its surroundings say: revision and time
//! of the record, the usual interface, a container id that begins the attachment's id, and the spelling of a UUID.

use std::sync::Arc;

use podnet_core::model::{
    AllocatedAddress, AllocatedAddresses, Allocation, INTERFACE_USUAL, KeptOwner, OwnerTexts, PodTraits,
    Tombstone,
};
use podnet_core::name::AllocationName;
use podnet_core::time::Timestamp;
use podnet_proto::store::v1 as stored;
use uuid::Uuid;

use super::scalar::{
    load_address, load_addresses, load_revision, load_time, name, narrow, store_address, store_revision,
    store_time,
};
use super::{Malformed, Moment, Stored, load_all};

impl Stored for AllocatedAddress {
    type Message = stored::AllocatedAddress;

    fn store(&self, _: Moment) -> stored::AllocatedAddress {
        stored::AllocatedAddress {
            address: store_address(self.address),
            prefix_length: u32::from(self.prefix_length),
            gateway: store_address(self.gateway),
        }
    }

    fn load(message: stored::AllocatedAddress, _: Moment) -> Result<Self, Malformed> {
        Ok(Self {
            address: load_address("allocation.addresses.address", &message.address)?,
            prefix_length: narrow("allocation.addresses.prefix_length", message.prefix_length)?,
            gateway: load_address("allocation.addresses.gateway", &message.gateway)?,
        })
    }
}

/// The bytes of a UUID in its canonical text; any other text stays as it is.
fn uuid_bits(text: &str) -> Option<Vec<u8>> {
    let uuid = Uuid::try_parse(text).ok()?;
    (uuid.to_string() == text).then(|| uuid.as_bytes().to_vec())
}

/// Addresses of an allocation, none of which may be passed over.
fn addresses(
    held: Vec<stored::AllocatedAddress>,
    requested: &[Vec<u8>],
    moment: Moment,
) -> Result<AllocatedAddresses, Malformed> {
    let held: Vec<AllocatedAddress> = load_all(held, moment)?;
    let requested = load_addresses("allocation.requested_addresses", requested)?;
    let all = AllocatedAddresses::new(held.iter().copied(), requested.iter().copied());
    if !all.iter().eq(held) {
        return Err(Malformed::new("allocation.addresses", "has two of one family, or not IPv4 first"));
    }
    if !all.requested().eq(requested) {
        return Err(Malformed::new(
            "allocation.requested_addresses",
            "has one that is not among the addresses",
        ));
    }
    Ok(all)
}

impl Stored for Allocation {
    type Message = stored::Allocation;

    fn store(&self, moment: Moment) -> stored::Allocation {
        let (owner, id) = (self.owner(), self.name.allocation.as_str());
        let pod_uid_bits = uuid_bits(owner.pod_uid);
        let begins = id.starts_with(owner.container_id);
        stored::Allocation {
            cluster: self.name.cluster.to_string(),
            id: id.to_owned(),
            node: self.node.to_string(),
            addresses: self.addresses.iter().map(|held| held.store(moment)).collect(),
            namespace: owner.namespace.to_owned(),
            pod: owner.pod.to_owned(),
            pod_uid: if pod_uid_bits.is_some() { String::new() } else { owner.pod_uid.to_owned() },
            pod_uid_bits,
            container_id: if begins { String::new() } else { owner.container_id.to_owned() },
            // An id is at most 128 bytes.
            container_id_length: if begins {
                u32::try_from(owner.container_id.len()).unwrap_or(0)
            } else {
                0
            },
            interface: (owner.interface != INTERFACE_USUAL).then(|| owner.interface.to_owned()),
            requested_addresses: self.addresses.requested().map(store_address).collect(),
            created_revision: store_revision(self.created_revision, moment),
            revision: store_revision(self.revision, moment),
            create_time: store_time(self.create_time, moment),
            pod_traits: self.pod_traits.as_ref().map(|traits| traits.store(moment)),
        }
    }

    fn load(message: stored::Allocation, moment: Moment) -> Result<Self, Malformed> {
        let pod_uid = match message.pod_uid_bits {
            Some(bits) => {
                let uuid = Uuid::from_slice(&bits);
                uuid.map_err(|_| Malformed::new("allocation.pod_uid_bits", "a UUID has 16 bytes"))?
                    .to_string()
            }
            None => message.pod_uid,
        };
        let container_id = match usize::try_from(message.container_id_length).unwrap_or(usize::MAX) {
            0 => &*message.container_id,
            length => message
                .id
                .get(..length)
                .ok_or_else(|| Malformed::new("allocation.container_id_length", "is longer than the id"))?,
        };
        let node = name("allocation.node", &message.node)?;
        let name = AllocationName {
            cluster: name("allocation.cluster", &message.cluster)?,
            allocation: name("allocation.id", &message.id)?,
        };
        let owner = OwnerTexts {
            namespace: &message.namespace,
            pod: &message.pod,
            pod_uid: &pod_uid,
            container_id,
            interface: message.interface.as_deref().unwrap_or(INTERFACE_USUAL),
        };
        Ok(Self {
            node,
            addresses: addresses(message.addresses, &message.requested_addresses, moment)?,
            owner: KeptOwner::new(&name.allocation, owner),
            name,
            created_revision: load_revision(message.created_revision, moment),
            revision: load_revision(message.revision, moment),
            create_time: load_time(message.create_time, moment),
            pod_traits: message
                .pod_traits
                .map(|traits| PodTraits::load(traits, moment))
                .transpose()?
                .map(Arc::new),
        })
    }
}

impl Stored for Tombstone {
    type Message = stored::Tombstone;

    fn store(&self, _: Moment) -> stored::Tombstone {
        stored::Tombstone { released: self.released.0, single_use: self.single_use, until: self.until.0 }
    }

    fn load(message: stored::Tombstone, _: Moment) -> Result<Self, Malformed> {
        Ok(Self {
            released: Timestamp(message.released),
            single_use: message.single_use,
            until: Timestamp(message.until),
        })
    }
}

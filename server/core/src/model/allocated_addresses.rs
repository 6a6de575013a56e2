//! Which addresses does an allocation have, and which of them were asked for?
//!
//! There are as many of these as live pods, nearly all with one IPv4 address, which takes no memory of its own. This
//! module must not know how an address is chosen.

use std::fmt;
use std::net::{IpAddr, Ipv4Addr};

use crate::address::Family;

/// One address of an allocation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct AllocatedAddress {
    /// The address.
    pub address: IpAddr,
    /// Length of the prefix that the pod's interface gets.
    pub prefix_length: u8,
    /// Default gateway of the pod.
    pub gateway: IpAddr,
}

/// An IPv4 address, its gateway and prefix length, in few bytes.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Short {
    address: Ipv4Addr,
    gateway: Ipv4Addr,
    prefix_length: u8,
}

/// Every address of an allocation.
pub type AddressIter =
    std::iter::Chain<std::option::IntoIter<AllocatedAddress>, std::option::IntoIter<AllocatedAddress>>;

/// Addresses of an allocation: one for each family of its cluster, and which of them the request named.
#[derive(Clone, Default, PartialEq, Eq, Hash)]
pub struct AllocatedAddresses {
    v4: Option<Short>,
    /// Apart, since few have one and it is long.
    v6: Option<Box<AllocatedAddress>>,
    /// Families of the addresses that the request named, in its order; part of the request's identity.
    requested: [Option<Family>; 2],
}

impl AllocatedAddresses {
    /// These addresses, some of which a request named. There is one of a family, and nobody gets another than he asked for:
    /// a second one, and a wish for one that is not there, are passed over.
    pub fn new(
        addresses: impl IntoIterator<Item = AllocatedAddress>,
        requested: impl IntoIterator<Item = IpAddr>,
    ) -> Self {
        let mut all = Self::default();
        for whole in addresses {
            match (whole.address, whole.gateway) {
                (IpAddr::V4(address), IpAddr::V4(gateway)) => {
                    all.v4.get_or_insert(Short { address, gateway, prefix_length: whole.prefix_length });
                }
                (IpAddr::V4(_), IpAddr::V6(_)) => {}
                (IpAddr::V6(_), _) => {
                    all.v6.get_or_insert_with(|| Box::new(whole));
                }
            }
        }
        for address in requested {
            let family = Family::of(address);
            let new = all.has(address) && !all.requested.contains(&Some(family));
            if let Some(place) = all.requested.iter_mut().find(|place| place.is_none()).filter(|_| new) {
                *place = Some(family);
            }
        }
        all
    }

    /// Every address, IPv4 first.
    pub fn iter(&self) -> AddressIter {
        let v4 = self.v4.map(|Short { address, gateway, prefix_length }| AllocatedAddress {
            address: address.into(),
            prefix_length,
            gateway: gateway.into(),
        });
        v4.into_iter().chain(self.v6.as_deref().copied())
    }

    /// The first address.
    pub fn first(&self) -> Option<AllocatedAddress> {
        self.iter().next()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        usize::from(self.v4.is_some()) + usize::from(self.v6.is_some())
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Whether an address is one of these.
    pub fn has(&self, address: IpAddr) -> bool {
        self.iter().any(|held| held.address == address)
    }

    /// The addresses that the request named, in its order.
    pub fn requested(&self) -> impl Iterator<Item = IpAddr> + use<'_> {
        let of = |family| self.iter().map(|held| held.address).find(|address| Family::of(*address) == family);
        self.requested.iter().flatten().filter_map(move |family| of(*family))
    }
}

impl IntoIterator for &AllocatedAddresses {
    type Item = AllocatedAddress;
    type IntoIter = AddressIter;

    fn into_iter(self) -> AddressIter {
        self.iter()
    }
}

impl fmt::Debug for AllocatedAddresses {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(text: &str, gateway: &str) -> AllocatedAddress {
        AllocatedAddress {
            address: text.parse().unwrap(),
            prefix_length: 24,
            gateway: gateway.parse().unwrap(),
        }
    }

    #[test]
    fn addresses_come_back_ipv4_first_with_what_was_asked_for_in_its_order() {
        let (v4, v6) = (address("10.0.0.9", "10.0.0.1"), address("fd00::9", "fd00::1"));
        for given in [vec![], vec![v4], vec![v6], vec![v4, v6], vec![v6, v4]] {
            let mut sorted = given.clone();
            sorted.sort_by_key(|held| held.address);
            let held: Vec<IpAddr> = given.iter().map(|held| held.address).collect();
            for asked in [&held[..], &held[..held.len().min(1)], &[]] {
                let all = AllocatedAddresses::new(given.clone(), asked.iter().copied());
                assert_eq!(all.iter().collect::<Vec<_>>(), sorted);
                assert_eq!(all.requested().collect::<Vec<_>>(), asked);
                assert_eq!((all.len(), all.first()), (sorted.len(), sorted.first().copied()));
            }
        }
    }

    #[test]
    fn what_no_request_can_lead_to_is_passed_over() {
        let (v4, v6) = (address("10.0.0.9", "10.0.0.1"), address("fd00::9", "fd00::1"));
        let other = address("10.0.0.8", "10.0.0.1");
        let mixed = AllocatedAddress { gateway: v6.gateway, ..v4 };
        let shown = |given: &[AllocatedAddress], asked: &[IpAddr]| {
            let all = AllocatedAddresses::new(given.iter().copied(), asked.iter().copied());
            (all.iter().collect::<Vec<_>>(), all.requested().collect::<Vec<_>>())
        };
        assert_eq!(shown(&[v4, other, v6], &[]), (vec![v4, v6], vec![]));
        assert_eq!(shown(&[mixed], &[]), (vec![], vec![]));
        assert_eq!(shown(&[v4], &[v6.address, other.address, v4.address]), (vec![v4], vec![v4.address]));
        assert_eq!(shown(&[v6], &[v6.address, v6.address]), (vec![v6], vec![v6.address]));
    }
}

//! How are the small values written: addresses, prefixes, numbers, names, enums, bookkeeping?

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::time::Duration;

use podnet_core::address::Family;
use podnet_core::address_runs::{AddressRun, AddressRuns};
use podnet_core::event::ReleaseCause;
use podnet_core::meta::{Meta, Revision};
use podnet_core::model::{
    Access, GatewayKind, InboundDistribution, NetworkMode, NodeState, OsType, OutboundType, PodDataPath,
    Protocol, ProvisioningTool, Purpose, RouteManagement, ServiceType, TrafficDirection, TrafficPolicy,
};
use podnet_core::name::{
    AllocationName, ClusterName, NameError, NamespaceName, NetworkName, NetworkPolicyName,
    NetworkSecurityGroupName, NodeName, NodePoolName, ReservationName, RouteName, RouteTableName, Segment,
    ServiceName, SubnetName,
};
use podnet_core::prefix::Prefix;
use podnet_core::time::Timestamp;
use podnet_proto::store::v1 as stored;

use super::{Malformed, Moment, Stored};

/// A name or a part of one.
pub(super) trait Parse: Sized {
    fn parse_text(text: &str) -> Result<Self, NameError>;
}

macro_rules! parse {
    ($($name:ty),+) => {$(
        impl Parse for $name {
            fn parse_text(text: &str) -> Result<Self, NameError> { Self::parse(text) }
        }
    )+};
}
parse!(
    AllocationName,
    ClusterName,
    NamespaceName,
    NetworkName,
    NetworkPolicyName,
    NetworkSecurityGroupName,
    NodeName,
    NodePoolName,
    ReservationName,
    RouteName,
    RouteTableName,
    Segment,
    ServiceName,
    SubnetName
);

pub(super) fn name<T: Parse>(field: &str, text: &str) -> Result<T, Malformed> {
    T::parse_text(text).map_err(|error| Malformed::new(field, error))
}

pub(super) fn optional_name<T: Parse>(field: &str, text: Option<String>) -> Result<Option<T>, Malformed> {
    text.map(|text| name(field, &text)).transpose()
}

/// An enum of the domain with its numbers in the log.
pub(super) trait Code: Sized {
    fn code(self) -> i32;
    fn of_code(field: &str, code: i32) -> Result<Self, Malformed>;
}

macro_rules! codes {
    ($($domain:ident { $($variant:ident),+ })+) => {$(
        impl Code for $domain {
            fn code(self) -> i32 {
                i32::from(match self { $(Self::$variant => stored::$domain::$variant),+ })
            }

            fn of_code(field: &str, code: i32) -> Result<Self, Malformed> {
                match stored::$domain::try_from(code) {
                    $(Ok(stored::$domain::$variant) => Ok(Self::$variant),)+
                    Ok(stored::$domain::Unspecified) | Err(_) => {
                        Err(Malformed::new(field, format_args!("{code} is not known")))
                    }
                }
            }
        }
    )+};
}

codes! {
    Family { V4, V6 }
    Access { Allow, Deny }
    GatewayKind { Vpn, ExpressRoute }
    InboundDistribution { FiveTupleHash, RoundRobin }
    NetworkMode { Kubenet, AzureCni }
    NodeState { Active, Cordoned, NotReady }
    OsType { Linux, Windows }
    OutboundType { LoadBalancer, UserDefinedRouting, NatGateway, None }
    PodDataPath { Transparent, Bridge }
    Protocol { Tcp, Udp, Sctp, Icmp }
    ProvisioningTool { Portal, Cli, Arm }
    Purpose { VirtualMachine, InternalLoadBalancer, PrivateEndpoint, Other }
    ReleaseCause { Released, Superseded, Swept, NodeLeft }
    RouteManagement { Managed, Observed }
    ServiceType { ClusterIp, NodePort, LoadBalancer }
    TrafficDirection { Inbound, Outbound }
    TrafficPolicy { Cluster, Local }
}

pub(super) fn store_address(address: IpAddr) -> Vec<u8> {
    match address {
        IpAddr::V4(v4) => v4.octets().to_vec(),
        IpAddr::V6(v6) => v6.octets().to_vec(),
    }
}

pub(super) fn load_address(field: &str, bytes: &[u8]) -> Result<IpAddr, Malformed> {
    if let Ok(octets) = <[u8; 4]>::try_from(bytes) {
        return Ok(IpAddr::V4(Ipv4Addr::from(octets)));
    }
    match <[u8; 16]>::try_from(bytes) {
        Ok(octets) => Ok(IpAddr::V6(Ipv6Addr::from(octets))),
        Err(_) => {
            Err(Malformed::new(field, format_args!("an address has 4 or 16 bytes, not {}", bytes.len())))
        }
    }
}

pub(super) fn store_addresses(addresses: &[IpAddr]) -> Vec<Vec<u8>> {
    addresses.iter().copied().map(store_address).collect()
}

pub(super) fn load_addresses(field: &str, list: &[Vec<u8>]) -> Result<Vec<IpAddr>, Malformed> {
    list.iter().map(|bytes| load_address(field, bytes)).collect()
}

/// Addresses of one list of runs at most, so that a few damaged bytes can't ask for all memory.
const RUN_ADDRESSES_MAX: u32 = 1 << 16;

pub(super) fn store_runs(addresses: &AddressRuns) -> Vec<stored::AddressRun> {
    let store = |run: &AddressRun| stored::AddressRun { first: store_address(run.first()), more: run.more() };
    addresses.runs().iter().map(store).collect()
}

pub(super) fn load_runs(field: &str, runs: &[stored::AddressRun]) -> Result<AddressRuns, Malformed> {
    let count = runs.iter().fold(0u32, |count, run| count.saturating_add(run.more).saturating_add(1));
    if count > RUN_ADDRESSES_MAX {
        return Err(Malformed::new(
            field,
            format_args!("{count} addresses are more than {RUN_ADDRESSES_MAX}"),
        ));
    }
    let load = |run: &stored::AddressRun| {
        let first = load_address(field, &run.first)?;
        AddressRun::new(first, run.more).ok_or_else(|| Malformed::new(field, "a run leaves its family"))
    };
    runs.iter().map(load).collect()
}

pub(super) fn store_prefix(prefix: &Prefix) -> Vec<u8> {
    let mut bytes = store_address(prefix.first());
    bytes.push(prefix.length());
    bytes
}

pub(super) fn load_prefix(field: &str, bytes: &[u8]) -> Result<Prefix, Malformed> {
    let (length, address) = bytes.split_last().ok_or_else(|| Malformed::missing(field))?;
    let address = load_address(field, address)?;
    Prefix::containing(address, *length).filter(|prefix| prefix.first() == address).ok_or_else(|| {
        Malformed::new(field, format_args!("{address}/{length} is no prefix, or has host bits"))
    })
}

pub(super) fn store_prefixes(prefixes: &[Prefix]) -> Vec<Vec<u8>> {
    prefixes.iter().map(store_prefix).collect()
}

pub(super) fn load_prefixes(field: &str, list: &[Vec<u8>]) -> Result<Vec<Prefix>, Malformed> {
    list.iter().map(|bytes| load_prefix(field, bytes)).collect()
}

pub(super) fn store_number(number: u128) -> Vec<u8> {
    let skip = usize::try_from(number.leading_zeros() / 8).unwrap_or(16);
    number.to_be_bytes().into_iter().skip(skip).collect()
}

pub(super) fn load_number(field: &str, bytes: &[u8]) -> Result<u128, Malformed> {
    if bytes.len() > 16 || bytes.first() == Some(&0) {
        return Err(Malformed::new(field, "a number has at most 16 bytes and no leading zeros"));
    }
    Ok(bytes.iter().fold(0, |number, byte| (number << 8) | u128::from(*byte)))
}

pub(super) fn store_duration(duration: Duration) -> u64 {
    u64::try_from(duration.as_nanos()).unwrap_or(u64::MAX)
}

/// A number that the domain keeps in fewer bits.
pub(super) fn narrow<T: TryFrom<u32>>(field: &str, number: u32) -> Result<T, Malformed> {
    T::try_from(number).map_err(|_| Malformed::new(field, format_args!("{number} is too large")))
}

/// A revision, unless it is that of the record.
pub(super) fn store_revision(revision: Revision, moment: Moment) -> Option<u64> {
    (revision != moment.revision).then_some(revision.0)
}

pub(super) fn load_revision(stored: Option<u64>, moment: Moment) -> Revision {
    stored.map_or(moment.revision, Revision)
}

/// A time, unless it is that of the record.
pub(super) fn store_time(time: Timestamp, moment: Moment) -> Option<u64> {
    (time != moment.time).then_some(time.0)
}

pub(super) fn load_time(stored: Option<u64>, moment: Moment) -> Timestamp {
    stored.map_or(moment.time, Timestamp)
}

impl Stored for Meta {
    type Message = stored::Meta;

    fn store(&self, moment: Moment) -> stored::Meta {
        let label =
            |(key, value): (&String, &String)| stored::Label { key: key.clone(), value: value.clone() };
        stored::Meta {
            created_revision: store_revision(self.created_revision, moment),
            revision: store_revision(self.revision, moment),
            create_time: store_time(self.create_time, moment),
            update_time: store_time(self.update_time, moment),
            labels: self.labels.iter().map(label).collect(),
            managed_by: self.managed_by.clone(),
        }
    }

    fn load(message: stored::Meta, moment: Moment) -> Result<Self, Malformed> {
        Ok(Self {
            created_revision: load_revision(message.created_revision, moment),
            revision: load_revision(message.revision, moment),
            create_time: load_time(message.create_time, moment),
            update_time: load_time(message.update_time, moment),
            labels: message.labels.into_iter().map(|label| (label.key, label.value)).collect(),
            managed_by: message.managed_by,
        })
    }
}

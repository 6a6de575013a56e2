//! How are network security groups written?

use podnet_core::model::{AddressSelector, NetworkSecurityGroup, PortSpan, SecurityRule, ServiceTag};
use podnet_proto::store::v1 as stored;
use podnet_proto::store::v1::address_selector::Selector;

use super::scalar::{Code, load_prefix, name, narrow, optional_name, store_prefix};
use super::{Malformed, Moment, Stored, load_all, required, store_all};

impl Stored for NetworkSecurityGroup {
    type Message = stored::NetworkSecurityGroup;

    fn store(&self, moment: Moment) -> stored::NetworkSecurityGroup {
        stored::NetworkSecurityGroup {
            name: self.name.to_string(),
            meta: Some(self.meta.store(moment)),
            rules: store_all(&self.rules, moment),
            cluster: self.cluster.as_ref().map(ToString::to_string),
        }
    }

    fn load(message: stored::NetworkSecurityGroup, moment: Moment) -> Result<Self, Malformed> {
        Ok(Self {
            name: name("network_security_group.name", &message.name)?,
            meta: required("network_security_group.meta", message.meta, moment)?,
            rules: load_all(message.rules, moment)?,
            cluster: optional_name("network_security_group.cluster", message.cluster)?,
        })
    }
}

impl Stored for SecurityRule {
    type Message = stored::SecurityRule;

    fn store(&self, moment: Moment) -> stored::SecurityRule {
        stored::SecurityRule {
            name: self.name.clone(),
            priority: u32::from(self.priority),
            direction: self.direction.code(),
            access: self.access.code(),
            protocol: self.protocol.map(Code::code),
            sources: store_all(&self.sources, moment),
            destinations: store_all(&self.destinations, moment),
            source_ports: store_all(&self.source_ports, moment),
            destination_ports: store_all(&self.destination_ports, moment),
            description: self.description.clone(),
        }
    }

    fn load(message: stored::SecurityRule, moment: Moment) -> Result<Self, Malformed> {
        let protocol =
            message.protocol.map(|code| Code::of_code("security_rule.protocol", code)).transpose()?;
        Ok(Self {
            name: message.name,
            priority: narrow("security_rule.priority", message.priority)?,
            direction: Code::of_code("security_rule.direction", message.direction)?,
            access: Code::of_code("security_rule.access", message.access)?,
            protocol,
            sources: load_all(message.sources, moment)?,
            destinations: load_all(message.destinations, moment)?,
            source_ports: load_all(message.source_ports, moment)?,
            destination_ports: load_all(message.destination_ports, moment)?,
            description: message.description,
        })
    }
}

impl Stored for AddressSelector {
    type Message = stored::AddressSelector;

    fn store(&self, _: Moment) -> stored::AddressSelector {
        let selector = match self {
            Self::Prefix(prefix) => Selector::Prefix(store_prefix(prefix)),
            Self::Tag(tag) => Selector::Tag(tag.to_string()),
        };
        stored::AddressSelector { selector: Some(selector) }
    }

    fn load(message: stored::AddressSelector, _: Moment) -> Result<Self, Malformed> {
        match message.selector {
            Some(Selector::Prefix(bytes)) => Ok(Self::Prefix(load_prefix("security_rule.prefix", &bytes)?)),
            Some(Selector::Tag(text)) => Ok(Self::Tag(ServiceTag::parse(&text))),
            None => Err(Malformed::missing("security_rule.selector")),
        }
    }
}

impl Stored for PortSpan {
    type Message = stored::PortRange;

    fn store(&self, _: Moment) -> stored::PortRange {
        stored::PortRange { first: u32::from(self.first), last: u32::from(self.last) }
    }

    fn load(message: stored::PortRange, _: Moment) -> Result<Self, Malformed> {
        let (first, last) = (narrow("ports.first", message.first)?, narrow("ports.last", message.last)?);
        if first > last {
            return Err(Malformed::new("ports.last", "is below the first"));
        }
        Ok(Self { first, last })
    }
}

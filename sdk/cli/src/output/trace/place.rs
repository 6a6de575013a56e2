//! What is a place on the way called: its kind and its name?

use super::question::Question;
use crate::output::words::{printable, short};

/// Kinds of places.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "each variant is the place of that name")]
pub enum Kind {
    Pod,
    Node,
    Machine,
    Subnet,
    Network,
    LoadBalancer,
    NatGateway,
    Gateway,
    OnPremises,
    Internet,
    Other,
}

impl Kind {
    /// At most six letters, for a column.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Pod => "pod",
            Self::Node => "node",
            Self::Machine => "vm",
            Self::Subnet => "subnet",
            Self::Network => "vnet",
            Self::LoadBalancer => "lb",
            Self::NatGateway => "natgw",
            Self::Gateway => "gw",
            Self::OnPremises => "onprem",
            Self::Internet => "net",
            Self::Other => "",
        }
    }
}

/// A place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Kind.
    pub kind: Kind,
    /// Name for people; `*` for a place that is not known.
    pub name: String,
}

impl Place {
    /// The place of a resource name, or of the name of a place that is no resource.
    #[must_use]
    pub fn new(name: &str, question: &Question) -> Self {
        let known = match name {
            "load-balancer" => Some((Kind::LoadBalancer, "load balancer")),
            "nat-gateway" => Some((Kind::NatGateway, "NAT gateway")),
            "gateway" => Some((Kind::Gateway, "gateway")),
            "on-premises" => Some((Kind::OnPremises, "on premises")),
            "internet" => Some((Kind::Internet, "internet")),
            "unknown" | "" => Some((Kind::Other, "*")),
            _ => None,
        };
        if let Some((kind, name)) = known {
            return Self { kind, name: name.to_owned() };
        }
        let mut parts = name.rsplit('/');
        let (Some(id), Some(collection)) = (parts.next(), parts.next()) else {
            return Self { kind: Kind::Other, name: printable(name) };
        };
        let kind = match collection {
            "allocations" => Kind::Pod,
            "nodes" => Kind::Node,
            "reservations" => Kind::Machine,
            "subnets" => Kind::Subnet,
            "networks" => Kind::Network,
            _ => return Self { kind: Kind::Other, name: printable(&short(name)) },
        };
        let pod = question.pods.get(name).map_or(id, String::as_str);
        Self { kind, name: printable(if kind == Kind::Pod { pod } else { id }) }
    }

    /// Kind and name, for a sentence.
    #[must_use]
    pub fn label(&self) -> String {
        match self.kind {
            Kind::Pod | Kind::Node | Kind::Machine | Kind::Subnet | Kind::Network => {
                format!("{} {}", self.kind.word(), self.name)
            }
            Kind::LoadBalancer
            | Kind::NatGateway
            | Kind::Gateway
            | Kind::OnPremises
            | Kind::Internet
            | Kind::Other => self.name.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_have_a_kind_and_the_name_that_people_use() {
        let pod = "clusters/c/allocations/a1-eth0";
        let question =
            Question { pods: [(pod.to_owned(), "shop/web-0".to_owned())].into(), ..Default::default() };
        let label = |name: &str| Place::new(name, &question).label();
        assert_eq!(label(pod), "pod shop/web-0");
        assert_eq!(label("clusters/c/allocations/a2-eth0"), "pod a2-eth0");
        assert_eq!(label("networks/v/subnets/s/reservations/vm-a"), "vm vm-a");
        assert_eq!(label("load-balancer"), "load balancer");
        assert_eq!(label("unknown"), "*");
        assert_eq!(label("clusters/c/odd/thing"), "c/thing");
    }
}

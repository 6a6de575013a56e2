//! How is everything that an address is shown?

use podnet::v1::{self, AddressScope};

use super::words::{addresses, id, list, owner, phrase, short, time};

/// Matches of an address, holders first. `nodes` are the nodes named in the matches, as far as known.
#[must_use]
pub fn render(address: &str, matches: &[v1::AddressMatch], nodes: &[v1::Node]) -> String {
    if matches.is_empty() {
        return format!(
            "{address}  UNKNOWN  nothing that podnet knows has this address or a prefix around it\n"
        );
    }
    matches.iter().map(|found| one(address, found, nodes)).collect()
}

fn one(address: &str, found: &v1::AddressMatch, nodes: &[v1::Node]) -> String {
    let mut head = format!("{address}  {}", state(found.scope()));
    let created = found.allocation.as_ref().and_then(|allocation| allocation.meta.as_ref());
    if let Some(meta) = created.filter(|_| found.scope() == AddressScope::Allocation) {
        head.extend([format!("  since {}", time(meta.create_time.as_ref()))]);
    }
    let mut lines = vec![head];
    let mut line = |key: &str, value: String| {
        if !value.is_empty() {
            lines.push(format!("  {key:<11}{value}"));
        }
    };
    if let Some(allocation) = &found.allocation {
        let details = allocation.owner.as_ref().map(|owner| {
            let uid =
                if owner.pod_uid.is_empty() { String::new() } else { format!("  (uid {})", owner.pod_uid) };
            let interface = if owner.interface_name.is_empty() {
                String::new()
            } else {
                format!("  interface {}", owner.interface_name)
            };
            uid + &interface
        });
        line(
            "pod",
            format!("{}{}", owner(allocation.owner.as_ref()), details.unwrap_or_default()).trim().to_owned(),
        );
        let attachment = id(&allocation.name).to_owned();
        line(
            "attachment",
            if allocation.addresses.len() > 1 {
                format!("{attachment}  with {}", addresses(&allocation.addresses))
            } else {
                attachment
            },
        );
        if found.scope() == AddressScope::CoolingDown {
            line("released", time(allocation.release_time.as_ref()));
            line("reusable", time(allocation.reusable_time.as_ref()));
        }
    } else if let Some(reservation) = &found.reservation {
        let name = if reservation.display_name.is_empty() {
            String::new()
        } else {
            format!("  ({})", reservation.display_name)
        };
        let purpose = phrase(reservation.purpose().as_str_name(), "RESERVATION_PURPOSE_");
        line("reserved", format!("{}{name}  {purpose}", short(&reservation.name)));
    } else if found.resource != found.node {
        line("resource", found.resource.clone());
    }
    let node = nodes.iter().find(|node| node.name == found.node).map(|node| list(&node.addresses));
    let node = node.filter(|own| own != address).map(|own| format!(" ({own})")).unwrap_or_default();
    line("node", if found.node.is_empty() { String::new() } else { format!("{}{node}", id(&found.node)) });
    line(
        "pool",
        match (short(&found.pool), found.prefix.as_str()) {
            (pool, "") => pool,
            (pool, prefix) if found.pool.is_empty() => {
                drop(pool);
                prefix.to_owned()
            }
            (pool, prefix) => format!("{pool}  {prefix}"),
        },
    );
    line("network", id(&found.network).to_owned());
    line("routed by", short(&found.route));
    line("note", found.description.clone());
    lines.push(String::new());
    lines.join("\n")
}

fn state(scope: AddressScope) -> &'static str {
    match scope {
        AddressScope::Unspecified => "UNKNOWN",
        AddressScope::Allocation => "ACTIVE",
        AddressScope::Node => "NODE",
        AddressScope::NodeSecondary => "NODE SECONDARY",
        AddressScope::Reservation => "RESERVED",
        AddressScope::Service => "SERVICE",
        AddressScope::Outbound => "OUTBOUND",
        AddressScope::PlatformReserved => "PLATFORM",
        AddressScope::CoolingDown => "COOLING DOWN",
        AddressScope::Free => "FREE",
        AddressScope::ServicePrefix => "SERVICE PREFIX",
        AddressScope::PeeredNetwork => "PEERED NETWORK",
        AddressScope::OnPremises => "ON PREMISES",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pod_address_tells_pod_node_block_and_route() {
        let found = v1::AddressMatch {
            scope: AddressScope::Allocation.into(),
            resource: "clusters/prod/allocations/3f2a9c-eth0".into(),
            pool: "clusters/prod/nodes/aks-np1-1".into(),
            prefix: "10.244.1.0/24".into(),
            node: "clusters/prod/nodes/aks-np1-1".into(),
            network: "networks/vnet".into(),
            route: "networks/vnet/routeTables/rt/routes/aks-np1-1".into(),
            allocation: Some(v1::Allocation {
                name: "clusters/prod/allocations/3f2a9c-eth0".into(),
                meta: Some(v1::Meta {
                    create_time: Some(prost_types::Timestamp { seconds: 1_700_000_000, nanos: 5 }),
                    ..Default::default()
                }),
                owner: Some(v1::Owner {
                    namespace: "shop".into(),
                    pod: "web-0".into(),
                    pod_uid: "9b1f".into(),
                    interface_name: "eth0".into(),
                    ..Default::default()
                }),
                ..Default::default()
            }),
            ..Default::default()
        };
        let node = v1::Node {
            name: "clusters/prod/nodes/aks-np1-1".into(),
            addresses: vec!["10.240.0.5".into()],
            ..Default::default()
        };
        let expected = "\
10.244.1.57  ACTIVE  since 2023-11-14T22:13:20Z
  pod        shop/web-0  (uid 9b1f)  interface eth0
  attachment 3f2a9c-eth0
  node       aks-np1-1 (10.240.0.5)
  pool       prod/aks-np1-1  10.244.1.0/24
  network    vnet
  routed by  vnet/rt/aks-np1-1
";
        assert_eq!(render("10.244.1.57", &[found], &[node]), expected);
    }

    #[test]
    fn an_unknown_address_says_so() {
        assert!(render("203.0.113.9", &[], &[]).starts_with("203.0.113.9  UNKNOWN"));
    }
}

//! How are the counts of pools shown?

use podnet::v1::{self, PoolKind};

use super::table::Table;
use super::words::{count, list, short};

/// The usage table: one row for each pool and family, then what is worth a warning.
#[must_use]
pub fn render(pools: &[v1::AddressPool], headers: bool) -> String {
    let mut table =
        Table::new(["SCOPE", "NAME", "CIDR", "TOTAL", "USED", "RESERVED", "COOLING", "FREE", "LARGEST"]);
    for pool in pools {
        for usage in &pool.usage {
            let six = usage.family() == v1::IpFamily::Ipv6;
            let of_family: Vec<&str> = pool
                .prefixes
                .iter()
                .map(String::as_str)
                .filter(|prefix| prefix.contains(':') == six)
                .collect();
            table.row([
                scope(pool.kind()).to_owned(),
                short(&pool.name),
                list(&of_family),
                usage.capacity_decimal.clone(),
                share(usage.allocated, usage.capacity),
                zero(usage.reserved),
                zero(usage.cooling_down),
                if usage.capacity == u64::MAX {
                    usage.free_decimal.clone()
                } else {
                    share(usage.free, usage.capacity)
                },
                usage.largest_free_prefix_length.map(|length| format!("/{length}")).unwrap_or_default(),
            ]);
        }
    }
    let mut text = table.render(headers);
    for pool in pools {
        for blocks in &pool.block_usage {
            let line = format!(
                "{}: {} of {} blocks of /{} held, {} cooling down, {} reserved, {} free\n",
                short(&pool.name),
                blocks.allocated,
                blocks.capacity,
                blocks.prefix_length,
                blocks.cooling_down,
                blocks.reserved,
                blocks.free,
            );
            text.push_str(&line);
        }
    }
    let full: Vec<String> = pools
        .iter()
        .filter(|pool| pool.usage.iter().any(|usage| usage.free == 0 && usage.free_decimal == "0"))
        .map(|pool| short(&pool.name))
        .collect();
    if !full.is_empty() {
        text.extend([format!("full: {} ({})\n", list(&full), count(full.len() as u64, "pool", "pools"))]);
    }
    text
}

fn scope(kind: PoolKind) -> &'static str {
    match kind {
        PoolKind::Unspecified => "",
        PoolKind::ClusterPodPrefix => "pool",
        PoolKind::NodeBlock => "block",
        PoolKind::NodeAddresses => "node",
        PoolKind::Subnet => "subnet",
    }
}

fn zero(number: u64) -> String {
    if number == 0 { String::new() } else { number.to_string() }
}

/// A count with its share of all, rounded down, so that 100% means all.
fn share(part: u64, whole: u64) -> String {
    match u128::from(part) * 100 / u128::from(whole.max(1)) {
        0 if part > 0 => format!("{part} (<1%)"),
        percent => format!("{part} ({percent}%)"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn usage(
        capacity: u64,
        allocated: u64,
        reserved: u64,
        cooling_down: u64,
        largest: Option<u32>,
    ) -> v1::AddressUsage {
        let free = capacity - allocated - reserved - cooling_down;
        v1::AddressUsage {
            family: v1::IpFamily::Ipv4.into(),
            capacity,
            allocated,
            cooling_down,
            reserved,
            free,
            largest_free_prefix_length: largest,
            capacity_decimal: capacity.to_string(),
            free_decimal: free.to_string(),
        }
    }

    #[test]
    fn pools_and_blocks_are_counted_side_by_side() {
        let pool = |name: &str, kind: PoolKind, prefix: &str, usage| v1::AddressPool {
            name: name.into(),
            kind: kind.into(),
            prefixes: vec![prefix.into()],
            usage: vec![usage],
            ..Default::default()
        };
        let mut cluster = pool(
            "clusters/prod",
            PoolKind::ClusterPodPrefix,
            "10.244.0.0/16",
            usage(65536, 141, 0, 2, Some(17)),
        );
        cluster.block_usage = vec![v1::BlockUsage {
            family: v1::IpFamily::Ipv4.into(),
            prefix_length: 24,
            capacity: 256,
            allocated: 2,
            cooling_down: 0,
            reserved: 0,
            free: 254,
        }];
        let pools = [
            cluster,
            pool(
                "clusters/prod/nodes/a",
                PoolKind::NodeBlock,
                "10.244.0.0/24",
                usage(256, 31, 3, 2, Some(25)),
            ),
            pool("clusters/prod/nodes/b", PoolKind::NodeBlock, "10.244.1.0/24", usage(256, 253, 3, 0, None)),
        ];
        let expected = "\
SCOPE  NAME    CIDR           TOTAL  USED       RESERVED  COOLING  FREE         LARGEST
pool   prod    10.244.0.0/16  65536  141 (<1%)  -         2        65393 (99%)  /17
block  prod/a  10.244.0.0/24  256    31 (12%)   3         2        220 (85%)    /25
block  prod/b  10.244.1.0/24  256    253 (98%)  3         -        0 (0%)       -
prod: 2 of 256 blocks of /24 held, 0 cooling down, 0 reserved, 254 free
full: prod/b (1 pool)
";
        assert_eq!(render(&pools, true), expected);
    }
}

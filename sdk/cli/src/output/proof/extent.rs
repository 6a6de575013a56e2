//! How is said how much an invariant is about?

use podnet::v1;

/// `108,570`: digits in groups of three.
#[must_use]
pub(super) fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// The figures that are not 0, with their units.
#[must_use]
pub(super) fn words(extent: &v1::InvariantExtent) -> String {
    let figures = [
        (extent.pod_pairs, "pod pairs"),
        (extent.pod_host_pairs, "pod-host pairs"),
        (extent.node_pairs, "node pairs"),
        (extent.nodes.into(), "nodes"),
        (extent.prefixes.into(), "prefixes"),
        (extent.services.into(), "services"),
    ];
    let words = figures.into_iter().filter(|(number, _)| *number > 0);
    let words = words.map(|(number, unit)| match (number, unit) {
        (1, "prefixes") => "1 prefix".to_owned(),
        (1, many) => format!("1 {}", many.strip_suffix('s').unwrap_or(many)),
        (_, many) => format!("{} {many}", grouped(number)),
    });
    words.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_have_units_and_groups() {
        assert_eq!(
            [0, 999, 1000, 1_562_498_750_000].map(grouped),
            ["0", "999", "1,000", "1,562,498,750,000"]
        );
        let extent = v1::InvariantExtent { pod_pairs: 108_570, nodes: 1, prefixes: 1, ..Default::default() };
        assert_eq!(words(&extent), "108,570 pod pairs, 1 node, 1 prefix");
    }
}

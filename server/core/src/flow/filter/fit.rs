//! Does a condition of a rule hold for a packet: yes, no, or not to be told from what is known.

use crate::flow::packet::Ports;
use crate::model::PortSpan;

/// Whether a condition holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    /// It does not.
    No,
    /// What decides is not in the model.
    Unknown,
    /// It does.
    Yes,
}

impl Fit {
    /// Of a fact.
    pub(super) fn of(holds: bool) -> Self {
        if holds { Self::Yes } else { Self::No }
    }

    /// All must hold: one that does not is enough.
    pub(super) fn all(fits: impl IntoIterator<Item = Self>) -> Self {
        let mut all = Self::Yes;
        for fit in fits {
            all = all.min(fit);
            if all == Self::No {
                break;
            }
        }
        all
    }

    /// One must hold.
    pub(super) fn any(fits: impl IntoIterator<Item = Self>) -> Self {
        let mut any = Self::No;
        for fit in fits {
            any = any.max(fit);
            if any == Self::Yes {
                break;
            }
        }
        any
    }
}

/// Whether ports of a packet are among those of a rule, none for any. A packet without ports is in no range; one whose
/// port is chosen when it is sent may be in a range that has only some of them.
pub(super) fn ports(spans: &[PortSpan], ports: Ports) -> Fit {
    if spans.is_empty() {
        return Fit::Yes;
    }
    match ports {
        Ports::Absent => Fit::No,
        Ports::One(port) => Fit::of(spans.iter().any(|span| span.first <= port && port <= span.last)),
        Ports::Range(first, last) => {
            if spans.iter().all(|span| span.last < first || last < span.first) {
                return Fit::No;
            }
            let mut sorted = spans.to_vec();
            sorted.sort_unstable();
            let mut next = u32::from(first);
            for span in &sorted {
                if u32::from(span.first) <= next {
                    next = next.max(u32::from(span.last) + 1);
                }
            }
            if next > u32::from(last) { Fit::Yes } else { Fit::Unknown }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_doubt_does_not_outweigh_a_no_or_a_yes() {
        assert_eq!(Fit::all([Fit::Yes, Fit::Unknown]), Fit::Unknown);
        assert_eq!(Fit::all([Fit::Unknown, Fit::No]), Fit::No);
        assert_eq!(Fit::all([]), Fit::Yes);
        assert_eq!(Fit::any([Fit::No, Fit::Unknown]), Fit::Unknown);
        assert_eq!(Fit::any([Fit::Unknown, Fit::Yes]), Fit::Yes);
        assert_eq!(Fit::any([]), Fit::No);
    }

    #[test]
    fn ports_that_are_chosen_later_are_told_only_whole() {
        let spans = |list: &[(u16, u16)]| -> Vec<_> {
            list.iter().map(|(first, last)| PortSpan { first: *first, last: *last }).collect()
        };
        for (list, given, wanted) in [
            (&[][..], Ports::Absent, Fit::Yes),
            (&[(0, 65_535)], Ports::Absent, Fit::No),
            (&[(80, 80), (443, 443)], Ports::One(443), Fit::Yes),
            (&[(80, 80), (443, 443)], Ports::One(81), Fit::No),
            (&[(40_000, 65_535), (1024, 39_999)], Ports::Range(32_768, 60_999), Fit::Yes),
            (&[(1024, 39_999), (40_001, 65_535)], Ports::Range(32_768, 60_999), Fit::Unknown),
            (&[(50_000, 50_000)], Ports::Range(32_768, 60_999), Fit::Unknown),
            (&[(80, 80)], Ports::Range(32_768, 60_999), Fit::No),
        ] {
            assert_eq!(ports(&spans(list), given), wanted, "{list:?} {given:?}");
        }
    }
}

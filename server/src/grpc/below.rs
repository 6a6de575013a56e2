//! Is a name that of a resource, or of one below it?
//!
//! Every watcher asks this for each change of all clusters, so a name is compared while it is written, and written only
//! as far as it takes to know.

use std::fmt::{self, Display, Write};

/// What is known after a part of the name.
struct Comparison<'a> {
    /// What the name has to go on with.
    left: &'a [u8],
    /// The answer, when the rest of the name does not change it.
    is_below: Option<bool>,
}

impl Write for Comparison<'_> {
    fn write_str(&mut self, part: &str) -> fmt::Result {
        let part = part.as_bytes();
        let shared = part.len().min(self.left.len());
        let ((seen, behind), (expected, left)) = (part.split_at(shared), self.left.split_at(shared));
        self.left = left;
        if seen != expected {
            self.is_below = Some(false);
        } else if let Some(first) = behind.first() {
            self.is_below = Some(*first == b'/');
        }
        // An error ends the writing.
        if self.is_below.is_some() { Err(fmt::Error) } else { Ok(()) }
    }
}

/// Whether a name is the one of a parent, or begins with it and a slash.
pub(crate) fn is_below(parent: &str, name: &dyn Display) -> bool {
    let mut comparison = Comparison { left: parent.as_bytes(), is_below: None };
    // An error says that the answer was known before the end.
    let _early = write!(comparison, "{name}").is_err();
    comparison.is_below.unwrap_or(comparison.left.is_empty())
}

#[cfg(test)]
mod tests {
    use podnet_core::name::{ClusterName, NodeName, Segment};

    use super::is_below;

    #[test]
    fn a_parent_is_whole_segments() {
        let segment = |text| Segment::parse(text).unwrap();
        let node = NodeName { cluster: segment("prod"), node: segment("n1") };
        let cluster = ClusterName { cluster: segment("prod") };
        let cases = [
            ("clusters/prod", true),
            ("clusters/prod/nodes", true),
            ("clusters/prod/nodes/n1", true),
            ("clusters", true),
            ("clusters/pro", false),
            ("clusters/prod/nodes/n", false),
            ("clusters/prod/nodes/n12", false),
            ("clusters/prod/nodes/n1/", false),
            ("clusters/prod/nodes/n1/more", false),
            ("clusters/test/nodes/n1", false),
            ("networks", false),
        ];
        for (parent, expected) in cases {
            assert_eq!(is_below(parent, &node), expected, "{parent}");
        }
        assert!(!is_below("clusters/prod/nodes", &cluster), "what is above is not below");
        assert!(is_below("clusters/prod", &"clusters/prod") && is_below("clusters/prod", &cluster));
    }
}

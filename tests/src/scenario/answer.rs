//! What comes of a step, and how is it written down?

use std::collections::BTreeMap;

/// A refusal: canonical code, reason and figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// Canonical code, as `FAILED_PRECONDITION`.
    pub code: String,
    /// Name in `ErrorReason`, without the prefix.
    pub reason: String,
    /// Figures.
    pub metadata: BTreeMap<String, String>,
}

/// What comes of a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// A mutation succeeded.
    Done {
        /// Revision of the answer; `None` if it was only validated.
        revision: Option<u64>,
        /// Whether the revision is new.
        is_new: bool,
        /// What came of it.
        lines: Vec<String>,
    },
    /// A call was refused.
    Refused(Refusal),
    /// A read.
    Shown(Vec<String>),
}

impl Answer {
    /// As it stands in a scenario: `OK r7`, `SAME r7` (nothing was written), `VALID`, or the refusal with its figures.
    #[must_use]
    pub fn lines(&self) -> Vec<String> {
        match self {
            Self::Done { revision, is_new, lines } => {
                let head = match (revision, is_new) {
                    (None, _) => "VALID".to_owned(),
                    (Some(revision), true) => format!("OK r{revision}"),
                    (Some(revision), false) => format!("SAME r{revision}"),
                };
                std::iter::once(head).chain(lines.iter().cloned()).collect()
            }
            Self::Refused(refusal) => vec![refusal.line()],
            Self::Shown(lines) if lines.is_empty() => vec!["(none)".to_owned()],
            Self::Shown(lines) => lines.clone(),
        }
    }

    /// First word of the answer: the same for answers of one kind.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Done { is_new: true, .. } => "done",
            Self::Done { is_new: false, .. } => "same",
            Self::Refused(_) => "refused",
            Self::Shown(_) => "shown",
        }
    }
}

impl Refusal {
    fn line(&self) -> String {
        let mut line = format!("REFUSED {} {}", self.code, self.reason);
        for (key, value) in &self.metadata {
            line.push(' ');
            line.push_str(key);
            line.push('=');
            if value.is_empty() || value.contains(' ') {
                line.push('\'');
                line.push_str(value);
                line.push('\'');
            } else {
                line.push_str(value);
            }
        }
        line
    }
}

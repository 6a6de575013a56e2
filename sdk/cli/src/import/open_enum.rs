//! How is a word kept whose list of values Azure or Kubernetes may extend? Known words become variants, any other word
//! is kept as it was written.

use std::fmt::Display;

use super::finding::{Finding, Findings, Rule, Source};

/// A word from an open list.
pub(super) trait OpenEnum: Sized {
    /// The variant whose text is `text` in any letter case, else the text itself.
    fn from_text(text: &str) -> Self;
    /// Whether the word is one that this version knows.
    fn is_known(&self) -> bool;
}

/// The word, or `default` when this version does not know it: plans hold known words only.
pub(super) fn known_or<T: OpenEnum + Clone + Display>(
    word: &T,
    default: T,
    place: &Source,
    field: &str,
    findings: &mut Findings,
) -> T {
    if word.is_known() {
        return word.clone();
    }
    findings.push(Finding::new(
        Rule::UnknownWord,
        place.clone(),
        format!("{field} {:?} is not one that podnet can hold", word.to_string()),
        format!("taken to be {default}"),
    ));
    default
}

/// Defines an enum with one variant per known word and `Other` for all the rest.
macro_rules! open_enum {
    ($(#[$outer:meta])* $name:ident { $($(#[$inner:meta])* $variant:ident = $text:literal,)+ }) => {
        $(#[$outer])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $($(#[$inner])* $variant,)+
            /// A word that this version does not know, as it was written.
            Other(String),
        }

        impl $name {
            /// The word as Azure or Kubernetes write it.
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $text,)+
                    Self::Other(text) => text,
                }
            }
        }

        impl $crate::import::open_enum::OpenEnum for $name {
            fn from_text(text: &str) -> Self {
                $(if text.eq_ignore_ascii_case($text) {
                    return Self::$variant;
                })+
                Self::Other(text.to_owned())
            }

            fn is_known(&self) -> bool {
                !matches!(self, Self::Other(_))
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str(self.as_str())
            }
        }
    };
}

pub(super) use open_enum;

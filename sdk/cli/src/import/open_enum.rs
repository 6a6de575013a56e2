//! How is a word kept whose list of values Azure or Kubernetes may extend? Known words become variants, any other word
//! is kept as it was written.

/// A word from an open list.
pub(super) trait OpenEnum: Sized {
    /// The variant whose text is `text` in any letter case, else the text itself.
    fn from_text(text: &str) -> Self;
    /// Whether the word is one that this version knows.
    fn is_known(&self) -> bool;
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

//! Which figures does the contract promise for each reason of a refusal?
//!
//! `error_reason.proto` says so in the comment of each value: `Metadata: ` and the keys in backticks up to the end of the
//! sentence. Keys after the word `optionally` may be absent, and so may `platform_code` (absent where the platform
//! documents no code) and `index` (only in a batch).

use std::collections::{BTreeMap, BTreeSet};

use super::answer::Refusal;

/// Keys that any reason may carry, by the comment of the enum.
const EVERYWHERE: [&str; 2] = ["index", "platform_code"];

/// Keys of one reason.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Keys {
    code: String,
    always: BTreeSet<String>,
    optional: BTreeSet<String>,
}

/// The promises, by reason.
#[derive(Clone, Debug, Default)]
pub struct Contract(BTreeMap<String, Keys>);

impl Contract {
    /// Reads the comments of the proto file.
    #[must_use]
    pub fn parse(proto: &str) -> Self {
        let mut reasons = BTreeMap::new();
        let mut comment = String::new();
        for line in proto.lines().map(str::trim) {
            if let Some(text) = line.strip_prefix("//") {
                comment.push(' ');
                comment.push_str(text.trim());
                continue;
            }
            if let Some((name, _)) =
                line.strip_prefix("ERROR_REASON_").and_then(|rest| rest.split_once(" = "))
            {
                reasons.insert(name.to_owned(), keys(&comment));
            }
            comment.clear();
        }
        Self(reasons)
    }

    /// How many reasons there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What a refusal has that is not promised, or lacks.
    #[must_use]
    pub fn violations(&self, refusal: &Refusal) -> Vec<String> {
        let reason = &refusal.reason;
        let Some(keys) = self.0.get(reason) else { return vec![format!("{reason} is not in the contract")] };
        let mut found = Vec::new();
        if keys.code != refusal.code {
            found.push(format!("{reason} came with code {}, promised is {}", refusal.code, keys.code));
        }
        for key in refusal.metadata.keys() {
            let known = keys.always.contains(key) || keys.optional.contains(key);
            if !known && !EVERYWHERE.contains(&key.as_str()) {
                found.push(format!("{reason} came with `{key}`, which its comment does not name"));
            }
        }
        for key in keys.always.iter().filter(|key| !EVERYWHERE.contains(&key.as_str())) {
            if !refusal.metadata.contains_key(key) {
                found.push(format!("{reason} came without `{key}`, which its comment promises"));
            }
        }
        found
    }
}

fn keys(comment: &str) -> Keys {
    let code = comment
        .split_once("Code ")
        .and_then(|(_, rest)| rest.split_once('.'))
        .map(|(code, _)| code.to_owned());
    let sentence =
        comment.split_once("Metadata: ").map_or("", |(_, rest)| rest.split_once(". ").map_or(rest, |s| s.0));
    let (always, optional) = sentence.split_once("optionally").unwrap_or((sentence, ""));
    let quoted = |text: &str| text.split('`').skip(1).step_by(2).map(str::to_owned).collect();
    Keys { code: code.unwrap_or_default(), always: quoted(always), optional: quoted(optional) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PROTO: &str = "  // It is full. Really.\n  // Code RESOURCE_EXHAUSTED. Metadata: `pool`,\n  // `free`, optionally `holder`. Wait.\n  ERROR_REASON_FULL = 1;\n";

    #[test]
    fn what_is_not_promised_or_lacks_is_found() {
        let contract = Contract::parse(PROTO);
        let refusal = |code: &str, keys: &[&str]| Refusal {
            code: code.to_owned(),
            reason: "FULL".to_owned(),
            metadata: keys.iter().map(|key| ((*key).to_owned(), String::new())).collect(),
        };
        let count = |code: &str, keys: &[&str]| contract.violations(&refusal(code, keys)).len();
        assert_eq!(count("RESOURCE_EXHAUSTED", &["pool", "free"]), 0);
        assert_eq!(count("RESOURCE_EXHAUSTED", &["pool", "free", "holder", "index"]), 0);
        assert_eq!(count("RESOURCE_EXHAUSTED", &["pool"]), 1);
        assert_eq!(count("ABORTED", &["pool", "free", "size"]), 2);
    }
}

//! What may a scenario do? The verbs, the options of each, and the values that they take.

use std::collections::BTreeMap;
use std::time::Duration;

macro_rules! verbs {
    ($($name:ident $text:literal [$($option:literal)*] ;)+) => {
        /// What is done.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[expect(missing_docs, reason = "each verb is the command of that name in the scenarios")]
        pub enum Verb { $($name),+ }

        impl Verb {
            fn parse(text: &str) -> Option<(Self, &'static [&'static str])> {
                match text {
                    $($text => Some((Self::$name, &[$($option),*])),)+
                    _ => None,
                }
            }
        }
    };
}

verbs! {
    CreateNetwork "network" ["prefixes" "gateway" "on-premises" "peering"];
    UpdateNetwork "update-network" ["prefixes" "etag"];
    DeleteNetwork "delete-network" ["etag" "allow-missing"];
    CreateSubnet "subnet" ["prefixes" "table" "delegation" "cooldown" "nsg"];
    UpdateSubnet "update-subnet" ["prefixes" "delegation" "cooldown" "nsg" "etag"];
    DeleteSubnet "delete-subnet" ["etag" "allow-missing"];
    CreateTable "table" ["disable-propagation"];
    UpdateTable "update-table" ["disable-propagation" "etag"];
    DeleteTable "delete-table" ["etag" "allow-missing"];
    CreateRoute "route" ["prefix" "hop" "by"];
    UpdateRoute "update-route" ["prefix" "hop" "etag"];
    DeleteRoute "delete-route" ["etag" "allow-missing"];
    Associate "associate" ["table" "etag"];
    Plan "plan" ["manager" "want" "etag"];
    Apply "apply" ["manager" "want" "etag"];
    CreateCluster "cluster" ["network" "mode" "families" "pods" "node-length" "services" "dns" "table" "routes" "outbound"
        "outbound-addresses" "outbound-ports" "tool" "cooldown" "non-masquerade" "policy-engine" "inbound" "data-path"];
    UpdateCluster "update-cluster" ["mode" "pods" "services" "node-length" "routes" "outbound" "outbound-addresses"
        "outbound-ports" "cooldown" "etag"];
    DeleteCluster "delete-cluster" ["etag" "allow-missing" "force"];
    CreatePool "pool" ["subnet" "max-pods" "os" "surge"];
    UpdatePool "update-pool" ["max-pods" "subnet" "surge" "etag"];
    DeletePool "delete-pool" ["etag" "allow-missing"];
    CreateNode "node" ["pool" "uid" "addresses" "pods" "pod-addresses" "state"];
    CreateNodes "nodes" ["pool" "names"];
    UpdateNode "update-node" ["addresses" "pods" "state" "etag"];
    DeleteNode "leave" ["etag" "allow-missing" "force"];
    DeleteNodes "leave-all" ["names" "allow-missing" "force"];
    Scale "scale" ["count" "force" "etag"];
    CreateService "service" ["type" "addresses" "frontends" "ports" "endpoints" "external"];
    UpdateService "update-service" ["type" "addresses" "frontends" "ports" "endpoints" "external" "etag"];
    DeleteService "delete-service" ["etag" "allow-missing"];
    CreateGroup "nsg" ["rules" "cluster"];
    UpdateGroup "update-nsg" ["rules" "cluster" "etag"];
    DeleteGroup "delete-nsg" ["etag" "allow-missing"];
    CreateNamespace "namespace" ["labels"];
    UpdateNamespace "update-namespace" ["labels" "etag"];
    DeleteNamespace "delete-namespace" ["etag" "allow-missing"];
    CreatePolicy "policy" ["pods" "ingress" "egress"];
    UpdatePolicy "update-policy" ["pods" "ingress" "egress" "etag"];
    DeletePolicy "delete-policy" ["etag" "allow-missing"];
    LabelPod "label-pod" ["labels" "etag"];
    Allocate "alloc" ["node" "pod" "uid" "container" "interface" "want" "supersede"];
    Release "release" ["etag"];
    Batch "batch" ["node" "ids"];
    BatchRelease "batch-release" ["ids"];
    Sweep "sweep" ["valid" "observed" "allow-empty"];
    Reserve "reserve" ["prefix" "length" "family" "purpose"];
    Unreserve "unreserve" ["etag" "allow-missing"];
    Find "find" [];
    Usage "usage" [];
    Free "free" [];
    History "history" ["at-revision" "at-time" "holder" "pod" "uid"];
    Effective "effective" ["family"];
    Lookup "lookup" [];
    Show "show" [];
    Trace "trace" ["from" "to" "port" "protocol"];
    Advance "advance" [];
    Retry "retry" [];
}

/// One step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// What is done.
    pub verb: Verb,
    /// To what: the words before the options.
    pub words: Vec<String>,
    options: BTreeMap<String, String>,
}

impl Step {
    /// Reads a line.
    ///
    /// # Errors
    /// An unknown verb or option.
    pub fn parse(line: &str) -> Result<Self, String> {
        let mut parts = line.split_whitespace();
        let text = parts.next().ok_or("a step begins with a verb")?;
        let (verb, allowed) = Verb::parse(text).ok_or_else(|| format!("`{text}` is no verb"))?;
        let (mut words, mut options) = (Vec::new(), BTreeMap::new());
        for part in parts {
            let (key, value) = match part.split_once('=') {
                Some((key, value)) => (key, value),
                None if allowed.contains(&part) || ["validate-only"].contains(&part) => (part, "true"),
                None => {
                    words.push(part.to_owned());
                    continue;
                }
            };
            if !allowed.contains(&key) && !["request", "validate-only"].contains(&key) {
                return Err(format!("`{text}` has no option `{key}`; it has {}", allowed.join(", ")));
            }
            options.insert(key.to_owned(), value.to_owned());
        }
        Ok(Self { verb, words, options })
    }

    /// The word at a place.
    ///
    /// # Errors
    /// There is none.
    pub fn word(&self, index: usize) -> Result<&str, String> {
        self.words.get(index).map(String::as_str).ok_or_else(|| format!("word {} is missing", index + 1))
    }

    /// Whether a flag or option is there.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.options.contains_key(key)
    }

    /// An option's text.
    #[must_use]
    pub fn text(&self, key: &str) -> Option<&str> {
        self.options.get(key).map(String::as_str)
    }

    /// An option's text, or another.
    #[must_use]
    pub fn text_or<'a>(&'a self, key: &str, other: &'a str) -> &'a str {
        self.text(key).unwrap_or(other)
    }

    /// An option that must be there.
    ///
    /// # Errors
    /// It is not.
    pub fn needed(&self, key: &str) -> Result<&str, String> {
        self.text(key).ok_or_else(|| format!("option `{key}` is missing"))
    }

    /// The parts of an option that is a list; none if it is not there.
    #[must_use]
    pub fn list(&self, key: &str) -> Vec<&str> {
        self.text(key)
            .map(|text| text.split(',').filter(|part| !part.is_empty()).collect())
            .unwrap_or_default()
    }

    /// An option that is a number.
    ///
    /// # Errors
    /// It is none.
    pub fn number<N: std::str::FromStr>(&self, key: &str) -> Result<Option<N>, String> {
        self.text(key)
            .map(|text| text.parse().map_err(|_| format!("`{key}={text}` is no number")))
            .transpose()
    }

    /// An option that is a time span.
    ///
    /// # Errors
    /// It is none.
    pub fn duration(&self, key: &str) -> Result<Option<Duration>, String> {
        self.text(key).map(duration).transpose()
    }
}

/// `30s`, `5m`, `24h`.
///
/// # Errors
/// It is not of that form.
pub fn duration(text: &str) -> Result<Duration, String> {
    let wrong = || format!("`{text}` is no time span; write 30s, 5m or 24h");
    let (number, unit) = text.split_at_checked(text.len().saturating_sub(1)).ok_or_else(wrong)?;
    let number: u64 = number.parse().map_err(|_| wrong())?;
    let seconds = match unit {
        "s" => number,
        "m" => number * 60,
        "h" => number * 3600,
        _ => return Err(wrong()),
    };
    Ok(Duration::from_secs(seconds))
}

//! What is shown of a trace? The verdicts, and of each branch where the packet comes and how it looks there.
//!
//! A step is left out when neither the place nor the packet is another than in the step before and no backend is chosen;
//! its decision shows in where the packet goes next.

/// A step, in the words of the contract.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hop {
    /// Resource name, or name of a place that is no resource.
    pub place: String,
    /// Word of the step, as `SNAT`.
    pub kind: String,
    /// The packet after it.
    pub packet: String,
    /// How a backend is chosen by it; empty if none is.
    pub method: String,
}

/// A branch.
#[derive(Clone, Debug, PartialEq)]
pub struct Branch {
    /// `forward` or `return`.
    pub way: &'static str,
    /// Share of new flows.
    pub weight: f64,
    /// Its steps.
    pub hops: Vec<Hop>,
}

/// What happens to a flow.
#[derive(Clone, Debug, PartialEq)]
pub struct Traced {
    /// Verdict, of the way there, of the way back (`-` if none was asked for), symmetry.
    pub verdicts: [String; 4],
    /// Why it does not work.
    pub cause: Option<String>,
    /// Branches, forward first.
    pub branches: Vec<Branch>,
}

impl Traced {
    /// One line for the verdicts, one for each branch, one for each hop.
    #[must_use]
    pub fn lines(&self) -> Vec<String> {
        let [overall, forward, reply, symmetry] = &self.verdicts;
        let mut lines = vec![format!("{overall} forward={forward} return={reply} {symmetry}")];
        lines.extend(self.cause.iter().map(|cause| format!("because {cause}")));
        for branch in &self.branches {
            lines.push(format!("{} weight={:.3}", branch.way, branch.weight));
            let last = branch.hops.len().saturating_sub(1);
            for (index, hop) in branch.hops.iter().enumerate() {
                let before = index.checked_sub(1).and_then(|before| branch.hops.get(before));
                let same = before.is_some_and(|b| b.place == hop.place && b.packet == hop.packet);
                if !same || index == last || !hop.method.is_empty() {
                    lines.push(hop.line());
                }
            }
        }
        lines
    }
}

impl Hop {
    fn line(&self) -> String {
        let place = self.place.rsplit('/').next().unwrap_or_default();
        let by = if self.method.is_empty() { String::new() } else { format!(" by {}", self.method) };
        format!("  {place} {} {}{by}", self.kind, self.packet)
    }
}

/// A packet as text; a range of ports is `*`, an unknown address `?`.
#[must_use]
pub fn packet(source: (Option<String>, &str), destination: (Option<String>, &str)) -> String {
    let end = |(address, port): (Option<String>, &str)| {
        let address = address.unwrap_or_else(|| "?".to_owned());
        match (port, address.contains(':')) {
            ("", _) => address,
            (port, true) => format!("[{address}]:{port}"),
            (port, false) => format!("{address}:{port}"),
        }
    };
    format!("{} > {}", end(source), end(destination))
}

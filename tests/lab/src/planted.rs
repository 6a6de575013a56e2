//! Which faults are planted in the lab, to see that the comparison notices each? One line of what Linux does is changed;
//! the state and its traces stay as they are.

use crate::Outcome;
use crate::plan::{Plan, Space};

/// A fault.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fault {
    /// What is wrong, in words.
    pub name: String,
    /// Title of the scenario that must notice.
    pub scenario: String,
    /// Namespace.
    pub space: String,
    /// What changes there.
    pub changes: Vec<Change>,
}

/// A change of a namespace.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Lines that have this part go.
    Remove(String),
    /// Lines that are this go.
    RemoveLine(String),
    /// This part becomes that.
    Replace(String, String),
    /// A setting gets this value.
    Set(String, String),
    /// A line for `ip`.
    AddIp(String),
    /// A line for `nft`.
    AddNft(String),
}

/// Reads a list of faults; its form stands at the head of `planted.txt`.
///
/// # Errors
/// The first line that is not understood, with its number.
pub fn parse(text: &str) -> Outcome<Vec<Fault>> {
    let mut faults: Vec<Fault> = Vec::new();
    for (number, line) in (1..).zip(text.lines()) {
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
        if word == "fault" {
            faults.push(Fault { name: rest.to_owned(), ..Fault::default() });
            continue;
        }
        let fault = faults.last_mut().ok_or_else(|| format!("line {number}: begin with a fault"))?;
        let pair = |by: &str| {
            let found = rest.split_once(by).ok_or_else(|| format!("line {number}: no `{by}` in {line}"))?;
            Outcome::Ok((found.0.to_owned(), found.1.to_owned()))
        };
        match word {
            "in" => rest.clone_into(&mut fault.scenario),
            "at" => rest.clone_into(&mut fault.space),
            "remove" => fault.changes.push(Change::Remove(rest.to_owned())),
            "remove-line" => fault.changes.push(Change::RemoveLine(rest.to_owned())),
            "replace" => {
                let (old, new) = pair(" => ")?;
                fault.changes.push(Change::Replace(old, new));
            }
            "set" => {
                let (setting, value) = pair(" ")?;
                fault.changes.push(Change::Set(setting, value));
            }
            "add-ip" => fault.changes.push(Change::AddIp(rest.to_owned())),
            "add-nft" => fault.changes.push(Change::AddNft(rest.to_owned())),
            other => return Err(format!("line {number}: no change is called {other}").into()),
        }
    }
    Ok(faults)
}

impl Fault {
    /// Plants it.
    ///
    /// # Errors
    /// Where a change finds nothing to change: the plan is not what the fault was written for.
    pub fn plant(&self, plan: &mut Plan) -> Outcome<()> {
        let space = plan.spaces.iter_mut().find(|space| space.name == self.space);
        let space = space.ok_or_else(|| format!("{}: no namespace {}", self.name, self.space))?;
        for change in &self.changes {
            if !change.make(space) {
                return Err(
                    format!("{}: nothing in {} is changed by {change:?}", self.name, self.space).into()
                );
            }
        }
        Ok(())
    }
}

impl Change {
    /// Makes the change; whether anything was there to change.
    fn make(&self, space: &mut Space) -> bool {
        match self {
            Self::Remove(part) => retain(space, |line| !line.contains(part.as_str())),
            Self::RemoveLine(whole) => retain(space, |line| line != whole),
            Self::Replace(old, new) => {
                let mut changed = false;
                for line in space.ip.iter_mut().chain(&mut space.bridge).chain(&mut space.nft) {
                    if line.contains(old.as_str()) {
                        *line = line.replace(old.as_str(), new);
                        changed = true;
                    }
                }
                changed
            }
            Self::Set(setting, value) => {
                // Written after all others, so that it is the one that holds.
                let known = space.settings.iter().any(|(own, _)| own == setting);
                space.settings.push((setting.clone(), value.clone()));
                known
            }
            Self::AddIp(line) => {
                space.ip(line.as_str());
                true
            }
            Self::AddNft(line) => {
                space.nft(line.as_str());
                true
            }
        }
    }
}

fn retain(space: &mut Space, stays: impl Fn(&String) -> bool) -> bool {
    let count = |space: &Space| space.ip.len() + space.bridge.len() + space.nft.len();
    let before = count(space);
    space.ip.retain(&stays);
    space.bridge.retain(&stays);
    space.nft.retain(&stays);
    count(space) < before
}

#[cfg(test)]
mod tests {
    use super::parse;
    use crate::run::plan;
    use crate::scenario::kept;

    #[test]
    fn every_fault_changes_the_lab_of_its_scenario() {
        let faults = parse(include_str!("../planted.txt")).unwrap_or_default();
        assert!(faults.len() >= 12, "{} faults", faults.len());
        let kept = kept().unwrap_or_default();
        for fault in faults {
            let scenario = kept.iter().find(|scenario| scenario.title == fault.scenario);
            let planned = scenario.map(plan).transpose().ok().flatten();
            assert!(planned.is_some(), "no lab for {}", fault.scenario);
            let planted = planned.map(|mut plan| fault.plant(&mut plan));
            assert!(matches!(planted, Some(Ok(()))), "{planted:?}");
        }
    }
}

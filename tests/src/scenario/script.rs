//! What does a scenario file say? Steps, each with the answer that it must get.
//!
//! A step is one line (a trailing `\` goes on in the next), then `----`, then the expected answer up to an empty line.
//! `#` begins a comment. `for i=1..253 <step with {i}>` does a step many times and answers with the first and the last,
//! and with each that is of another kind than the one before. A first line `# core-only: <reason>` keeps a scenario from
//! the wire.

use super::step::Step;

/// Longest expected answer: what nobody reads nobody checks.
pub const EXPECTED_LINES_MAX: usize = 60;

/// One step and what it must answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// Number of the line of the step, from 1.
    pub line: usize,
    /// Lines before the expected answer, as they stand: comments, the step, `----`.
    pub head: Vec<String>,
    /// The step, repeated or not.
    pub steps: Vec<Step>,
    /// What it must answer.
    pub expected: Vec<String>,
}

/// A scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Script {
    /// Name of the file, without folder.
    pub name: String,
    /// Why it can't be run over the wire.
    pub core_only: Option<String>,
    /// Its steps in order.
    pub cases: Vec<Case>,
    /// Lines after the last step.
    pub tail: Vec<String>,
}

impl Script {
    /// Reads the text of a file.
    ///
    /// # Errors
    /// Names the first line that makes no sense.
    pub fn parse(name: &str, text: &str) -> Result<Self, String> {
        let core_only =
            text.lines().next().and_then(|line| line.strip_prefix("# core-only: ")).map(str::to_owned);
        let (mut cases, mut head, mut command) = (Vec::new(), Vec::new(), String::new());
        let mut lines = text.lines().enumerate().peekable();
        let mut started = 0;
        while let Some((index, line)) = lines.next() {
            head.push(line.to_owned());
            if line != "----" {
                if !line.trim().is_empty() && !line.starts_with('#') {
                    if command.is_empty() {
                        started = index + 1;
                    } else if !command.ends_with(' ') {
                        return Err(format!("{name}:{started}: `----` is missing after the step"));
                    }
                    command.push_str(line.strip_suffix('\\').unwrap_or(line));
                }
                continue;
            }
            let mut expected = Vec::new();
            while let Some((_, line)) = lines.next_if(|(_, line)| !line.trim().is_empty()) {
                expected.push(line.to_owned());
            }
            let steps = repeated(&command).map_err(|problem| format!("{name}:{started}: {problem}"))?;
            if expected.len() > EXPECTED_LINES_MAX {
                return Err(format!(
                    "{name}:{started}: {} expected lines; write a smaller step",
                    expected.len()
                ));
            }
            cases.push(Case { line: started, head: std::mem::take(&mut head), steps, expected });
            command.clear();
        }
        if !command.is_empty() {
            return Err(format!("{name}:{started}: the last step has no `----`"));
        }
        Ok(Self { name: name.to_owned(), core_only, cases, tail: head })
    }

    /// The file again, with these answers instead of the expected ones.
    #[must_use]
    pub fn with_answers(&self, answers: &[Vec<String>]) -> String {
        let mut text = String::new();
        let answered = self.cases.iter().zip(answers);
        let lines = answered.flat_map(|(case, answer)| case.head.iter().chain(answer)).chain(&self.tail);
        for line in lines {
            text.push_str(line);
            text.push('\n');
        }
        text
    }
}

/// `for i=1..3 step {i}` is three steps; everything else is one.
fn repeated(command: &str) -> Result<Vec<Step>, String> {
    let Some(rest) = command.strip_prefix("for i=") else { return Ok(vec![Step::parse(command)?]) };
    let (range, step) = rest.split_once(' ').ok_or("`for i=1..3` needs a step")?;
    let (first, last) = range.split_once("..").ok_or("a range is written `1..3`")?;
    let number = |text: &str| text.parse::<u64>().map_err(|error| format!("`{text}`: {error}"));
    (number(first)?..=number(last)?)
        .map(|i| {
            // {i} is the number, {hi} and {lo} its two bytes: enough for any address of a /16.
            let text = step
                .replace("{i}", &i.to_string())
                .replace("{hi}", &(i / 256).to_string())
                .replace("{lo}", &(i % 256).to_string());
            Step::parse(&text)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "# two steps\nnetwork hub \\\n  prefixes=10.0.0.0/8\n----\nOK r1\nmore\n\nfor i=1..2 leave prod/n{i}\n----\n\n# end\n";

    #[test]
    fn a_file_is_read_and_written_back() {
        let script = Script::parse("x", TEXT).unwrap();
        assert_eq!((script.cases.len(), script.cases[0].line, script.cases[1].steps.len()), (2, 2, 2));
        assert_eq!(script.cases[0].expected, ["OK r1", "more"]);
        let answers: Vec<_> = script.cases.iter().map(|case| case.expected.clone()).collect();
        assert_eq!(script.with_answers(&answers), TEXT);
    }

    #[test]
    fn what_makes_no_sense_is_named() {
        for (text, part) in [
            ("network hub\n", "no `----`"),
            ("network hub\nnetwork hub\n----\n", "`----` is missing"),
            ("fly hub\n----\n", "fly"),
            ("network hub wings=2\n----\n", "wings"),
        ] {
            let error = Script::parse("x", text).unwrap_err();
            assert!(error.contains(part), "{error}");
        }
    }
}

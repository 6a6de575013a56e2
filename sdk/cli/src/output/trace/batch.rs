//! How is one flow of many told: verdict, ends and cause on one line?

use podnet::v1;

use super::Question;
use super::summary::{cause, verdict, ways};
use super::text::{styled, verdict_style};
use crate::output::words::printable;

/// Widest verdict.
const VERDICT_WIDTH: usize = 12;

/// A flow that was traced. Not wrapped: one line is one flow.
#[must_use]
pub fn line(question: &Question, result: &v1::FlowResult) -> String {
    let word = verdict(result.verdict());
    let gap = " ".repeat(VERDICT_WIDTH.saturating_sub(word.len()) + 2);
    let word = styled(verdict_style(result.verdict()), word);
    let why = match &result.cause {
        Some(found) => cause(found, question),
        None => ways(result),
    };
    format!("{word}{gap}{}  {why}\n", printable(&question.ends()))
}

/// A flow that the server would not trace.
#[must_use]
pub fn refused(question: &Question, message: &str) -> String {
    format!("{:<VERDICT_WIDTH$}  {}  {}\n", "REFUSED", printable(&question.ends()), printable(message))
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    #[test]
    fn a_flow_is_a_line() {
        let text = line(&sample::question(), &sample::result());
        let expected = "UNREACHABLE   pod shop/web-1 -> vm vms/sql-1:443/tcp  ROUTE_NONE at subnet vms, on the way back: 10.240.0.4 matches 10.0.0.0/8 None\n";
        assert_eq!(anstream::adapter::strip_str(&text).to_string(), expected);
        assert_eq!(
            refused(&sample::question(), "no\nsuch pod"),
            "REFUSED       pod shop/web-1 -> vm vms/sql-1:443/tcp  no\\nsuch pod\n"
        );
    }
}

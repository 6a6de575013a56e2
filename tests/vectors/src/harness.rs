//! How does the runner speak to a harness? One JSON object for each line, both ways.

use std::process::Stdio;
use std::time::Duration;

use serde_json::{Map, Value, json};
use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader, Lines};
use tokio::process::{Child, ChildStdin, ChildStdout, Command};

/// Longest wait for an answer; generous, since it only ends runs that hang.
const PATIENCE: Duration = Duration::from_secs(45);

/// A running harness. It is killed when it is dropped.
#[derive(Debug)]
pub struct Harness {
    child: Child,
    input: ChildStdin,
    output: Lines<BufReader<ChildStdout>>,
    next: u64,
}

/// What a harness says to an operation.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// It worked.
    Done(Value),
    /// The client refused or failed.
    Failed(Value),
    /// The client does not have it.
    Unsupported(String),
}

impl Harness {
    /// Starts one.
    ///
    /// # Errors
    /// The command does not start.
    pub fn start(command: std::process::Command) -> Result<Self, String> {
        let shown = format!("{command:?}");
        let mut command = Command::from(command);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::inherit()).kill_on_drop(true);
        let mut child = command.spawn().map_err(|error| format!("{shown} does not start: {error}"))?;
        let (Some(input), Some(output)) = (child.stdin.take(), child.stdout.take()) else {
            return Err("a harness without pipes".to_owned());
        };
        Ok(Self { child, input, output: BufReader::new(output).lines(), next: 1 })
    }

    /// Asks for an operation without waiting; gives the id of its answer.
    ///
    /// # Errors
    /// The harness is gone.
    pub async fn ask(
        &mut self,
        operation: &str,
        client: &str,
        args: Map<String, Value>,
    ) -> Result<u64, String> {
        let id = self.next;
        self.next += 1;
        let mut line = json!({"id": id, "op": operation, "client": client, "args": args}).to_string();
        line.push('\n');
        let gone = |error: std::io::Error| format!("the harness does not read any more: {error}");
        self.input.write_all(line.as_bytes()).await.map_err(gone)?;
        self.input.flush().await.map_err(gone)?;
        Ok(id)
    }

    /// Waits for the answer with this id. Answers of operations that nobody waits for are passed over.
    ///
    /// # Errors
    /// The harness is silent, ends, or writes something else.
    pub async fn answer(&mut self, id: u64) -> Result<Answer, String> {
        loop {
            let (found, answer) = self.next_answer().await?;
            if found == id {
                return Ok(answer);
            }
        }
    }

    /// The next answer, with its id.
    async fn next_answer(&mut self) -> Result<(u64, Answer), String> {
        let line = tokio::time::timeout(PATIENCE, self.output.next_line())
            .await
            .map_err(|_| format!("no answer of the harness within {PATIENCE:?}"))?
            .map_err(|error| format!("the harness cannot be read: {error}"))?;
        let Some(line) = line else {
            return Err(format!("the harness ended: {:?}", self.child.try_wait()));
        };
        let value: Value =
            serde_json::from_str(&line).map_err(|error| format!("the harness wrote `{line}`: {error}"))?;
        let id = value.get("id").and_then(Value::as_u64).ok_or_else(|| format!("no id in `{line}`"))?;
        let answer = match (value.get("ok"), value.get("error"), value.get("unsupported")) {
            (Some(done), None, None) => Answer::Done(done.clone()),
            (None, Some(error), None) => Answer::Failed(error.clone()),
            (None, None, Some(why)) => Answer::Unsupported(why.as_str().unwrap_or_default().to_owned()),
            _ => {
                return Err(format!(
                    "the harness wrote `{line}`, which is neither ok, error nor unsupported"
                ));
            }
        };
        Ok((id, answer))
    }

    /// Waits for the answers with these ids, in whatever order they come.
    ///
    /// # Errors
    /// As [`Self::answer`].
    pub async fn answers(&mut self, ids: &[u64]) -> Result<Vec<Answer>, String> {
        let mut open: std::collections::BTreeSet<u64> = ids.iter().copied().collect();
        let mut answers = Vec::new();
        while !open.is_empty() {
            let (id, answer) = self.next_answer().await?;
            if open.remove(&id) {
                answers.push(answer);
            }
        }
        Ok(answers)
    }

    /// Asks and waits.
    ///
    /// # Errors
    /// As [`Self::ask`] and [`Self::answer`].
    pub async fn run(
        &mut self,
        operation: &str,
        client: &str,
        args: Map<String, Value>,
    ) -> Result<Answer, String> {
        let id = self.ask(operation, client, args).await?;
        self.answer(id).await
    }
}

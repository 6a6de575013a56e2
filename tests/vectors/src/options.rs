//! What was the runner asked to do?

/// What to run.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Only these languages; empty for all that have a harness.
    pub languages: Vec<String>,
    /// Only cases whose class and name contain one of these texts; empty for all.
    pub cases: Vec<String>,
    /// Harnesses of one language at a time; 0 for the default.
    pub jobs: usize,
    /// Whether the planted faults are tried instead.
    pub planted: bool,
    /// Whether the throughput of the clients is measured instead.
    pub throughput: bool,
    /// Stop with the first case that fails.
    pub until_failure: bool,
    /// Only the first style of each language, as in CI.
    pub first_style: bool,
    /// Languages without a harness are failures, too.
    pub all: bool,
}

impl Options {
    /// Whether a language is asked for.
    #[must_use]
    pub fn wants(&self, language: &str) -> bool {
        self.languages.is_empty() || self.languages.iter().any(|name| name == language)
    }

    /// Whether a case, or a planted fault, with this name is asked for.
    #[must_use]
    pub fn wants_case(&self, name: &str) -> bool {
        self.cases.is_empty() || self.cases.iter().any(|text| name.contains(text.as_str()))
    }

    /// Reads arguments.
    ///
    /// # Errors
    /// What is not understood, and what would be.
    pub fn read(arguments: &[String]) -> Result<Self, String> {
        let mut options = Self::default();
        let mut rest = arguments.iter();
        while let Some(flag) = rest.next() {
            let mut value = || rest.next().cloned().ok_or_else(|| format!("{flag} takes a value"));
            match flag.as_str() {
                "--language" => options.languages = value()?.split(',').map(str::to_owned).collect(),
                "--case" => options.cases.push(value()?),
                "--jobs" => {
                    options.jobs = value()?.parse().map_err(|_| "--jobs takes a number".to_owned())?;
                }
                "--planted" => options.planted = true,
                "--throughput" => options.throughput = true,
                "--until-failure" => options.until_failure = true,
                "--first-style" => options.first_style = true,
                "--all" => options.all = true,
                other => {
                    return Err(format!(
                        "`{other}`? The vectors take --language A,B, --case TEXT (again for more), --jobs N, --first-style, --until-failure, --all, --planted and --throughput"
                    ));
                }
            }
        }
        Ok(options)
    }
}

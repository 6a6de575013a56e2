//! `cargo xtask gen [language] [--check]`: is all generated code what the `.proto` files say?

mod constants;
mod languages;
mod rpcs;
mod rust;

use podnet_workshop::languages::ALL;
use podnet_workshop::root;

use crate::failure::Failure;
use crate::report::Report;

pub(crate) fn run(report: &mut Report, arguments: &[String]) -> Result<(), Failure> {
    let mut check = false;
    let mut only = None;
    for argument in arguments {
        match argument.as_str() {
            "--check" => check = true,
            name if ALL.iter().any(|language| language.name == name) => only = Some(name),
            other => {
                return Err(Failure::Usage(format!(
                    "`cargo xtask gen` takes a language and `--check`, not `{other}`"
                )));
            }
        }
    }
    steps(report, check, only);
    Ok(())
}

/// Generates, or checks that the committed code is what would be generated; for all languages, or for one.
pub(crate) fn steps(report: &mut Report, check: bool, only: Option<&str>) {
    if only.is_none_or(|name| name == "rust") {
        report.step("generated code", || rust::generate(&root(), check).map_err(Failure::Generate));
    }
    languages::steps(report, check, only);
}

//! Is the contract well formed, and can every client and log of the baseline still use it?
//!
//! The baseline is `proto/baseline.binpb`, a compiled image of the contract as it was last accepted. It is a file of
//! the tree, not a branch, so the check needs no history, works in an export, and a reviewer sees when it moves.

use podnet_workshop::tools::BUF;

use crate::report::Report;
use crate::{shell, tools};

/// The accepted contract, below the workspace root.
pub(crate) const BASELINE: &str = "proto/baseline.binpb";

/// `buf lint`: names, comments, layout.
pub(crate) fn lint(report: &mut Report) {
    step(report, "contract lint", &["lint", "proto"]);
}

/// `buf breaking` against the baseline.
pub(crate) fn breaking(report: &mut Report) {
    step(report, "contract breaking", &["breaking", "proto", "--against", BASELINE]);
}

/// Accepts the contract as it stands.
pub(crate) fn accept(report: &mut Report) {
    step(report, "contract baseline", &["build", "proto", "--exclude-source-info", "--output", BASELINE]);
}

/// One run of buf in the root.
fn step(report: &mut Report, name: &str, arguments: &[&str]) {
    tools::step(report, name, &BUF, |buf| shell::run(buf.args(arguments)));
}

//! Go: the harness is a command of its own module, which takes the client from the tree. `buf` runs the generators.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::{Language, run, work_folder};
use crate::root;
use crate::tools::{BUF, GO, PROTOC_GEN_GO, PROTOC_GEN_GO_GRPC, find};

/// Folder of the generated packages, and that of the table which the client embeds: a module holds its own copy.
const CODE: &str = "sdk/go/podnet";
const TABLE: &str = "sdk/go/generated";

/// The language.
pub(super) const LANGUAGE: Language = Language {
    name: "go",
    tools: &[&GO],
    generators: &[&GO, &BUF, &PROTOC_GEN_GO, &PROTOC_GEN_GO_GRPC],
    generated: &[CODE, TABLE],
    generate,
    build,
    harness,
    sources: &["sdk/go"],
};

fn generate(out: &Path) -> Result<(), String> {
    let tool =
        |tool| find(tool).map(|path| path.display().to_string()).map_err(|missing| missing.to_string());
    let plugin = |path: String| {
        let folder = out.join("sdk/go").display().to_string();
        format!(r#"{{"local": {path:?}, "out": {folder:?}, "opt": ["paths=source_relative"]}}"#)
    };
    let plugins = [plugin(tool(&PROTOC_GEN_GO)?), plugin(tool(&PROTOC_GEN_GO_GRPC)?)].join(", ");
    let template = format!(r#"{{"version": "v2", "plugins": [{plugins}]}}"#);
    let mut buf = Command::new(tool(&BUF)?);
    run(buf
        .args(["generate", "--path", "podnet/v1", "--template", &template])
        .current_dir(root().join("proto")))?;
    let table = out.join(TABLE);
    fs::create_dir_all(&table)
        .and_then(|()| fs::copy(root().join("sdk/service_config.json"), table.join("service_config.json")))
        .map(drop)
        .map_err(|error| format!("cannot copy sdk/service_config.json: {error}"))
}

fn build() -> Result<(), String> {
    let mut go = Command::new(find(&GO).map_err(|missing| missing.to_string())?);
    go.args(["build", "-o"]).arg(work_folder("go").join("harness")).arg(".");
    run(go.current_dir(root().join("tests/harness/go")))
}

fn harness() -> Command {
    Command::new(work_folder("go").join("harness"))
}

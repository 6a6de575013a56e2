//! How does the code in `proto/src/gen` come from the `.proto` files, and the tables of the Rust client? Knows
//! nothing of what the messages mean.

use std::fs;
use std::path::{Path, PathBuf};

use podnet_workshop::languages::{service_config, surface};
use prost::Message;

use super::{constants, rpcs};

/// Folder of the `.proto` files, from the root of the workspace.
const PROTO: &str = "proto";
/// Folders of the packages to generate; a package without files yet is passed over.
const PACKAGES: [&str; 2] = ["podnet/v1", "podnet/store/v1"];
/// Package whose descriptor set is part of the crate: only the public contract is served by reflection.
const PUBLIC: &str = "podnet/v1";
/// Folder of the committed result.
const OUT: &str = "proto/src/gen";
/// Folder of the tables of RPCs, and of deadlines and retries.
const CLIENT: &str = "sdk/rust/src/generated";
/// Folder of the table of methods of the harness.
const HARNESS: &str = "tests/harness/rust/generated";

/// Writes the generated code and descriptor set, or, with `check`, fails if the committed files differ from it.
///
/// # Errors
/// A `.proto` file that does not compile, a file that cannot be read or written, or, with `check`, the names of the
/// files that are out of date.
pub(super) fn generate(root: &Path, check: bool) -> Result<(), String> {
    let scratch = root.join("target/gen/rust");
    if scratch.exists() {
        fs::remove_dir_all(&scratch)
            .map_err(|error| format!("cannot empty {}: {error}", scratch.display()))?;
    }
    fs::create_dir_all(&scratch).map_err(|error| format!("cannot make {}: {error}", scratch.display()))?;

    let proto = root.join(PROTO);
    let all = compile(&proto, &PACKAGES)?;
    // With comments, so that they become documentation of the Rust items.
    tonic_prost_build::configure()
        .out_dir(&scratch)
        .extern_path(".google.rpc", "::tonic_types::pb")
        // Ordered maps: one message has one encoding, which fingerprints rest on.
        .btree_map(".")
        // Connecting is the SDK's business; this keeps the transport out of the contract.
        .build_transport(false)
        .compile_fds(all.file_descriptor_set())
        .map_err(|error| format!("cannot generate Rust: {error}"))?;

    let public = descriptor_set(&compile(&proto, &[PUBLIC])?)?;
    let public_name = format!("{}.binpb", PUBLIC.replace('/', "."));
    fs::write(scratch.join(&public_name), public)
        .map_err(|error| format!("cannot write {public_name}: {error}"))?;

    let out = root.join(OUT);
    let mut fresh = files_in(&scratch)?;
    // Imported packages have crates of their own.
    fresh.retain(|path| name_of(path).starts_with("podnet."));
    settle(&fresh, &out, check)?;

    let numbers = service_config::read()?;
    let compiled = compile(&proto, &[PUBLIC])?;
    let contract = compiled.file_descriptor_set();
    let client = [
        ("rpcs.rs", rpcs::table(&contract, &numbers.batches)),
        ("service_config.rs", constants::table(&numbers)),
        ("kinds.rs", constants::kinds(&surface::read()?)),
    ];
    tables(root, CLIENT, &client, check)?;
    tables(root, HARNESS, &[("methods.rs", rpcs::names(&contract))], check)
}

/// Settles files that are written here.
fn tables(root: &Path, folder: &str, files: &[(&str, String)], check: bool) -> Result<(), String> {
    let scratch = root.join("target/gen/tables").join(folder);
    fs::create_dir_all(&scratch).map_err(|error| format!("cannot make {}: {error}", scratch.display()))?;
    let mut fresh = Vec::new();
    for (name, text) in files {
        let path = scratch.join(name);
        fs::write(&path, text).map_err(|error| format!("cannot write {}: {error}", path.display()))?;
        fresh.push(path);
    }
    settle(&fresh, &root.join(folder), check)
}

fn settle(fresh: &[PathBuf], out: &Path, check: bool) -> Result<(), String> {
    if check { compare(fresh, out) } else { install(fresh, out) }
}

/// Compiles all files of the packages with imports and comments.
fn compile(proto: &Path, packages: &[&str]) -> Result<protox::Compiler, String> {
    let mut files = Vec::new();
    for package in packages {
        let folder = proto.join(package);
        if folder.exists() {
            files.extend(
                files_in(&folder)?.into_iter().filter(|path| path.extension().is_some_and(|e| e == "proto")),
            );
        }
    }
    let mut compiler = protox::Compiler::new([proto])
        .map_err(|error| format!("cannot read {}: {error}", proto.display()))?;
    compiler.include_imports(true).include_source_info(true);
    compiler.open_files(files).map_err(|error| format!("{error:?}"))?;
    Ok(compiler)
}

/// The descriptor set without comments, which would make it five times as large.
fn descriptor_set(compiler: &protox::Compiler) -> Result<Vec<u8>, String> {
    // Encoded by the compiler and not from the message type, which would drop custom options.
    let encoded = compiler.encode_file_descriptor_set();
    let mut set = prost_types::FileDescriptorSet::decode(encoded.as_slice())
        .map_err(|error| format!("cannot read the descriptor set back: {error}"))?;
    for file in &mut set.file {
        file.source_code_info = None;
    }
    Ok(set.encode_to_vec())
}

fn install(fresh: &[PathBuf], out: &Path) -> Result<(), String> {
    fs::create_dir_all(out).map_err(|error| format!("cannot make {}: {error}", out.display()))?;
    for stale in files_in(out)? {
        fs::remove_file(&stale).map_err(|error| format!("cannot remove {}: {error}", stale.display()))?;
    }
    for path in fresh {
        let target = out.join(name_of(path));
        fs::copy(path, &target).map_err(|error| format!("cannot write {}: {error}", target.display()))?;
    }
    Ok(())
}

fn compare(fresh: &[PathBuf], out: &Path) -> Result<(), String> {
    let committed = files_in(out)?;
    let mut differing: Vec<String> = Vec::new();
    for path in fresh {
        let (wanted, present) = (fs::read(path), fs::read(out.join(name_of(path))));
        if !matches!((wanted, present), (Ok(wanted), Ok(present)) if wanted == present) {
            differing.push(name_of(path));
        }
    }
    differing.extend(
        committed
            .iter()
            .map(|path| name_of(path))
            .filter(|name| !fresh.iter().any(|path| &name_of(path) == name)),
    );
    if differing.is_empty() {
        return Ok(());
    }
    Err(format!(
        "{OUT} is out of date: {}; run `cargo xtask gen` and commit the result",
        differing.join(", ")
    ))
}

/// Files of a folder in the order of their names, so that the result does not depend on the file system.
fn files_in(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let entries =
        fs::read_dir(folder).map_err(|error| format!("cannot list {}: {error}", folder.display()))?;
    let mut files = Vec::new();
    for entry in entries {
        let path = entry.map_err(|error| format!("cannot list {}: {error}", folder.display()))?.path();
        if path.is_file() {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

fn name_of(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

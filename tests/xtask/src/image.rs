//! `cargo xtask image [--dev]`: what goes into the container image?
//!
//! Two static programs and the sample cluster, laid out in `target/image` as `server/Dockerfile` takes them. Only the last
//! link is static, so that nothing is compiled a second time. Building the image is the container engine's task.

use std::path::{Path, PathBuf};

use podnet_workshop::root;

use crate::failure::Failure;
use crate::report::Report;
use crate::shell::{self, cargo};

/// Package and program.
const PROGRAMS: [(&str, &str); 2] = [("podnet-server", "podnetd"), ("podnet-cli", "podnet")];

/// The cluster that the image can load.
const SAMPLE: &str = "tests/samples/kubenet";

pub(crate) fn run(report: &mut Report, arguments: &[String]) -> Result<(), Failure> {
    let profile = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] => Profile { name: "release", folder: "release" },
        ["--dev"] => Profile { name: "dev", folder: "debug" },
        _ => {
            return Err(Failure::Usage(
                "`cargo xtask image` takes `--dev`, for a build without optimisation".to_owned(),
            ));
        }
    };
    let context = root().join("target/image");
    report.step("folder", || lay_out(&context));
    for (package, program) in PROGRAMS {
        report.step(program, || build(&profile, package, program, &context));
    }
    println!("\nThe context is in target/image; `docker-compose up --build` builds the image and starts it.");
    Ok(())
}

struct Profile {
    name: &'static str,
    /// Cargo's folder of the profile.
    folder: &'static str,
}

/// An empty folder for the data, which gives a new volume its owner, and the sample.
fn lay_out(context: &Path) -> Result<(), Failure> {
    if context.exists() {
        io("remove", context, std::fs::remove_dir_all(context))?;
    }
    for folder in ["data", "sample"] {
        let folder = context.join(folder);
        io("make", &folder, std::fs::create_dir_all(&folder))?;
    }
    let sample = root().join(SAMPLE);
    for entry in io("read", &sample, std::fs::read_dir(&sample))? {
        let path = io("read", &sample, entry)?.path();
        if let Some(name) = path.file_name().filter(|_| path.extension().is_some_and(|end| end == "json")) {
            io("copy", &path, std::fs::copy(&path, context.join("sample").join(name)))?;
        }
    }
    Ok(())
}

/// Builds one program without shared libraries or symbols, and copies it into the context.
fn build(profile: &Profile, package: &str, program: &str, context: &Path) -> Result<(), Failure> {
    let mut command = cargo(&["rustc", "--package", package, "--bin", program, "--profile", profile.name]);
    shell::run(command.args(["--", "-C", "target-feature=+crt-static", "-C", "strip=symbols"]))?;
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from);
    let built = target.join(profile.folder).join(program);
    io("copy", &built, std::fs::copy(&built, context.join(program)))?;
    Ok(())
}

fn io<T>(action: &'static str, path: &Path, result: std::io::Result<T>) -> Result<T, Failure> {
    result.map_err(|source| Failure::Io { action, path: path.display().to_string(), source })
}

//! How does a missing tool come onto this machine?
//!
//! By its ordinary package manager, into `target/tools`; only a package manager that is itself missing, and what Debian
//! packages, is installed into the system, and only by root. Nothing asks a question. Must not know which tool is wanted when.

use std::path::Path;
use std::process::{Command, Stdio};

use super::find::{installed_path, on_search_path, starts};
use super::{Source, Tool, find, folder};

/// Why a tool could not be installed.
#[derive(Debug, thiserror::Error)]
pub enum InstallError {
    /// A package manager ran and failed.
    #[error("{tool}: `{command}` failed ({status}); its own lines are above")]
    Failed {
        /// The tool that was being installed.
        tool: &'static str,
        /// The command as typed.
        command: String,
        /// How it ended.
        status: String,
    },
    /// A Debian package is needed and this user may not install one.
    #[error("{tool}: needs the Debian package {package}; install it, or run as root")]
    NotRoot {
        /// The tool that was being installed.
        tool: &'static str,
        /// The package to install.
        package: &'static str,
    },
    /// Everything was installed and the program still does not start.
    #[error("{tool}: installed as {pin}, but `{program}` with {probe:?} does not succeed")]
    Unusable {
        /// The tool that was being installed.
        tool: &'static str,
        /// The version that was installed.
        pin: String,
        /// The program.
        program: &'static str,
        /// The arguments it was tried with.
        probe: &'static [&'static str],
    },
    /// A folder or file under `target/tools` could not be written.
    #[error("{tool}: cannot write under target/tools")]
    Io {
        /// The tool that was being installed.
        tool: &'static str,
        /// What the system said.
        source: std::io::Error,
    },
}

/// Makes the tool usable: does nothing where the pinned version already stands, installs it otherwise.
///
/// Returns whether anything was installed. The package managers' output goes to this process's own.
///
/// # Errors
/// [`InstallError`], which says what to do.
pub fn install(tool: &Tool) -> Result<bool, InstallError> {
    if is_current(tool) {
        return Ok(false);
    }
    let folder = folder();
    let io = |source| InstallError::Io { tool: tool.name, source };
    std::fs::create_dir_all(&folder).map_err(io)?;
    match tool.source {
        Source::Npm { package, version } => npm(tool, &format!("{package}@{version}"), &folder)?,
        Source::Cargo { package, version } => cargo(tool, package, version, &folder)?,
        Source::Go { package, version } => go(tool, &format!("{package}@{version}"), &folder)?,
        Source::Python { requirements } => python(tool, requirements, &folder)?,
        Source::Debian { package } => debian(tool, package)?,
    }
    let usable = match installed_path(tool) {
        Some(path) => starts(tool, &path),
        None => find(tool).is_ok(),
    };
    if !usable {
        return Err(InstallError::Unusable {
            tool: tool.name,
            pin: tool.source.pin(),
            program: tool.program,
            probe: tool.probe,
        });
    }
    std::fs::write(folder.join(pin_file(tool)), tool.source.pin()).map_err(io)?;
    Ok(true)
}

/// A tool that someone names by its variable, or that Debian has placed, is taken as it is; ours must be the pinned version.
fn is_current(tool: &Tool) -> bool {
    if std::env::var_os(tool.variable).is_some_and(|path| starts(tool, Path::new(&path))) {
        return true;
    }
    match installed_path(tool) {
        Some(path) => {
            let recorded = std::fs::read_to_string(folder().join(pin_file(tool)));
            recorded.is_ok_and(|pin| pin == tool.source.pin()) && starts(tool, &path)
        }
        None => find(tool).is_ok(),
    }
}

fn pin_file(tool: &Tool) -> String {
    format!("{}.pin", tool.name)
}

fn npm(tool: &Tool, package: &str, folder: &Path) -> Result<(), InstallError> {
    debian_unless(tool, "npm", "npm")?;
    let mut command = Command::new("npm");
    command.args(["install", "--no-save", "--no-audit", "--no-fund", "--loglevel=error", "--prefix"]);
    command.arg(folder.join("npm").join(tool.name)).arg(package);
    run(tool, &mut command)
}

fn cargo(tool: &Tool, package: &str, version: &str, folder: &Path) -> Result<(), InstallError> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command.args(["install", "--locked", "--force", "--version", version, "--root"]).arg(folder).arg(package);
    // Built in a folder of its own, which cargo removes: its artefacts would only fill the workspace's.
    command.env_remove("CARGO_TARGET_DIR").env("CARGO_INCREMENTAL", "0");
    // No link-time optimisation: the tool runs for a second, and would be built for minutes.
    command.env("CARGO_PROFILE_RELEASE_LTO", "off").env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1");
    command.env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16");
    run(tool, &mut command)
}

fn go(tool: &Tool, package: &str, folder: &Path) -> Result<(), InstallError> {
    debian_unless(tool, "go", "golang-go")?;
    let mut command = Command::new("go");
    command.args(["install", package]).env("GOBIN", folder.join("bin"));
    run(tool, &mut command)
}

fn python(tool: &Tool, requirements: &[&str], folder: &Path) -> Result<(), InstallError> {
    // Debian's python3 comes without the part that makes virtual environments.
    let mut probe = Command::new("python3");
    probe.args(["-c", "import venv, ensurepip"]).stdin(Stdio::null()).stderr(Stdio::null());
    if !probe.status().is_ok_and(|status| status.success()) {
        debian(tool, "python3-venv")?;
    }
    let venv = folder.join("python").join(tool.name);
    run(tool, Command::new("python3").args(["-m", "venv", "--clear"]).arg(&venv))?;
    let mut command = Command::new(venv.join("bin/python3"));
    command.args(["-m", "pip", "install", "--disable-pip-version-check", "--no-input", "--quiet"]);
    run(tool, command.args(requirements))
}

fn debian_unless(tool: &Tool, program: &str, package: &'static str) -> Result<(), InstallError> {
    if on_search_path(program).is_empty() { debian(tool, package) } else { Ok(()) }
}

fn debian(tool: &Tool, package: &'static str) -> Result<(), InstallError> {
    if !is_root() || on_search_path("apt-get").is_empty() {
        return Err(InstallError::NotRoot { tool: tool.name, package });
    }
    // A fresh machine has no package lists; refreshing existing ones costs seconds.
    run(tool, Command::new("apt-get").args(["update", "--quiet=2"]))?;
    let mut command = Command::new("apt-get");
    command.args([
        "install",
        "--yes",
        "--quiet=2",
        "--option=Dpkg::Use-Pty=0",
        "--no-install-recommends",
        package,
    ]);
    run(tool, command.env("DEBIAN_FRONTEND", "noninteractive"))
}

fn is_root() -> bool {
    let user = Command::new("id").arg("-u").stdin(Stdio::null()).output();
    user.is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}

fn run(tool: &Tool, command: &mut Command) -> Result<(), InstallError> {
    let ended = command.stdin(Stdio::null()).status();
    let status = match ended {
        Ok(status) if status.success() => return Ok(()),
        Ok(status) => status.to_string(),
        Err(error) => error.to_string(),
    };
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    let typed = words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ");
    Err(InstallError::Failed { tool: tool.name, command: typed, status })
}

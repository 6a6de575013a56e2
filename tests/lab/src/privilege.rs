//! Can a lab be built here, and if not, what is missing?

use std::path::Path;

use crate::Outcome;
use crate::build::CNI_FOLDER;
use crate::netns::Home;

/// What is missing, in words; `None` if a lab can be built.
pub fn missing() -> Option<String> {
    let home = match Home::of_this_thread() {
        Ok(home) => home,
        Err(error) => return Some(format!("/proc: {error}")),
    };
    if let Err(error) = home.create() {
        return Some(format!(
            "network namespaces: {error}; run as root, or under `unshare --user --map-root-user`"
        ));
    }
    let probes = [("ip", "iproute2", "-V"), ("nft", "nftables", "-v")];
    for (program, package, argument) in probes {
        if !starts(program, argument) {
            return Some(format!("{program} (Debian package {package})"));
        }
    }
    if !Path::new(CNI_FOLDER).join("bridge").is_file() {
        return Some(format!("{CNI_FOLDER}/bridge (Debian package containernetworking-plugins)"));
    }
    bridges_filter(&home).err().map(|error| format!("bridge netfilter: {error}"))
}

fn starts(program: &str, argument: &str) -> bool {
    let mut command = std::process::Command::new(program);
    command.arg(argument).stdin(std::process::Stdio::null());
    command.stdout(std::process::Stdio::null()).stderr(std::process::Stdio::null());
    command.status().is_ok_and(|status| status.success())
}

/// Whether packets on bridges pass the packet filter, as kubenet needs.
fn bridges_filter(home: &Home) -> Outcome<()> {
    let space = home.create()?;
    home.inside(&space, || Ok(std::fs::write("/proc/sys/net/bridge/bridge-nf-call-iptables", "1")?))
}

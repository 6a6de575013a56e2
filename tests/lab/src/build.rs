//! How does a plan become namespaces?

use std::collections::BTreeMap;
use std::io::Write as _;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use nix::ifaddrs::getifaddrs;
use nix::net::if_::InterfaceFlags;

use crate::Outcome;
use crate::capture::is_bridge;
use crate::netns::{Home, Namespace};
use crate::plan::{Attachment, Plan, Space};

/// Where Debian puts the CNI plugins.
pub const CNI_FOLDER: &str = "/usr/lib/cni";

/// A lab that stands. Dropping it takes everything down.
#[derive(Debug)]
pub struct Built {
    /// The way in and out, for the thread that built it.
    pub home: Home,
    /// Namespaces by name.
    pub spaces: BTreeMap<String, Namespace>,
}

/// Builds everything.
///
/// # Errors
/// The first thing that failed, with what the program said.
pub fn build(plan: &Plan) -> Outcome<Built> {
    let home = Home::of_this_thread()?;
    let mut spaces = BTreeMap::new();
    for space in &plan.spaces {
        let made = home.create()?;
        home.inside(&made, || {
            for (setting, value) in &space.settings {
                std::fs::write(format!("/proc/sys/net/{setting}"), value)
                    .map_err(|error| format!("setting {setting} = {value}: {error}"))?;
            }
            Ok(())
        })?;
        spaces.insert(space.name.clone(), made);
    }
    let built = Built { home, spaces };
    // A namespace's links are in before the next one's addresses; among namespaces that make no links, none waits.
    let mut running = Vec::new();
    for space in &plan.spaces {
        let makes_links = space.ip.iter().any(|line| line.contains('{'));
        if makes_links {
            finish(&mut running)?;
        }
        let lines: String = space.ip.iter().map(|line| built.with_paths(line) + "\n").collect();
        running.push((space, built.start(space, "ip", &["-batch", "-"], &lines)?));
        if makes_links {
            finish(&mut running)?;
        }
        for attachment in &space.attachments {
            built.attach(space, attachment)?;
        }
    }
    finish(&mut running)?;
    for space in plan.spaces.iter().filter(|space| !space.bridge.is_empty()) {
        running.push((
            space,
            built.start(space, "bridge", &["-batch", "-"], &(space.bridge.join("\n") + "\n"))?,
        ));
    }
    finish(&mut running)?;
    for space in plan.spaces.iter().filter(|space| !space.nft.is_empty()) {
        running.push((space, built.start(space, "nft", &["-f", "-"], &(space.nft.join("\n") + "\n"))?));
    }
    finish(&mut running)?;
    built.links_are_up()?;
    Ok(built)
}

/// How long links may take until they carry packets; a few milliseconds are usual.
const LINKS_DEADLINE: Duration = Duration::from_secs(2);

impl Built {
    /// Waits until each link carries packets: the kernel opens the queues of a new one a moment after it was set up, and
    /// drops what is sent before.
    #[expect(clippy::disallowed_methods, reason = "waits for the kernel, with a deadline")]
    fn links_are_up(&self) -> Outcome<()> {
        let begin = Instant::now();
        for (name, space) in &self.spaces {
            while let Some(link) = self.home.inside(space, idle_link)? {
                if begin.elapsed() > LINKS_DEADLINE {
                    return Err(format!("{link} of {name} does not come up").into());
                }
                std::thread::yield_now();
            }
        }
        Ok(())
    }

    /// A namespace by name.
    ///
    /// # Errors
    /// Where the plan has none of that name.
    pub fn space(&self, name: &str) -> Outcome<&Namespace> {
        Ok(self.spaces.get(name).ok_or_else(|| format!("the lab has no namespace {name}"))?)
    }

    fn with_paths(&self, line: &str) -> String {
        let Some((before, rest)) = line.split_once('{') else { return line.to_owned() };
        let Some((name, after)) = rest.split_once('}') else { return line.to_owned() };
        let path = self.spaces.get(name).map(Namespace::path).unwrap_or_default();
        format!("{before}{path}{after}")
    }

    fn start(&self, space: &Space, program: &str, arguments: &[&str], input: &str) -> Outcome<Child> {
        let mut child = self.home.inside(self.space(&space.name)?, || {
            let mut command = Command::new(program);
            command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::piped());
            Ok(command.spawn().map_err(|error| format!("{program}: {error}"))?)
        })?;
        if let Some(mut stdin) = child.stdin.take() {
            stdin.write_all(input.as_bytes())?;
        }
        Ok(child)
    }

    /// As a container runtime would: the plugin runs in the node's namespace and gets the pod's by path.
    fn attach(&self, node: &Space, attachment: &Attachment) -> Outcome<()> {
        let pod = self.space(&attachment.pod)?.path();
        let mut child = self.home.inside(self.space(&node.name)?, || {
            let mut command = Command::new(format!("{CNI_FOLDER}/{}", attachment.plugin));
            command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
            command.env("CNI_COMMAND", "ADD").env("CNI_CONTAINERID", &attachment.pod);
            command.env("CNI_NETNS", pod).env("CNI_IFNAME", "eth0").env("CNI_PATH", CNI_FOLDER);
            Ok(command.spawn()?)
        })?;
        if let Some(mut stdin) = child.stdin.take() {
            stdin.write_all(attachment.configuration.as_bytes())?;
        }
        let output = child.wait_with_output()?;
        if output.status.success() {
            return Ok(());
        }
        Err(format!(
            "{} for {}: {}",
            attachment.plugin,
            attachment.pod,
            String::from_utf8_lossy(&output.stdout)
        )
        .into())
    }
}

/// A link of this namespace that is up and does not carry packets yet. A bridge does when one of its ports does.
fn idle_link() -> Outcome<Option<String>> {
    let idle = |flags: InterfaceFlags| {
        flags.contains(InterfaceFlags::IFF_UP) && !flags.contains(InterfaceFlags::IFF_RUNNING)
    };
    let mut links = getifaddrs()?;
    let found = links.find(|link| idle(link.flags) && !is_bridge(&link.interface_name));
    Ok(found.map(|link| link.interface_name))
}

fn finish(running: &mut Vec<(&Space, Child)>) -> Outcome<()> {
    for (space, child) in running.drain(..) {
        let output = child.wait_with_output()?;
        if !output.status.success() {
            let said = String::from_utf8_lossy(&output.stderr).into_owned();
            return Err(format!("building {}: {said}", space.name).into());
        }
    }
    Ok(())
}

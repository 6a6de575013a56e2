//! What is the smallest world in which two judges still differ: commands are left out while they do.
//!
//! Leaving out one command may make later ones illegal; they are then refused and gone too, so that what is left is
//! legal. Must not know what the judges look at.

use podnet_core::command::Command;

use crate::world::World;

/// The fewest commands found on which the test still says yes. Halves first, then single ones, until nothing more goes.
#[must_use]
pub fn shrink(commands: &[Command], differs: impl Fn(&World) -> bool) -> World {
    let mut best = World::of(commands);
    let mut width = best.commands.len().div_ceil(2);
    while width > 0 {
        let before = best.commands.len();
        let mut at = 0;
        while at < best.commands.len() {
            let end = (at + width).min(best.commands.len());
            let fewer: Vec<_> = best.commands[..at].iter().chain(&best.commands[end..]).cloned().collect();
            let tried = World::of(&fewer);
            if tried.commands.len() < best.commands.len() && differs(&tried) {
                best = tried;
            } else {
                at += width;
            }
        }
        if best.commands.len() == before || width > 1 {
            width /= 2;
        }
    }
    best
}

/// The commands as a small scenario, one line each.
#[must_use]
pub fn scenario(world: &World) -> String {
    world.commands.iter().map(|command| format!("  {}\n", line(command))).collect()
}

/// A command without what is at its default.
fn line(command: &Command) -> String {
    let mut text = format!("{command:?}");
    for plain in [
        "labels: {}, ",
        "etag: None, ",
        "uid: \"\", ",
        "surge: 0, ",
        "delegation: \"\", ",
        "cooldown: 0ns, ",
        "node: None",
        "dns_address: None, ",
        "provisioning_tool: Cli, ",
        "service_endpoints: [], ",
        "health_check_node_port: 0, ",
        "immutable: [], ",
        "managed_by: \"\", ",
    ] {
        text = text.replace(plain, "");
    }
    text
}

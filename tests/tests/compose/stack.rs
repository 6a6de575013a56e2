//! The stack of `docker-compose.yml`: up, used, down, up again with its data, gone.

use std::process::{Command, Stdio};

use podnet_tests::server::podnet;
use serde_json::{Value, json};

use crate::engine::Engine;

/// The sample's cluster, and one of its nodes.
const CLUSTER: &str = "aks-kubenet-demo";
const NODE: &str = "aks-nodepool1-12345678-vmss000001";

#[test]
fn the_stack_serves_the_sample_confined_and_keeps_its_data() {
    let test = "the_stack_serves_the_sample_confined_and_keeps_its_data";
    let Some(engine) = Engine::wanted_by(test) else { return };
    make_image_context();
    let links = links();

    engine.compose(&["up", "--detach", "--build"]);
    let server = server_with_sample(&engine);
    assert_eq!(server.podnet(&["cluster", "get", CLUSTER])["nodeCount"], 3);
    let loaded = server.revision();
    confined(&engine);

    let allocated = server.podnet(&["ip", "alloc", "--cluster", CLUSTER, "--node", NODE, "sandbox1-eth0"]);
    let used = server.revision();
    assert!(used > loaded, "an allocation at {used}, the sample at {loaded}");

    engine.compose(&["down"]);
    engine.compose(&["up", "--detach"]);
    let server = server_with_sample(&engine);
    assert_eq!(server.revision(), used, "loading the sample again changes nothing");
    let kept = server.podnet(&["ip", "show", "--cluster", CLUSTER, "sandbox1-eth0"]);
    let addresses = |allocation: &Value| allocation["addresses"].as_array().cloned().expect("addresses");
    assert_eq!(addresses(&kept), addresses(&allocated), "{allocated} {kept}");

    engine.compose(&["down", "--volumes"]);
    assert_eq!(engine.docker(&["volume", "ls", "--quiet"]), "", "a volume is left");
    drop(engine);
    assert_eq!(self::links(), links, "the engine left a network interface behind");
}

/// The server of the stack as it is reached from this machine.
struct Served {
    url: String,
}

impl Served {
    /// Runs the command line; gives its JSON.
    fn podnet(&self, arguments: &[&str]) -> Value {
        let mut command = Command::new(podnet());
        command.args(["--server", &self.url, "--output", "json"]).args(arguments);
        let output = command.stdin(Stdio::null()).output().unwrap();
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "podnet {arguments:?}: {}\n{errors}", output.status);
        serde_json::from_slice(&output.stdout).unwrap_or_else(|error| {
            panic!("podnet {arguments:?}: {error}: {}", String::from_utf8_lossy(&output.stdout));
        })
    }

    /// The store's revision.
    fn revision(&self) -> u64 {
        let info = self.podnet(&["server", "info"]);
        // A 64-bit number is a string in protobuf's JSON.
        let revision = info["cursor"]["revision"].as_str().and_then(|text| text.parse().ok());
        revision.unwrap_or_else(|| panic!("no revision in {info}"))
    }
}

/// Waits until the sample is loaded; gives the server, which was healthy before that.
fn server_with_sample(engine: &Engine) -> Served {
    let sample = engine.compose(&["ps", "--quiet", "sample"]);
    assert_eq!(engine.docker(&["wait", &sample]), "0", "loading the sample failed");
    let address = engine.compose(&["port", "podnetd", "7443"]);
    assert!(address.starts_with("127.0.0.1:"), "published on {address}");
    Served { url: format!("http://{address}") }
}

/// What the file promises, as the engine says it and as the kernel sees it.
fn confined(engine: &Engine) {
    let id = engine.compose(&["ps", "--quiet", "podnetd"]);
    let all: Value = serde_json::from_str(&engine.docker(&["inspect", &id])).unwrap();
    let container = &all[0];
    assert_eq!(container["State"]["Health"]["Status"], "healthy", "{container}");
    assert_eq!(container["Config"]["User"], "65532:65532");
    assert_eq!(container["HostConfig"]["ReadonlyRootfs"], true);
    assert_eq!(container["HostConfig"]["CapDrop"], json!(["ALL"]));

    let process_id = container["State"]["Pid"].as_u64().expect("a running container");
    let status = std::fs::read_to_string(format!("/proc/{process_id}/status")).unwrap();
    let field = |name: &str| {
        let line = status.lines().find_map(|line| line.strip_prefix(name)).unwrap_or_default();
        line.split_whitespace().map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(field("Uid:"), ["65532"; 4]);
    assert_eq!(field("Gid:"), ["65532"; 4]);
    assert_eq!(field("CapEff:"), ["0000000000000000"]);
    assert_eq!(field("CapBnd:"), ["0000000000000000"]);
    assert_eq!(field("NoNewPrivs:"), ["1"]);
    let mounts = std::fs::read_to_string(format!("/proc/{process_id}/mounts")).unwrap();
    let writable = |place: &str| {
        let mut all = mounts.lines().map(|line| line.split(' ').collect::<Vec<_>>());
        let mount = all.find(|words| words[1] == place);
        let mount = mount.unwrap_or_else(|| panic!("nothing is mounted on {place}:\n{mounts}"));
        mount[3].split(',').any(|option| option == "rw")
    };
    assert!(!writable("/") && writable("/data"), "{mounts}");
}

/// Makes the context of the image as the documents say it, but without optimisation.
fn make_image_context() {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| env!("CARGO").into());
    let mut command = Command::new(cargo);
    command.args(["xtask", "image", "--dev"]).current_dir(podnet_workshop::root()).stdin(Stdio::null());
    let output = command.output().unwrap();
    let (out, errors) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "cargo xtask image --dev:\n{out}\n{errors}");
}

/// Names of this machine's network interfaces.
fn links() -> Vec<String> {
    let entries = std::fs::read_dir("/sys/class/net").unwrap();
    let mut names: Vec<String> =
        entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

//! Which clusters do the flows run in, and what stands for what in each?

use std::path::PathBuf;

use podnet_tests::server::Server;

/// A sample cluster.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Cluster {
    /// Folder of the sample and of the pictures.
    pub(crate) slug: &'static str,
    /// Heading.
    pub(crate) title: &'static str,
    /// Name of the cluster.
    pub(crate) name: &'static str,
    /// What the sample is, for the reader.
    pub(crate) about: &'static str,
    /// Commands after the import, without the program.
    pub(crate) setup: &'static [&'static [&'static str]],
    /// The node of [`Cluster::POD`].
    pub(crate) node: &'static str,
    /// Another node.
    pub(crate) other_node: &'static str,
    /// A machine in the subnet of the nodes.
    pub(crate) machine_near: &'static str,
    /// A machine in another subnet.
    pub(crate) machine_far: &'static str,
}

impl Cluster {
    /// The pod that most flows start from or go to; it has the same name in both samples.
    pub(crate) const POD: &'static str = "pod:shop/web-5f6d8c9b77-4xk9d";
    /// A pod on the same node.
    pub(crate) const POD_BESIDE: &'static str = "pod:shop/api-7c9d6b8f45-4xk9d";
    /// A pod on another node.
    pub(crate) const POD_ELSEWHERE: &'static str = "pod:shop/web-5f6d8c9b77-7mzqp";
    /// A host behind the gateway.
    pub(crate) const ON_PREMISES: &'static str = "10.10.0.5";
}

pub(crate) const BOTH: [Cluster; 2] = [
    Cluster {
        slug: "kubenet",
        title: "kubenet",
        name: "aks-kubenet-demo",
        about: "Three nodes in `10.240.0.0/22`, pods in `10.244.0.0/16`, a /24 for each node, and a route table on the \
                node subnet with one route for each node. Pod addresses are known to the nodes and to that table only.",
        setup: &[],
        node: "node:aks-nodepool1-12345678-vmss000000",
        other_node: "node:aks-nodepool1-12345678-vmss000001",
        machine_near: "vm:aks-nodes/vm-jump",
        machine_far: "vm:apps/vm-db",
    },
    Cluster {
        slug: "azure-cni",
        title: "Azure CNI",
        name: "aks-cni-demo",
        about: "Four nodes in `10.225.0.0/24`; pods have addresses of that subnet, which the whole virtual network can \
                reach. The sample has no gateway, so one is added for the flows to and from the premises.",
        setup: &[
            &["network", "update", "vnet-cni", "--gateway", "vpn", "--on-premises-prefix", "10.10.0.0/16"],
            &["subnet", "create", "vnet-cni/GatewaySubnet", "--prefix", "10.225.255.0/27"],
        ],
        node: "node:aks-system-87654321-vmss000000",
        other_node: "node:aks-user-87654321-vmss000001",
        machine_near: "vm:aks/vm-bastion",
        machine_far: "vm:data/vm-sql",
    },
];

/// Imports the sample and runs the commands after it.
pub(crate) fn load(server: &Server<'_>, cluster: &Cluster) {
    let folder = podnet_workshop::root().join("tests/samples").join(cluster.slug);
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    files.sort();
    let mut import = server.podnet();
    run(import.arg("import").args(files));
    for arguments in cluster.setup {
        run(server.podnet().args(*arguments));
    }
}

fn run(command: &mut std::process::Command) {
    let output = command.output().unwrap();
    assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
}

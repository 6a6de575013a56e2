//! Which flows does the lecture go through, and what is there to see in each?

use crate::cluster::Cluster;

/// One flow in one cluster.
#[derive(Debug, Clone)]
pub(crate) struct Flow {
    /// Name of the picture.
    pub(crate) slug: &'static str,
    /// Heading.
    pub(crate) title: &'static str,
    /// What to look at.
    pub(crate) about: &'static str,
    /// Arguments of `podnet trace`.
    pub(crate) arguments: Vec<String>,
}

/// The flows of a cluster, in the order of the page.
pub(crate) fn flows(cluster: &Cluster) -> Vec<Flow> {
    let kubenet = cluster.slug == "kubenet";
    // Says what is to be seen in each of the two modes.
    let flow = |slug, title, [in_kubenet, in_cni]: [&'static str; 2], arguments: [String; 2]| Flow {
        slug,
        title,
        about: if kubenet { in_kubenet } else { in_cni },
        arguments: arguments.to_vec(),
    };
    let pod = || Cluster::POD.to_owned();
    let at = |end: &str, port: u16| format!("{end}:{port}");
    let web = at(Cluster::POD, 8080);
    vec![
        flow(
            "pod-to-pod-same-node",
            "Pod to pod on the same node",
            [
                "It stays on the node: no table of the network is asked, nothing is rewritten.",
                "It stays on the node, over a route of its own for each pod; nothing is rewritten.",
            ],
            [pod(), at(Cluster::POD_BESIDE, 3000)],
        ),
        flow(
            "pod-to-pod-other-node",
            "Pod to pod on another node",
            [
                "The user route of the other node's block wins over the platform's `10.0.0.0/8 None`. Nothing is rewritten.",
                "Pod addresses are addresses of the network: its own route leads to the node that has the address.",
            ],
            [pod(), at(Cluster::POD_ELSEWHERE, 8080)],
        ),
        flow(
            "pod-to-vm-node-subnet",
            "Pod to a machine in the node subnet",
            [
                "The node puts its own address as source; the machine never sees the pod's.",
                "The machine sees the address of the pod.",
            ],
            [pod(), at(cluster.machine_near, 22)],
        ),
        flow(
            "pod-to-vm-other-subnet",
            "Pod to a machine in another subnet",
            [
                "The same masquerade is what brings the reply back: that subnet has no route to pods.",
                "No rewriting: the subnet of the machine reaches pods by the network's own route.",
            ],
            [pod(), at(cluster.machine_far, 1433)],
        ),
        flow(
            "pod-to-internet",
            "Pod to the Internet",
            [
                "Two rewritings: the node's address at the node, then a public address and one of the node's ports at the load balancer.",
                "Two rewritings as in kubenet: the Internet is outside of the list of ranges that are not masqueraded.",
            ],
            [pod(), "internet:443".to_owned()],
        ),
        flow(
            "vm-to-pod-node-subnet",
            "Machine in the node subnet to a pod",
            [
                "The route table is on the subnet, so its machines use it too. The reply keeps the pod's address.",
                "As any two addresses of the network.",
            ],
            [cluster.machine_near.to_owned(), web.clone()],
        ),
        flow(
            "vm-to-pod-other-subnet",
            "Machine in another subnet to a pod",
            [
                "The sender's subnet decides, and it has no route table: the platform's `10.0.0.0/8 None` takes the packet.",
                "As any two addresses of the network.",
            ],
            [cluster.machine_far.to_owned(), web.clone()],
        ),
        flow(
            "internet-to-service-cluster",
            "Internet to a Service, externalTrafficPolicy Cluster",
            [
                "Any node may take it and pass it to any pod, with its own address as source: the client's is lost.",
                "Any node may take it and pass it to any pod, with its own address as source: the client's is lost.",
            ],
            ["internet".to_owned(), "svc:shop/web:80".to_owned()],
        ),
        flow(
            "internet-to-service-local",
            "Internet to a Service, externalTrafficPolicy Local",
            [
                "Only nodes with a ready pod are healthy, and the pod sees the client's address.",
                "Only nodes with a ready pod are healthy, and the pod sees the client's address.",
            ],
            ["internet".to_owned(), "svc:shop/api:80".to_owned()],
        ),
        flow(
            "pod-to-on-premises",
            "Pod to a host on premises",
            [
                "Masqueraded; the gateway's routes lead there and back.",
                "Masqueraded as well: the default list has the network only, not what is behind its gateway.",
            ],
            [pod(), at(Cluster::ON_PREMISES, 443)],
        ),
        flow(
            "on-premises-to-pod",
            "Host on premises to a pod",
            [
                "The gateway advertises the network's prefixes, and pod addresses are not among them.",
                "Pod addresses are inside the network's prefixes, which the gateway advertises.",
            ],
            [Cluster::ON_PREMISES.to_owned(), web],
        ),
        flow(
            "pod-to-own-node",
            "Pod to its own node",
            ["Local to the node; nothing is rewritten.", "Local to the node; nothing is rewritten."],
            [pod(), at(cluster.node, 10250)],
        ),
        flow(
            "pod-to-other-node",
            "Pod to another node",
            [
                "Masqueraded, as for any address outside of the pods' range. Popular drawings show no rewriting here.",
                "No rewriting.",
            ],
            [pod(), at(cluster.other_node, 10250)],
        ),
        flow(
            "pod-to-cluster-ip",
            "Pod to a ClusterIP",
            [
                "The node of the client replaces the Service's address by that of a pod before it looks for a route.",
                "The node of the client replaces the Service's address by that of a pod before it looks for a route.",
            ],
            [Cluster::POD_BESIDE.to_owned(), "svc:shop/web:80".to_owned()],
        ),
        flow(
            "pod-to-cluster-ip-hairpin",
            "Pod to itself by a ClusterIP",
            [
                "The packet comes back to its sender, so the node has to put another source: the bridge's address.",
                "The packet comes back to its sender, so the node has to put another source: its own address.",
            ],
            [pod(), "svc:shop/web:80".to_owned()],
        ),
    ]
}

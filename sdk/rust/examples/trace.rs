//! Traces a packet from a pod to an address, both ways.
//!
//! Usage: `trace [CLUSTER NAMESPACE POD ADDRESS PORT]`.
#![expect(clippy::print_stdout, reason = "an example shows what it does")]

use podnet::{Client, Error, Options, v1};

const EXAMPLE: [&str; 5] =
    ["clusters/aks-kubenet-demo", "shop", "web-5f6d8c9b77-4xk9d", "198.51.100.90", "443"];

#[tokio::main]
async fn main() -> Result<(), Error> {
    let given: Vec<String> = std::env::args().skip(1).collect();
    let [cluster, namespace, pod, address, port] =
        std::array::from_fn(|place| given.get(place).map_or(EXAMPLE[place], String::as_str).to_owned());
    let pod = v1::PodReference { cluster: cluster.clone(), namespace, pod, ..Default::default() };
    let endpoint = |endpoint| Some(v1::FlowEndpoint { endpoint: Some(endpoint) });
    let flow = v1::Flow {
        source: endpoint(v1::flow_endpoint::Endpoint::Pod(pod)),
        destination: endpoint(v1::flow_endpoint::Endpoint::Address(address)),
        protocol: v1::Protocol::Tcp.into(),
        destination_port: port.parse().unwrap_or(443),
        ..Default::default()
    };
    let client = Client::connect(Options::new(""))?;
    let request = v1::TraceFlowRequest { parent: cluster, flow: Some(flow), ..Default::default() };
    let result = client.call(request).await?.result.unwrap_or_default();
    println!("{}", result.verdict().as_str_name());
    for (way, traces) in [("forward", &result.forward_traces), ("return", &result.return_traces)] {
        for trace in traces {
            println!("{way} (weight {})", trace.weight);
            for (number, step) in trace.steps.iter().enumerate() {
                println!("{:3} {:30} {}", number + 1, step.kind().as_str_name(), step.description);
            }
        }
    }
    Ok(())
}

//! Commands of Kubernetes Services.

use podnet::v1;

use super::{changed, deleted, list_or_watch, mask, shown};
use crate::args::cluster::{Policy, ServiceCommand, ServiceSpec, ServiceType};
use crate::context::{Context, resource, set, set_list};
use crate::exit::{Exit, Failure};
use crate::name::{SERVICE, split};

pub(super) async fn run(context: &Context, command: ServiceCommand) -> Result<Exit, Failure> {
    let (request_id, validate_only) = (context.request_id(), context.global.dry_run);
    match command {
        ServiceCommand::Create(spec) => {
            let (parent, service_id) = split(&context.name(SERVICE, &spec.name).await?);
            let service = Some(service(&parent, spec)?);
            let request = v1::CreateServiceRequest { parent, service_id, service, request_id, validate_only };
            changed(context, context.client.call(request).await?.service)
        }
        ServiceCommand::Get(arg) => {
            let name = context.name(SERVICE, &arg.name).await?;
            shown(context, context.client.call(v1::GetServiceRequest { name }).await?.service)
        }
        ServiceCommand::List { namespace, list } => {
            let cluster = context.cluster().await?;
            let below =
                if namespace == "-" { cluster.clone() } else { format!("{cluster}/namespaces/{namespace}") };
            let parent = format!("{cluster}/namespaces/{namespace}");
            let request = v1::ListServicesRequest { parent, ..Default::default() };
            list_or_watch(context, list, &below, request).await
        }
        ServiceCommand::Update(spec) => {
            let name = context.name(SERVICE, &spec.name).await?;
            let update_mask = if spec.file.file.is_some() {
                None
            } else {
                mask(&[
                    ("type", spec.kind.is_some()),
                    ("cluster_addresses", !spec.cluster_addresses.is_empty()),
                    ("load_balancer_addresses", !spec.load_balancer_addresses.is_empty()),
                    ("ports", !spec.ports.is_empty()),
                    ("endpoints", !spec.endpoints.is_empty()),
                    ("external_traffic_policy", spec.external_traffic_policy.is_some()),
                ])?
            };
            let parent = split(&name).0;
            let service = Some(v1::Service { name, ..service(&parent, spec)? });
            let request = v1::UpdateServiceRequest { service, update_mask, request_id, validate_only };
            changed(context, context.client.call(request).await?.service)
        }
        ServiceCommand::Delete(which) => {
            let name = context.name(SERVICE, &which.name).await?;
            let request = v1::DeleteServiceRequest {
                name: name.clone(),
                etag: which.etag,
                allow_missing: which.allow_missing,
                request_id,
                validate_only,
            };
            context.client.call(request).await?;
            deleted(context, &name)
        }
    }
}

/// `parent` is `clusters/{cluster}/namespaces/{namespace}`.
fn service(parent: &str, spec: ServiceSpec) -> Result<v1::Service, Failure> {
    let mut service: v1::Service = resource("Service", &spec.file)?;
    let kind = |given| match given {
        ServiceType::ClusterIp => v1::ServiceType::ClusterIp.into(),
        ServiceType::NodePort => v1::ServiceType::NodePort.into(),
        ServiceType::LoadBalancer => v1::ServiceType::LoadBalancer.into(),
    };
    set(&mut service.r#type, spec.kind.map(kind));
    set_list(&mut service.cluster_addresses, spec.cluster_addresses);
    set_list(&mut service.load_balancer_addresses, spec.load_balancer_addresses);
    set_list(&mut service.ports, spec.ports.iter().map(|text| port(text)).collect::<Result<_, _>>()?);
    let (cluster, _) = split(parent);
    set_list(&mut service.endpoints, spec.endpoints.iter().map(|text| endpoint(&cluster, text)).collect());
    let policy = |given| match given {
        Policy::Cluster => v1::TrafficPolicy::Cluster.into(),
        Policy::Local => v1::TrafficPolicy::Local.into(),
    };
    set(&mut service.external_traffic_policy, spec.external_traffic_policy.map(policy));
    Ok(service)
}

/// `port[:target[:node port]][/protocol]`; a target that is no number is the name of a port of the pods.
fn port(text: &str) -> Result<v1::ServicePort, Failure> {
    let wrong = || {
        Failure::Usage(format!(
            "`{text}` is no port: give 80, 80:8080 or 80:8080:30080, with /udp behind if need be"
        ))
    };
    let (numbers, protocol) = text.split_once('/').unwrap_or((text, "tcp"));
    let protocol = match protocol.to_ascii_lowercase().as_str() {
        "tcp" => v1::Protocol::Tcp,
        "udp" => v1::Protocol::Udp,
        "sctp" => v1::Protocol::Sctp,
        _ => return Err(wrong()),
    };
    let mut parts = numbers.split(':');
    let number = |text: &str| text.parse::<u16>().map(u32::from).map_err(|_| wrong());
    let own = number(parts.next().unwrap_or_default())?;
    let target = parts.next().unwrap_or_default();
    let node_port = parts.next().map(number).transpose()?.unwrap_or_default();
    if parts.next().is_some() {
        return Err(wrong());
    }
    let (target_port, target_port_name) = match target.parse::<u16>() {
        Ok(target) => (u32::from(target), String::new()),
        Err(_) => (0, target.to_owned()),
    };
    // Several ports need names; a number is as good as any.
    let name = format!("p{own}");
    Ok(v1::ServicePort {
        name,
        protocol: protocol.into(),
        port: own,
        target_port,
        target_port_name,
        node_port,
    })
}

fn endpoint(cluster: &str, text: &str) -> v1::ServiceEndpoint {
    let (address, node) = text.split_once('@').unwrap_or((text, ""));
    let node = match node {
        "" => String::new(),
        full if full.contains('/') => full.to_owned(),
        id => format!("{cluster}/nodes/{id}"),
    };
    v1::ServiceEndpoint { address: address.to_owned(), node, ..Default::default() }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail by panicking")]
mod tests {
    use super::*;

    #[test]
    fn ports_may_name_target_node_port_and_protocol() {
        let full = port("80:8080:30080/udp").unwrap();
        assert_eq!(
            (full.port, full.target_port, full.node_port, full.protocol()),
            (80, 8080, 30080, v1::Protocol::Udp)
        );
        assert_eq!(port("80:http").unwrap().target_port_name, "http");
        assert!(port("http").is_err());
        assert!(port("80/quic").is_err());
        assert!(port("1:2:3:4").is_err());
    }

    #[test]
    fn nodes_of_endpoints_are_of_the_cluster() {
        assert_eq!(endpoint("clusters/c", "10.244.1.5@aks-0").node, "clusters/c/nodes/aks-0");
        assert_eq!(endpoint("clusters/c", "10.244.1.5").node, "");
    }
}

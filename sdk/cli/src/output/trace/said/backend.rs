//! How is a choice among backends said, and each one that was considered?

use podnet::v1;

use crate::output::trace::summary::percent;
use crate::output::trace::tuple::joined;
use crate::output::words::{id, printable};

/// The one that was chosen with its share, or how many there are to choose from.
pub(super) fn parts(choice: &v1::BackendSelection) -> Vec<String> {
    if let Some(chosen) = choice.backends.iter().find(|backend| backend.selected) {
        let method = printable(&choice.method);
        let share = format!("{} {method}", percent(chosen.weight)).trim_end().to_owned();
        return vec![format!("{}{}", address(chosen), on(chosen)), share];
    }
    let eligible = choice.backends.iter().filter(|backend| backend.eligible).count();
    let of = format!("{eligible} of {} eligible", choice.backends.len());
    let service = service(&choice.service);
    vec![if service.is_empty() { of } else { format!("{service}: {of}") }]
}

/// `shop/web` of the resource name of a service.
fn service(name: &str) -> String {
    let parts: Vec<&str> = name.split('/').collect();
    match parts.as_slice() {
        [.., namespace, "services", service] => format!("{namespace}/{service}"),
        _ => id(name).to_owned(),
    }
}

fn address(backend: &v1::Backend) -> String {
    let port = if backend.port == 0 { String::new() } else { format!(":{}", backend.port) };
    joined(&backend.address, &port)
}

fn on(backend: &v1::Backend) -> String {
    if backend.node.is_empty() { String::new() } else { format!(" on {}", id(&backend.node)) }
}

/// Each backend: mark of the one that was chosen, address, node, share, why it could not be chosen.
#[must_use]
pub fn rows(choice: &v1::BackendSelection) -> Vec<[String; 5]> {
    let row = |backend: &v1::Backend| {
        let mark = if backend.selected { "*" } else { "" };
        let share = if backend.eligible { percent(backend.weight) } else { String::new() };
        let why = if backend.eligible { String::new() } else { printable(&backend.explanation) };
        [mark.to_owned(), address(backend), id(&backend.node).to_owned(), share, why]
    };
    choice.backends.iter().map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_chosen_one_has_its_share_and_the_list_its_count() {
        let backend = |address: &str, eligible: bool, selected: bool| v1::Backend {
            address: address.into(),
            port: 8080,
            node: "clusters/c/nodes/aks-0".into(),
            eligible,
            selected,
            weight: if eligible { 0.5 } else { 0.0 },
            explanation: if eligible { String::new() } else { "not ready".into() },
        };
        let mut choice = v1::BackendSelection {
            service: "clusters/c/namespaces/shop/services/web".into(),
            method: "uniform random".into(),
            backends: vec![backend("10.0.0.1", true, false), backend("10.0.0.2", false, false)],
            ..Default::default()
        };
        assert_eq!(parts(&choice), ["shop/web: 1 of 2 eligible"]);
        assert_eq!(rows(&choice)[1], ["", "10.0.0.2:8080", "aks-0", "", "not ready"]);
        choice.backends[0].selected = true;
        assert_eq!(parts(&choice), ["10.0.0.1:8080 on aks-0", "50% uniform random"]);
    }
}

//! Which services has the contract, and what does each do? Clients have a member for each. Reads the `.proto` files as text,
//! which their linter keeps in one form.

use crate::root;

/// A service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Service {
    /// Name without `Service`, as `Ipam`.
    pub name: String,
    /// First sentence of its comment.
    pub summary: String,
}

/// All of them, by name.
///
/// # Errors
/// A file that cannot be read.
pub(super) fn all() -> Result<Vec<Service>, String> {
    let mut services = Vec::new();
    for file in super::contract_files() {
        let text = std::fs::read_to_string(root().join("proto").join(&file))
            .map_err(|error| format!("{file}: {error}"))?;
        services.extend(of(&text));
    }
    services.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(services)
}

/// The services of one file.
fn of(text: &str) -> Vec<Service> {
    let (mut services, mut comment) = (Vec::new(), String::new());
    for line in text.lines() {
        if let Some(words) = line.strip_prefix("//") {
            comment.push_str(words);
            continue;
        }
        let named = line.strip_prefix("service ").and_then(|rest| rest.strip_suffix("Service {"));
        if let Some(name) = named {
            let sentence = comment.split(". ").next().unwrap_or_default();
            let summary = format!("{}.", sentence.trim().trim_end_matches('.'));
            services.push(Service { name: name.to_owned(), summary });
        }
        comment.clear();
    }
    services
}

#[cfg(test)]
mod tests {
    use super::{Service, all, of};

    #[test]
    fn a_service_has_the_first_sentence_of_its_comment() {
        let text = "// A file.\n\nmessage M {}\n\n// Keeps\n// things. More.\nservice ThingService {\n  // No.\n  rpc R(M);\n}\n";
        let thing = Service { name: "Thing".to_owned(), summary: "Keeps things.".to_owned() };
        assert_eq!(of(text), [thing]);
    }

    #[test]
    fn every_service_of_the_contract_is_found() -> Result<(), String> {
        let services = all()?;
        let told = services.iter().all(|service| service.summary.len() > 10);
        assert!(services.len() >= 10 && told, "{services:?}");
        Ok(())
    }
}

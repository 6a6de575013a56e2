//! What does `az network public-ip list` say about a public address?

use std::net::IpAddr;

use super::finding::{Finding, Findings, Rule, Source};
use super::json::Json;
use super::resource_id::ResourceId;

/// A public address resource.
#[derive(Debug, Clone)]
pub struct PublicAddress {
    /// Where it was read.
    pub source: Source,
    /// Azure resource id.
    pub id: Option<ResourceId>,
    /// Name.
    pub name: String,
    /// The address; absent while none is assigned.
    pub address: Option<IpAddr>,
}

impl PublicAddress {
    pub(super) fn read(json: &Json<'_>, findings: &mut Findings) -> Option<Self> {
        let source = json.source(findings);
        let id = json.get("id").resource_id(findings);
        let name = json.get("name").text(findings).or_else(|| id.as_ref().map(|id| id.name().to_owned()));
        let Some(name) = name else {
            let what = "a public address without name and id";
            findings.push(Finding::new(Rule::MissingField, source, what, "left out"));
            return None;
        };
        let address = json.get("ipAddress").address(findings);
        Some(Self { source: source.object(format!("public address {name}")), id, name, address })
    }
}

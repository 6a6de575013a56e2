//! Which methods lack what every method of their kind has?

use prost_types::field_descriptor_proto::Label;
use prost_types::{DescriptorProto, MethodDescriptorProto};

use crate::source::{Contract, Kind};

/// First row of each table.
const HEADER: &str = "| condition | code | reason | what the caller does |";

/// First words of methods that change nothing. `Stream` carries the requests of others, which have their own keys.
const READING: [&str; 11] = [
    "Get",
    "List",
    "Lookup",
    "Trace",
    "BatchTrace",
    "Watch",
    "Export",
    "Check",
    "Stream",
    "Verify",
    "WhatIf",
];

pub(crate) fn tables_with_faults(contract: &Contract) -> Vec<String> {
    let mut faults = Vec::new();
    for method in contract.elements().into_iter().filter(|element| element.kind == Kind::Method) {
        let lines: Vec<&str> = method.comment.lines().map(str::trim).collect();
        let Some(header) = lines.iter().position(|line| *line == HEADER) else {
            faults.push(format!("{}: no table", method.name));
            continue;
        };
        let rows: Vec<&str> =
            lines.iter().skip(header + 2).copied().filter(|line| line.starts_with('|')).collect();
        if rows.is_empty() {
            faults.push(format!("{}: empty table", method.name));
        }
        faults.extend(
            rows.iter()
                .filter_map(|row| fault_of(row, contract))
                .map(|fault| format!("{}: {fault}", method.name)),
        );
    }
    faults
}

fn fault_of(row: &str, contract: &Contract) -> Option<String> {
    let inner = row.trim_matches('|').trim();
    let cells: Vec<&str> = inner.split(" | ").map(str::trim).collect();
    let &[_, code, reason, _] = cells.as_slice() else {
        return Some(format!("row without four cells: {inner}"));
    };
    match contract.reasons().get(reason) {
        None => Some(format!("no reason {reason}")),
        Some(stated) if stated != code => {
            Some(format!("{reason} has code {code} here and {stated} in the enum"))
        }
        Some(_) => None,
    }
}

pub(crate) fn mutators_without_keys(contract: &Contract) -> Vec<String> {
    let mut faults = Vec::new();
    for (name, method) in methods(contract) {
        if READING.iter().any(|word| method.name().starts_with(word)) {
            continue;
        }
        let request = contract.message(method.input_type());
        let missing = ["request_id", "validate_only"].into_iter().filter(|field| !has_field(request, field));
        faults.extend(missing.map(|field| format!("{name}: {field}")));
    }
    faults
}

pub(crate) fn lists_without_paging(contract: &Contract) -> Vec<String> {
    let mut faults = Vec::new();
    for (name, method) in
        methods(contract).into_iter().filter(|(_, method)| method.name().starts_with("List"))
    {
        let request = contract.message(method.input_type());
        let response = contract.message(method.output_type());
        let missing = ["page_size", "page_token"].into_iter().filter(|field| !has_field(request, field));
        faults.extend(missing.map(|field| format!("{name}: {field}")));
        let first = response.field.iter().find(|field| field.number() == 1);
        if first.is_none_or(|field| field.label() != Label::Repeated) {
            faults.push(format!("{name}: field 1 of the response is not repeated"));
        }
        if !has_field(response, "next_page_token") {
            faults.push(format!("{name}: next_page_token"));
        }
    }
    faults
}

/// Every method with its short name, as `IpamService.ListPools`.
fn methods(contract: &Contract) -> Vec<(String, &MethodDescriptorProto)> {
    let mut found = Vec::new();
    for service in contract.files().flat_map(|file| &file.service) {
        found.extend(
            service.method.iter().map(|method| (format!("{}.{}", service.name(), method.name()), method)),
        );
    }
    found
}

fn has_field(message: &DescriptorProto, name: &str) -> bool {
    message.field.iter().any(|field| field.name() == name)
}

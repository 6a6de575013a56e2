//! Which elements lack what every reader of the contract needs?

use crate::source::{Contract, Kind};

/// How the comment of a field begins: who sets it and when.
const WORDS: [&str; 4] = ["REQUIRED. ", "OPTIONAL. ", "OUTPUT ONLY. ", "IMMUTABLE. "];

pub(crate) fn elements_without_comment(contract: &Contract) -> Vec<String> {
    let silent = contract.elements().into_iter().filter(|element| element.comment.is_empty());
    silent.map(|element| element.name).collect()
}

pub(crate) fn fields_without_word(contract: &Contract) -> Vec<String> {
    contract
        .elements()
        .into_iter()
        .filter(|element| element.kind == Kind::Field)
        .filter(|element| !WORDS.iter().any(|word| element.comment.starts_with(word)))
        .map(|element| element.name)
        .collect()
}

pub(crate) fn enums_without_unspecified(contract: &Contract) -> Vec<String> {
    let mut violations = Vec::new();
    for file in contract.files() {
        for enumeration in &file.enum_type {
            let neutral = enumeration
                .value
                .iter()
                .any(|value| value.number() == 0 && value.name().ends_with("_UNSPECIFIED"));
            if !neutral {
                violations.push(format!("{}.{}", file.package(), enumeration.name()));
            }
        }
    }
    violations
}

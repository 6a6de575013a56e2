//! Does the contract keep its own rules? Those that a lint of names and comments cannot know: the fixed words that open
//! a field's comment, the table of errors of each method, the fields that every mutation and every list has.
//!
//! Each rule is a function from a descriptor set to the list of its violations, so that the rule can be run against a
//! contract that breaks it (`broken.proto`).
#![expect(clippy::unwrap_used, reason = "a test that cannot read its input has failed")]

mod comments;
mod methods;
mod source;

use comments::{elements_without_comment, enums_without_unspecified, fields_without_word};
use methods::{lists_without_paging, mutators_without_keys, tables_with_faults};
use prost::Message;
use source::Contract;

fn assert_none(what: &str, violations: &[String]) {
    assert!(violations.is_empty(), "{what}:\n  {}", violations.join("\n  "));
}

#[test]
fn every_element_has_a_comment() {
    assert_none("without a comment", &elements_without_comment(&Contract::public()));
}

#[test]
fn every_field_says_who_sets_it() {
    assert_none("without a fixed word", &fields_without_word(&Contract::public()));
}

#[test]
fn every_enum_begins_with_unspecified() {
    assert_none("without _UNSPECIFIED = 0", &enums_without_unspecified(&Contract::public()));
}

#[test]
fn every_method_has_a_table_of_reasons_that_exist() {
    let contract = Contract::public();
    assert!(contract.reasons().len() > 50, "the reasons were not found");
    assert_none("tables", &tables_with_faults(&contract));
}

#[test]
fn every_mutation_has_a_request_id_and_a_dry_run() {
    assert_none("mutators", &mutators_without_keys(&Contract::public()));
}

#[test]
fn every_list_has_pages() {
    assert_none("lists", &lists_without_paging(&Contract::public()));
}

#[test]
fn the_committed_descriptor_set_is_the_contract() {
    let mut fresh = Contract::public().set;
    for file in &mut fresh.file {
        file.source_code_info = None;
    }
    let committed = prost_types::FileDescriptorSet::decode(podnet_proto::FILE_DESCRIPTOR_SET).unwrap();
    assert!(committed == fresh, "run `cargo xtask gen`");
}

#[test]
fn each_rule_can_fail() {
    let broken = Contract::broken();
    assert_eq!(elements_without_comment(&broken), ["podnet.broken.v1.Thing.uncommented"]);
    assert_eq!(
        fields_without_word(&broken),
        ["podnet.broken.v1.Thing.silent", "podnet.broken.v1.Thing.uncommented"]
    );
    assert_eq!(enums_without_unspecified(&broken), ["podnet.broken.v1.Color"]);
    assert_eq!(
        tables_with_faults(&broken),
        [
            "ThingService.CreateThing: no table",
            "ThingService.ListThings: no reason NO_SUCH_REASON",
            "ThingService.ListThings: POOL_EXHAUSTED has code NOT_FOUND here and RESOURCE_EXHAUSTED in the enum",
            "ThingService.ListThings: row without four cells: one | two",
        ]
    );
    assert_eq!(
        mutators_without_keys(&broken),
        ["ThingService.CreateThing: request_id", "ThingService.CreateThing: validate_only"]
    );
    assert_eq!(
        lists_without_paging(&broken),
        [
            "ThingService.ListThings: page_size",
            "ThingService.ListThings: page_token",
            "ThingService.ListThings: field 1 of the response is not repeated",
            "ThingService.ListThings: next_page_token",
        ]
    );
}

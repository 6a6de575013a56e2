//! Does a label selector choose something, as far as its labels are known?

use super::fit::Fit;
use crate::model::{LabelSelector, Namespace, PodTraits, Requirement};
use crate::security::namespace::NAME_LABEL;

/// Whether a selector chooses a pod. Of a pod of which nothing is known only an empty selector is certain.
pub(super) fn pod(selector: &LabelSelector, traits: Option<&PodTraits>) -> Fit {
    choose(selector, |key| traits.map(|traits| traits.labels.get(key).map(String::as_str)))
}

/// Whether a selector chooses a namespace. Of one that is not in the model its name is known, which is also a label.
pub(super) fn namespace(selector: &LabelSelector, name: &str, known: Option<&Namespace>) -> Fit {
    choose(selector, |key| {
        if key == NAME_LABEL {
            return Some(Some(name));
        }
        known.map(|namespace| namespace.meta.labels.get(key).map(String::as_str))
    })
}

/// `label` gives the value of a label, if it is there, if that is known.
fn choose<'a>(selector: &LabelSelector, label: impl Fn(&str) -> Option<Option<&'a str>>) -> Fit {
    let equal = selector.labels.iter().map(|(key, wanted)| match label(key) {
        None => Fit::Unknown,
        Some(value) => Fit::of(value == Some(wanted.as_str())),
    });
    let required = selector.requirements.iter().map(|(key, requirement)| match (label(key), requirement) {
        (None, _) => Fit::Unknown,
        (Some(value), Requirement::In(values)) => Fit::of(value.is_some_and(|value| values.contains(value))),
        (Some(value), Requirement::NotIn(values)) => {
            Fit::of(value.is_none_or(|value| !values.contains(value)))
        }
        (Some(value), Requirement::Exists) => Fit::of(value.is_some()),
        (Some(value), Requirement::DoesNotExist) => Fit::of(value.is_none()),
    });
    Fit::all(equal.chain(required))
}

//! Which fields does an update change? Resolves a field mask against the fields that a resource has (AIP-134).
//!
//! An empty mask means the fields that are set; `*` means all that can change; fields of the server are passed over;
//! a path that the resource does not have is refused. A field that cannot change counts as touched only if its value
//! differs from the present one, so that what was read can be sent back.

use std::collections::BTreeSet;

use super::fields::Fields;

/// What may become of a field in an update.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// It can change.
    Mutable,
    /// It cannot; whether the value given differs from the present one.
    Immutable { differs: bool },
    /// The server's own, or the name that says which resource is meant.
    Passed,
}

/// One field of a resource.
#[derive(Clone, Copy, Debug)]
pub(super) struct Field {
    path: &'static str,
    kind: Kind,
    given: bool,
}

/// A field that can change.
pub(super) fn mutable<T: Default + PartialEq>(path: &'static str, given: &T) -> Field {
    Field { path, kind: Kind::Mutable, given: *given != T::default() }
}

/// A field that stays as it was at creation. Without a present resource nothing differs: the domain says what is missing.
pub(super) fn immutable<T: Default + PartialEq>(path: &'static str, given: &T, current: Option<&T>) -> Field {
    let differs = current.is_some_and(|current| current != given);
    Field { path, kind: Kind::Immutable { differs }, given: *given != T::default() }
}

/// A field that an update passes over.
pub(super) fn passed(path: &'static str) -> Field {
    Field { path, kind: Kind::Passed, given: false }
}

/// The parts of `meta`; labels are the caller's, the rest is passed over.
pub(super) fn meta(given: Option<&podnet_proto::v1::Meta>) -> [Field; 7] {
    let labels = given.is_some_and(|meta| !meta.labels.is_empty());
    let labels = Field { path: "meta.labels", kind: Kind::Mutable, given: labels };
    [
        labels,
        passed("meta.uid"),
        passed("meta.etag"),
        passed("meta.revision"),
        passed("meta.create_time"),
        passed("meta.update_time"),
        passed("meta.managed_by"),
    ]
}

/// What an update changes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Chosen {
    mutable: BTreeSet<&'static str>,
    /// Fields that cannot change and would.
    pub(super) immutable: Vec<&'static str>,
}

impl Chosen {
    /// The new value of a field, if it is among those that change.
    pub(super) fn pick<T>(&self, path: &'static str, value: T) -> Option<T> {
        self.mutable.contains(path).then_some(value)
    }
}

/// Resolves a mask.
pub(super) fn resolve(fields: &mut Fields, mask: Option<&prost_types::FieldMask>, table: &[Field]) -> Chosen {
    let paths = mask.map_or(&[] as &[String], |mask| &mask.paths);
    let whole = paths.iter().any(|path| path == "*");
    let mut chosen = Chosen::default();
    for field in table {
        let below = |path: &String| {
            path == field.path
                || field.path.strip_prefix(path.as_str()).is_some_and(|rest| rest.starts_with('.'))
        };
        let named = paths.iter().any(below);
        match field.kind {
            Kind::Mutable if named || whole || (paths.is_empty() && field.given) => {
                chosen.mutable.insert(field.path);
            }
            Kind::Immutable { differs: true } if named || ((paths.is_empty() || whole) && field.given) => {
                chosen.immutable.push(field.path);
            }
            Kind::Mutable | Kind::Immutable { .. } | Kind::Passed => {}
        }
    }
    for path in paths.iter().filter(|path| *path != "*") {
        let known = table.iter().any(|field| {
            field.path == path
                || field.path.strip_prefix(path.as_str()).is_some_and(|rest| rest.starts_with('.'))
        });
        if !known {
            let shown: String = path.chars().take(80).collect();
            let all: Vec<_> =
                table.iter().filter(|field| field.kind == Kind::Mutable).map(|field| field.path).collect();
            fields.refuse(
                "update_mask",
                format_args!("`{shown}` is no field that an update knows; it can change {}", all.join(", ")),
            );
        }
    }
    chosen
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table() -> Vec<Field> {
        vec![
            passed("name"),
            mutable("meta.labels", &1),
            mutable("outbound", &0),
            mutable("cooldown", &5),
            immutable("network_mode", &2, Some(&1)),
            immutable("pod_prefixes", &3, Some(&3)),
            immutable("uid", &0, Some(&9)),
        ]
    }

    /// What a mask chooses: fields to change, immutable fields touched, count of refusals.
    fn check(paths: &[&str], changes: &[&str], touched: &[&str], refused: usize) {
        let mask = prost_types::FieldMask { paths: paths.iter().map(ToString::to_string).collect() };
        let mut fields = Fields::default();
        let chosen = resolve(&mut fields, Some(&mask), &table());
        let mutable: Vec<_> = chosen.mutable.iter().copied().collect();
        assert_eq!((mutable.as_slice(), chosen.immutable.as_slice()), (changes, touched), "{paths:?}");
        let violations = fields.finish(|| Some(())).err().map_or(0, |invalid| invalid.0.len());
        assert_eq!(violations, refused, "{paths:?}");
    }

    #[test]
    fn a_mask_chooses_fields() {
        check(&[], &["cooldown", "meta.labels"], &["network_mode"], 0);
        check(&["*"], &["cooldown", "meta.labels", "outbound"], &["network_mode"], 0);
        check(&["outbound"], &["outbound"], &[], 0);
        check(&["meta"], &["meta.labels"], &[], 0);
        check(&["name"], &[], &[], 0);
        check(&["pod_prefixes"], &[], &[], 0);
        check(&["uid", "network_mode"], &[], &["network_mode", "uid"], 0);
        check(&["outbound", "colour", "meta.colour"], &["outbound"], &[], 2);
        check(&["out"], &[], &[], 1);
    }
}

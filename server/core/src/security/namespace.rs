//! How does a namespace, that is its labels, come, change and go.

use crate::command::{Delete, NamespaceSpec, NamespaceUpdate};
use crate::decide::{Draft, check_etag};
use crate::event::{Change, Event};
use crate::limits;
use crate::meta::Labels;
use crate::model::Namespace;
use crate::name::NamespaceName;
use crate::rejection::{Reason, Rejection};
use crate::topology::cluster;

/// The label that Kubernetes gives to each namespace; its value is the name.
pub const NAME_LABEL: &str = "kubernetes.io/metadata.name";

/// Creates a namespace.
pub(crate) fn create(draft: &mut Draft<'_>, spec: &NamespaceSpec) -> Result<(), Rejection> {
    if draft.state().namespaces.contains_key(&spec.name) {
        return Err(Rejection::exists(&spec.name));
    }
    let cluster = cluster::get(draft, &spec.name.cluster_name())?;
    let (count, limit) = (draft.state().namespaces_of(&cluster.name).count(), limits::NAMESPACES_MAX);
    if count >= limit {
        let message =
            format!("{} has {count} namespaces, the most that Kubernetes is tested with", cluster.name);
        return Err(Rejection::new(Reason::ResourceLimitReached, message)
            .with("limit", limit)
            .with("count", count));
    }
    check_labels(&spec.name, &spec.labels)?;
    let namespace = Namespace { name: spec.name.clone(), meta: draft.new_meta(&spec.labels, "") };
    draft.emit(Event::Namespace(Change::Created(namespace)));
    Ok(())
}

/// Changes the labels of a namespace.
pub(crate) fn update(draft: &mut Draft<'_>, update: &NamespaceUpdate) -> Result<(), Rejection> {
    let Some(before) = draft.state().namespaces.get(&update.name).cloned() else {
        return Err(Rejection::not_found(&update.name));
    };
    check_etag(before.as_ref(), update.etag.as_ref())?;
    let mut after = (*before).clone();
    if let Some(labels) = &update.labels {
        check_labels(&update.name, labels)?;
        after.meta.labels.clone_from(labels);
    }
    draft.update(before.as_ref(), after, Event::Namespace);
    Ok(())
}

/// Forgets a namespace; its Services and policies stay.
pub(crate) fn delete(draft: &mut Draft<'_>, delete: &Delete<NamespaceName>) -> Result<(), Rejection> {
    let Some(namespace) = draft.state().namespaces.get(&delete.name).cloned() else {
        return if delete.allow_missing { Ok(()) } else { Err(Rejection::not_found(&delete.name)) };
    };
    check_etag(namespace.as_ref(), delete.etag.as_ref())?;
    draft.emit(Event::Namespace(Change::Deleted((*namespace).clone())));
    Ok(())
}

fn check_labels(name: &NamespaceName, labels: &Labels) -> Result<(), Rejection> {
    match labels.get(NAME_LABEL) {
        Some(given) if given != name.namespace.as_str() => {
            let message = format!("{NAME_LABEL} is {given}; Kubernetes sets it to {}", name.namespace);
            Err(Rejection::invalid(format!("meta.labels[{NAME_LABEL}]"), message))
        }
        Some(_) | None => Ok(()),
    }
}

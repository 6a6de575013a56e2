//! Who holds an allocation, as it is said and as it is kept.
//!
//! There are as many of these as live pods, so what is kept is one piece of memory for the texts, without those that the
//! attachment's id tells already. This module must not know what is held.

use std::fmt;
use std::sync::Arc;

use crate::name::Segment;

/// The interface of nearly every pod; its name is not kept.
pub const INTERFACE_USUAL: &str = "eth0";

/// Who holds an allocation, as a caller says it. Identity is pod UID and interface; the rest is for people.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Owner {
    /// Kubernetes namespace of the pod.
    pub namespace: String,
    /// Name of the pod.
    pub pod: String,
    /// UID of the pod; empty if the holder is no pod.
    pub pod_uid: String,
    /// Container (sandbox) id of the attachment; an id with a container is single-use, as in CNI.
    pub container_id: String,
    /// Interface inside the pod; `eth0` by default.
    pub interface: String,
}

impl Owner {
    /// The same texts, lent.
    pub fn texts(&self) -> OwnerTexts<'_> {
        OwnerTexts {
            namespace: &self.namespace,
            pod: &self.pod,
            pod_uid: &self.pod_uid,
            container_id: &self.container_id,
            interface: &self.interface,
        }
    }
}

/// The texts of an [`Owner`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OwnerTexts<'a> {
    /// Kubernetes namespace of the pod.
    pub namespace: &'a str,
    /// Name of the pod.
    pub pod: &'a str,
    /// UID of the pod; empty if the holder is no pod.
    pub pod_uid: &'a str,
    /// Container (sandbox) id of the attachment.
    pub container_id: &'a str,
    /// Interface inside the pod.
    pub interface: &'a str,
}

impl OwnerTexts<'_> {
    /// An owner with these texts.
    pub fn to_owner(self) -> Owner {
        Owner {
            namespace: self.namespace.to_owned(),
            pod: self.pod.to_owned(),
            pod_uid: self.pod_uid.to_owned(),
            container_id: self.container_id.to_owned(),
            interface: self.interface.to_owned(),
        }
    }
}

/// A text that may follow from elsewhere.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Kept {
    /// So many bytes of the kept ones.
    Here(u32),
    /// So many bytes from the beginning of the attachment's id.
    OfId(u8),
}

/// The owner of an attachment. One id has one form for each owner, so equal owners of one id are equal here.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct KeptOwner {
    /// Namespace, pod, UID, and what follows from nothing else of container id and interface.
    texts: Arc<str>,
    namespace_bytes: u32,
    pod_bytes: u32,
    pod_uid_bytes: u32,
    container_id: Kept,
    /// Whether the interface is [`INTERFACE_USUAL`], which is not among the texts.
    interface_is_usual: bool,
}

/// A length, in few bytes. Texts of callers are far shorter ([`TEXT_BYTES_MAX`](crate::limits::TEXT_BYTES_MAX)).
fn bytes(text: &str) -> u32 {
    u32::try_from(text.len()).unwrap_or(u32::MAX)
}

impl KeptOwner {
    /// The owner of the attachment with an id.
    pub fn new(id: &Segment, owner: OwnerTexts<'_>) -> Self {
        let OwnerTexts { namespace, pod, pod_uid, container_id, interface } = owner;
        let of_id =
            id.as_str().starts_with(container_id).then(|| u8::try_from(container_id.len()).ok()).flatten();
        let interface_is_usual = interface == INTERFACE_USUAL;
        let container = if of_id.is_some() { "" } else { container_id };
        let interface = if interface_is_usual { "" } else { interface };
        let mut texts = String::with_capacity(
            namespace.len() + pod.len() + pod_uid.len() + container.len() + interface.len(),
        );
        [namespace, pod, pod_uid, container, interface].iter().for_each(|text| texts.push_str(text));
        Self {
            texts: texts.into(),
            namespace_bytes: bytes(namespace),
            pod_bytes: bytes(pod),
            pod_uid_bytes: bytes(pod_uid),
            container_id: of_id.map_or_else(|| Kept::Here(bytes(container)), Kept::OfId),
            interface_is_usual,
        }
    }

    /// The texts. `id` is that of the attachment.
    pub fn texts<'a>(&'a self, id: &'a Segment) -> OwnerTexts<'a> {
        let mut rest = &*self.texts;
        let mut next = |bytes: u32| {
            // A length that is none of this text can't be, and would give nothing.
            let (text, behind) = usize::try_from(bytes)
                .ok()
                .and_then(|bytes| rest.split_at_checked(bytes))
                .unwrap_or_default();
            rest = behind;
            text
        };
        OwnerTexts {
            namespace: next(self.namespace_bytes),
            pod: next(self.pod_bytes),
            pod_uid: next(self.pod_uid_bytes),
            container_id: match self.container_id {
                Kept::Here(bytes) => next(bytes),
                Kept::OfId(bytes) => id.as_str().get(..usize::from(bytes)).unwrap_or_default(),
            },
            interface: if self.interface_is_usual { INTERFACE_USUAL } else { rest },
        }
    }
}

impl fmt::Debug for KeptOwner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The id is not known here.
        f.write_str(&self.texts)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_owner_comes_back_as_it_was_and_has_one_form() {
        let texts = ["", "a", "ab", "ab-eth0", "eth0", "eth1", "b", "ä€"];
        let mut count = 0;
        for id in ["a", "ab-eth0", "b"].map(|id| Segment::parse(id).unwrap()) {
            let mut before: Vec<(OwnerTexts<'_>, KeptOwner)> = Vec::new();
            for namespace in texts {
                for pod in ["", "web", "a"] {
                    for container_id in texts {
                        for interface in texts {
                            let owner = OwnerTexts { namespace, pod, pod_uid: pod, container_id, interface };
                            let kept = KeptOwner::new(&id, owner);
                            assert_eq!(kept.texts(&id), owner);
                            assert_eq!(kept.texts(&id).to_owner().texts(), owner);
                            assert_eq!(kept, KeptOwner::new(&id, owner.to_owner().texts()));
                            count += before.len();
                            before.push((owner, kept));
                        }
                    }
                }
            }
            for (index, (owner, kept)) in before.iter().enumerate() {
                assert!(before[..index].iter().all(|(_, other)| other != kept), "{owner:?}");
            }
        }
        assert!(count > 0);
    }

    #[test]
    fn what_follows_from_the_id_takes_no_memory() {
        let container_id = "3f1c".repeat(16);
        let id = Segment::parse(&format!("{container_id}-eth0")).unwrap();
        let owner = OwnerTexts {
            namespace: "shop",
            pod: "web-0",
            pod_uid: "0000",
            container_id: &container_id,
            interface: "eth0",
        };
        assert_eq!(&*KeptOwner::new(&id, owner).texts, "shopweb-00000");
    }
}

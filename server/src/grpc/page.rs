//! Which page of a list is asked for, and where does the next one begin?
//!
//! Pages go by key, not by number, so that a change in between neither repeats nor skips what stays. A token names the
//! list with all its arguments, the revision of the first page and the last key, and is signed with a key of the store,
//! so that nobody takes it apart and no token of another list is mistaken. Later pages show the revision of the first
//! one while its snapshot is among the [`super::limits::PAGE_SNAPSHOTS_MAX`] that were last used; after that they go on from
//! the same key at the latest revision.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use podnet_core::meta::Revision;
use ring::hmac;

use super::limits::{PAGE_SIZE_DEFAULT, PAGE_SIZE_MAX, PAGE_SNAPSHOTS_MAX, PAGE_TOKEN_BYTES_MAX};
use super::parse::fields::Invalid;
use super::status::Refusal;
use crate::engine::Snapshot;

/// Bytes of the signature in a token; half of the hash is beyond guessing.
const SIGNATURE_BYTES: usize = 16;
/// Bytes of the revision and of the fingerprint of the arguments.
const FIXED_BYTES: usize = 8 + 8;

/// A request for a page.
pub(crate) trait PagedRequest: prost::Message {
    /// Name of the list, part of what a token is bound to.
    const LIST: &'static str;
    /// Entries that the caller wants.
    fn page_size(&self) -> i32;
    /// Token of the page before.
    fn page_token(&self) -> &str;
    /// The request without size and token: what must not change between pages.
    fn arguments(&self) -> Vec<u8>;
}

macro_rules! paged {
    ($($request:ident),+ $(,)?) => {$(
        impl PagedRequest for podnet_proto::v1::$request {
            const LIST: &'static str = stringify!($request);
            fn page_size(&self) -> i32 { self.page_size }
            fn page_token(&self) -> &str { &self.page_token }
            fn arguments(&self) -> Vec<u8> {
                let mut arguments = self.clone();
                arguments.page_size = 0;
                arguments.page_token.clear();
                prost::Message::encode_to_vec(&arguments)
            }
        }
    )+};
}
paged!(
    ListNetworksRequest,
    ListSubnetsRequest,
    ListClustersRequest,
    ListNodePoolsRequest,
    ListNodesRequest,
    ListServicesRequest,
    ListNetworkSecurityGroupsRequest,
    ListNamespacesRequest,
    ListNetworkPoliciesRequest,
    ListRouteTablesRequest,
    ListRoutesRequest,
    ListEffectiveRoutesRequest,
    ListAllocationsRequest,
    ListReservationsRequest,
    ListPoolsRequest,
    ListFreeRangesRequest,
    ListAddressHistoryRequest,
);

/// Snapshots that tokens refer to, the last used at the end.
#[derive(Debug, Default)]
pub(crate) struct Pages(Mutex<VecDeque<Arc<Snapshot>>>);

/// A page to fill.
#[derive(Debug)]
pub(crate) struct Page<'a> {
    pages: &'a Pages,
    /// What the list is of.
    pub(crate) snapshot: Arc<Snapshot>,
    size: usize,
    arguments: u64,
    after: Option<String>,
}

impl Pages {
    /// The page that a request asks for; `latest` is what a first page shows.
    pub(crate) fn open<R: PagedRequest>(
        &self,
        request: &R,
        latest: Arc<Snapshot>,
    ) -> Result<Page<'_>, Refusal> {
        let size = match usize::try_from(request.page_size()) {
            Ok(0) => PAGE_SIZE_DEFAULT,
            Ok(size) => size.min(PAGE_SIZE_MAX),
            Err(_) => {
                let size = request.page_size();
                return Err(Invalid::one(
                    "page_size",
                    format!("{size} is negative; give 1 to {PAGE_SIZE_MAX}"),
                )
                .into());
            }
        };
        let arguments = fingerprint(R::LIST, &request.arguments());
        if request.page_token().is_empty() {
            return Ok(Page { pages: self, snapshot: latest, size, arguments, after: None });
        }
        let (revision, after) =
            open_token(&latest, arguments, request.page_token()).ok_or_else(Refusal::page_token)?;
        let snapshot = self.held(revision, &latest).unwrap_or(latest);
        Ok(Page { pages: self, snapshot, size, arguments, after: Some(after) })
    }

    fn held(&self, revision: Revision, latest: &Snapshot) -> Option<Arc<Snapshot>> {
        let held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        held.iter().find(|s| s.state.revision == revision && s.store_id == latest.store_id).cloned()
    }

    fn hold(&self, snapshot: &Arc<Snapshot>) {
        let mut held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        held.retain(|other| {
            other.state.revision != snapshot.state.revision || other.store_id != snapshot.store_id
        });
        held.push_back(Arc::clone(snapshot));
        if held.len() > PAGE_SNAPSHOTS_MAX {
            held.pop_front();
        }
    }
}

impl Page<'_> {
    /// The key after which the page begins.
    pub(crate) fn after<N, E>(&self, parse: impl FnOnce(&str) -> Result<N, E>) -> Result<Option<N>, Refusal> {
        self.after.as_deref().map(parse).transpose().map_err(|_| Refusal::page_token())
    }

    /// The position after which the page begins, in a list that has no keys of its own; 0 is the start.
    pub(crate) fn position(&self) -> Result<usize, Refusal> {
        Ok(self.after(str::parse)?.unwrap_or(0))
    }

    /// Takes entries until the page is full; answers them with the token of the next page, empty after the last.
    pub(crate) fn fill<T, U>(
        &self,
        entries: impl IntoIterator<Item = T>,
        key: impl Fn(&T) -> String,
        render: impl Fn(T) -> U,
    ) -> (Vec<U>, String) {
        let mut entries = entries.into_iter();
        let (mut shown, mut last) = (Vec::new(), None);
        for entry in entries.by_ref().take(self.size) {
            last = Some(key(&entry));
            shown.push(render(entry));
        }
        match (last, entries.next()) {
            (Some(last), Some(_)) => {
                self.pages.hold(&self.snapshot);
                (shown, seal_token(&self.snapshot, self.arguments, &last))
            }
            (Some(_) | None, _) => (shown, String::new()),
        }
    }

    /// The same for a list whose keys are positions.
    pub(crate) fn fill_by_position<T, U>(
        &self,
        entries: impl IntoIterator<Item = T>,
        render: impl Fn(T) -> U,
    ) -> Result<(Vec<U>, String), Refusal> {
        let entries = entries.into_iter().enumerate().skip(self.position()?);
        Ok(self.fill(entries, |(index, _)| (index + 1).to_string(), |(_, entry)| render(entry)))
    }
}

/// Fingerprint of a list and its arguments, stable over runs.
fn fingerprint(list: &str, arguments: &[u8]) -> u64 {
    use std::hash::Hasher;
    let mut hasher = podnet_core::meta::Fingerprint::default();
    hasher.write(list.as_bytes());
    hasher.write_u8(0);
    hasher.write(arguments);
    hasher.finish()
}

/// The store's id is known to every caller; the key only keeps tokens of stores and lists apart and casual edits out.
fn key(snapshot: &Snapshot) -> hmac::Key {
    let material = [b"podnet page token ".as_slice(), &snapshot.store_id.as_u128().to_be_bytes()].concat();
    hmac::Key::new(hmac::HMAC_SHA256, &material)
}

fn seal_token(snapshot: &Snapshot, arguments: u64, last: &str) -> String {
    let mut bytes = Vec::with_capacity(FIXED_BYTES + last.len() + SIGNATURE_BYTES);
    bytes.extend_from_slice(&snapshot.state.revision.0.to_be_bytes());
    bytes.extend_from_slice(&arguments.to_be_bytes());
    bytes.extend_from_slice(last.as_bytes());
    let signature = hmac::sign(&key(snapshot), &bytes);
    bytes.extend_from_slice(&signature.as_ref()[..SIGNATURE_BYTES]);
    URL_SAFE_NO_PAD.encode(bytes)
}

fn open_token(snapshot: &Snapshot, arguments: u64, token: &str) -> Option<(Revision, String)> {
    if token.len() > PAGE_TOKEN_BYTES_MAX {
        return None;
    }
    let bytes = URL_SAFE_NO_PAD.decode(token).ok()?;
    let (content, signature) = bytes.split_at_checked(bytes.len().checked_sub(SIGNATURE_BYTES)?)?;
    // The content names nothing secret, so a plain comparison of the signature tells an attacker nothing of use.
    if hmac::sign(&key(snapshot), content).as_ref().get(..SIGNATURE_BYTES)? != signature {
        return None;
    }
    let (revision, rest) = content.split_first_chunk::<8>()?;
    let (sealed, last) = rest.split_first_chunk::<8>()?;
    let last = String::from_utf8(last.to_vec()).ok()?;
    (u64::from_be_bytes(*sealed) == arguments).then_some((Revision(u64::from_be_bytes(*revision)), last))
}

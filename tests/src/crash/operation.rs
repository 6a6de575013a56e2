//! What does a client ask for, and what is it answered? Every mutating call of the load as one type, and how two answers
//! to the same call compare.

use podnet::{Client, Error, v1};

macro_rules! operations {
    ($($name:ident: $request:ident => $response:ident;)+) => {
        /// A call that changes something.
        #[derive(Clone, Debug, PartialEq)]
        pub enum Operation {
            $(#[doc = concat!("`", stringify!($request), "`.")] $name(v1::$request),)+
        }

        /// Its answer.
        #[derive(Clone, Debug, PartialEq)]
        pub enum Answer {
            $(#[doc = concat!("`", stringify!($response), "`.")] $name(v1::$response),)+
        }

        impl Operation {
            /// Sends the call and waits for its answer.
            ///
            /// # Errors
            /// What the client library gives after its own attempts.
            pub async fn send(&self, client: &Client) -> Result<Answer, Error> {
                match self {
                    $(Self::$name(request) => client.call(request.clone()).await.map(Answer::$name),)+
                }
            }

            /// The same call under another key of idempotency, as a dry run or for real.
            #[must_use]
            pub fn numbered(mut self, request_id: String, dry_run: bool) -> Self {
                match &mut self {
                    $(Self::$name(request) => {
                        request.request_id = request_id;
                        request.validate_only = dry_run;
                    })+
                }
                self
            }
        }
    };
}

operations! {
    Allocate: AllocateAddressRequest => AllocateAddressResponse;
    Release: ReleaseAddressRequest => ReleaseAddressResponse;
    BatchAllocate: BatchAllocateAddressesRequest => BatchAllocateAddressesResponse;
    BatchRelease: BatchReleaseAddressesRequest => BatchReleaseAddressesResponse;
    CreateNode: CreateNodeRequest => CreateNodeResponse;
    UpdateNode: UpdateNodeRequest => UpdateNodeResponse;
    DeleteNode: DeleteNodeRequest => DeleteNodeResponse;
    Scale: ScaleNodePoolRequest => ScaleNodePoolResponse;
    CreateReservation: CreateReservationRequest => CreateReservationResponse;
    DeleteReservation: DeleteReservationRequest => DeleteReservationResponse;
    CreateRoute: CreateRouteRequest => CreateRouteResponse;
    UpdateRoute: UpdateRouteRequest => UpdateRouteResponse;
    DeleteRoute: DeleteRouteRequest => DeleteRouteResponse;
}

impl Answer {
    /// Whether something changed. What changed nothing is not remembered, and repeating it asks anew.
    #[must_use]
    pub fn changed(&self) -> bool {
        match self {
            Self::Allocate(answer) => !answer.replayed,
            Self::Release(answer) => answer.released,
            Self::BatchAllocate(answer) => answer.responses.iter().any(|one| !one.replayed),
            Self::BatchRelease(answer) => answer.responses.iter().any(|one| one.released),
            Self::Scale(answer) => !answer.nodes_added.is_empty() || !answer.nodes_removed.is_empty(),
            Self::UpdateNode(answer) => {
                answer.node.as_ref().is_some_and(|node| is_of(node.meta.as_ref(), answer.cursor.as_ref()))
            }
            Self::UpdateRoute(answer) => {
                answer.route.as_ref().is_some_and(|route| is_of(route.meta.as_ref(), answer.cursor.as_ref()))
            }
            Self::CreateNode(_)
            | Self::DeleteNode(_)
            | Self::CreateReservation(_)
            | Self::DeleteReservation(_)
            | Self::CreateRoute(_)
            | Self::DeleteRoute(_) => true,
        }
    }

    /// The answer without what the contract lets differ in a repetition: counts inside of resources are those of the
    /// latest revision, and so is the pool that a scaling shows.
    #[must_use]
    pub fn settled(mut self) -> Self {
        match &mut self {
            Self::CreateNode(answer) => answer.node.iter_mut().for_each(settle_node),
            Self::UpdateNode(answer) => answer.node.iter_mut().for_each(settle_node),
            Self::Scale(answer) => {
                answer.nodes_added.iter_mut().for_each(settle_node);
                answer.node_pool = None;
            }
            Self::Allocate(_)
            | Self::Release(_)
            | Self::BatchAllocate(_)
            | Self::BatchRelease(_)
            | Self::DeleteNode(_)
            | Self::CreateReservation(_)
            | Self::DeleteReservation(_)
            | Self::CreateRoute(_)
            | Self::UpdateRoute(_)
            | Self::DeleteRoute(_) => {}
        }
        self
    }
}

/// Whether a resource has its body from the revision of the answer.
fn is_of(meta: Option<&v1::Meta>, cursor: Option<&v1::Cursor>) -> bool {
    meta.map(|meta| meta.revision) == cursor.map(|cursor| cursor.revision)
}

/// Takes the counts out of a node that follow from the allocations on it.
pub fn settle_node(node: &mut v1::Node) {
    node.pod_count = 0;
    node.usage.clear();
    node.pod_addresses.iter_mut().for_each(|address| address.in_use = false);
}

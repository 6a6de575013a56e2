//! An allocation that is given back with its guard.

use podnet_proto::v1;

use crate::client::Client;
use crate::error::Error;

/// Holds an allocation and releases it.
///
/// [`AllocationGuard::release`] waits for the answer. Dropping the guard starts a release without waiting, if a tokio
/// runtime runs; a process that dies leaves the allocation to the node's sweep.
#[derive(Debug)]
pub struct AllocationGuard {
    client: Client,
    allocation: Option<v1::Allocation>,
}

impl Client {
    /// Allocates addresses that are released with the guard.
    ///
    /// # Errors
    /// What `AllocateAddress` refuses.
    pub async fn hold(&self, request: v1::AllocateAddressRequest) -> Result<AllocationGuard, Error> {
        let response = self.call(request).await?;
        Ok(AllocationGuard { client: self.clone(), allocation: response.allocation })
    }

    /// Allocates, does the work, and gives the allocation back, however the work ends.
    ///
    /// # Errors
    /// What `AllocateAddress` refuses, what the work fails with, or else what `ReleaseAddress` refuses.
    pub async fn with_allocation<T, E: From<Error>>(
        &self,
        request: v1::AllocateAddressRequest,
        work: impl AsyncFnOnce(Option<&v1::Allocation>) -> Result<T, E>,
    ) -> Result<T, E> {
        let guard = self.hold(request).await?;
        let done = work(guard.allocation()).await;
        let released = guard.release().await;
        let done = done?;
        released?;
        Ok(done)
    }
}

impl AllocationGuard {
    /// The allocation.
    pub fn allocation(&self) -> Option<&v1::Allocation> {
        self.allocation.as_ref()
    }

    /// Gives the allocation back and waits for the answer.
    ///
    /// # Errors
    /// What `ReleaseAddress` refuses; an allocation that is gone already is no error.
    pub async fn release(mut self) -> Result<(), Error> {
        let Some(allocation) = self.allocation.take() else { return Ok(()) };
        match self.client.call(release_of(&allocation)).await {
            Ok(_) => Ok(()),
            Err(error) if is_gone(&error) => Ok(()),
            Err(error) => Err(error),
        }
    }

    /// Keeps the allocation beyond the guard.
    pub fn keep(mut self) -> Option<v1::Allocation> {
        self.allocation.take()
    }
}

impl Drop for AllocationGuard {
    fn drop(&mut self) {
        if let (Some(allocation), Ok(runtime)) =
            (self.allocation.take(), tokio::runtime::Handle::try_current())
        {
            let client = self.client.clone();
            drop(runtime.spawn(async move { client.call(release_of(&allocation)).await }));
        }
    }
}

/// Whether a refused release says that there is nothing to release.
fn is_gone(error: &Error) -> bool {
    error.is(v1::ErrorReason::ResourceNotFound) || error.is(v1::ErrorReason::AttachmentReleased)
}

/// A release of exactly this allocation: the etag keeps a later holder of the same id safe.
fn release_of(allocation: &v1::Allocation) -> v1::ReleaseAddressRequest {
    v1::ReleaseAddressRequest {
        name: allocation.name.clone(),
        etag: allocation.meta.as_ref().map(|meta| meta.etag.clone()).unwrap_or_default(),
        ..Default::default()
    }
}

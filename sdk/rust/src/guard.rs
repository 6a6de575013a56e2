//! An allocation that is given back with its guard.

use podnet_proto::v1::{self, ErrorReason};

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

    /// Releases exactly this allocation: the etag keeps a later holder of the same id safe. One that is gone already is
    /// no error.
    async fn give_back(&self, allocation: v1::Allocation) -> Result<(), Error> {
        let (name, etag) = (allocation.name, allocation.meta.unwrap_or_default().etag);
        match self.call(v1::ReleaseAddressRequest { name, etag, ..Default::default() }).await {
            Err(error) if error.is(ErrorReason::ResourceNotFound) => Ok(()),
            released => released.map(drop),
        }
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
        match self.allocation.take() {
            Some(allocation) => self.client.give_back(allocation).await,
            None => Ok(()),
        }
    }

    /// Keeps the allocation beyond the guard.
    pub fn keep(mut self) -> Option<v1::Allocation> {
        self.allocation.take()
    }
}

impl Drop for AllocationGuard {
    fn drop(&mut self) {
        let runtime = tokio::runtime::Handle::try_current();
        if let (Some(allocation), Ok(runtime)) = (self.allocation.take(), runtime) {
            let client = self.client.clone();
            drop(runtime.spawn(async move { client.give_back(allocation).await }));
        }
    }
}

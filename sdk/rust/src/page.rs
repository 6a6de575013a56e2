//! Lists as streams: every page is fetched when the one before it is read.

use async_stream::try_stream;
use futures_core::Stream;

use crate::call::Rpc;
use crate::client::Client;
use crate::error::Error;

/// A request of a list; `cargo xtask gen` writes the table of all of them.
pub trait Paged: Rpc {
    /// What is listed.
    type Item: Send;

    /// Where the next page begins.
    fn page_token_mut(&mut self) -> &mut String;
    /// Takes a page apart: its items and the token of the next page, empty at the end.
    fn take(response: Self::Response) -> (Vec<Self::Item>, String);
}

impl Client {
    /// All items of a list, in the server's order. A page is asked for when the one before it is used up. The stream ends
    /// with the first error.
    pub fn list<R: Paged>(&self, request: R) -> impl Stream<Item = Result<R::Item, Error>> + Send + use<R> {
        let pages = self.pages(request);
        try_stream! {
            for await page in pages {
                for item in page? {
                    yield item;
                }
            }
        }
    }

    /// A list page by page, each as large as the request says. The stream ends with the first error.
    pub fn pages<R: Paged>(
        &self,
        mut request: R,
    ) -> impl Stream<Item = Result<Vec<R::Item>, Error>> + Send + use<R> {
        let client = self.clone();
        try_stream! {
            loop {
                let (items, next) = R::take(client.call(request.clone()).await?);
                yield items;
                if next.is_empty() {
                    break;
                }
                *request.page_token_mut() = next;
            }
        }
    }
}

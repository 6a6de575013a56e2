"""Lists, lazily: a page is asked for when the one before it is used up."""

from __future__ import annotations

import copy
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Iterator
from typing import Any, Generic, TypeVar

from google.protobuf.message import Message

from .shell import iterate

Page = TypeVar("Page", bound=Message)
Item = TypeVar("Item", bound=Message)


class _List(Generic[Page, Item]):
    """All items of a list, in the server's order; each iteration begins anew."""

    def __init__(self, fetch: Callable[[Any], Awaitable[Page]], request: Message) -> None:
        self._fetch = fetch
        self._request = request
        self.fetched = 0
        """Pages that were asked for until now."""

    async def _pages(self) -> AsyncGenerator[Page, None]:
        request: Any = copy.deepcopy(self._request)
        while True:
            self.fetched += 1
            page: Any = await self._fetch(request)
            yield page
            if not page.next_page_token:
                return
            request.page_token = page.next_page_token

    async def _items(self) -> AsyncGenerator[Item, None]:
        async for page in self._pages():
            # In the contract the items of every list are the field with the number 1.
            for item in getattr(page, page.DESCRIPTOR.fields_by_number[1].name):
                yield item


class Pages(_List[Page, Item]):
    """All items of a list, in the server's order; each iteration begins anew."""

    def pages(self) -> Iterator[Page]:
        """Iterates over the responses, for what they have beside the items."""
        return iterate(self._pages())

    def __iter__(self) -> Iterator[Item]:
        return iterate(self._items())


class AsyncPages(_List[Page, Item]):
    """All items of a list, in the server's order; each iteration begins anew."""

    def pages(self) -> AsyncIterator[Page]:
        """Iterates over the responses, for what they have beside the items."""
        return self._pages()

    def __aiter__(self) -> AsyncIterator[Item]:
        return self._items()

"""Lists, lazily: a page is asked for when the one before it is used up."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from typing import Any, Generic, TypeVar

from google.protobuf.message import Message

Page = TypeVar("Page", bound=Message)
Item = TypeVar("Item", bound=Message)


class _List(Generic[Page]):
    """Where a list stands."""

    def __init__(self, request: Message) -> None:
        self.request: Any = type(request)()
        self.request.CopyFrom(request)

    def ends_with(self, page: Any) -> bool:
        self.request.page_token = page.next_page_token
        return not page.next_page_token


def _items(page: Message) -> Any:
    # In the contract the items of every list are the field with the number 1.
    return getattr(page, page.DESCRIPTOR.fields_by_number[1].name)


class Pages(Generic[Page, Item]):
    """All items of a list, in the server's order; each iteration begins anew."""

    def __init__(self, fetch: Callable[[Any], Page], request: Message) -> None:
        self._fetch = fetch
        self._request = request
        self.fetched = 0
        """Pages that were asked for until now."""

    def pages(self) -> Iterator[Page]:
        """Iterates over the responses, for what they have beside the items."""
        place = _List[Page](self._request)
        while True:
            self.fetched += 1
            page = self._fetch(place.request)
            yield page
            if place.ends_with(page):
                return

    def __iter__(self) -> Iterator[Item]:
        for page in self.pages():
            yield from _items(page)


class AsyncPages(Generic[Page, Item]):
    """All items of a list, in the server's order; each iteration begins anew."""

    def __init__(self, fetch: Callable[[Any], Awaitable[Page]], request: Message) -> None:
        self._fetch = fetch
        self._request = request
        self.fetched = 0
        """Pages that were asked for until now."""

    async def pages(self) -> AsyncIterator[Page]:
        """Iterates over the responses, for what they have beside the items."""
        place = _List[Page](self._request)
        while True:
            self.fetched += 1
            page = await self._fetch(place.request)
            yield page
            if place.ends_with(page):
                return

    async def __aiter__(self) -> AsyncIterator[Item]:
        async for page in self.pages():
            for item in _items(page):
                yield item

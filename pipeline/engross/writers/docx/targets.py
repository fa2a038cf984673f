"""The places in a document that its own links lead to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from engross.model.presentation import Part


def link_targets(parts: Iterable[Part]) -> frozenset[str]:
    """The ids that links inside the document lead to."""
    return frozenset(_hrefs(parts))


def _hrefs(value: object) -> Iterator[str]:
    href = getattr(value, "href", None)
    if isinstance(href, str) and href.startswith("#"):
        yield href[1:]
    if isinstance(value, tuple):
        for entry in value:
            yield from _hrefs(entry)
    elif hasattr(value, "__slots__"):
        for name in value.__slots__:
            entry = getattr(value, name)
            if isinstance(entry, tuple) or hasattr(entry, "__slots__"):
                yield from _hrefs(entry)

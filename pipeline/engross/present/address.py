"""Addresses: where a document that is cited can be read."""

from __future__ import annotations

import re

from engross.lexicon.addresses import document_address, named_address, resolution_address

__all__ = ["document_address", "named_address", "target"]

_FOLLOWED = re.compile(r"(?:https?:|mailto:|#)\S+\Z")
_COMPONENT = re.compile(r"!(?:main|annex)(?:_(?P<number>\d+))?")


def target(href: str, language: str) -> str:
    """A reference's target as an absolute address or `#eId`.

    The IRI of a resolution's Work becomes its address on docs.un.org; `!annex_1` the place of that annex in this
    document. What is neither, an IRI of another kind or a web address, stays as it is.
    """
    href = href.strip()
    if address := resolution_address(href, language):
        return address
    if component := _COMPONENT.fullmatch(href):
        return f"#att_{component['number'] or 1}"
    return href if _FOLLOWED.match(href) else ""

"""The Works that a document refers to, and the other Expressions of its own, in `meta`, each with its public address.

In `references`, a `TLCReference` of the class `work` for every IRI that a `ref` leads to, and one of the class
`expression` for every other language version; in `analysis/otherReferences`, an `alternativeReference` with the address
where each can be read. All of it follows from the text and the identification, so it is made anew every time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from lxml import etree

from engross.akn.identity import NO_DATE
from engross.akn.namespace import append, element, every, find, name, text_of

_SOURCE = "#engross"
_BEFORE_ANALYSIS = ("identification", "publication", "classification", "lifecycle", "workflow", "analysis")
_LONGEST = 200
Version = tuple[str, str, str]
"""A language version: the language's ISO 639-2 code, its English name, the version's public address."""


def list_works(
    document: etree._Element, address: Callable[[str], str], versions: Callable[[str, int], Iterable[Version]]
) -> None:
    """Completes the `meta` of a `statement` or `documentCollection` that has its `references` already.

    `address` gives the public address of an IRI, empty where there is none; `versions` the language versions of a
    document by its symbol and the year of its adoption.
    """
    meta = find(document, "meta")
    references = find(meta, "references") if meta is not None else None
    if meta is None or references is None:
        return
    found: list[tuple[etree._Element, str]] = []
    for number, (iri, shown) in enumerate(_cited(document).items(), 1):
        found.append((_reference(f"work_{number}", "work", iri, shown), address(iri)))
    found += _expressions(document, meta, versions)
    append(references, *(reference for reference, _ in found))
    _write_addresses(meta, [(reference.get("eId", ""), link) for reference, link in found if link])


def _cited(document: etree._Element) -> dict[str, str]:
    """The IRIs that references in the text lead to, in order, each with the words of the first."""
    cited: dict[str, str] = {}
    for node in every(document, "ref"):
        iri = node.get("href", "")
        if iri.startswith("/akn/") and iri not in cited:
            cited[iri] = " ".join(text_of(node).split())[:_LONGEST] or iri
    return cited


def _reference(eid: str, kind: str, iri: str, shown: str) -> etree._Element:
    return element("TLCReference", eId=eid, name=kind, href=iri, showAs=shown)


def _expressions(
    document: etree._Element, meta: etree._Element, versions: Callable[[str, int], Iterable[Version]]
) -> list[tuple[etree._Element, str]]:
    """The other language versions of a whole document of which date and symbol are known."""
    above = document.getparent()
    uri, date = find(meta, "identification/FRBRWork/FRBRuri"), find(meta, "identification/FRBRWork/FRBRdate")
    own = find(meta, "identification/FRBRExpression/FRBRlanguage")
    day = date.get("date", "") if date is not None else ""
    if uri is None or own is None or not day or day == NO_DATE or (above is not None and name(above) == "component"):
        return []
    work = find(meta, "identification/FRBRWork")
    symbol = next((node.get("value", "") for node in every(work, "FRBRalias")), "") if work is not None else ""
    return [
        (_reference(f"expression_{language}", "expression", f"{uri.get('value')}/{language}@", shown), link)
        for language, shown, link in versions(symbol, int(day[:4]))
        if language != own.get("language")
    ]


def _write_addresses(meta: etree._Element, links: list[tuple[str, str]]) -> None:
    for old in [node for node in every(meta, "otherReferences") if node.get("source") == _SOURCE]:
        analysis = old.getparent()
        assert analysis is not None
        analysis.remove(old)
        if not len(analysis):
            meta.remove(analysis)
    if not links:
        return
    others = element("otherReferences", source=_SOURCE)
    append(others, *(element("alternativeReference", for_=f"#{eid}", href=link) for eid, link in links))
    place = sum(1 for child in meta if name(child) in _BEFORE_ANALYSIS)
    meta.insert(place, element("analysis", others, source=_SOURCE))

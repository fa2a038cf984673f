"""Citations in running text: resolutions, documents and dates, as elements that leave the text as it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass

from engross.lexicon import Symbol
from engross.recognise.structure.wording import Wording

_ADDRESS = "https://docs.un.org/{language}/{symbol}"
_LINK = re.compile(r"^[\s\u00a0,]*(?:\w{1,14}[\s\u00a0]+){0,2}$")
_YEAR = re.compile(r"\d{4}")  # every date has its year
_SYMBOL = re.compile(r"/|\(")  # every symbol, full or short, has a stroke or a bracket


@dataclass(frozen=True, slots=True)
class Citation:
    """A stretch of text and the element that marks it: `ref`, `a` or `date`."""

    start: int
    end: int
    tag: str
    attributes: dict[str, str]


def find_citations(text: str, wording: Wording) -> list[Citation]:
    """All citations, in order, none inside another."""
    symbols = wording.lexicon.find_symbols(text) if _SYMBOL.search(text) else []
    dates = wording.language.find_dates(text) if _YEAR.search(text) else []
    found: list[Citation] = [Citation(start, end, "date", {"date": date.isoformat()}) for start, end, date in dates]
    for start, end, symbol in symbols:
        day = next((date for begin, _, date in dates if begin >= end and _LINK.match(text[end:begin])), None)
        before = next((date for _, stop, date in dates if stop <= start and not wording.language.spaced
                       and len(text[stop:start].strip()) <= 1), None)  # fmt: skip
        found.append(Citation(start, end, *_target(symbol, day or before, wording)))
    return _apart(sorted(found, key=lambda one: (one.start, -one.end)))


def _target(symbol: Symbol, day: object, wording: Wording) -> tuple[str, dict[str, str]]:
    organ = wording.lexicon.organs.get(symbol.organ)
    if symbol.kind == "resolution" and day is not None and organ is not None:
        return "ref", {"href": f"/akn/un/statement/deliberation/{organ.actor}/{day}/{symbol.iri_number}"}
    path = symbol.text.replace(" ", "%20")
    return "a", {"href": _ADDRESS.format(language=wording.language.code, symbol=path)}


def _apart(citations: list[Citation]) -> list[Citation]:
    kept: list[Citation] = []
    for one in citations:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept

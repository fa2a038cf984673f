"""Public addresses of what an IRI names: resolutions, records of meetings, treaties."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from engross.lexicon import lexicon

_HOST = "https://docs.un.org"
_WORK = re.compile(r"/akn/un/statement/deliberation/(?P<actor>[\w-]+)/[\d-]*/(?P<number>[^/~#!]+)")
_RECORD = re.compile(
    r"/akn/un/debate/[\w-]+/[\w-]+/[\d-]+/(?P<organ>[AS])-(?:(?P<session>[\w-]+)-)?(?P<number>PV\.\d+)\Z"
)
_PLACE = re.compile(r"\{(session|number|parts|part|tail|committee)\}")
_BLANK = re.compile("[ \u00a0*]")
_ISSUED = frozenset({"resolution", "statement"})
"""Kinds of documents of which every one is issued by itself; decisions stand in a volume."""


class Version(NamedTuple):
    """A language version of a document: the language's ISO 639-2 code and English name, and the version's address."""

    language: str
    name: str
    address: str


def document_address(symbol: str, language: str) -> str:
    """The address of a document on docs.un.org: `https://docs.un.org/fr/S/RES/1325(2000)`; no spaces."""
    name = _BLANK.sub("", symbol)
    return f"{_HOST}/{language}/{name}" if name else ""


def resolution_address(iri: str, language: str) -> str:
    """The address of the resolution whose Work an IRI names; empty for an IRI of another kind."""
    work = _WORK.match(iri)
    return document_address(_symbol(work["actor"], work["number"]), language) if work else ""


def named_address(iri: str, language: str) -> str:
    """Where what a text names without a symbol can be read: a treaty, or the record of a meeting, by its IRI.

    Empty for the IRI of anything else, which a page prints as a link.
    """
    if record := _RECORD.match(iri):
        return document_address("/".join(filter(None, record.group("organ", "session", "number"))), language)
    return lexicon().treaties.address(iri, language)


@functools.lru_cache(maxsize=4096)
def work_address(iri: str, language: str) -> str:
    """The address of a Work of any kind that this project refers to; empty where there is none."""
    return resolution_address(iri, language) or named_address(iri, language)


def versions(symbol: str, year: int) -> tuple[Version, ...]:
    """The language versions in which a resolution of that year was issued: those of its organ's official languages.

    Empty for a document that is not issued by itself, or of a time from which not all languages have it.
    """
    parsed = lexicon().parse_symbol(symbol) if symbol else None
    organ = lexicon().organs.get(parsed.organ) if parsed is not None and parsed.kind in _ISSUED else None
    if parsed is None or organ is None or not organ.languages_since or year < organ.languages_since:
        return ()
    known = [(code, lexicon().languages[code]) for code in organ.languages if code in lexicon().languages]
    return tuple(Version(one.iso3, one.english_name, document_address(symbol, code)) for code, one in known)


@functools.cache
def _forms() -> tuple[tuple[str, re.Pattern[str], str], ...]:
    """For every organ's resolutions: the actor, a pattern of the number in an IRI, and the symbol's form."""
    found: list[tuple[str, re.Pattern[str], str]] = []
    for organ in lexicon().organs.values():
        for form in organ.forms:
            if form.kind == "resolution" and form.iri and not form.bare:
                pattern = re.compile(_PLACE.sub(_group, re.escape(form.iri).replace(r"\{", "{").replace(r"\}", "}")))
                found += [(actor, pattern, form.text) for actor in (organ.actor, organ.dgacm_actor)]
    return tuple(dict.fromkeys(found))


def _group(place: re.Match[str]) -> str:
    expressions = {"session": r"(?:ES-|S-)?\d+|[IVXLC]+", "number": r"\d+", "part": "[A-Z]?", "parts": "[A-Z-]*"}
    return f"(?P<{place[1]}>{expressions.get(place[1], '[^/]*')})"


def _symbol(actor: str, number: str) -> str:
    for known, pattern, text in _forms():
        if known == actor and (match := pattern.fullmatch(number)):
            fields = {"session": "", "number": "", "part": "", "parts": "", "tail": "", "committee": ""}
            fields |= match.groupdict(default="")
            if fields["part"]:
                fields["parts"] = f" {fields['part']}"
            return text.format_map(fields)
    return ""

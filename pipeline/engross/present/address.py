"""Addresses: where a document that is cited can be read."""

from __future__ import annotations

import functools
import re

from engross.lexicon import lexicon

_HOST = "https://docs.un.org"
_WORK = re.compile(r"/akn/un/statement/deliberation/(?P<actor>[\w-]+)/[\d-]*/(?P<number>[^/~#!]+)")
_RECORD = re.compile(
    r"/akn/un/debate/[\w-]+/[\w-]+/[\d-]+/(?P<organ>[AS])-(?:(?P<session>[\w-]+)-)?(?P<number>PV\.\d+)\Z"
)
_PLACE = re.compile(r"\{(session|number|parts|part|tail|committee)\}")
_FOLLOWED = re.compile(r"(?:https?:|mailto:|#)\S+\Z")
_BLANK = re.compile("[ \u00a0*]")
_COMPONENT = re.compile(r"!(?:main|annex)(?:_(?P<number>\d+))?")


def document_address(symbol: str, language: str) -> str:
    """The address of a document on docs.un.org: `https://docs.un.org/fr/S/RES/1325(2000)`; no spaces."""
    name = _BLANK.sub("", symbol)
    return f"{_HOST}/{language}/{name}" if name else ""


def target(href: str, language: str) -> str:
    """A reference's target as an absolute address or `#eId`.

    The IRI of a resolution's Work becomes its address on docs.un.org; `!annex_1` the place of that annex in this
    document. What is neither, an IRI of another kind or a web address, stays as it is.
    """
    href = href.strip()
    if work := _WORK.match(href):
        symbol = _symbol(work["actor"], work["number"])
        return document_address(symbol, language)
    if component := _COMPONENT.fullmatch(href):
        return f"#att_{component['number'] or 1}"
    return href if _FOLLOWED.match(href) else ""


def named_address(href: str, language: str) -> str:
    """Where what a text names without a symbol can be read: a treaty, or the record of a meeting, by its IRI.

    Empty for the IRI of anything else, which a page prints as a link.
    """
    if record := _RECORD.match(href):
        return document_address("/".join(filter(None, record.group("organ", "session", "number"))), language)
    return lexicon().treaties.address(href, language)


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

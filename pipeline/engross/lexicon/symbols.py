"""Document symbols: A/RES/60/212, S/RES/1325 (2000), A/C.3/80/L.10 and the short forms used in the text.

The forms are data of the organs (`[[symbols]]` in `organs/*.toml`; Editorial Manual, "Resolutions and other
formal decisions"): a pattern with named groups, and how the parts make the symbol, its short form and its
number in an IRI.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from engross.lexicon.numerals import read_roman

_PLACES = {
    "{parts}": r"(?:[ \u00a0]?(?P<parts>[A-Z](?:(?: ?[-‑–] ?| and | et | y | и |和|, )[A-Z])*)(?![A-Za-z]))?",
    "{roman}": r"(?P<session>(?:ES-|S-)?[IVXLC]+)",
    "{year}": r"(?P<session>(?P<year>(?:19|20)\d\d))",
    "{session}": r"(?P<session>\d{1,3})",
    "{special}": r"(?P<session>(?:ES|S)-\d{1,3})",
    "{number}": r"(?P<number>\d{1,4})",
    "{tail}": r"(?P<tail>(?:/(?:Add|Rev|Corr|Amend)\.\d+)*)(?:[ \u00a0]?(?P<marks>\*{1,3}))?",
}
_BLANK = re.compile(r"\s+")
_GOES_ON = re.compile(r"[0-9A-Za-z]|/[A-Z0-9]")


@dataclass(frozen=True, slots=True)
class Symbol:
    """A document symbol and what it says.

    `text` is the full symbol in its usual spelling ("A/RES/60/212"), `organ` the organ's id, `kind` one of
    resolution, decision, draft, statement, document. `session` is what stands for the session: "60",
    "ES-11", "XXVI", or a year. `number` is the number alone, `parts` the letters of a resolution in parts.
    `year` is the year where the symbol states one. `tail` is "/Add.1", "/Rev.1". `short` is the number as a
    text calls it ("60/212", "2728 (2024)"), `iri_number` the number in an IRI ("60-212", "79-252A").
    """

    text: str
    organ: str
    kind: str
    session: str
    number: str
    parts: tuple[str, ...]
    year: int | None
    tail: str
    short: str
    iri_number: str

    def part_text(self, letter: str) -> str:
        """The text of the symbol of one lettered part: A of A/RES/77/128 A-B is A/RES/77/128 A."""
        lettered = f"{self.number} {_join_parts(self.parts)}" if self.parts else self.number
        before, _, after = self.text.rpartition(lettered)
        return f"{before}{self.number} {letter}{after}"


@dataclass(frozen=True, slots=True)
class SymbolForm:
    """One form of symbol of one organ: the pattern and what it makes of its parts."""

    organ: str
    kind: str
    pattern: str
    text: str
    short: str
    iri: str
    bare: bool
    sessions: tuple[int, int]

    def accept(self, match: re.Match[str]) -> Symbol | None:
        """The symbol that a match of this form stands for, or None where its session cannot be."""
        groups = match.groupdict(default="")
        session = groups.get("session", "").replace("‑", "-")
        if not self._allows(session):
            return None
        parts = _split_parts(groups.get("parts", ""))
        fields = {name: value for name, value in groups.items() if name not in ("parts", "marks", "year")}
        fields = {"tail": "", **fields}
        fields |= {
            "session": session,
            "parts": f" {_join_parts(parts)}" if parts else "",
            "part": parts[0] if len(parts) == 1 else "",
        }
        text = self.text.format_map(fields)
        return Symbol(
            text=text,
            organ=self.organ,
            kind=self.kind,
            session=session,
            number=groups.get("number", ""),
            parts=parts,
            year=int(groups["year"]) if groups.get("year") else None,
            tail=groups.get("tail", ""),
            short=self.short.format_map(fields) if self.short else text,
            iri_number=self.iri.format_map(fields) if self.iri else text.replace("/", "-").replace(" ", "_"),
        )

    def _allows(self, session: str) -> bool:
        first, last = self.sessions
        if session.isdigit():
            return first <= int(session) <= last
        roman = session.rsplit("-", 1)[-1]
        return roman.isdigit() or not session or read_roman(roman) is not None


def read_forms(organ: str, tables: Iterable[Mapping[str, Any]]) -> tuple[SymbolForm, ...]:
    """The symbol forms of an organ's file. A table gives `kind`, one or more `patterns`, `text`, `short`,
    `iri`; a pattern is literal text with the places {session} {special} {roman} {year} {number} {parts}
    {tail}, or, when it begins with `^`, a regular expression with groups of these names.
    """
    return tuple(
        SymbolForm(
            organ=organ,
            kind=table["kind"],
            pattern=_compose(pattern),
            text=table["text"],
            short=table.get("short", ""),
            iri=table.get("iri", ""),
            bare=key == "bare",
            sessions=tuple(table.get("sessions", (1, 2999))),
        )
        for table in tables
        for key in ("patterns", "bare")
        for pattern in table.get(key, ())
    )


def _compose(pattern: str) -> str:
    if pattern.startswith("^"):
        expression = pattern[1:]
    else:
        expression = "".join(piece if piece in _PLACES else _escape(piece) for piece in re.split(r"(\{\w+\})", pattern))
    for place, group in _PLACES.items():
        expression = expression.replace(place, group)
    return expression


def _escape(literal: str) -> str:
    return re.escape(literal).replace(r"\ ", r"[ \u00a0]?").replace(r"\-", "[-‑–]")


def _split_parts(text: str) -> tuple[str, ...]:
    letters = re.findall("[A-Z]", text)
    if len(letters) == 2 and re.search("[-‑–]", text) and letters[0] < letters[1]:
        return tuple(map(chr, range(ord(letters[0]), ord(letters[1]) + 1)))
    return tuple(letters)


def _join_parts(parts: tuple[str, ...]) -> str:
    if len(parts) > 1 and ord(parts[-1]) - ord(parts[0]) == len(parts) - 1:
        return f"{parts[0]}-{parts[-1]}"
    return ", ".join(parts)


class SymbolIndex:
    """All forms of all organs, for whole strings and for running text.

    `others` are the beginnings of symbols of bodies that are no organs: their documents are told in running text alone.
    """

    def __init__(self, forms: Iterable[SymbolForm], others: Iterable[str] = ()) -> None:
        ordered = tuple(forms)
        self._others = frozenset(others)
        self._full = [form for form in ordered if not form.bare]
        self._bare = [form for form in ordered if form.bare]

    @functools.cached_property
    def _compiled(self) -> list[tuple[SymbolForm, re.Pattern[str]]]:
        return [(form, re.compile(form.pattern)) for form in (*self._full, *self._bare)]

    _candidate = re.compile(r"(?<![A-Za-z0-9_/.])[A-Z]{1,5}(?:/[A-Z0-9](?:[A-Za-z0-9.‑]|-(?![A-Z]{1,3}/))*)+")

    def parse(self, text: str) -> Symbol | None:
        """The symbol that the whole string is, or None."""
        plain = _BLANK.sub(" ", text).strip().replace("‑", "-")
        for form, pattern in self._compiled:
            match = pattern.fullmatch(plain)
            if match and (symbol := form.accept(match)):
                return symbol
        return None

    def parse_of(self, text: str, organ: str, kind: str) -> Symbol | None:
        """As `parse`, of one organ's symbols of one kind only."""
        for form, pattern in self._compiled:
            match = pattern.fullmatch(text) if (form.organ, form.kind) == (organ, kind) else None
            if match and (symbol := form.accept(match)):
                return symbol
        return None

    def match_full(self, text: str, start: int) -> tuple[int, Symbol] | None:
        """The longest full symbol that begins at `start`, and where it ends."""
        return self._longest(text, start, bare=False)

    def match_bare(self, text: str, start: int) -> tuple[int, Symbol] | None:
        """The longest short form ("60/212", "1325 (2000)") that begins at `start`, and where it ends."""
        return self._longest(text, start, bare=True)

    def _longest(self, text: str, start: int, *, bare: bool) -> tuple[int, Symbol] | None:
        found: tuple[int, Symbol] | None = None
        for form, pattern in self._compiled:
            if form.bare is not bare:
                continue
            match = pattern.match(text, start)
            if not match or (found and match.end() <= found[0]) or _runs_on(text, match.end()):
                continue
            if symbol := form.accept(match):
                found = match.end(), symbol
        return found

    def find_full(self, text: str) -> list[tuple[int, int, Symbol]]:
        """The full symbols in running text, in order."""
        found = []
        place = 0
        while candidate := self._candidate.search(text, place):
            start, place = candidate.span()
            hit = self.match_full(text, start)
            whole = candidate[0].rstrip(".-‑")
            if (not hit or hit[0] < start + len(whole)) and (symbol := self.parse(whole)):
                hit = start + len(whole), symbol
            if not hit and whole.partition("/")[0] in self._others and any(map(str.isdigit, whole)):
                hit = start + len(whole), _other(whole)
            if hit:
                found.append((start, hit[0], hit[1]))
                place = max(place, hit[0])
        return found


def _other(text: str) -> Symbol:
    """The symbol of a document of a body that is no organ: nothing is told by its parts."""
    plain = text.replace("‑", "-")
    return Symbol(plain, "", "document", "", "", (), None, "", plain, plain.replace("/", "-"))


def _runs_on(text: str, end: int) -> bool:
    """Whether the match stops inside a longer number, word or symbol."""
    return text[end - 1 : end].isalnum() and bool(_GOES_ON.match(text, end))

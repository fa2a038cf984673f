"""References to resolutions in running text: short forms after a word for resolution."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from engross.lexicon.localized import LocalizedForms
from engross.lexicon.symbols import Symbol, SymbolIndex

_BARE = re.compile(
    r"(?<![A-Za-z0-9_/.-])(?:(?:ES|S)-\d{1,3}/\d|\d{2,4}/\d{1,3}(?!\d)|\d{1,4}[ \u00a0]?(?:[A-Z][ \u00a0]?)?\()"
)
_STOP = re.compile(r"[;；؛]|[.。](?=\s|$)")
_KINDS = ("resolution", "decision")
_REACH = 300
_CHAIN = 120
"""How far a number may stand from the one before it in a list of resolutions."""
_BETWEEN = 5
"""Characters between two numbers of a list at the most."""


class ReferenceForms:
    """The `[references]` of the languages.

    `resolution` and `decision` are the beginnings of the words for them; `signs` are signs right after a
    number that make it one, `between` is what stands before the other numbers of a list whose last alone has such a
    sign; `organs` are words nearby that name the organ meant, by its id.
    """

    def __init__(
        self,
        tables: Iterable[Mapping[str, Any]],
        symbols: SymbolIndex,
        localized: Iterable[LocalizedForms] = (),
    ) -> None:
        self._symbols = symbols
        self._localized = tuple(localized)
        tables = tuple(tables)
        stems = {kind: [s for table in tables for s in table.get(kind, ())] for kind in _KINDS}
        self._words = {kind: _any_of(words) for kind, words in stems.items()}
        self._signs = {sign for table in tables for sign in table.get("signs", ())}
        self._between = _any_of([word for table in tables for word in table.get("between", ())])
        owners: dict[str, list[str]] = {}
        for table in tables:
            for organ, words in table.get("organs", {}).items():
                owners.setdefault(organ, []).extend(words)
        self._owners: Sequence[tuple[str, re.Pattern[str]]] = [
            (organ, _any_of(words)) for organ, words in owners.items()
        ]

    def find(self, text: str) -> list[tuple[int, int, Symbol]]:
        """All symbols in the text, in order: start, end, symbol."""
        full = self._symbols.find_full(text)
        found = list(full)
        for forms in self._localized:
            found.extend(forms.find(text))
        taken = [(start, end) for start, end, _ in found]
        last, kind = -_CHAIN, ""
        waiting: list[tuple[int, int, Symbol]] = []
        for match in _BARE.finditer(text):
            place = match.start()
            if any(start <= place < end for start, end in taken):
                continue
            hit = self._symbols.match_bare(text, place)
            if waiting and not self._lists(text[waiting[-1][1] : place]):
                waiting = []
            if hit is None:
                continue
            chained = place - last < _CHAIN and not _STOP.search(text, last, place)
            kind = self._introduced(text, place, hit[0]) or (kind if chained else "")
            waiting.append((place, *hit))
            if kind:
                found.extend((start, end, self._owned(text, start, symbol, kind)) for start, end, symbol in waiting)
                waiting, last = [], hit[0]
        return sorted(found, key=lambda item: item[0])

    def _lists(self, between: str) -> bool:
        """Whether what stands between two numbers makes them members of one list."""
        return 0 < len(between) <= _BETWEEN and not self._between.sub("", between).strip()

    def _introduced(self, text: str, place: int, end: int) -> str:
        """The kind by the word that stands right after the number, or else last before it in its clause."""
        for kind, pattern in self._words.items():
            if pattern.search(text[end : end + 4]):
                return kind
        if text[end : end + 1] in self._signs:
            return self._next_kind(text, end)
        window = text[max(0, place - _REACH) : place]
        stops = [stop.end() for stop in _STOP.finditer(window)]
        clause = window[stops[-1] :] if stops else window
        ends = {kind: max((m.end() for m in p.finditer(clause)), default=0) for kind, p in self._words.items()}
        kind = max(ends, key=lambda name: ends[name])
        return kind if ends[kind] else ""

    def _next_kind(self, text: str, end: int) -> str:
        """The kind named after a list of numbers, as Chinese does it; a resolution where none is."""
        stop = _STOP.search(text, end)
        clause = text[end : stop.start() if stop else end + _REACH]
        places = {kind: m.start() for kind, p in self._words.items() if (m := p.search(clause))}
        return min(places, key=lambda name: places[name]) if places else _KINDS[0]

    def _owned(self, text: str, place: int, symbol: Symbol, kind: str) -> Symbol:
        """The symbol as that of the organ named next to it, and of this kind, where one of its forms fits."""
        near = text[max(0, place - 60) : place + 40]
        organs = [organ for organ, pattern in self._owners if pattern.search(near)]
        for organ in (*organs, symbol.organ):
            if (organ, kind) == (symbol.organ, symbol.kind):
                return symbol
            if other := self._of_organ(symbol.short, organ, kind):
                return other
        return symbol

    @functools.lru_cache(maxsize=1024)  # noqa: B019 — lexicons live as long as the process
    def _of_organ(self, short: str, organ: str, kind: str) -> Symbol | None:
        return self._symbols.parse_of(short, organ, kind)


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return re.compile("|".join(map(re.escape, ordered)) or "(?!)", re.IGNORECASE)

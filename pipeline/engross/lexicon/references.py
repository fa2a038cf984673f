"""References to resolutions in running text: short forms after a word for resolution."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from engross.lexicon.localized import LocalizedForms
from engross.lexicon.symbols import Symbol, SymbolIndex

_BARE = re.compile(r"(?<![\w/.-])(?:(?:ES|S)-\d{1,3}/\d|\d{2,4}/\d{1,3}\b|\d{1,4}[ \u00a0]?(?:[A-Z][ \u00a0]?)?\()")
_STOP = re.compile(r"[;；؛]|[.。](?=\s|$)")
_REACH = 300


class ReferenceForms:
    """The `[references]` of the languages: `resolution`, the beginnings of words for resolution; `organs`,
    words before or after that name the organ whose resolution is meant, by its id.
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
        stems = [stem for table in tables for stem in table.get("resolution", ())]
        self._word = re.compile("|".join(map(re.escape, sorted(set(stems), key=len, reverse=True))) or "(?!)", re.I)
        owners: dict[str, list[str]] = {}
        for table in tables:
            for organ, words in table.get("organs", {}).items():
                owners.setdefault(organ, []).extend(words)
        self._owners: Sequence[tuple[str, re.Pattern[str]]] = [
            (organ, re.compile("|".join(map(re.escape, words)), re.I)) for organ, words in owners.items()
        ]

    def find(self, text: str) -> list[tuple[int, int, Symbol]]:
        """All symbols in the text, in order: start, end, symbol."""
        full = self._symbols.find_full(text)
        found = list(full)
        for forms in self._localized:
            found.extend(forms.find(text))
        taken = [(start, end) for start, end, _ in found]
        for match in _BARE.finditer(text):
            place = match.start()
            if any(start <= place < end for start, end in taken):
                continue
            hit = self._symbols.match_bare(text, place)
            if hit and self._introduced(text, place, hit[0]):
                found.append((place, hit[0], self._owned(text, place, hit[1])))
        return sorted(found, key=lambda item: item[0])

    def _introduced(self, text: str, place: int, end: int) -> bool:
        """Whether a word for resolution stands before the number in the same clause, or right after it."""
        window = text[max(0, place - _REACH) : place]
        stops = [stop.end() for stop in _STOP.finditer(window)]
        clause = window[stops[-1] :] if stops else window
        return bool(self._word.search(clause) or self._word.search(text[end : end + 4]))

    def _owned(self, text: str, place: int, symbol: Symbol) -> Symbol:
        """The symbol as that of the organ named next to it, where one of its forms fits."""
        near = text[max(0, place - 60) : place + 40]
        for organ, pattern in self._owners:
            if organ != symbol.organ and pattern.search(near):
                other = self._of_organ(symbol.short, organ)
                if other:
                    return other
        return symbol

    @functools.lru_cache(maxsize=1024)  # noqa: B019 — lexicons live as long as the process
    def _of_organ(self, short: str, organ: str) -> Symbol | None:
        return self._symbols.parse_of(short, organ)

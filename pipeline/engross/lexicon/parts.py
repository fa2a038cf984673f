"""The parts of a language, each made from its data when it is first needed: dates, labels, lines, names of symbols."""

from __future__ import annotations

import datetime
import functools
from collections.abc import Callable, Mapping
from typing import Any, Literal, Self

from engross.lexicon.agenda import AgendaNumbers
from engross.lexicon.dates import DateForms
from engross.lexicon.folding import fold
from engross.lexicon.headings import HeadingForms
from engross.lexicon.labels import LabelForms
from engross.lexicon.localized import LocalizedForms
from engross.lexicon.masthead import LineForms
from engross.lexicon.numerals import Numerals
from engross.lexicon.openings import OpeningForms
from engross.lexicon.organ import Organ
from engross.lexicon.origins import OriginForms, VoteForms
from engross.lexicon.symbols import SymbolIndex

Emphasis = Literal["italic", "bold", "bold italic"]


class LanguageParts:
    """The data of one language, and what is made of it.

    `code` is the two-letter code, `iso3` that of ISO 639-2 ("fra"), `name` its own name, `english_name` the
    English one; `direction` is ltr or rtl; `emphasis` how emphasis is printed; `job_letter` the letter after
    the job number; `words` other printed words (page, note, contents, unofficial …); `script` and
    `stop_words` tell the language of a text; `references` are the words around references.
    """

    def __init__(
        self,
        data: Mapping[str, Any],
        organs: Mapping[str, Organ],
        symbols: SymbolIndex,
        language: Callable[[str], Any],
    ) -> None:
        self._data = data
        self._organs = organs
        self._symbols = symbols
        self._language = language
        self.code: str = data["code"]
        self.iso3: str = data["iso3"]
        self.name: str = data["name"]
        self.english_name: str = data["english_name"]
        self.direction: Literal["ltr", "rtl"] = data.get("direction", "ltr")
        self.emphasis: Emphasis = data.get("emphasis", "italic")
        self.job_letter: str = data.get("job_letter", "")
        self.spaced: bool = data.get("spaced", True)
        self.organization: str = data["organization"]
        self.words: Mapping[str, str] = data.get("words", {})
        self.script: str = data.get("script", "latin")
        self.stop_words: frozenset[str] = frozenset(data.get("stop_words", "").split())
        self.references: Mapping[str, Any] = data.get("references", {})

    @functools.cached_property
    def _dates(self) -> DateForms:
        return DateForms(self._data["dates"], spaced=self.spaced)

    @functools.cached_property
    def _masthead(self) -> Self:
        """The language of the masthead's right column: English in Russian, Arabic and Chinese issues."""
        code = self._data.get("masthead_language", self.code)
        return self if code == self.code else self._language(code)

    @functools.cache  # noqa: B019 — languages live as long as the process
    def numerals(self, table: str) -> Numerals | None:
        """A table of number words (`session`, `meeting`, `annex`, `section` …), or None without one."""
        rules = self._data.get("numbers", {}).get(table)
        return Numerals(rules) if rules else None

    @functools.cached_property
    def _labels(self) -> LabelForms:
        return LabelForms(self._data["labels"], self.numerals("section"))

    @functools.cached_property
    def _agenda(self) -> AgendaNumbers:
        return AgendaNumbers(self._data["agenda"], self._labels)

    @functools.cached_property
    def _lines(self) -> LineForms:
        council = next((organ.id for organ in self._organs.values() if organ.has_number_line), "")
        return LineForms(self._data, self.numerals, self._agenda, self.parse_date, self.find_dates, council)

    @functools.cached_property
    def localized(self) -> LocalizedForms:
        """This language's own spelling of the short forms of symbols."""
        return LocalizedForms(self._data.get("symbols", {}), self._symbols)

    @functools.cached_property
    def _origins(self) -> OriginForms:
        return OriginForms(self._data, self._symbols)

    @functools.cached_property
    def _votes(self) -> VoteForms:
        return VoteForms(self._data)

    @functools.cached_property
    def _headings(self) -> HeadingForms:
        return HeadingForms(self._data, self.numerals)

    @functools.cached_property
    def _openings(self) -> OpeningForms:
        return OpeningForms(self._data.get("openings", {}), spaced=self.spaced)

    # --- dates --------------------------------------------------------------------------------------------

    def parse_date(self, text: str) -> datetime.date | None:
        """The date that the whole line is, in this language or in that of its masthead."""
        if len(text) > 80:
            return None
        found = self._dates.whole(fold(text))
        if found is None and self._masthead is not self:
            found = self._masthead.parse_date(text)
        return found

    def find_dates(self, text: str) -> list[tuple[int, int, datetime.date]]:
        """The dates in running text: start, end, date. A range without its first year gives both dates."""
        return list(self._dates.find(text))

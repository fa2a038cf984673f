"""The printed words that follow with certainty from organ, language and symbol, taken from the lexicon.

Nothing here knows a word of its own, no date is ever made up, and a language or organ that the lexicon does not
know has no words.
"""

from __future__ import annotations

import datetime
import functools
from dataclasses import dataclass
from typing import Literal

from engross.lexicon import Language, Organ, lexicon

_RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur"})


@dataclass(frozen=True, slots=True)
class Words:
    """The lexicon's words for one document: its language (two letters) and its organ (an id, or empty)."""

    language: str
    organ: str

    @property
    def direction(self) -> Literal["ltr", "rtl"]:
        """The direction of the language."""
        known = self._known
        rtl = known.direction == "rtl" if known is not None else self.language in _RIGHT_TO_LEFT
        return "rtl" if rtl else "ltr"

    @property
    def template(self) -> str:
        """The page template of the organ."""
        return self._body.template if self._body is not None else "new-york"

    @property
    def running_title(self) -> bool:
        """Whether the organ's pages carry the title in their heads."""
        return self._body is None or self._body.running_title

    @property
    def organization(self) -> str:
        """`Nations Unies`."""
        return self._known.organization_of(self.organ) if self._known is not None else ""

    @property
    def issuing_body(self) -> str:
        """The organ that issues: for a subsidiary body, the organ that it is a part of."""
        if self._known is None or self._body is None:
            return ""
        return self._known.organ_name(self._body.parent or self._body.id)

    @property
    def subsidiary_body(self) -> str:
        """The organ that adopts, where it is a part of the one that issues."""
        if self._known is None or self._body is None or not self._body.parent:
            return ""
        return self._known.organ_name(self._body.id)

    @property
    def few(self) -> dict[str, str]:
        """The few words that writers add by themselves."""
        return dict(self._known.words) if self._known is not None else {}

    def distribution(self, status: str) -> str:
        """`Distr. générale` for `general`."""
        return self._known.distribution(status) if self._known is not None else ""

    def session(self, value: str) -> str:
        """The session's line, from its number; empty where the organ prints none."""
        if self._known is None or self._body is None or self._body.sessions == "none" or not value:
            return ""
        return self._known.session(self.organ, value)

    def adoption(self, date: datetime.date) -> tuple[tuple[str, ...], ...]:
        """The forms of the adoption title, each in its official lines."""
        if self._known is None or self._body is None:
            return ()
        return (self._known.adoption(self.organ, date), self._known.adoption(self.organ, date, plural=True))

    def note_mark(self, marker: str) -> str:
        """The printed mark of a note: `1`, in Arabic `(1)`; an asterisk stays as it is."""
        known = self._known
        return known.note_mark(marker) if known is not None and marker.isalnum() else marker

    def raised(self, text: str) -> list[tuple[int, int]]:
        """Where letters of ordinals are raised in a line of this language: `61e` gives the place of `e`."""
        return self._known.raised_ordinals(text) if self._known is not None else []

    @property
    def _known(self) -> Language | None:
        return lexicon().languages.get(self.language)

    @property
    def _body(self) -> Organ | None:
        return lexicon().organs.get(self.organ)


@functools.cache
def two_letters(code: str) -> str:
    """A language's two-letter code from its ISO 639-2 code: `fra` → `fr`; a code that nothing knows stays as it is."""
    languages = lexicon().languages
    return code if code in languages else next((two for two in languages if languages[two].iso3 == code), code)

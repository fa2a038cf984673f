"""What assembly asks of the document's language."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from engross.lexicon import Language, Lexicon
from engross.model.flow import Line

_ENOUGH = 8_000  # characters; more say nothing more about the language


@dataclass(frozen=True, slots=True)
class Speech:
    """The language of a document, or none that the lexicon knows."""

    language: Language | None = None

    @property
    def code(self) -> str:
        """The two-letter code; empty if the language is not known."""
        return self.language.code if self.language else ""

    def opens(self, text: str) -> bool:
        """Whether a text begins with the opening words of a recital or an operative paragraph."""
        language = self.language
        return language is not None and bool(language.opening(text, "recital") or language.opening(text, "operative"))

    def is_formula(self, text: str) -> bool:
        """Whether a line is an enacting formula."""
        return self.language is not None and len(text) < 60 and self.language.parse_formula(text) is not None

    def is_heading_number(self, text: str) -> bool:
        """Whether a text is the number line of an annex, article or section and nothing more."""
        language = self.language
        if language is None or len(text) > 40:
            return False
        found = language.parse_annex(text) or language.parse_section(text)
        return found is not None and found.end >= len(text.rstrip())

    def dates(self, text: str) -> list[tuple[int, int]]:
        """Where the dates of a text stand."""
        return [] if self.language is None else [(a, b) for a, b, _ in self.language.find_dates(text)]


def find_speech(lines: Iterable[Line], lexicon: Lexicon) -> Speech:
    """The language that most of the lines are in."""
    texts: list[str] = []
    length = 0
    for line in lines:
        texts.append(line.text)
        length += len(line.text)
        if length > _ENOUGH:
            break
    code = lexicon.guess_language("\n".join(texts))
    return Speech(lexicon.languages[code]) if code is not None and code in lexicon.languages else Speech()

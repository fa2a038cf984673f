"""The words that structure asks for: one language of the lexicon, with the lexicon behind it."""

from __future__ import annotations

from dataclasses import dataclass

from engross.lexicon import Language, Lexicon
from engross.recognise.structure.labels import Label, label_of
from engross.recognise.structure.passage import Passage


@dataclass(frozen=True, slots=True)
class Wording:
    """A language's words, and whether the source tells italics and bold at all."""

    lexicon: Lexicon
    language: Language
    slanted: bool
    bold: bool

    def label(self, passage: Passage) -> tuple[Label, Passage] | None:
        """The label at the start of a passage, and the passage after it."""
        if passage.label:
            match = self.language.parse_label(passage.label + " x")
            label = label_of(match) if match else Label(passage.label, passage.label, ())
            return (label, Passage(passage.runs, passage.span, passage.line)) if label.readings else None
        match = self.language.parse_label(passage.text)
        return (label_of(match), passage.after(match.end)) if match else None

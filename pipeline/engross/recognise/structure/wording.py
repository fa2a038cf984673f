"""The words that structure asks for: one language of the lexicon, with the lexicon behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from engross.lexicon import Language, Lexicon
from engross.lexicon.matches import FormulaMatch
from engross.model.details import Details
from engross.model.flow import Flow
from engross.recognise.structure.labels import Label, label_of
from engross.recognise.structure.passage import Passage, prepare

_SAMPLE = 6_000
_HEAD = 100
_LONGEST_FORMULA = 120
QUOTES = ("“", "«", "„", '"', "”", "「", "『", "‘")
"""Signs that open a quotation; in Arabic it is the closing sign of other languages."""
_QUOTE_SIGNS = "".join(QUOTES) + " \u00a0"


@dataclass(frozen=True, slots=True)
class Wording:
    """A language's words, and whether the source tells emphasis (`slanted`) and bold at all."""

    lexicon: Lexicon
    language: Language
    slanted: bool
    bold: bool

    def label(self, passage: Passage) -> tuple[Label, Passage] | None:
        """The label at the start of a passage, and the passage after it; quotation marks before the label are
        part of it, since a quoted text opens every paragraph with them.
        """
        if passage.label:
            match = self.language.parse_label(passage.label + " x")
            label = label_of(match) if match else Label(passage.label, passage.label, ())
            return (label, Passage(passage.runs, passage.span, passage.line)) if label.readings else None
        quoted = len(passage.text) - len(passage.text.lstrip(_QUOTE_SIGNS))
        match = self.language.parse_label(passage.text)  # ‘1’ is a label with its own signs
        if match is not None:
            quoted = 0
        elif quoted:
            match = self.language.parse_label(passage.text[quoted:])
        if match is None:
            return None
        return label_of(match, passage.text[:quoted].strip()), passage.after(quoted + match.end)

    def formula(self, passage: Passage) -> FormulaMatch | None:
        """The enacting formula, where the passage is nothing else; a quotation mark may open it."""
        if passage.table is not None or passage.label or len(passage.text) > _LONGEST_FORMULA:
            return None
        quoted = len(passage.text) - len(passage.text.lstrip(_QUOTE_SIGNS))
        found = self.language.parse_formula(passage.text[quoted:])
        if found is None or found.runs_on or passage.text[quoted + found.after :].strip(" .:*_"):
            return None
        return replace(found, start=found.start + quoted, end=found.end + quoted, after=found.after + quoted)


def choose_wording(flow: Flow, details: Details, lexicon: Lexicon) -> Wording:
    """The wording of a document: its language, given or found, and what the source tells by its looks."""
    language = lexicon.languages[_language(flow, details, lexicon)]
    runs = [run for line in flow.lines for run in line.runs if run.note is None]
    bold = any(run.bold for run in runs)
    slanted = any(run.italic for run in runs) or (bold and language.emphasis != "italic")
    return Wording(lexicon, language, slanted, bold)


def _language(flow: Flow, details: Details, lexicon: Lexicon) -> str:
    """The language's code: given, else guessed from the words; an enacting formula in another language wins."""
    if details.language in lexicon.languages:
        return str(details.language)
    guessed = lexicon.guess_language(_sample(flow))
    head = prepare(replace(flow, items=flow.items[:_HEAD]))
    for code in dict.fromkeys((guessed, *lexicon.languages)):
        if code is not None and _has_formula(head, lexicon, code):
            return code
    return guessed or "en"


def _sample(flow: Flow) -> str:
    sample: list[str] = []
    length = 0
    for line in flow.lines:
        sample.append(line.text)
        length += len(sample[-1])
        if length > _SAMPLE:
            break
    return "\n".join(sample)


def _has_formula(head: Sequence[Passage], lexicon: Lexicon, code: str) -> bool:
    wording = Wording(lexicon, lexicon.languages[code], slanted=False, bold=False)
    return any(wording.formula(one) is not None for one in head)

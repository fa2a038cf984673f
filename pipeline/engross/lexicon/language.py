"""A language: its words printed and recognised. Everything it knows stands in its TOML file.

The work is done by the parts (`dates`, `numerals`, `masthead`, `origins`, `openings`, `labels`, `headings`),
each made when it is first needed; this class puts them together under the names that stages use.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping

from engross.lexicon.folding import fold, fold_word
from engross.lexicon.forms import Forms
from engross.lexicon.matches import (
    AdoptionMatch,
    AgendaMatch,
    AnnexMatch,
    DecisionLine,
    FormulaMatch,
    LabelMatch,
    MeetingMatch,
    NumberLineMatch,
    OrganMatch,
    ProponentMatch,
    SectionMatch,
    SessionMatch,
    VoteMatch,
)
from engross.lexicon.openings import Part
from engross.lexicon.printed import PrintedLanguage


class Language(PrintedLanguage):
    """One language of the lexicon: what it prints, and what it recognises by the same words."""

    def parse_session(self, text: str) -> SessionMatch | None:
        """The session that the whole line names, whatever the organ."""
        return self._lines.parse_session(text)

    def parse_agenda_item(self, text: str) -> AgendaMatch | None:
        """The agenda item with which the text begins, its number in neutral form."""
        return self._lines.parse_agenda_item(text)

    def parse_distribution(self, text: str) -> str | None:
        """What the distribution line says: "general", "limited", "restricted"."""
        return self._distributions.get(_squeeze(text))

    @functools.cached_property
    def _distributions(self) -> Mapping[str, str]:
        table = {} if self._masthead is self else dict(self._masthead._distributions)
        for kind, line in self._data["distribution"].items():
            table[_squeeze(line)] = kind
        for kind, lines in self._data.get("also_distribution", {}).items():
            table |= {_squeeze(line): kind for line in lines}
        return table

    def parse_original(self, text: str) -> str | None:
        """The two-letter code of the language that the line "Original: …" names."""
        return self._originals.get(_squeeze(text))

    @functools.cached_property
    def _originals(self) -> Mapping[str, str]:
        table = {} if self._masthead is self else dict(self._masthead._originals)
        original = self._data["original"]
        for code, name in original["names"].items():
            table[_squeeze(original["print"].format(name=name))] = code
        return table

    def parse_version_line(self, text: str) -> bool:
        """Whether the line only names the language of this version."""
        words = _squeeze(text)
        names = {self.version_line(), self.name, *self._data["original"].get("also_version", ())}
        return bool(words) and words in {_squeeze(name) for name in names}

    def parse_organization(self, text: str) -> bool:
        """Whether the line is the name of the organization."""
        names = {self.organization, *self._data.get("also_organization", ())}
        names |= {str(o["organization"]) for o in self._data["organs"].values() if "organization" in o}
        return _squeeze(text) in {_squeeze(name) for name in names}

    def parse_organ(self, text: str) -> str | None:
        """The id of the organ whose name the line is."""
        found = self._lines.parse_organ(text)
        return found.organ if found else None

    def match_organ(self, text: str) -> OrganMatch | None:
        """As `parse_organ`, with the place."""
        return self._lines.parse_organ(text)

    def parse_decision(self, text: str) -> DecisionLine | None:
        """Which line of a decision's masthead the whole text is: "Decision", "Plenary", "Other decisions"."""
        return self._lines.parse_decision(text)

    def parse_adoption(self, text: str) -> AdoptionMatch | None:
        """The adoption title or the Council's adoption line; line breaks count as spaces."""
        return self._lines.parse_adoption(text)

    def parse_number_line(self, text: str) -> NumberLineMatch | None:
        """The number line of a Security Council resolution."""
        return self._lines.parse_number_line(text)

    def parse_meeting(self, text: str) -> MeetingMatch | None:
        """The line of the meeting at the end."""
        return self._lines.parse_meeting(text)

    def parse_proponent(self, text: str) -> ProponentMatch | None:
        """The origin line in square brackets."""
        return self._origins.parse(text)

    def parse_committee(self, text: str) -> str | None:
        """The id of the committee whose name the line is, as in the title block of a draft."""
        return self._origins.committee(text)

    def committee_name(self, committee: str) -> str:
        """The printed name of a committee by its id; empty where the language has none."""
        return self._origins.committee_name(committee)

    def parse_formula(self, text: str) -> FormulaMatch | None:
        """The enacting formula with which the text begins."""
        return self._lines.parse_formula(text)

    def parse_vote(self, text: str) -> VoteMatch | None:
        """The line of a vote with which the text begins."""
        return self._votes.parse(text)

    def opening(self, text: str, part: Part, organ_id: str = "") -> int:
        """The length of the opening words to be emphasised at the start of the text; 0 for none.

        With an organ's id its own habit counts: the Security Council emphasises "Expressing" alone.
        """
        return self._openings.measure(text, part, organ_id)

    def opening_words(self, part: Part) -> tuple[str, ...]:
        """The opening words of recitals or operative paragraphs as the lexicon's forms, in their order there."""
        return self._openings.heads(part)

    def part_of(self, text: str) -> Part | None:
        """Whether the opening words are a recital's or an operative paragraph's; None where neither.

        Where the words are the same for both (Chinese), the punctuation at the end tells: a recital ends in
        a comma.
        """
        recital, operative = self.opening(text, "recital"), self.opening(text, "operative")
        if recital != operative:
            return "recital" if recital > operative else "operative"
        if not recital:
            return None
        last = fold_word(text[-40:]).rstrip(" 0123456789()[]'\"*")[-1:]
        return _PART_ENDS.get(last)

    def parse_label(self, text: str) -> LabelMatch | None:
        """The label of a paragraph or point at the start of the text."""
        return self._labels.parse(text)

    def parse_annex(self, text: str) -> AnnexMatch | None:
        """The heading of an annex, appendix or enclosure."""
        return self._headings.parse_annex(text)

    def parse_section(self, text: str) -> SectionMatch | None:
        """The number of a section, article or part at the start of a heading."""
        return self._headings.parse_section(text)

    def is_ibid(self, text: str) -> bool:
        """Whether a note begins by pointing to the note before it: "Ibid.", "Там же", "同上"."""
        return any(True for _ in self._ibid.leading(fold(text)))

    @functools.cached_property
    def _ibid(self) -> Forms:
        return Forms(self._data.get("ibid", ("Ibid",)), {}, spaced=self.spaced)


_PART_ENDS: Mapping[str, Part] = {",": "recital", ";": "operative", ".": "operative"}


def _squeeze(text: str) -> str:
    return re.sub(r"[\W_]+", "", fold_word(text))

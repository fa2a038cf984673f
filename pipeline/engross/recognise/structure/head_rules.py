"""The lines of a head that say one thing each, known by their own words."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from engross.lexicon import Symbol
from engross.model.furniture import Furniture, FurnitureKind
from engross.model.masthead import AgendaItem, Dated, Masthead
from engross.recognise.structure.passage import Passage, cut, trim
from engross.recognise.structure.wording import Wording

_JOB = re.compile(r"(?:GE\.)?\d{2}-\d{5}\s*\(\w\)(?:\s+\d{6})*|GE\.\d{2}-\d{5}|\*\d{7}\*")
_LONGEST_COMMITTEE = 120
_ONCE = frozenset(
    (
        "organization",
        "distribution",
        "original_language",
        "version_language",
        "document_type",
        "decision_kind",
        "number_line",
        "proponent",
        "job_number",
        "reissue",
    )
)
"""What a head says once: a second line of the kind fits nothing."""
_MARKS = re.compile(r"\*{1,3}$")


@dataclass(slots=True)
class Head:
    """What the lines of the head say, before anything is concluded from them.

    `symbol_mark` is the star behind a symbol, `committee` the id of the committee that a line names; `draft` are
    the lines of a draft between agenda item and text, `noted` the lines in which a note is called, `raised` those
    with raised letters, `furniture` what belongs to the page; `loose` fitted nothing.
    """

    masthead: Masthead = field(default_factory=Masthead)
    symbol: Symbol | None = None
    organs: list[str] = field(default_factory=list)
    adopted_by: str = ""
    symbol_mark: str = ""
    committee: str = ""
    loose: list[Passage] = field(default_factory=list)
    draft: list[Passage] = field(default_factory=list)
    noted: list[Passage] = field(default_factory=list)
    raised: list[Passage] = field(default_factory=list)
    furniture: list[Furniture] = field(default_factory=list)


@dataclass(slots=True)
class HeadRules:
    """What single lines of a head say. `going` is what a line that fits nothing goes on with, `pending` holds lines
    that wait for others.
    """

    wording: Wording
    head: Head = field(default_factory=Head)
    going: str = ""
    pending: list[Passage] = field(default_factory=list)

    def _set(self, going: str = "", **values: object) -> bool:
        """Keeps what a line says; False where another line has said it before, which would be lost."""
        for name in _ONCE.intersection(values):
            held, value = getattr(self.head.masthead, name), values[name]
            if held and not str(value).startswith(held):
                return False
        self.head.masthead = replace(self.head.masthead, **values)  # type: ignore[arg-type]
        self.going = going
        return True

    def _symbol(self, passage: Passage, text: str) -> bool:
        if "/" not in text or len(text) > 60 or not text[:1].isalpha():
            return False
        symbol = self.wording.lexicon.parse_symbol(text)
        if symbol is None or self.head.masthead.symbol:
            return False
        self.head.symbol = symbol
        called = "".join(run.text for run in passage.runs if run.note is not None)
        mark = _MARKS.search(text + called)
        self.head.symbol_mark = mark[0] if mark else ""
        return self._set(symbol=_MARKS.sub("", text).strip())

    def _organization(self, _: Passage, text: str) -> bool:
        if len(text) > 80 or not self.wording.language.parse_organization(text):
            return False
        return self._set(organization=text)

    def _organ(self, _: Passage, text: str) -> bool:
        organ = self.wording.language.parse_organ(text) if len(text) <= 80 else None
        if organ is None:
            return False
        if organ in self.head.organs:
            return False
        self.head.organs.append(organ)
        if self.head.masthead.issuing_body:
            return self._set(subsidiary_body=text)
        return self._set(issuing_body=text)

    def _decision(self, _: Passage, text: str) -> bool:
        """The lines of a decision: what it is, the plenary in a committee's place, its section of the volume."""
        found = self.wording.language.parse_decision(text) if len(text) <= 60 else None
        if found == "type":
            return self._set(document_type=text)
        if found == "plenary":
            return self._set(proponent=text, proponent_id="noMainCommittee")
        return found == "kind" and self._set(decision_kind=text)

    def _distribution(self, _: Passage, text: str) -> bool:
        found = self.wording.language.parse_distribution(text) if len(text) <= 60 else None
        return found is not None and self._set(distribution=text, distribution_id=found)

    def _original(self, _: Passage, text: str) -> bool:
        found = self.wording.language.parse_original(text) if len(text) <= 60 else None
        return found is not None and self._set(original_language=text)

    def _version(self, _: Passage, text: str) -> bool:
        return len(text) <= 30 and self.wording.language.parse_version_line(text) and self._set(version_language=text)

    def _date(self, _: Passage, text: str) -> bool:
        date = self.wording.language.parse_date(text)
        if date is None or self.head.masthead.issued is not None:
            return False
        return self._set(issued=Dated(text, date))

    def _session(self, _: Passage, text: str) -> bool:
        found = self.wording.language.parse_session(text)
        if found is None or self.head.masthead.session:
            return False
        return self._set("committee", session=text, session_value=found.value)

    def _session_dates(self, _: Passage, text: str) -> bool:
        if len(text) > 90 or not self.head.masthead.session:
            return False
        dates = self.wording.language.find_dates(text)
        left = len(text) - sum(end - start for start, end, _ in dates)
        if len(dates) != 2 or left > 24:
            return False
        return self._set("committee", session_dates=text)

    def _agenda(self, passage: Passage, text: str) -> bool:
        found = self.wording.language.parse_agenda_item(text)
        if found is None:
            return False
        agenda = self.head.masthead.agenda
        text = _with_its_spaces(passage, text)
        printed = text[: found.end].strip() if found.rest else text
        return self._set("agenda", agenda=(*agenda, AgendaItem(printed, found.number, found.rest)))

    def _committee(self, _: Passage, text: str) -> bool:
        if self.head.masthead.committee or len(text) > _LONGEST_COMMITTEE:
            return False
        found = self.wording.language.parse_committee(text)
        if not found:
            return False
        self.head.committee = found
        return self._set(committee=text)

    def _number_line(self, _: Passage, text: str) -> bool:
        if self.wording.language.parse_number_line(text) is None:
            return False
        return self._set("number line", number_line=text)

    def _number(self, passage: Passage, text: str) -> bool:
        if self.head.masthead.number or not any(char.isdigit() for char in text[:12]):
            return False
        found = self.wording.lexicon.symbols.match_bare(passage.text, 0)
        if found is None:
            return False
        end, symbol = found
        rest = passage.text[end:]
        if rest and not rest[0].isspace() and rest[0] not in ".:":
            return False
        stop = end + 1 if rest[:1] == "." else end
        if self.head.symbol is None:
            self.head.symbol = symbol
        return self._set(
            "title", number=passage.text[:stop].strip(), title=trim(cut(passage.runs, stop, len(passage.text)))
        )

    def _job_number(self, passage: Passage, text: str) -> bool:
        if not _JOB.fullmatch(text):
            return False
        if text.startswith("*"):
            self.head.furniture.append(Furniture(FurnitureKind.BAR_CODE, text, passage.span))
            return True
        return self._set(job_number=text)

    def _reissue(self, _: Passage, text: str) -> bool:
        if not text.startswith("*") or len(text) > 200 or not text.lstrip("* ")[:1].isalpha():
            return False
        return self._set(reissue=text)


def _with_its_spaces(passage: Passage, text: str) -> str:
    """A line with the no-break spaces that it was printed with; `text` has plain ones in the same places."""
    own = passage.text.strip()
    return own if len(own) == len(text) and "\n" not in own else text

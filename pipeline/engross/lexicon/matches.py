"""What recognising a line gives: the meaning, and where in the text it stands.

`start` and `end` are offsets into the text that was asked about.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Literal

from engross.lexicon.symbols import Symbol

DecisionLine = Literal["type", "plenary", "kind"]
VoteRole = Literal["without-vote", "unanimous", "recorded", "in-favour", "against", "abstaining"]


@dataclass(frozen=True, slots=True)
class SessionMatch:
    """A session line. `value` is "60", "ES-11", "S-32" or a year; `kind` says how sessions are counted."""

    value: str
    kind: Literal["regular", "special", "emergency", "year"]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class AgendaMatch:
    """An agenda item line. `number` is neutral: "57 (b)", "20 and 22 (c)"; `rest` is the text run on."""

    number: str
    rest: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class OrganMatch:
    """The name of an organ, and where it stands."""

    organ: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class AdoptionMatch:
    """The line of adoption. `meeting` is the number of the meeting where the line names one (the Security
    Council); `date` is None where the line breaks off before it; `plural` is for resolutions in parts.
    """

    organ: str
    date: datetime.date | None
    plural: bool
    meeting: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class NumberLineMatch:
    """A line like "Resolution 2728 (2024)": the number that it names, and in old volumes the date."""

    number: str
    date: datetime.date | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class MeetingMatch:
    """The line of the meeting. `number` is in figures, empty where no meeting was held; `plenary` tells the
    plenary meeting; `resumed` a resumed one; `date` is the date where it follows on the same line, which
    `end` leaves out.
    """

    number: str
    resumed: bool
    plenary: bool
    start: int
    end: int
    date: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class ProponentMatch:
    """The origin line. `origin` is report, recommendation, proposal, none or other; `committee` the id of the
    committee ("secondCommittee", "noMainCommittee", "plenaryMeeting") or empty; `symbols` the documents.
    """

    origin: str
    committee: str
    symbols: tuple[Symbol, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class FormulaMatch:
    """The enacting formula: `end` is the end of the emphasised words, `after` the end of the punctuation;
    `runs_on` says that more text follows on the same line.
    """

    organ: str
    start: int
    end: int
    after: int
    runs_on: bool


@dataclass(frozen=True, slots=True)
class VoteMatch:
    """A line of a vote. `role` says which; the counts, and the number of the meeting (old volumes of the
    Security Council), are those of the line where it names them.
    """

    role: VoteRole
    in_favour: int | None
    against: int | None
    abstaining: int | None
    meeting: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class LabelReading:
    """One way to read a label: what kind of sign it is and its place in the sequence, from 1."""

    kind: Literal["number", "letter", "roman", "bullet"]
    value: int


@dataclass(frozen=True, slots=True)
class LabelMatch:
    """A label at the start of a paragraph. `text` is the sign as printed, `end` where the paragraph's own
    text begins; (i), (v) and their like have two readings, the letter and the Roman figure.
    """

    text: str
    readings: tuple[LabelReading, ...]
    start: int
    end: int

    @property
    def kind(self) -> str:
        """The kind of the first reading."""
        return self.readings[0].kind

    @property
    def value(self) -> int:
        """The place in the sequence by the first reading."""
        return self.readings[0].value

    def read_as(self, kind: str) -> int | None:
        """The value by the reading of this kind, or None where the label cannot be read so."""
        return next((reading.value for reading in self.readings if reading.kind == kind), None)


@dataclass(frozen=True, slots=True)
class AnnexMatch:
    """The heading of an annex: `number` as printed ("II", "A", ""), `value` its place, 0 without number;
    `kind` is annex, appendix or enclosure; `rest` is a title on the same line.
    """

    kind: str
    number: str
    value: int
    rest: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class SectionMatch:
    """The number of a section. `kind` is roman, letter, ordinal, article, part, chapter or section; `rest`
    is the heading on the same line.
    """

    kind: str
    number: str
    value: int
    rest: str
    start: int
    end: int

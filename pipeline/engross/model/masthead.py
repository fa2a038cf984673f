"""The masthead, title block and closing lines of a resolution as values: printed words beside what they
mean.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field

from engross.model.flow import Run


@dataclass(frozen=True, slots=True)
class Dated:
    """A printed line and the date it names."""

    text: str
    date: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """An agenda item: the printed line, its number in neutral form (`57 (b)`), and its title, if printed."""

    text: str
    number: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Vote:
    """The vote as printed at the end (Human Rights Council, the Security Council to 1993): lines, the outcome
    and the counts where given. `unanimous` is printed as such; else without a vote, unless `recorded`.
    """

    lines: tuple[str, ...]
    recorded: bool = False
    in_favour: int | None = None
    against: int | None = None
    abstaining: int | None = None
    unanimous: bool = False


@dataclass(frozen=True, slots=True)
class Closing:
    """The closing lines: meeting, date of adoption, and the vote where it is printed."""

    meeting: str = ""
    meeting_number: str = ""
    date: Dated | None = None
    vote: Vote | None = None


@dataclass(frozen=True, slots=True)
class Masthead:
    """All that stands before the enacting formula, each line as printed and with its meaning.

    Every text is printed text of the document's language; an empty one is not printed. `number_line` and
    `adoption` are the two title lines of a Security Council resolution; elsewhere `adoption` is the line
    "Resolution adopted by …". `proponent` is the bracketed origin line, `proponent_id` what it names
    (`secondCommittee`, `noMainCommittee`) and `proponent_documents` the stretches of it that cite documents,
    exactly as they stand in it (`A/80/537, para. 15`). `number` is the number as printed (`60/212.`). `title`
    keeps its runs because a note or italics may stand in it; `letter` is the letter of one part that is printed
    alone ("B" under the title), with its note. `distribution_id` is `general` or `limited`. `document_type` and
    `decision_kind` are lines that decisions have ("Decision", "Other decisions").
    """

    symbol: str = ""
    organization: str = ""
    issuing_body: str = ""
    subsidiary_body: str = ""
    distribution: str = ""
    distribution_id: str = "general"
    issued: Dated | None = None
    version_language: str = ""
    original_language: str = ""
    session: str = ""
    session_value: str = ""
    session_dates: str = ""
    committee: str = ""
    agenda: tuple[AgendaItem, ...] = ()
    number_line: str = ""
    adoption: Dated | None = None
    meeting: str = ""
    meeting_number: str = ""
    proponent: str = ""
    proponent_id: str = ""
    proponent_documents: tuple[str, ...] = ()
    sponsors: tuple[Run, ...] = ()
    number: str = ""
    title: tuple[Run, ...] = ()
    letter: tuple[Run, ...] = ()
    document_type: str = ""
    decision_kind: str = ""
    job_number: str = ""
    reissue: str = ""
    closing: Closing = field(default_factory=Closing)

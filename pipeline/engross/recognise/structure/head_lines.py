"""The lines of a head: each known by its own words, whatever its place."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from engross.lexicon import Symbol
from engross.model.furniture import Furniture, FurnitureKind
from engross.model.masthead import AgendaItem, Dated, Masthead
from engross.recognise.structure.draft import names_sponsors
from engross.recognise.structure.passage import Passage, cut, join, plain, trim
from engross.recognise.structure.wording import Wording

_JOB = re.compile(r"(?:GE\.)?\d{2}-\d{5}\s*\(\w\)(?:\s+\d{6})*|GE\.\d{2}-\d{5}|\*\d{7}\*")
_SPACES = re.compile(r"\s+")
_CUT_MOST = 400
_FEW_WORDS = 6  # a longer line without figures names neither an item nor a date: it is a title
_LONGEST_COMMITTEE = 120
_LONGEST_LETTER = 8
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
_FIGURES = re.compile(r"\d+")
_INITIAL = re.compile("[A-Z]")


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
class HeadReader:
    """Reads the lines of a head one after another; `going` is what a line that fits nothing goes on with."""

    wording: Wording
    head: Head = field(default_factory=Head)
    going: str = ""
    pending: list[Passage] = field(default_factory=list)

    def read(self, passage: Passage) -> bool:
        """Takes one line; False where it fits nothing and nothing goes on."""
        if self.pending:
            return self._go_on_pending(passage)
        passage = self._with_initial(passage)
        if self._known(passage):
            return True
        if self._cut(passage) or self._second_half(passage):
            return True
        return self._go_on(passage)

    def _second_half(self, passage: Passage) -> bool:
        """The second line of a name that is printed on two: "Экономический и / Социальный Совет"."""
        loose = self.head.loose
        if not loose or len(loose[-1].text) > _LONGEST_LETTER * 5:
            return False
        text = _SPACES.sub(" ", f"{loose[-1].text} {passage.text}").strip()
        if not (self._organ(passage, text) or self._organization(passage, text)):
            return False
        loose.pop()
        return True

    def _with_initial(self, passage: Passage) -> Passage:
        """A symbol whose large initial was taken for a line of its own, made whole."""
        loose = self.head.loose
        if not passage.text.startswith("/") or not loose or not _INITIAL.fullmatch(loose[-1].text):
            return passage
        return replace(passage, runs=join((loose.pop(), passage), ""))

    def marks(self, passage: Passage) -> bool:
        """Takes one line; whether it is a line that stands nowhere but in the head."""
        if self.pending:
            return self._go_on_pending(passage)
        if passage.text.startswith("*"):
            return False
        if self.wording.language.parse_date(passage.text) is not None:
            return bool(self.head.masthead.distribution or self.head.symbol) and self._known(passage)
        return self._known(passage) or self._cut(passage)

    def marks_any(self, passage: Passage) -> bool:
        """Takes all lines of a passage; whether one of them stands nowhere but in the head."""
        found = [bool(self.pending) or self.marks(line) for line in passage.lines()]
        return any(found)

    # --- one line

    def _known(self, passage: Passage) -> bool:
        text = _SPACES.sub(" ", passage.text).strip()
        return any(rule(passage, text) for rule in self._rules())

    def _rules(self) -> tuple[Callable[[Passage, str], bool], ...]:
        return (
            self._symbol,
            self._organization,
            self._organ,
            self._decision,
            self._distribution,
            self._original,
            self._version,
            self._date,
            self._session,
            self._session_dates,
            self._agenda,
            self._committee,
            self._number_line,
            self._adoption,
            self._proponent,
            self._number,
            self._job_number,
            self._reissue,
        )

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

    def _adoption(self, passage: Passage, text: str) -> bool:
        found = self.wording.language.parse_adoption(text)
        if found is None or self.head.masthead.adoption is not None:
            return False
        if found.date is None and self.going != "adoption":
            self.pending = [passage]
            self.going = "adoption"
            return True
        self.head.adopted_by = found.organ
        words = self.wording.language.meeting(found.organ, found.meeting) if found.meeting else ""
        meeting = words if words and words in text else ""
        return self._set(adoption=Dated(text, found.date), meeting=meeting, meeting_number=found.meeting)

    def _proponent(self, passage: Passage, text: str) -> bool:
        if not text.startswith("[") or self.head.masthead.proponent:
            return False
        if "]" not in text:
            self.pending = [passage]
            self.going = "proponent"
            return True
        end = passage.text.index("]") + 1
        rest = passage.after(end)
        if rest.text:
            passage = replace(passage, runs=cut(passage.runs, 0, end))
            text = _SPACES.sub(" ", passage.text).strip()
        found = self.wording.language.parse_proponent(text)
        documents = tuple(self._documents(text))
        self._set(proponent=text, proponent_id=found.committee if found else "", proponent_documents=documents)
        if rest.text and not self.read(rest):
            self.head.loose.append(rest)
        return True

    def _documents(self, text: str) -> list[str]:
        """The stretches of the origin line that cite documents: what stands in its round brackets."""
        symbols = self.wording.lexicon.find_symbols(text)
        if not symbols:
            return []
        first, last = symbols[0][0], symbols[-1][1]
        opening = max(text.rfind("(", 0, first), text.rfind("（", 0, first))
        closing = max(text.rfind(")"), text.rfind("）"))
        if opening >= 0 and closing >= last:
            return [text[opening + 1 : closing].strip()]
        return [text[first:last]]

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

    # --- several lines, and several things on one line

    def _go_on_pending(self, passage: Passage) -> bool:
        going, held = self.going, [*self.pending, passage]
        together = replace(held[0], runs=join(held))
        self.pending = []
        if going == "proponent":
            if "]" not in together.text and len(held) < 8:
                self.pending = held
                return True
            self._proponent(together, together.text)
            return True
        whole = self.wording.language.parse_adoption(together.text)
        if whole is not None and whole.date is not None:
            return self._adoption(together, together.text)
        self.going = "adoption"
        self._adoption(held[0], _SPACES.sub(" ", held[0].text))
        self.going = ""
        return self.read(passage)

    def finish(self) -> None:
        """Takes what still waits for another line."""
        if not self.pending:
            return
        held, going = self.pending, self.going
        self.pending = []
        if going == "adoption":
            self._adoption(held[0], _SPACES.sub(" ", held[0].text))
        else:
            self._set(proponent=_SPACES.sub(" ", plain(join(held))))

    def _cut(self, passage: Passage) -> bool:
        """A line that is several lines of the masthead run together."""
        text = passage.text
        if len(text) > _CUT_MOST or not (_FIGURES.search(text) or 0 < text.count(" ") <= _FEW_WORDS):
            return False
        ends = [match.start() for match in _SPACES.finditer(text)]
        for end in ends[:12]:
            before, organs, going = self.head.masthead, list(self.head.organs), self.going
            first = replace(passage, runs=cut(passage.runs, 0, end))
            rest = passage.after(end)
            if not self._simple(first):
                continue
            if self._known(rest) or self._cut(rest):
                return True
            self.head.masthead, self.head.organs, self.going = before, organs, going
        return False

    def _simple(self, passage: Passage) -> bool:
        text = passage.text.strip()
        rules = (
            self._symbol,
            self._organization,
            self._organ,
            self._distribution,
            self._original,
            self._date,
            self._session,
        )
        return any(rule(passage, text) for rule in rules)

    def _is_draft(self, passage: Passage) -> bool:
        """Whether a draft's own lines go on here: by its symbol, or where it has none, by its sponsors or its style."""
        masthead = self.head.masthead
        if self.head.symbol is not None:
            return self.head.symbol.kind == "draft"
        if masthead.number or masthead.number_line or masthead.adoption:
            return False
        styled = passage.role in ("sponsors", "title")
        return bool(self.head.draft) or styled or names_sponsors(passage, self.wording)

    def _go_on(self, passage: Passage) -> bool:
        masthead = self.head.masthead
        opened = passage.role in ("sponsors", "title") or names_sponsors(passage, self.wording)
        if self._is_draft(passage) and (self.going in ("agenda", "committee") or opened):
            self.head.draft.append(passage)
            self.going = "agenda"
            return True
        if self.going == "agenda" and masthead.agenda and passage.role != "title":
            return self._agenda_title(masthead.agenda, _SPACES.sub(" ", passage.text).strip())
        if self.going == "number line" and self.wording.language.find_dates(passage.text):
            return self._set(number_line=f"{masthead.number_line} {_SPACES.sub(' ', passage.text)}")
        if self.going == "title" and masthead.title and self._is_letter(passage.text):
            return self._set(letter=passage.runs)
        if self.going == "title" or passage.role == "title":
            runs = join([replace(passage, runs=masthead.title), passage]) if masthead.title else passage.runs
            return self._set("title", title=runs)
        if self.going == "committee" and not masthead.committee and len(passage.text) < 120:
            return self._set("", committee=_SPACES.sub(" ", passage.text).strip())
        return False

    def _is_letter(self, text: str) -> bool:
        """Whether a line is the letter of a part and nothing else: "B" under the title of a resolution in parts."""
        section = self.wording.language.parse_section(text) if len(text) <= _LONGEST_LETTER else None
        return section is not None and section.kind == "letter" and not section.rest

    def _agenda_title(self, agenda: tuple[AgendaItem, ...], text: str) -> bool:
        """The title of the item before it, or of the next item where one line names several: "items 13 and 117"."""
        *others, item = agenda
        named = sum(len(_FIGURES.findall(one.number)) for one in agenda)
        titles = sum(bool(one.title) for one in agenda)
        if item.title and titles < named and text[:1] == text[:1].upper():
            return self._set("agenda", agenda=(*agenda, AgendaItem("", "", text)))
        return self._set("agenda", agenda=(*others, replace(item, title=f"{item.title} {text}".strip())))


def _with_its_spaces(passage: Passage, text: str) -> str:
    """A line with the no-break spaces that it was printed with; `text` has plain ones in the same places."""
    own = passage.text.strip()
    return own if len(own) == len(text) and "\n" not in own else text

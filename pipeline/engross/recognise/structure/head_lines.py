"""The lines of a head, one after another, whatever their place: single lines, lines that go on, and several on one."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from engross.model.masthead import AgendaItem, Dated
from engross.recognise.structure.draft import names_sponsors
from engross.recognise.structure.head_rules import Head, HeadRules
from engross.recognise.structure.passage import Passage, cut, join, plain

__all__ = ["Head", "HeadReader"]

_SPACES = re.compile(r"\s+")
_CUT_MOST = 400
_FEW_WORDS = 6  # a longer line without figures names neither an item nor a date: it is a title
_LONGEST_LETTER = 8
_FIGURES = re.compile(r"\d+")
_INITIAL = re.compile("[A-Z]")


@dataclass(slots=True)
class HeadReader(HeadRules):
    """Reads the lines of a head one after another."""

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

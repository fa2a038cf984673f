"""What a language prints: every line of a resolution in its words."""

from __future__ import annotations

import datetime
import functools
import re
from collections.abc import Mapping
from typing import Any, Literal

from engross.lexicon.labels import Style
from engross.lexicon.numerals import read_roman
from engross.lexicon.parts import LanguageParts
from engross.lexicon.symbols import Symbol


class PrintedLanguage(LanguageParts):
    """The lines that a language prints."""

    def _names(self, organ_id: str) -> Mapping[str, Any]:
        names: Mapping[str, Any] = self._data["organs"].get(organ_id, {})
        return names

    def _print(self, key: str, organ_id: str, **fields: object) -> str:
        form = self._lines.print_form(key, organ_id) or ""
        if not isinstance(form, str):
            form = " ".join(form)
        return _fill(form, self._names(organ_id), fields)

    def organ_name(self, organ_id: str) -> str:
        """The organ's name as the masthead prints it."""
        return str(self._names(organ_id).get("name", ""))

    def organization_of(self, organ_id: str) -> str:
        """The name of the organization that the organ belongs to, as the masthead prints it."""
        return str(self._names(organ_id).get("organization", self.organization))

    def session(self, organ_id: str, value: str) -> str:
        """The session line: "Soixantième session", "Tenth emergency special session", "2025 session"."""
        organ = self._organs.get(organ_id)
        if organ and organ.sessions == "year" and value.isdigit():
            return self._print("year_session", organ_id, year=value)
        prefix, _, rest = value.rpartition("-")
        key = {"ES": "emergency_session", "S": "special_session"}.get(prefix, "session")
        number = int(rest) if rest.isdigit() else read_roman(rest)
        if number is None:
            return value
        table = self.numerals("session")
        words = table.spell(number) if table else str(number)
        line = self._print(key, organ_id, ordinal=words, number=number)
        return line[:1].upper() + line[1:]

    def date(self, day: datetime.date) -> str:
        """A date as the text and the title print it."""
        return self._dates.spell(day)

    def issue_date(self, day: datetime.date) -> str:
        """The date of issue as the masthead prints it."""
        return self._masthead.date(day).replace("\u00a0", " ")

    def session_dates(self, first: datetime.date, last: datetime.date) -> str:
        """The dates of a session, as the masthead of the Human Rights Council prints them."""
        return self._dates.spell_range(first, last)

    def distribution(self, kind: str) -> str:
        """The distribution line: "Distr. générale" for "general"; "limited", "restricted" likewise."""
        return str(self._data["distribution"][kind])

    def original(self, code: str) -> str:
        """The line that names the original language, given by its two-letter code."""
        return str(self._data["original"]["print"]).format(name=self._data["original"]["names"].get(code, code))

    def version_line(self) -> str:
        """The masthead's line that names the language of this version; empty in English."""
        return str(self._data["original"].get("version", ""))

    def agenda_item(self, organ_id: str, number: str) -> str:
        """The agenda item line for a number in neutral form ("57 (b)"), singular or plural."""
        count = len(re.findall(r"\d+", number))
        keys = ("agenda_items_dual",) if count == 2 else ()
        keys = (*keys, "agenda_items") if count > 1 else ()
        key = next((k for k in keys if self._lines.print_form(k, organ_id)), "agenda_item")
        item = self._agenda.spell(number)
        return self._print(key, organ_id, item=item, item_end=item)

    def adoption(self, organ_id: str, day: datetime.date, *, plural: bool = False) -> tuple[str, ...]:
        """The adoption title, one string for each forced line."""
        form = self._lines.print_form("adoption_plural" if plural else "adoption", organ_id)
        lines = [form] if isinstance(form, str) else form
        return tuple(_fill(line, self._names(organ_id), {"date": self.date(day)}) for line in lines)

    def number_line(self, symbol: Symbol, organ_id: str = "") -> str:
        """The number line of a resolution without a title: "Resolution 2728 (2024)"."""
        return self._print("number_line", organ_id or symbol.organ, short=self.short(symbol))

    def short(self, symbol: Symbol) -> str:
        """The symbol's short form as the text prints it: "217 A (III)", in Arabic "217 ألف (د-3)"."""
        return self.localized.spell(symbol)

    def council_adoption(self, meeting: str, day: datetime.date, organ_id: str = "sc") -> str:
        """The adoption line that names the meeting; without one where `meeting` is empty."""
        if not meeting:
            return self._print("council_adoption_no_meeting", organ_id, date=self.date(day))
        table = self.numerals("council_meeting") or self.numerals("meeting")
        number = table.spell(int(meeting)) if table and meeting.isdigit() else meeting
        return self._print("council_adoption", organ_id, meeting=number, date=self.date(day))

    def meeting(self, organ_id: str, number: str, resumed: bool = False) -> str:
        """The first closing line: "62nd plenary meeting", in the Human Rights Council "34th meeting"."""
        key = "meeting_resumed" if resumed else "meeting"
        table = self.numerals("meeting")
        words = table.spell(int(number)) if table and number.isdigit() else number
        return self._print(key, organ_id, meeting=words, number=number)

    def formula(self, organ_id: str) -> tuple[str, str]:
        """The enacting formula: the emphasised words and the punctuation after them."""
        return str(self._names(organ_id).get("formula", "")), str(self._data.get("formula_mark", ","))

    def note_mark(self, number: str) -> str:
        """The mark at which a note is called: "1", in Arabic "(1)"."""
        return str(self._data.get("note_mark", "{n}")).format(n=number)

    def annex(self, number: str = "") -> str:
        """The heading of an annex; `number` is Roman ("II"), a letter, or figures."""
        return self._headings.annex(number)

    def proponent(self, committee: str, documents: str) -> str:
        """The origin line for a committee's id and the printed references to documents."""
        return self._origins.spell(committee, documents)

    def label(self, style: Style, number: int) -> str:
        """The label of the nth `paragraph`, `point` or `subpoint`: "1.", "(a)", "(i)"."""
        return self._labels.spell(style, number)

    def vote_heading(self, role: Literal["in-favour", "against", "abstaining"]) -> str:
        """The heading of one list of a recorded vote: "In favour:"."""
        return self._votes.heading(role)

    @functools.cached_property
    def _raised(self) -> re.Pattern[str] | None:
        forms = self._data.get("raised", ())
        return re.compile("|".join(f"(?:{form})" for form in forms)) if forms else None

    @functools.cached_property
    def _no_break(self) -> re.Pattern[str] | None:
        forms = self._data.get("no_break", ())
        months = "|".join(re.escape(month) for month in self._data["dates"]["months"])
        expressions = "|".join(form.replace("{month}", f"(?:{months})") for form in forms)
        return re.compile(f"(?= )(?:{expressions})") if forms else None

    def no_break_spaces(self, text: str) -> list[int]:
        """The offsets of spaces at which the language's typography allows no line break (official-style §5.4)."""
        return [match.start() for match in self._no_break.finditer(text)] if self._no_break else []

    def raised_ordinals(self, text: str) -> list[tuple[int, int]]:
        """Where the language raises the ending of a number or abbreviation: the "e" of "68e"."""
        if not self._raised:
            return []
        return [match.span() for match in self._raised.finditer(text)]


def _fill(form: str, names: Mapping[str, Any], fields: Mapping[str, object]) -> str:
    """A printed form with the organ's words and the other fields in their places."""

    def fill(match: re.Match[str]) -> str:
        name = match[1]
        if name.startswith("organ."):
            case = name.removeprefix("organ.")
            return str(names.get(case, names.get(case.removesuffix("_plural"), names.get("name", ""))))
        return str(fields[name])

    return re.sub(r"\{([\w.]+)\}", fill, form)

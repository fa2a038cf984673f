"""Lines of the masthead, the title block and the end of a resolution: recognised by the printed words."""

from __future__ import annotations

import datetime
import functools
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from engross.lexicon.agenda import AgendaNumbers
from engross.lexicon.folding import Folded, fold, fold_word
from engross.lexicon.forms import Forms, alternatives
from engross.lexicon.matches import (
    AdoptionMatch,
    AgendaMatch,
    DecisionLine,
    FormulaMatch,
    MeetingMatch,
    NumberLineMatch,
    OrganMatch,
    SessionMatch,
)
from engross.lexicon.numerals import Numerals, read_roman

_TITLE_MARKS = " \t\n\u00a0.:;–—-*"
_MEETING = r"\d{1,5}(?: ?[-.]? ?[^\W\d]{1,3}(?![^\W\d]))?|[^\W\d]{3,20}"


def _folded(words: str) -> str:
    return fold_word(words).replace(" ", "").strip(".,:;*")


class LineForms:
    """The `[lines]` and `[also]` of a language file, with what organs change in them.

    A line's forms are what is printed, the organs' own variants, then what is only recognised. `council` is
    the organ meant by a line of adoption that names a meeting and no organ.
    """

    def __init__(
        self,
        data: Mapping[str, Any],
        numerals: Callable[[str], Numerals | None],
        agenda: AgendaNumbers,
        read_date: Callable[[str], datetime.date | None],
        find_dates: Callable[[str], list[tuple[int, int, datetime.date]]],
        council: str,
    ) -> None:
        self._data = data
        self._spaced: bool = data.get("spaced", True)
        self._numerals = numerals
        self._agenda = agenda
        self._read_date = read_date
        self._find_dates = find_dates
        self._council = council
        self._forms: dict[str, Forms] = {}

    def print_form(self, key: str, organ: str) -> Any:
        """The printed form of a line for an organ: its own, or the language's. None where there is none."""
        own = self._data["organs"].get(organ, {}).get("lines", {})
        return own.get(key, self._data["lines"].get(key))

    def forms(self, key: str) -> Forms:
        """All forms of a line, those of every organ included."""
        if key not in self._forms:
            self._forms[key] = Forms(self._sources(key), self.fields, spaced=self._spaced)
        return self._forms[key]

    def _sources(self, key: str) -> Iterator[str]:
        printed = [self._data["lines"].get(key)]
        printed += [organ.get("lines", {}).get(key) for organ in self._data["organs"].values()]
        for form in printed:
            if form:
                yield (form if isinstance(form, str) else " ".join(form)).rstrip(" ,.;")
        yield from self._data.get("also", {}).get(key, ())

    @functools.cached_property
    def fields(self) -> Mapping[str, str]:
        """The expressions of the fields that lines may have."""
        organs: dict[str, list[str]] = {}
        for names in self._data["organs"].values():
            for form, name in names.items():
                if isinstance(name, str):
                    organs.setdefault(f"organ.{form}", []).append(name)
                elif isinstance(name, list) and form.startswith("also_"):
                    organs.setdefault(f"organ.{form.removeprefix('also_')}", []).extend(name)
        organs.setdefault("organ.agents", []).extend(organs.get("organ.agent", ()))
        return {name: alternatives(words, spaced=self._spaced) for name, words in organs.items()} | {
            "ordinal": r"[^\[\]()]{1,60}?",
            "number": r"\d{1,5}",
            "item": self._agenda.expression,
            "item_end": self._agenda.strict,
            "year": r"(?:19|20)\d\d",
            "date": r"[^\[\]]{5,60}?",
            "meeting": _MEETING,
            "short": r"\d{1,5}(?: ?[a-z](?: ?- ?[a-z])?)? ?\([^()]{1,8}\)|\d{1,4} ?/ ?\d{1,4}",
            "mark": r"[^\W_]{1,12}(?: [^\W\d_]{1,12})?",
        }

    # --- organs -------------------------------------------------------------------------------------------

    @functools.cached_property
    def _organ_words(self) -> Mapping[str, Mapping[str, str]]:
        """For each case of a name (`name`, `agent`, `formula`): the folded words and the organ's id."""
        table: dict[str, dict[str, str]] = {}
        for organ, names in self._data["organs"].items():
            for form, name in names.items():
                words = [name] if isinstance(name, str) else name if isinstance(name, list) else []
                for word in words:
                    folded = fold_word(word).replace(" ", "")
                    table.setdefault(form.removeprefix("also_"), {}).setdefault(folded, organ)
        agents = table.setdefault("agents", {})
        for word, organ in table.get("agent", {}).items():
            agents.setdefault(word, organ)
        return table

    def organ_of(self, words: str, form: str = "name") -> str:
        """The organ whose name in this case the words are, or an empty string."""
        folded = fold_word(words).replace(" ", "")
        return self._organ_words.get(form, {}).get(folded, "")

    def parse_organ(self, text: str) -> OrganMatch | None:
        """The organ whose name the whole text is."""
        folded = fold(text)
        words = folded.text.strip(" .,;:*#")
        organ = self.organ_of(words)
        place = folded.text.find(words)
        return OrganMatch(organ, folded.start(place), folded.end(place + len(words))) if organ else None

    # --- decisions ----------------------------------------------------------------------------------------

    @functools.cached_property
    def _decision_words(self) -> Mapping[str, DecisionLine]:
        lines: tuple[DecisionLine, ...] = ("type", "plenary", "kind")
        words = self._data.get("decisions", {})
        return {_folded(word): line for line in lines for word in words.get(line, ())}

    def parse_decision(self, text: str) -> DecisionLine | None:
        """Which line of a decision's masthead the whole text is."""
        return self._decision_words.get(_folded(text))

    # --- session and agenda -------------------------------------------------------------------------------

    def parse_session(self, text: str) -> SessionMatch | None:
        """The session that the whole text names."""
        folded = fold(text)
        if len(folded.text) > 120:
            return None
        for kind, key, prefix in (
            ("emergency", "emergency_session", "ES-"),
            ("special", "special_session", "S-"),
            ("year", "year_session", ""),
            ("regular", "session", ""),
        ):
            for match in self.forms(key).whole(folded):
                value = match.groupdict().get("year") or self._ordinal(match.groupdict())
                if value:
                    span = folded.start(match.start()), folded.end(match.end())
                    return SessionMatch(f"{prefix}{value}", kind, *span)  # type: ignore[arg-type]
        return None

    def _ordinal(self, groups: Mapping[str, str | None]) -> str:
        words = groups.get("ordinal") or groups.get("number") or ""
        figures = re.fullmatch(r"(\d{1,3})(?: ?-? ?[^\W\d]{1,3})?\.?", words)
        if figures:
            return figures[1]
        table = self._numerals("session")
        value = table.value(words) if table else None
        if value is None and re.fullmatch(r"[ivxlc]+", words):
            value = read_roman(words)
        return str(value) if value else ""

    def parse_agenda_item(self, text: str) -> AgendaMatch | None:
        """The agenda item at the start of the text."""
        folded = fold(text)
        for match in self.forms("agenda_item").leading(folded):
            number = self._agenda.neutral(match.group("item" if "item" in match.groupdict() else "item_end"))
            start, end = folded.start(match.start()), folded.end(match.end())
            return AgendaMatch(number, text[end:].strip(_TITLE_MARKS), start, end)
        return None

    # --- adoption -----------------------------------------------------------------------------------------

    def parse_adoption(self, text: str) -> AdoptionMatch | None:
        """The line of adoption that the whole text is: "Resolution adopted by … on …"."""
        folded = fold(text)
        if len(folded.text) > 300:
            return None
        for key in ("council_adoption", "council_adoption_no_meeting", "adoption", "adoption_plural"):
            for match in self.forms(key).whole(folded):
                if found := self._adoption(folded, match, key):
                    return found
        return self._undated(folded)

    def _adoption(self, folded: Folded, match: re.Match[str], key: str) -> AdoptionMatch | None:
        groups = match.groupdict()
        date = self._read_date(groups["date"]) if groups.get("date") else None
        organ = self._agent(groups) or (self._council if key.startswith("council") else "")
        if not organ or (groups.get("date") and date is None):
            return None
        plural = key == "adoption_plural"
        span = folded.start(match.start()), folded.end(match.end())
        return AdoptionMatch(organ, date, plural, self.meeting_number(groups.get("meeting")), *span)

    def _agent(self, groups: Mapping[str, str | None]) -> str:
        for name, words in groups.items():
            if words and name.startswith("organ_"):
                return self.organ_of(words, name.removeprefix("organ_"))
        return ""

    def _undated(self, folded: Folded) -> AdoptionMatch | None:
        """A line of adoption that breaks off before the date."""
        for key, forms in self._undated_forms:
            for match in forms.whole(folded):
                organ = self._agent(match.groupdict())
                if organ and "date" not in match.groupdict():
                    span = folded.start(match.start()), folded.end(match.end())
                    return AdoptionMatch(organ, None, key == "adoption_plural", "", *span)
        return None

    @functools.cached_property
    def _undated_forms(self) -> tuple[tuple[str, Forms], ...]:
        """The beginnings of the lines of adoption: up to the date, and the first of two printed lines."""
        forms: list[tuple[str, Forms]] = []
        for key in ("adoption", "adoption_plural"):
            before_date = (form.split("{date}")[0] for form in self._sources(key))
            forms.append((key, Forms(before_date, self.fields)))
            short = [line[0] for line in (self.print_form(key, ""),) if isinstance(line, list)]
            forms.append((key, Forms(short, self.fields, spaced=self._spaced)))
        return tuple(forms)

    def parse_number_line(self, text: str) -> NumberLineMatch | None:
        """A line that is only the resolution's number: "Resolution 2728 (2024)"."""
        folded = fold(text)
        for match in self.forms("number_line").whole(folded):
            number = re.sub(r" ?\(", " (", match["short"]).upper()
            words = match.groupdict().get("date")
            date = self._read_date(words) if words else None
            if words and date is None:
                continue
            return NumberLineMatch(number, date, folded.start(match.start()), folded.end(match.end()))
        return None

    # --- meeting and formula ------------------------------------------------------------------------------

    def meeting_number(self, words: str | None) -> str:
        """The meeting's number in figures out of "62nd", "62-е", "Primera"; empty where it is neither."""
        if not words:
            return ""
        figures = re.match(r"\d+", words)
        if figures:
            return figures[0]
        for name in ("meeting_words", "session"):
            table = self._numerals(name)
            value = table.value(words) if table else None
            if value:
                return str(value)
        return ""

    def parse_meeting(self, text: str) -> MeetingMatch | None:
        """The line of the meeting that the whole text is; the date may follow it."""
        folded = fold(text)
        if len(folded.text) > 120:
            return None
        return self._meeting(folded) or self._dated_meeting(text)

    def _dated_meeting(self, text: str) -> MeetingMatch | None:
        """A meeting and a date run together on one line."""
        for start, end, date in self._find_dates(text):
            if text[end:].strip(" .\u00a0\n"):
                continue
            found = self._meeting(fold(text[:start]))
            if found:
                return replace(found, date=date)
        return None

    def _meeting(self, folded: Folded) -> MeetingMatch | None:
        for key, resumed, plenary in (
            ("meeting_resumed", True, True),
            ("council_meeting", False, False),
            ("meeting", False, True),
            ("no_meeting", False, True),
        ):
            for match in self.forms(key).whole(folded):
                groups = match.groupdict()
                number = self.meeting_number(groups.get("meeting") or groups.get("number"))
                if number or key == "no_meeting":
                    span = folded.start(match.start()), folded.end(match.end())
                    return MeetingMatch(number, resumed, plenary, *span)
        return None

    def parse_formula(self, text: str) -> FormulaMatch | None:
        """The enacting formula at the start of the text."""
        folded = fold(text)
        match = self._formula.match(folded.text)
        if not match:
            return None
        organ = self.organ_of(match["words"].strip(), "formula")
        if not organ:
            return None
        start = match.start("words") + len(match["words"]) - len(match["words"].lstrip())
        words_end = match.start("words") + len(match["words"].rstrip())
        rest = folded.text[match.end() :].strip()
        if rest and not match["mark"] and not rest[0].isdigit() and not rest[0].isspace():
            return None
        after = folded.end(match.end("mark")) if match["mark"] else folded.end(words_end)
        return FormulaMatch(organ, folded.start(start), folded.end(words_end), after, bool(rest))

    @functools.cached_property
    def _formula(self) -> re.Pattern[str]:
        return re.compile(rf"[*_ ]*(?P<words>{self.fields['organ.formula']})[*_]* ?(?P<mark>[,:]?)[*_]*")

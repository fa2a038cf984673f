"""Dates of one language: printed, and recognised as a whole line or in running text."""

from __future__ import annotations

import datetime
import functools
import re
from collections.abc import Iterator, Mapping
from typing import Any

from engross.lexicon.folding import Folded, fold, fold_word
from engross.lexicon.forms import alternatives, compile_form

_YEARS = range(1900, 2200)
_FOUR_FIGURES = re.compile(r"\d(?:\D*\d){3}")  # every date has its year


class DateForms:
    """The `[dates]` of a language file: `months` as printed, `also_months` as met, `print` and `also` as
    forms of {day} {month} {year}, `first_day` where the first of the month is written otherwise.
    """

    def __init__(self, data: Mapping[str, Any], *, spaced: bool) -> None:
        self._data = data
        self._spaced = spaced
        self._months: tuple[str, ...] = tuple(data["months"])

    def spell(self, date: datetime.date) -> str:
        """The date as it is printed: "1er décembre 2025"."""
        return self._spell(str(self._data["print"]), date)

    def spell_range(self, first: datetime.date, last: datetime.date) -> str:
        """The dates of a session: "16 June–8 July 2025", the first year left out where it is the same."""
        short = self._data.get("print_short")
        begin = self._spell(short, first) if short and first.year == last.year else self.spell(first)
        return begin + str(self._data.get("range", "–")) + self.spell(last)

    def _spell(self, form: str, date: datetime.date) -> str:
        day = self._data.get("first_day", "1") if date.day == 1 else str(date.day)
        printed: str = form.format(day=day, month=self._months[date.month - 1], year=date.year)
        return printed

    @functools.cached_property
    def _month_numbers(self) -> Mapping[str, int]:
        table = {fold_word(name): n for n, name in enumerate(self._months, 1)}
        for number, names in self._data.get("also_months", {}).items():
            table |= {fold_word(name): int(number) for name in names}
        return {re.sub(r"\W", "", name): n for name, n in table.items()}

    @functools.cached_property
    def _fields(self) -> Mapping[str, str]:
        also = (name for names in self._data.get("also_months", {}).values() for name in names)
        marks = self._data.get("day_marks", ())
        day = r"\d{1,2}" + (f"(?: ?{alternatives(marks)})?" if marks else "")
        return {
            "day": day,
            "month": alternatives((*self._months, *also), spaced=self._spaced),
            "year": r"\d{4}",
        }

    @functools.cached_property
    def _patterns(self) -> tuple[re.Pattern[str], ...]:
        forms = dict.fromkeys((*self._data.get("also", ()), self._data["print"]))
        ordered = sorted(forms, key=len, reverse=True)
        return tuple(re.compile(r"(?<![\d/])" + compile_form(f, self._fields, spaced=self._spaced)) for f in ordered)

    @functools.cached_property
    def _partial(self) -> tuple[re.Pattern[str], ...]:
        """What may stand before the second date of a range: day and month, or the day alone."""
        links = alternatives((*self._data.get("links", ()), "-"))
        forms = dict.fromkeys((self._data.get("print_short", "{day} {month}"), "{day} {month}"))
        months = [
            re.compile(rf"(?<![\d/]){compile_form(form, self._fields, spaced=self._spaced)} ?{links}? ?$")
            for form in forms
        ]
        return (*months, re.compile(rf"(?<![\d/.])(?P<day>{self._fields['day']}) ?{links} ?$"))

    def whole(self, folded: Folded) -> datetime.date | None:
        """The date that the whole text is, punctuation at its end aside."""
        text = folded.text.strip(" .,;:*")
        for pattern in self._patterns:
            match = pattern.fullmatch(text)
            if match and (date := self._date(match)):
                return date
        return None

    def find(self, text: str) -> Iterator[tuple[int, int, datetime.date]]:
        """The dates in running text, in order. "11 September–13 October 2023" gives two."""
        if not _FOUR_FIGURES.search(text):
            return
        folded = fold(text)
        for start, end, date in sorted(self._full(folded)):
            yield from self._before(folded, start, date)
            yield folded.start(start), folded.end(end), date

    def _full(self, folded: Folded) -> Iterator[tuple[int, int, datetime.date]]:
        taken: set[int] = set()
        for pattern in self._patterns:
            for match in pattern.finditer(folded.text):
                date = self._date(match)
                if date and match.start() not in taken and match.end() - 1 not in taken:
                    taken.update(range(match.start(), match.end()))
                    start = match.start() + len(match[0]) - len(match[0].lstrip())
                    yield start, match.start() + len(match[0].rstrip()), date

    def _before(self, folded: Folded, place: int, last: datetime.date) -> Iterator[tuple[int, int, datetime.date]]:
        """A date without its year just before `place`, where only a dash or a linking word stands between."""
        for pattern in self._partial:
            match = pattern.search(folded.text, max(0, place - 40), place)
            date = self._date(match, last) if match else None
            if match and date and date < last:
                named = [match.end(name) for name in match.groupdict()]
                yield folded.start(match.start()), folded.end(max(named)), date
                return

    def _date(self, match: re.Match[str], last: datetime.date | None = None) -> datetime.date | None:
        """The date of a match; what it leaves out is taken from the last date of the range."""
        groups = match.groupdict()
        month = self._month_numbers.get(re.sub(r"\W", "", groups["month"])) if "month" in groups else None
        if last and "month" not in groups:
            month = last.month
        figures = re.match(r"\d+", groups["day"])
        year = last.year if last else int(groups["year"])
        if month is None or figures is None or year not in _YEARS:
            return None
        try:
            return datetime.date(year, month, int(figures[0]))
        except ValueError:
            return None

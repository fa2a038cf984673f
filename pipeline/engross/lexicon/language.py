"""A language: its words printed and recognised. Everything it knows stands in its TOML file.

The work is done by the parts (`dates`, `numerals`, `masthead`, `origins`, `openings`, `labels`, `headings`),
each made when it is first needed; this class puts them together under the names that stages use.
"""

from __future__ import annotations

import datetime
import functools
import re
from collections.abc import Callable, Mapping
from typing import Any, Literal

from engross.lexicon.agenda import AgendaNumbers
from engross.lexicon.dates import DateForms
from engross.lexicon.folding import fold, fold_word
from engross.lexicon.forms import Forms
from engross.lexicon.headings import HeadingForms
from engross.lexicon.labels import LabelForms, Style
from engross.lexicon.localized import LocalizedForms
from engross.lexicon.masthead import LineForms
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
from engross.lexicon.numerals import Numerals, read_roman
from engross.lexicon.openings import OpeningForms, Part
from engross.lexicon.organ import Organ
from engross.lexicon.origins import OriginForms, VoteForms
from engross.lexicon.symbols import Symbol, SymbolIndex

Emphasis = Literal["italic", "bold", "bold italic"]


class Language:
    """One language of the lexicon.

    `code` is the two-letter code, `iso3` that of ISO 639-2 ("fra"), `name` its own name, `english_name` the
    English one; `direction` is ltr or rtl; `emphasis` how emphasis is printed; `job_letter` the letter after
    the job number; `words` other printed words (page, note, contents, unofficial …); `script` and
    `stop_words` tell the language of a text; `references` are the words around references.
    """

    def __init__(
        self,
        data: Mapping[str, Any],
        organs: Mapping[str, Organ],
        symbols: SymbolIndex,
        language: Callable[[str], Language],
    ) -> None:
        self._data = data
        self._organs = organs
        self._symbols = symbols
        self._language = language
        self.code: str = data["code"]
        self.iso3: str = data["iso3"]
        self.name: str = data["name"]
        self.english_name: str = data["english_name"]
        self.direction: Literal["ltr", "rtl"] = data.get("direction", "ltr")
        self.emphasis: Emphasis = data.get("emphasis", "italic")
        self.job_letter: str = data.get("job_letter", "")
        self.spaced: bool = data.get("spaced", True)
        self.organization: str = data["organization"]
        self.words: Mapping[str, str] = data.get("words", {})
        self.script: str = data.get("script", "latin")
        self.stop_words: frozenset[str] = frozenset(data.get("stop_words", "").split())
        self.references: Mapping[str, Any] = data.get("references", {})

    # --- the parts ----------------------------------------------------------------------------------------

    @functools.cached_property
    def _dates(self) -> DateForms:
        return DateForms(self._data["dates"], spaced=self.spaced)

    @functools.cached_property
    def _masthead(self) -> Language:
        """The language of the masthead's right column: English in Russian, Arabic and Chinese issues."""
        code = self._data.get("masthead_language", self.code)
        return self if code == self.code else self._language(code)

    @functools.cache  # noqa: B019 — languages live as long as the process
    def numerals(self, table: str) -> Numerals | None:
        """A table of number words (`session`, `meeting`, `annex`, `section` …), or None without one."""
        rules = self._data.get("numbers", {}).get(table)
        return Numerals(rules) if rules else None

    @functools.cached_property
    def _labels(self) -> LabelForms:
        return LabelForms(self._data["labels"], self.numerals("section"))

    @functools.cached_property
    def _agenda(self) -> AgendaNumbers:
        return AgendaNumbers(self._data["agenda"], self._labels)

    @functools.cached_property
    def _lines(self) -> LineForms:
        council = next((organ.id for organ in self._organs.values() if organ.has_number_line), "")
        return LineForms(self._data, self.numerals, self._agenda, self.parse_date, self.find_dates, council)

    @functools.cached_property
    def localized(self) -> LocalizedForms:
        """This language's own spelling of the short forms of symbols."""
        return LocalizedForms(self._data.get("symbols", {}), self._symbols)

    @functools.cached_property
    def _origins(self) -> OriginForms:
        return OriginForms(self._data, self._symbols)

    @functools.cached_property
    def _votes(self) -> VoteForms:
        return VoteForms(self._data)

    @functools.cached_property
    def _headings(self) -> HeadingForms:
        return HeadingForms(self._data, self.numerals)

    @functools.cached_property
    def _openings(self) -> OpeningForms:
        return OpeningForms(self._data.get("openings", {}), spaced=self.spaced)

    # --- printing -----------------------------------------------------------------------------------------

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

    # --- recognising --------------------------------------------------------------------------------------

    def parse_session(self, text: str) -> SessionMatch | None:
        """The session that the whole line names, whatever the organ."""
        return self._lines.parse_session(text)

    def parse_date(self, text: str) -> datetime.date | None:
        """The date that the whole line is, in this language or in that of its masthead."""
        if len(text) > 80:
            return None
        found = self._dates.whole(fold(text))
        if found is None and self._masthead is not self:
            found = self._masthead.parse_date(text)
        return found

    def find_dates(self, text: str) -> list[tuple[int, int, datetime.date]]:
        """The dates in running text: start, end, date. A range without its first year gives both dates."""
        return list(self._dates.find(text))

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


def _fill(form: str, names: Mapping[str, Any], fields: Mapping[str, object]) -> str:
    """A printed form with the organ's words and the other fields in their places."""

    def fill(match: re.Match[str]) -> str:
        name = match[1]
        if name.startswith("organ."):
            case = name.removeprefix("organ.")
            return str(names.get(case, names.get(case.removesuffix("_plural"), names.get("name", ""))))
        return str(fields[name])

    return re.sub(r"\{([\w.]+)\}", fill, form)


def _squeeze(text: str) -> str:
    return re.sub(r"[\W_]+", "", fold_word(text))

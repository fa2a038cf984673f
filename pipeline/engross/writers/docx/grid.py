"""Word's grid: the measures of a style in Word's units, ready for the templates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from engross.model.failure import ExitCode, Failure
from engross.model.presentation import Heading, HeadingForm, Presentation
from engross.model.style import Measures, Style, load_style, load_table

_FAR_REACHING = 1.3  # line height by type size for Arabic and Chinese, which a lower line would cut off
_LOW = 20  # twips: the lowest line
_REISSUE = 606  # twips: a reissue's rule and its note of one line


def twips(points: float) -> int:
    """Points in twips (1/20 point), rounded as Word does."""
    return round(points * 20)


def half_points(points: float) -> int:
    """Points in half-points, the unit of Word's type sizes."""
    return round(points * 2)


def eighths(points: float) -> int:
    """Points in eighths, the unit of Word's borders; 2 (a hairline) at least."""
    return max(2, round(points * 8))


@dataclass(frozen=True, slots=True)
class Grid:
    """What the templates print: `measures` of the page template and language in points, `word` of Word's own
    table for that template in twips, `tags` of the languages, `fonts`, and the `words` that only Word prints or reads
    out. `far_reaching` letters, Arabic and Chinese, want higher lines than Latin ones.
    """

    measures: Measures
    word: Mapping[str, Any]
    masthead: Mapping[str, Any]
    tags: Mapping[str, str]
    fonts: Mapping[str, Any]
    words: Mapping[str, str]
    emphasis: str
    far_reaching: bool
    scale: int
    spacing: int
    kerning: int

    def points(self, path: str) -> float:
        """The measure at `path` in points."""
        return self.measures.length(path)

    def twips(self, path: str) -> int:
        """The measure at `path` in twips."""
        return twips(self.measures.length(path))

    def half(self, path: str) -> int:
        """The type size at `path` in half-points."""
        return half_points(self.measures.length(path))

    def eighths(self, path: str) -> int:
        """The thickness of the rule at `path` in eighths of a point."""
        return eighths(self.measures.length(path))

    def annex(self, form: HeadingForm) -> Mapping[str, Any]:
        """The measures of a line of an annex's heading."""
        return self._formed(self.measures.find("headings.annex"), form)

    def heading(self, heading: Heading) -> Mapping[str, Any]:
        """The measures of a heading in the text."""
        levels: list[Mapping[str, Any]] = self.measures.find("headings.levels")
        return self._formed(levels[min(heading.level, len(levels)) - 1], heading.form)

    def _formed(self, usual: Mapping[str, Any], form: HeadingForm) -> Mapping[str, Any]:
        """The usual measures with what a form that is larger than the text lays over them."""
        return {**usual, **self.measures.find("headings.forms")[form]} if form else usual

    def blank(self, gap: float, pitch: float) -> float:
        """The space, in points, between lines of a pitch and text whose first baseline stands `gap` below them."""
        share = self.points("page.baseline-share")
        return gap - (1 - share) * pitch - share * self.points("body.pitch")

    def lower(self, pitch: float, than: float) -> float:
        """How much lower, in points, the first baseline of lines of a pitch stands below a blank than that of lines of
        another pitch.
        """
        return self.points("page.baseline-share") * (pitch - than)

    def indents(self, level: int, *, flush: bool = False) -> tuple[int, int]:
        """Where the lines of a paragraph of a list level turn, and how far its first line stands from there, in twips.

        Points of the first degree turn at the text's edge like the paragraphs above them; those of the second are a
        block of their own, and every degree below is one step further in (geometry 4). `flush` paragraphs, of an
        annex, begin at the edge.
        """
        indent, step = int(self.word["indent"]), int(self.word["step"])
        if level > 1:
            return indent + step * (level - 1), 0
        return indent, 0 if flush and not level else step

    @property
    def italic(self) -> bool:
        """Whether the language prints emphasis in italics, alone or with bold type."""
        return "italic" in self.emphasis

    @property
    def bold(self) -> bool:
        """Whether the language prints emphasis in bold type, alone or with italics."""
        return "bold" in self.emphasis

    @property
    def top(self) -> int:
        """The top margin, in twips: where the first line of the other pages begins."""
        return twips(
            self.points("body.first-baseline") - self.points("page.baseline-share") * self.points("body.pitch")
        )

    @property
    def codes_line(self) -> int:
        """The height of the line in which the codes of the first page are anchored, in twips: it stands below the job
        number and sets that on its baseline.
        """
        line = self.twips("masthead.distribution.pitch")
        below = self.points("page.height") - self.points("feet.first-job-number.baseline")
        share = 1 - self.points("page.baseline-share")
        return max(_LOW, twips(below) - int(self.word["footer"]) - round(share * line))

    def first_foot(self, job_number: str, reissue: object) -> int:
        """The height of the empty line, in twips, with which the foot of the first page lifts its text to where it ends
        there; 0 where the foot is high enough.
        """
        lines = self.codes_line + (self.twips("masthead.distribution.pitch") if job_number else 0)
        lines += _REISSUE if reissue else 0
        return max(0, int(self.word["first-bottom"]) - int(self.word["footer"]) - lines)

    @property
    def first_foot_indent(self) -> int:
        """How far the job number of the first page stands inside the margin, in twips."""
        return max(0, twips(self.points("feet.first-job-number.x") - self.points("page.margin-left")))

    def masthead_line(self, line: str) -> int:
        """The height of a line of the masthead, in twips.

        A line on the upper rule (`organization`, `symbol`) is so high that it sets itself on its baseline: space below
        the last paragraph of a cell counts twice in some programs. That of the `organ` is the style's own, but higher
        where letters reach far.
        """
        if line == "organ":
            size = self.points("masthead.organ.size")
            return twips(_FAR_REACHING * size if self.far_reaching else self.points("masthead.organ.pitch"))
        above = self.points("masthead.upper-rule.top") - self.points(f"masthead.{line}.baseline")
        return min(self.header_row, twips(above / (1 - self.points("page.baseline-share"))))

    @property
    def head_lift(self) -> int:
        """How far the last line of the running head stands above its rule, in twips: a margin of its cells."""
        above = self.points("heads.rule.top") - self.points("heads.baseline")
        share = 1 - self.points("page.baseline-share")
        return max(0, twips(above) - round(share * self.twips("heads.pitch")))

    @property
    def organ_before(self) -> int:
        """The space above the name of the organ, in twips, that sets it on its baseline below the upper rule."""
        return self._below_rule(self.points("masthead.organ.baseline"), self.masthead_line("organ"))

    @property
    def distribution_before(self) -> int:
        """The space above the first line of the distribution, in twips."""
        first = float(self.measures.find("masthead.distribution.baselines")[0])
        return self._below_rule(first, self.twips("masthead.distribution.pitch"))

    def _below_rule(self, baseline: float, line: int) -> int:
        rule = self.points("masthead.upper-rule.top") + self.points("masthead.upper-rule.thickness")
        return max(0, twips(baseline - rule) - round(self.points("page.baseline-share") * line))

    @property
    def header_row(self) -> int:
        """The height of the masthead's first row, in twips: from the head's distance to the upper rule."""
        return self.twips("masthead.upper-rule.top") - int(self.word["header"])

    @property
    def second_row(self) -> int:
        """The height of the masthead's second row, in twips: from the upper to the lower rule."""
        return self.twips("masthead.lower-rule.top") - self.twips("masthead.upper-rule.top")

    @property
    def head_row(self) -> int:
        """The height of the running head, in twips: from the head's distance to its rule."""
        return self.twips("heads.rule.top") - int(self.word["header"])

    def first_before(self, baseline: float, pitch: float) -> int:
        """The space before the document's first line, in twips, that sets it on this baseline below the masthead.

        Between them stands an empty paragraph that Word wants, as low as it can be.
        """
        masthead = self.points("masthead.lower-rule.top") + self.points("masthead.lower-rule.thickness")
        start = masthead + float(self.masthead["low-paragraph"])
        return max(0, twips(baseline - self.points("page.baseline-share") * pitch - start))

    def before(self, gap: float, pitch: float, previous_pitch: float) -> int:
        """The space before a line, in twips, that gives this gap from baseline to baseline.

        Word sets the baseline at 0.8 of a line that is "exactly" so high (geometry 0.2).
        """
        share = self.measures.length("page.baseline-share")
        return max(0, twips(gap - (1 - share) * previous_pitch - share * pitch))


def grid_for(style: Path, presentation: Presentation) -> Grid:
    """The grid of a presentation in a style folder. Raises Failure where the style lacks what Word needs."""
    values = load_style(style)
    own = load_table(style, "word/word.toml")
    language = presentation.language.split("-")[0].lower()
    try:
        edition = edition_of(values, presentation)
        page = _word_page(own, values, edition)
        tags = own["languages"].get(language, own["languages"]["default"])
        advance = values.values["fonts"]["advance"]
        measures = values.measures(edition, presentation.language)
        joined = _joined(values, language)
        wide = not joined and measures.find("text.face") == "wide"
        spaced = not joined and bool(measures.find("text.spaced"))
        return Grid(
            measures=measures,
            word=page,
            masthead=own["masthead"],
            tags=tags,
            fonts=own["fonts"],
            words=own["words"].get(language, own["words"]["default"]),
            emphasis=values.emphasis(presentation.language),
            far_reaching=joined,
            scale=int(advance["word-scale"]) if wide else 100,
            spacing=twips(float(advance["word-spacing"])) if spaced else 0,
            kerning=half_points(float(advance["word-kerning"])),
        )
    except KeyError as error:
        raise Failure(
            f"{style / 'word' / 'word.toml'} or style.toml has no {error}",
            hint="take the measure from the style that engross ships",
            exit_code=ExitCode.SETUP,
        ) from error


def edition_of(style: Style, presentation: Presentation) -> str:
    """The edition of its page template that a document is printed with, by its organ, symbol and date."""
    facts = presentation.facts
    return style.edition(presentation.template, presentation.organ, facts.symbol, facts.issued or facts.adopted)


def _word_page(own: Mapping[str, Any], style: Style, edition: str) -> Mapping[str, Any]:
    """Word's own table for an edition: that of the template that it extends, with what it changes laid over."""
    base = style.values[edition].get("extends")
    above = _word_page(own, style, base) if base and base in style.values else {}
    return {**above, **own.get(edition, {})}


def _joined(style: Style, language: str) -> bool:
    """Whether the letters of the language join or fill a square: nothing is set wider then."""
    return style.spacing(language) == 0

"""Word's grid: the measures of a style in Word's units, ready for the templates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from engross.model.failure import ExitCode, Failure
from engross.model.presentation import Presentation
from engross.model.style import Measures, Style, load_style, load_table


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
    out.
    """

    measures: Measures
    word: Mapping[str, Any]
    masthead: Mapping[str, Any]
    tags: Mapping[str, str]
    fonts: Mapping[str, Any]
    words: Mapping[str, str]
    emphasis: str
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

    def level(self, at: int) -> Mapping[str, Any]:
        """The measures of headings of level `at`, counted from 1."""
        levels: list[Mapping[str, Any]] = self.measures.find("headings.levels")
        return levels[min(at, len(levels)) - 1]

    @property
    def italic(self) -> bool:
        """Whether the language prints emphasis in italics, alone or with bold type."""
        return "italic" in self.emphasis

    @property
    def bold(self) -> bool:
        """Whether the language prints emphasis in bold type, alone or with italics."""
        return "bold" in self.emphasis

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

        Between them stand two empty paragraphs that Word wants, as low as they can be.
        """
        masthead = self.points("masthead.lower-rule.top") + self.points("masthead.lower-rule.thickness")
        start = masthead + 2 * float(self.masthead["low-paragraph"])
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
        page = own[presentation.template]
        tags = own["languages"].get(language, own["languages"]["default"])
        advance = values.values["fonts"]["advance"]
        joined = _joined(values, language)
        return Grid(
            measures=values.measures(presentation.template, presentation.language),
            word=page,
            masthead=own["masthead"],
            tags=tags,
            fonts=own["fonts"],
            words=own["words"].get(language, own["words"]["default"]),
            emphasis=values.emphasis(presentation.language),
            scale=100 if joined else int(advance["word-scale"]),
            spacing=0 if joined else twips(float(advance["word-spacing"])),
            kerning=half_points(float(advance["word-kerning"])),
        )
    except KeyError as error:
        raise Failure(
            f"{style / 'word' / 'word.toml'} or style.toml has no {error}",
            hint="take the measure from the style that engross ships",
            exit_code=ExitCode.SETUP,
        ) from error


def _joined(style: Style, language: str) -> bool:
    """Whether the letters of the language join or fill a square: nothing is set wider then."""
    return style.spacing(language) == 0

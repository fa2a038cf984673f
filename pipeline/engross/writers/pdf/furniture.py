"""Masthead, running heads and feet (geometry 2 and 7; official style 1.2 and 1.6)."""

from __future__ import annotations

import re
from typing import Any

from engross.writers.pdf.blocks import ARTIFACT, Block, Stroke, single
from engross.writers.pdf.faces import BOLD, REGULAR, Look
from engross.writers.pdf.lines import Measure, Run, Type
from engross.writers.pdf.ragged import set_ragged
from engross.writers.pdf.rows import Strand
from engross.writers.pdf.setter import Setter

_PRINTED = re.compile(r"(?<=\))\s+(?=\d{6}$)")
_APART = "\u00a0" * 4


def _spacing(setter: Setter, table: dict[str, Any], default: float = 0.0) -> float:
    return float(table.get("spacing", default)) if setter.spacing else 0.0


def set_cover(setter: Setter) -> list[Block]:
    """The masthead of the first page, in reading order."""
    cover, find = setter.presentation.cover, setter.measures.find
    table = find("masthead.organization")
    kind = Type(setter.plain, table["size"], _spacing(setter, table))
    blocks = single(
        cover.organization, kind, tag="P#organization", x=table["x"], baseline=table["baseline"],
        pitch=table["size"], width=300.0,
    )  # fmt: skip
    blocks += _symbol(setter)
    table = find("masthead.organ")
    kind = Type(setter.plain, table["size"], _spacing(setter, table))
    blocks += single(
        cover.issuing_body, kind, tag="P#organ", x=table["x"], baseline=table["baseline"],
        pitch=table["pitch"], width=setter.measures.length("masthead.organ-right") - table["x"], look=BOLD,
    )  # fmt: skip
    return blocks + _distribution(setter)


def _symbol(setter: Setter) -> list[Block]:
    """The symbol: a large initial and the rest, which end at the margin."""
    cover, table = setter.presentation.cover, setter.measures.find("masthead.symbol")
    initial = Type(setter.plain, table["initial-size"], 0.0)
    rest = Type(setter.wide, table["size"], setter.spacing)
    mirrored = setter.presentation.direction == "rtl"
    mark = "*" if setter.presentation.reissue and not cover.symbol_rest.endswith("*") else ""
    first, second = (initial, cover.symbol_initial, "plain"), (rest, cover.symbol_rest + mark, "wide")
    beside = second if not mirrored else first
    shift = beside[0].width(beside[1], REGULAR)
    blocks: list[Block] = []
    for part, edge in ((first, 0.0 if mirrored else shift), (second, shift if mirrored else 0.0)):
        blocks += single(
            part[1], part[0], tag="P#symbol", x=table["right"] - edge, baseline=table["baseline"],
            pitch=part[0].size, width=300.0, css=part[2], end=True,
        )  # fmt: skip
    return blocks


def _distribution(setter: Setter) -> list[Block]:
    """Distribution, date of issue, original language; an empty line is a blank line."""
    table = setter.measures.find("masthead.distribution")
    kind = Type(setter.wide, table["size"], setter.spacing)
    room = setter.measures.length("page.width") - setter.measures.length("page.margin-right") - table["x"]
    blocks: list[Block] = []
    baselines = [float(place) for place in table["baselines"]]
    place = 0
    for number, text in enumerate(setter.presentation.cover.distribution):
        while place >= len(baselines):
            baselines.append(baselines[-1] + table["pitch"])
        found = single(
            text, kind, tag=f"P#distribution-{number}", x=table["x"], baseline=baselines[place],
            pitch=table["pitch"], width=room, css="wide",
        )  # fmt: skip
        blocks += found
        place += len(found[0].lines) if found else 1
    return blocks


def set_head(setter: Setter, *, even: bool) -> tuple[list[Block], Stroke]:
    """The running head of a continuation page: symbol and title, changing sides, the title upward."""
    presentation, measures = setter.presentation, setter.measures
    kind = Type(setter.plain, measures.length("heads.size"))
    baseline, pitch = measures.length("heads.baseline"), measures.length("heads.pitch")
    column = measures.length("heads.title-column")
    symbol_x = measures.length("heads.symbol-left" if even else "heads.symbol-right")
    blocks = single(
        presentation.running_symbol, kind, tag=ARTIFACT, x=symbol_x, baseline=baseline, pitch=pitch,
        width=column, look=BOLD, end=not even,
    )  # fmt: skip
    title = [[Run(presentation.running_title, BOLD)]] if presentation.running_title else []
    lines = set_ragged(title, kind, Measure(column, justified=False))
    if lines:
        title_x = measures.length("heads.title-right" if even else "heads.title-left")
        strand = Strand(ARTIFACT, "plain", title_x, column, kind.size, pitch, end=even)
        blocks.append(Block(strand, baseline - pitch * (len(lines) - 1), tuple(lines)))
    rule = measures.find("heads.rule")
    return blocks, Stroke(rule["left"], rule["top"], rule["right"] - rule["left"], rule["thickness"])


def set_foot(setter: Setter, number: int, total: int) -> list[Block]:
    """Page number at the outer edge, job number at the inner."""
    even = number % 2 == 0
    table = setter.measures.find("feet.page-number")
    text = f"{number}/{total}" if table["total"] else str(number)
    blocks = single(
        text, Type(setter.plain, table["size"]), tag=ARTIFACT, x=table["left" if even else "right"],
        baseline=table["baseline"], pitch=table["size"], width=120.0, look=BOLD, end=not even,
    )  # fmt: skip
    table = setter.measures.find("feet.job-number")
    if not table["shown"]:
        return blocks
    kind = Type(setter.wide, table["size"])
    return blocks + single(
        setter.presentation.job_number.partition("(")[0], kind, tag=ARTIFACT, x=table["right" if even else "left"],
        baseline=table["baseline"], pitch=table["size"], width=120.0, css="wide", end=even,
    )  # fmt: skip


def set_first_foot(setter: Setter) -> list[Block]:
    """The job number of the first page, with the language's letter; nothing where there is none."""
    if not setter.presentation.job_number:
        return []
    table = setter.measures.find("feet.first-job-number")
    kind = Type(setter.wide, table["size"], setter.spacing)
    return single(
        first_job_line(setter), kind, tag="P#job-number", x=table["x"], baseline=table["baseline"],
        pitch=table["size"], width=300.0, css="wide", look=Look(),
    )  # fmt: skip


def first_job_line(setter: Setter) -> str:
    """`25-20103 (E)`: the job number and the letter of the document's language, added where it lacks; the date of
    printing, where the number has it, stands apart: `25-14304 (E)    100925`.
    """
    number = _PRINTED.sub(_APART, setter.presentation.job_number)
    letters: dict[str, str] = setter.measures.find("feet.language-letters")
    letter = letters.get(setter.presentation.language.split("-")[0], "")
    return number if "(" in number or not letter else f"{number} ({letter})"

"""Tables of figures: real tables with header rows that are repeated."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from engross.model.presentation import TableBlock, TableCell, plain
from engross.writers.docx.grid import Grid, eighths, twips
from engross.writers.docx.inline import Inliner
from engross.writers.docx.pieces import Cell, Paragraph, Row, Table


def set_table(block: TableBlock, grid: Grid, inliner: Inliner) -> Table:
    """A table across the text measure, ruled as official tables are: above, under its header, and below."""
    columns = max((_end(row) for row in _laid(block)), default=1)
    left = twips(grid.points("tables.left") - grid.points("page.margin-left"))
    total = twips(grid.points("tables.right") - grid.points("tables.left"))
    widths = _widths(block.widths, columns, total)
    rows = []
    laid = _laid(block)
    for number, row in enumerate(laid):
        header = number < block.header_rows
        total = not header and _is_total(row)
        top = eighths(grid.points("tables.top-rule")) if number == 0 else 0
        if total and number:
            top = eighths(grid.points("tables.total-rule"))
        bottom = 0
        if number + 1 == block.header_rows:
            bottom = eighths(grid.points("tables.header-rule"))
        if number + 1 == len(laid):
            bottom = eighths(grid.points("tables.bottom-rule"))
        cells = []
        for at, cell, merge in row:
            span = min(cell.columns, columns - at)
            width = sum(widths[at : at + span])
            paragraphs = _paragraphs(cell, inliner, header) if merge != "continue" else (Paragraph("Small", ()),)
            last = number + (cell.rows - 1 if merge == "restart" else 0)
            beside = last + 1 < len(laid) and last >= block.header_rows and _is_total(laid[last + 1])
            above = _above(grid, number, block.header_rows, total=total)
            below = _below(grid, last, block.header_rows, total=total or beside)
            paragraphs = _spaced(paragraphs, above, below)
            if total and not at:
                paragraphs = tuple(replace(one, left=twips(grid.points("tables.total-indent"))) for one in paragraphs)
            cells.append(Cell(paragraphs, span, width, merge, top, bottom))  # type: ignore[arg-type]
        rows.append(Row(tuple(cells), header))
    description = " ".join(plain(block.caption).split())
    return Table(tuple(rows), widths, left, description)


def _paragraphs(cell: TableCell, inliner: Inliner, header: bool) -> tuple[Paragraph, ...]:
    style = "TableHead" if header else "TableFigure" if cell.figure else "TableText"
    if header and not cell.figure:
        style = "TableHeadText"
    if cell.bold:
        style = {"TableFigure": "TableTotal", "TableText": "TableTotalText"}.get(style, style)
    found = tuple(Paragraph(style, inliner.pieces(content)) for content in cell.paragraphs)
    return found or (Paragraph(style, ()),)


def _is_total(row: Sequence[tuple[int, TableCell, str]]) -> bool:
    return all(cell.bold for _, cell, _ in row)


def _around(grid: Grid, *, total: bool) -> float:
    """The space above and below the text of a row, in points; totals stand further from their neighbours."""
    return (grid.points("tables.total-row" if total else "tables.row") - grid.points("tables.pitch")) / 2


def _above(grid: Grid, number: int, header_rows: int, *, total: bool) -> int | None:
    """The space above the text of a row, in twips, where it is another than its style's."""
    if number < header_rows:
        return None
    first = grid.points("tables.first-row") - grid.points("page.baseline-share") * grid.points("tables.pitch")
    return twips(first if header_rows and number == header_rows else _around(grid, total=total))


def _below(grid: Grid, number: int, header_rows: int, *, total: bool) -> int | None:
    """The space below the text of a row, in twips, where it is another than its style's; `total` where it is a total
    or stands above one.
    """
    if number >= header_rows:
        return twips(_around(grid, total=total))
    if number + 1 < header_rows:
        return None
    share = 1 - grid.points("page.baseline-share")
    return max(0, twips(grid.points("tables.header-below") - share * grid.points("tables.header.pitch")))


def _spaced(paragraphs: tuple[Paragraph, ...], above: int | None, below: int | None) -> tuple[Paragraph, ...]:
    """The paragraphs of a cell with the row's space above the first and below the last."""
    if above is not None:
        paragraphs = (replace(paragraphs[0], before=above), *paragraphs[1:])
    if below is not None:
        paragraphs = (*paragraphs[:-1], replace(paragraphs[-1], after=below))
    return paragraphs


def _laid(block: TableBlock) -> list[list[tuple[int, TableCell, str]]]:
    """The cells of each row with their first column; a cell that goes on downwards stands in every row it covers."""
    rows: list[list[tuple[int, TableCell, str]]] = []
    going: dict[int, tuple[int, TableCell]] = {}  # first column → rows still to cover, cell
    for row in block.rows:
        laid: list[tuple[int, TableCell, str]] = []
        waiting = list(row)
        column = 0
        while waiting or any(at >= column for at in going):
            if column in going:
                left, cell = going[column]
                laid.append((column, cell, "continue"))
                if left > 1:
                    going[column] = (left - 1, cell)
                else:
                    del going[column]
                column += cell.columns
            elif waiting:
                cell = waiting.pop(0)
                laid.append((column, cell, "restart" if cell.rows > 1 else ""))
                if cell.rows > 1:
                    going[column] = (cell.rows - 1, cell)
                column += cell.columns
            else:
                nearest = min(at for at in going if at >= column)
                laid.append((column, TableCell((), columns=nearest - column), ""))
                column = nearest
        rows.append(laid)
    return rows


def _end(row: Sequence[tuple[int, TableCell, str]]) -> int:
    return max((at + cell.columns for at, cell, _ in row), default=1)


def _widths(shares: Sequence[float], columns: int, total: int) -> tuple[int, ...]:
    """Widths in twips that add up to `total`: the shares given, else a wide first column and equal others."""
    if len(shares) != columns or min(shares, default=0) <= 0:
        shares = [2.0 if columns > 2 else 1.0, *([1.0] * (columns - 1))]
    scale = total / sum(shares)
    edges = [round(sum(shares[:at]) * scale) for at in range(columns + 1)]
    return tuple(max(1, after - before) for before, after in pairwise(edges))

"""The report as a page: a row for each source with a picture of its first page, sizes, times and findings."""

from __future__ import annotations

import base64
import html
import os
from contextlib import suppress
from io import BytesIO
from pathlib import Path

from engross.batch.report import File, Outcome, Report

MOST_PICTURES = 500
"""A page with more pictures than this would be slow to open; the sources after them have none."""
_WIDTH = 120
_STYLE = """
body { font: 15px/1.45 system-ui, sans-serif; margin: 2rem auto; max-width: 72rem; padding: 0 1rem; color: #222 }
table { border-collapse: collapse; width: 100% } th { text-align: left }
th, td { border-bottom: 1px solid #ccc; padding: .5rem; vertical-align: top } td.number { text-align: right }
img { border: 1px solid #bbb; display: block } ul { margin: 0; padding-left: 1.1rem }
.failed { background: #fbeaea } .error { color: #a00000 } .warning { color: #7a4b00 } .note { color: #555 }
@media (prefers-color-scheme: dark) { body { background: #181818; color: #ddd } .failed { background: #401818 }
 .error { color: #ff9c9c } .warning { color: #ffcf85 } .note { color: #aaa } a { color: #9cc7ff } }
"""


def compose(report: Report) -> str:
    """One HTML page that needs no other file but the outputs that it links to."""
    budget = [MOST_PICTURES]
    rows = "".join(_row(outcome, budget) for outcome in report.outcomes)
    done = sum(not outcome.refusals for outcome in report.outcomes)
    size = sum(file.size for outcome in report.outcomes for file in outcome.files)
    summary = (
        f"{done} of {len(report.outcomes) + report.left} sources, {len(report.outputs)} files, {_bytes(size)}, "
        f"{len(report.diagnostics)} findings, {report.seconds:.1f} s"
    )
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>engross: report</title>'
        f'<meta name="viewport" content="width=device-width"><style>{_STYLE}</style></head><body><h1>Report</h1>'
        f"<p>{summary}</p><table><thead><tr><th scope=col>First page<th scope=col>Source<th scope=col>Outputs"
        f"<th scope=col>Seconds<th scope=col>Findings</tr></thead><tbody>{rows}</tbody></table></body></html>\n"
    )


def _row(outcome: Outcome, budget: list[int]) -> str:
    findings = "".join(f'<li class="error">{_safe(str(refusal))}</li>' for refusal in outcome.refusals)
    for found in outcome.diagnostics:
        level = found.severity.name.lower()
        place = f" <small>{_safe(str(found.span))}</small>" if found.span else ""
        findings += f'<li class="{level}"><b>{_safe(found.code)}</b> {_safe(found.message)}{place}</li>'
    outputs = "<br>".join(
        f'<a href="{_safe(Path(os.path.realpath(file.path)).as_uri())}">{file.form}</a> {_bytes(file.size)}'
        for file in outcome.files
    )
    name = f"<b>{_safe(outcome.symbol)}</b> {_safe(outcome.language)}<br>" if outcome.symbol else ""
    return (
        f'<tr class="{outcome.state}"><td>{_picture(outcome.files, budget)}<td>{name}{_safe(outcome.title)}<br>'
        f'<small>{_safe(outcome.source)}</small><td>{outputs}<td class="number">'
        f"{'unchanged' if outcome.unchanged else f'{outcome.seconds:.2f}'}<td><ul>{findings}</ul></tr>\n"
    )


def _picture(files: tuple[File, ...], budget: list[int]) -> str:
    """The first page of the PDF as a picture inside the page; nothing where there is no PDF."""
    path = next((file.path for file in files if file.form == "pdf"), None)
    if path is None or budget[0] <= 0:
        return ""
    budget[0] -= 1
    import pypdfium2

    with suppress(OSError, pypdfium2.PdfiumError):
        document = pypdfium2.PdfDocument(Path(path).read_bytes())
        try:
            page = document[0]
            bitmap = page.render(scale=_WIDTH / page.get_width()).to_pil()
        finally:
            document.close()
        data = BytesIO()
        bitmap.convert("P", colors=16).save(data, "PNG", optimize=True)
        picture = base64.b64encode(data.getvalue()).decode()
        return f'<img alt="" width="{bitmap.width}" height="{bitmap.height}" src="data:image/png;base64,{picture}">'
    return ""


def _bytes(size: int) -> str:
    return f"{size / 1e6:.1f} MB" if size >= 1e6 else f"{size / 1e3:.0f} kB"


def _safe(text: str) -> str:
    return html.escape(text.encode("utf-8", "backslashreplace").decode())

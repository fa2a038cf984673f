"""Word files made by hand, part by part, for the tests of their reader."""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import quoteattr

from engross.model.flow import Flow
from engross.readers.docx import read

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SPACES = (
    f'xmlns:w="{W}" xmlns:r="{_OFFICE}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
_ROOTS = {
    "styles": "styles",
    "numbering": "numbering",
    "footnotes": "footnotes",
    "endnotes": "endnotes",
    "settings": "settings",
    "comments": "comments",
    "header1": "hdr",
    "header2": "hdr",
    "footer1": "ftr",
}
_KINDS = {"header1": "header", "header2": "header", "footer1": "footer"}


def make_word(
    body: str = "", *, links: dict[str, str] | None = None, extra: dict[str, bytes] | None = None, **parts: str
) -> bytes:
    """A Word file with this body. `parts` are the contents of other parts (`styles="<w:style …/>"`), `links` are
    addresses by relationship id, `extra` are whole parts that take the place of made ones.
    """
    relations = []
    files: dict[str, bytes] = {}
    for name, content in parts.items():
        root = _ROOTS[name]
        kind = _KINDS.get(name, name)
        relations.append((f"rId_{name}", f"{_OFFICE}/{kind}", f"{name}.xml", False))
        files[f"word/{name}.xml"] = f"<w:{root} {_SPACES}>{content}</w:{root}>".encode()
    for relation, address in (links or {}).items():
        relations.append((relation, f"{_OFFICE}/hyperlink", address, True))
    files["word/document.xml"] = f"<w:document {_SPACES}><w:body>{body}</w:body></w:document>".encode()
    files["word/_rels/document.xml.rels"] = _relations(relations)
    files["_rels/.rels"] = _relations([("rId1", f"{_OFFICE}/officeDocument", "word/document.xml", False)])
    files["[Content_Types].xml"] = b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
    files.update(extra or {})
    return packed(files)


def packed(files: dict[str, bytes]) -> bytes:
    """A zip archive of these files."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return data.getvalue()


def paragraph(*runs: str, properties: str = "") -> str:
    """A paragraph of runs, given as mark-up."""
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{''.join(runs)}</w:p>"


def run(text: str = "", properties: str = "", content: str = "") -> str:
    """A run of text, or of other content given as mark-up."""
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    words = f'<w:t xml:space="preserve">{text}</w:t>' if text else ""
    return f"<w:r>{look}{words}{content}</w:r>"


def numbered(text: str, list_id: int = 1, level: int = 0) -> str:
    """A paragraph in a list."""
    place = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'
    return paragraph(run(text), properties=place)


def levels(*entries: tuple[str, str], more: str = "") -> str:
    """A list definition with number formats and texts of its levels, and list 1 that uses it."""
    made = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{name}"/>'
        f"<w:lvlText w:val={quoteattr(text)}/></w:lvl>"
        for at, (name, text) in enumerate(entries)
    )
    return (
        f'<w:abstractNum w:abstractNumId="0">{made}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>{more}'
    )


def flow(*blocks: str, **parts: str) -> Flow:
    """What the reader makes of a Word file with this body and these parts."""
    return read(make_word("".join(blocks), **parts), "draft.docx")  # type: ignore[arg-type]


def texts(found: Flow) -> list[str]:
    return [line.text for line in found.lines]


def labels(found: Flow) -> list[str]:
    return [line.label for line in found.lines]


def row(*cells: str, properties: str = "") -> str:
    """A row of a table."""
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{''.join(cells)}</w:tr>"


def cell(text: str, properties: str = "") -> str:
    """A cell of one paragraph."""
    return f"<w:tc>{f'<w:tcPr>{properties}</w:tcPr>' if properties else ''}{paragraph(run(text))}</w:tc>"


def style(name: str, id_: str = "", based: str = "", properties: str = "") -> str:
    """A paragraph style; its id is its name where none is given."""
    above = f'<w:basedOn w:val="{based}"/>' if based else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{id_ or name}"><w:name w:val="{name}"/>{above}'
        f"<w:pPr>{properties}</w:pPr></w:style>"
    )


def styled(text: str, name: str, properties: str = "") -> str:
    """A paragraph in a style."""
    return paragraph(run(text), properties=f'<w:pStyle w:val="{name}"/>{properties}')


def _relations(entries: list[tuple[str, str, str, bool]]) -> bytes:
    made = "".join(
        f'<Relationship Id="{name}" Type="{kind}" Target={quoteattr(target)}'
        f"{' TargetMode=' + quoteattr('External') if outside else ''}/>"
        for name, kind, target, outside in entries
    )
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{made}</Relationships>'.encode()

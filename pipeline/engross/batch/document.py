"""A document: the Akoma Ntoso of one source, with what was found on the way, and how to write it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from engross.batch.outputs import compose, forms
from engross.batch.source import check, load, refuse_binary
from engross.batch.whole import write_whole
from engross.model.details import Details
from engross.model.diagnostic import Diagnostic
from engross.model.furniture import Furniture
from engross.model.setting import OFFICIAL, Setting

if TYPE_CHECKING:
    from lxml import etree

    from engross.model.flow import Changes, Flow
    from engross.model.presentation import Presentation


@dataclass(frozen=True, slots=True, eq=False)
class Document:
    """A resolution as Akoma Ntoso, with what its source gave beside it.

    `akn` is an ordinary lxml tree and may be edited; everything else is made from it when asked for.
    `furniture` is what belongs to the page of the source and not to its text. `flow` is what the reader saw,
    None for a source that was Akoma Ntoso already. `source` is the path as given.
    """

    akn: etree._Element
    source: str
    diagnostics: tuple[Diagnostic, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    flow: Flow | None = field(default=None, repr=False)

    @property
    def symbol(self) -> str:
        """The document symbol (`A/RES/60/212`), empty where it is unknown."""
        return self.present().facts.symbol

    @property
    def language(self) -> str:
        """The language as a BCP 47 tag (`fr`)."""
        return self.present().language

    @property
    def title(self) -> str:
        """The title of the resolution, empty where it has none."""
        return self.present().facts.title

    def to_xml(self) -> bytes:
        """The Akoma Ntoso as UTF-8, one block a line. The tree is not changed."""
        import copy

        from lxml import etree

        from engross.akn.serialise import to_bytes

        tree = copy.deepcopy(self.akn)
        etree.cleanup_namespaces(tree)  # a prefix that nothing uses is no difference between two documents
        return to_bytes(tree)

    def present(self) -> Presentation:
        """The document with everything resolved that is printed."""
        from engross.present import present

        return cast("Presentation", cast(Any, present)(self.akn))

    def to_bytes(self, name: str, setting: Setting = OFFICIAL) -> bytes:
        """The document in the form `name`: pdf, docx, html, akn, md, txt or json."""
        return compose(forms([name])[0], self.present(), self.to_xml(), setting)

    def write_pdf(self, path: str | Path) -> None:
        """Writes PDF to `path`, whole or not at all. Raises Failure where that cannot be."""
        write_whole(path, self.to_bytes("pdf"))

    def write_docx(self, path: str | Path) -> None:
        """Writes a Word document to `path`, whole or not at all. Raises Failure where that cannot be."""
        write_whole(path, self.to_bytes("docx"))

    def write_html(self, path: str | Path) -> None:
        """Writes one HTML page to `path`, whole or not at all. Raises Failure where that cannot be."""
        write_whole(path, self.to_bytes("html"))

    def write_akn(self, path: str | Path) -> None:
        """Writes Akoma Ntoso to `path`, whole or not at all. Raises Failure where that cannot be."""
        write_whole(path, self.to_xml())


def read(
    path: str | Path,
    *,
    details: Details | None = None,
    format: str | None = None,  # noqa: A002 — the option's name
    changes: Changes = "accept",
    defaults: Details | None = None,
) -> Document:
    """The document that the file `path` holds.

    `details` win over its sidecar, that over front matter, and that over `defaults`. `changes` says what becomes of
    changes that the source tracks (Word).

    Raises Failure where the source is missing, or nothing can be made of it.
    """
    from engross.readers.sidecar import sidecar

    source = str(path)
    data = load(source)
    beside, findings = sidecar(Path(source))
    given = (details or Details()).over(beside)
    return read_bytes(data, source, details=given, format=format, findings=findings, changes=changes, defaults=defaults)


def read_bytes(
    data: bytes,
    source: str,
    *,
    details: Details | None = None,
    format: str | None = None,  # noqa: A002 — the option's name
    findings: tuple[Diagnostic, ...] = (),
    changes: Changes = "accept",
    defaults: Details | None = None,
) -> Document:
    """The document in `data`; `source` is the name under which its places are reported.

    `findings` were made before and stand first among the document's. The check that nothing of the source was
    lost is part of it. Raises Failure where nothing can be made of the bytes.
    """
    from engross import readers

    name = format or readers.detect(check(data, source), source)
    if name == "akn":
        from engross.readers import akn

        tree, found = cast(Any, akn).read(data, source)
        return Document(tree, source, findings + tuple(found))
    if name in ("text", "markdown"):
        refuse_binary(data, source)
        given, found = _front_matter(data, source)
        details, findings = (details or Details()).over(given), findings + found
    if defaults is not None:
        details = (details or Details()).over(defaults)
    flow = readers.read(data, source, name, changes)
    return _recognise(flow, details or Details(), findings)


def _recognise(flow: Flow, details: Details, findings: tuple[Diagnostic, ...]) -> Document:
    from engross.check.ledger import ledger, losses
    from engross.lexicon import lexicon
    from engross.recognise import recognise

    recognised = recognise(flow, details, lexicon())
    # What was given beside the source may stand in the tree in words that no reader saw.
    keep_ledger = ledger if details == Details() else losses
    accounts = keep_ledger(flow, recognised.akn, recognised.furniture)
    found = tuple(dict.fromkeys((*findings, *flow.diagnostics, *recognised.diagnostics, *accounts)))
    return Document(recognised.akn, flow.source, found, recognised.furniture, flow)


def _front_matter(data: bytes, source: str) -> tuple[Details, tuple[Diagnostic, ...]]:
    if not data[:6].lstrip(b"\xef\xbb\xbf").startswith(b"---"):
        return Details(), ()
    from engross.readers.encoding import decode
    from engross.readers.front_matter import split

    details, _, _, findings = split(decode(data, source)[0], source)
    return details, findings

"""Akoma Ntoso as a source: files of this project, and the files that the United Nations publishes, as they are.

Akoma Ntoso is a tree already and has no Flow. What is read is brought to the one form that `docs/akoma-ntoso.md`
describes; defects of the published files (malformed mark-up, alternating preambles, numbers typed into the text,
brackets around Arabic note marks and others) are repaired and reported. The text, its order and its blocks stay
those of the file.
"""

from __future__ import annotations

from typing import NamedTuple

from lxml import etree

from engross.akn.schema import validate
from engross.model.diagnostic import Diagnostic, diagnose
from engross.model.span import Span
from engross.readers.akn.document import build
from engross.readers.akn.opening import open_document
from engross.readers.akn.repairs import Repairs

__all__ = ["AknSource", "read"]


class AknSource(NamedTuple):
    """What was read: the root of a valid tree in this project's form, and what was found on the way."""

    tree: etree._Element
    diagnostics: tuple[Diagnostic, ...]


def read(data: bytes, source: str) -> AknSource:
    """The Akoma Ntoso in `data`; `source` is its path as given.

    The tree is valid against the schema. Raises Failure for what is no Akoma Ntoso, for a document type
    declaration, and for mark-up of which nothing can be made.
    """
    repairs = Repairs(source)
    root = open_document(data, source, repairs)
    tree = build(root, repairs)
    if problems := validate(tree, source):
        repairs.forget()
        plainer = build(root, repairs, plain=True)
        message = f"The file's structure cannot be kept valid: {problems[0].message}"
        repairs.found.append(diagnose("akn-plain", message, Span(source)))
        tree = plainer
        repairs.found += validate(tree, source)
    return AknSource(tree, repairs.diagnostics())

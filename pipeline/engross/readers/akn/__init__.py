"""Akoma Ntoso as a source: files of this project, and the files that the United Nations publishes, as they are.

Akoma Ntoso is a tree already and has no Flow. What is read is brought to the one form that `docs/akoma-ntoso.md`
describes; defects of the published files (malformed mark-up, alternating preambles, points coded in three ways and
others) are repaired and reported. The text, its order and its blocks stay those of the file: a number typed into
the text stays there, marked as a number, and so do the brackets around Arabic note marks.
"""

from __future__ import annotations

from typing import NamedTuple

from lxml import etree

from engross.akn.schema import validate
from engross.model.diagnostic import Diagnostic, diagnose
from engross.model.span import Span
from engross.readers.akn.document import Keep, build
from engross.readers.akn.opening import open_document
from engross.readers.akn.repairs import Repairs

__all__ = ["AknSource", "read"]


_FALLBACKS = (
    (Keep.STRUCTURE, "The file's further metadata cannot be kept valid"),
    (Keep.TEXT, "The file's structure cannot be kept valid"),
)


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
    problems = validate(tree, source)
    for keep, message in _FALLBACKS:
        if not problems:
            break
        repairs.forget()
        repairs.found.append(diagnose("akn-plain", f"{message}: {problems[0].message}", Span(source)))
        tree = build(root, repairs, keep)
        problems = validate(tree, source)
    repairs.found += problems
    return AknSource(tree, repairs.diagnostics())

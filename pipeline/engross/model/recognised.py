"""What recognition gives: the Akoma Ntoso tree, the findings, and what belongs to the page and not to the text."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from engross.model.diagnostic import Diagnostic
from engross.model.furniture import Furniture


@dataclass(frozen=True, slots=True)
class Recognised:
    """`akn` is the root element (`akomaNtoso`), valid against the schema; `diagnostics` are all findings so far,
    the reader's included; `furniture` is everything that a reader saw and the tree does not hold.
    """

    akn: etree._Element
    diagnostics: tuple[Diagnostic, ...]
    furniture: tuple[Furniture, ...]

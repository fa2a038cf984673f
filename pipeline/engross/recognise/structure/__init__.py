"""Structure: from whole paragraphs to the Akoma Ntoso tree."""

from engross.recognise.structure.document import build

__all__ = ["build"]

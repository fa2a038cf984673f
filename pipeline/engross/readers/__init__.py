"""From bytes to a Flow: one module per format."""

from __future__ import annotations

from importlib import import_module
from typing import cast

from engross.model.failure import ExitCode, Failure
from engross.model.flow import Changes, Flow
from engross.model.span import Span
from engross.readers.detect import FORMATS, detect

__all__ = ["FORMATS", "detect", "read"]

_FLOWS = tuple(name for name in FORMATS if name != "akn")


def read(
    data: bytes,
    source: str,
    format: str | None = None,  # noqa: A002 — the option's name
    changes: Changes = "accept",
) -> Flow:
    """The Flow of a source: `data` are its bytes, `source` its path as given.

    `format` is one of text, markdown, html, docx and pdf; unless given, it is detected. Only the reader that
    is needed gets imported. `changes` says what becomes of tracked changes, which only Word files have.
    Raises Failure where the source cannot be read at all, and for Akoma Ntoso, which is a tree already and has no Flow.
    """
    name = format or detect(data, source)
    if name not in _FLOWS:
        raise Failure(
            f"{name} is not read to a Flow" if name in FORMATS else f"No reader is called {name}",
            place=Span(source),
            hint=f"formats are {', '.join(FORMATS)}",
            exit_code=ExitCode.INPUT if name in FORMATS else ExitCode.USAGE,
        )
    if name == "docx":
        from engross.readers import docx

        return docx.read(data, source, changes)
    return cast(Flow, import_module(f"engross.readers.{name}").read(data, source))

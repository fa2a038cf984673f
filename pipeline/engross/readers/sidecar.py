"""The sidecar: a file `NAME.toml` beside the source `NAME.txt`, with facts that the source lacks."""

from __future__ import annotations

import tomllib
from pathlib import Path

from engross.model.details import Details
from engross.model.diagnostic import Diagnostic, diagnose
from engross.model.span import Span
from engross.readers.front_matter import details_of

_MOST = 1024 * 1024  # bytes: a sidecar is a page at most


def sidecar_of(source: Path) -> Path:
    """Where the sidecar of `source` would stand: the same folder and name, with the suffix `.toml`."""
    return source.with_suffix(".toml")


def sidecar(source: Path) -> tuple[Details, tuple[Diagnostic, ...]]:
    """The details beside `source`, and findings; no details where there is no sidecar.

    They win over front matter: `sidecar(path)[0].over(front_matter)`. A file that is no TOML, a key that is no
    detail and a value of the wrong type are findings that name the file, the key and what is expected.
    """
    path = sidecar_of(source)
    if path == source:
        return Details(), ()
    try:
        if not path.is_file():
            return Details(), ()
        data = path.read_bytes()
    except OSError as error:
        return Details(), (_unreadable(path, error.strerror or "it cannot be opened"),)
    if len(data) > _MOST:
        return Details(), (_unreadable(path, "it is larger than a megabyte"),)
    try:
        values = tomllib.loads(data.decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        return Details(), (_unreadable(path, f"it is no TOML: {error}"),)
    return details_of(values, str(path))


def _unreadable(path: Path, why: str) -> Diagnostic:
    return diagnose("detail-unreadable", f"{path.name} is passed over: {why}.", Span(str(path)))

"""What a machine lacks for every output to be made, and the command that installs it."""

from __future__ import annotations

import hashlib
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from engross.model.failure import Failure

_SYSTEM_PACKAGES = {
    "apt-get": "sudo apt-get install libpangoft2-1.0-0 libharfbuzz-subset0",
    "dnf": "sudo dnf install pango harfbuzz",
    "apk": "sudo apk add pango harfbuzz-subset",
    "pacman": "sudo pacman -S pango harfbuzz",
    "brew": "brew install pango",
}
_AGAIN = "install engross again, or set the checkout up again: ./run setup"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that documents need: whether it is there, what is to be known of it, and what installs it.

    What is not `needed` makes documents slower or poorer, not impossible.
    """

    name: str
    present: bool
    note: str = ""
    remedy: str = ""
    needed: bool = True

    def __str__(self) -> str:
        state = "ok" if self.present else "missing" if self.needed else "absent"
        text = f"{state:8}{self.name}"
        if self.note:
            text += f": {self.note}"
        return text if self.present or not self.remedy else f"{text} → {self.remedy}"


def examine() -> Iterator[Finding]:
    """What the machine has and lacks, in the order in which a document needs it. Nothing is changed."""
    yield _python()
    for module, use in (
        ("lxml", "Akoma Ntoso"), ("cobalt", "the schema"), ("markdown_it", "Markdown"), ("pypdfium2", "reading PDF"),
        ("jinja2", "templates"), ("docx", "Word"), ("fontTools", "fonts"),
    ):  # fmt: skip
        yield _module(module, use)
    yield _library("Pango", "pangoft2-1.0", "lays out the pages of a PDF")
    yield _library("HarfBuzz subset", "harfbuzz-subset", "cuts the fonts of a PDF down, up to eleven times faster")
    yield _attempt("pages", _page_engine)
    yield _attempt("schema of Akoma Ntoso 3.0", _schema)
    yield _attempt("templates", _templates)
    yield _attempt("fonts", _fonts)


def _python() -> Finding:
    version = ".".join(map(str, sys.version_info[:3]))
    return Finding("Python", sys.version_info >= (3, 11), version, "install Python 3.11 or later")


def _module(name: str, use: str) -> Finding:
    import importlib

    try:
        importlib.import_module(name)
    except Exception as error:
        return Finding(f"package {name}", False, f"{use}; {_first_line(error)}", _AGAIN)
    return Finding(f"package {name}", True, use)


def _library(title: str, name: str, use: str) -> Finding:
    import ctypes

    file = f"lib{name}.0.dylib" if sys.platform == "darwin" else f"lib{name}.so.0"
    try:
        ctypes.CDLL(file)
    except OSError:
        return Finding(title, False, use, _installation())
    return Finding(title, True, use)


def _installation() -> str:
    """The command of this system's package manager."""
    for manager, command in _SYSTEM_PACKAGES.items():
        if shutil.which(manager):
            return command
    return "install Pango and HarfBuzz with its subset library"


def _page_engine() -> str:
    """The version of WeasyPrint, once it has loaded Pango."""
    from engross.batch.outputs import load_page_engine

    load_page_engine()
    import weasyprint

    return f"WeasyPrint {weasyprint.__version__}"


def _attempt(name: str, look: Callable[[], str]) -> Finding:
    try:
        return Finding(name, True, look())
    except Failure as failure:
        return Finding(name, False, failure.message)
    except Exception as error:
        return Finding(name, False, _first_line(error), _AGAIN)


def _schema() -> str:
    from engross.akn.schema import schema

    schema()
    return "compiles"


def _templates() -> str:
    from engross.resources import templates

    folder = templates() / "un"
    for part in ("style.toml", "page", "word", "web", "fonts"):
        if not (folder / part).exists():
            raise FileNotFoundError(f"{folder / part} is not there")
    return str(folder)


def _fonts() -> str:
    """Every font is what its checksum says."""
    from engross.resources import templates

    folder = templates() / "un" / "fonts"
    sums = [line.split(maxsplit=1) for line in (folder / "SHA256SUMS").read_text(encoding="ascii").splitlines()]
    for expected, name in sums:
        file = folder / Path(name.strip().lstrip("*")).name
        if hashlib.sha256(file.read_bytes()).hexdigest() != expected:
            raise ValueError(f"{file.name} is not the font that it should be")
    return f"{sum(name.strip().endswith('.ttf') for _, name in sums)} files, unchanged"


def _first_line(error: BaseException) -> str:
    return (str(error) or type(error).__name__).partition("\n")[0]

"""A house style: the measures of its pages and its fonts, as `style.toml` in its folder gives them."""

from __future__ import annotations

import datetime
import functools
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from engross.model.failure import ExitCode, Failure
from engross.resources import templates

Width = Literal["wide", "plain"]


@dataclass(frozen=True)
class Measures:
    """The measures of one page template in one language, looked up by dotted path (`body.left`).

    Lengths are points. A path that the style does not have raises Failure naming the file and the path, for
    the style is the user's to edit.
    """

    file: Path
    values: Mapping[str, Any]

    def find(self, path: str) -> Any:
        """Whatever stands at `path`."""
        node: Any = self.values
        for step in path.split("."):
            try:
                node = node[step]
            except (KeyError, TypeError):
                raise Failure(
                    f"{self.file} has no measure `{path}`",
                    hint="take the measure from the style that engross ships",
                    exit_code=ExitCode.SETUP,
                ) from None
        return node

    def length(self, path: str) -> float:
        """The number at `path`, in points. Raises Failure for anything but a number."""
        value = self.find(path)
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise Failure(f"{self.file}: `{path}` is not a number", exit_code=ExitCode.SETUP)
        return float(value)

    def word(self, path: str, default: str = "") -> str:
        """The string at `path`, or `default` where there is none."""
        try:
            return str(self.find(path))
        except Failure:
            return default

    def has(self, path: str) -> bool:
        """Whether the style gives anything at `path`."""
        try:
            self.find(path)
        except Failure:
            return False
        return True


@dataclass(frozen=True)
class Style:
    """A style folder with its `style.toml` read."""

    folder: Path
    values: Mapping[str, Any]

    @property
    def file(self) -> Path:
        """The path of the style's `style.toml`."""
        return self.folder / "style.toml"

    def edition(self, template: str, organ: str, symbol: str, issued: datetime.date | None) -> str:
        """The edition of a page template that a document of this organ, symbol and date of issue is printed
        with: the first of the style's `editions` that fits, else the template itself.
        """
        for entry in self.values.get("editions", ()):
            fits = entry.get("template", template) == template and organ in entry.get("organs", (organ,))
            fits = fits and re.search(entry.get("symbol", ""), symbol) is not None
            before = entry.get("before")
            if fits and (before is None or (issued is not None and issued < before)):
                return str(entry["use"])
        return template

    def measures(self, template: str, language: str) -> Measures:
        """The measures of a page template (`new-york`, `geneva`) or of an edition of one, with what the
        language changes laid over.
        """
        values = self._template(template)
        values = _lay_over(values, self.values.get("language", {}).get(_primary(language), {}))
        return Measures(self.file, values)

    def _template(self, name: str) -> Mapping[str, Any]:
        if not isinstance(self.values.get(name), dict):
            raise Failure(f"{self.file} has no page template `{name}`", exit_code=ExitCode.SETUP)
        values: Mapping[str, Any] = self.values[name]
        base = values.get("extends")
        return _lay_over(self._template(base), values) if base and base != name else values

    def families(self, width: Width, language: str) -> tuple[str, ...]:
        """The families of running text (`wide`) or of the page's furniture (`plain`), in order of choice."""
        return tuple(_by_language(self.values["fonts"][width], language))

    def font_files(self, family: str) -> tuple[str, str, str, str]:
        """The family's files: regular, italic, bold, bold italic; empty where it has none."""
        regular, italic, bold, both = self.values["fonts"]["files"][family]
        return regular, italic, bold, both

    def words(self, language: str) -> Mapping[str, str]:
        """The words that the style prints in place of the official ones: those of the language over its `default`."""
        tables = self.values.get("words", {})
        found = {**tables.get("default", {}), **tables.get(_primary(language), {})}
        return {name: str(word) for name, word in found.items()}

    def spacing(self, language: str) -> float:
        """What every glyph of running text gets beside its advance, in points at 10 pt."""
        return float(_by_language(self.values["fonts"]["advance"]["spacing"], language))

    def emphasis(self, language: str) -> str:
        """How the language prints emphasis: `italic`, `bold` or `bold-italic`."""
        return str(_by_language(self.values["fonts"]["emphasis"], language))


def load_style(folder: Path) -> Style:
    """Read a style folder. Raises Failure where its `style.toml` is not TOML."""
    return Style(folder, load_table(folder, "style.toml"))


@functools.lru_cache(maxsize=64)
def load_table(folder: Path, name: str) -> Mapping[str, Any]:
    """A TOML file of a style, laid over the official one: a style names what it changes and inherits the rest.

    Raises Failure where a file cannot be read or is not TOML.
    """
    base = templates() / "un"
    files = [base / name] + ([folder / name] if folder != base and (folder / name).is_file() else [])
    values: Mapping[str, Any] = {}
    for file in files:
        try:
            values = _lay_over(values, tomllib.loads(file.read_text(encoding="utf-8")))
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise Failure(
                f"{file} cannot be read: {error}", hint="name a style folder", exit_code=ExitCode.SETUP
            ) from error
    return values


def _primary(language: str) -> str:
    return language.split("-", 1)[0].lower()


def _by_language(table: Mapping[str, Any], language: str) -> Any:
    return table.get(_primary(language), table["default"])


def _lay_over(base: Mapping[str, Any], top: Mapping[str, Any]) -> Mapping[str, Any]:
    merged = dict(base)
    for key, value in top.items():
        below = merged.get(key)
        merged[key] = _lay_over(below, value) if isinstance(below, dict) and isinstance(value, dict) else value
    return merged

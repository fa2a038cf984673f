"""The settings of a project: `engross.toml`, or `[tool.engross]` in `pyproject.toml`, in a folder or one above it.

Every option of `engross build` and `engross check` can be set there; the command line wins. Paths are meant from the
folder of the file. `[[paths]]` say what holds for some sources only.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from dataclasses import fields as fields_of
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Literal

from engross.batch.places import Place
from engross.model.details import Details
from engross.model.failure import ExitCode, Failure
from engross.model.span import Span

Kind = Literal["text", "texts", "number", "flag", "path", "paths"]
_TYPES: dict[Kind, tuple[type, ...]] = {
    "text": (str,), "texts": (list,), "number": (int, float), "flag": (bool,), "path": (str,), "paths": (list,),
}  # fmt: skip
_SCHEMA_TYPES: dict[Kind, dict[str, Any]] = {
    "text": {"type": "string"}, "texts": {"type": "array", "items": {"type": "string"}}, "number": {"type": "number"},
    "flag": {"type": "boolean"}, "path": {"type": "string"}, "paths": {"type": "array", "items": {"type": "string"}},
}  # fmt: skip
_SEVERITIES = ("error", "warning", "note", "never")
_OUTPUTS = ("pdf", "docx", "html", "akn", "md", "txt", "json")


@dataclass(frozen=True, slots=True)
class Key:
    """A setting: its kind, what it means, the value without it, and the values that it may have."""

    name: str
    kind: Kind
    meaning: str
    default: Any = None
    choices: tuple[str, ...] = ()


KEYS = {
    key.name: key
    for key in (
        Key("sources", "paths", "Files and folders to typeset.", ["sources"]),
        Key("output", "path", "The folder where outputs go.", "output"),
        Key("pattern", "text", "How outputs are named.", "{folder}/{name}.{ext}"),
        Key("to", "texts", "The forms of output.", ["pdf", "docx", "html", "akn"], _OUTPUTS),
        Key("format", "text", "The format of the sources.", None, ("text", "markdown", "html", "docx", "pdf", "akn")),
        Key("changes", "text", "What becomes of tracked changes.", "accept", ("accept", "reject", "keep")),
        Key("style", "path", "The folder of a style of your own."),
        Key("draft", "flag", "Word: double spacing, and a watermark.", False),
        Key("line-numbers", "flag", "Word: number the lines of every page.", False),
        Key("jobs", "number", "Processes at work; one for each processor."),
        Key("time-limit", "number", "Seconds that one document may take.", 300),
        Key("memory-limit", "number", "Megabytes of address space that one document may take.", 4096),
        Key("fail-on", "text", "The severity of findings that ends with exit code 1.", None, _SEVERITIES),
        Key("fail-fast", "flag", "Stop after the first source that fails.", False),
        Key("report", "paths", "Reports to write.", []),
        Key("cache", "path", "The folder that knows what was built before."),
        Key("off", "texts", "Codes of findings that are not reported.", []),
        Key("metadata", "text", "Facts that sources lack.", None),
    )
}
"""Every setting by its name."""

_WORDS = {"to": "outputs", "format": "source_format", "report": "reports"}
"""Settings whose option is called otherwise in the program."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a file sets; `file` is empty where there is none."""

    file: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)
    places: tuple[Place, ...] = ()

    def options(self) -> dict[str, Any]:
        """The values by the names of the program's options."""
        chosen = {name: value for name, value in self.values.items() if name not in ("off", "metadata", "sources")}
        if "to" in chosen:
            chosen["to"] = ",".join(chosen["to"])
        return {_WORDS.get(name, name.replace("-", "_")): value for name, value in chosen.items()}

    def described(self) -> tuple[tuple[str, Any, str], ...]:
        """Each setting with its value and where that comes from."""
        return tuple(
            (name, self.values.get(name, key.default), self.file if name in self.values else "default")
            for name, key in KEYS.items()
        )


def find_settings(folder: Path) -> Settings:
    """The settings that hold in a folder: those of the nearest file. `ENGROSS_CONFIG` names another, or none at all.

    Raises Failure where the file is broken or sets what cannot be set.
    """
    given = os.environ.get("ENGROSS_CONFIG")
    if given is not None:
        return read_settings(Path(given)) if given else Settings()
    for place in (folder, *folder.parents):
        if (place / "engross.toml").is_file():
            return read_settings(place / "engross.toml")
        project = place / "pyproject.toml"
        if project.is_file() and b"tool.engross" in project.read_bytes():
            return read_settings(project)
    return Settings()


def read_settings(path: Path) -> Settings:
    """The settings in a file. Raises Failure where it is broken or sets what cannot be set."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError, RecursionError) as error:
        raise _wrong(path, f"the settings cannot be read: {error}") from None
    if path.name == "pyproject.toml":
        table = table.get("tool", {}).get("engross", {})
    if not isinstance(table, dict):
        raise _wrong(path, "[tool.engross] is no table")
    places = table.pop("paths", [])
    metadata = table.pop("metadata", {})
    values = {name: _value(path, name, value) for name, value in table.items()}
    everywhere = Place("**", _details(path, metadata), frozenset(values.get("off", ())))
    if metadata:
        values["metadata"] = metadata
    return Settings(_shown(path), values, (everywhere, *_places(path, places)))


def schema() -> dict[str, Any]:
    """A JSON Schema of `engross.toml`, by which editors complete and check it."""
    properties: dict[str, Any] = {}
    for key in KEYS.values():
        kind = _SCHEMA_TYPES[key.kind].copy()
        if key.choices and key.kind == "texts":
            kind["items"] = {"enum": list(key.choices)}
        elif key.choices:
            kind = {"enum": list(key.choices)}
        properties[key.name] = kind | {"description": key.meaning}
    names = [detail.name for detail in fields_of(Details)]
    facts = {"type": "object", "properties": {name: {} for name in names}, "additionalProperties": False}
    codes = {"type": "array", "items": {"type": "string"}}
    properties["metadata"] = facts | {"description": KEYS["metadata"].meaning}
    properties["paths"] = {
        "description": "What holds for some sources only; a later table wins over an earlier one.",
        "type": "array",
        "items": {
            "type": "object",
            "properties": {"match": {"type": "string"}, "off": codes, "on": codes, "metadata": facts},
            "required": ["match"],
            "additionalProperties": False,
        },
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "engross.toml",
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
    }


def _value(path: Path, name: str, value: Any) -> Any:
    key = KEYS.get(name)
    if key is None or name == "metadata":
        near = get_close_matches(name, KEYS, 1)
        raise _wrong(
            path, f"there is no setting {name!r}", f"{near[0]!r} is one" if near else "engross config lists all"
        )
    if not isinstance(value, _TYPES[key.kind]) or (isinstance(value, bool) and key.kind != "flag"):
        raise _wrong(path, f"{name} is no {key.kind}", key.meaning)
    several: list[Any] = value if isinstance(value, list) else [value]
    for entry in several:
        if key.kind in ("texts", "paths") and not isinstance(entry, str):
            raise _wrong(path, f"{name} is no list of texts", key.meaning)
        if key.choices and entry not in key.choices:
            raise _wrong(path, f"{name} cannot be {entry!r}", f"it is one of {', '.join(key.choices)}")
    if key.kind in ("path", "paths"):
        there = [entry if ":" in entry or entry == "github" else _from(path, entry) for entry in several]
        return there if key.kind == "paths" else there[0]
    return value


def _from(path: Path, entry: str) -> str:
    """A path that is meant from the folder of the settings, as it is called from here."""
    return os.path.relpath(path.resolve().parent / entry) if not os.path.isabs(entry) else entry  # noqa: PTH117


def _places(path: Path, tables: Any) -> tuple[Place, ...]:
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise _wrong(path, "paths is no list of tables", "write [[paths]]")
    return tuple(_place(path, table) for table in tables)


def _place(path: Path, table: Mapping[str, Any]) -> Place:
    unknown = set(table) - {"match", "off", "on", "metadata"}
    match = table.get("match")
    if unknown or not isinstance(match, str):
        raise _wrong(path, "[[paths]] has match, off, on and metadata", f"{min(unknown)!r} is none" if unknown else "")
    codes = {name: table.get(name, []) for name in ("off", "on")}
    for name, listed in codes.items():
        if not isinstance(listed, list) or not all(isinstance(code, str) for code in listed):
            raise _wrong(path, f"{name} is no list of codes")
    details = _details(path, table.get("metadata", {}))
    return Place(match, details, frozenset(codes["off"]), frozenset(codes["on"]))


def _details(path: Path, metadata: Any) -> Details:
    from engross.readers.front_matter import details_of

    if not isinstance(metadata, dict):
        raise _wrong(path, "metadata is no table")
    details, findings = details_of(metadata, str(path))
    if findings:
        raise _wrong(path, findings[0].message, findings[0].hint)
    return details


def _shown(path: Path) -> str:
    return os.path.relpath(path)


def _wrong(path: Path, message: str, hint: str = "") -> Failure:
    return Failure(message, place=Span(_shown(path)), hint=hint, exit_code=ExitCode.USAGE)

"""Front matter: facts about a resolution, in YAML between two lines `---` at the head of a text source."""

from __future__ import annotations

import datetime
import functools
import re
from collections.abc import Callable
from dataclasses import fields
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from engross.model.details import Details
from engross.model.diagnostic import Diagnostic, diagnose
from engross.model.span import Span

if TYPE_CHECKING:
    from yaml import SafeLoader

_FENCE = re.compile(r"\A\ufeff?---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S | re.M)
_KEY = re.compile(r"^([A-Za-z_][\w-]*)[ \t]*:", re.M)
_MOST = 64 * 1024  # characters of front matter; longer is text that happens to stand between two rules
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}\Z")
_KINDS = ("resolution", "draft", "decision")
_LANGUAGE = re.compile(r"[A-Za-z]{2}\Z")


def split(text: str, source: str = "") -> tuple[Details, str, int, tuple[Diagnostic, ...]]:
    """The details in the front matter of `text`, the body, how many lines stand before the body, and findings.

    Text without front matter comes back whole. What stands between the fences and is no YAML mapping is text,
    not front matter: two rules round a paragraph lose nothing. A key that `Details` does not know, or a value
    of the wrong type, is a finding and is passed over.
    """
    match = _FENCE.match(text)
    if match is None or match.end() > _MOST or _KEY.search(match[1]) is None:
        return Details(), text, 0, ()
    offset = text.count("\n", 0, match.end())
    try:
        values = _load(match[1])
    except ValueError as error:
        if _looks_like_prose(match[1]):
            return Details(), text, 0, ()
        finding = diagnose(
            "detail-unreadable", f"{source or 'The source'}: the front matter is no YAML: {error}.", Span(source, 1)
        )
        return Details(), text[match.end() :], offset, (finding,)
    if not isinstance(values, dict):
        return Details(), text, 0, ()
    lines = {found[1]: text.count("\n", 0, match.start(1) + found.start()) + 1 for found in _KEY.finditer(match[1])}
    details, findings = details_of(values, source, lines)
    return details, text[match.end() :], offset, findings


def details_of(
    values: dict[Any, Any], source: str, lines: dict[str, int] | None = None
) -> tuple[Details, tuple[Diagnostic, ...]]:
    """The `Details` that `values` spell, and a finding for each key or value that cannot be one.

    `lines` says on which line of `source` a key stands.
    """
    given: dict[str, Any] = {}
    findings: list[Diagnostic] = []
    for key, value in values.items():
        name = str(key)
        place = Span(source, line=(lines or {}).get(name))
        expected, convert = _READERS.get(name.replace("-", "_"), ("", None))
        if convert is None:
            known = ", ".join(_READERS)
            findings.append(
                diagnose("detail-unknown", f"{_file(source)}: no detail is called `{name}`; known are {known}.", place)
            )
            continue
        if value is None:
            continue
        converted = convert(value)
        if converted is None:
            message = f"{_file(source)}: `{name}` is {_shown(value)}, but has to be {expected}."
            findings.append(diagnose("detail-wrong", message, place))
        else:
            given[name.replace("-", "_")] = converted
    return Details(**given), tuple(findings)


def _load(text: str) -> Any:
    """What the YAML says. Raises ValueError with one line where it says nothing that can be read.

    Aliases are refused: nothing here needs them, and they are how a short file grows without limit.
    """
    import yaml

    try:
        for event in yaml.parse(text, Loader=yaml.SafeLoader):
            if isinstance(event, yaml.AliasEvent):
                raise ValueError("an alias (`*name`) is not allowed here")
        return yaml.load(text, Loader=_loader())  # noqa: S506 — the loader is a safe one
    except (yaml.YAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or "it cannot be parsed"
        raise ValueError(f"{problem}, line {mark.line + 2}" if mark is not None else str(problem)) from error


@functools.cache
def _loader() -> type[SafeLoader]:
    """The safe loader without its dates: one that no calendar has would end the whole reading."""
    import yaml

    class Loader(yaml.SafeLoader):
        yaml_implicit_resolvers = {  # noqa: RUF012 — the library's own name and way
            first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
            for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
        }

    return Loader


def _looks_like_prose(text: str) -> bool:
    """Whether most lines have no key: a paragraph between two rules."""
    lines = [line for line in text.splitlines() if line.strip()]
    return len(lines) > 2 * len(_KEY.findall(text))


def _text(value: Any) -> str | None:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    return str(value).strip() or None


def _number(value: Any) -> int | None:
    if isinstance(value, bool):
        return None
    if isinstance(value, int) and value > 0:
        return value
    if isinstance(value, str) and value.strip().isdecimal() and int(value) > 0:
        return int(value)
    return None


def _date(value: Any) -> datetime.date | None:
    if isinstance(value, datetime.datetime):
        return value.date()
    if isinstance(value, datetime.date):
        return value
    if isinstance(value, str) and _ISO_DATE.match(value.strip()):
        try:
            return datetime.date.fromisoformat(value.strip())
        except ValueError:
            return None
    return None


def _language(value: Any) -> str | None:
    return value.lower() if isinstance(value, str) and _LANGUAGE.match(value) else None


def _organ(value: Any) -> str | None:
    return value.strip().lower() or None if isinstance(value, str) else None


def _kind(value: Any) -> str | None:
    return value.lower() if isinstance(value, str) and value.lower() in _KINDS else None


def _shown(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:57]}..."


def _file(source: str) -> str:
    return PurePath(source).name if source else "The source"


_DATE = "a date such as 2005-12-22"
_SPECIAL: dict[str, tuple[str, Callable[[Any], Any]]] = {
    "language": ("a two-letter code such as `fr`", _language),
    "organ": ("the id of an organ such as `ga`", _organ),
    "kind": (f"one of {', '.join(_KINDS)}", _kind),
    "session": ("the session's number, such as 60", _number),
    "issued": (_DATE, _date),
    "adopted": (_DATE, _date),
}
_READERS: dict[str, tuple[str, Callable[[Any], Any] | None]] = {
    field.name: _SPECIAL.get(field.name, ("a line of text", _text)) for field in fields(Details)
}

"""What paragraph styles say that a paragraph is, by their names: the table `roles.toml`."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from engross.model.flow import Role

_LEVELS = range(1, 10)


@dataclass(frozen=True, slots=True)
class Said:
    """What a style says: the role of its paragraphs, and the level of a heading where the name has one, else 0."""

    role: Role = ""
    level: int = 0


def said_by(names: Iterable[str]) -> Said:
    """What a style says whose name stands first in `names`, before those of the styles that it is based on."""
    table = _table()
    return next((table[name] for name in map(_plain, names) if name in table), Said())


def _plain(name: str) -> str:
    """A name as it is compared: case and spaces do not count, nor do aliases behind a comma."""
    return "".join(name.partition(",")[0].casefold().split())


@functools.cache
def _table() -> Mapping[str, Said]:
    data = tomllib.loads((Path(__file__).parent / "roles.toml").read_text(encoding="utf-8"))
    table = {_plain(name): Said(cast(Role, role)) for role, names in data["roles"].items() for name in names}
    for key, names in data["headings"].items():
        for level in _LEVELS if key == "names" else (int(key),):
            table |= {_plain(name.replace("{}", str(level))): Said("heading", level) for name in names}
    return table

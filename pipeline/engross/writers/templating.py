"""The Jinja environment of the writers: one per style folder, strict about names, escaping by default."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import jinja2


@functools.lru_cache(maxsize=16)
def environment(style: Path) -> jinja2.Environment:
    """The templates of a style folder. Everything printed is escaped; a name that the writer does not give is
    an error; templates are sandboxed, for a style folder may come from anyone.
    """
    import jinja2
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    return ImmutableSandboxedEnvironment(
        loader=jinja2.FileSystemLoader(style),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )

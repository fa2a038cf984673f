"""The Jinja environment of the writers: one per style folder, strict about names, escaping by default."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engross.resources import templates

if TYPE_CHECKING:
    import jinja2


@functools.lru_cache(maxsize=16)
def environment(style: Path) -> jinja2.Environment:
    """The templates of a style folder. Everything printed is escaped; a name that the writer does not give is
    an error; templates are sandboxed, for a style folder may come from anyone.
    """
    import jinja2

    return _sandbox()(
        loader=jinja2.FileSystemLoader([style, templates() / "un"]),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )


@functools.cache
def _sandbox() -> type[jinja2.Environment]:
    """A sandbox that knows the values of the model as safe: asking anew for each attribute doubles a page's time."""
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    class Sandbox(ImmutableSandboxedEnvironment):
        def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
            if type(obj).__module__ == "engross.model.presentation":
                return not attr.startswith("_")
            return super().is_safe_attribute(obj, attr, value)

    return Sandbox

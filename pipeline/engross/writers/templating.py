"""The Jinja environment of the writers: one per style folder, strict about names, escaping by default."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engross.model import presentation
from engross.model.presentation import Text
from engross.resources import templates

if TYPE_CHECKING:
    import jinja2


@functools.lru_cache(maxsize=16)
def environment(style: Path) -> jinja2.Environment:
    """The templates of a style folder. Everything printed is escaped; a name that the writer does not give is
    an error; templates are sandboxed, for a style folder may come from anyone.
    """
    import jinja2

    made = _sandbox()(
        loader=jinja2.FileSystemLoader([style, templates() / "un"]),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.tests["plain_text"] = is_plain
    return made


def is_plain(inline: object) -> bool:
    """Whether an inline is text that looks like the text around it. It is a test of the templates: most text is."""
    return type(inline) is Text and not (
        inline.emphasis
        or inline.bold
        or inline.raised
        or inline.underline
        or inline.small_caps
        or inline.language
        or inline.change
        or inline.cites
    )


@functools.cache
def _sandbox() -> type[jinja2.Environment]:
    """A sandbox that knows the values of the model as safe: asking anew for each attribute doubles a page's time."""
    import dataclasses

    from jinja2.sandbox import ImmutableSandboxedEnvironment

    fields = frozenset(
        (kind, field.name)
        for kind in vars(presentation).values()
        if isinstance(kind, type) and dataclasses.is_dataclass(kind)
        for field in dataclasses.fields(kind)
    )

    class Sandbox(ImmutableSandboxedEnvironment):
        def getattr(self, obj: Any, attribute: str) -> Any:
            if (type(obj), attribute) in fields:
                return getattr(obj, attribute)
            return super().getattr(obj, attribute)

    return Sandbox

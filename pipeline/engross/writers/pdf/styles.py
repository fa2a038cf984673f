"""Computed styles that are worked out once and shared, where WeasyPrint works them out for every line anew.

WeasyPrint shares the style of elements that the same rules match under the same parent, unless they have a `style`
attribute: every line has one, with its own place and word spacing, and so each line and all in it has a hundred
properties computed again. But what such an attribute sets here changes no other property. So an element's style
takes all properties from the first style that differs in nothing else, and computes those few itself.

The classes and functions here stand in the place of WeasyPrint's (see `replacements`);
`tests/writers/test_pdf_engine.py` compares pages with and without.
"""

from __future__ import annotations

import functools
from typing import Any

_SIDES = ("top", "right", "bottom", "left")
_FAMILIES = {
    name: tuple(f"{family}_{side}" for side in _SIDES)
    for family in ("padding", "margin")
    for name in (
        *(f"{family}_{side}" for side in _SIDES),
        *(f"{family}_{axis}_{end}" for axis in ("inline", "block") for end in ("start", "end")),
    )
}
_OWN: dict[str, tuple[str, ...]] = {
    **{name: (name,) for name in (*_SIDES, "width", "height", "word_spacing", "letter_spacing", "anchor")},
    **_FAMILIES,
}
"""The properties that an element may have for itself: no other property is computed from them. By the name that
the element gives, the names under which WeasyPrint asks.
"""


@functools.cache
def _inherited() -> frozenset[str]:
    from weasyprint.css.properties import INHERITED

    return frozenset(INHERITED) & _OWN.keys()


def _fill(style: Any, key: str) -> Any:
    """A property from the style's model, and with it all that the model has by now."""
    model = style.model
    value = model[key]
    if len(model) > len(style) + len(style.own) + 8:
        known = dict(model)
        for name in style.own:
            known.pop(name, None)
        known.update(style)
        style.update(known)
    style[key] = value
    return value


class _Shared:
    """What a style has beside its properties: `model` is the style that differs in nothing but the properties in
    `own`. The rest is filled in where it is asked for: the measures of its boxes (empty where they are not the same
    in every place), the height and baseline of its lines, whether its corners are square.
    """

    model: Any = None
    own: frozenset[str] = frozenset()
    measures: dict[str, Any] | None = None
    line: tuple[float, float] | None = None
    square: bool | None = None


@functools.cache
def classes() -> tuple[type, type]:
    """The classes of shared computed styles and of shared anonymous styles."""
    from weasyprint import css

    class SharedStyle(_Shared, css.ComputedStyle):  # type: ignore[misc]
        """A computed style that may have a model."""

        def __init__(self, parent_style: Any, cascaded: Any, pseudo_type: Any, *rest: Any) -> None:
            super().__init__(parent_style, cascaded, pseudo_type, *rest)
            if parent_style is None:
                return
            parent = parent_style.model or parent_style if isinstance(parent_style, SharedStyle) else parent_style
            rules = tuple(
                name if name in _OWN else (name, id(value), *weight[:-1], *weight[-1])
                for name, (value, weight) in cascaded.items()
            )
            models = self.cache.setdefault("models", {})
            model = models.setdefault((id(parent), pseudo_type, rules), self)
            if model is not self:
                self.model, self.specified = model, model.specified
                self.own = _differences(cascaded, model.cascaded) | _inherited_own(parent_style, model.parent_style)

        def copy(self) -> Any:
            """An ordinary style with the same properties, to be changed."""
            copy = css_computed(
                self.parent_style, self.cascaded, self.pseudo_type, self.root_style, self.base_url, self.font_config,
                self.initial_page_sizes,
            )  # fmt: skip
            copy.update(self)
            copy.specified = self.specified.copy()
            return copy

        def __missing__(self, key: str) -> Any:
            if self.model is None or key in self.own:
                return super().__missing__(key)
            return _fill(self, key)

    class SharedAnonymous(_Shared, css.AnonymousStyle):  # type: ignore[misc]
        """The style of anonymous boxes under an element with a shared style."""

        def __init__(self, parent_style: Any) -> None:
            super().__init__(parent_style)
            model = getattr(parent_style, "model", None)
            if model is not None:
                self.model, self.own = model.anonymous_style, parent_style.own & _inherited()

        def copy(self) -> Any:
            """An ordinary style with the same properties, to be changed."""
            copy = css_anonymous(self.parent_style)
            copy.update(self)
            return copy

        def __missing__(self, key: str) -> Any:
            if self.model is None or key in self.own:
                return super().__missing__(key)
            return _fill(self, key)

    css_computed, css_anonymous = css.ComputedStyle, css.AnonymousStyle
    return SharedStyle, SharedAnonymous


def _differences(cascaded: Any, others: Any) -> frozenset[str]:
    """What two elements that the same rules match ask differently."""
    names = [name for name in (*cascaded, *others) if name in _OWN]
    return frozenset(
        own
        for name in names
        if not _same(cascaded.get(name, _NOTHING), others.get(name, _NOTHING))
        for own in _OWN[name]
    )


_NOTHING = (None, None)


def _same(given: tuple[Any, Any], other: tuple[Any, Any]) -> bool:
    """Whether two declarations are one, with the same weight."""
    return given[0] is other[0] and given[1] == other[1]


def _inherited_own(parent: Any, other: Any) -> frozenset[str]:
    """What two elements inherit differently."""
    if parent is other:
        return frozenset()
    return (getattr(parent, "own", frozenset()) | getattr(other, "own", frozenset())) & _inherited()


@functools.cache
def replacements() -> tuple[tuple[Any, str, Any], ...]:
    """What stands in the place of WeasyPrint's classes and functions: module, name, class or function."""
    from weasyprint import css
    from weasyprint.layout import absolute, background, block, inline

    _THEIRS.update(resolve=block.resolve_percentages, strut=inline.strut, radii=background.resolve_radii_percentages)
    shared, anonymous = classes()
    return (
        (css, "ComputedStyle", shared),
        (css, "AnonymousStyle", anonymous),
        *((module, "resolve_percentages", resolve_percentages) for module in (absolute, block, inline)),
        (inline, "strut", strut),
        (background, "resolve_radii_percentages", resolve_radii_percentages),
    )


_THEIRS: dict[str, Any] = {}
"""WeasyPrint's own functions."""

_BOX = (
    *(f"{family}_{side}" for family in ("margin", "padding") for side in _SIDES),
    *("width", "height", "min_width", "max_width", "min_height", "max_height"),
)
_BORDERS = tuple(f"border_{side}_width" for side in _SIDES)


def resolve_percentages(box: Any, containing_block: Any) -> None:
    """WeasyPrint's function of this name: a box without percentages has the same measures in every place."""
    style = box.style
    if type(style) not in classes():
        _THEIRS["resolve"](box, containing_block)
        return
    if style.measures is None:
        style.measures = _measures(box, containing_block)
    if style.measures:
        box.__dict__.update(style.measures)
    else:
        _THEIRS["resolve"](box, containing_block)


def _measures(box: Any, containing_block: Any) -> dict[str, Any]:
    """The measures of a box; empty where they depend on the box around it."""
    style = box.style
    if style.model is not None and style.model.measures and style.own.isdisjoint(_BOX):
        known: dict[str, Any] = style.model.measures
        return known
    values = [style[name] for name in _BOX]
    if style["border_collapse"] == "collapse" or not all(v == "auto" or getattr(v, "unit", "") == "px" for v in values):
        return {}
    _THEIRS["resolve"](box, containing_block)
    return {name: getattr(box, name) for name in (*_BOX, *_BORDERS)}


def strut(style: Any) -> Any:
    """WeasyPrint's function of this name: the line height and baseline are the same for a style and its model."""
    if type(style) not in classes():
        return _THEIRS["strut"](style)
    if style.line is None:
        style.line = _THEIRS["strut"](style) if style.model is None else strut(style.model)
    return style.line


def resolve_radii_percentages(box: Any) -> None:
    """WeasyPrint's function of this name: most boxes have square corners."""
    style = box.style
    if type(style) in classes() and style.square is None:
        model = style if style.model is None else style.model
        style.square = all((0, "px") in model[name] for name in _RADII)
    if type(style) in classes() and style.square:
        for name in _RADII:
            setattr(box, name, (0, 0))  # the box may be a placeholder, which hands on what is set
    else:
        _THEIRS["radii"](box)


_RADII = tuple(f"border_{corner}_radius" for corner in ("top_left", "top_right", "bottom_right", "bottom_left"))

"""Words that a style of one's own prints in place of the official ones: its organization, its organ, its address.

They stand in the style's `style.toml`, for all languages or for one:

    [words.default]
    organization = "Riverton Model United Nations"
    address = "https://mun.example.org/{symbol}"
    [words.fr]
    organization = "Simulation des Nations Unies de Riverton"

`organization`, `issuing-body` and `distribution` are lines of the masthead; `address` is where the document itself can
be read (empty: nowhere, and no QR code); any other name is one of the few words that writers add by themselves.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from engross.model.presentation import Presentation
from engross.model.style import load_style


def reword(presentation: Presentation, style: Path) -> Presentation:
    """The document with the style's own words."""
    words = load_style(style).words(presentation.language)
    if not words:
        return presentation
    cover, facts = presentation.cover, presentation.facts
    distribution = cover.distribution
    if distribution and "distribution" in words:
        distribution = tuple(filter(None, (words["distribution"],))) + distribution[1:]
    printed = replace(
        cover,
        organization=words.get("organization", cover.organization),
        issuing_body=words.get("issuing-body", cover.issuing_body),
        distribution=distribution,
    )
    address = words["address"].replace("{symbol}", facts.symbol) if "address" in words else facts.address
    few = presentation.words | {name: word for name, word in words.items() if name in presentation.words}
    return replace(presentation, cover=printed, facts=replace(facts, address=address), words=few)


def replaced(before: Presentation, after: Presentation) -> tuple[str, ...]:
    """The lines of the masthead that a style prints no more."""
    old, new = ({c.organization, c.issuing_body, *c.distribution} for c in (before.cover, after.cover))
    return tuple(sorted(old - new - {""}))

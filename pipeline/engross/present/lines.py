"""Printed lines: cut at breaks and at places, with raised ordinals."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from engross.model.presentation import Break, Inline, Link, Text, plain
from engross.present.words import Words

Content = tuple[Inline, ...]


def split_lines(content: Iterable[Inline]) -> list[Content]:
    """The lines between breaks; empty ones are left out."""
    lines: list[list[Inline]] = [[]]
    for inline in content:
        if isinstance(inline, Break):
            lines.append([])
        else:
            lines[-1].append(inline)
    return [tuple(line) for line in lines if plain(line).strip() or any(not isinstance(i, Text) for i in line)]


def cut(content: Content, place: int) -> tuple[Content, Content]:
    """Content in two at a character's place; the space at the cut is dropped from the first line's end."""
    before: list[Inline] = []
    after: list[Inline] = []
    at = 0
    for inline in content:
        length = len(plain((inline,)))
        if at + length <= place:
            before.append(inline)
        elif at >= place or not isinstance(inline, Text):
            after.append(inline)
        else:
            before.append(replace(inline, text=inline.text[: place - at]))
            after.append(replace(inline, text=inline.text[place - at :]))
        at += length
    if before and isinstance(last := before[-1], Text):
        before[-1] = replace(last, text=last.text.rstrip(" "))
    return tuple(before), tuple(after)


def raise_ordinals(content: Content, words: Words) -> Content:
    """The letters of ordinals raised (`61e` in French, `61a` in Spanish; official style 5.4)."""
    found: list[Inline] = []
    for inline in content:
        if isinstance(inline, Text) and not inline.raised:
            found += _raised(inline, words)
        elif isinstance(inline, Link):
            found.append(replace(inline, content=raise_ordinals(inline.content, words)))
        else:
            found.append(inline)
    return tuple(found)


def _raised(text: Text, words: Words) -> Iterable[Text]:
    at = 0
    for start, end in words.raised(text.text):
        if start > at:
            yield replace(text, text=text.text[at:start])
        yield replace(text, text=text.text[start:end], raised=True)
        at = end
    if at < len(text.text):
        yield replace(text, text=text.text[at:])

"""What a text cites by name: organs and other bodies, offices, treaties, and the Treaty Series."""

from __future__ import annotations

from typing import NamedTuple

from engross.recognise.structure.wording import Wording

_TAGS = {"bodies": "organization", "roles": "role"}


class Named(NamedTuple):
    """A stretch of text that names something, its mark, and where what it names can be read."""

    start: int
    end: int
    tag: str
    attributes: dict[str, str]
    address: str = ""


def find_named(text: str, wording: Wording) -> list[Named]:
    """The names in a text: `organization` and `role`, which point to their entry in `references`, and `ref` with the
    IRI of a treaty.
    """
    forms = wording.lexicon.cited(wording.language.code)
    treaties, pointers = wording.lexicon.treaties, wording.lexicon.pointers
    cited = [(start, end, treaties.cited(volume, numbers)) for start, end, volume, numbers in forms.series.find(text)]
    found: list[Named] = []
    for name in forms.names.find(text):
        if name.kind in _TAGS:
            pointer = pointers.get(name.id) or f"#{name.id}"
            found.append(Named(name.start, name.end, _TAGS[name.kind], {"refersTo": pointer}))
        elif (treaty := treaties[name.id]) is not None:
            cited.append((name.start, name.end, treaty.iri))
    for start, end, iri in cited:
        found.append(Named(start, end, "ref", {"href": iri}, treaties.address(iri, wording.language.code)))
    return found

"""The emblem of the masthead. Its box is empty in the official style: the United Nations emblem is not ours to print.

A style of one's own fills it with a drawing beside its `style.toml`:

    [new-york.masthead]
    emblem = { file = "emblem.svg" }
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from engross.model.failure import ExitCode, Failure
from engross.writers.pdf.codes import Code

if TYPE_CHECKING:
    from markupsafe import Markup

    from engross.writers.pdf.setter import Setter

_SVG = "{http://www.w3.org/2000/svg}svg"


def set_emblem(setter: Setter) -> list[Code]:
    """The emblem in its box; nothing where the style has none. Raises Failure where its file is no SVG."""
    name = setter.measures.word("masthead.emblem.file")
    if not name:
        return []
    box = setter.measures.find("masthead.emblem")
    return [Code(box["x"], box["top"], box["width"], box["height"], read_drawing(setter.style.folder, name))]


def read_drawing(folder: Path, name: str) -> Markup:
    """An SVG file of a style, to be set on a page. Raises Failure where there is none."""
    from lxml import etree
    from markupsafe import Markup

    file = (folder / name).resolve()
    try:
        if folder.resolve() not in file.parents:
            raise ValueError("it lies outside the style")
        root = etree.fromstring(file.read_bytes(), etree.XMLParser(resolve_entities=False, no_network=True))
        if root.tag != _SVG:
            raise ValueError("it is no SVG drawing")
    except (OSError, ValueError, etree.XMLSyntaxError) as error:
        raise Failure(
            f"the emblem {folder / name} cannot be read: {error}",
            hint="name an SVG file beside style.toml",
            exit_code=ExitCode.SETUP,
        ) from error
    return Markup(etree.tostring(root, encoding="unicode"))  # noqa: S704 — a drawing of the style, parsed

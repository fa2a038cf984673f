"""Programs in LibreOffice Basic, in the folders of a profile where LibreOffice finds them."""

from __future__ import annotations

from pathlib import Path
from xml.sax.saxutils import escape

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<!DOCTYPE {tag} PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "{dtd}">\n'
)
_SPACES = 'xmlns:{tag}="http://openoffice.org/2000/{tag}"'
_MODULES = ("script", "dialog")


def place_program(profile: Path, name: str, program: str) -> None:
    """Put a program as module `name` of the library Standard into a profile, which has no other afterwards."""
    folder = profile / "user" / "basic"
    library = folder / "Standard"
    library.mkdir(parents=True, exist_ok=True)
    (library / f"{name}.xba").write_text(
        _HEAD.format(tag="script:module", dtd="module.dtd")
        + f'<script:module {_SPACES.format(tag="script")} script:name="{name}" script:language="StarBasic">'
        + escape(program)
        + "</script:module>",
        encoding="utf-8",
    )
    for kind in _MODULES:
        inside = f'<library:element library:name="{name}"/>' if kind == "script" else ""
        (library / f"{kind}.xlb").write_text(
            _HEAD.format(tag="library:library", dtd="library.dtd")
            + f'<library:library {_SPACES.format(tag="library")} library:name="Standard" library:readonly="false" '
            f'library:passwordprotected="false">{inside}</library:library>',
            encoding="utf-8",
        )
        (folder / f"{kind}.xlc").write_text(
            _HEAD.format(tag="library:libraries", dtd="libraries.dtd")
            + f'<library:libraries {_SPACES.format(tag="library")} xmlns:xlink="http://www.w3.org/1999/xlink">'
            f'<library:library library:name="Standard" xlink:href="$(USER)/basic/Standard/{kind}.xlb/" '
            'xlink:type="simple" library:link="false"/></library:libraries>',
            encoding="utf-8",
        )

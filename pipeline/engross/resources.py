"""The files that travel with the package: templates, style, fonts.

An installed package carries `templates/` inside itself; a checkout has it at the top level, two folders
above.
"""

from __future__ import annotations

import functools
from pathlib import Path

from engross.model.failure import ExitCode, Failure

_PACKAGE = Path(__file__).resolve().parent


def resource(style: Path, name: str) -> Path:
    """The path of a file (or folder) of a style: its own, else the one that every style inherits."""
    own = style / name
    return own if own.exists() else templates() / "un" / name


@functools.cache
def templates() -> Path:
    """The folder of house styles (`un/` and others). Raises Failure where an installation lacks it."""
    for folder in (_PACKAGE / "templates", _PACKAGE.parents[1] / "templates"):
        if (folder / "un" / "style.toml").is_file():
            return folder
    raise Failure(
        f"the templates are missing beside {_PACKAGE}", hint="install engross again", exit_code=ExitCode.SETUP
    )

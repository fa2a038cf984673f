"""What the package imports is what it asks to be installed."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

CHECKOUT = Path(__file__).parents[2]


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def imported() -> dict[str, str]:
    """The distribution of each foreign module that the package imports, with a file that does."""
    distributions = packages_distributions()
    found: dict[str, str] = {}
    for path in sorted((CHECKOUT / "pipeline").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = []
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
                names = [node.module]
            for top in (name.split(".")[0] for name in names):
                if top != "engross" and top not in sys.stdlib_module_names:
                    found[normal(distributions.get(top, [top])[0])] = str(path.relative_to(CHECKOUT))
    return found


def test_every_import_is_asked_for() -> None:
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"].values()
    requirements = [*project["dependencies"], *(requirement for extra in extras for requirement in extra)]
    asked = {normal(re.split(r"[<>=!~ ;\[]", requirement)[0]) for requirement in requirements}
    assert {name: path for name, path in imported().items() if name not in asked} == {}

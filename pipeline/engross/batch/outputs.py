"""The forms in which a document is written: their names, their files, and who writes them."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import redirect_stdout
from dataclasses import dataclass
from importlib import import_module
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

from engross.model.failure import ExitCode, Failure
from engross.model.setting import OFFICIAL, Setting

if TYPE_CHECKING:
    from engross.model.diagnostic import Diagnostic
    from engross.model.manifestation import Manifestation
    from engross.model.presentation import Presentation


@dataclass(frozen=True, slots=True)
class Form:
    """A form of output: its name on the command line, the suffix of its files, and its writer's module.

    `styled` writers take the folder of the house style; the Akoma Ntoso itself has no writer.
    """

    name: str
    suffix: str
    writer: str = ""
    styled: bool = False


FORMS = {
    form.name: form
    for form in (
        Form("pdf", ".pdf", "engross.writers.pdf", styled=True),
        Form("docx", ".docx", "engross.writers.docx", styled=True),
        Form("html", ".html", "engross.writers.html", styled=True),
        Form("akn", ".xml"),
        Form("md", ".md", "engross.writers.markdown"),
        Form("txt", ".txt", "engross.writers.text"),
        Form("json", ".json", "engross.writers.json"),
    )
}
"""Every form by its name."""


def forms(names: Sequence[str]) -> tuple[Form, ...]:
    """The forms of these names, each once, in the order given. Raises Failure for a name that is none."""
    known = {**FORMS, "xml": FORMS["akn"], "markdown": FORMS["md"], "text": FORMS["txt"]}
    chosen: dict[str, Form] = {}
    for name in names:
        form = known.get(name.strip().lower())
        if form is None:
            raise Failure(
                f"no output is called {name.strip()!r}",
                hint=f"outputs are {', '.join(FORMS)}",
                exit_code=ExitCode.USAGE,
            )
        chosen[form.name] = form
    if not chosen:
        raise Failure("no output is asked for", hint=f"outputs are {', '.join(FORMS)}", exit_code=ExitCode.USAGE)
    return tuple(chosen.values())


def style_folder(setting: Setting = OFFICIAL) -> Path:
    """The folder of the style: the official one unless another is set. Raises Failure where there is none."""
    from engross.resources import templates

    if setting.style is None:
        return templates() / "un"
    if not setting.style.is_dir():
        raise Failure(
            f"no folder {setting.style}", hint="--style names the folder of a style", exit_code=ExitCode.USAGE
        )
    return setting.style


def compose(
    form: Form,
    presentation: Presentation,
    akn: bytes,
    setting: Setting = OFFICIAL,
    beside: Sequence[Manifestation] = (),
) -> bytes:
    """The bytes of a document in one form; a page links to the files `beside` it.

    Raises Failure where the machine lacks what the form needs.
    """
    if not form.writer:
        return akn
    presentation = worded(form, presentation, setting)
    if form.name == "pdf":
        load_page_engine()
    writer = import_module(form.writer)
    if form.name == "docx":
        return bytes(writer.write(presentation, akn, style_folder(setting), setting))
    if form.name == "html":
        return bytes(writer.write(presentation, akn, style_folder(setting), beside))
    if form.styled:
        return bytes(writer.write(presentation, akn, style_folder(setting)))
    return bytes(writer.write(presentation, akn))


def worded(form: Form, presentation: Presentation, setting: Setting = OFFICIAL) -> Presentation:
    """The document with the words that a style of one's own prints in place of the official ones."""
    if setting.style is None or not form.styled:
        return presentation
    from engross.writers.wording import reword

    return reword(presentation, style_folder(setting))


def find_unprintable(form: Form, presentation: Presentation, setting: Setting = OFFICIAL) -> tuple[Diagnostic, ...]:
    """Findings for characters that an output cannot show: those that no font of the style has."""
    if form.name != "pdf":
        return ()
    from engross.writers import pdf

    return pdf.missing_glyphs(presentation, style_folder(setting))


def load_page_engine() -> None:
    """Loads WeasyPrint and the libraries it needs (0.6 s, once). Raises Failure where they are missing."""
    try:
        with redirect_stdout(StringIO()):  # WeasyPrint prints advice that is not ours
            import weasyprint  # noqa: F401
    except OSError:
        raise Failure(
            "PDF cannot be made: Pango or HarfBuzz is missing",
            hint="engross doctor says how to install them",
            exit_code=ExitCode.SETUP,
        ) from None

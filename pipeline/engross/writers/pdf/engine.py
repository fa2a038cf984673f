"""WeasyPrint with the style's fonts and nothing else.

Fontconfig is pointed at a configuration of our own before it starts: fonts of the operating system would make
the same document look different on another machine. Nothing is fetched: the page template names no address.
"""

from __future__ import annotations

import contextlib
import functools
import gc
import hashlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from xml.sax.saxutils import escape

from engross.model.failure import ExitCode, Failure
from engross.resources import templates
from engross.writers.pdf import styles, words

_FONTS_CONF = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
{folders}
<cachedir>{cache}</cachedir>
<match target="font"><edit name="hinting" mode="assign"><bool>false</bool></edit></match>
</fontconfig>
"""

_BROWSER_RULES = """
html, body, header, footer, main, section, article, aside, nav, p, div, h1, h2, h3, h4, h5, h6, ul, ol,
figure, figcaption, blockquote { display: block }
head, title, meta, link, style, script, template, [hidden] { display: none }
table { display: table; box-sizing: border-box; border-spacing: 2px; text-indent: 0 }
caption { display: table-caption }
colgroup { display: table-column-group }
col { display: table-column }
thead { display: table-header-group; vertical-align: middle }
tbody { display: table-row-group; vertical-align: middle }
tfoot { display: table-footer-group; vertical-align: middle }
tr { display: table-row; vertical-align: inherit }
td, th { display: table-cell; padding: 1px; vertical-align: inherit }
li { display: list-item }
em, i, cite { font-style: italic }
b, strong, th, h1, h2, h3, h4, h5, h6 { font-weight: bold }
u, ins { text-decoration: underline }
sub { vertical-align: sub; font-size: smaller }
sup { vertical-align: super; font-size: smaller }
img, svg { overflow: hidden }
br::before { content: "\\A"; white-space: pre-line }
[dir=ltr i] { direction: ltr }
[dir=rtl i] { direction: rtl }
:link { color: blue; text-decoration: underline }
"""


def fonts_configuration(folders: tuple[Path, ...], cache: Path) -> str:
    """The text of a fonts.conf that knows these folders only."""
    lines = "\n".join(f"<dir>{escape(str(folder))}</dir>" for folder in folders)
    return _FONTS_CONF.format(folders=lines, cache=escape(str(cache)))


def _cache_folder() -> Path:
    """Where fontconfig may keep what it knows of the fonts: the user's cache, else the temporary folder."""
    base = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    for folder in (Path(base) / "engross", Path(tempfile.gettempdir()) / f"engross-{os.getuid()}"):
        try:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError:
            continue
        if os.access(folder, os.W_OK):
            return folder
    raise Failure("there is no folder for the font cache", hint="set XDG_CACHE_HOME", exit_code=ExitCode.SETUP)


@functools.cache
def use_fonts(folder: Path) -> None:
    """Point fontconfig at the style's fonts. Takes effect where fontconfig has not started yet; a process
    prints with the fonts of one style, so batches give each style its own workers.
    """
    cache = _cache_folder()
    inherited = templates() / "un" / "fonts"
    text = fonts_configuration(tuple(dict.fromkeys((folder.resolve(), inherited.resolve()))), cache / "fontconfig")
    file = cache / f"fonts-{hashlib.sha256(text.encode()).hexdigest()[:16]}.conf"
    if not file.is_file():
        part = file.with_suffix(f".{os.getpid()}")
        part.write_text(text, encoding="utf-8")
        part.replace(file)
    os.environ["FONTCONFIG_FILE"] = str(file)


@functools.cache
def weasyprint() -> Any:
    """The WeasyPrint package. Raises Failure naming what the machine lacks where it cannot be loaded."""
    try:
        import weasyprint as package
    except OSError as error:
        raise Failure(
            f"WeasyPrint cannot be loaded: {str(error).splitlines()[0]}",
            hint="run `engross doctor`",
            exit_code=ExitCode.SETUP,
        ) from error
    for module, name, ours in _replacements():
        setattr(module, name, ours)
    return package


@functools.cache
def _replacements() -> dict[tuple[Any, str, Any], Any]:
    """What we put in the place of WeasyPrint's own (module, name, ours), with what stood there."""
    return {
        (module, name, ours): getattr(module, name)
        for module, name, ours in (*styles.replacements(), *words.replacements())
    }


@contextlib.contextmanager
def bare() -> Iterator[None]:
    """WeasyPrint as it is, for comparison."""
    weasyprint()
    for (module, name, _), theirs in _replacements().items():
        setattr(module, name, theirs)
    try:
        yield
    finally:
        for module, name, ours in _replacements():
            setattr(module, name, ours)


@functools.cache
def font_configuration(folder: Path) -> Any:
    """The font map of this process, made once: making it anew costs as much as half a document."""
    use_fonts(folder)
    weasyprint()
    from weasyprint.text.fonts import FontConfiguration

    return FontConfiguration()


@functools.lru_cache(maxsize=16)
def stylesheet(text: str, folder: Path) -> Any:
    """A parsed style sheet, kept for the next document of its kind."""
    return weasyprint().CSS(string=text, font_config=font_configuration(folder), url_fetcher=fetch_nothing)


def render(page: str, css: str, folder: Path) -> Any:
    """The pages that WeasyPrint makes of a filled page template and its style sheet, with the fonts in `folder`.

    A template that is well-formed XML is read as such, five times as fast as by the rules of HTML.
    """
    return _page_class()(page).render(
        font_config=font_configuration(folder),
        stylesheets=[stylesheet(css, folder)],
        pdf_tags=True,
        pdf_variant="pdf/a-3a",
    )


@functools.cache
def _page_class() -> Any:
    """WeasyPrint's HTML with the few rules of a browser that a page template needs, instead of all of them.

    WeasyPrint's own sheet has rules for footnotes and list markers that match every element: with it, four
    styles are computed for each one instead of one.
    """
    import cssselect2  # type: ignore[import-untyped]

    package = weasyprint()
    rules = [package.CSS(string=_BROWSER_RULES, url_fetcher=fetch_nothing)]

    class Page(package.HTML):  # type: ignore[misc,name-defined]
        def __init__(self, page: str) -> None:
            try:
                tree = ElementTree.XML(page)  # our own template, its values escaped
            except ElementTree.ParseError:
                super().__init__(string=page, url_fetcher=fetch_nothing)
                return
            self.base_url, self.url_fetcher, self.media_type = None, fetch_nothing, "print"
            self.wrapper_element = cssselect2.ElementWrapper.from_html_root(tree, content_language=None)
            self.etree_element = self.wrapper_element.etree_element

        def _ua_stylesheets(self, forms: bool = False) -> Any:
            return super()._ua_stylesheets(forms) if forms else rules

    return Page


@contextlib.contextmanager
def without_collection() -> Iterator[None]:
    """Leave cyclic garbage until a document is done: a page is a hundred thousand objects that all live until the
    file is written, and looking through them again and again takes a fifth of the time.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def fetch_nothing(url: str, *_: Any, **__: Any) -> Any:
    """Refuse every address: a page is made of the template's text and the style's fonts."""
    raise ValueError(f"the page template may not fetch {url}")

"""Invented sources of a collection."""

from __future__ import annotations

from pathlib import Path

from engross.akn.serialise import to_bytes
from tests.present.invented import statement

IRI = "/akn/un/statement/deliberation/un-ga/2044-12-20/99-{number}"


def write(
    folder: Path, number: int, language: str = "eng", text: str = "Decides.", cites: tuple[int, ...] = ()
) -> Path:
    """A resolution 99/`number` as a source; its text cites others."""
    cited = ", ".join(f"resolution 99/{other}" for other in cites)
    root = statement(
        f"<paragraph><num>1.</num><content><p>{text} {cited}</p></content></paragraph>",
        preface=f"<p><docNumber>99/{number}.</docNumber> <docTitle>Margin {number}</docTitle></p>",
        language=language,
        symbol=f"A/RES/99/{number}",
        iri=IRI.format(number=number),
    )
    folder.mkdir(exist_ok=True)
    path = folder / f"{number}.{language}.xml"
    path.write_bytes(to_bytes(root))
    return path


def files(folder: Path) -> dict[str, bytes]:
    """The files of a site by path, what is kept between builds left out."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".engross" not in path.parts
    }

"""Language versions of an invented resolution."""

from __future__ import annotations

from engross.compare.parity import Parity, Version, compare
from engross.present import present
from tests.present.invented import statement

IRI = "/akn/un/statement/deliberation/un-ga/2044-12-20/99-301"


def version(language: str, *paragraphs: str, recitals: tuple[str, ...] = (), symbol: str = "A/RES/99/301") -> Version:
    preamble = "".join(f'<container name="recital"><p>{text}</p></container>' for text in recitals)
    root = statement("".join(paragraphs), preamble=preamble, language=language, symbol=symbol, iri=IRI)
    return Version(f"{language}.xml", present(root))


def paragraph(label: str, text: str, points: str = "") -> str:
    if not points:
        return f"<paragraph><num>{label}</num><content><p>{text}</p></content></paragraph>"
    return f"<paragraph><num>{label}</num><list><intro><p>{text}</p></intro>{points}</list></paragraph>"


def point(label: str, text: str) -> str:
    return f"<point><num>{label}</num><content><p>{text}</p></content></point>"


def found(*versions: Version) -> list[str]:
    return [difference.code for difference in compare(versions).differences]


def whole() -> Parity:
    return compare([
        version("eng", paragraph("1.", "Decides to read 45 margins;"), paragraph("2.", "Takes note of A/99/480.")),
        version("fra", paragraph("1.", "Décide de lire 54 marges ;"), paragraph("2.", "Prend acte du A/99/480.")),
    ])  # fmt: skip

"""An invented collection in six languages, with all that a page can hold."""

from __future__ import annotations

from collections.abc import Iterator

from engross.akn.serialise import to_bytes
from tests.present.invented import note, statement

LANGUAGES = {
    "en": ("eng", "International Year of Footnotes", "Proclaims the year of marginal readers", "footnotes"),
    "fr": ("fra", "Année internationale des notes", "Proclame l’année des lecteurs des marges", "lecteurs"),
    "es": ("spa", "Año Internacional de las Notas", "Proclama el año de los lectores de márgenes", "lectores"),
    "ru": ("rus", "Международный год сносок", "Провозглашает год читателей полей", "сносок"),
    "ar": ("ara", "السنة الدولية للحواشي", "تعلن سنة قراء الهوامش", "الهوامش"),
    "zh": ("zho", "国际脚注年", "宣布页边读者年", "脚注"),
}
"""For each language: its code in Akoma Ntoso, a title, a sentence, a word to search for."""

_IRI = "/akn/un/statement/deliberation/un-ga/2044-12-{day}/99-{number}"


def body(title: str, sentence: str) -> str:
    long_word = "A/CONF.999/" + "7" * 60
    rows = "".join(f"<tr><td><p>{title} {n}</p></td><td><p>{n * 1234567}</p></td></tr>" for n in range(1, 4))
    called = note("1", f"{title}, A/99/1.")
    return (
        f"<paragraph><num>1.</num><content><p><i>{sentence}</i> ({long_word});{called}</p></content></paragraph>"
        f"<paragraph><num>2.</num><list><intro><p>{sentence}:</p></intro>"
        f"<point><num>(a)</num><content><p>{title};</p></content></point>"
        f"<point><num>(b)</num><content><p>{sentence}.</p></content></point></list></paragraph>"
        f"<alinea><content><table><tr><th><p>{title}</p></th><th><p>2044</p></th></tr>{rows}</table></content></alinea>"
    )


def resolution(language: str, number: int) -> bytes:
    code, title, sentence, _ = LANGUAGES[language]
    earlier = f'<ref href="{_IRI.format(day="01", number=number - 1)}">99/{number - 1}</ref>'
    recitals = "".join(f'<container name="recital"><p><i>{sentence}</i> {earlier},</p></container>' for _ in range(3))
    annex = (
        "<attachments><attachment><heading>I</heading><subheading>" + title + "</subheading>"
        '<doc name="annex"><meta><identification source="#engross"><FRBRWork/></identification></meta><mainBody>'
        f"<paragraph><num>1.</num><content><p>{sentence}.</p></content></paragraph></mainBody></doc></attachment></attachments>"
    )
    root = statement(
        body(title, sentence),
        preface=f"<p><docNumber>99/{number}.</docNumber> <docTitle>{title} {number}</docTitle></p>",
        preamble=f'<formula name="enactingFormula"><p><i>{sentence}</i>,</p></formula>{recitals}',
        after=annex,
        language=code,
        symbol=f"A/RES/99/{number}",
        iri=_IRI.format(day=f"{number - 300:02d}", number=number),
        adopted=f"2044-12-{number - 300:02d}",
    )
    return to_bytes(root)


def collection() -> Iterator[tuple[str, bytes]]:
    """File names and Akoma Ntoso: resolutions 99/301 to 99/325 in every language."""
    for number in range(301, 326):
        for language in LANGUAGES:
            yield f"A_RES_99_{number}.{language}.xml", resolution(language, number)

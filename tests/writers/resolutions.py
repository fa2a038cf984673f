"""Invented resolutions as Presentations, one in each official language, for the tests of the writers."""

from __future__ import annotations

import datetime

from engross.model.presentation import (
    Block,
    BlockLine,
    Break,
    Cover,
    Facts,
    Formula,
    Heading,
    Inline,
    Link,
    Note,
    NoteCall,
    Paragraph,
    Part,
    Point,
    Points,
    Presentation,
    Prose,
    Recital,
    TableBlock,
    TableCell,
    Text,
    Title,
)

_WORDS: dict[str, dict[str, str]] = {
    "en": {
        "un": "United Nations", "ga": "General Assembly", "distr": "Distr.: General", "date": "8 January 2045",
        "session": "Ninety-ninth session", "item": "Agenda item 57 (b)", "topic": "Typography for development",
        "adopted": "Resolution adopted by the General Assembly", "on": "on 22 December 2044",
        "origin": "on the report of the Second Committee (A/99/999)", "title": "International Year of Footnotes",
        "recalling": "Recalling", "recital": " its resolution 98/1 of 5 December 2043,",
        "decides": "Decides", "operative": " to proclaim the International Year of Footnotes:",
        "point": "To number every note;", "deeper": "Including this one;",
        "resumed": "and invites Member States to read them;",
        "note": "See A/99/1, annex.", "meeting": "99th plenary meeting", "p": "{}.", "a": "({})", "annex": "Annex",
    },
    "fr": {
        "un": "Nations Unies", "ga": "Assemblée générale", "distr": "Distr. générale", "date": "8 janvier 2045",
        "session": "Quatre-vingt-dix-neuvième session", "item": "Point 57 b) de l’ordre du jour",
        "topic": "Typographie au service du développement", "adopted": "Résolution adoptée par l’Assemblée générale",
        "on": "le 22 décembre 2044", "origin": "sur le rapport de la Deuxième Commission (A/99/999)",
        "title": "Année internationale de la note de bas de page", "recalling": "Rappelant",
        "recital": " sa résolution 98/1 du 5 décembre 2043,", "decides": "Décide",
        "operative": " de proclamer l’Année internationale de la note\u00a0:",
        "point": "De numéroter chaque note\u00a0;",
        "deeper": "Y compris celle-ci\u00a0;", "resumed": "et invite les États Membres à les lire\u00a0;",
        "note": "Voir A/99/1, annexe.", "meeting": "99e séance plénière", "p": "{}.", "a": "{})", "annex": "Annexe",
    },
    "es": {
        "un": "Naciones Unidas", "ga": "Asamblea General", "distr": "Distr. general", "date": "8 de enero de 2045",
        "session": "Nonagésimo noveno período de sesiones", "item": "Tema 57 b) del programa",
        "topic": "Tipografía",
        "adopted": "Resolución aprobada por la Asamblea General", "on": "el 22 de diciembre de 2044",
        "origin": "sobre la base del informe de la Segunda Comisión (A/99/999)",
        "title": "Año Internacional de la Nota",
        "recalling": "Recordando", "recital": " su resolución 98/1, de 5 de diciembre de 2043,", "decides": "Decide",
        "operative": " proclamar el Año Internacional de la Nota:", "point": "Numerar cada nota;",
        "deeper": "Incluida la presente;", "resumed": "e invita a los Estados Miembros a leerlas;",
        "note": "Véase A/99/1, anexo.", "meeting": "99ª sesión plenaria", "p": "{}.", "a": "{})", "annex": "Anexo",
    },
    "ru": {
        "un": "Организация Объединенных Наций", "ga": "Генеральная Ассамблея", "distr": "Distr.: General",
        "date": "8 January 2045", "session": "Девяносто девятая сессия", "item": "Пункт 57 b) повестки дня",
        "topic": "Типографика", "adopted": "Резолюция, принятая Генеральной Ассамблеей",
        "on": "22 декабря 2044 года",
        "origin": "по докладу Второго комитета (A/99/999)", "title": "Международный год сносок",
        "recalling": "ссылаясь", "recital": " на свою резолюцию 98/1 от 5 декабря 2043 года,",
        "decides": "постановляет",
        "operative": " провозгласить Международный год сносок:", "point": "нумеровать каждую сноску;",
        "deeper": "включая эту;", "resumed": "и предлагает государствам-членам читать их;",
        "note": "См. A/99/1, приложение.", "meeting": "99-е пленарное заседание", "p": "{}.", "a": "{})",
        "annex": "Приложение",
    },
    "ar": {
        "un": "الأمــم المتحـدة", "ga": "الجمعية العامة", "distr": "Distr.: General", "date": "8 January 2045",
        "session": "الدورة التاسعة والتسعون", "item": "البند 57 (ب) من جدول الأعمال", "topic": "فن الطباعة",
        "adopted": "قرار اتخذته الجمعية العامة", "on": "في 22 كانون الأول/ديسمبر 2044",
        "origin": "بناء على تقرير اللجنة الثانية (A/99/999)", "title": "السنة الدولية للحواشي",
        "recalling": "إذ تشير", "recital": " إلى قرارها 98/1 المؤرخ 5 كانون الأول/ديسمبر 2043،", "decides": "تقرر",
        "operative": " إعلان السنة الدولية للحواشي:", "point": "ترقيم كل حاشية؛", "deeper": "بما فيها هذه؛",
        "resumed": "وتدعو الدول الأعضاء إلى قراءتها؛", "note": "انظر A/99/1، المرفق.", "meeting": "الجلسة العامة 99",
        "p": "{} -", "a": "({})", "annex": "المرفق",
    },
    "zh": {
        "un": "联合国", "ga": "大会", "distr": "Distr.: General", "date": "8 January 2045",
        "session": "第九十九届会议",
        "item": "议程项目57 (b)", "topic": "排印促进发展", "adopted": "2044年12月22日大会决议",
        "on": "",
        "origin": "根据第二委员会的报告(A/99/999)通过", "title": "国际脚注年", "recalling": "回顾",
        "recital": "其2043年12月5日第98/1号决议，", "decides": "决定",
        "operative": "宣布国际脚注年：", "point": "为每个脚注编号；",
        "deeper": "包括本脚注；", "resumed": "并邀请会员国阅读；", "note": "见A/99/1，附件。",
        "meeting": "第99次全体会议",
        "p": "{}.", "a": "({})", "annex": "附件",
    },
}  # fmt: skip
LANGUAGES = tuple(_WORDS)
_LETTERS = {"ar": "أبج"}
_SECOND = {"ar": ("’1‘", "’2‘"), "zh": ("㈠", "㈡"), "en": ("(i)", "(ii)")}


def text(words: str, **looks: bool) -> tuple[Text, ...]:
    """One run of text."""
    return (Text(words, **looks),)


def resolution(language: str = "en", *extra: Block, template: str = "new-york") -> Presentation:
    """An invented resolution with a note, points of two degrees, resumed text and closing lines; `extra` blocks
    stand at its end.
    """
    w = _WORDS[language]
    mark = "(1)" if language == "ar" else "1"
    letters = _LETTERS.get(language, "abc")
    second = _SECOND.get(language, ("i)", "ii)"))
    deeper = tuple(Point(f"point_{n}", sign, 2, text(w["deeper"])) for n, sign in enumerate(second))
    operative = Paragraph(
        "para_1",
        w["p"].format(1),
        (Text(w["decides"], emphasis=True), Text(w["operative"])),
        (
            Points(
                "list_1",
                1,
                (
                    Point("point_a", w["a"].format(letters[0]), 1, text(w["point"]), (
                        Points("list_2", 2, deeper),
                    )),
                    Point("point_b", w["a"].format(letters[1]), 1, text(w["point"])),
                ),
            ),
            Prose("wrap_1", text(w["resumed"]), resumed=True),
        ),
    )  # fmt: skip
    closing = (text(w["meeting"], emphasis=True), text(w["date"], emphasis=True))
    link = Link(f"https://docs.un.org/{language}/A/RES/98/1", text("98/1"), "A/RES/98/1")
    again = Paragraph(
        "para_2",
        w["p"].format(2),
        (Text(w["decides"], emphasis=True), Text(" "), link, NoteCall("note_2", "2"), Text(";")),
    )
    blocks: tuple[Block, ...] = (
        Formula("formula_1", (Text(w["ga"], emphasis=True), Text(","))),
        Recital("recital_1", (Text(w["recalling"], emphasis=True), Text(w["recital"]), NoteCall("note_1", mark))),
        operative,
        again,
        *extra,
    )
    adoption = tuple(text(line) for line in (w["adopted"], w["on"]) if line)
    title = Title(
        adoption=adoption,
        proponent=(Text("["), Text(w["origin"], emphasis=True), Text("]")),
        number="99/999.",
        title=text(w["title"]),
    )
    return Presentation(
        language=language,
        direction="rtl" if language == "ar" else "ltr",
        organ="ga",
        template=template,
        cover=Cover(
            w["un"], "A", "/RES/99/999", w["ga"], (w["distr"], w["date"], "", "Original: English"),
            tuple(
                BlockLine(role, text(w[word]))
                for role, word in (("session", "session"), ("agenda-item", "item"), ("agenda-title", "topic"))
            ),
        ),
        parts=(
            Part("main", "main", title, blocks, closing=closing),
        ),
        notes=(Note("note_1", mark, (text(w["note"]), text("A/99/2"))), Note("note_2", "2", (), missing=True)),
        facts=Facts(
            "A/RES/99/999", w["title"], language, "ga", "resolution", "99", datetime.date(2044, 12, 22),
            datetime.date(2045, 1, 8), ("57 (b)",), "45-00001 (E)", "https://docs.un.org/en/A/RES/99/999", "/akn/un/x",
        ),
        running_symbol="A/RES/99/999",
        running_title=w["title"],
        job_number="45-00001 (E)",
    )  # fmt: skip


def table() -> TableBlock:
    """A table with two header rows, spans in both directions and a total."""

    def cell(words: str, **more: object) -> TableCell:
        return TableCell((text(words),), **more)  # type: ignore[arg-type]

    return TableBlock(
        "table_1",
        (
            (cell("Notes", rows=2, header=True), cell("Number", columns=2, header=True, figure=True)),
            (cell("2043", header=True, figure=True), cell("2044", header=True, figure=True)),
            (cell("Footnotes"), cell("12 000", figure=True), cell("13 000", figure=True)),
            (cell("Total", bold=True), cell("12 000", bold=True, figure=True), cell("13 000", bold=True, figure=True)),
        ),
        header_rows=2,
        caption=text("Notes by year"),
    )


def heading(words: str, number: str = "", *, above: bool = False) -> Heading:
    """A heading of the first level."""
    return Heading("heading_1", 1, number, text(words), number_above=above)


def broken(*lines: str) -> tuple[Inline, ...]:
    """Lines with forced breaks between them."""
    content: list[Inline] = []
    for line in lines:
        content.extend(([Break()] if content else []) + [Text(line)])
    return tuple(content)

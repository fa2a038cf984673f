"""Sound sources of every format, made from one invented resolution, and ways to damage them."""

from __future__ import annotations

import functools
import io
import random
import zipfile

from engross.batch.document import read_bytes
from tests.readers.sheet import make_pdf, rule, text

MARKDOWN = """\
---
symbol: A/RES/99/1
adopted: 2044-12-22
---
# International Year of Footnotes

*The General Assembly*,

*Recalling* its resolution 98/1 of 5 December 2043,[^1]

*Noting* the report of the Secretary-General,[^2]

1.  *Decides* to proclaim the International Year of Footnotes:

    (a) To number every note;

    (b) To print it:

        (i) At the foot of the page;

2.  *Requests* the Secretary-General to report thereon.

| Year | Notes |
|------|-------|
| 2043 | 1 250 |

*62nd plenary meeting*
*22 December 2044*

## Annex

### Rules of footnotes

1.  A note has a mark.

[^1]: See A/99/1, annex.
[^2]: A/99/2, <b>para.</b> 3.
"""

TEXT = """\
United Nations                                     A/RES/99/1
General Assembly                              Distr.: General
                                               8 January 2045
Ninety-ninth session
Agenda item 57 (b)
        Resolution adopted by the General Assembly on 22 December 2044
                [on the report of the Second Committee (A/99/999)]

        99/1.  International Year of Footnotes

     The General Assembly,
     Recalling its resolution 98/1 of 5 December 2043,1
     1.   Decides to proclaim the International Year of Foot-
notes:
     (a)  To number every note;
     (b)  To print it.
                                           62nd plenary meeting
                                               22 December 2044
_______________
1 See A/99/1, annex.

45-00001 (E)    080145                                      1/2
\f
A/RES/99/1                       International Year of Footnotes

     2.   Requests the Secretary-General to report thereon.
2/2                                                    45-00001
"""

SUFFIXES = {"text": "txt", "markdown": "md", "html": "html", "docx": "docx", "pdf": "pdf", "akn": "xml"}
"""The formats, and the names that their files have."""


@functools.cache
def sound(name: str) -> bytes:
    """A sound source of a format."""
    if name == "text":
        return TEXT.encode()
    if name == "markdown":
        return MARKDOWN.encode()
    return read_bytes(MARKDOWN.encode(), "footnotes.md").to_bytes(name)


def damage(data: bytes, chance: random.Random) -> bytes:
    """The bytes with a few of them changed, doubled, moved or cut off."""
    spoilt = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(spoilt)) if spoilt else 0
        end = at + chance.choice((1, 1, 2, 5, 40, 400))
        match chance.randrange(6):
            case 0:
                spoilt[at:end] = bytes(chance.randrange(256) for _ in spoilt[at:end])
            case 1:
                del spoilt[at:end]
            case 2:
                spoilt[at:at] = spoilt[at:end] * chance.choice((1, 3, 30))
            case 3:
                spoilt[at:at] = chance.choice(POISONS)
            case 4:
                spoilt[at:end] = bytes(end - at)
            case _:
                if chance.random() < 0.3:
                    del spoilt[at:]
    return bytes(spoilt)


def damage_parts(data: bytes, chance: random.Random) -> bytes:
    """A Word package whose archive is sound and one or two of whose parts are not."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as spoilt:
        parts = [part for part in package.namelist() if part.endswith((".xml", ".rels"))]
        chosen = set(chance.sample(sorted(parts), min(2, len(parts))))
        chosen |= {"word/document.xml"} if chance.random() < 0.7 else set()
        for part in package.namelist():
            content = package.read(part)
            if part in chosen and chance.random() < 0.1:
                continue
            spoilt.writestr(part, swap_words(content, chance) if part in chosen else content)
    return made.getvalue()


def swap_words(data: bytes, chance: random.Random) -> bytes:
    """Mark-up that mostly stays well-formed: names, values and whole elements changed for others of the same file."""
    pieces = data.replace(b">", b">\0").split(b"\0")
    for _ in range(chance.randint(1, 12)):
        at, other = chance.randrange(len(pieces)), chance.randrange(len(pieces))
        match chance.randrange(5):
            case 0:
                pieces[at] = pieces[other]
            case 1:
                pieces[at], pieces[other] = pieces[other], pieces[at]
            case 2:
                pieces[at] = b""
            case 3:
                pieces[at] = chance.choice(POISONS) + pieces[at]
            case _:
                values = pieces[at].split(b'"')
                if len(values) > 2:
                    values[1] = chance.choice((b"-1", b"99999999999999999999", b"", b"x y", b"1e400", b"nan", b"#"))
                pieces[at] = b'"'.join(values)
    return b"".join(pieces)


POISONS = (
    b"\0",
    b"\xed\xa0\x80",  # a lone surrogate
    b"\xff\xfe",
    b"\xf4\x90\x80\x80",  # beyond Unicode
    "\u202e\u2066\u200f\u2069".encode(),
    "\ufffe\uffff\ufdd0".encode(),
    "\u0301".encode() * 300,
    "ﷺ".encode() * 20,
    b"9" * 5000,
    b"\n999999999999999999999999. Decides\n",
    b"(" * 2000,
    b"[^1]" * 50,
    b"&#0;&#xD800;&#x110000;&lt;",
    b"&a;",
    b"<b>" * 400,
    b"<p a='1' a='2' z:b=''>",
    b"</p></body>",
    b"<!--",
    b"<![CDATA[",
    b"]]>",
    b"\x1b\x07\x0b\x0c\x85",
    b"\r",
    b"---\nadopted: 9999-99-99\nsymbol: [1, {a: b}]\n---\n",
    b"> " * 300,
    b"- " * 300,
    b"| a " * 500 + b"|\n" + b"|-" * 500 + b"|\n",
    b"obj<</Length 99999999/W[0 0 0]>>stream\n",
)
"""What no author means to write, and files nevertheless hold."""


def disordered_page(chance: random.Random) -> bytes:
    """A PDF of one page or two with words and rules anywhere: over each other, in columns, beyond the edges, in no
    size or a huge one.
    """
    words = TEXT.replace("\f", "").split()
    pages = []
    for _ in range(chance.randint(1, 2)):
        places = [chance.choice((60.0, 123.0, 320.0, chance.uniform(-200, 900))) for _ in range(3)]
        operators = []
        for _ in range(chance.randint(1, 60)):
            left, top = chance.choice(places), chance.choice((chance.uniform(-100, 900), 12.0 * chance.randint(3, 60)))
            if chance.random() < 0.2:
                operators.append(rule(left, left + chance.uniform(-50, 500), top))
                continue
            start = chance.randrange(len(words))
            phrase = " ".join(words[start : start + chance.randint(1, 12)])
            size = chance.choice((10.0, 10.0, 10.0, 6.5, 8.5, 12.0, 0.0, -10.0, 400.0))
            operators.append(text(phrase, left, top, size, chance.choice(("F1", "F1", "F2", "F3"))))
        pages.append(operators)
    return make_pdf(*pages)

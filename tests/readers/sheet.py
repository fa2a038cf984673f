"""Small PDF files, made by hand: text at places, rules, links."""

from __future__ import annotations

FONTS = {"F1": "Times-Roman", "F2": "Times-Bold", "F3": "Times-Italic"}


def text(content: str, left: float, top: float, size: float = 10.0, font: str = "F1") -> str:
    """A text object whose baseline is `top` points below the page's top (792 points high)."""
    escaped = content.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /{font} {size} Tf 1 0 0 1 {left} {792 - top} Tm ({escaped}) Tj ET"


def rule(left: float, right: float, top: float) -> str:
    """A thin drawn rule."""
    return f"0.5 w {left} {792 - top} m {right} {792 - top} l S"


def make_pdf(*pages: list[str], annotations: str = "", trailer: str = "") -> bytes:
    """A PDF of these pages, each a list of drawing operators."""
    fonts = " ".join(
        f"/{name} << /Type /Font /Subtype /Type1 /BaseFont /{base} /Encoding /WinAnsiEncoding >>"
        for name, base in FONTS.items()
    )
    kids = " ".join(f"{3 + 2 * number} 0 R" for number in range(len(pages)))
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>"]
    for number, page in enumerate(pages):
        content = "\n".join(page)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {4 + 2 * number} 0 R "
            f"/Resources << /Font << {fonts} >> >> {annotations} >>"
        )
        objects.append(f"<< /Length {len(content.encode('cp1252'))} >>\nstream\n{content}\nendstream")
    parts, offsets, at = [b"%PDF-1.7\n"], [], 9
    for number, body in enumerate(objects, 1):
        data = f"{number} 0 obj\n{body}\nendobj\n".encode("cp1252")
        offsets.append(at)
        parts.append(data)
        at += len(data)
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    parts.append(
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
        f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{at}\n%%EOF\n".encode()
    )
    return b"".join(parts)

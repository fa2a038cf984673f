"""Characters of symbol fonts, which Word keeps in the private use area."""

from __future__ import annotations

_SYMBOL = {
    0xB7: "•", 0xA7: "♣", 0xA8: "♦", 0xAE: "→", 0xAC: "←", 0xB0: "°", 0xB1: "±", 0xB2: "″", 0xB3: "≥", 0xA3: "≤",
    0xB4: "×", 0xB8: "÷", 0xB9: "≠", 0xA2: "′", 0xBC: "…", 0x2D: "−", 0x2A: "∗", 0xD4: "™", 0xD2: "®", 0xD3: "©",
    0xE2: "®", 0xE3: "©", 0xE4: "™", 0xA5: "∞", 0xC5: "⊕", 0xD6: "√", 0xE5: "∑",
    0x61: "α", 0x62: "β", 0x63: "χ", 0x64: "δ", 0x65: "ε", 0x66: "φ", 0x67: "γ", 0x68: "η", 0x69: "ι", 0x6B: "κ",
    0x6C: "λ", 0x6D: "μ", 0x6E: "ν", 0x6F: "ο", 0x70: "π", 0x71: "θ", 0x72: "ρ", 0x73: "σ", 0x74: "τ", 0x75: "υ",
    0x77: "ω", 0x78: "ξ", 0x79: "ψ", 0x7A: "ζ", 0x44: "Δ", 0x53: "Σ", 0x57: "Ω",
}  # fmt: skip
_WINGDINGS = {
    0xA7: "▪", 0xA8: "◻", 0x6C: "●", 0x6E: "■", 0x71: "❑", 0x75: "◆", 0x76: "❖", 0x77: "⬥", 0xD8: "➢", 0xFC: "✓",
    0xFB: "✗", 0xFE: "☑", 0xA1: "○", 0x9F: "•", 0x9E: "·", 0xE0: "→", 0x6F: "□", 0xF0: "⇨",
}  # fmt: skip
_FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS}


def character(code: int, font: str) -> str:
    """The Unicode character for a code point of a symbol font; unknown ones stay what they are."""
    low = code - 0xF000 if 0xF000 <= code <= 0xF0FF else code
    known = _FONTS.get(font.lower(), {}).get(low)
    if known is not None:
        return known
    if 0xF000 <= code <= 0xF0FF and not font and low == 0xB7:
        return "•"
    if 0 < code < 0x110000 and not 0xD800 <= code <= 0xDFFF:
        return chr(code)
    return "\ufffd"


def of_text(text: str, font: str) -> str:
    """A label's characters, those of the private use area read in their font."""
    return "".join(character(ord(c), font) if "\uf000" <= c <= "\uf0ff" else c for c in text)

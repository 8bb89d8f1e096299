"""Characters of symbol fonts, stored by their place in the font, as the characters that they show."""

# Arrows and ticks matter in tables: they say the direction of travel.
ARROWS = "←→↑↓↖↗↙↘"
SYMBOL = dict(zip(range(0xAB, 0xB0), "↔←↑→↓", strict=True)) | {
    0x2D: "−", 0xA3: "≤", 0xB0: "°", 0xB1: "±", 0xB3: "≥",
    0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈",
}  # fmt: skip
WINGDINGS = dict(zip(range(0xDF, 0xF3), f"{ARROWS}{ARROWS}⇦⇨⇧⇩", strict=True)) | {
    0x6C: "●", 0x6E: "■", 0x76: "❖", 0x9F: "•", 0xA7: "▪", 0xA8: "□",
    0xD8: "➢", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
PRIVATE_USE = 0xF000


def shown(font: str, code: str) -> str:
    """The character that a font shows for a hexadecimal code ("F0E1" in Wingdings is an arrow up)."""
    try:
        point = int(code, 16)
        place = point - PRIVATE_USE if PRIVATE_USE <= point <= PRIVATE_USE + 0xFF else point
        table = {"symbol": SYMBOL, "wingdings": WINGDINGS}.get(font.lower(), {})
        return table.get(place) or chr(point)
    except (ValueError, OverflowError):
        return ""

"""Bar charts of the example report, drawn as pictures."""

from pathlib import Path

import msgspec
import reportlab
from msgspec import Struct
from PIL import Image, ImageDraw, ImageFont

WIDTH, HEIGHT = 1200, 520
LEFT, TOP, BOTTOM = 90, 40, 70
INK, RULE, BAR = "#333333", "#d0d4da", "#2f5d8c"
FONT = Path(reportlab.__file__).parent / "fonts" / "Vera.ttf"


class Chart(Struct, frozen=True, forbid_unknown_fields=True):
    """A bar chart: a value for each label, and the distance between the lines of its scale."""

    name: str
    labels: tuple[str, ...]
    values: tuple[int, ...]
    step: int


class Charts(Struct, frozen=True, forbid_unknown_fields=True):
    """What `charts.toml` holds."""

    charts: tuple[Chart, ...]


def draw_all(figures: Path, folder: Path) -> None:
    """Draw each chart of the TOML file `figures` to `<folder>/<name>.png`."""
    folder.mkdir(parents=True, exist_ok=True)
    for chart in msgspec.toml.decode(figures.read_bytes(), type=Charts).charts:
        _drawn(chart).save(folder / f"{chart.name}.png", optimize=True)


def _drawn(chart: Chart) -> Image.Image:
    image = Image.new("RGB", (WIDTH, HEIGHT), "white")
    draw = ImageDraw.Draw(image)
    top = -(-max(chart.values) // chart.step) * chart.step
    for value in range(0, top + 1, chart.step):
        _scale_line(draw, value, top)
    room = (WIDTH - LEFT) / len(chart.values)
    for i, (label, value) in enumerate(zip(chart.labels, chart.values, strict=True)):
        _bar(draw, LEFT + room * (i + 0.5), room, label, value, top)
    return image.quantize(64)


def _height(value: int, top: int) -> float:
    return HEIGHT - BOTTOM - (HEIGHT - BOTTOM - TOP) * value / top


def _scale_line(draw: ImageDraw.ImageDraw, value: int, top: int) -> None:
    y = _height(value, top)
    draw.line([(LEFT, y), (WIDTH, y)], fill=RULE, width=2)
    draw.text((LEFT - 14, y), str(value), fill=INK, font=_font(24), anchor="rm")


def _bar(draw: ImageDraw.ImageDraw, middle: float, room: float, label: str, value: int, top: int) -> None:
    y, half = _height(value, top), room * 0.29
    draw.rectangle([(middle - half, y), (middle + half, HEIGHT - BOTTOM)], fill=BAR)
    draw.text((middle, y + 12), str(value), fill="white", font=_font(24), anchor="mt")
    draw.text((middle, HEIGHT - BOTTOM + 34), label, fill=INK, font=_font(26), anchor="mm")


def _font(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(FONT), size)

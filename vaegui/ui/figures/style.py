"""How large, how fine and in which colours a figure is drawn, and its files: PNG, SVG and PDF.

A figure is laid out in logical pixels, as many to the inch as the screen has by its settings, less where text is to be
larger; what was recorded there (`recorder.py`) is drawn at the resolution of the file. All that takes time is a
generator, which a thread iterates.
"""

from __future__ import annotations

import math
import re
from collections.abc import Generator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, QSize, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter, QPdfWriter

import vaegui
from vaegui import storing
from vaegui.settings import UserError
from vaegui.steps import part_of
from vaegui.ui.figures.images import Inserts, encode_png
from vaegui.ui.figures.parts import Drawing
from vaegui.ui.figures.recorder import play
from vaegui.words import tr

Format = Literal["png", "svg", "pdf"]
Colours = Literal["screen", "print"]
FORMATS: tuple[Format, ...] = ("png", "svg", "pdf")
WIDTHS = {"single": 3.5, "one and a half": 5.5, "double": 7.2, "slide": 10.0}  # inches, of columns and of a slide
SLIDE_HEIGHT = 7.5  # inches
LEAST, MOST = 1.0, 40.0  # inches, of a side
FONT_SCALES, DPIS = (0.5, 3.0), (72, 1200)
MOST_PIXELS = 100_000_000  # of an image: 400 MB of memory while it is drawn
POINTS = 72  # to the inch
HALF = 0.5  # of the work is drawing, the other half compressing
PDF_UNITS = 1200  # to the inch


@dataclass(frozen=True)
class FigureStyle:
    """Size in inches, text against its size on screen, dots to the inch of what is an image, and colours.

    Raises:
        UserError: when something is out of its bounds.
    """

    width_in: float = 7.2
    height_in: float = 4.5
    font_scale: float = 1.0
    dpi: int = 300
    theme: Colours = "screen"

    def __post_init__(self) -> None:
        for name, side in (("width", self.width_in), ("height", self.height_in)):
            if not LEAST <= side <= MOST:
                raise UserError(f"The figure’s {name} would be {side:g} in; choose {LEAST:g} to {MOST:g} in.")
        if not FONT_SCALES[0] <= self.font_scale <= FONT_SCALES[1]:
            raise UserError(f"Text would be scaled by {self.font_scale:g}; choose 0.5 to 3 (50 % to 300 %).")
        if not DPIS[0] <= self.dpi <= DPIS[1]:
            raise UserError(f"{self.dpi} dpi are too few or too many; choose {DPIS[0]} to {DPIS[1]}.")
        if self.theme not in ("screen", "print"):
            raise UserError(f"There are no colours “{self.theme}”; choose “screen” or “print”.")
        if self.pixels[0] * self.pixels[1] > MOST_PIXELS:
            millions = self.pixels[0] * self.pixels[1] / 1e6
            raise UserError(
                tr(
                    "The figure would have {millions:,.0f} million pixels, and at most {most:.0f} million "
                    "are drawn. Choose fewer dots per inch, or a smaller size.",
                    millions=millions,
                    most=MOST_PIXELS / 1e6,
                )
            )

    @property
    def pixels(self) -> tuple[int, int]:
        """Width and height in pixels of the PNG, and of what is an image in the other files."""
        return round(self.width_in * self.dpi), round(self.height_in * self.dpi)

    def logical(self, per_inch: int) -> QSizeF:
        """Width and height in logical pixels, of which the screen has so many to the inch."""
        return QSizeF(self.width_in, self.height_in) * (per_inch / self.font_scale)

    @property
    def values(self) -> dict[str, Any]:
        """What can be kept as JSON."""
        return asdict(self)


def style_of(values: Mapping[str, Any]) -> FigureStyle | None:
    """The style that was kept, or None where it is not one."""
    kinds = {"width_in": float, "height_in": float, "font_scale": float, "dpi": int, "theme": str}
    try:
        return FigureStyle(**{name: kind(values[name]) for name, kind in kinds.items()})
    except (KeyError, TypeError, ValueError, OverflowError, UserError):
        return None


def format_of(path: Path) -> Format:
    """The format that a file's name asks for.

    Raises:
        UserError: when it asks for none of them.
    """
    for kind in FORMATS:
        if path.suffix.lower() == f".{kind}":
            return kind
    raise UserError(tr("“{file}” does not say what to draw: let its name end in .png, .svg or .pdf.", file=path.name))


def image_of(drawing: Drawing, width: int, height: int) -> Generator[float, None, QImage]:
    """Draw a figure on an image of width × height pixels; yields the share done.

    Raises:
        UserError: when there is not enough memory.
    """
    image = QImage(width, height, QImage.Format.Format_RGB32)
    if image.isNull():
        raise UserError(
            tr(
                "There is not enough memory for {width:,} × {height:,} pixels. Choose fewer dots per inch.",
                width=width,
                height=height,
            )
        )
    image.fill(drawing.ground)
    painter = QPainter(image)
    try:
        scale = width / drawing.size.width()
        painter.scale(scale, height / drawing.size.height())
        yield from play(drawing.commands, painter, scale)
    finally:
        painter.end()
    return image


def encode(drawing: Drawing, style: FigureStyle, kind: Format, title: str) -> Generator[float, None, bytes]:
    """Draw a figure as the content of a file; yields the share done.

    Raises:
        UserError: when there is not enough memory.
    """
    if kind == "png":
        image = yield from part_of(image_of(drawing, *style.pixels), 0, HALF)
        words = {"Title": title, "Software": _creator()}
        return (yield from part_of(encode_png(image, style.dpi, words), HALF, HALF))
    buffer, inserts = QBuffer(), Inserts()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    yield from part_of((_svg if kind == "svg" else _pdf)(drawing, style, title, buffer, inserts), 0, HALF)
    content = bytes(buffer.data().data())
    if kind == "svg":
        return (yield from part_of(inserts.into_svg(_finished_svg(content)), HALF, HALF))
    return (yield from part_of(inserts.into_pdf(_exact_page(content, style)), HALF, HALF))


def save(drawing: Drawing, style: FigureStyle, path: Path, title: str) -> Generator[float, None, int]:
    """Draw a figure into a file, which has its old content or all of the new; returns its size in bytes.

    Raises:
        UserError: when its name says no format, or it cannot be written; what was there is kept then.
    """
    content = yield from encode(drawing, style, format_of(path), title)
    write(path, content)
    return len(content)


def write(path: Path, content: bytes) -> None:
    """Write the content of a figure's file.

    Raises:
        UserError: when that is not possible; what was there is kept then.
    """
    try:
        storing.replace(path, content)
    except OSError as error:
        raise UserError(
            tr(
                "The figure was not saved as {file}: {reason}. Nothing there was changed; choose another place.",
                file=path,
                reason=storing.in_words(error),
            )
        ) from None


def _creator() -> str:
    return f"vaegui {vaegui.__version__}"


def _svg(
    drawing: Drawing, style: FigureStyle, title: str, buffer: QBuffer, inserts: Inserts
) -> Generator[float, None, None]:
    from PySide6.QtSvg import QSvgGenerator

    generator = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)  # the other one knows no clipping
    generator.setOutputDevice(buffer)
    generator.setTitle(title)
    generator.setDescription(_creator())
    # A unit is a logical pixel; as many of them as the figure has are as wide as it should be.
    generator.setResolution(style.dpi)
    generator.setSize(QSize(*style.pixels))
    generator.setViewBox(QRectF(0, 0, drawing.size.width(), drawing.size.height()))
    yield from _on_page(QPainter(generator), drawing, style, inserts)


def _finished_svg(content: bytes) -> bytes:
    """Say what Qt does not: that images are not to be smoothed, and which fonts will do where one is missing."""
    content = content.replace(b"<image ", b'<image style="image-rendering:pixelated" ')
    others = rb"""font-family="'\1', Arial, Helvetica, sans-serif" """.rstrip()
    return re.sub(rb'font-family="([^"]+)"', others, content)


def _pdf(
    drawing: Drawing, style: FigureStyle, title: str, buffer: QBuffer, inserts: Inserts
) -> Generator[float, None, None]:
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setCreator(_creator())
    writer.setResolution(PDF_UNITS)
    whole = QSizeF(math.ceil(style.width_in * POINTS), math.ceil(style.height_in * POINTS))
    size = QPageSize(whole, QPageSize.Unit.Point, title, QPageSize.SizeMatchPolicy.ExactMatch)
    writer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)))
    painter = QPainter(writer)
    # Qt's pages have whole points. The figure stands on the lower edge of one; `_exact_page` cuts off what is above.
    painter.translate(0, (whole.height() / POINTS - style.height_in) * PDF_UNITS)
    scale = style.width_in * PDF_UNITS / drawing.size.width()
    painter.scale(scale, style.height_in * PDF_UNITS / drawing.size.height())
    yield from _on_page(painter, drawing, style, inserts)


def _exact_page(content: bytes, style: FigureStyle) -> bytes:
    """Give the page its exact size; a PDF says at which bytes its parts begin, so that the length must stay."""

    def exact(found: re.Match[bytes]) -> bytes:
        sides = zip(found.groups()[1:], (style.width_in, style.height_in), strict=True)
        numbers = [b"%0*.6f" % (len(before), inches * POINTS) for before, inches in sides]
        return b"/%s [0 0 %s %s]" % (found[1], *numbers)

    return re.sub(rb"/(MediaBox|TrimBox) \[0 0 ([0-9.]+) ([0-9.]+)\]", exact, content)


def _on_page(painter: QPainter, drawing: Drawing, style: FigureStyle, inserts: Inserts) -> Generator[float, None, None]:
    try:
        painter.fillRect(QRectF(0, 0, drawing.size.width(), drawing.size.height()), drawing.ground)
        yield from play(drawing.commands, painter, style.pixels[0] / drawing.size.width(), inserts.put)
    finally:
        painter.end()

"""The images in SVG and PDF files, and PNG files themselves, compressed without holding the window up.

Qt compresses images while it holds Python's lock, half a second for one at 600 dpi. So a painter gets a stub for each
image, and the file the image itself afterwards, compressed strip by strip by zlib, which lets go of the lock.
"""

from __future__ import annotations

import base64
import re
import struct
import zlib
from collections.abc import Generator, Mapping

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from vaegui.settings import UserError
from vaegui.steps import part_of
from vaegui.words import tr

STRIP = 1 << 19  # pixels at a time
LEVEL = 6  # of zlib
STUB = 0x80FF0000  # neither grey nor opaque, so that Qt treats it as the images it stands for
INCH = 0.0254  # metres
Compressing = Generator[float, None, bytes]


class Inserts:
    """Images that are to be put into a file in place of the stubs that were painted."""

    def __init__(self) -> None:
        self.images: list[QImage] = []

    def put(self, painter: QPainter, area: QRectF, image: QImage) -> None:
        """Paint a stub for an image; the height of each is another one, by which it is found."""
        stub = QImage(1, len(self.images) + 2, QImage.Format.Format_ARGB32)
        stub.fill(STUB)
        painter.drawImage(area, stub)
        self.images.append(image)

    def into_svg(self, content: bytes) -> Compressing:
        """Put the images into an SVG, in the order of their stubs."""
        pieces = re.split(rb'(?<=xlink:href=")data:image/png;base64,[^"]*(?=")', content)
        assert len(pieces) == len(self.images) + 1
        whole = [pieces[0]]
        for number, (image, piece) in enumerate(zip(self.images, pieces[1:], strict=True)):
            png = yield from part_of(encode_png(image), number / len(self.images), 1 / len(self.images))
            whole += [b"data:image/png;base64,", base64.b64encode(png), piece]
        return b"".join(whole)

    def into_pdf(self, content: bytes) -> Compressing:
        """Put the images into a PDF: as newer versions of their stubs, at its end, which is how PDFs are changed."""
        if not self.images:
            return content
        whole, places = [content], dict[int, int]()  # objects, and the bytes where they begin
        size = len(content)
        for index, image in enumerate(self.images):
            head = rb"(\d+) 0 obj\s*<<[^>]*?/Width 1\s+/Height %d\s[^>]*?/SMask (\d+) 0 R[^>]*>>" % (index + 2)
            found = re.search(head, content)
            assert found is not None
            share = index / len(self.images), 0.5 / len(self.images)
            colours = yield from part_of(_compressed(image, 3), *share)
            opacity = yield from part_of(_compressed(image, 1), share[0] + share[1], share[1])
            numbers = int(found[1]), int(found[2])
            for number, data, kind in (
                (numbers[0], colours, b"/DeviceRGB /SMask %d 0 R" % numbers[1]),
                (numbers[1], opacity, b"/DeviceGray"),
            ):
                sides = image.width(), image.height()
                made = (
                    b"%d 0 obj\n<</Type /XObject /Subtype /Image /Width %d /Height %d /BitsPerComponent 8 "
                    b"/ColorSpace %s /Filter /FlateDecode /Length %d>>\nstream\n" % (number, *sides, kind, len(data))
                )
                places[number] = size
                whole += [made, data, b"\nendstream\nendobj\n"]
                size += len(made) + len(data) + 18
        entries = b"".join(b"%d 1\n%010d 00000 n \n" % (number, places[number]) for number in sorted(places))
        trailer = re.search(rb"trailer\s*<<(.*?)>>\s*startxref\s+(\d+)", content, re.DOTALL)
        assert trailer is not None
        end = b"xref\n%strailer\n<<%s/Prev %s\n>>\nstartxref\n%d\n%%%%EOF\n" % (entries, trailer[1], trailer[2], size)
        return b"".join([*whole, end])


def encode_png(image: QImage, dpi: int | None = None, words: Mapping[str, str] | None = None) -> Compressing:
    """The content of a PNG, without loss, with its resolution and words such as its title; yields the share done."""
    channels = 4 if image.hasAlphaChannel() else 3
    packer, packed = zlib.compressobj(LEVEL), []
    for share, rows in _strips(image, channels):
        plain = np.zeros((len(rows), 1 + rows[0].size), np.uint8)  # each row begins with its filter: none
        plain[:, 1:] = rows.reshape(len(rows), -1)
        packed.append(packer.compress(plain.data))
        yield share
    packed.append(packer.flush())
    header = struct.pack(">IIBBBBB", image.width(), image.height(), 8, 6 if channels == 4 else 2, 0, 0, 0)
    chunks = [_chunk(b"IHDR", header)]
    if dpi is not None:
        chunks.append(_chunk(b"pHYs", struct.pack(">IIB", round(dpi / INCH), round(dpi / INCH), 1)))
    for key, text in (words or {}).items():
        chunks.append(_chunk(b"iTXt", key.encode("latin-1") + b"\0\0\0\0\0" + text.encode()))
    chunks += [_chunk(b"IDAT", b"".join(packed)), _chunk(b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def _compressed(image: QImage, channels: int) -> Compressing:
    """All pixels in three colours, or their opacity (one channel)."""
    packer, packed = zlib.compressobj(LEVEL), []
    for share, rows in _strips(image, 4):
        packed.append(packer.compress(np.ascontiguousarray(rows[..., :3] if channels == 3 else rows[..., 3]).data))
        yield share
    return b"".join([*packed, packer.flush()])


def _strips(image: QImage, channels: int) -> Generator[tuple[float, np.ndarray], None, None]:
    """The share done and rows (n, W, 3 or 4) uint8, colours not multiplied with opacity, from the top."""
    kind = QImage.Format.Format_RGBA8888 if channels == 4 else QImage.Format.Format_RGBX8888
    step = max(STRIP // image.width(), 1)
    for top in range(0, image.height(), step):
        count = min(step, image.height() - top)
        strip = image.copy(0, top, image.width(), count).convertToFormat(kind)
        if strip.isNull():
            raise UserError(tr("There is not enough memory for the figure. Choose fewer dots per inch."))
        rows = np.frombuffer(strip.constBits(), np.uint8).reshape(count, image.width(), 4)
        yield (top + count) / image.height(), rows[..., :channels]

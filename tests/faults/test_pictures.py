"""Images from strangers: right to 1/255 whatever their format, and refused in a sentence where something is wrong."""

import io
import json
import os
import pickle
import random
import resource
import stat
import struct
import sys
import time
import warnings
import zipfile
import zlib

import numpy as np
import pytest
from PIL import Image

from vaegui import pictures
from vaegui.settings import UserError

MOST_SECONDS, MOST_MEGABYTES = 0.05, 50
HEIGHT, WIDTH = 13, 17
chance = np.random.default_rng(0)


def noise(*shape, top=256, dtype=np.uint8):
    return chance.integers(0, top, (HEIGHT, WIDTH, *shape)).astype(dtype)


def smooth(channels):
    """What JPEG keeps."""
    y, x = np.mgrid[:HEIGHT, :WIDTH]
    planes = [40 + 9 * x + 4 * y, 230 - 7 * x - 3 * y, 60 + 8 * y, 20 + 5 * x][:channels]
    return np.stack(planes, -1).astype(np.uint8)


def saved(picture, kind, **options):
    file = io.BytesIO()
    picture.save(file, kind, **options)
    return file.getvalue()


def chunk(kind, content):
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def png(depth, colour, rows, *others, size=(WIDTH, HEIGHT), level=9):
    """A PNG as its specification has it; rows are bytes."""
    header = struct.pack(">IIBBBBB", *size, depth, colour, 0, 0, 0)
    body = chunk(b"IDAT", zlib.compress(b"".join(b"\0" + row for row in rows), level))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + b"".join(others) + body + chunk(b"IEND", b"")


def tiff(order, tags, data=b""):
    """A TIFF: its header, data from byte 8 on, its directory; tags are (type, values)."""
    letters = {1: "B", 3: "H", 4: "I", 11: "f"}
    body = data + bytes(len(data) % 2)
    place, entries = 8 + len(body), b""
    for tag, (kind, values) in sorted(tags.items()):
        packed = struct.pack(order + letters[kind] * len(values), *values)
        if len(packed) > 4:
            body += packed + bytes(len(packed) % 2)
            packed, place = struct.pack(order + "I", place), 8 + len(body)
        entries += struct.pack(order + "HHI", tag, kind, len(values)) + packed.ljust(4, b"\0")
    start = struct.pack(order + "2sHI", b"II" if order == "<" else b"MM", 42, place)
    return start + body + struct.pack(order + "H", len(tags)) + entries + bytes(4)


def plain_tiff(order, values, bits, photometric=1, sample=1, **more):
    """One strip, not compressed; values (H, W) or (H, W, C)."""
    depth = values.shape[2] if values.ndim == 3 else 1
    data = values.astype(values.dtype.newbyteorder(order)).tobytes()
    tags = {
        256: (3, [values.shape[1]]),
        257: (3, [values.shape[0]]),
        258: (3, [bits] * depth),
        259: (3, [1]),
        262: (3, [photometric]),
        273: (4, [8]),
        277: (3, [depth]),
        278: (3, [values.shape[0]]),
        279: (4, [len(data)]),
        339: (3, [sample] * depth),
    }
    return tiff(order, tags | {int(tag[1:]): value for tag, value in more.items()}, data)


def chw(values):
    """The reference as it should come out."""
    values = np.asarray(np.rint(values))
    return values[None] if values.ndim == 2 else values.transpose(2, 0, 1)


def over_black(colours, alpha):
    return colours.astype(float) * (alpha[..., None] if colours.ndim == 3 else alpha) / 255.0


# What comes out


def cases():
    """Name, file, reference, and by how much they may differ."""
    grey, rgb, alpha, bits = noise(), noise(3), noise(), noise(top=2)
    wide = noise(top=65536, dtype=np.uint16)
    wide_rgb, wide_alpha = noise(3, top=65536, dtype=np.uint16), noise(top=65536, dtype=np.uint16)
    rgba, la = np.dstack((rgb, alpha)), np.dstack((grey, alpha))
    cmyk = noise(4)
    from_cmyk = (255.0 - cmyk[..., :3]) * (255.0 - cmyk[..., 3:]) / 255
    table, index = chance.integers(0, 256, (256, 3)).astype(np.uint8), noise()
    table_alpha = chance.integers(0, 256, 256).astype(np.uint8)
    lossless = {"PNG": {}, "TIFF": {}, "WEBP": {"lossless": True, "exact": True}, "BMP": {}, "GIF": {}}

    def palette(values=table, mode="RGB"):
        picture = Image.fromarray(index)
        picture.putpalette(values.tobytes(), mode)
        return picture

    for kind, options in lossless.items():
        if kind != "WEBP":
            yield f"1 {kind}", saved(Image.fromarray(bits.astype(bool)), kind), bits * 255, 0
            yield f"L {kind}", saved(Image.fromarray(grey), kind), grey, 0
            yield f"P {kind}", saved(palette(), kind), table[index], 0
            shades = np.repeat(table[:, :1], 3, axis=1)
            yield f"P of greys {kind}", saved(palette(shades), kind), shades[index][..., 0], 0
        if kind != "GIF":
            yield f"RGB {kind}", saved(Image.fromarray(rgb), kind, **options), rgb, 0
        if kind in ("PNG", "TIFF", "WEBP"):
            yield f"RGBA {kind}", saved(Image.fromarray(rgba), kind, **options), over_black(rgb, alpha), 1
        if kind in ("PNG", "TIFF"):
            yield f"LA {kind}", saved(Image.fromarray(la), kind), over_black(grey, alpha), 1
            yield f"16 bits {kind}", saved(Image.fromarray(wide), kind), wide / 257.0, 0
    for compression in ("tiff_lzw", "tiff_adobe_deflate", "packbits"):
        yield f"RGB {compression}", saved(Image.fromarray(rgb), "TIFF", compression=compression), rgb, 0
        yield f"16 bits {compression}", saved(Image.fromarray(wide), "TIFF", compression=compression), wide / 257.0, 0
    yield "1 group4", saved(Image.fromarray(bits.astype(bool)), "TIFF", compression="group4"), bits * 255, 0
    yield "CMYK TIFF", saved(as_cmyk(cmyk), "TIFF"), from_cmyk, 1

    # Palettes with transparency
    yield (
        "P with alphas PNG",
        saved(palette(), "PNG", transparency=table_alpha.tobytes()),
        over_black(table[index], table_alpha[index]),
        1,
    )
    for kind in ("PNG", "GIF"):
        file = saved(palette(), kind, transparency=7)
        yield f"P with a hole {kind}", file, np.where((index == 7)[..., None], 0, table[index]), 0
    greys = Image.fromarray(grey)
    yield "L with a hole GIF", saved(greys, "GIF", transparency=int(grey[0, 0])), grey * (grey != grey[0, 0]), 0

    # PNG, written by hand
    key = chunk(b"tRNS", struct.pack(">H", int(grey[0, 0])))
    yield "L with a hole PNG", png(8, 0, map(bytes, grey), key), grey * (grey != grey[0, 0]), 0
    key = chunk(b"tRNS", struct.pack(">3H", *map(int, rgb[0, 0])))
    hole = (rgb == rgb[0, 0]).all(-1, keepdims=True)
    yield "RGB with a hole PNG", png(8, 2, (row.tobytes() for row in rgb), key), rgb * ~hole, 0
    for depth in (1, 2, 4):
        few = noise(top=2**depth)
        rows = [pack(row, depth) for row in few]
        full = few * (255 // (2**depth - 1))
        yield f"{depth} bits PNG", png(depth, 0, rows), full, 0
        key = chunk(b"tRNS", struct.pack(">H", 1))
        yield f"{depth} bits with a hole PNG", png(depth, 0, rows, key), full * (few != 1), 0
        entries = chunk(b"PLTE", table[: 2**depth].tobytes())
        yield f"P of {depth} bits PNG", png(depth, 3, rows, entries), table[few], 0
    big = [row.astype(">u2").tobytes() for row in wide]
    yield "16 bits by hand PNG", png(16, 0, big), wide / 257.0, 0
    key = chunk(b"tRNS", struct.pack(">H", int(wide[2, 2])))
    yield "16 bits with a hole PNG", png(16, 0, big, key), wide / 257.0 * (wide != wide[2, 2]), 0
    rows = [row.astype(">u2").tobytes() for row in wide_rgb]
    yield "16-bit RGB PNG", png(16, 2, rows), wide_rgb / 257.0, 1
    key = chunk(b"tRNS", struct.pack(">3H", 1, 2, 3))
    yield "16-bit RGB with a key PNG", png(16, 2, rows, key), wide_rgb / 257.0, 1
    rows = [row.astype(">u2").tobytes() for row in np.dstack((wide_rgb, wide_alpha))]
    yield "16-bit RGBA PNG", png(16, 6, rows), over_black(wide_rgb / 257.0, wide_alpha / 257.0), 2
    rows = [row.astype(">u2").tobytes() for row in np.dstack((wide, wide_alpha))]
    yield "16-bit LA PNG", png(16, 4, rows), over_black(wide / 257.0, wide_alpha / 257.0), 2

    # TIFF, written by hand, in both byte orders
    real = chance.random((HEIGHT, WIDTH)).astype(np.float32)
    for order in "<>":
        yield f"16 bits {order} TIFF", plain_tiff(order, wide, 16), wide / 257.0, 0
        yield f"32 bits {order} TIFF", plain_tiff(order, grey.astype(np.int32), 32, sample=2), grey, 0
        yield f"real {order} TIFF", plain_tiff(order, real, 32, sample=3), real * 255.0, 0
        yield f"real from white {order} TIFF", plain_tiff(order, real, 32, 0, 3), 255 - real * 255.0, 0.6
        yield f"from white {order} TIFF", plain_tiff(order, grey, 8, 0), 255 - grey, 0
        yield f"16-bit RGB {order} TIFF", plain_tiff(order, wide_rgb, 16, 2), wide_rgb / 257.0, 1
        yield f"RGB with thumbnails {order} TIFF", plain_tiff(order, rgb, 8, 2, t330=(4, [8, 9])), rgb, 0
        yield f"a foreign tag {order} TIFF", plain_tiff(order, grey, 8, t33550=(4, [1] * 9)), grey, 0
        dimmed = np.rint(over_black(rgb, alpha)).astype(np.uint8)
        file = plain_tiff(order, np.dstack((dimmed, alpha)), 8, 2, t338=(3, [1]))
        yield f"alpha multiplied {order} TIFF", file, dimmed, 1
        file = plain_tiff(
            order, np.dstack((np.rint(over_black(grey, alpha)).astype(np.uint8), alpha)), 8, t338=(3, [1])
        )
        yield f"grey alpha multiplied {order} TIFF", file, over_black(grey, alpha), 1
    yield "16 bits from white TIFF", plain_tiff("<", wide, 16, 0), 255 - wide / 257.0, 1

    # What loses something: near what was saved
    yield "L JPEG", saved(Image.fromarray(smooth(1)[..., 0]), "JPEG", quality=100), smooth(1)[..., 0], 2
    file = saved(Image.fromarray(smooth(3)), "JPEG", quality=100, subsampling=0)
    yield "RGB JPEG", file, smooth(3), 4
    file = saved(Image.fromarray(smooth(3)), "JPEG", quality=100, subsampling=0, progressive=True)
    yield "progressive JPEG", file, smooth(3), 4
    inks = smooth(4)
    reference = (255.0 - inks[..., :3]) * (255.0 - inks[..., 3:]) / 255
    yield "CMYK JPEG", saved(as_cmyk(inks), "JPEG", quality=100, subsampling=0), reference, 4
    yield "RGB WebP", saved(Image.fromarray(smooth(3)), "WEBP", quality=100), smooth(3), 12
    y, cb, cr = np.moveaxis(smooth(3).astype(float), -1, 0)
    reference = np.clip(
        np.stack(
            (y + 1.402 * (cr - 128), y - 0.344136 * (cb - 128) - 0.714136 * (cr - 128), y + 1.772 * (cb - 128)), -1
        ),
        0,
        255,
    )
    ycbcr = Image.merge("YCbCr", [Image.fromarray(plane) for plane in np.moveaxis(smooth(3), -1, 0)])
    yield "YCbCr TIFF", saved(ycbcr, "TIFF"), reference, 1.6


def as_cmyk(values):
    return Image.merge("CMYK", [Image.fromarray(np.ascontiguousarray(plane)) for plane in np.moveaxis(values, -1, 0)])


def pack(row, depth):
    bits = "".join(f"{value:0{depth}b}" for value in row)
    bits += "0" * (-len(bits) % 8)
    return int(bits, 2).to_bytes(len(bits) // 8, "big")


def test_every_mode_of_every_format_comes_out_right(tmp_path):
    tried = 0
    for name, content, reference, tolerance in cases():
        found = pictures.read(content, name)
        expected = chw(reference)
        assert found.dtype == np.uint8, name
        assert found.flags.c_contiguous, name
        assert found.shape == expected.shape, name
        assert np.abs(found - expected).max() <= tolerance, name
        path = tmp_path / "file"  # a name tells nothing
        path.write_bytes(content)
        assert (pictures.read(path) == found).all()
        tried += 1
    print(f"\n{tried} kinds of images read as they should")


def turned(values, orientation):
    """What a camera that is held so would store: the inverse of what EXIF's table says of rows and columns."""
    height, width = values.shape[:2]
    stored = np.zeros(((width, height) if orientation > 4 else (height, width)) + values.shape[2:], values.dtype)
    for y in range(height):
        for x in range(width):
            row, column = {
                1: (y, x),
                2: (y, width - 1 - x),
                3: (height - 1 - y, width - 1 - x),
                4: (height - 1 - y, x),
                5: (x, y),
                6: (width - 1 - x, y),
                7: (width - 1 - x, height - 1 - y),
                8: (x, height - 1 - y),
            }[orientation]
            stored[row, column] = values[y, x]
    return stored


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("order", ["<", ">"])
def test_orientation_is_applied(orientation, order):
    upright = noise(3)
    exif = b"Exif\0\0" + tiff(order, {274: (3, [orientation])})
    picture = Image.fromarray(turned(upright, orientation))
    for kind, options in (("PNG", {}), ("WEBP", {"lossless": True}), ("TIFF", {})):
        content = (
            saved(picture, kind, exif=exif, **options)
            if kind != "TIFF"
            else plain_tiff(order, np.asarray(picture), 8, 2, t274=(3, [orientation]))
        )
        assert (pictures.read(content) == chw(upright)).all(), kind
    content = saved(picture, "TIFF", compression="tiff_lzw", tiffinfo={274: orientation})
    assert (pictures.read(content) == chw(upright)).all()
    upright = smooth(3)
    content = saved(Image.fromarray(turned(upright, orientation)), "JPEG", exif=exif, quality=100, subsampling=0)
    found = pictures.read(content)
    assert found.shape == chw(upright).shape
    assert np.abs(found - chw(upright)).max() <= 4


@pytest.mark.parametrize(
    "exif", [b"", b"Exif\0\0", b"Exif\0\0II*\0", b"Exif\0\0II*\0\xff\xff\xff\xff", b"MM\0*\0\0\0\x08\xff\xff"]
)
def test_broken_exif_does_not_matter(exif):
    assert np.abs(pictures.read(saved(Image.fromarray(smooth(3)), "JPEG", exif=exif)) - chw(smooth(3))).max() < 40


def test_the_first_frame_is_taken():
    frames = [noise() for _ in range(3)]
    first, *rest = [Image.fromarray(frame) for frame in frames]
    colours = [noise(3) for _ in range(3)]
    for kind in ("GIF", "TIFF", "PNG"):
        content = saved(first, kind, save_all=True, append_images=rest)
        assert Image.open(io.BytesIO(content)).n_frames == 3
        assert (pictures.read(content) == chw(frames[0])).all(), kind
    first, *rest = [Image.fromarray(frame) for frame in colours]
    content = saved(first, "WEBP", save_all=True, append_images=rest, lossless=True)
    assert (pictures.read(content) == chw(colours[0])).all()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (plain_tiff("<", np.full((2, 2), 300, np.int32), 32, sample=2), "whole numbers"),
        (plain_tiff("<", np.full((2, 2), 1.5, np.float32), 32, sample=3), "real numbers"),
        (plain_tiff("<", np.full((2, 2), np.nan, np.float32), 32, sample=3), "real numbers"),
        (plain_tiff("<", np.zeros((2, 2, 3), np.uint8), 8, 8), "LAB"),
    ],
)
def test_numbers_that_are_no_grey_values_are_refused(content, said):
    with pytest.raises(UserError, match=said):
        pictures.read(content)


# What is refused


def test_what_is_no_image_is_refused_and_run_by_nobody(tmp_path):
    class Bomb:
        def __reduce__(self):
            return (os.system, (f"touch {tmp_path / 'canary'}",))

    eps = b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n%%EndComments\n(x) (w) file\nshowpage\n%%EOF\n"
    colours = Image.fromarray(noise(3))
    strangers = {
        "a pickle": pickle.dumps(Bomb()),
        "an SVG": b'<svg xmlns="http://www.w3.org/2000/svg"/>',
        "a PDF": saved(colours, "PDF"),
        "an EPS": eps,
        "an EPS with a preview": b"\xc5\xd0\xd3\xc6" + struct.pack("<II", 30, len(eps)) + bytes(18) + eps,
        "an ICO": saved(colours, "ICO"),
        "a PPM": saved(colours, "PPM"),
        "a JPEG 2000": saved(colours, "JPEG2000"),
        "a TGA": saved(colours, "TGA"),
        "text": b"Not an image.\n" * 99,
        "an IM file": b"Image type: RGB\r\n",
        "a BigTIFF": b"II+\0\x08\0\0\0",
        "zeros": bytes(999),
    }
    heard = []
    listening = [True]
    forbidden = ("subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "pickle.find_class")
    sys.addaudithook(lambda event, _: heard.append(event) if listening[0] and event.startswith(forbidden) else None)
    for name, content in strangers.items():
        for suffix in ("png", "eps", "jpg"):
            path = tmp_path / f"{name}.{suffix}"
            path.write_bytes(content)
            with pytest.raises(UserError) as caught:
                pictures.read(path)
            assert str(caught.value) == f"{path.name} is not a PNG, JPEG, GIF, BMP, WebP or TIFF image."
    assert heard == []
    os.system("true")
    listening[0] = False
    assert heard == ["os.system"]
    assert not (tmp_path / "canary").exists()


def test_a_jpeg_cut_short_anywhere_is_called_that():
    whole = saved(Image.fromarray(noise(3)), "JPEG")
    for length in range(3, len(whole) - 2):
        with pytest.raises(UserError, match="was cut short"):
            pictures.read(whole[:length], "cut.jpg")


def test_files_that_are_none_and_names_that_trick_are_refused_in_words(tmp_path):
    (tmp_path / "empty.png").touch()
    os.mkfifo(tmp_path / "pipe.png")
    (tmp_path / "zero.png").symlink_to("/dev/zero")
    with (tmp_path / "large.png").open("wb") as file:
        file.truncate(1 << 40)
    (tmp_path / "folder.png").mkdir()
    (tmp_path / "cut.jpg").write_bytes(saved(Image.fromarray(noise(3)), "JPEG")[:-50])
    for name, said in (
        ("empty.png", "is empty"),
        ("pipe.png", "it is not a plain file"),
        ("zero.png", "it is not a plain file"),
        ("folder.png", "it is not a plain file"),
        ("large.png", "MB; 67 is the most"),
        ("cut.jpg", "was cut short"),
        ("nothing.png", "No such file"),
    ):
        with pytest.raises(UserError, match=said) as caught:
            pictures.read(tmp_path / name)
        assert name in str(caught.value)
    with pytest.raises(UserError, match=r"^The image is empty\.$"):
        pictures.read(b"")
    with pytest.raises(UserError) as caught:
        pictures.read(b"", "a\n\u202eb\udcff.png")
    assert str(caught.value).encode() == "a\ufffd\ufffdb\ufffd.png is empty.".encode()


def bombs():
    zeros = zlib.compressobj(9)
    large = zeros.compress(bytes(88_000_000)) + zeros.flush()
    header = struct.pack(">IIBBBBB", 11_000, 8_000, 8, 0, 0, 0, 0)
    start, end = b"\x89PNG\r\n\x1a\n", chunk(b"IEND", b"")
    yield "88 megapixels.png", start + chunk(b"IHDR", header) + chunk(b"IDAT", large) + end
    header = struct.pack(">IIBBBBB", 2**31 - 1, 2**31 - 1, 8, 2, 0, 0, 0)
    yield "2^62 pixels.png", start + chunk(b"IHDR", header) + end
    small = struct.pack(">IIBBBBB", 8, 8, 8, 0, 0, 0, 0)
    dots = chunk(b"IDAT", zlib.compress(bytes(72)))
    yield "two headers.png", start + chunk(b"IHDR", small) + chunk(b"IHDR", header) + dots + end
    yield "more data than pixels.png", start + chunk(b"IHDR", small) + chunk(b"IDAT", large) + end
    for kind, before in ((b"iCCP", b"x\0\0"), (b"zTXt", b"x\0\0"), (b"iTXt", b"x\0\1\0\0\0")):
        yield f"{kind.decode()}.png", start + chunk(b"IHDR", small) + chunk(kind, before + large) + dots + end
    megabyte = zlib.compress(bytes(1 << 20))
    texts = b"".join(chunk(b"zTXt", b"%d\0\0" % n + megabyte) for n in range(60))
    yield "60 texts.png", start + chunk(b"IHDR", small) + texts + dots + end
    screen = struct.pack("<6sHHBBB", b"GIF89a", 65535, 65535, 0, 0, 0)
    frame = struct.pack("<BHHHHB", 0x2C, 0, 0, 1, 1, 0)
    yield "screen.gif", screen + frame + b"\2\1\0\0;"
    screen = struct.pack("<6sHHBBB", b"GIF89a", 1, 1, 0, 0, 0)
    control = b"!\xf9\4\x09\0\0\0\0"
    frame = struct.pack("<BHHHHB", 0x2C, 0, 0, 13_000, 13_000, 0)
    yield "frame.gif", screen + control + frame + b"\2\1\0\0;"
    yield "blocks.gif", screen + b"!\xfe\0" * 1_000_000 + frame
    sizes = struct.pack("<IiiHHIIIIII", 40, 60_000, 60_000, 1, 24, 0, 0, 0, 0, 0, 0)
    yield "60000.bmp", struct.pack("<2sIHHI", b"BM", 54, 0, 0, 54) + sizes
    webp = saved(Image.fromarray(noise(3)), "WEBP", lossless=True)
    canvas = (16_777_215).to_bytes(3, "little") * 2
    yield "canvas.webp", webp[:12] + b"VP8X" + struct.pack("<I", 10) + bytes(4) + canvas + webp[12:]
    yield "VP8L.webp", webp[:21] + b"\xff\xff\xff\x0f" + webp[25:]
    lossy = saved(Image.fromarray(noise(3)), "WEBP")
    yield "VP8.webp", lossy[:26] + b"\xff\x3f\xff\x3f" + lossy[30:]
    one = {258: (3, [8]), 259: (3, [1]), 262: (3, [1]), 273: (4, [8]), 277: (3, [1]), 279: (4, [1])}
    huge = {256: (4, [2**32 - 1]), 257: (4, [2**32 - 1])}
    yield "2^64 pixels.tif", tiff("<", one | huge, b"\0\0")
    yield "strips.tif", tiff(">", one | {256: (4, [1]), 257: (4, [8_000_000]), 273: (4, [8] * 1_000_000)}, b"\0\0")
    tiles = {256: (4, [9]), 257: (4, [9]), 322: (4, [40_000]), 323: (4, [40_000]), 324: (4, [8]), 325: (4, [1])}
    yield "tiles.tif", tiff("<", {258: (3, [8]), 259: (3, [8]), 262: (3, [1]), 277: (3, [1])} | tiles, b"\0\0")
    jpeg = saved(Image.fromarray(noise(3)), "JPEG")
    place = jpeg.index(b"\xff\xc0")
    yield "65535.jpg", jpeg[: place + 5] + b"\xff\xff\xff\xff" + jpeg[place + 9 :]
    progressive = saved(Image.fromarray(noise(3)), "JPEG", progressive=True)
    place = progressive.rindex(b"\xff\xda")
    yield "scans.jpg", progressive[:place] + progressive[place:-2] * 1000 + b"\xff\xd9"


def cost(content):
    """Read a file in a process of its own: seconds, megabytes that this one had not had before, and what was said."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
            began, said = time.process_time(), ""
            try:
                pictures.read(content)
            except UserError as error:
                said = str(error)
            seconds = time.process_time() - began
            megabytes = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
            os.write(writing, json.dumps([seconds, megabytes, said]).encode())
        finally:
            os._exit(0)
    os.close(writing)
    with open(reading, "rb") as told:
        result = told.read()
    os.waitpid(child, 0)
    assert result, "the process died"
    return json.loads(result)


HARMLESS = ("two headers.png", "iCCP.png", "zTXt.png", "iTXt.png", "60 texts.png", "more data than pixels.png")


@pytest.mark.filterwarnings("ignore:.*multi-threaded.*:DeprecationWarning")
def test_bombs_are_refused_before_they_cost_anything():
    """Or defused: what pixels do not need is not unpacked."""
    worst, count, read = [0.0, 0.0], 0, []
    for name, content in bombs():
        seconds, megabytes, said = min(cost(content) for _ in range(3))
        if name not in HARMLESS:
            assert said, name
        elif not said:
            read.append(name)
        assert seconds < MOST_SECONDS, name
        assert megabytes < MOST_MEGABYTES, name
        worst = [max(a, b) for a, b in zip(worst, (seconds, megabytes), strict=True)]
        count += 1
    with pytest.raises(UserError, match=r"^x\.png has 88 megapixels; 16 is the most\.$"):
        pictures.read(next(iter(bombs()))[1], "x.png")
    print(
        f"\n{count} bombs, {len(read)} of them defused and read, the others refused, "
        f"each within {1000 * worst[0]:.0f} ms and {worst[1]:.0f} MB"
    )


def spoil(content, chance):
    """Bytes changed, cut, repeated, inserted; numbers made extreme."""
    content = bytearray(content)
    for _ in range(chance.choice((1, 1, 1, 2, 5, 20))):
        if not content:
            break
        place = chance.randrange(min(len(content), chance.choice((40, 200, 1 << 30))))
        what = chance.random()
        if what < 0.45:
            content[place] = chance.choice((0, 1, 127, 128, 255, chance.randrange(256)))
        elif what < 0.6:
            content[place : place + 4] = chance.choice(
                (b"\xff" * 4, b"\0" * 4, b"\x7f\xff\xff\xff", b"\xff\xff\xff\x7f")
            )
        elif what < 0.7:
            del content[place:]
        elif what < 0.8:
            del content[place : place + chance.randrange(1, 9)]
        elif what < 0.9:
            content[place:place] = chance.randbytes(chance.randrange(1, 9))
        else:
            content[place:place] = content[place : place + chance.randrange(1, 60)]
    return bytes(content)


def mend(content):
    """Give a PNG's chunks their checksums, so that a change gets past them."""
    place, mended = 8, content[:8]
    while place + 12 <= len(content):
        (length,) = struct.unpack_from(">I", content, place)
        if place + 12 + length > len(content):
            break
        mended += chunk(content[place + 4 : place + 8], content[place + 8 : place + 8 + length])
        place += 12 + length
    return mended + content[place:]


@pytest.mark.timeout(2400)
def test_spoiled_files_are_refused_or_read(amount, monkeypatch):
    """There is one kind of error, nothing hangs, and Pillow has nothing to warn of."""
    chance = random.Random(7)
    kinds = {"\x89P": "PNG", "\xff\xd8": "JPEG", "GI": "GIF", "BM": "BMP", "RI": "WebP", "II": "TIFF", "MM": "TIFF"}
    seeds = {}
    frames = [Image.fromarray(noise(3)) for _ in range(3)]
    animated = [
        saved(frames[0], kind, save_all=True, append_images=frames[1:]) for kind in ("GIF", "WEBP", "TIFF", "PNG")
    ]
    exif = b"Exif\0\0" + tiff(">", {274: (3, [6])})
    marked = [saved(frames[0], kind, exif=exif) for kind in ("JPEG", "WEBP", "PNG")]
    for content in [content for _, content, _, _ in cases()] + animated + marked:
        seeds.setdefault(kinds[content[:2].decode("latin1")], []).append(content)
    rle = struct.pack("<2sIHHI", b"BM", 0, 0, 0, 1078) + struct.pack("<IiiHHIIIIII", 40, 9, 9, 1, 8, 1, 0, 0, 0, 0, 0)
    seeds["BMP"].append(rle + chance.randbytes(1024) + b"\x09\x05" * 9 + b"\0\0\0\2\1\1\0\3abc\0\0\1")
    count, refused, slowest = amount(12_000, 400), 0, 0.0
    names, sentences = list(seeds), set()
    monkeypatch.setattr(warnings, "showwarning", lambda *told: warned.append(told))
    warned = []
    warnings.simplefilter("always")  # as an error it would be refused, and pass for one; pytest restores it
    for number in range(count):
        kind = names[number % len(names)]
        content = spoil(chance.choice(seeds[kind]), chance)
        if kind == "PNG" and chance.random() < 0.7:
            content = mend(content)
        began = time.thread_time()  # not of the clock, which runs on while others compute
        try:
            found = pictures.read(content, "spoiled")
        except UserError as error:
            refused += 1
            sentences.add(str(error))
        else:
            assert found.dtype == np.uint8
            assert found.ndim == 3
            assert found.shape[0] in (1, 3)
            assert 0 < found.size <= 3 * pictures.MOST_PIXELS
        slowest = max(slowest, time.thread_time() - began)
        assert slowest < 1, (number, kind)
    assert refused > count / 4
    assert warned == []
    assert all(sentence.startswith("spoiled ") and sentence.endswith(".") for sentence in sentences)
    assert max(map(len, sentences)) < 200
    print(
        f"\n{count} spoiled images: {refused} refused in a sentence, the others read; {1000 * slowest:.0f} ms at most"
    )


def test_pillow_is_left_as_it_was():
    from PIL import ImageFile

    assert Image.MAX_IMAGE_PIXELS == 89_478_485
    assert ImageFile.LOAD_TRUNCATED_IMAGES is False


# Folders


@pytest.fixture
def dot():
    return saved(Image.fromarray(noise()), "PNG")


def test_files_are_found_below_a_folder(tmp_path, dot):
    folder, outside = tmp_path / "images", tmp_path / "outside"
    for place in (folder / "a" / "b", folder / ".git", folder / "__MACOSX", outside):
        place.mkdir(parents=True)
    deep = folder
    for _ in range(3):
        deep = deep / ("d" * 200)
        deep.mkdir()
    wanted = [
        folder / "2.png",
        folder / "10.JPG",
        folder / "a" / "\N{DOG FACE}\N{ZERO WIDTH JOINER}\N{CAT FACE}.webp",
        folder / "a" / "b" / "caf\u00e9.png",
        folder / "a" / "b" / "cafe\u0301.png",
        folder / "a" / ("x" * 251 + ".png"),
        deep / "deep.tiff",
    ]
    for path in [
        *wanted,
        outside / "o.png",
        folder / ".git" / "h.png",
        folder / "__MACOSX" / "m.png",
        folder / "._2.png",
    ]:
        path.write_bytes(dot)
    (folder / "labels.csv").write_text("1")
    os.link(folder / "2.png", folder / "a" / "same.png")
    (folder / "link.png").symlink_to("2.png")
    (folder / "a" / "loop").symlink_to("..")
    (folder / "a" / "self").symlink_to("self")
    (folder / "z.png").symlink_to(outside / "o.png")
    (folder / "z").symlink_to(outside)
    (folder / "gone.png").symlink_to("nowhere")
    os.mkfifo(folder / "pipe.png")
    found, problems = pictures.find(folder)
    assert found == sorted(wanted, key=str)
    assert len(str(deep / "deep.tiff")) > 300
    said = "\n".join(problems)
    for name, why in (("z.png", "outside"), ("z", "outside"), ("pipe.png", "plain file"), ("gone.png", "No such file")):
        assert any(f"{folder / name} " in problem and why in problem for problem in problems), said
    assert len(problems) == 5, said
    for name, pixels in pictures.read_all(found):
        assert isinstance(pixels, np.ndarray), name
        assert pixels.shape == (1, HEIGHT, WIDTH)


def test_folders_that_cannot_be_read_or_have_no_end_are_told(tmp_path, dot, monkeypatch):
    assert pictures.find(tmp_path / "nowhere")[0] == []
    assert "cannot be read" in pictures.find(tmp_path / "nowhere")[1][0]
    (tmp_path / "shut").mkdir()
    (tmp_path / "open").mkdir()
    for number in range(4):
        (tmp_path / "open" / f"{number}.png").write_bytes(dot)
    scan = os.scandir

    def refuse(place):
        if str(place).endswith("shut"):
            raise PermissionError(13, "Permission denied", place)
        return scan(place)

    with monkeypatch.context() as patch:
        patch.setattr(os, "scandir", refuse)
        found, problems = pictures.find(tmp_path)
    assert len(found) == 4
    assert problems == [f"The folder {tmp_path / 'shut'} cannot be read: Permission denied."]
    monkeypatch.setattr(pictures, "MOST_FILES", 3)
    found, problems = pictures.find(tmp_path)
    assert len(found) == 3
    assert "more than 3 images" in problems[0]
    monkeypatch.setattr(pictures, "MOST_FILES", 100)
    place = tmp_path
    for _ in range(70):
        place = place / "d"
        place.mkdir()
    (place / "x.png").write_bytes(dot)
    found, problems = pictures.find(tmp_path)
    assert len(found) == 4
    assert "more than 64 folders deep" in problems[0]


def test_bad_files_are_listed_and_the_rest_is_used(tmp_path, dot):
    (tmp_path / "a.png").write_bytes(dot)
    (tmp_path / "b.png").write_bytes(dot[:-40])
    (tmp_path / "c.png").write_bytes(b"text")
    found, _ = pictures.find(tmp_path)
    results = list(pictures.read_all([*found, ("d/e.png", dot), ("f.png", UserError("f.png is encrypted."))]))
    assert [isinstance(result, np.ndarray) for _, result in results] == [True, False, False, True, False]
    assert str(results[1][1]) == "b.png was cut short."
    assert str(results[4][1]) == "f.png is encrypted."


# Archives


def archive(path, entries, **options):
    with zipfile.ZipFile(path, "w", **options) as file, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of names that are there twice
        for name, content in entries:
            file.writestr(name, content)
    return path


def problems_of(path):
    return {name: str(content) for name, content in pictures.members(path) if isinstance(content, UserError)}


def test_members_of_an_archive_are_read_and_nothing_is_written(tmp_path, dot):
    link = zipfile.ZipInfo("link.png")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    folder = tmp_path / "zip"
    folder.mkdir()
    entries = [
        ("a/1.png", dot),
        ("a/\N{DOG FACE}.png", dot),
        ("a/readme.txt", b"text"),
        ("__MACOSX/a/._1.png", dot),
        (".DS_Store", b""),
        ("a/", b""),
        ("../slip.png", dot),
        ("a/../../slip.txt", b"x"),
        ("/etc/slip.png", dot),
        ("C:\\slip.png", dot),
        ("..\\slip.png", dot),
        (link, b"/etc/passwd"),
        ("more.zip", b"PK"),
        ("a/1.png", b"another"),
        ("bomb.png", bytes(30_000_000)),
    ]
    path = archive(folder / "images.zip", entries, compression=zipfile.ZIP_DEFLATED)
    opened = []
    before = sorted(tmp_path.rglob("*"))
    listening = [True]
    changing = os.O_WRONLY | os.O_RDWR | os.O_CREAT
    sys.addaudithook(
        lambda event, values: (
            opened.append(values) if listening[0] and event == "open" and values[2] & changing else None
        )
    )
    results = list(pictures.members(path))
    listening[0] = False
    assert opened == []
    assert sorted(tmp_path.rglob("*")) == before
    good = [name for name, content in results if isinstance(content, bytes)]
    assert good == ["a/1.png", "a/\N{DOG FACE}.png"]
    assert all(content == dot for _, content in results if isinstance(content, bytes))
    said = [str(content) for _, content in results if isinstance(content, UserError)]
    assert [
        sum(words in sentence for sentence in said) for words in ("leads out", "link", "unpack", "twice", "expands")
    ] == [
        5,
        1,
        1,
        1,
        1,
    ]
    assert all("images.zip" in sentence for sentence in said)
    assert [isinstance(pixels, np.ndarray) for _, pixels in pictures.read_all(results)].count(True) == 2


def test_what_an_archive_hides_is_found(tmp_path, dot):
    path = archive(tmp_path / "x.zip", [("a.png", dot), ("b.png", dot)])
    whole = path.read_bytes()
    start = whole.index(b"PK\1\2")
    encrypted = bytearray(whole)
    encrypted[start + 8] |= 1
    path.write_bytes(encrypted)
    assert list(problems_of(path).values()) == ["a.png in x.zip is encrypted."]
    for compression in (zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA):
        archive(path, [("a.png", dot)], compression=compression)
        assert "compressed in a way" in problems_of(path)["a.png"]
    # A member that is larger, or another, than the list says
    archive(path, [("a.png", bytes(5_000_000)), ("b.png", dot)], compression=zipfile.ZIP_DEFLATED)
    lying = bytearray(path.read_bytes())
    start = lying.index(b"PK\1\2")
    lying[start + 24 : start + 28] = struct.pack("<I", 1000)
    path.write_bytes(lying)
    assert list(problems_of(path)) == ["a.png"]
    spoiled = bytearray(whole)
    spoiled[60] ^= 1
    path.write_bytes(spoiled)
    assert "broken" in problems_of(path)["a.png"]
    large = bytearray(whole)
    start = large.index(b"PK\1\2")
    large[start + 24 : start + 28] = struct.pack("<I", 1 << 31)
    path.write_bytes(large)
    assert "is the most" in problems_of(path)["a.png"]


def test_archives_that_are_traps_or_none_are_refused(tmp_path, dot, monkeypatch):
    path = archive(tmp_path / "x.zip", [("a.png", dot), ("b.png", dot)])
    whole = path.read_bytes()
    second = whole.index(b"PK\1\2", whole.index(b"PK\1\2") + 1)
    overlapping = bytearray(whole)
    overlapping[second + 42 : second + 46] = struct.pack("<I", 0)

    def refusal(content):
        path.write_bytes(content)
        with pytest.raises(UserError) as caught:
            list(pictures.members(path))
        assert "x.zip" in str(caught.value)
        return str(caught.value)

    assert "overlap" in refusal(overlapping)
    for content in (b"", b"text", dot, whole[:-30], whole[: len(whole) // 2], b"PK\5\6" + bytes(18)[:-1]):
        assert "not a zip" in refusal(content)
    with monkeypatch.context() as patch:
        patch.setattr(pictures, "MOST_MEMBERS", 1)
        assert "more than 1 members" in refusal(whole)
    with monkeypatch.context() as patch:
        patch.setattr(pictures, "MOST_UNPACKED", len(dot))
        assert "GB of images" in refusal(whole)
    with monkeypatch.context() as patch:
        patch.setattr(pictures, "MOST_DIRECTORY", 50)
        refusal(whole)
    path.unlink()
    os.mkfifo(path)
    with pytest.raises(UserError, match="not a plain file"):
        list(pictures.members(path))
    with pytest.raises(UserError, match="No such file"):
        list(pictures.members(tmp_path / "none.zip"))


def test_spoiled_archives_are_refused_or_read(tmp_path, dot, amount):
    chance = random.Random(8)
    path = tmp_path / "x.zip"
    entries = [("a.png", dot), ("b/c.png", dot), ("d.txt", b"text"), ("e.png", bytes(99))]
    wholes = [
        archive(path, entries, compression=compression).read_bytes()
        for compression in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
    ]
    count, refused = amount(12_000, 400), 0
    for _ in range(count):
        content = bytearray(chance.choice(wholes))
        for _ in range(chance.choice((1, 1, 2, 5))):
            place = chance.randrange(len(content)) if chance.random() < 0.3 else -1 - chance.randrange(250)
            content[place] = chance.choice((0, 1, 255, chance.randrange(256)))
        path.write_bytes(content[: chance.randrange(len(content))] if chance.random() < 0.1 else content)
        try:
            refused += any(isinstance(content, UserError) for _, content in pictures.members(path))
        except UserError:
            refused += 1
    assert refused > count / 4
    print(f"\n{count} spoiled archives: {refused} refused in whole or in part, in sentences")

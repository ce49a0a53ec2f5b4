"""Images from strangers as uint8 arrays: what a file says of itself is checked before anything is decoded.

A format is told by a file's first bytes, never by its name, and Pillow's reader of just that format is called: no
other of its readers ever sees a stranger's file. PNG, JPEG and TIFF are handed over without what pixels do not need
(texts, colour profiles, EXIF, thumbnails, further pages), which is where bombs sit and what Pillow warns of; it does so
through state that all threads share. Nothing of Pillow's own settings is changed.

What comes out: transparency lies on black, orientation is applied, an animation is its first frame. A picture is grey
when its file says so, or when all colours of its palette are. Colour profiles are not applied. 16-bit grey is scaled
by 255/65535; of 16-bit colours and alphas Pillow gives the higher byte, which is within 1/255 (and on black within
2/255); one colour that a 16-bit PNG calls transparent stays.
"""

from __future__ import annotations

import contextlib
import errno
import io
import math
import os
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path

import numpy as np
from PIL import BmpImagePlugin, GifImagePlugin, Image, JpegImagePlugin, PngImagePlugin, TiffImagePlugin, WebPImagePlugin

from vaegui import storing
from vaegui.settings import UserError
from vaegui.words import tr

MOST_BYTES = 1 << 26  # of one file
MOST_PIXELS = 16_000_000
MOST_PARTS = 100_000  # chunks, blocks, strips: each costs its reader more time than bytes
MOST_SCANS = 64  # a JPEG's: each is a pass over all pixels
MOST_RUNS = 1 << 20  # bytes of a BMP with run lengths, which Pillow decodes in Python
MOST_FILES = 1_000_000
MOST_LEVELS = 64
MOST_MEMBERS = 300_000  # CelebA has 202,599
LOCAL_HEADER = 30  # bytes before a member's name
MOST_DIRECTORY = 1 << 25  # bytes of an archive's list of members
MOST_UNPACKED = 1 << 32  # bytes of all images in an archive
MOST_RATIO, FREE_RATIO = 200, 1 << 20  # no member above a megabyte expands more than that
SUFFIXES = frozenset((".png", ".jpg", ".jpeg", ".jpe", ".jfif", ".gif", ".bmp", ".webp", ".tif", ".tiff"))
ARCHIVES = frozenset((".zip", ".tar", ".gz", ".tgz", ".bz2", ".xz", ".zst", ".7z", ".rar"))
JPEG_EXTRAS = frozenset((*range(0xE1, 0xEE), 0xEF, 0xFE))  # of all APPn, 0 and 14 say what the colours are
PLAIN = {b"\x08\0\0\0\0": "L", b"\x08\2\0\0\0": "RGB"}  # what a PNG's header says of 8 bits, not interlaced
MOST_PLAIN = 64  # chunks; others are left to Pillow
PNG_PARTS = frozenset((b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"))
# TIFF's tags that pixels depend on; those that have one value.
WIDTH, HEIGHT, BITS, INVERTED, ORIENTATION, TILE_WIDTH, TILE_HEIGHT = 256, 257, 258, 262, 274, 322, 323
SINGLE = frozenset((256, 257, 259, 262, 266, 274, 277, 278, 284, 292, 293, 317, 322, 323, 531))
TIFF_TAGS = SINGLE | {258, 273, 279, 320, 324, 325, 338, 339, 347, 529, 530, 532}
TIFF_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8}  # bytes of each type
FILE = "{file}"  # stands in sentences where what they are about gets its name
CUT_SHORT = tr("{file} was cut short.")
BROKEN = tr("{file} is broken.")
TRAP = tr("{file} has members that overlap, which only a trap has.")
TURNED: dict[int, Callable[[np.ndarray], np.ndarray]] = {  # EXIF's orientations of (H, W, …), undone
    2: lambda a: a[:, ::-1],
    3: lambda a: a[::-1, ::-1],
    4: lambda a: a[::-1],
    5: lambda a: a.swapaxes(0, 1),
    6: lambda a: a[::-1].swapaxes(0, 1),
    7: lambda a: a[::-1, ::-1].swapaxes(0, 1),
    8: lambda a: a.swapaxes(0, 1)[::-1],
}


def read(source: Path | str | bytes, name: str = "") -> np.ndarray:
    """Read an image, a file by its path or its content, as uint8 (C, H, W); C is 1 or 3.

    Raises:
        UserError: whatever is wrong with it.
    """
    try:
        pixels = _decode(source if isinstance(source, bytes) else _content(source))
        return pixels[None] if pixels.ndim == 2 and pixels.flags.c_contiguous else _channels_first(pixels)
    except UserError as error:
        sentence = str(error)
    except OSError as error:
        sentence = _unreadable(FILE, error) if error.errno else _in_words(error)
    except Exception as error:  # Pillow lets pass whatever its readers stumble over
        sentence = _in_words(error)
    name = name or (tr("The image") if isinstance(source, bytes) else os.path.basename(source))
    raise UserError(sentence.replace(FILE, printable(name)))


def _channels_first(pixels: np.ndarray) -> np.ndarray:
    return np.ascontiguousarray(pixels[None] if pixels.ndim == 2 else pixels.transpose(2, 0, 1))


def read_all(
    sources: Iterable[Path | tuple[str, bytes | UserError]],
) -> Iterator[tuple[str, np.ndarray | UserError]]:
    """Read files, or what `members` yields: each name with its image, or with what is wrong with it."""
    for source in sources:
        name, content = (str(source), source) if isinstance(source, Path) else source
        try:
            yield name, content if isinstance(content, UserError) else read(content, Path(name).name)
        except UserError as error:
            yield name, error


def find(folder: Path) -> tuple[list[Path], list[str]]:
    """List all files below a folder whose names are those of images, each once, and what was left out, in sentences."""
    found: list[Path] = []
    problems: list[str] = []
    for path, status in search(folder):
        if isinstance(status, str):
            problems.append(status)
        else:
            found.append(Path(path))
    return sorted(found, key=str), problems


def search(folder: Path) -> Iterator[tuple[str, os.stat_result | str]]:
    """Yield what `find` lists as it is found: a path, and what the disk says of it, or why it is left out."""
    root = os.path.realpath(folder).rstrip(os.sep) + os.sep
    count = 0
    seen: set[tuple[int, int]] = set()
    with contextlib.suppress(OSError, ValueError):  # told below
        status = os.stat(folder)
        seen.add((status.st_dev, status.st_ino))
    open_folders = [(str(folder), 0)]
    while open_folders:
        place, level = open_folders.pop()
        try:
            with os.scandir(place) as entries:
                names = sorted(entry.name for entry in entries if not _hidden(entry.name))
        except (OSError, ValueError) as error:
            reason = storing.in_words(error) if isinstance(error, OSError) else str(error)
            yield place, tr("The folder {folder} cannot be read: {reason}.", folder=printable(place), reason=reason)
            continue
        below = []
        start = os.path.join(place, "")
        for name in names:
            path = start + name
            try:
                status = os.lstat(path)
                if stat.S_ISLNK(status.st_mode):
                    status = os.stat(path)
                    if not f"{os.path.realpath(path)}{os.sep}".startswith(root):
                        yield path, tr("{path} leads outside of the folder and was left out.", path=printable(path))
                        continue
            except OSError as error:
                yield path, _unreadable(printable(path), error)
                continue
            is_folder = stat.S_ISDIR(status.st_mode)
            if not (is_folder or name[name.rfind(".") :].lower() in SUFFIXES):
                continue
            key = (status.st_dev, status.st_ino)
            if key in seen:
                continue
            seen.add(key)
            if is_folder:
                if level == MOST_LEVELS:
                    yield (
                        path,
                        tr(
                            "{path} lies more than {folders} folders deep and was left out.",
                            path=printable(path),
                            folders=MOST_LEVELS,
                        ),
                    )
                else:
                    below.append((path, level + 1))
            elif not stat.S_ISREG(status.st_mode):
                yield path, tr("{path} is not a plain file and was left out.", path=printable(path))
            elif count == MOST_FILES:
                yield (
                    path,
                    tr("There are more than {images:,} images; the others were left out.", images=MOST_FILES),
                )
                return
            else:
                count += 1
                yield path, status
        open_folders.extend(reversed(below))


def listed(path: Path) -> list[tuple[str, str]]:
    """Names of the images in a zip archive, in its order, each with what is wrong with it, in a sentence, or "".

    Raises:
        UserError: when the archive as a whole is none, or a trap.
    """
    label = printable(path.name)
    with contextlib.ExitStack() as stack:
        _, wanted = _archive(stack, path)
        return [(name, _of_member(info, name, label) if isinstance(info, UserError) else "") for name, info in wanted]


def members(path: Path, only: Collection[str] | None = None) -> Iterator[tuple[str, bytes | UserError]]:
    """Yield the images in a zip archive, one in memory at a time: name and content, or what is wrong with it.

    Nothing is written anywhere. The list of members is checked before the first is read, and each again on the way.
    `only` names those that are wanted; of others, what the list of members says against them is then not told.

    Raises:
        UserError: when the archive as a whole is none, or a trap.
    """
    label = printable(path.name)
    with contextlib.ExitStack() as stack:
        archive, wanted = _archive(stack, path)
        for name, info in wanted:
            if only is not None and (name not in only or isinstance(info, UserError)):
                continue
            content: bytes | UserError
            if isinstance(info, UserError):
                content = UserError(_of_member(info, name, label))
            else:
                try:
                    with archive.open(info) as member:
                        content = member.read(info.file_size + 1)
                    if len(content) != info.file_size:
                        raise EOFError
                except Exception:
                    content = UserError(
                        tr(
                            "{file} in {archive} is broken, or not what the archive says.",
                            file=printable(name),
                            archive=label,
                        )
                    )
            yield name, content


def _of_member(error: UserError, name: str, archive: str) -> str:
    return str(error).replace(FILE, tr("{file} in {archive}", file=printable(name), archive=archive))


def _unreadable(name: str, error: OSError) -> str:
    return tr("{path} cannot be read: {reason}.", path=name, reason=storing.in_words(error))


def _archive(
    stack: contextlib.ExitStack, path: Path
) -> tuple[zipfile.ZipFile, list[tuple[str, zipfile.ZipInfo | UserError]]]:
    label = printable(path.name)
    try:
        storing.size_of(path)
        file = stack.enter_context(_Listing(path, "rb"))
    except OSError as error:
        raise UserError(_unreadable(label, error)) from None
    try:
        archive = zipfile.ZipFile(file)
        return archive, _wanted(archive)
    except UserError as error:
        raise UserError(str(error).replace(FILE, label)) from None
    except Exception:  # zipfile, too, stumbles in many ways
        raise UserError(tr("{file} is not a zip archive, is broken, or was cut short.", file=label)) from None


def _too_many_members() -> UserError:
    return UserError(
        tr("{file} has more than {members:,} members, the most that are read.", file=FILE, members=MOST_MEMBERS)
    )


class _Listing(io.FileIO):
    """A zip archive whose list of members, which zipfile reads as one, has its bounds."""

    def read(self, size: int | None = -1, /) -> bytes:
        if size is None or size < 0:
            size = os.fstat(self.fileno()).st_size - self.tell()
        if size > MOST_DIRECTORY:
            raise _too_many_members()
        content = super().read(size) or b""
        if content.count(b"PK\1\2") > MOST_MEMBERS:
            raise _too_many_members()
        return content


def _wanted(archive: zipfile.ZipFile) -> list[tuple[str, zipfile.ZipInfo | UserError]]:
    """Judge every member by what the archive's list says of it."""
    wanted: list[tuple[str, zipfile.ZipInfo | UserError]] = []
    names: set[str] = set()
    place = total = 0
    for info in sorted(archive.infolist(), key=lambda info: info.header_offset):
        if info.header_offset < place:  # how a small archive repeats the same bytes in each of its members
            raise UserError(TRAP)
        place = info.header_offset + LOCAL_HEADER + info.compress_size
    if place > archive.start_dir:
        raise UserError(TRAP)
    for info in archive.infolist():
        name = info.filename.replace("\\", "/")
        parts = name.split("/")
        suffix = os.path.splitext(name)[1].lower()
        reason = ""
        if name.startswith("/") or ".." in parts or re.match("[A-Za-z]:", name):
            reason = tr("{file} has a name that leads out of the archive.")
        elif name.endswith("/") or any(_hidden(part) for part in parts):
            continue
        elif stat.S_ISLNK(info.external_attr >> 16):
            reason = tr("{file} is a link, which is not followed.")
        elif suffix in ARCHIVES:
            reason = tr("{file} is an archive in the archive; unpack it first.")
        elif suffix not in SUFFIXES:
            continue
        elif name in names:
            reason = tr("{file} is there twice; the first was taken.")
        elif info.flag_bits & 1:
            reason = tr("{file} is encrypted.")
        elif info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            reason = tr("{file} is compressed in a way that is not read here.")  # others expand without a bound
        elif info.file_size > MOST_BYTES:
            reason = _too_many_bytes(info.file_size)
        elif info.file_size > FREE_RATIO and info.file_size > MOST_RATIO * info.compress_size:
            reason = tr("{file} expands more than {times} times, as no image does.", file=FILE, times=MOST_RATIO)
        else:
            total += info.file_size
        names.add(name)
        wanted.append((name, UserError(reason) if reason else info))
    if total > MOST_UNPACKED:
        raise UserError(
            tr(
                "{file} holds {size:.1f} GB of images; {most:.1f} is the most.",
                file=FILE,
                size=total / 1e9,
                most=MOST_UNPACKED / 1e9,
            )
        )
    return wanted


def printable(name: str) -> str:
    """A name without what breaks lines, turns text around or cannot be encoded."""
    return re.sub("[\0-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]", "\ufffd", name)


def _hidden(name: str) -> bool:
    return name.startswith(".") or name == "__MACOSX"


def _in_words(error: Exception) -> str:
    if isinstance(error, MemoryError):
        return tr("{file} takes more memory than there is.")
    if isinstance(error, (EOFError, struct.error, IndexError)) or "truncated" in str(error).lower():
        return CUT_SHORT
    return tr("{file} is broken, or of a kind that is not read here.")


def _too_many_bytes(size: int) -> str:
    most = MOST_BYTES / 1e6
    return tr("{file} has {size:,.0f} MB; {most:.0f} is the most.", file=FILE, size=size / 1e6, most=most)


def _content(path: Path | str) -> bytes:
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0))  # a pipe would wait
    try:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode):
            raise OSError(errno.EINVAL, tr("it is not a plain file"))
        if status.st_size > MOST_BYTES:
            raise UserError(_too_many_bytes(status.st_size))
        content = os.read(handle, status.st_size)
        while len(content) < status.st_size and (more := os.read(handle, status.st_size - len(content))):
            content += more
        return content
    finally:
        os.close(handle)


def _check(size: tuple[int, int]) -> None:
    pixels = math.prod(size)
    if pixels > MOST_PIXELS:
        most = MOST_PIXELS / 1e6
        raise UserError(
            tr(
                "{file} has {size:,.0f} megapixels; {most:.0f} is the most.",
                file=FILE,
                size=max(most + 1, pixels / 1e6),
                most=most,
            )
        )
    if min(size) <= 0:
        raise UserError(tr("{file} has no pixels."))


def _decode(content: bytes) -> np.ndarray:
    """Pixels as uint8, (H, W) or (H, W, 3)."""
    if not content:
        raise UserError(tr("{file} is empty."))
    if len(content) > MOST_BYTES:
        raise UserError(_too_many_bytes(len(content)))
    picture: Image.Image
    exif = b""
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        plain = _plain_png(content)
        if plain is not None:
            return plain
        slim, exif = _slim_png(content)
        picture = PngImagePlugin.PngImageFile(io.BytesIO(slim))
        key, depth = picture.info.get("transparency"), content[24]
        if picture.mode == "L" and isinstance(key, int):
            picture.info["transparency"] = key * (255 // (2**depth - 1))
        elif depth == 16 and picture.mode == "RGB":
            picture.info.pop("transparency", None)
    elif content.startswith(b"\xff\xd8\xff"):
        slim, exif = _slim_jpeg(content)
        picture = JpegImagePlugin.JpegImageFile(io.BytesIO(slim))
    elif content.startswith((b"GIF87a", b"GIF89a")):
        _check(_gif_size(content))
        picture = GifImagePlugin.GifImageFile(io.BytesIO(content))
    elif content.startswith(b"BM"):
        picture = BmpImagePlugin.BmpImageFile(io.BytesIO(content))
        if picture.tile[0].codec_name != "raw" and len(content) > MOST_RUNS:
            raise UserError(tr("{file} is a large BMP with run lengths; save it as a PNG."))
    elif content.startswith(b"RIFF") and content[8:12] == b"WEBP":
        _check(_webp_size(content))
        picture = WebPImagePlugin.WebPImageFile(io.BytesIO(content))
    elif content.startswith((b"II*\0", b"MM\0*")):
        picture = TiffImagePlugin.TiffImageFile(io.BytesIO(_slim_tiff(content)))
    else:
        raise UserError(tr("{file} is not a PNG, JPEG, GIF, BMP, WebP or TIFF image."))
    with picture:
        _check(picture.size)
        picture.load()
        pixels = _levels(picture)
    if isinstance(picture, PngImagePlugin.PngImageFile) and content[25] == 4:  # of 16-bit LA Pillow makes RGBA
        pixels = pixels if pixels.ndim == 2 else pixels[..., 0]
    if isinstance(picture, TiffImagePlugin.TiffImageFile):
        return pixels  # which Pillow has turned itself
    turn = TURNED.get(_orientation(exif or picture.info.get("exif", b"")))
    return pixels if turn is None else turn(pixels)


def _levels(picture: Image.Image) -> np.ndarray:
    """A decoded picture's pixels as uint8, on black."""
    mode, key = picture.mode, picture.info.get("transparency")
    is_tiff = isinstance(picture, TiffImagePlugin.TiffImageFile)
    tags = picture.tag_v2 if isinstance(picture, TiffImagePlugin.TiffImageFile) else {}
    inverted = is_tiff and tags.get(INVERTED) == 0  # heeded by Pillow up to 8 bits only
    values: np.ndarray
    levels: np.ndarray
    if mode in ("P", "PA"):
        palette = np.asarray(picture.getpalette("RGB") or [0, 1, 2]).reshape(-1, 3)
        values = _on_black(np.asarray(picture.convert("RGBA")))
        return values[..., 0] if (palette == palette[:, :1]).all() else values
    if mode in ("CMYK", "YCbCr"):
        levels = np.asarray(picture.convert("RGB"))
        return levels
    values = np.asarray(picture)
    if mode in ("LA", "RGBA"):
        return _on_black(values)
    if mode == "F":
        if not (values.min() >= 0 and values.max() <= 1):
            raise UserError(
                tr(
                    "{file} holds real numbers from {low:g} to {high:g}; 0…1 is what is read here.",
                    file=FILE,
                    low=values.min(),
                    high=values.max(),
                )
            )
        levels = np.rint(255 * (1 - values if inverted else values)).astype(np.uint8)
        return levels
    if mode == "I":
        if values.min() < 0 or values.max() > 255:
            raise UserError(
                tr(
                    "{file} holds whole numbers from {low} to {high}; 0…255 is what is read here.",
                    file=FILE,
                    low=values.min(),
                    high=values.max(),
                )
            )
        return values.astype(np.uint8)
    if mode.startswith("I;16"):
        top = 4095 if is_tiff and tags.get(BITS) == (12,) else 65535
        whole = np.minimum(values.astype(np.uint32), top)
        levels = (((top - whole if inverted else whole) * 255 + top // 2) // top).astype(np.uint8)
    elif mode == "1":
        levels = values.astype(np.uint8) * 255
        values = levels
    elif mode in ("L", "La", "RGB"):  # La has been multiplied by its alpha, as on black
        levels = values[..., 0] if mode == "La" else values
    else:
        raise UserError(
            tr("{file} has its colours as {mode}, which is not read here; save it as a PNG.", file=FILE, mode=mode)
        )
    if key is not None:
        hidden = values == np.asarray(key)
        levels = np.where(hidden.all(axis=-1, keepdims=True) if mode == "RGB" else hidden, np.uint8(0), levels)
    return levels


def _on_black(values: np.ndarray) -> np.ndarray:
    """Colours times alpha, the last channel, rounded; (H, W) where there is but one."""
    colours: np.ndarray = ((values[..., :-1].astype(np.uint16) * values[..., -1:] + 127) // 255).astype(np.uint8)
    return colours[..., 0] if colours.shape[-1] == 1 else colours


def _plain_png(content: bytes) -> np.ndarray | None:
    """A PNG of the plainest kind, without what Pillow needs to tell kinds apart, which takes longer than small pixels.

    None where it is of another kind, or anything is wrong with it.
    """
    mode = PLAIN.get(content[24:29])
    if mode is None or content[8:16] != b"\0\0\0\rIHDR":
        return None
    size = struct.unpack_from(">II", content, 16)
    _check(size)
    place, parts = 8, []
    for _ in range(MOST_PLAIN):
        length = int.from_bytes(content[place : place + 4], "big")
        kind, end = content[place + 4 : place + 8], place + 8 + length
        if content[end : end + 4] != zlib.crc32(content[place + 4 : end]).to_bytes(4, "big"):
            return None
        if kind == b"IDAT":
            parts.append(content[place + 8 : end])
        elif kind == b"IEND":
            break
        elif kind in (b"tRNS", b"eXIf") or (kind == b"IHDR" and place > 8):
            return None
        place = end + 4
    else:
        return None
    try:
        picture = Image.frombytes(mode, size, b"".join(parts), "zip", mode, 0)
    except (ValueError, OSError, SyntaxError):
        return None
    pixels: np.ndarray = np.frombuffer(picture.tobytes(), np.uint8)
    return pixels.reshape((size[1], size[0]) if mode == "L" else (size[1], size[0], 3))


def _slim_png(content: bytes) -> tuple[bytes, bytes]:
    """A PNG of one frame without what its pixels do not need; and its EXIF."""
    view, place, exif = memoryview(content), 8, b""
    kept = [view[:8]]
    for _ in range(MOST_PARTS):
        length, kind = struct.unpack_from(">I4s", content, place)
        end = place + 12 + length
        if end > len(content):
            raise UserError(CUT_SHORT)
        if place == 8:
            if kind != b"IHDR" or length != 13:
                raise UserError(BROKEN)
            _check(struct.unpack_from(">II", content, 16))
        if kind in PNG_PARTS and not (kind == b"IHDR" and place > 8):
            kept.append(view[place:end])
        elif kind == b"eXIf":
            exif = content[place + 8 : end - 4]
        if kind == b"IEND":
            return b"".join(kept), exif
        place = end
    raise UserError(tr("{file} has more parts than any PNG."))


def _slim_jpeg(content: bytes) -> tuple[bytes, bytes]:
    """A JPEG without what its pixels do not need; and its EXIF, which Pillow would look into and may stumble over."""
    if content.count(b"\xff\xda") > MOST_SCANS:
        raise UserError(tr("{file} has more parts than any JPEG."))
    view, place, exif = memoryview(content), 2, b""
    kept = [view[:2]]
    for _ in range(MOST_PARTS):
        start, marker, length = struct.unpack_from(">BBH", content, place)
        if (start, marker) == (0xFF, 0xFF):  # padding
            place += 1
            continue
        if start != 0xFF or marker < 0xC0 or 0xD0 <= marker <= 0xD9 or length < 2:
            raise UserError(BROKEN)
        if marker == 0xDA:  # all that follows are pixels
            return b"".join((*kept, view[place:])), exif
        end = place + 2 + length
        if marker in JPEG_EXTRAS:
            if marker == 0xE1 and not exif and content.startswith(b"Exif\0\0", place + 4):
                exif = content[place + 4 : end]
        else:
            kept.append(view[place:end])
        place = end
    raise UserError(tr("{file} has more parts than any JPEG."))


def _gif_size(content: bytes) -> tuple[int, int]:
    """The size of the screen, or of a first frame that is larger."""
    width, height, flags = struct.unpack_from("<HHB", content, 6)
    place = 13 + ((6 << (flags & 7)) if flags & 128 else 0)
    in_blocks = False
    for _ in range(MOST_PARTS):
        if in_blocks:
            in_blocks = content[place] > 0
            place += content[place] + 1
        elif content[place] == ord("!"):
            place, in_blocks = place + 2, True
        elif content[place] == ord(","):
            x, y, w, h = struct.unpack_from("<HHHH", content, place + 1)
            return max(width, x + w), max(height, y + h)
        else:
            place += 1
    raise UserError(tr("{file} has more parts than any GIF."))


def _webp_size(content: bytes) -> tuple[int, int]:
    """The size of the canvas."""
    kind = content[12:16]
    if kind == b"VP8X":
        return 1 + int.from_bytes(content[24:27], "little"), 1 + int.from_bytes(content[27:30], "little")
    if kind == b"VP8L":
        (bits,) = struct.unpack_from("<I", content, 21)
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    width, height = struct.unpack_from("<HH", content, 26)
    return width & 0x3FFF, height & 0x3FFF


def _tags(content: bytes) -> tuple[str, dict[int, tuple[int, int, int]]]:
    """The byte order of a TIFF, and its first directory: the type, count and place of each tag's values.

    Raises:
        struct.error: when it was cut short.
    """
    order = "<" if content[:2] == b"II" else ">"
    (start,) = struct.unpack_from(order + "I", content, 4)
    (count,) = struct.unpack_from(order + "H", content, start)
    tags = {}
    for entry in range(start + 2, start + 2 + 12 * count, 12):
        tag, kind, values, place = struct.unpack_from(order + "HHII", content, entry)
        if kind in TIFF_SIZES:
            tags[tag] = (kind, values, entry + 8 if values * TIFF_SIZES[kind] <= 4 else place)
    return order, tags


def _number(content: bytes, order: str, entry: tuple[int, int, int] | None) -> int:
    """The first value of a tag that is a whole number, else 0."""
    if entry is None or entry[0] not in (3, 4):
        return 0
    number: int = struct.unpack_from(order + ("H" if entry[0] == 3 else "I"), content, entry[2])[0]
    return number


def _orientation(exif: bytes) -> int:
    exif = exif.removeprefix(b"Exif\0\0")
    if not exif.startswith((b"II*\0", b"MM\0*")):
        return 1
    try:
        order, tags = _tags(exif)
        return _number(exif, order, tags.get(ORIENTATION))
    except struct.error:  # cameras and editors leave broken EXIF; the pixels are none the worse
        return 1


def _slim_tiff(content: bytes) -> bytes:
    """A TIFF of one page with another directory at its end: the tags that its pixels depend on, all of them checked."""
    order, tags = _tags(content)
    kept = {tag: entry for tag, entry in sorted(tags.items()) if tag in TIFF_TAGS}
    _check((_number(content, order, kept.get(WIDTH)), _number(content, order, kept.get(HEIGHT))))
    if TILE_WIDTH in kept:
        _check((_number(content, order, kept[TILE_WIDTH]), _number(content, order, kept.get(TILE_HEIGHT))))
    total = 0
    directory = struct.pack(order + "H", len(kept))
    for tag, (kind, count, place) in kept.items():
        size = count * TIFF_SIZES[kind]
        total += size
        if place + size > len(content) or total > len(content):
            raise UserError(CUT_SHORT)
        if count == 0 or count > MOST_PARTS or (tag in SINGLE and count > 1):
            raise UserError(BROKEN)
        value = content[place : place + size].ljust(4, b"\0") if size <= 4 else struct.pack(order + "I", place)
        directory += struct.pack(order + "HHI", tag, kind, count) + value
    start = len(content) + len(content) % 2
    return b"".join(
        (content[:4], struct.pack(order + "I", start), content[8:].ljust(start - 8, b"\0"), directory, bytes(4))
    )

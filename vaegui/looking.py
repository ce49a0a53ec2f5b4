"""Finding out what images there are in a folder, an archive or an array, before they are read.

A folder or a zip archive has one folder for each class, or none, with train and test above them, or not; arrays are
.npy, .npz and IDX files. Of images only a sample is decoded; of an array, all numbers are looked at.
"""

from __future__ import annotations

import dataclasses
import math
import os
import re
import time
from collections import Counter
from collections.abc import Generator, Iterator, Sequence
from pathlib import Path
from typing import Literal

import numpy as np

from vaegui import arrays, storing
from vaegui.data import Progress
from vaegui.library import Finding, Listing, Part, list_files, write_listing
from vaegui.settings import UserError
from vaegui.words import plural, tr

SAMPLE = 48  # images
SAMPLE_PIXELS = 1 << 20  # larger images are shrunk for the sample, by a whole number
SAMPLE_BYTES = 1 << 28  # of an array's sample, as long as it has not been shrunk
PAUSE = 0.05  # seconds between two reports
TOLD = 3  # refusals in a sentence
TRAIN = ("train", "training")
TEST = ("test", "testing", "val", "valid", "validation")  # the first that is there
SPLIT_KEYS = (  # of .npz archives, in small letters
    ("x_train", "y_train", "x_test", "y_test"),
    ("train_images", "train_labels", "test_images", "test_labels"),
)
IMAGE_KEYS, LABEL_KEYS = ("images", "x", "data", "arr_0"), ("labels", "y", "targets")
IDX_NAME = re.compile(r"((?:.*[^a-z])?(train|t10k|test)-images[-.]idx3-ubyte)(?:\.gz)?")
SLACK = 1e-3  # by how much real numbers may miss 0…1, which rounding errors do
SPANS = ((0.0, 1.0), (-1.0, 1.0), (0.0, 255.0))  # of real numbers


def look(path: Path) -> Generator[Progress, None, Finding]:
    """Find out what images there are in a folder, an archive or a file, and decode a sample of them.

    Of an array all numbers are looked at. A sample of more than a megapixel is shrunk by a whole number.

    Raises:
        UserError: when there are none, or they cannot be read.
    """
    try:
        path = Path(os.path.abspath(path.expanduser()))
        str(path).encode()
        is_folder = path.is_dir()
        kind = "" if is_folder else arrays.kind_of(path)
    except FileNotFoundError:
        raise UserError(tr("There is no {path}.", path=path)) from None
    except OSError as error:
        raise UserError(tr("{path} cannot be read: {reason}.", path=path, reason=storing.in_words(error))) from None
    except (ValueError, RuntimeError):
        raise UserError(tr("The name of that folder or file is no text. Rename it and try again.")) from None
    if is_folder:
        pairs = next(filter(None, (_idx_files(place) for place in (path, path / "raw", path / "MNIST" / "raw"))), None)
        return (yield from (_look_at_arrays(path, "IDX files", pairs, []) if pairs else _look_at_folder(path)))
    problems: list[str] = []
    if kind == "zip":
        return (yield from _look_at_archive(path))
    if kind == "npz":
        names = arrays.members(path)
        return (yield from _look_at_arrays(path, "array", _npz_arrays(path, names, problems), problems))
    if kind == "npy":
        return (yield from _look_at_arrays(path, "array", [("", (path, ""), _beside(path))], problems))
    if kind in ("idx", "gz"):
        return (yield from _look_at_arrays(path, "IDX files", [("", (path, ""), _beside(path))], problems))
    raise UserError(
        tr(
            "{file} is not a zip archive of images, nor an array (.npy, .npz, IDX). Choose one of these, or the "
            "folder that the images are in.",
            file=path.name,
        )
    )


def files(path: Path, kind: str, names: Sequence[str]) -> Iterator[tuple[str, np.ndarray | UserError]]:
    """Files of a folder or of an archive as images, in the given order, which is the archive's."""
    from vaegui import pictures

    if kind == "folder":
        start = os.path.join(path, "")
        for name in names:
            try:
                yield name, pictures.read(start + name)
            except UserError as error:
                yield name, error
        return
    found = pictures.read_all(pictures.members(path, frozenset(names)))
    for wanted in names:
        name, pixels = next(found, ("", None))
        if name != wanted or pixels is None:
            raise UserError(
                tr("{file} has changed since it was looked at. Nothing was kept; choose it again.", file=path.name)
            )
        yield name, pixels


def channels_first(block: np.ndarray) -> np.ndarray:
    """(n, …) as (n, C, H, W)."""
    if block.ndim == 3:
        return block[:, None]
    return np.moveaxis(block, 3, 1) if block.shape[3] in (1, 3) else block


def scaled(block: np.ndarray, span: tuple[float, float] | None) -> np.ndarray:
    """Numbers as grey values, uint8."""
    if block.dtype == np.bool_:
        white: np.ndarray = (block.view(np.uint8) != 0).astype(np.uint8) * np.uint8(255)
        return white
    if block.dtype == np.uint8 and (span is None or span == (0, 255)):
        return block
    low, high = span or (0, 255)
    real = (block.astype(np.float32) - np.float32(low)) * np.float32(255 / (high - low))
    levels: np.ndarray = np.clip(np.rint(real), 0, 255).astype(np.uint8)
    return levels


def _look_at_folder(path: Path) -> Generator[Progress, None, Finding]:
    from vaegui import pictures

    entries: list[tuple[str, int, int]] = []
    problems: list[str] = []
    start, reported = len(os.path.join(path, "")), time.monotonic()
    for place, status in pictures.search(path):
        if isinstance(status, str):
            problems.append(status)
        else:
            entries.append((place[start:].replace(os.sep, "/"), status.st_size, status.st_mtime_ns))
        if time.monotonic() > reported + PAUSE:
            yield Progress(
                0,
                max(1, len(entries)),
                plural(
                    len(entries),
                    "Looking through {folder}: {count:,} image so far",
                    "Looking through {folder}: {count:,} images so far",
                    folder=path.name,
                ),
            )
            reported = time.monotonic()
    listing = tuple(sorted(entries))
    return (yield from _look_at_files(path, "folder", [name for name, *_ in listing], listing, problems))


def _look_at_archive(path: Path) -> Generator[Progress, None, Finding]:
    from vaegui import pictures

    listed = pictures.listed(path)
    names, problems = [name for name, problem in listed if not problem], [problem for _, problem in listed if problem]
    return (yield from _look_at_files(path, "zip archive", names, list_files(path, [path.name]), problems))


def _look_at_files(
    path: Path, kind: str, names: Sequence[str], listing: Listing, problems: list[str]
) -> Generator[Progress, None, Finding]:
    if not names:
        raise UserError(
            tr("There are no images (PNG, JPEG, GIF, BMP, WebP, TIFF) in {path}.", path=path)
            + "".join(f" {problem}" for problem in problems[:TOLD])
        )
    parts, classes = _arranged(names, problems)
    chosen = [name for part in parts for name in part.files]
    sample, sizes, channels = [], Counter[tuple[int, int]](), Counter[int]()
    wanted = {chosen[i] for i in _spread(len(chosen), SAMPLE)}
    picks = [name for name in names if name in wanted]
    for done, (name, pixels) in enumerate(files(path, kind, picks)):
        yield Progress(done, len(picks), tr("{images:,} images; looking at some of them", images=len(chosen)))
        if isinstance(pixels, UserError):
            problems.append(str(pixels))
            continue
        sizes[pixels.shape[2], pixels.shape[1]] += 1
        channels[len(pixels)] += 1
        sample.append((_printable(name), _shrunk(pixels)))
    if not sample:
        raise UserError(
            tr(
                "None of the images in {path} that were tried can be read. {problems}",
                path=path,
                problems=" ".join(problems[-TOLD:]),
            )
        )
    return _finding(path, kind, parts, classes, dict(sizes), dict(channels), sample, problems, listing)


def _finding(
    path: Path,
    kind: str,
    parts: Sequence[Part],
    classes: tuple[str, ...],
    sizes: dict[tuple[int, int], int],
    channels: dict[int, int],
    sample: Sequence[tuple[str, np.ndarray]],
    problems: Sequence[str],
    listing: Listing,
    span: tuple[float, float] | None = None,
) -> Finding:
    counts = sum(np.bincount(part.labels, minlength=len(classes)) for part in parts if part.labels is not None)
    return Finding(
        path=path,
        kind=kind,
        count=sum(part.count for part in parts),
        classes=classes,
        class_counts=tuple(int(n) for n in counts) if classes else (),  # type: ignore[union-attr]
        has_test=any(part.name == "test" for part in parts),
        sizes=sizes,
        channels=channels,
        sample=tuple(sample),
        problems=tuple(problems),
        print=storing.digest(write_listing(listing)),
        parts=tuple(parts),
        listing=listing,
        span=span,
    )


def _arranged(names: Sequence[str], problems: list[str]) -> tuple[list[Part], tuple[str, ...]]:
    """Find parts and classes in the paths of images; what cannot be placed is told in `problems`."""
    split = [name.split("/") for name in names]
    depth = 0
    while all(len(steps) > depth + 1 for steps in split) and len({steps[depth] for steps in split}) == 1:
        depth += 1
    tops = Counter(steps[depth] for steps in split if len(steps) > depth + 1)
    train, test = ((next((t for w in words for t in tops if t.lower() == w), None)) for words in (TRAIN, TEST))
    chosen: list[tuple[Literal["train", "test", ""], list[int]]] = [("", list(range(len(names))))]
    if train is not None and test is not None:
        where: dict[str, list[int]] = {train: [], test: []}
        for i, steps in enumerate(split):
            if len(steps) > depth + 1 and steps[depth] in where:
                where[steps[depth]].append(i)
        chosen = [("train", where[train]), ("test", where[test])]
        left = len(names) - len(where[train]) - len(where[test])
        if left:
            problems.append(
                plural(
                    left,
                    "{count:,} image beside “{train}” and “{test}” is left out.",
                    "{count:,} images beside “{train}” and “{test}” are left out.",
                    train=train,
                    test=test,
                )
            )
        depth += 1
    loose: list[str] = []
    labelled = [_labelled([split[i][depth:-1] for i in rows], rows, problems, loose) for _, rows in chosen]
    found = {label for _, labels in labelled for label in labels or ()}
    if any(labels is None for _, labels in labelled) and found:
        problems.append(
            tr("Training and test images do not both lie in folders of classes, so that there are no labels.")
        )
    if len(found) < 2 or any(labels is None for _, labels in labelled):
        found = set()
    problems += loose if found else []
    order = sorted(found, key=_natural)
    index = {label: i for i, label in enumerate(order)}
    parts = []
    for (name, rows), (kept, labels) in zip(chosen, labelled, strict=True):
        kept = kept if found else rows
        numbers = np.array([index[label] for label in labels or ()], np.int64) if found else None
        parts.append(Part(name, len(kept), numbers, files=tuple(names[i] for i in kept)))
    return parts, tuple(_printable(label) for label in order)


def _labelled(
    folders: Sequence[list[str]], rows: list[int], problems: list[str], left_out: list[str]
) -> tuple[list[int], list[str] | None]:
    """The images of a part that have labels, and these; None where most lie in no folder of a class."""
    loose = sum(not steps for steps in folders)
    if loose == len(rows):
        return rows, None
    if 2 * loose > len(rows):
        problems.append(tr("Most images lie in no folder of a class, so that there are no labels."))
        return rows, None
    if loose:
        left_out.append(
            plural(
                loose,
                "{count:,} image beside the folders of the classes is left out.",
                "{count:,} images beside the folders of the classes are left out.",
            )
        )
    return [i for i, steps in zip(rows, folders, strict=True) if steps], [steps[0] for steps in folders if steps]


# Arrays

Place = tuple[Path, str]  # a file and, in an archive, the array's name
Pair = tuple[Literal["train", "test", ""], Place, Place | None]  # images and labels


def _look_at_arrays(
    path: Path, kind: str, pairs: Sequence[Pair], problems: list[str]
) -> Generator[Progress, None, Finding]:
    tables = [_as_images(arrays.table(*images)) for _, images, _ in pairs]
    counts = [table.shape[0] for table in tables]
    total, done, reported = sum(counts), 0, 0.0
    most = max(1, min(SAMPLE, SAMPLE_BYTES * total // sum(table.nbytes for table in tables)))
    picks = _spread(total, most)
    taken: list[np.ndarray] = []
    lows, highs = [0.0], [0.0]
    for table in tables:
        for block in arrays.blocks(table):
            if block.dtype != bool and block.dtype != np.uint8:
                with np.errstate(invalid="ignore"):
                    lows.append(float(block.min()))
                    highs.append(float(block.max()))
            taken += [block[i - done].copy() for i in picks if done <= i < done + len(block)]
            done += len(block)
            if time.monotonic() > reported + PAUSE:
                yield Progress(done, total, tr("Looking at {images:,} images", images=total))
                reported = time.monotonic()
    span = _span(path, [table.dtype for table in tables], min(lows), max(highs), lows + highs)
    images = [channels_first(scaled(pixels[None], span))[0] for pixels in taken]
    if all(table.dtype.kind in "iu" for table in tables) and max(int(pixels.max()) for pixels in images) == 1:
        problems.append(tr("All numbers seem to be 0 or 1, of 255. If 1 is white, save the array as bool."))
    sizes, channels = Counter[tuple[int, int]](), Counter[int]()
    for table in tables:
        count, depth, height, width = _shape(table)
        sizes[width, height] += count
        channels[depth] += count
    classes, labels = _array_labels(pairs, counts, problems)
    parts = [
        Part(name, count, numbers, table=table)
        for (name, *_), count, numbers, table in zip(pairs, counts, labels, tables, strict=True)
    ]
    files = dict.fromkeys(place[0] for _, images, names in pairs for place in (images, names) if place)
    folder = path if path.is_dir() else path.parent
    listing = list_files(path, [os.path.relpath(file, folder) for file in files])
    sample = [(tr("image {number}", number=i + 1), _shrunk(pixels)) for i, pixels in zip(picks, images, strict=True)]
    return _finding(path, kind, parts, classes, dict(sizes), dict(channels), sample, problems, listing, span)


def _as_images(table: arrays.Table) -> arrays.Table:
    """A table whose rows are images, (N, H, W), (N, H, W, 1 or 3) or (N, 1 or 3, H, W)."""
    from vaegui.pictures import MOST_PIXELS

    shape = table.shape
    if table.dtype.kind not in "biuf":
        raise UserError(tr("{file} holds texts, not images.", file=table.label))
    for depth in (1, 3):  # rows of images that were flattened
        side = math.isqrt(shape[1] // depth) if len(shape) == 2 else 0
        if side and side * side * depth == shape[1] != shape[0]:
            raise UserError(
                tr(
                    "{file} has rows of {numbers} numbers, which do not say how wide an image is. Save it in the "
                    "shape (N, H, W), such as {shape}.",
                    file=table.label,
                    numbers=shape[1],
                    shape=(shape[0], side, side, *([3] if depth == 3 else [])),
                )
            )
    if len(shape) == 2:
        table = dataclasses.replace(table, shape=(1, *shape))
    is_right = len(table.shape) == 3 or (len(shape) == 4 and (shape[3] in (1, 3) or shape[1] in (1, 3)))
    if not is_right:
        raise UserError(
            tr(
                "{file} has the shape {shape}. Images have the shape (N, H, W), (N, H, W, 1 or 3) or "
                "(N, 1 or 3, H, W).",
                file=table.label,
                shape=shape,
            )
        )
    _, _, height, width = _shape(table)
    if not math.prod(table.shape):
        raise UserError(tr("{file} holds no images: its shape is {shape}.", file=table.label, shape=shape))
    if height * width > MOST_PIXELS:
        raise UserError(
            tr(
                "{file} has images of {width} × {height} pixels, which is too many.",
                file=table.label,
                width=width,
                height=height,
            )
        )
    return table


def _shape(table: arrays.Table) -> tuple[int, int, int, int]:
    """(N, C, H, W)."""
    count, *rest = table.shape
    if len(rest) == 2:
        return count, 1, rest[0], rest[1]
    return (count, rest[2], rest[0], rest[1]) if rest[2] in (1, 3) else (count, rest[0], rest[1], rest[2])


def _span(
    path: Path, dtypes: Sequence[np.dtype], low: float, high: float, ends: Sequence[float]
) -> tuple[float, float] | None:
    """Which numbers are black and white; None where all are grey values already, or bool."""
    if all(dtype in (np.uint8, np.bool_) for dtype in dtypes):
        return None
    if any(math.isnan(end) for end in ends):
        raise UserError(tr("{file} holds numbers that are none (NaN). Replace them and save it again.", file=path.name))
    if all(dtype.kind in "iub" for dtype in dtypes):
        spans: Sequence[tuple[float, float]] = ((0.0, 255.0), (0.0, 65535.0))
        slack, ranges = 0.0, tr("0…255 or 0…65535")
    else:
        spans, slack, ranges = SPANS, SLACK, tr("0…1, −1…1 or 0…255")
    for black, white in spans:
        more = slack * (white - black)
        if black - more <= low and high <= white + more:
            return black, white
    raise UserError(
        tr(
            "{file} holds numbers from {low:g} to {high:g}; {ranges} is what is read here.",
            file=path.name,
            low=low,
            high=high,
            ranges=ranges,
        )
    )


def _array_labels(
    pairs: Sequence[Pair], counts: Sequence[int], problems: list[str]
) -> tuple[tuple[str, ...], list[np.ndarray | None]]:
    """The classes of arrays of labels, and each label as the number of its class."""
    none: tuple[tuple[str, ...], list[np.ndarray | None]] = ((), [None] * len(pairs))
    if not any(labels for *_, labels in pairs):
        return none
    found = []
    for (_, images, labels), count in zip(pairs, counts, strict=True):
        if labels is None:
            problems.append(tr("{array} has no labels, so that there are none.", array=images[1] or images[0].name))
            return none
        try:
            table = arrays.table(*labels)
            if table.shape not in ((count,), (count, 1)):
                raise UserError(
                    tr("its shape is {shape}, and there are {images:,} images", shape=table.shape, images=count)
                )
            values = arrays.whole(table).reshape(-1)
            if values.dtype.kind == "f":
                if not (np.isfinite(values).all() and (values == np.rint(values)).all() and abs(values).max() < 1e15):
                    raise UserError(tr("they are no whole numbers"))
                values = values.astype(np.int64)
            elif values.dtype.kind in "iu":
                values = values.astype(np.int64)
            elif values.dtype.kind == "S":
                values = np.char.decode(values, "utf-8", "replace")
            found.append(values)
        except UserError as error:
            problems.append(
                tr(
                    "The labels in {array} are not used: {reason}.",
                    array=labels[1] or labels[0].name,
                    reason=str(error).rstrip("."),
                )
            )
            return none
    if len({"text" if values.dtype.kind == "U" else "number" for values in found}) > 1:
        problems.append(tr("The labels are not used: some are texts and some are numbers."))
        return none
    try:
        names, numbers = np.unique(np.concatenate(found), return_inverse=True)
        classes = [str(name) for name in names.tolist()]
    except (ValueError, OverflowError):
        problems.append(tr("The labels are not used: they are broken."))
        return none
    order = sorted(range(len(classes)), key=lambda i: _natural(classes[i])) if names.dtype.kind == "U" else None
    if order is not None:
        numbers = np.argsort(order)[numbers]
        classes = [classes[i] for i in order]
    if len(classes) < 2:
        return none
    return tuple(_printable(name) for name in classes), list(
        np.split(numbers.reshape(-1).astype(np.int64), np.cumsum(counts)[:-1])
    )


def _npz_arrays(path: Path, names: Sequence[str], problems: list[str]) -> list[Pair]:
    called = {name.lower(): name for name in reversed(names)}

    def place(key: str) -> Place | None:
        return (path, called[key]) if key in called else None

    pairs: list[Pair] = []
    for images, labels, test_images, test_labels in SPLIT_KEYS:
        train, test = place(images), place(test_images)
        if not pairs and train:
            pairs = [("train", train, place(labels)), ("test", test, place(test_labels))] if test else []
            pairs = pairs or [("", train, place(labels))]
    if not pairs:
        given = next(filter(None, map(place, LABEL_KEYS)), None)
        first = next(filter(None, map(place, IMAGE_KEYS)), (path, names[0]) if len(names) == 1 else None)
        pairs = [("", first, given)] if first else []
    if not pairs:
        raise UserError(
            tr(
                "{file} holds {arrays}. Images are looked for as images, x, data, x_train or "
                "train_images, labels as labels, y, targets, y_train or train_labels.",
                file=path.name,
                arrays=", ".join(names[:10]),
            )
        )
    used = {place[1] for _, *places in pairs for place in places if place}
    left = [name for name in names if name not in used]
    if left:
        listed = ", ".join(left[:10])
        problems.append(tr("{file} also holds {arrays}, which is left out.", file=path.name, arrays=listed))
    return pairs


def _beside(path: Path) -> Place | None:
    """The labels of an array or an IDX file, in a file beside it."""
    if path.suffix.lower() == ".npy":
        names = [f"{path.stem}-labels.npy", f"{path.stem}_labels.npy", "labels.npy"]
    else:
        name = path.name.removesuffix(".gz").replace("images-idx3", "labels-idx1").replace("images.idx3", "labels.idx1")
        names = [name, f"{name}.gz"]
    places = (path.with_name(name) for name in names if name not in (path.name, path.name.removesuffix(".gz")))
    return next(((place, "") for place in places if place.is_file()), None)


def _idx_files(folder: Path) -> list[Pair]:
    """The four files of MNIST and its kin in a folder; [] where they are not there."""
    try:
        with os.scandir(folder) as entries:
            names = sorted((entry.name for entry in entries if "idx3-ubyte" in entry.name), key=len)
    except OSError:
        return []
    found: dict[str, dict[str, str]] = {"train": {}, "test": {}}  # a plain file goes before its .gz
    for name in names:
        match = IDX_NAME.fullmatch(name)
        if match:
            found["train" if match[2] == "train" else "test"].setdefault(match[1], name)
    if not (found["train"] and found["test"]):
        return []
    if len(found["train"]) > 1 or len(found["test"]) > 1:
        raise UserError(
            tr("{folder} holds several datasets of IDX files. Choose one of the files with images.", folder=folder)
        )
    train, test = (folder / next(iter(found[part].values())) for part in ("train", "test"))
    return [("train", (train, ""), _beside(train)), ("test", (test, ""), _beside(test))]


def _spread(count: int, most: int) -> list[int]:
    return sorted({round(i) for i in np.linspace(0, count - 1, min(count, most))})


def _shrunk(pixels: np.ndarray) -> np.ndarray:
    """An image of a megapixel at the most: those that are larger, by a whole number."""
    factor = math.ceil(math.sqrt(pixels[0].size / SAMPLE_PIXELS))
    if factor == 1:
        return pixels
    from PIL import Image

    return np.stack([np.asarray(Image.fromarray(plane).reduce(factor)) for plane in pixels])


def _natural(text: str) -> list[str | int]:
    """A key that sorts 2 before 10."""
    return [int(part) if part.isdecimal() and part.isascii() else part for part in re.split("([0-9]+)", text)]


def _printable(text: str) -> str:
    from vaegui.pictures import printable

    return printable(text)

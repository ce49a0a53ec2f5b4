"""A user's own images as a dataset: look at where they are, choose a recipe, read them, keep what was read (`library`).

A folder or a zip archive has one folder for each class, or none, with train and test above them, or not; arrays are
.npy, .npz and IDX files. Reading is one pass in the order of the source; each image goes to its row of the one tensor
at once, so that no more than one of them is in memory in the size it came in.
"""

from __future__ import annotations

import math
import time
from collections.abc import Generator, Iterator, Sequence

import numpy as np
import torch

from vaegui import arrays
from vaegui.data import Dataset, Images, Progress, stratified_split
from vaegui.library import (
    LARGEST_SIDE,
    MOST_BYTES,
    MOST_CLASSES,
    SMALLEST_SIDE,
    Finding,
    Origin,
    Part,
    Recipe,
    Refusal,
    changes,
    check_name,
    folder_of,
    forget,
    known,
    load,
    name_for,
    origin,
    store,
    store_derived,
    sweep,
)
from vaegui.looking import PAUSE, channels_first, files, look, scaled
from vaegui.settings import UserError
from vaegui.words import tr

__all__ = [
    "LARGEST_SIDE",
    "SMALLEST_SIDE",
    "Finding",
    "Origin",
    "Part",
    "Recipe",
    "Refusal",
    "changes",
    "check_name",
    "folder_of",
    "forget",
    "known",
    "load",
    "look",
    "name_for",
    "origin",
    "prepare",
    "read",
    "store",
    "store_derived",
    "suggest",
    "sweep",
]

SUGGESTED_SIDE = 64
FEW = 256  # images that are resampled or moved at once
TOLD = 3  # refusals in a sentence


def suggest(finding: Finding) -> Recipe:
    """The recipe that changes least: the images' own size where they share one that is small enough, their colours."""
    (width, height), *others = finding.sizes
    if others:
        shares = np.array(list(finding.sizes.values()))
        width, height = (int(np.median(np.repeat([size[i] for size in finding.sizes], shares))) for i in (0, 1))
    if others or max(width, height) > LARGEST_SIDE:
        scale = SUGGESTED_SIDE / max(width, height, SUGGESTED_SIDE)
        width, height = (4 * round(side * scale / 4) for side in (width, height))  # which convolutions can halve twice
    return Recipe(
        width=min(max(width, SMALLEST_SIDE), LARGEST_SIDE),
        height=min(max(height, SMALLEST_SIDE), LARGEST_SIDE),
        colour="colour" if finding.channels.get(3) else "grey",
        labels="given" if 0 < len(finding.classes) <= MOST_CLASSES else "none",
    )


def prepare(pixels: np.ndarray, recipe: Recipe) -> np.ndarray:
    """One image as a recipe wants it: uint8 (C, H, W), C = 1 or 3, to uint8 (C', height, width).

    Grey is Rec. 601, rounded. Resampling is bilinear, with the filter as wide as a new pixel where the image becomes
    smaller; numbers are rounded once, at the end. Cutting out the middle cuts at whole pixels; bars are black, whether
    the image is inverted or not. An image that has the wanted size and colours comes back as it is.
    """
    return _fitted(_coloured(pixels, recipe), recipe)


def read(finding: Finding, recipe: Recipe, name: str) -> Generator[Progress | Refusal, None, Dataset]:
    """Read all images into memory; a `Refusal` for each that is left out.

    Where the source has no test images of its own, some of each class are drawn, the same each time. Images from
    folders and archives, which are sorted by class, are shuffled.

    Raises:
        UserError: when too few are left, or they would be too many.
    """
    image = (1 if recipe.colour == "grey" else 3, recipe.height, recipe.width)
    is_labelled = bool(finding.classes) and recipe.labels == "given"
    _check(finding, is_labelled, finding.count * math.prod(image))
    try:
        pixels = torch.empty((finding.count, *image), dtype=torch.uint8)
    except RuntimeError:
        raise UserError(tr("The images take more memory than there is. Choose a smaller size.")) from None
    rows, labels = pixels.numpy(), np.zeros(finding.count, np.int64)
    kept = np.zeros(finding.count, np.bool_)
    places, training = _places(finding, recipe, is_labelled)
    refusals: list[Refusal] = []
    done, reported = 0, 0.0
    for part, place in zip(finding.parts, places, strict=True):
        if is_labelled and part.labels is not None:
            labels[place] = part.labels
        for first, block in _prepared(finding, part, recipe):
            if isinstance(block, Refusal):
                refusals.append(block)
                done += 1
                yield block
            else:
                where = place[first : first + len(block)] if len(block) > 1 else place[first]
                rows[where] = block
                kept[where] = True
                done += len(block)
            if time.monotonic() > reported + PAUSE:
                text = tr("Reading: {done:,} of {images:,} images", done=done, images=finding.count)
                yield Progress(done, finding.count, text)
                reported = time.monotonic()
    halves = slice(0, training), slice(training, finding.count)
    trained, tested = (_close_up(half, rows, labels, kept) for half in halves)
    if trained + tested < 2 or (finding.has_test and not (trained and tested)):
        if not finding.has_test:
            words = tr("There are too few images that can be read; nothing was kept.")
        elif not trained:
            words = tr("There are too few images for training that can be read; nothing was kept.")
        else:
            words = tr("There are too few images for testing that can be read; nothing was kept.")
        raise UserError(f"{words} {_some(refusals)}")
    train, test = slice(0, trained), slice(training, training + tested)
    if not tested:  # all that were held out are broken
        train, test = slice(0, trained - 1), slice(trained - 1, trained)
    elif not trained:
        train, test = slice(training, training + 1), slice(training + 1, training + tested)
    targets = torch.from_numpy(labels)
    yield Progress(finding.count, finding.count, tr("{images:,} images have been read", images=trained + tested))
    classes = finding.classes if is_labelled else ()
    return Dataset(name, classes, Images(pixels[train], targets[train]), Images(pixels[test], targets[test]))


# Recipes


def _coloured(pixels: np.ndarray, recipe: Recipe) -> np.ndarray:
    """Images (…, C, H, W) with the wanted channels, inverted or not."""
    if recipe.colour == "grey" and pixels.shape[-3] == 3:
        red, green, blue = (pixels[..., i : i + 1, :, :].astype(np.uint32) for i in range(3))
        pixels = ((19595 * red + 38470 * green + 7471 * blue + 32768) >> 16).astype(np.uint8)  # 0.299, 0.587, 0.114
    elif recipe.colour == "colour" and pixels.shape[-3] == 1:
        pixels = np.repeat(pixels, 3, axis=-3)
    return 255 - pixels if recipe.invert else pixels


def _fitted(pixels: np.ndarray, recipe: Recipe) -> np.ndarray:
    """An image (C, H, W) in the wanted size."""
    height, width = pixels.shape[1:]
    wanted = (recipe.height, recipe.width)
    if (height, width) == wanted:
        return pixels
    if recipe.fit == "crop":
        tall, wide = (
            min(height, _ratio(width * wanted[0], wanted[1])),
            min(width, _ratio(height * wanted[1], wanted[0])),
        )
        top, left = (height - tall) // 2, (width - wide) // 2
        return _resized(pixels[:, top : top + tall, left : left + wide], *wanted)
    if recipe.fit == "stretch":
        return _resized(pixels, *wanted)
    tall, wide = min(wanted[0], _ratio(height * wanted[1], width)), min(wanted[1], _ratio(width * wanted[0], height))
    top, left = (wanted[0] - tall) // 2, (wanted[1] - wide) // 2
    whole = np.zeros((len(pixels), *wanted), np.uint8)
    whole[:, top : top + tall, left : left + wide] = _resized(pixels, tall, wide)
    return whole


def _ratio(a: int, b: int) -> int:
    """a / b, rounded, at least 1."""
    return max(1, (2 * a + b) // (2 * b))


def _resized(pixels: np.ndarray, height: int, width: int) -> np.ndarray:
    from PIL import Image

    if pixels.shape[1:] == (height, width):
        return pixels
    resized = np.empty((len(pixels), height, width), np.uint8)
    for plane, out in zip(pixels, resized, strict=True):  # as real numbers, which Pillow does not round in between
        real = Image.fromarray(plane.astype(np.float32)).resize((width, height), Image.Resampling.BILINEAR)
        out[:] = np.rint(np.asarray(real))
    return resized


# Reading


def _check(finding: Finding, is_labelled: bool, size: int) -> None:
    if is_labelled and len(finding.classes) > MOST_CLASSES:
        raise UserError(
            tr(
                "There are {labels:,} different labels; {most:,} classes are the most. Read the images without labels.",
                labels=len(finding.classes),
                most=MOST_CLASSES,
            )
        )
    if finding.count < 2:
        raise UserError(tr("There is only one image, which is too few: one is trained with, another is for testing."))
    if size > MOST_BYTES:
        raise UserError(
            tr(
                "{images:,} images of this size take {size:.1f} GiB; {most:.0f} GiB are the "
                "most. Choose a smaller size, grey in place of colours, or fewer images.",
                images=finding.count,
                size=size / 2**30,
                most=MOST_BYTES / 2**30,
            )
        )


def _places(finding: Finding, recipe: Recipe, is_labelled: bool) -> tuple[list[np.ndarray], int]:
    """The row of each image of each part, those of training first, and how many these are."""
    total = finding.count
    if finding.has_test:
        counts = [part.count for part in finding.parts]
        draw = np.random.RandomState(0)
        orders = [
            np.arange(count) if part.table else draw.permutation(count)
            for part, count in zip(finding.parts, counts, strict=True)
        ]
        return [order + start for order, start in zip(orders, (0, counts[0]), strict=True)], counts[0]
    (part,) = finding.parts
    labels = part.labels if is_labelled and part.labels is not None else np.zeros(total, np.int64)
    held_out = min(max(1, round(total * recipe.test_share)), total - 1)
    train, test = stratified_split(labels, held_out)
    place = np.empty(total, np.int64)
    place[train], place[test] = np.arange(len(train)), len(train) + np.arange(len(test))
    return [place], len(train)


def _prepared(finding: Finding, part: Part, recipe: Recipe) -> Iterator[tuple[int, np.ndarray | Refusal]]:
    """Images as the recipe wants them, (n, C, H, W), and the number of the first in its part."""
    if part.table is not None:
        first = 0
        for block in arrays.blocks(part.table):
            images = _coloured(channels_first(scaled(block, finding.span)), recipe)
            is_right = images.shape[2:] == (recipe.height, recipe.width)
            few = len(images) if is_right else FEW
            for at in range(0, len(images), few):
                some = images[at : at + few]
                yield first + at, some if is_right else np.stack([_fitted(pixels, recipe) for pixels in some])
            first += len(images)
        return
    from vaegui.pictures import printable

    image = (1 if recipe.colour == "grey" else 3, recipe.height, recipe.width)
    for i, (name, pixels) in enumerate(files(finding.path, finding.kind, part.files)):
        if isinstance(pixels, UserError):
            yield i, Refusal(printable(name), str(pixels))
        elif pixels.shape == image and not recipe.invert:
            yield i, pixels[None]
        else:
            yield i, prepare(pixels, recipe)[None]


def _close_up(part: slice, rows: np.ndarray, labels: np.ndarray, kept: np.ndarray) -> int:
    """Move the images of a part that were read to its beginning, in their order; return how many they are."""
    left = part.start + np.flatnonzero(kept[part])
    if len(left) < part.stop - part.start:
        for at in range(0, len(left), FEW):  # never to a row that is yet to be moved
            few = left[at : at + FEW]
            rows[part.start + at : part.start + at + len(few)] = rows[few]
        labels[part.start : part.start + len(left)] = labels[left]
    return len(left)


def _some(refusals: Sequence[Refusal]) -> str:
    return " ".join(refusal.sentence for refusal in refusals[:TOLD])

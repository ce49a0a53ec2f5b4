"""Images drawn on the fly, whose generative process p*(x) is known: factors are drawn, and images follow from them.

One light form on black, as in dSprites (Matthey, Higgins, Hassabis & Lerchner 2017). Every factor that varies is
uniform and independent of the others; one that does not has its middle value (the form: triangle). In dSprites, many
rotations of a square or an ellipse look the same; here no form has a rotational symmetry, and neither rotation nor hue
goes all the way round, so that each factor is a fact of the image.

An image's factors, in this order:

    form      0 triangle (isosceles), 1 half disc, 2 L, 3 arrow
    x, y      where the form's centre of gravity is, in sides of the image, rightwards and upwards
    scale     the square root of the form's area, in sides of the image
    rotation  in degrees, counter-clockwise
    hue       in degrees, from red (0) through green (120) to blue (240); images have three channels where it varies

The name of such a dataset says all that it takes to draw it again, and it is drawn to the same bits on any machine. One
of more than a GiB is drawn into files once, from which it is mapped (`mapped.py`).
"""

from __future__ import annotations

import contextlib
import math
from collections.abc import Generator, Iterator

import numpy as np
import torch
from pydantic import Field
from pydantic.dataclasses import dataclass

from vaegui import mapped
from vaegui.data import Dataset, Images, Progress
from vaegui.folders import data_folder
from vaegui.settings import STRICT, UserError, parse
from vaegui.steps import finish
from vaegui.words import plural, tr

NAME = "shapes"
FACTORS = ("form", "x", "y", "scale", "rotation", "hue")
FACTORS_IN_WORDS = {"form": tr("form"), "scale": tr("scale"), "rotation": tr("rotation"), "hue": tr("hue")}
FORMS = ("triangle", "half disc", "L", "arrow")  # which runs keep as the names of their classes
RANGES = {"x": (0.34, 0.66), "y": (0.34, 0.66), "scale": (0.16, 0.3), "rotation": (-90.0, 90.0), "hue": (0.0, 240.0)}
MOST_BYTES = 1 << 34  # of all pixels
MOST_IMAGES = 20_000_000  # of a split
FEWEST_TESTS, MOST_TESTS = 20, 10_000  # where nobody says how many
PIXELS_AT_ONCE = 1 << 18  # what is computed on the way takes some ten megabytes
ARC = 48  # straight pieces of the half disc's arc, which are off by 1/500 of a pixel of the largest images
FINEST = 1 << 16  # of a pixel: corners are rounded to this, so that nobody's sine makes other images


@dataclass(frozen=True, config=STRICT)
class ShapesConfig:
    """Which images to draw."""

    side: int = Field(
        default=28, ge=8, le=128, title=tr("Side"), description=tr("Height and width of the images, in pixels.")
    )
    count: int = Field(
        default=10_000,
        ge=100,
        le=MOST_IMAGES,
        title=tr("Images"),
        description=tr(
            "How many training images are drawn; more begin with the same ones. Where all images take more than "
            "1 GiB, they are drawn into files on the disk."
        ),
    )
    tests: int = Field(
        default=0,
        ge=0,
        le=MOST_IMAGES,
        title=tr("Test images"),
        description=tr(
            "How many test images are drawn besides, which are those on the map; 0 stands for a fifth of the training "
            "images, at most 10,000."
        ),
    )
    seed: int = Field(
        default=0,
        ge=0,
        le=2**31 - 1,
        title=tr("Image seed"),
        description=tr("Which images are drawn: another seed, others of the same kind."),
    )
    form: bool = Field(
        default=True,
        title=tr("Vary form"),
        description=tr("Triangle, half disc, L or arrow, which are the classes; else all are triangles."),
    )
    x: bool = Field(default=True, title=tr("Vary x"), description=tr("The form lies anywhere from left to right."))
    y: bool = Field(default=True, title=tr("Vary y"), description=tr("The form lies anywhere from bottom to top."))
    scale: bool = Field(default=True, title=tr("Vary scale"), description=tr("The form is small or large."))
    rotation: bool = Field(
        default=True,
        title=tr("Vary rotation"),
        description=tr("The form is turned, by a quarter to either side at most."),
    )
    hue: bool = Field(
        default=False,
        title=tr("Vary hue"),
        description=tr("Images are in colour, from red through green to blue; else they are grey."),
    )

    def __post_init__(self) -> None:
        if not self.varying:
            raise ValueError(tr("at least one of form, x, y, scale, rotation and hue must vary"))
        if 0 < self.tests < FEWEST_TESTS:
            raise ValueError(tr("there must be at least {fewest} test images", fewest=FEWEST_TESTS))

    @property
    def varying(self) -> tuple[str, ...]:
        """The names of the factors that vary, in the order of `FACTORS`."""
        return tuple(name for name in FACTORS if getattr(self, name))

    @property
    def channels(self) -> int:
        """C: 3 in colour, else 1."""
        return 3 if self.hue else 1

    @property
    def test_count(self) -> int:
        """How many test images there are."""
        return self.tests or min(max(self.count // 5, FEWEST_TESTS), MOST_TESTS)


DEFAULT = ShapesConfig()


def name_of(config: ShapesConfig) -> str:
    """The dataset's name, of letters, digits and dashes: what differs from the defaults, such as "shapes-32px-x-y"."""
    words = [NAME]
    if config.side != DEFAULT.side:
        words.append(f"{config.side}px")
    if config.count != DEFAULT.count:
        words.append(f"{config.count}")
    if config.tests != DEFAULT.tests:
        words.append(f"{config.tests}tests")
    if config.seed != DEFAULT.seed:
        words.append(f"seed{config.seed}")
    if config.varying != DEFAULT.varying:
        words += config.varying
    return "-".join(words)


def config_from(name: str) -> ShapesConfig | None:
    """The config that `name_of` gives this name, or None when there is none."""
    first, *words = name.split("-")
    if first != NAME or not name.isascii():
        return None
    values: dict[str, int | bool] = {}
    for word in words:
        if word.endswith("px"):
            key, digits = "side", word[:-2]
        elif word.endswith("tests"):
            key, digits = "tests", word[:-5]
        elif word.startswith("seed"):
            key, digits = "seed", word[4:]
        elif word in FACTORS:
            values[word] = True
            continue
        else:
            key, digits = "count", word
        if not digits.isdigit() or len(digits) > 10:
            return None
        values[key] = int(digits)
    if any(factor in values for factor in FACTORS):
        values = dict.fromkeys(FACTORS, False) | values
    try:
        config = parse(ShapesConfig, values)
    except UserError:
        return None
    return config if name_of(config) == name else None  # each config has one name


def title_of(config: ShapesConfig) -> str:
    """Name the dataset in words: "Shapes 28×28 (generated)", and what differs from the defaults."""
    words = []
    if config.varying != DEFAULT.varying:
        *others, last = (FACTORS_IN_WORDS.get(name, name) for name in config.varying)
        words.append(
            tr("{factors} and {last_factor} vary", factors=", ".join(others), last_factor=last)
            if others
            else tr("only {factor} varies", factor=last)
        )
    if config.count != DEFAULT.count:
        words.append(plural(config.count, "{count:,} image", "{count:,} images"))
    if config.tests != DEFAULT.tests:
        words.append(plural(config.tests, "{count:,} test image", "{count:,} test images"))
    if config.seed != DEFAULT.seed:
        words.append(tr("seed {seed}", seed=config.seed))
    if words:
        return tr("Shapes {side}×{side} (generated: {how})", side=config.side, how=", ".join(words))
    return tr("Shapes {side}×{side} (generated)", side=config.side)


def generate(config: ShapesConfig = DEFAULT) -> Dataset:
    """Draw the dataset.

    Raises:
        UserError: see `generate_steps`.
    """
    return finish(generate_steps(config))


def generate_steps(config: ShapesConfig = DEFAULT) -> Generator[Progress, None, Dataset]:
    """Draw the dataset, and yield how many images are done.

    Training and test images are drawn from streams of their own: a larger training set begins with the images of a
    smaller one, and the test images are the same as far as both have them. A factor that does not vary leaves those
    that do as they are. Labels are forms. Where the pixels of all images take more than a GiB, they are drawn into
    files in the user's data folder, and mapped from there from then on.

    Raises:
        UserError: when its pixels take more than 16 GiB, or more than there is; the disk is too full or refuses; or
            what was drawn before is damaged.
    """
    total = config.count + config.test_count
    size = total * config.channels * config.side**2
    if size > MOST_BYTES:
        values = {"images": total, "side": config.side, "size": size / 2**30, "most": MOST_BYTES / 2**30}
        raise UserError(
            tr(
                "{images:,} images of {side} × {side} pixels in colour take {size:.1f} GiB; {most:.0f} GiB is the "
                "most. Nothing was drawn. Choose fewer images or smaller ones.",
                **values,
            )
            if config.hue
            else tr(
                "{images:,} images of {side} × {side} pixels take {size:.1f} GiB; {most:.0f} GiB is the most. "
                "Nothing was drawn. Choose fewer images or smaller ones.",
                **values,
            )
        )
    if size > mapped.ON_DISK_FROM:
        return (yield from _kept(config))
    splits, before = [], 0
    for stream, count in enumerate((config.count, config.test_count)):
        try:
            pixels = np.empty((count, config.channels, config.side, config.side), np.uint8)
            factors = np.empty((count, len(config.varying)), np.float32)
            labels = np.zeros(count, np.int64)
        except MemoryError:
            raise UserError(
                tr(
                    "There is no memory for {images:,} images, which take {size:.1f} GiB. Nothing was drawn. "
                    "Choose fewer images or smaller ones.",
                    images=total,
                    size=size / 2**30,
                )
            ) from None
        for rows, *block in _blocks(config, stream, count):
            pixels[rows], labels[rows], factors[rows] = block
            yield Progress(before + rows.stop, total, tr("Drawing shapes"))
        before += count
        splits.append(Images(torch.from_numpy(pixels), torch.from_numpy(labels), torch.from_numpy(factors)))
    return Dataset(name_of(config), FORMS if config.form else (), splits[0], splits[1], config.varying)


def _kept(config: ShapesConfig) -> Generator[Progress, None, Dataset]:
    """The dataset from files on the disk, into which it is drawn where that was not done before."""
    name, shape = name_of(config), (config.channels, config.side, config.side)
    folder = data_folder() / NAME / name
    counts = {"train": config.count, "test": config.test_count}
    if not mapped.is_kept(folder):
        splits = {
            split: mapped.Split(count, (block[1:] for block in _blocks(config, stream, count)))
            for stream, (split, count) in enumerate(counts.items())
        }
        with contextlib.closing(mapped.keep(folder, name, shape, len(config.varying), splits)) as steps:
            for done in steps:
                yield Progress(done, sum(counts.values()), tr("Drawing shapes into files"))
    classes = FORMS if config.form else ()
    kept = mapped.load(folder, name, shape, len(config.varying), len(classes), counts)
    train, test = (Images(k.pixels.tensor, k.labels, k.factors.tensor, k.pixels) for k in kept.values())
    return Dataset(name, classes, train, test, config.varying)


def _blocks(
    config: ShapesConfig, stream: int, count: int
) -> Iterator[tuple[slice, np.ndarray, np.ndarray, np.ndarray]]:
    """Yield rows, and pixels (B, C, H, W), labels (B,) and factors (B, F) of these images, chunk by chunk."""
    varying = [FACTORS.index(name) for name in config.varying]
    for rows, drawn in _draws(config, stream, count):
        yield rows, _rendered(drawn, config.side, config.channels), drawn[:, 0], drawn[:, varying]


def _draws(config: ShapesConfig, stream: int, count: int) -> Iterator[tuple[slice, np.ndarray]]:
    """Yield rows and all factors of these images (B, 6) float64, chunk by chunk."""
    # Its raw numbers: of those NumPy promises that they stay what they are.
    bits = np.random.PCG64(np.random.SeedSequence((config.seed, stream)))
    at_once = max(1, PIXELS_AT_ONCE // config.side**2)
    lowest = np.array([0.0, *(RANGES[name][0] for name in FACTORS[1:])])
    highest = np.array([float(len(FORMS)), *(RANGES[name][1] for name in FACTORS[1:])])
    varies = np.array([getattr(config, name) for name in FACTORS])
    middle = np.where(np.array(FACTORS) == "form", 0.0, (lowest + highest) / 2)
    for start in range(0, count, at_once):
        rows = slice(start, min(start + at_once, count))
        raw = bits.random_raw((rows.stop - start) * len(FACTORS)).reshape(-1, len(FACTORS))
        drawn = lowest + (highest - lowest) * ((raw >> np.uint64(11)) * 2.0**-53)
        drawn[:, 0] = np.floor(drawn[:, 0])
        yield rows, np.where(varies, drawn, middle)


def _corners(form: str) -> np.ndarray:
    """The corners (V, 2) of a form whose area is 1 and whose centre of gravity is 0, counter-clockwise, y upwards."""
    if form == "half disc":
        angles = np.linspace(0, np.pi, ARC + 1)
        points = np.stack((np.cos(angles), np.sin(angles)), 1)
    else:
        points = np.array(
            {
                "triangle": [(-1, 0), (1, 0), (0, 2.8)],
                "L": [(0, 0), (2, 0), (2, 1), (1, 1), (1, 3), (0, 3)],
                "arrow": [(-0.5, 0), (0.5, 0), (0.5, 1.4), (1.5, 1.4), (0, 3.2), (-1.5, 1.4), (-0.5, 1.4)],
            }[form],
            dtype=float,
        )
    after = np.roll(points, -1, 0)
    cross = points[:, 0] * after[:, 1] - after[:, 0] * points[:, 1]
    area = cross.sum() / 2
    centre = ((points + after) * cross[:, None]).sum(0) / (6 * area)
    return np.asarray((points - centre) / math.sqrt(area))


CORNERS = tuple(_corners(form) for form in FORMS)


def _rendered(drawn: np.ndarray, side: int, channels: int) -> np.ndarray:
    """Draw images (B, C, H, W) uint8 of factors (B, 6): the share of each pixel that the form covers."""
    shares = np.zeros((len(drawn), side, side))
    for form, corners in enumerate(CORNERS):
        of_form = np.flatnonzero(drawn[:, 0] == form)
        if not len(of_form):
            continue
        _, x, y, scale, rotation, _ = drawn[of_form].T[:, :, None]
        cos, sin = np.cos(np.radians(rotation)), np.sin(np.radians(rotation))
        right = side * (x + scale * (cos * corners[:, 0] - sin * corners[:, 1]))
        down = side * (1 - y - scale * (sin * corners[:, 0] + cos * corners[:, 1]))
        shares[of_form] = _coverage(np.rint(right * FINEST) / FINEST, np.rint(down * FINEST) / FINEST, side)
    values = 255 * shares[:, None]
    if channels == 3:
        values = values * _colours(drawn[:, FACTORS.index("hue")])[:, :, None, None]
    return np.rint(values).astype(np.uint8)


def _colours(hue: np.ndarray) -> np.ndarray:
    """Red, green and blue (B, 3) in [0, 1] of pure hues in degrees."""
    away = np.abs(hue[:, None] - np.array([0.0, 120.0, 240.0])) / 60
    return np.asarray(np.clip(2 - np.minimum(away, 6 - away), 0, 1))


def _coverage(x: np.ndarray, y: np.ndarray, side: int) -> np.ndarray:
    """The share (B, H, W) of each pixel inside polygons with corners x, y (B, V) in pixels, y downwards.

    Exact, by Green's theorem: within a row of pixels, a polygon covers ∮ clip(x − j, 0, 1) dy of pixel j. Along the
    part of an edge that lies in the row, x goes from `low` to `high` at a constant rate, so that the mean of
    clip(x − j, 0, 1) is 1 − m(j + 1) + m(j), with m(X) the mean of max(X − x, 0), which is quadratic in between.
    """
    to_x, to_y = np.roll(x, -1, 1), np.roll(y, -1, 1)
    rows = np.arange(side)[:, None]
    enters, leaves = (np.clip(end[:, None, :], rows, rows + 1) for end in (y, to_y))  # (B, H, V)
    image, row, edge = np.nonzero(enters != leaves)  # T parts of edges
    begin, end = enters[image, row, edge], leaves[image, row, edge]
    from_x, from_y = x[image, edge], y[image, edge]
    slope = (to_x[image, edge] - from_x) / (to_y[image, edge] - from_y)
    one, other = from_x + (begin - from_y) * slope, from_x + (end - from_y) * slope
    low = np.minimum(one, other) - 1 / FINEST  # a little apart, where the edge is upright
    high = np.maximum(one, other) + 1 / FINEST
    borders = np.arange(side + 1.0)
    mean = np.maximum(borders - low[:, None], 0) ** 2 - np.maximum(borders - high[:, None], 0) ** 2  # (T, W + 1)
    mean *= ((end - begin) / (2 * (high - low)))[:, None]
    covered = np.zeros((len(x) * side, side))
    if len(image):
        place = image * side + row
        starts = np.flatnonzero(np.diff(place, prepend=-1))
        covered[place[starts]] = np.diff(np.add.reduceat(mean, starts, axis=0), axis=1)
    return np.clip(covered, 0, 1).reshape(len(x), side, side)

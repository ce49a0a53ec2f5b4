"""Datasets of the user's own images, kept in a folder each so that they load at once: dataset.json says where they came
from and how they were read, images.safetensors holds them, listing.json what the source's files were.

Some were made from another dataset, by selecting or relabelling images of it: they have no source that could change,
and may know what their images were generated from. That is format 2 of dataset.json; format 1 is all others.

A folder is written beside the others under another name and renamed when it is whole. Its source is never touched.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import itertools
import json
import os
import re
import shutil
from collections.abc import Callable, Collection, Generator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal

import numpy as np
import torch
from pydantic import Field
from pydantic.dataclasses import dataclass as checked
from torch import Tensor

from vaegui import arrays, placing, storing, tensors
from vaegui.data import Dataset, Images
from vaegui.folders import data_folder
from vaegui.settings import STRICT, UserError, as_dict, parse
from vaegui.steps import finish, part_of
from vaegui.words import plural, tr

PARTS = ("train", "test")
RECORD, IMAGES, LISTING = "dataset.json", "images.safetensors", "listing.json"
SCRATCH = ".import-"
SMALLEST_SIDE, LARGEST_SIDE = 4, 128  # pixels
MOST_CLASSES = 1000
MOST_FACTORS = 64
DERIVED = "derived"  # the kind of those that were made from another dataset
MOST_BYTES = 1 << 32  # of a dataset's pixels
MOST_RECORD = 1 << 28  # bytes of dataset.json, which names every image that was refused, and of listing.json
LONGEST_NAME = 100  # bytes
FORBIDDEN = '/\\:*?"<>|'
RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?", re.IGNORECASE)  # names that Windows keeps
PIECE = 1 << 24  # bytes

Listing = tuple[tuple[str, int, int], ...]  # of each file of a source: its path in it, bytes, time of change in ns


@checked(frozen=True, config=STRICT)
class Recipe:
    """How images become those of a dataset; it is kept with them."""

    width: int = Field(
        default=28,
        ge=SMALLEST_SIDE,
        le=LARGEST_SIDE,
        title=tr("Width"),
        description=tr(
            "Pixels in a row. Images that have the wanted size stay exactly as they are; others are resampled."
        ),
    )
    height: int = Field(
        default=28,
        ge=SMALLEST_SIDE,
        le=LARGEST_SIDE,
        title=tr("Height"),
        description=tr("Rows of pixels."),
    )
    fit: Literal["crop", "pad", "stretch"] = Field(
        default="crop",
        title=tr("Fit"),
        description=tr(
            "What is done with an image of other proportions: its middle is cut out, black bars are put beside "
            "it, or it is stretched."
        ),
        json_schema_extra={
            "words": {"crop": tr("cut out the middle"), "pad": tr("add black bars"), "stretch": tr("stretch")}
        },
    )
    colour: Literal["grey", "colour"] = Field(
        default="grey",
        title=tr("Colours"),
        description=tr("One grey value for each pixel (luma of Rec. 601), or red, green and blue."),
        json_schema_extra={"words": {"grey": tr("grey"), "colour": tr("red, green and blue")}},
    )
    invert: bool = Field(
        default=False,
        title=tr("Invert"),
        description=tr("Dark on light becomes light on dark; black bars stay black."),
    )
    labels: Literal["given", "none"] = Field(
        default="given",
        title=tr("Labels"),
        description=tr("Use the labels that were found (a folder for each class, or a file of labels), or none."),
        json_schema_extra={"words": {"given": tr("as they were found"), "none": tr("none")}},
    )
    test_share: float = Field(
        default=0.15,
        ge=0.01,
        le=0.5,
        title=tr("Test share"),
        description=tr("Share of the images held out for testing, where the source has no test images of its own."),
    )


@dataclass(frozen=True)
class Refusal:
    """An image that was left out, and why, in a sentence."""

    name: str
    sentence: str


@dataclass(frozen=True, eq=False)
class Part:
    """Images for training, for testing, or to be split: files of a folder, members of an archive, or an array."""

    name: Literal["train", "test", ""]
    count: int
    labels: np.ndarray | None  # (count,) int64, an index of a class each
    files: tuple[str, ...] = ()  # paths in the folder, names in the archive
    table: arrays.Table | None = None  # (N, …)


@dataclass(frozen=True, eq=False)
class Finding:
    """What there is to be read; nothing but a sample has been decoded."""

    path: Path
    kind: str  # "folder", "zip archive", "array" or "IDX files", in all languages
    count: int  # images, some of which may turn out to be broken
    classes: tuple[str, ...]  # () where there are no labels
    class_counts: tuple[int, ...]
    has_test: bool  # whether the source has parts of its own for training and testing
    sizes: dict[tuple[int, int], int]  # (width, height): how many of the sample, or of all in an array
    channels: dict[int, int]  # 1 or 3: how many of the sample, or of all in an array
    sample: tuple[tuple[str, np.ndarray], ...]  # up to 48 spread over all: name and uint8 (C, H, W), before the recipe
    problems: tuple[str, ...]  # sentences: what was left out so far, and why
    print: str  # tells whether the source has changed
    parts: tuple[Part, ...]
    listing: Listing
    span: tuple[float, float] | None = None  # the numbers in an array that are black and white


@dataclass(frozen=True)
class Origin:
    """Where a dataset that is kept came from, and how it was read; `path` means nothing where it was derived."""

    path: Path
    kind: str  # of a `Finding`, or `DERIVED`
    recipe: Recipe
    refusals: tuple[Refusal, ...]
    train: int  # images
    test: int
    classes: tuple[str, ...]
    has_test: bool
    base: str = ""  # the name of the dataset that it was made from, if it was derived,
    how: str = ""  # and how, in words

    @property
    def count(self) -> int:
        """Images in training and test together."""
        return self.train + self.test

    @property
    def is_derived(self) -> bool:
        """Whether it was made from another dataset, so that there is nothing to read again."""
        return self.kind == DERIVED


Sha = Annotated[str, Field(pattern="^[0-9a-f]{64}$")]
Count = Annotated[int, Field(ge=1, le=1 << 32)]
Text = Annotated[str, Field(max_length=10_000)]


@checked(frozen=True, config=STRICT)
class _Record:
    """What dataset.json says."""

    format: Literal[1, 2]
    path: Text
    kind: Literal["folder", "zip archive", "array", "IDX files", "derived"]
    recipe: Recipe
    classes: tuple[Text, ...]
    has_test: bool
    train: Count
    test: Count
    refusals: tuple[tuple[Text, Text], ...]
    images: Sha
    listing: Sha
    base: Text = ""
    how: Text = ""
    factors: tuple[Text, ...] = ()

    def __post_init__(self) -> None:
        is_derived = self.kind == DERIVED
        if is_derived != (self.format == 2) or is_derived != bool(self.base and self.how) or (is_derived and self.path):
            raise ValueError(tr("it does not say whether it was made from another dataset"))
        if not is_derived and (self.base or self.how or self.factors):
            raise ValueError(tr("it has what only one made from another dataset has"))
        if len(self.factors) > MOST_FACTORS:
            raise ValueError(tr("there are too many factors"))
        pixels = self.recipe.width * self.recipe.height * (1 if self.recipe.colour == "grey" else 3)
        if (self.train + self.test) * pixels > MOST_BYTES:
            raise ValueError(tr("there are more pixels than fit"))
        if len(self.classes) > MOST_CLASSES:
            raise ValueError(tr("there are too many classes"))

    @property
    def specs(self) -> dict[str, tensors.Spec]:
        """The tensors in the file of images, in its order."""
        image = (1 if self.recipe.colour == "grey" else 3, self.recipe.height, self.recipe.width)
        factors = {
            f"{part}_factors": tensors.Spec(torch.float32, (count, len(self.factors)))
            for part, count in zip(PARTS, (self.train, self.test), strict=True)
            if self.factors
        }
        return {
            "train_labels": tensors.Spec(torch.int64, (self.train,)),
            "test_labels": tensors.Spec(torch.int64, (self.test,)),
            **factors,
            "train_pixels": tensors.Spec(torch.uint8, (self.train, *image)),
            "test_pixels": tensors.Spec(torch.uint8, (self.test, *image)),
        }


def store(
    dataset: Dataset,
    finding: Finding,
    recipe: Recipe,
    refusals: Sequence[Refusal],
    put_aside: Callable[[Path], bool] = lambda _: False,
) -> None:
    """Keep a dataset under its name, whole or not at all; one that had the name is replaced.

    Where one had it, `put_aside` is called with its folder once the new one is whole, and may move it away to be kept;
    it tells whether it did. What it moved is not moved back when something goes wrong after that.

    Raises:
        UserError: when the name or the disk does not allow it; what was there before is still there.
    """
    about = {
        "format": 1,
        "path": str(finding.path),
        "kind": finding.kind,
        "recipe": recipe,
        "has_test": finding.has_test,
        "refusals": tuple((refusal.name[:10_000], refusal.sentence[:10_000]) for refusal in refusals),
    }
    finish(_store(dataset, finding.listing, about, put_aside))


def store_derived(dataset: Dataset, base: str, how: str, recipe: Recipe) -> Generator[float, None, None]:
    """Keep a dataset that was made from another one under its own name, whole or not at all; yields the share done.

    `base` is the other's name, `how` says what was done to it, and `recipe` is how images become such as these.

    Raises:
        UserError: when the name or the disk does not allow it; what was there before is still there.
    """
    about = {"format": 2, "path": "", "kind": DERIVED, "recipe": recipe, "has_test": True, "refusals": ()}
    about |= {"base": base[:10_000], "how": how[:10_000], "factors": dataset.factors}
    yield from _store(dataset, (), about)


def _store(
    dataset: Dataset, files: Listing, about: dict[str, Any], put_aside: Callable[[Path], bool] = lambda _: False
) -> Generator[float, None, None]:
    place = _place()
    target = place / check_name(dataset.name, ())
    factors = {"train": dataset.train.factors, "test": dataset.test.factors} if about.get("factors") else {}
    parts = {
        "train_labels": dataset.train.labels,
        "test_labels": dataset.test.labels,
        **{f"{part}_factors": values for part, values in factors.items() if values is not None},
        "train_pixels": dataset.train.pixels,
        "test_pixels": dataset.test.pixels,
    }
    try:
        place.mkdir(parents=True, exist_ok=True)
        with placing.scratch(place, SCRATCH, _clear) as scratch:
            new = scratch / "new" / target.name
            new.mkdir(parents=True)
            listing = write_listing(files)
            storing.write(new / LISTING, listing)
            images = yield from part_of(_write_table(new / IMAGES, parts), 0.0, 0.95)
            record = _Record(
                classes=dataset.classes,
                train=len(dataset.train),
                test=len(dataset.test),
                images=images,
                listing=storing.digest(listing),
                **about,
            )
            values = as_dict(record)
            if record.format == 1:  # as it was before there was another
                values = {name: value for name, value in values.items() if name not in ("base", "how", "factors")}
            storing.write(new / RECORD, storing.seal(values))
            storing.sync(new)
            _rename(new, target, scratch, put_aside)
            storing.sync(place)
    except OSError as error:
        raise UserError(
            tr(
                "“{dataset}” could not be kept in {folder}: {reason}. "
                "What was there before is unchanged. Free some space or choose another folder (VAEGUI_HOME), and try "
                "again.",
                dataset=target.name,
                folder=place,
                reason=storing.in_words(error),
            )
        ) from None


def known() -> list[str]:
    """The names of the datasets that are kept, sorted."""
    with contextlib.suppress(OSError), os.scandir(_place()) as entries:
        return sorted(
            entry.name for entry in entries if not entry.name.startswith(".") and Path(entry.path, RECORD).is_file()
        )
    return []


def load(name: str) -> Dataset:
    """Read a dataset that is kept; its source is not looked at.

    Raises:
        UserError: when there is none of that name, or it is damaged.
    """
    folder = _folder(name)
    record = _record(folder)
    try:
        found = _read_table(folder / IMAGES, record)
    except ValueError as reason:
        again = _record(folder)  # another program may just have replaced it
        if again == record:
            raise _damaged(folder, str(reason), record.base) from None
        try:
            record, found = again, _read_table(folder / IMAGES, again)
        except ValueError as reason:
            raise _damaged(folder, str(reason), record.base) from None
    most = max(1, len(record.classes))
    if any(int(found[f"{part}_labels"].min()) < 0 or int(found[f"{part}_labels"].max()) >= most for part in PARTS):
        raise _damaged(folder, tr("its labels are none of its classes"), record.base)
    if not all(bool(values.isfinite().all()) for part, values in found.items() if part.endswith("factors")):
        raise _damaged(folder, tr("its factors are not finite numbers"), record.base)
    train, test = (
        Images(found[f"{part}_pixels"], found[f"{part}_labels"], found.get(f"{part}_factors")) for part in PARTS
    )
    return Dataset(name, record.classes, train, test, record.factors)


def origin(name: str) -> Origin:
    """Where a dataset that is kept came from.

    Raises:
        UserError: when there is none of that name, or it is damaged.
    """
    record = _record(_folder(name))
    return Origin(
        path=Path(record.path),
        kind=record.kind,
        recipe=record.recipe,
        refusals=tuple(Refusal(*refusal) for refusal in record.refusals),
        train=record.train,
        test=record.test,
        classes=record.classes,
        has_test=record.has_test,
        base=record.base,
        how=record.how,
    )


def changes(name: str) -> str:
    """Say in a sentence how the source differs from what was read; "" when it does not, is gone, or there is none.

    Raises:
        UserError: when there is no dataset of that name, or it is damaged.
    """
    folder = _folder(name)
    record = _record(folder)
    if record.kind == DERIVED:
        return ""
    before = _read_listing(folder, record)
    path = Path(record.path)
    try:
        path.stat()
    except (OSError, ValueError):
        return ""
    are_images = record.kind == "folder"
    files = list_folder(path) if are_images else list_files(path, [file for file, *_ in before])
    now, then = ({file: rest for file, *rest in listing} for listing in (files, before))
    told: list[str] = []
    if new := len(now.keys() - then.keys()):
        told.append(
            plural(new, "{count:,} image is new", "{count:,} images are new")
            if are_images
            else plural(new, "{count:,} file is new", "{count:,} files are new")
        )
    if gone := len(then.keys() - now.keys()):
        if told:
            told.append(plural(gone, "{count:,} is gone", "{count:,} are gone"))
        elif are_images:
            told.append(plural(gone, "{count:,} image is gone", "{count:,} images are gone"))
        else:
            told.append(plural(gone, "{count:,} file is gone", "{count:,} files are gone"))
    if changed := sum(now[file] != then[file] for file in then.keys() & now.keys()):
        if told:
            told.append(plural(changed, "{count:,} changed", "{count:,} changed"))
        elif are_images:
            told.append(plural(changed, "{count:,} image changed", "{count:,} images changed"))
        else:
            told.append(plural(changed, "{count:,} file changed", "{count:,} files changed"))
    if not told:
        return ""
    *others, last = told
    listed = tr("{changes} and {last_change}", changes=", ".join(others), last_change=last) if others else last
    return tr(
        "{path} is not what “{dataset}” was read from any more: {changes}.", path=path, dataset=name, changes=listed
    )


def folder_of(name: str) -> Path:
    """The folder that a dataset is kept in.

    Raises:
        UserError: when there is none of that name.
    """
    folder = _folder(name)
    if not folder.is_dir():
        raise _unknown(name)
    return folder


def forget(name: str) -> None:
    """Remove a dataset from those that are kept, for good; its source is not touched.

    Raises:
        UserError: when there is none of that name, or the disk refuses.
    """
    folder = folder_of(name)
    try:
        with placing.scratch(folder.parent, SCRATCH, _clear) as scratch:
            os.rename(folder, scratch / "gone")
            storing.sync(folder.parent)
    except OSError as error:
        raise UserError(
            tr(
                "“{dataset}” could not be removed: {reason}. It is still there.",
                dataset=name,
                reason=storing.in_words(error),
            )
        ) from None


def check_name(name: str, taken: Collection[str]) -> str:
    """Return a name for a dataset without the space around it.

    Raises:
        UserError: when it cannot be the name of a folder, or is taken.
    """
    name = name.strip()
    if not name:
        raise UserError(tr("The dataset needs a name."))
    if not name.isprintable() or any(sign in FORBIDDEN for sign in name):
        raise UserError(
            tr(
                "The name may not have any of {signs} in it, nor signs that cannot be seen.",
                signs=" ".join(FORBIDDEN),
            )
        )
    if name.startswith((".", "-")) or name.endswith(".") or RESERVED.fullmatch(name):
        raise UserError(tr("“{name}” cannot be the name of a folder. Choose another one.", name=name))
    if len(name.encode()) > LONGEST_NAME:
        raise UserError(tr("The name is too long; {most} letters are the most.", most=LONGEST_NAME))
    if name.casefold() in {other.casefold() for other in taken}:
        raise UserError(tr("There is a dataset called “{dataset}” already. Choose another name.", dataset=name))
    return name


def name_for(path: Path, taken: Collection[str]) -> str:
    """A name for what is read from a path: that of the folder or file, as far as it can be one, and free."""
    stem = os.path.basename(os.path.abspath(path)).split(".")[0]
    stem = "".join(sign if sign.isalnum() or sign in " -_" else "-" for sign in stem).strip(" -_")[:40] or "images"
    used = {other.casefold() for other in taken}
    stem = f"{stem} images" if RESERVED.fullmatch(stem) else stem
    numbered = itertools.chain((stem,), (f"{stem} {i}" for i in itertools.count(2)))
    return next(name for name in numbered if name.casefold() not in used)


def sweep() -> None:
    """Remove what programs that were killed left behind, and put back what they were replacing.

    Call it before this program keeps anything; what other programs are at is left alone.
    """
    place = _place()
    with contextlib.suppress(OSError):
        for scratch in place.glob(f"{SCRATCH}*"):
            with contextlib.suppress(OSError):
                storing.hold(scratch).release()
                _clear(scratch)


def list_folder(folder: Path) -> Listing:
    """List the images below a folder, sorted by path; parts of a path are separated by "/"."""
    from vaegui import pictures

    start = len(os.path.join(folder, ""))
    return tuple(
        sorted(
            (path[start:].replace(os.sep, "/"), status.st_size, status.st_mtime_ns)
            for path, status in pictures.search(folder)
            if not isinstance(status, str)
        )
    )


def list_files(path: Path, names: Sequence[str]) -> Listing:
    """List files beside `path`, or in it where it is a folder; those that are not there are left out."""
    folder = path if path.is_dir() else path.parent
    found = []
    for name in names:
        with contextlib.suppress(OSError, ValueError):
            status = (folder / name).stat()
            found.append((name, status.st_size, status.st_mtime_ns))
    return tuple(found)


def write_listing(listing: Listing) -> bytes:
    """A listing as JSON; names that are no text stay what they are."""
    return json.dumps(listing, separators=(",", ":")).encode()


def _place() -> Path:
    return data_folder() / "own"


def _folder(name: str) -> Path:
    if not name or name.startswith(".") or any(sign in name for sign in "/\\:\0"):
        raise _unknown(name)
    return _place() / name


def _unknown(name: str) -> UserError:
    return UserError(tr("There is no dataset called “{dataset}” among your own.", dataset=name))


def _damaged(folder: Path, reason: str, base: str = "") -> UserError:
    remedy = (
        tr("Make it again from “{dataset}”.", dataset=base)
        if base
        else tr("Import it again; its images are where they always were.")
    )
    return UserError(
        tr(
            "The dataset “{dataset}” is damaged: {reason}. {remedy} What is left of it is in {folder}.",
            dataset=folder.name,
            reason=reason,
            remedy=remedy,
            folder=folder,
        )
    )


def _clear(scratch: Path) -> None:
    """Remove a scratch folder, once what was to be replaced and was not is back in its place."""
    for old in scratch.glob("old*/*"):
        if not (scratch.parent / old.name).exists():
            os.rename(old, scratch.parent / old.name)
    shutil.rmtree(scratch, ignore_errors=True)


def _rename(new: Path, target: Path, scratch: Path, put_aside: Callable[[Path], bool]) -> None:
    """Put a folder in a place that another may have, or may get meanwhile from another program."""
    for turn in range(10):
        old = scratch / f"old{turn}" / target.name
        old.parent.mkdir()
        with contextlib.suppress(FileNotFoundError):
            if not (target.is_dir() and put_aside(target)):
                os.rename(target, old)
        try:
            os.rename(new, target)
            return
        except OSError:
            if not target.exists():
                raise
    raise FileExistsError(errno.EEXIST, tr("other programs keep writing it"), str(target))


def _record(folder: Path) -> _Record:
    path = folder / RECORD
    try:
        if storing.size_of(path) > MOST_RECORD:
            raise _damaged(folder, tr("{file} is too large", file=RECORD))
        values, is_sealed = storing.unseal(path.read_bytes())
    except FileNotFoundError:
        raise (
            _damaged(folder, tr("{file} is missing", file=RECORD)) if folder.is_dir() else _unknown(folder.name)
        ) from None
    except OSError as error:
        raise UserError(tr("{path} cannot be read: {reason}.", path=path, reason=storing.in_words(error))) from None
    except (ValueError, RecursionError):
        raise _damaged(folder, tr("{file} was changed, or cut short", file=RECORD)) from None
    if not is_sealed or not isinstance(values, dict):
        raise _damaged(folder, tr("{file} was changed, or cut short", file=RECORD))
    if values.get("format") not in (1, 2):
        raise UserError(
            tr(
                "The dataset “{dataset}” has format {format}; this version reads formats 1 and 2. Import it again.",
                dataset=folder.name,
                format=str(values.get("format"))[:20],
            )
        )
    try:
        return parse(_Record, values, tr("file {path}", path=path))
    except UserError as error:
        raise _damaged(folder, str(error)) from None


def _read_listing(folder: Path, record: _Record) -> Listing:
    path = folder / LISTING
    try:
        if storing.size_of(path) > MOST_RECORD:
            raise ValueError
        content = path.read_bytes()
        if storing.digest(content) != record.listing:
            raise ValueError
        return tuple((str(name), int(size), int(changed)) for name, size, changed in json.loads(content))
    except (OSError, ValueError, TypeError, RecursionError):
        raise _damaged(folder, tr("{file} was changed, cut short, or is missing", file=LISTING)) from None


def _write_table(path: Path, parts: dict[str, Tensor]) -> Generator[float, None, str]:
    """Write tensors as safetensors without a copy of them in memory, yielding the share done; return its SHA-256."""
    header: dict[str, Any] = {}
    place = 0
    for name, tensor in parts.items():
        end = place + tensor.nbytes
        kind = {torch.uint8: "U8", torch.int64: "I64", torch.float32: "F32"}[tensor.dtype]
        header[name] = {"dtype": kind, "shape": list(tensor.shape), "data_offsets": [place, end]}
        place = end
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    contents = [memoryview(len(text).to_bytes(8, "little") + text), *map(_bytes, parts.values())]
    digest, written = hashlib.sha256(), 0
    with open(path, "xb") as file:
        for content in contents:
            for start in range(0, len(content), PIECE):
                piece = content[start : start + PIECE]
                digest.update(piece)
                file.write(piece)
                written += len(piece)
                yield written / sum(map(len, contents))
        file.flush()
        os.fsync(file.fileno())
    return digest.hexdigest()


def _read_table(path: Path, record: _Record) -> dict[str, Tensor]:
    """Read what `_write_table` wrote.

    Raises:
        ValueError: when it is something else.
    """
    try:
        if tensors.describe(path) != record.specs:
            raise ValueError(tr("{file} does not hold what {record} says", file=path.name, record=RECORD))
        found = {name: torch.empty(spec.shape, dtype=spec.dtype) for name, spec in record.specs.items()}
        digest = hashlib.sha256()
        with open(path, "rb") as file:
            start = file.read(8)
            start += file.read(int.from_bytes(start, "little"))
            digest.update(start)
            for tensor in found.values():
                rest = _bytes(tensor)
                while rest:
                    count = file.readinto(rest[:PIECE])
                    if not count:
                        raise ValueError(tr("{file} was cut short", file=path.name))
                    digest.update(rest[:count])
                    rest = rest[count:]
    except OSError as error:
        raise ValueError(
            tr("{file} cannot be read ({reason})", file=path.name, reason=storing.in_words(error))
        ) from None
    except RuntimeError:
        raise ValueError(tr("{file} takes more memory than there is", file=path.name)) from None
    if digest.hexdigest() != record.images:
        raise ValueError(tr("{file} was changed (its SHA-256 is another)", file=path.name))
    return found


def _bytes(tensor: Tensor) -> memoryview[int]:
    """A view of a tensor's numbers, which are in order."""
    return memoryview(tensor.contiguous().numpy().data).cast("B")

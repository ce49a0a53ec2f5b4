"""Where datasets come from: downloads (MNIST and its kin), the bundled digits, generated shapes, the user's own images.

A name stands for each of them: one of `SOURCES`; one that says which shapes to draw (`shapes.name_of`); or the one that
the user gave to images of their own (`importing.py`).
"""

from __future__ import annotations

import contextlib
import importlib.util
import math
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch

from vaegui import arrays, importing, mapped, shapes, storing
from vaegui.data import Dataset, Images, Progress, stratified_split
from vaegui.folders import data_folder
from vaegui.settings import UserError
from vaegui.steps import finish
from vaegui.words import tr

LONG_SILENCE = 10.0  # seconds without a byte
DIGITS_FILE = "datasets/data/digits.csv.gz"  # in the package of scikit-learn
IDX_FILES = (
    "train-images-idx3-ubyte",
    "train-labels-idx1-ubyte",
    "t10k-images-idx3-ubyte",
    "t10k-labels-idx1-ubyte",
)


@dataclass(frozen=True)
class Source:
    """A dataset that everybody has, or can have; `torchvision_class` is empty for the one that needs no download."""

    title: str
    classes: tuple[str, ...]  # which runs keep: the same in all languages
    suggested_epochs: int
    torchvision_class: str = ""
    download_bytes: int = 0


FEWEST_EPOCHS, MOST_EPOCHS = 20, 200
DIGIT_NAMES = tuple("0123456789")
SOURCES = {
    "digits": Source(tr("Digits 8×8"), DIGIT_NAMES, 200),
    "mnist": Source("MNIST", DIGIT_NAMES, 20, "MNIST", 11_594_722),
    "fashion-mnist": Source(
        "Fashion-MNIST",
        ("T-shirt", "Trousers", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot"),
        20,
        "FashionMNIST",
        30_878_645,
    ),
    "kmnist": Source("KMNIST", ("お", "き", "す", "つ", "な", "は", "ま", "や", "れ", "を"), 20, "KMNIST", 21_240_888),
}


# Their files have the same names; these tell them apart.
FIRST_TRAINING_LABELS = {"mnist": (5, 0, 4, 1, 9, 2, 1, 3, 1, 4), "fashion-mnist": (9, 0, 0, 3, 0, 2, 7, 2, 5, 5)}


def find(name: str, folder: Path | None = None) -> Path | None:
    """Return the folder that holds the dataset's four IDX files (plain or .gz), or None when they are not there.

    `folder` is a root in torchvision's layout (``MNIST/raw/…``) or the folder of the files themselves.
    """
    root = folder if folder is not None else data_folder()
    for place in (root / _source(name).torchvision_class / "raw", root / "raw", root):
        if all(arrays.find_idx(place, file) for file in IDX_FILES):
            return place
    return None


def known() -> list[str]:
    """The names of all datasets that can be chosen: everybody's, the shapes as they are by default, the user's own."""
    return [*SOURCES, shapes.NAME, *importing.known()]


def is_known(name: str) -> bool:
    """Whether a name stands for a dataset that is here, or can be fetched."""
    return name in SOURCES or shapes.config_from(name) is not None or name in importing.known()


def is_own(name: str) -> bool:
    """Whether these are images that the user brought."""
    return name not in SOURCES and shapes.config_from(name) is None


def check_name(name: str, replaced: str = "") -> str:
    """Return a name for images of the user's own without the space around it; they may replace others.

    Raises:
        UserError: when it cannot be the name of a folder, or stands for another dataset.
    """
    if shapes.config_from(name.strip()) is not None:
        raise UserError(
            tr("“{name}” stands for shapes that are drawn on the fly. Choose another name.", name=name.strip())
        )
    if replaced and name.strip().casefold() == replaced.casefold():
        return replaced
    if name.strip() in importing.known():
        try:
            importing.origin(name.strip())
        except UserError:
            return name.strip()  # of which nothing can be read any more
    return importing.check_name(name, known())


def name_for(path: Path) -> str:
    """Suggest a name for the images of a folder or file."""
    name = importing.name_for(path, known())
    return name if shapes.config_from(name) is None else f"my {name}"


def title_of(name: str) -> str:
    """What to call a dataset."""
    if name in SOURCES:
        return SOURCES[name].title
    drawn = shapes.config_from(name)
    return name if drawn is None else shapes.title_of(drawn)


def download_bytes(name: str) -> int:
    """How much there is to fetch, if anything."""
    return SOURCES[name].download_bytes if name in SOURCES else 0


def suggested_epochs(name: str) -> int:
    """How long to train on a dataset, if nothing else is known: about a million images in all."""
    if name in SOURCES:
        return SOURCES[name].suggested_epochs
    drawn = shapes.config_from(name)
    try:
        count = drawn.count if drawn is not None else importing.origin(name).count
    except UserError:
        return MOST_EPOCHS
    return min(max(round(1_000_000 / max(count, 1)), FEWEST_EPOCHS), MOST_EPOCHS)


def is_here(name: str, folder: Path | None = None) -> bool:
    """Tell whether `load` would find the dataset on this machine."""
    if name not in SOURCES and is_known(name):
        return True
    return not _source(name).torchvision_class or find(name, folder) is not None


def load(name: str, folder: Path | None = None) -> Dataset:
    """Read a dataset into memory, or generate it.

    Raises:
        UserError: when it is not on this machine, or a file is cut short or is not what its name says.
    """
    return finish(load_steps(name, folder))


def load_steps(name: str, folder: Path | None = None) -> Generator[Progress, None, Dataset]:
    """Do the same, and yield how far it is, where that takes long."""
    if name not in SOURCES:
        drawn = shapes.config_from(name)
        if drawn is not None:
            return (yield from shapes.generate_steps(drawn))
        if name in importing.known():
            return importing.load(name)
    return _load(name, folder)


def _load(name: str, folder: Path | None) -> Dataset:
    source = _source(name)
    if not source.torchvision_class:
        return _load_digits(source)
    place = find(name, folder)
    if place is None:
        where = folder or data_folder()
        raise UserError(
            tr(
                "No {dataset} in {folder}. Download it ({megabytes:.0f} MB), or point to the folder "
                "that holds {file} and its three companions.",
                dataset=source.title,
                folder=where,
                megabytes=source.download_bytes / 1e6,
                file=IDX_FILES[0],
            )
        )
    splits = []
    for images_file, labels_file in (IDX_FILES[:2], IDX_FILES[2:]):
        pixels = _read(place, images_file, dimensions=3)
        labels = _read(place, labels_file, dimensions=1)
        if len(pixels) != len(labels) or pixels.size == 0 or int(labels.max()) >= len(source.classes):
            raise UserError(
                tr(
                    "{images_file} and {labels_file} in {folder} do not belong together.",
                    images_file=images_file,
                    labels_file=labels_file,
                    folder=place,
                )
            )
        splits.append(Images(torch.from_numpy(pixels).unsqueeze(1), torch.from_numpy(labels).long()))
    begins = tuple(splits[0].labels[:10].tolist())
    for other, first in FIRST_TRAINING_LABELS.items():
        if begins == first and other != name:
            raise UserError(
                tr(
                    "The files in {folder} are {other_dataset}, not {dataset}.",
                    folder=place,
                    other_dataset=SOURCES[other].title,
                    dataset=source.title,
                )
            )
    if splits[0].shape != splits[1].shape:
        raise UserError(
            tr(
                "{file} and {other_file} in {folder} hold images of different sizes.",
                file=IDX_FILES[0],
                other_file=IDX_FILES[2],
                folder=place,
            )
        )
    return Dataset(name, source.classes, splits[0], splits[1])


def download(
    name: str, folder: Path | None = None, mirror: str | None = None, again: bool = False
) -> Generator[Progress, None, None]:
    """Fetch a dataset with torchvision, yielding progress several times a second; files already there are kept.

    torchvision's downloader has no timeout and no way to stop, so it runs in a child process that closing this
    generator kills. It writes to a scratch folder which is moved into place only when torchvision has verified
    every checksum. With `again`, files that are there already are fetched anew. `mirror` (or the environment
    variable VAEGUI_MIRROR) replaces the address it downloads from.

    Raises:
        UserError: no network, a bad server, a full disk; nothing partial is left behind.
    """
    source = _source(name)
    if not source.torchvision_class or (is_here(name, folder) and not again):
        return
    root = folder or data_folder()
    mirror = mirror or os.environ.get("VAEGUI_MIRROR")
    mirror = mirror and mirror.rstrip("/") + "/"  # torchvision only appends the file's name
    child = (
        "import sys; from torchvision import datasets; kind = getattr(datasets, sys.argv[1])\n"
        "if sys.argv[3:]: kind.mirrors = sys.argv[3:]\n"
        "kind(sys.argv[2], download=True)"
    )
    try:
        root.mkdir(parents=True, exist_ok=True)
        scratch = Path(tempfile.mkdtemp(prefix=".download-", dir=root))
    except OSError as error:
        raise UserError(
            tr("Cannot write to {folder}: {reason}. Choose another folder.", folder=root, reason=error.strerror)
        ) from None
    raw = scratch / source.torchvision_class / "raw"
    with contextlib.ExitStack() as cleanup:
        cleanup.callback(shutil.rmtree, scratch, ignore_errors=True)
        with contextlib.suppress(OSError):
            cleanup.callback(storing.hold(scratch).release)
        log = cleanup.enter_context(open(scratch / "log", "w+b"))
        command = [sys.executable, "-c", child, source.torchvision_class, str(scratch), *([mirror] if mirror else [])]
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        cleanup.callback(process.wait)
        cleanup.callback(process.kill)
        before, since = 0, time.monotonic()
        while process.poll() is None:
            done = sum(path.stat().st_size for path in raw.glob("*.gz"))
            text = (
                tr("Downloading {dataset}", dataset=source.title)
                if done
                else tr("Connecting for {dataset}…", dataset=source.title)
            )
            if done != before:
                before, since = done, time.monotonic()
            elif (silence := time.monotonic() - since) > LONG_SILENCE:
                text = tr(
                    "{dataset}: nothing has arrived for {seconds:.0f} s. Wait, or cancel and try again later",
                    dataset=source.title,
                    seconds=silence,
                )
            yield Progress(min(done, source.download_bytes), source.download_bytes, text)
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(timeout=0.1)
        if process.returncode != 0:
            log.seek(0)
            raise UserError(_explain_download_failure(source, log.read().decode(errors="replace")))
        for archive in raw.glob("*.gz"):
            archive.unlink()
        target = root / source.torchvision_class / "raw"
        try:
            target.mkdir(parents=True, exist_ok=True)
            for file in raw.iterdir():
                os.replace(file, target / file.name)
        except OSError as error:
            raise UserError(
                tr(
                    "Cannot write to {folder}: {reason}. Choose another folder.",
                    folder=target,
                    reason=error.strerror,
                )
            ) from None
    yield Progress(source.download_bytes, source.download_bytes, tr("{dataset} is ready", dataset=source.title))


def sweep_downloads(folder: Path | None = None) -> None:
    """Remove what downloads and drawings left behind whose program was killed; what is under way is left alone."""
    root = folder or data_folder()
    mapped.sweep(root / shapes.NAME)
    with contextlib.suppress(OSError):
        for scratch in root.glob(".download-*"):
            try:
                storing.hold(scratch).release()
            except OSError:
                continue
            shutil.rmtree(scratch, ignore_errors=True)


def _source(name: str) -> Source:
    if name not in SOURCES:
        raise UserError(
            tr("There is no dataset called “{dataset}”. Known: {datasets}.", dataset=name, datasets=", ".join(known()))
        )
    return SOURCES[name]


def _load_digits(source: Source) -> Dataset:
    # Its file, not its function: importing scikit-learn takes seconds in which a window would stand still.
    found = importlib.util.find_spec("sklearn")
    assert found is not None
    assert found.origin is not None
    table = np.loadtxt(Path(found.origin).parent / DIGITS_FILE, delimiter=",", dtype=np.float32)
    pixels = torch.from_numpy(np.round(table[:, :-1] * (255 / 16)).astype(np.uint8)).reshape(-1, 1, 8, 8)
    labels = table[:, -1].astype(np.int64)
    rest, test = stratified_split(labels, math.ceil(0.2 * len(labels)))
    targets = torch.from_numpy(labels)
    return Dataset("digits", source.classes, Images(pixels[rest], targets[rest]), Images(pixels[test], targets[test]))


def _read(place: Path, file: str, dimensions: int) -> np.ndarray:
    path = arrays.find_idx(place, file)
    if path is None:
        raise UserError(tr("{file} is missing from {folder}.", file=file, folder=place))
    return arrays.read_idx(path, dimensions)


def _explain_download_failure(source: Source, log: str) -> str:
    last = next((line.strip() for line in reversed(log.splitlines()) if line.strip()), tr("no message"))
    reasons = {
        "No space left": tr("the disk is full"),
        "Name or service not known": tr("there is no connection to the internet"),
        "Temporary failure in name resolution": tr("there is no connection to the internet"),
        "nodename nor servname": tr("there is no connection to the internet"),
        "getaddrinfo failed": tr("there is no connection to the internet"),
        "Network is unreachable": tr("there is no connection to the internet"),
        "Connection refused": tr("the server refused the connection"),
        "HTTP Error 5": tr("the server is out of order or too busy for the moment"),
        "HTTP Error": tr("the server did not hand the file out"),
        "corrupted": tr("what arrived was cut short or is not the dataset (its checksum is wrong)"),
    }
    reason = next((words for sign, words in reasons.items() if sign in log), last)
    return tr(
        "{dataset} could not be downloaded: {reason}. Nothing partial was kept. "
        "Try again later, or point to a folder that holds the files.",
        dataset=source.title,
        reason=reason,
    )

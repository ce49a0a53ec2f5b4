"""A run is a folder: what was trained, how, the weights, the curves and the codes. Never a pickle.

    config.json          dataset, image shape, model, training, command, versions, results; and of each other file its
                         name, size and SHA-256 (of itself too, in its last line). Written last
    weights.safetensors  the best epoch by the validation bound: what `Run.model` is
    metrics.csv          one row an epoch, in nats per image
    codes.safetensors    q(z|x) of every test image: mean (N, D), std (N, D), label (N,), which
                         is 0 where there are no classes; for an autoencoder also the
                         density fitted to its training codes, from which it generates (`explore.Density`)
    state.safetensors    the last epoch, the optimiser and the random generators: what it takes to go on (`state.State`)
    config-previous.json the save before, with files of its own

While it is trained, there are also:

    snapshot.safetensors the codes of some test images under the newest weights, for whoever watches (`Watched`)
    request.json, answer.json    what somebody asks of the training, and what became of it (`requesting`)

Such a save has format 4, which versions that know no snapshots refuse; a training that is over has format 3.
While training goes on every save has names of its own (weights-7.safetensors), so that a save is there, whole, from the
moment when its config.json is. What is read is checked against config.json: sizes, shapes and counts before anything is
allocated, then the SHA-256, then whether numbers are finite. `recording.py` writes runs.
"""

from __future__ import annotations

import contextlib
import csv
import io
import math
import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Annotated, Any, NamedTuple

import filelock
import torch
from pydantic import AwareDatetime, Field
from pydantic.dataclasses import dataclass as checked_dataclass
from torch import Tensor

from vaegui import machine, storing, tensors
from vaegui.explore import Codes, Density, standard_normal
from vaegui.families import TrainConfig, family_in_words, slug, total_epochs
from vaegui.folders import CONFIG, PREVIOUS, find_run, own_folder, shipped_folder
from vaegui.models import Model, ModelConfig, with_weights
from vaegui.phases import is_unfinished, phases_of
from vaegui.settings import STRICT, UserError, as_dict, parse
from vaegui.state import State, is_plausible
from vaegui.tensors import Spec
from vaegui.words import tr

FORMAT = 3
FORMAT_IN_TRAINING = 4
FILES = {
    "weights": "weights.safetensors",
    "metrics": "metrics.csv",
    "codes": "codes.safetensors",
    "state": "state.safetensors",
}
FILES_IN_TRAINING = FILES | {"snapshot": "snapshot.safetensors"}
FILE_NAME = re.compile(r"(weights|codes|state|snapshot)(-\d{1,9})?\.safetensors|(metrics)(-\d{1,9})?\.csv")
FIRST_SAVE = re.compile(
    r"(weights|metrics|codes|state|snapshot)-1\.(safetensors|csv)|\.(config|request|answer)\.json-\w{8}\.tmp|(request|answer)\.json"
)
TEMPORARY_NAME = re.compile(r"\.(config(-previous)?|answer)\.json-\w{8}\.tmp")
LARGEST_CONFIG = 1 << 18  # bytes
LARGEST_ROW = 400  # bytes of metrics.csv
MOST_CLASSES, MOST_COMPONENTS = 10_000, 1_000
MOST_WATCHED = 2_500  # test images that a snapshot has codes of


@checked_dataclass(frozen=True, config=STRICT)
class Estimate:
    """A mean over images with its standard error."""

    mean: float
    standard_error: float


@checked_dataclass(frozen=True, config=STRICT)
class TestFigures:
    """The best epoch on the test images, in nats per image; None for what the family does not have."""

    images: int
    elbo: Estimate | None = None  # with one sample of z per image
    rate: Estimate | None = None
    distortion: Estimate | None = None
    importance_bound: Estimate | None = None  # where it was trained, with as many samples
    log_p: Estimate | None = None  # exact, for codes of two dimensions at most
    log_p_error: float | None = None  # by how much halving the spacing of its lattice changed the mean the last time
    baseline: Estimate | None = None  # log p(x) if pixels were independent

    __test__ = False  # not a test case, whatever pytest thinks of the name


FIGURES_IN_WORDS = {
    "log_p": "log p(x)",
    "importance_bound": tr("IWAE bound"),
    "elbo": "ELBO",
    "rate": tr("rate"),
    "distortion": tr("distortion"),
    "baseline": tr("log p(x) if pixels were independent"),
}
MOST_PIXELS = 1_000_000  # of an image, so that a stranger's run cannot ask for all the memory there is
Size = Annotated[int, Field(ge=1, le=10_000)]


@checked_dataclass(frozen=True, config=STRICT)
class StoredFile:
    """A file of a run: its name, its size in bytes, and its SHA-256 (unknown in runs of older formats)."""

    name: str
    bytes: int = Field(ge=0)
    sha256: str = Field(default="", pattern="^([0-9a-f]{64})?$")


@checked_dataclass(frozen=True, config=STRICT)
class RunConfig:
    """The content of config.json."""

    dataset: str
    image_shape: tuple[Size, Size, Size]
    classes: Annotated[tuple[str, ...], Field(max_length=MOST_CLASSES)]
    model: ModelConfig
    training: TrainConfig
    created: AwareDatetime
    command: str = ""
    device: str = ""
    versions: dict[str, str] = Field(default_factory=dict)
    best_epoch: float = 0.0
    epochs_done: float = 0.0
    seconds: float = 0.0
    validation_bound: float | None = None
    validation_baseline: float | None = None  # log p(x) of the validation images if pixels were independent
    test: TestFigures | None = None
    in_training: bool = False  # so it stays if the program is killed
    origin: str = ""  # the run whose training this one continues
    images: str = Field(default="", pattern="^([0-9a-f]{64})?$")  # the SHA-256 of the training images
    small: bool = False
    save: int = Field(default=0, ge=0)  # how many there have been
    files: dict[str, StoredFile] = Field(default_factory=dict)
    format: int = FORMAT
    host: str = Field(default="", pattern="^([0-9a-f]{16})?$")  # `machine.identity` of the one that trains it

    def __post_init__(self) -> None:
        is_live = self.format == FORMAT_IN_TRAINING
        if is_live and not self.in_training:
            raise ValueError(tr("a run that is not being trained has format {format}", format=FORMAT))
        for role, file in self.files.items():
            if (
                role not in (FILES_IN_TRAINING if is_live else FILES)
                or not (found := FILE_NAME.fullmatch(file.name))
                or role not in found.groups()
            ):
                raise ValueError(tr("no run has a file {role!r} called {name!r}", role=role[:20], name=file.name[:50]))
        if math.prod(self.image_shape) > MOST_PIXELS:
            raise ValueError(tr("images of {pixels:,} pixels are too large", pixels=math.prod(self.image_shape)))


class Row(NamedTuple):
    """One line of metrics.csv; everything but the first four in nats per image. What a family does not have is NaN."""

    epoch: float
    phase: str
    seconds: float
    learning_rate: float
    train_bound: float
    train_rate: float
    train_distortion: float
    validation_bound: float
    validation_rate: float
    validation_distortion: float


class Watched(NamedTuple):
    """The codes of some test images under the newest weights of a training: M images, D dimensions."""

    epoch: float  # counted through all phases
    phase: str
    rows: Tensor  # (M,) int64, of the test split
    mean: Tensor  # (M, D)
    std: Tensor  # (M, D)
    labels: Tensor  # (M,) int64


class BusyError(UserError):
    """A run cannot be held, and so not changed, for now; nothing is wrong with it."""


class DamageError(UserError):
    """A file of a run is not what was written; `previous` may find a save that is whole."""

    def __init__(self, folder: Path, sentence: str) -> None:
        super().__init__(sentence)
        self.folder = folder


@dataclass(frozen=True)
class Run:
    """A run on disk. The weights and codes are read when first asked for.

    Raises:
        DamageError: from all that reads a file, when that is missing, broken, or another than was written.
    """

    folder: Path
    config: RunConfig
    is_previous: bool = False  # the save before the last one, which is damaged

    @property
    def name(self) -> str:
        """The folder's name, which is the run's."""
        return self.folder.name

    @property
    def family(self) -> str:
        """What it is, in the lecture's words."""
        return family_in_words(self.config.model, self.config.training)

    @property
    def total_epochs(self) -> int:
        """How many epochs its training is to have, in all phases."""
        return total_epochs(self.config.model, self.config.training)

    @property
    def is_whole(self) -> bool:
        """Whether it was trained to its end."""
        return self.config.epochs_done >= self.total_epochs

    @property
    def stopped_in(self) -> str:
        """The phase in which training was stopped before the last phase began, or nothing.

        Until then the encoder of an EM run, or the upper layers of a stack, are as they were drawn at random.
        """
        last = self.metrics[-1].phase if self.metrics else ""
        return last if is_unfinished(last) else ""

    @property
    def has_encoder(self) -> bool:
        """Whether its encoder was trained."""
        return not self.stopped_in

    @cached_property
    def model(self) -> Model:
        """The best epoch's model, ready to `encode` and `decode`."""
        config, shape = self.config.model, self.config.image_shape
        with torch.device("meta"):
            expected = Model(config, shape).state_dict()
        shapes = {name: tuple(value.shape) for name, value in expected.items()}

        def fits(found: Mapping[str, Spec]) -> bool:
            return {name: spec.shape for name, spec in found.items()} == shapes and {
                spec.dtype for spec in found.values()
            } <= {torch.float32, torch.float16}

        read = self._table("weights", fits)
        if read is None:
            raise self._damaged(tr("{file} is missing.", file=self._path("weights")))
        weights = {name: read[name].float() for name in expected}
        if not all(bool(tensor.isfinite().all()) for tensor in weights.values()):
            raise self._damaged(tr("{file} holds weights that are not finite numbers.", file=self._path("weights")))
        return with_weights(config, shape, weights)

    @cached_property
    def codes(self) -> Codes | None:
        """The codes of the test images, or None when the run was cut off before they were computed."""
        if self._codes is None:
            return None
        mean, std, label = (self._codes[name] for name in ("mean", "std", "label"))
        if (
            not bool(mean.isfinite().all())
            or not bool((std >= 0).all())
            or (len(label) and not 0 <= int(label.min()) <= int(label.max()) < max(len(self.config.classes), 1))
        ):
            raise self._damaged(
                tr("{file} does not hold codes that fit {config}.", file=self._path("codes"), config=CONFIG)
            )
        return Codes(mean.float(), std.float(), label.long())

    @cached_property
    def density(self) -> Density | None:
        """What its images are generated from: p(z), or the density fitted to an autoencoder's codes (None without)."""
        if self.config.model.family != "autoencoder":
            return standard_normal(self.config.model.code_size)
        if self._codes is None or "density.weights" not in self._codes:
            return None
        density = Density(*(self._codes[f"density.{name}"].float() for name in Density._fields))
        if (
            not all(bool(tensor.isfinite().all()) for tensor in density)
            or not bool((density.weights >= 0).all())
            or not 0 < float(density.weights.sum()) < math.inf
        ):
            raise self._damaged(
                tr("{file} does not hold a density that fits {config}.", file=self._path("codes"), config=CONFIG)
            )
        return density

    @cached_property
    def _codes(self) -> dict[str, Tensor] | None:
        size = self.config.model.code_size

        def fits(found: Mapping[str, Spec]) -> bool:
            rest = dict(found)
            mean, std, label = (rest.pop(name, None) for name in ("mean", "std", "label"))
            if mean is None or std is None or label is None or len(label.shape) != 1 or label.dtype.is_floating_point:
                return False
            if not mean.shape == std.shape == (*label.shape, size) or not (
                mean.dtype.is_floating_point and std.dtype.is_floating_point
            ):
                return False
            if not rest:
                return True
            shape = rest["density.weights"].shape if "density.weights" in rest else ()
            if len(shape) != 1 or not 1 <= shape[0] <= MOST_COMPONENTS:
                return False
            shapes = (shape, (*shape, size), (*shape, size, size))
            wanted = {f"density.{name}": part for name, part in zip(Density._fields, shapes, strict=True)}
            return {name: spec.shape for name, spec in rest.items()} == wanted and all(
                spec.dtype.is_floating_point for spec in rest.values()
            )

        return self._table("codes", fits)

    @cached_property
    def metrics(self) -> list[Row]:
        """The curves, one row an epoch."""
        content = self._content("metrics", LARGEST_ROW * (self.total_epochs + 20))
        if content is None:
            return []
        try:
            lines = csv.DictReader(io.StringIO(content.decode(), newline=""))
            if "epoch" not in (lines.fieldnames or ()):
                raise ValueError(tr("it has no columns"))
            return [_row(line) for line in lines]
        except (ValueError, KeyError, TypeError, AttributeError, csv.Error) as error:
            raise self._damaged(
                tr("{file} cannot be read as a table of figures: {error}.", file=self._path("metrics"), error=error)
            ) from None

    @cached_property
    def watched(self) -> Watched | None:
        """What whoever watches its training needs to draw the map; None where there is none."""
        size = self.config.model.code_size

        def fits(found: Mapping[str, Spec]) -> bool:
            count = found["row"].shape[0] if "row" in found and len(found["row"].shape) == 1 else -1
            return 0 < count <= MOST_WATCHED and dict(found) == {
                "row": Spec(torch.int64, (count,)),
                "label": Spec(torch.int64, (count,)),
                "mean": Spec(torch.float32, (count, size)),
                "std": Spec(torch.float32, (count, size)),
                "epoch": Spec(torch.float64, ()),
                "phase": Spec(torch.int64, ()),
            }

        found = self._table("snapshot", fits)
        if found is None:
            return None
        epoch, phase, rows, labels = float(found["epoch"]), int(found["phase"]), found["row"], found["label"]
        with torch.device("meta"):
            bare = Model(self.config.model, self.config.image_shape)
        phases = [part.name for part in phases_of(bare, self.config.training)]
        if (
            not math.isfinite(epoch)
            or not 0 <= phase < len(phases)
            or not bool(found["mean"].isfinite().all())
            or not bool((found["std"] >= 0).all())
            or int(rows.min()) < 0
            or not 0 <= int(labels.min()) <= int(labels.max()) < max(len(self.config.classes), 1)
        ):
            raise self._damaged(
                tr("{file} does not hold codes that fit {config}.", file=self._path("snapshot"), config=CONFIG)
            )
        return Watched(epoch, phases[phase], rows, found["mean"], found["std"], labels)

    def rows_before(self, state: State | None) -> list[Row]:
        """The epochs that stay when training goes on from its state: not one that was cut short by a stop."""
        most = self.config.epochs_done if state is None else state.epoch
        return [row for row in self.metrics if row.epoch.is_integer() and row.epoch <= most]

    def state(self) -> State | None:
        """What it takes to go on; None where it was not kept."""
        config = self.config
        table = self._table("state", is_plausible(config.model, config.training, config.image_shape))
        try:
            return None if table is None else State.from_tensors(table)
        except UserError as error:
            raise self._damaged(tr("{file} is broken: {error}.", file=self._path("state"), error=error)) from None

    def check(self) -> None:
        """Read and check every file."""
        _ = self.model, self.codes, self.metrics, self.density, self.state()

    def stored(self, role: str) -> bytes | None:
        """The content of a file of `FILES`, as it was written; None where the run has none of it."""
        return self._content(role)

    def _path(self, role: str) -> Path:
        file = self.config.files.get(role)
        return self.folder / (FILES_IN_TRAINING[role] if file is None else file.name)

    def _damaged(self, sentence: str) -> DamageError:
        return DamageError(self.folder, sentence)

    def _content(self, role: str, largest: float = math.inf) -> bytes | None:
        """Read a file that is of the size and of the SHA-256 that it was written with."""
        file = self.config.files.get(role)
        if file is None:
            return None
        path = self.folder / file.name
        try:
            size = storing.size_of(path)
            if size != file.bytes or size > largest:
                raise self._damaged(
                    tr(
                        "{file} is broken: it has {bytes:,} bytes, which is not what was written.",
                        file=path,
                        bytes=size,
                    )
                )
            content = path.read_bytes()
        except FileNotFoundError:
            raise self._damaged(tr("{file} is missing.", file=path)) from None
        except OSError as error:
            raise self._damaged(tr("{file} cannot be read: {reason}.", file=path, reason=error.strerror)) from None
        if file.sha256 and storing.digest(content) != file.sha256:
            raise self._damaged(tr("{file} is broken: its SHA-256 is not that of what was written.", file=path))
        return content

    def _table(self, role: str, fits: Callable[[Mapping[str, Spec]], bool]) -> dict[str, Tensor] | None:
        """Read a table of tensors whose names, types and shapes fit."""
        file = self.config.files.get(role)
        if file is None:
            return None
        path = self.folder / file.name
        try:
            if not fits(tensors.describe(path)):
                raise self._damaged(
                    tr("{file} does not belong to the model that {config} describes.", file=path, config=CONFIG)
                )
            content = self._content(role)
            return None if content is None else tensors.unpack(content)
        except FileNotFoundError:
            raise self._damaged(tr("{file} is missing.", file=path)) from None
        except OSError as error:
            raise self._damaged(tr("{file} cannot be read: {reason}.", file=path, reason=error.strerror)) from None
        except ValueError as error:
            raise self._damaged(tr("{file} is broken: {error}.", file=path, error=error)) from None


def load(path: str | Path) -> Run:
    """Open a run: a folder, or the name of one of the user's or the shipped runs.

    Raises:
        UserError: when there is no such folder.
        DamageError: when its config.json is broken.
    """
    given = Path(path)
    try:
        folder = find_run(given)
    except OSError as error:
        raise UserError(tr("{path} cannot be opened: {reason}.", path=given, reason=error.strerror)) from None
    if folder is None:
        raise UserError(tr("{path} is not a run: there is no {config} in it.", path=given, config=CONFIG))
    return Run(folder.resolve(), _read_config(folder, CONFIG))


def previous(folder: Path) -> Run | None:
    """The save before the last one, if every file of it is whole."""
    with contextlib.suppress(UserError):
        run = Run(folder.resolve(), _read_config(folder, PREVIOUS), is_previous=True)
        run.check()
        return run
    return None


def restore(run: Run) -> Run:
    """Let a `previous` save be the run again, in place of the damaged one.

    Raises:
        UserError: when the last save is whole after all, another program uses the run, or it cannot be written.
    """
    with held(run.folder):
        with contextlib.suppress(DamageError):
            load(run.folder).check()
            raise UserError(tr("The last save of “{run}” is whole: there is nothing to go back from.", run=run.name))
        if previous(run.folder) is None:
            raise UserError(tr("The save before the last one of “{run}” is damaged, too.", run=run.name))
        try:
            storing.replace(run.folder / CONFIG, (run.folder / PREVIOUS).read_bytes())
            storing.sync(run.folder)
            tidy(run.folder)
        except OSError as error:
            raise UserError(
                tr("“{run}” cannot be put in order: {reason}.", run=run.name, reason=storing.in_words(error))
            ) from None
    return load(run.folder)


def settle(run: Run) -> None:
    """Note that a run is not being trained any more, whatever ended it.

    Raises:
        UserError: when another program uses the run, or it cannot be written.
    """
    with held(run.folder):
        config = load(run.folder).config  # others may have trained it meanwhile
        try:
            storing.replace(run.folder / CONFIG, sealed(as_finished(config)))
        except OSError as error:
            raise UserError(
                tr("“{run}” cannot be changed: {reason}.", run=run.name, reason=storing.in_words(error))
            ) from None


def peek(folder: Path) -> Run | None:
    """A run by what its config.json says, or the one of the save before; None where both are broken or missing.

    Nothing else is looked at: the files that belong to it may still be on their way.
    """
    for name in (CONFIG, PREVIOUS):
        with contextlib.suppress(UserError):
            return Run(folder.resolve(), _read_config(folder, name))
    return None


def is_elsewhere(config: RunConfig) -> bool:
    """Whether a run was being trained by another machine when it was saved."""
    return config.in_training and config.host not in ("", machine.identity())


def as_finished(config: RunConfig) -> RunConfig:
    """The same run as one that is not being trained: without what is there for those who watch."""
    files = {role: file for role, file in config.files.items() if role in FILES}
    return replace(config, in_training=False, host="", files=files, format=FORMAT)


def sealed(config: RunConfig) -> bytes:
    """The content of config.json."""
    values = as_dict(config)
    if config.format == FORMAT:
        del values["host"]  # which format 3 does not know
    return storing.seal(values)


def _read_config(folder: Path, name: str) -> RunConfig:
    path = folder / name
    try:
        if storing.size_of(path) > LARGEST_CONFIG:
            raise DamageError(folder, tr("{file} is broken: it is larger than any of its kind.", file=path))
        content = path.read_bytes()
    except OSError as error:
        raise DamageError(folder, tr("{file} cannot be read: {reason}.", file=path, reason=error.strerror)) from None
    return config_from(content, path)


def config_from(content: bytes, path: Path) -> RunConfig:
    """What a config.json says, whose content was read from `path`.

    Raises:
        DamageError: when it is broken.
    """
    folder = path.parent
    try:
        values, is_sealed = storing.unseal(content)
    except (ValueError, RecursionError):
        raise DamageError(folder, tr("{file} is broken: it is not what was written.", file=path)) from None
    if not isinstance(values, dict):
        raise DamageError(folder, tr("{file} is broken: it does not describe a run.", file=path))
    version = values.get("format")
    if version in (1, 2) and not is_sealed and "files" not in values:
        _update(values, folder)
    elif version not in (FORMAT, FORMAT_IN_TRAINING):
        raise DamageError(
            folder,
            tr(
                "{file} has format {format}; this version reads format {known_format}.",
                file=path,
                format=str(version)[:20],
                known_format=FORMAT,
            ),
        )
    elif not is_sealed:
        raise DamageError(folder, tr("{file} is broken: its SHA-256 is missing.", file=path))
    try:
        return parse(RunConfig, values, tr("file {path}", path=path))
    except UserError as error:
        raise DamageError(folder, str(error)) from None


@contextlib.contextmanager
def held(folder: Path) -> Iterator[filelock.BaseFileLock]:
    """Hold a run, so that no other program changes it meanwhile.

    Raises:
        BusyError: when another program uses it, or it cannot be written to.
    """
    try:
        lock = storing.hold(folder)
    except BlockingIOError:
        raise BusyError(
            tr(
                "“{run}” is open in another window, or is being trained by another program. Close it there first.",
                run=folder.name,
            )
        ) from None
    except OSError as error:
        raise BusyError(
            tr("“{run}” cannot be changed: {reason}.", run=folder.name, reason=storing.in_words(error))
        ) from None
    try:
        yield lock
    finally:
        lock.release()


def sweep(folder: Path) -> list[Run]:
    """Remove what programs that were killed left behind in a folder of runs; return the runs they were training.

    A run that another program holds, or another machine trains, is left alone, and so is every file that no save of
    ours can have left.
    """
    interrupted = []
    for path in sorted(folder.iterdir()) if folder.is_dir() else []:
        with contextlib.suppress(UserError, OSError):
            if path.is_symlink() or not (path / storing.LOCK).is_file():
                continue
            if (found := peek(path)) is not None and is_elsewhere(found.config):
                continue
            with held(path):
                if not any((path / name).exists() for name in (CONFIG, PREVIOUS)):
                    if is_unborn(path):
                        discard(path)
                    continue
                tidy(path)
                run = load(path.absolute())
            if run.config.in_training and run.config.model.family != "pixels":
                interrupted.append(run)
    return interrupted


def is_unborn(folder: Path) -> bool:
    """Whether nothing is in a folder but what a training leaves that is killed before its first save."""
    return all(path.name == storing.LOCK or FIRST_SAVE.fullmatch(path.name) for path in folder.iterdir())


def tidy(folder: Path) -> None:
    """Remove the files of saves that no config.json speaks of; whoever calls this holds the run."""
    if not (folder / CONFIG).exists():  # somebody has taken it away: the files may be of use yet
        return
    kept = set()
    for name in (CONFIG, PREVIOUS):
        if (folder / name).exists():
            try:
                config = _read_config(folder, name)
            except UserError:
                return
            if config.save == 0:  # of an older format, which did not list its files
                return
            kept |= {file.name for file in config.files.values()}
    for path in folder.iterdir():
        if is_ours(path.name) and path.name not in kept:
            with contextlib.suppress(OSError):
                path.unlink()


def is_ours(name: str) -> bool:
    """Whether a file of this name is part of a save, or what is left of one."""
    return bool(FILE_NAME.fullmatch(name) or TEMPORARY_NAME.fullmatch(name))


def scan(folder: Path) -> tuple[list[Run], list[str]]:
    """List the runs directly below a folder, newest first, and a sentence for each one that cannot be opened.

    Of a run whose config.json is damaged the save before is listed, if that is whole.
    """
    found, problems = [], []
    for path in sorted(folder.iterdir()) if folder.is_dir() else []:
        try:
            if (path / CONFIG).is_file() or (path / PREVIOUS).is_file():
                found.append(load(path.absolute()))
        except DamageError as error:
            problems.append(str(error))
            if (whole := previous(path.absolute())) is not None:
                found.append(whole)
                listed = tr("Listed is the save before, of epoch {epoch:.4g}.", epoch=whole.config.epochs_done)
                problems[-1] += f" {listed}"
        except UserError as error:
            problems.append(str(error))
        except OSError as error:
            problems.append(tr("{path} cannot be looked into: {reason}.", path=path, reason=error.strerror))
    return sorted(found, key=lambda run: run.config.created.timestamp(), reverse=True), problems


def new_folder(dataset: str, model: ModelConfig, training: TrainConfig) -> Path:
    """Suggest a folder for a new run that does not exist yet."""
    stem = f"{dataset}-{slug(model, training)}" + (f"-{model.code_size}d" if model.code_size else "")
    names = (stem if n == 1 else f"{stem}-{n}" for n in range(1, 1_000_000))
    places = (own_folder(), shipped_folder())
    return next(own_folder() / name for name in names if not any((place / name).exists() for place in places))


def rename(run: Run, name: str) -> Run:
    """Give a run another name.

    Raises:
        UserError: when the name cannot be a folder's, is taken, or the folder may not be changed.
    """
    name = name.strip()
    if (
        not name
        or name.startswith(".")
        or len(name.encode()) > 100
        or any(c in '/\\:*?"<>|' or ord(c) < 32 for c in name)
    ):
        raise UserError(
            tr("“{name}” cannot be the name of a run: use letters, digits, spaces, dots and dashes.", name=name)
        )
    target = run.folder.with_name(name)
    if target.exists() or (shipped_folder() / name).exists():
        raise UserError(tr("There is already a run called “{name}”.", name=name))
    try:
        storing.hold(run.folder).release()
        run.folder.rename(target)
    except BlockingIOError:
        raise UserError(
            tr("“{run}” is in use: it is open in another window, or being trained.", run=run.name)
        ) from None
    except OSError as error:
        raise UserError(tr("“{run}” cannot be renamed: {reason}.", run=run.name, reason=error.strerror)) from None
    return load(target)


def discard(folder: Path) -> None:
    """Remove a run that is not to be kept, for good."""
    shutil.rmtree(folder, ignore_errors=True)


def _update(values: dict[str, Any], folder: Path) -> None:
    """Formats 1 and 2 did not say which files there are; format 1 knew VAEs alone, and named their bound."""
    values["format"] = FORMAT
    if "validation_elbo" in values:
        values["validation_bound"] = values.pop("validation_elbo")
    values["files"] = {
        role: {"name": name, "bytes": (folder / name).stat().st_size}
        for role, name in FILES.items()
        if role != "state" and (folder / name).is_file()
    }


def _row(line: dict[str, str]) -> Row:
    def figure(name: str) -> float:
        text = line[name] if name in line else line[name.replace("bound", "elbo")]  # as format 1 called it
        return math.nan if text == "" else float(text)

    return Row(*((line.get("phase") or "") if name == "phase" else figure(name) for name in Row._fields))  # type: ignore[arg-type]

"""A run is a folder: what was trained, how, the weights, the curves and the codes. Never a pickle.

    config.json               dataset, image shape, model, training, command, versions, results   (written last)
    weights.safetensors       the best epoch by the validation bound: what `Run.model` is
    weights-last.safetensors  the last epoch, where it is another one and was to be kept
    metrics.csv               one row an epoch, in nats per image
    codes.safetensors         q(z|x) of every test image: mean (N, D), std (N, D), label (N,); for an autoencoder also
                              the density fitted to its training codes, from which it generates (`explore.Density`)

A folder counts as a run once it has a config.json. What is read is checked against it: shapes, counts, finite numbers.
`recording.py` writes runs.
"""

from __future__ import annotations

import csv
import json
import math
import shutil
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Annotated, Any, NamedTuple

import safetensors
import safetensors.torch
import torch
from pydantic import AwareDatetime, Field
from pydantic.dataclasses import dataclass as checked_dataclass
from torch import Tensor

from vaegui.explore import Codes, Density, standard_normal
from vaegui.families import TrainConfig, family_in_words, slug
from vaegui.folders import CODES, CONFIG, find_run, own_folder, shipped_folder
from vaegui.models import Model, ModelConfig, with_weights
from vaegui.phases import is_unfinished
from vaegui.settings import STRICT, UserError, parse

FORMAT = 2
BEST, LAST, METRICS = "weights.safetensors", "weights-last.safetensors", "metrics.csv"
LARGEST_FILE = 1 << 30


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
    "importance_bound": "IWAE bound",
    "elbo": "ELBO",
    "rate": "rate",
    "distortion": "distortion",
    "baseline": "log p(x) if pixels were independent",
}
MOST_PIXELS = 1_000_000  # of an image, so that a stranger's run cannot ask for all the memory there is
Size = Annotated[int, Field(ge=1, le=10_000)]


@checked_dataclass(frozen=True, config=STRICT)
class RunConfig:
    """The content of config.json."""

    dataset: str
    image_shape: tuple[Size, Size, Size]
    classes: tuple[str, ...]
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
    format: int = FORMAT

    def __post_init__(self) -> None:
        if math.prod(self.image_shape) > MOST_PIXELS:
            raise ValueError(f"images of {math.prod(self.image_shape):,} pixels are too large")


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


@dataclass(frozen=True)
class Run:
    """A run on disk. The weights and codes are read when first asked for."""

    folder: Path
    config: RunConfig

    @property
    def name(self) -> str:
        """The folder's name, which is the run's."""
        return self.folder.name

    @property
    def family(self) -> str:
        """What it is, in the lecture's words."""
        return family_in_words(self.config.model, self.config.training)

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
        """The best epoch's model, ready to `encode` and `decode`.

        Raises:
            UserError: when the weights are missing, broken, or of another model.
        """
        return self.model_at("best")

    def model_at(self, which: str) -> Model:
        """Return the model of the "best" or the "last" epoch."""
        path = self.folder / {"best": BEST, "last": LAST}[which]
        if which == "last" and self.config.best_epoch == self.config.epochs_done:
            path = self.folder / BEST
        weights = _read_tensors(path)
        with torch.device("meta"):
            expected = Model(self.config.model, self.config.image_shape).state_dict()
        for name, tensor in expected.items():
            if name not in weights or weights[name].shape != tensor.shape:
                raise UserError(f"{path} does not belong to the model that {CONFIG} describes ({name} differs).")
        weights = {name: weights[name].float() for name in expected}
        if not all(bool(tensor.isfinite().all()) for tensor in weights.values()):
            raise UserError(f"{path} holds weights that are not finite numbers.")
        return with_weights(self.config.model, self.config.image_shape, weights)

    @cached_property
    def codes(self) -> Codes | None:
        """The codes of the test images, or None when the run was cut off before they were computed."""
        path = self.folder / CODES
        if not path.exists():
            return None
        tensors = _read_tensors(path)
        mean, std, label = (tensors.get(name, torch.empty(0)) for name in ("mean", "std", "label"))
        wanted = (label.numel(), self.config.model.code_size)
        good = (
            label.dim() == 1
            and mean.dim() == std.dim() == 2
            and tuple(mean.shape) == tuple(std.shape) == wanted
            and not label.is_floating_point()
        )
        if (
            not good
            or not bool(mean.isfinite().all())
            or not bool((std >= 0).all())
            or (len(label) and not 0 <= int(label.min()) <= int(label.max()) < len(self.config.classes))
        ):
            raise UserError(f"{path} does not hold codes that fit {CONFIG}.")
        return Codes(mean.float(), std.float(), label.long())

    @cached_property
    def density(self) -> Density | None:
        """What its images are generated from: p(z), or the density fitted to an autoencoder's codes (None without)."""
        size = self.config.model.code_size
        if self.config.model.family != "autoencoder":
            return standard_normal(size)
        path = self.folder / CODES
        tensors = _read_tensors(path) if path.exists() else {}
        if not all(f"density.{name}" in tensors for name in Density._fields):
            return None
        density = Density(*(tensors[f"density.{name}"].float() for name in Density._fields))
        count = density.weights.numel()
        shapes = [(count,), (count, size), (count, size, size)]
        if (
            [tuple(tensor.shape) for tensor in density] != shapes
            or not all(bool(tensor.isfinite().all()) for tensor in density)
            or not bool((density.weights >= 0).all())
            or not 0 < float(density.weights.sum()) < math.inf
        ):
            raise UserError(f"{path} does not hold a density that fits {CONFIG}.")
        return density

    @cached_property
    def metrics(self) -> list[Row]:
        """The curves, one row an epoch."""
        path = self.folder / METRICS
        try:
            with path.open(newline="", encoding="utf-8") as file:
                return [_row(line) for line in csv.DictReader(file)]
        except FileNotFoundError:
            return []
        except (OSError, ValueError, KeyError, TypeError, csv.Error, UnicodeDecodeError) as error:
            raise UserError(f"{path} cannot be read as a table of figures: {error}.") from None


def load(path: str | Path) -> Run:
    """Open a run: a folder, or the name of one of the user's or the shipped runs.

    Raises:
        UserError: when there is no such folder, or its config.json is broken.
    """
    given = Path(path)
    try:
        folder = find_run(given)
    except OSError as error:
        raise UserError(f"{given} cannot be opened: {error.strerror}.") from None
    if folder is None:
        raise UserError(f"{given} is not a run: there is no {CONFIG} in it.")
    where = folder / CONFIG
    try:
        values = json.loads(_read_bytes(where))
    except (ValueError, RecursionError):
        raise UserError(f"{where} is broken: it is not JSON. The rest of the folder was left alone.") from None
    if not isinstance(values, dict):
        raise UserError(f"{where} is broken: it does not describe a run.")
    if values.get("format") == 1:
        _update_from_format_1(values)
    if values.get("format") != FORMAT:
        raise UserError(f"{where} has format {values.get('format')!r}; this version reads format {FORMAT}.")
    return Run(folder.resolve(), parse(RunConfig, values, f"file {where}"))


def scan(folder: Path) -> tuple[list[Run], list[str]]:
    """List the runs directly below a folder, newest first, and a sentence for each one that cannot be opened."""
    found, problems = [], []
    for path in sorted(folder.iterdir()) if folder.is_dir() else []:
        try:
            if (path / CONFIG).is_file():
                found.append(load(path.absolute()))
        except UserError as error:
            problems.append(str(error))
        except OSError as error:
            problems.append(f"{path} cannot be looked into: {error.strerror}.")
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
        raise UserError(f"“{name}” cannot be the name of a run: use letters, digits, spaces, dots and dashes.")
    target = run.folder.with_name(name)
    if target.exists() or (shipped_folder() / name).exists():
        raise UserError(f"There is already a run called “{name}”.")
    try:
        run.folder.rename(target)
    except OSError as error:
        raise UserError(f"“{run.name}” cannot be renamed: {error.strerror}.") from None
    return load(target)


def discard(folder: Path) -> None:
    """Remove a run that is not to be kept, for good."""
    shutil.rmtree(folder, ignore_errors=True)


def _update_from_format_1(values: dict[str, Any]) -> None:
    """Format 1 knew VAEs alone, and named their bound."""
    values["format"] = FORMAT
    if "validation_elbo" in values:
        values["validation_bound"] = values.pop("validation_elbo")


def _row(line: dict[str, str]) -> Row:
    def figure(name: str) -> float:
        text = line[name] if name in line else line[name.replace("bound", "elbo")]  # as format 1 called it
        return math.nan if text == "" else float(text)

    return Row(*((line.get("phase") or "") if name == "phase" else figure(name) for name in Row._fields))  # type: ignore[arg-type]


def _read_bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise UserError(f"{path} is larger than any file of a run should be.")
        return path.read_bytes()
    except FileNotFoundError:
        raise UserError(f"{path.name} is missing from the run {path.parent}.") from None
    except OSError as error:
        raise UserError(f"{path} cannot be read: {error.strerror}.") from None


def _read_tensors(path: Path) -> dict[str, Tensor]:
    """Read a safetensors file; as bytes, because a file mapped into memory kills the process when it is truncated."""
    try:
        tensors: dict[str, Any] = safetensors.torch.load(_read_bytes(path))
    except (safetensors.SafetensorError, ValueError, KeyError) as error:
        raise UserError(f"{path} is broken: {error}.") from None
    return tensors

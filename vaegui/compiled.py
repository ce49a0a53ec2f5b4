"""A whole training step, losses, gradients and Adam together, compiled to a shared library.

On a CPU a step of a small network spends as much time between its matrix products as in them. Inductor turns the traced
step into C++ in which what lies between is fused: 1.3 times the speed, and with bfloat16 twice (`bench_training.py`).
Compiling takes half a minute and would hold Python's lock meanwhile, so it is done in a child process of low priority
while training goes on uncompiled; training changes over when the library is there. The child has checked it against
the plain step. Where there is no C++ compiler, or the step cannot be traced, training stays as it is.

The library is called through its C interface with ctypes, because that lets go of Python's lock: torch's own loader
keeps it, and the window would stand still for the length of every step.

    python -m vaegui.compiled < recipe.json      is the child
"""

from __future__ import annotations

import contextlib
import ctypes
import hashlib
import json
import os
import platform
import shutil
import signal
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn

from vaegui.adam import Adam, step_size, update
from vaegui.data import observe
from vaegui.families import TrainConfig
from vaegui.folders import user_folder
from vaegui.models import ImageShape, Model, ModelConfig
from vaegui.objectives import Terms
from vaegui.phases import phases_of
from vaegui.settings import as_dict, parse

TOLERANCE = 2e-3  # relative to the largest change of a parameter; with bfloat16 twenty times that
UINT8, FLOAT32, CPU = 0, 6, 0  # c10::ScalarType and c10::DeviceType
SOURCES = (
    "adam",
    "compiled",
    "data",
    "families",
    "models",
    "objectives",
    "phases",
    "settings",
)  # that a step is made of
MOST_KEPT = 20  # libraries of 2 MB


@dataclass(frozen=True)
class Recipe:
    """What a compiled step depends on."""

    model: ModelConfig
    training: TrainConfig
    image_shape: ImageShape
    images: int  # in the training set, which the prior on the weights is divided by
    phase: int  # its place among the phases
    threads: int

    @property
    def path(self) -> Path:
        """Where its library is kept; a change of anything that it was made from changes the name."""
        told = [self._as_json(), torch.__version__, _processor()]
        here = Path(__file__).parent
        sources = [here / f"{name}.py" for name in SOURCES]
        digest = hashlib.sha256("\0".join(told).encode())
        for source in sources:
            digest.update(source.read_bytes())
        return user_folder() / "compiled" / f"{digest.hexdigest()[:32]}.so"

    def _as_json(self) -> str:
        # Only what the compiled code depends on: another seed or number of epochs is the same step.
        training = as_dict(self.training)
        for name in (
            "seed",
            "epochs",
            "learning_rate",
            "schedule",
            "beta",
            "warmup_epochs",
            "validation_share",
            "device",
        ):
            training.pop(name)
        told = {name: getattr(self, name) for name in ("image_shape", "images", "phase", "threads")}
        if not self.training.weight_precision:
            del told["images"]
        return json.dumps(told | {"model": as_dict(self.model), "training": training}, sort_keys=True)

    def to_json(self) -> str:
        """Write it for the child."""
        told = {name: getattr(self, name) for name in ("image_shape", "images", "phase", "threads")}
        return json.dumps(told | {"model": as_dict(self.model), "training": as_dict(self.training)})

    @classmethod
    def from_json(cls, text: str) -> Recipe:
        """Read it back."""
        told = json.loads(text)
        model, training = parse(ModelConfig, told.pop("model")), parse(TrainConfig, told.pop("training"))
        return cls(model, training, tuple(told.pop("image_shape")), **told)


class Batch:
    """What a step is given, beside the parameters: pixels (B, C, H, W) uint8, and what is drawn at random for them."""

    def __init__(self, pixels: Tensor, noise: Tensor, thresholds: Tensor | None, seen: Tensor | None) -> None:
        self.pixels = pixels
        self.noise = noise  # (K, B, D)
        self.thresholds = thresholds  # as the pixels, for dynamic binarisation
        self.seen = seen  # as the pixels: the noisy ones of a denoising model

    def tensors(self) -> list[Tensor]:
        """Those that are there."""
        return [t for t in (self.pixels, self.noise, self.thresholds, self.seen) if t is not None]

    def observed(self, how: str) -> tuple[Tensor, Tensor]:
        """What the model is asked for, and what its encoder sees."""
        x = observe(self.pixels, how, self.thresholds)
        return x, x if self.seen is None else observe(self.seen, how, self.thresholds)


def penalty(weights: Sequence[Tensor], precision: float, images: int) -> Tensor:
    """−log p(θ)/N of a Gaussian prior on weights θ, but for a constant."""
    return precision / (2 * images) * torch.stack([theta.square().sum() for theta in weights]).sum()


class Compilation:
    """A step on its way: found among those kept, or being compiled by a child process."""

    def __init__(self, recipe: Recipe) -> None:
        self._path = recipe.path
        self._child: subprocess.Popen[str] | None = None
        self._scratch: tempfile.TemporaryDirectory[str] | None = None
        if not self._path.is_file():
            self._scratch = tempfile.TemporaryDirectory(prefix="vaegui-", ignore_cleanup_errors=True)
            try:
                self._child = self._start(recipe, self._scratch.name)
            except OSError:
                self.close()
                raise

    @staticmethod
    def _start(recipe: Recipe, scratch: str) -> subprocess.Popen[str]:
        child = subprocess.Popen(
            [sys.executable, "-m", "vaegui.compiled"],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            text=True,
            env=os.environ | {"TORCHINDUCTOR_CACHE_DIR": scratch, "TMPDIR": scratch},
            start_new_session=True,  # so that it is ended together with the compilers that it starts
        )
        assert child.stdin is not None
        with contextlib.suppress(BrokenPipeError), child.stdin as told:  # a child that is gone is noticed later
            told.write(recipe.to_json())
        return child

    def library(self) -> Path | None:
        """The library, once it is there."""
        if self._child is not None and self._child.poll() is None:
            return None
        return self._path if self._path.is_file() else None

    @property
    def has_failed(self) -> bool:
        """Whether there will be none."""
        return self._child is not None and self._child.poll() not in (None, 0)

    def close(self) -> None:
        """Give up what is not done."""
        if self._child is not None:
            if self._child.poll() is None and hasattr(os, "killpg"):
                os.killpg(self._child.pid, signal.SIGKILL)
            self._child.kill()
            self._child.wait()
        if self._scratch is not None:
            self._scratch.cleanup()


class CompiledStep:
    """A library, bound to the parameters and the state of an `Adam` that it moves in place.

    Raises:
        OSError, AttributeError, RuntimeError: when it cannot be loaded, or is of another make.
    """

    def __init__(self, path: Path, adam: Adam) -> None:
        self._adam = adam
        self._torch = ctypes.CDLL(str(next((Path(torch.__file__).parent / "lib").glob("*torch_cpu.*"))))
        self._step = ctypes.CDLL(str(path))
        self._container = ctypes.c_void_p()
        _check(
            self._step.AOTInductorModelContainerCreateWithDevice(
                ctypes.byref(self._container), ctypes.c_size_t(1), b"cpu", None
            )
        )
        self._numbers, self.totals = torch.zeros(3), torch.zeros(3)
        self._fixed = [*adam.parameters, *adam.first, *adam.second, self._numbers, self.totals]
        self._handles = [self._handle(tensor) for tensor in self._fixed]

    def __call__(self, batch: Batch, beta: float, rate: float) -> Tensor:
        """Take one step; returns the batch's sums (3,) of bound, rate and distortion, valid until the next."""
        self._adam.count += 1
        size, root = step_size(self._adam.count, rate)
        self._numbers.copy_(torch.tensor([beta, size, root]))
        given = batch.tensors()
        inputs = (ctypes.c_void_p * (len(self._handles) + len(given)))()
        for place, handle in enumerate(self._handles):
            _check(self._torch.aoti_torch_new_tensor_handle(handle, ctypes.byref(inputs, place * _POINTER)))
        for place, tensor in enumerate(given, start=len(self._handles)):
            inputs[place] = self._handle(tensor)
        # It takes the handles over. What it changes are the totals, the parameters and Adam's state; its one output is
        # the nothing that the traced function returns.
        output = (ctypes.c_void_p * 1)()
        count = ctypes.c_size_t
        _check(
            self._step.AOTInductorModelContainerRun(
                self._container, inputs, count(len(inputs)), output, count(1), None, None
            )
        )
        if output[0]:
            self._torch.aoti_torch_delete_tensor_object(ctypes.c_void_p(output[0]))
        return self.totals

    def close(self) -> None:
        """Free what the library holds."""
        for handle in self._handles:
            self._torch.aoti_torch_delete_tensor_object(handle)
        self._handles = []
        self._step.AOTInductorModelContainerDelete(self._container)

    def _handle(self, tensor: Tensor) -> ctypes.c_void_p:
        """A handle of the library's to a tensor's memory, which must outlive it."""
        integers = ctypes.c_int64 * max(tensor.dim(), 1)
        handle = ctypes.c_void_p()
        _check(
            self._torch.aoti_torch_create_tensor_from_blob(
                ctypes.c_void_p(tensor.data_ptr()),
                ctypes.c_int64(tensor.dim()),
                integers(*tensor.shape),
                integers(*tensor.stride()),
                ctypes.c_int64(0),
                ctypes.c_int32({torch.uint8: UINT8, torch.float32: FLOAT32}[tensor.dtype]),
                ctypes.c_int32(CPU),
                ctypes.c_int32(0),
                ctypes.byref(handle),
            )
        )
        return handle


def _processor() -> str:
    """What a library was compiled for: another processor may lack its instructions."""
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return f"{platform.machine()} {platform.processor()}"
    return "".join(sorted({line for line in lines if line.startswith(("model name", "flags", "Features"))}))


_POINTER = ctypes.sizeof(ctypes.c_void_p)


def _check(code: int) -> None:
    if code != 0:
        raise RuntimeError(f"the compiled step failed with code {code}")


# The child


class _Loss(nn.Module):
    """What is minimised, as a module, so that a trace can put other parameters in the place of the model's."""

    def __init__(self, recipe: Recipe) -> None:
        super().__init__()
        self.model = Model(recipe.model, recipe.image_shape)
        self.phase = phases_of(self.model, recipe.training)[recipe.phase]
        self._recipe = recipe

    def forward(self, beta: Tensor, batch: Batch) -> tuple[Tensor, Tensor]:
        assert self.phase.plain is not None
        recipe = self._recipe
        loss, terms = self.phase.plain(*batch.observed(recipe.model.observed_as), batch.noise, beta)
        if recipe.training.weight_precision:
            loss = loss + penalty(
                list(self.model.decoder.parameters()), recipe.training.weight_precision, recipe.images
            )
        return loss, sums(terms)


def sums(terms: Terms) -> Tensor:
    """Bound, rate and distortion, each summed over a batch: (3,)."""
    return torch.stack((terms.bound.sum(), terms.rate.sum(), terms.distortion.sum()))


class _Step(nn.Module):
    """The step on plain tensors, as the library will see it."""

    def __init__(self, recipe: Recipe) -> None:
        super().__init__()
        self.loss = _Loss(recipe)
        moving = {id(p) for p in self.loss.phase.parameters}
        self.names = [name for name, p in self.loss.named_parameters() if id(p) in moving]
        self._is_dynamic = recipe.model.observed_as == "dynamic"
        self._is_noisy = recipe.training.noise is not None

    def forward(self, *tensors: Tensor) -> None:
        n = len(self.names)
        parameters, first, second, rest = (
            tensors[:n],
            tensors[n : 2 * n],
            tensors[2 * n : 3 * n],
            list(tensors[3 * n :]),
        )
        numbers, totals, pixels, noise = rest[:4]
        batch = Batch(pixels, noise, rest[4] if self._is_dynamic else None, rest[-1] if self._is_noisy else None)
        leaves = [p.detach().requires_grad_() for p in parameters]
        given = dict(zip(self.names, leaves, strict=True))
        loss, batch_sums = torch.func.functional_call(self.loss, given, (numbers[0], batch))
        gradients = torch.autograd.grad(loss, leaves, materialize_grads=True)
        with torch.no_grad():
            totals.copy_(batch_sums)
            for parts in zip(parameters, gradients, first, second, strict=True):
                update(*parts, numbers[1], numbers[2])


def example(recipe: Recipe) -> Batch:
    """A batch of the shapes that a step will be given."""
    generator = torch.Generator().manual_seed(0)
    shape = (recipe.training.batch_size, *recipe.image_shape)
    model = Model(recipe.model, recipe.image_shape)
    phase = phases_of(model, recipe.training)[recipe.phase]
    pixels = torch.randint(0, 256, shape, dtype=torch.uint8, generator=generator)
    noise = torch.randn((phase.samples, shape[0], recipe.model.code_size), generator=generator)
    thresholds = torch.full_like(pixels, 127) if recipe.model.observed_as == "dynamic" else None
    return Batch(pixels, noise, thresholds, None if recipe.training.noise is None else pixels.flip(0))


def build(recipe: Recipe, path: Path) -> None:
    """Trace, compile and check a step, and put its library at `path`; takes half a minute.

    Raises:
        Exception: of any kind, where it cannot be done.
    """
    from torch.fx.experimental.proxy_tensor import make_fx

    torch.set_num_threads(recipe.threads)
    torch.manual_seed(0)
    step = _Step(recipe)
    parameters = [p.detach() for name, p in step.loss.named_parameters() if name in step.names]
    state = [torch.zeros_like(p) for p in parameters]
    given = [*parameters, *state, *(s.clone() for s in state), torch.tensor([1.0, 1e-3, 1.0]), torch.zeros(3)]
    given += example(recipe).tensors()
    traced = make_fx(step, tracing_mode="fake")(*[tensor.clone() for tensor in given])
    exported = torch.export.export(traced, tuple(given), strict=False)
    with tempfile.TemporaryDirectory(prefix="vaegui-") as scratch:
        package = Path(scratch) / "step.pt2"
        torch._inductor.aoti_compile_and_package(exported, package_path=str(package))
        with zipfile.ZipFile(package) as archive:
            name = next(name for name in archive.namelist() if name.endswith((".so", ".pyd", ".dylib")))
            library = Path(scratch) / "step.so"
            library.write_bytes(archive.read(name))
        check(recipe, library)
        path.parent.mkdir(parents=True, exist_ok=True)
        _forget_oldest(path.parent)
        half = path.with_suffix(f".{os.getpid()}")
        shutil.copyfile(library, half)
        os.replace(half, path)


def check(recipe: Recipe, library: Path) -> None:
    """Take two steps with a library and without, and compare.

    Raises:
        RuntimeError: when they do not end at the same parameters.
    """
    loss, twin = _Loss(recipe), _Loss(recipe)
    twin.load_state_dict(loss.state_dict())
    before = [p.detach().clone() for p in loss.phase.parameters]
    plain, adam = Adam(loss.phase.parameters), Adam(twin.phase.parameters)
    compiled = CompiledStep(library, adam)
    for _ in range(2):
        batch = example(recipe)
        plain.descend(loss(torch.tensor(1.0), batch)[0], 1e-3)
        compiled(batch, 1.0, 1e-3)
    allowed = TOLERANCE * (20 if recipe.training.precision == "bfloat16" else 1)
    for start, one, other in zip(before, plain.parameters, adam.parameters, strict=True):
        away = float((one - other).detach().abs().mean() / (one - start).detach().abs().mean().clamp(min=1e-12))
        if not away <= allowed:
            raise RuntimeError(f"the compiled step is off by {away:.2g} of the change of a parameter")


def _forget_oldest(folder: Path) -> None:
    kept = sorted(folder.glob("*.so"), key=lambda path: path.stat().st_mtime)
    for path in kept[: max(0, len(kept) - MOST_KEPT + 1)]:
        path.unlink(missing_ok=True)


def _main() -> None:
    if hasattr(os, "nice"):
        os.nice(19)
    recipe = Recipe.from_json(sys.stdin.read())
    build(recipe, recipe.path)


if __name__ == "__main__":
    _main()

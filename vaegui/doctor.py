"""What a fault may have to do with: versions, the device, the screen, folders, datasets and runs, and what is wrong.

Nothing is sent anywhere. What is told is meant to be sent by whoever asks for help: the user's home stands there as ~.
"""

from __future__ import annotations

import importlib.metadata
import importlib.util
import os
import platform
import re
import shutil
import sys
import tempfile
from collections.abc import Generator, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import torch

import vaegui
from vaegui import folders, importing, logs, machine, runs, sources, storing
from vaegui.asking import ask
from vaegui.exports.extras import EXTRAS, PURPOSES
from vaegui.settings import UserError
from vaegui.steps import telling
from vaegui.training import choose_device, choose_threads

BAD_QT = {
    "6.11.0": "it loses panels that are taken out of the window",
    "6.11.1": "it loses panels that are taken out of the window",
}  # versions of PySide6, and why
BAD_QT_ON_3_11 = {"6.12.0": "with Python 3.11 it ends the program after a few minutes"}
LITTLE_SPACE = 1e9  # bytes
LONGEST_WAIT = 120  # seconds for an import in a process of its own
SEND = (
    "For a bug report, send all of this{and_log}, and a few words: what you did, what you expected, and what happened "
    "instead. Nothing of it is sent by itself."
)
LOG_TITLE = "The end of the log"


class Display(Protocol):
    """What there is to say of the screen; see `ui.display`, since only that knows Qt."""

    @property
    def facts(self) -> dict[str, str]:
        """By their names."""

    @property
    def problem(self) -> str:
        """Why no window can open; empty where one can."""


class Look(Protocol):
    """Finds out about the screen."""

    def __call__(self) -> Generator[None, None, Display]:
        """Take a second or so; may be gone through in any thread."""


@dataclass(frozen=True)
class Problem:
    """What is wrong, and what to do about it."""

    sentence: str
    is_broken: bool = True  # whether something cannot be done; else it is worth knowing


@dataclass(frozen=True)
class Examination:
    """All that was found: problems, and facts by section and name."""

    problems: tuple[Problem, ...]
    facts: dict[str, dict[str, str]]

    @property
    def is_well(self) -> bool:
        """Whether nothing is broken."""
        return not any(problem.is_broken for problem in self.problems)

    def as_text(self, log: str = "") -> str:
        """Write it for people: problems first, what to send last, and then the end of the log, where that is given."""
        lines = [_headline(self.problems), ""]
        for problem in self.problems:
            lines += [f"{'✗' if problem.is_broken else '•'} {problem.sentence}", ""]
        widest = max(len(name) for facts in self.facts.values() for name in facts)
        for section, facts in self.facts.items():
            lines += [section, *(f"  {name:{widest}}  {value}" for name, value in facts.items()), ""]
        and_log = "" if log else f", the end of the log ({self.facts['Folders']['log']})"
        return "\n".join([*lines, SEND.format(and_log=and_log), *(("", LOG_TITLE, log) if log else ())])

    def as_json(self) -> dict[str, Any]:
        """Return it as values for JSON."""
        problems = [{"sentence": problem.sentence, "is_broken": problem.is_broken} for problem in self.problems]
        return {"is_well": self.is_well, "problems": problems, "facts": self.facts}


def examine(look: Look) -> Generator[str, None, Examination]:
    """Look at everything; yields what is being looked at.

    Takes 10 to 27 s on two cores, of which most are other processes'.

    Args:
        look: finds out about the screen.
    """
    problems: list[Problem] = []
    facts: dict[str, dict[str, str]] = {}
    yield "versions"
    facts["Versions"] = _versions(problems)
    facts["Extras"] = _extras()
    yield "device"
    facts["Computing"] = _computing(problems)
    yield from telling(_import_in_another_process("torchvision", problems), lambda _: "torchvision")
    display = yield from telling(look(), lambda _: "screen")
    facts["Screen"] = display.facts
    if display.problem:
        problems.append(Problem(f"{display.problem} Without a window, the commands of “vaegui --help” work."))
    yield "folders"
    facts["Folders"] = _folders(problems)
    yield "datasets"
    facts["Datasets"] = _datasets()
    yield "runs"
    facts["Runs"] = yield from _runs(problems)
    return Examination(
        tuple(Problem(logs.tidy(problem.sentence), problem.is_broken) for problem in problems),
        {
            section: {name: logs.tidy(value) for name, value in found.items()}
            for section, found in facts.items()
            if found
        },
    )


def _headline(problems: tuple[Problem, ...]) -> str:
    broken = sum(problem.is_broken for problem in problems)
    if broken:
        return f"vaegui {vaegui.__version__}: something is broken. What, and what to do:"
    if problems:
        return f"vaegui {vaegui.__version__}: all is well. Worth knowing:"
    return f"vaegui {vaegui.__version__}: all is well."


# Versions


def _versions(problems: list[Problem]) -> dict[str, str]:
    bits = "64" if sys.maxsize > 2**32 else "32"
    found = {
        "vaegui": f"{vaegui.__version__} in {Path(__file__).parent}",
        "Python": f"{platform.python_version()} ({platform.python_implementation()}, {bits} bits), {sys.executable}",
        "system": platform.platform(),
    }
    for name in _required():
        version = _version(name)
        found[name] = version or "missing"
        if not version:
            problems.append(Problem(f"{name} is not installed, and vaegui needs it. Run: pip install '{name}'"))
    qt = _version("PySide6-Essentials")
    faults = BAD_QT if sys.version_info >= (3, 12) else BAD_QT | BAD_QT_ON_3_11
    if qt in faults:
        again = "pip install --upgrade 'PySide6-Essentials!=6.11.0,!=6.11.1,!=6.12.0'"
        problems.append(Problem(f"PySide6 {qt} does not work with vaegui: {faults[qt]}. Run: {again}"))
    return found


def _required() -> list[str]:
    """What vaegui says that it needs; only the most important where it was not installed by an installer."""
    try:
        wanted = importlib.metadata.requires("vaegui") or []
    except importlib.metadata.PackageNotFoundError:
        return ["PySide6-Essentials", "pyqtgraph", "numpy", "torch", "torchvision"]
    names = [re.match(r"[\w.-]+", line) for line in wanted if "extra ==" not in line]
    return [name[0] for name in names if name]


def _version(name: str) -> str:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return ""


def _extras() -> dict[str, str]:
    found = {}
    for extra, packages in EXTRAS.items():
        missing = [name for name in packages if importlib.util.find_spec(name) is None]
        wanted = f"'.[{extra}]'"
        get = (
            f"not installed; in the folder of vaegui’s sources, run: uv tool install {wanted}, or pip install {wanted}"
        )
        found[PURPOSES[extra]] = get if missing else "installed"
    return found


# Computing


def _computing(problems: list[Problem]) -> dict[str, str]:
    found = {"trains on": str(choose_device("auto"))}
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    found["processor"] = f"{machine.processor()}; {cores} cores, of which {choose_threads()} train"
    found["memory"] = machine.memory()
    if torch.cuda.is_available():
        for number in range(torch.cuda.device_count()):
            card = torch.cuda.get_device_properties(number)
            found[f"cuda:{number}"] = f"{card.name}, {card.total_memory / 1e9:.1f} GB"
    else:
        built = f"built for CUDA {torch.version.cuda}" if torch.version.cuda else "built without CUDA"
        found["cuda"] = f"none that torch can use ({built})"
        if shutil.which("nvidia-smi") and torch.version.cuda:
            problems.append(
                Problem(
                    "This machine has NVIDIA’s programs, but torch finds no graphics card: its driver may be older "
                    f"than CUDA {torch.version.cuda}. Trainings use the processor. Updating the driver may help.",
                    is_broken=False,
                )
            )
    found["mps"] = "there" if torch.backends.mps.is_available() else "none"
    compiler = machine.compiler()
    found["C++ compiler"] = compiler or "none"
    if not compiler:
        how = {"linux": "sudo apt-get install g++", "darwin": "xcode-select --install"}.get(sys.platform, "")
        run = f" To get one, run: {how}" if how else ""
        problems.append(
            Problem(f"There is no C++ compiler, so long trainings are not compiled and run slower.{run}", False)
        )
    for name in ("OMP_NUM_THREADS", "CUDA_VISIBLE_DEVICES", "QT_QPA_PLATFORM", "QT_SCALE_FACTOR", "VAEGUI_HOME"):
        if os.environ.get(name):
            found[name] = os.environ[name]
    return found


def _import_in_another_process(name: str, problems: list[Problem]) -> Generator[None, None, None]:
    """Importing takes seconds, and a window would stand still for some of it."""
    if not _version(name):
        return  # which has been said
    why = ""
    try:
        answer = yield from ask([sys.executable, "-P", "-c", f"import {name}"], LONGEST_WAIT)
        if answer.status:
            why = answer.complaints[-1]
    except OSError as error:
        why = str(error)
    if why:
        problems.append(
            Problem(
                f"{name} cannot be imported ({why}), so datasets cannot be downloaded. It and torch must be of the "
                "same make. Run: pip install --force-reinstall torch torchvision"
            )
        )


# Folders, datasets, runs


def _folders(problems: list[Problem]) -> dict[str, str]:
    home = folders.user_folder()
    found = {"vaegui’s own": str(home), "log": str(logs.path() or logs.logs_folder() / logs.LOG)}
    there = next(place for place in (home, *home.absolute().parents) if os.path.exists(place))
    refusal = _refusal(there)
    if refusal:
        problems.append(
            Problem(
                f"Nothing can be written to {home}: {refusal}. No run can be kept there. Make it writable, or let the "
                "environment variable VAEGUI_HOME name another folder."
            )
        )
    free = shutil.disk_usage(there).free
    found["free space"] = f"{free / 1e9:.1f} GB"
    if free < LITTLE_SPACE:
        problems.append(Problem(f"Only {free / 1e6:,.0f} MB are free where runs are kept: {there}.", is_broken=False))
    for name in ("runs", "data", "datasets", "lessons", "compiled", "logs", "crashes"):
        if os.path.isdir(home / name):
            size, count = _size(home / name)
            found[name] = f"{size / 1e6:,.1f} MB in {count:,} files"
    for name, folder in {"runs that ship": folders.shipped_folder(), "resources": folders.resource("")}.items():
        if not folder.is_dir():
            problems.append(Problem(f"A part of the program is missing: {folder} ({name}). Install vaegui again."))
    return found


def _refusal(folder: Path) -> str:
    """Why nothing can be written to a folder; empty where it can."""
    try:
        with tempfile.TemporaryFile(dir=folder):
            return ""
    except OSError as error:
        return error.strerror or str(error)


def _size(folder: Path) -> tuple[int, int]:
    """The bytes of the files below a folder, and how many there are."""
    sizes = []
    for place, _folders_in_it, names in os.walk(folder):
        for name in names:
            with suppress(OSError):
                sizes.append((Path(place) / name).lstat().st_size)
    return sum(sizes), len(sizes)


def _datasets() -> dict[str, str]:
    found = {}
    for name, source in sources.SOURCES.items():
        place = sources.find(name) if source.torchvision_class else Path("scikit-learn")
        get = f"not here; “vaegui train {name}” downloads {source.download_bytes / 1e6:.0f} MB"
        found[source.title] = get if place is None else f"here, in {place}"
    own = importing.known()
    found["your own"] = f"{len(own)}" if own else "none"
    return found


def _runs(problems: list[Problem]) -> Generator[str, None, dict[str, str]]:
    found = {}
    for what, folder in {"your own": folders.own_folder(), "shipped": folders.shipped_folder()}.items():
        try:
            listed, damaged = runs.scan(folder)
        except OSError as error:
            found[what] = "unknown"
            problems.append(Problem(f"The runs in {folder} cannot be looked into: {storing.in_words(error)}."))
            continue
        for run in listed:
            yield f"run {run.name}"
            damaged += _damage(run)
        found[what] = f"{len(listed)}" + (f", and {len(damaged)} are damaged" if damaged else "")
        problems += [Problem(sentence) for sentence in damaged]
    return found


def _damage(run: runs.Run) -> Iterator[str]:
    try:
        for role in run.config.files:
            run.stored(role)  # which compares it with its SHA-256; reading what is in it takes longer
    except runs.DamageError as error:
        whole = runs.previous(error.folder) is not None
        todo = f"The save before it is whole. Run: vaegui restore '{run.folder}'" if whole else "Delete it."
        yield f"{error} {todo}"
    except UserError as error:
        yield str(error)

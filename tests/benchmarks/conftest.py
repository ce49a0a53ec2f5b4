"""What every benchmark shares: fresh processes to measure in, and a table of what was measured.

A benchmark compares ours with a baseline in the same process, in turn (A B A B …), and repeats that in several fresh
processes: one program can run at half or twice its speed from launch to launch on an idle machine. A figure is the
median over the launches, with the smallest and the largest; a ratio is taken within each launch.
"""

from __future__ import annotations

import json
import os
import platform
import statistics
import subprocess
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import pytest

LAUNCHES = 5
HERE = Path(__file__).parent
MIRROR = Path(os.environ.get("VAEGUI_TEST_MNIST", HERE.parents[2] / "shared/data/mnist-mirror"))
FILE = Path(os.environ.get("VAEGUI_BENCHMARKS", HERE.parents[1] / "build/benchmarks.json"))


def launch(script: str, *arguments: str, **environment: str) -> Any:
    """Run a script of this folder in a fresh process and return what it prints as its last line, in JSON."""
    command = [sys.executable, str(HERE / script), *arguments]
    environment = os.environ | {"VAEGUI_TEST_MNIST": str(MIRROR)} | environment
    done = subprocess.run(command, capture_output=True, text=True, env=environment)
    assert done.returncode == 0, done.stderr[-3000:]
    return json.loads(done.stdout.splitlines()[-1])


def launches(script: str, *arguments: str, **environment: str) -> list[Any]:
    """`launch`, `LAUNCHES` times."""
    return [launch(script, *arguments, **environment) for _ in range(LAUNCHES)]


@dataclass(frozen=True)
class Line:
    """One line of the table; lists have a value for each launch."""

    name: str
    unit: str
    ours: list[float]
    baseline: list[float]  # empty where there is none
    wanted: str
    is_met: bool

    def __str__(self) -> str:
        words = [f"{self.name:62}", f"{_spread(self.ours)} {self.unit}"]
        if self.baseline:
            words += [f"baseline {_spread(self.baseline)}", f"ratio {_spread(self.ratios)}"]
        return "  ".join([*words, f"wanted {self.wanted}: {'yes' if self.is_met else 'NO'}" if self.wanted else ""])

    @property
    def ratios(self) -> list[float]:
        return [ours / base for ours, base in zip(self.ours, self.baseline, strict=True)]


class Report:
    """Gathers lines; they are printed when all is done, and written as JSON."""

    def __init__(self) -> None:
        self.lines: list[Line] = []

    def ratio(
        self,
        name: str,
        unit: str,
        ours: list[float],
        baseline: list[float],
        at_most: float | None = None,
        at_least: float | None = None,
    ) -> None:
        """Compare ours with a baseline, launch by launch; the limits are for the median of the ratios."""
        middle = statistics.median(a / b for a, b in zip(ours, baseline, strict=True))
        self._add(name, unit, ours, baseline, middle, at_most, at_least, "× baseline")

    def figure(
        self,
        name: str,
        unit: str,
        values: list[float],
        at_most: float | None = None,
        at_least: float | None = None,
    ) -> None:
        """A figure by itself; the limits are for its median over the launches."""
        self._add(name, unit, values, [], statistics.median(values), at_most, at_least, unit)

    def _add(
        self,
        name: str,
        unit: str,
        ours: list[float],
        baseline: list[float],
        judged: float,
        at_most: float | None,
        at_least: float | None,
        of: str,
    ) -> None:
        is_met = (at_most is None or judged <= at_most) and (at_least is None or judged >= at_least)
        limits = [(sign, limit) for sign, limit in (("≤", at_most), ("≥", at_least)) if limit is not None]
        wanted = " and ".join(f"{sign} {limit:g} {of}" for sign, limit in limits)
        self.lines.append(Line(name, unit, ours, baseline, wanted, is_met))
        print(f"\n{self.lines[-1]}")


def _spread(values: list[float]) -> str:
    middle = statistics.median(values)
    return f"{_figure(middle)} ({_figure(min(values))}–{_figure(max(values))})"


def _figure(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


_report = Report()


@pytest.fixture
def report() -> Report:
    """Where a benchmark puts what it measured."""
    return _report


@pytest.fixture
def mirror() -> Path:
    """The folder of the MNIST files."""
    if not MIRROR.is_dir():
        pytest.skip(f"there is no MNIST in {MIRROR}")
    return MIRROR


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Print the table and write it; lines of other benchmarks that are in the file stay."""
    if not _report.lines:
        return
    machine = f"{_processor()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    terminalreporter.write_line(f"\nMedian (least–most) of {LAUNCHES} launches or more; {machine}")
    for line in _report.lines:
        terminalreporter.write_line(str(line))
    before = json.loads(FILE.read_text())["figures"] if FILE.is_file() else {}
    figures = before | {line.name: asdict(line) | {"machine": machine} for line in _report.lines}
    FILE.parent.mkdir(exist_ok=True)
    FILE.write_text(json.dumps({"figures": figures}, indent=1, ensure_ascii=False) + "\n")
    terminalreporter.write_line(f"All figures are in {FILE}")


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    return next((line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), platform.machine())

"""A lesson and the runs it needs as one file."""

from __future__ import annotations

import zipfile
from collections.abc import Generator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from vaegui import placing, runs, storing
from vaegui.folders import CONFIG
from vaegui.lessons.archive import MOST_FILE, MOST_MEMBER, MOST_UNPACKED, PIECE, RUNS
from vaegui.lessons.content import LARGEST_JSON, LESSON_JSON, Lesson
from vaegui.settings import UserError
from vaegui.words import tr

SHOWN = ("weights", "metrics", "codes")  # the files of a run that showing it takes
WHEN = (1980, 1, 1, 0, 0, 0)  # of every member, so that the same lesson is always the same file


@dataclass(frozen=True)
class Packed:
    """A lesson's file."""

    path: Path
    bytes: int
    runs: int


def pack(lesson: Lesson, folders: Mapping[str, Path], out: Path) -> Generator[float, None, Packed]:
    """Write a lesson and its runs (their folders by name) to a file, whole or not at all; yields the share done.

    Of each run only what it takes to show it is written: weights, curves and codes, with a config.json of its own.

    Raises:
        UserError: when there are no steps, a run is missing or damaged, it gets too large, or the disk refuses; what
            was at `out` before is still there.
    """
    if not lesson.states:
        raise UserError(tr("The lesson has no steps yet. Set the window up, and add what it shows as a step."))
    missing = [name for name in lesson.runs if name not in folders]
    if missing:
        raise UserError(tr("There is no run “{run}”, which a step of the lesson shows.", run=missing[0]))
    content = lesson.to_json()
    if len(content) > LARGEST_JSON:
        raise UserError(
            tr(
                "The words of the lesson take {megabytes:.1f} MB; {most:.1f} fit.",
                megabytes=len(content) / 1e6,
                most=LARGEST_JSON / 1e6,
            )
        )
    chosen = {name: runs.load(folders[name]) for name in lesson.runs}
    sizes = [run.config.files[role].bytes for run in chosen.values() for role in SHOWN if role in run.config.files]
    if sum(sizes) + MOST_MEMBER // 16 > min(MOST_UNPACKED, MOST_FILE) or max(sizes, default=0) > MOST_MEMBER:
        raise UserError(
            tr(
                "The runs of this lesson take {megabytes:,.0f} MB, which is more than fits in a lesson.",
                megabytes=sum(sizes) / 1e6,
            )
        )
    with placing.new_file(out) as temporary, zipfile.ZipFile(temporary, "w") as archive:
        _add(archive, LESSON_JSON, content)
        done = 0
        for run_name, run in chosen.items():
            for size in _add_run(archive, f"{RUNS}/{run_name}", run):
                done += size
                yield done / max(sum(sizes), 1)
    return Packed(out, out.stat().st_size, len(chosen))


def _add_run(archive: zipfile.ZipFile, place: str, run: runs.Run) -> Generator[int, None, None]:
    """Add a run's files; yields how many bytes of them were added."""
    files = {}
    for role in SHOWN:
        content = run.stored(role)
        if content is None:
            continue
        files[role] = runs.StoredFile(runs.FILES[role], len(content), storing.digest(content))
        yield from _add_slowly(archive, f"{place}/{runs.FILES[role]}", content)
    config = replace(runs.as_finished(run.config), files=files)
    _add(archive, f"{place}/{CONFIG}", runs.sealed(config))


def _member(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, WHEN)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.create_system = 3  # the same on every system
    info.external_attr = 0o100644 << 16
    return info


def _add(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    archive.writestr(_member(name), content)


def _add_slowly(archive: zipfile.ZipFile, name: str, content: bytes) -> Generator[int, None, None]:
    """Add a large file piece by piece, so that one can give up in between."""
    with archive.open(_member(name), "w") as file:
        for start in range(0, len(content), PIECE):
            piece = content[start : start + PIECE]
            file.write(piece)
            yield len(piece)

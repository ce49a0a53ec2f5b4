"""Lessons in files of strangers: nothing in them is run, and everything is checked before it takes memory or disk.

What the zip says of itself is judged first (names, kinds, sizes, how much each member expands); then lesson.json; then
the runs it needs are unpacked, never more of a member than was said, into a folder beside the others, where `runs`
checks their seals and every file. Only then is the folder renamed to the SHA-256 of the file, under which it is found
the next time. Nobody changes it afterwards.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import os
import shutil
import stat
import time
import unicodedata
import zipfile
from collections.abc import Generator, Iterator, Mapping
from pathlib import Path

from vaegui import placing, runs, storing
from vaegui.folders import CONFIG, lessons_folder
from vaegui.lessons.content import LARGEST_JSON, LESSON_JSON, MOST_RUNS, Opened, from_json, is_name
from vaegui.pictures import LOCAL_HEADER, printable
from vaegui.settings import UserError
from vaegui.steps import finish, part_of
from vaegui.words import tr

MOST_FILE = 1 << 29  # bytes of the zip
MOST_MEMBER = 1 << 28  # bytes of one file in it
MOST_UNPACKED = 1 << 30  # bytes of all of them
MOST_MEMBERS = 1 + MOST_RUNS * (2 + len(runs.FILES)) + 1
MOST_RATIO, FREE_RATIO = 200, 1 << 20  # no member above a megabyte expands more than that
MOST_AT_ONCE = 1 << 20  # bytes of any one read of the zip: its list of members is read as one
PIECE = 1 << 18  # bytes
RUNS = "runs"
SCRATCH = ".unpack-"
MOST_DAYS = 60  # that an unpacked lesson is kept without being opened
ENCRYPTED = 0x1 | 0x40 | 0x2000  # flags of a member


def load(path: Path) -> Opened:
    """Open a lesson's file, as `read` does, in one go."""
    return finish(read(path))


def read(path: Path) -> Generator[float, None, Opened]:
    """Check and unpack a lesson's file; yields the share done. One that was unpacked before is found again.

    Raises:
        UserError: when the file is no lesson, anything in it is not what it should be, or the disk refuses. Nothing of
            it is left then.
    """
    label = f"“{printable(path.name)}”"
    try:
        before = _print_of(path)
        if before[0] > MOST_FILE:
            raise UserError(
                tr(
                    "{file} has {megabytes:,.0f} MB; {most:,.0f} are the most for a lesson.",
                    file=label,
                    megabytes=before[0] / 1e6,
                    most=MOST_FILE / 1e6,
                )
            )
        digest = yield from part_of(_digest(path, before[0]), 0.0, 0.1)
        target = lessons_folder() / digest
        if (known := _known(target, path)) is not None:
            return known
        lessons_folder().mkdir(parents=True, exist_ok=True)
        with placing.scratch(lessons_folder(), SCRATCH) as scratch:
            new = scratch / "lesson"
            yield from part_of(_unpack(path, label, new), 0.1, 0.9)
            if _print_of(path) != before:
                raise UserError(tr("{file} was changed while it was read. Open it again.", file=label))
            if target.exists():  # what is there is damaged
                os.rename(target, scratch / "damaged")
            with contextlib.suppress(OSError):  # another program was faster
                os.rename(new, target)
        storing.sync(lessons_folder())
    except OSError as error:
        raise UserError(
            tr(
                "{file} cannot be opened: {reason}. Nothing was kept of it.",
                file=label,
                reason=storing.in_words(error),
            )
        ) from None
    opened = _known(target, path)
    if opened is None:
        raise UserError(
            tr(
                "{file} was unpacked, but is not in {folder} any more. Open it again.",
                file=label,
                folder=lessons_folder(),
            )
        )
    return opened


def sweep() -> None:
    """Remove what programs that were killed left behind, and lessons that nobody has opened for long.

    Call it before this program opens any; what other programs are at is left alone.
    """
    oldest = time.time() - MOST_DAYS * 86_400
    with contextlib.suppress(OSError):
        for path in lessons_folder().iterdir():
            with contextlib.suppress(OSError):
                if path.name.startswith(SCRATCH):
                    storing.hold(path).release()
                    shutil.rmtree(path, ignore_errors=True)
                elif len(path.name) == 64 and path.stat().st_mtime < oldest:
                    shutil.rmtree(path, ignore_errors=True)


def _print_of(path: Path) -> tuple[int, int]:
    return storing.size_of(path), path.stat().st_mtime_ns


def _digest(path: Path, size: int) -> Generator[float, None, str]:
    found, done = hashlib.sha256(), 0
    with path.open("rb") as file:
        while content := file.read(1 << 22):
            found.update(content)
            done += len(content)
            yield min(done / max(size, 1), 1.0)
    return found.hexdigest()


def _known(folder: Path, path: Path) -> Opened | None:
    """A lesson that was unpacked before, if all of it is still there."""
    try:
        content = folder / LESSON_JSON
        if storing.size_of(content) > LARGEST_JSON:
            return None
        lesson = from_json(content.read_bytes(), str(content))
        folders = {name: (folder / RUNS / name).resolve() for name in lesson.runs}
        for place in folders.values():
            for file in runs.load(place).config.files.values():
                if storing.size_of(place / file.name) != file.bytes:
                    return None
        os.utime(folder)
    except (UserError, OSError):
        return None
    return Opened(lesson, folders, path)


def _unpack(path: Path, label: str, out: Path) -> Generator[float, None, None]:
    """Write the lesson and the runs it needs into a folder that is not there yet, and check them."""
    with contextlib.ExitStack() as stack:
        try:
            file = stack.enter_context(_Bounded(path, label))
            archive = stack.enter_context(zipfile.ZipFile(file))
            members = _members(archive, label)
        except OSError:
            raise
        except _RefusedError as refused:
            raise UserError(f"{refused} {tr('Nothing of it was opened.')}") from None
        except Exception:  # zipfile stumbles in many ways
            raise UserError(
                tr("{file} is no lesson, is broken, or was cut short. Nothing of it was opened.", file=label)
            ) from None
        content = b"".join(_pieces(archive, members[LESSON_JSON], label))
        lesson = from_json(content, label)
        wanted = {name: _files_of(members, name) for name in lesson.runs}
        missing = [name for name, files in wanted.items() if CONFIG not in files]
        if missing:
            raise UserError(
                tr(
                    "{file} lacks the run “{run}”, which one of its steps shows. Ask for a whole one.",
                    file=label,
                    run=missing[0],
                )
            )
        out.mkdir()
        storing.write(out / LESSON_JSON, content)
        total = sum(info.file_size for files in wanted.values() for info in files.values())
        done = 0
        for name, files in wanted.items():
            folder = out / RUNS / name
            folder.mkdir(parents=True)
            for file_name, info in files.items():
                for size in _write(folder / file_name, _pieces(archive, info, label)):
                    done += size
                    yield done / max(total, 1)
            _check(folder, label)
            yield done / max(total, 1)
        for folder in (*(out / RUNS / name for name in wanted), out / RUNS, out):
            storing.sync(folder)


def _files_of(members: Mapping[str, zipfile.ZipInfo], run: str) -> dict[str, zipfile.ZipInfo]:
    """The members that are files of a run, by their names in its folder; what goes on with its training is left out."""
    start = f"{RUNS}/{run}/"
    found = {name.removeprefix(start): info for name, info in members.items() if name.startswith(start)}
    return {name: info for name, info in found.items() if not name.startswith("state")}


def _check(folder: Path, label: str) -> None:
    """Read all of a run that showing it reads."""
    try:
        run = runs.load(folder)
        _ = run.model, run.codes, run.metrics, run.density
    except UserError as error:
        reason = str(error).replace(str(folder.resolve()) + os.sep, "").replace(str(folder) + os.sep, "")
        raise UserError(
            tr(
                "The run “{run}” in {file} cannot be shown: {reason} Nothing of the lesson was opened.",
                run=folder.name,
                file=label,
                reason=reason,
            )
        ) from None


class _RefusedError(Exception):
    """What is wrong with a zip, as a sentence."""


class _Bounded(io.FileIO):
    """A zip whose list of members, which zipfile reads as one, has its bounds."""

    def __init__(self, path: Path, label: str) -> None:
        super().__init__(path, "rb")
        self._label = label

    def read(self, size: int | None = -1, /) -> bytes:
        if size is None or size < 0:
            size = os.fstat(self.fileno()).st_size - self.tell()
        if size > MOST_AT_ONCE:
            raise _too_many(self._label)
        content = super().read(size) or b""
        if content.count(b"PK\1\2") > 2 * MOST_MEMBERS:
            raise _too_many(self._label)
        return content


def _too_many(label: str) -> _RefusedError:
    return _RefusedError(tr("{file} lists more members than any lesson has.", file=label))


def _overlapping(label: str) -> _RefusedError:
    return _RefusedError(tr("{file} has members that overlap, which only a trap has.", file=label))


def _members(archive: zipfile.ZipFile, label: str) -> dict[str, zipfile.ZipInfo]:
    """Judge every member by what the list says of it; folders are left out."""
    listed = archive.infolist()
    if len(listed) > MOST_MEMBERS:
        raise _too_many(label)
    place = total = 0
    for info in sorted(listed, key=lambda info: info.header_offset):
        if info.header_offset < place:  # how a small file repeats the same bytes in each of its members
            raise _overlapping(label)
        place = info.header_offset + LOCAL_HEADER + info.compress_size
    if place > archive.start_dir:
        raise _overlapping(label)
    found: dict[str, zipfile.ZipInfo] = {}
    names: set[str] = set()
    for info in listed:
        name = info.orig_filename  # as it is written: zipfile cuts and mends it
        shown = f"“{printable(name)[:80]}”"
        if info.flag_bits & ENCRYPTED:
            raise _RefusedError(tr("{file} is encrypted ({member}), and lessons never are.", file=label, member=shown))
        if "\\" in name or name.startswith("/") or ".." in name.split("/") or ":" in name:
            raise _RefusedError(tr("{file} has a name in it that leads out of it: {member}.", file=label, member=shown))
        if stat.S_IFMT(info.external_attr >> 16) not in (0, stat.S_IFREG, stat.S_IFDIR):
            raise _RefusedError(
                tr("{file} has a link or a device in it ({member}), which no lesson has.", file=label, member=shown)
            )
        if not _is_of_a_lesson(name):
            raise _RefusedError(
                tr("{file} has something in it that belongs to no lesson: {member}.", file=label, member=shown)
            )
        folded = unicodedata.normalize("NFC", name).casefold()  # as some systems take them for the same
        if folded in names:
            raise _RefusedError(tr("{file} has {member} in it twice.", file=label, member=shown))
        names.add(folded)
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):  # others expand without a bound
            raise _RefusedError(
                tr("{file} is compressed in a way that is not read here ({member}).", file=label, member=shown)
            )
        most = _most_bytes(name)
        if info.file_size > most:
            raise _RefusedError(
                tr(
                    "{file} has {megabytes:,.1f} MB in {member}; {most:,.1f} are the most.",
                    file=label,
                    megabytes=info.file_size / 1e6,
                    member=shown,
                    most=most / 1e6,
                )
            )
        if info.file_size > FREE_RATIO and info.file_size > MOST_RATIO * info.compress_size:
            raise _RefusedError(
                tr(
                    "{file} has {member} in it, which expands more than {times} times, as no run does.",
                    file=label,
                    member=shown,
                    times=MOST_RATIO,
                )
            )
        total += info.file_size
        if not name.endswith("/"):
            found[name] = info
    if total > MOST_UNPACKED:
        raise _RefusedError(
            tr(
                "{file} holds {gigabytes:.1f} GB; {most:.1f} are the most.",
                file=label,
                gigabytes=total / 1e9,
                most=MOST_UNPACKED / 1e9,
            )
        )
    if LESSON_JSON not in found:
        raise _RefusedError(tr("{file} is no lesson: there is no {member} in it.", file=label, member=LESSON_JSON))
    return found


def _most_bytes(name: str) -> int:
    if name == LESSON_JSON:
        return LARGEST_JSON
    if name.endswith("/"):
        return 0
    return runs.LARGEST_CONFIG if name.endswith(f"/{CONFIG}") else MOST_MEMBER


def _is_of_a_lesson(name: str) -> bool:
    """Whether a member has a name that lessons know: its own file, files of runs, and their folders."""
    if name in (LESSON_JSON, f"{RUNS}/"):
        return True
    start, *rest = name.split("/")
    if start != RUNS or len(rest) != 2 or not is_name(rest[0]):
        return False
    return rest[1] in ("", CONFIG) or runs.FILE_NAME.fullmatch(rest[1]) is not None


def _pieces(archive: zipfile.ZipFile, info: zipfile.ZipInfo, label: str) -> Iterator[bytes]:
    """Yield the content of a member, no more of it than its list says."""
    left = info.file_size
    try:
        with archive.open(info) as member:
            while content := member.read(PIECE):
                left -= len(content)
                if left < 0:
                    break
                yield content
    except OSError:
        raise
    except Exception:  # zipfile and zlib
        left = -1
    if left:
        raise UserError(
            tr(
                "{file} is broken: “{member}” in it is not what was packed.",
                file=label,
                member=printable(info.filename),
            )
        )


def _write(path: Path, pieces: Iterator[bytes]) -> Iterator[int]:
    """Write a file that reaches the disk; yields the size of each piece."""
    with path.open("xb") as file:
        for piece in pieces:
            file.write(piece)
            yield len(piece)
        file.flush()
        os.fsync(file.fileno())

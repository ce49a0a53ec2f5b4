"""Files and folders that appear where the user wants them once they are whole, or not at all.

What is being written lies beside its place under another name. Whatever ends the writing (an error, a generator that
is closed) removes it.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from vaegui import storing
from vaegui.settings import UserError
from vaegui.words import tr


@contextlib.contextmanager
def new_file(path: Path) -> Iterator[Path]:
    """A file to write, which takes the place of `path` (and of what was there) when the block ends without an error.

    Raises:
        UserError: when the disk refuses; what was there is still there.
    """
    try:
        temporary = path.with_name(f".{path.name[:50]}-{secrets.token_hex(6)}.tmp")
        temporary.touch(exist_ok=False)  # with the permissions that a new file has, which Python's temporary ones lack
        try:
            yield temporary
            with open(temporary, "rb+") as file:
                os.fsync(file.fileno())
            with contextlib.suppress(FileNotFoundError):
                os.chmod(temporary, path.stat().st_mode & 0o777)
            os.replace(temporary, path)
            storing.sync(path.parent)
        finally:
            temporary.unlink(missing_ok=True)
    except OSError as error:
        raise UserError(
            tr(
                "{path} could not be written: {reason}. What was there before is unchanged. "
                "Choose another folder or free some space, and try again.",
                path=path,
                reason=storing.in_words(error),
            )
        ) from None


@contextlib.contextmanager
def new_folder(path: Path) -> Iterator[Path]:
    """A folder to fill, which becomes `path` when the block ends without an error; that is empty, or not there yet.

    Raises:
        UserError: when there is something at `path`, or the disk refuses; nothing is left behind.
    """
    path = Path(os.path.abspath(path))
    try:
        _check_free(path)
        ancestor = next((parent for parent in path.parents if parent.is_dir()), path.parent)
        with tempfile.TemporaryDirectory(
            prefix=f".{path.name[:50]}-", dir=ancestor, ignore_cleanup_errors=True
        ) as name:
            new = Path(name) / "new"  # which has the usual permissions, unlike the temporary folder
            new.mkdir()
            yield new
            for folder, _, files in os.walk(new):
                for file in files:
                    with open(Path(folder, file), "rb+") as written:
                        os.fsync(written.fileno())
                storing.sync(Path(folder))
            _check_free(path)
            path.parent.mkdir(parents=True, exist_ok=True)
            with contextlib.suppress(FileNotFoundError):
                path.rmdir()  # over an empty folder only POSIX renames
            os.rename(new, path)
            storing.sync(path.parent)
    except OSError as error:
        raise UserError(
            tr(
                "{path} could not be written: {reason}. Nothing was left behind. "
                "Choose another folder or free some space, and try again.",
                path=path,
                reason=storing.in_words(error),
            )
        ) from None


@contextlib.contextmanager
def scratch(place: Path, prefix: str, clear: Callable[[Path], object] | None = None) -> Iterator[Path]:
    """A folder in `place` that is gone afterwards; it is held until then, so that whoever sweeps leaves it alone.

    `clear` removes it, where there is more to do than that.
    """
    folder = Path(tempfile.mkdtemp(prefix=prefix, dir=place))
    try:
        lock = storing.hold(folder)
        try:
            yield folder
        finally:
            lock.release()
    finally:
        with contextlib.suppress(OSError):  # a sweep tries again
            (clear or shutil.rmtree)(folder)


def _check_free(path: Path) -> None:
    if path.is_dir() and not any(path.iterdir()):
        return
    if path.is_dir():
        raise UserError(
            tr(
                "{path} is a folder that has something in it, which is left as it is. "
                "Choose a new folder, or an empty one.",
                path=path,
            )
        )
    if os.path.lexists(path):
        raise UserError(
            tr("{path} is there already, which is left as it is. Choose a new folder, or an empty one.", path=path)
        )

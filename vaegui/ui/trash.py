"""The desktop's trash: folders go there, and come back as long as it was not emptied."""

from __future__ import annotations

import contextlib
import itertools
import os
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QFile, QStandardPaths

from vaegui import folders, storing
from vaegui.settings import UserError
from vaegui.words import tr

OURS = (folders.CONFIG, "dataset.json")  # what tells a run, or a dataset, from others


@dataclass(frozen=True)
class Trashed:
    """A folder in the trash."""

    place: Path  # where it was
    path: Path  # where it is now
    sign: tuple[int, int, str]  # by which it is told from another one of the same name


def identity(folder: Path) -> tuple[int, int]:
    """Device and number of a folder, which it keeps under whatever name; zeros where there is none."""
    try:
        status = folder.stat()
    except OSError:
        return 0, 0
    return status.st_dev, status.st_ino


def move(folder: Path) -> Trashed | None:
    """Move a folder to the trash; None where the system does not tell what became of it there.

    Raises:
        UserError: it is still where it was.
    """
    # Qt cannot make a trash where the folder that would hold it is missing, as on a fresh account.
    home = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation))
    with contextlib.suppress(OSError):
        home.mkdir(parents=True, exist_ok=True)
    file = QFile(str(folder))
    if not file.moveToTrash():
        raise UserError(
            tr(
                "“{folder}” could not be moved to the trash ({reason}); it is still there.",
                folder=folder.name,
                reason=file.errorString(),
            )
        )
    path = Path(file.fileName())
    return None if path == folder or not path.exists() else Trashed(folder, path, _sign(path))


def check(trashed: Trashed) -> None:
    """See to it that a folder is still in the trash.

    Raises:
        UserError: it is not.
    """
    if _sign(trashed.path) != trashed.sign:
        raise UserError(
            tr("“{folder}” is no longer in the trash, so it cannot be brought back.", folder=trashed.place.name)
        )


def bring_back(trashed: Trashed) -> Path:
    """Move a folder back to where it was, or beside it where something else has its name; return its place.

    Raises:
        UserError: it is no longer in the trash, or could not be moved.
    """
    check(trashed)
    name = trashed.place.name
    names = itertools.chain((name,), (f"{name} {number}" for number in itertools.count(2)))
    place = next(path for path in map(trashed.place.with_name, names) if not os.path.lexists(path))
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        os.rename(trashed.path, place)  # which puts no folder in the place of one that holds anything
    except OSError as error:
        raise UserError(
            tr(
                "“{folder}” could not be brought back from the trash: {reason}. It is still in "
                "there, and the desktop’s file manager can restore it.",
                folder=name,
                reason=storing.in_words(error),
            )
        ) from None
    with contextlib.suppress(OSError):  # it is back, whether or not the disk says so
        storing.sync(place.parent)
    _forget_note(trashed.path)
    return place


def _sign(path: Path) -> tuple[int, int, str]:
    """Numbers of folders are given again, so a file tells; file managers add theirs, so the folder's time does not."""
    content = b""
    for name in OURS:
        with contextlib.suppress(OSError):
            storing.size_of(path / name)  # lest it is nothing that can be read
            content += (path / name).read_bytes()
    return *identity(path), storing.digest(content)


def _forget_note(path: Path) -> None:
    """Remove the note that the trash keeps of a file (freedesktop.org, “The Trash specification”)."""
    if path.parent.name == "files":
        with contextlib.suppress(OSError):
            (path.parent.parent / "info" / f"{path.name}.trashinfo").unlink()

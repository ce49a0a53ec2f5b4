"""What the program did, in a file of the user's, for whoever has to find out what went wrong.

Starts and ends, runs that were opened, trainings, errors; never an image. Of what is in files there is only what an
error quotes: the value that could not be understood. Programs that run at the same time each hold a file of their own,
so that none turns over what another one writes. The user's home stands there as ~, because a log is made to be sent.

    logging.getLogger(__name__).info("…")       is how every module writes to it
"""

from __future__ import annotations

import contextlib
import getpass
import logging
import logging.handlers
import os
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import vaegui
from vaegui.folders import user_folder

LOG = "vaegui.log"
LARGEST, OLDER = 1_000_000, 2  # bytes of a file, and how many full ones are kept beside it
MOST_FILES = 10  # programs at a time; those after them go without
MOST_EARLY = 1000  # records that wait for the file
LONGEST = 20_000  # characters of a record

_logger = logging.getLogger("vaegui")
_logger.addHandler(logging.NullHandler())  # without any, Python would print warnings


class _File(logging.handlers.RotatingFileHandler):
    """A file that goes without what the disk does not take."""

    def handleError(self, _record: logging.LogRecord) -> None:  # noqa: N802
        """Say nothing: there is nobody who could do anything about it."""

    def close(self) -> None:
        """Let go of the file, whether the disk takes the rest or not."""
        with contextlib.suppress(OSError):
            super().close()


class _Tidy(logging.Formatter):
    """Lines without the user's name, and not too long."""

    def format(self, record: logging.LogRecord) -> str:
        return tidy(super().format(record))[:LONGEST]


class _Log:
    """The log of this process: records wait in memory until there is a file."""

    def __init__(self) -> None:
        self.path: Path | None = None
        self._level = _logger.level
        self._early = logging.handlers.MemoryHandler(MOST_EARLY, flushLevel=logging.CRITICAL + 1, flushOnClose=False)
        _logger.addHandler(self._early)
        _logger.setLevel(logging.INFO)
        self._exits = contextlib.ExitStack()

    def keep(self) -> None:
        """Write to a file from now on, and what has waited; where no file can be written, go without."""
        import filelock  # which takes longer than the first picture need wait

        folder = logs_folder()
        with contextlib.suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
            for number in range(1, MOST_FILES + 1):
                path = folder / (LOG if number == 1 else f"vaegui-{number}.log")
                lock = filelock.FileLock(folder / f".{path.name}.lock", thread_local=False)
                try:
                    lock.acquire(blocking=False)
                except filelock.Timeout:  # another program writes to it
                    continue
                self._exits.callback(lock.release)
                file = _File(path, maxBytes=LARGEST, backupCount=OLDER, encoding="utf-8", errors="replace")
                file.setFormatter(_Tidy("%(asctime)s %(levelname)s %(name)s: %(message)s"))
                _logger.addHandler(file)
                self._exits.callback(file.close)
                self._exits.callback(_logger.removeHandler, file)
                self._early.setTarget(file)
                self._early.flush()
                self.path = path
                break
        _logger.removeHandler(self._early)
        self._early.close()

    def close(self) -> None:
        """Let go of the file."""
        _logger.removeHandler(self._early)
        self._early.close()
        self._exits.close()
        _logger.setLevel(self._level)


_log: _Log | None = None


def begin(words: str) -> None:
    """From now on records are gathered; `keep` gives them a file. Says that the program starts, and what as."""
    global _log
    if _log is None:
        _log = _Log()
        _logger.info("vaegui %s starts: %s", vaegui.__version__, words)


def keep(*, makes_folder: bool = True) -> None:
    """Open the file and write what has been gathered; may be called in any thread.

    Args:
        makes_folder: whether the user's folder is made where there is none; else records wait on.
    """
    if _log is not None and _log.path is None and (makes_folder or os.path.isdir(user_folder())):
        _log.keep()  # Path.is_dir raises where it may not look


def end(words: str) -> None:
    """Say how the program ends, and let go of the file."""
    global _log
    if _log is not None:
        _logger.info("vaegui ends: %s", words)
        _log.close()
        _log = None


@contextlib.contextmanager
def kept(words: str) -> Iterator[None]:
    """Keep a log while something is done; what it raises is in it.

    By itself it makes no folder of the user's: what is refused leaves nothing behind.
    """
    begin(words)
    keep(makes_folder=False)
    how = "well"
    try:
        yield
    except Exception:
        _logger.exception("nobody caught this:")
        how = "it failed"
        raise
    except BaseException as error:
        how = type(error).__name__
        raise
    finally:
        keep(makes_folder=False)  # it may have been made meanwhile
        end(how)


def logs_folder() -> Path:
    """Where logs go."""
    return user_folder() / "logs"


def path() -> Path | None:
    """The file that this process writes to, if it does."""
    return None if _log is None else _log.path


def last_lines(most: int) -> str:
    """The end of this process's log; where it keeps none, that of the log written last."""
    found = path()
    with contextlib.suppress(OSError):
        if found is None:
            found = max(logs_folder().glob("vaegui*.log"), key=lambda log: log.stat().st_mtime, default=None)
        if found is not None:
            with found.open("rb") as file:
                file.seek(max(0, found.stat().st_size - 500 * most))
                lines = file.read().decode(errors="replace").splitlines()
            return "\n".join(lines[-most:])
    return ""


def tidy(text: str) -> str:
    """Write the user's home as ~, and the user's name as “user” where it is a part of another path."""
    home, name = _whose()
    flags = re.IGNORECASE if sys.platform == "win32" else re.NOFLAG
    for folder in home:
        text = re.sub(rf"(?<![\w.-]){_spelt(folder)}(?![\w-]|\.\w)", "~", text, flags=flags)
    return re.sub(rf"(?<=[/\\]){re.escape(name)}(?![\w-])", "user", text, flags=flags) if name else text


def _spelt(folder: str) -> str:
    """A pattern of the ways to write a folder: on Windows with either slash, and with doubled ones as in a repr."""
    parts = re.split(r"[/\\]+", folder) if sys.platform == "win32" else [folder]
    return r"[/\\]+".join(re.escape(part) for part in parts)


@cache
def _whose() -> tuple[tuple[str, ...], str]:
    try:
        home = Path.home()
        folders = {str(home), str(home.resolve())} - {home.anchor}
    except (OSError, RuntimeError):
        folders = set()
    try:
        name = getpass.getuser()
    except (OSError, KeyError, ImportError):  # nobody has that number
        name = ""
    return tuple(sorted(folders, key=len, reverse=True)), name

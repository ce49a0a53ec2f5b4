"""What a crash of the whole process leaves behind, for the next start to speak of.

Python's faulthandler writes where each thread was when a library crashed; a program that ends well removes its log.
"""

from __future__ import annotations

import contextlib
import faulthandler
import logging
import shutil
import tempfile
from pathlib import Path

from vaegui import storing
from vaegui.folders import user_folder

LOG = "log.txt"
LONGEST = 20_000  # characters that are shown

_logger = logging.getLogger(__name__)


class CrashLog:
    """The log of this process; a folder that it holds as long as it lives."""

    def __init__(self) -> None:
        place = _place()
        place.mkdir(parents=True, exist_ok=True)
        self._folder = Path(tempfile.mkdtemp(prefix="running-", dir=place))
        self._lock = storing.hold(self._folder)
        self._file = (self._folder / LOG).open("w")
        faulthandler.enable(self._file)

    def close(self) -> None:
        """The program ends well."""
        faulthandler.disable()
        self._file.close()
        self._lock.release()
        shutil.rmtree(self._folder, ignore_errors=True)


def _place() -> Path:
    return user_folder() / "crashes"


def collect() -> str:
    """What processes that crashed since the last start have left; their logs are kept, as crash-….txt."""
    found = []
    with contextlib.suppress(OSError):
        for folder in sorted(_place().glob("running-*")):
            try:
                lock = storing.hold(folder)
            except OSError:  # it is running
                continue
            log = folder / LOG
            text = log.read_text(errors="replace") if log.is_file() else ""
            if text.strip():
                _logger.error("the program crashed the last time:\n%s", text[:LONGEST])
                found.append(text[:LONGEST])
                shutil.copyfile(log, _place() / f"{folder.name.replace('running', 'crash')}.txt")
            lock.release()
            shutil.rmtree(folder, ignore_errors=True)
    return "\n".join(found)

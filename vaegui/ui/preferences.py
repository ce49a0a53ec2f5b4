"""What the window remembers between two launches, in a JSON file in the user's folder.

Not in QSettings, which would hand Python objects that it finds in its file to pickle, and says nothing of a broken one.
"""

from __future__ import annotations

import base64
import binascii
import contextlib
import hashlib
import json
import os
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray

from vaegui.folders import user_folder
from vaegui.ui.theme import ThemeChoice

LARGEST = 1 << 20  # bytes
LONGEST_PATH = 4096
MOST_CHOICES = 20  # for a figure


class Preferences:
    """Typed access to the file; what is missing or of another type reads as its default.

    A file that is no JSON is kept aside as window-broken.json, and one begins anew. One that cannot be written is
    forgotten at the end.
    """

    def __init__(self) -> None:
        self.is_kept = True  # whether the file follows what is set
        self._path = user_folder() / "window.json"
        self._values = self._read()

    def _read(self) -> dict[str, Any]:
        try:
            if self._path.stat().st_size > LARGEST:
                raise ValueError("too large")
            values = json.loads(self._path.read_bytes())
            if not isinstance(values, dict):
                raise ValueError("not a table")
        except FileNotFoundError:
            return {}
        except (ValueError, RecursionError):
            with contextlib.suppress(OSError):
                os.replace(self._path, self._path.with_name("window-broken.json"))
            return {}
        except OSError:
            return {}
        return values

    def _set(self, name: str, value: Any) -> None:
        if self._values.get(name) != value:
            self._values |= self._read() | {name: value}  # another window may have written others
            self._write()

    def _write(self) -> None:
        if not self.is_kept:
            return
        from vaegui import storing  # which imports what the first picture need not wait for

        with contextlib.suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            storing.replace(self._path, json.dumps(self._values, indent=2).encode())

    def _text(self, name: str, longest: int = LARGEST) -> str:
        value = self._values.get(name)
        return value if isinstance(value, str) and len(value) <= longest else ""

    def _folder(self, value: object) -> Path | None:
        if not isinstance(value, str) or not 0 < len(value) <= LONGEST_PATH or "\0" in value:
            return None
        try:
            os.fsencode(value)
        except UnicodeEncodeError:  # no system would take it for a name
            return None
        return Path(value)

    @property
    def theme(self) -> ThemeChoice:
        """The chosen theme."""
        stored: ThemeChoice
        for stored in ("light", "dark"):
            if self._values.get("theme") == stored:
                return stored
        return "system"

    @theme.setter
    def theme(self, choice: ThemeChoice) -> None:
        self._set("theme", choice)

    @property
    def paper(self) -> bool:
        """Whether images are drawn as ink on paper."""
        return self._values.get("paper") is True

    @paper.setter
    def paper(self, paper: bool) -> None:
        self._set("paper", paper)

    @property
    def last_run(self) -> Path | None:
        """The run shown last."""
        return self._folder(self._values.get("last_run"))

    @last_run.setter
    def last_run(self, folder: Path) -> None:
        self._set("last_run", str(folder))

    @property
    def export_folder(self) -> Path:
        """Where something was written last; at first the user's home."""
        return self._folder(self._values.get("export_folder")) or Path.home()

    @export_folder.setter
    def export_folder(self, folder: Path) -> None:
        self._set("export_folder", str(folder))

    @property
    def figure(self) -> dict[str, str | float]:
        """What was chosen for a figure last: words and numbers by their names; whoever uses them checks them."""
        stored = self._values.get("figure")
        if not isinstance(stored, dict) or len(stored) > MOST_CHOICES:
            return {}
        return {
            name: value for name, value in stored.items() if isinstance(value, (str, int, float)) and len(name) < 40
        }

    @figure.setter
    def figure(self, choices: dict[str, Any]) -> None:
        self._set("figure", choices)

    def dataset_folder(self, name: str) -> Path | None:
        """The folder the user pointed to for a dataset."""
        stored = self._values.get("datasets")
        return self._folder(stored.get(name)) if isinstance(stored, dict) else None

    def set_dataset_folder(self, name: str, folder: Path) -> None:
        """Remember the folder the user pointed to."""
        stored = self._values.get("datasets")
        self._set("datasets", (stored if isinstance(stored, dict) else {}) | {name: str(folder)})

    def layout(self) -> tuple[QByteArray, QByteArray]:
        """Geometry and dock state of the window; empty before the first time, and where they are not what was stored.

        Qt crashes on some states that it did not write.
        """
        geometry, state = self._text("geometry"), self._text("state")
        if self._values.get("layout_sha256") != _digest(geometry, state):
            return QByteArray(), QByteArray()
        try:
            return QByteArray(base64.b64decode(geometry)), QByteArray(base64.b64decode(state))
        except (binascii.Error, ValueError):
            return QByteArray(), QByteArray()

    def set_layout(self, geometry: QByteArray, state: QByteArray) -> None:
        """Remember where everything is."""
        first, second = (base64.b64encode(bytes(value.data())).decode() for value in (geometry, state))
        self._values |= self._read() | {"geometry": first, "state": second, "layout_sha256": _digest(first, second)}
        self._write()


def _digest(geometry: str, state: str) -> str:
    return hashlib.sha256(f"{geometry} {state}".encode(errors="replace")).hexdigest()

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
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray

from vaegui.folders import user_folder
from vaegui.ui.theme import TEXT_SIZES, ThemeChoice

LARGEST = 1 << 20  # bytes
LONGEST_PATH = 4096
MOST_CHOICES = 20  # for a figure
MOST_USED, LONGEST_KEY = 20, 300  # commands of the palette that are remembered, and characters of one
MOST_RECENT = 10
PRESETS = ("explore", "train", "compare", "teach")
GEOMETRY = "window"  # beside the presets, among what is stored
THEMES: tuple[ThemeChoice, ...] = ("system", "light", "dark", "projector")
# In the preset for teaching theme and text size are others, and so are their names in the file.
TAUGHT: tuple[ThemeChoice, int] = ("projector", 150)


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
    def preset(self) -> str:
        """The arrangement of panels that is shown, one of `PRESETS`."""
        stored = self._values.get("preset")
        return stored if isinstance(stored, str) and stored in PRESETS else PRESETS[0]

    @preset.setter
    def preset(self, name: str) -> None:
        self._set("preset", name)

    @property
    def _is_taught(self) -> bool:
        return self.preset == "teach"

    @property
    def theme(self) -> ThemeChoice:
        """The chosen theme, for teaching or for all else."""
        stored = self._values.get("teaching_theme" if self._is_taught else "theme")
        return next((name for name in THEMES if name == stored), TAUGHT[0] if self._is_taught else "system")

    @theme.setter
    def theme(self, choice: ThemeChoice) -> None:
        self._set("teaching_theme" if self._is_taught else "theme", choice)

    @property
    def text_size(self) -> int:
        """How large text is, in per cent of the desktop's, for teaching or for all else."""
        stored = self._values.get("teaching_text_size" if self._is_taught else "text_size")
        usual = TAUGHT[1] if self._is_taught else 100
        return stored if type(stored) is int and stored in TEXT_SIZES else usual

    @text_size.setter
    def text_size(self, percent: int) -> None:
        self._set("teaching_text_size" if self._is_taught else "text_size", percent)

    @property
    def language(self) -> str:
        """The code of the language that was chosen; empty for the desktop's."""
        return self._text("language", 20)

    @language.setter
    def language(self, code: str) -> None:
        self._set("language", code)

    @property
    def paper(self) -> bool:
        """Whether images are drawn as ink on paper."""
        return self._values.get("paper") is True

    @paper.setter
    def paper(self, paper: bool) -> None:
        self._set("paper", paper)

    @property
    def knows_first_steps(self) -> bool:
        """Whether somebody has gone through the first steps, or did not want them."""
        return self._values.get("knows_first_steps") is True

    @knows_first_steps.setter
    def knows_first_steps(self, known: bool) -> None:
        self._set("knows_first_steps", known)

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

    @property
    def used_commands(self) -> list[str]:
        """What was done from the palette, the newest first: keys of `commands.Command`."""
        return self._texts("used_commands", MOST_USED, LONGEST_KEY)

    @used_commands.setter
    def used_commands(self, keys: list[str]) -> None:
        self._set("used_commands", keys[:MOST_USED])

    @property
    def recent_runs(self) -> list[Path]:
        """The folders of the runs that were opened, the newest first."""
        return self._paths("recent_runs")

    @recent_runs.setter
    def recent_runs(self, runs: list[Path]) -> None:
        self._set("recent_runs", [str(folder) for folder in runs[:MOST_RECENT]])

    @property
    def recent_lessons(self) -> list[Path]:
        """The files of lessons that were opened, the newest first."""
        return self._paths("recent_lessons")

    @recent_lessons.setter
    def recent_lessons(self, files: list[Path]) -> None:
        self._set("recent_lessons", [str(file) for file in files[:MOST_RECENT]])

    @property
    def recent_datasets(self) -> list[str]:
        """The names of the datasets that were chosen, the newest first."""
        return self._texts("recent_datasets", MOST_RECENT, LONGEST_KEY)

    @recent_datasets.setter
    def recent_datasets(self, names: list[str]) -> None:
        self._set("recent_datasets", names[:MOST_RECENT])

    def _texts(self, name: str, most: int, longest: int) -> list[str]:
        stored = self._values.get(name)
        found = stored[:most] if isinstance(stored, list) else []
        return [text for text in found if isinstance(text, str) and 0 < len(text) <= longest]

    def _paths(self, name: str) -> list[Path]:
        stored = self._values.get(name)
        found = map(self._folder, stored[:MOST_RECENT] if isinstance(stored, list) else [])
        return [path for path in found if path is not None]

    def dataset_folder(self, name: str) -> Path | None:
        """The folder the user pointed to for a dataset."""
        stored = self._values.get("datasets")
        return self._folder(stored.get(name)) if isinstance(stored, dict) else None

    def set_dataset_folder(self, name: str, folder: Path) -> None:
        """Remember the folder the user pointed to."""
        stored = self._values.get("datasets")
        self._set("datasets", (stored if isinstance(stored, dict) else {}) | {name: str(folder)})

    def layout(self) -> tuple[QByteArray, dict[str, QByteArray]]:
        """Geometry of the window and, by preset, state of its docks; what is not as it was stored is left out.

        Qt crashes on some states that it did not write.
        """
        stored, seals = self._values.get("layouts"), self._values.get("layout_seals")
        sealed = {
            name: value
            for name, value in (stored if isinstance(stored, dict) else {}).items()
            if isinstance(seals, dict) and isinstance(value, str) and seals.get(name) == _digest(name, value)
        }
        if "layouts" not in self._values:  # a file from before there were presets
            geometry, state = self._text("geometry"), self._text("state")
            if self._values.get("layout_sha256") == _digest(geometry, state):
                sealed = {GEOMETRY: geometry, PRESETS[0]: state}
        known = {name: _bytes(value) for name, value in sealed.items() if name in (GEOMETRY, *PRESETS)}
        geometry_bytes = known.pop(GEOMETRY, QByteArray())
        return geometry_bytes, {name: value for name, value in known.items() if not value.isEmpty()}

    def set_layout(self, geometry: QByteArray, states: Mapping[str, QByteArray]) -> None:
        """Remember where everything is."""
        values = {
            name: base64.b64encode(bytes(value.data())).decode()
            for name, value in ({GEOMETRY: geometry} | dict(states)).items()
        }
        seals = {name: _digest(name, value) for name, value in values.items()}
        self._values |= self._read() | {"layouts": values, "layout_seals": seals}
        for name in ("geometry", "state", "layout_sha256"):
            self._values.pop(name, None)
        self._write()


def _bytes(text: str) -> QByteArray:
    try:
        return QByteArray(base64.b64decode(text))
    except (binascii.Error, ValueError):
        return QByteArray()


def _digest(first: str, second: str) -> str:
    return hashlib.sha256(f"{first} {second}".encode(errors="replace")).hexdigest()

"""What the window remembers between two launches, in an INI file in the user's data folder."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from vaegui.folders import user_folder
from vaegui.ui.theme import ThemeChoice


class Preferences:
    """Typed access to the settings file; whatever is missing or broken there reads as its default."""

    def __init__(self) -> None:
        self._file = QSettings(str(user_folder() / "window.ini"), QSettings.Format.IniFormat)

    @property
    def theme(self) -> ThemeChoice:
        """The chosen theme."""
        stored = self._file.value("theme")
        return stored if stored in ("light", "dark") else "system"

    @theme.setter
    def theme(self, choice: ThemeChoice) -> None:
        self._file.setValue("theme", choice)

    @property
    def paper(self) -> bool:
        """Whether images are drawn as ink on paper."""
        return bool(self._file.value("paper") == "true")

    @paper.setter
    def paper(self, paper: bool) -> None:
        self._file.setValue("paper", "true" if paper else "false")

    @property
    def last_run(self) -> Path | None:
        """The run shown last."""
        stored = self._file.value("last_run")
        return Path(stored) if isinstance(stored, str) and stored else None

    @last_run.setter
    def last_run(self, folder: Path) -> None:
        self._file.setValue("last_run", str(folder))

    def dataset_folder(self, name: str) -> Path | None:
        """The folder the user pointed to for a dataset."""
        stored = self._file.value(f"datasets/{name}")
        return Path(stored) if isinstance(stored, str) and stored else None

    def set_dataset_folder(self, name: str, folder: Path) -> None:
        """Remember the folder the user pointed to."""
        self._file.setValue(f"datasets/{name}", str(folder))

    def layout(self) -> tuple[QByteArray, QByteArray]:
        """Geometry and dock state of the window; empty before the first time."""
        geometry, state = self._file.value("geometry"), self._file.value("state")
        return tuple(v if isinstance(v, QByteArray) else QByteArray() for v in (geometry, state))  # type: ignore[return-value]

    def set_layout(self, geometry: QByteArray, state: QByteArray) -> None:
        """Remember where everything is."""
        self._file.setValue("geometry", geometry)
        self._file.setValue("state", state)
        self._file.sync()

"""Where things are: the user's folder, runs, what comes with the program. Imports nothing that takes time."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs

CONFIG, PREVIOUS = "config.json", "config-previous.json"  # of a run; the first makes a folder one
LESSON = ".vaelesson"  # how the name of a lesson's file ends


def user_folder() -> Path:
    """The folder for the user's own runs and datasets; the environment variable VAEGUI_HOME moves it."""
    chosen = os.environ.get("VAEGUI_HOME")
    return Path(chosen).expanduser() if chosen else platformdirs.user_data_path("vaegui", appauthor=False)


def own_folder() -> Path:
    """Where the user's runs go."""
    return user_folder() / "runs"


def data_folder() -> Path:
    """Where downloads go: torchvision's layout below the user's data folder."""
    return user_folder() / "data"


def shipped_folder() -> Path:
    """The runs that come with the program."""
    return _shipped("trained")


def lessons_folder() -> Path:
    """Where lessons from files are unpacked."""
    return user_folder() / "lessons"


def studies_folder() -> Path:
    """Where sweeps keep what they know of their trials; the runs of the trials are among the user's."""
    return user_folder() / "studies"


def is_kept_as_it_is(folder: Path) -> bool:
    """Whether nobody changes a run (its folder, resolved): it comes with the program, or belongs to a lesson."""
    return folder.parent == shipped_folder().resolve() or lessons_folder().resolve() in folder.parents


def resource(name: str) -> Path:
    """Find a file of resources/, in a checkout or where the package is installed."""
    return _shipped("resources") / name


def find_run(path: str | Path) -> Path | None:
    """Find a run: a folder, or the name of one of the user's or the shipped runs.

    Raises:
        OSError: when a folder cannot be looked into.
    """
    candidates = (Path(path), own_folder() / path, shipped_folder() / path)
    return next((f for f in candidates if (f / CONFIG).is_file() or (f / PREVIOUS).is_file()), None)


def _shipped(name: str) -> Path:
    installed = Path(__file__).parent / name
    return installed if installed.is_dir() else Path(__file__).parent.parent / name

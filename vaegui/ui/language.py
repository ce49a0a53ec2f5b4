"""Which language the window speaks, and where it has the words from: the catalogues in resources/translations."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from vaegui import words
from vaegui.folders import resource
from vaegui.ui.preferences import Preferences

LANGUAGES = {"en": "English", "it": "Italiano"}  # by their ISO 639-1 codes, each in its own words
CONTEXT = "vaegui"  # of all texts in a catalogue
VARIABLE = "VAEGUI_LANGUAGE"
MOST = 1_000_000


def choose() -> str:
    """The language to speak: of the environment, else of the preferences, else the desktop's first that there is."""
    desktop = (name.replace("_", "-").partition("-")[0] for name in QLocale.system().uiLanguages())
    wanted = (os.environ.get(VARIABLE), Preferences().language, *desktop)
    return next((code for code in wanted if code in LANGUAGES), words.ENGLISH)


class Catalogue:
    """The texts of a file of Qt's. It is read into memory: the file may be replaced while the window is open."""

    def __init__(self, path: Path) -> None:
        self._content = path.read_bytes()  # which the translator does not copy
        self._translator = QTranslator()
        self.is_whole = self._translator.load(self._content)

    def __call__(self, text: str, count: int) -> str:
        """Look a text up."""
        few = count if count < MOST else MOST + count % MOST  # Qt counts with 32 bits; forms depend on the last digits
        return self._translator.translate(CONTEXT, text, "", few) or ""


def begin() -> None:
    """Speak the chosen language. Modules of the window take their words when they are imported, so this is first."""
    words.speak(words.ENGLISH, None)
    code = choose()
    with contextlib.suppress(OSError):
        if code != words.ENGLISH and (catalogue := Catalogue(resource("translations") / f"vaegui_{code}.qm")).is_whole:
            words.speak(code, catalogue)


def translate_qt(app: QCoreApplication) -> None:
    """Have Qt's own dialogs and menus speak the same language as the window."""
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if words.language() != words.ENGLISH and translator.load(f"qtbase_{words.language()}", folder):
        app.installTranslator(translator)

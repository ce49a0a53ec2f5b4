"""Which language the window speaks, and where it has the words from: the catalogues in resources/translations."""

from __future__ import annotations

import os

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


def begin() -> None:
    """Speak the chosen language. Modules of the window take their words when they are imported, so this is first."""
    code = choose()
    catalogue = QTranslator()
    if code == words.ENGLISH or not catalogue.load(str(resource("translations") / f"vaegui_{code}.qm")):
        words.speak(words.ENGLISH, None)
        return

    def look_up(text: str, count: int) -> str:
        few = count if count < MOST else MOST + count % MOST  # Qt counts with 32 bits; forms depend on the last digits
        return catalogue.translate(CONTEXT, text, "", few) or ""

    words.speak(code, look_up)


def translate_qt(app: QCoreApplication) -> None:
    """Have Qt's own dialogs and menus speak the same language as the window."""
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if words.language() != words.ENGLISH and translator.load(f"qtbase_{words.language()}", folder):
        app.installTranslator(translator)

"""The language of the window: who chooses it, and how."""

import os
import shutil
import subprocess
import sys

import pytest
from hands import action
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication, QMenu

from vaegui import folders, words
from vaegui.ui import language
from vaegui.ui.preferences import Preferences

ONE, MANY = "{count:,} test image, nats per image", "{count:,} test images, nats per image"


@pytest.fixture
def desktop_speaks(monkeypatch):
    """Have the desktop want these languages, the first one most."""

    class Locale:
        def __init__(self, wanted):
            self._wanted = wanted

        def uiLanguages(self):  # noqa: N802
            return self._wanted

    def set_languages(*wanted):
        monkeypatch.setattr(QLocale, "system", lambda: Locale(wanted))

    monkeypatch.delenv(language.VARIABLE, raising=False)
    set_languages("en-US")
    return set_languages


@pytest.fixture
def silence():
    """English again, whatever was spoken."""
    yield
    words.speak(words.ENGLISH, None)


def test_the_environment_comes_before_what_was_chosen_and_that_before_the_desktop(home, desktop_speaks, monkeypatch):
    assert language.choose() == "en"
    desktop_speaks("it-IT", "en-US")
    assert language.choose() == "it"
    Preferences().language = "en"
    assert language.choose() == "en"
    monkeypatch.setenv(language.VARIABLE, "it")
    assert language.choose() == "it"


def test_any_number_can_be_said(home, monkeypatch, silence):
    monkeypatch.setenv(language.VARIABLE, "it")
    language.begin()
    said = [words.plural(count, ONE, MANY) for count in (1, 2, 2**31, 2**70)]
    assert len(set(said)) == 4
    assert not any("test image" in text for text in said)


@pytest.mark.parametrize(
    ("wanted", "code"),
    [
        (("it",), "it"),
        (("it_CH",), "it"),
        (("it-Latn-IT", "it-IT"), "it"),
        (("fi-FI", "it-IT", "en-US"), "it"),
        (("en-GB", "it-IT"), "en"),
        (("C",), "en"),
        (("ita",), "en"),
        (("",), "en"),
        ((), "en"),
    ],
)
def test_of_the_desktop_it_is_the_first_that_there_is(home, desktop_speaks, wanted, code):
    desktop_speaks(*wanted)
    assert language.choose() == code


@pytest.mark.parametrize("code", ["xx", "", "IT", "it\0", "../it", "🦊"])
def test_a_code_that_nobody_knows_is_passed_over(home, desktop_speaks, monkeypatch, code):
    Preferences().language = code
    assert language.choose() == "en"
    Preferences().language = "it"
    if "\0" not in code:
        monkeypatch.setenv(language.VARIABLE, code)
    assert language.choose() == "it"


def catalogue(folder, content):
    """A folder of the program's in which the Italian catalogue has this content (None: there is none)."""
    place = folder / "translations"
    shutil.copytree(folders.resource("translations"), place)
    if content is None:
        (place / "vaegui_it.qm").unlink()
    else:
        (place / "vaegui_it.qm").write_bytes(content)
    return folder


@pytest.mark.parametrize("content", [None, b"", b"nothing of ours", b"\x3c\xb8\x64\x18\xca\xef\x9c\x95"])
def test_without_a_whole_catalogue_it_is_english(home, desktop_speaks, monkeypatch, tmp_path, silence, content):
    monkeypatch.setenv(language.VARIABLE, "it")
    place = catalogue(tmp_path / "resources", content)
    monkeypatch.setattr(language, "resource", lambda name: place / name)
    language.begin()
    assert words.tr("Quit") == "Quit"
    assert words.plural(2, "{count} image", "{count} images") == "2 images"
    assert words.language() == "en"


# The menu


def languages(window):
    """The entries of View, Language, as they can be seen."""
    menu = next(m for m in window.findChildren(QMenu) if m.title().replace("&", "") == "Language")
    return {entry.text().replace("&", ""): entry for entry in menu.actions()}


def test_it_is_chosen_in_the_menu_by_keys_and_for_the_next_time(qtbot, window):
    found = languages(window)
    assert list(found) == ["The desktop’s", "English", "Italiano"]
    assert [text for text, entry in found.items() if entry.isChecked()] == ["The desktop’s"]
    mnemonics = [entry.text()[entry.text().index("&") + 1].lower() for entry in found.values()]
    assert len(set(mnemonics)) == len(mnemonics)
    menu = next(m for m in window.findChildren(QMenu) if m.title().replace("&", "") == "Language")
    menu.popup(window.mapToGlobal(window.rect().center()))
    qtbot.waitUntil(menu.isVisible)
    qtbot.keyClick(menu, Qt.Key.Key_I)
    assert [text for text, entry in found.items() if entry.isChecked()] == ["Italiano"]
    assert Preferences().language == "it"
    assert window.statusBar().currentMessage() == "The window takes its language when it is opened the next time."
    assert action(window, "Quit").isEnabled()  # nothing is said otherwise until then
    found["The desktop’s"].trigger()
    assert Preferences().language == ""


def test_what_was_chosen_is_ticked_the_next_time_and_an_unknown_language_is_the_desktop_s(window, open_window):
    languages(window)["English"].trigger()
    window.close()
    again = open_window()
    assert [text for text, entry in languages(again).items() if entry.isChecked()] == ["English"]
    again.preferences.language = "xx"
    again.close()
    third = open_window()
    assert [text for text, entry in languages(third).items() if entry.isChecked()] == ["The desktop’s"]


def test_languages_are_found_in_the_palette(qtbot, window):
    palette = window.menus.palette
    palette.toggle()
    qtbot.keyClicks(palette.line, "italiano")
    assert palette.current.place == "View › Language"
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    assert Preferences().language == "it"


def test_every_entry_of_a_menu_has_a_letter_of_its_own(window):
    for menu in window.menus.by_title.values():
        letters = [
            entry.text()[entry.text().index("&") + 1].lower()
            for entry in menu.actions()
            if "&" in entry.text().replace("&&", "")
        ]
        doubles = {letter for letter in letters if letters.count(letter) > 1}
        assert not doubles, (menu.title(), doubles, [entry.text() for entry in menu.actions()])


OPENS = """
import sys
from vaegui.ui import language
language.begin()
from vaegui.ui.app import make_app
app = make_app(["vaegui"])
from vaegui.ui.window import MainWindow
window = MainWindow()
print(*[action.text().replace("&", "") for action in window.menuBar().actions()], sep="|")
print(*[dock.windowTitle() for dock in window.docks.values()], sep="|")
print(*sorted(window.menus.by_title), sep="|")
print(app.translate("QPlatformTheme", "Cancel"))
"""


def opened(**environment):
    """What a window says that is opened in a process of its own: its menus, its panels, the keys of its menus."""
    command = [sys.executable, "-c", OPENS]
    changed = {name: value for name, value in os.environ.items() if name != language.VARIABLE} | environment
    done = subprocess.run(command, env=changed, capture_output=True, text=True, check=True)
    return [line.split("|") for line in done.stdout.splitlines()]


def test_the_next_window_speaks_what_was_chosen(home):
    menus, panels, keys, cancel = opened()
    assert menus[0] == "Run"
    assert menus[-1] == "Help"
    Preferences().language = "it"
    italian, italian_panels, same_keys, annulla = opened()
    assert italian[-1] == "Aiuto"
    assert "Addestra" in italian_panels
    assert len(set(italian_panels)) == len(panels)  # layouts tell tabs apart by them
    assert same_keys == keys
    assert (cancel, annulla) == (["Cancel"], ["Annulla"])
    assert opened(**{language.VARIABLE: "en"})[0] == menus
    assert QApplication.instance() is not None  # this process went on in English
    assert words.language() == "en"

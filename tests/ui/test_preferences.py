"""What the window remembers, and what it makes of a file that somebody or something has spoiled."""

import base64
import json
import random
import sys

import pytest
from PySide6.QtCore import QByteArray

from vaegui.ui.preferences import Preferences
from vaegui.ui.window import MainWindow

NAMES = ("theme", "text_size", "preset", "paper", "last_run", "datasets", "layouts", "layout_seals", "state", "other")


def test_what_is_remembered_is_there_again(home, tmp_path):
    preferences = Preferences()
    preferences.theme = "dark"
    preferences.paper = True
    preferences.last_run = tmp_path / "Größe 😀"
    preferences.set_dataset_folder("mnist", tmp_path)
    preferences.text_size = 125
    preferences.set_layout(
        QByteArray(b"\x00\xff geometry"), {"explore": QByteArray(b"\x01 state"), "teach": QByteArray(b"\x02")}
    )
    again = Preferences()
    assert (again.theme, again.paper, again.last_run) == ("dark", True, tmp_path / "Größe 😀")
    assert (again.text_size, again.preset) == (125, "explore")
    assert (again.dataset_folder("mnist"), again.dataset_folder("kmnist")) == (tmp_path, None)
    geometry, states = again.layout()
    assert bytes(geometry.data()) == b"\x00\xff geometry"
    assert {name: bytes(state.data()) for name, state in states.items()} == {"explore": b"\x01 state", "teach": b"\x02"}
    assert [path.name for path in home.iterdir()] == ["window.json"]


def test_teaching_has_preferences_of_its_own(home):
    preferences = Preferences()
    preferences.theme, preferences.text_size = "dark", 125
    preferences.preset = "teach"
    assert (preferences.theme, preferences.text_size) == ("projector", 150)
    preferences.theme, preferences.text_size = "light", 200
    again = Preferences()
    assert (again.preset, again.theme, again.text_size) == ("teach", "light", 200)
    again.preset = "explore"
    assert (again.theme, again.text_size) == ("dark", 125)


@pytest.mark.parametrize("junk", [None, True, 1, 110, 150.0, "150", "purple", [], {}, [100]])
def test_what_is_no_choice_reads_as_the_default(home, junk):
    home.mkdir()
    (home / "window.json").write_text(json.dumps({"theme": junk, "text_size": junk, "preset": junk}))
    preferences = Preferences()
    assert (preferences.theme, preferences.text_size, preferences.preset) == ("system", 100, "explore")


@pytest.mark.parametrize("spoilt", ["window", "explore", "train"])
def test_one_layout_that_is_spoilt_leaves_the_others(home, spoilt):
    preferences = Preferences()
    preferences.set_layout(QByteArray(b"geometry"), {"explore": QByteArray(b"1"), "train": QByteArray(b"2")})
    path = home / "window.json"
    values = json.loads(path.read_bytes())
    values["layouts"][spoilt] = base64.b64encode(b"another").decode()
    path.write_text(json.dumps(values))
    geometry, states = Preferences().layout()
    assert geometry.isEmpty() == (spoilt == "window")
    assert states.keys() == {"explore", "train"} - {spoilt}


def test_a_file_that_cannot_be_written_is_no_reason_to_stop(home):
    home.write_text("a file where a folder should be")
    preferences = Preferences()
    preferences.theme = "dark"
    preferences.set_layout(QByteArray(b"1"), {"explore": QByteArray(b"2")})
    assert preferences.theme == "dark"
    assert Preferences().theme == "system"


def test_a_file_that_is_too_large_is_kept_aside(home):
    home.mkdir()
    (home / "window.json").write_bytes(b'{"theme": "dark", "other": "' + b"x" * (1 << 20) + b'"}')
    assert Preferences().theme == "system"
    assert (home / "window-broken.json").stat().st_size > 1 << 20


def spoiled(good, chance):
    """A settings file that is no longer what it was: bytes, values or the window's own layout."""
    kind = chance.randrange(4)
    if kind == 0:
        bad = bytearray(good)
        for _ in range(chance.choice((1, 3, 30))):
            place = chance.randrange(len(bad))
            chance.choice((bad.__setitem__, bad.insert))(place, chance.choice((chance.randrange(256), *b'"{}[],:')))
        return bytes(bad[: chance.choice((None, chance.randrange(len(bad))))])
    if kind == 1:
        return chance.randbytes(chance.randrange(2000))
    values = json.loads(good)
    if kind == 2:
        junk = (None, True, -1, 1e308, "", "x" * 5000, "\0", "\ud800", "/", [], [[]], {}, {"mnist": []}, "AAAA")
        for name in chance.sample(NAMES, 3):
            values[name] = chance.choice(junk)
        return json.dumps(values).encode()
    name = chance.choice(("window", "explore"))
    layout = bytearray(base64.b64decode(values["layouts"][name]))
    for _ in range(chance.choice((1, 5, 50))):
        layout[chance.randrange(len(layout))] = chance.randrange(256)
    del layout[chance.choice((len(layout), chance.randrange(len(layout)))) :]
    values["layouts"][name] = base64.b64encode(layout).decode()
    return json.dumps(values).encode()


@pytest.mark.timeout(1200)
def test_the_window_starts_whatever_became_of_its_file(qtbot, home, amount):
    window = MainWindow()
    window.show()
    window.close()
    path, aside = home / "window.json", home / "window-broken.json"
    good = path.read_bytes()
    chance = random.Random(5)
    spoilt = kept = 0
    for _ in range(amount(1000, 40)):
        bad = spoiled(good, chance)
        path.write_bytes(bad)
        aside.unlink(missing_ok=True)
        window = MainWindow()
        window.show()
        qtbot.waitExposed(window)
        assert window.map.isVisible()
        assert window.theme is not None
        try:
            is_table = isinstance(json.loads(bad), dict)
        except ValueError:
            is_table = False
        assert aside.exists() != is_table
        if not is_table:
            assert aside.read_bytes() == bad
            kept += 1
        spoilt += 1
        window.close()
        window.deleteLater()
        assert isinstance(json.loads(path.read_bytes()), dict)
    print(f"\n{spoilt} spoilt settings files: the window started, {kept} of them were kept aside")


def test_nothing_in_a_settings_file_is_ever_run(home):
    """QSettings unpickles what it finds as @Variant: neither it nor pickle may have a part in reading the file."""
    home.mkdir()
    found = []
    sys.addaudithook(lambda event, _: found.append(event) if event.startswith("pickle") else None)
    path = home / "window.json"
    for content in (
        b"[General]\nlast_run=@Variant(\\0\\0\\x4\\0\\0\\0\\0\\x13PySide::PyObject)",
        b"\x80\x04c__main__\n",
    ):
        path.write_bytes(content)
        assert Preferences().last_run is None
    assert found == []

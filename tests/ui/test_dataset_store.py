"""Datasets are read and fetched off the window's thread, and every way it can fail is a sentence."""

import socket
import threading
import time

import pytest
from hands import LEFT, WAIT
from PySide6.QtWidgets import QProgressDialog, QPushButton, QWidget

from vaegui import data, importing, sources
from vaegui.settings import UserError
from vaegui.ui.dataset_store import DatasetStore
from vaegui.ui.preferences import Preferences


@pytest.fixture
def parent(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    qtbot.waitExposed(widget)
    return widget


@pytest.fixture
def store(parent):
    made = DatasetStore(Preferences(), parent)
    yield made
    made.close()


@pytest.fixture
def mute_server(monkeypatch):
    """A mirror that takes connections and never says a word."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        monkeypatch.setenv("VAEGUI_MIRROR", f"http://127.0.0.1:{server.getsockname()[1]}/")
        yield server


def dialog(parent):
    return next((d for d in parent.findChildren(QProgressDialog) if d.isVisible()), None)


def test_digits_are_read_once(qtbot, store, digits):
    assert store.is_here("digits")
    assert store.get("digits") is None
    heard = []
    store.loaded.connect(heard.append)
    for _ in range(3):
        store.load("digits")
    qtbot.waitUntil(lambda: len(heard) == 1, timeout=WAIT)
    first = store.get("digits")
    assert (first.test.pixels == digits.test.pixels).all()
    store.load("digits")
    assert heard == ["digits", "digits"]
    assert store.get("digits") is first


def test_images_that_come_back_while_their_source_is_still_compared_are_read_again(qtbot, store, monkeypatch):
    is_compared = threading.Event()
    monkeypatch.setattr(sources, "is_own", lambda name: True)  # as if somebody had imported the digits
    monkeypatch.setattr(importing, "changes", lambda name: is_compared.wait(WAIT / 1000) and "")
    store.load("digits")
    qtbot.waitUntil(lambda: store.get("digits") is not None, timeout=WAIT)
    assert store.drop("digits")
    store.load("digits")
    with qtbot.waitSignal(store.loaded, timeout=WAIT):
        is_compared.set()
    assert store.get("digits") is not None


def test_what_goes_wrong_with_images_that_were_dropped_meanwhile_is_not_said(qtbot, store, digits, monkeypatch):
    """Their files may be gone for a moment only: whoever puts them back has them read again."""
    are_there, read, heard = threading.Event(), sources.load_steps, []

    def gone_at_first(name, folder=None):
        if are_there.is_set():
            return (yield from read(name, folder))
        are_there.wait(WAIT / 1000)
        raise UserError("They are gone.")

    monkeypatch.setattr(sources, "load_steps", gone_at_first)
    store.failed.connect(heard.append)
    store.load("digits")
    assert store.drop("digits")  # they were about to be there
    store.load("digits")
    with qtbot.waitSignal(store.loaded, timeout=WAIT):
        are_there.set()
    assert (store.get("digits").test.pixels == digits.test.pixels).all()
    assert store.problem("digits") == ""
    assert not heard
    assert not store.drop("shapes")


def test_after_it_was_closed_nothing_is_read(qtbot, store, monkeypatch):
    """A window that closes still shows and hides its panels, which ask for images."""
    is_read, begun = threading.Event(), []

    def slow(name, folder=None):
        begun.append(name)
        yield data.Progress(0, 1, "Reading")
        is_read.wait(WAIT / 1000)

    monkeypatch.setattr(sources, "load_steps", slow)
    store.load("digits")
    qtbot.waitUntil(lambda: begun == ["digits"], timeout=WAIT)
    store.load("digits")
    is_read.set()
    store.close()
    store.load("digits")
    store.load("shapes")
    qtbot.waitUntil(lambda: not store._threads, timeout=WAIT)
    assert begun == ["digits"]


def test_thresholds_are_those_of_every_figure(qtbot, store, digits):
    store.load("digits")
    qtbot.waitUntil(lambda: store.get("digits") is not None, timeout=WAIT)
    expected = data.fixed_thresholds(digits.test.pixels.shape)
    assert (store.thresholds("digits") == expected).all()
    assert store.thresholds("digits") is store.thresholds("digits")


@pytest.mark.parametrize("name", ["mnist", "fashion-mnist", "kmnist", "hieroglyphs"])
def test_nothing_else_is_here_yet(store, name):
    assert not store.is_here(name)


def test_reading_what_is_not_here_is_a_sentence(qtbot, store):
    with qtbot.waitSignal(store.failed, timeout=WAIT) as heard:
        store.load("mnist")
    assert heard.args[0].startswith("No MNIST in")
    assert heard.args[1] == ""
    assert store.get("mnist") is None


def test_after_a_failure_it_can_be_tried_again(qtbot, store, strangers_folder):
    with qtbot.waitSignal(store.failed, timeout=WAIT):
        store.load("mnist")
    qtbot.waitUntil(lambda: not store._threads)
    with qtbot.waitSignal(store.loaded, timeout=WAIT):
        store.use_folder("mnist", strangers_folder)
    assert len(store.get("mnist").train) == 64


def test_a_folder_that_was_given_up_is_not_remembered_with_what_is_read_later(
    qtbot, store, strangers, strangers_folder, monkeypatch
):
    is_given_up = threading.Event()

    def read(name, folder=None):
        if folder is not None:
            is_given_up.wait(WAIT / 1000)
        return strangers
        yield

    monkeypatch.setattr(sources, "load_steps", read)
    store.use_folder("mnist", strangers_folder)
    store.drop("mnist")
    is_given_up.set()
    qtbot.waitUntil(lambda: not store._threads)
    with qtbot.waitSignal(store.loaded):
        store.load("mnist")
    assert store.get("mnist") is strangers
    assert Preferences().dataset_folder("mnist") is None


def test_a_folder_is_remembered_only_when_the_dataset_is_in_it(qtbot, store, tmp_path, strangers_folder):
    with qtbot.waitSignal(store.failed) as heard:
        store.use_folder("mnist", tmp_path)
    assert str(tmp_path) in heard.args[0]
    assert Preferences().dataset_folder("mnist") is None
    with qtbot.waitSignal(store.loaded, timeout=WAIT):
        store.use_folder("mnist", strangers_folder)
    assert Preferences().dataset_folder("mnist") == strangers_folder
    assert store.is_here("mnist")


def test_a_remembered_folder_that_is_gone_is_forgotten(qtbot, store, strangers_folder):
    with qtbot.waitSignal(store.loaded, timeout=WAIT):
        store.use_folder("mnist", strangers_folder)
    for file in strangers_folder.iterdir():
        file.unlink()
    assert not store.is_here("mnist")


def test_closing_while_something_is_read_waits_for_it(store):
    store.load("digits")
    store.close()
    assert all(thread.isFinished() for thread in store._threads.values())


@pytest.mark.parametrize("with_button", [True, False])
def test_a_download_can_be_cancelled_while_nothing_comes(qtbot, parent, store, mute_server, home, with_button):
    store.download("mnist")
    assert dialog(parent).labelText() == "Connecting for MNIST…"
    heard = []
    store.failed.connect(lambda *words: heard.append(words))
    qtbot.waitUntil(lambda: len(list((home / "data").glob(".download-*"))) == 1, timeout=WAIT)
    began = time.perf_counter()
    if with_button:
        qtbot.mouseClick(dialog(parent).findChild(QPushButton), LEFT)
    else:
        dialog(parent).reject()  # what Escape is to a dialog whose button does not hear it
    qtbot.waitUntil(lambda: not store._threads, timeout=WAIT)
    assert time.perf_counter() - began < 10  # the server would keep silent for good
    assert dialog(parent) is None
    assert list((home / "data").iterdir()) == []
    assert heard == []
    assert not store.is_here("mnist")


def test_closing_the_window_ends_a_download(qtbot, store, mute_server, home):
    store.download("mnist")
    qtbot.waitUntil(lambda: len(list((home / "data").glob(".download-*"))) == 1, timeout=WAIT)
    store.close()
    assert list((home / "data").iterdir()) == []


def test_a_download_that_fails_closes_its_dialog_and_says_why(qtbot, parent, store, home):
    home.mkdir()
    (home / "data").write_text("a file where a folder should be")
    with qtbot.waitSignal(store.failed, timeout=WAIT) as heard:
        store.download("mnist")
    assert heard.args[0].startswith(f"Cannot write to {home / 'data'}")
    assert heard.args[1] == ""
    assert dialog(parent) is None
    assert store.get("mnist") is None


def test_what_else_is_read_leaves_the_dialog_of_a_download_alone(qtbot, parent, store, mute_server):
    store.download("mnist")
    with qtbot.waitSignal(store.loaded, timeout=WAIT):
        store.load("digits")
    qtbot.waitUntil(lambda: "digits" not in store._threads)
    assert dialog(parent) is not None


def test_a_second_download_of_the_same_is_not_begun(store, mute_server, parent):
    store.download("mnist")
    first = dialog(parent)
    store.download("mnist")
    assert len(store._threads) == 1
    assert dialog(parent) is first

"""Reporting a problem and looking at the log, from the menu; what Qt says; and the window of an installed program."""

import logging
import os
import subprocess
import sys

import pytest
from hands import LEFT, WAIT, action, press_in_box
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDesktopServices, QIcon
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QFileDialog, QLineEdit, QWidget

from vaegui import desktop, logs
from vaegui.steps import finish
from vaegui.ui import display, messages
from vaegui.ui.dialogs import show_error
from vaegui.ui.reporting import LogDialog, ReportDialog


@pytest.fixture
def log(home):
    logs.begin("a test")
    logs.keep()
    yield lambda: (home / "logs" / "vaegui.log").read_text()
    logs.end("well")


def shown(window, kind):
    """The dialog of a kind that is open, or None."""
    return next((found for found in window.findChildren(kind) if found.isVisible()), None)


def close(qtbot, window, kind):
    dialog = shown(window, kind)
    button = dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Close)
    qtbot.mouseClick(button, LEFT)
    qtbot.waitUntil(lambda: shown(window, kind) is None, timeout=WAIT)


def ready(window):
    return shown(window, ReportDialog).copy_button.isEnabled()


@pytest.mark.timeout(240)
def test_a_report_is_made_copied_and_saved(qtbot, log, window, tmp_path):
    show_error(window, "Something that a test did.", "with details")
    press_in_box(qtbot, window, "OK")
    action(window, "Report a problem…").trigger()
    dialog = shown(window, ReportDialog)
    assert not ready(window)
    assert not dialog.save_button.isEnabled()
    assert dialog.said.text().startswith("Looking at")
    action(window, "Report a problem…").trigger()  # a second time: there is one
    assert len([found for found in window.findChildren(ReportDialog) if found.isVisible()]) == 1
    qtbot.waitUntil(lambda: ready(window), timeout=6 * WAIT)
    report = dialog.text.toPlainText()
    for words in ("vaegui 0.", "Versions", "torch", "Runs", "small"):
        assert words in report
    assert report.index("The end of the log") > report.index("For a bug report, send all of this, and a few words")
    assert "the end of the log (" not in report  # which it has
    assert dialog.text.horizontalScrollBar().maximum() == 0
    assert "ERROR vaegui.ui.dialogs: Something that a test did." in report
    assert "with details" in report
    qtbot.mouseClick(dialog.copy_button, LEFT)
    assert QApplication.clipboard().text() == report
    assert dialog.said.text() == "Copied."
    qtbot.mouseClick(dialog.save_button, LEFT)
    qtbot.waitUntil(lambda: shown(dialog, QFileDialog) is not None, timeout=WAIT)
    line = shown(dialog, QFileDialog).findChild(QLineEdit)
    line.setText(str(tmp_path / "told.txt"))
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: (tmp_path / "told.txt").is_file() and "told.txt" in dialog.said.text(), timeout=WAIT)
    assert (tmp_path / "told.txt").read_text(encoding="utf-8") == report
    close(qtbot, window, ReportDialog)


def test_a_report_is_given_up_with_its_dialog(qtbot, window):
    action(window, "Report a problem…").trigger()
    job = window.menus.reporting._job
    assert job.is_running
    close(qtbot, window, ReportDialog)
    assert not job.is_running
    qtbot.waitUntil(lambda: not job._threads, timeout=WAIT)  # its processes are ended, not waited for
    action(window, "Report a problem…").trigger()  # and the next one is another
    assert not ready(window)
    window.close()
    assert not job._threads or not job._threads[-1].isRunning()


def test_the_log_is_shown_with_the_way_to_its_folder(qtbot, log, window, home, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    action(window, "Show log").trigger()
    dialog = shown(window, LogDialog)
    assert dialog.text.toPlainText() == log().rstrip("\n")
    assert dialog.text.isReadOnly()
    qtbot.waitUntil(dialog.text.hasFocus, timeout=WAIT)
    logging.getLogger("vaegui.x").info("/a/long/path" * 40)
    action(window, "Show log").trigger()
    assert dialog.text.horizontalScrollBar().maximum() == 0
    logging.getLogger("vaegui.x").info("and this")
    action(window, "Show log").trigger()
    assert shown(window, LogDialog) is dialog
    assert dialog.text.toPlainText().endswith("and this")
    end_of_the_link = QPoint(dialog.place.sizeHint().width() - 10, dialog.place.height() // 2)
    qtbot.mouseClick(dialog.place, LEFT, pos=end_of_the_link)
    assert opened == [str(home / "logs")]
    close(qtbot, window, LogDialog)


def test_where_there_is_no_log_it_says_so(qtbot, window):
    action(window, "Show log").trigger()
    dialog = shown(window, LogDialog)
    assert dialog.text.toPlainText() == "There is nothing in the log yet."
    assert dialog.place.text() == "No log could be written."
    close(qtbot, window, LogDialog)


def test_a_folder_that_nobody_may_look_into_is_no_error(qtbot, closed):
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = LogDialog(parent)
    dialog.read()
    assert dialog.text.toPlainText() == "There is nothing in the log yet."
    assert dialog.place.text() == "No log could be written."


def test_opened_runs_and_shown_errors_are_in_the_log(qtbot, log, window):
    window.desk.open_run(window.desk.run.folder.parent / "not there")
    press_in_box(qtbot, window, "OK")
    window.desk.open_run(window.desk.run.folder)
    said = [line.split(" ", 2)[2] for line in log().splitlines()]
    assert said[-1] == f"INFO vaegui.ui.desk: opened “{window.desk.run.name}”"
    assert any(line.startswith("ERROR vaegui.ui.dialogs:") and "not there" in line for line in said)


def test_what_qt_says_is_in_the_log_but_for_what_means_nothing(home):
    """In a process of its own: here the messages are pytest's."""
    program = (
        "from vaegui import logs; logs.begin('a test'); logs.keep()\n"
        "from vaegui.ui import messages; messages.install()\n"
        "from vaegui.ui.app import make_app; app = make_app(['vaegui'])\n"
        "from PySide6.QtWidgets import QWidget; from PySide6.QtCore import qWarning, qCritical, qInfo\n"
        "w = QWidget(); w.setMinimumSize(10, 10); w.show(); app.processEvents(); w.setMaximumSize(50, 50)\n"
        "app.processEvents(); qWarning('a warning'); qCritical('worse'); qInfo('for your information')\n"
        "print(app.desktopFileName(), app.applicationName()); logs.end('well')\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stderr.splitlines() == ["a warning", "worse", "for your information"]
    assert done.stdout == "vaegui vaegui\n"
    said = [line.split(" ", 2)[2] for line in (home / "logs" / "vaegui.log").read_text().splitlines()]
    assert said[1:4] == [
        "WARNING vaegui.ui.messages: a warning",
        "ERROR vaegui.ui.messages: worse",
        "INFO vaegui.ui.messages: for your information",
    ]
    assert messages.MEANINGLESS not in " ".join(said)


def test_why_no_window_can_open_is_told(monkeypatch):
    monkeypatch.setenv("QT_QPA_PLATFORM", "nonsense")
    found = finish(display.look())
    assert "nonsense" in found.problem
    assert found.facts == {}
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    found = finish(display.look())
    assert not found.problem
    assert found.facts["platform"] == "offscreen"
    assert " × " in found.facts["screen 1"]


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="there is no such desktop here")
def test_the_system_tells_a_lesson_by_its_name_and_by_its_content(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    if "update-mime-database" not in desktop.install(["/usr/bin/vaegui"]).told:
        pytest.skip("update-mime-database is not here")
    program = (
        "import sys, zipfile; from PySide6.QtCore import QMimeDatabase\n"
        "with zipfile.ZipFile(sys.argv[1], 'w', zipfile.ZIP_DEFLATED) as z: z.writestr('lesson.json', '{}' * 99)\n"
        "with zipfile.ZipFile(sys.argv[2], 'w', zipfile.ZIP_DEFLATED) as z: z.writestr('other.json', '{}' * 99)\n"
        "kinds = QMimeDatabase(); by = QMimeDatabase.MatchMode\n"
        "print(kinds.mimeTypeForFile('a.vaelesson', by.MatchExtension).name())\n"
        "print(*[kinds.mimeTypeForFile(path, by.MatchContent).name() for path in sys.argv[1:]])\n"
        "print(kinds.mimeTypeForName('application/x-vaelesson').comment())\n"
    )
    files = [str(tmp_path / name) for name in ("one", "other")]
    done = subprocess.run([sys.executable, "-c", program, *files], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == [
        "application/x-vaelesson",
        "application/x-vaelesson application/zip",
        "lesson on latent spaces",
    ]
    assert not QIcon(str(tmp_path / "data/icons/hicolor/scalable/mimetypes/application-x-vaelesson.svg")).isNull()


OPENS = """
import sys
from PySide6.QtCore import QTimer
from vaegui.ui import app, opening
class Watched(opening.Opening):
    def paint(self):
        super().paint()
        self.done.connect(lambda: QTimer.singleShot(300, self.look))
    def look(self):
        window = self._window
        print(window.desk.run.name, len(window.map._codes), window.desk.explorer.decoded.view.image is not None)
        window.close()
app.Opening = Watched
sys.argv = ["vaegui"]
from vaegui.__main__ import main
sys.exit(main())
"""


@pytest.mark.timeout(240)
def test_the_window_of_an_installed_program_opens_on_the_run_that_ships(installed, tmp_path):
    environment = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "VIRTUAL_ENV")}
    environment["QT_QPA_PLATFORM"] = "offscreen"
    command = [installed / "python", "-c", OPENS]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=200)
    assert done.returncode == 0, done.stderr
    assert done.stdout == "mnist-vae-2d 10000 True\n"
    assert done.stderr == ""

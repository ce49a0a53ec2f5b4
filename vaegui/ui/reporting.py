"""What a person needs who reports a fault: a report of this machine and the end of the log, and the log itself.

Nothing is sent from here: the report is copied or saved, and whoever does so decides what becomes of it.
"""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QFontDatabase, QGuiApplication, QTextOption
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFileDialog, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from vaegui import doctor, logs, placing
from vaegui.settings import UserError
from vaegui.ui.dialogs import show_error
from vaegui.ui.display import look
from vaegui.ui.job import Job
from vaegui.words import tr

SIZE = (760, 560)  # pixels
REPORTED, SHOWN = 60, 2000  # lines of the log
NAME = "vaegui-report.txt"
INTRODUCTION = tr(
    "Nothing is sent by itself. Copy or save this, and send it to whoever looks after vaegui where you are, with a few "
    "words: what you did, what you expected, and what happened instead."
)
PARTS = {  # what the doctor looks at, by its words; its report stays in English, for whoever looks after vaegui
    "versions": tr("versions"),
    "device": tr("device"),
    "screen": tr("screen"),
    "folders": tr("folders"),
    "datasets": tr("datasets"),
    "runs": tr("runs"),
}


class Reporting(QObject):
    """Opens the report and the log; the report is made in a thread."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._report: ReportDialog | None = None
        self._log: LogDialog | None = None
        self._job = Job(self)
        self._job.yielded.connect(self._on_yielded)
        self._job.returned.connect(self._on_returned)
        self._job.failed.connect(self._on_failed)

    def report(self) -> None:
        """Have the doctor look at everything, and show what is found."""
        if self._report is None:
            self._report = ReportDialog(self._window)
            self._report.finished.connect(self._on_report_closed)
            self._job.start(lambda: doctor.examine(look))
        _bring(self._report)

    def show_log(self) -> None:
        """Show what the program did."""
        if self._log is None:
            self._log = LogDialog(self._window)
            self._log.finished.connect(self._on_log_closed)
        self._log.read()
        _bring(self._log)

    def _on_yielded(self, words: str) -> None:
        if self._report is not None:
            self._report.set_progress(words)

    def _on_returned(self, found: doctor.Examination) -> None:
        if self._report is not None:
            self._report.set_report(f"{found.as_text(logs.last_lines(REPORTED))}\n")

    def _on_failed(self, sentence: str, details: str) -> None:
        if self._report is not None:
            log = logs.last_lines(REPORTED)
            self._report.set_report(f"{sentence}\n\n{details}\n\n{doctor.LOG_TITLE}\n{log}\n")

    def _on_report_closed(self) -> None:
        self._report = None
        self._job.cancel()

    def _on_log_closed(self) -> None:
        self._log = None


class ReportDialog(QDialog):
    """The report, to be copied or saved."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Report a problem"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*SIZE)
        introduction = QLabel(INTRODUCTION)
        introduction.setWordWrap(True)
        self.text = _text_view(tr("The report"))
        self.said = QLabel()
        self.said.setProperty("muted", True)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.copy_button = self._buttons.addButton(tr("&Copy"), QDialogButtonBox.ButtonRole.ActionRole)
        self.save_button = self._buttons.addButton(tr("&Save…"), QDialogButtonBox.ButtonRole.ActionRole)
        self.copy_button.clicked.connect(self._on_copy)
        self.save_button.clicked.connect(self._on_save)
        self._buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        for widget in (introduction, self.text, self.said, self._buttons):
            layout.addWidget(widget)
        self.set_progress("versions")
        self.text.setFocus()

    def set_progress(self, words: str) -> None:
        """Say what is being looked at; there is nothing to copy yet."""
        self.said.setText(tr("Looking at: {part}…", part=PARTS.get(words, words)))
        self._set_ready(False)

    def set_report(self, report: str) -> None:
        """Show the report."""
        self.text.setPlainText(report)
        self.said.setText("")
        self._set_ready(True)

    def _set_ready(self, ready: bool) -> None:
        self.copy_button.setEnabled(ready)
        self.save_button.setEnabled(ready)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self.said.setText(tr("Copied."))

    def _on_save(self) -> None:
        dialog = QFileDialog(self, tr("Save the report"), str(Path.home() / NAME), tr("Text (*.txt)"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("txt")
        dialog.selectFile(NAME)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._save)
        dialog.open()

    def _save(self, chosen: str) -> None:
        path = Path(chosen)
        try:
            with placing.new_file(path) as temporary:
                temporary.write_text(self.text.toPlainText(), encoding="utf-8")
        except UserError as error:
            show_error(self, str(error))
        else:
            self.said.setText(tr("Saved as {path}.", path=path.name))


class LogDialog(QDialog):
    """The end of the log, and a way to its folder."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Log"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*SIZE)
        self.text = _text_view(tr("The log"))
        self.place = QLabel()
        self.place.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        self.place.linkActivated.connect(self._on_link)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        for widget in (self.place, self.text, buttons):
            layout.addWidget(widget)
        self.text.setFocus()  # and not the link above it

    def read(self) -> None:
        """Read the log again, and show its end."""
        path = logs.path()
        lines = logs.last_lines(SHOWN)
        self.text.setPlainText(lines or tr("There is nothing in the log yet."))
        self.text.moveCursor(self.text.textCursor().MoveOperation.End)
        words = (
            tr("What vaegui did, newest last. It stays on this machine.") if path else tr("No log could be written.")
        )
        link = f' <a href="folder">{tr("Show its folder")}</a>' if os.path.isdir(logs.logs_folder()) else ""
        self.place.setText(f"{words}{link}")

    def _on_link(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(logs.logs_folder())))


def _text_view(name: str) -> QPlainTextEdit:
    view = QPlainTextEdit(readOnly=True)
    view.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
    view.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)  # paths have no word boundaries
    view.setAccessibleName(name)
    view.setTabChangesFocus(True)
    return view


def _bring(dialog: QDialog) -> None:
    dialog.show()
    dialog.activateWindow()

"""A panel that needs a dataset: shows it, or says that the dataset is missing and offers to get it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from vaegui.words import tr


class DatasetGate(QStackedWidget):
    """Show a widget in a scroll area, or why it cannot be shown.

    Signals:
        download_wanted: fetch the dataset.
        folder_wanted: let the user point to a folder.
    """

    download_wanted = Signal()
    folder_wanted = Signal()

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(content)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what is in it takes the keys, and scrolls
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.download_button = QPushButton(tr("Download"))
        self.folder_button = QPushButton(tr("Point to a &folder…"))
        self.download_button.clicked.connect(self.download_wanted)
        self.folder_button.clicked.connect(self.folder_wanted)
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.addStretch()
        layout.addWidget(self._words)
        layout.addSpacing(8)
        for button in (self.download_button, self.folder_button):
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignCenter)
        layout.addStretch()
        self.addWidget(scroll)
        self.addWidget(page)

    @property
    def is_seen(self) -> bool:
        """Whether any part of it is on screen (a tab behind another one is not)."""
        # The panel's region: this widget's own leaves out whatever its children cover, which may be all of it.
        panel = self.parentWidget()
        return self.isVisible() and panel is not None and not panel.visibleRegion().isEmpty()

    def show_content(self) -> None:
        """Show the widget."""
        self.setCurrentIndex(0)

    def show_missing(self, words: str, megabytes: float) -> None:
        """Say why the dataset cannot be shown, and offer to get it."""
        self._words.setText(words)
        self.download_button.setText(tr("Download {megabytes:.0f} MB", megabytes=megabytes))
        self.download_button.setVisible(megabytes > 0)
        self.folder_button.show()
        self.setCurrentIndex(1)

    def show_words(self, text: str) -> None:
        """Say something else in place of the widget."""
        self._words.setText(text)
        self.download_button.hide()
        self.folder_button.hide()
        self.setCurrentIndex(1)

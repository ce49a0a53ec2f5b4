"""The guide: a window of its own with pages at the left and what they say at the right."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, QUrl
from PySide6.QtGui import (
    QBrush,
    QDesktopServices,
    QKeySequence,
    QShortcut,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextTable,
)
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QMainWindow,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from vaegui.glossary import TERMS
from vaegui.ui.help import keys
from vaegui.ui.help.pages import FIRST, KEYS, PAGES, WORDS, has, words_as_html, written
from vaegui.words import tr

NAME = Qt.ItemDataRole.UserRole
SCHEME = "guide"  # of links between pages: guide:map, guide:words#rate
SIZE = (880, 640)
MARGIN, LINE_HEIGHT = 20, 125  # pixels around the text; per cent
GENERATED = {WORDS: tr("Words"), KEYS: tr("Keys")}
NOTHING = tr("No page has these words.")


class Guide(QDialog):
    """Pages, a field that finds words in them, and the page that is shown. It stays beside the window it is about."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.page = ""
        self.setWindowTitle(tr("Guide — vaegui"))
        self.resize(*SIZE)
        self.find_field = QLineEdit()
        self.find_field.setPlaceholderText(tr("Find in all pages"))
        self.find_field.setAccessibleName(tr("Find in all pages"))
        self.find_field.setToolTip(
            tr("Show the pages that have these words (Ctrl+F); Enter goes to the next place on the page")
        )
        self.find_field.setClearButtonEnabled(True)
        self.find_field.textChanged.connect(self._on_find_changed)
        self.find_field.returnPressed.connect(self._find_next)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Pages of the guide"))
        self.list.setSpacing(2)
        for name in PAGES:
            item = QListWidgetItem(GENERATED.get(name) or written(name).title, self.list)
            item.setData(NAME, name)
        self.list.currentItemChanged.connect(self._on_page_chosen)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._nothing = QLabel(NOTHING)
        self._nothing.setProperty("muted", True)
        self._nothing.setWordWrap(True)
        self._nothing.hide()
        self.browser = QTextBrowser()
        self.browser.setAccessibleName(tr("Page of the guide"))
        self.browser.setOpenLinks(False)
        self.browser.anchorClicked.connect(self._on_link)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self._on_find)
        self._left = QWidget()
        column = QVBoxLayout(self._left)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.find_field, self._nothing, self.list):
            column.addWidget(widget)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addWidget(self._left)
        layout.addWidget(self.browser, 1)
        self._fit_list()
        self.list.setCurrentRow(PAGES.index(FIRST))

    def open_page(self, name: str, anchor: str = "") -> None:
        """Show a page, at an anchor of it if there is one, in front of the window."""
        self.find_field.clear()
        self.list.setCurrentRow(PAGES.index(name))
        if name == KEYS:
            self._render()  # panels may have other actions than the last time
        self.show()
        self.raise_()
        self.activateWindow()
        self.browser.setFocus()  # so that the arrow keys scroll
        if anchor:
            self.browser.scrollToAnchor(anchor)

    def changeEvent(self, event: QEvent) -> None:
        """Take other colours and another size of text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange) and self.page:
            self._render()
            QTimer.singleShot(0, self, self._fit_list)  # once the list has the font, too

    def _fit_list(self) -> None:
        """Let all titles be read, whatever the size of text."""
        room = 2 * self.list.frameWidth() + self.list.verticalScrollBar().sizeHint().width()
        self._left.setFixedWidth(self.list.sizeHintForColumn(0) + room)

    def _on_page_chosen(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.data(NAME) != self.page:
            self.page = item.data(NAME)
            self._render()
            self.browser.verticalScrollBar().setValue(0)
            self._find_next()

    def _render(self) -> None:
        """Write the page anew, without losing the place that is read."""
        bar = self.browser.verticalScrollBar()
        share = bar.value() / max(bar.maximum(), 1)
        if self.page == WORDS:
            self.browser.setHtml(words_as_html(term for term in TERMS.values() if has(term, self.find_field.text())))
        elif self.page == KEYS:
            self.browser.setHtml(keys.as_html(self._window))
        else:
            self.browser.setMarkdown(written(self.page).markdown)
        _set_lines_apart(self.browser.document(), self.palette().mid())
        bar.setValue(round(share * bar.maximum()))

    def _on_link(self, url: QUrl) -> None:
        if url.scheme() == SCHEME:
            self.open_page(url.path(), url.fragment())
        else:
            QDesktopServices.openUrl(url)

    # Finding

    def _on_find(self) -> None:
        self.find_field.setFocus()
        self.find_field.selectAll()

    def _on_find_changed(self, wanted: str) -> None:
        items = [self.list.item(row) for row in range(self.list.count())]
        for item in items:
            item.setHidden(not self._page_has(item.data(NAME), wanted))
        left = [item for item in items if not item.isHidden()]
        self._nothing.setVisible(not left)
        if self.page == WORDS:
            self._render()
        if left and self.list.currentItem() not in left:
            self.list.setCurrentItem(left[0])
        else:
            self.browser.moveCursor(QTextCursor.MoveOperation.Start)
            self._find_next()

    def _page_has(self, name: str, wanted: str) -> bool:
        if name == WORDS:
            return any(has(term, wanted) for term in TERMS.values())
        if name == KEYS:
            document = QTextDocument()
            document.setHtml(keys.as_html(self._window))
            text = document.toPlainText()
        else:
            text = written(name).markdown
        return wanted.casefold() in text.casefold()

    def _find_next(self) -> None:
        """Go to the next place of the page that has the words, or to the first one again."""
        wanted = self.find_field.text()
        if wanted and not self.browser.find(wanted):
            self.browser.moveCursor(QTextCursor.MoveOperation.Start)
            self.browser.find(wanted)


def _set_lines_apart(document: QTextDocument, border: QBrush) -> None:
    """Give lines some air, the text a margin, and tables lines that do not shout."""
    document.setDocumentMargin(MARGIN)
    airy = QTextBlockFormat()
    airy.setLineHeight(LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    cursor = QTextCursor(document)
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.mergeBlockFormat(airy)
    for table in document.rootFrame().childFrames():
        if isinstance(table, QTextTable):
            look = table.format()
            look.setBorderBrush(border)
            look.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
            table.setFormat(look)

"""The tour, through a window that speaks a made-up language: each text between brackets. Says what was not translated.

python foreign.py OUT      prints, as JSON in its last line, the texts with words outside brackets and where they are
"""

import json
import re
import sys
from pathlib import Path

from vaegui import words

words.speak("xx", lambda text, count: f"⟦{text}⟧")

import pyqtgraph as pg  # noqa: E402
from PySide6.QtCore import Qt  # noqa: E402
from PySide6.QtGui import QAction  # noqa: E402
from PySide6.QtWidgets import (  # noqa: E402
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialogButtonBox,
    QGraphicsTextItem,
    QGraphicsView,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMainWindow,
    QMenu,
    QProgressBar,
    QTabBar,
    QWidget,
)

from vaegui.ui import tour  # noqa: E402

INNERMOST = re.compile(r"⟦[^⟦⟧]*⟧")
JOINER = "&#8288;"  # which keeps a name on one line
MARKS = re.compile(r"<[^<>]*>|&\w+;")
# What is the same in all languages: names of things and files, symbols, units, keys.
NAMES = re.compile(
    r"mnist-\w+(-\w+)*|digits(-[\w-]+)?|shapes(-[\w-]+)?|[\w-]+\.(png|json|npz|vaelesson|html)|/\S+|--\S+"
    r"|\b(MNIST|ELBO|IWAE|VAE|PSNR|KL|nat|nats|log|exp|argmax|diag|Bernoulli|Σ|dim|max|min|std"
    r"|PNG|SVG|PDF|MP4|GIF|CSV|NPZ|Parquet|ONNX|TensorBoard|PyTorch|PySide6|CPU|cpu|cuda"
    r"|Fashion-MNIST|KMNIST|GELU|ReLU|SiLU|tanh|float32|bfloat16|auto|mps|pixel"
    r"|Ctrl|Shift|Alt|Del|Esc|Home|End|English|Italiano|vaegui)\b"
)
WORD = re.compile(r"[A-Za-z]{3,}")
found = {}


def is_said(text):
    """Whether all words of a text are translated, or are names."""
    text = MARKS.sub(" ", text.replace(JOINER, ""))
    while (less := INNERMOST.sub(" ", text)) != text:
        text = less
    return not WORD.search(NAMES.sub(" ", text))


def texts_of(widget):
    yield from (widget.toolTip(), widget.statusTip(), widget.accessibleName(), widget.accessibleDescription())
    if isinstance(widget, QLabel | QAbstractButton) and not isinstance(widget.parent(), QDialogButtonBox):
        yield widget.text()
    elif isinstance(widget, QGroupBox):
        yield widget.title()
    elif isinstance(widget, QComboBox):
        yield from (widget.itemText(row) for row in range(widget.count()))
    elif isinstance(widget, QLineEdit):
        yield widget.placeholderText()
    elif isinstance(widget, QTabBar):
        yield from (widget.tabText(row) for row in range(widget.count()))
        yield from (widget.tabToolTip(row) for row in range(widget.count()))
    elif isinstance(widget, QProgressBar):
        yield widget.text()
    elif isinstance(widget, QMainWindow):
        yield widget.statusBar().currentMessage()
    elif isinstance(widget, QHeaderView) and widget.model() is not None:
        for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            for place in range(widget.count()):
                yield str(widget.model().headerData(place, widget.orientation(), role) or "")
    elif isinstance(widget, QGraphicsView) and widget.scene() is not None:
        for item in widget.scene().items():
            if isinstance(item, QGraphicsTextItem) and item.isVisible():
                yield item.toPlainText()
            elif isinstance(item, pg.GraphicsObject):
                yield item.toolTip()


def is_foreign(widget):
    """Whether a widget is of Qt or pyqtgraph: arrows of tab bars, and menus that are never shown."""
    if isinstance(widget.parent(), QTabBar):
        return True
    while widget.parentWidget() is not None:
        widget = widget.parentWidget()
    return isinstance(widget, QMenu)


def chain(widget):
    """The classes that a widget is in."""
    names = []
    while widget is not None:
        names.append(widget.objectName() or type(widget).__name__)
        widget = widget.parentWidget()
    return " < ".join(names[:4])


def look():
    """Note what the program shows now and has not translated."""
    for window in QApplication.topLevelWidgets():
        for widget in (window, *window.findChildren(QWidget)):
            if widget.objectName().startswith("qt_") or is_foreign(widget):
                continue
            for text in texts_of(widget):
                if not is_said(text):
                    found.setdefault(text, chain(widget))
            for action in widget.actions():
                for text in (action.text(), action.toolTip()):
                    if isinstance(action, QAction) and not is_said(text.replace("&", "")):
                        found.setdefault(text, f"action of {chain(widget)}")


class Steps:
    """The tour's steps, with a look at everything after each."""

    def __init__(self, steps):
        self._steps = steps

    def __call__(self, window, desk):
        for step in self._steps(window, desk):
            look()
            yield step


tour._steps = Steps(tour._steps)
status = tour.run_tour(Path(sys.argv[1]))
print(json.dumps({"status": status, "found": found}))

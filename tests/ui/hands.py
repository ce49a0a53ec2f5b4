"""A person's hands and eyes: where things are on the screen, what is to be seen there, and how to do things."""

import re

import numpy as np
import pyqtgraph as pg
import torch
from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QAction, QContextMenuEvent, QImage, QKeySequence, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QMenu, QMessageBox, QTabBar, QWidget

from vaegui import explore
from vaegui.ui.commands import plain

WAIT = 20_000  # milliseconds, the most that anything here may take where much else is running
LEFT, MIDDLE, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton, Qt.MouseButton.RightButton
NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier

# Every family of models, as short trainings on digits: what differs from the defaults of ModelConfig and TrainConfig.
_AE = {"family": "autoencoder", "likelihood": "gaussian"}
_SHORT = {"epochs": 2, "learning_rate": 0.01, "device": "cpu"}
FAMILIES = {
    "vae": ({"hidden": (16,)}, _SHORT),
    "cross-entropy": ({"hidden": (16,), "binarisation": "none"}, _SHORT),
    "grey": ({"hidden": (16,), "likelihood": "continuous-bernoulli"}, _SHORT),
    "learned-variance": ({"hidden": (16,), "likelihood": "gaussian-learned"}, _SHORT),
    "denoising": ({"hidden": (16,)}, _SHORT | {"corruption": "masking", "corruption_level": 0.5}),
    "iwae": ({"hidden": (16,)}, _SHORT | {"objective": "iwae", "importance_samples": 4}),
    "one-dimension": ({"hidden": (16,), "latent_size": 1}, _SHORT),
    "autoencoder": (_AE | {"hidden": (16,)}, _SHORT),
    "linear": (_AE | {"hidden": (), "output": "linear"}, _SHORT),
    "greedy": (_AE | {"hidden": (16, 8)}, _SHORT | {"pretraining": "greedy", "layer_epochs": 1}),
    "deep-autoencoder": (_AE | {"hidden": (16,), "latent_size": 3}, _SHORT),
    "em": ({"family": "em", "hidden": (16,)}, _SHORT | {"grid_side": 12, "amortise_epochs": 2, "batch_size": 512}),
    "pixels": ({"family": "pixels"}, {"prior_strength": 20}),
    "gaussian-pixels": ({"family": "pixels", "likelihood": "gaussian-learned"}, {}),
    "grey-pixels": ({"family": "pixels", "likelihood": "continuous-bernoulli"}, {}),
}


# Eyes


def pixels(image):
    """Return a QImage as an array (H, W, 3) uint8."""
    image = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : 3 * image.width()].reshape(image.height(), image.width(), 3).copy()


def seen(widget):
    """Return what a widget shows as an array (H, W, 3) uint8."""
    return pixels(widget.grab().toImage())


def rgb(colour):
    """Return "#rrggbb" as an array (3,)."""
    return np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)], np.uint8)


def has_colour(picture, colour):
    """Count the pixels of exactly this colour."""
    return int((picture == rgb(colour)).all(-1).sum())


def as_bytes(image):
    """Return grey images (..., 1, H, W) in [0, 1] as they should look on screen, (..., H, W, 3) uint8."""
    grey = np.rint(image.clamp(0, 1).numpy()[..., 0, :, :] * 255).astype(np.uint8)
    return np.repeat(grey[..., None], 3, axis=-1)


def decoded_at(model, x, y):
    """Return what a model says is at a place, as it should look on screen."""
    return as_bytes(explore.decode(model, torch.tensor([x, y])))


def box(window):
    """Return the message that is open in front of the window, or None."""
    return next((found for found in window.findChildren(QMessageBox) if found.isVisible()), None)


def training_of(window):
    """Whether something is being trained."""
    return window.desk.training.is_running


def plots(metrics):
    """The plots of bound, rate and distortion, and of EM's steps, from left to right, whether they are shown or not."""
    row = metrics._row
    return [row.itemAt(column).widget().getPlotItem() for column in range(row.count())]


def drawn(plot):
    """Training curve, validation curve and best dot of a plot, each as (x, y) in the plot's coordinates."""
    curves = [item.getData() for item in plot.listDataItems() if isinstance(item, pg.PlotDataItem)]
    dots = [item.getData() for item in plot.items if isinstance(item, pg.ScatterPlotItem)]
    nothing = np.empty(0)
    return *((nothing, nothing) if x is None else (np.array(x, float), np.array(y, float)) for x, y in curves), dots[0]


def instead(panel):
    """What the reconstruction or the denoising panel says in place of its images; nothing when it shows them."""
    return " ".join(label.text() for label in panel.gate.findChildren(QLabel) if label.isVisible())


def says(panel):
    """All words of a panel that can be seen."""
    return " ".join(label.text() for label in panel.findChildren(QLabel) if label.isVisible())


def listed(window):
    """Return the rows of the list of runs as words."""
    tree = window.desk.runs_panel.list
    items = [tree.topLevelItem(i) for i in range(tree.topLevelItemCount())]
    return [[item.text(column) for column in range(tree.columnCount())] for item in items]


def action(window, text):
    """Find an entry of the menus."""
    return next(found for found in window.findChildren(QAction) if found.text().replace("&", "") == text)


# Hands


def settle(widget):
    """Let a plot that was just shown find its axes' widths; until it was painted once, places on it are not final.

    What lies around it then gives way, one after the other: until two rounds of that changed nothing.
    """
    widget.grab()
    places = []
    for _ in range(20):
        QApplication.processEvents()
        places.append([part.geometry() for part in widget.window().findChildren(QWidget)])
        if places[-3:] == [places[-1]] * 3:
            return


def place(latent_map, x, y):
    """Where a latent position is, in pixels of the plot's viewport."""
    return latent_map.plot.mapFromScene(latent_map.view.mapViewToScene(QPointF(x, y)))


def position(latent_map, point):
    """Which latent position is at a pixel of the plot's viewport."""
    there = latent_map.view.mapSceneToView(latent_map.plot.mapToScene(point))
    return there.x(), there.y()


def point_at(widget, point):
    """Move the pointer to a pixel of a widget, the way the system does: widgets learn that it came and went."""
    QTest.mouseMove(widget.window().windowHandle(), widget.mapTo(widget.window(), point))


def wheel(widget, point, notches, modifiers=NONE):
    """Turn the wheel over a pixel of a widget; away from oneself is positive."""
    event = QWheelEvent(
        QPointF(point),
        QPointF(widget.mapToGlobal(point)),
        QPoint(0, 0),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


def drag(qtbot, viewport, path, button=LEFT, modifiers=NONE):
    """Press, move along the pixels of a path, release."""
    qtbot.mousePress(viewport, button, modifiers, path[0])
    for point in path[1:]:
        qtbot.mouseMove(viewport, point)
    qtbot.mouseRelease(viewport, button, modifiers, path[-1])


def press_in_box(qtbot, window, text):
    """Wait for a message and press one of its buttons; returns what the message said."""
    qtbot.waitUntil(lambda: box(window) is not None, timeout=WAIT)
    found = box(window)
    words = f"{found.text()} {found.informativeText()}".strip()
    button = next(b for b in found.buttons() if b.text().replace("&", "") == text)
    qtbot.mouseClick(button, LEFT)
    qtbot.waitUntil(lambda: box(window) is not found, timeout=WAIT)
    return words


def choose_tab(qtbot, window, title):
    """Bring a dock to the front by a click on its tab."""

    def bars():
        visible = [bar for bar in window.findChildren(QTabBar) if bar.isVisible()]
        return [(bar, i) for bar in visible for i in range(bar.count()) if bar.tabText(i) == title]

    # A window that was just opened still has tab bars that Qt is about to throw away.
    qtbot.waitUntil(lambda: len(bars()) == 1)
    bar, index = bars()[0]
    qtbot.mouseClick(bar, LEFT, NONE, bar.tabRect(index).center())


def choose_folder(qtbot, window, folder):
    """Paste a folder into the dialog that asks for one, and press Enter."""
    qtbot.waitUntil(lambda: any(d.isVisible() for d in window.findChildren(QFileDialog)), timeout=WAIT)
    dialog = next(d for d in window.findChildren(QFileDialog) if d.isVisible())
    line = dialog.findChild(QLineEdit)
    # Not typed: the dialog completes what it knows of the disk so far, and no hand types before it knows any of it.
    QApplication.clipboard().setText(str(folder))
    line.selectAll()
    qtbot.keySequence(line, QKeySequence.StandardKey.Paste)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not any(d.isVisible() for d in window.findChildren(QFileDialog)), timeout=WAIT)


def train(qtbot, window, epochs=100_000, hidden=(16,), **training):
    """Fill in the form for digits and click Train."""
    panel = window.desk.train_panel
    panel.dataset.setCurrentIndex(panel.dataset.findData("digits"))
    panel.model_form.set_value("hidden", hidden)
    for name, value in ({"epochs": epochs, "learning_rate": 0.01, "device": "cpu"} | training).items():
        panel.train_form.set_value(name, value)
    qtbot.mouseClick(panel.train_button, LEFT)
    qtbot.waitUntil(lambda: training_of(window), timeout=WAIT)


def train_family(qtbot, window, name, **training):
    """Fill in the form for a family on digits and click Train; what `training` says stands before FAMILIES."""
    panel = window.desk.train_panel
    panel.dataset.setCurrentIndex(panel.dataset.findData("digits"))
    panel.model_form.fill(FAMILIES[name][0])
    panel.train_form.fill(FAMILIES[name][1] | training)
    qtbot.mouseClick(panel.train_button, LEFT)
    qtbot.waitUntil(lambda: training_of(window), timeout=WAIT)


def finish(qtbot, window):
    """Wait until a training is over and its run is open."""
    qtbot.waitUntil(lambda: not training_of(window), timeout=WAIT)


def train_for(qtbot, window, epochs):
    """Let a training that was started go on until some epochs are over."""
    qtbot.waitUntil(lambda: window.desk.metrics.point_counts[1] >= epochs, timeout=WAIT)


def hold(qtbot, window):
    """Click Pause, and wait until nothing more comes."""
    qtbot.mouseClick(window.desk.train_panel.pause_button, LEFT)
    qtbot.waitUntil(lambda: window.desk.training.is_held, timeout=WAIT)
    signals = (window.desk.training.progressed, window.desk.training.figures_added, window.desk.training.snapshot_taken)
    for _ in range(20):
        with qtbot.waitSignals(signals, timeout=400, raising=False, order="none", check_params_cbs=None) as blocker:
            pass
        if not blocker.all_signals_and_args:
            return
    raise AssertionError("training goes on while it is paused")


def stop(qtbot, window):
    """Click Stop, and wait until the run is there."""
    qtbot.mouseClick(window.desk.train_panel.stop_button, LEFT)
    qtbot.waitUntil(lambda: not training_of(window), timeout=WAIT)


def rest(qtbot, window):
    """Pause a training, and wait until the last snapshot has come, too."""
    hold(qtbot, window)
    for _ in range(20):
        with qtbot.waitSignal(window.desk.training.snapshot_taken, timeout=300, raising=False) as late:
            pass
        if not late.signal_triggered:
            return


def menu_at(qtbot, widget, point=None, choose=None):
    """Open the context menu at a pixel of a widget, or by the menu key; returns its entries, and chooses one."""
    by_key = point is None
    point = QPoint(3, 3) if by_key else QPoint(point)
    reason = QContextMenuEvent.Reason.Keyboard if by_key else QContextMenuEvent.Reason.Mouse
    found, seen = [], []

    def look():
        menu = QApplication.activePopupWidget()
        seen.append(menu)
        if not isinstance(menu, QMenu) or menu not in seen[:-1]:
            return  # the platform may have yet to say that it has the keys, and would say so once it is gone
        polls.stop()
        actions = {plain(action.text()): action for action in menu.actions()}
        found.append([text for text in actions if text])
        letters = re.findall("&([^&])", " ".join(a.text().replace("&&", "").upper() for a in menu.actions()))
        assert len(letters) == len(set(letters)), letters
        menu.close()  # first, as by a click: else it takes the keys away from what the entry opens
        if choose is not None:
            actions[choose].trigger()

    polls = QTimer(interval=10)  # some menus are opened by Qt in a loop of their own
    polls.timeout.connect(look)
    polls.start()
    QApplication.sendEvent(widget, QContextMenuEvent(reason, point, widget.mapToGlobal(point)))
    qtbot.waitUntil(lambda: bool(found), timeout=WAIT)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is None, timeout=WAIT)
    return found[0]

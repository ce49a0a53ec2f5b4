"""Figures of panels: to the clipboard, into files, and without a screen for the command line."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Generator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QByteArray, QEventLoop, QMimeData, QObject, QSizeF, QTimer, Signal
from PySide6.QtGui import QAction, QGuiApplication, QImage
from PySide6.QtWidgets import QWidget

from vaegui.settings import UserError
from vaegui.ui.docks import FigureMenu, is_seen
from vaegui.ui.figures.parts import Drawing, has_anything, part_of, record, size_on_screen
from vaegui.ui.figures.style import DPIS, LEAST, MOST, FigureStyle, encode, format_of, image_of, save
from vaegui.ui.job import Job
from vaegui.ui.theme import PRINT, number
from vaegui.ui.window import DOCKS, MainWindow
from vaegui.words import tr

if TYPE_CHECKING:
    from vaegui.ui.desk import Desk
    from vaegui.ui.figures.dialog import FigureDialog

MAP = "map"
WITHOUT = ("train", "runs")  # docks that have forms and lists, and nothing that would be a figure
COPIED_FINER = 2  # times the screen's resolution
POLL_MS = 10
WINDOW = (1440, 900)  # logical pixels, where there is no screen
SECONDS = 600.0  # that a panel may take to compute what it shows
SVG = "image/svg+xml"


class FigureExport(QObject):
    """Copy and save the figures of the window's panels; every panel's context menu offers both.

    Signals:
        failed: a sentence and a traceback.
        told: what was copied or saved.
    """

    failed = Signal(str, str)
    told = Signal(str)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.dialog: FigureDialog | None = None
        self._job, self._measuring, self._saving = Job(self), Job(self), Job(self)
        self._job.returned.connect(self._on_copied)
        self._job.failed.connect(self.failed)
        for name in self.names():
            actions = self.actions(name)
            if name != MAP:
                FigureMenu(window.docks[name], actions)
                continue
            FigureMenu(window.maps, actions)
            for latent_map in window.maps.maps:
                latent_map.addActions(actions)

    def names(self) -> dict[str, str]:
        """The panels that have figures, by their names: what they are called."""
        docks = {name: dock.windowTitle() for name, dock in self._window.docks.items() if name not in WITHOUT}
        return {MAP: tr("Latent map")} | docks

    def actions(self, name: str) -> list[QAction]:
        """What can be done with the figure of a panel, for a menu."""
        copy, ask = QAction(tr("Cop&y figure"), self), QAction(tr("&Save figure…"), self)
        copy.triggered.connect(partial(self.copy, name))
        ask.triggered.connect(partial(self.ask, name))
        return [copy, ask]

    def panel(self, name: str) -> QWidget:
        """The panel of this name."""
        return panel_of(self._window, name)

    def copy(self, name: str, *_: object) -> None:
        """Put the figure of a panel on the clipboard as it is on screen, twice as fine, as an image and as SVG."""
        if not is_seen(self.panel(name)) and name != MAP:
            self._raise_first(name, self.copy)
            return
        try:
            size = size_on_screen(self.panel(name))
            drawing = take(self._window, name, size, is_print=False)
        except UserError as error:
            self.failed.emit(str(error), "")
            return
        finer = COPIED_FINER * self._window.devicePixelRatioF()
        title = self.names()[name]
        self._job.start(lambda: _both(drawing, size, finer, self._window.logicalDpiX(), title))

    def ask(self, name: str, *_: object) -> None:
        """Ask how the figure of a panel should be saved."""
        from vaegui.ui.figures.dialog import FigureDialog

        if not is_seen(self.panel(name)) and name != MAP:
            self._raise_first(name, self.ask)
            return
        if self.dialog is not None:
            self.dialog.close()
        self.dialog = FigureDialog(self._window, name, self.names()[name], self._measuring, self._saving)
        self.dialog.told.connect(self.told)
        self.dialog.finished.connect(self._on_dialog_gone)
        self.dialog.show()

    def close(self) -> None:
        """End what is being drawn."""
        if self.dialog is not None:
            self.dialog.close()
        for job in (self._job, self._measuring, self._saving):
            job.close()

    def _raise_first(self, name: str, then: Callable[[str], None]) -> None:
        """A panel behind another one has no size yet."""
        self._window.docks[name].show()
        self._window.docks[name].raise_()
        QTimer.singleShot(0, self, lambda: then(name) if is_seen(self.panel(name)) else None)

    def _on_dialog_gone(self) -> None:
        if self.sender() is self.dialog:  # and not one that another took the place of
            self.dialog = None

    def _on_copied(self, result: tuple[QImage, bytes, str]) -> None:
        image, svg, title = result
        content = QMimeData()
        content.setImageData(image)
        content.setData(SVG, QByteArray(svg))
        QGuiApplication.clipboard().setMimeData(content)
        width, height = (number(side, 0) for side in (image.width(), image.height()))
        self.told.emit(tr("Copied “{title}”: {width} × {height} pixels.", title=title, width=width, height=height))


def panel_of(window: MainWindow, name: str) -> QWidget:
    """The panel of this name.

    Raises:
        UserError: when there is none that has a figure.
    """
    return window.maps if check_name(name) == MAP else window.panel(name)


def check_name(name: str) -> str:
    """Return the name of a panel that has a figure.

    Raises:
        UserError: when it has none.
    """
    names = (MAP, *(dock for dock in DOCKS if dock not in WITHOUT))
    if name not in names:
        raise UserError(f"There is no panel “{name}” that has a figure; choose one of {', '.join(names)}.")
    return name


def take(window: MainWindow, name: str, size: QSizeF, is_print: bool) -> Drawing:
    """Record what the figure of a panel is now, at a size in logical pixels.

    Raises:
        UserError: when there is nothing to see yet.
    """
    panel = panel_of(window, name)
    if not has_anything(part_of(panel), panel):
        title = tr("Latent map") if name == MAP else window.docks[name].windowTitle()
        raise UserError(tr("There is nothing to draw in “{panel}” yet: the panel says what to do first.", panel=title))
    return record(panel, size.width(), size.height(), PRINT if is_print else window.theme, window.theme)


def take_styled(window: MainWindow, name: str, style: FigureStyle) -> Drawing:
    """`take`, as a style has it."""
    return take(window, name, style.logical(window.logicalDpiX()), style.theme == "print")


def draw_figure(window: MainWindow, panel: str, style: FigureStyle, out: Path) -> None:
    """Draw the figure of a panel into a file: PNG, SVG or PDF, by its name.

    Raises:
        UserError: when there is nothing to see, or the file cannot be written; what was there is kept then.
    """
    format_of(out)
    drawing = take_styled(window, panel, style)
    for _ in save(drawing, style, out, f"vaegui: {panel}"):
        pass


def run_figure(
    run: str,
    panel: str,
    out: Path,
    *,
    width: float | None = None,
    height: float | None = None,
    dpi: int | None = None,
    font_scale: float | None = None,
    colours: Literal["print", "light", "dark"] = "print",
    layers: str | None = None,
) -> int:
    """Open a run without a screen, wait until a panel shows what it computes, and draw its figure into a file.

    Nothing that the window remembers is changed. Returns the exit status.

    Args:
        run: folder or name of a run.
        panel: the name of a panel.
        out: the file, whose name ends in .png, .svg or .pdf.
        width: inches; None for the width of two columns.
        height: inches; None for the panel's own proportions.
        dpi: dots to the inch of what is an image; None for 300.
        font_scale: text against its size on screen; None for 1.
        colours: of print, or of a theme of the window.
        layers: of the map, with commas between them; None for its points.

    Raises:
        UserError: when there is no such run, panel or layer, nothing to see, or the file cannot be written.
    """
    from vaegui import runs

    format_of(out)
    check_name(panel)
    usual = FigureStyle()
    style = FigureStyle(
        usual.width_in if width is None else width,
        usual.height_in if height is None else height,
        usual.font_scale if font_scale is None else font_scale,
        usual.dpi if dpi is None else dpi,
        "print" if colours == "print" else "screen",
    )
    runs.load(run)  # before half a second is spent on a window
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from vaegui.ui.app import make_app
    from vaegui.ui.desk import Desk

    app = make_app(["vaegui"])
    window = MainWindow()
    window.preferences.is_kept = False
    with contextlib.closing(window):
        desk = Desk(window)
        desk.finish()
        window.apply_theme("dark" if colours == "dark" else "light")
        window.show()
        window.resize(*WINDOW)
        window.size_docks()
        desk.open_first_run(run)
        if layers is not None:
            _switch(window, layers)
        show_measured(window, desk, panel)
        if height is None:
            size = size_on_screen(panel_of(window, panel))
            style = replace(style, height_in=min(style.width_in * size.height() / size.width(), MOST))
        draw_figure(window, panel, style, out)
    app.processEvents()
    return 0


def _switch(window: MainWindow, layers: str) -> None:
    """Show these layers of the map, and no others."""
    known = window.maps.switches.named_layers
    wanted = [name.strip() for name in layers.split(",") if name.strip()]
    for name in wanted:
        if name not in known:
            raise UserError(f"The map has no layer “{name}”; choose among {', '.join(known)}.")
        if known[name] not in window.map.layers:
            raise UserError(f"The map of this run has no layer “{name}”.")
    for name, action in known.items():
        action.setChecked(name in wanted)


def show_measured(window: MainWindow, desk: Desk, panel: str) -> None:
    """Bring a panel to the front, have it compute what it shows, and wait for that.

    Raises:
        UserError: when that takes too long.
    """
    datasets = desk.datasets
    name = desk.run.config.dataset if desk.run is not None else ""
    if panel != MAP:
        window.docks[panel].show()
        window.docks[panel].raise_()
    _wait(lambda: datasets.get(name) is not None or bool(datasets.problem(name)) or not datasets.is_here(name), 60)
    measures: dict[str, tuple[Callable[[], None], Callable[[], bool]]] = {
        "noise": (desk.studies.noise.controls.button.click, lambda: desk.studies.is_busy),
        "figures": (desk.studies.figures.controls.button.click, lambda: desk.studies.is_busy),
        "few-labels": (desk.studies.few_labels.measure_button.click, lambda: desk.studies.is_busy),
        "gaps": (desk.gaps_panel.controls.button.click, lambda: desk.gap_study.is_busy),
        "gradients": (desk.gradients_panel.controls.button.click, lambda: desk.gradient_lab.is_busy),
        "factors": (desk.factors_panel.button.click, lambda: desk.factor_study.is_busy),
    }
    if panel in measures:
        measure, is_busy = measures[panel]
        if not is_busy():
            measure()
        if not _wait(lambda: not is_busy(), SECONDS):
            raise UserError(f"“{panel}” was not measured within {SECONDS / 60:.0f} minutes; nothing was drawn.")
        return
    shown = panel_of(window, panel)
    is_there = (lambda: window.map.is_drawn) if panel == MAP else (lambda: has_anything(part_of(shown), shown))
    if not _wait(is_there, 60 if panel == MAP else 10) and panel == MAP:
        raise UserError("The map was not drawn within a minute; nothing was written.")
    _wait(lambda: False, 0.3)  # for what is drawn a moment later, such as words about the target


def _wait(condition: Callable[[], bool], seconds: float) -> bool:
    """Let the window live until something has happened or the time is over."""
    loop = QEventLoop()
    poll = QTimer(interval=POLL_MS)
    poll.timeout.connect(lambda: loop.quit() if condition() else None)
    poll.start()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()
    poll.stop()
    return condition()


def _both(
    drawing: Drawing, size: QSizeF, finer: float, per_inch: int, title: str
) -> Generator[float, None, tuple[QImage, bytes, str]]:
    """Draw a figure as an image, so many times finer than on screen, and as SVG."""
    image = yield from image_of(drawing, round(finer * size.width()), round(finer * size.height()))
    width, height = (min(max(side / per_inch, LEAST), MOST) for side in (size.width(), size.height()))
    dpi = min(max(round(finer * per_inch), DPIS[0]), DPIS[1])
    svg = yield from encode(drawing, FigureStyle(width, height, dpi=dpi), "svg", title)
    return image, svg, title

"""What context menus offer for what is under the pointer: images, places on the map, drawn images, runs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QAction, QDesktopServices, QGuiApplication, QImage
from PySide6.QtWidgets import QMenu, QWidget

from vaegui import runs
from vaegui.settings import UserError
from vaegui.ui.image_menu import Entry, ImageMenu
from vaegui.ui.map_driver import MapDriver
from vaegui.ui.theme import number
from vaegui.words import plural, tr

if TYPE_CHECKING:
    from vaegui.ui.desk import Desk


class ContextMenus(QObject):
    """Tie what panels show to what can be done with it.

    Signals:
        told: words for the status bar.
        failed: a sentence and a traceback.
    """

    told = Signal(str)
    failed = Signal(str, str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk, self._window, self._explorer = desk, desk.window, desk.explorer
        self._menus: list[ImageMenu] = []
        explorer = self._explorer
        self._offer("decoded", explorer.decoded.view, self._name_decoded, self._for_decoded)
        self._offer(
            "decoded", explorer.decoded.rival_view, lambda _: tr("decoded by the second run"), self._for_decoded
        )
        self._offer("decoded", explorer.decoded.variance_view, lambda _: tr("variance of the decoded pixels"), _nothing)
        for name, panel in (("reconstruction", explorer.reconstruction), ("denoising", explorer.denoising)):
            self._offer(
                name,
                panel.table,
                partial(self._name_table_row, panel.image_of),
                partial(self._for_table_row, panel.image_of),
            )
        self._offer("samples", explorer.samples.sheet, self._name_sample, self._for_sample)
        self._offer("selection", desk.selection_panel.sheet, self._name_row, lambda row, _: self._for_row(row))
        self._offer("dimensions", desk.dimensions_panel.rows, self._name_traversal, self._for_traversal, False)
        self._offer("path", desk.path_panel.strip, self._name_frame, self._for_frame, False)
        self._offer("draw", desk.draw_panel.pictures, lambda n: desk.draw_panel.pictures.CAPTIONS[n], _nothing)
        for driver in explorer.drivers:
            driver.map.menu_wanted.connect(partial(self._fill_map_menu, driver))
        desk.runs_panel.reveal_wanted.connect(self._reveal)
        desk.runs_panel.export_wanted.connect(self._export)
        desk.runs_panel.told.connect(self.told)
        desk.metrics.told.connect(self.told)

    def close(self) -> None:
        """Remove what was dragged out from the folder for such things."""
        for menu in self._menus:
            menu.close()

    def _offer(
        self,
        panel: str,
        widget: QWidget,
        name_of: Callable[[int], str],
        entries: Callable[[int, QImage], Sequence[Entry]],
        drags: bool = True,
    ) -> None:
        more = self._desk.sharing.figures.actions(panel)
        menu = ImageMenu(widget, name_of, entries, more, self._desk.preferences, drags)
        menu.told.connect(self.told)
        menu.failed.connect(self.failed)
        self._menus.append(menu)

    # Images

    def _name_decoded(self, _: int) -> str:
        (x, y), names = self._explorer.map.target, self._explorer.map.names
        if names is None:
            return tr("decoded at ({x}, {y})", x=number(x), y=number(y))
        return tr("decoded at {right} {x}, {up} {y}", right=names[0], x=number(x), up=names[1], y=number(y))

    def _name_sample(self, number_of: int) -> str:
        return tr("generated image {index}", index=number_of + 1)

    def _name_traversal(self, number_of: int) -> str:
        row, value = self._desk.dimensions_panel.rows.value_at(number_of)
        return tr("{name} = {value}", name=row.name, value=number(value))

    def _for_traversal(self, number_of: int, image: QImage) -> list[Entry]:
        row, value = self._desk.dimensions_panel.rows.value_at(number_of)
        return [
            (tr("Send the &target there"), lambda: self._desk.dimensions.move(row.index, value)),
            (tr("Put it on the &pad"), lambda: self._put_on_pad(image, self._name_traversal(number_of))),
        ]

    def _name_frame(self, number_of: int) -> str:
        return tr("image {index} along the path", index=number_of + 1)

    def _name_row(self, row: int) -> str:
        return tr("test image {row}", row=row)

    def _name_table_row(self, image_of: Callable[[int], int], number_of: int) -> str:
        return self._name_row(self._explorer.row_in_strip(image_of(number_of)))

    def _for_table_row(self, image_of: Callable[[int], int], number_of: int, _: QImage) -> list[Entry]:
        return self._for_row(self._explorer.row_in_strip(image_of(number_of)))

    def _for_decoded(self, number_of: int, image: QImage) -> list[Entry]:
        return [(tr("Put it on the &pad"), lambda: self._put_on_pad(image, tr("decoded image")))]

    def _for_row(self, row: int) -> list[Entry]:
        return [
            (tr("Send the &target to its code"), lambda: self._explorer.show_row(row)),
            (tr("Put the test image on the &pad"), lambda: self._put_test_image_on_pad(row)),
            (tr("Look at its &bound"), lambda: self._look_at_bound(row)),
        ]

    def _for_sample(self, number_of: int, image: QImage) -> list[Entry]:
        return [
            (tr("Send the &target to its code"), lambda: self._explorer.samples.code_chosen.emit(number_of)),
            (tr("Put it on the &pad"), lambda: self._put_on_pad(image, self._name_sample(number_of))),
        ]

    def _for_frame(self, number_of: int, image: QImage) -> list[Entry]:
        strip = self._desk.path_panel.strip
        return [
            (tr("Send the &target there"), lambda: strip.scrubbed.emit(strip.share_of(number_of))),
            (tr("Put it on the &pad"), lambda: self._put_on_pad(image, self._name_frame(number_of))),
        ]

    def _put_on_pad(self, image: QImage, title: str) -> None:
        self._desk.guests.show_picture(image, title)

    def _put_test_image_on_pad(self, row: int) -> None:
        self._explorer.choose(row)
        self._desk.guests.show_test_image()

    def _look_at_bound(self, row: int) -> None:
        self._explorer.choose(row)
        self._window.docks["bound"].show()
        self._window.docks["bound"].raise_()

    # The map

    def _fill_map_menu(self, driver: MapDriver, menu: QMenu, x: float, y: float) -> None:
        """Put what can be done at a place before the map's own entries."""
        first = menu.actions()[0] if menu.actions() else None
        coordinates = f"({number(x, 3)}, {number(y, 3)})"

        def add(text: str, act: Callable[[], object], is_enabled: bool = True) -> None:
            action = QAction(text, menu)
            action.triggered.connect(lambda: act())
            action.setEnabled(is_enabled)
            menu.insertAction(first, action)  # type: ignore[arg-type]

        can_pin = driver in self._explorer.shown_drivers and driver.model is not None and not driver.map.message
        add(
            tr("&Copy coordinates {coordinates}", coordinates=coordinates), lambda: self._copy_coordinates(driver, x, y)
        )
        add(tr("Set a pin &here"), lambda: self._desk.walking.set_pin(driver, x, y), can_pin)
        row = driver.row_of(driver.map.nearest(x, y))
        if row >= 0:
            add(
                tr("&Nearest image: {image}", image=self._describe(driver, row)),
                lambda: self._explorer.show_row(row),
            )
        menu.insertSeparator(first)  # type: ignore[arg-type]

    def _describe(self, driver: MapDriver, row: int) -> str:
        subject, images = driver.subject, driver.images
        if subject is None or images is None or not subject.classes or row >= len(images):
            return tr("test image {row:,}", row=row)
        name = subject.classes[int(images.labels[row])].replace("&", "&&")
        return tr("test image {row:,}, “{name}”", row=row, name=name)

    def _copy_coordinates(self, driver: MapDriver, x: float, y: float) -> None:
        if driver.plane is not None:
            code = driver.code_at(x, y).tolist()
            QGuiApplication.clipboard().setText(", ".join(f"{value:.6g}" for value in code))
            count = len(code)
            self.told.emit(plural(count, "Copied: the coordinate of z.", "Copied: all {count} coordinates of z."))
            return
        QGuiApplication.clipboard().setText(f"{x:.6g}, {y:.6g}")
        self.told.emit(tr("Copied: z = ({x}, {y}).", x=number(x, 3), y=number(y, 3)))

    # Runs

    def _reveal(self, folder: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self.told.emit(tr("No file manager answered. The run is in {folder}.", folder=folder))

    def _export(self, folder: Path, kind: str) -> None:
        try:
            run = runs.load(folder)
        except UserError as error:
            self.failed.emit(str(error), "")
            return
        exporting = self._desk.sharing.exporting
        if kind == "page":
            exporting.ask_for_page(run)
        elif kind == "models":
            exporting.ask_for_models(run)
        else:
            exporting.ask_for_logs(run, self._desk.sharing.images_of(run))


def _nothing(number_of: int, image: QImage) -> list[Entry]:
    return []

"""What the right button, the menu key and a drag offer for what is under them."""

from pathlib import Path

import numpy as np
import pytest
from hands import LEFT, NONE, WAIT, box, choose_tab, menu_at, pixels, place
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDrag, QDragEnterEvent, QDragMoveEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMenu

from vaegui.ui.image_view import from_qimage, to_qimage, to_rgb

FIGURE = ["Copy figure", "Save figure…"]


def clipboard_image():
    return pixels(QApplication.clipboard().image())


def on_pad(window):
    return window.desk.draw_panel.pad.image


# Images


def test_an_image_of_the_strip_offers_what_can_be_done_with_it(window, qtbot):
    explorer, table = window.desk.explorer, window.desk.explorer.reconstruction.table
    point = table.row_rect(2).center().toPoint()
    point.setX(40)
    entries = ["Send the target to its code", "Put the test image on the pad", "Look at its bound"]
    assert menu_at(qtbot, table, point) == [*entries, "Copy image", "Save image…", *FIGURE]
    menu_at(qtbot, table, point, "Send the target to its code")
    code = explorer.drivers[0].code_of(2)
    assert window.map.target == pytest.approx(code)
    menu_at(qtbot, table, point, "Put the test image on the pad")
    assert np.array_equal(on_pad(window), explorer.drivers[0].images.pixels[2].numpy())
    assert not window.docks["draw"].visibleRegion().isEmpty()
    menu_at(qtbot, table, table.row_rect(1).center().toPoint(), "Look at its bound")
    assert explorer.drivers[0].chosen == 1
    assert not window.docks["bound"].visibleRegion().isEmpty()


def test_the_image_under_the_pointer_is_copied(window, qtbot):
    table = window.desk.explorer.reconstruction.table
    row = table.rows[1]
    for column, share in enumerate((1 / 6, 1 / 2, 5 / 6)):
        point = QPoint(round(share * table.width()), round(table.row_rect(1).center().y()))
        menu_at(qtbot, table, point, "Copy image")
        assert np.array_equal(clipboard_image(), pixels(row.images[column]))


def test_between_images_the_panel_s_own_menu_opens(window, qtbot):
    assert menu_at(qtbot, window.desk.explorer.reconstruction.table, QPoint(5, 2)) == FIGURE


def test_the_menu_key_is_for_the_current_image(window, qtbot):
    table = window.desk.explorer.reconstruction.table
    qtbot.mouseClick(table, LEFT, NONE, table.row_rect(1).center().toPoint())
    qtbot.keyClick(table, Qt.Key.Key_Down)
    menu_at(qtbot, table, choose="Copy image")
    assert np.array_equal(clipboard_image(), pixels(table.rows[2].images[0]))


def test_ctrl_c_copies_the_image_that_has_the_focus(window, qtbot):
    view = window.desk.explorer.decoded.view
    qtbot.mouseClick(view, LEFT)
    assert view.hasFocus()
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert np.array_equal(clipboard_image(), pixels(view.image))
    sheet = window.desk.explorer.samples.sheet
    choose_tab(qtbot, window, "Samples")
    qtbot.waitUntil(lambda: sheet.image is not None, timeout=WAIT)
    qtbot.mouseClick(sheet, LEFT, NONE, sheet.cell_rect(9).center().toPoint())
    qtbot.keyClick(sheet, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert np.array_equal(clipboard_image(), pixels(sheet.image)[8:16, 8:16])


@pytest.mark.parametrize("paper", [False, True])
def test_the_decoded_image_goes_to_the_pad_as_it_is(window, qtbot, paper):
    if paper:
        window.menus.paper_action.trigger()
    view = window.desk.explorer.decoded.view
    entries = ["Put it on the pad", "Copy image", "Save image…", *FIGURE]
    assert menu_at(qtbot, view, view.rect().center(), "Put it on the pad") == entries
    shown = pixels(view.image)[None, :, :, 0]
    assert np.array_equal(on_pad(window), 255 - shown if paper else shown)
    assert window.desk.draw_panel.pad.origin == "decoded image"


def test_an_image_is_saved_where_it_is_wanted(window, qtbot, tmp_path):
    view, file = window.desk.explorer.decoded.view, tmp_path / "seven.png"
    menu_at(qtbot, view, view.rect().center(), "Save image…")
    dialog = next(d for d in window.findChildren(QFileDialog) if d.isVisible())
    line = dialog.findChild(QLineEdit)
    assert line.text().startswith("decoded-at-(")
    line.setText(str(file))
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(file.is_file, timeout=WAIT)
    assert np.array_equal(pixels(QImage(str(file))), pixels(view.image))
    assert window.preferences.export_folder == tmp_path


def test_an_image_that_cannot_be_saved_is_told(window, qtbot, tmp_path):
    view = window.desk.explorer.decoded.view
    menu = next(menu for menu in window.desk.context_menus._menus if menu.parent() is view)
    menu._save(view.image, tmp_path / "no" / "such" / "folder.png")
    qtbot.waitUntil(lambda: box(window) is not None, timeout=WAIT)
    assert "Nothing there was changed; choose another place." in box(window).text()
    box(window).close()


def test_generated_images_send_the_target_and_go_to_the_pad(window, qtbot):
    samples = window.desk.explorer.samples
    choose_tab(qtbot, window, "Samples")
    qtbot.waitUntil(lambda: samples.sheet.image is not None, timeout=WAIT)
    point = samples.sheet.cell_rect(11).center().toPoint()
    menu_at(qtbot, samples.sheet, point, "Send the target to its code")
    assert window.map.target == pytest.approx(window.desk.explorer._sample_codes[11].tolist())
    menu_at(qtbot, samples.sheet, point, "Put it on the pad")
    assert np.array_equal(on_pad(window)[0], pixels(samples.sheet.image)[8:16, 24:32, 0])


def test_selected_images_have_the_menu_too(window, qtbot):
    sheet = window.desk.selection_panel.sheet
    window.desk.selecting.select(np.array([4, 7, 9]))
    choose_tab(qtbot, window, "Select")
    qtbot.waitUntil(lambda: sheet.rows == [4, 7, 9], timeout=WAIT)
    point = sheet.visualRect(sheet.model().index(1, 0)).center()
    menu_at(qtbot, sheet.viewport(), point, "Put the test image on the pad")
    images = window.desk.explorer.drivers[0].images
    assert np.array_equal(on_pad(window), images.pixels[7].numpy())


@pytest.mark.parametrize(("channels", "paper"), [(1, False), (1, True), (3, False)])
def test_a_picture_comes_back_as_the_pixels_it_was_made_of(channels, paper, torch_images):
    image = torch_images(channels)
    back = from_qimage(to_qimage(to_rgb(image / 255, paper)), channels, paper)
    assert np.array_equal(back, image.numpy().astype(np.uint8))


@pytest.fixture
def torch_images():
    import torch

    generator = torch.Generator().manual_seed(1)
    return lambda channels: torch.randint(0, 256, (channels, 5, 7), generator=generator).float()


# Dragging out


def drag_out(widget, start):
    """Press on an image and move; returns what is in the hand (without a screen, nothing can be done with it)."""
    QTest.mousePress(widget, LEFT, NONE, start)
    QTest.mouseMove(widget, start + QPoint(4, 0))
    assert widget.findChildren(QDrag) == []
    QTest.mouseMove(widget, start + QPoint(30, 20))
    QTest.mouseRelease(widget, LEFT, NONE, start + QPoint(30, 20))
    return [drag.mimeData() for drag in widget.findChildren(QDrag)]


def test_an_image_is_dragged_out_as_a_file_and_as_an_image(window, qtbot):
    view, table = window.desk.explorer.decoded.view, window.desk.explorer.reconstruction.table
    for widget, point, shown in (
        (view, view.rect().center(), view.image),
        (table, QPoint(table.width() // 2, round(table.row_rect(1).center().y())), table.rows[1].images[1]),
    ):
        (content,) = drag_out(widget, point)
        assert np.array_equal(pixels(content.imageData()), pixels(shown))
        (file,) = [url.toLocalFile() for url in content.urls()]
        assert file.endswith(".png")
        assert np.array_equal(pixels(QImage(file)), pixels(shown))


def test_what_was_dragged_out_is_gone_with_the_window(open_window, own_run):
    window = open_window(own_run.folder)
    view = window.desk.explorer.decoded.view
    (content,) = drag_out(view, view.rect().center())
    file = Path(content.urls()[0].toLocalFile())
    assert file.is_file()
    window.close()
    assert not file.parent.exists()


def test_an_image_that_is_let_go_where_it_came_from_is_not_brought_in(window):
    view = window.desk.explorer.decoded.view
    content = QMimeData()
    content.setImageData(view.image)
    here = view.mapTo(window, view.rect().center())
    there = window.map.mapTo(window, window.map.rect().center())

    class FromView(QDragMoveEvent):
        def source(self):
            return view

    enter = QDragEnterEvent(here, Qt.DropAction.CopyAction, content, LEFT, NONE)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()  # it goes on to be followed
    taken = []
    for point in (here, there):
        event = FromView(point, Qt.DropAction.CopyAction, content, LEFT, NONE)
        QApplication.sendEvent(window, event)
        taken.append(event.isAccepted())
    assert taken == [False, True]


# The map


def test_the_map_offers_what_can_be_done_at_a_place(window, qtbot):
    x, y = window.desk.explorer.drivers[0].code_of(5)
    entries = menu_at(qtbot, window.map.plot.viewport(), place(window.map, x, y), "Set a pin here")
    assert entries[0].startswith("Copy coordinates (")
    assert entries[1] == "Set a pin here"
    assert entries[2].startswith("Nearest image: test image ")
    assert entries[-2:] == FIGURE
    assert [f"test image {pin.row}" for pin in window.desk.walking.pins] == [entries[2].split(": ")[1].split(",")[0]]
    menu_at(qtbot, window.map.plot.viewport(), place(window.map, x, y), entries[0])
    copied = [float(word) for word in QApplication.clipboard().text().split(",")]
    assert copied == pytest.approx([x, y], abs=0.05)
    menu_at(qtbot, window.map.plot.viewport(), place(window.map, x, y), entries[2])
    row = window.desk.explorer.drivers[0].chosen
    assert window.map.target == pytest.approx(window.desk.explorer.drivers[0].code_of(row))


def test_by_the_menu_key_the_place_is_the_target(window, qtbot):
    window.map.set_target(0.25, -0.5)
    assert menu_at(qtbot, window.map.plot.viewport())[0] == "Copy coordinates (0.250, −0.500)"


def test_shift_f10_opens_the_menu_of_what_has_the_focus(window, qtbot):
    window.map.plot.setFocus()
    qtbot.keyClick(window.map.plot, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu), timeout=WAIT)
    menu = QApplication.activePopupWidget()
    assert menu.actions()[0].text().startswith("&Copy coordinates")
    menu.close()


def test_the_legend_shows_one_class_or_all(window, qtbot):
    buttons = window.maps._class_buttons()
    entries = menu_at(qtbot, buttons[3], QPoint(4, 4), "Show only “3”")
    assert entries == ["Hide “3”", "Show only “3”", "Show all classes", *FIGURE]
    assert window.maps.switches.hidden == set(range(10)) - {3}
    menu_at(qtbot, buttons[5], QPoint(4, 4), "Show all classes")
    assert window.maps.switches.hidden == set()
    menu_at(qtbot, buttons[5], QPoint(4, 4), "Hide “5”")
    assert window.maps.switches.hidden == {5}
    entries = menu_at(qtbot, buttons[5], QPoint(4, 4), "Show “5”")
    assert entries[0] == "Show “5”"
    assert window.maps.switches.hidden == set()


# Lists


def test_the_list_of_runs_offers_what_can_be_done_with_a_run(window, qtbot, own_run):
    choose_tab(qtbot, window, "Runs")
    panel = window.desk.runs_panel
    panel.select(own_run.folder)
    point = panel.list.visualItemRect(panel.list.currentItem()).center()
    entries = menu_at(qtbot, panel.list.viewport(), point, "Copy command")
    assert entries == [
        "Open",
        "Compare with the open run",
        "Continue its training",
        "Rename",
        "Show in the file manager",
        "Copy command",
        "Copy this row",
        "Export",
        "Move to trash",
    ]
    assert QApplication.clipboard().text() == own_run.config.command
    qtbot.keyClick(panel.list, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text().split("\t")[0] == own_run.name


def test_a_run_is_ticked_from_its_menu(window, qtbot):
    choose_tab(qtbot, window, "Runs")
    panel = window.desk.runs_panel
    other = next(item for item in panel._items() if item.text(0) == "digits-vae-2d")
    panel.list.setCurrentItem(other)
    point = panel.list.visualItemRect(other).center()
    menu_at(qtbot, panel.list.viewport(), point, "Compare with the open run")
    assert [folder.name for folder in panel.ticked] == ["digits-vae-2d"]
    assert panel.compare_action.isChecked()
    menu_at(qtbot, panel.list.viewport(), point, "Compare with the open run")
    assert panel.ticked == []


def test_another_run_than_the_open_one_is_exported(window, qtbot, tmp_path):
    panel = window.desk.runs_panel
    panel.select(next(folder for folder in panel.folders if folder.name == "digits-vae-2d"))
    export = next(a for a in panel.list.actions() if a.menu() is not None)
    next(a for a in export.menu().actions() if "Web" in a.text()).trigger()
    dialog = next(d for d in window.findChildren(QFileDialog) if d.isVisible())
    assert dialog.selectedFiles()[0].endswith("digits-vae-2d.html")
    dialog.reject()


def test_a_pin_is_renamed_from_its_menu(window, qtbot):
    choose_tab(qtbot, window, "Path")
    panel = window.desk.path_panel
    qtbot.mouseClick(panel.pin_button, LEFT)
    panel.list.setCurrentRow(0)
    point = panel.list.visualItemRect(panel.list.item(0)).center()
    entries = menu_at(qtbot, panel.list.viewport(), point, "Rename")
    assert entries[:2] == ["Rename", "Remove"]
    assert entries[-2:] == FIGURE
    editor = panel.list.viewport().findChild(QLineEdit)
    editor.setText("here")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: [pin.name for pin in window.desk.walking.pins] == ["here"], timeout=WAIT)


def test_one_image_from_elsewhere_is_removed(window, qtbot):
    guests = window.desk.guests
    images = np.arange(1, 4, dtype=np.uint8)[:, None, None, None] * np.full((3, 1, 8, 8), 80, np.uint8)
    guests.take([(name, image) for name, image in zip("abc", images, strict=True)])
    strip = window.desk.draw_panel.guests
    qtbot.waitUntil(strip.isVisible, timeout=WAIT)
    strip.setFocus()
    strip.setCurrentRow(1)
    qtbot.keyClick(strip, Qt.Key.Key_Delete)
    assert [guest.title for guest in guests.guests] == ["a", "c"]
    assert not window.desk.draw_panel.pad.is_empty
    strip.setCurrentRow(0)
    point = strip.visualItemRect(strip.item(0)).center()
    menu_at(qtbot, strip.viewport(), point, "Remove this image")
    assert [guest.title for guest in guests.guests] == ["c"]


def test_the_curves_are_copied_as_a_table(window, qtbot):
    entries = menu_at(qtbot, window.desk.metrics._widgets["bound"].viewport(), QPoint(30, 30), "Copy the values as CSV")
    assert entries == ["Copy the values as CSV", *FIGURE]
    lines = QApplication.clipboard().text().splitlines()
    assert lines[0] == "curve,epoch,ELBO,rate,distortion"
    rows = window.desk.run.metrics
    validation = [line.split(",") for line in lines if line.startswith("validation")]
    assert len(validation) == len(rows)
    for cells, row in zip(validation, rows, strict=True):
        assert [float(cell) for cell in cells[1:]] == pytest.approx(
            [row.epoch, row.validation_bound, row.validation_rate, row.validation_distortion], rel=1e-5
        )


def test_the_dataset_offers_to_be_read_again(window, qtbot):
    entries = menu_at(qtbot, window.desk.train_panel.dataset, QPoint(4, 4))
    assert [entry.rstrip("…") for entry in entries] == ["Read again", "Remove"]


def test_the_images_along_a_path_can_be_copied(window, qtbot):
    walking, strip = window.desk.walking, window.desk.path_panel.strip
    choose_tab(qtbot, window, "Path")
    walking.set_pin(window.desk.explorer.drivers[0], 0.0, 0.0)
    walking.set_pin(window.desk.explorer.drivers[0], 1.0, 1.0)
    qtbot.waitUntil(lambda: bool(strip.walks), timeout=WAIT)
    point = strip.frame_rect(0, 4).center()
    assert strip.image_at(QPointF(point))[0] == 4
    menu_at(qtbot, strip, point.toPoint(), "Copy image")
    assert np.array_equal(clipboard_image(), pixels(strip.walks[0].frames[4]))
    menu_at(qtbot, strip, point.toPoint(), "Send the target there")
    assert window.desk.path_panel.position == pytest.approx(4 / 11, abs=0.01)

"""What a screen reader is told, and that whoever works with keys sees where they go."""

import gc

import numpy as np
import pytest
from hands import NONE, WAIT, seen
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import QDialog, QProgressBar, QWidget
from superqt import QElidingLabel

from vaegui.ui.accessible import FocusFrame
from vaegui.ui.dialogs import ask, show_error
from vaegui.ui.image_view import ImageSheet, ImageView
from vaegui.ui.latent_map import describe_nearby
from vaegui.ui.pins import Pin
from vaegui.ui.theme import number
from vaegui.ui.waterfall import Amount, Parts, Waterfall

Text, Role = QAccessible.Text, QAccessible.Role
LEAST_CONTRAST = 3.0  # WCAG 2, 1.4.11 and 2.4.11: of what shows the focus


def told(widget):
    """Role, name, value and description of a widget, as assistive technology gets them."""
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None
    assert interface.isValid()
    texts = (interface.text(kind) for kind in (Text.Name, Text.Value, Text.Description))
    return interface.role(), *texts


def name_of(widget):
    return told(widget)[1]


def working(root):
    """What can be worked with below a widget, and is there to be seen."""
    for widget in root.findChildren(QWidget):
        is_there = widget.window() is root.window() and widget.isVisibleTo(root) and widget.focusProxy() is None
        if is_there and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield widget


def nameless(root):
    return [f"{type(widget).__name__} in {chain(widget)}" for widget in working(root) if not name_of(widget).strip()]


def chain(widget):
    """The classes that a widget is in."""
    names = []
    while widget is not None:
        names.append(widget.objectName() or type(widget).__name__)
        widget = widget.parentWidget()
    return " < ".join(names[:5])


def raise_dock(qtbot, dock):
    dock.show()
    dock.raise_()
    qtbot.waitUntil(lambda: not dock.visibleRegion().isEmpty(), timeout=WAIT)


def description_of(qtbot, widget, wanted):
    qtbot.waitUntil(lambda: wanted in told(widget)[3], timeout=WAIT)
    return told(widget)[3]


# Names and roles


def test_all_that_takes_keys_has_a_name_in_each_panel(window, qtbot):
    for dock in [*window.docks.values(), window.desk.teaching.dock]:
        raise_dock(qtbot, dock)
        assert nameless(dock) == []
    assert nameless(window) == []
    # A window of plain areas would have no names either: there is something to be named.
    assert len(list(working(window))) > 60


def test_nothing_that_is_read_out_has_the_marks_of_formatted_text(window, qtbot):
    for dock in window.docks.values():
        raise_dock(qtbot, dock)
    marked = [
        (chain(widget), told(widget)[3])
        for widget in window.findChildren(QWidget)
        if widget.isVisible() and ("</" in told(widget)[3] or "<br>" in told(widget)[3])
    ]
    assert marked == []


def test_images_plots_and_the_pad_say_what_they_are(window):
    desk = window.desk
    roles = {
        window.map.plot: Role.Chart,
        desk.explorer.decoded.view: Role.Graphic,
        desk.explorer.reconstruction.table: Role.Graphic,
        desk.explorer.samples.sheet: Role.Graphic,
        desk.path_panel.strip: Role.Graphic,
        desk.metrics._widgets["bound"]: Role.Chart,
        desk.bound_panel.waterfall: Role.Chart,
        desk.draw_panel.pad: Role.Canvas,
        desk.runs_panel.list: Role.Tree,
        desk.selection_panel.sheet: Role.List,
        desk.train_panel.bar: Role.ProgressBar,
    }
    assert {name_of(widget): told(widget)[0] for widget in roles} == {
        name_of(widget): role for widget, role in roles.items()
    }


def opened(which, window, qtbot, tmp_path):
    """One of the window's dialogs, opened as the window does."""
    desk = window.desk
    if which == "import":
        folder = tmp_path / "images"
        folder.mkdir()
        picture = QImage(8, 8, QImage.Format.Format_Grayscale8)
        picture.fill(100)
        assert picture.save(str(folder / "a.png"))
        desk.intake.import_from(folder)
        qtbot.waitUntil(lambda: not desk.intake.dialog.is_busy, timeout=WAIT)
        return desk.intake.dialog
    if which == "dataset":
        desk.selecting.select(np.arange(20))
        desk.sharing.make_dataset()
        return desk.sharing.dialog
    if which == "figure":
        desk.sharing.figures.ask("curves")
        return desk.sharing.figures.dialog
    if which == "film":
        desk.walking.set_pins((Pin("1", (0.0, 0.0)), Pin("2", (1.0, 1.0))))
        qtbot.waitUntil(lambda: len(desk.walking.paths) == 1, timeout=WAIT)
        desk.sharing.filming.ask("path")
        return desk.sharing.filming.dialog
    if which == "editor":
        desk.teaching.new()
        return desk.teaching.editor
    if which == "error":
        return show_error(window, "Something went wrong. All is kept.", "Traceback")
    return ask(window, "Really?", "It can be taken back.", {"Yes": lambda: None})


@pytest.mark.parametrize("which", ["import", "dataset", "figure", "film", "editor", "error", "question"])
def test_all_that_takes_keys_has_a_name_in_each_dialog(which, window, qtbot, tmp_path):
    dialog = opened(which, window, qtbot, tmp_path)
    assert nameless(dialog) == []
    assert len(list(working(dialog))) > 0
    assert dialog.windowTitle() or which in ("error", "question")
    for bar in dialog.findChildren(QProgressBar):
        assert bar.accessibleName()
    dialog.close()
    qtbot.waitUntil(lambda: not [d for d in window.findChildren(QDialog) if d.isVisible()], timeout=WAIT)


# Values and descriptions


def test_the_map_and_the_image_say_what_is_at_the_target(window, qtbot):
    latent_map = window.map
    latent_map.set_target(0.4, -0.3)
    near = describe_nearby(latent_map.nearby(0.4, -0.3), window.desk.explorer.subject.classes)
    said = description_of(qtbot, latent_map.plot, "z = (0.40, −0.30)")
    assert name_of(latent_map.plot) == "Latent map"
    assert near in said
    assert "Layers shown: Points." in said
    view = window.desk.explorer.decoded.view
    assert name_of(view) == "Decoded image"
    assert told(view)[3].startswith(f"Decoded image at z = (0.40, −0.30). {near}")
    latent_map.switches.prior.trigger()
    latent_map.switches.set_hidden(3, True)
    said = description_of(qtbot, latent_map.plot, "Classes hidden: 3.")
    assert "Layers shown: Points, Prior." in said


def test_a_map_that_is_not_there_says_why(window, qtbot):
    window.map.set_message("This model has no map.")
    assert description_of(qtbot, window.map.plot, "This model has no map.") == "This model has no map."


def test_curves_say_where_they_end(window, own_run):
    rows, best = own_run.metrics, own_run.config.best_epoch
    for term, title in (("bound", "ELBO"), ("rate", "Rate"), ("distortion", "Distortion")):
        role, name, _, said = told(window.desk.metrics._widgets[term])
        assert (role, name) == (Role.Chart, title)
        value = number(getattr(rows[-1], f"validation_{term}"))
        assert said.startswith(f"{title} {value} nats per image, validation, epoch {number(rows[-1].epoch, 1)}.")
        assert said.endswith(f"The best epoch is {number(best, 1)}.")


def test_tables_and_sheets_say_which_image_keys_are_at(window, qtbot):
    explorer = window.desk.explorer
    table = explorer.reconstruction.table
    assert told(table)[3] == "8 rows of images: image, reconstruction, difference"
    table.setFocus(Qt.FocusReason.TabFocusReason)
    assert told(table)[3].startswith("Row 1 of 8")
    qtbot.keyClick(table, Qt.Key.Key_Down)
    nats, decibel = table.rows[1].captions[1:]
    assert told(table)[3] == f"Row 2 of 8, reconstruction {nats}, difference {decibel}"
    raise_dock(qtbot, window.docks["samples"])
    qtbot.waitUntil(lambda: explorer.samples.sheet.image is not None, timeout=WAIT)
    qtbot.keyClick(explorer.samples.sheet, Qt.Key.Key_End)
    assert told(explorer.samples.sheet)[3] == "Image 64 of 64, row 8, column 8"


def test_images_of_a_contact_sheet_are_read_out_one_by_one(window, qtbot):
    raise_dock(qtbot, window.docks["selection"])
    window.desk.selecting.select(np.array([3, 1, 4]))
    sheet = window.desk.selection_panel.sheet
    qtbot.waitUntil(lambda: len(sheet.rows) == 3, timeout=WAIT)
    interface = QAccessible.queryAccessibleInterface(sheet)
    names = [interface.child(i).text(Text.Name) for i in range(interface.childCount())]
    for row in sheet.rows:
        assert sum(name.startswith(f"test image {row}, ") for name in names) == 1


def test_the_waterfall_says_its_figures():
    waterfall = Waterfall()
    assert told(waterfall)[3] == ""
    waterfall.set_parts(Parts(Amount(-100.0), Amount(95.0), Amount(7.5), Amount(-102.5), Amount(2.5)))
    assert told(waterfall)[3] == (
        "In nats per image: −distortion −95.00, rate 7.50, ELBO −102.50, KL(q ‖ p(z|x)) 2.50, log p(x) −100.00"
    )


def test_what_is_cut_off_on_screen_is_whole_for_a_screen_reader(window, qtbot):
    for dock in window.docks.values():
        raise_dock(qtbot, dock)
        for label in dock.findChildren(QElidingLabel):
            assert name_of(label) == label.text()
            assert "…" not in name_of(label).rstrip("…")


# Safe, and free where nobody listens


def test_what_is_told_outlives_no_widget(window, qtbot):
    """Every widget is asked, all are destroyed, and new ones asked again: Qt owns what our factory made."""
    for _ in range(3):
        holder = QWidget()
        inside = [ImageView(holder), ImageSheet(3, holder), Waterfall(holder)]
        asked = [QAccessible.queryAccessibleInterface(widget) for widget in inside]
        assert [interface.role() for interface in asked] == [Role.Graphic, Role.Graphic, Role.Chart]
        del asked
        gc.collect()
        assert [told(widget)[0] for widget in inside] == [Role.Graphic, Role.Graphic, Role.Chart]
        del inside
        holder.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
    assert len(all_below(QAccessible.queryAccessibleInterface(window))) > 300


def all_below(interface):
    """Role and name of everything below an interface, as a screen reader walks through it."""
    found = [(interface.role(), interface.text(Text.Name))]
    for index in range(min(interface.childCount(), 40)):
        child = interface.child(index)
        if child is not None and child.isValid():
            found += all_below(child)
    return found


def test_a_screen_reader_may_come_and_go(window, qtbot):
    QAccessible.setActive(True)
    try:
        window.map.plot.setFocus()
        for key in (Qt.Key.Key_Right, Qt.Key.Key_PageDown, Qt.Key.Key_Return):
            qtbot.keyClick(window.map.plot, key)
        description_of(qtbot, window.map.plot, f"z = ({number(window.map.target[0])}")
        raise_dock(qtbot, window.docks["samples"])
    finally:
        QAccessible.setActive(False)


def test_a_dragged_target_is_described_once_it_rests(window, qtbot):
    before = told(window.map.plot)[3]
    for step in range(20):
        window.map.set_target(0.01 * step, 0.0)
        assert told(window.map.plot)[3] == before  # nothing is written per frame
    description_of(qtbot, window.map.plot, "z = (0.19, 0.00)")


# Visible focus


def luminance(rgb):
    """Relative luminance of colours (..., 3) uint8, as WCAG 2 defines it."""
    parts = rgb / 255
    linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    return linear @ np.array([0.2126, 0.7152, 0.0722])


def contrast(one, other):
    """Contrast of colours (..., 3) uint8, from 1 to 21."""
    a, b = luminance(one), luminance(other)
    return (np.maximum(a, b) + 0.05) / (np.minimum(a, b) + 0.05)


def test_contrast_is_as_wcag_has_it():
    black, white, grey = (np.array(rgb) for rgb in ((0, 0, 0), (255, 255, 255), (118, 118, 118)))
    assert contrast(black, white) == pytest.approx(21)
    assert contrast(grey, white) == pytest.approx(4.54, abs=0.01)  # the best known pair of all


def around(window, widget):
    """The pixels of the window where a widget lies."""
    area = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size()) & window.rect()
    return seen(window)[area.top() : area.bottom() + 1, area.left() : area.right() + 1]


@pytest.mark.parametrize("choice", ["light", "dark"])
def test_whoever_uses_keys_sees_where_they_go(choice, window, qtbot):
    window.apply_theme(choice)
    for names in (
        ("train", "decoded", "reconstruction", "curves"),
        ("runs", "denoising", "path"),
        ("draw", "samples", "few-labels"),
        ("selection", "gaps"),
    ):
        for name in names:
            raise_dock(qtbot, window.docks[name])
        window.map.plot.setFocus()
        stops = []
        while True:
            qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
            widget = window.focusWidget()
            if widget in stops:
                break
            stops.append(widget)
            focused = around(window, widget)
            elsewhere = stops[0] if widget is not stops[0] else window.map.plot
            elsewhere.setFocus(Qt.FocusReason.TabFocusReason)
            changed = contrast(focused, around(window, widget)) >= LEAST_CONTRAST
            assert changed.sum() >= 20, f"{chain(widget)} looks as if it had no focus"
            widget.setFocus(Qt.FocusReason.TabFocusReason)
        assert window.map.plot in stops
        assert len(stops) > 20


def test_a_click_brings_no_line_and_a_key_does(window, qtbot):
    plot = window.map.plot

    def frames():
        return [frame for frame in plot.findChildren(FocusFrame) if frame.isVisible()]

    qtbot.mouseClick(plot.viewport(), Qt.MouseButton.LeftButton, NONE, plot.viewport().rect().center())
    assert window.focusWidget() is plot
    assert frames() == []
    qtbot.keyClick(plot, Qt.Key.Key_Right)
    assert len(frames()) == 1
    qtbot.mouseClick(plot.viewport(), Qt.MouseButton.LeftButton, NONE, plot.viewport().rect().center())
    assert frames() == []

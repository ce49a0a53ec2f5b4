"""Light and dark: readable, everywhere, and as the desktop wishes."""

import itertools

import numpy as np
import pyqtgraph as pg
import pytest
from colours import contrast
from hands import LEFT, NONE, WAIT, action, choose_tab, has_colour, pixels, rgb, seen, settle
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QGuiApplication, QPalette
from PySide6.QtWidgets import QAbstractButton, QStyle, QStyleOptionViewItem, QTreeWidget, QTreeWidgetItem

from vaegui.comparison import NOISE_LEVELS
from vaegui.ui import theme
from vaegui.ui.theme import (
    CLASS_COLOURS,
    DARK,
    LETTERS,
    LIGHT,
    PROJECTOR,
    Axis,
    class_rgb,
    letter_icon,
    number,
    resolve,
    run_colour,
)

THEMES = pytest.mark.parametrize("chosen", [LIGHT, DARK, PROJECTOR], ids=lambda chosen: chosen.name)


@THEMES
def test_class_colours_can_be_told_from_the_ground_and_from_one_another(chosen):
    assert all(contrast(colour, chosen.base) > 1.5 for colour in CLASS_COLOURS)
    distances = [np.abs(rgb(a).astype(int) - rgb(b)).sum() for a, b in itertools.combinations(CLASS_COLOURS, 2)]
    assert min(distances) > 60


def test_class_colours_repeat_after_ten():
    colours = class_rgb(13)
    assert colours.dtype == np.uint8
    assert (colours[10:] == colours[:3]).all()
    assert (colours[0] == rgb(CLASS_COLOURS[0])).all()
    assert len(np.unique(colours, axis=0)) == 10


@THEMES
def test_colours_of_runs_can_be_told_from_the_ground_and_from_one_another(chosen):
    colours = [run_colour(chosen, index) for index in range(6)]
    assert colours[0] == chosen.accent
    for ground in (chosen.base, chosen.window):
        assert min(contrast(colour, ground) for colour in colours) >= 3
    distances = [np.abs(rgb(a).astype(int) - rgb(b)).sum() for a, b in itertools.combinations(colours, 2)]
    assert min(distances) > 60


@THEMES
def test_colours_of_runs_repeat_after_six(chosen):
    colours = [run_colour(chosen, index) for index in range(14)]
    assert len(set(colours)) == 6
    assert colours[6:12] == colours[:6]
    assert colours[12:] == colours[:2]


def icon_of(chosen, index):
    return pixels(letter_icon(chosen, index).pixmap(QSize(64, 64)).toImage())


@THEMES
def test_a_letter_stands_on_the_colour_of_its_run(qapp, chosen):
    for index in (0, 1, 5, 6, 25):
        picture = icon_of(chosen, index)
        assert picture.shape == (64, 64, 3)
        assert has_colour(picture, run_colour(chosen, index)) > 64 * 64 * 0.5
        rows, columns = np.nonzero((picture[6:58, 6:58] == rgb(chosen.base)).all(-1))
        assert 100 < len(rows) < 64 * 64 * 0.35
        assert abs((rows.min() + rows.max()) / 2 - 25.5) < 5
        assert abs((columns.min() + columns.max()) / 2 - 25.5) < 3


def test_each_letter_is_another(qapp):
    """With the colour aside: after six the letter alone tells runs apart."""
    inks = [(icon_of(LIGHT, index) == rgb(LIGHT.base)).all(-1)[6:58, 6:58] for index in range(len(LETTERS))]
    assert len({ink.tobytes() for ink in inks}) == len(LETTERS) == 26
    assert inks[8].sum() < inks[12].sum() / 2  # an I and an M


@pytest.mark.parametrize(("choice", "expected"), [("light", LIGHT), ("dark", DARK), ("projector", PROJECTOR)])
def test_a_choice_is_a_choice(qapp, choice, expected):
    assert resolve(choice) is expected


@THEMES
def test_the_palette_takes_the_theme(qapp, chosen):
    theme.apply(qapp, chosen)
    palette = qapp.palette()
    for role, colour in (
        (QPalette.ColorRole.Window, chosen.window),
        (QPalette.ColorRole.Base, chosen.base),
        (QPalette.ColorRole.Text, chosen.text),
        (QPalette.ColorRole.PlaceholderText, chosen.muted),
        (QPalette.ColorRole.Highlight, chosen.accent),
    ):
        assert palette.color(role).name() == colour


def box_of(tree, item):
    """Where the box before the words of an item is."""
    option = QStyleOptionViewItem()
    tree.initViewItemOption(option)
    option.rect = tree.visualRect(tree.indexFromItem(item, 0))
    option.features |= QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
    return tree.style().subElementRect(QStyle.SubElement.SE_ItemViewItemCheckIndicator, option, tree)


def part(picture, area):
    return picture[area.top() : area.bottom() + 1, area.left() : area.right() + 1]


@pytest.mark.parametrize("percent", [100, 200])
@THEMES
def test_a_ticked_box_in_a_list_has_a_tick_also_where_the_row_is_selected(qtbot, qapp, chosen, percent):
    theme.apply(qapp, chosen)
    theme.set_text_size(qapp, percent)
    tree = QTreeWidget()
    qtbot.addWidget(tree)
    tree.setSelectionMode(QTreeWidget.SelectionMode.MultiSelection)
    items = [QTreeWidgetItem(tree, [f"run {i}"]) for i in range(4)]
    for item in items:
        item.setCheckState(0, Qt.CheckState.Unchecked)
    tree.resize(400, 300)
    tree.show()
    qtbot.waitExposed(tree)
    for item in items[2:]:
        row = tree.visualItemRect(item)
        qtbot.mouseClick(tree.viewport(), LEFT, NONE, QPoint(row.right() - 5, row.center().y()))
    for item in items[1::2]:
        qtbot.mouseClick(tree.viewport(), LEFT, NONE, box_of(tree, item).center())
    assert [item.checkState(0) == Qt.CheckState.Checked for item in items] == [False, True] * 2
    assert [item.isSelected() for item in items] == [False, False, True, True]
    picture = seen(tree.viewport())
    for item in items:
        box = box_of(tree, item)
        inside = part(picture, box.adjusted(3, 3, -3, -3))
        ink = (contrast(inside, chosen.base) >= 3).mean()
        if item.checkState(0) == Qt.CheckState.Checked:
            assert 0.1 < ink < 0.7
        else:
            assert (inside == rgb(chosen.base)).all()
            assert (contrast(part(picture, box), chosen.base) >= 3).any()
    theme.set_text_size(qapp, 100)


@THEMES
def test_the_buttons_of_a_panel_stand_out_from_its_title(qtbot, window, chosen):
    action(window, chosen.name.capitalize()).trigger()
    settle(window)
    dock = window.docks["decoded"]
    picture = seen(window)
    for name in ("qt_dockwidget_floatbutton", "qt_dockwidget_closebutton"):
        button = dock.findChild(QAbstractButton, name)
        area = button.rect().translated(button.mapTo(window, QPoint()))
        assert contrast(part(picture, area), chosen.window).max() >= 3
    qtbot.mouseClick(dock.findChild(QAbstractButton, "qt_dockwidget_closebutton"), LEFT)
    assert not dock.isVisible()


def looks(window, chosen):
    """Whether map, curves and the window itself are drawn in a theme."""
    settle(window)
    for part in (window.map.plot, window.desk.metrics):
        picture = seen(part)
        if has_colour(picture, chosen.base) < picture.shape[0] * picture.shape[1] / 2:
            return False
    return has_colour(seen(window), chosen.window) > 50_000


def test_the_menu_switches_the_whole_window(window):
    action(window, "Light").trigger()
    assert looks(window, LIGHT)
    assert not looks(window, DARK)
    action(window, "Dark").trigger()
    assert looks(window, DARK)
    assert not looks(window, LIGHT)
    assert window.preferences.theme == "dark"
    action(window, "Projector").trigger()
    assert looks(window, PROJECTOR)
    assert not looks(window, DARK)
    action(window, "System").trigger()
    assert looks(window, LIGHT)
    assert window.preferences.theme == "system"


def test_a_projector_gets_thicker_lines_and_larger_points(window):
    action(window, "Light").trigger()
    settle(window)
    ink, points = has_colour(seen(window.desk.metrics), LIGHT.accent), points_of(window)
    action(window, "Projector").trigger()
    settle(window)
    assert has_colour(seen(window.desk.metrics), PROJECTOR.accent) > 1.4 * ink
    assert points_of(window) > 1.2 * points  # many cover one another


def points_of(window):
    """How many pixels of the map have the colour of a class."""
    picture = seen(window.map.plot)
    return sum(has_colour(picture, colour) for colour in CLASS_COLOURS)


def drawn_noise(window):
    """How many levels of noise are drawn, over kinds and lines: what is measured is drawn a little later."""
    plots = window.panel("noise").findChildren(pg.PlotWidget)
    items = [item for plot in plots for item in plot.getPlotItem().listDataItems()]
    return sum(len(item.xData) for item in items if isinstance(item, pg.PlotDataItem) and item.xData is not None)


@pytest.mark.parametrize("name", ["dark", "projector"])
@pytest.mark.parametrize(
    "tab", ["Train", "Runs", "Draw", "Bound", "Denoise", "Samples", "Select", "Path", "Figures", "Noise", "Few labels"]
)
def test_a_window_that_is_switched_looks_like_one_that_was_opened_so(qtbot, open_window, own_run, tab, name):
    def picture():
        window = open_window(own_run.folder)
        qtbot.waitUntil(lambda: len(window.desk.explorer.reconstruction.table.rows) > 0, timeout=WAIT)
        if switched:
            for other in ("light", "dark", "projector", name):
                window.apply_theme(other)
        choose_tab(qtbot, window, tab)
        if tab == "Bound":
            qtbot.waitUntil(lambda: window.desk.bound_panel.waterfall.parts is not None, timeout=WAIT)
        if tab == "Noise":
            qtbot.waitUntil(lambda: drawn_noise(window) == 2 * 3 * len(NOISE_LEVELS), timeout=WAIT)
            qtbot.waitUntil(lambda: not window.desk.studies.is_busy)
        if tab == "Samples":
            qtbot.waitUntil(lambda: window.desk.explorer.samples.sheet.image is not None)
        settle(window)
        for _ in range(2):
            window.desk.metrics.log_action.trigger()  # curves fit the size of their plots at once
        return seen(window)

    switched = False
    preferences = open_window(own_run.folder, show=False).preferences
    preferences.theme = name
    before = picture()
    switched = True
    assert np.array_equal(picture(), before)


def test_the_window_follows_the_desktop_unless_told_otherwise(window, qtbot):
    signal = QGuiApplication.styleHints().colorSchemeChanged
    assert window.preferences.theme == "system"
    # This desktop has no opinion, so "system" means light, and a change of its mind brings the window back to it.
    window.apply_theme("dark")
    qtbot.waitUntil(lambda: looks(window, DARK))
    signal.emit(Qt.ColorScheme.Light)
    qtbot.waitUntil(lambda: looks(window, LIGHT))
    action(window, "Dark").trigger()
    signal.emit(Qt.ColorScheme.Light)
    qtbot.waitUntil(lambda: looks(window, DARK))


def test_a_closed_window_no_longer_follows_the_desktop(open_window, own_run, window, qtbot):
    other = open_window(own_run.folder)
    other.close()
    window.apply_theme("dark")
    window.preferences.theme = "dark"
    assert other.preferences.theme == "system"
    QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    qtbot.waitUntil(lambda: looks(window, DARK), timeout=WAIT)


@pytest.mark.parametrize(
    ("value", "digits", "text"),
    [(-1234.567, 2, "−1,234.57"), (0.5, 1, "0.5"), (1e6, 0, "1,000,000"), (-0.001, 3, "−0.001")],
)
def test_numbers_have_a_true_minus_and_groups(value, digits, text):
    assert number(value, digits) == text


@pytest.mark.parametrize(("low", "high"), [(120, 170), (4.5, 7.7), (0.02, 0.05)])
def test_a_logarithmic_axis_has_round_ticks_within_a_decade_too(qapp, low, high):
    axis = Axis("left")
    axis.setLogMode(True)
    ((_, places),) = axis.tickValues(np.log10(low), np.log10(high), 90)
    words = axis.tickStrings(places, 1, 1)
    assert len(words) >= 2
    assert all(low <= float(word) <= high for word in words)
    assert np.allclose([float(word) for word in words], 10 ** np.array(places))


@pytest.mark.parametrize(
    ("low", "high", "size"), [(-3300, 3300, 112), (-4100, 4100, 112), (-3300, 3300, 400), (0, 0.004, 60), (5, 6, 50)]
)
def test_numbers_below_a_plot_never_overlap(qapp, low, high, size):
    axis = Axis("bottom")
    spacing, values = axis.tickValues(low, high, size)[0]
    texts = axis.tickStrings(values, 1.0, spacing)
    metrics = QFontMetricsF(qapp.font())
    width = [metrics.horizontalAdvance(text) for text in texts]
    places = [(value - low) / (high - low) * size for value in values]
    assert len(values) >= 1
    for (a, b), (wide_a, wide_b) in zip(itertools.pairwise(places), itertools.pairwise(width), strict=True):
        assert a + wide_a / 2 < b - wide_b / 2
    # Where there is room, they are all there.
    if size == 400:
        assert texts == ["−2000", "0", "2000"]
    if size == 112:
        assert texts == ["−2000", "2000"]

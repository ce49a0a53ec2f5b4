"""What can be read and told apart: contrast as WCAG 2 asks for it, and colours to eyes with one kind of cones less."""

import itertools

import numpy as np
import pyqtgraph as pg
import pytest
from colours import SIMULATIONS, contrast, distance, lab, luminance, simulated
from hands import WAIT, choose_tab, rgb, seen, settle
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QCheckBox, QLabel, QMenuBar, QTabBar

from vaegui.plane import CLASS_COLOURS
from vaegui.ui import theme
from vaegui.ui.image_view import AMOUNT_MAP, DIFFERENCE_MAP
from vaegui.ui.map_layers import FIELDS
from vaegui.ui.theme import DARK, LIGHT, PRINT, PROJECTOR, run_colour

READABLE, VISIBLE = 4.5, 3.0  # WCAG 2.2, 1.4.3 and 1.4.11
SHOWN = pytest.mark.parametrize("chosen", [LIGHT, DARK, PROJECTOR], ids=lambda chosen: chosen.name)
EYES = pytest.mark.parametrize("eyes", ["", *SIMULATIONS], ids=lambda eyes: eyes or "all cones")


def test_contrast_is_that_of_wcag():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert contrast("#ff0000", "#ffffff") == pytest.approx(4.00, abs=0.01)
    assert luminance("#00ff00") == pytest.approx(0.7152)


@pytest.mark.parametrize(
    ("one", "other", "expected"),  # of the test data of Sharma, Wu & Dalal (2005)
    [
        ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
        ((50, 2.5, 0), (50, 0, -2.5), 4.3065),
        ((50, 2.5, 0), (73, 25, -18), 27.1492),
        ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
        ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
        ((22.7233, 20.0904, -46.6940), (23.0331, 14.9730, -42.5619), 2.0373),
    ],
)
def test_distances_are_those_of_ciede2000(one, other, expected):
    assert distance(one, other) == pytest.approx(expected, abs=1e-4)
    assert distance(other, one) == pytest.approx(expected, abs=1e-4)


def test_colours_become_lab_as_published():
    assert lab(rgb("#ffffff")) == pytest.approx((100, 0, 0), abs=0.02)
    assert lab(rgb("#ff0000")) == pytest.approx((53.24, 80.09, 67.20), abs=0.05)


@EYES
def test_grey_stays_grey_without_cones(eyes):
    grey = np.repeat(np.arange(0, 256, 5, dtype=np.uint8)[:, None], 3, 1)
    assert np.abs(simulated(grey, eyes).astype(int) - grey).max() <= 1


def test_without_red_cones_red_is_dark_and_without_blue_ones_yellow_and_white_are_alike():
    red = rgb("#ff0000")
    assert luminance(simulated(red, "protanopia")) < 0.6 * luminance(red)
    yellow, white = (lab(simulated(rgb(c), "tritanopia")) for c in ("#ffff00", "#ffffff"))
    assert distance(yellow, white) < 0.6 * distance(lab(rgb("#ffff00")), lab(rgb("#ffffff")))


# The palettes


@pytest.mark.parametrize("chosen", [LIGHT, DARK, PROJECTOR, PRINT], ids=lambda chosen: chosen.name)
def test_every_pair_of_words_and_ground_can_be_read(chosen):
    inks = {"text": chosen.text, "muted": chosen.muted, "accent (links)": chosen.accent}
    inks |= {f"run {index}": run_colour(chosen, index) for index in range(6)}
    for ground in (chosen.window, chosen.base):
        for name, ink in inks.items():
            assert contrast(ink, ground) >= READABLE, (name, ink, ground)
    assert contrast(chosen.on_accent, chosen.accent) >= READABLE
    assert contrast(chosen.text, chosen.fill) >= READABLE
    for index in range(6):  # the letters on the colours of runs
        assert contrast(chosen.base, run_colour(chosen, index)) >= READABLE


@SHOWN
def test_what_marks_focus_and_state_can_be_seen(chosen):
    for ground in (chosen.window, chosen.base, chosen.fill):
        assert contrast(chosen.accent, ground) >= VISIBLE
        assert contrast(chosen.muted, ground) >= VISIBLE  # frames of what is switched on and of check boxes


def test_on_a_projector_every_line_can_be_seen():
    assert contrast(PROJECTOR.border, PROJECTOR.base) >= VISIBLE
    assert contrast(PROJECTOR.text, PROJECTOR.base) == pytest.approx(21)


# The real window


@pytest.fixture(autouse=True)
def _text_as_before(qapp):
    yield
    theme.set_text_size(qapp, 100)


def read(widget, picture, window):
    """The greatest contrast of any pixel of a widget with its most frequent colour; None where it is out of sight."""
    corner, size = widget.mapTo(window, widget.rect().topLeft()), widget.size()
    part = picture[max(corner.y(), 0) : corner.y() + size.height(), max(corner.x(), 0) : corner.x() + size.width()]
    if not part.size or widget.visibleRegion().isEmpty():
        return None
    colours, counts = np.unique(part.reshape(-1, 3), axis=0, return_counts=True)
    ground = colours[counts.argmax()]
    return float(contrast(colours, ground).max())


@SHOWN
@pytest.mark.parametrize("tabs", [("Train",), ("Runs", "Select", "Path"), ("Draw", "Bound", "Few labels")], ids=str)
def test_the_words_of_the_real_window_can_be_read(qtbot, window, chosen, tabs):
    """In large text, whose strokes are wide enough to have their colour."""
    window.preferences.theme, window.preferences.text_size = chosen.name, 200
    window.apply_looks()
    window.resize(2400, 1500)
    window.size_docks()
    for tab in tabs:
        choose_tab(qtbot, window, tab)
    settle(window)
    picture, found = seen(window), 0
    for kind in (QLabel, QAbstractButton, QMenuBar, QTabBar):
        for widget in window.findChildren(kind):
            words = widget.text() if kind in (QLabel, QAbstractButton) else "words"
            if not words or not widget.isVisible() or isinstance(widget, QCheckBox) or widget.visibleRegion().isEmpty():
                continue
            if not within(widget, window):
                continue
            assert read(widget, picture, window) >= READABLE, (type(widget).__name__, words)
            found += 1
    assert found > 40


def within(widget, window):
    """Whether nothing that scrolls hides a part of a widget."""
    parent = widget.parentWidget()
    while parent is not None and parent is not window:
        if isinstance(parent.parentWidget(), QAbstractScrollArea):
            corner = widget.mapTo(parent, widget.rect().topLeft())
            if not parent.rect().contains(widget.rect().translated(corner)):
                return False
        parent = parent.parentWidget()
    return True


# Eyes without one kind of cones


def least(colours, eyes):
    """The smallest distance of any two of the colours."""
    seen_so = [lab(simulated(rgb(colour), eyes)) for colour in colours]
    return min(distance(one, other) for one, other in itertools.combinations(seen_so, 2))


@EYES
def test_classes_can_be_told_apart_by_their_colours(eyes):
    assert least(CLASS_COLOURS, eyes) >= 12  # 17.3 with all cones; 12.0, 12.6 and 13.3 without one kind


@SHOWN
@EYES
def test_runs_can_be_told_apart_by_their_colours(chosen, eyes):
    assert least([run_colour(chosen, index) for index in range(6)], eyes) >= 9  # the least are 12.1, 9.3 and 14.1


def test_colour_is_not_the_only_sign_of_a_class(qtbot, window):
    qtbot.waitUntil(lambda: bool(window.map._class_marks), timeout=WAIT)
    words = [mark.textItem.toPlainText() for mark in window.map._class_marks if mark.isVisible()]
    assert words == [str(digit) for digit in range(10)]


@EYES
@pytest.mark.parametrize("name", sorted({AMOUNT_MAP, *(f.colours for f in FIELDS.values() if f.colours != "CET-D1")}))
def test_what_has_an_order_goes_from_dark_to_bright(name, eyes):
    table = pg.colormap.get(name).getLookupTable(nPts=64)[:, :3]
    lightness = lab(simulated(table, eyes))[:, 0]
    assert (np.diff(lightness) > -0.5).all()
    assert lightness[-1] - lightness[0] > 60


@EYES
@pytest.mark.parametrize("name", [DIFFERENCE_MAP, "CET-D1"])
def test_more_and_less_can_be_told_apart(name, eyes):
    table = pg.colormap.get(name).getLookupTable(nPts=65)[:, :3]
    low, middle, high = (lab(simulated(table[place], eyes)) for place in (0, 32, 64))
    assert distance(low, high) > 20
    assert min(distance(low, middle), distance(high, middle)) > 20
    for share in (8, 16):  # away from the middle, too
        assert distance(*(lab(simulated(table[32 + side * share], eyes)) for side in (-1, 1))) > 8

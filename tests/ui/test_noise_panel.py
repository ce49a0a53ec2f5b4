"""PSNR against noise."""

import html

import numpy as np
import pyqtgraph as pg
import pytest
from hands import LEFT, has_colour, rgb, seen, wheel
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from vaegui.comparison import NOISE_LEVELS, NOISY_IMAGE, NoisePoint
from vaegui.data import CORRUPTIONS
from vaegui.runs import Estimate
from vaegui.ui.noise_panel import LETTER_GAP, NOTHING_OPEN, NoisePanel
from vaegui.ui.theme import DARK, LIGHT, run_colour

NAMES = ("first", "a <second> run")


def point(kind, level, name, mean, error=0.5):
    return NoisePoint(kind, level, name, Estimate(mean, error))


POINTS = [
    point(kind, level, name, mean)
    for number, kind in enumerate(CORRUPTIONS)
    for level in NOISE_LEVELS
    for name, mean in (
        (NOISY_IMAGE, 60.0 if level == 0 else 3 / level + number),
        (NAMES[0], 16 - 5 * level + number),
        (NAMES[1], 15 - 8 * level + number),
    )
]


@pytest.fixture
def panel(qtbot):
    widget = NoisePanel()
    qtbot.addWidget(widget)
    widget.resize(820, 210)
    widget.show()
    qtbot.waitExposed(widget)
    widget.activateWindow()
    return widget


def plots(panel):
    return [widget.getPlotItem() for widget in panel.findChildren(pg.PlotWidget)]


def curves(plot):
    """Every line of a plot by its colour: (2, points)."""
    return {
        item.opts["pen"].color().name(): np.array(item.getData())
        for item in plot.listDataItems()
        if isinstance(item, pg.PlotDataItem)
    }


def letters(plot):
    return {item.toPlainText(): item for item in plot.items if isinstance(item, pg.TextItem)}


def words(panel):
    """What the panel says, without its markup."""
    found = " ".join(label.text() for label in panel.findChildren(QLabel) if label.isVisible())
    return html.unescape("".join(part.split(">")[-1] for part in found.split("<"))).replace("\u2060", "")


def fill(qtbot, panel, points=POINTS, theme=LIGHT):
    panel.set_theme(theme)
    panel.set_runs(NAMES)
    for each in points:
        panel.add_point(each)
    drawn = {(p.kind, p.name) for p in points}
    qtbot.waitUntil(lambda: sum(len(curves(plot)) for plot in plots(panel)) == len(drawn))
    # The last line is complete, too.
    count = sum(1 for p in points if (p.kind, p.name) == (points[-1].kind, points[-1].name))
    place = list(CORRUPTIONS).index(points[-1].kind)
    colour = theme.muted if points[-1].name == NOISY_IMAGE else run_colour(theme, NAMES.index(points[-1].name))
    qtbot.waitUntil(lambda: curves(plots(panel)[place])[colour].shape == (2, count))


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_a_line_for_each_run_and_one_for_the_noisy_image(qtbot, panel, theme):
    fill(qtbot, panel, theme=theme)
    for kind, plot in zip(CORRUPTIONS, plots(panel), strict=True):
        found = curves(plot)
        expected = {theme.muted: NOISY_IMAGE, run_colour(theme, 0): NAMES[0], run_colour(theme, 1): NAMES[1]}
        assert set(found) == set(expected)
        for colour, name in expected.items():
            mine = [p for p in POINTS if (p.kind, p.name) == (kind, name)]
            assert np.allclose(found[colour], [[100 * p.level for p in mine], [p.psnr.mean for p in mine]])
    picture = seen(panel)
    distance = [np.abs(picture.astype(int) - rgb(run_colour(theme, i)).astype(int)).sum(-1) for i in (0, 1)]
    assert all((near < 60).sum() > 300 for near in distance)
    assert has_colour(picture, theme.base) > 0.4 * picture.shape[0] * picture.shape[1]


def test_the_noisy_image_without_noise_does_not_squash_the_rest(qtbot, panel):
    fill(qtbot, panel)
    ranges = [plot.viewRange()[1] for plot in plots(panel)]
    assert ranges[0] == ranges[1] == ranges[2]
    bottom, top = ranges[0]
    means = [p.psnr.mean for p in POINTS if p.name != NOISY_IMAGE]
    lowest = min(p.psnr.mean for p in POINTS)
    assert bottom < lowest
    assert max(means) < top < max(means) + 5
    for plot in plots(panel):
        left, right = plot.viewRange()[0]
        assert left < 0
        assert 80 < right < 100


def test_bars_are_two_standard_errors(qtbot, panel):
    fill(qtbot, panel)
    bars = [item for item in plots(panel)[0].items if isinstance(item, pg.ErrorBarItem)]
    assert len(bars) == 2
    assert all(np.allclose(bar.opts[side], 1.0) for bar in bars for side in ("top", "bottom"))


def test_points_come_in_any_order_and_the_newest_counts(qtbot, panel):
    points = [point("masking", level, NAMES[0], 10 * level) for level in (0.5, 0.1, 0.3)]
    fill(qtbot, panel, points)
    panel.add_point(point("masking", 0.3, NAMES[0], 7.0))
    colour = run_colour(LIGHT, 0)
    qtbot.waitUntil(lambda: 7.0 in curves(plots(panel)[2])[colour][1])
    assert np.allclose(curves(plots(panel)[2])[colour], [[10, 30, 50], [1, 7, 5]])
    assert curves(plots(panel)[0]) == {}


def test_letters_stand_at_the_ends_of_lines_and_clear_of_each_other(qtbot, panel):
    close = [point("gaussian", level, name, 10 + 0.01 * i) for level in (0, 0.8) for i, name in enumerate(NAMES)]
    fill(qtbot, panel, [*close, point("gaussian", 0.4, NAMES[0], 20.0)])
    plot = plots(panel)[0]
    found = letters(plot)
    assert set(found) == {"A", "B"}
    assert found["A"].pos().x() == found["B"].pos().x() == 80
    assert found["A"].pos().y() == 10
    per_pixel = np.diff(plot.viewRange()[1])[0] / plot.getViewBox().height()
    assert found["B"].pos().y() - 10 == pytest.approx(LETTER_GAP * per_pixel, rel=0.05)
    assert [found[letter].color.name() for letter in "AB"] == [run_colour(LIGHT, 0), run_colour(LIGHT, 1)]


def test_the_key_names_the_runs(panel):
    assert words(panel) == NOTHING_OPEN
    panel.set_runs(NAMES)
    said = words(panel).replace("\xa0", " ")
    assert said.split("   ") == ["A first", "B a <second> run", "– – noisy image"]
    panel.set_runs(["x" * 60])
    assert "x" * 24 not in words(panel)
    assert "xxx…" in words(panel)


def test_a_message_stands_beside_the_key(panel):
    panel.set_runs(NAMES)
    panel.set_message("No run here has an encoder & a code.")
    assert words(panel).endswith("No run here has an encoder & a code.")
    panel.set_message("")
    assert words(panel).endswith("image")


@pytest.mark.parametrize("how", ["click", "space"])
def test_measuring_is_asked_for(qtbot, panel, how):
    with qtbot.assertNotEmitted(panel.measure_wanted):
        qtbot.mouseClick(panel.controls.button, LEFT)
    panel.set_runs(NAMES[:1])
    with qtbot.waitSignal(panel.measure_wanted):
        if how == "click":
            qtbot.mouseClick(panel.controls.button, LEFT)
        else:
            panel.controls.button.setFocus()
            qtbot.keyClick(panel.controls.button, Qt.Key.Key_Space)


def test_while_measuring_there_is_a_bar_and_a_way_out(qtbot, panel):
    panel.set_runs(NAMES)
    panel.controls.button.setFocus()
    panel.set_busy("Adding noise", 0.3)
    assert (panel.controls.bar.value(), panel.controls.bar.text()) == (300, "Adding noise 30 %")
    assert panel.controls.bar.isVisible()
    assert not panel.controls.button.isVisible()
    assert panel.controls.cancel_button.hasFocus()
    with qtbot.waitSignal(panel.cancel_wanted):
        qtbot.mouseClick(panel.controls.cancel_button, LEFT)
    panel.set_idle()
    assert panel.controls.button.hasFocus()
    assert not panel.controls.bar.isVisible()


def test_other_runs_empty_the_plots(qtbot, panel):
    fill(qtbot, panel)
    assert panel.controls.button.text() == "Measure again"
    panel.set_runs(["third"])
    assert all(curves(plot) == {} and letters(plot) == {} for plot in plots(panel))
    assert panel.controls.button.text() == "Measure"
    assert words(panel).startswith("A\xa0third")


def test_the_plots_keep_still_under_the_wheel(qtbot, panel):
    fill(qtbot, panel)
    plot = plots(panel)[0]
    before = plot.viewRange()
    wheel(plot.getViewWidget().viewport(), plot.getViewWidget().viewport().rect().center(), 3)
    assert plot.viewRange() == before

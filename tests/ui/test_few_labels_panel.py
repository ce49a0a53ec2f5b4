"""Few labels: what is asked for by buttons, and what the lines say."""

import numpy as np
import pyqtgraph as pg
import pytest
import torch
from hands import LEFT, has_colour, says, seen, settle, wheel
from PySide6.QtCore import Qt

from vaegui.probes import LABELS_PER_CLASS, FineTuneStep, ProbeResult
from vaegui.ui.few_labels_panel import DODGE, FewLabelsPanel
from vaegui.ui.theme import DARK, LIGHT, run_colour

NAMES = ("first", "second")
FEATURES = (*NAMES, "raw pixels", "PCA, 2 dimensions")
THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)


def result(features, probe, level, mean, spread=0.02):
    """Two draws, or all labels at once."""
    draws = [mean] if level is None else [mean - spread, mean + spread]
    labelled = 1437 if level is None else 10 * level
    return ProbeResult(features, probe, level, torch.tensor(draws, dtype=torch.float64), labelled, 360)


RESULTS = [
    result(features, probe, level, 0.3 + 0.08 * column + 0.05 * row - (0.1 if probe == "linear" else 0))
    for column, level in enumerate(LABELS_PER_CLASS)
    for row, features in enumerate(FEATURES)
    for probe in ("knn", "linear")
]
STEPS = [FineTuneStep(float(e), 0.8 - 0.7 / (e + 1), 0.6 - 0.5 / (e + 1), 1.0, 1.5, 100) for e in range(11)]


@pytest.fixture
def panel(qtbot):
    widget = FewLabelsPanel()
    qtbot.addWidget(widget)
    widget.resize(820, 210)
    widget.set_runs(NAMES)
    widget.show()
    qtbot.waitExposed(widget)
    widget.activateWindow()
    return widget


def plots(panel):
    """Nearest neighbours, linear probe, fine-tuning."""
    found = [widget for widget in panel.findChildren(pg.PlotWidget) if widget.isVisible()]
    return [widget.getPlotItem() for widget in sorted(found, key=lambda widget: widget.x())]


def lines(plot):
    """Every line: its colour, its pen's style, and its points (2, N)."""
    found = []
    for item in items(plot, pg.PlotDataItem):
        x, y = item.getData()
        if x is not None and len(x):
            pen = item.opts["pen"]
            found.append((pen.color().name(), pen.style(), np.array([x, y])))
    return found


def items(plot, kind):
    return [item for item in plot.items if isinstance(item, kind)]


def label(plot, side="bottom"):
    return plot.getAxis(side).label.toPlainText().strip()


def epochs_drawn(panel):
    """How many epochs of fine-tuning both lines show."""
    counts = {points.shape[1] for plot in plots(panel)[2:] for _, _, points in lines(plot)}
    return counts.pop() if len(counts) == 1 else 0


def fill(qtbot, panel, results=RESULTS, steps=()):
    for each in results:
        panel.add_result(each)
    for step in steps:
        panel.add_fine_tune_step(step)
    total = len({(r.features, r.probe) for r in results}) + (2 if steps else 0)
    points = len(results) + 2 * len(steps)
    qtbot.waitUntil(lambda: panel.isVisible() and len(plots(panel)) == 3)
    qtbot.waitUntil(lambda: sum(len(lines(plot)) for plot in plots(panel)) == total)
    qtbot.waitUntil(lambda: sum(xy.shape[1] for plot in plots(panel) for _, _, xy in lines(plot)) == points)


@pytest.mark.parametrize("how", ["click", "space"])
def test_measuring_is_asked_for_with_the_number_of_draws(qtbot, panel, how):
    panel.draws.selectAll()
    qtbot.keyClicks(panel.draws, "25")
    with qtbot.waitSignal(panel.measure_wanted) as asked:
        if how == "click":
            qtbot.mouseClick(panel.measure_button, LEFT)
        else:
            panel.measure_button.setFocus()
            qtbot.keyClick(panel.measure_button, Qt.Key.Key_Space)
    assert asked.args == [25]


def test_there_are_ten_draws_unless_one_says_otherwise_and_fifty_at_most(qtbot, panel):
    assert panel.draws.value() == 10
    panel.draws.selectAll()
    qtbot.keyClicks(panel.draws, "99")
    qtbot.keyClick(panel.draws, Qt.Key.Key_Return)
    assert panel.draws.value() <= 50


@pytest.mark.parametrize(("keys", "level"), [("", 10), ("5", 50), ("a", None), ("1", 1)])
def test_fine_tuning_is_asked_for_with_the_labels_of_a_class(qtbot, panel, keys, level):
    panel.labels.setFocus()
    if keys == "1":
        qtbot.keyClick(panel.labels, Qt.Key.Key_Home)
    elif keys == "5":
        qtbot.keyClick(panel.labels, Qt.Key.Key_Down)
    elif keys == "a":
        qtbot.keyClick(panel.labels, Qt.Key.Key_A)
    with qtbot.waitSignal(panel.fine_tune_wanted) as asked:
        qtbot.mouseClick(panel.fine_tune_button, LEFT)
    assert asked.args == [level]


@pytest.mark.parametrize("which", ["measure", "fine_tune"])
def test_the_button_that_was_pressed_becomes_cancel(qtbot, panel, which):
    mine, other = panel.measure_button, panel.fine_tune_button
    if which == "fine_tune":
        mine, other = other, mine
    title = mine.text()
    qtbot.mouseClick(mine, LEFT)
    panel.set_busy("first, linear probe, 5 labels per class", 0.4)
    assert mine.text() == "Cancel"
    assert mine.isEnabled()
    assert not any(control.isEnabled() for control in (other, panel.draws, panel.labels))
    assert panel.bar.isVisible()
    assert panel.bar.value() / panel.bar.maximum() == pytest.approx(0.4)
    assert "linear probe" in says(panel)
    signals = (panel.measure_wanted, panel.fine_tune_wanted)
    with qtbot.assertNotEmitted(signals[0]), qtbot.assertNotEmitted(signals[1]), qtbot.waitSignal(panel.cancel_wanted):
        qtbot.mouseClick(mine, LEFT)
    assert "Cancelling" in says(panel)
    panel.set_idle()
    assert mine.text() == title
    assert all(control.isEnabled() for control in (mine, other, panel.draws, panel.labels))
    assert not panel.bar.isVisible()
    assert "Cancelling" not in says(panel)


def test_progress_nobody_knows_is_a_moving_bar(panel):
    panel.set_busy("Encoding…", None)
    assert panel.bar.maximum() == 0
    panel.set_busy(None, 0.5)
    assert panel.bar.value() == 500
    assert "Encoding…" in says(panel)


def test_nothing_moves_when_the_bar_comes_and_goes(panel):
    places = [widget.geometry() for widget in (panel.measure_button, panel.fine_tune_button)]
    panel.set_busy("a run with a very long name indeed, nearest neighbours, 10 labels per class", 0.1)
    settle(panel)
    assert [widget.geometry() for widget in (panel.measure_button, panel.fine_tune_button)] == places
    assert panel.bar.geometry().bottom() < panel.status.geometry().top()
    assert panel.height() == 210


def test_empty_it_says_what_the_buttons_do(panel):
    assert "Measure</b> classifies test images" in says(panel)
    assert "does pretraining help" in says(panel)
    assert plots(panel) == []


def test_a_message_says_why_nothing_can_be_done(qtbot, panel):
    fill(qtbot, panel, RESULTS[:2])
    panel.set_message("The images are not here.")
    assert says(panel).endswith("The images are not here.")
    assert plots(panel) == []
    with qtbot.assertNotEmitted(panel.measure_wanted), qtbot.assertNotEmitted(panel.fine_tune_wanted):
        qtbot.mouseClick(panel.measure_button, LEFT)
        qtbot.mouseClick(panel.fine_tune_button, LEFT)
    panel.set_message("")
    assert len(plots(panel)) == 3
    with qtbot.waitSignal(panel.measure_wanted):
        qtbot.mouseClick(panel.measure_button, LEFT)


def test_clearing_takes_the_message_too(panel):
    panel.set_message("Not now.")
    panel.clear()
    assert panel.measure_button.isEnabled()
    assert "Not now." not in says(panel)


def test_without_runs_there_is_nothing_to_measure(panel):
    panel.set_runs(())
    assert not panel.measure_button.isEnabled()
    assert not panel.fine_tune_button.isEnabled()


@THEMES
def test_a_line_for_each_run_in_its_colour_and_grey_ones_for_the_rest(qtbot, panel, theme):
    panel.set_theme(theme)
    fill(qtbot, panel)
    solid, dash, dot = Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine, Qt.PenStyle.DotLine
    pens = [
        (run_colour(theme, 0), solid),
        (run_colour(theme, 1), solid),
        (theme.muted, dash),
        (theme.muted, dot),
    ]
    for kind, plot in zip(("knn", "linear"), plots(panel)[:2], strict=True):
        found = lines(plot)
        assert [(colour, style) for colour, style, _ in found] == pens
        for row, (_, _, points) in enumerate(found):
            mine = [r for r in RESULTS if (r.features, r.probe) == (FEATURES[row], kind)]
            np.testing.assert_allclose(points[1], [100 * r.mean for r in mine])
            np.testing.assert_allclose(points[0], np.arange(6) + DODGE * (row - 1.5))
    symbols = [item.opts["symbol"] for item in items(plots(panel)[0], pg.ScatterPlotItem)]
    assert len(set(symbols)) == 3
    picture = seen(panel)
    assert has_colour(picture, theme.base) > 0.3 * picture.shape[0] * picture.shape[1]
    assert has_colour(picture, run_colour(theme, 0)) > 50


def test_what_is_no_run_has_a_line_and_a_symbol_of_its_own(qtbot, panel):
    others = ("raw pixels", "PCA, 1 dimension", "PCA, 2 dimensions", "PCA, 3 dimensions")
    fill(qtbot, panel, [result(name, "knn", level, 0.4) for name in others for level in (1, 2)])
    plot = plots(panel)[0]
    assert len({style for _, style, _ in lines(plot)}) == 4
    assert len({item.opts["symbol"] for item in items(plot, pg.ScatterPlotItem)}) == 4
    assert {colour for colour, _, _ in lines(plot)} == {LIGHT.muted}


def test_error_bars_are_a_standard_error_up_and_down(qtbot, panel):
    fill(qtbot, panel, [result("first", "knn", 2, 0.5, spread=0.1), result("first", "knn", None, 0.8)])
    (bars,) = items(plots(panel)[0], pg.ErrorBarItem)
    # Draws of 40 % and 60 % have a standard deviation of 14.1 % and a standard error of 10 %.
    np.testing.assert_allclose(bars.opts["height"], [2 * 10, 2 * 100 * (0.8 * 0.2 / 360) ** 0.5])


def test_runs_keep_their_colours_whoever_comes_first(qtbot, panel):
    fill(qtbot, panel, [result("second", "knn", 1, 0.4)])
    assert [colour for colour, _, _ in lines(plots(panel)[0])] == [run_colour(LIGHT, 1)]
    assert panel.key.words == ["B second"]


def test_the_key_names_what_there_is(qtbot, panel):
    fill(qtbot, panel)
    assert panel.key.words == ["A first", "B second", "raw pixels", "PCA, 2 dimensions"]
    panel.set_runs(NAMES[:1])
    assert panel.key.words[0] == "first"  # a letter tells a run from others only
    settle(panel)
    picture = seen(panel.key)
    assert has_colour(picture, run_colour(LIGHT, 0)) > 10


def test_a_key_with_many_names_takes_more_rows_and_covers_nothing(qtbot, panel):
    fill(qtbot, panel)
    low = panel.key.height()
    names = [f"a run with a rather long name {i}" for i in range(4)]
    panel.set_runs(names)
    fill(qtbot, panel, RESULTS + [result(name, "knn", 1, 0.4) for name in names])
    settle(panel)
    assert panel.key.height() > low
    assert panel.key.geometry().bottom() < min(plot.getViewWidget().y() for plot in plots(panel))


@pytest.mark.parametrize("size", [(700, 210), (740, 210), (780, 330), (820, 210), (820, 420)])
def test_no_plot_is_wider_than_its_place(qtbot, panel, size):
    panel.resize(*size)
    fill(qtbot, panel, steps=STEPS)
    settle(panel)

    for key in (panel.key, panel.tuning_key):
        qtbot.waitUntil(lambda key=key: key.height() >= key.heightForWidth(key.width()))

    def right_end(plot):
        words = plot.getAxis("bottom").label
        return words.mapRectToScene(words.boundingRect()).right()

    for plot in plots(panel):
        width = plot.getViewWidget().width()
        qtbot.waitUntil(lambda plot=plot, width=width: right_end(plot) <= width + 1)
        assert plot.sceneBoundingRect().right() <= width + 1
        assert plot.getViewBox().height() > 50
    assert panel.size().toTuple() == size


def test_the_axis_names_numbers_of_labels(qtbot, panel):
    fill(qtbot, panel, [result("first", "knn", 1, 0.4)])
    assert label(plots(panel)[0]) == "labels per class"
    fill(qtbot, panel)
    plot = plots(panel)[0]
    (ticks,) = plot.getAxis("bottom")._tickLevels
    assert [text for _, text in ticks] == ["1", "2", "5", "10", "50", "all"]
    assert label(plot) == "labels per class (all: 1,437)"
    assert label(plot, "left") == "test accuracy"
    assert plot.getAxis("left").tickStrings([20, 40], 1, 20) == ["20 %", "40 %"]


def test_both_probes_have_the_same_heights(qtbot, panel):
    fill(qtbot, panel)
    knn, linear, _ = (plot.viewRange()[1] for plot in plots(panel))
    assert knn == linear
    lowest, highest = (choose(r.mean for r in RESULTS) for choose in (min, max))
    assert knn[0] <= 100 * lowest
    assert knn[1] >= 100 * highest


def test_a_point_says_its_figures(qtbot, panel):
    fill(qtbot, panel, [result("first", "knn", 2, 0.5, spread=0.1)])
    (dots,) = items(plots(panel)[0], pg.ScatterPlotItem)
    (spot,) = dots.points()
    words = dots.opts["tip"](x=0, y=0, data=spot.data())
    assert words == "A first, 20 labelled images: 50.0 ± 10.0 % of 360 test images right"


def test_the_newest_result_counts(qtbot, panel):
    fill(qtbot, panel, [result("first", "knn", 5, 0.5), result("first", "knn", 1, 0.4)])
    panel.add_result(result("first", "knn", 5, 0.7))
    qtbot.waitUntil(lambda: lines(plots(panel)[0])[0][2][1].tolist() == pytest.approx([40, 70]))


@THEMES
def test_fine_tuning_is_drawn_as_it_goes(qtbot, panel, theme):
    panel.set_theme(theme)
    for count in (1, 4, len(STEPS)):
        for step in STEPS[epochs_drawn(panel) : count]:
            panel.add_fine_tune_step(step)
        qtbot.waitUntil(lambda count=count: epochs_drawn(panel) == count)
    run, scratch = lines(plots(panel)[2])
    assert run[:2] == (run_colour(theme, 0), Qt.PenStyle.SolidLine)
    assert scratch[:2] == (theme.muted, Qt.PenStyle.DashLine)
    np.testing.assert_allclose(run[2], [[s.epoch for s in STEPS], [100 * s.pretrained for s in STEPS]])
    np.testing.assert_allclose(scratch[2], [[s.epoch for s in STEPS], [100 * s.scratch for s in STEPS]])
    assert panel.tuning_key.words == ["from the run 73.6 %", "from scratch 55.5 %"]
    assert label(plots(panel)[2]) == "epoch (100 labelled images)"
    assert plots(panel)[2].viewRange()[0][1] == pytest.approx(10, abs=0.5)


def test_fine_tuning_and_measuring_are_forgotten_apart(qtbot, panel):
    fill(qtbot, panel, steps=STEPS)
    panel.clear_fine_tuning()
    assert [len(lines(plot)) for plot in plots(panel)] == [4, 4, 0]
    assert panel.tuning_key.words == []
    for step in STEPS:
        panel.add_fine_tune_step(step)
    panel.clear_results()
    assert [len(lines(plot)) for plot in plots(panel)] == [0, 0, 2]
    panel.clear()
    assert plots(panel) == []
    assert "Measure</b> classifies" in says(panel)


def test_a_theme_that_comes_later_recolours_everything(qtbot, panel):
    fill(qtbot, panel, steps=STEPS)
    panel.set_theme(DARK)
    assert lines(plots(panel)[0])[0][0] == run_colour(DARK, 0)
    assert lines(plots(panel)[2])[1][0] == DARK.muted


def test_the_plots_keep_still_under_the_wheel(qtbot, panel):
    fill(qtbot, panel, steps=STEPS)
    for plot in plots(panel):
        before = plot.viewRange()
        viewport = plot.getViewWidget().viewport()
        wheel(viewport, viewport.rect().center(), 3)
        assert plot.viewRange() == before


def test_the_keyboard_reaches_every_control(qtbot, panel):
    panel.draws.setFocus()
    reached = []
    for _ in range(4):
        reached.append(panel.focusWidget())
        qtbot.keyClick(panel.focusWidget(), Qt.Key.Key_Tab)
    assert reached == [panel.draws, panel.measure_button, panel.labels, panel.fine_tune_button]
    assert all(widget.accessibleName() or widget.text() for widget in reached)

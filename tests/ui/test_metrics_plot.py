"""The curves: what is drawn is what was reported."""

import math

import numpy as np
import pyqtgraph as pg
import pytest
import torch
from hands import drawn, has_colour, plots, rgb, seen
from PySide6.QtCore import Qt

from vaegui.events import EpochEnd, Figures, Step
from vaegui.families import TrainConfig
from vaegui.models import ModelConfig
from vaegui.phases import Bounds
from vaegui.runs import Row
from vaegui.ui.metrics_plot import MOST_POINTS, STAIRS, MetricsPlot
from vaegui.ui.theme import DARK, LETTERS, LIGHT, run_colour

TERMS = ("bound", "rate", "distortion")
VAE = ModelConfig(), TrainConfig()
FAMILIES = {
    "vae": (*VAE, TERMS),
    "iwae": (ModelConfig(), TrainConfig(objective="iwae", importance_samples=5), TERMS),
    "em": (ModelConfig(family="em"), TrainConfig(), TERMS),
    "autoencoder": (ModelConfig(family="autoencoder"), TrainConfig(), ("distortion",)),
    "pixels": (ModelConfig(family="pixels"), TrainConfig(), ("bound",)),
}


@pytest.fixture
def metrics(qtbot):
    widget = MetricsPlot()
    qtbot.addWidget(widget)
    widget.resize(900, 240)
    widget.addAction(widget.log_action)
    widget.begin(*VAE)
    widget.show()
    qtbot.waitExposed(widget)
    widget.activateWindow()
    return widget


def figures(rate, distortion, bound=None):
    return Figures(-(rate + distortion) if bound is None else bound, rate, distortion)


def step(epoch, rate=3.0, distortion=20.0, phase="", bounds=None):
    return Step(epoch, figures(rate, distortion), 1000.0, 0.5, 1.0, phase, bounds)


def epoch_end(epoch, rate=3.0, distortion=20.0, best=False, bound=None, phase=""):
    training, validation = figures(rate - 1, distortion - 1), figures(rate, distortion, bound)
    return EpochEnd(epoch, training, validation, best, 1.0, 0.001, {"w": torch.zeros(1)}, phase)


def words(plot):
    return [item.toPlainText() for item in plot.items if isinstance(item, pg.TextItem) and item.isVisible()]


def title(plot):
    return plot.titleLabel.item.toPlainText()


def shown(metrics):
    """The names of the plots that can be seen."""
    names = (*TERMS, "em")
    return tuple(n for n, plot in zip(names, plots(metrics), strict=True) if plot.getViewWidget().isVisible())


def keys(plot):
    """What the legends of a plot name, if they can be seen."""
    legends = [item for item in plot.getViewBox().childItems() if isinstance(item, pg.LegendItem) and item.isVisible()]
    return [label.text for legend in legends for _, label in legend.items]


def lines(plot, angle):
    """The straight lines that are drawn across a plot: where, and with what words."""
    found = [item for item in plot.items if isinstance(item, pg.InfiniteLine) and item.angle == angle]
    return [
        (i.value(), i.label.toPlainText() if hasattr(i, "label") else "")
        for i in found
        if i.scene() is not None and i.isVisible()
    ]


def catch_up(qtbot, metrics, epochs):
    """Wait for the throttled redraw."""
    shown = [plot for plot in plots(metrics)[:3] if not plot.getViewWidget().isHidden()]
    qtbot.waitUntil(lambda: all(len(drawn(plot)[1][0]) == epochs for plot in shown))


def test_every_report_becomes_a_point(qtbot, metrics):
    for n in range(1, 31):
        metrics.append(step(n / 10, rate=n, distortion=100 - n))
    for n in range(1, 4):
        metrics.append(epoch_end(n, rate=2 * n, distortion=50 - n, best=n == 2))
    catch_up(qtbot, metrics, 3)
    assert metrics.point_counts == (30, 3)
    for plot, name in zip(plots(metrics), TERMS, strict=False):
        training, validation, best = drawn(plot)
        assert np.allclose(training[0], np.arange(1, 31) / 10)
        expected = {"rate": np.arange(1.0, 31), "distortion": 100 - np.arange(1.0, 31), "bound": np.full(30, -100.0)}
        assert np.allclose(training[1], expected[name])
        n = np.arange(1.0, 4)
        expected = {"rate": 2 * n, "distortion": 50 - n, "bound": -50 - n}
        assert np.allclose(validation[0], n)
        assert np.allclose(validation[1], expected[name])
        assert best[0].tolist() == [2]
        assert best[1].tolist() == [expected[name][1]]


@pytest.mark.parametrize("name", FAMILIES)
def test_only_the_plots_that_the_family_has_are_shown(metrics, name):
    for other in FAMILIES.values():  # whatever was shown before
        metrics.begin(*other[:2])
        metrics.begin(*FAMILIES[name][:2])
        assert shown(metrics) == FAMILIES[name][2]
    legend = plots(metrics)[0 if name == "pixels" else 2]
    assert keys(legend) == ["training", "validation", "best epoch"]


@pytest.mark.parametrize(
    ("name", "bound"),
    [("vae", "ELBO"), ("iwae", "IWAE bound, K = 5"), ("em", "log p(x) → ELBO"), ("pixels", "log p(x)")],
)
def test_titles_name_the_terms(metrics, name, bound):
    metrics.begin(*FAMILIES[name][:2])
    expected = dict(zip(TERMS, (bound, "Rate", "Distortion"), strict=True))
    for plot, term in zip(plots(metrics), TERMS, strict=False):
        if term in FAMILIES[name][2]:
            assert title(plot) == expected[term]


def test_a_pixels_run_has_one_point(qtbot, metrics):
    metrics.begin(*FAMILIES["pixels"][:2])
    metrics.append(step(1.0))
    metrics.append(epoch_end(1.0, rate=0.0, distortion=30.0, best=True))
    catch_up(qtbot, metrics, 1)
    seen(metrics)
    assert words(plots(metrics)[0]) == ["−30.00"]
    assert drawn(plots(metrics)[0])[2][0].tolist() == [1]


def test_an_autoencoder_has_a_distortion_and_nothing_else(qtbot, metrics):
    metrics.begin(*FAMILIES["autoencoder"][:2])
    for n in range(1, 4):
        metrics.append(step(n, rate=math.nan, distortion=10.0 * n))
        metrics.append(epoch_end(n, rate=math.nan, distortion=20.0 - n, best=True, bound=n - 20.0))
    distortion = plots(metrics)[2]
    qtbot.waitUntil(lambda: len(drawn(distortion)[1][0]) == 3)
    training, validation, best = drawn(distortion)
    assert training[1].tolist() == [10, 20, 30]
    assert validation[1].tolist() == [19, 18, 17]
    assert best[0].tolist() == [3]
    assert shown(metrics) == ("distortion",)
    qtbot.keyClick(metrics, Qt.Key.Key_L)
    assert np.allclose(drawn(distortion)[1][1], np.log10([19, 18, 17]))


def test_the_best_mark_moves_to_a_better_epoch_and_stays_there(qtbot, metrics):
    for n, best in enumerate([True, True, False, True, False], start=1):
        metrics.append(epoch_end(n, best=best))
    catch_up(qtbot, metrics, 5)
    assert drawn(plots(metrics)[0])[2][0].tolist() == [4]


def test_the_last_value_stands_at_the_end_of_the_line(qtbot, metrics):
    metrics.append(epoch_end(1, rate=3.25, distortion=100))
    metrics.append(epoch_end(2, rate=4.5, distortion=1234))
    catch_up(qtbot, metrics, 2)
    assert [words(plot) for plot in plots(metrics)[:3]] == [["−1,238.50"], ["4.50"], ["1,234.00"]]


def row(epoch, train, validation, phase=""):
    return Row(epoch, phase, epoch * 2.0, 1e-3, *train, *validation)


def test_a_saved_run_shows_its_curves(metrics):
    rows = [row(n, (-30 + n, 4.0, 26 - n), (-31 + n, 5.0, 26 - n)) for n in (1.0, 2.0, 3.0)]
    metrics.set_rows(rows, best_epoch=3.0)
    training, validation, best = drawn(plots(metrics)[0])
    assert training[1].tolist() == [-29, -28, -27]
    assert validation[1].tolist() == [-30, -29, -28]
    assert best[0].tolist() == [3]
    assert lines(plots(metrics)[0], 90) == []
    metrics.begin(*VAE)
    metrics.set_rows([], 0.0)
    assert metrics.point_counts == (0, 0)
    assert [words(plot) for plot in plots(metrics)[:3]] == [[], [], []]


def test_begin_forgets_everything(qtbot, metrics):
    metrics.append(step(0.5, phase="EM", bounds=Bounds(-4.0, -3.0, -2.0)))
    metrics.append(epoch_end(1, best=True, phase="EM"))
    metrics.set_baseline(-33.0)
    catch_up(qtbot, metrics, 1)
    metrics.begin(*VAE)
    assert metrics.point_counts == (0, 0)
    for plot in plots(metrics)[:3]:
        assert [len(x) for x, _ in drawn(plot)] == [0, 0, 0]
        assert lines(plot, 90) == lines(plot, 0) == []
    assert shown(metrics) == TERMS
    assert not any("baseline" in key for key in keys(plots(metrics)[0]))


def test_begin_leaves_no_line_behind_in_the_plots(metrics):
    before = [len(plot.items) for plot in plots(metrics)]
    for _ in range(3):
        metrics.set_phases([(0.0, "EM"), (5.0, "amortise")])
        metrics.begin(*VAE)
    assert [len(plot.items) for plot in plots(metrics)] == before


def test_l_makes_the_axes_logarithmic(qtbot, metrics):
    metrics.append(epoch_end(1, rate=10.0, distortion=90.0, best=True))
    metrics.append(epoch_end(2, rate=1.0, distortion=9.0))
    catch_up(qtbot, metrics, 2)
    qtbot.keyClick(metrics, Qt.Key.Key_L)
    assert metrics.log_action.isChecked()
    bound, rate, distortion, _ = plots(metrics)
    # The ELBO is negative, so its logarithmic plot is of −ELBO, and says so.
    assert title(bound) == "−ELBO"
    assert np.allclose(drawn(bound)[1][1], [2, 1])
    assert np.allclose(drawn(rate)[1][1], [1, 0])
    assert np.allclose(drawn(distortion)[1][1], np.log10([90, 9]))
    assert np.allclose(drawn(bound)[2][1], [2])
    assert words(bound) == ["10.00"]
    qtbot.keyClick(metrics, Qt.Key.Key_L)
    assert np.allclose(drawn(bound)[1][1], [-100, -10])
    assert title(bound) == "ELBO"


def test_a_positive_bound_keeps_its_sign_on_a_logarithmic_axis(qtbot, metrics):
    """Densities of grey values may be larger than one, and their logarithms positive."""
    for n, bound in enumerate((-5.0, 10.0, 100.0), start=1):
        metrics.append(epoch_end(n, bound=bound, best=True))
    metrics.set_baseline(50.0)
    catch_up(qtbot, metrics, 3)
    qtbot.keyClick(metrics, Qt.Key.Key_L)
    plot = plots(metrics)[0]
    assert title(plot) == "ELBO"
    assert np.allclose(drawn(plot)[1][0], [2, 3])  # −5 has no place on it
    assert np.allclose(drawn(plot)[1][1], [1, 2])
    assert words(plot) == ["100.00"]
    assert np.allclose(lines(plot, 0)[0][0], np.log10(50))
    assert "baseline 50.0" in keys(plot)
    # A baseline of the other sign has no place on it either.
    metrics.set_baseline(-50.0)
    qtbot.waitUntil(lambda: lines(plot, 0) == [])
    seen(metrics)


@pytest.mark.parametrize(
    ("rate", "distortion"),
    [(3.0, -40.0), (0.0, 20.0), (0.0, 0.0), (1e-30, 1e30)],
    ids=["positive bound", "no rate", "nothing", "far apart"],
)
def test_figures_without_a_logarithm_do_no_harm(qtbot, metrics, rate, distortion):
    for n in range(1, 4):
        metrics.append(step(n / 2, rate, distortion))
        metrics.append(epoch_end(n, rate, distortion, best=True))
    catch_up(qtbot, metrics, 3)
    seen(metrics)
    qtbot.keyClick(metrics, Qt.Key.Key_L)
    seen(metrics)
    metrics.append(epoch_end(4, 3.0, 20.0))
    qtbot.waitUntil(lambda: 4 in drawn(plots(metrics)[0])[1][0])
    assert np.isclose(drawn(plots(metrics)[0])[1][1][-1], np.log10(23))
    seen(metrics)


def test_a_training_without_end_keeps_a_bounded_number_of_points(qtbot, metrics):
    for n in range(1, 3 * MOST_POINTS):
        metrics.append(step(n / 100, rate=float(n)))
    metrics.append(epoch_end(1))
    catch_up(qtbot, metrics, 1)
    steps = metrics.point_counts[0]
    assert MOST_POINTS / 2 <= steps <= MOST_POINTS
    x, y = drawn(plots(metrics)[1])[0]
    assert (np.diff(x) > 0).all()
    assert x[0] < 0.2
    assert y[-1] > 2.98 * MOST_POINTS


# The baseline


def test_the_baseline_is_a_line_with_its_name_in_a_corner(qtbot, metrics):
    plot = plots(metrics)[0]
    metrics.append(epoch_end(1))
    assert lines(plot, 0) == []
    metrics.set_baseline(-27.41)
    qtbot.waitUntil(lambda: lines(plot, 0) == [(-27.41, "")])
    assert keys(plot) == ["baseline −27.4"]
    assert all(lines(other, 0) == [] for other in plots(metrics)[1:3])
    qtbot.keyClick(metrics, Qt.Key.Key_L)
    assert np.allclose(lines(plot, 0)[0][0], np.log10(27.41))
    assert keys(plot) == ["baseline 27.4"]
    metrics.set_baseline(None)
    qtbot.waitUntil(lambda: lines(plot, 0) == [])
    assert keys(plot) == []


# Phases


def test_phases_are_marked_where_they_begin_as_they_come(qtbot, metrics):
    metrics.begin(*FAMILIES["em"][:2])
    metrics.append(step(0.3, phase="EM"))
    for n in (1.0, 2.0):
        metrics.append(epoch_end(n, phase="EM"))
    metrics.append(step(2.3, phase="amortise"))
    metrics.append(epoch_end(3.0, phase="amortise"))
    bound, rate, distortion, _ = plots(metrics)
    assert lines(rate, 90) == [(0.0, "EM"), (2.0, "amortise")]
    assert lines(bound, 90) == lines(distortion, 90) == [(0.0, ""), (2.0, "")]
    seen(metrics)


def test_a_saved_run_shows_its_phases_in_the_same_places(metrics):
    metrics.begin(*FAMILIES["autoencoder"][:2])
    names = ["layer 1 of 2", "layer 1 of 2", "layer 2 of 2", "fine-tuning"]
    nan = math.nan
    metrics.set_rows([row(n, (-9, nan, 9), (-8, nan, 8), phase) for n, phase in enumerate(names, start=1)], 4.0)
    assert lines(plots(metrics)[2], 90) == [(0.0, "layer 1 of 2"), (2.0, "layer 2 of 2"), (3.0, "fine-tuning")]
    seen(metrics)
    # A run of one phase has none to tell apart.
    metrics.begin(*VAE)
    metrics.set_rows([row(n, (-9, 1, 8), (-8, 1, 7)) for n in (1.0, 2.0)], 2.0)
    assert all(lines(plot, 90) == [] for plot in plots(metrics)[:3])


# EM's steps


def test_the_staircase_goes_from_bound_to_touch_to_bound(qtbot, metrics):
    metrics.begin(*FAMILIES["em"][:2])
    assert "em" not in shown(metrics)
    seen_steps = [Bounds(-30.0, -29.0, -28.5), Bounds(-28.0, -27.5, -27.0), Bounds(-27.0, -26.5, -26.25)]
    for n, bounds in enumerate(seen_steps, start=1):
        metrics.append(step(n / 10, phase="EM", bounds=bounds))
        metrics.append(step(n / 10 + 0.05, phase="EM"))  # between two looks
    assert shown(metrics) == (*TERMS, "em")
    em = plots(metrics)[3]
    qtbot.waitUntil(lambda: len(drawn(em)[1][0]) == 6)
    line, dots = drawn(em)
    # Every step starts where its bound touches log p(x), and ends at the log p(x) it reached.
    assert np.allclose(dots, [[1, 1.7, 2, 2.7, 3, 3.7], [0, 1.5, 0, 1, 0, 0.75]])
    # Up along the M-steps, straight up by the E-step, then a gap.
    nan = np.nan
    heights = [0, 1, 1.5, nan, 0, 0.5, 1, nan, 0, 0.5, 0.75, nan]
    assert np.allclose(line[1], heights, equal_nan=True)
    assert np.allclose(line[0][:3], [1, 1.7, 1.7])
    assert title(em) == "Gain of EM steps"


def test_only_the_last_steps_of_em_are_drawn(qtbot, metrics):
    metrics.begin(*FAMILIES["em"][:2])
    for n in range(100):
        metrics.append(step(n / 10, phase="EM", bounds=Bounds(0.0, n / 2, n)))
    em = plots(metrics)[3]
    qtbot.waitUntil(lambda: bool(len(drawn(em)[1][0])) and drawn(em)[1][1][-1] == 99)
    dots = drawn(em)[1]
    assert len(dots[0]) == 2 * STAIRS
    assert np.allclose(dots[1][1::2], np.arange(100 - STAIRS, 100))
    seen(metrics)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_the_legends_take_the_themes_colour(metrics, theme):
    metrics.set_theme(LIGHT if theme is DARK else DARK)
    metrics.set_theme(theme)
    labels = [label for legend in metrics.legends for _, label in legend.items]
    assert len(labels) >= 6
    for label in labels:
        written = label.item.document().find(label.text).charFormat().foreground().color().name()
        assert written == theme.text, label.text


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_the_theme_reaches_the_staircase(qtbot, metrics, theme):
    metrics.begin(*FAMILIES["em"][:2])
    metrics.set_theme(theme)
    for n in range(1, 6):
        metrics.append(step(n, phase="EM", bounds=Bounds(0.0, 5.0 * n - 1, 5.0 * n)))
    em = plots(metrics)[3]
    qtbot.waitUntil(lambda: len(drawn(em)[1][0]) == 10)
    assert has_colour(seen(em.getViewWidget()), theme.accent) > 30
    assert has_colour(seen(em.getViewWidget()), theme.base) > 5000


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_the_theme_reaches_background_and_lines(qtbot, metrics, theme):
    metrics.set_theme(theme)
    for n in range(1, 10):
        metrics.append(epoch_end(n, distortion=60.0 - 5 * n, best=True))
    catch_up(qtbot, metrics, 9)
    picture = seen(metrics)
    assert has_colour(picture, theme.base) > picture.shape[0] * picture.shape[1] * 0.6
    distance = np.abs(picture.astype(int) - rgb(theme.accent).astype(int)).sum(-1)
    assert (distance < 30).sum() > 200


# Other runs


def rows_of(end, bound, rate):
    """The rows of a run of `end` epochs: ELBO and rate at its start, both of which grow by one an epoch."""
    epochs = np.arange(1.0, end + 1)
    values = [(bound + n, rate + n, -bound - rate - 2 * n) for n in range(end)]
    return [row(n, of, of) for n, of in zip(epochs, values, strict=True)]


def validation(rows, name):
    return [(r.epoch, getattr(r, f"validation_{name}")) for r in rows]


def rivals(plot):
    """The curves laid over those of the open run: points and colour."""
    curves = [item for item in plot.listDataItems() if isinstance(item, pg.PlotDataItem)][2:]
    points = [
        [] if x is None else list(zip(x.tolist(), y.tolist(), strict=True))
        for x, y in (curve.getData() for curve in curves)
    ]
    return list(zip(points, [pg.mkPen(curve.opts["pen"]).color().name() for curve in curves], strict=True))


def letters(plot):
    """Where each letter stands, and its colour."""
    found = [item for item in plot.items if isinstance(item, pg.TextItem) and item.isVisible()]
    found = [item for item in found if item.toPlainText() in LETTERS]
    return {item.toPlainText(): (item.pos().toTuple(), item.color.name()) for item in found}


@pytest.fixture
def compared(metrics):
    """Own curves of six epochs; B has four, D has twelve."""
    metrics.set_rows(rows_of(6, -40.0, 3.0), best_epoch=6.0)
    others = {1: rows_of(4, -50.0, 5.0), 3: rows_of(12, -45.0, 1.0)}
    metrics.set_rivals(list(others.items()))
    return metrics, others


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_other_runs_are_their_validation_curves_in_their_colours_with_their_letters(compared, theme):
    metrics, others = compared
    metrics.set_theme(theme)
    assert metrics.rival_count == 2
    for plot, name in zip(plots(metrics), TERMS, strict=False):
        expected = [(validation(rows, name), run_colour(theme, index)) for index, rows in others.items()]
        assert rivals(plot) == expected
        ends = {LETTERS[i]: (validation(rows, name)[-1], run_colour(theme, i)) for i, rows in others.items()}
        assert letters(plot) == ends
    # The open run is what it was.
    own = drawn(plots(metrics)[0])
    assert own[1][1].tolist() == [-40, -39, -38, -37, -36, -35]
    assert rivals(plots(metrics)[3]) == []


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_curves_of_other_runs_can_be_seen(compared, theme):
    metrics, others = compared
    metrics.set_theme(theme)
    for plot in plots(metrics)[:3]:
        picture = seen(plot.getViewWidget()).astype(int)
        for index in others:
            distance = np.abs(picture - rgb(run_colour(theme, index)).astype(int)).sum(-1)
            assert (distance < 60).sum() > 40


def test_the_axis_holds_runs_that_are_longer(compared):
    metrics, _ = compared
    for plot in plots(metrics)[:3]:
        assert 12 < plot.viewRange()[0][1] < 30
    metrics.set_rivals([])
    for plot in plots(metrics)[:3]:
        assert 6 < plot.viewRange()[0][1] < 12


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_another_runs_curve_does_not_strike_the_last_value_out(qtbot, metrics, theme):
    metrics.set_theme(theme)
    metrics.set_rows(rows_of(6, -40.0, 3.0), best_epoch=6.0)
    metrics.set_rivals([(1, [row(n, (-35, 8.0, 27.0), (-35, 8.0, 27.0)) for n in np.arange(1.0, 40)])])
    plot = plots(metrics)[0]
    value = next(item for item in plot.items if isinstance(item, pg.TextItem) and item.toPlainText() == "−35.00")
    widget = plot.getViewWidget()
    image = seen(widget)
    finer = widget.devicePixelRatioF()
    box = widget.mapFromScene(value.textItem.sceneBoundingRect()).boundingRect()
    inside = image[round(finer * box.top()) : round(finer * box.bottom())]
    behind = inside[:, round(finer * (box.left() + 8)) : round(finer * box.right() - 8)]
    beyond = inside[:, round(finer * (box.right() + 8)) : round(finer * (box.right() + 40))]
    struck = rgb(run_colour(theme, 1)).astype(int)

    def is_struck(part):
        return (np.abs(part.astype(int) - struck).max(-1) < 24).any()

    assert is_struck(beyond)
    assert not is_struck(behind)


@pytest.mark.parametrize("height", [240, 170])
@pytest.mark.parametrize("distortion", [45.0, 34.0, 5.0])
def test_the_last_value_and_the_legends_stand_apart(qtbot, metrics, distortion, height):
    """Beside a longer run a training that has just begun ends anywhere."""
    metrics.resize(900, height)
    metrics.set_rivals([(1, [row(n, (-35, 8.0, 27.0), (-35, 8.0, 27.0)) for n in np.arange(1.0, 40)])])
    metrics.set_baseline(-34.0)
    for epoch in (30, 31, 32):
        metrics.append(epoch_end(epoch, rate=8.0, distortion=distortion))
    catch_up(qtbot, metrics, 3)
    qtbot.waitUntil(lambda: len(keys(plots(metrics)[0])) == 1)
    metrics.append(epoch_end(33, rate=8.0, distortion=distortion))
    catch_up(qtbot, metrics, 4)
    seen(metrics)
    for plot in (plots(metrics)[0], plots(metrics)[2]):
        box = plot.getViewBox()
        value = next(item for item in plot.items if isinstance(item, pg.TextItem) and item.toPlainText()[-3:-2] == ".")
        stands = value.textItem.sceneBoundingRect().adjusted(4, 4, -4, -4)  # without the margin of the document
        assert box.sceneBoundingRect().contains(stands)
        legends = [item for item in box.childItems() if isinstance(item, pg.LegendItem) and item.isVisible()]
        labels = [label for legend in legends for _, label in legend.items]
        assert labels
        assert not any(label.mapRectToScene(label.itemRect()).intersects(stands) for label in labels)


def test_the_height_holds_all_runs(compared):
    metrics, _ = compared
    low, high = plots(metrics)[0].viewRange()[1]
    assert low < -50
    assert high > -34
    metrics.set_rivals([])
    assert plots(metrics)[0].viewRange()[1][0] > -45


def test_logarithmic_curves_of_other_runs(qtbot, compared):
    metrics, others = compared
    qtbot.keyClick(metrics, Qt.Key.Key_L)
    for plot, (name, sign) in zip(plots(metrics), (("bound", -1), ("rate", 1), ("distortion", 1)), strict=False):
        for (points, _), (index, rows) in zip(rivals(plot), others.items(), strict=True):
            expected = [(epoch, np.log10(sign * value)) for epoch, value in validation(rows, name)]
            assert np.allclose(points, expected)
            assert np.allclose(letters(plot)[LETTERS[index]][0], expected[-1])
    seen(metrics)
    qtbot.keyClick(metrics, Qt.Key.Key_L)
    assert rivals(plots(metrics)[0])[0][0] == validation(others[1], "bound")


def test_what_has_no_logarithm_is_left_out_of_another_runs_curve(qtbot, metrics):
    metrics.set_rows(rows_of(3, -40.0, 3.0), best_epoch=3.0)
    metrics.set_rivals([(1, rows_of(4, -50.0, -1.0)), (2, rows_of(2, -50.0, -7.0))])
    qtbot.keyClick(metrics, Qt.Key.Key_L)
    rate = plots(metrics)[1]
    assert np.allclose(rivals(rate)[0][0], [(3, 0), (4, np.log10(2))])  # −1 and 0 have none
    assert rivals(rate)[1][0] == []
    assert list(letters(rate)) == ["B"]
    assert list(letters(plots(metrics)[0])) == ["B", "C"]
    seen(metrics)


def test_a_run_without_a_term_has_no_curve_of_it(metrics):
    metrics.set_rows(rows_of(3, -40.0, 3.0), best_epoch=3.0)
    nan = math.nan
    metrics.set_rivals([(1, [row(n, (nan, nan, 9.0), (nan, nan, 30.0 - n)) for n in (1.0, 2.0)]), (2, [])])
    bound, rate, distortion, _ = plots(metrics)
    assert [points for points, _ in rivals(distortion)] == [[(1, 29), (2, 28)], []]
    assert [points for points, _ in rivals(bound)] == [points for points, _ in rivals(rate)] == [[], []]
    assert list(letters(distortion)) == ["B"]
    assert letters(bound) == letters(rate) == {}
    seen(metrics)


def test_other_runs_go_and_leave_nothing_behind(metrics):
    metrics.set_rows(rows_of(3, -40.0, 3.0), best_epoch=3.0)
    before = [len(plot.items) for plot in plots(metrics)]
    for count in (3, 1, 2):
        metrics.set_rivals([(index, rows_of(2, -50.0, 5.0)) for index in range(1, count + 1)])
        assert [len(rivals(plot)) for plot in plots(metrics)[:3]] == [count] * 3
        assert list(letters(plots(metrics)[0])) == list("BCD"[:count])
    metrics.set_rivals([])
    assert metrics.rival_count == 0
    assert [len(plot.items) for plot in plots(metrics)] == before
    assert letters(plots(metrics)[0]) == {}
    assert keys(plots(metrics)[2]) == ["training", "validation", "best epoch"]


def test_other_runs_stay_while_the_open_one_is_trained(qtbot, metrics):
    metrics.set_rivals([(1, rows_of(2, -50.0, 5.0))])
    for n in range(1, 4):
        metrics.append(epoch_end(n, best=True))
    catch_up(qtbot, metrics, 3)
    assert rivals(plots(metrics)[0])[0][0] == [(1, -50), (2, -49)]
    assert letters(plots(metrics)[0])["B"][0] == (2, -49)


@pytest.mark.parametrize(
    ("name", "column"),
    [("vae", "ELBO"), ("iwae", "IWAE bound"), ("em", "log p(x) → ELBO"), ("autoencoder", "−distortion")],
)
def test_the_table_of_values_names_the_bound_in_one_column(metrics, name, column):
    metrics.begin(*FAMILIES[name][:2])
    metrics.set_rows([row(1.0, (-30, 4.0, 26), (-31, 5.0, 26))], best_epoch=1.0)
    head, *lines = metrics.values_as_csv().splitlines()
    assert head.split(",") == ["curve", "epoch", column, "rate", "distortion"]
    assert [line.split(",")[0] for line in lines] == ["training", "validation"]
    assert {len(line.split(",")) for line in lines} == {5}

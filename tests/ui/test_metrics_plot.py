"""The curves: what is drawn is what was reported."""

import numpy as np
import pyqtgraph as pg
import pytest
import torch
from hands import drawn, has_colour, plots, rgb, seen
from PySide6.QtCore import Qt

from vaegui.runs import Row
from vaegui.training import EpochEnd, Figures, Step
from vaegui.ui.metrics_plot import MOST_POINTS, MetricsPlot
from vaegui.ui.theme import DARK, LIGHT

TERMS = ("elbo", "rate", "distortion")


@pytest.fixture
def metrics(qtbot):
    widget = MetricsPlot()
    qtbot.addWidget(widget)
    widget.resize(900, 240)
    widget.addAction(widget.log_action)
    widget.show()
    qtbot.waitExposed(widget)
    widget.activateWindow()
    return widget


def step(epoch, rate=3.0, distortion=20.0):
    return Step(epoch, Figures(rate, distortion), 1000.0, 0.5, 1.0)


def epoch_end(epoch, rate=3.0, distortion=20.0, best=False):
    training = Figures(rate - 1, distortion - 1)
    return EpochEnd(epoch, training, Figures(rate, distortion), best, 1.0, 0.001, {"w": torch.zeros(1)})


def words(plot):
    return [item.toPlainText() for item in plot.items if isinstance(item, pg.TextItem) and item.isVisible()]


def catch_up(qtbot, metrics, epochs):
    """Wait for the throttled redraw."""
    qtbot.waitUntil(lambda: len(drawn(plots(metrics)[0])[1][0]) == epochs)


def test_every_report_becomes_a_point(qtbot, metrics):
    for n in range(1, 31):
        metrics.append(step(n / 10, rate=n, distortion=100 - n))
    for n in range(1, 4):
        metrics.append(epoch_end(n, rate=2 * n, distortion=50 - n, best=n == 2))
    catch_up(qtbot, metrics, 3)
    assert metrics.point_counts == (30, 3)
    for plot, name in zip(plots(metrics), TERMS, strict=True):
        training, validation, best = drawn(plot)
        assert np.allclose(training[0], np.arange(1, 31) / 10)
        expected = {"rate": np.arange(1.0, 31), "distortion": 100 - np.arange(1.0, 31), "elbo": np.full(30, -100.0)}
        assert np.allclose(training[1], expected[name])
        n = np.arange(1.0, 4)
        expected = {"rate": 2 * n, "distortion": 50 - n, "elbo": -50 - n}
        assert np.allclose(validation[0], n)
        assert np.allclose(validation[1], expected[name])
        assert best[0].tolist() == [2]
        assert best[1].tolist() == [expected[name][1]]


def test_titles_name_the_terms_and_the_unit(metrics):
    titles = [plot.titleLabel.item.toPlainText() for plot in plots(metrics)]
    assert [title.split()[0] for title in titles] == ["ELBO", "Rate", "Distortion"]
    assert all("nats/image" in title for title in titles)


def test_the_best_mark_moves_to_a_better_epoch_and_stays_there(qtbot, metrics):
    for n, best in enumerate([True, True, False, True, False], start=1):
        metrics.append(epoch_end(n, best=best))
    catch_up(qtbot, metrics, 5)
    assert drawn(plots(metrics)[0])[2][0].tolist() == [4]


def test_the_last_value_stands_at_the_end_of_the_line(qtbot, metrics):
    metrics.append(epoch_end(1, rate=3.25, distortion=100))
    metrics.append(epoch_end(2, rate=4.5, distortion=1234))
    catch_up(qtbot, metrics, 2)
    assert [words(plot) for plot in plots(metrics)] == [["−1,238.50"], ["4.50"], ["1,234.00"]]


def test_a_saved_run_shows_its_curves(metrics):
    rows = [Row(n, n * 2.0, 1e-3, -30 + n, 4.0, 26 - n, -31 + n, 5.0, 26 - n) for n in (1.0, 2.0, 3.0)]
    metrics.set_rows(rows, best_epoch=3.0)
    training, validation, best = drawn(plots(metrics)[0])
    assert training[1].tolist() == [-29, -28, -27]
    assert validation[1].tolist() == [-30, -29, -28]
    assert best[0].tolist() == [3]
    metrics.set_rows([], 0.0)
    assert metrics.point_counts == (0, 0)
    assert [words(plot) for plot in plots(metrics)] == [[], [], []]


def test_clear_forgets_everything(qtbot, metrics):
    metrics.append(epoch_end(1, best=True))
    catch_up(qtbot, metrics, 1)
    metrics.clear()
    assert metrics.point_counts == (0, 0)
    training, validation, best = drawn(plots(metrics)[0])
    assert len(training[0]) == len(validation[0]) == len(best[0]) == 0


def test_l_makes_the_axes_logarithmic(qtbot, metrics):
    metrics.append(epoch_end(1, rate=10.0, distortion=90.0, best=True))
    metrics.append(epoch_end(2, rate=1.0, distortion=9.0))
    catch_up(qtbot, metrics, 2)
    qtbot.keyClick(metrics, Qt.Key.Key_L)
    assert metrics.log_action.isChecked()
    elbo, rate, distortion = plots(metrics)
    # The ELBO is negative, so its logarithmic plot is of −ELBO, and says so.
    assert elbo.titleLabel.item.toPlainText().startswith("−ELBO")
    assert np.allclose(drawn(elbo)[1][1], [2, 1])
    assert np.allclose(drawn(rate)[1][1], [1, 0])
    assert np.allclose(drawn(distortion)[1][1], np.log10([90, 9]))
    assert np.allclose(drawn(elbo)[2][1], [2])
    assert words(elbo) == ["10.00"]
    qtbot.keyClick(metrics, Qt.Key.Key_L)
    assert np.allclose(drawn(elbo)[1][1], [-100, -10])
    assert elbo.titleLabel.item.toPlainText().startswith("ELBO")


@pytest.mark.parametrize(
    ("rate", "distortion"),
    [(3.0, -40.0), (0.0, 20.0), (0.0, 0.0), (1e-30, 1e30)],
    ids=["positive ELBO", "no rate", "nothing", "far apart"],
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

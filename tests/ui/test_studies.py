"""Figures, noise and few labels in the window: what it measures, when, and that it is the same by hand."""

import shutil

import numpy as np
import pyqtgraph as pg
import pytest
from hands import LEFT, NONE, WAIT, choose_tab, finish, hold, press_in_box, says, stop, train, train_for
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from sealing import reseal

from vaegui import comparison, folders, probes, runs
from vaegui.comparison import NOISE_LEVELS, NOISY_IMAGE, Contender
from vaegui.data import CORRUPTIONS, fixed_thresholds
from vaegui.probes import FineTuneConfig, ProbeResult
from vaegui.sources import SOURCES
from vaegui.ui import studies
from vaegui.ui.figures_panel import NOTHING_TICKED
from vaegui.ui.generator_thread import GeneratorThread
from vaegui.ui.theme import number, run_colour

NOTHING = np.empty((2, 0))


@pytest.fixture
def vae(run_of):
    return run_of("vae")


@pytest.fixture
def other(run_of):
    return run_of("autoencoder")


@pytest.fixture
def opened(qtbot, open_window, vae, other):
    """The window on one of two runs, once the images of digits are there."""
    window = open_window(vae.folder)
    qtbot.waitUntil(lambda: len(window.desk.explorer.reconstruction.table.rows) > 0, timeout=WAIT)
    return window


# What a person does


def select(qtbot, window, run):
    """Click on a run in the list."""
    choose_tab(qtbot, window, "Runs")
    tree = window.desk.runs_panel.list
    item = next(i for i in map(tree.topLevelItem, range(tree.topLevelItemCount())) if folder_of(i) == run.folder)
    tree.scrollToItem(item)
    spot = tree.visualItemRect(item).center()
    spot.setX(60)
    qtbot.mouseClick(tree.viewport(), LEFT, NONE, spot)
    return spot


def folder_of(item):
    return item.data(0, Qt.ItemDataRole.UserRole)


def tick(qtbot, window, run):
    """Tick a run in the list, or take the tick away."""
    before = window.desk.runs_panel.ticked
    select(qtbot, window, run)
    qtbot.keyClick(window.desk.runs_panel.list, Qt.Key.Key_Space)
    assert window.desk.runs_panel.ticked != before


def open_from_list(qtbot, window, run):
    qtbot.mouseDClick(window.desk.runs_panel.list.viewport(), LEFT, NONE, select(qtbot, window, run))
    assert window.desk.run.folder == run.folder


def set_draws(qtbot, window, draws):
    box = window.desk.studies.few_labels.draws
    box.setFocus()
    box.selectAll()
    qtbot.keyClicks(box, str(draws))


def wait_for_threads(qtbot, window, timeout=WAIT):
    qtbot.waitUntil(lambda: not working(window), timeout=timeout)


# What a person sees


def working(window):
    """The studies' threads."""
    return window.desk.studies.findChildren(GeneratorThread)


def is_busy(panel):
    return getattr(panel, "controls", panel).bar.isVisibleTo(panel)


def starter(panel):
    """The button that starts measuring."""
    return panel.controls.button if hasattr(panel, "controls") else panel.measure_button


def is_measured(window):
    """Whether the table is there, and the button to measure again."""
    return rows_of(window) != {} and not is_busy(window.desk.studies.figures)


def rows_of(window):
    table = window.desk.studies.figures.table
    return {
        table.verticalHeaderItem(row).text(): [table.item(row, column).text() for column in range(table.columnCount())]
        for row in range(table.rowCount())
    }


def lines(panel):
    """What each plot of a panel shows: lines (2, points) by colour and style."""
    return [
        {
            (item.opts["pen"].color().name(), item.opts["pen"].style()): np.array(item.getData())
            for item in widget.getPlotItem().listDataItems()
            if isinstance(item, pg.PlotDataItem) and item.getData()[0] is not None and len(item.getData()[0])
        }
        for widget in panel.findChildren(pg.PlotWidget)
    ]


def colour_of(window, index):
    return run_colour(window.desk.studies.few_labels._theme, index)


# The same by hand


def lineup(*chosen):
    return [Contender(run.name, run.model, run.has_encoder) for run in chosen]


def images_of(dataset, count):
    return dataset.test.pixels[:count], fixed_thresholds(dataset.test.pixels.shape)[:count]


def result_of(steps):
    while True:
        try:
            next(steps)
        except StopIteration as done:
            return done.value


def figures_by_hand(dataset, *chosen, count=1000):
    return result_of(comparison.compare(lineup(*chosen), *images_of(dataset, count)))


def cells(figure):
    """A row of the table of figures."""
    written = [
        "–" if value is None else f"{number(value.mean)} ± {number(value.standard_error)}"
        for value in (*figure.values, *figure.differences[1:])
    ]
    return [f"▲ {text}" if index == figure.best else text for index, text in enumerate(written)]


def table_by_hand(dataset, *chosen, count=1000):
    return {f"{f.words}, {f.unit}": cells(f) for f in figures_by_hand(dataset, *chosen, count=count)}


def measured_by(window, runs_shown, dataset, timeout=WAIT):
    """Check that the noise panel's lines are those of some runs, once it is done."""
    points = list(comparison.noise_curves(lineup(*runs_shown), *images_of(dataset, studies.NOISE_IMAGES)))
    styles = {NOISY_IMAGE: (window.desk.studies.noise._theme.muted, Qt.PenStyle.DashLine)}
    styles |= {run.name: (colour_of(window, i), Qt.PenStyle.SolidLine) for i, run in enumerate(runs_shown)}
    for kind, found in zip(CORRUPTIONS, lines(window.desk.studies.noise), strict=True):
        assert set(found) == set(styles.values())
        for name, style in styles.items():
            mine = [point for point in points if (point.kind, point.name) == (kind, name)]
            expected = [[100 * point.level for point in mine], [point.psnr.mean for point in mine]]
            assert len(mine) == len(NOISE_LEVELS)
            np.testing.assert_allclose(found[style], expected, rtol=1e-5)
    return True


def has_all_noise(window, count):
    return all(
        len(found) == count + 1 and all(line.shape[1] == len(NOISE_LEVELS) for line in found.values())
        for found in lines(window.desk.studies.noise)
    )


def probes_by_hand(dataset, draws, *chosen):
    """The accuracies, in per cent, of each probe of runs, raw pixels and two principal components."""
    features = [result_of(probes.code_features(run.name, run.model, dataset)) for run in chosen]
    features += [probes.pixel_features(dataset), probes.pca_features(dataset, 2)]
    found = probes.probe(features, dataset.train.labels, dataset.test.labels, draws=draws)
    accuracies = {}
    for item in found:
        if isinstance(item, ProbeResult):
            accuracies.setdefault(item.probe, {}).setdefault(item.features, []).append(100 * item.mean)
    return accuracies


# Figures


def test_figures_measure_themselves_once_two_runs_are_compared(qtbot, opened, vae, other, digits):
    panel = opened.desk.studies.figures
    choose_tab(qtbot, opened, "Figures")
    assert "Tick runs" in says(panel)
    assert not working(opened)
    tick(qtbot, opened, other)
    assert is_busy(panel)
    qtbot.waitUntil(lambda: is_measured(opened), timeout=WAIT)
    assert not is_busy(panel)
    expected = table_by_hand(digits, vae, other)
    assert rows_of(opened) == expected
    assert any(cell.startswith("▲") for row in expected.values() for cell in row)
    count = len(digits.test)
    assert says(panel).startswith(f"{count} test images of {SOURCES['digits'].title}; the same for all.")


def test_figures_wait_until_somebody_looks(qtbot, opened, other):
    tick(qtbot, opened, other)
    assert not working(opened)
    choose_tab(qtbot, opened, "Figures")
    qtbot.waitUntil(lambda: is_measured(opened), timeout=WAIT)
    shown = rows_of(opened)
    wait_for_threads(qtbot, opened)
    # They are not measured again when one comes back.
    choose_tab(qtbot, opened, "Curves")
    choose_tab(qtbot, opened, "Figures")
    assert not working(opened)
    assert rows_of(opened) == shown


def test_figures_of_another_number_of_images(qtbot, opened, vae, other, digits):
    panel = opened.desk.studies.figures
    choose_tab(qtbot, opened, "Figures")
    tick(qtbot, opened, other)
    qtbot.waitUntil(lambda: is_measured(opened), timeout=WAIT)
    panel.images_box.setFocus()
    panel.images_box.selectAll()
    qtbot.keyClicks(panel.images_box, "200")
    qtbot.mouseClick(panel.controls.button, LEFT)
    assert is_busy(panel)
    qtbot.waitUntil(lambda: says(panel).startswith("200 test images"), timeout=WAIT)
    assert rows_of(opened) == table_by_hand(digits, vae, other, count=200)
    assert rows_of(opened) != table_by_hand(digits, vae, other)


def test_figures_can_be_cancelled_and_measured_after_all(qtbot, opened, vae, other, digits):
    panel = opened.desk.studies.figures
    choose_tab(qtbot, opened, "Figures")
    tick(qtbot, opened, other)
    qtbot.mouseClick(panel.controls.cancel_button, LEFT)
    assert not is_busy(panel)
    wait_for_threads(qtbot, opened)
    assert rows_of(opened) == {}
    choose_tab(qtbot, opened, "Curves")
    choose_tab(qtbot, opened, "Figures")
    assert not working(opened)  # cancelled is cancelled
    qtbot.mouseClick(panel.controls.button, LEFT)
    qtbot.waitUntil(lambda: is_measured(opened), timeout=WAIT)
    assert rows_of(opened) == table_by_hand(digits, vae, other)


def test_another_run_that_is_opened_is_measured_anew(qtbot, opened, vae, other, digits, run_of):
    third = run_of("grey")
    opened.desk.refresh_runs()
    choose_tab(qtbot, opened, "Figures")
    tick(qtbot, opened, other)
    qtbot.waitUntil(lambda: is_measured(opened), timeout=WAIT)
    open_from_list(qtbot, opened, third)
    assert rows_of(opened) == {}
    qtbot.waitUntil(lambda: is_measured(opened), timeout=WAIT)
    assert rows_of(opened) == table_by_hand(digits, third, other)


def test_without_rivals_the_table_goes(qtbot, opened, other):
    panel = opened.desk.studies.figures
    choose_tab(qtbot, opened, "Figures")
    tick(qtbot, opened, other)
    qtbot.waitUntil(lambda: is_measured(opened), timeout=WAIT)
    tick(qtbot, opened, other)
    assert rows_of(opened) == {}
    assert "Tick runs" in says(panel)


# Noise


def test_a_run_of_other_images_that_is_ticked_is_said_to_be_left_out(qtbot, opened, vae, other, mnist_run, digits):
    desk = opened.desk
    words = f"“{mnist_run.name}” is left out: it was trained on MNIST, not on Digits 8×8."
    choose_tab(qtbot, opened, "Figures")
    tick(qtbot, opened, mnist_run)
    qtbot.waitUntil(lambda: words in says(desk.studies.figures), timeout=WAIT)
    assert NOTHING_TICKED in says(desk.studies.figures)
    tick(qtbot, opened, other)
    qtbot.waitUntil(lambda: is_measured(opened), timeout=WAIT)
    assert rows_of(opened) == table_by_hand(digits, vae, other)
    assert words in says(desk.studies.figures)
    choose_tab(qtbot, opened, "Noise")
    shown = QTextDocument()
    shown.setHtml(says(desk.studies.noise))
    assert words in shown.toPlainText()
    tick(qtbot, opened, mnist_run)
    assert "left out" not in says(desk.studies.figures) + says(desk.studies.noise)


def test_noise_is_removed_by_a_single_run_too(qtbot, opened, vae, digits):
    assert not working(opened)
    choose_tab(qtbot, opened, "Noise")
    assert is_busy(opened.desk.studies.noise)
    qtbot.waitUntil(lambda: has_all_noise(opened, 1), timeout=WAIT)
    assert measured_by(opened, [vae], digits)
    qtbot.waitUntil(lambda: not is_busy(opened.desk.studies.noise), timeout=WAIT)


def test_noise_follows_the_runs_that_are_compared(qtbot, opened, vae, other, digits):
    choose_tab(qtbot, opened, "Noise")
    qtbot.waitUntil(lambda: has_all_noise(opened, 1), timeout=WAIT)
    tick(qtbot, opened, other)
    assert lines(opened.desk.studies.noise) == [{}, {}, {}]
    qtbot.waitUntil(lambda: has_all_noise(opened, 2), timeout=WAIT)
    assert measured_by(opened, [vae, other], digits)


def test_noise_can_be_cancelled_and_measured_after_all(qtbot, opened, vae, digits):
    panel = opened.desk.studies.noise
    choose_tab(qtbot, opened, "Noise")
    qtbot.mouseClick(panel.controls.cancel_button, LEFT)
    assert not is_busy(panel)
    wait_for_threads(qtbot, opened)
    assert not has_all_noise(opened, 1)
    qtbot.mouseClick(panel.controls.button, LEFT)
    qtbot.waitUntil(lambda: has_all_noise(opened, 1), timeout=WAIT)
    assert measured_by(opened, [vae], digits)


def test_runs_of_one_name_keep_their_own_lines(qtbot, open_window, home, digits):
    shipped = runs.load(folders.shipped_folder() / "digits-vae-2d")
    own = runs.load(shutil.copytree(folders.shipped_folder() / "digits-vae-2d", home / "runs" / "digits-vae-2d"))
    window = open_window(own.folder)
    qtbot.waitUntil(lambda: len(window.desk.explorer.reconstruction.table.rows) > 0, timeout=WAIT)
    tick(qtbot, window, shipped)
    choose_tab(qtbot, window, "Noise")
    qtbot.waitUntil(lambda: has_all_noise(window, 2), timeout=WAIT)
    assert [contender.name for contender in window.desk.studies._lineup] == ["digits-vae-2d", "digits-vae-2d (2)"]


# Few labels


def test_few_labels_are_what_probes_find_by_hand(qtbot, opened, vae, other, digits):
    panel = opened.desk.studies.few_labels
    tick(qtbot, opened, other)
    choose_tab(qtbot, opened, "Few labels")
    assert not working(opened)  # it takes its time, and is asked for
    set_draws(qtbot, opened, 2)
    qtbot.mouseClick(panel.measure_button, LEFT)
    assert is_busy(panel)
    qtbot.waitUntil(lambda: not is_busy(panel), timeout=2 * WAIT)
    expected = probes_by_hand(digits, 2, vae, other)
    qtbot.waitUntil(
        lambda: all(len(line[0]) == 6 for found in lines(panel)[:2] for line in found.values()), timeout=WAIT
    )
    runs_styles = [(colour_of(opened, i), Qt.PenStyle.SolidLine) for i in (0, 1)]
    for found, kind in zip(lines(panel)[:2], ("knn", "linear"), strict=True):
        heights = {style: line[1] for style, line in found.items()}
        mine = [heights.pop(style) for style in runs_styles]
        np.testing.assert_allclose(mine, [expected[kind][run.name] for run in (vae, other)])
        assert {colour for colour, _ in heights} == {panel._theme.muted}
        raw_and_pca = [expected[kind]["raw pixels"], expected[kind]["PCA, 2 dimensions"]]
        np.testing.assert_allclose(sorted(map(list, heights.values())), sorted(raw_and_pca))
    assert panel.key.words == ["A vae", "B autoencoder", "raw pixels", "PCA, 2 dimensions"]


def test_few_labels_can_be_cancelled_within_seconds(qtbot, opened):
    panel = opened.desk.studies.few_labels
    choose_tab(qtbot, opened, "Few labels")
    set_draws(qtbot, opened, 50)
    qtbot.mouseClick(panel.measure_button, LEFT)
    qtbot.waitUntil(lambda: lines(panel)[0] != {}, timeout=WAIT)
    assert panel.measure_button.text() == "Cancel"
    qtbot.mouseClick(panel.measure_button, LEFT)
    assert not is_busy(panel)
    wait_for_threads(qtbot, opened)
    lengths = [line.shape[1] for found in lines(panel)[:2] for line in found.values()]
    assert lengths.count(6) < 6  # three features, two probes
    assert panel.draws.isEnabled()
    assert panel.measure_button.text() == "Measure"


def test_fine_tuning_is_shown_live_and_is_the_same_by_hand(qtbot, opened, vae, other, digits):
    panel = opened.desk.studies.few_labels
    tick(qtbot, opened, other)  # it is the open run that is tuned
    choose_tab(qtbot, opened, "Few labels")
    qtbot.keyClick(panel.labels, Qt.Key.Key_Down)
    assert panel.labels.currentText() == "50"
    lengths = []
    qtbot.mouseClick(panel.fine_tune_button, LEFT)

    def is_done():
        lengths.extend(line.shape[1] for line in lines(panel)[2].values())
        return lengths[-1:] == [61]

    qtbot.waitUntil(is_done, timeout=2 * WAIT)
    assert any(1 < length < 61 for length in lengths)
    steps = list(probes.fine_tune(vae.model, digits, FineTuneConfig(labels_per_class=50)))
    tuned = lines(panel)[2]
    epochs = list(range(61))
    np.testing.assert_allclose(
        tuned[colour_of(opened, 0), Qt.PenStyle.SolidLine], [epochs, [100 * s.pretrained for s in steps]]
    )
    np.testing.assert_allclose(
        tuned[panel._theme.muted, Qt.PenStyle.DashLine], [epochs, [100 * s.scratch for s in steps]]
    )
    qtbot.waitUntil(lambda: not is_busy(panel), timeout=WAIT)


def test_fine_tuning_can_be_cancelled_and_stays_when_probes_are_measured(qtbot, opened):
    panel = opened.desk.studies.few_labels
    choose_tab(qtbot, opened, "Few labels")
    qtbot.keyClick(panel.labels, Qt.Key.Key_End)
    assert panel.labels.currentText() == "all"
    qtbot.mouseClick(panel.fine_tune_button, LEFT)
    qtbot.waitUntil(lambda: lines(panel)[2] != {}, timeout=WAIT)
    qtbot.mouseClick(panel.fine_tune_button, LEFT)
    assert not is_busy(panel)
    wait_for_threads(qtbot, opened)
    (length,) = {line.shape[1] for line in lines(panel)[2].values()}
    assert length < 61
    qtbot.mouseClick(panel.measure_button, LEFT)
    qtbot.waitUntil(lambda: lines(panel)[0] != {}, timeout=WAIT)
    assert lines(panel)[2] != {}


def test_another_run_that_is_opened_has_no_accuracies_yet(qtbot, opened, other):
    panel = opened.desk.studies.few_labels
    choose_tab(qtbot, opened, "Few labels")
    qtbot.mouseClick(panel.measure_button, LEFT)
    qtbot.waitUntil(lambda: lines(panel)[0] != {}, timeout=WAIT)
    open_from_list(qtbot, opened, other)
    assert not is_busy(panel)
    assert lines(panel) == [{}, {}, {}]
    wait_for_threads(qtbot, opened)
    assert lines(panel) == [{}, {}, {}]
    assert panel.measure_button.isEnabled()


def test_an_encoder_that_was_never_trained_is_no_start(qtbot, open_window, run_of):
    em = run_of("em")
    rows = (em.folder / runs.FILES["metrics"]).read_text().splitlines(keepends=True)
    (em.folder / runs.FILES["metrics"]).write_text("".join(row for row in rows if "amortise" not in row))
    reseal(em.folder)
    assert not runs.load(em.folder).has_encoder
    window = open_window(em.folder)
    panel = window.desk.studies.few_labels
    choose_tab(qtbot, window, "Few labels")
    qtbot.waitUntil(panel.fine_tune_button.isEnabled, timeout=WAIT)
    qtbot.mouseClick(panel.fine_tune_button, LEFT)
    assert press_in_box(qtbot, window, "OK").startswith(studies.STOPPED)
    assert not is_busy(panel)
    # Its codes are exact posterior means, which need none.
    qtbot.mouseClick(panel.measure_button, LEFT)
    qtbot.waitUntil(lambda: (colour_of(window, 0), Qt.PenStyle.SolidLine) in lines(panel)[0], timeout=WAIT)


# Training, closing, missing images


def test_while_a_model_is_trained_nothing_is_measured(qtbot, opened, other, digits):
    panels = (opened.desk.studies.figures, opened.desk.studies.noise, opened.desk.studies.few_labels)
    choose_tab(qtbot, opened, "Noise")
    qtbot.waitUntil(lambda: has_all_noise(opened, 1), timeout=WAIT)
    choose_tab(qtbot, opened, "Train")
    train(qtbot, opened)
    train_for(qtbot, opened, 2)
    hold(qtbot, opened)
    for panel, title in zip(panels, ("Figures", "Noise", "Few labels"), strict=True):
        choose_tab(qtbot, opened, title)
        assert studies.LIVE in says(panel)
        assert not starter(panel).isEnabled()
    choose_tab(qtbot, opened, "Noise")
    tick(qtbot, opened, other)
    assert not working(opened)
    assert lines(opened.desk.studies.noise) == [{}, {}, {}]
    assert studies.LIVE in says(opened.desk.studies.noise)
    choose_tab(qtbot, opened, "Train")
    stop(qtbot, opened)
    finish(qtbot, opened)
    qtbot.waitUntil(lambda: has_all_noise(opened, 2), timeout=WAIT)
    assert measured_by(opened, [opened.desk.run, other], digits)
    for panel, title in zip(panels, ("Figures", "Noise", "Few labels"), strict=True):
        choose_tab(qtbot, opened, title)
        assert studies.LIVE not in says(panel)
    qtbot.waitUntil(lambda: is_measured(opened), timeout=WAIT)
    assert rows_of(opened) == table_by_hand(digits, opened.desk.run, other)
    assert opened.desk.studies.few_labels.measure_button.isEnabled()


def test_closing_ends_what_is_being_measured(qtbot, opened, other):
    panel = opened.desk.studies.few_labels
    tick(qtbot, opened, other)
    choose_tab(qtbot, opened, "Few labels")
    set_draws(qtbot, opened, 50)
    qtbot.mouseClick(panel.measure_button, LEFT)
    qtbot.waitUntil(lambda: lines(panel)[0] != {}, timeout=WAIT)
    (thread,) = working(opened)
    assert thread.isRunning()
    assert opened.close()
    assert thread.isFinished()


def test_without_the_images_they_say_what_to_do(qtbot, open_window, mnist_run, strangers_folder, strangers):
    window = open_window(mnist_run.folder)
    panels = (window.desk.studies.figures, window.desk.studies.noise, window.desk.studies.few_labels)
    for panel, title in zip(panels, ("Figures", "Noise", "Few labels"), strict=True):
        choose_tab(qtbot, window, title)
        assert studies.NO_IMAGES in says(panel)
        assert not starter(panel).isEnabled()
    assert not working(window)
    choose_tab(qtbot, window, "Noise")
    window.desk.datasets.use_folder("mnist", strangers_folder)
    qtbot.waitUntil(lambda: has_all_noise(window, 1), timeout=WAIT)
    assert measured_by(window, [mnist_run], strangers)
    choose_tab(qtbot, window, "Few labels")
    assert studies.NO_IMAGES not in says(window.desk.studies.few_labels)
    assert window.desk.studies.few_labels.measure_button.isEnabled()


def test_without_a_run_they_say_so(qtbot, open_window, tmp_path):
    window = open_window(tmp_path / "nothing here")
    press_in_box(qtbot, window, "OK")
    for panel, title in (
        (window.desk.studies.figures, "Figures"),
        (window.desk.studies.noise, "Noise"),
        (window.desk.studies.few_labels, "Few labels"),
    ):
        choose_tab(qtbot, window, title)
        assert studies.NO_RUN in says(panel)
        assert not starter(panel).isEnabled()

"""Factors: what is shown is what the functions find; what cannot be scored says why, and when it ends."""

import shutil
from dataclasses import replace

import numpy as np
import pyqtgraph as pg
import pytest
import torch
from hands import LEFT, WAIT, choose_tab, has_colour, rgb, says, seen, settle
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QColor, QHelpEvent
from PySide6.QtWidgets import QApplication, QLabel, QToolTip

from vaegui import explore, factors, recording, runs, shapes
from vaegui.data import fixed_thresholds
from vaegui.factors import FactorScores
from vaegui.families import TrainConfig
from vaegui.models import ModelConfig
from vaegui.shapes import ShapesConfig
from vaegui.steps import finish
from vaegui.ui import factor_study
from vaegui.ui.factors_panel import CANCEL, INSTEAD, MAPS, MEANINGS, MOST_DIMENSIONS, SCORE, FactorsPanel, readable
from vaegui.ui.generator_thread import GeneratorThread
from vaegui.ui.studies import NO_IMAGES, NO_RUN
from vaegui.ui.theme import DARK, LIGHT, number

THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
NAMES = ("form", "x", "scale")
SHAPES = ShapesConfig(side=8, count=300, form=True, x=True, y=False, scale=True, rotation=False)


def some_scores(dimensions=2):
    random = np.random.default_rng(dimensions)
    importance = random.dirichlet(np.ones(dimensions + 1), 3).T[:dimensions]
    return FactorScores(NAMES, 500, random.uniform(size=(dimensions, 3)), importance, importance.sum(0))


@pytest.fixture
def panel(qtbot):
    widget = FactorsPanel()
    qtbot.addWidget(widget)
    widget.resize(900, 220)
    widget.show()
    qtbot.waitExposed(widget)
    return widget


@pytest.fixture(scope="session")
def shapes_folder(tmp_path_factory):
    """Short runs on shapes, of a plane, of a line and without codes; and one whose codes were cut short."""
    folder = tmp_path_factory.mktemp("runs-on-shapes")
    dataset = shapes.generate(SHAPES)
    models = {
        "plane": ModelConfig(hidden=(16,)),
        "line": ModelConfig(hidden=(16,), latent_size=1),
        "em": ModelConfig(family="em", hidden=(16,)),
        "pixels": ModelConfig(family="pixels"),
    }
    for name, model in models.items():
        training = TrainConfig(epochs=3, learning_rate=1e-2, device="cpu", grid_side=12, amortise_epochs=1)
        if name == "pixels":
            training = TrainConfig(device="cpu")
        for _ in recording.train_run(dataset, model, training, folder / name):
            pass
    return folder


@pytest.fixture
def shapes_run(shapes_folder, home):
    """A run on shapes in the user's own folder."""

    def copy(name="plane"):
        return runs.load(shutil.copytree(shapes_folder / name, home / "runs" / f"shapes-{name}"))

    return copy


def look(qtbot, window):
    choose_tab(qtbot, window, "Factors")
    return window.desk.factors_panel


def open_shapes(qtbot, window, run):
    """Open a run, and wait until its images are there."""
    assert window.desk.open_run(run.folder)
    qtbot.waitUntil(lambda: window.desk.explorer.drivers[0].images is not None, timeout=WAIT)
    return look(qtbot, window)


def start(qtbot, panel):
    qtbot.mouseClick(panel.button, LEFT)
    assert panel.button.text() == CANCEL


def scored(qtbot, panel):
    start(qtbot, panel)
    qtbot.waitUntil(lambda: panel.button.text() == SCORE, timeout=WAIT)
    return panel.scores


def texts(table):
    """What stands in the cells, row by row."""
    rows, columns = (1 + max(place[axis] for place in table.cells) for axis in (0, 1))
    return [
        [table.cells[row, column].text if (row, column) in table.cells else "" for column in range(columns)]
        for row in range(rows)
    ]


def is_the_same(found, expected):
    return found is not None and all(
        np.array_equal(one, other) for one, other in zip(vars(found).values(), vars(expected).values(), strict=True)
    )


def by_hand(run):
    """Scores of a run on SHAPES."""
    dataset = shapes.generate(SHAPES)
    pixels = dataset.test.pixels
    encoded = explore.encode(run.model, pixels, fixed_thresholds(pixels.shape))
    codes = torch.cat([mean for mean, _ in encoded]).numpy()
    return finish(factors.score(codes, dataset.test.factors.numpy(), dataset.factors))


def is_written(picture, colour):
    """Whether some pixels have nearly this colour; letters are thin, and their edges are smooth."""
    return (np.abs(picture.astype(int) - rgb(colour)).max(-1) < 60).sum() > 5


def wait_for_threads(qtbot, window):
    qtbot.waitUntil(lambda: not window.desk.factor_study.findChildren(GeneratorThread), timeout=WAIT)


# ---- the panel


def test_tables_and_figures_are_those_of_the_scores(panel):
    scores = some_scores()
    panel.set_scores(scores, "500 test images.")
    assert texts(panel.correlation) == [[number(value) for value in row] for row in scores.correlation.T]
    told, complete = scores.informativeness_of, scores.completeness_of
    rows = [
        [number(value) for value in (*row, told[index], complete[index])]
        for index, row in enumerate(scores.importance.T)
    ]
    below = [number(value) for value in scores.disentanglement_of]
    assert texts(panel.importance) == [*rows, [*below, "", ""]]
    shown = says(panel)
    for name in MEANINGS:
        label = next(label for label in panel.findChildren(QLabel) if label.accessibleName() == name.capitalize())
        assert label.text() == number(getattr(scores, name))
        assert "Eastwood & Williams, ICLR 2018" in label.toolTip()
        assert MEANINGS[name] in label.toolTip()
        assert name.capitalize() in shown
    assert "500 test images." in shown
    assert panel.words == "500 test images."
    assert INSTEAD not in shown


@THEMES
def test_cells_have_the_colour_of_their_value_and_numbers_that_can_be_read(panel, theme):
    panel.set_theme(theme)
    scores = some_scores()
    panel.set_scores(scores, "")
    settle(panel)
    colours = pg.colormap.get(MAPS[theme.name])
    for table, values in ((panel.correlation, scores.correlation), (panel.importance, scores.importance)):
        picture = seen(table)
        for (row, column), cell in table.cells.items():
            area = table.cell_rect(row, column).toRect().adjusted(1, 1, -2, -2)
            inside = picture[area.top() : area.bottom() + 1, area.left() : area.right() + 1]
            if cell.value is None:
                assert is_written(inside, theme.text)
                continue
            assert cell.value == values[column, row]
            background = colours.map(cell.value, mode="qcolor")
            assert has_colour(inside, background.name()) > inside.shape[0] * inside.shape[1] / 3
            assert is_written(inside, readable(background))


def test_numbers_stand_out_from_every_colour():
    def luminance(colour):
        light = np.array(colour.getRgbF()[:3])
        linear = np.where(light <= 0.04045, light / 12.92, ((light + 0.055) / 1.055) ** 2.4)
        return linear @ [0.2126, 0.7152, 0.0722]

    for name in MAPS.values():
        for value in np.linspace(0, 1, 101):
            background = pg.colormap.get(name).map(value, mode="qcolor")
            bright, dark = sorted((luminance(background), luminance(QColor(readable(background)))), reverse=True)
            assert (bright + 0.05) / (dark + 0.05) >= 4.5


def test_a_cell_says_what_it_is(qtbot, panel):
    scores = some_scores()
    panel.set_scores(scores, "")
    settle(panel)

    def tip(table, row, column):
        point = table.cell_rect(row, column).center().toPoint()
        QApplication.sendEvent(table, QHelpEvent(QEvent.Type.ToolTip, point, table.mapToGlobal(point)))
        return QToolTip.text()

    assert tip(panel.correlation, 0, 1) == f"z₂ and form: η {number(scores.correlation[1, 0])}"
    assert tip(panel.correlation, 2, 0) == f"z₁ and scale: |ρ| {number(scores.correlation[0, 2])}"
    assert tip(panel.importance, 0, 1) == f"z₂ and form: importance {number(scores.importance[1, 0])}"
    assert tip(panel.importance, 1, 3) == f"completeness of x: {number(scores.completeness_of[1])}"
    weight = f"{100 * scores.weights[0]:.0f} % of all importance"
    assert (
        tip(panel.importance, 3, 0) == f"disentanglement of z₁: {number(scores.disentanglement_of[0])}; it has {weight}"
    )
    for table in (panel.correlation, panel.importance):
        assert all(cell.tip in table.accessibleDescription() for cell in table.cells.values())
        outside = QPoint(0, 0)
        QApplication.sendEvent(table, QHelpEvent(QEvent.Type.ToolTip, outside, table.mapToGlobal(outside)))
        qtbot.waitUntil(lambda: not QToolTip.isVisible(), timeout=WAIT)


def test_of_many_dimensions_those_that_tell_most_are_shown(panel):
    scores = some_scores(12)
    panel.set_scores(scores, "Words.")
    most = sorted(sorted(range(12), key=lambda index: -scores.importance[index].sum())[:MOST_DIMENSIONS])
    assert [row[:MOST_DIMENSIONS] for row in texts(panel.importance)[:3]] == [
        [number(value) for value in row] for row in scores.importance[most].T
    ]
    assert texts(panel.correlation) == [[number(value) for value in row] for row in scores.correlation[most].T]
    assert f"Of 12 dimensions, the {MOST_DIMENSIONS} that tell most" in says(panel)
    assert (
        f"z₁₀ and x: |ρ| {number(scores.correlation[9, 1])}" in [c.tip for c in panel.correlation.cells.values()]
        or 9 not in most
    )
    assert panel.minimumSizeHint().width() < 600


def test_what_has_no_meaning_is_a_dash(panel):
    panel.set_scores(some_scores(1), "")
    assert [row[2] for row in texts(panel.importance)[:3]] == ["–"] * 3
    label = next(label for label in panel.findChildren(QLabel) if label.accessibleName() == "Completeness")
    assert label.text() == "–"


def test_all_is_inside_however_small_the_dock_is(panel):
    panel.set_scores(some_scores(), "")
    for height in (220, 150):
        panel.resize(700, height)
        settle(panel)
        for table in (panel.correlation, panel.importance):
            rects = [table.cell_rect(*place) for place in table.cells]
            assert all(table.rect().toRectF().adjusted(-1, -1, 1, 1).contains(rect) for rect in rects)
            assert not any(a.adjusted(1, 1, -1, -1).intersects(b) for a in rects for b in rects if a != b)


def test_the_button_starts_and_cancels_and_nothing_moves(qtbot, panel):
    place = panel.button.geometry()
    with qtbot.waitSignal(panel.start_wanted), qtbot.assertNotEmitted(panel.cancel_wanted):
        qtbot.mouseClick(panel.button, LEFT)
    panel.set_busy("Encoding…", 0.25)
    assert (panel.bar.value(), panel.button.text()) == (250, CANCEL)
    assert panel.bar.isVisible()
    assert "Encoding…" in says(panel)
    assert panel.button.geometry() == place
    with qtbot.waitSignal(panel.cancel_wanted), qtbot.assertNotEmitted(panel.start_wanted):
        qtbot.mouseClick(panel.button, LEFT)
    panel.set_idle()
    assert panel.button.text() == SCORE
    assert not panel.bar.isVisible()
    panel.clear("Because.")
    assert panel.words == "Because."
    assert not panel.button.isEnabled()
    with qtbot.assertNotEmitted(panel.start_wanted):
        qtbot.mouseClick(panel.button, LEFT)
    panel.clear()
    assert panel.words == INSTEAD
    assert panel.button.isEnabled()


# ---- in the window


def test_the_scores_are_those_of_the_codes_of_the_test_images(qtbot, window, shapes_run):
    run = shapes_run()
    panel = open_shapes(qtbot, window, run)
    assert panel.words == INSTEAD
    shares = []
    window.desk.factor_study._job.yielded.connect(shares.append)
    found = scored(qtbot, panel)
    assert is_the_same(found, by_hand(run))
    assert found.names == ("form", "x", "scale")
    assert shares == sorted(shares)
    assert shares[-1] == pytest.approx(1)
    assert panel.words.startswith("60 test images of Shapes 8×8 (generated: form, x and scale vary")
    assert panel.words.endswith("2 dimensions cannot tell all of 3 factors.")
    wait_for_threads(qtbot, window)


@pytest.mark.parametrize(("name", "size"), [("line", 1), ("em", 2)])
def test_codes_off_the_map_and_exact_ones_are_scored_too(qtbot, window, shapes_run, name, size):
    run = shapes_run(name)
    panel = open_shapes(qtbot, window, run)
    found = scored(qtbot, panel)
    assert is_the_same(found, by_hand(run))
    assert len(found.importance) == size
    wait_for_threads(qtbot, window)


def test_scoring_can_be_given_up_and_what_was_scored_before_stays(qtbot, window, shapes_run):
    panel = open_shapes(qtbot, window, shapes_run())
    start(qtbot, panel)
    qtbot.mouseClick(panel.button, LEFT)
    assert panel.button.text() == SCORE
    assert not window.desk.factor_study.is_busy
    wait_for_threads(qtbot, window)
    assert panel.scores is None
    found = scored(qtbot, panel)
    start(qtbot, panel)
    qtbot.mouseClick(panel.button, LEFT)
    wait_for_threads(qtbot, window)
    assert panel.scores is found


def test_another_run_gives_up_and_forgets(qtbot, window, shapes_run, own_run):
    panel = open_shapes(qtbot, window, shapes_run())
    assert scored(qtbot, panel) is not None
    start(qtbot, panel)
    line = shapes_run("line")
    open_shapes(qtbot, window, line)
    assert not window.desk.factor_study.is_busy
    assert (panel.scores, panel.words, panel.button.text()) == (None, INSTEAD, SCORE)
    wait_for_threads(qtbot, window)
    assert panel.scores is None
    assert is_the_same(scored(qtbot, panel), by_hand(line))
    assert window.desk.open_run(own_run.folder)
    assert panel.scores is None
    assert panel.words == factor_study.NO_FACTORS
    assert not panel.button.isEnabled()


def test_what_cannot_be_scored_says_why(qtbot, window, shapes_run, mnist_run):
    panel = look(qtbot, window)
    assert panel.words == factor_study.NO_FACTORS
    assert window.desk.open_run(mnist_run.folder)  # whose images are not here, and would not help
    assert panel.words == factor_study.NO_FACTORS
    assert window.desk.open_run(shapes_run().folder)
    assert panel.words == NO_IMAGES  # until they are drawn
    assert not panel.button.isEnabled()
    qtbot.waitUntil(lambda: panel.words == INSTEAD, timeout=WAIT)
    assert panel.button.isEnabled()
    open_shapes(qtbot, window, shapes_run("pixels"))
    assert panel.words == factor_study.NO_CODES
    assert not panel.button.isEnabled()


def test_without_its_encoder_only_em_has_codes(qtbot, window, shapes_run):
    for name, words in (("plane", factor_study.STOPPED), ("em", INSTEAD)):
        panel = open_shapes(qtbot, window, shapes_run(name))
        assert panel.words == INSTEAD
        window.desk.explorer.set_model(window.desk.explorer.model, has_encoder=False)
        assert panel.words == words


def test_a_model_in_training_is_left_alone(qtbot, window, shapes_run):
    panel = open_shapes(qtbot, window, shapes_run())
    explorer = window.desk.explorer
    subject, model = explorer.subject, explorer.model
    start(qtbot, panel)
    explorer.set_subject(replace(subject, rows=torch.arange(20)))
    assert not window.desk.factor_study.is_busy
    assert panel.words == factor_study.LIVE
    explorer.set_model(model, live=True)
    qtbot.waitUntil(lambda: not explorer._left, timeout=WAIT)
    assert (panel.words, panel.button.isEnabled()) == (factor_study.LIVE, False)
    wait_for_threads(qtbot, window)


def test_without_a_run_it_says_where_to_find_one(qtbot, window):
    panel = FactorsPanel()
    qtbot.addWidget(panel)
    window.desk.explorer.drivers[0].set_subject(None)
    study = factor_study.FactorStudy(window.desk.explorer, window.desk.datasets, panel, window.desk)
    assert panel.words == NO_RUN
    assert not panel.button.isEnabled()
    study.close()

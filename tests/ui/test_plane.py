"""Rate–distortion: points are where the figures of runs are, they open by a click, and studies are tables."""

import shutil
import subprocess
import sys
from dataclasses import replace

import numpy as np
import pytest
from hands import LEFT, NONE, WAIT, has_colour, point_at, press_in_box, rgb, seen, settle, stop, train, training_of
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QToolTip
from sealing import reseal

from vaegui import runs, storing
from vaegui.plane import CLASS_COLOURS
from vaegui.runs import Estimate
from vaegui.settings import as_dict
from vaegui.sweeps import study as studies
from vaegui.sweeps.plan import plan_of
from vaegui.sweeps.study import Gap, Study, Trial
from vaegui.ui.figures.parts import MARGIN, size_on_screen
from vaegui.ui.plane_panel import Cell
from vaegui.ui.plane_plot import PlanePlot, Point, nice_totals
from vaegui.ui.theme import DARK, LIGHT, number, run_colour

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
NO_WINDOW = pytest.mark.qt_log_ignore("not accepted by receiving widget")  # releases, of a plot that stands alone


# What a person does and sees


def look(qtbot, window):
    """Bring the panel to the front, and wait until it knows what there is."""
    dock = window.docks["plane"]
    dock.show()
    dock.raise_()
    qtbot.waitUntil(lambda: not dock.visibleRegion().isEmpty(), timeout=WAIT)
    qtbot.waitUntil(lambda: bool(window.desk.plane_panel.plot.points), timeout=WAIT)
    settle(window)
    return window.desk.plane_panel


def click(qtbot, panel, folder, modifiers=NONE):
    settle(panel)
    qtbot.mouseMove(panel.plot.viewport(), panel.plot.place_of(folder).toPoint())
    qtbot.mouseClick(panel.plot.viewport(), LEFT, modifiers, panel.plot.place_of(folder).toPoint())


def on_plane(panel):
    return {point.name: (point.rate.mean, point.distortion.mean) for point in panel.plot.points}


def rows(panel):
    """The table as it is read: headings, and a list of words for each row."""
    model = panel.table.model()
    columns = range(model.columnCount())
    words = [[model.index(r, c).data() for c in columns] for r in range(model.rowCount())]
    return [model.headerData(c, Qt.Orientation.Horizontal) for c in columns], words


def copy_of(run, name, **changes):
    """Another run in the same folder of runs, with another config."""
    folder = shutil.copytree(run.folder, run.folder.with_name(name))
    reseal(folder, **{key: value if value is None else as_dict(value) for key, value in changes.items()})
    return folder


def make_study(*trials, name="tiny", varied=("beta",)):
    plan = plan_of({"dataset": "digits", "vary": {setting: [1] for setting in varied}}, name)
    folder = studies.folders.studies_folder() / name
    (folder / studies.LOCKS).mkdir(parents=True)
    study = Study(name, "digits", plan.as_dict(), trials)
    studies.write(study)
    return study


# The plot alone


def at(name, rate, distortion, group=2.0, **more):
    figures = [Estimate(value, 0.1) for value in (rate, distortion, -rate - distortion)]
    return Point(studies.folders.own_folder() / name, name, "of a test", *figures, group, **more)


@pytest.fixture
def plot(qtbot):
    made = PlanePlot()
    qtbot.addWidget(made)
    made.set_theme(LIGHT)
    made.resize(700, 500)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_lines_of_equal_elbo_are_where_rate_and_distortion_add_up_to_it(plot, qtbot):
    plot.set_points([at("a", 5, 95), at("b", 25, 85, 8.0)], "D =", joins=False)
    settle(plot)
    x, y = (values.reshape(-1, 2) for values in plot._totals.getData())
    totals = x + y
    assert np.allclose(totals[:, 0], totals[:, 1])  # along each line it is the same
    assert len(totals) >= 3
    (left, right), (low, high) = plot.viewRange()
    assert totals[:, 0].tolist() == pytest.approx(nice_totals(left + low, right + high))
    words = {label.textItem.toPlainText(): label.pos() for label in plot._labels if label.isVisible()}
    assert words
    for text, place in words.items():
        nats = float(text.removeprefix("ELBO ").replace("−", "-"))
        assert place.x() + place.y() == pytest.approx(-nats)


def test_round_numbers_between_two():
    assert nice_totals(0.3, 6.2, 6) == [1, 2, 3, 4, 5, 6]
    assert nice_totals(-41, 9, 5) == [-40, -30, -20, -10, 0]
    assert nice_totals(1, 1) == []
    assert nice_totals(0, float("nan")) == []


def test_the_bar_of_the_gap_is_as_long_as_the_gap_solid_or_dashed(plot):
    exact = at("a", 5, 95, log_p=Estimate(-97.0, 0.1), is_exact=True, how="exact")
    estimated = at("b", 25, 85, log_p=Estimate(-104.0, 0.1), how="estimated")
    plot.set_points([exact, estimated, at("c", 10, 90)], "", joins=False)
    for item, point, style in (
        (plot._exact, exact, Qt.PenStyle.SolidLine),
        (plot._estimated, estimated, Qt.PenStyle.CustomDashLine),
    ):
        x, y = item.getData()
        assert x.tolist() == [point.rate.mean] * 2
        assert y[0] - y[1] == pytest.approx(point.log_p.mean - point.elbo.mean)
        assert item.opts["pen"].style() == style
    assert len(plot._feet.points()) == 2
    dots = [item for item in plot._drawn if item.zValue() == 0]
    assert all(item.zValue() > max(dot.zValue() for dot in dots) for item in (plot._exact, plot._estimated))


def test_the_legend_says_which_gaps_there_are_and_keeps_its_words_apart(plot, qtbot):
    exact = at("a", 5, 95, log_p=Estimate(-97.0, 0.1), is_exact=True, how="exact")
    estimated = at("b", 25, 85, log_p=Estimate(-104.0, 0.1), how="estimated")
    words = {exact: "gap, exact", estimated: "gap, estimated"}
    for points in ([exact], [estimated], [exact, estimated], [at("c", 10, 90)]):
        plot.set_points(points, "D =", joins=False)
        assert [key.words for key in plot.legend.keys] == ["D = 2", *(words[p] for p in points if p in words)]
    plot.set_points([exact, *(at(str(n), n, 90, float(n)) for n in range(7))], "D =", joins=True)
    for width in (900, 320, 90):
        places = plot.legend.places(width)
        assert all(place.left() >= 0 and place.right() <= width for place in places)
        for n, place in enumerate(places):
            assert not any(place.intersects(other) for other in places[:n])
            assert place.bottom() <= plot.legend.heightForWidth(width)


def test_lines_have_their_figures_where_there_is_room_in_any_size(plot, qtbot):
    plot.set_points([at("a", 5, 95), at("b", 25, 60, 8.0)], "D =", joins=False)
    settle(plot)
    counts = []
    for height in (500, 160, 500):  # the range stays as it is: only the room is other
        plot.resize(700, height)
        settle(plot)
        shown = [label for label in plot._labels if label.isVisible()]
        areas = [plot._area_of(label) for label in shown]
        assert not any(area.intersects(other) for n, area in enumerate(areas) for other in areas[:n])
        counts.append(len(shown))
    assert counts[0] == counts[2] > counts[1] > 0


@NO_WINDOW
def test_of_points_that_overlap_the_nearest_is_opened(plot, qtbot):
    points = [at("below", 10, 90), at("above", 10.12, 90, 8.0), at("far", 30, 60)]
    plot.set_points(points, "D =", joins=False)
    settle(plot)
    opened = []
    plot.chosen.connect(opened.append)
    centres = [plot.place_of(point.folder) for point in points[:2]]
    assert 1 < centres[1].x() - centres[0].x() < 8  # each lies over the middle of the other
    for point, centre, aside in zip(points, centres, (-2, 2), strict=False):
        there = QPoint(round(centre.x()) + aside, round(centre.y()))
        qtbot.mouseMove(plot.viewport(), there)
        qtbot.mouseClick(plot.viewport(), LEFT, NONE, there)
        assert opened.pop() == point.folder
        qtbot.wait(QApplication.doubleClickInterval() + 20)


@NO_WINDOW
@pytest.mark.parametrize("is_exact", [True, False])
def test_a_click_on_the_bar_over_a_point_or_in_a_corner_opens_the_run(plot, qtbot, is_exact):
    # The corners are where a legend would be; with gaps as small as these the bar and its foot lie over the point.
    corners = [
        at(f"{x}-{y}", x, y, log_p=Estimate(-x - y + 0.05, 0.1), is_exact=is_exact) for x in (2, 30) for y in (60, 90)
    ]
    plot.set_points(corners, "D =", joins=False)
    settle(plot)
    opened = []
    plot.chosen.connect(opened.append)
    for point in corners:
        there = plot.place_of(point.folder).toPoint()
        qtbot.mouseMove(plot.viewport(), there)
        qtbot.mouseClick(plot.viewport(), LEFT, NONE, there)
        assert opened == [point.folder]
        opened.clear()
    assert all(item.isVisible() for item in plot._drawn)


def test_all_points_and_feet_are_seen_and_stay_so_in_another_size(plot, qtbot):
    points = [at("a", 5, 95, log_p=Estimate(-60.0, 0.1), is_exact=True), at("b", 25, 85)]
    plot.set_points(points, "", joins=False)
    for size in ((700, 500), (320, 200), (900, 240)):
        plot.resize(*size)
        settle(plot)
        (left, right), (low, high) = plot.viewRange()
        for point in points:
            assert left < point.rate.mean < right
            assert low < point.distortion.mean < high
        assert low < points[0].foot
        labels = [label for label in plot._labels if label.isVisible() and label.pos().x() == left]
        ends = [plot.getViewBox().mapFromView(label.pos()).x() + label.boundingRect().width() for label in labels]
        assert all(end < plot.place_of(points[0].folder).x() for end in ends)  # no figure below a point


def test_groups_have_shapes_and_colours_and_many_share_a_scale(plot):
    plot.set_points([at(str(n), n, 90, float(n)) for n in range(8)], "D =", joins=True)
    dots = [item for item in plot._drawn if hasattr(item, "points") and item.points()]
    assert len({item.opts["symbol"] for item in dots}) == 8
    assert [key.words for key in plot.legend.keys] == [f"D = {n}" for n in range(8)]
    plot.set_points([at(str(n), n, 90, float(n)) for n in range(20)], "β =", joins=True)
    assert [key.words for key in plot.legend.keys] == ["β = 0", "β = 10", "β = 19"]
    (dots,) = (item for item in plot._drawn if len(item.points()) == 20)
    assert len({point.brush().color().rgb() for point in dots.points()}) == 16


# In the window


def test_points_are_where_the_figures_of_runs_are(window, own_run, qtbot):
    copy_of(own_run, "other", test=replace(own_run.config.test, rate=Estimate(9.5, 0.1)))
    panel = look(qtbot, window)
    found = on_plane(panel)
    assert {"small", "other", "digits-vae-2d"} <= found.keys()
    for name, place in found.items():
        test = runs.load(name).config.test
        assert place == (test.rate.mean, test.distortion.mean)
        point = next(point for point in panel.plot.points if point.name == name)
        assert (point.log_p, point.is_exact) == (test.log_p, True)
    assert "360 test images" in panel.words
    assert "Bernoulli, dynamic binarisation" in panel.words
    headings, table = rows(panel)
    assert headings[:4] == ["Run", "D", "β", "Rate"]
    assert ["other", "2", "1", "9.50"] in [row[:4] for row in table]


def test_a_click_opens_a_run_and_the_marks_follow(window, own_run, qtbot):
    other = copy_of(own_run, "other", test=replace(own_run.config.test, rate=Estimate(9.5, 0.1)))
    panel = look(qtbot, window)
    assert panel.plot._lineup == (own_run.folder,)
    click(qtbot, panel, other)
    assert window.desk.run.folder == other
    assert panel.plot._lineup == (other,)
    assert panel.selected == other
    click(qtbot, panel, own_run.folder, CONTROL)
    assert window.desk.run.folder == other
    assert window.desk.runs_panel.ticked == [own_run.folder]
    assert panel.plot._lineup == (other, own_run.folder)
    picture = seen(panel.plot)
    assert has_colour(picture, run_colour(window.theme, 0)) > 10
    assert has_colour(picture, run_colour(window.theme, 1)) > 10
    click(qtbot, panel, own_run.folder, CONTROL)
    assert window.desk.runs_panel.ticked == []


def test_the_pointer_is_told_what_a_point_is(window, own_run, qtbot):
    panel = look(qtbot, window)
    point = next(point for point in panel.plot.points if point.folder == own_run.folder)
    there = panel.plot.place_of(own_run.folder).toPoint()
    point_at(panel.plot.viewport(), there - QPoint(60, 40))
    qtbot.wait(50)  # pyqtgraph passes over what comes within 10 ms
    point_at(panel.plot.viewport(), there)
    qtbot.waitUntil(lambda: bool(panel.plot.getViewBox().toolTip()), timeout=WAIT)
    tip = panel.plot.getViewBox().toolTip()
    for part in ("<b>small</b>", "D = 2", number(point.rate.mean), number(point.log_p.mean), "(exact)"):
        assert part in tip
    QToolTip.hideText()


def test_while_something_is_trained_a_click_is_refused(window, own_run, qtbot):
    other = copy_of(own_run, "other", test=replace(own_run.config.test, rate=Estimate(9.5, 0.1)))
    train(qtbot, window)
    panel = look(qtbot, window)
    assert panel.plot._lineup == ()
    click(qtbot, panel, other)
    assert "A training is running" in press_in_box(qtbot, window, "OK")
    stop(qtbot, window)
    assert not training_of(window)


def test_what_cannot_be_compared_is_counted(window, own_run, run_of, qtbot):
    run_of("autoencoder"), run_of("pixels"), run_of("grey")
    unmeasured = copy_of(own_run, "unmeasured", test=None)
    panel = look(qtbot, window)
    assert not {"autoencoder", "pixels", "grey", "unmeasured"} & on_plane(panel).keys()
    assert "2 runs without a rate, 1 run of another likelihood, 1 run not measured" in panel.left_out
    window.desk.open_run(runs.load("grey").folder)
    qtbot.waitUntil(lambda: on_plane(panel).keys() == {"grey"}, timeout=WAIT)
    assert "of other likelihoods" in panel.left_out
    assert unmeasured.exists()


def test_runs_that_appear_and_go_are_seen_without_a_click(window, own_run, qtbot):
    panel = look(qtbot, window)
    assert "new" not in on_plane(panel)
    folder = copy_of(own_run, "new")
    qtbot.waitUntil(lambda: "new" in on_plane(panel), timeout=WAIT)
    shutil.rmtree(folder)
    qtbot.waitUntil(lambda: "new" not in on_plane(panel), timeout=WAIT)
    window.docks["train"].raise_()
    window.docks["curves"].raise_()
    qtbot.waitUntil(lambda: not window.desk.plane_study._timer.isActive(), timeout=WAIT)  # nobody looks


def test_a_run_opened_while_the_panel_is_hidden_is_what_it_shows_when_it_is_seen_again(window, own_run, run_of, qtbot):
    run_of("grey")
    panel = look(qtbot, window)
    assert "small" in on_plane(panel)
    qtbot.waitUntil(lambda: not window.desk.plane_study.is_busy, timeout=WAIT)
    window.docks["curves"].raise_()
    window.docks["train"].raise_()
    window.docks["plane"].hide()
    window.desk.open_run(runs.load("grey").folder)
    qtbot.waitUntil(lambda: window.desk.run.name == "grey", timeout=WAIT)
    settle(window)
    assert "small" in on_plane(panel)
    look(qtbot, window)
    qtbot.waitUntil(lambda: on_plane(panel).keys() == {"grey"}, timeout=WAIT)


def test_columns_are_wide_enough_for_rows_that_are_not_seen_yet(window, own_run, qtbot):
    for n in range(8):
        copy_of(own_run, f"r{n}")
    folder = copy_of(own_run, "a-run-with-a-name-that-is-far-from-short")
    window.resize(1280, 720)
    panel = look(qtbot, window)
    qtbot.waitUntil(lambda: folder.name in on_plane(panel) and not panel._widths.isActive(), timeout=WAIT)
    settle(window)
    last = next(r for r, row in enumerate(rows(panel)[1]) if row[0] == folder.name)
    needed = panel.table.fontMetrics().horizontalAdvance(folder.name)
    panel.table.scrollTo(panel.table.model().index(last, 0))
    assert panel.table.columnWidth(0) > needed


def test_a_study_is_a_table_that_sorts_and_opens(window, own_run, qtbot):
    folders = [
        copy_of(own_run, f"tiny-{n}", test=replace(own_run.config.test, rate=Estimate(rate, 0.1)))
        for n, rate in enumerate((9.0, 7.0))
    ]
    test = own_run.config.test
    trials = (
        Trial(0, {"beta": 0.5}, "done", "tiny-0", "here", test=test),
        Trial(1, {"beta": 4.0}, "done", "tiny-1", "here", test=test),
        Trial(2, {"beta": 2.0}, "failed", "tiny-2", "here", "There was not enough memory."),
        Trial(3, {"beta": 16.0}, "done", "tiny-3", "elsewhere", test=test),
        Trial(4, {"beta": 8.0}, "running", "tiny-4", "here"),
        Trial(5, {}, "waiting"),
    )
    make_study(*trials)
    panel = look(qtbot, window)
    qtbot.waitUntil(lambda: panel.study_box.findData("tiny") > 0, timeout=WAIT)
    panel.study_box.setFocus()
    qtbot.keyClick(panel.study_box, Key.Key_Down)
    assert panel.study == "tiny"
    qtbot.waitUntil(lambda: on_plane(panel).keys() == {"tiny-0", "tiny-1"}, timeout=WAIT)
    headings, table = rows(panel)
    assert headings == ["Trial", "β", "Rate", "Distortion", "ELBO", "log p(x)", "State"]
    log_p = f"{number(test.log_p.mean)} exact"
    assert table[0] == ["0", "0.5", "9.00", number(test.distortion.mean), number(test.elbo.mean), log_p, "done"]
    assert [row[-1] for row in table[2:]] == [
        "failed: There was not enough memory.",
        "done, not here",
        "interrupted",
        "waiting",
    ]
    # A click on the heading sorts by the number, not by its letters; what is not known comes last.
    heads = panel.table.horizontalHeader()
    qtbot.mouseClick(heads.viewport(), LEFT, NONE, QPoint(heads.sectionViewportPosition(1) + 8, heads.height() // 2))
    order = [row[0] for row in rows(panel)[1]]
    assert order in (["0", "2", "1", "4", "3", "5"], ["5", "3", "4", "1", "2", "0"])
    row = next(r for r in range(6) if rows(panel)[1][r][0] == "1")
    index = panel.table.model().index(row, 0)
    panel.table.scrollTo(index)
    settle(panel)
    qtbot.mouseClick(panel.table.viewport(), LEFT, NONE, panel.table.visualRect(index).center())
    assert panel.plot._selected == folders[1]
    qtbot.keyClick(panel.table, Key.Key_Return)
    assert window.desk.run.folder == folders[1]
    qtbot.keyClick(panel.table, Key.Key_C, CONTROL)
    copied = QApplication.clipboard().text().splitlines()
    assert copied[0].split("\t") == headings
    assert [line.split("\t")[0] for line in copied[1:]] == order


def test_a_trial_that_somebody_trains_is_running_and_no_longer_once_he_is_gone(window, own_run, home, qtbot):
    make_study(Trial(0, {"beta": 1.0}, "running", "tiny-0", "here"), Trial(1, {}, "waiting"))
    lock = home / "studies" / "tiny" / studies.LOCKS / "0.lock"
    program = "import sys, filelock; k = filelock.FileLock(sys.argv[1]); k.acquire(); print(1, flush=True); input()"
    with subprocess.Popen(
        [sys.executable, "-c", program, str(lock)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        other.stdout.readline()
        panel = look(qtbot, window)
        qtbot.waitUntil(lambda: panel.study_box.count() == 2, timeout=WAIT)
        panel.show_study("tiny")
        qtbot.waitUntil(lambda: rows(panel)[1][0][-1] == "running", timeout=WAIT)
        other.communicate(b"\n")
    qtbot.waitUntil(lambda: rows(panel)[1][0][-1] == "interrupted", timeout=WAIT)


def test_an_estimate_is_called_one(window, own_run, deep_run, home, qtbot):
    key = studies.key_of(deep_run)
    (home / "studies").mkdir()
    kept = {key: as_dict(Gap(Estimate(3.25, 0.2), 50, 1000))}
    storing.replace(home / "studies" / studies.GAPS, storing.seal(kept))
    panel = look(qtbot, window)
    point = next(point for point in panel.plot.points if point.name == "deep")
    assert point.log_p.mean == pytest.approx(deep_run.config.test.elbo.mean + 3.25)
    assert not point.is_exact
    table = {row[0]: row for row in rows(panel)[1]}
    assert table["deep"][6].endswith("estimated")
    assert table["small"][6].endswith("exact")
    assert "50 test images" in point.how


def test_without_runs_it_says_what_to_do(open_window, own_run, qtbot):
    reseal(own_run.folder, test=None, dataset="another", images="")
    window = open_window(own_run.folder)
    dock = window.docks["plane"]
    dock.show()
    dock.raise_()
    panel = window.desk.plane_panel
    qtbot.waitUntil(lambda: "no run that is measured" in panel.words, timeout=WAIT)
    assert not panel.plot.isVisible()
    assert panel._hint.isVisible()
    assert "vaegui sweep" in panel._hint.text()


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_the_figure_and_the_colours_follow_the_theme(theme, window, own_run, qtbot):
    window.apply_theme(theme.name)
    panel = look(qtbot, window)
    picture = seen(panel.plot)
    assert has_colour(picture, theme.base) > 0.4 * picture.shape[0] * picture.shape[1]
    assert panel.figure_part == [panel._words, panel.plot.legend, panel.plot]
    usual = size_on_screen(panel)
    assert panel.plot.height() < 0.4 * panel.width()
    assert usual.height() >= 0.6 * (usual.width() - 2 * MARGIN)  # though the panel is low
    axis = panel.plot.getPlotItem().getAxis("left")
    for height, label in ((120, "distortion"), (300, "distortion, nats/image")):
        panel.plot.resize(panel.plot.width(), height)
        assert axis.labelText == label  # where there is no room for the unit, it is on the other axis only
    legend = seen(panel.plot.legend)
    assert {tuple(colour) for colour in legend.reshape(-1, 3)} >= {tuple(rgb(CLASS_COLOURS[0]))}
    above = panel.plot.legend.mapTo(panel, QPoint(0, panel.plot.legend.height())).y()
    assert above <= panel.plot.mapTo(panel, QPoint()).y()  # nothing of the plot is below it


def test_cells_sort_as_numbers_where_they_are_numbers():
    assert Cell("10", 10.0).key > Cell("9", 9.0).key

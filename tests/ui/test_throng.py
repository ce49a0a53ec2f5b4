"""Very many codes: arranged in a thread, painted bit by bit, and in the end what a look at every code gives."""

import numpy as np
import pytest
from hands import place, settle

from vaegui.ui import latent_map, map_layers, throng
from vaegui.ui.brush import Box, Lasso, replay
from vaegui.ui.colour_bar import Amounts, colours
from vaegui.ui.latent_map import LatentMap
from vaegui.ui.map_layers import PointsLayer
from vaegui.ui.map_switches import Tool
from vaegui.ui.nearest import Places, sort_points
from vaegui.ui.theme import DARK, class_rgb

COUNT = 30_000
CLASSES = ("zero", "one", "two")


@pytest.fixture
def codes():
    generator = np.random.default_rng(3)
    found = generator.normal(size=(COUNT, 2)).astype(np.float32)
    found[7] = np.inf, 0
    found[11] = 0, np.nan
    return found


@pytest.fixture
def labels():
    return np.random.default_rng(4).integers(0, 3, COUNT)


@pytest.fixture
def few_are_many(monkeypatch):
    """Have a thousand codes count as very many, and paint a few hundred at a time."""
    for module in (latent_map, map_layers, throng):
        monkeypatch.setattr(module, "MANY", 1000)
    monkeypatch.setattr(map_layers, "FIRST", 700)
    monkeypatch.setattr(map_layers, "CHUNK", 900)
    monkeypatch.setattr(map_layers, "REFINE_SECONDS", 0.0)
    monkeypatch.setattr(latent_map, "SAMPLE", 2000)


def shown(qtbot, codes, labels):
    widget = LatentMap()
    qtbot.addWidget(widget, before_close_func=LatentMap.close_threads)
    widget.resize(560, 520)
    widget.show()
    qtbot.waitExposed(widget)
    widget.set_codes(codes, labels, CLASSES)
    widget.reset_view()
    return widget


def numbers(layer):
    """What a layer of points has painted."""
    return np.frombuffer(layer._cache[1].constBits(), np.uint32).copy()


def at_once(monkeypatch, widget, points, which, rgb, chosen, scale):
    """What a layer paints in the same view that rasterises all points (N, 2) at once, as a map of fewer does."""
    layer = PointsLayer()
    widget.view.addItem(layer, ignoreBounds=True)
    layer._larger = scale
    with monkeypatch.context() as patch:
        patch.setattr(map_layers, "MANY", 10**9)
        layer.set_points(points.astype(float), which, rgb, chosen)
        widget.plot.viewport().repaint()
    widget.view.removeItem(layer)
    return numbers(layer)


def is_right(monkeypatch, widget, codes, labels):
    """Whether both layers show what a look at every code gives."""
    amounts, hidden = widget.amounts, list(widget.switches.hidden)
    which, rgb = (labels, class_rgb(3)) if amounts is None else (amounts.steps, colours())
    shown = ~np.isin(labels, hidden)
    expected = at_once(monkeypatch, widget, codes, which, rgb, shown, widget._points._larger)
    is_same = np.array_equal(numbers(widget._points), expected)
    if len(widget.selected):
        marked = np.isin(np.arange(len(codes)), widget.selected) & shown
        expected = at_once(monkeypatch, widget, codes, which, rgb, marked, widget._marked._larger)
        is_same &= np.array_equal(numbers(widget._marked), expected)
    return is_same and (expected != 0).any()


def wait_until_refined(qtbot, widget):
    def check():
        assert widget._points.count
        assert not widget._points.is_refining
        assert not widget._marked.is_refining

    widget.plot.viewport().repaint()
    qtbot.waitUntil(lambda: widget._points.count > 0)
    settle(widget)
    widget.plot.viewport().repaint()
    qtbot.waitUntil(lambda: not (widget._points.is_refining or widget._marked.is_refining))
    widget.plot.viewport().repaint()
    check()


def arranged_again(qtbot, widget, act):
    """Do something that has the codes arranged once more, and wait for that and for the picture."""
    with qtbot.waitSignal(widget._threads[0].answered):
        act()
    wait_until_refined(qtbot, widget)


@pytest.fixture
def many(qtbot, codes, labels, few_are_many):
    """A map of more codes than it paints at once."""
    widget = shown(qtbot, codes, labels)
    qtbot.waitUntil(lambda: len(widget._places) > 0)  # else the first answer is taken for the second
    arranged_again(qtbot, widget, widget._draw_points)
    return widget


def test_a_picture_that_was_refined_is_the_picture(qtbot, many, monkeypatch, codes, labels):
    assert is_right(monkeypatch, many, codes, labels)
    assert (numbers(many._points) != 0).mean() > 0.3


def test_the_first_picture_is_of_those_on_top_and_it_fills_up(qtbot, many):
    whole = numbers(many._points)
    many.view.translateBy(x=0.5, y=0)
    many.plot.viewport().repaint()
    assert many._points.is_refining
    assert not many.is_drawn
    before = np.count_nonzero(numbers(many._points))
    assert 0 < before < np.count_nonzero(whole)
    seen = [before]
    while many._points.is_refining:
        many._points._refine()
        seen.append(np.count_nonzero(numbers(many._points)))
    assert seen == sorted(seen)
    assert len(set(seen)) > 2
    assert seen[-1] > 2 * before
    assert many.is_drawn
    many.view.translateBy(x=-0.5, y=0)
    wait_until_refined(qtbot, many)
    assert np.array_equal(numbers(many._points), whole)


def test_a_view_that_moves_while_it_is_refined_ends_right(qtbot, many, monkeypatch, codes, labels):
    for _ in range(5):
        many.view.translateBy(x=0.1, y=0.05)
        many.plot.viewport().repaint()
        many._points._refine()
    wait_until_refined(qtbot, many)
    assert is_right(monkeypatch, many, codes, labels)


@pytest.mark.parametrize("reach", [1.0, 0.05, 0.006])
def test_it_is_the_picture_however_near_one_looks(qtbot, many, monkeypatch, codes, labels, reach):
    many.view.setRange(xRange=(0.3 - reach, 0.3 + reach), yRange=(0.2 - reach, 0.2 + reach), padding=0)
    wait_until_refined(qtbot, many)
    assert is_right(monkeypatch, many, codes, labels)


def test_classes_selections_colours_and_themes_are_those_of_the_picture_at_once(
    qtbot, many, monkeypatch, codes, labels
):
    rows = np.flatnonzero(np.random.default_rng(5).random(COUNT) < 0.01)
    crowd = np.flatnonzero(np.random.default_rng(5).random(COUNT) < 0.4)
    amounts = Amounts(np.linspace(0, 1, COUNT), "share")
    for act in (
        lambda widget: widget.switches.set_hidden(1, True),
        lambda widget: widget.set_selected(rows),
        lambda widget: widget.set_selected(crowd),
        lambda widget: widget.set_amounts(amounts),
        lambda widget: widget.switches.set_hidden(1, False),
        lambda widget: widget.set_theme(DARK),
        lambda widget: widget.set_selected(rows[:0]),
        lambda widget: widget.set_amounts(None),
    ):
        arranged_again(qtbot, many, lambda act=act: act(many))
        assert is_right(monkeypatch, many, codes, labels)
        assert (many._points.opacity() < 1) == bool(len(many.selected))


def test_what_is_near_is_found_once_codes_are_arranged(qtbot, codes, labels, few_are_many):
    widget = shown(qtbot, codes, labels)
    widget._places = Places(codes[:0])  # as it is until the thread has answered
    assert widget.nearest(0, 0) == -1
    assert len(widget.nearby(0, 0)) == 0
    with qtbot.waitSignal(widget.settled):
        pass
    distances = np.square(codes.astype(float) - (0.4, -0.2)).sum(1)
    assert widget.nearest(0.4, -0.2) == np.nanargmin(distances)
    assert sorted(widget._places.within(0.4, -0.2, 0.1)) == np.flatnonzero(distances <= 0.01).tolist()
    nearest = np.argsort(distances, kind="stable")[:25]
    assert sorted(widget.nearest_labels(0.4, -0.2, 25)) == sorted(labels[nearest])
    assert sorted(widget.nearest_labels(40.0, -20.0, 5)) == sorted(
        labels[np.argsort(np.square(codes.astype(float) - (40.0, -20.0)).sum(1))[:5]]
    )
    hidden = int(labels[widget.nearest(0.4, -0.2)])
    arranged_again(qtbot, widget, lambda: widget.switches.set_hidden(hidden, True))
    distances[labels == hidden] = np.inf
    assert widget.nearest(0.4, -0.2) == np.nanargmin(distances)


@pytest.mark.parametrize("tool", [Tool.LASSO, Tool.BOX])
def test_a_brush_holds_some_at_once_and_all_when_it_is_lifted(qtbot, many, codes, labels, tool):
    arranged_again(qtbot, many, lambda: many.switches.set_hidden(2, True))
    many.switches.tools[tool].trigger()
    heard = []
    many.brushed.connect(lambda rows, adds, is_last: heard.append((rows, adds, is_last)))
    corners = [(-1.0, -1.0), (1.0, -0.8), (0.9, 1.2), (-0.2, 0.4), (-1.1, 0.9)]
    many.press_tool(*corners[0], adds=True)
    for corner in corners[1:]:
        many.drag_tool(*corner)
    exact = (Lasso if tool is Tool.LASSO else Box)(codes.astype(float), *corners[0])
    for corner in corners[1:]:
        exact.move_to(*corner)
    inside = exact.inside & (labels != 2)
    rows, adds, is_last = heard[-1]
    assert adds
    assert not is_last
    assert 0 < len(rows) < inside.sum() / 5
    assert inside[rows].all()
    with qtbot.waitSignal(many.brushed, check_params_cb=lambda rows, adds, is_last: is_last):
        many.release_tool()
    rows, adds, is_last = heard[-1]
    assert (adds, is_last) == (True, True)
    assert rows.tolist() == np.flatnonzero(inside).tolist()


def test_a_brush_is_replayed_on_other_points(monkeypatch):
    monkeypatch.setattr("vaegui.ui.brush.BLOCK", 100)
    points = np.random.default_rng(6).normal(size=(1000, 2))
    generator = np.random.default_rng(7)
    for kind in (Lasso, Box):
        brush = kind(points, *generator.normal(size=2))
        for corner in generator.normal(size=(30, 2)):
            brush.move_to(*corner)
        assert brush.inside.any()
        assert np.array_equal(replay(brush, points), brush.inside)
    assert not replay(Box(points, 0.0, 0.0), points).any()


def test_an_index_of_single_precision_answers_as_a_look_at_every_point():
    points = np.random.default_rng(8).normal(size=(50_000, 2)).astype(np.float32)
    steps = sort_points(points)
    while True:
        try:
            next(steps)
        except StopIteration as done:
            index = done.value
            break
    shown = np.random.default_rng(9).random(50_000) < 0.3
    places = Places.of(points, index.showing(shown))
    for x, y in np.random.default_rng(10).normal(size=(200, 2)).tolist():
        distances = np.square(points.astype(float) - (x, y)).sum(1)
        assert sorted(places.within(x, y, 0.05)) == np.flatnonzero(distances <= 0.05**2).tolist()
        distances[~shown] = np.inf
        assert places.nearest(x, y) == distances.argmin()


def test_the_pointer_finds_a_code_among_very_many(qtbot, many, codes):
    row = int(np.nanargmin(np.square(codes.astype(float) - (0.2, 0.3)).sum(1)))
    many._pointer = many.plot.mapToScene(place(many, *codes[row].tolist()))
    assert many._under_pointer() >= 0
    with qtbot.waitSignal(many.pointed):
        many._on_pointer_moved(many._pointer)

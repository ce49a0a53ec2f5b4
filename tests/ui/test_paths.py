"""Walks through the latent space: pins by hand, the path through them, what is decoded and counted along it."""

import itertools
import re

import numpy as np
import pytest
import torch
from hands import (
    LEFT,
    NONE,
    WAIT,
    action,
    choose_tab,
    decoded_at,
    drag,
    pixels,
    place,
    position,
    rest,
    settle,
    stop,
    train,
)
from PySide6.QtCore import QModelIndex, QPoint, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QLineEdit

from vaegui.ui.latent_map import PICK_RADIUS
from vaegui.ui.pins import Pin
from vaegui.ui.theme import number
from vaegui.ui.walking import FRAMES, STEPS

POINTS = STEPS * (FRAMES - 1) + 1
CONTROL = Qt.KeyboardModifier.ControlModifier
BOTH = CONTROL | Qt.KeyboardModifier.ShiftModifier


def maps(window):
    return window.desk.explorer.maps.maps


def strip(window):
    return window.desk.path_panel.strip


def compare(window, run):
    """Tick a run in the list, as test_comparing.py does by hand."""
    window.desk.runs_panel.set_ticked([run.folder])
    window.desk.compare([run.folder])


def code(run, row):
    return tuple(run.codes.mean[row].tolist())


def close_up(latent_map, run):
    """Show the codes of a run as large as they fit, with some room around."""
    (left, right), (low, high) = [(float(v.min()), float(v.max())) for v in run.codes.mean.T]
    latent_map.view.setRange(xRange=(left, right), yRange=(low, high), padding=0.3)
    settle(latent_map)


def pinned(run, latent_map, point, name):
    """The pin that a hand sets at a pixel: on the nearest code, unless that is too far away."""
    x, y = position(latent_map, point)
    distance = np.hypot(*(run.codes.mean.double().numpy() - (x, y)).T)
    row = int(distance.argmin())
    if distance[row] <= PICK_RADIUS * latent_map.view.viewPixelSize()[0]:
        return Pin(name, code(run, row), row)
    return Pin(name, (x, y))


def free(run, latent_map, share):
    """A pixel that is away from all codes, on a line across the upper part of the map."""
    area = latent_map.view.viewRect()
    codes = run.codes.mean.numpy()
    for height in np.linspace(0.95, 0.5, 20):
        x, y = area.left() + share * area.width(), area.top() + height * area.height()
        if np.hypot(*(codes - (x, y)).T).min() > 30 * latent_map.view.viewPixelSize()[0]:
            return place(latent_map, x, y)
    raise AssertionError("codes everywhere")


def distant(run, count=3):
    """Rows of test images whose codes are far from one another."""
    codes = run.codes.mean.numpy()
    rows = [int(codes[:, 0].argmin()), int(codes[:, 0].argmax())]
    while len(rows) < count:
        away = np.min([np.hypot(*(codes - codes[row]).T) for row in rows], axis=0)
        rows.append(int(away.argmax()))
    return rows


def line_through(places, count=POINTS):
    """Points at equal steps along straight lines from place to place."""
    places = np.array(places, float)
    ends = np.concatenate(([0], np.hypot(*np.diff(places, axis=0).T).cumsum()))
    at = np.linspace(0, ends[-1], count)
    return np.stack([np.interp(at, ends, places[:, axis]) for axis in (0, 1)], axis=1)


def is_straight(latent_map, places):
    """Whether a map shows the straight path through places, with pins at them."""
    shown = latent_map.path
    return (
        len(shown.path) == POINTS
        and np.allclose(shown.path, line_through(places), atol=1e-5)
        and np.allclose([(pin.x, pin.y) for pin in shown.pins], np.array(places))
    )


def is_decoded(walk, path, model):
    """Whether each image of a strip is what a model says is at its place of the path."""
    expected = [decoded_at(model, *path[STEPS * i]) for i in range(FRAMES)]
    return len(walk.frames) == FRAMES and all(
        np.abs(pixels(frame).astype(int) - image).max() <= 1 for frame, image in zip(walk.frames, expected, strict=True)
    )


def length(model, path, pieces=20):
    """How much images change along a path, measured in small steps."""
    fine = np.concatenate([np.linspace(a, b, pieces, endpoint=False) for a, b in itertools.pairwise(path)])
    with torch.no_grad():
        images = model.decode(torch.tensor(np.concatenate((fine, path[-1:]))).float()).mean.flatten(1)
    return float(images.diff(dim=0).norm(dim=1).sum())


@pytest.fixture
def walker(window, own_run, qtbot):
    """The window on the small run with the path tool."""
    settle(window)
    qtbot.keyClick(window.map.plot, Qt.Key.Key_W)
    close_up(window.map, own_run)
    return window


def lead(qtbot, latent_map, *points):
    """Drag from the first pixel over the others to the last."""
    steps = [QPoint(a + (b - a) / 2) for a, b in itertools.pairwise(points)]
    path = [points[0], *(point for pair in zip(steps, points[1:], strict=True) for point in pair)]
    drag(qtbot, latent_map.plot.viewport(), path)


def wait_for(qtbot, window, *places, on=0):
    qtbot.waitUntil(lambda: is_straight(maps(window)[on], places), timeout=WAIT)


@pytest.fixture
def walk(qtbot, walker, own_run):
    """A straight path between the codes of two test images: the window, and their rows."""
    rows = distant(own_run, 2)
    lead(qtbot, walker.map, *(place(walker.map, *code(own_run, row)) for row in rows))
    places = [pin.place for pin in walker.desk.walking.pins]
    assert len(places) == 2
    wait_for(qtbot, walker, *places)
    return walker


def names(window):
    pins = window.desk.path_panel.list
    return [pins.item(i).text() for i in range(pins.count())]


def choose_kind(qtbot, window, kind):
    """Choose by keys, and wait for each path on the way: what is said of all but the straight one names that one."""
    box = window.desk.path_panel.kind
    box.setFocus()
    for key in (Qt.Key.Key_Home, *[Qt.Key.Key_Down] * box.findData(kind)):
        qtbot.keyClick(box, key)
        is_bent = box.currentData() != "straight"
        qtbot.waitUntil(lambda is_bent=is_bent: ("(straight" in window.desk.path_panel.words) == is_bent, timeout=WAIT)
    assert box.currentData() == kind


# Setting pins


def test_a_drag_sets_two_pins_and_leads_a_path_between_them(qtbot, walker, own_run, digits):
    row = distant(own_run)[0]
    points = place(walker.map, *code(own_run, row)), free(own_run, walker.map, 0.7)
    before = walker.map.target
    lead(qtbot, walker.map, *points)
    expected = tuple(pinned(own_run, walker.map, point, str(i)) for i, point in enumerate(points, 1))
    assert expected[0].row is not None
    assert expected[1].row is None
    assert walker.desk.walking.pins == expected
    assert walker.map.target == before  # which the tool leaves alone
    wait_for(qtbot, walker, expected[0].place, expected[1].place)
    assert names(walker) == [pin.name for pin in walker.map.path.pins] == ["1", "2"]
    # Whoever walks sees the strip.
    assert not strip(walker).visibleRegion().isEmpty()
    tips = [walker.desk.path_panel.list.item(i).toolTip() for i in range(2)]
    label = digits.classes[int(digits.test.labels[expected[0].row])]
    assert tips[0].startswith(f"test image {expected[0].row} (“{label}”), z = (")
    assert tips[1].startswith("a place, z = (")
    # A second drag is a second path, not a longer one.
    lead(qtbot, walker.map, points[1], free(own_run, walker.map, 0.2))
    assert len(walker.desk.walking.pins) == 2


def test_a_click_adds_a_pin_and_a_drag_moves_it(qtbot, walk, own_run):
    viewport, first = walk.map.plot.viewport(), walk.desk.walking.pins
    added = free(own_run, walk.map, 0.4)
    qtbot.mouseClick(viewport, LEFT, NONE, added)
    three = (*first, pinned(own_run, walk.map, added, "3"))
    assert walk.desk.walking.pins == three
    wait_for(qtbot, walk, *(pin.place for pin in three))
    # On a pin nothing is added.
    qtbot.mouseClick(viewport, LEFT, NONE, added + QPoint(4, -4))
    assert walk.desk.walking.pins == three
    moved = free(own_run, walk.map, 0.8)
    lead(qtbot, walk.map, place(walk.map, *first[1].place), added + QPoint(90, 40), moved)
    expected = (first[0], pinned(own_run, walk.map, moved, "2"), three[2])
    assert walk.desk.walking.pins == expected
    wait_for(qtbot, walk, *(pin.place for pin in expected))
    # All moves together are one step back.
    qtbot.keyClick(walk, Qt.Key.Key_Z, CONTROL)
    assert walk.desk.walking.pins == three
    wait_for(qtbot, walk, *(pin.place for pin in three))
    qtbot.keyClick(walk, Qt.Key.Key_Z, CONTROL)
    assert walk.desk.walking.pins == first
    qtbot.keyClick(walk, Qt.Key.Key_Z, CONTROL)
    assert walk.desk.walking.pins == ()
    assert strip(walk).walks == ()
    assert len(walk.map.path.path) == 0
    for pins in (first, three, expected):
        qtbot.keyClick(walk, Qt.Key.Key_Z, BOTH)
        assert walk.desk.walking.pins == pins


def test_the_pin_button_sets_one_at_the_target(qtbot, walker, own_run):
    choose_tab(qtbot, walker, "Path")
    rows = distant(own_run)
    for count, row in enumerate(rows, start=1):
        walker.map.set_target(*code(own_run, row))
        qtbot.mouseClick(walker.desk.path_panel.pin_button, LEFT)
        assert len(walker.desk.walking.pins) == len(walker.map.path.pins) == count
        if count == 1:  # which is no path yet
            assert len(walker.map.path.path) == 0
            assert strip(walker).walks == ()
            assert not walker.desk.path_panel.play_button.isEnabled()
    places = [pin.place for pin in walker.desk.walking.pins]
    assert places == [code(own_run, row) for row in rows]
    assert names(walker) == ["1", "2", "3"]
    wait_for(qtbot, walker, *places)
    qtbot.keyClick(walker, Qt.Key.Key_Z, CONTROL)
    assert [pin.place for pin in walker.desk.walking.pins] == places[:2]


def test_another_tool_in_the_middle_of_a_drag_leaves_nothing_behind(qtbot, walker, own_run):
    viewport = walker.map.plot.viewport()
    points = [place(walker.map, *code(own_run, row)) for row in distant(own_run, 2)]
    qtbot.mousePress(viewport, LEFT, NONE, points[0])
    qtbot.mouseMove(viewport, points[1])
    qtbot.keyClick(walker.map.plot, Qt.Key.Key_T)
    qtbot.mouseRelease(viewport, LEFT, NONE, points[1])
    held = walker.desk.walking.pins
    qtbot.mouseMove(viewport, points[1] + QPoint(40, 0))
    assert walker.desk.walking.pins == held
    qtbot.keyClick(walker.map.plot, Qt.Key.Key_W)
    lead(qtbot, walker.map, *reversed(points))
    two = walker.desk.walking.pins
    assert len(two) == 2
    assert two != held
    choose_tab(qtbot, walker, "Path")
    qtbot.mouseClick(walker.desk.path_panel.clear_button, LEFT)
    assert walker.desk.walking.pins == ()
    qtbot.keyClick(walker, Qt.Key.Key_Z, CONTROL)
    assert walker.desk.walking.pins == two


# What stands along the path


def by_hand(run, path):
    """Codes within the reach of each point of a path (T,), and the density of the aggregate posterior there (T,)."""
    codes, std = run.codes.mean.double().numpy(), run.codes.std.double().numpy()
    reach = 0.1
    if run.config.model.family == "autoencoder":
        reach = float(f"{0.1 * codes.std(0).mean():.1g}")
        std = np.broadcast_to(codes.std(0) * len(codes) ** (-1 / 6), codes.shape)
    away = codes - path[:, None]
    counts = (np.linalg.norm(away, axis=2) <= reach).sum(1)
    density = (np.exp(-((away / std) ** 2).sum(2) / 2) / (2 * np.pi * std.prod(1))).mean(1)
    return reach, counts, density


@pytest.mark.parametrize("name", ["vae", "autoencoder", "em"])
def test_the_strip_shows_what_is_decoded_and_how_many_codes_are_near(qtbot, open_window, run_of, name):
    run = run_of(name)
    window = open_window(run.folder)
    settle(window)
    qtbot.keyClick(window.map.plot, Qt.Key.Key_W)
    close_up(window.map, run)
    lead(qtbot, window.map, *(place(window.map, *code(run, row)) for row in distant(run, 2)))
    wait_for(qtbot, window, *(pin.place for pin in window.desk.walking.pins))
    path, (walk,) = window.map.path.path, strip(window).walks
    assert is_decoded(walk, path, run.model)
    reach, counts, density = by_hand(run, path)
    assert window.map.reach == reach
    assert counts.max() > counts.min()
    assert np.array_equal(walk.counts, counts)
    assert np.allclose(walk.density, density, rtol=1e-3)
    assert np.array_equal(walk.at_frames(walk.counts), counts[::STEPS])
    curves = [item.getData() for item in window.desk.path_panel.plot.getPlotItem().listDataItems()]
    assert np.allclose(curves[0], (np.linspace(0, 1, POINTS), counts))
    assert np.allclose(curves[1][1], len(run.codes.labels) * np.pi * reach**2 * density, rtol=1e-3)
    words = window.desk.path_panel.words
    found = re.fullmatch(rf"([\d,.]+) long in images; fewest codes within {reach:g}: (\d+)", words)
    assert float(found[1]) == pytest.approx(length(run.model, path), rel=0.02, abs=0.05)
    assert int(found[2]) == counts.min()


def test_images_and_numbers_are_drawn_below_one_another(qtbot, walk, own_run):
    qtbot.keyClick(strip(walk), Qt.Key.Key_Left)  # the mark stays at the first image
    widget = strip(walk)
    drawn = widget.grab()
    on_screen = pixels(drawn.toImage())
    counts = by_hand(own_run, walk.map.path.path)[1][::STEPS]
    assert len(set(counts[1:])) > 1
    for index in range(1, FRAMES):
        box = widget.frame_rect(0, index)
        middle = box.center().toPoint()
        frame = pixels(widget.walks[0].frames[index])
        # The middle of the image lies between four of its pixels.
        assert (on_screen[middle.y(), middle.x()] == frame[3:5, 3:5].reshape(-1, 3)).all(1).any()
        line = widget.fontMetrics().height()
        words = QRectF(box.center().x() - 40, box.bottom() + 1, 80, line)
        expected = QPixmap(drawn.size())
        expected.fill(widget.palette().window().color())
        painter = QPainter(expected)
        painter.setFont(widget.font())
        painter.setPen(widget.palette().text().color())
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, number(counts[index], 0))
        painter.end()
        around = np.s_[int(words.top()) + 2 : int(words.bottom()) - 2, middle.x() - 20 : middle.x() + 20]
        assert np.array_equal(on_screen[around], pixels(expected.toImage())[around])
    before = [pixels(frame).astype(int) for frame in widget.walks[0].frames]
    qtbot.keyClick(walk, Qt.Key.Key_I)

    def is_turned():
        now = [pixels(frame) for frame in widget.walks[0].frames]
        return all(np.abs(255 - a - b).max() <= 1 for a, b in zip(before, now, strict=True))

    qtbot.waitUntil(is_turned, timeout=WAIT)


def test_a_path_turns_around_the_origin(qtbot, walk):
    walk.map.reset_view()
    settle(walk.map)
    lead(qtbot, walk.map, place(walk.map, 2.5, 0.5), place(walk.map, -0.5, 1.6))
    a, b = (np.array(pin.place) for pin in walk.desk.walking.pins)
    wait_for(qtbot, walk, a, b)
    choose_kind(qtbot, walk, "spherical")
    angle = np.arccos(a @ b / np.linalg.norm(a) / np.linalg.norm(b))
    t = np.linspace(0, 1, POINTS)[:, None]
    expected = (np.sin((1 - t) * angle) * a + np.sin(t * angle) * b) / np.sin(angle)
    assert np.allclose(walk.map.path.path, expected, atol=1e-4)
    assert not np.allclose(expected, line_through([a, b]), atol=1e-2)
    assert is_decoded(strip(walk).walks[0], walk.map.path.path, walk.desk.run.model)
    choose_kind(qtbot, walk, "straight")
    assert is_straight(walk.map, [pin.place for pin in walk.desk.walking.pins])


def test_the_shortest_path_is_no_longer_than_the_straight_one(qtbot, walk, own_run):
    model, ends = walk.desk.run.model, [pin.place for pin in walk.desk.walking.pins]
    straight = length(model, walk.map.path.path)
    choose_kind(qtbot, walk, "shortest")
    path = walk.map.path.path
    assert np.allclose(path[[0, -1]], ends, atol=1e-6)
    found = length(model, path)
    assert found <= straight * 1.001
    words = re.match(r"([\d,.]+) long in images \(straight ([\d,.]+)\)", walk.desk.path_panel.words)
    assert [float(text) for text in words.groups()] == pytest.approx([found, straight], rel=0.02, abs=0.05)
    assert is_decoded(strip(walk).walks[0], path, model)
    # At equal steps the image changes equally.
    steps = [length(model, path[i * STEPS : (i + 1) * STEPS + 1]) for i in range(FRAMES - 1)]
    assert max(steps) < 1.2 * min(steps)
    # Through a third pin it leads from pin to pin.
    third = place(walk.map, *code(own_run, distant(own_run)[2]))
    qtbot.mouseClick(walk.map.plot.viewport(), LEFT, NONE, third)
    places = [pin.place for pin in walk.desk.walking.pins]
    ends = [places[0], places[2]]
    qtbot.waitUntil(lambda: np.allclose(walk.map.path.path[[0, -1]], ends, atol=1e-6), timeout=WAIT)
    path = walk.map.path.path
    assert np.hypot(*(path - places[1]).T).min() <= 2 * np.hypot(*np.diff(path, axis=0).T).max()


# Going along it


def at(path, share):
    """The place at a share of the way, 0…1."""
    where = share * (len(path) - 1)
    return tuple(np.interp(where, np.arange(len(path)), path[:, axis]) for axis in (0, 1))


def is_there(window, share, *models):
    """Whether the targets are at a share of their paths, and what is decoded is what their models say there."""
    panel = window.desk.explorer.decoded
    for latent_map, model, view in zip(maps(window), models, (panel.view, panel.rival_view), strict=False):
        if not np.allclose(latent_map.target, at(latent_map.path.path, share), atol=1e-6):
            return False
        if not np.array_equal(pixels(view.image), decoded_at(model, *latent_map.target)):
            return False
    return True


def test_slider_and_strip_take_the_target_along(qtbot, walk, own_run):
    slider = walk.desk.path_panel.slider
    slider.setFocus()
    for key, share in ((Qt.Key.Key_End, 1.0), (Qt.Key.Key_Left, 0.999), (Qt.Key.Key_PageDown, 0.989)):
        qtbot.keyClick(slider, key)
        assert slider.value() == round(1000 * share)
        assert is_there(walk, share, own_run.model)
    qtbot.keyClick(slider, Qt.Key.Key_Home)
    assert walk.map.target == pytest.approx(walk.desk.walking.pins[0].place)

    def centre(index):
        return strip(walk).frame_rect(0, index).center().toPoint()

    for index in (4, 11, 0, 7):
        qtbot.mouseClick(strip(walk), LEFT, NONE, centre(index))
        assert walk.desk.path_panel.position == pytest.approx(index / 11, abs=0.01)
        assert is_there(walk, walk.desk.path_panel.position, own_run.model)
    marked = pixels(strip(walk).grab().toImage())
    drag(qtbot, strip(walk), [centre(7), centre(5), centre(2)])
    assert walk.desk.path_panel.position == pytest.approx(2 / 11, abs=0.01)
    assert is_there(walk, walk.desk.path_panel.position, own_run.model)
    assert (pixels(strip(walk).grab().toImage()) != marked).any()
    for key, step in ((Qt.Key.Key_Right, 1), (Qt.Key.Key_Right, 1), (Qt.Key.Key_Left, -1)):
        before = walk.desk.path_panel.position
        qtbot.keyClick(strip(walk), key)
        assert walk.desk.path_panel.position == pytest.approx(before + step / 11, abs=2e-3)
        assert is_there(walk, walk.desk.path_panel.position, own_run.model)
    for _ in range(14):
        qtbot.keyClick(strip(walk), Qt.Key.Key_Left)
    assert walk.desk.path_panel.position == 0


def test_play_walks_until_it_is_pressed_again(qtbot, walk, own_run):
    panel = walk.desk.path_panel
    qtbot.mouseClick(panel.play_button, LEFT)
    assert panel.play_button.text() == "Pause"
    qtbot.waitUntil(lambda: panel.slider.value() > 20, timeout=WAIT)
    qtbot.mouseClick(panel.play_button, LEFT)
    with qtbot.assertNotEmitted(panel.slider.valueChanged, wait=150):
        pass
    assert is_there(walk, panel.position, own_run.model)
    # At the end it turns around.
    panel.slider.setFocus()
    qtbot.keyClick(panel.slider, Qt.Key.Key_End)
    qtbot.mouseClick(panel.play_button, LEFT)
    qtbot.waitUntil(lambda: panel.slider.value() < 990, timeout=WAIT)
    # Without a path there is nowhere to go.
    qtbot.mouseClick(panel.clear_button, LEFT)
    assert not panel.play_button.isEnabled()
    assert not panel.play_button.isChecked()
    with qtbot.assertNotEmitted(panel.slider.valueChanged, wait=150):
        pass


# The list of pins


@pytest.fixture
def three(qtbot, walk, own_run):
    """A path through the codes of three test images."""
    far = place(walk.map, *code(own_run, distant(own_run)[2]))
    qtbot.mouseClick(walk.map.plot.viewport(), LEFT, NONE, far)
    wait_for(qtbot, walk, *(pin.place for pin in walk.desk.walking.pins))
    return walk


def click_pin(qtbot, window, row):
    pins = window.desk.path_panel.list
    pins.scrollToItem(pins.item(row))
    spot = pins.visualItemRect(pins.item(row)).center()
    spot.setX(10)
    qtbot.mouseClick(pins.viewport(), LEFT, NONE, spot)
    return spot


def type_name(qtbot, name, end=Qt.Key.Key_Return):
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    qtbot.keyClicks(editor, name)
    qtbot.keyClick(editor, end)
    qtbot.waitUntil(lambda: not isinstance(QApplication.focusWidget(), QLineEdit))


def test_a_pin_gets_another_name(qtbot, three):
    pins, before = three.desk.path_panel.list, three.desk.walking.pins
    for name, count in (("seven", 1), ("nine", 2)):
        spot = click_pin(qtbot, three, count)
        if count == 1:
            qtbot.keyClick(pins, Qt.Key.Key_F2)
        else:
            qtbot.mouseDClick(pins.viewport(), LEFT, NONE, spot)
        type_name(qtbot, name)
        assert three.desk.walking.pins[count] == Pin(name, before[count].place, before[count].row)
    expected = three.desk.walking.pins
    assert names(three) == [pin.name for pin in three.map.path.pins] == ["1", "seven", "nine"]
    # Without a name it keeps the one it had.
    for text, end in (("  ", Qt.Key.Key_Return), ("x", Qt.Key.Key_Escape)):
        click_pin(qtbot, three, 0)
        qtbot.keyClick(pins, Qt.Key.Key_F2)
        type_name(qtbot, text, end)
        assert names(three) == ["1", "seven", "nine"]
    assert three.desk.walking.pins == expected
    for taken_back in (["1", "seven", "3"], ["1", "2", "3"]):
        qtbot.keyClick(three, Qt.Key.Key_Z, CONTROL)
        assert names(three) == taken_back
    assert three.desk.walking.pins == before
    for _ in range(2):
        qtbot.keyClick(three, Qt.Key.Key_Z, BOTH)
    assert three.desk.walking.pins == expected


def test_pins_can_be_brought_into_another_order(qtbot, three):
    before = three.desk.walking.pins
    # What the list's model is told when an item is dropped; a drag by hand needs a real screen.
    assert three.desk.path_panel.list.model().moveRow(QModelIndex(), 0, QModelIndex(), 3)
    expected = (before[1], before[2], before[0])
    qtbot.waitUntil(lambda: three.desk.walking.pins == expected)
    wait_for(qtbot, three, *(pin.place for pin in expected))
    assert names(three) == ["2", "3", "1"]
    qtbot.keyClick(three, Qt.Key.Key_Z, CONTROL)
    assert three.desk.walking.pins == before
    wait_for(qtbot, three, *(pin.place for pin in before))
    qtbot.keyClick(three, Qt.Key.Key_Z, BOTH)
    assert three.desk.walking.pins == expected


def test_pins_are_removed_one_by_one_or_all_at_once(qtbot, three):
    before, panel = three.desk.walking.pins, three.desk.path_panel
    click_pin(qtbot, three, 1)
    qtbot.keyClick(panel.list, Qt.Key.Key_Delete)
    two = (before[0], before[2])
    assert three.desk.walking.pins == two
    wait_for(qtbot, three, *(pin.place for pin in two))
    qtbot.mouseClick(panel.clear_button, LEFT)
    assert three.desk.walking.pins == ()
    assert names(three) == []
    assert not panel.clear_button.isEnabled()
    assert three.map.path.pins == ()
    for pins in (two, before):
        qtbot.keyClick(three, Qt.Key.Key_Z, CONTROL)
        assert three.desk.walking.pins == pins
        wait_for(qtbot, three, *(pin.place for pin in pins))
    for pins in (two, ()):
        qtbot.keyClick(three, Qt.Key.Key_Z, BOTH)
        assert three.desk.walking.pins == pins
    assert strip(three).walks == ()
    # A name that has become free is given again.
    qtbot.keyClick(three, Qt.Key.Key_Z, CONTROL)
    qtbot.mouseClick(panel.pin_button, LEFT)
    assert names(three) == ["1", "3", "2"]


# Two runs


@pytest.fixture
def rival(run_of):
    return run_of("vae")


@pytest.fixture
def two(qtbot, rival, walk, own_run):
    """A path on both maps of two runs."""
    compare(walk, rival)
    for latent_map, run in zip(maps(walk), (own_run, rival), strict=True):
        close_up(latent_map, run)
    qtbot.waitUntil(lambda: len(strip(walk).walks) == 2, timeout=WAIT)
    return walk


def test_the_buttons_are_in_sight_beside_two_runs_too(qtbot, two):
    action(two, "Explore").trigger()
    two.resize(1440, 900)
    choose_tab(qtbot, two, "Path")
    panel = two.desk.path_panel
    qtbot.waitUntil(lambda: not panel.pin_button.visibleRegion().isEmpty(), timeout=WAIT)
    settle(two.map)
    for button in (panel.pin_button, panel.play_button, panel.film_button, panel.clear_button):
        assert button.visibleRegion().boundingRect() == button.rect()
    qtbot.mouseClick(panel.clear_button, LEFT)
    assert not two.desk.walking.pins


def test_two_runs_walk_between_the_same_images(qtbot, two, own_run, rival):
    rows = [pin.row for pin in two.desk.walking.pins]
    assert None not in rows
    for index, run in enumerate((own_run, rival)):
        assert is_straight(maps(two)[index], [code(run, row) for row in rows])
        walk = strip(two).walks[index]
        assert walk.index == index
        assert is_decoded(walk, maps(two)[index].path.path, run.model)
        assert np.array_equal(walk.counts, by_hand(run, maps(two)[index].path.path)[1])
    assert [line[:2] for line in two.desk.path_panel.words.splitlines()] == ["A:", "B:"]
    for index in (3, 8):
        qtbot.mouseClick(strip(two), LEFT, NONE, strip(two).frame_rect(1, index).center().toPoint())
        assert is_there(two, two.desk.path_panel.position, own_run.model, rival.model)
    action(two, "Stop comparing").trigger()
    qtbot.waitUntil(lambda: len(strip(two).walks) == 1, timeout=WAIT)
    assert is_straight(two.map, [code(own_run, row) for row in rows])


def test_a_place_without_a_code_is_the_nearest_image_for_the_other_run(qtbot, two, own_run, rival):
    lead(qtbot, two.map, free(own_run, two.map, 0.2), place(two.map, *code(own_run, distant(own_run)[1])))
    pins = two.desk.walking.pins
    assert pins[0].row is None
    nearest = int(np.hypot(*(own_run.codes.mean.numpy() - pins[0].place).T).argmin())
    wait_for(qtbot, two, *(pin.place for pin in pins))
    wait_for(qtbot, two, code(rival, nearest), code(rival, pins[1].row), on=1)


def test_on_the_second_map_pins_are_always_images(qtbot, two, own_run, rival):
    second = maps(two)[1]
    points = free(rival, second, 0.2), place(second, *code(rival, distant(rival)[1]))
    rows = [int(np.hypot(*(rival.codes.mean.numpy() - position(second, p)).T).argmin()) for p in points]
    lead(qtbot, second, *points)
    assert two.desk.walking.pins == tuple(Pin(str(i), code(own_run, row), row) for i, row in enumerate(rows, 1))
    for index, run in enumerate((own_run, rival)):
        wait_for(qtbot, two, *(code(run, row) for row in rows), on=index)
    # Moved there, it moves here.
    lead(qtbot, second, place(second, *code(rival, rows[1])), place(second, *code(rival, 77)))
    hit = int(np.hypot(*(rival.codes.mean.numpy() - position(second, place(second, *code(rival, 77)))).T).argmin())
    for index, run in enumerate((own_run, rival)):
        wait_for(qtbot, two, code(run, rows[0]), code(run, hit), on=index)


def test_a_run_of_other_images_has_no_path(qtbot, walk, mnist_run):
    compare(walk, mnist_run)
    second = maps(walk)[1]
    settle(second)
    lead(qtbot, second, QPoint(200, 200), QPoint(320, 240))
    assert second.path.pins == ()
    assert len(walk.desk.walking.pins) == len(walk.map.path.pins) == 2
    with qtbot.waitSignal(walk.desk.walking._worker.answered, timeout=WAIT):
        walk.desk.walking.refresh()
    assert len(strip(walk).walks) == 1
    assert len(second.path.path) == 0


# Other runs


def test_another_run_of_the_same_images_walks_between_them(qtbot, walk, rival, own_run):
    rows = [pin.row for pin in walk.desk.walking.pins]
    assert walk.desk.open_run(rival.folder)
    qtbot.waitUntil(lambda: is_straight(walk.map, [code(rival, row) for row in rows]), timeout=WAIT)
    qtbot.waitUntil(lambda: is_decoded(strip(walk).walks[0], walk.map.path.path, rival.model), timeout=WAIT)
    assert walk.desk.open_run(own_run.folder)
    qtbot.waitUntil(lambda: is_straight(walk.map, [code(own_run, row) for row in rows]), timeout=WAIT)


def test_another_dataset_forgets_the_pins_and_the_way_back(qtbot, walk, mnist_run, own_run):
    qtbot.keyClick(walk, Qt.Key.Key_Z, CONTROL)
    qtbot.keyClick(walk, Qt.Key.Key_Z, BOTH)
    assert walk.desk.open_run(mnist_run.folder)
    for key in (CONTROL, BOTH):
        assert walk.desk.walking.pins == ()
        assert names(walk) == []
        assert strip(walk).walks == ()
        assert walk.map.path.pins == ()
        assert len(walk.map.path.path) == 0
        qtbot.keyClick(walk, Qt.Key.Key_Z, key)
    assert not walk.desk.undo_stack.canUndo()
    assert not walk.desk.undo_stack.canRedo()
    assert walk.desk.open_run(own_run.folder)
    assert walk.desk.walking.pins == ()


def test_a_run_without_a_map_has_no_path_and_does_no_harm(qtbot, walk, run_of, own_run):
    pins = walk.desk.walking.pins
    assert walk.desk.open_run(run_of("one-dimension").folder)
    assert strip(walk).walks == ()
    assert walk.map.path.pins == ()
    # Nobody can point at what is not there.
    viewport = walk.map.plot.viewport()
    drag(qtbot, viewport, [QPoint(300, 200), QPoint(340, 230), QPoint(420, 260)])
    qtbot.mouseClick(viewport, LEFT, NONE, QPoint(200, 220))
    qtbot.mouseClick(walk.desk.path_panel.pin_button, LEFT)
    assert walk.desk.walking.pins == pins
    walk.desk.path_panel.slider.setValue(500)
    walk.desk.path_panel.kind.setCurrentIndex(1)
    walk.desk.path_panel.kind.setCurrentIndex(0)
    assert strip(walk).walks == ()
    assert walk.desk.open_run(own_run.folder)
    wait_for(qtbot, walk, *(pin.place for pin in pins))


def test_a_late_path_of_the_run_before_is_dropped(qtbot, walk, run_of):
    line = run_of("one-dimension")
    with qtbot.waitSignal(walk.desk.walking._worker.answered, timeout=WAIT):
        walk.desk.walking.refresh()
        assert walk.desk.open_run(line.folder)
    assert strip(walk).walks == ()
    assert len(walk.map.path.path) == 0
    assert not walk.desk.path_panel.play_button.isEnabled()


# While a model is being trained


def test_the_path_follows_a_training(qtbot, walk):
    rows = [pin.row for pin in walk.desk.walking.pins]
    snapshots = []
    walk.desk.training.snapshot_taken.connect(snapshots.append)
    choose_tab(qtbot, walk, "Train")
    train(qtbot, walk)
    qtbot.waitUntil(lambda: len(snapshots) > 1, timeout=WAIT)
    rest(qtbot, walk)
    watched, codes = walk.desk.training.plan.rows.tolist(), snapshots[-1].codes
    places = [tuple(codes[watched.index(row)].tolist()) for row in rows]
    wait_for(qtbot, walk, *places)
    live = walk.desk.explorer.model
    qtbot.waitUntil(lambda: is_decoded(strip(walk).walks[0], walk.map.path.path, live), timeout=WAIT)
    stop(qtbot, walk)
    qtbot.waitUntil(lambda: is_straight(walk.map, [code(walk.desk.run, row) for row in rows]), timeout=WAIT)


def test_a_training_without_a_map_leaves_the_pins_alone(qtbot, walk, own_run):
    pins = walk.desk.walking.pins
    choose_tab(qtbot, walk, "Train")
    walk.desk.train_panel.model_form.set_value("latent_size", 3)
    train(qtbot, walk)
    with qtbot.waitSignal(walk.desk.training.snapshot_taken, timeout=WAIT):
        pass
    assert strip(walk).walks == ()
    stop(qtbot, walk)
    assert walk.desk.walking.pins == pins
    assert walk.desk.open_run(own_run.folder)
    wait_for(qtbot, walk, *(pin.place for pin in pins))


def test_del_again_removes_the_next_pin(qtbot, three):
    before, panel = three.desk.walking.pins, three.desk.path_panel
    click_pin(qtbot, three, 1)
    for left in ((before[0], before[2]), (before[0],), ()):
        qtbot.keyClick(panel.list, Qt.Key.Key_Delete)
        assert three.desk.walking.pins == left


def test_the_mark_on_the_strip_is_there_while_the_target_is_on_the_path(qtbot, three):
    panel = three.desk.path_panel
    assert not panel.is_marked
    panel.slider.setFocus()
    qtbot.keyClick(panel.slider, Qt.Key.Key_PageUp)
    assert panel.is_marked
    three.map.set_target(0.1, 0.2)
    assert not panel.is_marked
    panel.slider.setFocus()
    qtbot.keyClick(panel.slider, Qt.Key.Key_PageUp)
    assert panel.is_marked
    click_pin(qtbot, three, 1)
    qtbot.keyClick(panel.list, Qt.Key.Key_Delete)
    assert not panel.is_marked

"""The latent map by itself: every gesture, the hover, the layers, the legend."""

import itertools

import numpy as np
import pytest
from hands import (
    LEFT,
    MIDDLE,
    NONE,
    RIGHT,
    SHIFT,
    WAIT,
    drag,
    has_colour,
    place,
    point_at,
    position,
    seen,
    settle,
    wheel,
)
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QToolButton

from vaegui.plane import CLASS_COLOURS, NEARBY, densest
from vaegui.ui.latent_map import (
    DWELL_MS,
    HINT_POSTERIOR,
    PICK_RADIUS,
    TILE,
    describe_nearby,
)
from vaegui.ui.maps_panel import MapsPanel
from vaegui.ui.posterior_layer import Ellipse, Shown

CLASSES = ("zero", "one", "two")
ARROWS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, 1), Qt.Key.Key_Down: (0, -1)}


@pytest.fixture
def cloud():
    """Three clusters of codes (600, 2), and their labels."""
    generator = np.random.default_rng(1)
    labels = np.arange(600) % 3
    centres = np.array([(-1.5, -1.0), (1.5, -0.5), (0.0, 1.5)])
    return centres[labels] + generator.normal(scale=0.25, size=(600, 2)), labels


@pytest.fixture
def latent_map(qtbot, cloud):
    panel = MapsPanel()
    qtbot.addWidget(panel)
    panel.resize(720, 640)
    panel.show()
    qtbot.waitExposed(panel)
    panel.activateWindow()
    widget = panel.maps[0]
    widget.plot.setFocus()
    widget.set_codes(*cloud, CLASSES)
    widget.reset_view()
    settle(widget)
    yield widget
    panel.close()


@pytest.fixture
def viewport(latent_map):
    return latent_map.plot.viewport()


def near(a, b, tolerance):
    return np.allclose(a, b, atol=tolerance, rtol=0)


def pixel_size(latent_map):
    return max(latent_map.view.viewPixelSize())


# The target


def test_press_moves_the_target_at_once(qtbot, latent_map, viewport):
    heard = []
    latent_map.target_changed.connect(lambda x, y: heard.append((x, y)))
    point = place(latent_map, 1.0, -0.5)
    qtbot.mousePress(viewport, LEFT, NONE, point)
    assert near(latent_map.target, (1.0, -0.5), pixel_size(latent_map))
    assert heard == [latent_map.target]
    qtbot.mouseRelease(viewport, LEFT, NONE, point)
    assert heard == [latent_map.target]


def test_drag_follows_every_move_until_the_release(qtbot, latent_map, viewport):
    heard = []
    latent_map.target_changed.connect(lambda x, y: heard.append((x, y)))
    path = [place(latent_map, x, 0.3) for x in np.linspace(-1, 1, 15)]
    drag(qtbot, viewport, path)
    assert len(heard) >= len(path)
    assert near(sorted({x for x, _ in heard}), np.linspace(-1, 1, 15), pixel_size(latent_map))
    assert near(latent_map.target, (1.0, 0.3), pixel_size(latent_map))
    qtbot.mouseMove(viewport, place(latent_map, 0, 0))
    assert near(latent_map.target, (1.0, 0.3), pixel_size(latent_map))


def test_a_click_on_the_name_of_a_class_is_a_click_on_the_map(qtbot, latent_map, viewport, cloud):
    codes, labels = cloud
    x, y = densest(codes[labels == 1])
    qtbot.mousePress(viewport, LEFT, NONE, place(latent_map, x, y))
    assert near(latent_map.target, (x, y), pixel_size(latent_map))
    qtbot.mouseRelease(viewport, LEFT, NONE, place(latent_map, x, y))


@pytest.mark.parametrize("button", [MIDDLE, RIGHT], ids=lambda button: button.name)
def test_other_buttons_leave_the_target(qtbot, latent_map, viewport, button):
    qtbot.mouseClick(viewport, button, NONE, place(latent_map, 1, 1))
    assert latent_map.target == (0.0, 0.0)


@pytest.mark.parametrize("key", ARROWS, ids=lambda key: key.name)
def test_arrow_keys_step_and_shift_makes_it_five(qtbot, latent_map, key):
    direction = np.array(ARROWS[key])
    step = latent_map.view.viewRect().width() / 100
    qtbot.keyClick(latent_map.plot, key)
    assert near(latent_map.target, step * direction, 1e-9)
    qtbot.keyClick(latent_map.plot, key, SHIFT)
    assert near(latent_map.target, 6 * step * direction, 1e-9)


def test_the_target_is_drawn_where_it_is(qtbot, latent_map, viewport):
    before = seen(viewport)
    latent_map.set_target(0.8, -1.9)
    point = place(latent_map, 0.8, -1.9)
    changed = (seen(viewport) != before).any(-1)
    around = changed[point.y() - 20 : point.y() + 20, point.x() - 20 : point.x() + 20]
    assert around.sum() > 100
    rows, columns = np.nonzero(around)
    assert near((columns.mean(), rows.mean()), (20, 20), 1)


# The view


def test_a_number_at_the_very_top_is_whole(latent_map):
    """A number is centred at its tick, and what is above the plot is cut off."""
    assert latent_map.view.sceneBoundingRect().top() >= latent_map.plot.fontMetrics().capHeight() / 2


@pytest.mark.parametrize(("notches", "grows"), [(1, False), (3, False), (-1, True)])
def test_wheel_zooms_about_the_pointer(latent_map, viewport, notches, grows):
    point = place(latent_map, 1.2, 0.7)
    under, width = position(latent_map, point), latent_map.view.viewRect().width()
    wheel(viewport, point, notches)
    assert (latent_map.view.viewRect().width() > width * 1.01) == grows
    assert (latent_map.view.viewRect().width() < width * 0.99) == (not grows)
    assert near(position(latent_map, point), under, 1e-6)
    assert latent_map.target == (0.0, 0.0)


@pytest.mark.parametrize(
    ("key", "grows"), [(Qt.Key.Key_Plus, False), (Qt.Key.Key_Equal, False), (Qt.Key.Key_Minus, True)]
)
def test_plus_and_minus_zoom_about_the_target(qtbot, latent_map, key, grows):
    latent_map.set_target(1.0, 0.5)
    before, width = latent_map.view.mapViewToScene(latent_map._cursor.pos()), latent_map.view.viewRect().width()
    qtbot.keyClick(latent_map.plot, key)
    assert (latent_map.view.viewRect().width() > width) == grows
    after = latent_map.view.mapViewToScene(latent_map._cursor.pos())
    assert near((after.x(), after.y()), (before.x(), before.y()), 0.01)


def reset_by_double_click(qtbot, latent_map):
    viewport = latent_map.plot.viewport()
    middle = viewport.rect().center()
    qtbot.mouseClick(viewport, LEFT, NONE, middle)
    qtbot.mouseDClick(viewport, LEFT, NONE, middle)
    qtbot.mouseRelease(viewport, LEFT, NONE, middle)


def reset_by_home(qtbot, latent_map):
    qtbot.keyClick(latent_map.plot, Qt.Key.Key_Home)


@pytest.mark.parametrize("reset", [reset_by_double_click, reset_by_home])
def test_double_click_and_home_show_all_again(qtbot, latent_map, viewport, reset):
    whole = latent_map.view.viewRect()
    wheel(viewport, place(latent_map, 1, 1), 5)
    drag(qtbot, viewport, [QPoint(200, 200), QPoint(260, 240), QPoint(300, 250)], MIDDLE)
    assert latent_map.view.viewRect().width() < whole.width() / 2
    reset(qtbot, latent_map)
    now = latent_map.view.viewRect()
    assert near(now.getRect(), whole.getRect(), 1e-6)


@pytest.mark.parametrize(("button", "modifiers"), [(LEFT, SHIFT), (MIDDLE, NONE)])
def test_shift_drag_and_middle_drag_move_the_view_alone(qtbot, latent_map, viewport, button, modifiers):
    start, end = place(latent_map, 0.5, 0.5), place(latent_map, 1.5, -0.5)
    held, width = position(latent_map, start), latent_map.view.viewRect().width()
    qtbot.mousePress(viewport, button, modifiers, start)
    for share in np.linspace(0.1, 1, 8):
        qtbot.mouseMove(viewport, start + (end - start) * share)
    qtbot.mouseRelease(viewport, button, modifiers, end)
    assert near(position(latent_map, end), held, 2 * pixel_size(latent_map))
    assert near(latent_map.view.viewRect().width(), width, 1e-9)
    assert latent_map.target == (0.0, 0.0)


def test_the_whole_view_holds_the_prior_and_all_but_stray_codes(latent_map, cloud):
    codes, _ = cloud
    stray = np.vstack([codes * 4, [(500.0, 500.0)]])
    latent_map.set_codes(np.tile(stray, (4, 1))[:2401], np.zeros(2401, np.int64), CLASSES)
    latent_map.reset_view()
    view = latent_map.view.viewRect()
    inside = [view.contains(x, y) for x, y in stray[:-1]]
    assert np.mean(inside) > 0.99
    assert not view.contains(500, 500)
    assert all(view.contains(*corner) for corner in [(-3, -3), (3, -3), (-3, 3), (3, 3)])


def test_new_codes_leave_the_view_and_the_target(qtbot, latent_map, viewport, cloud):
    wheel(viewport, place(latent_map, 1, 1), 4)
    latent_map.set_target(0.7, 0.7)
    view = latent_map.view.viewRect()
    codes, labels = cloud
    latent_map.set_codes(codes + 5, labels, CLASSES)
    assert latent_map.view.viewRect() == view
    assert latent_map.target == (0.7, 0.7)


def test_codes_far_away_do_no_harm(latent_map, viewport, cloud):
    codes, labels = cloud
    for far in (1e9, 1e300):
        astray = codes.copy()
        astray[::2] *= far
        latent_map.set_codes(astray, labels, CLASSES)
        latent_map.reset_view()
        seen(viewport)
        assert np.isfinite(latent_map.view.viewRect().getRect()).all()


def test_codes_that_are_not_finite_do_no_harm(latent_map, viewport, cloud):
    codes, labels = cloud
    astray = codes.copy()
    astray[:4] = [(np.nan, 0), (0, np.inf), (-np.inf, np.nan), (1e12, 1e12)]
    latent_map.set_codes(astray, labels, CLASSES)
    latent_map.reset_view()
    counts = [has_colour(seen(viewport), colour) for colour in CLASS_COLOURS[:3]]
    assert min(counts) > 500
    assert latent_map.view.viewRect().width() < 10
    assert latent_map.nearest(*codes[9]) == 9
    assert len(latent_map.nearby(*codes[9])) > 0
    latent_map.set_has_prior(False)
    assert np.isfinite(latent_map.reach)
    latent_map.set_codes(np.full((600, 2), np.nan), labels, CLASSES)
    latent_map.reset_view()
    seen(viewport)
    assert latent_map.nearest(0, 0) == -1
    assert len(latent_map.nearby(0, 0)) == 0
    assert np.isfinite(latent_map.view.viewRect().getRect()).all()


# Hover


def hovered_at(qtbot, latent_map, x, y):
    with qtbot.waitSignal(latent_map.hovered, timeout=WAIT, check_params_cb=lambda index: index >= 0) as heard:
        point_at(latent_map.plot.viewport(), place(latent_map, x, y))
    return heard.args[0]


@pytest.mark.parametrize("wanted", [7, 201, 599])
def test_resting_on_a_point_tells_which_it_is(qtbot, latent_map, cloud, wanted):
    codes, _ = cloud
    # An outlier is surely alone under the pointer, but any code must be found: compare with the nearest to the pixel.
    point = place(latent_map, *codes[wanted])
    nearest = np.hypot(*(codes - position(latent_map, point)).T).argmin()
    assert hovered_at(qtbot, latent_map, *codes[wanted]) == nearest


def test_what_counts_is_where_the_pointer_came_to_rest(qtbot, latent_map, viewport, cloud):
    codes, _ = cloud
    first, last = codes[0], codes[np.hypot(*(codes - codes[0]).T).argmax()]
    heard = []
    latent_map.hovered.connect(heard.append)
    # A quick hand: the two moves arrive within a few milliseconds.
    point_at(viewport, place(latent_map, *first))
    point_at(viewport, place(latent_map, *last))
    rest = position(latent_map, place(latent_map, *last))
    qtbot.waitUntil(lambda: heard[-1:] == [np.hypot(*(codes - rest).T).argmin()])


def test_the_popup_shows_image_and_words_and_goes_when_the_pointer_moves_on(qtbot, latent_map, viewport, cloud):
    codes, _ = cloud
    index = hovered_at(qtbot, latent_map, *codes[3])
    picture = QImage(4, 4, QImage.Format.Format_RGB888)
    picture.fill(0xFF00FF)
    before = seen(latent_map.plot)
    latent_map.show_hover(picture, "“one” · test image 3")
    assert has_colour(seen(latent_map.plot), "#ff00ff") == 84 * 84
    assert has_colour(before, "#ff00ff") == 0
    assert latent_map.label_of(index) == index % 3
    with qtbot.waitSignal(latent_map.hovered) as heard:
        point_at(viewport, place(latent_map, 0, -2.9))
    assert heard.args == [-1]
    assert has_colour(seen(latent_map.plot), "#ff00ff") == 0


def test_the_popup_goes_when_the_view_moves_under_the_pointer(qtbot, latent_map, viewport, cloud):
    codes, _ = cloud
    hovered_at(qtbot, latent_map, *codes[3])
    latent_map.show_hover(None, "a point")
    with qtbot.waitSignal(latent_map.hovered) as heard:
        wheel(viewport, place(latent_map, *codes[3]), 2)
    assert heard.args == [-1]


@pytest.mark.parametrize("corner", ["left", "right", "top", "bottom"])
def test_the_popup_stays_inside_the_plot(qtbot, latent_map, viewport, corner):
    view = latent_map.view.viewRect()
    spot = {
        "left": (view.left() + 0.02, 0.0),
        "right": (view.right() - 0.02, 0.0),
        "top": (0.0, view.bottom() - 0.02),
        "bottom": (0.0, view.top() + 0.02),
    }[corner]
    latent_map.set_codes(np.array([spot]), np.array([0]), CLASSES)
    settle(latent_map)
    hovered_at(qtbot, latent_map, *spot)
    picture = QImage(4, 4, QImage.Format.Format_RGB888)
    picture.fill(0xFF00FF)
    latent_map.show_hover(picture, "words that are a little wider than the image")
    assert has_colour(seen(latent_map.plot), "#ff00ff") == 84 * 84


def test_nothing_is_hovered_far_from_any_point(qtbot, latent_map, viewport, cloud):
    codes, _ = cloud
    far = (-2.9, 2.9)
    assert np.hypot(*(codes - far).T).min() > 1.5 * PICK_RADIUS * pixel_size(latent_map)
    with qtbot.assertNotEmitted(latent_map.hovered, wait=3 * DWELL_MS):
        point_at(viewport, place(latent_map, *far))


def test_what_is_hidden_is_not_hovered(qtbot, latent_map, viewport, cloud):
    codes, labels = cloud
    for button in legend(latent_map)[:1]:
        qtbot.mouseClick(button, LEFT)
    index = int(np.flatnonzero(labels == 0)[0])
    with qtbot.assertNotEmitted(latent_map.hovered, wait=3 * DWELL_MS):
        point_at(viewport, place(latent_map, *codes[index]))
    point_at(viewport, place(latent_map, 0, -2.9))
    qtbot.keyClick(latent_map.plot, Qt.Key.Key_P)
    with qtbot.assertNotEmitted(latent_map.hovered, wait=3 * DWELL_MS):
        point_at(viewport, place(latent_map, *codes[index + 1]))


# Layers and legend


def legend(latent_map):
    return [button for button in latent_map.window().findChildren(QToolButton) if button.text() in CLASSES]


@pytest.mark.parametrize(
    ("key", "action"),
    [
        ("P", "points"),
        ("M", "manifold"),
        ("X", "magnification"),
        ("C", "prior"),
        ("E", "posterior"),
        ("U", "pull"),
    ],
)
def test_letters_switch_the_layers(qtbot, latent_map, key, action):
    latent_map.set_has_posterior(True)
    was = getattr(latent_map.switches, action).isChecked()
    qtbot.keyClick(latent_map.plot, key)
    assert getattr(latent_map.switches, action).isChecked() != was
    qtbot.keyClick(latent_map.plot, key)
    assert getattr(latent_map.switches, action).isChecked() == was


def test_the_points_can_be_hidden(qtbot, latent_map, viewport):
    counts = [has_colour(seen(viewport), colour) for colour in CLASS_COLOURS[:3]]
    assert min(counts) > 500
    qtbot.keyClick(latent_map.plot, Qt.Key.Key_P)
    assert [has_colour(seen(viewport), colour) for colour in CLASS_COLOURS[:3]] == [0, 0, 0]


def test_the_legend_hides_one_class_with_its_name(qtbot, latent_map, viewport):
    before = [has_colour(seen(viewport), colour) for colour in CLASS_COLOURS[:3]]
    button = legend(latent_map)[1]
    assert button.text() == "one"
    qtbot.mouseClick(button, LEFT)
    hidden = [has_colour(seen(viewport), colour) for colour in CLASS_COLOURS[:3]]
    assert hidden[1] == 0
    assert hidden[0] >= before[0]
    assert hidden[2] >= before[2]
    qtbot.mouseClick(button, LEFT)
    assert [has_colour(seen(viewport), colour) for colour in CLASS_COLOURS[:3]] == before


def test_a_hidden_class_stays_hidden_when_the_codes_move(qtbot, latent_map, viewport, cloud):
    codes, labels = cloud
    qtbot.mouseClick(legend(latent_map)[1], LEFT)
    latent_map.set_codes(codes[:, ::-1], labels, CLASSES)
    assert has_colour(seen(viewport), CLASS_COLOURS[1]) == 0
    latent_map.set_codes(codes, labels, ("other", "one", "two"))
    assert has_colour(seen(viewport), CLASS_COLOURS[1]) > 500


def test_the_prior_is_three_circles(qtbot, latent_map, viewport):
    qtbot.keyClick(latent_map.plot, Qt.Key.Key_P)
    before = seen(viewport)
    qtbot.keyClick(latent_map.plot, Qt.Key.Key_C)
    changed = (seen(viewport) != before).any(-1)
    for radius, drawn in [(1, True), (2, True), (3, True), (0.5, False), (1.5, False), (2.5, False)]:
        points = [place(latent_map, radius * np.cos(a), radius * np.sin(a)) for a in (2.0, 3.0, 4.0, 5.5)]
        assert [changed[p.y() - 2 : p.y() + 3, p.x() - 2 : p.x() + 3].any() for p in points] == [drawn] * 4


def test_a_right_click_offers_the_layers(qtbot, latent_map, viewport):
    # At the window, because the system turns a press there into a request for the menu.
    point = viewport.mapTo(latent_map.window(), place(latent_map, 0.2, 0.2))
    QTest.mouseClick(latent_map.window().windowHandle(), RIGHT, NONE, point)
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert latent_map.switches.manifold in menu.actions()
    assert latent_map.switches.reset_view in menu.actions()
    menu.close()


# The posterior


@pytest.fixture
def asked(latent_map):
    """The map of a model with a posterior, and a list that grows whenever it asks for one."""
    latent_map.set_has_posterior(True)
    heard = []
    latent_map.posterior_wanted.connect(lambda: heard.append(True))
    return heard


def nearest(codes, x, y):
    return int(np.hypot(*(codes - (x, y)).T).argmin())


def hint(latent_map):
    return [label.text() for label in latent_map.findChildren(QLabel) if label.isVisible() and len(label.text()) > 30]


def test_the_key_asks_for_a_posterior(qtbot, latent_map, asked):
    latent_map.set_target(1.2, -0.4)
    assert len(asked) == 0
    qtbot.keyClick(latent_map.plot, Qt.Key.Key_E)
    assert len(asked) == 1
    assert latent_map.is_posterior_shown
    qtbot.keyClick(latent_map.plot, Qt.Key.Key_E)
    assert len(asked) == 1
    assert not latent_map.is_posterior_shown


def test_a_hand_that_moves_the_target_is_told_from_others(qtbot, latent_map, viewport):
    moved, steered = [], []
    latent_map.target_changed.connect(lambda x, y: moved.append((x, y)))
    latent_map.steered.connect(lambda: steered.append(latent_map.target))
    latent_map.set_target(0.5, 0.5)
    assert (len(moved), len(steered)) == (1, 0)
    path = [place(latent_map, x, 0.5 * x) for x in np.linspace(-2, 2, 9)]
    drag(qtbot, viewport, path)
    assert len(moved) == len(path) + 1
    assert 1 <= len(steered) <= len(path)  # what is said of a place may wait for the next one, but not of the last
    assert steered[-1] == moved[-1]
    qtbot.keyClick(latent_map.plot, Qt.Key.Key_Left)
    assert steered[-1] == moved[-1]
    assert len(moved) == len(path) + 2


def test_what_is_said_of_a_place_waits_but_not_for_ever(qtbot, latent_map, viewport):
    settled = []
    latent_map.settled.connect(lambda x, y: settled.append((x, y)))
    qtbot.mousePress(viewport, LEFT, NONE, place(latent_map, 0, 0))
    qtbot.mouseMove(viewport, place(latent_map, 1, 1))
    assert settled == []
    qtbot.waitUntil(lambda: settled == [latent_map.target])
    qtbot.mouseMove(viewport, place(latent_map, -1, 1))
    qtbot.mouseRelease(viewport, LEFT, NONE, place(latent_map, -1, 1))
    assert settled[1:] == [latent_map.target]
    latent_map.set_target(0.5, 0.5)
    assert settled[2:] == [(0.5, 0.5)]


def test_the_nearest_code_is_that_of_a_class_on_the_map(qtbot, latent_map, cloud):
    codes, labels = cloud
    x, y = codes[labels == 1][0] + 0.01
    assert latent_map.nearest(x, y) == nearest(codes, x, y)
    qtbot.mouseClick(legend(latent_map)[1], LEFT)
    others = np.flatnonzero(labels != 1)
    assert latent_map.nearest(x, y) == others[nearest(codes[others], x, y)]
    for button in (legend(latent_map)[i] for i in range(len(CLASSES)) if i != 1):
        qtbot.mouseClick(button, LEFT)
    assert latent_map.nearest(x, y) == -1
    latent_map.set_codes(np.empty((0, 2)), np.empty(0, np.int64), CLASSES)
    assert latent_map.nearest(x, y) == -1


def test_the_nearest_of_many_codes_is_that_of_a_class_on_the_map(qtbot, latent_map):
    generator = np.random.default_rng(0)
    codes, labels = generator.normal(size=(60_000, 2)), generator.integers(0, 3, 60_000)
    latent_map.set_codes(codes, labels, CLASSES)
    places = generator.normal(size=(20, 2))

    def is_right(rows):
        return [latent_map.nearest(x, y) for x, y in places] == [rows[nearest(codes[rows], x, y)] for x, y in places]

    for _ in range(3):
        assert is_right(np.arange(60_000))
        qtbot.mouseClick(legend(latent_map)[1], LEFT)
        assert is_right(np.flatnonzero(labels != 1))
        qtbot.mouseClick(legend(latent_map)[1], LEFT)
    latent_map.set_codes(codes + 1, labels, CLASSES)
    assert latent_map.nearest(*places[0] + 1) == nearest(codes, *places[0])


def test_the_answer_is_drawn_and_said_while_the_layer_is_on(qtbot, latent_map, asked):
    answer = Shown(q=Ellipse(np.array([0.5, 0.5]), np.diag([0.3, 0.1])))
    nodes, shares = np.array([(0.0, 0.0), (1.0, 1.0)]), np.array([0.75, 0.25])
    plain = hint(latent_map)

    def give():
        latent_map.set_nodes(nodes, shares)
        latent_map.set_posterior(answer, "the posterior of test image 7")

    give()  # although nobody asked for it
    assert latent_map.node_count == 0
    assert latent_map.posterior.q is None
    assert hint(latent_map) == plain
    qtbot.keyClick(latent_map.plot, Qt.Key.Key_E)
    assert hint(latent_map) == [HINT_POSTERIOR]
    give()
    assert latent_map.node_count == 2
    assert latent_map.posterior.q is answer.q
    assert latent_map.hint == "the posterior of test image 7"
    qtbot.keyClick(latent_map.plot, Qt.Key.Key_E)
    assert latent_map.node_count == 0
    assert latent_map.posterior.q is None
    assert hint(latent_map) == plain
    # An answer that was under way when the layer was switched off comes too late.
    give()
    assert latent_map.node_count == 0
    assert latent_map.posterior.q is None


def test_a_gaussian_on_its_way_and_draws_are_hidden_with_the_layer_and_not_lost(qtbot, latent_map, asked):
    best = Ellipse(np.array([0.5, 0.5]), np.diag([0.8, 0.6]))
    qtbot.keyClick(latent_map.plot, Qt.Key.Key_P)
    viewport = latent_map.plot.viewport()
    plain = seen(viewport)
    latent_map.set_best(best)
    latent_map.set_draws(np.array([(0.4, 0.2), (-0.3, 0.6)]))
    assert np.array_equal(seen(viewport), plain)  # the layer is off
    qtbot.keyClick(latent_map.plot, Qt.Key.Key_E)
    with_them = seen(viewport)
    assert not np.array_equal(with_them, plain)
    for _ in range(2):
        qtbot.keyClick(latent_map.plot, Qt.Key.Key_E)
    assert np.array_equal(seen(viewport), with_them)
    latent_map.set_has_posterior(False)  # of another model
    assert np.array_equal(seen(viewport), plain)
    latent_map.set_has_posterior(True)
    assert latent_map.posterior.best is None


def test_what_belongs_to_the_chosen_image_is_hidden_while_the_pointer_is_at_another_one(qtbot, latent_map, asked):
    qtbot.keyClick(latent_map.plot, Qt.Key.Key_E)
    answer, draws = Shown(q=Ellipse(np.array([0.5, 0.5]), np.diag([0.3, 0.1]))), np.array([(0.4, 0.2)])
    latent_map.set_posterior(answer, "of the chosen image")
    latent_map.set_best(answer.q)
    latent_map.set_draws(draws)
    latent_map.set_posterior(Shown(), "of another one", is_chosen=False)
    assert latent_map.posterior.best is None
    assert len(latent_map.posterior.draws) == 0
    latent_map.set_posterior(answer, "of the chosen image")
    assert latent_map.posterior.best is answer.q
    assert latent_map.posterior.draws is draws


def test_a_model_without_a_posterior_has_no_such_layer(qtbot, latent_map, viewport, asked):
    qtbot.keyClick(latent_map.plot, Qt.Key.Key_E)
    latent_map.set_posterior(Shown(q=Ellipse(np.zeros(2), np.eye(2))), "the posterior of the model before")
    latent_map.set_has_posterior(False)
    asked.clear()
    assert latent_map.posterior.q is None
    assert not latent_map.switches.posterior.isEnabled()
    qtbot.mouseClick(viewport, LEFT, NONE, place(latent_map, 1, 1))
    was = latent_map.switches.posterior.isChecked()
    qtbot.keyClick(latent_map.plot, Qt.Key.Key_E)
    assert latent_map.switches.posterior.isChecked() == was
    assert asked == []
    assert not latent_map.is_posterior_shown
    # For the next model that has one, the layer is as it was.
    latent_map.set_has_posterior(True)
    assert latent_map.switches.posterior.isEnabled()
    assert latent_map.is_posterior_shown


def test_where_there_is_no_map_there_is_no_posterior(qtbot, latent_map, asked):
    latent_map.set_message("There is no map of this.")
    assert not latent_map.switches.posterior.isEnabled()
    qtbot.keyClick(latent_map.plot, Qt.Key.Key_E)
    assert asked == []
    latent_map.set_message("")
    assert latent_map.switches.posterior.isEnabled()
    latent_map.set_has_posterior(False)
    latent_map.set_message("")
    assert not latent_map.switches.posterior.isEnabled()


# The lattice


def wanted(qtbot, latent_map, act):
    with qtbot.waitSignal(latent_map.manifold_wanted, timeout=WAIT) as heard:
        act()
    return heard.args[0]


def covers(lattice, view):
    return lattice.area.adjusted(-1e-9, -1e-9, 1e-9, 1e-9).contains(view)


def test_the_lattice_tiles_the_view(qtbot, latent_map):
    lattice = wanted(qtbot, latent_map, lambda: qtbot.keyClick(latent_map.plot, Qt.Key.Key_M))
    view = latent_map.view.viewRect()
    cell = lattice.area.width() / len(lattice.horizontal)
    assert covers(lattice, view)
    assert not covers(lattice, view.adjusted(-cell, 0, 0, 0))
    assert np.allclose(np.diff(lattice.horizontal), cell)
    assert np.allclose(np.diff(lattice.vertical), -cell)
    assert np.isclose(lattice.horizontal[0] - cell / 2, lattice.area.left())
    assert np.isclose(lattice.vertical[-1] - cell / 2, lattice.area.top())
    assert np.isclose(lattice.area.height(), cell * len(lattice.vertical))
    assert TILE / 2**0.26 <= cell / pixel_size(latent_map) <= TILE * 2**0.26
    coarser = lattice.coarser
    assert coarser.area == lattice.area
    for these, those, ends in (
        (coarser.horizontal, lattice.horizontal, (lattice.area.left(), lattice.area.right())),
        (coarser.vertical, lattice.vertical, (lattice.area.bottom(), lattice.area.top())),
    ):
        edges = np.linspace(*ends, len(those) // 2 + 1)
        assert np.allclose(these, edges[:-1] + np.diff(edges) / 2)


def test_the_lattice_follows_zoom_and_pan(qtbot, latent_map, viewport):
    first = wanted(qtbot, latent_map, lambda: qtbot.keyClick(latent_map.plot, Qt.Key.Key_M))
    closer = wanted(qtbot, latent_map, lambda: wheel(viewport, place(latent_map, 1, 1), 6))
    qtbot.waitUntil(lambda: covers(latent_map.lattice(), latent_map.view.viewRect()))
    assert np.diff(closer.horizontal)[0] < np.diff(first.horizontal)[0] / 1.4
    path = [QPoint(200, 200), QPoint(330, 260)]
    moved = wanted(qtbot, latent_map, lambda: drag(qtbot, viewport, path, MIDDLE))
    cell = np.diff(closer.horizontal)[0]
    assert np.isclose(np.diff(moved.horizontal)[0], cell)
    # Tiles keep their places: what is seen before and after is decoded at the same positions.
    assert np.allclose(np.remainder(moved.horizontal / cell - 0.5 + 1e-6, 1), 1e-6, atol=2e-6)
    assert len(np.intersect1d(np.round(moved.horizontal, 9), np.round(closer.horizontal, 9))) > 3


def test_nothing_is_asked_while_the_manifold_is_off(qtbot, latent_map, viewport):
    with qtbot.assertNotEmitted(latent_map.manifold_wanted, wait=100):
        wheel(viewport, place(latent_map, 1, 1), 3)
        latent_map.refresh_background()


def test_a_new_size_asks_again(qtbot, latent_map):
    wanted(qtbot, latent_map, lambda: qtbot.keyClick(latent_map.plot, Qt.Key.Key_M))
    wider = wanted(qtbot, latent_map, lambda: latent_map.resize(1000, 640))
    qtbot.waitUntil(lambda: covers(latent_map.lattice(), latent_map.view.viewRect()))
    assert wider.area.width() > 0


# Words


def test_a_message_stands_in_the_middle(latent_map):
    latent_map.set_message("There is no map of this.")
    assert latent_map.message == "There is no map of this."
    label = latent_map._message
    assert label.isVisible()
    assert abs(label.geometry().center().x() - latent_map.plot.rect().center().x()) < 3
    latent_map.set_message("")
    assert not label.isVisible()


def test_the_place_in_words():
    assert describe_nearby(np.array([1, 1, 2, 1]), CLASSES) == "4 codes within 0.1 · 75% “one”"
    assert describe_nearby(np.array([2]), CLASSES) == "1 code within 0.1 · 100% “two”"
    assert "on its own" in describe_nearby(np.array([], np.int64), CLASSES)


def test_nearby_is_a_disc(latent_map, cloud):
    codes, labels = cloud
    x, y = codes[10]
    expected = labels[np.hypot(codes[:, 0] - x, codes[:, 1] - y) <= NEARBY]
    assert sorted(latent_map.nearby(x, y)) == sorted(expected)


def test_densest_is_where_most_points_are():
    generator = np.random.default_rng(0)
    points = np.vstack([generator.uniform(-3, 3, (300, 2)), generator.normal((1, -2), 0.1, (300, 2))])
    assert near(densest(points), (1, -2), 0.3)
    assert near(densest(np.array([(0.5, 0.25)])), (0.5, 0.25), 0.1)
    assert densest(np.empty((0, 2))) == densest(np.full((3, 2), np.nan)) == (0.0, 0.0)


@pytest.mark.parametrize("seed", range(5))
def test_densest_is_the_middle_of_the_fullest_block_of_a_histogram(seed):
    points = np.random.default_rng(seed).normal(size=(500, 2)) * (1, 3)
    counts, xs, ys = np.histogram2d(*points.T, bins=20)
    blocks = {(i, j): counts[max(i - 1, 0) : i + 2, max(j - 1, 0) : j + 2].sum() for i in range(20) for j in range(20)}
    i, j = max(blocks, key=blocks.get)
    assert near(densest(points), ((xs[i] + xs[i + 1]) / 2, (ys[j] + ys[j + 1]) / 2), 1e-9)
    points[::50] = np.nan
    assert densest(points) == densest(points[np.isfinite(points).all(1)])


def test_names_stand_where_their_codes_are_although_few_of_many_are_looked_at(latent_map):
    generator = np.random.default_rng(0)
    codes = generator.normal(scale=0.1, size=(120_000, 2))
    labels = np.zeros(120_000, np.int64)
    codes[1::2] += (2, 1)
    labels[1::2] = 1
    codes[[7, 11]], labels[[7, 11]] = (-2, -2), 2  # a class that is easily gone past
    latent_map.set_codes(codes, labels, CLASSES)
    places = [mark.pos() for mark in latent_map._class_marks]
    assert near([(place.x(), place.y()) for place in places], [(0, 0), (2, 1), (-2, -2)], 0.15)


def names(latent_map):
    """The boxes of the names that are seen, in pixels of the scene, by their words."""
    marks = [mark for mark in latent_map._class_marks if mark.isVisible()]
    return {mark.textItem.toPlainText(): mark.mapRectToScene(mark.boundingRect()) for mark in marks}


def home_of(latent_map, label):
    """Where the codes of a class are densest, in pixels of the scene."""
    return latent_map.view.mapViewToScene(QPointF(*densest(latent_map.codes[latent_map.labels == label])))


def are_apart(boxes):
    return not any(one.intersects(other) for one, other in itertools.combinations(boxes.values(), 2))


def test_no_name_covers_that_of_a_larger_class(qtbot, latent_map, viewport):
    generator = np.random.default_rng(0)
    counts = np.arange(100, 220, 10)  # the last class is the largest
    labels = np.repeat(np.arange(12), counts)
    angles = 2 * np.pi * np.arange(12) / 12
    centres = np.stack([np.cos(angles), np.sin(angles)], 1) * 0.15
    codes = centres[labels] + generator.normal(scale=0.01, size=(len(labels), 2))
    latent_map.set_codes(codes, labels, tuple(f"class {i}" for i in range(12)))
    settle(latent_map)
    crowded = names(latent_map)
    assert are_apart(crowded)
    assert crowded["class 11"].contains(home_of(latent_map, 11))
    for notches in (6, 6, 6):
        wheel(viewport, place(latent_map, 0, 0), notches)
    settle(latent_map)
    roomy = names(latent_map)
    assert are_apart(roomy)
    assert len(roomy) == 12
    for label in range(12):
        centre = roomy[f"class {label}"].center()
        home = home_of(latent_map, label)
        assert abs(centre.x() - home.x()) < 2
        assert abs(centre.y() - home.y()) < 2
    where = {name: latent_map.view.mapSceneToView(box.center()) for name, box in roomy.items()}
    drag(qtbot, viewport, [place(latent_map, x, 0.0) for x in (0, 0.05, 0.1)], modifiers=SHIFT)
    moved = {name: latent_map.view.mapSceneToView(box.center()) for name, box in names(latent_map).items()}
    assert moved.keys() == where.keys()
    for name, point in moved.items():
        assert near((point.x(), point.y()), (where[name].x(), where[name].y()), 1e-6)


def test_a_name_comes_back_when_the_class_that_covered_it_is_hidden(latent_map):
    labels = np.repeat([0, 1, 2], [50, 100, 100])
    codes = np.random.default_rng(0).normal(scale=0.001, size=(250, 2))
    latent_map.set_codes(codes, labels, ("small", "a long name of a class", "another long name of a class"))
    settle(latent_map)
    boxes = names(latent_map)
    assert are_apart(boxes)
    home = home_of(latent_map, 0)
    assert not boxes.get("small", QRectF()).contains(home)
    latent_map.switches.set_hidden(1, True)
    latent_map.switches.set_hidden(2, True)
    assert list(names(latent_map)) == ["small"]
    assert names(latent_map)["small"].contains(home)


def test_without_a_prior_the_view_is_the_codes_alone(latent_map):
    codes = np.random.default_rng(0).normal((5, 5), 0.1, (200, 2))
    latent_map.set_codes(codes, np.zeros(200, np.int64), ("a",))
    latent_map.set_has_prior(False)
    latent_map.reset_view()
    (left, right), (bottom, top) = latent_map.view.viewRange()
    assert left > 3
    assert bottom > 3
    assert ((codes > (left, bottom)) & (codes < (right, top))).all()
    assert not latent_map.switches.prior.isEnabled()
    latent_map.set_has_prior(True)
    latent_map.reset_view()
    assert latent_map.view.viewRange()[0][0] <= -3.2
    assert latent_map.switches.prior.isEnabled()


def test_the_view_follows_codes_that_leave_it_until_a_hand_moves_it(qtbot, latent_map):
    labels = np.zeros(100, np.int64)
    latent_map.set_codes(np.zeros((100, 2)), labels, ("a",))
    latent_map.reset_view()
    latent_map.set_codes(np.full((100, 2), 8.0), labels, ("a",))
    assert latent_map.view.viewRange()[0][1] > 8
    latent_map.plot.setFocus()
    qtbot.keyClick(latent_map.plot, Qt.Key.Key_Minus)
    before = latent_map.view.viewRange()
    latent_map.set_codes(np.full((100, 2), 80.0), labels, ("a",))
    assert latent_map.view.viewRange() == before

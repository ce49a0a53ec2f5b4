"""The panel around the pad: what the model is given, what is seen of its answer, whether drawn digits are known."""

import itertools

import contourpy
import numpy as np
import pytest
import torch
from hands import LEFT, NONE, drag, pixels, says, seen, settle
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QColorDialog, QLabel, QToolButton

from vaegui import data, drawing, runs
from vaegui.ui.draw_panel import EMPTY, Answer, DrawPanel
from vaegui.ui.image_view import to_qimage
from vaegui.ui.pad import DrawTool
from vaegui.ui.theme import DARK, LIGHT, apply

# Each digit in three hands: strokes as points (x, y), y downwards, in parts of its height; a curve runs through them.
GLYPHS = {
    "0": (
        (
            (
                "curve",
                (0.36, 0.0),
                (0.1, 0.18),
                (0.0, 0.5),
                (0.1, 0.84),
                (0.34, 1.0),
                (0.58, 0.84),
                (0.67, 0.5),
                (0.58, 0.16),
                (0.36, 0.0),
            ),
        ),
        (
            (
                "curve",
                (0.55, 0.06),
                (0.28, 0.02),
                (0.05, 0.3),
                (0.05, 0.7),
                (0.32, 0.98),
                (0.64, 0.85),
                (0.76, 0.5),
                (0.66, 0.15),
                (0.4, 0.0),
                (0.28, 0.1),
            ),
        ),
        (
            (
                "curve",
                (0.2, 0.04),
                (0.02, 0.35),
                (0.06, 0.8),
                (0.26, 1.0),
                (0.48, 0.82),
                (0.54, 0.4),
                (0.42, 0.06),
                (0.2, 0.04),
            ),
        ),
    ),
    "1": (
        (("line", (0.0, 0.0), (0.0, 1.0)),),
        (("curve", (0.1, 0.0), (0.06, 0.4), (0.03, 0.75), (0.0, 1.0)),),
        (("line", (0.25, 0.0), (0.0, 1.0)),),
    ),
    "2": (
        (
            ("curve", (0.05, 0.24), (0.18, 0.04), (0.48, 0.03), (0.6, 0.26), (0.44, 0.56), (0.2, 0.82), (0.0, 0.98)),
            ("line", (0.0, 0.98), (0.7, 0.95)),
        ),
        (
            (
                "curve",
                (0.04, 0.2),
                (0.26, 0.0),
                (0.56, 0.1),
                (0.55, 0.36),
                (0.3, 0.72),
                (0.08, 0.96),
                (0.0, 0.87),
                (0.12, 0.8),
                (0.4, 0.94),
                (0.72, 0.94),
            ),
        ),
        (
            ("curve", (0.0, 0.16), (0.3, 0.0), (0.6, 0.16), (0.5, 0.46), (0.22, 0.78), (0.02, 1.0)),
            ("curve", (0.02, 1.0), (0.36, 0.95), (0.78, 1.0)),
        ),
    ),
    "3": (
        (
            ("curve", (0.04, 0.12), (0.3, 0.0), (0.55, 0.15), (0.46, 0.38), (0.2, 0.47)),
            ("curve", (0.2, 0.47), (0.5, 0.54), (0.64, 0.75), (0.45, 0.97), (0.16, 1.0), (0.0, 0.88)),
        ),
        (
            ("line", (0.02, 0.03), (0.56, 0.03), (0.26, 0.4)),
            ("curve", (0.26, 0.4), (0.55, 0.5), (0.6, 0.8), (0.3, 1.0), (0.0, 0.9)),
        ),
        (
            ("curve", (0.08, 0.06), (0.34, 0.0), (0.56, 0.12), (0.5, 0.32), (0.26, 0.42)),
            ("curve", (0.26, 0.42), (0.54, 0.46), (0.7, 0.68), (0.54, 0.94), (0.24, 1.0), (0.0, 0.94)),
        ),
    ),
    "4": (
        (("line", (0.1, 0.0), (0.0, 0.5), (0.6, 0.48)), ("line", (0.56, 0.05), (0.5, 1.0))),
        (
            ("curve", (0.06, 0.02), (0.0, 0.34), (0.1, 0.5), (0.34, 0.51), (0.6, 0.42)),
            ("line", (0.64, 0.0), (0.56, 1.0)),
        ),
        (("line", (0.2, 0.0), (0.0, 0.54), (0.74, 0.54)), ("line", (0.52, 0.2), (0.48, 1.0))),
    ),
    "5": (
        (
            ("line", (0.12, 0.05), (0.06, 0.42)),
            ("curve", (0.06, 0.42), (0.32, 0.37), (0.58, 0.56), (0.54, 0.86), (0.3, 1.0), (0.0, 0.92)),
            ("line", (0.12, 0.05), (0.66, 0.0)),
        ),
        (
            ("line", (0.7, 0.02), (0.2, 0.04), (0.13, 0.42)),
            ("curve", (0.13, 0.42), (0.4, 0.42), (0.56, 0.6), (0.5, 0.86), (0.26, 1.0), (0.0, 0.95)),
        ),
        (
            (
                "curve",
                (0.7, 0.0),
                (0.4, 0.02),
                (0.2, 0.14),
                (0.22, 0.36),
                (0.48, 0.54),
                (0.54, 0.78),
                (0.32, 1.0),
                (0.0, 0.96),
            ),
        ),
    ),
    "6": (
        (
            (
                "curve",
                (0.5, 0.0),
                (0.22, 0.2),
                (0.03, 0.58),
                (0.1, 0.92),
                (0.34, 1.0),
                (0.55, 0.82),
                (0.5, 0.6),
                (0.28, 0.54),
                (0.06, 0.7),
            ),
        ),
        (
            (
                "curve",
                (0.3, 0.0),
                (0.1, 0.35),
                (0.0, 0.72),
                (0.12, 0.97),
                (0.36, 0.97),
                (0.5, 0.78),
                (0.4, 0.6),
                (0.2, 0.62),
                (0.04, 0.8),
            ),
        ),
        (
            (
                "curve",
                (0.62, 0.04),
                (0.3, 0.14),
                (0.06, 0.5),
                (0.08, 0.88),
                (0.36, 1.0),
                (0.6, 0.86),
                (0.58, 0.62),
                (0.34, 0.54),
                (0.1, 0.66),
            ),
        ),
    ),
    "7": (
        (("line", (0.0, 0.05), (0.6, 0.0), (0.26, 1.0)),),
        (
            ("curve", (0.0, 0.06), (0.25, 0.05), (0.5, 0.0)),
            ("curve", (0.5, 0.0), (0.46, 0.25), (0.28, 0.6), (0.2, 1.0)),
        ),
        (
            ("line", (0.0, 0.14), (0.02, 0.02), (0.62, 0.04)),
            ("curve", (0.62, 0.04), (0.46, 0.38), (0.36, 0.7), (0.32, 1.0)),
        ),
    ),
    "8": (
        (
            (
                "curve",
                (0.5, 0.12),
                (0.26, 0.0),
                (0.06, 0.18),
                (0.2, 0.4),
                (0.5, 0.6),
                (0.58, 0.82),
                (0.3, 1.0),
                (0.03, 0.82),
                (0.15, 0.58),
                (0.45, 0.38),
                (0.56, 0.15),
                (0.42, 0.02),
            ),
        ),
        (
            ("curve", (0.3, 0.0), (0.1, 0.1), (0.1, 0.34), (0.3, 0.46), (0.5, 0.34), (0.5, 0.1), (0.3, 0.0)),
            ("curve", (0.3, 0.46), (0.05, 0.6), (0.04, 0.88), (0.3, 1.0), (0.56, 0.88), (0.55, 0.6), (0.3, 0.46)),
        ),
        (
            (
                "curve",
                (0.6, 0.08),
                (0.36, 0.0),
                (0.16, 0.14),
                (0.24, 0.38),
                (0.44, 0.58),
                (0.46, 0.84),
                (0.22, 1.0),
                (0.02, 0.86),
                (0.1, 0.62),
                (0.4, 0.4),
                (0.6, 0.08),
            ),
        ),
    ),
    "9": (
        (
            ("curve", (0.55, 0.14), (0.3, 0.0), (0.05, 0.16), (0.1, 0.42), (0.36, 0.46), (0.55, 0.22)),
            ("line", (0.57, 0.08), (0.5, 1.0)),
        ),
        (
            ("curve", (0.58, 0.14), (0.32, 0.0), (0.06, 0.14), (0.1, 0.4), (0.34, 0.46), (0.58, 0.2)),
            ("curve", (0.58, 0.14), (0.56, 0.55), (0.42, 0.9), (0.12, 0.98)),
        ),
        (
            ("curve", (0.5, 0.1), (0.26, 0.0), (0.02, 0.2), (0.12, 0.42), (0.36, 0.36), (0.5, 0.1)),
            ("curve", (0.5, 0.1), (0.48, 0.4), (0.36, 0.7), (0.28, 1.0)),
        ),
    ),
}
HANDS = (  # slant, height and middle in parts of the pad
    (0.1, 0.8, (0.5, 0.5)),
    (0.3, 0.7, (0.45, 0.52)),
    (0.2, 0.6, (0.6, 0.4)),
    (0.35, 0.85, (0.5, 0.5)),
)


def points(kind, *corners):
    """The places a pen passes, (points, 2); a curve is one of Catmull and Rom's."""
    corners = np.array(corners)
    t = np.linspace(0, 1, 6)[:, None]
    if kind == "line":
        return np.concatenate([a + t * (b - a) for a, b in itertools.pairwise(corners)])
    p = np.concatenate([2 * corners[:1] - corners[1:2], corners, 2 * corners[-1:] - corners[-2:-1]])
    legs = zip(p, p[1:], p[2:], p[3:], strict=False)
    return np.concatenate(
        [
            b + ((c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3) / 2
            for a, b, c, d in legs
        ]
    )


def written(digit, hand, slant, height, middle):
    """The strokes of a digit in parts of the pad, each (points, 2)."""
    strokes = [points(*stroke) for stroke in GLYPHS[digit][hand]]
    strokes = [np.stack([s[:, 0] + slant * (1 - s[:, 1]), s[:, 1]], 1) for s in strokes]
    every = np.concatenate(strokes)
    centre = (every.max(0) + every.min(0)) / 2
    return [(s - centre) * height + middle for s in strokes]


def write(qtbot, pad, strokes):
    """Draw strokes on the pad with the mouse."""
    area = pad.area()
    for stroke in strokes:
        places = (area.topLeft().toTuple() + stroke * area.size().toTuple()).tolist()
        drag(qtbot, pad, [QPointF(*place).toPoint() for place in places])


@pytest.fixture
def panel(qtbot):
    widget = DrawPanel()
    qtbot.addWidget(widget)
    widget.resize(410, 520)
    widget.set_shape((1, 28, 28))
    widget.set_centring(True)
    widget.show()
    qtbot.waitExposed(widget)
    widget.activateWindow()
    return widget


@pytest.fixture
def drawn(panel):
    """The images that the panel said the model should get."""
    images = []
    panel.drawn.connect(images.append)
    return images


def noise(*shape, seed=0):
    return np.random.default_rng(seed).integers(0, 256, shape, dtype=np.uint8)


def picture(level, side=28):
    return to_qimage(np.full((side, side, 3), level, np.uint8))


def answer(words="z = (0.1, 0.2)", noisy=True):
    pair = (picture(140), picture(160)) if noisy else (None, None)
    return Answer(picture(100), picture(120), *pair, words)


def three(panel, qtbot):
    write(qtbot, panel.pad, written("3", 0, 0.2, 0.75, (0.5, 0.5)))


# Drawn digits on the map of the run that ships


@pytest.fixture(scope="module")
def shipped():
    return runs.load("mnist-vae-2d")


@torch.no_grad()
def classes(run, images):
    """Of images (N, 1, 28, 28): the class of the nearest code, and of most of the ten nearest, (N,) each."""
    batch = torch.from_numpy(np.stack(images))
    thresholds = data.fixed_thresholds(batch.shape[1:]).expand(batch.shape)
    codes = run.model.encode(data.observe(batch, run.model.config.observed_as, thresholds)).mean
    near = torch.cdist(codes, run.codes.mean).topk(10, largest=False).indices
    labels = run.codes.labels[near]
    return labels[:, 0].numpy(), labels.mode(1).values.numpy()


@pytest.fixture(scope="module")
def handwriting():
    """All digits in all hands, drawn with the mouse: their classes, and what the model is given of each."""
    return {}


def draw_all(qtbot, panel, drawn, cache):
    """Draw every digit in every hand: classes, and images with and without centring."""
    if not cache:
        rows = []
        for digit, hand, style in itertools.product(GLYPHS, range(3), HANDS):
            write(qtbot, panel.pad, written(digit, hand, *style))
            rows.append((int(digit), hand, style, drawn[-1], panel.pad.image))
            panel.pad.clear()
        cache["rows"] = rows
    return cache["rows"]


def test_most_drawn_digits_come_to_lie_among_their_own(qtbot, panel, drawn, shipped, handwriting):
    rows = draw_all(qtbot, panel, drawn, handwriting)
    truth = np.array([row[0] for row in rows])
    centred, as_drawn = (classes(shipped, [row[place] for row in rows]) for place in (3, 4))
    shares = [float((found == truth).mean()) for found in (*centred, *as_drawn)]
    print(
        f"{len(rows)} digits, nearest code / most of ten: centred {shares[0]:.3f} / {shares[1]:.3f}, "
        f"as drawn {shares[2]:.3f} / {shares[3]:.3f}"
    )
    for digit in range(10):
        at = truth == digit
        print(digit, [float((found == truth)[at].mean().round(2)) for found in (*centred, *as_drawn)])
    assert min(shares[:2]) >= 0.8
    assert min(shares[:2]) > max(shares[2:]) + 0.2  # what centring is for


def thickness(image):
    """How thick the strokes of an image (H, W) are: twice the area over the perimeter of its contour at half ink."""
    area = perimeter = 0.0
    for line in contourpy.contour_generator(z=np.pad(image.astype(float), 1)).lines(127.5):
        along = np.diff(line, axis=0)
        area += (line[:-1, 0] * along[:, 1] - line[:-1, 1] * along[:, 0]).sum() / 2
        perimeter += np.hypot(*along.T).sum()
    return 2 * abs(area) / perimeter


def test_strokes_look_like_those_of_mnist(qtbot, panel, drawn, handwriting, mnist):
    own = np.stack([row[3][0] for row in draw_all(qtbot, panel, drawn, handwriting)])
    others = mnist.train.pixels[:2000, 0].numpy()
    widths = [np.median([thickness(image) for image in images]) for images in (own, others)]
    greys = [np.count_nonzero((x > 0) & (x < 250)) / np.count_nonzero(x) for x in (own, others)]
    print("thickness", widths, "share of grey pixels", greys)
    assert widths[0] == pytest.approx(widths[1], rel=0.1)
    assert greys[0] == pytest.approx(greys[1], abs=0.05)


# What the model is given


def test_every_movement_gives_the_model_an_image(qtbot, panel, drawn):
    drag(
        qtbot,
        panel.pad,
        [
            panel.pad.area().center().toPoint() + d
            for d in (QPointF(0, 0).toPoint(), QPointF(9, 30).toPoint(), QPointF(40, 5).toPoint())
        ],
    )
    assert len(drawn) == 3
    assert (drawn[-1] == drawing.as_mnist(panel.pad.canvas[..., 0])).all()
    assert (drawn[-1] == panel.image).all()
    assert {image.shape for image in drawn} == {(1, 28, 28)}
    assert {image.dtype for image in drawn} == {np.dtype(np.uint8)}


def test_centring_can_be_switched_and_the_model_is_asked_anew(qtbot, panel, drawn):
    three(panel, qtbot)
    qtbot.mouseClick(panel.centring, LEFT, NONE, QPointF(8, panel.centring.height() / 2).toPoint())
    assert (drawn[-1] == panel.pad.image).all()
    qtbot.mouseClick(panel.centring, LEFT, NONE, QPointF(8, panel.centring.height() / 2).toPoint())
    assert (drawn[-1] == drawing.as_mnist(panel.pad.canvas[..., 0])).all()


@pytest.mark.parametrize(
    ("shape", "offered"),
    [
        ((1, 28, 28), True),
        ((1, 8, 8), True),
        ((1, 64, 64), True),
        ((3, 28, 28), False),
        ((1, 7, 7), False),
        ((1, 28, 20), False),
    ],
)
def test_centring_is_offered_where_it_makes_sense(qtbot, panel, drawn, shape, offered):
    panel.set_shape(shape)
    panel.set_centring(True)
    assert panel.centring.isVisible() == offered
    three(panel, qtbot)
    side = shape[1]
    expected = drawing.as_mnist(panel.pad.canvas[..., 0], side, round(side * 20 / 28)) if offered else panel.pad.image
    assert drawn[-1].shape == shape
    assert (drawn[-1] == expected).all()


def test_an_image_on_the_pad_is_given_to_the_model_as_it_is(qtbot, panel, drawn):
    three(panel, qtbot)
    digit = drawn[-1]
    image = noise(1, 28, 28)
    panel.set_image(image, "a stranger")
    assert (drawn[-1] == image).all()
    assert not panel.centring.isChecked()
    assert panel.title.text() == "a stranger"
    # What was drawn before comes back with its centring.
    panel.pad.undo()
    assert (drawn[-1] == digit).all()
    assert panel.centring.isChecked()
    assert panel.title.text() == ""
    panel.pad.redo()
    assert (drawn[-1] == image).all()
    assert not panel.centring.isChecked()
    panel.pad.clear()
    assert panel.centring.isChecked()
    assert panel.title.text() == ""


def test_an_image_that_was_drawn_on_is_said_to_be_changed(qtbot, panel, drawn):
    image = noise(1, 28, 28)
    panel.set_image(image, "a stranger")
    panel.pad.set_tool(DrawTool.PIXEL)
    panel.pad.set_ink((0,))
    qtbot.mouseClick(panel.pad, LEFT, NONE, panel.pad.area().center().toPoint())
    assert panel.title.text() == "a stranger, changed"
    assert np.count_nonzero(drawn[-1] != image) == 1
    panel.pad.undo()
    assert panel.title.text() == "a stranger"


def test_an_empty_pad_is_cleared_and_nothing_is_drawn(qtbot, panel, drawn):
    three(panel, qtbot)
    panel.set_answer(answer())
    count = len(drawn)
    with qtbot.waitSignal(panel.cleared):
        qtbot.mouseClick(panel.clear_button, LEFT)
    assert len(drawn) == count
    assert panel.pictures.pictures is None
    assert panel.words.text() == EMPTY
    # An answer that comes late is to something that is no longer there.
    panel.set_answer(answer())
    assert panel.pictures.pictures is None
    assert panel.words.text() == EMPTY
    qtbot.mouseClick(panel.undo_button, LEFT)
    assert len(drawn) == count + 1


# What is shown


def test_the_answer_is_seen_in_its_order_with_words(qtbot, panel):
    three(panel, qtbot)
    panel.set_answer(answer("z = (0.1, 0.2)\n9 of 10 are “3”"))
    shown, cells = seen(panel.pictures), panel.pictures.cells()
    assert [index for _, index in cells] == [0, 1, 2, 3]
    middles = [box.center().toPoint() for box, _ in cells]
    assert [int(shown[p.y(), p.x(), 0]) for p in middles] == [100, 120, 140, 160]
    assert "9 of 10 are “3”" in says(panel)
    panel.set_answer(answer(noisy=False))
    assert [index for _, index in panel.pictures.cells()] == [0, 1]
    panel.set_words("The model has no codes.")
    assert "no codes" in says(panel)


def test_pictures_are_not_smoothed(qtbot, panel):
    three(panel, qtbot)
    board = to_qimage(np.repeat(np.indices((28, 28)).sum(0)[..., None] % 2 * 255, 3, 2).astype(np.uint8))
    panel.set_answer(Answer(board, board, None, None, ""))
    for box, _ in panel.pictures.cells():
        inner = pixels(panel.pictures.grab(box.toRect().adjusted(3, 3, -3, -3)).toImage())
        assert set(np.unique(inner)) == {0, 255}


@pytest.mark.parametrize("width", [300, 360, 410, 700])
def test_nothing_is_cut_off_and_the_pad_stays_where_it_is_while_answers_come(qtbot, panel, width):
    panel.resize(width, 520)
    settle(panel)
    empty = panel.pad.geometry()
    three(panel, qtbot)
    panel.set_answer(answer("z = (−0.54, 0.11) · 99.6 nats · PSNR 17.3 dB, denoised 14.3 dB\n9 of 10 nearest are “3”"))
    panel.set_guests([(picture(200), "one"), (picture(220), "two")])
    panel.set_guests([])
    settle(panel)
    assert panel.pad.geometry() == empty
    assert panel.width() == width
    for widget in panel.findChildren(QToolButton) + panel.findChildren(QLabel) + [panel.pad, panel.pictures]:
        if widget.isVisible():
            area = widget.rect().translated(widget.mapTo(panel, widget.rect().topLeft()))
            assert panel.rect().contains(area), widget
            assert widget.height() >= (widget.heightForWidth(widget.width()) if widget.hasHeightForWidth() else 0)
    metrics = panel.pictures.fontMetrics()
    places = [box.center().x() for box, _ in panel.pictures.cells()]
    words = [metrics.horizontalAdvance(caption) for caption in panel.pictures.captions()]
    ends = [(x - w / 2, x + w / 2) for x, w in zip(places, words, strict=True)]
    assert ends[0][0] >= 0
    assert ends[-1][1] <= panel.pictures.width()
    assert all(a[1] < b[0] for a, b in itertools.pairwise(ends))
    assert panel.pad.area().width() >= 180


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_icons_and_words_stand_out_in_both_themes(qtbot, qapp, panel, theme):
    apply(qapp, theme)
    try:
        three(panel, qtbot)
        panel.set_answer(answer())
        paper = QColor(theme.window).lightness()
        for button in (*panel.tool_buttons.values(), panel.undo_button, panel.clear_button):
            inside = pixels(button.grab(button.rect().adjusted(6, 6, -6, -6)).toImage()).astype(int)
            assert np.abs(inside.mean(-1) - paper).max() > 120
    finally:
        apply(qapp, LIGHT)


# Tools


def test_buttons_and_keys_choose_the_same_tool(qtbot, panel):
    for tool, button in panel.tool_buttons.items():
        qtbot.mouseClick(button, LEFT)
        assert panel.pad.tool is tool
    panel.pad.setFocus()
    qtbot.keyClick(panel.pad, "e")
    assert [tool for tool, button in panel.tool_buttons.items() if button.isChecked()] == [DrawTool.ERASER]


def test_a_click_on_a_tool_leaves_the_keys_to_the_pad(qtbot, panel):
    panel.pad.setFocus()
    for button in (*panel.tool_buttons.values(), panel.undo_button):
        qtbot.mouseClick(button, LEFT)
        assert panel.pad.hasFocus()


def test_the_slider_and_the_brush_agree(qtbot, panel):
    panel.width_slider.setValue(40)
    assert panel.pad.brush == 4.0
    panel.pad.setFocus()
    qtbot.keyClick(panel.pad, "]")
    assert panel.pad.brush == 5.0
    assert panel.width_slider.value() == 50
    assert "5.0" in panel.width_slider.toolTip()
    panel.set_shape((1, 64, 64))
    assert panel.width_slider.value() == round(10 * panel.pad.brush)
    assert panel.pad.brush == drawing.brush_width(64, 64)


def test_the_slider_of_greys_chooses_the_ink(qtbot, panel, drawn):
    qtbot.mouseClick(panel.ink_button, LEFT)
    qtbot.waitUntil(panel.ink_slider.isVisible)
    panel.ink_slider.setValue(90)
    panel.ink_slider.window().close()
    assert panel.pad.ink == (90,)
    panel.centring.setChecked(False)
    three(panel, qtbot)
    assert drawn[-1].max() == 90


def test_a_colour_is_chosen_where_images_have_colours(qtbot, panel, drawn):
    panel.set_shape((3, 32, 32))
    qtbot.mouseClick(panel.ink_button, LEFT)
    dialog = panel.findChild(QColorDialog)
    dialog.setCurrentColor(QColor(10, 200, 30))
    dialog.accept()
    assert panel.pad.ink == (10, 200, 30)
    three(panel, qtbot)
    assert drawn[-1].reshape(3, -1).max(1).tolist() == [10, 200, 30]
    button = panel.ink_button
    assert (pixels(button.grab().toImage()) == (10, 200, 30)).all(-1).any()


def test_undo_redo_and_clear_can_be_clicked_when_there_is_something(qtbot, panel, drawn):
    buttons = panel.undo_button, panel.redo_button, panel.clear_button
    assert [button.isEnabled() for button in buttons] == [False, False, False]
    three(panel, qtbot)
    canvas = panel.pad.canvas
    assert [button.isEnabled() for button in buttons] == [True, False, True]
    qtbot.mouseClick(panel.clear_button, LEFT)
    assert [button.isEnabled() for button in buttons] == [True, False, False]
    qtbot.mouseClick(panel.undo_button, LEFT)
    assert (panel.pad.canvas == canvas).all()
    assert [button.isEnabled() for button in buttons] == [True, True, True]
    qtbot.mouseClick(panel.redo_button, LEFT)
    assert panel.pad.is_empty


def test_a_panel_that_cannot_be_drawn_on_says_why_and_forgets_nothing(qtbot, panel, drawn):
    three(panel, qtbot)
    canvas = panel.pad.canvas
    before = seen(panel.pad)
    panel.set_enabled(False, "There is no encoder.")
    assert not panel.pad.isEnabled()
    assert not panel.clear_button.isEnabled()
    assert (seen(panel.pad) != before).any()
    panel.set_enabled(True)
    assert panel.clear_button.isEnabled()
    assert (panel.pad.canvas == canvas).all()


# Images from elsewhere


def test_a_click_or_enter_on_a_guest_chooses_it(qtbot, panel):
    assert not panel.guests.isVisible()
    panel.set_guests([(picture(40 * n, 28 + 5 * n), f"guest {n}") for n in range(4)])
    assert panel.guests.isVisible()
    assert panel.guests.item(2).toolTip() == "guest 2"
    heard = []
    panel.guest_chosen.connect(heard.append)
    for n in (2, 2, 0):
        place = panel.guests.visualItemRect(panel.guests.item(n)).center()
        qtbot.mouseClick(panel.guests.viewport(), LEFT, NONE, place)
    assert heard == [2, 2, 0]
    qtbot.keyClick(panel.guests, Qt.Key.Key_Right)
    qtbot.keyClick(panel.guests, Qt.Key.Key_Return)
    assert heard == [2, 2, 0, 1]
    with qtbot.waitSignal(panel.guests_cleared):
        qtbot.mouseClick(panel.clear_guests_button, LEFT)
    panel.set_guests([])
    assert not panel.guests.isVisible()


@pytest.mark.parametrize("count", [1, 40])
def test_thumbnails_are_seen_whole(panel, count):
    panel.set_guests([(picture(130), f"guest {n}") for n in range(count)])
    shown = (seen(panel.guests.viewport()) == 130).all(-1)
    assert shown.sum(0).max() >= 28
    assert shown.any(0).sum() >= 28
    assert not shown[-1].any()
    assert panel.guests.horizontalScrollBar().isVisible() == (count > 10)

"""The decoded image and the numbers beside it."""

import pytest
from hands import has_colour, pixels, rgb, seen
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QLabel

from vaegui.ui.decoded_panel import DecodedPanel


@pytest.fixture
def panel(qtbot):
    widget = DecodedPanel()
    qtbot.addWidget(widget)
    widget.show()
    qtbot.waitExposed(widget)
    widget.activateWindow()
    return widget


def type_into(qtbot, spin, text, end=Qt.Key.Key_Return):
    spin.setFocus()
    spin.selectAll()
    qtbot.keyClicks(spin, text)
    qtbot.keyClick(spin, end)


@pytest.mark.parametrize("end", [Qt.Key.Key_Return, Qt.Key.Key_Tab], ids=lambda key: key.name)
def test_typing_a_number_moves_the_target(qtbot, panel, end):
    panel.position_typed.connect(panel.set_position)  # as the map does, once it moved the target
    panel.set_position(0.5, -0.25)
    with qtbot.waitSignal(panel.position_typed) as heard:
        type_into(qtbot, panel.spins[0], "-1.375", end)
    assert heard.args == [-1.375, -0.25]
    with qtbot.waitSignal(panel.position_typed) as heard:
        type_into(qtbot, panel.spins[1], "2", end)
    assert heard.args == [-1.375, 2.0]


def test_nothing_moves_while_a_number_is_half_typed(qtbot, panel):
    heard = []
    panel.position_typed.connect(lambda x, y: heard.append((x, y)))
    panel.spins[0].setFocus()
    panel.spins[0].selectAll()
    qtbot.keyClicks(panel.spins[0], "1.5")
    assert heard == []
    qtbot.keyClick(panel.spins[0], Qt.Key.Key_Return)
    assert heard == [(1.5, 0.0)]


def test_the_arrow_keys_step(qtbot, panel):
    panel.spins[1].setFocus()
    with qtbot.waitSignal(panel.position_typed) as heard:
        qtbot.keyClick(panel.spins[1], Qt.Key.Key_Up)
    assert heard.args == [0.0, 0.05]


def test_showing_a_position_does_not_send_it_back(qtbot, panel):
    with qtbot.assertNotEmitted(panel.position_typed):
        panel.set_position(1.25, -0.125)
    assert [spin.value() for spin in panel.spins] == [1.25, -0.125]


@pytest.mark.parametrize("far", [123.456, -2500.0])
def test_a_far_position_is_shown_as_it_is(panel, far):
    panel.set_position(far, 0.0)
    assert panel.spins[0].value() == far


def test_typing_one_coordinate_leaves_the_other(qtbot, panel):
    panel.set_position(0.123456, 0.5)
    with qtbot.waitSignal(panel.position_typed) as heard:
        type_into(qtbot, panel.spins[1], "1")
    assert heard.args == [0.123456, 1.0]


def test_the_image_is_shown_and_taken_away(panel):
    image = QImage(1, 1, QImage.Format.Format_RGB888)
    image.fill(0x336699)
    panel.set_image(image)
    middle = panel.view.rect().center()
    assert (pixels(panel.view.grab().toImage())[middle.y(), middle.x()] == rgb("#336699")).all()
    panel.set_image(None)
    assert (pixels(panel.view.grab().toImage())[middle.y(), middle.x()] != rgb("#336699")).any()


def test_the_variance_stands_beside_the_mean_only_where_there_is_one(panel):
    colours = ("#336699", "#cc8811")
    images = [QImage(8, 8, QImage.Format.Format_RGB888) for _ in colours]
    for image, colour in zip(images, colours, strict=True):
        image.fill(QColor(colour))
    panel.set_image(images[0])
    assert not panel.variance_view.isVisible()
    panel.set_variance(images[1], "σ²(z): 0.001 to 0.250")
    assert panel.variance_view.isVisible()
    assert has_colour(seen(panel.variance_view), colours[1]) > 1000
    assert has_colour(seen(panel.view), colours[0]) > 1000
    assert panel.view.mapTo(panel, panel.view.rect().topRight()).x() < panel.variance_view.mapTo(panel, QPoint()).x()
    assert "σ²(z): 0.001 to 0.250" in [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]
    panel.set_variance(None)
    assert not panel.variance_view.isVisible()
    assert not any("σ²" in label.text() for label in panel.findChildren(QLabel) if label.isVisible())


def test_words_get_the_room_they_need_and_move_nothing_while_they_change(qtbot, panel):
    panel.resize(260, 600)
    panel.set_around("12 codes within 0.1")
    image = panel.view.geometry()
    for words in ("3 codes within 0.1 · 100% “7”", "no code within 0.1"):
        panel.set_around(words)
        assert panel.view.geometry() == image
    long = "No code within 0.1: the decoder is on its own here · as good as no density here, neither q(z) nor the prior"
    panel.set_around(long)
    label = next(found for found in panel.findChildren(QLabel) if found.text() == long)
    qtbot.waitUntil(lambda: label.height() >= label.heightForWidth(label.width()))
    qtbot.waitUntil(lambda: panel.rect().contains(label.parentWidget().geometry()))

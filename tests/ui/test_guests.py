"""Images from outside: drawn, dropped or pasted, they appear on the map where the model puts them."""

import numpy as np
import pytest
import torch
from hands import LEFT, NONE, WAIT, box, choose_tab, has_colour, hold, place, press_in_box, says, seen, stop, train
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from vaegui import drawing, quadrature, recording
from vaegui.data import Dataset, Images, fixed_thresholds, observe
from vaegui.families import TrainConfig
from vaegui.models import ModelConfig
from vaegui.ui import guests
from vaegui.ui.pad import DrawTool


@pytest.fixture(autouse=True)
def _answers_come_at_once(monkeypatch):
    """Also where the machine stands still; the test of slow models has its own limit."""
    monkeypatch.setattr(guests, "SLOW", float("inf"))


def drop(window, content, widget=None):
    """Drag something over a widget of the window and let it go there; returns whether it was taken."""
    target = widget or window
    middle = QPointF(target.mapTo(window, target.rect().center()))
    enter = QDragEnterEvent(middle.toPoint(), Qt.DropAction.CopyAction, content, LEFT, NONE)
    QApplication.sendEvent(window, enter)
    if enter.isAccepted():
        QApplication.sendEvent(window, QDropEvent(middle, Qt.DropAction.CopyAction, content, LEFT, NONE))
    return enter.isAccepted()


def files(*paths):
    content = QMimeData()
    content.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return content


def stroke(qtbot, pad, places):
    """Draw through places of the model's image, from 0 to 1 each."""
    area = pad.area()
    points = [QPoint(round(area.left() + x * area.width()), round(area.top() + y * area.height())) for x, y in places]
    QTest.mousePress(pad, LEFT, NONE, points[0])
    for point in points[1:]:
        QTest.mouseMove(pad, point)
    QTest.mouseRelease(pad, LEFT, NONE, points[-1])


def code_of(model, pixels):
    """Where a model puts an image (C, H, W) uint8."""
    pixels = torch.as_tensor(pixels).unsqueeze(0)
    x = observe(pixels, model.config.observed_as, fixed_thresholds(pixels.shape))
    return model.encode(x).mean[0].tolist()


@pytest.fixture
def pictures(digits, tmp_path):
    """Three test images of digits as files."""
    folder = tmp_path / "pictures"
    folder.mkdir()
    paths = []
    for row in range(3):
        paths.append(folder / f"digit-{row}.png")
        Image.fromarray(digits.test.pixels[row, 0].numpy()).save(paths[-1])
    return paths


def test_the_point_of_a_drawing_moves_with_every_move_of_the_mouse(window, qtbot, own_run):
    choose_tab(qtbot, window, "Draw")
    pad, panel = window.desk.draw_panel.pad, window.desk.draw_panel
    assert "What the model makes" in says(panel)
    places = []
    area = pad.area()
    points = [
        QPoint(round(area.left() + x * area.width()), round(area.top() + 0.5 * area.height()))
        for x in (0.2, 0.35, 0.5, 0.65, 0.8)
    ]
    QTest.mousePress(pad, LEFT, NONE, points[0])
    for point in points[1:]:
        QTest.mouseMove(pad, point)
        (mark,) = window.map.guests  # in the same event, not in a later one
        assert (mark.x, mark.y) == pytest.approx(code_of(own_run.model, panel.image), abs=1e-5)
        assert mark.is_current
        places.append((mark.x, mark.y))
    QTest.mouseRelease(pad, LEFT, NONE, points[-1])
    assert len(set(places)) == len(places)
    assert f"z = ({places[-1][0]:.2f}".replace("-", "−") in panel.words.text()
    assert "nats/image" in panel.words.text()


def test_what_is_said_of_a_drawing_is_what_the_model_computes(window, qtbot, own_run):
    panel = window.desk.draw_panel
    choose_tab(qtbot, window, "Draw")
    stroke(qtbot, panel.pad, [(0.3, 0.2), (0.7, 0.2), (0.4, 0.8)])
    pixels = torch.as_tensor(panel.image).unsqueeze(0)
    model = own_run.model
    thresholds = fixed_thresholds(pixels.shape)
    x = observe(pixels, model.config.observed_as, thresholds)
    rebuilt = model.decode(model.encode(x).mean).mean
    psnr = 10 * np.log10(1 / float((rebuilt - pixels / 255).square().mean()))
    assert f"PSNR {psnr:.1f} dB" in panel.words.text()
    codes, labels = own_run.codes.mean.numpy(), own_run.codes.labels.numpy()
    nearest = labels[np.argsort(np.square(codes - code_of(model, pixels[0])).sum(1))[:10]]
    best = np.bincount(nearest).argmax()
    assert f"of the 10 nearest codes {(nearest == best).sum()} are “{best}”" in panel.words.text()


def test_the_posterior_is_that_of_the_drawing_until_a_test_image_is_chosen(window, qtbot, own_run):
    window.maps.switches.posterior.trigger()
    choose_tab(qtbot, window, "Draw")
    panel = window.desk.draw_panel
    stroke(qtbot, panel.pad, [(0.5, 0.1), (0.5, 0.9)])
    pixels = torch.as_tensor(panel.image).unsqueeze(0)
    x = observe(pixels, own_run.config.model.observed_as, fixed_thresholds(pixels.shape))
    exact = float(quadrature.mosaic(own_run.model, x, quadrature.Survey(own_run.model)).log_p)
    words = f"Your drawing: log p(x) = {exact:.2f}".replace("-", "−")
    qtbot.waitUntil(lambda: window.map.hint.startswith(words))  # before, it may be that of half the stroke
    window.map.set_target(*own_run.codes.mean[7].tolist())
    qtbot.waitUntil(lambda: window.map.hint.startswith("Test image"), timeout=WAIT)
    stroke(qtbot, panel.pad, [(0.2, 0.9), (0.8, 0.9)])
    qtbot.waitUntil(lambda: window.map.hint.startswith("Your drawing"), timeout=WAIT)
    QTest.mouseClick(panel.clear_button, LEFT)
    qtbot.waitUntil(lambda: window.map.hint.startswith("Test image"), timeout=WAIT)
    assert window.map.guests == ()
    assert "What the model makes" in panel.words.text()


def test_a_test_image_can_be_put_on_the_pad_and_changed_pixel_by_pixel(window, qtbot, digits, own_run):
    row = 11
    window.map.set_target(*own_run.codes.mean[row].tolist())
    row = window.desk.explorer.drivers[0].chosen
    choose_tab(qtbot, window, "Draw")
    panel = window.desk.draw_panel
    QTest.mouseClick(panel.take_button, LEFT)
    assert np.array_equal(panel.image, digits.test.pixels[row].numpy())
    (mark,) = window.map.guests
    assert (mark.x, mark.y) == pytest.approx(own_run.codes.mean[row].tolist(), abs=0.6)  # other thresholds binarise it
    QTest.mouseClick(panel.tool_buttons[DrawTool.PIXEL], LEFT)
    stroke(qtbot, panel.pad, [(0.5 / 8, 0.5 / 8)])
    changed = digits.test.pixels[row].clone()
    changed[0, 0, 0] = 255
    assert np.array_equal(panel.image, changed.numpy())
    assert (window.map.guests[0].x, window.map.guests[0].y) == pytest.approx(code_of(own_run.model, changed), abs=1e-5)


def test_images_dropped_on_the_map_appear_where_the_model_puts_them(window, qtbot, digits, own_run, pictures):
    assert drop(window, files(*pictures), window.map.plot)
    qtbot.waitUntil(lambda: len(window.map.guests) == 3, timeout=WAIT)
    expected = {tuple(np.round(code_of(own_run.model, digits.test.pixels[row]), 4)) for row in range(3)}
    assert {(round(mark.x, 4), round(mark.y, 4)) for mark in window.map.guests} == expected
    current = next(mark for mark in window.map.guests if mark.is_current)
    assert window.map.target == pytest.approx((current.x, current.y))
    panel = window.desk.draw_panel
    assert panel.isVisible()
    assert np.array_equal(panel.image, digits.test.pixels[0].numpy())  # small ones stay exactly as they are
    assert "3 images on the map." in window.statusBar().currentMessage()
    at = place(window.map, current.x, current.y)
    with_guests = seen(window.map.plot)[at.y() - 40 : at.y() - 8, at.x() - 15 : at.x() + 15]
    assert has_colour(with_guests, "#000000") > 100  # the digit's ground
    panel.guest_chosen.emit(2)
    assert np.array_equal(panel.image, digits.test.pixels[2].numpy())
    QTest.mouseClick(panel.clear_guests_button, LEFT)
    assert len(window.map.guests) == 1  # what is on the pad stays


def test_an_image_of_another_size_is_made_to_fit_and_light_paper_turned_dark(window, qtbot, tmp_path):
    scan = np.full((90, 60, 3), 250, np.uint8)
    scan[20:70, 26:34] = 5  # a one on paper
    Image.fromarray(scan).save(tmp_path / "scan.jpg", quality=95)
    drop(window, files(tmp_path / "scan.jpg"))
    qtbot.waitUntil(lambda: len(window.map.guests) == 1, timeout=WAIT)
    image = window.desk.draw_panel.image
    assert image.shape == (1, 8, 8)
    assert "dark ground" in window.statusBar().currentMessage()
    assert image[0, 2:6, 3:5].max() > 60
    assert image[0, :, [0, 7]].max() == 0  # black bars beside a tall image


def test_what_cannot_be_read_is_named_and_the_rest_is_taken(window, qtbot, pictures, tmp_path):
    (tmp_path / "broken.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path / "empty.png").write_bytes(b"")
    drop(window, files(tmp_path / "broken.png", pictures[0], tmp_path / "empty.png"))
    words = press_in_box(qtbot, window, "OK")
    assert "broken.png was cut short." in words
    assert "empty.png is empty." in words
    assert len(window.map.guests) == 1


def test_an_image_on_the_clipboard_is_pasted(window, qtbot, digits, own_run):
    pixels = digits.test.pixels[5, 0].numpy()
    QGuiApplication.clipboard().setImage(QImage(pixels.tobytes(), 8, 8, 8, QImage.Format.Format_Grayscale8))
    QTest.keyClick(window.map.plot, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(window.map.guests) == 1, timeout=WAIT)
    assert np.array_equal(window.desk.draw_panel.image[0], pixels)
    QGuiApplication.clipboard().setText("only words")
    QTest.keyClick(window.map.plot, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert "no image, file or folder on the clipboard" in window.statusBar().currentMessage()


def test_a_path_on_the_clipboard_is_opened(window, qtbot, pictures):
    QGuiApplication.clipboard().setText("\n".join(map(str, pictures[:2])))
    QTest.keyClick(window.map.plot, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(window.map.guests) == 2, timeout=WAIT)


def test_a_run_that_is_dropped_is_opened(window, qtbot, brief_run):
    assert drop(window, files(brief_run.folder))
    qtbot.waitUntil(lambda: window.desk.run.folder == brief_run.folder, timeout=WAIT)
    drop(window, files(brief_run.folder.parent / "small" / "config.json"))
    qtbot.waitUntil(lambda: window.desk.run.name == "small", timeout=WAIT)


def test_a_folder_that_is_dropped_opens_the_import(window, qtbot, pictures):
    drop(window, files(pictures[0].parent))
    qtbot.waitUntil(
        lambda: window.desk.intake.dialog is not None and not window.desk.intake.dialog.is_busy, timeout=WAIT
    )
    assert "3 images" in window.desk.intake.dialog.found.text()
    window.desk.intake.dialog.reject()


def test_what_is_not_on_this_machine_is_refused(window, qtbot):
    content = QMimeData()
    content.setUrls([QUrl("https://example.org/cat.png")])
    drop(window, content)
    assert "Only files and folders of this machine" in press_in_box(qtbot, window, "OK")
    words = QMimeData()
    words.setText("just words")
    assert not drop(window, words)


def test_guests_follow_a_model_that_is_being_trained_and_leave_with_their_shape(window, qtbot, pictures, mnist_run):
    drop(window, files(*pictures))
    qtbot.waitUntil(lambda: len(window.map.guests) == 3, timeout=WAIT)
    before = {(mark.x, mark.y) for mark in window.map.guests}
    train(qtbot, window)
    qtbot.waitUntil(
        lambda: len(window.map.guests) == 3 and not before & {(m.x, m.y) for m in window.map.guests}, timeout=WAIT
    )
    hold(qtbot, window)
    stop(qtbot, window)
    assert len(window.map.guests) == 3
    assert window.desk.open_run(mnist_run.folder)  # 28×28
    assert window.map.guests == ()
    assert window.desk.draw_panel.pad.shape == (1, 28, 28)
    assert window.desk.draw_panel.centring.isChecked()  # as MNIST is


def test_on_two_maps_each_model_puts_an_image_where_it_belongs(window, qtbot, brief_run, own_run, digits, pictures):
    window.desk.compare([brief_run.folder])
    drop(window, files(pictures[0]))
    first, second = window.maps.maps
    qtbot.waitUntil(lambda: len(first.guests) == len(second.guests) == 1, timeout=WAIT)
    for shown, run in ((first, own_run), (second, brief_run)):
        expected = code_of(run.model, digits.test.pixels[0])
        assert (shown.guests[0].x, shown.guests[0].y) == pytest.approx(expected, abs=1e-5)
        assert shown.target == pytest.approx(expected, abs=1e-5)


@pytest.mark.parametrize("name", ["pixels", "em", "autoencoder", "one-dimension"])
def test_families_without_a_map_or_an_encoder_take_drawings_too(open_window, run_of, qtbot, name):
    opened = open_window(run_of(name).folder)
    choose_tab(qtbot, opened, "Draw")
    panel = opened.desk.draw_panel
    stroke(qtbot, panel.pad, [(0.3, 0.2), (0.7, 0.8)])
    if name == "pixels":
        assert "no latent variables" in panel.words.text()
    else:
        qtbot.waitUntil(lambda: "PSNR" in panel.words.text(), timeout=WAIT)  # with EM found in a thread
    assert len(opened.map.guests) == (1 if name in ("em", "autoencoder") else 0)
    assert box(opened) is None


def test_drawings_are_centred_as_mnist_is_on_runs_of_mnist(open_window, mnist_run, qtbot):
    opened = open_window(mnist_run.folder)
    choose_tab(qtbot, opened, "Draw")
    panel = opened.desk.draw_panel
    stroke(qtbot, panel.pad, [(0.1, 0.1), (0.3, 0.1), (0.15, 0.3)])  # in a corner
    expected = drawing.as_mnist(panel.pad.canvas[..., 0])
    assert np.array_equal(panel.image, expected)
    QTest.mouseClick(panel.centring, LEFT, NONE, QPoint(8, panel.centring.height() // 2))
    assert np.array_equal(panel.image, drawing.shrink(panel.pad.canvas, 28, 28))
    assert not np.array_equal(panel.image, expected)


def test_a_model_that_takes_long_answers_from_a_thread_and_the_newest_drawing_wins(window, qtbot, own_run, monkeypatch):
    monkeypatch.setattr(guests, "SLOW", -1.0)  # every model takes longer than that
    choose_tab(qtbot, window, "Draw")
    panel = window.desk.draw_panel
    for k in range(8):
        stroke(qtbot, panel.pad, [(0.1 + 0.1 * k, 0.1), (0.1 + 0.1 * k, 0.9)])
    expected = code_of(own_run.model, panel.image)

    def is_there():
        marks = window.map.guests
        return len(marks) == 1 and (marks[0].x, marks[0].y) == pytest.approx(expected, abs=1e-5)

    qtbot.waitUntil(is_there, timeout=WAIT)
    QTest.mouseClick(panel.clear_button, LEFT)
    qtbot.waitUntil(lambda: window.map.guests == (), timeout=WAIT)
    panel.pad.undo()
    panel.pad.clear()  # an answer that is still under way belongs to nothing any more
    with qtbot.assertNotEmitted(window.desk.guests.failed, wait=200):
        pass
    assert window.map.guests == ()


def test_a_run_on_images_that_no_screen_shows_opens_all_the_same(open_window, home, qtbot):
    pixels = torch.randint(0, 256, (40, 4, 8, 8), dtype=torch.uint8, generator=torch.Generator().manual_seed(0))
    images = Images(pixels, torch.zeros(40, dtype=torch.long))
    dataset = Dataset("satellite", (), images, images)
    folder = home / "runs" / "satellite"
    for _ in recording.train_run(dataset, ModelConfig(hidden=(8,)), TrainConfig(epochs=1, device="cpu"), folder):
        pass
    opened = open_window(folder)
    choose_tab(qtbot, opened, "Draw")
    panel = opened.desk.draw_panel
    assert not panel.pad.isEnabled()
    QTest.mouseClick(panel.take_button, LEFT)
    assert "no test image" in panel.words.text()

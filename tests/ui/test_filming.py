"""Films of what the window shows: read back, they show what was computed; given up, they leave nothing."""

import gc
import math

import numpy as np
import pytest
import torch
from films import about, delays, read
from hands import LEFT, WAIT, choose_tab, decoded_at, pixels, press_in_box, rgb, train
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit
from torch.distributions import MultivariateNormal

from vaegui.data import fixed_thresholds, observe
from vaegui.events import EpochEnd, Figures, Snapshot, Step
from vaegui.families import TrainConfig
from vaegui.models import ModelConfig
from vaegui.settings import UserError
from vaegui.ui.films.command import run_film
from vaegui.ui.films.dialog import Choice
from vaegui.ui.films.reel import MOST_FIGURES, MOST_SNAPSHOTS, Reel
from vaegui.ui.films.stage import HEIGHT
from vaegui.ui.films.stage import LEFT as BESIDE
from vaegui.ui.pins import Pin
from vaegui.ui.theme import DARK, LIGHT

PINS = (Pin("1", (-1.0, 0.5)), Pin("2", (1.0, -0.5)))
LOW = 480  # pixels high
SCALE = LOW / HEIGHT


@pytest.fixture
def filming(window):
    """What makes the window's films."""
    return window.desk.sharing.filming


@pytest.fixture
def heard(filming):
    """What was said, in its order."""
    said = []
    filming.told.connect(lambda words: said.append(("told", words)))
    filming.failed.connect(lambda sentence, details: said.append(("failed", sentence)))
    return said


# What a person does


def set_pins(qtbot, window, pins=PINS):
    window.desk.walking.set_pins(pins)
    qtbot.waitUntil(lambda: bool(window.desk.walking.paths) and not window.desk.walking.is_looking, timeout=WAIT)


def await_preview(qtbot, filming):
    qtbot.waitUntil(lambda: filming.dialog is not None and filming.dialog.preview.image is not None, timeout=WAIT)
    return filming.dialog


def choose(dialog, suffix, seconds=1.0, fps=10, height=LOW, white=False):
    """Fill in the dialog."""
    dialog.suffix.setCurrentIndex(dialog.suffix.findData(suffix))
    dialog.height_box.setCurrentIndex(dialog.height_box.findData(height))
    dialog.rate.setValue(fps)
    dialog.seconds.setValue(seconds)
    dialog.theme_box.setCurrentIndex(1 if white else 0)


def save_as(qtbot, dialog, path):
    """Click Save film…, paste a path into the file dialog, press Enter."""
    qtbot.mouseClick(dialog.save_button, LEFT)
    files = dialog.findChild(QFileDialog)
    qtbot.waitUntil(files.isVisible, timeout=WAIT)
    line = files.findChild(QLineEdit)
    QApplication.clipboard().setText(str(path))
    line.selectAll()
    qtbot.keySequence(line, QKeySequence.StandardKey.Paste)
    with qtbot.waitSignal(dialog.film_wanted, timeout=WAIT):
        files.accept()


def film_it(qtbot, filming, path, **choices):
    """Have the film of the open dialog made."""
    dialog = await_preview(qtbot, filming)
    choose(dialog, path.suffix, **choices)
    stage = filming._stage
    save_as(qtbot, dialog, path)
    qtbot.waitUntil(lambda: filming.dialog is None, timeout=WAIT)
    return stage


# What a person sees


def marker(frame, theme=LIGHT):
    """Where the target is in the left part of a frame, in pixels: the middle of what has the accent's colour."""
    map_part = frame[:, : round(SCALE * HEIGHT)].astype(int)
    rows, columns = np.nonzero(np.abs(map_part - rgb(theme.accent)).sum(-1) < 24)
    assert len(rows) > 20
    return columns.mean(), rows.mean()


def off_by(frame, image, side=400.0, left=BESIDE):
    """How much an image, enlarged to squares, differs from what stands at the right of a frame where it fits best."""
    side = round(SCALE * side)
    index = np.minimum((np.arange(side) + 0.5) * len(image) / side, len(image) - 1).astype(int)
    large = image[index][:, index].astype(int)[4:-4, 4:-4]
    left = round(SCALE * left) + 4
    strip = frame[:, left : left + side - 8].astype(int)
    return min(np.abs(strip[y : y + len(large)] - large).mean() for y in range(len(strip) - len(large)))


# A walk


def test_a_walk_shows_where_the_target_is_and_what_is_decoded_there(qtbot, window, filming, heard, own_run, tmp_path):
    set_pins(qtbot, window)
    window.desk._on_walk_began()
    gif, mp4 = tmp_path / "walk.gif", tmp_path / "walk.mp4"
    for out in (gif, mp4):
        qtbot.mouseClick(window.desk.path_panel.film_button, LEFT)
        film_it(qtbot, filming, out, seconds=1.1)
        frames = read(out)
        assert frames.shape == (11, LOW, 854, 3)
        assert heard.pop()[1].startswith(f"Made {out.name}: 11 frames in ")
        assert heard == []
        # The images of the first frame, the middle one and the last are what the decoder says at the pins and between.
        for number, place in ((0, PINS[0].place), (5, (0.0, 0.0)), (10, PINS[1].place)):
            here = off_by(frames[number], decoded_at(own_run.model, *place))
            elsewhere = off_by(frames[number], decoded_at(own_run.model, -place[0] + 0.7, -place[1]))
            assert here < 3
            assert elsewhere > 2 * here
    assert {path.name for path in tmp_path.iterdir() if path.is_file()} == {gif.name, mp4.name}
    assert about(mp4)["seconds"] == pytest.approx(1.1, abs=0.02)
    assert delays(gif) == [100] * 10 + [1000]
    # The target goes from pin to pin, evenly.
    steps = np.diff([marker(frame) for frame in read(gif)], axis=0)
    assert (steps[:, 0] > 5).all()  # to the right
    assert (steps[:, 1] > 2).all()  # and down
    np.testing.assert_allclose(steps, np.broadcast_to(steps.mean(0), steps.shape), atol=1.5)
    assert steps[:, 1].sum() / steps[:, 0].sum() == pytest.approx(0.5, abs=0.03)  # as between the pins


def test_a_walk_is_that_of_the_panel_whatever_its_kind(qtbot, window, filming, own_run, tmp_path):
    panel = window.desk.path_panel
    set_pins(qtbot, window)
    straight = window.desk.walking.paths[0][1]
    panel.kind.setCurrentIndex(panel.kind.findData("shortest"))
    filming.ask("path")  # at once
    if filming.dialog is None:
        assert "still being looked for" in press_in_box(qtbot, window, "OK")
    else:  # it was faster than that
        filming.dialog.reject()
    qtbot.waitUntil(lambda: not window.desk.walking.is_looking, timeout=WAIT)
    filming.ask("path")
    await_preview(qtbot, filming)
    path = filming._stage.routes[0].path
    np.testing.assert_array_equal(path, window.desk.explorer.drivers[0].map.path.path)
    assert np.abs(path - straight).max() > 0.01
    np.testing.assert_array_equal(filming._stage.map.path.path, path)
    x, y = path[len(path) // 2]
    np.testing.assert_array_equal(pixels(filming._stage.images_at(0.5)[0]), decoded_at(own_run.model, x, y))


def test_a_second_run_decodes_at_its_own_path(qtbot, window, filming, own_run, brief_run, tmp_path):
    desk = window.desk
    desk.refresh_runs()
    desk.runs_panel.set_ticked([brief_run.folder])
    desk.compare(desk.runs_panel.ticked)
    set_pins(qtbot, window)
    qtbot.waitUntil(lambda: len(desk.walking.paths) == 2, timeout=WAIT)
    filming.ask("path")
    await_preview(qtbot, filming)
    for share, index in ((0.0, 0), (1.0, -1)):
        first, second = (pixels(image) for image in filming._stage.images_at(share))
        (_, path), (_, other) = desk.walking.paths
        np.testing.assert_array_equal(first, decoded_at(own_run.model, *path[index]))
        np.testing.assert_array_equal(second, decoded_at(brief_run.model, *other[index]))


def test_the_film_goes_on_with_what_it_began_with(qtbot, window, filming, own_run, brief_run, tmp_path):
    set_pins(qtbot, window)
    filming.ask("path")
    dialog = await_preview(qtbot, filming)
    choose(dialog, ".gif", seconds=2.0)
    out = tmp_path / "walk.gif"
    dialog.film_wanted.emit(out, dialog.choice)
    window.desk.open_run(brief_run.folder)
    qtbot.waitUntil(lambda: filming.dialog is None, timeout=WAIT)
    frames = read(out)
    for number, pin in ((0, PINS[0]), (19, PINS[1])):
        assert off_by(frames[number], decoded_at(own_run.model, *pin.place)) < 3


def test_a_film_has_the_theme_of_the_screen_or_is_white_and_shows_the_same_in_all_sizes(
    qtbot, window, filming, tmp_path
):
    window.apply_theme("dark")
    set_pins(qtbot, window)
    for white, theme in ((False, DARK), (True, LIGHT)):
        filming.ask("path")
        out = tmp_path / f"{theme.name}.gif"
        film_it(qtbot, filming, out, seconds=0.3, white=white)
        frame = read(out)[0]
        assert (frame == rgb(theme.base)).all(-1).mean() > 0.4
        marker(frame, theme)
    filming.ask("path")
    await_preview(qtbot, filming)
    small, large = (pixels(filming._stage.paint(0.3, height)).astype(int) for height in (360, 1080))
    assert large.shape == (1080, 1920, 3)
    assert np.abs(small - large.reshape(360, 3, 640, 3, 3).mean((1, 3))).mean() < 6
    np.testing.assert_array_equal(small, pixels(filming._stage.paint(0.3, 360)))  # whatever was painted before


# A training


def test_a_training_can_be_filmed_while_it_runs_and_afterwards(qtbot, window, filming, heard, digits, tmp_path):
    session = window.desk.training
    snapshots = []
    session.snapshot_taken.connect(snapshots.append)
    train(qtbot, window)
    qtbot.waitUntil(lambda: len(snapshots) > 3, timeout=WAIT)
    filming.ask("training")
    out = tmp_path / "training.gif"
    stage = film_it(qtbot, filming, out, seconds=0.5)
    assert session.is_running
    assert len(read(out)) == 5
    qtbot.waitUntil(lambda: len(snapshots) > len(stage.recorded.scenes))
    window.desk.stop_training()
    qtbot.waitUntil(lambda: not session.is_running, timeout=WAIT)
    filming.ask("training")
    later = film_it(qtbot, filming, tmp_path / "training.mp4", seconds=0.5)
    frames = read(tmp_path / "training.mp4")
    assert len(frames) == 5
    assert [kind for kind, _ in heard] == ["told", "told"]
    # What is shown are the snapshots, each with the figures of the steps before it.
    assert len(later.recorded.scenes) == len(snapshots) > len(stage.recorded.scenes) > 3
    for scene, snapshot in zip(later.recorded.scenes, snapshots, strict=True):
        assert scene.epoch == snapshot.epoch
        np.testing.assert_array_equal(scene.codes, snapshot.codes.numpy())
    np.testing.assert_array_equal(later.recorded.labels, digits.test.labels.numpy())
    figures = later.recorded.scenes[-1].figures
    assert figures.bound == pytest.approx(-(figures.rate + figures.distortion), rel=1e-5)
    words = later.words_at(1.0)
    assert f"epoch {snapshots[-1].epoch:,.1f}" in words
    assert f"ELBO {figures.bound:,.1f}".replace("-", "−") in words
    assert later.recorded.validation[-1][1] > later.recorded.validation[0][1]  # it learned something
    # The codes spread, and the curve grows.
    coloured = [(np.ptp(frame.astype(int), axis=-1) > 60) for frame in frames]
    left, right = slice(0, round(SCALE * HEIGHT)), slice(round(SCALE * BESIDE), None)
    assert coloured[-1][:, left].sum() > 2 * coloured[0][:, left].sum()
    assert coloured[-1][:, right].sum() > 2 * coloured[0][:, right].sum()


def test_the_reel_keeps_little_of_a_long_training_evenly():
    codes = torch.zeros(50, 2)
    reel = Reel("long", ModelConfig(), TrainConfig(), (), np.zeros(50, np.int64))
    for number in range(5001):
        figures = Figures(-float(number), 1.0, 2.0)
        reel.add(Step(number / 10, figures, 1.0, 0.5, 1.0))
        reel.add(Snapshot(number / 10, {}, codes + number, codes))
    kept = reel.so_far
    epochs = [scene.epoch for scene in kept.scenes]
    assert MOST_SNAPSHOTS / 2 < len(epochs) <= MOST_SNAPSHOTS + 1
    assert epochs[0] == 0
    assert epochs[-1] == 500
    assert len(set(np.diff(epochs[:-1]).round(6))) == 1  # at equal distances
    assert all(scene.codes[0, 0] == pytest.approx(10 * scene.epoch) for scene in kept.scenes)
    assert all(scene.figures.bound == pytest.approx(-10 * scene.epoch) for scene in kept.scenes)
    assert MOST_FIGURES / 2 < len(kept.training) <= MOST_FIGURES


def test_the_reel_of_many_images_keeps_less_of_them(monkeypatch):
    monkeypatch.setattr("vaegui.ui.films.reel.MOST_BYTES", 100_000)
    reel = Reel("wide", ModelConfig(), TrainConfig(), (), np.zeros(500, np.int64))
    for number in range(300):
        reel.add(Snapshot(float(number), {}, torch.zeros(500, 2), torch.zeros(500, 2)))
    assert sum(scene.codes.nbytes for scene in reel.so_far.scenes[:-1]) <= 100_000
    assert len(reel.so_far.scenes) > 10


def test_the_reel_takes_no_weights_and_no_codes_that_make_no_map():
    weights = {"w": torch.zeros(3)}
    reel = Reel("deep", ModelConfig(latent_size=3), TrainConfig(), (), np.zeros(5, np.int64))
    reel.add(Snapshot(0.0, weights, torch.zeros(5, 3), torch.zeros(5, 3)))
    figures = Figures(-1.0, 0.4, 0.6)
    reel.add(EpochEnd(1.0, figures, figures, True, 1.0, 0.1, weights))
    assert reel.so_far.scenes == ()
    assert reel.so_far.validation == ((1.0, -1.0),)


# q on its way


def gap_by_hand(model, x, q, reach=6.0, count=401):
    """log p(x), and KL(q ‖ p(z|x)), as plain sums over a square grid of the plane."""
    axis = torch.linspace(-reach, reach, count, dtype=torch.double)
    z, cell = torch.cartesian_prod(axis, axis), float(axis[1] - axis[0]) ** 2
    with torch.no_grad():
        pixel = torch.cat([model.decode(part.float()).log_prob(x).double() for part in z.split(20_000)])
    joint = pixel - z.square().sum(1) / 2 - math.log(2 * math.pi)
    log_p = float(torch.logsumexp(joint, 0)) + math.log(cell)
    log_q = MultivariateNormal(q.mean[0], q.covariance[0]).log_prob(z)
    return log_p, float((log_q.exp() * cell * (log_q - (joint - log_p))).sum())


def test_q_is_filmed_on_its_way(qtbot, window, filming, heard, own_run, digits, tmp_path):
    choose_tab(qtbot, window, "Bound")
    panel = window.desk.bound_panel
    qtbot.waitUntil(lambda: panel.film_button.isVisible(), timeout=WAIT)
    for full in (False, True):
        panel.full_box.setChecked(full)
        qtbot.mouseClick(panel.film_button, LEFT)
        out = tmp_path / f"q-{full}.gif"
        stage = film_it(qtbot, filming, out, seconds=1.0)
        frames = read(out)
        assert len(frames) == 10
        assert heard.pop()[0] == "told"
        approach, row = stage.approach, window.desk.explorer.drivers[0].chosen
        assert approach.found.row == row
        thresholds = fixed_thresholds(digits.test.pixels.shape)[row : row + 1]
        x = observe(digits.test.pixels[row : row + 1], own_run.model.config.observed_as, thresholds)
        with torch.no_grad():
            mean = own_run.model.encode(x).mean[0].double()
        torch.testing.assert_close(approach.steps[0].mean[0], mean)
        for index in (0, len(approach.steps) - 1):
            log_p, gap = gap_by_hand(own_run.model, x, approach.steps[index])
            words = stage.words_at(index / (len(approach.steps) - 1))
            figures = [float(line.split(" = ")[-1].split(" ")[0].replace("−", "-")) for line in words.split("\n")[1:]]
            np.testing.assert_allclose(figures, [log_p - gap, log_p, gap], atol=0.006)
        assert stage.gaps[-1] < stage.gaps[0]
        assert approach.is_elsewhere or all(np.diff(stage.gaps) < 1e-3)
        assert (abs(float(approach.steps[-1].covariance[0, 0, 1])) > 1e-6) == full
        # q in its own colour over the posterior: nothing of it before the first step, and elsewhere at the end
        # (the colour's dashed line over the encoder's; the key at the right is not looked at).
        left = round(SCALE * HEIGHT)
        moved = np.abs(frames[0, :, :left].astype(int) - frames[-1, :, :left]).sum(-1) > 30
        assert moved.sum() > 100
        image = pixels(window.desk.explorer.drivers[0].picture_of(row))
        assert off_by(frames[0], image, side=112.0) < 8


def test_one_dimension_is_filmed_as_curves(qtbot, open_window, run_of, tmp_path):
    window = open_window(run_of("one-dimension").folder)
    driver = window.desk.explorer.drivers[0]
    qtbot.waitUntil(lambda: driver.images is not None, timeout=WAIT)
    filming = window.desk.sharing.filming
    filming.ask("optimisation")
    film_it(qtbot, filming, tmp_path / "q.gif", seconds=0.5)
    assert len(read(tmp_path / "q.gif")) == 5
    filming.ask("path")
    assert "no path" in press_in_box(qtbot, window, "OK")


# What there is not


def test_where_there_is_nothing_to_film_a_sentence_says_so(qtbot, window, filming):
    for kind, words in (("path", "set two pins"), ("training", "No training")):
        filming.ask(kind)
        assert words in press_in_box(qtbot, window, "OK")
        assert filming.dialog is None
    assert not window.desk.path_panel.film_button.isEnabled()


def test_codes_of_three_dimensions_are_not_filmed(qtbot, open_window, deep_run):
    window = open_window(deep_run.folder)
    driver, filming = window.desk.explorer.drivers[0], window.desk.sharing.filming
    qtbot.waitUntil(lambda: driver.images is not None, timeout=WAIT)
    for kind, words in (("path", "no path"), ("optimisation", "one or two dimensions")):
        filming.ask(kind)
        assert words in press_in_box(qtbot, window, "OK")
        assert filming.dialog is None


# Given up, and gone wrong


@pytest.mark.parametrize(("way", "suffix"), [("cancel", ".mp4"), ("escape", ".gif"), ("close", ".mp4")])
def test_given_up_nothing_is_left(qtbot, window, filming, heard, tmp_path, suffix, way):
    set_pins(qtbot, window)
    filming.ask("path")
    dialog = await_preview(qtbot, filming)
    choose(dialog, suffix, seconds=100.0)
    folder = tmp_path / "films"
    folder.mkdir()
    dialog.film_wanted.emit(folder / f"walk{suffix}", dialog.choice)
    qtbot.waitUntil(lambda: dialog.bar.value() > 0, timeout=WAIT)
    assert list(folder.iterdir())  # it is being written, under another name
    if way == "cancel":
        qtbot.mouseClick(dialog.cancel_button, LEFT)
        assert dialog.isVisible()
        assert "Nothing was kept." in dialog.words.text()
        assert dialog.save_button.isEnabled()
        qtbot.waitUntil(lambda: not list(folder.iterdir()), timeout=WAIT)
        # And once more, to the end
        choose(dialog, suffix, seconds=0.5)
        dialog.film_wanted.emit(folder / f"walk{suffix}", dialog.choice)
        qtbot.waitUntil(lambda: filming.dialog is None, timeout=WAIT)
        assert len(read(folder / f"walk{suffix}")) == 5
    elif way == "escape":
        dialog.reject()
        qtbot.waitUntil(lambda: not list(folder.iterdir()), timeout=WAIT)
        assert filming.dialog is None
        assert heard == []
    else:
        filming.close()
        assert not list(folder.iterdir())


def test_given_up_while_the_best_q_is_sought(qtbot, window, filming, heard):
    filming.ask("optimisation")
    assert filming.dialog.is_busy
    filming.dialog.reject()
    assert filming.dialog is None
    filming.ask("optimisation")
    await_preview(qtbot, filming)
    assert heard == []


def test_where_it_cannot_be_written_one_can_choose_another_place(qtbot, window, filming, heard, tmp_path):
    set_pins(qtbot, window)
    filming.ask("path")
    dialog = await_preview(qtbot, filming)
    dialog.rate.setValue(60)
    choose(dialog, ".gif", seconds=0.5, fps=60)
    assert dialog.choice.frames_per_second == 50  # a GIF has no more
    assert Choice(".gif", LOW, 50, 0.01, LIGHT).count == 2
    dialog.film_wanted.emit(tmp_path / "walk.avi", dialog.choice)
    assert ".mp4 or .gif" in dialog.words.text()
    for suffix in (".gif", ".mp4"):
        choose(dialog, suffix, seconds=0.5)
        dialog.film_wanted.emit(tmp_path / "nowhere" / f"walk{suffix}", dialog.choice)
        qtbot.waitUntil(lambda: not dialog.is_busy, timeout=WAIT)
        assert "could not be written" in dialog.words.text()
        assert dialog.words.isVisible()
        assert dialog.save_button.isEnabled()
    assert heard == []
    dialog.film_wanted.emit(tmp_path / "walk.mp4", dialog.choice)
    qtbot.waitUntil(lambda: filming.dialog is None, timeout=WAIT)
    assert len(read(tmp_path / "walk.mp4")) == 5


# From the command line


def test_films_without_a_window(qtbot, own_run, digits, tmp_path, capsys, monkeypatch):
    monkeypatch.setattr("tqdm.tqdm.monitor_interval", 0)  # no thread that watches the bar
    out = tmp_path / "walk.gif"
    places = [pin.place for pin in PINS]
    assert run_film(str(own_run.folder), out, path=places, height=LOW, frames_per_second=10, seconds=0.6) == 0
    frames = read(out)
    assert len(frames) == 6
    for number, place in ((0, places[0]), (5, places[1])):
        assert off_by(frames[number], decoded_at(own_run.model, *place)) < 3
    assert "walk.gif: 6 frames" in capsys.readouterr().out
    out = tmp_path / "q.mp4"
    assert run_film(str(own_run.folder), out, optimise=7, height=LOW, frames_per_second=10, seconds=0.6) == 0
    grey = np.repeat(digits.test.pixels[7].permute(1, 2, 0).numpy(), 3, axis=-1)
    # Pixels of the bundled digits are 0…255 already.
    assert off_by(read(out)[0], grey, side=112.0) < 12


@pytest.mark.parametrize(
    ("name", "wanted", "words"),
    [
        ("walk.avi", {"path": [(0, 0), (1, 1)]}, ".mp4 or .gif"),
        ("walk.gif", {"path": [(0, 0)]}, "two places or more"),
        ("walk.gif", {"path": [(0, 0), (1, 1)], "kind": "crooked"}, "no path called"),
        ("walk.gif", {}, "one thing"),
        ("walk.gif", {"path": [(0, 0), (1, 1)], "optimise": 3}, "one thing"),
        ("walk.gif", {"optimise": 100_000}, "numbered from 0"),
    ],
)
def test_films_that_cannot_be_are_refused(qtbot, own_run, tmp_path, name, wanted, words):
    with pytest.raises(UserError, match=words):
        run_film(str(own_run.folder), tmp_path / name, **wanted)
    assert not (tmp_path / name).exists()


def test_what_is_never_shown_does_not_outlive_the_dialog(qtbot, window, filming, tmp_path):
    set_pins(qtbot, window)
    filming.ask("path")
    await_preview(qtbot, filming)
    gone = []
    filming._stage.map.destroyed.connect(lambda: gone.append(True))
    filming.dialog.reject()
    qtbot.waitUntil(lambda: gc.collect() >= 0 and bool(gone), timeout=WAIT)

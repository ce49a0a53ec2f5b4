"""Films: what was put in comes out again, whole or not at all, whatever happens on the way."""

import resource
import threading
from pathlib import Path

import imageio_ffmpeg
import numpy as np
import pytest
from films import about, delays, read
from PIL import Image

from vaegui.exports import extras, film
from vaegui.settings import UserError
from vaegui.steps import finish

HEIGHT, WIDTH = 91, 133  # odd, as H.264 cannot have it
INK, PAPER, ACCENT = (28, 33, 38), (255, 255, 255), (31, 111, 235)


def moving(count, height=HEIGHT, width=WIDTH):
    """A square of one colour that goes to the right over paper, with a line below."""
    for number in range(count):
        frame = np.full((height, width, 3), PAPER, np.uint8)
        frame[-20:-12] = INK
        frame[20:44, 2 * number : 2 * number + 24] = ACCENT
        yield frame


def photograph(count, height=96, width=128):
    """Smooth colours of every kind beside plain paper."""
    y, x = np.mgrid[:height, :width]
    for number in range(count):
        frame = np.stack([255 * x / width, 255 * y / height, (x + y + 3 * number) % 256], axis=-1).astype(np.uint8)
        frame[:, : width // 2] = PAPER
        yield frame


def children():
    """The processes that this one has started and that are still there."""
    tasks = Path("/proc/self/task").glob("*/children")
    return {int(pid) for task in tasks for pid in task.read_text().split()}


def boxes(path):
    """The kinds of the parts that an MP4 is made of, in their order."""
    content, place, kinds = path.read_bytes(), 0, []
    while place < len(content):
        kinds.append(content[place + 4 : place + 8].decode())
        place += int.from_bytes(content[place : place + 4], "big")
    return kinds


def refusal(steps):
    with pytest.raises(UserError) as found:
        finish(steps)
    return str(found.value)


@pytest.fixture
def no_process():
    before = children()
    yield
    assert children() <= before


# GIF


def test_a_gif_of_few_colours_is_exact(tmp_path):
    frames, out = list(moving(40)), tmp_path / "film.gif"
    made = finish(film.record(iter(frames), 40, out, frames_per_second=25))
    np.testing.assert_array_equal(read(out), frames)
    with Image.open(out) as image:
        assert image.info["loop"] == 0  # for ever
        assert image.size == (WIDTH, HEIGHT)
    assert delays(out) == [40] * 39 + [1000]  # held for a second before it begins anew
    assert made == film.Film(out, 40, 39 * 0.04 + 1, out.stat().st_size, (WIDTH, HEIGHT))
    assert made.sentence.startswith(f"film.gif: 40 frames in 2.6 s, {WIDTH} × {HEIGHT} pixels, ")
    assert [path.name for path in tmp_path.iterdir()] == ["film.gif"]


def test_a_gif_is_neither_faster_nor_slower_than_asked_though_its_clock_has_coarse_ticks(tmp_path):
    out = tmp_path / "film.gif"
    finish(film.record(moving(31), 31, out, frames_per_second=30))
    assert sum(delays(out)[:-1]) == pytest.approx(1000, abs=10)
    assert set(delays(out)[:-1]) == {30, 40}


def test_a_gif_of_many_colours_is_close_and_what_is_seen_most_stays_exact(tmp_path):
    frames, out = list(photograph(12)), tmp_path / "film.gif"
    finish(film.record(iter(frames), 12, out, frames_per_second=10))
    found = read(out).astype(int)
    off = np.abs(found - np.array(frames, int))
    assert (found[:, :, :64] == 255).all()
    assert off[:, :, 64:].mean() < 10
    assert off.max() < 64
    assert len(np.unique(found.reshape(-1, 3), axis=0)) > 150  # the palette is used


def test_frames_in_which_nothing_changes_are_frames_too(tmp_path):
    frame, out = next(iter(moving(1))), tmp_path / "film.gif"
    finish(film.record([frame] * 5, 5, out, frames_per_second=10))
    # By the file itself: readers take equal frames together.
    content = out.read_bytes()
    assert content.count(b"!\xf9\x04") == 5
    np.testing.assert_array_equal(read(out)[-1], frame)


def test_a_gif_needs_no_other_packages(tmp_path, monkeypatch):
    monkeypatch.setitem(extras.EXTRAS, "film", ("a_package_that_nobody_has",))
    finish(film.record(moving(3), 3, tmp_path / "film.gif", frames_per_second=10))
    words = refusal(film.record(moving(3), 3, tmp_path / "film.mp4", frames_per_second=10))
    assert "a_package_that_nobody_has" in words
    assert not (tmp_path / "film.mp4").exists()


# MP4


@pytest.mark.parametrize("fps", [30, 12.5])
def test_an_mp4_plays_everywhere_and_shows_what_was_put_in(tmp_path, no_process, fps):
    frames, out = list(moving(50)), tmp_path / "film.mp4"
    made = finish(film.record(iter(frames), 50, out, frames_per_second=fps))
    found = read(out)
    # Made even by one more row and column, not by another scale
    assert found.shape == (50, HEIGHT + 1, WIDTH + 1, 3)
    off = np.abs(found[:, :HEIGHT, :WIDTH].astype(int) - np.array(frames, int))
    assert off.mean() < 2
    for number in (0, 25, 49):
        np.testing.assert_allclose(found[number, 32, 2 * number + 12], ACCENT, atol=6)
        np.testing.assert_allclose(found[number, HEIGHT - 16, 60], INK, atol=6)
        np.testing.assert_allclose(found[number, 5, 5], PAPER, atol=3)
    said = about(out)
    assert said["codec"] == "h264"
    assert said["pixels"].startswith("yuv420p(tv, bt709")
    assert said["fps"] == pytest.approx(fps)
    assert said["seconds"] == pytest.approx(50 / fps, abs=0.02)
    assert made == film.Film(out, 50, 50 / fps, out.stat().st_size, (WIDTH + 1, HEIGHT + 1))
    kinds = boxes(out)
    assert kinds.index("moov") < kinds.index("mdat")  # a browser begins before it has all of it
    assert [path.name for path in tmp_path.iterdir()] == ["film.mp4"]


def test_small_letters_stay_crisp_in_an_mp4(tmp_path):
    generator = np.random.default_rng(0)
    strokes = np.kron(generator.integers(0, 2, (60, 80)), np.ones((2, 2))).astype(np.uint8)  # two pixels thick
    frame = np.repeat(255 * strokes[..., None], 3, axis=-1)
    finish(film.record([frame] * 10, 10, tmp_path / "film.mp4", frames_per_second=10))
    assert np.abs(read(tmp_path / "film.mp4")[5].astype(int) - frame).mean() < 4


# On the way


@pytest.mark.parametrize("suffix", [".gif", ".mp4"])
def test_frames_may_come_slowly_from_another_thread(tmp_path, no_process, suffix):
    handed, ready = [], threading.Condition()

    def feed():
        for frame in moving(8):
            threading.Event().wait(0.02)
            with ready:
                handed.append(frame)
                ready.notify()

    def arriving():
        for number in range(8):
            with ready:
                assert ready.wait_for(lambda number=number: len(handed) > number, timeout=20)
            yield handed[number]

    thread = threading.Thread(target=feed)
    thread.start()
    out = tmp_path / f"film{suffix}"
    shares = []
    steps = film.record(arriving(), 8, out, frames_per_second=10)
    while True:
        try:
            shares.append(next(steps))
        except StopIteration as done:
            made = done.value
            break
    thread.join()
    assert made.frames == len(read(out)) == 8
    assert shares == sorted(shares)
    assert 0 < shares[0] <= 0.125
    assert shares[-1] == 1


@pytest.mark.parametrize("suffix", [".gif", ".mp4"])
@pytest.mark.parametrize("after", [0, 1, 30, 70])
def test_given_up_on_the_way_nothing_is_left(tmp_path, no_process, suffix, after):
    out = tmp_path / f"film{suffix}"
    out.write_bytes(b"what was there before")
    before = children()
    steps = film.record(moving(40), 40, out, frames_per_second=10)
    for _ in range(min(after, 35 if suffix == ".mp4" else 70)):
        next(steps)
    if suffix == ".mp4" and after:
        assert len(children() - before) == 1  # ffmpeg, which waits for frames
    steps.close()
    assert children() <= before
    assert [path.name for path in tmp_path.iterdir()] == [out.name]
    assert out.read_bytes() == b"what was there before"


def test_while_the_encoder_still_has_frames_one_can_give_up(tmp_path, no_process):
    """All frames are handed over; noise keeps it busy for a while."""
    chance = np.random.default_rng(0)
    noise = (chance.integers(256, size=(720, 1280, 3), dtype=np.uint8) for _ in range(20))
    out = tmp_path / "film.mp4"
    steps = film.record(noise, 20, out, frames_per_second=10)
    while next(steps) < 1:
        pass
    next(steps)  # it says so while it waits
    steps.close()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("suffix", [".gif", ".mp4"])
@pytest.mark.parametrize("number", [0, 5])
def test_where_frames_fail_nothing_is_left(tmp_path, no_process, suffix, number):
    def failing():
        yield from moving(number)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        finish(film.record(failing(), 40, tmp_path / f"film{suffix}", frames_per_second=10))
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("suffix", [".gif", ".mp4"])
def test_frames_of_different_sizes_are_no_film(tmp_path, no_process, suffix):
    frames = [next(iter(moving(1))), next(iter(moving(1, height=50)))]
    with pytest.raises(ValueError, match="a frame is"):
        finish(film.record(frames, 2, tmp_path / f"film{suffix}", frames_per_second=10))
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("suffix", [".gif", ".mp4"])
def test_a_disk_that_takes_no_more_is_spoken_of(tmp_path, no_process, suffix):
    out = tmp_path / f"film{suffix}"
    out.write_bytes(b"what was there before")
    noise = np.random.default_rng(0).integers(0, 256, (30, 128, 128, 3), dtype=np.uint8)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, limits[1]))
        words = refusal(film.record(noise, 30, out, frames_per_second=10))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert "could not be" in words
    assert [path.name for path in tmp_path.iterdir()] == [out.name]
    assert out.read_bytes() == b"what was there before"


def test_an_ffmpeg_that_dies_is_spoken_of(tmp_path, no_process, monkeypatch):
    broken = tmp_path / "ffmpeg"
    broken.write_text("#!/bin/sh\nhead -c 100 > /dev/null\necho '[out] No space left on device' >&2\nexit 1\n")
    broken.chmod(0o755)
    monkeypatch.setattr(imageio_ffmpeg, "get_ffmpeg_exe", lambda: str(broken))
    folder = tmp_path / "films"
    folder.mkdir()
    words = refusal(film.record(moving(40), 40, folder / "film.mp4", frames_per_second=10))
    assert "the disk is full" in words
    assert not list(folder.iterdir())


# What is refused


@pytest.mark.parametrize("name", ["film.avi", "film", "film.png"])
def test_a_film_of_an_unknown_kind_is_refused(tmp_path, name):
    assert ".mp4 or .gif" in refusal(film.record(moving(3), 3, tmp_path / name, frames_per_second=10))
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(("name", "fps"), [("film.gif", 51), ("film.mp4", 61), ("film.gif", 0), ("film.mp4", -1)])
def test_a_film_that_is_too_fast_or_too_slow_is_refused(tmp_path, name, fps):
    assert "frames per second" in refusal(film.record(moving(3), 3, tmp_path / name, frames_per_second=fps))
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("suffix", [".gif", ".mp4"])
def test_a_film_of_nothing_is_refused(tmp_path, no_process, suffix):
    assert "not one frame" in refusal(film.record([], 3, tmp_path / f"film{suffix}", frames_per_second=10))
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("suffix", [".gif", ".mp4"])
def test_a_folder_that_is_not_there_is_spoken_of(tmp_path, no_process, suffix):
    out = tmp_path / "nowhere" / f"film{suffix}"
    assert str(out) in refusal(film.record(moving(3), 3, out, frames_per_second=10))
    assert not list(tmp_path.iterdir())


def test_endings_in_capitals_are_known(tmp_path):
    finish(film.record(moving(3), 3, tmp_path / "FILM.GIF", frames_per_second=10))
    with Image.open(tmp_path / "FILM.GIF") as image:
        assert image.n_frames == 3
    finish(film.record(moving(3), 3, tmp_path / "FILM.MP4", frames_per_second=10))
    assert about(tmp_path / "FILM.MP4")["codec"] == "h264"

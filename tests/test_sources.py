import contextlib
import gc
import gzip
import http.server
import shutil
import socket
import struct
import subprocess
import sys
import threading
import time
import traceback

import numpy as np
import pytest
import torch

from vaegui import data, sources
from vaegui.settings import UserError

# ---- digits


def test_digits_are_all_of_scikit_learns_split_once(digits):
    from sklearn.datasets import load_digits

    bunch = load_digits()
    assert (len(digits.train), len(digits.test), digits.train.shape) == (1437, 360, (1, 8, 8))
    both = torch.cat((digits.train.pixels, digits.test.pixels)).flatten(1).numpy()
    labels = torch.cat((digits.train.labels, digits.test.labels)).numpy()
    ours = sorted((*row, label) for row, label in zip(np.round(both / 255 * 16).tolist(), labels.tolist(), strict=True))
    theirs = sorted((*row, label) for row, label in zip(bunch.data.tolist(), bunch.target.tolist(), strict=True))
    assert ours == theirs  # complete, and no image is in both splits
    assert (both.dtype, both.min(), both.max()) == (np.uint8, 0, 255)
    share = digits.test.labels.bincount() / torch.from_numpy(bunch.target).bincount()
    assert 0.19 < share.min() < share.max() < 0.21  # a fifth of each class


def test_the_split_of_digits_is_that_of_scikit_learn(digits):
    from sklearn.datasets import load_digits
    from sklearn.model_selection import train_test_split

    bunch = load_digits()
    pixels = np.round(bunch.images * (255 / 16)).astype(np.uint8)
    parts = train_test_split(pixels, bunch.target, test_size=0.2, random_state=0, stratify=bunch.target)
    ours = (digits.train.pixels[:, 0], digits.test.pixels[:, 0], digits.train.labels, digits.test.labels)
    for part, tensor in zip(parts, ours, strict=True):
        assert np.array_equal(part, tensor.numpy())


@pytest.mark.parametrize("seed", range(8))
def test_a_stratified_split_is_that_of_scikit_learn(seed):
    from sklearn.model_selection import train_test_split

    rng = np.random.default_rng(seed)
    labels = np.concatenate([np.arange(5), np.arange(5), rng.choice(5, p=rng.dirichlet(np.ones(5)), size=60)])
    expected = train_test_split(np.arange(70), test_size=13, random_state=0, stratify=labels)
    for ours, theirs in zip(data.stratified_split(labels, 13), expected, strict=True):
        assert ours.tolist() == theirs.tolist()


# ---- what the model sees


# ---- IDX files


def idx(array):
    return struct.pack(f">4B{array.ndim}I", 0, 0, 8, array.ndim, *array.shape) + array.tobytes()


@pytest.fixture
def arrays():
    rng = np.random.default_rng(0)
    images = [rng.integers(0, 256, (count, 5, 4), dtype=np.uint8) for count in (30, 20)]
    labels = [np.arange(count, dtype=np.uint8) % 10 for count in (30, 20)]
    return dict(zip(sources.IDX_FILES, (images[0], labels[0], images[1], labels[1]), strict=True))


@pytest.mark.parametrize("place", ["MNIST/raw", "raw", "."])
@pytest.mark.parametrize("packed", [False, True])
def test_idx_files_are_read_plain_or_packed_wherever_torchvision_would_look(arrays, tmp_path, home, place, packed):
    folder = home / "data" / place if place == "MNIST/raw" else tmp_path / place
    folder.mkdir(parents=True, exist_ok=True)
    for name, array in arrays.items():
        (folder / (f"{name}.gz" if packed else name)).write_bytes(gzip.compress(idx(array)) if packed else idx(array))
    root = None if place == "MNIST/raw" else tmp_path
    assert sources.is_here("mnist", root)
    dataset = sources.load("mnist", root)
    for split, (images, labels) in zip(
        (dataset.train, dataset.test), np.split(np.array(sources.IDX_FILES), 2), strict=True
    ):
        assert np.array_equal(split.pixels.squeeze(1).numpy(), arrays[images])
        assert np.array_equal(split.labels.numpy(), arrays[labels])
    assert (dataset.train.shape, dataset.train.pixels.dtype, len(dataset.classes)) == ((1, 5, 4), torch.uint8, 10)


def _broken(arrays):
    """Name ways to break the file of the training images or labels: (file, its content)."""
    train_images, train_labels, test_images, _ = sources.IDX_FILES
    images, labels = arrays[train_images], arrays[train_labels]
    good = idx(images)
    return {
        "cut short": (train_images, good[:-1]),
        "too long": (train_images, good + b"\0"),
        "cut in the header": (train_images, good[:10]),
        "empty": (train_images, b""),
        "another type of number": (train_images, good[:2] + b"\x0d" + good[3:]),
        "a web page": (train_images, b"<!DOCTYPE html><html><body>Not found</body></html>"),
        "labels in place of images": (train_images, idx(labels)),
        "images in place of labels": (train_labels, good),
        "gz cut in half": (f"{train_images}.gz", gzip.compress(good)[: len(good) // 2]),
        "gz that is none": (f"{train_images}.gz", b"<!DOCTYPE html>"),
        "gz with a wrong checksum": (f"{train_images}.gz", gzip.compress(good)[:-8] + bytes(8)),
        "one label too few": (train_labels, idx(labels[:-1])),
        "a label beyond the classes": (train_labels, idx(labels + 1)),
        "no images": (train_images, idx(images[:0])),
        "images without pixels": (train_images, idx(images[:, :0])),
        "test images of another size": (test_images, idx(arrays[test_images][:, :3])),
    }


@pytest.mark.parametrize("how", _broken(dict.fromkeys(sources.IDX_FILES, np.zeros((2, 2, 2), np.uint8))))
def test_a_broken_dataset_is_refused_with_a_sentence(arrays, tmp_path, how):
    for name, array in arrays.items():
        (tmp_path / name).write_bytes(idx(array))
    name, content = _broken(arrays)[how]
    (tmp_path / name.removesuffix(".gz")).unlink()
    (tmp_path / name).write_bytes(content)
    with pytest.raises(UserError) as caught:
        sources.load("mnist", tmp_path)
    assert name in str(caught.value)


def test_a_dataset_that_is_not_there(tmp_path):
    with pytest.raises(UserError, match=r"“mnits”.*digits, mnist, fashion-mnist, kmnist"):
        sources.load("mnits")
    for folder in (None, tmp_path, tmp_path / "nowhere"):
        assert not sources.is_here("mnist", folder)
        with pytest.raises(UserError, match=r"No MNIST in .*\(12 MB\)"):
            sources.load("mnist", folder)
    assert sources.is_here("digits")


def test_mnist_is_mnist(mnist):
    assert (len(mnist.train), len(mnist.test), mnist.train.shape, mnist.test.shape) == (
        60_000,
        10_000,
        (1, 28, 28),
        (1, 28, 28),
    )
    assert mnist.train.labels[:10].tolist() == [5, 0, 4, 1, 9, 2, 1, 3, 1, 4]
    assert mnist.train.labels.bincount().tolist() == [5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949]
    assert mnist.test.labels.bincount().tolist() == [980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009]
    assert mnist.train.pixels.float().mean().item() / 255 == pytest.approx(0.1307, abs=5e-5)  # the field's constants
    assert mnist.train.pixels.float().std().item() / 255 == pytest.approx(0.3081, abs=5e-5)


# ---- downloads: torchvision's own downloader, in its child process, against a real server on loopback


class Server:
    """A web server that hands out files of a folder well, or anything badly; `requests` lists the paths asked for."""

    def __init__(self, behaviour, folder=None):
        self.requests, self.connections, self.let_go_on = [], [], threading.Event()
        server = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                server.requests.append(self.path)
                server.connections.append(ended := threading.Event())
                try:
                    getattr(self, behaviour)()
                except ConnectionError:
                    pass  # torchvision asks for each file twice and hangs up on the first answer
                finally:
                    ended.set()

            def send(self, size, body):
                self.send_response(200)
                self.send_header("Content-Length", str(size))
                self.end_headers()
                self.wfile.write(body)

            def good(self):
                if not self.path.startswith("/train-images"):
                    server.let_go_on.wait(60)  # until the test has seen that the first file counts as progress
                body = (folder / self.path.strip("/")).read_bytes()
                self.send(len(body), body)

            def missing(self):
                self.send_error(404)

            def forbidden(self):
                self.send_error(403)

            def busy(self):
                self.send_error(503)

            def a_page(self):
                body = b"<!DOCTYPE html><title>Log in to the hotel's network</title>"
                self.send(len(body), body)

            def altered(self):
                body = bytearray((folder / self.path.strip("/")).read_bytes())
                body[len(body) // 2] ^= 1
                self.send(len(body), body)

            def unwell(self):
                self.send(9_912_422, b"<!DOCTYPE html>" * 10_000)  # a web page in place of the file, and cut short

            def stalled(self):
                self.send(9_912_422, bytes(100_000))
                self.connection.recv(1)  # returns when the other side is gone

            def log_message(self, *_):
                pass

        self._http = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(target=self._http.serve_forever, kwargs={"poll_interval": 0.01})
        self.mirror = f"http://127.0.0.1:{self._http.server_port}/"

    def __enter__(self):
        self._thread.start()
        return self

    def __exit__(self, *_):
        self.let_go_on.set()
        self._http.shutdown()
        self._thread.join()
        self._http.server_close()  # joins the threads of the connections


@pytest.fixture
def _direct(monkeypatch):
    monkeypatch.setenv("NO_PROXY", "*")
    monkeypatch.setenv("no_proxy", "*")


def files_below(folder):
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


@pytest.mark.usefixtures("_direct")
def test_download_from_a_mirror(mnist_folder, mnist, home):
    """Into the user's own folder, where half a dataset lies already, and something that is not the program's."""
    raw = home / "data" / "MNIST" / "raw"
    raw.mkdir(parents=True)
    shutil.copy(mnist_folder / "t10k-labels-idx1-ubyte.gz", raw / "t10k-labels-idx1-ubyte.gz")
    (raw / "notes.txt").write_text("mine")
    first, total = 9_912_422, 11_594_722  # bytes of the first of the four files, and of all
    with Server("good", mnist_folder) as server:
        seen = []
        for progress in sources.download("mnist", mirror=server.mirror):
            seen.append(progress.done)
            assert progress.total == total
            if progress.done >= first:
                server.let_go_on.set()
        assert seen == sorted(seen)
        assert (seen[0], seen[-1]) == (0, total)
        assert first in seen
        dataset = sources.load("mnist")
        for ours, theirs in ((dataset.train, mnist.train), (dataset.test, mnist.test)):
            assert torch.equal(ours.pixels, theirs.pixels)
            assert torch.equal(ours.labels, theirs.labels)

        asked = len(server.requests)
        assert list(sources.download("mnist", mirror=server.mirror)) == []  # what is there is not fetched again
        assert list(sources.download("mnist", folder=mnist_folder, mirror=server.mirror)) == []
        assert list(sources.download("digits", mirror=server.mirror)) == []
        assert len(server.requests) == asked
    left = {name.removesuffix(".gz") for name in files_below(home / "data")}
    assert left == {f"MNIST/raw/{name}" for name in (*sources.IDX_FILES, "notes.txt")}


@pytest.mark.usefixtures("_direct")
def test_download_from_bad_servers_leaves_nothing(tmp_path, monkeypatch):
    """From one that breaks off and from one that stalls, at once, because a child takes seconds to start."""
    with Server("unwell") as unwell, Server("stalled") as stalled:
        monkeypatch.setenv("VAEGUI_MIRROR", unwell.mirror.rstrip("/"))  # with or without a slash at the end
        failing = sources.download("kmnist", tmp_path / "failing")
        next(failing)
        stalling = sources.download("mnist", tmp_path / "stalling", stalled.mirror)
        while next(stalling).done == 0:
            pass
        started = time.perf_counter()
        stalling.close()
        assert time.perf_counter() - started < 30  # and not as long as a server keeps silent
        assert all(ended.wait(5) for ended in stalled.connections)  # the child is dead: nobody is at the other end
        assert list((tmp_path / "stalling").iterdir()) == []

        with pytest.raises(UserError, match=r"KMNIST could not be downloaded: .* cut short or is not the dataset"):
            for _ in failing:
                pass
        assert unwell.requests
        assert list((tmp_path / "failing").iterdir()) == []


def test_download_can_be_cancelled_before_it_connects(tmp_path):
    steps = sources.download("mnist", tmp_path / "data", "http://127.0.0.1:9/")
    assert next(steps).done == 0
    started = time.perf_counter()
    steps.close()
    assert time.perf_counter() - started < 30  # and not as long as a server keeps silent
    assert list((tmp_path / "data").iterdir()) == []


def _complaint_of_torchvision(mirror, folder):
    """What the child of `download` would print, without the seconds it takes to start."""
    from torchvision import datasets

    with pytest.raises(RuntimeError) as caught:
        type("MNIST", (datasets.MNIST,), {"mirrors": [mirror]})(folder, download=True)
    return "".join(traceback.format_exception(caught.value))


@pytest.mark.usefixtures("_direct")
@pytest.mark.filterwarnings("ignore::ResourceWarning")  # torchvision leaves its sockets to the garbage collector
@pytest.mark.parametrize(
    ("behaviour", "reason"),
    [
        ("missing", "the server did not hand the file out"),
        ("forbidden", "the server did not hand the file out"),
        ("busy", "too busy for the moment"),
        ("a_page", "cut short or is not the dataset"),
        ("altered", "cut short or is not the dataset"),
        ("closed", "the server refused the connection"),
        ("unwell", "cut short or is not the dataset"),
    ],
)
def test_the_reason_is_read_from_what_torchvision_says(tmp_path, request, behaviour, reason):
    folder = request.getfixturevalue("mnist_folder") if behaviour == "altered" else None
    with contextlib.ExitStack() as stack:
        if behaviour == "closed":
            bound = stack.enter_context(socket.socket())
            bound.bind(("127.0.0.1", 0))  # and does not listen
            mirror = f"http://127.0.0.1:{bound.getsockname()[1]}/"
        else:
            mirror = stack.enter_context(Server(behaviour, folder)).mirror
        complaint = _complaint_of_torchvision(mirror, tmp_path)
        gc.collect()
    sentence = sources._explain_download_failure(sources.SOURCES["mnist"], complaint)
    assert sentence.startswith("MNIST could not be downloaded: ")
    assert reason in sentence
    assert sentence.endswith("Nothing partial was kept. Try again later, or point to a folder that holds the files.")


def test_what_a_download_left_that_was_killed_is_swept(tmp_path, monkeypatch):
    monkeypatch.setattr(sources, "LONG_SILENCE", 0.0)
    steps = sources.download("mnist", tmp_path, "http://127.0.0.1:9/")
    next(steps)
    assert "nothing has arrived" in next(steps).text
    left = tmp_path / ".download-left"
    (left / "MNIST").mkdir(parents=True)
    other = tmp_path / "mine"
    other.mkdir()
    code = f"from pathlib import Path; from vaegui import sources; sources.sweep_downloads(Path({str(tmp_path)!r}))"
    subprocess.run([sys.executable, "-c", code], check=True)
    assert not left.exists()
    assert other.exists()
    assert len(list(tmp_path.glob(".download-*"))) == 1  # the one that is under way
    steps.close()
    assert list(tmp_path.iterdir()) == [other]


def test_download_into_a_folder_that_cannot_be_written(tmp_path):
    (tmp_path / "file").write_text("")
    for folder in (tmp_path / "file", tmp_path / "file" / "below"):
        with pytest.raises(UserError, match="Cannot write to"):
            next(sources.download("mnist", folder, "http://127.0.0.1:9/"))

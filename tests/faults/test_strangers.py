"""A run folder from a stranger: nothing in it is run, and what does not fit is refused before it costs anything."""

import contextlib
import io
import json
import os
import pickle
import random
import resource
import shutil
import struct
import sys
import time
import zipfile

import numpy as np
import pytest
import torch
from sealing import reseal

from vaegui import recording, runs, sources, storing, tensors
from vaegui.families import TrainConfig
from vaegui.folders import CONFIG, PREVIOUS
from vaegui.models import ModelConfig
from vaegui.settings import UserError

try:
    from vaegui.ui.preview import preview
except ImportError:  # where Qt is not installed

    def preview(choices):
        """Leave it to the other environment."""


MOST_SECONDS, MOST_MEGABYTES = 0.5, 50


@pytest.fixture(scope="module")
def good(few, tmp_path_factory):
    """A whole run, and what its files hold."""
    folder = tmp_path_factory.mktemp("runs") / "good"
    for _ in recording.train_run(few, ModelConfig(hidden=(8,)), TrainConfig(epochs=2, device="cpu"), folder):
        pass
    (folder / PREVIOUS).unlink()
    runs.tidy(folder)
    return folder


@pytest.fixture
def run(good, tmp_path):
    """A folder of its own to be spoiled."""
    return shutil.copytree(good, tmp_path / "run")


def open_all(folder):
    """Everything that reads a run."""
    preview([folder])
    runs.scan(folder.parent)
    runs.sweep(folder.parent)
    runs.previous(folder)
    runs.load(folder).check()


# Pickles


class Bomb:
    """What runs code when it is unpickled."""

    def __init__(self, canary):
        self.canary = str(canary)

    def __reduce__(self):
        return (os.system, (f"touch {self.canary}",))


def pickles(canary):
    """Hostile pickles as programs write them."""
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        yield f"protocol {protocol}", pickle.dumps(Bomb(canary), protocol)
    content = io.BytesIO()
    torch.save({"encoder": Bomb(canary)}, content)
    yield "torch.save", content.getvalue()
    content = io.BytesIO()
    torch.save({"encoder": Bomb(canary)}, content, _use_new_zipfile_serialization=False)
    yield "torch.save as it was", content.getvalue()
    content = io.BytesIO()
    np.save(content, np.array([Bomb(canary)], dtype=object), allow_pickle=True)
    yield "numpy.save", content.getvalue()
    content = io.BytesIO()
    np.savez(content, weights=np.array([Bomb(canary)], dtype=object))
    yield "numpy.savez", content.getvalue()
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("data.pkl", pickle.dumps(Bomb(canary)))
    yield "a zip", content.getvalue()


FORBIDDEN = ("pickle.find_class", "os.system", "subprocess.Popen", "os.exec", "os.posix_spawn", "marshal.loads")
heard = []
listening = [False]
sys.addaudithook(
    lambda event, _: heard.append(event) if listening[0] and event.startswith(FORBIDDEN) else None  # never removed
)


def test_the_hook_hears_what_a_pickle_would_do(tmp_path):
    """What shows that the next test can fail."""
    listening[0] = True
    pickle.loads(pickle.dumps(Bomb(tmp_path / "canary")))
    listening[0] = False
    assert "os.system" in heard
    assert "pickle.find_class" in heard
    assert (tmp_path / "canary").exists()
    heard.clear()


def test_no_pickle_is_ever_run(run, tmp_path, home):
    canary = tmp_path / "canary"
    names = [CONFIG, PREVIOUS, *(file.name for file in runs.load(run).config.files.values())]
    idx = tmp_path / "mnist"
    idx.mkdir()
    tried = 0
    before = {name: (run / name).read_bytes() for name in names if (run / name).exists()}
    for _kind, content in pickles(canary):
        for name in names:
            (run / name).write_bytes(content)
            for sealed in (False, True):
                if sealed and name not in (CONFIG, PREVIOUS):
                    reseal(run)
                listening[0] = True
                with pytest.raises(UserError) if name != PREVIOUS else open(os.devnull):
                    open_all(run)
                listening[0] = False
                tried += 1
            for other, old in before.items():
                (run / other).write_bytes(old)
        for name in sources.IDX_FILES:
            (idx / name).write_bytes(content)
        listening[0] = True
        with pytest.raises(UserError):
            sources.load("mnist", idx)
        listening[0] = False
        tried += 1
        (run / PREVIOUS).unlink(missing_ok=True)
    assert heard == []
    assert not canary.exists()
    print(f"\n{tried} hostile pickles under every name that the program reads: none was run")


# What a header or a config says


def header(entries, length=None, body=b""):
    text = entries if isinstance(entries, bytes) else json.dumps(entries).encode()
    return struct.pack("<Q", len(text) if length is None else length) + text + body


def sparse(path, size, start=b""):
    with path.open("wb") as file:
        file.write(start)
        file.truncate(size)


GIGABYTE = 1 << 30
LARGE = {"encoder.1.weight": {"dtype": "F32", "shape": [GIGABYTE // 4], "data_offsets": [0, GIGABYTE]}}
COSTLY = {
    "a header of 2^63 bytes": lambda path: path.write_bytes(header({}, length=1 << 63)),
    "a header as long as the file": lambda path: sparse(path, GIGABYTE, struct.pack("<Q", GIGABYTE - 8)),
    "a header nested without end": lambda path: path.write_bytes(header(b"[" * 200_000)),
    "a header of nothing": lambda path: path.write_bytes(header(b"[" + b"{}," * 80_000 + b"{}]")),
    "a thousand names": lambda path: path.write_bytes(
        header({str(n): {"dtype": "F32", "shape": [0], "data_offsets": [0, 0]} for n in range(3000)})
    ),
    "a gigabyte that is what it says": lambda path: sparse(path, GIGABYTE + len(header(LARGE)), header(LARGE)),
    "a shape of 2^100 numbers": lambda path: path.write_bytes(
        header({"encoder.1.weight": {"dtype": "F32", "shape": [1 << 25] * 4, "data_offsets": [0, 0]}})
    ),
    "a shape below nothing": lambda path: path.write_bytes(
        header({"encoder.1.weight": {"dtype": "F32", "shape": [-1, -1], "data_offsets": [0, 4]}}, body=bytes(4))
    ),
    "parts that overlap": lambda path: path.write_bytes(
        header({n: {"dtype": "F32", "shape": [1], "data_offsets": [0, 4]} for n in "ab"}, body=bytes(4))
    ),
    "four gigabytes of nothing": lambda path: sparse(path, 4 * GIGABYTE),
    "a pipe": lambda path: (path.unlink(), os.mkfifo(path)),
    "a device without end": lambda path: (path.unlink(), path.symlink_to("/dev/zero")),
    "itself": lambda path: (path.unlink(), path.symlink_to(path)),
    "a folder": lambda path: (path.unlink(), path.mkdir()),
}
COSTLY_CONFIGS = {
    "a config of four gigabytes": lambda folder: sparse(folder / CONFIG, 4 * GIGABYTE),
    "half a million wrong values": lambda folder: reseal(folder, classes=[1] * 20_000),
    "an image of 10^12 pixels": lambda folder: reseal(folder, image_shape=[10_000] * 3),
    "a network of eight gigabytes": lambda folder: change(folder, "model", hidden=[8192] * 12),
    "convolutions of 8192 channels": lambda folder: change(folder, "model", hidden=[8192] * 12, architecture="conv"),
    "epochs without end": lambda folder: change(folder, "training", epochs=10**12),
    "a table of 100,000 epochs": lambda folder: (
        change(folder, "training", epochs=100_000),
        sparse(folder / "metrics.csv", 200_000_000),
        reseal_sparse(folder, "metrics", 200_000_000),
    ),
    "a run of another file": lambda folder: reseal(
        folder, files={"weights": {"name": "../good/weights.safetensors", "bytes": 7, "sha256": ""}}
    ),
    "a file of the system": lambda folder: reseal(
        folder, files={"weights": {"name": "/etc/passwd", "bytes": os.stat("/etc/passwd").st_size, "sha256": ""}}
    ),
}


def change(folder, part, **values):
    config = json.loads((folder / CONFIG).read_text())
    reseal(folder, **{part: config[part] | values})


def reseal_sparse(folder, role, size):
    config = json.loads((folder / CONFIG).read_text())
    config.pop("sha256")
    config["files"][role]["bytes"] = size
    (folder / CONFIG).write_bytes(storing.seal(config))


def cost(folder):
    """Open a run in a process of its own: seconds, and megabytes that this one had not had before; None: no error."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
            began = time.process_time()  # not of the clock, which runs on while others compute
            said = ""
            try:
                runs.load(folder).check()
            except UserError as error:
                said = str(error)
            seconds = time.process_time() - began
            megabytes = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
            os.write(writing, json.dumps([seconds, megabytes, said]).encode()[:4000])
        finally:
            os._exit(0)
    os.close(writing)
    with open(reading, "rb") as told:
        content = told.read()
    os.waitpid(child, 0)
    assert content, "the process died"
    return json.loads(content)


@pytest.mark.filterwarnings("ignore:.*multi-threaded.*:DeprecationWarning")
def test_what_does_not_fit_is_refused_before_it_costs_anything(run, good):
    worst = [0.0, 0.0]
    hostile = 0
    for role in ("weights", "state", "codes", "metrics"):
        for name, spoil in COSTLY.items():
            path = run / runs.FILES[role]
            spoil(path)
            for sealed in (False, True):
                if sealed:
                    if not path.is_file() or path.stat().st_size > GIGABYTE // 2:
                        size = 0 if not path.is_file() else path.stat().st_size
                        reseal_sparse(run, role, size)
                    else:
                        reseal(run)
                seconds, megabytes, said = cost(run)
                assert said, (role, name)
                assert path.name in said
                assert seconds < MOST_SECONDS, (role, name)
                assert megabytes < MOST_MEGABYTES, (role, name)
                worst = [max(a, b) for a, b in zip(worst, (seconds, megabytes), strict=True)]
                hostile += 1
            shutil.rmtree(run)
            shutil.copytree(good, run)
    for name, spoil in COSTLY_CONFIGS.items():
        spoil(run)
        seconds, megabytes, said = cost(run)
        assert said, name
        assert len(said) < 2000
        assert seconds < MOST_SECONDS, name
        assert megabytes < MOST_MEGABYTES, name
        worst = [max(a, b) for a, b in zip(worst, (seconds, megabytes), strict=True)]
        hostile += 1
        shutil.rmtree(run)
        shutil.copytree(good, run)
    print(f"\n{hostile} hostile runs refused, each within {1000 * worst[0]:.0f} ms and {worst[1]:.0f} MB")


def mutate(value, chance, depth=0):
    """Another value in the place of one somewhere in a JSON tree."""
    if isinstance(value, dict) and value and chance.random() < 0.9:
        name = chance.choice(list(value))
        what = chance.random()
        if what < 0.1:
            return {key: v for key, v in value.items() if key != name}
        if what < 0.15:
            return value | {chance.choice(("colour", name * 2, "")): mutate(value[name], chance, depth + 1)}
        return value | {name: mutate(value[name], chance, depth + 1)}
    if isinstance(value, list) and value and chance.random() < 0.8:
        place = chance.randrange(len(value))
        what = chance.random()
        if what < 0.2:
            return value[:place] + value[place + 1 :]
        if what < 0.4:
            return value * chance.choice((2, 3, 50))
        return [*value[:place], mutate(value[place], chance, depth + 1), *value[place + 1 :]]
    if isinstance(value, int) and not isinstance(value, bool) and chance.random() < 0.6:
        return chance.choice((value + 1, value - 1, -value, value * 1000, 1 << 31, 1 << 63, 1 << 70, 0, float(value)))
    if isinstance(value, str) and chance.random() < 0.5:
        place = chance.randrange(len(value) + 1)
        return value[:place] + chance.choice(("x", "\0", "\ud800", "/", "..", "é", "")) + value[place + 1 :]
    junk = (
        None,
        True,
        False,
        0,
        -1,
        1.5,
        1e308,
        float("nan"),
        float("inf"),
        "",
        "x",
        "conv",
        "em",
        [],
        [0],
        {},
        [[[]]],
    )
    return chance.choice(junk)


@pytest.mark.timeout(2400)
def test_a_header_or_config_that_was_changed_is_refused_or_harmless(run, amount):
    """Sealed anew, as a stranger would: there is one kind of error, and nothing else happens."""
    chance = random.Random(6)
    config = json.loads((run / CONFIG).read_text())
    config.pop("sha256")
    files = {role: (run / name).read_bytes() for role, name in runs.FILES.items()}
    count = amount(50_000, 500)
    refused = 0
    for number in range(count):
        role = None
        changed = config
        if number % 2:
            for _ in range(chance.choice((1, 1, 2, 5))):
                changed = mutate(changed, chance)
            changed = changed if isinstance(changed, dict) else config
        else:
            role = chance.choice(("weights", "codes", "state"))
            content = files[role]
            length = int.from_bytes(content[:8], "little")
            entries = json.loads(content[8 : 8 + length])
            if chance.random() < 0.7:
                text = json.dumps(mutate(entries, chance)).encode()
            else:
                text = bytearray(content[8 : 8 + length])
                text[chance.randrange(length)] = chance.randrange(256)
                text = bytes(text)
            bad = header(text, body=content[8 + length :])
            (run / runs.FILES[role]).write_bytes(bad)
            entry = {"name": runs.FILES[role], "bytes": len(bad), "sha256": storing.digest(bad)}
            changed = config | {"files": config["files"] | {role: entry}}
        try:
            sealed = storing.seal(changed)
        except UnicodeEncodeError:
            sealed = json.dumps(changed).encode()
        (run / CONFIG).write_bytes(sealed)
        with contextlib.suppress(UserError):
            refused += 1
            runs.load(run).check()
            refused -= 1
        preview([run])
        if role is not None:
            (run / runs.FILES[role]).write_bytes(files[role])
    assert refused > count / 2
    print(f"\n{count} changed headers and configs: {refused} refused in a sentence, the others harmless")


def test_a_table_comes_back_as_it_was(tmp_path):
    table = {
        "a": torch.randn(3, 4),
        "b": torch.arange(5),
        "c": torch.tensor([True, False]),
        "d": torch.zeros(0, 7, dtype=torch.float16),
        "e": torch.tensor(1.5, dtype=torch.float64),
    }
    path = tmp_path / "table.safetensors"
    path.write_bytes(tensors.pack(table))
    assert tensors.describe(path) == {name: tensors.spec_of(value) for name, value in table.items()}
    found = tensors.unpack(path.read_bytes())
    assert found.keys() == table.keys()
    assert all(torch.equal(found[name], value) for name, value in table.items())

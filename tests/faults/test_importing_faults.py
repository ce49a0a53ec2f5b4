"""Own images when something goes wrong: broken files among good ones, damaged datasets, full disks, two programs."""

import contextlib
import errno
import io
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import threading
import time
import zipfile
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from vaegui import importing, library, storing
from vaegui.importing import Recipe, Refusal
from vaegui.settings import UserError

RECIPE = Recipe(width=8, height=6, test_share=0.3)
chance = np.random.default_rng(0)


def run(events):
    refusals = []
    while True:
        try:
            event = next(events)
        except StopIteration as end:
            return end.value, refusals
        if isinstance(event, Refusal):
            refusals.append(event)


def png(value):
    file = io.BytesIO()
    Image.fromarray(np.full((6, 8), value, np.uint8)).save(file, "PNG")
    return file.getvalue()


def write(folder, images):
    for name, content in images.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return folder


def keep(path, name="mine", recipe=RECIPE):
    finding, _ = run(importing.look(path))
    dataset, refusals = run(importing.read(finding, recipe, name))
    importing.store(dataset, finding, recipe, refusals)
    return dataset


def values(part):
    """The one value of each image; that of the label's class is its tens."""
    assert (part.pixels == part.pixels[:, :, :1, :1]).all()
    return part.pixels[:, 0, 0, 0].tolist()


@pytest.fixture
def source(tmp_path):
    return write(tmp_path / "source", {f"{label}/{i}.png": png(100 * label + i) for label in (0, 1) for i in range(20)})


@pytest.fixture
def own(home):
    return home / "data" / "own"


BROKEN = {
    "cut.png": png(7)[:-20],
    "empty.png": b"",
    "text.png": b"hello",
    "flipped.png": png(7)[:45] + b"\xff" + png(7)[46:],
    "page.jpg": b"<!DOCTYPE html>",
    "header.jpg": b"\xff\xd8\xff\xe0",
}


# Strangers


@pytest.mark.parametrize("packed", [False, True])
def test_broken_images_are_named_and_the_others_are_read(tmp_path, source, packed):
    write(source, {f"{i % 2}/{name}": content for i, (name, content) in enumerate(BROKEN.items())})
    path = source
    if packed:
        path = tmp_path / "images.zip"
        with zipfile.ZipFile(path, "w") as archive:
            for file in sorted(source.rglob("*.*")):
                archive.write(file, file.relative_to(source))
    finding, _ = run(importing.look(path))
    dataset, refusals = run(importing.read(finding, RECIPE, "mine"))
    assert sorted(Path(refusal.name).name for refusal in refusals) == sorted(BROKEN)
    assert all(Path(refusal.name).name in refusal.sentence for refusal in refusals)
    for part in (dataset.train, dataset.test):
        assert [value // 100 for value in values(part)] == part.labels.tolist()
    assert sorted(values(dataset.train) + values(dataset.test)) == sorted(
        100 * k + i for k in (0, 1) for i in range(20)
    )
    assert len(dataset.test) >= 12


@pytest.mark.parametrize("bad", range(1, 10))
def test_any_images_may_be_broken_and_both_parts_have_some(tmp_path, bad):
    draw = random.Random(bad)
    for turn in range(20):
        folder = tmp_path / str(turn)
        broken = draw.sample(range(10), bad)
        write(folder, {f"{i}.png": b"no" if i in broken else png(i) for i in range(10)})
        if bad == 9:
            with pytest.raises(UserError, match="too few images that can be read"):
                run(importing.read(run(importing.look(folder))[0], RECIPE, "mine"))
            continue
        dataset, refusals = run(importing.read(run(importing.look(folder))[0], RECIPE, "mine"))
        assert len(refusals) == bad
        assert len(dataset.train)
        assert len(dataset.test)
        assert sorted(values(dataset.train) + values(dataset.test)) == sorted(set(range(10)) - set(broken))


def test_many_broken_images_are_closed_up_over(tmp_path):
    count = 3000
    good = {i for i in range(count) if chance.random() < 0.5}
    write(tmp_path / "x", {f"{i % 2}/{i:04}.png": png(i % 251) if i in good else b"no" for i in range(count)})
    finding, _ = run(importing.look(tmp_path / "x"))
    dataset, refusals = run(importing.read(finding, RECIPE, "mine"))
    assert len(refusals) == count - len(good)
    for label in (0, 1):
        found = [
            value
            for part in (dataset.train, dataset.test)
            for value, given in zip(values(part), part.labels.tolist(), strict=True)
            if given == label
        ]
        assert sorted(found) == sorted(i % 251 for i in good if i % 2 == label)


def test_a_folder_of_nothing_but_broken_images_is_refused_with_the_first_few(tmp_path):
    write(tmp_path / "x", BROKEN)
    with pytest.raises(UserError, match=r"None of the images.*\.(png|jpg)"):
        run(importing.look(tmp_path / "x"))


@pytest.mark.parametrize("part", ["train", "test"])
def test_a_part_of_nothing_but_broken_images_is_refused(tmp_path, part):
    images = {f"{p}/{i}.png": b"no" if p == part else png(i) for p in ("train", "test") for i in range(5)}
    finding, _ = run(importing.look(write(tmp_path / "x", images)))
    with pytest.raises(UserError, match=f"too few images for {part}ing"):
        run(importing.read(finding, RECIPE, "mine"))


def test_what_is_nowhere_or_nothing_is_refused(tmp_path):
    (tmp_path / "empty").mkdir()
    write(tmp_path, {"note.txt": b"hello", "cut.npz": b"PK\3\4", "x.zip": b"PK\5\6" + bytes(18), "gz": b"\x1f\x8b"})
    os.mkfifo(tmp_path / "pipe")
    for name in ("nowhere", "empty", "note.txt", "cut.npz", "x.zip", "gz", "pipe", "a\0b", "a\udcffb", "x" * 300):
        with pytest.raises(UserError) as caught:
            run(importing.look(tmp_path / name))
        assert str(caught.value).isprintable()
    with pytest.raises(UserError):
        run(importing.look(Path("~nobody-of-this-name/x")))


def test_names_that_are_no_text_are_read_kept_and_compared(tmp_path, source):
    name = os.fsencode(str(source / "0")) + b"/\xff\xfe.png"
    Path(os.fsdecode(name)).write_bytes(png(50))
    Path(os.fsdecode(name + b".png")).write_bytes(b"no")
    dataset = keep(source)
    assert len(dataset.train) + len(dataset.test) == 41
    assert importing.origin("mine").refusals[0].name.isprintable()
    assert importing.changes("mine") == ""
    os.unlink(name)
    assert importing.changes("mine").endswith("1 image is gone.")


def test_a_source_that_changes_while_it_is_read_is_no_crash(tmp_path, source):
    finding, _ = run(importing.look(source))
    shutil.rmtree(source / "0")
    dataset, refusals = run(importing.read(finding, RECIPE, "mine"))
    assert len(refusals) == 20
    assert "No such file" in refusals[0].sentence
    assert len(dataset.train) + len(dataset.test) == 20
    np.save(tmp_path / "x.npy", np.zeros((50, 6, 8), np.uint8))
    finding, _ = run(importing.look(tmp_path / "x.npy"))
    np.save(tmp_path / "x.npy", np.zeros((5, 6, 8), np.uint8))
    with pytest.raises(UserError, match=r"x\.npy cannot be read \(it was cut short\)"):
        run(importing.read(finding, RECIPE, "mine"))
    path = tmp_path / "x.zip"
    for names in ("ab", "ac"):
        with zipfile.ZipFile(path, "w") as archive:
            for name in names:
                archive.writestr(f"{name}.png", png(9))
        if names == "ab":
            finding, _ = run(importing.look(path))
    with pytest.raises(UserError, match="has changed since"):
        run(importing.read(finding, RECIPE, "mine"))


# Damage


def damages(folder):
    """What may happen to the files of a dataset: (file, content or None)."""
    for name in (library.RECORD, library.IMAGES):
        good = (folder / name).read_bytes()
        yield name, None
        yield name, b""
        for place in {*range(30), *chance.integers(0, len(good), 60).tolist(), len(good) - 1}:
            yield name, good[:place]
            yield name, good[:place] + bytes((good[place] ^ (1 << int(chance.integers(8))),)) + good[place + 1 :]
        yield name, good + b"\0"


def test_a_damaged_dataset_says_so_and_never_comes_back_other_than_it_was(source, own):
    dataset = keep(source)
    folder, tried = own / "mine", 0
    for name, content in damages(folder):
        good = (folder / name).read_bytes()
        (folder / name).unlink()
        if content is not None:
            (folder / name).write_bytes(content)
        with pytest.raises(UserError, match="mine"):
            importing.load("mine")
        if name == library.RECORD:
            for ask in (importing.origin, importing.changes):
                with pytest.raises(UserError, match="mine"):
                    ask("mine")
        (folder / name).write_bytes(good)
        tried += 1
    assert torch.equal(importing.load("mine").train.pixels, dataset.train.pixels)
    for content in (b"", b"[]", b"[[1]]", b"{", b"[" * 100_000):
        (folder / library.LISTING).write_bytes(content)
        with pytest.raises(UserError, match=r"listing\.json was changed"):
            importing.changes("mine")
    print(f"\n{tried} kinds of damage were noticed")


EDITS = {
    "format": [2, None, "1"],
    "path": [None, 3],
    "kind": ["cloud", None],
    "recipe": [{}, {"width": 10**9}, None, {"width": 8, "height": 6, "colour": "colour"}],
    "classes": [["a"], None, "ab", [1, 2], ["x"] * 2000],
    "train": [0, -1, 10**12, 5, None, True, 1.5],
    "test": [0, 2**40],
    "refusals": [["a"], [["a"]], [[1, 2]], None],
    "images": ["", "0" * 64, None],
    "listing": [None, 7],
    "more": [1],
}


@pytest.mark.parametrize("key", EDITS)
def test_a_record_that_was_edited_and_sealed_again_is_refused(source, own, key):
    keep(source)
    path = own / "mine" / library.RECORD
    good, _ = storing.unseal(path.read_bytes())
    for value in EDITS[key]:
        path.write_bytes(storing.seal(good | {key: value}))
        with pytest.raises(UserError, match="mine"):
            importing.load("mine")
    path.write_bytes(json.dumps(good).encode())
    with pytest.raises(UserError, match="damaged"):
        importing.load("mine")


def test_labels_beyond_the_classes_are_refused_even_when_every_sum_is_right(source, own):
    dataset = keep(source)
    finding, _ = run(importing.look(source))
    dataset.train.labels[3] = 2
    importing.store(dataset, finding, RECIPE, ())
    with pytest.raises(UserError, match="labels are none of its classes"):
        importing.load("mine")


def test_what_is_no_dataset_is_not_listed(own, source):
    keep(source)
    (own / "empty").mkdir()
    (own / "file").write_bytes(b"")
    (own / ".import-x").mkdir()
    assert importing.known() == ["mine"]
    with pytest.raises(UserError, match="damaged"):
        importing.load("empty")


# Disks and programs


class Disk:
    """A disk that refuses from the n-th call on."""

    def __init__(self, monkeypatch, calls, error=errno.ENOSPC):
        self.left, self.refused = None, 0
        for name in calls:
            real = getattr(os, name)
            monkeypatch.setattr(os, name, lambda *a, real=real, **k: self.ask(real, a, k))
        self.error = error

    def ask(self, real, arguments, options):
        if self.left is not None:
            self.left -= 1
            if self.left < 0:
                self.refused += 1
                raise OSError(self.error, os.strerror(self.error))
        return real(*arguments, **options)


def test_a_disk_that_refuses_leaves_what_was_there(source, own, monkeypatch):
    before = keep(source)
    finding, _ = run(importing.look(source))
    recipe = Recipe(width=4, height=4)
    dataset, _ = run(importing.read(finding, recipe, "mine"))
    disk = Disk(monkeypatch, ("mkdir", "write", "fsync", "rename"))
    for allowed in range(100):
        disk.left, disk.refused = allowed, 0
        with contextlib.suppress(UserError):
            importing.store(dataset, finding, recipe, ())
        disk.left = None
        importing.sweep()
        found = importing.load("mine")
        assert found.train.shape in (before.train.shape, dataset.train.shape)
        assert [path.name for path in own.iterdir()] == ["mine"]
        if not disk.refused:
            break
        if found.train.shape == dataset.train.shape:
            keep(source)
    assert 5 < allowed < 99
    assert torch.equal(importing.load("mine").train.pixels, dataset.train.pixels)


PROGRAM = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from vaegui import importing
from vaegui.importing import Recipe
def run(events):
    while True:
        try: next(events)
        except StopIteration as end: return end.value
finding = run(importing.look(Path(sys.argv[1])))
recipe = Recipe(width=int(sys.argv[3]), height=6, test_share=0.3)
dataset = run(importing.read(finding, recipe, "mine"))
print("go", flush=True)
for _ in range(int(sys.argv[4])):
    importing.store(dataset, finding, recipe, ())
"""


def start(source, repository, width, times):
    command = [sys.executable, "-c", PROGRAM, str(source), str(repository), str(width), str(times)]
    program = subprocess.Popen(command, stdout=subprocess.PIPE, env=os.environ)
    assert program.stdout.readline() == b"go\n"
    return program


def test_two_programs_that_keep_the_same_name_do_not_mix(source, own, repository):
    programs = [start(source, repository, width, 40) for width in (8, 9)]
    seen = set()
    while any(program.poll() is None for program in programs):
        with contextlib.suppress(UserError):  # for a moment between two renames there is none, or it is replaced twice
            seen.add(importing.load("mine").train.shape[2])
    assert [program.wait() for program in programs] == [0, 0]
    for program in programs:
        program.stdout.close()
    assert seen <= {8, 9}
    assert importing.load("mine").train.shape[2] in (8, 9)
    assert [path.name for path in own.iterdir()] == ["mine"]


@pytest.mark.timeout(1200)
def test_a_program_that_is_killed_leaves_a_whole_dataset(source, own, repository, amount):
    keep(source)
    draw = random.Random(0)
    for _ in range(amount(100, 4)):
        program = start(source, repository, 9, 10_000)
        time.sleep(draw.uniform(0, 0.3))
        program.send_signal(signal.SIGKILL)
        program.wait()
        program.stdout.close()
        importing.sweep()
        assert importing.load("mine").train.shape[2] in (8, 9)
        assert [path.name for path in own.iterdir()] == ["mine"]


def test_a_dataset_that_was_being_replaced_is_put_back(source, own):
    keep(source)
    scratch = own / f"{library.SCRATCH}abc"
    (scratch / "old0").mkdir(parents=True)
    (own / "mine").rename(scratch / "old0" / "mine")
    assert importing.known() == []
    importing.sweep()
    assert importing.known() == ["mine"]
    assert not scratch.exists()
    importing.load("mine")


def test_reading_takes_little_more_memory_than_the_result(tmp_path):
    """Photographs of 12 megapixels: one of them at a time."""
    import tracemalloc

    big = np.zeros((3000, 4000, 3), np.uint8)
    for i in range(4):
        big[i * 10 :, :, i % 3] = 60 * i
        Image.fromarray(big).save(tmp_path / f"{i}.jpg")
    finding, _ = run(importing.look(tmp_path))
    tracemalloc.start()
    run(importing.read(finding, Recipe(width=64, height=48, colour="colour"), "mine"))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 4 * big.nbytes


def test_readings_in_threads_do_not_disturb_each_other(source):
    found = []

    def work():
        finding, _ = run(importing.look(source))
        found.append(run(importing.read(finding, RECIPE, "mine"))[0])

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 4
    assert all(torch.equal(dataset.train.pixels, found[0].train.pixels) for dataset in found)

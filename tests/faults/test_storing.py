"""Nothing that was saved is lost: programs are killed, disks refuse, bits rot, the power fails."""

import contextlib
import errno
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from vaegui import recording, runs, storing
from vaegui.events import EpochEnd
from vaegui.families import TrainConfig
from vaegui.folders import CONFIG, PREVIOUS
from vaegui.models import ModelConfig
from vaegui.recording import CannotSave, Finished, Saved
from vaegui.settings import UserError

MODEL = ModelConfig(hidden=(16,))
CALLS = ("open", "write", "fsync", "replace")


def config(**changes):
    return TrainConfig(**{"epochs": 4, "device": "cpu"} | changes)


def train(few, folder, *, then=lambda event: None, options=None, **changes):
    """All events of a training that saves after each epoch."""
    events = []
    options = {"save_every": 0.0, **(options or {})}
    for event in recording.train_run(few, MODEL, config(**changes), folder, **options):
        events.append(event)
        then(event)
    return events


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.name != storing.LOCK}


def whole(folder):
    """The run, every file of which was read and checked."""
    run = runs.load(folder)
    run.check()
    assert len(run.metrics) == run.config.epochs_done
    return run


# Killed


@pytest.mark.timeout(1200)
def test_a_program_that_is_killed_loses_no_epoch_that_it_said_was_saved(tmp_path, amount):
    """SIGKILL at a random moment; every other run goes on with one that was killed before."""
    chance = random.Random(1)
    script = Path(__file__).parent / "saving.py"
    kills = amount(200, 6)
    opened = after = 0
    for number in range(kills):
        folder = tmp_path / f"run-{number // 2}"
        before = runs.load(folder).config.epochs_done if folder.exists() else 0
        with subprocess.Popen([sys.executable, script, folder], stdout=subprocess.PIPE, text=True) as process:
            first = process.stdout.readline()
            time.sleep(chance.random() * 0.15)
            process.send_signal(signal.SIGKILL)
            rest = process.stdout.read().splitlines()
        assert float(first) == before + 1
        told = float(rest[-1]) if rest else float(first)
        run = whole(folder)
        opened += 1
        assert told <= run.config.epochs_done <= told + 1
        after += run.config.epochs_done > told
        assert run.state().step == run.config.epochs_done
        assert runs.previous(folder) is not None or run.config.save <= 2
        if number % 2:
            assert runs.sweep(tmp_path)
            assert set(contents(folder)) == names_of(folder)
    assert opened == kills
    print(f"\n{opened} of {kills} killed runs opened, none had lost an epoch; {after} had one more than was said")


def names_of(folder):
    """What is in a run of which nothing is left over."""
    names = {CONFIG}
    for found in (runs.load(folder), runs.previous(folder)):
        if found is not None:
            names |= {file.name for file in found.config.files.values()}
            names |= {PREVIOUS} if found.is_previous else set()
    return names


def test_what_a_program_that_was_killed_left_is_swept_and_nothing_else(few, tmp_path):
    train(few, tmp_path / "runs" / "mine", options={"should_stop": lambda: False})
    mine, new, other, foreign = (tmp_path / "runs" / name for name in ("mine", "new", "other", "foreign"))
    before = contents(mine)
    for name in ("weights-99.safetensors", "metrics-99.csv", ".config.json-abcd1234.tmp"):
        (mine / name).write_bytes(b"half")
    (mine / "notes.txt").write_text("mine")
    for folder in (new, foreign):
        folder.mkdir()
        (folder / storing.LOCK).touch()
        (folder / "weights-1.safetensors").write_bytes(b"half")
    (foreign / "thesis.txt").write_text("mine")
    other.mkdir()
    (other / "weights-1.safetensors").write_bytes(b"of another program")
    assert runs.sweep(tmp_path / "runs") == []
    assert contents(mine) == before | {"notes.txt": b"mine"}
    assert not new.exists()
    assert set(contents(foreign)) == {"weights-1.safetensors", "thesis.txt"}
    assert set(contents(other)) == {"weights-1.safetensors"}


def test_a_run_that_is_being_trained_is_not_swept(few, tmp_path):
    events = recording.train_run(few, MODEL, config(), tmp_path / "run", save_every=0.0)
    next(event for event in events if isinstance(event, Saved))
    stray = tmp_path / "run" / "weights-99.safetensors"
    stray.write_bytes(b"half")
    code = f"from pathlib import Path; from vaegui import runs; print(runs.sweep(Path({str(tmp_path)!r})))"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert said == "[]\n"
    assert stray.exists()
    events.close()
    assert [run.name for run in runs.sweep(tmp_path)] == ["run"]
    assert not stray.exists()


# System calls that fail


@pytest.fixture(scope="module")
def origin(few, tmp_path_factory):
    """A run of two epochs, to be continued."""
    return train(few, tmp_path_factory.mktemp("runs") / "origin", epochs=2)[-1].run


class Refusal:
    """Have the n-th call of a kind fail, once or from then on; counts them otherwise."""

    def __init__(self, monkeypatch, folder, kind, number=None, error=errno.EIO, for_good=False):
        self.count = 0
        self.failed = 0
        self.folder = str(folder)
        self.real = getattr(os, kind)
        self.ours = set()
        self.kind, self.number, self.error, self.for_good = kind, number, error, for_good
        monkeypatch.setattr(os, kind, self)

    def __call__(self, first, *rest, **options):
        elsewhere = self.kind in ("open", "replace") and not str(first).startswith(self.folder)
        if elsewhere or str(first).endswith(storing.LOCK):
            return self.real(first, *rest, **options)
        self.count += 1
        if self.number is not None and (self.count == self.number or (self.for_good and self.count > self.number)):
            self.failed += 1
            if self.kind == "write" and len(rest[0]) > 1:  # a disk that is full takes what it can
                self.real(first, rest[0][: len(rest[0]) // 2])
            raise OSError(self.error, os.strerror(self.error))
        return self.real(first, *rest, **options)


@pytest.mark.parametrize("for_good", [False, True], ids=["once", "for good"])
@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EIO, errno.EACCES], ids=lambda error: errno.errorcode[error])
@pytest.mark.parametrize("call", CALLS)
def test_a_save_of_which_a_call_fails_leaves_the_old_run_or_the_new(
    few, origin, tmp_path, monkeypatch, amount, call, error, for_good
):
    old = contents(origin.folder)
    with monkeypatch.context() as patch:
        patch.setattr(recording, "RETRY_EVERY", 0.0)
        folder = shutil.copytree(origin.folder, tmp_path / "count")
        counter = Refusal(patch, folder, call)
        goes_on(few, folder)
    assert counter.count >= 5
    numbers = range(1, counter.count + 1)
    for number in amount(numbers, random.Random(f"{call} {error} {for_good}").sample(numbers, 3)):
        folder = shutil.copytree(origin.folder, tmp_path / f"{number}")
        with monkeypatch.context() as patch:
            patch.setattr(recording, "RETRY_EVERY", 0.0)
            refusal = Refusal(patch, folder, call, number, error, for_good)
            waits, events = goes_on(few, folder)
        assert refusal.failed >= 1
        run = whole(folder)
        saved = [event.epoch for event in events if isinstance(event, Saved)]
        if not for_good:  # it waited, and went on
            assert run.config.epochs_done == 4
            assert waits <= 1  # what cannot be removed, or read back, is none
            assert isinstance(events[-1], Finished)
        else:
            assert max([2, *saved]) <= run.config.epochs_done <= max([2, *saved]) + 1
            if run.config.epochs_done == 2:
                assert {name: content for name, content in contents(folder).items() if name in old} == old
        assert run.state().step == run.config.epochs_done
        runs.tidy(folder)
        assert set(contents(folder)) == names_of(folder)


def goes_on(few, folder):
    """Train an old run to its fourth epoch; gives up once the disk has refused a few times. How often it refused."""
    waits, events = 0, []

    def then(event):
        nonlocal waits
        events.append(event)
        waits += isinstance(event, CannotSave)

    options = {"origin": runs.load(folder), "should_stop": lambda: waits > 3, "should_skip": lambda: True}
    with contextlib.suppress(UserError):
        train(few, folder, then=then, options=options)
    return waits, events


def test_a_full_disk_holds_training_until_there_is_room(few, tmp_path, monkeypatch):
    """A real one, of two megabytes."""
    disk = tmp_path / "disk"
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", disk], capture_output=True).returncode:
        pytest.skip("no small disk can be mounted here: that takes a privilege")
    monkeypatch.setattr(recording, "RETRY_EVERY", 0.01)
    full, said, room = {}, [], []

    def then(event):
        if isinstance(event, EpochEnd) and event.epoch == 2:
            full.update(contents(disk / "run"))
            with (disk / "ballast").open("wb", buffering=0) as file, contextlib.suppress(OSError):
                while True:
                    file.write(bytes(4096))
        if isinstance(event, CannotSave):
            said.append(event.sentence)
            assert contents(disk / "run") == full
            assert whole(disk / "run").config.epochs_done == 1
            if len(said) == 20:
                (disk / "ballast").unlink()
                room.append(True)

    try:
        finished = train(few, disk / "run", then=then)[-1]
        assert len(said) == 20
        assert "the disk is full" in said[0]
        assert "goes on by itself" in said[0]
        assert whole(disk / "run").config.epochs_done == 4
        never_full = train(few, tmp_path / "never full")[-1].run
        assert never_full.stored("weights") == finished.run.stored("weights")
    finally:
        subprocess.run(["umount", disk], check=True)


def test_training_can_be_stopped_while_the_disk_is_full(few, tmp_path, monkeypatch):
    monkeypatch.setattr(recording, "RETRY_EVERY", 0.0)
    said = []

    def then(event):
        if isinstance(event, Saved) and event.epoch == 2:
            Refusal(monkeypatch, tmp_path, "fsync", 1, errno.ENOSPC, for_good=True)
        if isinstance(event, CannotSave):
            said.append(event)

    with pytest.raises(UserError, match=r"disk is full.*was saved before is still there"):
        train(few, tmp_path / "run", then=then, options={"should_stop": lambda: len(said) > 3})
    assert whole(tmp_path / "run").config.epochs_done == 2


# The power fails


class Disk:
    """What reaches a disk, and in which order, as far as a program can know.

    Of what was written to a file, what was there at its last fsync is certain; of the entries of a folder (files that
    are new, renamed, removed), those that were there at the folder's last fsync. All that came later may have arrived
    or not.
    """

    def __init__(self, monkeypatch, folder):
        self.folder = folder
        self.names = {}  # of open files
        self.trace = []  # (what, name, …)
        for kind in ("open", "write", "fsync", "replace", "unlink"):
            monkeypatch.setattr(os, kind, self._watch(kind, getattr(os, kind)))

    def _watch(self, kind, real):
        def call(first, *rest, **options):
            result = real(first, *rest, **options)
            if kind == "open" and str(first).startswith(str(self.folder)):
                self.names[result] = Path(first)
                if Path(first) != self.folder and rest and rest[0] & os.O_CREAT:
                    self.trace.append(("create", Path(first).name))
            elif kind == "fsync" and first in self.names:
                path = self.names[first]
                self.trace.append(("sync folder",) if path == self.folder else ("sync", path.name, path.read_bytes()))
            elif kind == "replace" and str(first).startswith(str(self.folder)):
                self.trace.append(("rename", Path(first).name, Path(rest[0]).name))
            elif kind == "unlink" and str(first).startswith(str(self.folder)):
                self.trace.append(("remove", Path(first).name))
            return result

        return call


def states_after(old, trace, chance, draws):
    """Folders that may be found after the power failed at any moment: what each of their files holds."""
    for moment in range(len(trace) + 1):
        done = trace[:moment]
        certain = max((n + 1 for n, step in enumerate(done) if step[0] == "sync folder"), default=0)
        for _ in range(draws):
            # A file is known by the name that it was created under, since names change and contents stay.
            files = {("old", name): content for name, content in old.items()}
            entries = {name: ("old", name) for name in old}
            for n, step in enumerate(done):
                arrived = n < certain or chance.random() < 0.5
                if step[0] == "sync":
                    files["new", step[1]] = step[2]
                elif step[0] == "create" and arrived:
                    entries[step[1]] = ("new", step[1])
                elif step[0] == "rename" and arrived:
                    entries.pop(step[1], None)
                    entries[step[2]] = ("new", step[1])
                elif step[0] == "remove" and arrived:
                    entries.pop(step[1], None)
            yield {name: files.get(file, b"") for name, file in entries.items()}


def test_whenever_the_power_fails_the_old_run_is_there_or_the_new(few, tmp_path, monkeypatch, amount):
    folder = tmp_path / "run"
    origin = train(few, folder, epochs=2)[-1].run
    old = contents(folder)
    epochs = []
    with monkeypatch.context() as patch:
        disk = Disk(patch, folder.resolve())
        goes_on(few, folder)
    chance = random.Random(0)
    place = tmp_path / "after"
    tried = 0
    for found in states_after(old, disk.trace, chance, amount(20, 1)):
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir()
        for name, content in found.items():
            (place / name).write_bytes(content)
        run = whole(place)
        epochs.append(run.config.epochs_done)
        tried += 1
    assert set(epochs) == {2, 3, 4}
    assert origin.config.epochs_done == 2
    print(f"\n{tried} folders as a power failure may leave them, at {len(disk.trace)} moments of 4 saves: all open")


def test_the_order_in_which_a_save_reaches_the_disk(few, tmp_path, monkeypatch):
    """Files, then the folder; the rename that makes them count, then the folder again; then the rest is removed."""
    folder = tmp_path / "run"
    train(few, folder, epochs=2)
    with monkeypatch.context() as patch:
        disk = Disk(patch, folder.resolve())
        goes_on(few, folder)
    trace = [step for step in disk.trace if ".lock" not in step]
    counts = [n for n, step in enumerate(trace) if step[0] == "rename" and step[2] == CONFIG]
    assert len(counts) == 3
    begin = 0
    for rename in counts:
        save = trace[begin:rename]
        created = {step[1] for step in save if step[0] == "create"}
        assert created == {step[1] for step in save if step[0] == "sync"}
        data = [n for n, step in enumerate(save) if step[0] == "create" and not step[1].startswith(".config")]
        folder_synced = [n for n, step in enumerate(save) if step == ("sync folder",)]
        assert folder_synced
        assert max(data) < folder_synced[-1]
        assert trace[rename + 1] == ("sync folder",)
        removed = [n for n, step in enumerate(trace) if step[0] == "remove" and begin <= n < rename]
        assert all(n < min(data) + begin for n in removed)  # left from before, and no longer counted
        begin = rename + 2


# Bits rot


@pytest.mark.timeout(1200)
def test_what_rots_is_noticed_and_the_save_before_is_there(few, tmp_path, amount):
    train(few, tmp_path / "run", epochs=5)
    run = whole(tmp_path / "run")
    good = contents(run.folder)
    before = runs.previous(run.folder)
    assert before.config.epochs_done == 5
    current = [CONFIG, *(file.name for file in run.config.files.values())]
    assert len(current) == 5
    chance = random.Random(2)
    damage = amount(10_000, 400)
    sizes = [len(good[name]) for name in current]
    tried = dict.fromkeys(current, 0)
    for number in range(damage):
        name = current[number % 5] if number % 2 else chance.choices(current, sizes)[0]
        bad = bytearray(good[name])
        if number % 4 == 3:
            del bad[chance.randrange(len(bad)) :]
        else:
            bad[chance.randrange(len(bad))] ^= 1 << chance.randrange(8)
        (run.folder / name).write_bytes(bad)
        with pytest.raises(runs.DamageError, match=name.replace(".", r"\.")):
            whole(run.folder)
        if number % 50 == 0:
            found = runs.previous(run.folder)
            assert found is not None
            assert found.model.state_dict().keys() == run.model.state_dict().keys()
            assert found.state().step == 5
        (run.folder / name).write_bytes(good[name])
        tried[name] += 1
    whole(run.folder)
    assert min(tried.values()) > damage / 20
    print(f"\n{damage} flips and truncations noticed: {tried}")


def test_a_damaged_run_is_put_back_to_the_save_before(few, tmp_path):
    train(few, tmp_path / "run", epochs=3)
    run = whole(tmp_path / "run")
    (run.folder / run.config.files["weights"].name).write_bytes(b"rotten")
    with pytest.raises(runs.DamageError) as error:
        whole(run.folder)
    assert error.value.folder == run.folder
    before = runs.previous(run.folder)
    restored = runs.restore(before)
    restored.check()
    assert restored.config == before.config
    # And training goes on from there.
    origin = whole(run.folder)
    more = recording.continuation(origin, 5)
    *_, finished = recording.train_run(few, MODEL, more, run.folder, origin=origin)
    straight = train(few, tmp_path / "straight", epochs=5)[-1].run
    assert finished.run.stored("weights") == straight.stored("weights")


def test_a_run_that_is_whole_is_not_put_back(few, tmp_path):
    train(few, tmp_path / "run", epochs=3)
    before = contents(tmp_path / "run")
    with pytest.raises(UserError, match="is whole"):
        runs.restore(runs.previous(tmp_path / "run"))
    assert contents(tmp_path / "run") == before


def test_a_run_whose_config_was_taken_away_has_the_save_before_and_loses_nothing_more(few, tmp_path):
    train(few, tmp_path / "runs" / "run", epochs=3)
    folder = tmp_path / "runs" / "run"
    (folder / CONFIG).unlink()
    before = contents(folder)
    assert runs.sweep(tmp_path / "runs") == []
    assert contents(folder) == before
    (found,), (problem,) = runs.scan(tmp_path / "runs")
    assert found.is_previous
    assert "config.json" in problem
    with pytest.raises(runs.DamageError):
        runs.load(folder)
    assert runs.restore(found).config == found.config
    for name in (CONFIG, PREVIOUS):
        (folder / name).unlink()
    before = contents(folder)
    runs.sweep(tmp_path / "runs")
    assert contents(folder) == before


def test_settling_a_run_that_was_trained_meanwhile_changes_nothing_of_it(few, tmp_path):
    events = recording.train_run(few, MODEL, config(), tmp_path / "run", save_every=0.0)
    next(event for event in events if isinstance(event, Saved))
    events.close()
    (old,) = runs.sweep(tmp_path)
    train(few, tmp_path / "run", options={"origin": old})
    finished = whole(tmp_path / "run")
    runs.settle(old)
    assert whole(tmp_path / "run").config == finished.config


def test_a_folder_that_cannot_be_held_is_not_left_behind(few, tmp_path, monkeypatch):
    def refuse(_folder):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr(storing, "hold", refuse)
        with pytest.raises(UserError, match="the disk is full"):
            train(few, tmp_path / "run")
    assert not (tmp_path / "run").exists()
    train(few, tmp_path / "run")


def test_a_run_of_which_both_saves_are_damaged_has_no_other(few, tmp_path):
    train(few, tmp_path / "run", epochs=3)
    for path in (tmp_path / "run").glob("weights*"):
        path.write_bytes(b"rotten")
    assert runs.previous(tmp_path / "run") is None


@pytest.mark.parametrize("changes", [{"format": 2}, {"format": 1}, {"format": 4}, {"save": 7}, {"dataset": "mnist"}])
def test_a_config_that_was_changed_by_hand_is_damaged(few, tmp_path, changes):
    train(few, tmp_path / "run", epochs=1)
    path = tmp_path / "run" / CONFIG
    values = json.loads(path.read_text()) | changes
    for unsealed in (False, True):
        if unsealed:
            values.pop("sha256")
        path.write_text(json.dumps(values, indent=2, ensure_ascii=False) + "\n")
        with pytest.raises(runs.DamageError):
            runs.load(tmp_path / "run")


def test_a_seal_is_the_sha_256_of_the_file_with_zeros_in_its_place(few, tmp_path):
    import hashlib

    train(few, tmp_path / "run", epochs=1)
    content = (tmp_path / "run" / CONFIG).read_bytes()
    values = json.loads(content)
    seal = values["sha256"]
    assert hashlib.sha256(content.replace(seal.encode(), b"0" * 64)).hexdigest() == seal
    for file in values["files"].values():
        assert hashlib.sha256((tmp_path / "run" / file["name"]).read_bytes()).hexdigest() == file["sha256"]


# Two programs


def test_a_run_is_trained_by_one_program_at_a_time(few, tmp_path):
    events = recording.train_run(few, MODEL, config(epochs=100), tmp_path / "run", save_every=0.0)
    next(event for event in events if isinstance(event, Saved))
    code = (
        "import sys; from pathlib import Path; from vaegui import runs\n"
        f"folder = Path({str(tmp_path / 'run')!r})\n"
        "run = runs.load(folder); run.check(); print(run.config.epochs_done)\n"
        "for act in (lambda: runs.rename(run, 'other'), lambda: runs.restore(runs.previous(folder) or run),\n"
        "            lambda: runs.held(folder).__enter__()):\n"
        "    try: act()\n"
        "    except runs.UserError as error: print(error)\n"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.splitlines()
    assert said[0] == "1.0"
    assert len(said) == 4
    assert all("another window" in line for line in said[1:])
    events.close()
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.splitlines()
    assert (tmp_path / "other").exists()


def test_a_folder_that_may_not_be_written_is_held_by_nobody(few, tmp_path, monkeypatch):
    train(few, tmp_path / "run", epochs=1)

    def refuse(*_, **__):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(storing.filelock, "FileLock", refuse)
    with pytest.raises(UserError, match="cannot be changed: Permission denied"), runs.held(tmp_path / "run"):
        pass

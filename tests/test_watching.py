"""A run that something else trains is seen save by save, each of them whole, and never read half."""

import dataclasses
import itertools
import os
import random
import shutil
import threading
import time
from contextlib import closing

import pytest
import torch
from watched import EPOCHS, LossyCopy, Program, trains, until

from vaegui import data, folders, machine, recording, requesting, runs, storing, watching
from vaegui.cli import main
from vaegui.events import Checkpoint, EpochEnd
from vaegui.families import TrainConfig
from vaegui.models import ModelConfig
from vaegui.quadrature import codes
from vaegui.recording import Asked, Finished, Saved
from vaegui.runs import DamageError
from vaegui.training import train
from vaegui.watching import Ended, Quiet, Replied, Seen, Waiting, Watch, Watcher

MODEL = ModelConfig(hidden=(8,))


@pytest.fixture
def few(digits):
    return data.Dataset(
        "digits", digits.classes, *(data.Images(s.pixels[:60], s.labels[:60]) for s in (digits.train, digits.test))
    )


def config(**changes):
    return TrainConfig(**{"epochs": 5, "batch_size": 20, "learning_rate": 0.01, "device": "cpu"} | changes)


def training(few, folder, **options):
    """A training that saves every epoch."""
    changes = {name: options.pop(name) for name in ("epochs", "batch_size") if name in options}
    return recording.train_run(few, MODEL, config(**changes), folder, **{"save_every": 0.0} | options)


def cut_off(few, folder, epochs=2):
    """A training that was killed after so many epochs."""
    events = training(few, folder, epochs=EPOCHS)
    next(event for event in events if isinstance(event, Saved) and event.epoch == epochs)
    events.close()
    return runs.load(folder)


def same(a, b):
    return a.keys() == b.keys() and all(torch.equal(a[name], b[name]) for name in a)


# ---- what a save holds while training goes on


def test_a_save_has_the_codes_of_some_images_under_the_newest_weights(few, tmp_path):
    run = cut_off(few, tmp_path / "run")
    state, watched = run.state(), run.watched
    assert (watched.epoch, watched.phase) == (2.0, "")
    assert torch.equal(watched.rows, recording.watched_rows(60))
    assert torch.equal(watched.labels, few.test.labels[watched.rows])
    newest = watching.Watcher(run.folder).look().newest
    assert same(newest.state_dict(), state.weights)
    x = (few.test.pixels > data.fixed_thresholds(few.test.pixels.shape)).float()[watched.rows]
    torch.testing.assert_close((watched.mean, watched.std), codes(newest, x))


def test_old_versions_refuse_such_a_save_and_read_the_run_once_it_is_finished(few, tmp_path):
    run = cut_off(few, tmp_path / "run")
    assert run.config.format == runs.FORMAT_IN_TRAINING > runs.FORMAT
    assert run.config.host == machine.identity()
    runs.settle(run)
    settled = runs.load(run.folder)
    assert (settled.config.format, settled.config.host) == (runs.FORMAT, "")
    assert "snapshot" not in settled.config.files
    assert b'"host"' not in (run.folder / folders.CONFIG).read_bytes()
    *_, finished = training(few, tmp_path / "finished")
    assert finished.run.config.format == runs.FORMAT
    assert (
        not list((tmp_path / "finished").glob("snapshot*")) or runs.previous(tmp_path / "finished").config.in_training
    )
    values, _ = storing.unseal((tmp_path / "finished" / folders.CONFIG).read_bytes())
    assert set(values) == {field.name for field in dataclasses.fields(runs.RunConfig)} - {"host"}


@pytest.mark.parametrize("phases", ["one", "many"])
def test_a_training_goes_on_from_a_checkpoint_within_an_epoch_as_if_it_had_not_stopped(digits, phases):
    images = data.Images(digits.train.pixels[:60], digits.train.labels[:60])
    model = ModelConfig(family="autoencoder", hidden=(8,)) if phases == "many" else MODEL
    how = config(epochs=2, **({"pretraining": "greedy", "layer_epochs": 2} if phases == "many" else {}))

    def states(**options):
        events = train(images, model, how, should_checkpoint=lambda: True, **options)
        return [event.state for event in events if isinstance(event, Checkpoint)]

    all_of_them = states(should_checkpoint_within=lambda: True)
    last = all_of_them[-1].to_tensors()
    within = [state for state in all_of_them if len(state.order)]
    assert len(within) == 2 * sum(not len(state.order) for state in all_of_them)  # of three batches, after two
    assert same(states()[-1].to_tensors(), last)  # being looked at changes nothing
    for state in within:
        assert same(states(resume=state)[-1].to_tensors(), last)


def test_a_long_epoch_is_saved_before_it_is_over(few, tmp_path):
    found = []
    for event in training(few, tmp_path / "run", epochs=2, save_within=1e-9):
        if isinstance(event, Saved):
            run = runs.load(tmp_path / "run")
            run.check()
            found.append((event.epoch, len(run.metrics), run.config.best_epoch))
            assert run.watched is None or run.watched.epoch == event.epoch == run.config.epochs_done
    first = found[0]
    assert 0 < first[0] < 1
    assert first[1:] == (0, 0.0)  # no epoch is over: it is what was learned so far
    assert sorted(epoch for epoch, *_ in found) == [epoch for epoch, *_ in found]
    assert {1.0, 2.0} < {epoch for epoch, *_ in found}


def test_a_run_that_was_killed_within_its_first_epoch_goes_on_from_there(few, tmp_path):
    *_, straight = training(few, tmp_path / "straight", epochs=2)
    events = training(few, tmp_path / "killed", epochs=2, save_within=1e-9)
    next(event for event in events if isinstance(event, Saved))
    events.close()
    killed = runs.load(tmp_path / "killed")
    assert 0 < killed.config.epochs_done < 1
    how = recording.continuation(killed)
    assert recording.goes_on_in_place(killed, how)
    *_, finished = recording.train_run(few, MODEL, how, killed.folder, origin=killed)
    assert same(finished.run.model.state_dict(), straight.run.model.state_dict())
    assert [row[4:] for row in finished.run.metrics] == [row[4:] for row in straight.run.metrics]


def test_a_run_that_fails_within_its_first_epoch_is_not_taken_for_one_that_goes_on(few, tmp_path, monkeypatch):
    events = training(few, tmp_path / "run", save_within=1e-9)
    next(event for event in events if isinstance(event, Saved))
    monkeypatch.setattr("vaegui.training._Session._take_step", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        list(events)
    run = runs.load(tmp_path / "run")
    assert not run.config.in_training
    assert run.state() is not None


# ---- what is seen


class Recorded:
    """All saves a training made: what is in each, by its number."""

    def __init__(self):
        self.saves = {}

    def add(self, folder):
        run = runs.load(folder)
        state, watched = run.state(), run.watched
        self.saves[run.config.save] = (run.config, list(run.metrics), watched, state.weights, run.model.state_dict())

    def check(self, seen):
        """That what was seen is one of them, in all its parts."""
        known, rows, watched, newest, best = self.saves[seen.run.config.save]
        assert seen.run.config == known
        assert seen.run.metrics == rows
        assert same(seen.run.model.state_dict(), best)
        if isinstance(seen, Seen):
            assert same(seen.newest.state_dict(), newest)
            assert (seen.watched is None) == (watched is None)
            assert all(torch.equal(a, b) for a, b in zip(seen.watched[2:], watched[2:], strict=True))


@pytest.mark.parametrize("seed", range(6))
def test_over_a_lossy_copy_only_whole_saves_are_seen_and_the_last_one_always(few, tmp_path, monkeypatch, amount, seed):
    """The copy goes on between any two files that the training writes, and it is looked at after each of its steps."""
    source, target = tmp_path / "run", tmp_path / "copy"
    recorded, copy, watcher = Recorded(), LossyCopy(source, target, seed), Watcher(target)
    numbers, waits, chance = [], [], random.Random(seed)

    def look():
        found = watcher.look()
        if isinstance(found, Waiting):
            waits.append(found.reason)
        elif found is not None:
            recorded.check(found)
            numbers.append(found.run.config.save)
        return found

    def spread(write):
        def written(path, content):
            write(path, content)
            for _ in range(chance.choice((0, 2, 20))):  # now the training is faster, now the copy
                copy.step()
                look()

        return written

    monkeypatch.setattr(storing, "write", spread(storing.write))
    source_replace = storing.replace

    def replaced(path, content):
        source_replace(path, content)
        if path.name == folders.CONFIG:
            recorded.add(source)
        spread(lambda *_: None)(path, content)

    monkeypatch.setattr(storing, "replace", replaced)
    for _ in training(few, source, epochs=amount(60, 12)):
        pass
    monkeypatch.undo()
    copy.finish()
    last = look()
    assert isinstance(last, Ended) or (last is None and not watcher.config.in_training)
    assert numbers == sorted(set(numbers))  # never backwards, none twice
    assert numbers[-1] == max(recorded.saves)
    assert len(numbers) > 3
    assert any("has not arrived whole" in reason for reason in waits)
    assert any("files have not" in reason for reason in waits)


def test_a_save_that_arrives_late_is_not_gone_back_to(few, tmp_path):
    run = cut_off(few, tmp_path / "run")
    older = shutil.copytree(tmp_path / "run", tmp_path / "older")
    how = recording.continuation(run)
    events = recording.train_run(few, MODEL, how, run.folder, origin=run, save_every=0.0)
    next(event for event in events if isinstance(event, Saved) and event.epoch == 4)
    events.close()
    watcher = Watcher(run.folder)
    assert watcher.look().run.config.epochs_done == 4
    for path in older.iterdir():
        shutil.copy(path, run.folder / path.name)
    for _ in range(3):
        assert watcher.look() is None
    assert watcher.config.epochs_done == 4


def test_another_run_of_the_same_name_is_taken_up_from_its_beginning(few, tmp_path):
    first = cut_off(few, tmp_path / "run", epochs=4)
    watcher = Watcher(first.folder)
    assert watcher.look().run.config.save == first.config.save
    shutil.rmtree(first.folder)
    assert isinstance(watcher.look(), Waiting)
    time.sleep(1.1)  # when a run began is known to the second
    second = cut_off(few, tmp_path / "run", epochs=1)
    assert second.config.save < first.config.save
    assert watcher.look().run.config == second.config


def test_a_format_of_another_version_is_said_and_not_waited_for(few, tmp_path):
    run = cut_off(few, tmp_path / "run")
    values, _ = storing.unseal((run.folder / folders.CONFIG).read_bytes())
    (run.folder / folders.CONFIG).write_bytes(storing.seal(values | {"format": 77}))
    with pytest.raises(DamageError, match="format 77"):
        Watcher(run.folder).look()


@pytest.mark.parametrize("role", ["weights", "metrics", "state", "snapshot"])
def test_a_file_of_the_right_size_with_other_bytes_is_waited_for(few, tmp_path, role):
    run = cut_off(few, tmp_path / "run")
    path = run.folder / run.config.files[role].name
    content = path.read_bytes()
    path.write_bytes(content[:-9] + bytes(9))  # as a file looks whose last block is still on its way
    watcher = Watcher(run.folder)
    for _ in range(2):
        assert isinstance(watcher.look(), Waiting)
    path.write_bytes(content)
    assert isinstance(watcher.look(), Seen)


def test_looking_writes_nothing(few, tmp_path):
    run = cut_off(few, tmp_path / "run")

    def facts():
        return {path.name: (path.stat().st_mtime_ns, path.read_bytes()) for path in run.folder.iterdir()}

    before = facts()
    assert watching.is_live(run)
    with closing(Watch(run.folder).updates(lambda: False, every=0.0)) as updates:
        assert [type(next(updates)) for _ in range(2)] == [Seen, Quiet]
    assert facts() == before


def test_what_is_live(few, tmp_path, home):
    mine = home / "runs"
    mine.mkdir(parents=True)
    killed = cut_off(few, mine / "killed")
    assert not watching.is_live(killed)  # it can go on: that is offered elsewhere
    assert watching.is_live(runs.load(shutil.copytree(killed.folder, tmp_path / "mounted")))
    with runs.held(killed.folder):
        assert watching.is_live(killed)
    there = dataclasses.replace(killed.config, host="0" * 16)
    (killed.folder / folders.CONFIG).write_bytes(runs.sealed(there))
    assert watching.is_live(runs.load(killed.folder))
    names = set(os.listdir(killed.folder))
    (killed.folder / "weights-77.safetensors").write_bytes(b"on its way")
    assert runs.sweep(mine) == []  # another machine is at it: nothing is put in order
    assert set(os.listdir(killed.folder)) == names | {"weights-77.safetensors"}
    *_, finished = training(few, mine / "finished")
    assert not watching.is_live(finished.run)


# ---- programs


def collect(watch, into, stopped):
    for update in watch.updates(stopped.is_set, every=0.05):
        into.append(update)


class Watching:
    """A thread that watches a folder."""

    def __init__(self, folder):
        self.watch, self.updates, self._stop = Watch(folder), [], threading.Event()
        self._thread = threading.Thread(target=collect, args=(self.watch, self.updates, self._stop))

    def __enter__(self):
        self._thread.start()
        return self

    def __exit__(self, *_):
        self._stop.set()
        self._thread.join()

    def of(self, kind):
        return [update for update in self.updates if isinstance(update, kind)]


def test_a_program_is_watched_while_it_trains_is_killed_and_goes_on(tmp_path, home):
    folder = tmp_path / "run"
    with trains(folder, home, epochs=120) as program:
        until((folder / folders.CONFIG).exists)
        with Watching(folder) as watching_it:
            until(lambda: len(watching_it.of(Seen)) >= 2)
            assert not watching_it.of(Quiet)
            program.kill()
            until(lambda: any(quiet.is_cut_off for quiet in watching_it.of(Quiet)))
            seen = len(watching_it.of(Seen))
            with Program("continue", folder, home=home) as second:
                until(lambda: watching_it.of(Ended))
                second.wait()
            assert len(watching_it.of(Seen)) >= seen
    saves = watching_it.of(Seen)
    numbers = [found.run.config.save for found in saves]
    assert numbers == sorted(set(numbers))
    for before, after in itertools.pairwise(saves):
        common = len(before.run.metrics)
        assert before.run.metrics[:-1] == after.run.metrics[: common - 1]  # the curves grow
        assert after.watched.epoch > before.watched.epoch
        assert not torch.equal(after.watched.mean, before.watched.mean)  # the map moves
    assert watching_it.of(Ended)[0].run.config.epochs_done == 120


def test_a_program_is_watched_over_a_lossy_copy(tmp_path, home):
    folder, target = tmp_path / "run", tmp_path / "copy"
    is_over = threading.Event()

    def copy():
        while not is_over.is_set():
            copying.step()

    with trains(folder, home, epochs=60) as program:
        until((folder / folders.CONFIG).exists)
        copying = LossyCopy(folder, target, seed=7)
        thread = threading.Thread(target=copy)
        thread.start()
        try:
            with Watching(target) as watching_it:
                program.wait()
                is_over.set()
                thread.join()
                copying.finish()
                until(lambda: watching_it.of(Ended))
        finally:
            is_over.set()
            thread.join()
    seen = [found.run.config.save for found in (*watching_it.of(Seen), *watching_it.of(Ended))]
    assert seen == sorted(set(seen))
    assert watching_it.of(Ended)[0].run.config == runs.load(folder).config


# ---- requests


def test_stop_is_asked_for_through_the_folder(few, tmp_path):
    events = training(few, tmp_path / "run", epochs=EPOCHS)
    next(event for event in events if isinstance(event, Saved))
    request = requesting.ask(tmp_path / "run", "stop")
    rest = list(events)
    assert [event.wanted for event in rest if isinstance(event, Asked)] == ["stop"]
    assert isinstance(rest[-1], Finished)
    run = runs.load(tmp_path / "run")
    assert not run.config.in_training
    assert run.config.test is not None  # the best epoch was measured
    assert run.state() is not None  # and it can go on
    answer = requesting.answer_to(run.folder, request)
    assert (answer.state, answer.run, answer.epoch) == ("done", "run", run.config.epochs_done)
    assert not (run.folder / requesting.REQUEST).exists()


@pytest.mark.parametrize("small", [False, True])
def test_the_best_epoch_is_put_aside_and_training_goes_on_as_if_nobody_had_asked(few, tmp_path, monkeypatch, small):
    monkeypatch.setattr(requesting, "LOOK_EVERY", 0.0)
    *_, straight = training(few, tmp_path / "straight", small=small)
    events, ends, request, kept = training(few, tmp_path / "run", small=small), [], None, None
    for event in events:
        if isinstance(event, EpochEnd):
            ends.append(event)
            if len(ends) == 2:
                request = requesting.ask(tmp_path / "run", "keep-best")
        if isinstance(event, Asked):
            kept, best = event.run, max(ends, key=lambda end: end.validation.bound)
    answer = requesting.answer_to(tmp_path / "run", request)
    assert (answer.state, answer.run, answer.epoch) == ("done", f"run-best-{best.epoch:g}", best.epoch)
    assert kept.folder == (tmp_path / answer.run).resolve()
    run = runs.load(kept.folder)
    run.check()
    assert (run.config.in_training, run.config.best_epoch, run.config.test) == (False, best.epoch, None)
    assert run.config.epochs_done == 2
    expected = {name: value.half().float() if small else value for name, value in best.weights.items()}
    assert same(run.model.state_dict(), expected)
    x = (few.test.pixels > data.fixed_thresholds(few.test.pixels.shape)).float()
    torch.testing.assert_close((run.codes.mean, run.codes.std), codes(run.model, x))
    assert same(runs.load(tmp_path / "run").model.state_dict(), straight.run.model.state_dict())


def test_an_autoencoder_is_put_aside_with_its_density(few, tmp_path):
    model = ModelConfig(family="autoencoder", likelihood="gaussian", hidden=(8,))
    events = recording.train_run(few, model, config(epochs=EPOCHS), tmp_path / "run", save_every=0.0)
    next(event for event in events if isinstance(event, Saved))
    requesting.ask(tmp_path / "run", "keep-best")
    asked = next(event for event in events if isinstance(event, Asked))
    events.close()
    assert asked.run.density is not None


def test_what_cannot_be_put_aside_is_said(few, tmp_path):
    events = training(few, tmp_path / "run", epochs=EPOCHS)
    next(event for event in events if isinstance(event, Saved))
    best = runs.load(tmp_path / "run").config.best_epoch
    (tmp_path / f"run-best-{best:g}").write_text("in the way")
    request = requesting.ask(tmp_path / "run", "keep-best")
    asked = next(event for event in events if isinstance(event, Asked))
    if asked.run is None:
        assert "could not be put aside" in asked.problem
        assert requesting.answer_to(tmp_path / "run", request).state == "failed"
    else:  # a better epoch came while it was looked for
        assert asked.run.config.best_epoch > best
    events.close()


def test_what_is_no_request_is_waited_for_and_what_was_asked_before_is_moot(few, tmp_path, monkeypatch):
    monkeypatch.setattr(requesting, "LOOK_EVERY", 0.0)
    run = cut_off(few, tmp_path / "run")
    old = requesting.ask(run.folder, "stop")
    content = (run.folder / requesting.REQUEST).read_bytes()
    how = recording.continuation(run)
    events = recording.train_run(few, MODEL, how, run.folder, origin=run, save_every=0.0)
    saved = (event for event in events if isinstance(event, Saved))
    next(saved)
    assert not (run.folder / requesting.REQUEST).exists()
    fresh = requesting.ask(tmp_path, "stop")
    whole = (tmp_path / requesting.REQUEST).read_bytes()
    edited = whole.replace(b'"stop"', b'"keep-best"')
    unsealed = whole[: whole.index(b',\n  "sha256"')] + b"\n}\n"
    strange = storing.seal({"wanted": "everything", "asked": "2026-11-30T00:00:00+00:00", "number": "0" * 16})
    no_json, huge = b"\xff" * 50, b" " * 1_000_000
    for nothing in (content, b"", whole[:-1], whole[:50], edited, unsealed, strange, no_json, huge, storing.seal({})):
        (run.folder / requesting.REQUEST).write_bytes(nothing)
        before = next(saved)
        assert next(saved).epoch > before.epoch
        assert requesting.answer_to(run.folder, old) is None
    (run.folder / requesting.REQUEST).write_bytes(whole)
    *_, finished = events
    assert isinstance(finished, Finished)
    assert requesting.answer_to(run.folder, fresh).state == "done"


def test_a_request_that_comes_back_after_it_was_taken_is_not_taken_again(few, tmp_path, monkeypatch):
    monkeypatch.setattr(requesting, "LOOK_EVERY", 0.0)
    events = training(few, tmp_path / "run", epochs=EPOCHS)
    next(event for event in events if isinstance(event, Saved))
    requesting.ask(tmp_path / "run", "keep-best")
    content = (tmp_path / "run" / requesting.REQUEST).read_bytes()
    next(event for event in events if isinstance(event, Asked))
    (tmp_path / "run" / requesting.REQUEST).write_bytes(content)  # as a synced folder has it
    for event, _ in zip(events, range(60), strict=False):
        assert not isinstance(event, Asked)
    events.close()


def test_a_program_answers_and_what_became_of_it_is_told(tmp_path, home):
    folder = tmp_path / "run"
    with trains(folder, home) as program:
        until((folder / folders.CONFIG).exists)
        with Watching(folder) as watching_it:
            watching_it.watch.ask("keep-best")
            until(lambda: any(reply.state == "done" for reply in watching_it.of(Replied)))
            watching_it.watch.ask("stop")
            until(lambda: watching_it.of(Ended))
            said = program.wait()
    told = [(reply.wanted, reply.state) for reply in watching_it.of(Replied)]
    assert told[0] == ("keep-best", "asked")
    assert ("keep-best", "done") in told
    assert told[-1] == ("stop", "done")
    kept = next(reply.answer for reply in watching_it.of(Replied) if reply.state == "done")
    runs.load(tmp_path / kept.run).check()
    assert f"Asked through its folder: the best epoch so far, {kept.epoch:g}, is kept as {tmp_path / kept.run}" in said
    assert "Asked through its folder: stop" in said
    assert not (folder / requesting.REQUEST).exists()


def test_when_nobody_answers_that_is_said(few, tmp_path, monkeypatch):
    monkeypatch.setattr(watching, "ANSWER_WITHIN", 0.0)
    run = cut_off(few, tmp_path / "run")
    watch = Watch(run.folder)
    watch.ask("stop")
    with closing(watch.updates(lambda: False, every=0.0)) as updates:
        replies = [next(u for u in updates if isinstance(u, Replied)) for _ in range(2)]
    assert [reply.state for reply in replies] == ["asked", "unanswered"]
    assert (run.folder / requesting.REQUEST).exists()  # whoever continues it sees that it was asked before


def test_a_folder_that_cannot_be_written_to_is_watched_and_asked_nothing(few, tmp_path, monkeypatch):
    run = cut_off(few, tmp_path / "run")
    monkeypatch.setattr(os, "access", lambda *_: False)

    def refuse(path, content):
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(storing, "replace", refuse)
    watch = Watch(run.folder)
    watch.ask("stop")
    with closing(watch.updates(lambda: False, every=0.0)) as updates:
        assert not next(updates).may_ask
        reply = next(u for u in updates if isinstance(u, Replied))
    assert (reply.state, reply.problem) == ("refused", "Permission denied")


def test_the_command_line_asks_and_says_what_became_of_it(tmp_path, home, capsys):
    folder = tmp_path / "run"
    with trains(folder, home) as program:
        until((folder / folders.CONFIG).exists)
        assert main(["ask", str(folder), "keep-best", "--wait", "40"], None) == 0
        said = capsys.readouterr().out
        assert "The training has taken the request." in said or "is kept as" in said
        (kept,) = tmp_path.glob("run-best-*")
        assert f"the best so far, is kept as {kept}" in said
        runs.load(kept).check()
        assert main(["ask", str(folder), "stop", "--wait", "40"], None) == 0
        assert "Stopped after epoch" in capsys.readouterr().out
        program.wait()
    assert not runs.load(folder).config.in_training


def test_the_command_line_does_not_ask_where_nobody_would_answer(few, tmp_path, capsys, monkeypatch):
    run = cut_off(few, tmp_path / "run")

    def ask(*words):
        assert main(["ask", str(run.folder), "stop", *words], None) == 1
        return capsys.readouterr().err

    assert "is gone: nobody would answer. Saved is epoch 2;" in ask()
    elsewhere = dataclasses.replace(run.config, host="0" * 16)
    (run.folder / folders.CONFIG).write_bytes(runs.sealed(elsewhere))
    assert "Nobody has answered within 0.2 s. Is the job still running" in ask("--wait", "0.2")
    assert (run.folder / requesting.REQUEST).exists()
    runs.settle(run)
    assert "is not being trained" in ask()
    shutil.rmtree(run.folder)
    assert "is not a run" in ask()

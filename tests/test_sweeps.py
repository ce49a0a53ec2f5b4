"""A sweep: its file, its trials, what happens to them when programs are killed or share a study, and its table."""

import contextlib
import csv
import errno
import json
import math
import os
import shutil
import signal
import subprocess
import sys
import threading
import time

import pytest

from vaegui import folders, recording, runs, storing
from vaegui.cli import main
from vaegui.data import Dataset, Images
from vaegui.families import TrainConfig
from vaegui.models import ModelConfig
from vaegui.runs import Estimate, TestFigures
from vaegui.settings import UserError
from vaegui.sweeps import plan as plans
from vaegui.sweeps import running, study

optuna = pytest.importorskip("optuna", reason="optuna is not installed")

FILE = """
name = "tiny"
dataset = "digits"
[fixed]
hidden = [8]
epochs = 1
device = "cpu"
[vary]
beta = [0.5, 2]
latent_size = [1, 2]
"""
CONTENT = {
    "dataset": "digits",
    "fixed": {"hidden": [8], "epochs": 1, "device": "cpu"},
    "vary": {"beta": [0.5, 2], "latent_size": [1, 2]},
}
CYCLE = (running.Taken, running.Ended)


@pytest.fixture(scope="module")
def few(digits):
    """A few images of digits, that a trial is over in no time."""

    def part(images, count):
        return Images(images.pixels[:count], images.labels[:count])

    return Dataset("digits", digits.classes, part(digits.train, 120), part(digits.test, 40))


def plan(trials=None, name="tiny", **changes):
    return plans.plan_of(CONTENT | changes, name, trials)


def go(opened, dataset, should_stop=lambda: False):
    """Train what is left, and return what was said of trials."""
    return [event for event in opened.run(dataset, should_stop) if type(event).__module__ == running.__name__]


def states(name="tiny"):
    return [trial.state for trial in study.load(name).trials]


# The file


def test_a_file_is_read_with_its_comments_in_toml_and_without_in_json(tmp_path):
    toml, as_json = tmp_path / "tiny.toml", tmp_path / "tiny.json"
    toml.write_text(FILE + "# the end\n")
    as_json.write_text(json.dumps(CONTENT))
    assert plans.read(toml) == plans.read(as_json)
    read = plans.read(toml)
    assert (read.name, read.sampler, read.trials, read.optimise) == ("tiny", "grid", 4, "bound")
    assert read.cells() == [{"beta": b, "latent_size": d} for b in (0.5, 2.0) for d in (1, 2)]
    model, training = read.configs(read.cells()[1])
    assert model == ModelConfig(hidden=(8,), latent_size=2)
    assert training == TrainConfig(epochs=1, device="cpu", beta=0.5)


def test_the_file_that_ships_is_right(repository):
    read = plans.read(repository / "resources" / "sweeps" / "mnist-beta.toml")
    assert (read.name, read.dataset, read.trials) == ("mnist-beta", "mnist", 15)
    assert [c["latent_size"] for c in read.cells()] == [2] * 5 + [8] * 5 + [32] * 5


def test_ranges_with_steps_are_listed_and_lists_of_lists_are_choices():
    read = plan(vary={"epochs": {"low": 2, "high": 7, "step": 2}, "hidden": [[8], [8, 4]]}, fixed={})
    assert [(c["epochs"], c["hidden"]) for c in read.cells()] == [(e, h) for e in (2, 4, 6) for h in ([8], [8, 4])]
    assert all(type(cell["epochs"]) is int for cell in read.cells())
    free = plan(vary={"learning_rate": {"low": 1e-4, "high": 1e-2, "log": True}})
    assert (free.sampler, free.trials) == ("random", plans.TRIALS)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"fixed": {"betta": 1}}, ("“betta”", "Is “beta” meant?")),
        ({"vary": {"quux_of_it": [1]}}, ("“quux_of_it”", "vaegui train --help")),
        ({"vary": {}}, ("“vary”", "beta = [0.5, 1, 2]")),
        ({"vary": {"beta": 3}}, ("“beta” varies", "a list of values")),
        ({"vary": {"beta": []}}, ("“beta” varies", "a list of values")),
        ({"vary": {"beta": [1, 1.0]}}, ("“beta”", "twice")),
        ({"vary": {"beta": [1, -1]}}, ("beta -1", "β", "at least 0", "-1")),
        ({"vary": {"beta": ["many"]}}, ("β", "many")),
        ({"vary": {"batch_size": [math.inf]}}, ("batch size inf", "finite number")),
        ({"vary": {"batch_size": [math.nan]}}, ("batch size nan", "finite number")),
        ({"vary": {"batch_size": [10**400]}}, ("batch size 1000", "at most")),
        ({"vary": {"beta": [-math.inf]}}, ("beta -inf", "β")),
        ({"vary": {"beta": [10**400]}}, ("beta 1000", "β")),
        ({"fixed": {"learning_rate": math.nan}}, ("finite number", "nan")),
        ({"vary": {"beta": {"low": 0, "high": math.inf}}}, ("range of beta", "high")),
        ({"vary": {"beta": {"low": 0, "high": 10**400}}}, ("range of beta", "high")),
        ({"vary": {"beta": {"low": 0, "high": 1, "step": 1e-300}}}, ("“beta”", "more than 10,000 values")),
        ({"vary": {"beta": {"low": -1e308, "high": 1e308, "step": 1}}}, ("“beta”", "more than 10,000 values")),
        ({"fixed": {"beta": 2}}, ("“beta”", "both fixed and varied")),
        ({"vary": {"likelihood": {"low": 1, "high": 2}}}, ("“likelihood” has no range", "list its values")),
        ({"vary": {"beta": {"low": 2, "high": 1}}}, ("“beta”", "low must be less than high")),
        ({"vary": {"beta": {"low": 0, "high": 1, "log": True}}}, ("“beta”", "more than 0")),
        ({"vary": {"beta": {"low": 0, "high": 1, "step": 2}}}, ("step of “beta”",)),
        ({"vary": {"latent_size": {"low": 1.5, "high": 3}}}, ("“latent_size” is a whole number",)),
        ({"vary": {"beta": {"low": 0, "hihg": 1}}}, ("range of beta", "hihg")),
        ({"sampler": "grid", "vary": {"beta": {"low": 0, "high": 1}}}, ("“beta”", "random")),
        ({"sampler": "annealing"}, ("annealing",)),
        ({"optimise": "bound"}, ("“optimise”", "“grid” looks for nothing")),
        ({"sampler": "tpe", "vary": {"likelihood": ["bernoulli", "gaussian"]}}, ("cannot be compared", "“likelihood”")),
        ({"vary": {"objective": ["elbo", "iwae"], "beta": [1, 2]}}, ("objective iwae, beta 2", "no meaning")),
        ({"vary": {"family": ["vae", "em"], "latent_size": [2, 3]}}, ("family em, latent size 3", "must be 2")),
        ({"trials": 7}, ("every combination, here 4",)),
        ({"sampler": "random", "trials": 0}, ("from 1 to 10,000", "0")),
        ({"name": "a/b"}, ("“a/b”", "name of a study")),
        ({"vary": {"seed": list(range(200)), "batch_size": list(range(1, 101))}}, ("20,000",)),
        ({"dataset": 3}, ("dataset", "string")),
    ],
)
def test_what_is_wrong_with_a_file_is_a_sentence_that_names_it(changes, words):
    with pytest.raises(UserError) as told:
        plan(**changes)
    for word in words:
        assert word in str(told.value), str(told.value)


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.toml", b"vary = [", "is not TOML"),
        ("a.json", b"{", "is not JSON"),
        ("a.toml", b"\xff", "is not TOML"),
        ("a.json", b"[1]", "does not describe a sweep"),
        ("a.toml", b"dataset = 'digits'", "lacks “vary”"),
        ("a.toml", b"#" * (plans.LARGEST_FILE + 1), "larger than any"),
    ],
)
def test_what_is_no_file_of_a_sweep_is_said_and_no_trial_begins(name, content, words, tmp_path, capsys, home):
    path = tmp_path / name
    path.write_bytes(content)
    assert main(["sweep", str(path)], None) == 1
    assert words in capsys.readouterr().err
    assert not (home / "studies").exists()
    assert not (home / "runs").exists()


def test_a_file_that_is_not_there_and_a_dataset_that_is_not_known(tmp_path, capsys, home):
    assert main(["sweep", str(tmp_path / "none.toml")], None) == 1
    path = tmp_path / "a.toml"
    path.write_text(FILE.replace("digits", "holidays"))
    assert main(["sweep", str(path)], None) == 1
    said = capsys.readouterr().err
    assert "none.toml cannot be read" in said
    assert "“holidays” is no dataset here" in said
    assert not (home / "studies").exists()


# Trials


def test_a_grid_trains_every_cell_once_and_each_is_an_ordinary_run(few, home):
    opened = running.begin(plan())
    assert states() == ["waiting"] * 4
    told = go(opened, few)
    assert [type(event) for event in told] == [running.Taken, running.Ended] * 4
    found, problems = runs.scan(folders.own_folder())
    assert problems == []
    cells = {(run.config.training.beta, run.config.model.latent_size) for run in found}
    assert cells == {(b, d) for b in (0.5, 2.0) for d in (1, 2)}
    assert sorted(run.name for run in found) == [f"tiny-{n}" for n in range(4)]
    for trial in study.load("tiny").trials:
        run = runs.load(trial.run)
        run.check()
        assert trial.params == {"beta": run.config.training.beta, "latent_size": run.config.model.latent_size}
        assert trial.test == run.config.test is not None
    assert go(running.begin(plan()), few) == []  # nothing is left


def test_optuna_reads_the_study_and_its_values_are_validation_bounds(few):
    go(running.begin(plan()), few)
    backend = optuna.storages.journal.JournalFileBackend(str(folders.studies_folder() / "tiny" / study.JOURNAL))
    seen = optuna.load_study(study_name="tiny", storage=optuna.storages.JournalStorage(backend))
    assert [trial.state.name for trial in seen.trials] == ["COMPLETE"] * 4
    for trial in seen.trials:
        assert trial.value == pytest.approx(runs.load(f"tiny-{trial.number}").config.validation_bound, rel=1e-4)


@pytest.mark.parametrize("sampler", ["random", "tpe"])
def test_a_sampler_stays_in_its_ranges_and_takes_more_trials_later(sampler, few):
    vary = {
        "learning_rate": {"low": 1e-4, "high": 1e-2, "log": True},
        "latent_size": {"low": 1, "high": 3},
        "hidden": [[8], [8, 4]],
    }
    fixed = {"epochs": 1, "device": "cpu"}
    how = {"sampler": sampler, "fixed": fixed, "vary": vary} | (
        {"optimise": "rate-distortion"} if sampler == "tpe" else {}
    )
    go(running.begin(plan(3, **how)), few)
    assert states() == ["done"] * 3
    opened = running.begin(plan(4, **how))
    assert states() == ["done"] * 3 + ["waiting"]
    go(opened, few)
    trials = study.load("tiny").trials
    assert [trial.state for trial in trials] == ["done"] * 4
    assert len({json.dumps(trial.params) for trial in trials}) == 4
    for trial in trials:
        assert 1e-4 <= trial.params["learning_rate"] <= 1e-2
        assert trial.params["latent_size"] in (1, 2, 3)
        assert trial.params["hidden"] in ([8], [8, 4])
        assert runs.load(trial.run).config.model.hidden == tuple(trial.params["hidden"])


def test_other_settings_need_another_name_and_taken_names_are_left_alone(few, home):
    running.begin(plan())
    with pytest.raises(UserError, match="study “tiny” of other settings"):
        running.begin(plan(vary={"beta": [3]}))
    (home / "runs" / "other-1").mkdir(parents=True)
    with pytest.raises(UserError, match="already a run “other-1”"):
        running.begin(plan(name="other"))
    assert not (home / "studies" / "other" / study.STUDY).exists()


def test_a_trial_that_fails_is_noted_and_the_sweep_goes_on(few, home, monkeypatch):
    train = recording.train_run

    def short_of_memory(dataset, model, config, folder, **options):
        if config.beta == 0.5 and model.latent_size == 2:
            raise recording.MemoryShortageError("There was not enough memory.")
        if config.beta == 2 and model.latent_size == 1:
            raise ZeroDivisionError("by nothing")
        yield from train(dataset, model, config, folder, **options)

    monkeypatch.setattr(recording, "train_run", short_of_memory)
    go(running.begin(plan()), few)
    trials = study.load("tiny").trials
    assert [trial.state for trial in trials] == ["done", "failed", "failed", "done"]
    assert trials[1].sentence == "There was not enough memory."
    assert trials[2].sentence == "Something unexpected went wrong: ZeroDivisionError: by nothing"
    assert go(running.begin(plan()), few) == []  # nor is it tried again


def test_a_stop_keeps_the_run_and_the_next_call_goes_on_to_what_it_would_have_been(few, home):
    long = plan(fixed=CONTENT["fixed"] | {"epochs": 12}, vary={"beta": [1, 2]})
    go(running.begin(long), few)
    whole = [runs.load(f"tiny-{n}").config.test for n in range(2)]
    again = plans.plan_of(CONTENT | {"fixed": long.fixed, "vary": {"beta": [1, 2]}}, "again")
    opened, ended = running.begin(again), []

    def should_stop():
        return len(ended) == 1 and (home / "runs" / "again-1" / "config.json").exists()

    for event in opened.run(few, should_stop):
        if isinstance(event, running.Ended):
            ended.append(event.trial)
    assert [trial.state for trial in ended] == ["done", "running"]
    stopped = runs.load("again-1")
    assert 0 < stopped.config.epochs_done < 12
    assert not stopped.config.in_training
    told = go(running.begin(again), few)
    assert [type(event) for event in told] == [running.Taken, running.Ended]
    assert told[0].goes_on
    assert [runs.load(f"again-{n}").config.test for n in range(2)] == whole


def until(steps, kind):
    """Go on to the first event of a kind."""
    return next(event for event in steps if isinstance(event, kind))


@contextlib.contextmanager
def held_elsewhere(folder):
    """Have another program hold a run."""
    program = (
        "import sys, vaegui.storing as s; from pathlib import Path; "
        "kept = s.hold(Path(sys.argv[1])); print(1, flush=True); input()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        other.stdout.readline()
        yield
        other.communicate(b"\n")


def interrupted(dataset):
    """A sweep of one trial, whose run was saved and whose program was killed then."""
    long = plan(fixed=CONTENT["fixed"] | {"epochs": 50}, vary={"beta": [1]})
    steps = running.begin(long).run(dataset)
    until(steps, recording.Saved)
    steps.close()
    return long


def test_a_run_that_a_window_holds_is_left_for_later(few, home):
    long = interrupted(few)
    with held_elsewhere(home / "runs" / "tiny-0"):
        told = go(running.begin(long), few)
    assert [type(event) for event in told] == [running.Skipped]
    assert "open in another window" in told[0].sentence
    assert states() == ["running"]
    assert [type(event) for event in go(running.begin(long), few)] == [running.Taken, running.Ended]


def test_a_run_that_is_taken_by_a_window_as_its_trial_goes_on_is_left_for_later(few, home):
    long = interrupted(few)
    steps = running.begin(long).run(few)
    assert next(steps).goes_on  # it was free
    with held_elsewhere(home / "runs" / "tiny-0"):
        told = list(steps)
    assert [type(event) for event in told] == [running.Skipped]
    assert states() == ["running"]
    go(running.begin(long), few)
    assert states() == ["done"]


def test_a_full_disk_and_a_stop_fail_no_trial(few, home, monkeypatch):
    long, write = plan(fixed=CONTENT["fixed"] | {"epochs": 40}, vary={"beta": [1, 2]}), storing.write
    full, stopped, told = threading.Event(), threading.Event(), []

    def write_if_there_is_space(path, content):
        if full.is_set():
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        write(path, content)

    monkeypatch.setattr(storing, "write", write_if_there_is_space)
    for event in running.begin(long).run(few, stopped.is_set):
        if isinstance(event, recording.Saved):
            full.set()
        if isinstance(event, recording.CannotSave):
            stopped.set()
        told.append(event)
    assert isinstance(told[-1], running.Skipped)
    assert "the disk is full" in told[-1].sentence
    assert states() == ["running", "waiting"]
    full.clear()
    told = go(running.begin(long), few)
    assert [(type(e), e.trial.number) for e in told] == [(kind, n) for n in (0, 1) for kind in CYCLE]
    assert told[0].goes_on
    assert states() == ["done"] * 2


def test_a_stop_before_the_first_step_fails_no_trial(few, home):
    told = []
    for event in running.begin(plan()).run(few, lambda: bool(told)):
        told.append(event)
    assert [type(event) for event in told if type(event).__module__ == running.__name__] == [
        running.Taken,
        running.Skipped,
    ]
    assert states() == ["running"] + ["waiting"] * 3
    go(running.begin(plan()), few)
    assert states() == ["done"] * 4


def test_independent_pixels_that_were_interrupted_while_they_were_measured_are_done(few, home):
    pixels = plan(fixed={"family": "pixels"}, vary={"likelihood": ["bernoulli", "gaussian"]})
    steps = running.begin(pixels).run(few)
    until(steps, recording.Measuring)
    steps.close()
    assert runs.load("tiny-0").config.in_training
    go(running.begin(pixels), few)
    assert states() == ["done"] * 2
    assert not runs.load("tiny-0").config.in_training
    go(running.begin(plans.plan_of(pixels.as_dict() | {"optimise": None}, "whole")), few)
    for n in range(2):
        assert study.load("tiny").trials[n].test == runs.load(f"whole-{n}").config.test is not None


# Several programs, and their ends


def start(path, *more):
    command = [sys.executable, "-m", "vaegui", "sweep", str(path), *more]
    environment = os.environ | {"OMP_NUM_THREADS": "1"}
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def wait_for(condition, seconds=60):
    until = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < until
        time.sleep(0.05)


def test_two_programs_share_a_study_and_train_each_cell_once(tmp_path, home):
    path = tmp_path / "tiny.toml"
    path.write_text(FILE.replace("epochs = 1", "epochs = 4"))
    both = [start(path), start(path)]
    said = [program.communicate(timeout=100) for program in both]
    assert [program.returncode for program in both] == [0, 0], said
    begun = [line.split(":")[0] for _, err in said for line in err.splitlines() if line.startswith("trial ")]
    assert sorted(begun) == [f"trial {n} of 4" for n in range(4)]
    assert states() == ["done"] * 4
    found, _ = runs.scan(folders.own_folder())
    assert len(found) == 4
    assert all(run.config.test is not None for run in found)


def test_a_program_that_is_killed_loses_no_trial(tmp_path, home):
    path = tmp_path / "tiny.toml"
    path.write_text(FILE.replace("epochs = 1", "epochs = 100").replace("[0.5, 2]", "[1]").replace("[1, 2]", "[2, 3]"))
    killed = start(path)
    config = home / "runs" / "tiny-0" / folders.CONFIG
    wait_for(config.exists)
    known = study.load("tiny")
    assert study.is_being_trained(known, known.trials[0])
    os.kill(killed.pid, signal.SIGKILL)
    killed.communicate()
    done = runs.load("tiny-0").config
    assert done.in_training
    assert states() == ["running", "waiting"]
    assert not study.is_being_trained(known, known.trials[0])
    again = start(path)
    out, err = again.communicate(timeout=100)
    assert again.returncode == 0, err
    assert "trial 0 of 2 goes on" in err
    assert states() == ["done", "done"]
    after = runs.load("tiny-0").config
    assert after.created == done.created  # it is the same run
    assert after.epochs_done == 100
    assert out.count("| done") == 2


def test_a_folder_without_a_save_is_no_obstacle(few, home):
    """What is left of a program that was killed between making the folder of a run and its first save."""
    opened = running.begin(plan())
    steps = opened.run(few)
    assert isinstance(next(steps), running.Taken)
    steps.close()
    left = home / "runs" / "tiny-0"
    left.mkdir(parents=True)
    storing.hold(left).release()
    (left / storing.LOCK).touch()
    assert states()[0] == "running"
    go(running.begin(plan()), few)
    assert states() == ["done"] * 4


def test_a_database_serves_as_storage_and_another_machine_leaves_trials_of_this_one(few, home, tmp_path, monkeypatch):
    url = f"sqlite:///{tmp_path / 'shared.db'}"
    stopped = running.begin(plan(), storage=url).run(few)
    assert isinstance(next(stopped), running.Taken)
    stopped.close()  # as if it had been killed
    monkeypatch.setenv("VAEGUI_HOME", str(tmp_path / "elsewhere"))
    told = go(running.begin(plan(), storage=url), few)
    assert [e.trial.number for e in told if isinstance(e, running.Ended)] == [1, 2, 3]
    assert states() == ["running", "done", "done", "done"]
    monkeypatch.setenv("VAEGUI_HOME", str(home))
    told = go(running.begin(plan(), storage=url), few)
    assert [e.trial.number for e in told if isinstance(e, running.Ended)] == [0]
    known = study.load("tiny")
    assert [trial.state for trial in known.trials] == ["done"] * 4  # those of the other machine with their figures
    assert all(trial.test is not None for trial in known.trials)
    with pytest.raises(UserError, match="say so with --storage"):
        running.begin(plan())
    with pytest.raises(UserError, match="is no database"):
        running.begin(plan(name="other"), storage="redis://localhost")


@pytest.mark.parametrize(("owner", "name"), [(running, "_suggest"), (running.Sweep, "_note")])
def test_a_database_loses_no_trial_of_a_program_that_was_killed_as_it_took_it(
    owner, name, few, home, tmp_path, monkeypatch, capsys
):
    """Whose it is, is known from the moment when it is running; and another machine says what it leaves."""
    url, path = f"sqlite:///{tmp_path / 'shared.db'}", tmp_path / "tiny.json"
    content = CONTENT | {"sampler": "random", "trials": 2}
    path.write_text(json.dumps(content))
    tiny = plans.plan_of(content, "tiny")

    def killed(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(owner, name, killed)
        with pytest.raises(KeyboardInterrupt):
            go(running.begin(tiny, storage=url), few)
    monkeypatch.setenv("VAEGUI_HOME", str(tmp_path / "elsewhere"))
    assert main(["sweep", str(path), "--storage", url], None) == 0
    assert "on another machine: 1 of 2 trials" in capsys.readouterr().err
    assert states() == ["running", "done"]
    monkeypatch.setenv("VAEGUI_HOME", str(home))
    opened = running.begin(tiny, storage=url)
    told = go(opened, few)
    assert [(type(event), event.trial.number) for event in told] == [(kind, 0) for kind in CYCLE]
    assert states() == ["done"] * 2
    assert opened.elsewhere == 0


def test_trials_of_another_program_are_counted_until_that_ends(few):
    steps = running.begin(plan()).run(few)
    assert isinstance(next(steps), running.Taken)
    other = running.begin(plan())
    assert other.elsewhere == 1
    steps.close()
    assert other.elsewhere == 0


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("", ""),
        ("sqlite:///trials.db", "sqlite:///trials.db"),
        ("sqlite:////home/a:b@c/trials.db", "sqlite:////home/a:b@c/trials.db"),
        ("postgresql://user@host/db?sslmode=require", "postgresql://user@host/db?sslmode=require"),
        ("postgresql+psycopg://user:secret@host:5432/db", "postgresql+psycopg://user:…@host:5432/db"),
        ("mysql://user:s?cr/et@host/db", "mysql://user:…@host/db"),
        ("mysql://user:sec@ret@host/db", "mysql://user:…@host/db"),
        ("mysql://host/db?passwd=secret", "mysql://host/db?passwd=…"),
        ("postgresql://host/db?user=u&password=secret", "postgresql://host/db?user=u&password=…"),
        ("postgresql://host/db?sslPassword=secret&user=u", "postgresql://host/db?sslPassword=…&user=u"),
        ("postgresql://host/db?pass%77ord=secret", "postgresql://host/db?pass%77ord=…"),
        ("postgresql://u:secret@host/db?password=secret", "postgresql://u:…@host/db?password=…"),
        ("mssql+pyodbc:///?odbc_connect=UID%3Du%3BPWD%3Dsecret", "mssql+pyodbc:///?odbc_connect=…"),
    ],
)
def test_a_password_of_a_database_is_not_kept(url, shown):
    assert running._without_password(url) == shown


def test_a_password_is_neither_in_a_study_nor_in_what_is_said_of_it(home, tmp_path):
    url = f"sqlite:///{tmp_path / 'shared.db'}?password=secret"
    with contextlib.suppress(UserError):  # SQLite's driver may refuse such an option
        running.begin(plan(), storage=url)
    with pytest.raises(UserError) as told:
        running.begin(plan(), storage="sqlite:///elsewhere.db?passwd=secret")
    assert "secret" not in str(told.value)
    with pytest.raises(UserError, match="“redis://:…@host” is no database"):
        running.begin(plan(name="other"), storage="redis://:secret@host")
    assert not any(b"secret" in path.read_bytes() for path in home.rglob("*") if path.is_file())


# What is said of it


def figures(elbo=-100.0, log_p=None):
    return TestFigures(40, Estimate(elbo, 3.0), Estimate(5.0, 0.1), Estimate(95.0, 3.0), log_p=log_p)


def test_log_p_is_exact_where_it_was_summed_and_else_the_elbo_and_a_gap():
    gap = study.Gap(Estimate(2.5, 4.0), 20, 1000)
    exact = study.log_p_of(figures(log_p=Estimate(-98.0, 2.0)), gap)
    assert (exact.figure, exact.how) == (Estimate(-98.0, 2.0), "exact")
    estimated = study.log_p_of(figures(), gap)
    assert (estimated.figure, estimated.how) == (Estimate(-97.5, 5.0), "estimated")  # 3, 4, 5
    assert study.log_p_of(figures(), None) is None
    assert study.log_p_of(None, gap) is None


def test_the_command_prints_the_table_estimates_log_p_and_writes_csv(tmp_path, capsys, home):
    path, table = tmp_path / "tiny.toml", tmp_path / "table.csv"
    path.write_text(FILE.replace("[1, 2]", "[2, 3]").replace("[0.5, 2]", "[1]"))
    assert main(["sweep", str(path)], None) == 0
    printed = capsys.readouterr().out
    assert "log p(x)" in printed
    assert "estimated" not in printed
    assert main(["sweep", "--show", "tiny", "--log-p", "20", "--csv", str(table)], None) == 0
    printed = capsys.readouterr().out
    rows = {int(row["trial"]): row for row in csv.DictReader(table.read_text().splitlines())}
    assert [rows[n]["log_p_how"] for n in (0, 1)] == ["exact", "estimated"]
    for number, row in rows.items():
        test = runs.load(f"tiny-{number}").config.test
        assert float(row["rate"]) == test.rate.mean
        assert float(row["distortion_se"]) == test.distortion.standard_error
        assert f"{test.elbo.mean:.2f}".replace("-", "−") in printed
    assert float(rows[0]["log_p"]) == runs.load("tiny-0").config.test.log_p.mean
    kept = study.gaps()[study.key_of(runs.load("tiny-1"))]
    assert float(rows[1]["log_p"]) == pytest.approx(float(rows[1]["elbo"]) + kept.gap.mean)
    assert kept.gap.mean > 0
    assert "the ELBO of the measured test images and the gap of the first 20 by importance sampling" in printed
    assert "K = 2,000 draws" in printed


def test_what_evaluate_estimates_is_kept_and_fewer_images_do_not_take_its_place(tmp_path, home, digits):
    folder = home / "runs" / "deep"
    for _ in recording.train_run(
        digits, ModelConfig(hidden=(8,), latent_size=3), TrainConfig(epochs=1, device="cpu"), folder
    ):
        pass
    kept = []
    for images in ("12", "6"):
        assert main(["evaluate", "deep", "--exact", "--images", images], None) == 0
        kept.append(study.gaps()[study.key_of(runs.load("deep"))])
    assert kept[0].images == 12
    assert kept[0] == kept[1]
    log_p = study.log_p_of(runs.load("deep").config.test, kept[0])
    assert (log_p.how, log_p.images) == ("estimated", 12)


def test_a_study_that_is_not_there_or_broken_is_said(capsys, home):
    assert main(["sweep", "--show", "none"], None) == 1
    assert "no study called “none”" in capsys.readouterr().err
    running.begin(plan())
    assert main(["sweep", "--show", "none"], None) == 1
    assert "there are tiny" in capsys.readouterr().err
    path = home / "studies" / "tiny" / study.STUDY
    path.write_bytes(path.read_bytes().replace(b"digits", b"digitz", 1))
    assert main(["sweep", "--show", "tiny"], None) == 1
    assert "is broken" in capsys.readouterr().err
    assert study.scan()[1]


@pytest.mark.parametrize("name", ["tiny", "../../elsewhere"])
def test_a_study_in_a_folder_of_another_name_is_refused_and_nothing_is_written(name, few, capsys, home):
    """Its name says where its files go: a copy must not write into the original, nor a stranger's outside."""
    running.begin(plan())
    shutil.copytree(home / "studies" / "tiny", home / "studies" / "two")
    copied = home / "studies" / "two" / study.STUDY
    values, _ = storing.unseal(copied.read_bytes())
    copied.write_bytes(storing.seal(values | {"name": name}))

    def contents():
        files = [path for path in home.parent.rglob("*") if path.is_file() and home / "logs" not in path.parents]
        return {path: path.read_bytes() for path in files if path.name != storing.LOCK}

    before = contents()
    with pytest.raises(UserError, match=f"of a study “{name}”: its folder was copied or renamed"):
        running.begin(plan(name="two"))
    assert main(["sweep", "--show", "two"], None) == 1
    assert "copied or renamed" in capsys.readouterr().err
    assert main(["sweep", "--show", "../studies/tiny"], None) == 1
    assert "cannot be the name of a study" in capsys.readouterr().err
    found, problems = study.scan()
    assert [known.name for known in found] == ["tiny"]
    assert len(problems) == 1
    assert contents() == before


def test_without_optuna_the_table_is_there_and_training_says_what_is_missing(tmp_path, capsys, home, monkeypatch):
    running.begin(plan())
    path = tmp_path / "tiny.toml"
    path.write_text(FILE)
    monkeypatch.setitem(running.extras.EXTRAS, "sweep", ("a_package_that_nobody_has",))
    assert main(["sweep", str(path)], None) == 1
    assert "pip install '.[sweep]'" in capsys.readouterr().err
    assert main(["sweep", "--show", "tiny"], None) == 0
    assert "waiting" in capsys.readouterr().out


def test_nothing_of_a_study_is_a_pickle(few, home):
    """The journal is JSON, line by line, and no file of the study is anything else."""
    go(running.begin(plan()), few)
    for line in (home / "studies" / "tiny" / study.JOURNAL).read_text().splitlines():
        assert isinstance(json.loads(line), dict)
    rest = {path.name for path in (home / "studies" / "tiny").iterdir()}
    assert rest == {study.STUDY, study.JOURNAL, study.LOCKS, storing.LOCK}

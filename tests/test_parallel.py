"""Trainings that torchrun starts, in real processes."""

import json
import math
import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import closing, contextmanager
from itertools import chain

import pytest
import together
import torch

from vaegui import cli, recording, runs, sources
from vaegui.models import Model, ModelConfig
from vaegui.objectives import Part, draw_noise, measure, sampled
from vaegui.parallel import Team
from vaegui.steps import finish

SMALL = {"hidden": [16]}
HUNDRED = {"epochs": 10, "batch_size": 100, "device": "cpu"}  # of ten steps, the last one with 8 images
FEW = {"epochs": 2, "batch_size": 100, "device": "cpu"}
# Of 223 images 201 are learned from: the third batch has one, so that one of two processes has none.
PLANS = {
    "vae": {"model": SMALL, "training": HUNDRED, "images": 1009},
    "stopped": {"model": SMALL, "training": HUNDRED, "images": 1009, "stops": 1},
    "em": {
        "model": {**SMALL, "family": "em"},
        "training": {**FEW, "amortise_epochs": 1, "m_steps": 2, "grid_side": 8},
        "images": 223,
    },
    "stacked": {
        "model": {**SMALL, "family": "autoencoder", "likelihood": "gaussian"},
        "training": {**FEW, "pretraining": "greedy", "layer_epochs": 1},
        "images": 223,
    },
    "denoising MAP": {
        "model": {**SMALL, "likelihood": "gaussian"},
        "training": {**FEW, "corruption": "masking", "weight_precision": 1.0, "beta": 2.0},
        "images": 223,
    },
    "iwae": {
        "model": SMALL,
        "training": {**FEW, "objective": "iwae", "importance_samples": 3, "schedule": "one-cycle"},
        "images": 223,
    },
}


def torchrun(count, *words, restarts=0, nodes=1, endpoint="localhost:0"):
    return [
        sys.executable,
        "-m",
        "torch.distributed.run",
        f"--nnodes={nodes}",
        f"--nproc-per-node={count}",
        f"--max-restarts={restarts}",
        "--rdzv-backend=c10d",
        f"--rdzv-endpoint={endpoint}",  # with port 0 a free one
        "--rdzv-id=a-test",
        "--local-addr=127.0.0.1",
        *map(str, words),
    ]


def together_in(folder, count, names):
    """What each process has seen of these plans."""
    (folder / "plans.json").write_text(json.dumps({name: PLANS[name] for name in names}))
    done = subprocess.run(
        torchrun(count, together.__file__, folder), capture_output=True, text=True, timeout=250, check=False
    )
    assert done.returncode == 0, done.stderr
    return [json.loads((folder / f"found-{rank}.json").read_text()) for rank in range(count)]


@pytest.fixture(scope="module")
def two(tmp_path_factory):
    """What each of two processes has seen of all plans."""
    return together_in(tmp_path_factory.mktemp("two"), 2, PLANS)


def apart(one, other):
    """By how much figures differ at most, relative to their size; both may be no number."""
    found = 0.0
    for a, b in zip(chain(*one), chain(*other), strict=True):
        assert math.isnan(a) == math.isnan(b)
        found = max(found, 0.0 if math.isnan(a) else abs(a - b) / max(abs(a), 1e-3))
    return found


def test_four_processes_learn_what_one_learns(tmp_path):
    found = [seen["vae"] for seen in together_in(tmp_path, 4, ["vae"])]
    steps, epochs, _ = together.steps(PLANS["vae"])
    assert all(one["size"] == 4 and one["weights"] == found[0]["weights"] for one in found)
    assert apart(found[0]["steps"], steps) < 1e-4
    assert apart(found[0]["epochs"], epochs) < 1e-4


@pytest.mark.parametrize("name", [name for name in PLANS if name != "stopped"])
def test_two_processes_learn_what_one_learns(two, name):
    found = [seen[name] for seen in two]
    steps, epochs, weights = together.steps(PLANS[name])
    assert len(steps) >= 6
    assert name != "vae" or len(steps) == 100
    for one in found:
        assert one["size"] == 2
        assert apart(one["steps"], steps) < 1e-4
        assert apart(one["epochs"], epochs) < 1e-4
    assert found[0]["weights"] == found[1]["weights"]
    torch.testing.assert_close(
        torch.tensor(found[0]["weights"]), torch.cat([w.flatten() for w in weights.values()]), rtol=1e-3, atol=1e-4
    )


def test_when_one_wants_to_stop_all_do(two):
    found = [seen["stopped"] for seen in two]
    assert len(found[0]["steps"]) == len(found[1]["steps"]) == 4
    assert found[0]["epochs"] == found[1]["epochs"]


@pytest.mark.parametrize("count", [1, 2, 3, 5, 8])
@pytest.mark.parametrize("images", [1, 4, 13])
def test_the_parts_of_a_batch_are_the_batch(images, count):
    rows = list(range(images))
    parts = [rows[Team(rank, count, rank, torch.device("cpu")).part_of(images)] for rank in range(count)]
    assert list(chain(*parts)) == rows
    assert max(map(len, parts)) - min(map(len, parts)) <= 1


def test_parts_draw_what_the_whole_draws():
    model = Model(ModelConfig(hidden=(4,), latent_size=3), (1, 2, 2))

    def seeded():
        return torch.Generator().manual_seed(5)

    whole = draw_noise(model, 7, seeded(), 2)
    parts = [
        draw_noise(model, stop - start, Part(seeded(), 7, slice(start, stop)), 2) for start, stop in ((0, 3), (3, 7))
    ]
    assert torch.equal(torch.cat(parts, dim=1), whole)


def test_the_parts_of_a_measurement_are_the_measurement(digits):
    model = Model(ModelConfig(hidden=(4,)), digits.train.shape).eval()
    pixels = digits.train.pixels[:11]
    thresholds = torch.full_like(pixels, 100)

    def terms(**more):
        found = measure(sampled(model), pixels, thresholds, "dynamic", ("masking", 0.5), 3, 5, **more)
        return [term.bound for term in found]

    teams = [Team(rank, 3, rank, torch.device("cpu")) for rank in range(3)]
    parts = [terms(part_of=team.part_of) for team in teams]  # the last block has one image, two processes none of it
    for block, *found in zip(terms(), *parts, strict=True):
        torch.testing.assert_close(torch.cat(found), block)


TRAINING = ["-m", "vaegui", "train", "digits", "--hidden", "16", "--device", "cpu"]
pytestmark = pytest.mark.timeout(300)  # several processes import torch, twice where one is killed


@contextmanager
def started(command, home):
    child = subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env=os.environ | {"VAEGUI_HOME": str(home)},
        start_new_session=True,
    )
    try:
        yield child
    finally:
        if child.poll() is None:  # its workers have sessions of their own
            workers = workers_of(child.pid)
            child.kill()
            for pid in workers.values():
                os.kill(pid, signal.SIGKILL)
        child.wait()
        child.stdout.close()


def workers_of(pid):
    """The processes that torchrun has started, by their rank."""
    found = {}
    for status in os.listdir("/proc") if os.path.isdir("/proc/self") else []:
        if status.isdecimal():
            try:
                with open(f"/proc/{status}/stat") as file:
                    parent = int(file.read().rpartition(")")[2].split()[1])
                with open(f"/proc/{status}/environ", "rb") as file:
                    names = dict(part.partition(b"=")[::2] for part in file.read().split(b"\0"))
            except OSError:
                continue
            if parent == pid and b"RANK" in names:
                found[int(names[b"RANK"])] = int(status)
    return found


def wait_for(condition, child, seconds=150):
    end = time.monotonic() + seconds
    while not (found := condition()):
        assert child.poll() is None, child.stdout.read()
        assert time.monotonic() < end
        time.sleep(0.02)
    return found


def epochs_done(folder):
    try:
        return runs.load(folder).config.epochs_done
    except runs.UserError:
        return 0.0


def figures(run):
    """All of its curves but the seconds."""
    return [(row.epoch, row.learning_rate, *row[4:]) for row in run.metrics]


@pytest.mark.skipif(not os.path.isdir("/proc/self"), reason="processes are found in /proc")
@pytest.mark.parametrize("rank", [0, 1])
def test_a_killed_worker_loses_nothing_that_was_saved(tmp_path, home, rank):
    folder, epochs = tmp_path / "killed", 30
    words = [*TRAINING, "--epochs", epochs, "--out"]
    with started(torchrun(2, *words, folder, restarts=1), home) as child:
        saved = wait_for(lambda: epochs_done(folder), child)
        rows = runs.load(folder).metrics
        os.kill(workers_of(child.pid)[rank], signal.SIGKILL)
        assert saved < epochs
        output, _ = child.communicate(timeout=200)
        assert child.returncode == 0, output
    run = runs.load(folder)
    run.check()
    assert run.is_whole
    assert run.config.test is not None
    assert not run.config.in_training
    assert [row.epoch for row in run.metrics] == list(range(1, epochs + 1))
    assert run.metrics[: len(rows)] == rows
    # It went on as if it had never stopped, and as one process would have.
    undisturbed = tmp_path / "undisturbed"
    finish(recording.train_run(sources.load("digits"), run.config.model, run.config.training, undisturbed))
    for one, other in zip(figures(run), figures(runs.load(undisturbed)), strict=True):
        assert one == pytest.approx(other, rel=1e-4)


def test_only_the_first_process_writes(tmp_path, home, capsys):
    # Two nodes, as far as torchrun can tell: two of it, each with two workers, that meet at an address.
    folder = tmp_path / "run"
    with socket.create_server(("127.0.0.1", 0)) as free:
        endpoint = f"127.0.0.1:{free.getsockname()[1]}"
    command = torchrun(2, *TRAINING, "--epochs", 1, "--out", folder, nodes=2, endpoint=endpoint)
    with started(command, home) as first, started(command, home) as second:
        outputs = [child.communicate(timeout=200)[0] for child in (first, second)]
        assert first.returncode == second.returncode == 0, outputs
    lines = [line for output in outputs for line in output.splitlines()]
    assert sum(line.startswith("Saved to") for line in lines) == 1
    assert sum("4 processes" in line for line in lines) == 1
    assert runs.load(folder).config.epochs_done == 1
    assert len(list((home / "logs").glob("*.log"))) <= 1 if (home / "logs").exists() else True
    # The same command finds that there is nothing left to do; another one is refused.
    assert cli.main([*TRAINING[2:], "--epochs", "1", "--resume", "--out", str(folder)], None) == 0
    assert "to its end before" in capsys.readouterr().out
    assert cli.main([*TRAINING[2:], "--epochs", "2", "--resume", "--out", str(folder)], None) == 1
    assert "holds another training: vaegui train digits" in capsys.readouterr().err


def test_a_restart_takes_up_only_what_its_job_began(tmp_path, home):
    folder = tmp_path / "run"
    assert cli.main([*TRAINING[2:], "--epochs", "1", "--out", str(folder)], None) == 0
    kept = (folder / "config.json").read_bytes()
    with started(torchrun(1, *TRAINING, "--epochs", 2, "--out", folder, restarts=1), home) as child:
        output, _ = child.communicate(timeout=200)
    assert child.returncode != 0
    assert "exists already" in output
    assert (folder / "config.json").read_bytes() == kept


def test_ctrl_c_is_stop_for_all_and_one_process_goes_on(tmp_path, home):
    folder = tmp_path / "run"
    with started(torchrun(2, *TRAINING, "--epochs", 5000, "--out", folder), home) as child:
        wait_for(lambda: epochs_done(folder), child)
        child.send_signal(signal.SIGINT)
        output, _ = child.communicate(timeout=200)
    run = runs.load(folder)
    assert not run.config.in_training, output
    assert 0 < run.config.epochs_done < 5000
    run.check()
    # Another number of processes goes on as if nothing had happened, within rounding.
    digits, undisturbed = sources.load("digits"), tmp_path / "undisturbed"
    config, until = recording.continuation(run), math.ceil(run.config.epochs_done) + 3
    for place, origin in ((folder, run), (undisturbed, None)):
        events = recording.train_run(digits, run.config.model, config, place, origin=origin, save_every=0.0)
        with closing(events):
            next(event for event in events if isinstance(event, recording.Saved) and event.epoch >= until)
    rows = [figures(runs.load(place)) for place in (folder, undisturbed)]
    assert len(rows[0]) == len(rows[1]) == until
    for one, other in zip(*rows, strict=True):
        assert one == pytest.approx(other, rel=1e-4)


def test_what_torchrun_needs_is_said(monkeypatch, capsys):
    for name, value in {"TORCHELASTIC_RUN_ID": "x", "RANK": "0", "WORLD_SIZE": "1", "LOCAL_RANK": "0"}.items():
        monkeypatch.setenv(name, value)
    assert cli.main(["train", "digits"], None) == 1
    assert "--out DIR" in capsys.readouterr().err
    assert cli.main(["train", "--data", "x", "--out", "y"], None) == 1
    assert "cannot import images at once" in capsys.readouterr().err
    assert cli.main(["continue", "x"], None) == 1
    assert "--resume" in capsys.readouterr().err

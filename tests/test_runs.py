import ast
import json
import math
import pickle
import random
import shutil
from pathlib import Path

import pytest
import safetensors.torch
import torch

from vaegui import data, runs
from vaegui.models import ModelConfig
from vaegui.objectives import join, measure
from vaegui.settings import UserError

FILES = {runs.CONFIG, runs.BEST, runs.LAST, runs.METRICS, runs.CODES}
SHIPPED = sorted(path.parent for path in (Path(__file__).parent.parent / "trained").glob("*/config.json"))


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def open_all(folder):
    """Read everything there is to a run."""
    run = runs.load(folder)
    return run.model_at("best"), run.model_at("last"), run.codes, run.metrics


# ---- folders that are broken


def test_a_path_that_the_system_refuses_is_no_run():
    with pytest.raises(UserError):
        runs.load("x" * 300)


def test_a_folder_that_is_no_run(tmp_path):
    for path in (tmp_path, tmp_path / "nowhere", "nobody", "", "\0"):
        with pytest.raises(UserError, match="is not a run"):
            runs.load(path)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b'{"format": 1, "dataset": "dig', id="cut short"),
        pytest.param(b"\xff\xfe\x00", id="not text"),
        pytest.param(b"[]", id="a list"),
        pytest.param(b"{}", id="without a format"),
        pytest.param(b'{"format": 1}', id="nothing but a format"),
        pytest.param(b'{"format": 2}', id="of another format"),
        pytest.param(b"[" * 100_000, id="nested without end"),
        pytest.param(b"1" * 10_000, id="a number without end"),
    ],
)
def test_a_config_that_is_no_config_is_refused(run, content):
    (run.folder / runs.CONFIG).write_bytes(content)
    with pytest.raises(UserError, match=r"config\.json"):
        runs.load(run.folder)


@pytest.mark.parametrize(
    "changes",
    [
        {"dataset": None},
        {"dataset": ["digits"]},
        {"image_shape": [1, 8]},
        {"image_shape": "1×8×8"},
        {"image_shape": [1, 0, 8]},
        {"image_shape": [1, -8, 8]},
        {"image_shape": [1, 2**70, 8]},
        {"image_shape": [1, 9, 9]},
        {"classes": 10},
        {"classes": ["0"]},
        {"model": None},
        {"model": {"hidden": [17]}},
        {"model": {"hidden": [0]}},
        {"model": {"latent_size": 3}},
        {"training": {"epochs": -1}},
        {"training": []},
        {"created": "yesterday"},
        {"best_epoch": math.nan},
        {"seconds": "long"},
        {"test": {"images": 3}},
        {"versions": {"torch": 2}},
        {"colour": "red"},
    ],
    ids=json.dumps,
)
def test_a_config_with_a_wrong_value_is_refused(run, changes):
    path = run.folder / runs.CONFIG
    path.write_text(json.dumps(json.loads(path.read_text()) | changes))
    with pytest.raises(UserError):
        open_all(run.folder)


def test_the_setting_that_is_wrong_is_named_however_deep_it_lies(run):
    path = run.folder / runs.CONFIG
    values = json.loads(path.read_text())
    for changes, named in (({"latent_size": 0}, "latent.size"), ({"hidden": [0]}, "hidden"), ({"depth": 3}, "depth")):
        path.write_text(json.dumps(values | {"model": values["model"] | changes}))
        with pytest.raises(UserError, match=f"(?i){named}"):
            runs.load(run.folder)


def _tensors(change):
    """A way to break a file of tensors: read it, change it, write it."""

    def break_it(path):
        tensors = safetensors.torch.load(path.read_bytes())
        path.write_bytes(safetensors.torch.save({k: v.contiguous() for k, v in change(tensors).items()}))

    return break_it


def _first(change):
    return _tensors(lambda t: {name: change(v) if n == 0 else v for n, (name, v) in enumerate(sorted(t.items()))})


BROKEN_BYTES = {
    "empty": lambda path: path.write_bytes(b""),
    "cut short": lambda path: path.write_bytes(path.read_bytes()[: path.stat().st_size // 2]),
    "a header without end": lambda path: path.write_bytes(b"\xff" * 8 + path.read_bytes()[8:]),
    "a pickle": lambda path: path.write_bytes(pickle.dumps({"encoder.1.weight": [1.0]})),
    "a folder": lambda path: (path.unlink(), path.mkdir()),
}
BROKEN_WEIGHTS = BROKEN_BYTES | {
    "missing": lambda path: path.unlink(),
    "of another shape": _first(lambda value: value[:-1]),
    "one missing": _tensors(lambda tensors: dict(sorted(tensors.items())[1:])),
    "not a number": _first(lambda value: value * math.nan),
    "infinite": _first(lambda value: value + math.inf),
}
BROKEN_CODES = BROKEN_BYTES | {
    "another latent size": _tensors(lambda t: t | {"mean": t["mean"][:, :1], "std": t["std"][:, :1]}),
    "not a number": _tensors(lambda t: t | {"mean": t["mean"] * math.nan}),
    "more labels than codes": _tensors(lambda t: t | {"label": t["label"].repeat(2)}),
    "labels of no class": _tensors(lambda t: t | {"label": t["label"] + 10}),
    "labels that are no whole numbers": _tensors(lambda t: t | {"label": t["label"].float()}),
    "no labels": _tensors(lambda t: {"mean": t["mean"], "std": t["std"]}),
}
BROKEN_METRICS = {
    "not text": lambda path: path.write_bytes(b"\xff" * 100),
    "a column missing": lambda path: path.write_text(path.read_text().replace("train_elbo", "elbo")),
    "a word": lambda path: path.write_text(path.read_text() + "1,2,3,4,5,6,7,8,nine\n"),
    "cut short": lambda path: path.write_text(path.read_text() + "1,2,3"),
    "a folder": lambda path: (path.unlink(), path.mkdir()),
}
BROKEN = {
    runs.BEST: BROKEN_WEIGHTS,
    runs.LAST: BROKEN_WEIGHTS,
    runs.CODES: BROKEN_CODES,
    runs.METRICS: BROKEN_METRICS,
}


@pytest.mark.parametrize(
    ("file", "how"),
    [(file, how) for file, ways in BROKEN.items() for how in ways],
)
def test_a_broken_file_is_refused_with_a_sentence_that_names_it(run, file, how):
    open_all(run.folder)
    BROKEN[file][how](run.folder / file)
    with pytest.raises(UserError, match=file):
        open_all(run.folder)


def test_a_run_cut_off_before_its_end_has_no_codes_and_no_curves_but_opens(run):
    (run.folder / runs.CODES).unlink()
    (run.folder / runs.METRICS).unlink()
    assert open_all(run.folder)[2:] == (None, [])


def test_bits_that_rot_are_refused_or_harmless_but_never_a_crash(run):
    """Bytes of every file overwritten, cut and inserted at random: a UserError is the only way to fail."""
    rng = random.Random(0)
    good = contents(run.folder)
    refused = 0
    for _ in range(150):
        name = rng.choice(sorted(good))
        bad = bytearray(good[name])
        for _ in range(rng.choice((1, 1, 5))):
            at = rng.randrange(min(len(bad), rng.choice((100, 1000, 10**6))))
            rng.choice((bad.__setitem__, bad.insert))(at, rng.choice((rng.randrange(256), *b'0"-[{,')))
        (run.folder / name).write_bytes(bad[: rng.choice((None, None, -1, -20))])
        try:
            open_all(run.folder)
            runs.scan(run.folder.parent)
        except UserError:
            refused += 1
        (run.folder / name).write_bytes(good[name])
    assert 20 < refused < 150


def test_nothing_in_the_program_can_unpickle(repository):
    for path in (repository / "vaegui").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import | ast.ImportFrom) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            names += [ast.unparse(node)] if isinstance(node, ast.Attribute) else []
            for name in names:
                assert name.split(".")[0] not in {"pickle", "dill", "joblib", "shelve", "marshal"}, (path, name)
                assert name not in {"torch.load", "torch.save", "torch.hub", "np.load", "numpy.load"}, (path, name)


# ---- the list of runs


def test_scan_lists_the_newest_first_and_says_what_is_broken(run, tmp_path):
    folder = tmp_path / "list"
    for name, changes in {
        "old": {"created": "2024-05-01T10:00:00Z"},
        "new": {"created": "2025-01-01T00:00:00+02:00"},
        "between": {"created": "2024-12-31T21:00:00Z"},
        "broken": {"model": {"latent_size": 0}},
    }.items():
        config = shutil.copytree(run.folder, folder / name) / runs.CONFIG
        config.write_text(json.dumps(json.loads(config.read_text()) | changes))
    (folder / "being written").mkdir()
    (folder / "file").write_text("")
    found, problems = runs.scan(folder)
    assert [run.name for run in found] == ["new", "between", "old"]
    (problem,) = problems
    assert str(folder / "broken") in problem
    assert runs.scan(tmp_path / "nowhere") == ([], [])


def test_scan_survives_a_date_before_time_began(run):
    config = run.folder / runs.CONFIG
    config.write_text(json.dumps(json.loads(config.read_text()) | {"created": "0001-01-01T00:00:00"}))
    found, problems = runs.scan(run.folder.parent)
    assert len(found) + len(problems) == 1


def test_renaming(run):
    renamed = runs.rename(run, "  Größe 2 – β=4.0 ")
    assert (renamed.name, renamed.config) == ("Größe 2 – β=4.0", run.config)
    assert not run.folder.exists()
    open_all(renamed.folder)
    with pytest.raises(UserError, match="cannot be renamed"):
        runs.rename(run, "again")  # the folder is no longer there


def test_a_name_that_is_none_is_refused(run):
    for name in ("", " ", ".", "..", ".hidden", "a/b", "../out", "a\\b", "a:b", "a?", "a\nb", "x" * 101):
        with pytest.raises(UserError, match="cannot be the name"):
            runs.rename(run, name)
    open_all(run.folder)


def test_a_name_too_long_for_the_disk_is_refused(run):
    with pytest.raises(UserError):
        runs.rename(run, "あ" * 100)  # 100 letters, 300 bytes


@pytest.mark.skipif(not SHIPPED, reason="no runs ship with the program")
def test_a_name_of_a_shipped_run_is_refused(run):
    with pytest.raises(UserError, match="already"):
        runs.rename(run, SHIPPED[0].name)
    open_all(run.folder)


def test_a_name_that_is_taken_is_refused(run):
    shutil.copytree(run.folder, run.folder.with_name("taken"))
    with pytest.raises(UserError, match="already a run"):
        runs.rename(run, "taken")
    open_all(run.folder)
    open_all(run.folder.with_name("taken"))


def test_a_new_run_gets_a_name_of_its_own(run, home):
    model = ModelConfig(latent_size=7)
    assert runs.new_folder("digits", model) == home / "runs" / "digits-vae-7d"
    shutil.copytree(run.folder, home / "runs" / "digits-vae-7d")
    assert runs.new_folder("digits", model) == home / "runs" / "digits-vae-7d-2"
    assert runs.load("digits-vae-7d").folder == (home / "runs" / "digits-vae-7d").resolve()
    shipped = [runs.load(folder) for folder in SHIPPED]
    taken = {run.name for run in shipped}
    assert taken.isdisjoint(runs.new_folder(run.config.dataset, run.config.model).name for run in shipped)


# ---- the runs that come with the program


@pytest.mark.parametrize("folder", SHIPPED, ids=lambda folder: folder.name)
def test_a_shipped_run_is_whole_and_as_good_as_it_says(folder, request):
    run = runs.load(folder)
    dataset = request.getfixturevalue(run.config.dataset)  # skips where MNIST is not at hand
    assert set(contents(folder)) == FILES
    assert sum(path.stat().st_size for path in folder.iterdir()) < 10e6
    assert run.config.command.startswith(f"vaegui train {run.config.dataset} ")
    assert run.config.test.images == len(dataset.test)
    thresholds = data.fixed_thresholds(dataset.test.pixels.shape)
    elbo = join(measure(run.model, dataset.test.pixels, thresholds)).elbo.mean().item()
    assert elbo == pytest.approx(run.config.test.elbo.mean, abs=0.01)
    if folder.name == "mnist-vae-2d":
        assert elbo >= -132
    assert torch.equal(run.codes.labels, dataset.test.labels)
    q = run.model.encode(data.observe(dataset.test.pixels, run.config.model.observed_as, thresholds))
    torch.testing.assert_close((run.codes.mean, run.codes.std), (q.mean, q.stddev), rtol=1e-3, atol=1e-3)


@pytest.mark.parametrize("folder", SHIPPED, ids=lambda folder: folder.name)
def test_a_shipped_run_opens_by_its_name_without_its_dataset(folder):
    run = runs.load(folder.name)
    assert run.folder == folder.resolve()
    assert run.model.decode(torch.zeros(1, run.config.model.latent_size)).mean.shape[1:] == run.config.image_shape
    assert len(run.codes.mean) == run.config.test.images
    assert len(run.metrics) > 1

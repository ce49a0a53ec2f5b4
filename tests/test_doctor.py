"""The doctor: what it says of a machine where all is well, and of each thing that can be wrong."""

import importlib.metadata
import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass

import pytest
import torch

import vaegui
from vaegui import asking, cli, doctor, folders, logs, runs
from vaegui.exports import extras
from vaegui.steps import finish


@dataclass(frozen=True)
class Seen:
    """What a screen that is looked at has to say."""

    facts: dict
    problem: str = ""


class Screen:
    """A screen for the command line; nobody needs Qt for it."""

    def __init__(self, seen):
        self._seen = seen

    def look(self):
        yield
        return self._seen


WELL = Seen({"Qt": "6.9.9", "platform": "imagined"})


def examine(seen=WELL):
    return finish(doctor.examine(Screen(seen).look))


@pytest.fixture
def quick(monkeypatch):
    """Leave out what takes seconds: importing torchvision in another process."""

    def nothing(_name, _problems):
        yield

    monkeypatch.setattr(doctor, "_import_in_another_process", nothing)


@pytest.fixture
def with_qt(monkeypatch):
    """Whatever is installed, have the doctor find a version of everything."""
    real = importlib.metadata.version
    versions = {}

    def version(name):
        if name in versions:
            return versions[name]
        try:
            return real(name)
        except importlib.metadata.PackageNotFoundError:
            return "1.0"

    monkeypatch.setattr(importlib.metadata, "version", version)
    return versions


def test_where_all_is_well_everything_is_told(with_qt, home, capsys):
    steps = doctor.examine(Screen(WELL).look)
    looked_at = []
    while True:
        try:
            looked_at.append(next(steps))
        except StopIteration as done:
            found = done.value
            break
    assert [words for words in dict.fromkeys(looked_at) if not words.startswith("run ")] == [
        "versions",
        "device",
        "torchvision",
        "screen",
        "folders",
        "datasets",
        "runs",
    ]
    assert found.is_well
    assert not [problem for problem in found.problems if problem.is_broken]
    assert found.facts["Versions"]["torch"] == torch.__version__.split("+")[0] or torch.__version__
    assert found.facts["Versions"]["vaegui"].startswith(vaegui.__version__)
    assert found.facts["Screen"]["platform"] == "imagined"
    assert found.facts["Runs"]["shipped"] == str(len(list(folders.shipped_folder().iterdir())))
    assert "downloads 12 MB" in found.facts["Datasets"]["MNIST"]
    assert "GB" in found.facts["Computing"]["memory"]
    text = found.as_text()
    assert text.startswith(f"vaegui {vaegui.__version__}: all is well.")
    assert "For a bug report, send all of this" in text.splitlines()[-1]
    for facts in found.facts.values():
        for name, value in facts.items():
            assert any(line.strip().startswith(name) and line.endswith(value) for line in text.splitlines()), name
    assert not home.exists()  # looking changes nothing


def test_by_the_command_line_the_exit_status_says_whether_something_is_broken(quick, with_qt, capsys):
    assert cli.main(["doctor"], Screen(WELL)) == 0
    assert "all is well" in capsys.readouterr().out
    assert cli.main(["doctor", "--json"], Screen(Seen({}, "Qt cannot open a window: it is broken."))) == 1
    told = json.loads(capsys.readouterr().out)
    assert not told["is_well"]
    assert "it is broken" in told["problems"][0]["sentence"]
    assert told["facts"]["Versions"]["Python"].startswith(".".join(map(str, sys.version_info[:3])))


def test_problems_come_first(quick, with_qt):
    text = examine(Seen({}, "Qt cannot open a window: no screen.")).as_text()
    assert text.splitlines()[0].endswith("something is broken. What, and what to do:")
    assert text.splitlines()[2].startswith("✗ Qt cannot open a window")
    assert text.index("no screen") < text.index("Versions")


def test_a_version_that_fails_on_one_python_is_well_on_the_next(quick, with_qt, monkeypatch):
    name = next(name for name in doctor._required() if name.lower() == "pyside6-essentials")
    with_qt["PySide6-Essentials"] = with_qt[name] = "6.12.0"
    monkeypatch.setattr(sys, "version_info", (3, 12, 0))
    assert examine().is_well
    monkeypatch.setattr(sys, "version_info", (3, 11, 9))
    found = examine()
    assert "PySide6 6.12.0 does not work with vaegui: with Python 3.11" in found.problems[0].sentence


@pytest.mark.parametrize("version", ["6.11.0", "6.11.1"])
def test_versions_known_to_fail_are_named_with_what_to_do(quick, with_qt, version):
    name = next(name for name in doctor._required() if name.lower() == "pyside6-essentials")
    with_qt["PySide6-Essentials"] = with_qt[name] = version
    found = examine()
    assert not found.is_well
    assert f"PySide6 {version}" in found.problems[0].sentence
    assert "pip install" in found.problems[0].sentence
    with_qt["PySide6-Essentials"] = with_qt[name] = "6.11.2"
    assert examine().is_well


def test_a_package_that_is_missing_is_named(quick, monkeypatch):
    real = importlib.metadata.version

    def version(name):
        if name == "scipy":
            raise importlib.metadata.PackageNotFoundError(name)
        return real(name) if "yside" not in name else "6.9"

    monkeypatch.setattr(importlib.metadata, "version", version)
    found = examine()
    assert "scipy is not installed" in " ".join(problem.sentence for problem in found.problems)
    assert found.facts["Versions"]["scipy"] == "missing"


def test_extras_say_how_to_get_them(quick, with_qt, monkeypatch):
    monkeypatch.setattr(doctor, "EXTRAS", extras.EXTRAS | {"film": ("a_package_that_nobody_has",)})
    found = examine()
    get = found.facts["Extras"]["Writing films"]
    assert get.endswith("vaegui’s sources, run: uv tool install '.[film]', or pip install '.[film]'")
    assert found.is_well  # nobody needs to have them


def test_a_torchvision_of_another_make_is_found(with_qt, monkeypatch, tmp_path):
    broken = tmp_path / "torchvision"
    broken.mkdir()
    (broken / "__init__.py").write_text("raise RuntimeError('operator torchvision::nms does not exist')")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path), prepend=os.pathsep)
    found = examine()
    assert not found.is_well
    assert "torchvision::nms does not exist" in found.problems[0].sentence
    assert "pip install --force-reinstall torch torchvision" in found.problems[0].sentence


def test_damaged_runs_are_named_with_what_to_do(quick, with_qt, run, home):
    (home / "runs").mkdir(parents=True)
    folder = home / "runs" / "mine"
    shutil.copytree(run.folder, folder)
    assert examine().facts["Runs"]["your own"] == "1"
    weights = folder / runs.FILES["weights"]
    weights.write_bytes(weights.read_bytes()[:-1] + b"?")
    found = examine()
    assert not found.is_well
    assert found.facts["Runs"]["your own"] == "1, and 1 are damaged"
    assert str(weights) in found.problems[0].sentence


def test_a_home_that_takes_nothing_is_said(quick, with_qt, home):
    home.write_text("a file where the folder would be")
    found = examine()
    assert not found.is_well
    assert "VAEGUI_HOME" in found.problems[0].sentence


@pytest.mark.parametrize("is_there", [False, True])
def test_a_home_that_nobody_may_look_into_is_explained(quick, with_qt, closed, monkeypatch, is_there):
    home = closed.parent if is_there else closed
    monkeypatch.setenv("VAEGUI_HOME", str(home))
    found = examine()
    assert not found.is_well
    sentences = [problem.sentence for problem in found.problems if problem.is_broken]
    assert sentences[0].startswith(f"Nothing can be written to {home}: Permission denied.")
    assert f"The runs in {home / 'runs'} cannot be looked into: Permission denied." in sentences
    assert found.facts["Runs"]["your own"] == "unknown"


def test_no_compiler_is_worth_knowing_and_nothing_broken(quick, with_qt, monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("CXX", raising=False)
    found = examine()
    assert found.is_well
    assert "C++ compiler" in found.problems[0].sentence
    assert found.as_text().splitlines()[0].endswith("all is well. Worth knowing:")
    assert found.facts["Computing"]["C++ compiler"] == "none"


def test_neither_home_nor_name_is_told(quick, with_qt, monkeypatch, tmp_path):
    home = tmp_path / "anna"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    monkeypatch.setenv("LOGNAME", "anna")
    monkeypatch.setenv("VAEGUI_HOME", str(home / "vaegui"))
    logs._whose.cache_clear()
    try:
        found = examine()
    finally:
        logs._whose.cache_clear()
    assert found.facts["Folders"]["vaegui’s own"] == f"~{os.sep}vaegui"
    assert "anna" not in found.as_text()
    assert "anna" not in json.dumps(found.as_json())


def test_another_process_is_ended_when_nobody_waits_for_it(tmp_path):
    there = tmp_path / "there"
    program = f"import pathlib, time; pathlib.Path({str(there)!r}).touch(); time.sleep(600)"
    steps = asking.ask([sys.executable, "-c", program], longest=600)
    while not there.exists():
        next(steps)
    child = steps.gi_frame.f_locals["child"]
    steps.close()
    assert child.returncode is not None
    with pytest.raises(TimeoutError):
        finish(asking.ask([sys.executable, "-c", "import time; time.sleep(600)"], longest=0.2))
    answer = finish(asking.ask([sys.executable, "-c", "import sys; print(1); sys.exit('no')"], longest=60))
    assert (answer.status, answer.out.strip(), answer.complaints) == (1, "1", ["no"])


def test_the_doctor_works_where_there_is_no_display_and_where_qt_is_missing(home):
    """In a process of its own, as it is launched; whether Qt is installed here or not."""
    environment = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    environment["QT_QPA_PLATFORM"] = ""
    command = [sys.executable, "-m", "vaegui", "doctor", "--json"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=110)
    told = json.loads(done.stdout)
    try:
        importlib.metadata.version("PySide6-Essentials")
    except importlib.metadata.PackageNotFoundError:
        assert done.returncode == 1
        assert any("PySide6" in problem["sentence"] for problem in told["problems"])
    else:
        assert done.returncode == 0, told["problems"]
        assert told["facts"]["Screen"]["platform"].startswith("offscreen")
        assert done.stderr == ""

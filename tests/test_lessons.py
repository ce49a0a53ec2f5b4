"""Lessons as files: what goes in comes out elsewhere, and a stranger's file is refused before it costs anything."""

import io
import json
import os
import shutil
import stat
import struct
import subprocess
import sys
import time
import tracemalloc
import zipfile
from dataclasses import replace

import pytest
import torch
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vaegui import folders, lessons, runs, storing
from vaegui.lessons import Lesson, Pin, State, View
from vaegui.lessons.archive import MOST_DAYS, MOST_MEMBERS, SCRATCH
from vaegui.lessons.content import from_json
from vaegui.settings import UserError
from vaegui.steps import finish
from vaegui.words import ENGLISH, speak

FULL = State(
    title="Ein *Titel*",
    run="small",
    text="Two lines\nand *emphasis*, μ and <b>no tag</b>.",
    question="What if σ → 0?",
    notes="Wait here.",
    rivals=("other",),
    panels=("train", "decoded"),
    front=("train",),
    layers=("points", "manifold"),
    colour="density",
    tool="lasso",
    target=(0.25, -1.5),
    view=View((0.5, 0.25), 2.0),
    pins=(Pin("1", (0.0, 1.0)), Pin("zwei", (1.0, 0.0), 7)),
    way="shortest",
    row=3,
    hidden=("4", "9"),
    paper=True,
    stop="VAE, Bernoulli decoder",
)
LITTLE = State(title="Nothing but a run", run="small")
LESSON = Lesson("A lesson", "Somebody", "de", (FULL, LITTLE))


@pytest.fixture
def places(run, tmp_path):
    """The runs of LESSON, which are two copies of the same."""
    return {"small": run.folder, "other": shutil.copytree(run.folder, tmp_path / "other").resolve()}


@pytest.fixture(scope="session")
def content(trained_folder, tmp_path_factory):
    """The bytes of a good lesson's file."""
    out = tmp_path_factory.mktemp("lessons") / "good.vaelesson"
    finish(lessons.pack(Lesson("Good", states=(LITTLE,)), {"small": trained_folder}, out))
    return out.read_bytes()


@pytest.fixture
def elsewhere(monkeypatch, tmp_path):
    """Another machine, as far as vaegui knows."""
    folder = tmp_path / "elsewhere"
    monkeypatch.setenv("VAEGUI_HOME", str(folder))
    return folder


def left_in(folder):
    """Everything below a folder that is no folder, but for what was unpacked whole."""
    return [path for path in folder.rglob("*") if path.is_file()] if folder.exists() else []


# Round trips


def test_a_lesson_comes_out_elsewhere_as_it_went_in(places, elsewhere, tmp_path):
    file = tmp_path / "a.vaelesson"
    steps = lessons.pack(LESSON, places, file)
    shares = list(steps)
    assert shares == sorted(shares)
    assert 0 < shares[-1] == 1.0
    before = runs.load(places["small"])
    shutil.rmtree(places["small"])
    shutil.rmtree(places["other"])
    opened = lessons.load(file)
    assert opened.lesson == LESSON
    assert set(opened.folders) == {"small", "other"}
    for folder in opened.folders.values():
        assert elsewhere.resolve() in folder.parents
        run = runs.load(folder)
        run.check()
        assert run.config == replace(before.config, files=run.config.files)
    assert folders.is_kept_as_it_is(folder)
    assert not folders.is_kept_as_it_is(elsewhere / "runs" / "small")


def test_the_models_of_a_lesson_are_bit_for_bit_those_that_were_packed(run, elsewhere, tmp_path):
    file = tmp_path / "a.vaelesson"
    finish(lessons.pack(Lesson("A", states=(LITTLE,)), {"small": run.folder}, file))
    there = runs.load(lessons.load(file).folders["small"])
    for name, value in run.model.state_dict().items():
        assert torch.equal(value, there.model.state_dict()[name])
    assert torch.equal(run.codes.mean, there.codes.mean)
    assert run.metrics == there.metrics


def test_a_file_holds_what_showing_takes_and_no_more(run, tmp_path):
    assert "state" in run.config.files  # there is something that can be left out
    file = tmp_path / "a.vaelesson"
    packed = finish(lessons.pack(Lesson("A", states=(LITTLE,)), {"small": run.folder}, file))
    assert packed == lessons.Packed(file, file.stat().st_size, 1)
    with zipfile.ZipFile(file) as archive:
        names = sorted(archive.namelist())
        listed = json.loads(archive.read("runs/small/config.json"))["files"]
    parts = ("codes.safetensors", "config.json", "metrics.csv", "weights.safetensors")
    assert names == ["lesson.json", *(f"runs/small/{part}" for part in parts)]
    assert set(listed) == {"weights", "codes", "metrics"}


def test_the_same_lesson_is_always_the_same_file(places, tmp_path):
    one, other = tmp_path / "one.vaelesson", tmp_path / "other.vaelesson"
    for file in (one, other):
        finish(lessons.pack(LESSON, places, file))
    assert one.read_bytes() == other.read_bytes()


words = st.text(st.characters(exclude_categories=["Cc", "Cf", "Cs", "Zl", "Zp"]), max_size=80)
numbers = st.floats(-1e4, 1e4)
states = st.builds(
    State,
    title=words,
    run=st.sampled_from(["small", "mnist-vae-2d", "ein Lauf 2"]),
    text=words,
    question=words,
    rivals=st.lists(st.sampled_from(["a", "b", "c"]), max_size=7).map(tuple),
    panels=st.none() | st.lists(words, max_size=5).map(tuple),
    layers=st.none() | st.lists(words, max_size=5).map(tuple),
    target=st.none() | st.tuples(numbers, numbers),
    view=st.none() | st.builds(View, st.tuples(numbers, numbers), st.floats(0.005, 5000)),
    pins=st.none()
    | st.lists(st.builds(Pin, words, st.tuples(numbers, numbers), st.none() | st.integers(0, 10**8)), max_size=5).map(
        tuple
    ),
    way=st.none() | st.sampled_from(["straight", "spherical", "shortest"]),
    row=st.none() | st.integers(0, 10**8),
    paper=st.none() | st.booleans(),
)


@given(st.builds(Lesson, words, words, st.just("en"), st.lists(states, min_size=1, max_size=5).map(tuple)))
@settings(deadline=None)
def test_whatever_a_lesson_says_survives_its_json(lesson):
    assert from_json(lesson.to_json(), "here") == lesson


def test_a_lesson_is_unpacked_once(content, elsewhere, tmp_path):
    one, other = tmp_path / "a.vaelesson", tmp_path / "the same under another name"
    for file in (one, other):
        file.write_bytes(content)
    first = lessons.load(one)
    weights = first.folders["small"] / "weights.safetensors"
    identity = weights.stat().st_ino, weights.stat().st_mtime_ns
    again = lessons.load(other)
    assert again.folders == first.folders
    assert (weights.stat().st_ino, weights.stat().st_mtime_ns) == identity
    assert again.path == other
    (lesson_folder,) = folders.lessons_folder().iterdir()
    assert lesson_folder.name == storing.digest(content)


def test_what_was_damaged_since_is_unpacked_anew(content, elsewhere, tmp_path):
    file = tmp_path / "a.vaelesson"
    file.write_bytes(content)
    folder = lessons.load(file).folders["small"]
    for damage in (
        lambda: (folder / "weights.safetensors").write_bytes(b""),  # as a power cut leaves it
        lambda: (folder / "config.json").unlink(),
        lambda: (folder.parent.parent / "lesson.json").write_bytes(b"{"),
    ):
        damage()
        runs.load(lessons.load(file).folders["small"]).check()
        assert len(list(folders.lessons_folder().iterdir())) == 1


# Giving up, and what the disk says


@pytest.mark.parametrize("after", [0, 1, 2])
def test_giving_up_packing_leaves_what_was_there(places, tmp_path, after):
    file = tmp_path / "out" / "a.vaelesson"
    file.parent.mkdir()
    file.write_bytes(b"before")
    steps = lessons.pack(LESSON, places, file)
    for _ in range(after):
        next(steps)
    steps.close()
    assert [path.name for path in file.parent.iterdir()] == ["a.vaelesson"]
    assert file.read_bytes() == b"before"


@pytest.mark.parametrize("after", range(5))
def test_giving_up_opening_leaves_nothing(content, elsewhere, tmp_path, after):
    file = tmp_path / "a.vaelesson"
    file.write_bytes(content)
    steps = lessons.read(file)
    for _ in range(after):
        next(steps)
    steps.close()
    assert left_in(elsewhere) == []


def test_a_lesson_that_cannot_be_saved_says_so(places, tmp_path):
    with pytest.raises(UserError, match="no steps yet"):
        finish(lessons.pack(Lesson("Empty"), {}, tmp_path / "a.vaelesson"))
    with pytest.raises(UserError, match="no run “other”"):
        finish(lessons.pack(LESSON, {"small": places["small"]}, tmp_path / "a.vaelesson"))
    with pytest.raises(UserError, match="could not be written"):
        finish(lessons.pack(LESSON, places, tmp_path / "no such folder" / "a.vaelesson"))
    (places["small"] / "weights.safetensors").write_bytes(b"")
    with pytest.raises(UserError, match="is broken"):
        finish(lessons.pack(LESSON, places, tmp_path / "a.vaelesson"))
    assert not (tmp_path / "a.vaelesson").exists()
    assert not list(tmp_path.glob(".*"))


def test_what_is_unfinished_or_old_is_swept(content, elsewhere, tmp_path):
    file = tmp_path / "a.vaelesson"
    file.write_bytes(content)
    lessons.load(file)
    place = folders.lessons_folder()
    unfinished, in_use, old = place / f"{SCRATCH}1", place / f"{SCRATCH}2", place / ("0" * 64)
    for folder in (unfinished, in_use, old):
        folder.mkdir()
        (folder / "file").write_bytes(b"1")
    long_ago = time.time() - (MOST_DAYS + 1) * 86_400
    os.utime(old, (long_ago, long_ago))
    program = (
        "import sys, pathlib; from vaegui import storing; lock = storing.hold(pathlib.Path(sys.argv[1])); input(1)"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program, str(in_use)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout.read(1) == b"1"  # it holds it
        lessons.sweep()
        assert {path.name for path in place.iterdir()} == {in_use.name, storing.digest(content)}
        other.communicate(b"\n")
    lessons.sweep()
    assert [path.name for path in place.iterdir()] == [storing.digest(content)]


def test_where_nothing_was_unpacked_there_is_nothing_to_sweep(home):
    lessons.sweep()
    assert not home.exists()


# Lessons that come with the program


def test_the_shipped_lessons_need_shipped_runs_alone():
    found = lessons.shipped()
    assert found
    for opened in found:
        for name, folder in opened.folders.items():
            assert folder == (folders.shipped_folder() / name).resolve()
            assert runs.load(folder).codes is not None
        for state in opened.lesson.states:
            assert state.title
            assert state.text


def test_a_shipped_lesson_can_be_packed_and_opens_elsewhere(elsewhere, tmp_path):
    opened = lessons.shipped()[0]
    file = tmp_path / "a.vaelesson"
    finish(lessons.pack(opened.lesson, opened.folders, file))
    there = lessons.load(file)
    assert there.lesson == opened.lesson
    for name, folder in there.folders.items():
        assert runs.load(folder).config.dataset == runs.load(opened.folders[name]).config.dataset


@pytest.fixture
def german():
    """A language of which the catalogue has each text, between brackets."""
    speak("de", lambda text, count: f"⟦{text}⟧")
    yield
    speak(ENGLISH, None)


def test_the_shipped_lessons_speak_the_readers_language_and_are_known_by_their_files(german):
    translated = lessons.shipped()
    speak(ENGLISH, None)
    for there, here in zip(translated, lessons.shipped(), strict=True):
        assert (there.path, there.folders) == (here.path, here.folders)
        assert (there.lesson.title, there.lesson.language) == (f"⟦{here.lesson.title}⟧", "de")
        for state, original in zip(there.lesson.states, here.lesson.states, strict=True):
            assert (state.title, state.text) == (f"⟦{original.title}⟧", f"⟦{original.text}⟧")
            assert state.question == f"⟦{original.question}⟧"
            # What the window is set up by is the same in all languages.
            assert replace(state, title="", text="", question="") == replace(original, title="", text="", question="")


def test_the_lesson_of_a_file_is_as_its_author_wrote_it(german, places, elsewhere, tmp_path):
    file = tmp_path / "a.vaelesson"
    finish(lessons.pack(LESSON, places, file))
    assert lessons.load(file).lesson == LESSON


def test_a_wrong_lesson_is_named_once(tmp_path):
    with pytest.raises(UserError, match=r"^In the lesson in “a”: “colour of the sky” is not a setting"):
        from_json(b'{"format": 1, "title": "A", "states": [], "colour of the sky": 1}', "“a”")


# Strangers' words


def spoiled(**changes):
    values = {"format": 1, "title": "A", "states": [{"title": "S", "run": "small"}]}
    state = {name[2:]: value for name, value in changes.items() if name.startswith("s_")}
    values["states"][0] |= state
    return values | {name: value for name, value in changes.items() if not name.startswith("s_")}


WRONG_WORDS = {
    "another format": spoiled(format=2),
    "no format": spoiled(format=None),
    "true as a format": spoiled(format=True),
    "no steps": spoiled(states=[]),
    "an axis beside itself": spoiled(s_plane="axes", s_axes=[3, 3]),
    "axes without a name": spoiled(s_plane="axes"),
    "axes of another plane": spoiled(s_plane="pca", s_axes=[0, 1]),
    "a code without an end": spoiled(s_code=[0.0] * 513),
    "a code far away": spoiled(s_code=[0.0, 1e5, 0.0]),
    "too many steps": spoiled(states=[{"title": "S", "run": "small"}] * 51),
    "too many runs": spoiled(states=[{"title": "S", "run": f"run {i}"} for i in range(33)]),
    "too long a text": spoiled(s_text="a" * 2001),
    "a text that turns around": spoiled(s_text="a\u202eb"),
    "a bell": spoiled(s_title="\a"),
    "half of a letter": spoiled(s_title="\ud800"),
    "a number for a text": spoiled(s_text=1),
    "a run that leads out": spoiled(s_run="../small"),
    "a run that is a device": spoiled(s_run="con"),
    "a run without a name": spoiled(s_run=""),
    "too many rivals": spoiled(s_rivals=[f"r{i}" for i in range(8)]),
    "an unknown key": spoiled(s_exec="rm"),
    "infinity": spoiled(s_target=[float("inf"), 0.0]),
    "no number": spoiled(s_target=[float("nan"), 0.0]),
    "too far": spoiled(s_target=[1e5, 0.0]),
    "three coordinates": spoiled(s_target=[0.0, 0.0, 0.0]),
    "a view of no size": spoiled(s_view={"centre": [0, 0], "reach": 0}),
    "a row before the first": spoiled(s_row=-1),
    "too many pins": spoiled(s_pins=[{"name": "1", "place": [0, 0]}] * 51),
    "an unknown way": spoiled(s_way="curved"),
    "a language that is none": spoiled(language="<b>"),
    "a list": [1],
    "states that are none": spoiled(states="many"),
}


@pytest.mark.parametrize("what", WRONG_WORDS)
def test_words_that_are_no_lesson_are_refused_in_a_sentence(what):
    with pytest.raises(UserError) as refused:
        from_json(json.dumps(WRONG_WORDS[what]).encode(), "Here")
    assert len(str(refused.value)) < 500


@pytest.mark.parametrize(
    "text", [b"[" * 100_000, b'{"format": 1, "title": ' + b"[" * 50_000, b"\xff", b"", b"9" * 10_000, b" " * (1 << 21)]
)
def test_what_is_no_json_is_refused(text):
    with pytest.raises(UserError):
        from_json(text, "Here")


# Strangers' zips


def zipped(content, change=None, add=(), leave_out=()):
    """The good file, with members that are changed, added or left out."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for info in source.infolist():
            if info.filename not in leave_out:
                target.writestr(info, (change or {}).get(info.filename, source.read(info)))
        for info, data, *how in add:
            target.writestr(info, data, *how)
    return out.getvalue()


def member(name, mode=0o100644, system=3):
    info = zipfile.ZipInfo(name)
    info.create_system = system
    info.external_attr = mode << 16
    return info


def renamed(content, old, new):
    """The same with a name written over, in both places where it stands."""
    assert len(old) == len(new)
    assert content.count(old) == 2
    return content.replace(old, new)


def flagged(content, flag):
    """With a flag set in the first member's two headers."""
    data = bytearray(content)
    for signature, offset in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        data[data.index(signature) + offset] |= flag
    return bytes(data)


def lying(content, size):
    """The list says another size of what lesson.json is unpacked."""
    data = bytearray(content)
    at = data.index(b"PK\1\2")
    data[at + 24 : at + 28] = struct.pack("<I", size)
    return bytes(data)


def overlapping(content):
    """Two members that are the same bytes."""
    with zipfile.ZipFile(io.BytesIO(content)) as source:
        place = source.getinfo("runs/small/metrics.csv").header_offset
    data = bytearray(content)
    at = data.index(b"runs/small/codes.safetensors", data.index(b"PK\1\2")) - 46
    data[at + 42 : at + 46] = struct.pack("<I", place)
    return bytes(data)


def many(content, count):
    return zipped(content, add=[(f"runs/r{i}/config.json", b"{}") for i in range(count)])


def bomb(content, name="runs/small/state.safetensors", size=1 << 27):
    return zipped(content, add=[(name, bytes(size))])


def big_list(_content):
    """A list of members larger than any lesson's, all of it comments."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for number in range(40):
            info = zipfile.ZipInfo(f"runs/r{number}/config.json")
            info.comment = b"c" * 65_535
            archive.writestr(info, b"")
    return out.getvalue()


def another_weight(content):
    """One number of the weights is another, and the zip is whole."""
    with zipfile.ZipFile(io.BytesIO(content)) as source:
        weights = bytearray(source.read("runs/small/weights.safetensors"))
    weights[-1] ^= 1
    return zipped(content, {"runs/small/weights.safetensors": bytes(weights)})


def pickled(content):
    """Weights that run code when they are unpickled, sealed as if they were ours."""
    import pickle

    weights = pickle.dumps(print)
    with zipfile.ZipFile(io.BytesIO(content)) as source:
        config = json.loads(source.read("runs/small/config.json"))
    config.pop("sha256")
    config["files"]["weights"] |= {"bytes": len(weights), "sha256": storing.digest(weights)}
    return zipped(content, {"runs/small/weights.safetensors": weights, "runs/small/config.json": storing.seal(config)})


HOSTILE = {
    "a path up": (lambda c: renamed(c, b"runs/small/metrics.csv", b"../../smallmetrics.csv"), "leads out"),
    "a path from the root": (lambda c: renamed(c, b"runs/small/metrics.csv", b"/tmp/small/metrics.csv"), "leads out"),
    "a path up in the middle": (
        lambda c: renamed(c, b"runs/small/metrics.csv", b"runs/../x//metrics.csv"),
        "leads out",
    ),
    "a drive": (lambda c: renamed(c, b"runs/small/metrics.csv", b"C:ns/small/metrics.csv"), "leads out"),
    "backslashes": (lambda c: renamed(c, b"runs/small/metrics.csv", b"runs\\small\\metrics.csv"), "leads out"),
    "a name that is cut": (lambda c: renamed(c, b"runs/small/metrics.csv", b"lesson.json\0/metrics10"), "no lesson"),
    "a link": (lambda c: zipped(c, add=[(member("runs/small/state.safetensors", 0o120777), b"/etc/passwd")]), "link"),
    "a link that says it is of Windows": (
        lambda c: zipped(c, add=[(member("runs/small/state.safetensors", 0o120777, 0), b"/etc/passwd")]),
        "link",
    ),
    "a device": (lambda c: zipped(c, add=[(member("runs/small/state.safetensors", stat.S_IFCHR), b"")]), "device"),
    "a program": (lambda c: zipped(c, add=[("run.py", b"print()")]), "belongs to no lesson"),
    "a file no run has": (lambda c: zipped(c, add=[("runs/small/model.pt", b"1")]), "belongs to no lesson"),
    "a lock": (lambda c: zipped(c, add=[("runs/small/.lock", b"")]), "belongs to no lesson"),
    "a folder too deep": (lambda c: zipped(c, add=[("runs/a/b/config.json", b"{}")]), "belongs to no lesson"),
    "a run that is a device": (lambda c: zipped(c, add=[("runs/NUL/config.json", b"{}")]), "belongs to no lesson"),
    "the same name but for its case": (lambda c: zipped(c, add=[("runs/SMALL/config.json", b"{}")]), "twice"),
    "encryption": (lambda c: flagged(c, 1), "encrypted"),
    "bzip2": (lambda c: zipped(c, add=[("runs/a/config.json", b"{}", zipfile.ZIP_BZIP2)]), "compressed in a way"),
    "lzma": (lambda c: zipped(c, add=[("runs/a/config.json", b"{}", zipfile.ZIP_LZMA)]), "compressed in a way"),
    "a bomb": (bomb, "expands more than"),
    "a bomb that is a config": (lambda c: bomb(c, "runs/a/config.json", 1 << 20), "MB in"),
    "a size that is not": (lambda c: lying(c, 10), "not what was packed|no JSON"),
    "a size that is huge": (lambda c: lying(c, 0xFFFFFFF0), "MB in"),
    "members that overlap": (overlapping, "overlap"),
    "too many members": (lambda c: many(c, MOST_MEMBERS), "more members"),
    "a list that is too long": (big_list, "more members"),
    "no lesson in it": (lambda c: zipped(c, leave_out=["lesson.json"]), "there is no lesson.json"),
    "a run that is missing": (lambda c: zipped(c, leave_out=["runs/small/config.json"]), "lacks the run “small”"),
    "weights that are missing": (lambda c: zipped(c, leave_out=["runs/small/weights.safetensors"]), "is missing"),
    "another weight": (another_weight, "SHA-256"),
    "a pickle": (pickled, "cannot be shown"),
    "a config without a seal": (
        lambda c: zipped(c, {"runs/small/config.json": b'{"format": 3}'}),
        "SHA-256 is missing",
    ),
    "words too long": (lambda c: zipped(c, {"lesson.json": b" " * (1 << 21)}), "MB in"),
    "words too deep": (lambda c: zipped(c, {"lesson.json": b"[" * 500_000}), "no JSON"),
    "words that lead out": (
        lambda c: zipped(c, {"lesson.json": json.dumps(spoiled(s_run="../../runs")).encode()}),
        "cannot be the name of a run",
    ),
    "no zip": (lambda c: b"not a zip", "is no lesson"),
    "nothing": (lambda c: b"", "is no lesson"),
    "half of it": (lambda c: c[: len(c) // 2], "is no lesson"),
}


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("what", HOSTILE)
def test_a_hostile_file_is_refused_before_it_costs_anything(content, elsewhere, tmp_path, what):
    build, sentence = HOSTILE[what]
    file = tmp_path / "stranger.vaelesson"
    file.write_bytes(build(content))
    before = set(tmp_path.rglob("*"))
    tracemalloc.start()
    started = time.thread_time()
    with pytest.raises(UserError, match=sentence) as refused:
        lessons.load(file)
    seconds, (_, peak) = time.thread_time() - started, tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert seconds < 2
    assert peak < 30e6
    assert "stranger.vaelesson" in str(refused.value)
    assert str(elsewhere) not in str(refused.value)  # a place that is gone by now
    assert left_in(elsewhere) == []
    assert set(tmp_path.rglob("*")) - before <= {elsewhere, elsewhere / "lessons"}


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_name_that_is_there_twice_is_refused(content, elsewhere, tmp_path):
    file = tmp_path / "a.vaelesson"
    file.write_bytes(zipped(content, add=[("runs/small/metrics.csv", b"other")]))
    with pytest.raises(UserError, match="twice"):
        lessons.load(file)


def test_a_huge_file_and_what_is_no_file_are_refused_unread(elsewhere, tmp_path):
    huge, pipe = tmp_path / "huge.vaelesson", tmp_path / "pipe.vaelesson"
    with huge.open("wb") as file:
        file.truncate(600_000_000)
    os.mkfifo(pipe)
    for path, sentence in ((huge, "MB"), (pipe, "not a plain file"), (tmp_path, "plain file"), (tmp_path / "x", "No")):
        started = time.thread_time()
        with pytest.raises(UserError, match=sentence):
            lessons.load(path)
        assert time.thread_time() - started < 0.5


def test_folders_that_a_file_manager_packs_along_do_no_harm(content, elsewhere, tmp_path):
    file = tmp_path / "a.vaelesson"
    file.write_bytes(zipped(content, add=[(member("runs/", 0o040755), b""), (member("runs/small/", 0o040755), b"")]))
    assert lessons.load(file).lesson.title == "Good"


def test_runs_that_no_step_shows_and_states_of_trainings_are_left_in_the_file(run, content, elsewhere, tmp_path):
    state = (run.folder / run.config.files["state"].name).read_bytes()
    file = tmp_path / "a.vaelesson"
    file.write_bytes(zipped(content, add=[("runs/more/config.json", b"{}"), ("runs/small/state.safetensors", state)]))
    folder = lessons.load(file).folders["small"]
    assert [path.name for path in folder.parent.iterdir()] == ["small"]
    assert not (folder / "state.safetensors").exists()


@given(st.data())
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_flipped_bit_and_no_cut_does_more_than_be_refused(content, tmp_path, monkeypatch, data):
    place = tmp_path / "fuzz"
    monkeypatch.setenv("VAEGUI_HOME", str(place))
    shutil.rmtree(place, ignore_errors=True)
    spoilt = bytearray(content)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        listed = archive.start_dir
    if data.draw(st.booleans(), "cut"):
        del spoilt[data.draw(st.integers(0, len(content) - 1), "length") :]
    else:
        # Half of the flips in the list of members, which is small and is what everything else is told by.
        for bit in data.draw(
            st.lists(
                st.integers(0, 8 * len(content) - 1) | st.integers(8 * listed, 8 * len(content) - 1),
                min_size=1,
                max_size=4,
            )
        ):
            spoilt[bit // 8] ^= 1 << (bit % 8)
    file = tmp_path / "fuzzed.vaelesson"
    file.write_bytes(spoilt)
    tracemalloc.start()
    try:
        opened = lessons.load(file)
    except UserError:
        assert left_in(place) == []
    else:  # a bit that nobody reads, such as a date's
        assert opened.lesson.title == "Good"
        runs.load(opened.folders["small"]).check()
    finally:
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    assert peak < 30e6

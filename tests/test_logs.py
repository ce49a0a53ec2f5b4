"""The log: what is in it, what is not, two programs at a time, and folders that take none."""

import logging
import os
import subprocess
import sys
import time

import pytest

from vaegui import cli, logs, recording
from vaegui.events import Step
from vaegui.families import TrainConfig
from vaegui.models import ModelConfig


@pytest.fixture
def log(home):
    """The log of this process, and how to read it."""
    logs.begin("a test")
    logs.keep()
    yield lambda: (home / "logs" / "vaegui.log").read_text()
    logs.end("well")


def test_what_comes_before_there_is_a_file_is_in_it(home):
    logs.begin("a test")
    logging.getLogger("vaegui.early").warning("said early")
    assert not home.exists()
    assert logs.path() is None
    logs.keep()
    logging.getLogger("vaegui.late").info("said late")
    logging.getLogger("vaegui.late").debug("of no interest")
    logging.getLogger("another").error("of another library")
    logs.end("well")
    lines = (home / "logs" / "vaegui.log").read_text().splitlines()
    said = [line.split(" ", 2)[2] for line in lines]
    assert said[0].startswith("INFO vaegui: vaegui ")
    assert said[1:] == [
        "WARNING vaegui.early: said early",
        "INFO vaegui.late: said late",
        "INFO vaegui: vaegui ends: well",
    ]
    logging.getLogger("vaegui.late").error("after the end")
    assert len((home / "logs" / "vaegui.log").read_text().splitlines()) == 4


def test_a_library_that_only_imports_vaegui_gets_no_log_and_hears_nothing(tmp_path, home):
    program = "from vaegui import logs, recording; import logging; logging.getLogger('vaegui.x').error('silent')"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=tmp_path)
    assert (done.stdout, done.stderr) == ("", "")
    assert not home.exists()


def test_neither_the_home_nor_the_name_of_the_user_is_in_it(log, monkeypatch, tmp_path):
    folder = tmp_path / "anna"
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("USERPROFILE", str(folder))
    monkeypatch.setenv("LOGNAME", "anna")
    logs._whose.cache_clear()
    try:
        logging.getLogger("vaegui.x").info("%s and %s, %s", folder / "runs", "/media/anna/stick", f"{folder}xy/z")
        assert f"~{os.sep}runs and /media/user/stick, {folder}xy/z" in log()
    finally:
        logs._whose.cache_clear()


@pytest.fixture
def alice(monkeypatch):
    """The user is alice, and her home is /home/alice."""
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(logs, "_whose", lambda: (("/home/alice",), "alice"))


@pytest.mark.parametrize(
    ("text", "tidied"),
    [
        ("saved to /home/alice.", "saved to ~."),
        ("saved to /home/alice. Then", "saved to ~. Then"),
        ("“/home/alice”, '/home/alice/a', file:///home/alice/a", "“~”, '~/a', file://~/a"),
        ("/scratch/alice", "/scratch/user"),
        ("/scratch/alice.", "/scratch/user."),
        ("/mnt/backup/home/alice/x", "/mnt/backup/home/user/x"),
        ("/home/alice-old/x /home/alice2 /srv/alice-b", "/home/alice-old/x /home/alice2 /srv/alice-b"),
        ("/home/alice.old/x", "/home/user.old/x"),
        ("alice in malice/alices", "alice in malice/alices"),
    ],
)
def test_paths_of_the_user_are_told_from_others(alice, text, tidied):
    assert logs.tidy(text) == tidied


@pytest.mark.parametrize(
    "text",
    [
        r"C:\Users\Alice Smith\x",
        r"c:\users\alice smith\x",
        r"C:\\Users\\Alice Smith\x",
        "C:/Users/Alice Smith\\x",
    ],
)
def test_on_windows_a_home_may_be_written_in_several_ways(monkeypatch, text):
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(logs, "_whose", lambda: (("C:\\Users\\Alice Smith",), "asmith"))
    assert logs.tidy(f"'{text}' and D:/ASMITH") == r"'~\x' and D:/user"


def test_it_is_turned_over_and_never_takes_more_than_its_files(log, home):
    for number in range(6000):
        logging.getLogger("vaegui.x").info("%d %s", number, "x" * 1000)
    files = sorted((home / "logs").glob("vaegui*"))
    assert [file.name for file in files] == ["vaegui.log", "vaegui.log.1", "vaegui.log.2"]
    assert all(file.stat().st_size <= logs.LARGEST for file in files)
    assert "5999 x" in log()
    logging.getLogger("vaegui.x").info("y" * 100_000)
    assert len(log().splitlines()[-1]) <= logs.LONGEST


WRITER = """
import logging, sys
from vaegui import logs
logs.begin(sys.argv[1]); logs.keep()
print(logs.path().name, flush=True)
sys.stdin.readline()
for number in range(3000):
    logging.getLogger("vaegui.x").info("%s %d %s", sys.argv[1], number, sys.argv[1] * 500)
logs.end("well")
"""


def test_programs_at_the_same_time_do_not_write_into_one_file(home):
    pipe = subprocess.PIPE
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, name], stdin=pipe, stdout=pipe, text=True) for name in "abc"
    ]
    names = [writer.stdout.readline().strip() for writer in writers]
    assert sorted(names) == ["vaegui-2.log", "vaegui-3.log", "vaegui.log"]
    for writer in writers:
        writer.stdin.write("go\n")
        writer.stdin.flush()
    assert [writer.wait(60) for writer in writers] == [0, 0, 0]
    for writer, name, letter in zip(writers, names, "abc", strict=True):
        writer.stdin.close()
        writer.stdout.close()
        lines = [line for file in (home / "logs").glob(f"{name}*") for line in file.read_text().splitlines()]
        numbered = [line for line in lines if "INFO vaegui.x" in line]
        assert len(numbered) > 1500  # the first are gone, as they should
        assert all(line.endswith(letter * 500) for line in numbered)
    # The place of one that has ended is free again.
    logs.begin("a test")
    logs.keep()
    assert logs.path() == home / "logs" / "vaegui.log"
    logs.end("well")


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="folders are not closed that way on Windows")
def test_a_folder_that_takes_no_file_is_gone_without(home, capsys):
    home.mkdir()
    (home / "logs").write_text("a file where the folder would be")
    logs.begin("a test")
    logs.keep()
    logging.getLogger("vaegui.x").error("nowhere to go")
    assert logs.path() is None
    assert logs.last_lines(10) == ""
    logs.end("well")
    assert capsys.readouterr() == ("", "")


def test_a_folder_that_nobody_may_look_into_is_gone_without(closed, capsys):
    assert cli.main(["evaluate", "nothing-there"], None) == 1
    assert capsys.readouterr().err == "vaegui: nothing-there cannot be opened: Permission denied.\n"


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no disk here that is always full")
def test_a_full_disk_is_no_error(log, capsys):
    handler = next(h for h in logs._logger.handlers if isinstance(h, logs._File))
    handler.setStream(open("/dev/full", "w")).close()  # noqa: SIM115 - the handler closes the new one
    logging.getLogger("vaegui.x").error("x" * 10_000)
    assert capsys.readouterr() == ("", "")


def test_trainings_say_when_they_begin_and_end_and_why(log, digits, tmp_path):
    model, config = ModelConfig(hidden=(16,)), TrainConfig(epochs=2, device="cpu")
    for _ in recording.train_run(digits, model, config, tmp_path / "whole"):
        pass
    seen = []
    for event in recording.train_run(digits, model, config, tmp_path / "stopped", should_stop=lambda: Step in seen):
        seen.append(type(event))
    events = recording.train_run(digits, model, config, tmp_path / "left")
    next(events)
    events.close()
    said = [line.split(": ", 1)[1] for line in log().splitlines() if "vaegui.recording" in line]
    assert said == [
        "training “whole” begins: vae on digits",
        "training “whole” came to its end",
        "training “stopped” begins: vae on digits",
        "training “stopped” was stopped and is kept",
        "training “left” begins: vae on digits",
        "training “left” was given up",
    ]


def test_a_training_that_fails_is_in_it(log, digits, tmp_path, monkeypatch):
    monkeypatch.setattr(recording, "_train", lambda *_: (1 // 0 for _ in [0]))
    with pytest.raises(ZeroDivisionError):
        list(recording.train_run(digits, ModelConfig(hidden=(16,)), TrainConfig(device="cpu"), tmp_path / "new"))
    assert "training “new” failed: ZeroDivisionError" in log()


def test_commands_leave_a_line_and_what_they_were_refused(home, capsys):
    assert cli.main(["restore", "nothing-there"], None) == 1
    assert not home.exists()  # where there is no folder of the user's, a command makes none to complain in
    home.mkdir()
    assert cli.main(["restore", "nothing-there"], None) == 1
    said = (home / "logs" / "vaegui.log").read_text()
    assert "starts: restore" in said
    assert "ERROR vaegui.cli" in said
    assert "nothing-there" in said
    assert "ends: well" in said


def test_the_first_command_that_makes_the_folder_leaves_its_log(home, capsys):
    assert cli.main(["train", "digits", "--hidden", "16", "--epochs", "1", "--device", "cpu"], None) == 0
    said = (home / "logs" / "vaegui.log").read_text()
    assert "starts: train" in said
    assert "came to its end" in said
    assert "ends: well" in said


def test_what_no_command_expected_is_in_it_whole(home, monkeypatch):
    home.mkdir()
    monkeypatch.setattr(cli.training.runs, "load", lambda _: 1 // 0)
    with pytest.raises(ZeroDivisionError):
        cli.main(["continue", "any"], None)
    said = (home / "logs" / "vaegui.log").read_text()
    assert "Traceback" in said
    assert "ZeroDivisionError" in said
    assert "ends: it failed" in said


def test_the_last_lines_are_read_from_the_end(log):
    for number in range(5000):
        logging.getLogger("vaegui.x").info("%d", number)
    start = time.thread_time()
    lines = logs.last_lines(3).splitlines()
    assert time.thread_time() - start < 1
    assert [line.rsplit(" ", 1)[1] for line in lines] == ["4997", "4998", "4999"]

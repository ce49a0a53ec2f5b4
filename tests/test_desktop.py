"""The place on the desktop: what is written, by the specifications' own programs where they are here, and removed."""

import argparse
import configparser
import errno
import json
import os
import pathlib
import shlex
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
import zipfile

import pytest
from PIL import Image

import vaegui
from vaegui import cli, desktop, folders, runs
from vaegui.cli import manual
from vaegui.lessons.content import from_json
from vaegui.lessons.packing import pack
from vaegui.settings import UserError
from vaegui.steps import finish

pytestmark = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="there is no such desktop here")
NASTY = '/opt/my "own" $tools/100% `pure`/back\\slash/vaegui'


@pytest.fixture
def data(tmp_path, monkeypatch):
    """The folder of the user's data, with something of another program in it."""
    folder = tmp_path / "data"
    other = folder / "applications" / "other.desktop"
    other.parent.mkdir(parents=True)
    other.write_text("[Desktop Entry]\nType=Application\nName=Other\nExec=true\nMimeType=text/plain;\n")
    monkeypatch.setenv("XDG_DATA_HOME", str(folder))
    return folder


def tree(folder):
    """All files below a folder that no program of the desktop makes by itself, and what is in them."""
    caches = set().union(*desktop.MADE_BY_THE_DESKTOP.values())
    return {
        path.relative_to(folder): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name not in caches
    }


def parsed(text):
    parser = configparser.RawConfigParser(strict=True)
    parser.optionxform = str
    parser.read_string(text)
    return parser


def as_run(value):
    """The words that a desktop makes of an Exec value: those of a string, and then as a shell reads quoted words."""
    command = value.replace("\\\\", "\\").replace("%%", "%")
    return subprocess.run(["sh", "-c", f"printf '%s\\n' {command}"], capture_output=True, text=True).stdout.splitlines()


def test_what_is_written_is_all_there_and_written_again_without_a_change(data):
    before = tree(data)
    change = desktop.install(["/usr/bin/vaegui"])
    after = tree(data)
    written = {data / path for path in set(after) - set(before) if path.parts[:2] != ("mime", "application")}
    assert set(change.files) == written
    assert set(before.items()) <= set(after.items())
    for path in change.files:
        assert str(path) in change.sentence
    stamps = {path: path.stat().st_mtime_ns for path in change.files}
    desktop.install(["/usr/bin/vaegui"])
    assert tree(data) == after
    assert {path: path.stat().st_mtime_ns for path in change.files} == stamps


def test_uninstalling_removes_exactly_that(data):
    before = tree(data)
    change = desktop.install(["/usr/bin/vaegui"])
    removed = desktop.uninstall()
    assert set(removed.files) == set(change.files)
    assert tree(data) == before
    assert {path.name for path in data.iterdir()} == {"applications"}
    assert desktop.uninstall().sentence == "There was nothing to remove."


def test_what_another_program_has_put_there_stays(data):
    desktop.install(["/usr/bin/vaegui"])
    mime, icon = data / "mime" / "packages" / "other.xml", data / "icons" / "hicolor" / "16x16" / "apps" / "other.png"
    mime.write_text(desktop.MIME.replace("vaelesson", "other"))
    shutil.copyfile(folders.resource("icons/vaegui-16.png"), icon)
    desktop.uninstall()
    assert mime.is_file()
    assert icon.is_file()
    assert not (data / "icons" / "hicolor" / "32x32").exists()


def test_nothing_is_left_where_nothing_was(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "new"))
    desktop.install(["/usr/bin/vaegui"])
    desktop.uninstall()
    assert not (tmp_path / "new").exists() or not any((tmp_path / "new").iterdir())


def test_a_manual_page_that_an_installer_has_linked_is_left_alone(data, tmp_path):
    page, link = tmp_path / "of the installer.1", data / "man" / "man1" / "vaegui.1"
    page.write_text("an older page")
    link.parent.mkdir(parents=True)
    link.symlink_to(page)
    change = desktop.install(["/usr/bin/vaegui"])
    assert link not in change.files
    assert link.is_symlink()
    assert link not in desktop.uninstall().files
    assert link.is_symlink()
    assert page.read_text() == "an older page"


def test_folders_that_are_links_stay(data, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (data / "icons").mkdir()
    (data / "icons" / "hicolor").symlink_to(tmp_path / "elsewhere")
    change = desktop.install(["/usr/bin/vaegui"])
    assert set(desktop.uninstall().files) == set(change.files)
    assert (data / "icons" / "hicolor").is_symlink()
    assert not any((tmp_path / "elsewhere").iterdir())


def test_caches_stay_where_another_program_has_linked_its_folder(data, tmp_path):
    (data / "applications" / "other.desktop").rename(tmp_path / "other.desktop")
    (data / "applications" / "wine").symlink_to(tmp_path)
    desktop.install(["/usr/bin/vaegui"])
    cache = data / "applications" / "mimeinfo.cache"
    cache.write_text("[MIME Cache]\n")
    desktop.uninstall()
    assert cache.is_file()


def test_a_folder_that_is_not_let_go_of_is_left(data, monkeypatch):
    desktop.install(["/usr/bin/vaegui"])
    cache = data / "mime" / "XMLnamespaces"
    cache.write_bytes(b"")
    unlink = pathlib.Path.unlink

    def refuse(path, **how):
        if path == cache:
            raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))
        unlink(path, **how)

    monkeypatch.setattr(pathlib.Path, "unlink", refuse)
    desktop.uninstall()
    assert cache.is_file()
    assert not (data / "icons" / "hicolor" / "32x32").exists()


def test_folders_go_with_the_last_file_when_the_time_before_ended_half_way(data, monkeypatch):
    icon = desktop.install(["/usr/bin/vaegui"]).files[-1]
    unlink = pathlib.Path.unlink

    def refuse(path, **how):
        if path == icon:
            raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))
        unlink(path, **how)

    with monkeypatch.context() as refused:
        refused.setattr(pathlib.Path, "unlink", refuse)
        with pytest.raises(UserError, match="cannot be removed"):
            desktop.uninstall()
    assert desktop.uninstall().files == (icon,)
    assert {path.name for path in data.iterdir()} == {"applications"}


def test_empty_folders_stay_where_nothing_was_removed(data):
    (data / "icons" / "hicolor" / "16x16" / "apps").mkdir(parents=True)
    desktop.uninstall()
    assert (data / "icons" / "hicolor" / "16x16" / "apps").is_dir()


def test_folders_that_were_there_before_stay(data, home):
    """Also with the caches in them, when it was installed twice, and when the first time ended half way."""
    (data / "icons" / "hicolor" / "16x16" / "apps").mkdir(parents=True)
    (data / "mime" / "packages").mkdir(parents=True)
    (data / "mime" / "globs").write_text("of the time before")
    before = {path.relative_to(data) for path in data.rglob("*")}
    for times in (1, 2):
        for _ in range(times):
            desktop.install(["/usr/bin/vaegui"])
        desktop.uninstall()
        # What is told of our files makes the desktop's programs write caches into folders that were there.
        after = {path.relative_to(data) for path in data.rglob("*")}
        assert before <= after
        assert {path.parent for path in after} == {path.parent for path in before}
    assert not home.exists()


def test_nothing_but_what_was_made_goes_by_a_list_that_somebody_has_changed(data, home):
    desktop.install(["/usr/bin/vaegui"])
    (list_of_them,) = home.iterdir()
    precious = data / "precious"
    precious.mkdir()
    list_of_them.write_text(json.dumps([str(precious), str(data / "applications"), 3, None]))
    desktop.uninstall()
    assert precious.is_dir()
    assert (data / "icons" / "hicolor" / "16x16" / "apps").is_dir()
    assert not list_of_them.exists()
    desktop.install(["/usr/bin/vaegui"])
    list_of_them.write_bytes(b"{")
    assert desktop.uninstall().files
    assert (data / "icons").is_dir()


@pytest.mark.parametrize("words", [["/usr/bin/vaegui"], [NASTY], ["/usr/bin/python3", "-m", "vaegui"]])
def test_a_desktop_would_start_exactly_that(words):
    group = parsed(desktop.entry(words))["Desktop Entry"]
    assert as_run(group["Exec"]) == [*words, "%f"]
    assert group["TryExec"].replace("\\\\", "\\") == words[0]
    assert as_run(parsed(desktop.entry(words))["Desktop Action first-map"]["Exec"]) == [*words, "open", "mnist-vae-2d"]


def test_what_cannot_stand_in_an_entry_is_refused():
    with pytest.raises(UserError, match="another folder"):
        desktop.entry(["/opt/a\nTryExec=evil/vaegui"])


@pytest.mark.parametrize("words", [["/usr/bin/vaegui"], [NASTY]])
def test_the_entry_is_valid(tmp_path, words):
    if not (validate := shutil.which("desktop-file-validate")):
        pytest.skip("desktop-file-validate (desktop-file-utils) is not here")
    path = tmp_path / "vaegui.desktop"
    path.write_text(desktop.entry(words))
    found = subprocess.run([validate, str(path)], capture_output=True, text=True)
    assert found.returncode == 0, found.stdout + found.stderr
    assert "error" not in found.stdout
    assert "warning" not in found.stdout


def test_the_desktop_knows_the_kind_of_file(data):
    if not shutil.which("update-mime-database") or not shutil.which("update-desktop-database"):
        pytest.skip("update-mime-database and update-desktop-database are not here")
    change = desktop.install(["/usr/bin/vaegui"])
    assert {"update-mime-database", "update-desktop-database"} <= set(change.told)
    assert f"50:{desktop.MIME_TYPE}:*.vaelesson\n" in (data / "mime" / "globs2").read_text()
    assert b"lesson.json" in (data / "mime" / "magic").read_bytes()
    assert f"{desktop.MIME_TYPE}=vaegui.desktop;" in (data / "applications" / "mimeinfo.cache").read_text()


def test_the_magic_is_that_of_a_lesson(tmp_path):
    content = next(folders.resource("lessons").glob("*.json")).read_bytes()
    lesson = from_json(content, "a lesson")
    out = tmp_path / "a.vaelesson"
    finish(pack(lesson, {name: folders.shipped_folder() / name for name in lesson.runs}, out))
    assert zipfile.is_zipfile(out)
    matches = ET.fromstring(desktop.MIME).iter("{http://www.freedesktop.org/standards/shared-mime-info}match")
    head = out.read_bytes()[:64]
    for match in matches:
        value = match.get("value").encode().decode("unicode_escape").encode("latin-1")
        assert head[int(match.get("offset")) :].startswith(value)


def test_icons_are_of_their_sizes_and_small():
    for source in ("vaegui", "lesson"):
        for size in desktop.SIZES:
            path = folders.resource(f"icons/{source}-{size}.png")
            with Image.open(path) as picture:
                assert picture.size == (size, size)
                assert picture.mode == "RGBA"
                assert picture.getpixel((0, 0))[3] == 0  # round corners
            assert path.stat().st_size < 50_000


def test_the_running_program_is_found(monkeypatch, tmp_path):
    program = tmp_path / "bin" / "vaegui"
    program.parent.mkdir()
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    monkeypatch.setattr(sys, "argv", [str(program)])
    assert desktop.running_program() == [str(program)]
    monkeypatch.setattr(sys, "argv", ["vaegui"])
    monkeypatch.setenv("PATH", str(program.parent), prepend=os.pathsep)
    assert desktop.running_program() == [str(program)]
    monkeypatch.setattr(sys, "argv", ["/somewhere/vaegui/__main__.py"])
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python3"))
    assert desktop.running_program() == [str(tmp_path / "python3"), "-m", "vaegui"]


def test_by_the_command_line(data, capsys):
    assert cli.main(["--install-desktop"], None) == 0
    assert str(data / "applications" / "vaegui.desktop") in capsys.readouterr().out
    assert cli.main(["--uninstall-desktop"], None) == 0
    assert capsys.readouterr().out.startswith("Removed:")


def test_a_folder_that_cannot_be_written_is_said(tmp_path, monkeypatch, capsys):
    (tmp_path / "data").write_text("a file")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    assert cli.main(["--install-desktop"], None) == 1
    assert "cannot be written" in capsys.readouterr().err


@pytest.mark.parametrize(("system", "words"), [("win32", "taskbar"), ("darwin", "macOS")])
def test_other_systems_get_a_sentence(monkeypatch, system, words):
    monkeypatch.setattr(sys, "platform", system)
    with pytest.raises(UserError, match=words):
        desktop.install()


# The manual page and the help


def test_the_manual_page_is_up_to_date(monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    if sys.version_info[:2] != (3, 11):
        pytest.skip("argparse words its help otherwise from version to version; the page is made with 3.11")
    assert folders.resource("vaegui.1").read_text() == manual.page(), "run: make manual"


def test_the_manual_page_says_nothing_that_man_would_complain_of():
    if not (groff := shutil.which("groff")):
        pytest.skip("groff is not here")
    page = folders.resource("vaegui.1")
    found = subprocess.run([groff, "-man", "-Tutf8", "-ww", "-k", str(page)], capture_output=True, text=True)
    assert found.stderr == ""
    assert "vaegui doctor" in found.stdout.replace("\x1b", "").replace("[1m", "").replace("[0m", "")


def test_every_command_has_an_example_and_each_is_understood(capsys):
    parser = cli.make_parser(None)
    commands = next(a for a in parser._actions if isinstance(a, argparse._SubParsersAction)).choices
    assert {*commands, ""} == set(cli.EXAMPLES)
    for name, examples in cli.EXAMPLES.items():
        for line in examples:
            program, *words = shlex.split(line.split(" > ")[0])
            assert program == "vaegui"
            if "--help" in words:
                with pytest.raises(SystemExit):
                    parser.parse_args(words)
            else:
                flags = parser.parse_args(words)
                assert not name or flags.name_of_command in (name, "train")
            for word in words:
                if word.startswith("mnist-") and name != "sweep":  # whose example names a study
                    assert runs.load(word).name == word
    capsys.readouterr()
    for name in commands:
        with pytest.raises(SystemExit):
            parser.parse_args([name, "--help"])
        assert cli.EXAMPLES[name][0] in capsys.readouterr().out


def test_the_version_is_said_at_once(tmp_path, repository):
    program = (
        "import sys; sys.argv[1:] = ['--version']; from vaegui import __main__ as m; m.main(); print(*sys.modules)"
    )
    environment = os.environ | {"PYTHONPATH": str(repository)}
    found = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, env=environment, capture_output=True, text=True, check=True
    )
    version, modules = found.stdout.splitlines()
    assert version == f"vaegui {vaegui.__version__}"
    assert not {"torch", "numpy", "PySide6"} & set(modules.split())

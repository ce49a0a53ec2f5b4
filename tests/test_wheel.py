"""What is installed: everything that is needed and nothing else, found wherever it is."""

import json
import os
import subprocess
import zipfile
from pathlib import Path

import pytest

import vaegui


def files_below(folder):
    """All files below a folder by their paths, but for what Python writes there itself."""
    return {
        path.relative_to(folder) for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts
    }


@pytest.fixture
def there(installed, tmp_path):
    """Run an installed program from another folder, without the checkout's help."""

    def run(*words, **more):
        environment = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "VIRTUAL_ENV")}
        return subprocess.run(
            [installed / words[0], *words[1:]],
            cwd=tmp_path,
            env=environment | more,
            capture_output=True,
            text=True,
            timeout=110,
            check=False,
        )

    return run


def test_the_wheel_has_all_of_the_program_and_nothing_else(wheel, repository):
    with zipfile.ZipFile(wheel) as archive:
        assert archive.testzip() is None
        names = {Path(name) for name in archive.namelist()}
    wanted = {Path("vaegui") / path for path in files_below(repository / "vaegui")}
    for folder in ("resources", "trained"):
        wanted |= {Path("vaegui") / folder / path for path in files_below(repository / folder)}
    about = {name for name in names if name.parts[0] == f"vaegui-{vaegui.__version__}.dist-info"}
    data = {name for name in names if name.parts[0] == f"vaegui-{vaegui.__version__}.data"}
    assert {name.name for name in about} == {"METADATA", "WHEEL", "RECORD", "entry_points.txt", "LICENSE"}
    assert {Path(*name.parts[1:]) for name in data} == {Path("data/share/man/man1/vaegui.1")}
    assert names - about - data == wanted
    assert not [name for name in names if "idx" in name.name or name.suffix in (".gz", ".npz", ".pyc")]
    assert not [name for name in names if "test" in name.parts or "tests" in name.parts]


def test_it_says_what_it_is_and_how_to_start_it(wheel):
    about = f"vaegui-{vaegui.__version__}.dist-info"
    with zipfile.ZipFile(wheel) as archive:
        metadata = archive.read(f"{about}/METADATA").decode()
        assert b"vaegui = vaegui.__main__:main" in archive.read(f"{about}/entry_points.txt")
    assert f"Version: {vaegui.__version__}\n" in metadata
    assert "License-File: LICENSE" in metadata
    assert "Requires-Dist: torch" in metadata


def test_installed_elsewhere_it_finds_what_ships_with_it(there, installed, repository):
    assert there("vaegui", "--version").stdout == f"vaegui {vaegui.__version__}\n"
    program = (
        "import json, vaegui; from vaegui import folders, runs\n"
        "print(json.dumps([vaegui.__file__, str(folders.resource('icon.svg')), runs.load('mnist-vae-2d').name,"
        " len(runs.scan(folders.shipped_folder())[0])]))"
    )
    found = there("python", "-c", program)
    assert found.returncode == 0, found.stderr
    package, icon, name, count = json.loads(found.stdout)
    assert repository not in Path(package).parents
    assert installed.parent in Path(package).parents
    assert Path(icon).is_file()
    assert Path(icon).parent.parent == Path(package).parent
    assert (name, count) == ("mnist-vae-2d", len(list((repository / "trained").iterdir())))


def test_installed_elsewhere_commands_work(there, tmp_path):
    done = there("vaegui", "evaluate", "digits-vae-2d", "--json", "figures.json")
    assert done.returncode == 0, done.stderr
    assert "digits-vae-2d" in done.stdout
    assert "digits-vae-2d" in (tmp_path / "figures.json").read_text()
    done = there("vaegui", "doctor", "--json")
    told = json.loads(done.stdout)
    broken = [problem["sentence"].lower() for problem in told["problems"] if problem["is_broken"]]
    qt = ("pyside6", "pyqtgraph", "superqt")  # which the core's tests do without
    assert [sentence for sentence in broken if not any(name in sentence for name in qt)] == []
    assert told["facts"]["Runs"]["shipped"].isdecimal()


def test_its_manual_page_is_where_man_looks(installed):
    page = installed.parent / "share" / "man" / "man1" / "vaegui.1"
    assert page.read_text().startswith(".TH VAEGUI 1")

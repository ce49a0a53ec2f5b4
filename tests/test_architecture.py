import json
import os
import subprocess
import sys

import pytest


def test_imports_point_one_way(repository):
    pytest.importorskip("importlinter", reason="import-linter is not installed")
    found = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))",
        ],
        cwd=repository,
        capture_output=True,
        text=True,
    )
    assert found.returncode == 0, found.stdout + found.stderr
    assert "2 kept, 0 broken" in found.stdout


def test_the_command_line_imports_neither_qt_nor_what_takes_seconds(tmp_path, repository):
    program = "import json, sys, vaegui.cli, vaegui.runs, vaegui.__main__; print(json.dumps(list(sys.modules)))"
    found = subprocess.run(
        [sys.executable, "-c", program],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(repository)},
        capture_output=True,
        text=True,
        check=True,
    )
    imported = {name.split(".")[0] for name in json.loads(found.stdout)}
    assert {"vaegui", "torch"} <= imported
    assert imported.isdisjoint({"PySide6", "shiboken6", "pyqtgraph", "superqt", "qtpy", "torchvision", "sklearn"})

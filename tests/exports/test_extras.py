import importlib.metadata
import importlib.util
import re
import subprocess
import sys
import tomllib

import pytest

from vaegui.exports.extras import EXTRAS, PURPOSES, need
from vaegui.settings import UserError


def requirement(words):
    """The distribution and the extras that a requirement asks for."""
    name, extras = re.match(r"([\w.-]+)(?:\[([\w,-]+)\])?", words).groups()
    return name, tuple(extras.split(",")) if extras else ()


def test_the_table_is_that_of_the_project(repository):
    declared = tomllib.loads((repository / "pyproject.toml").read_text())["project"]["optional-dependencies"]
    everything = declared.pop("all")
    assert requirement(everything[0]) == ("vaegui", tuple(sorted(EXTRAS)))
    assert len(everything) == 1
    assert declared.keys() == EXTRAS.keys() == PURPOSES.keys()
    provided = importlib.metadata.packages_distributions()
    for extra, names in EXTRAS.items():
        wanted = {requirement(words)[0] for words in declared[extra]}
        assert {provided[name][0].lower() for name in names} == wanted


@pytest.mark.parametrize("extra", EXTRAS)
def test_what_is_installed_is_not_complained_of(extra):
    need(extra)


def test_what_is_missing_is_named_with_the_way_to_get_it(monkeypatch):
    real = importlib.util.find_spec
    gone = {"onnx", "onnxruntime", "pyarrow"}
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name in gone else real(name))
    with pytest.raises(UserError) as several:
        need("onnx")
    assert str(several.value) == (
        "Writing ONNX needs packages that are not installed: onnx, onnxruntime. "
        "Install them in the folder of vaegui’s sources with: pip install '.[onnx]'"
    )
    with pytest.raises(UserError) as one:
        need("parquet")
    assert str(one.value) == (
        "Writing Parquet needs a package that is not installed: pyarrow. "
        "Install it in the folder of vaegui’s sources with: pip install '.[parquet]'"
    )
    need("film")


def test_nothing_heavy_is_imported_by_asking_or_by_the_modules_themselves():
    child = (
        "import sys\n"
        "from vaegui.exports import extras, onnx_models, selections, tensorboard_logs\n"
        "for extra in extras.EXTRAS: extras.need(extra)\n"
        "heavy = {name for names in extras.EXTRAS.values() for name in names} | {'sklearn', 'PySide6'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    answer = subprocess.run([sys.executable, "-c", child], capture_output=True, text=True, check=True, timeout=60)
    assert answer.stdout.strip() == "[]"

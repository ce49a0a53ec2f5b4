"""The tour drives the real window without a screen and leaves pictures and a run."""

import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hands import has_colour, pixels
from PySide6.QtGui import QImage
from tqdm import tqdm

from vaegui import runs
from vaegui.settings import UserError
from vaegui.ui.theme import DARK, LIGHT, PROJECTOR
from vaegui.ui.tour import SIZE, run_tour


@pytest.fixture(autouse=True)
def surroundings(monkeypatch):
    """The tour sets the user's folder for its own process, and tqdm starts a thread that watches it."""
    monkeypatch.setattr(tqdm, "monitor_interval", 0)
    for name in ("VAEGUI_HOME", "QT_QPA_PLATFORM"):
        monkeypatch.setenv(name, os.environ[name])


@pytest.mark.timeout(1200)
def test_the_tour_writes_pictures_of_everything_keeps_its_run_and_says_all_in_the_readers_language(tmp_path, home):
    out = tmp_path / "tour"
    command = [sys.executable, str(Path(__file__).parent / "foreign.py"), str(out)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=1180, check=False)
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout.splitlines()[-1])
    assert told["status"] == 0
    assert told["found"] == {}
    pictures = {path.stem[3:]: pixels(QImage(str(path))) for path in sorted(out.glob("*.png"))}
    expected = {"launch", "manifold-in-the-dark", "side-by-side", "shortest-path", "training", "denoising", "samples"}
    assert expected | {"selection", "figures", "EM", "posterior", "bound", "gaps", "gradients-in-the-dark"} <= set(
        pictures
    )
    assert {"draw", "factors", "import", "dimensions", "rate-and-distortion"} <= set(pictures)
    assert "a-lesson" in pictures
    assert {"first-steps", "find-a-command", "guide", "layout-teach", "large-text"} <= set(pictures)
    del pictures["import"], pictures["a-figure"], pictures["guide"]  # of the dialogs alone
    for name, picture in pictures.items():
        assert picture.shape == (SIZE[1], SIZE[0], 3)
        ground = DARK if "dark" in name else PROJECTOR if "teach" in name else LIGHT
        assert has_colour(picture, ground.window) > 50_000, name
    assert len({picture.tobytes() for picture in pictures.values()}) == len(pictures)
    assert np.abs(pictures["drag"].astype(int) - pictures["launch"]).sum() > 0
    found, problems = runs.scan(out / "runs")
    assert problems == []
    assert [run.config.dataset for run in found] == ["shapes-2000-x-y", "digits", "digits"]
    assert {run.config.model.family for run in found} == {"vae", "em"}
    assert all(run.config.test is not None for run in found)
    assert str(found[0].folder) in done.stdout
    assert not home.exists()


def test_a_place_that_cannot_be_written_is_a_sentence(qapp, tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(UserError, match="cannot be written"):
        run_tour(tmp_path / "file" / "tour")

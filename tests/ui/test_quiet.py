"""The program keeps to its own folder, talks to nobody, and rests when nobody touches it."""

import gc
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from hands import WAIT
from PySide6.QtCore import QObject

from vaegui.ui.garbage import EVERY, SELDOM, Collector


@pytest.mark.timeout(300)
def test_it_writes_to_its_own_folder_only_and_talks_to_nobody(home, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    user = tmp_path / "user"
    user.mkdir()
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "HOME": str(user), "USERPROFILE": str(user)}
    script = Path(__file__).parent / "quiet.py"
    command = [sys.executable, str(script)]
    done = subprocess.run(
        command, cwd=tmp_path / "elsewhere", env=environment, capture_output=True, text=True, timeout=250, check=False
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout.splitlines()[-1])
    assert told["status"] == 0
    assert told["sockets"] == []
    # PyTorch's CUDA builds look for a library of the system in this way when they are imported.
    assert [what for what in told["started"] if "ldconfig" not in what] == []
    allowed = [home, Path(tempfile.gettempdir()), Path(os.devnull)]
    written = [Path(path) for path in told["written"]]
    outside = [path for path in written if not any(place in (path, *path.parents) for place in allowed)]
    assert outside == []
    # The folder of this test is among the temporary ones: only what is the program's own may be in it.
    in_test = {path for path in written if tmp_path in path.parents}
    assert in_test <= {path for path in written if home in (path, *path.parents)}
    assert any(path.name == "config.json" and home / "runs" in path.parents for path in written)
    assert list((tmp_path / "elsewhere").iterdir()) == []
    assert list(user.rglob("*")) == []
    # Of all that there is a log, and Qt's offscreen platform says nothing that only it knows the meaning of.
    said = (home / "logs" / "vaegui.log").read_text()
    for words in ("starts: the window", "PyTorch", "opened “mnist-vae-2d”", "begins: vae on digits", "ends: well"):
        assert words in said
    assert done.stderr == ""


def test_the_collector_rests_while_nothing_is_allocated_and_comes_back(qtbot):
    parent = QObject()
    collector = Collector(parent)
    timer = collector._timer
    try:
        timer.setInterval(1)  # as if some of its turns had passed
        qtbot.waitUntil(lambda: timer.interval() > 4, timeout=WAIT)
        timer.setInterval(SELDOM)
        collector._on_turn()
        assert timer.interval() == SELDOM  # and no longer
        made = []
        for _ in range(3 * gc.get_threshold()[0]):
            made.append([made])
        collector._on_turn()
        assert timer.interval() == EVERY
        assert gc.get_count()[0] < gc.get_threshold()[0]
    finally:
        parent.deleteLater()

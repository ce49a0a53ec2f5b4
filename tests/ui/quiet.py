"""The program as it is launched, used for a while, with everything it writes, opens or starts noted by Python itself.

python quiet.py      prints what it noted as JSON, in its last line
"""

import json
import os
import sys

WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
CHANGES = {"os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.link", "os.symlink", "os.truncate", "os.chmod"}
STARTS = {"subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.fork", "os.forkpty"}
noted = {"written": set(), "sockets": set(), "started": set()}


def note(event, arguments):
    if event == "open":
        path, mode, flags = arguments
        is_writing = set(mode) & set("wax+") if isinstance(mode, str) else (flags or 0) & WRITES
        if is_writing and isinstance(path, (str, bytes)):
            noted["written"].add(os.path.abspath(os.fsdecode(path)))
    elif event in CHANGES:
        paths = [path for path in arguments[:2] if isinstance(path, (str, bytes, os.PathLike))]
        # A whole folder is removed name by name, each below an open folder.
        below = arguments[-1] if event in ("os.remove", "os.rmdir") else -1
        place = os.readlink(f"/proc/self/fd/{below}") if below != -1 and os.path.isdir("/proc/self/fd") else os.getcwd()
        noted["written"] |= {os.path.join(place, os.fsdecode(path)) for path in paths}
    elif event == "socket.__new__":
        noted["sockets"].add(str(arguments[1]))
    elif event.startswith("socket.") and event != "socket.gethostname":
        noted["sockets"].add(event)
    elif event in STARTS or event.startswith(("urllib", "http.client", "ftplib", "smtplib", "webbrowser")):
        noted["started"].add(f"{event} {arguments[:2]}")


sys.addaudithook(note)
sys.dont_write_bytecode = True  # what Python keeps beside its own sources is not the program's doing

from PySide6.QtCore import QTimer  # noqa: E402

from vaegui.ui import app, opening  # noqa: E402


class Used(opening.Opening):
    """Look at every panel, train for an epoch, and leave."""

    def paint(self):
        super().paint()
        self.done.connect(self._on_done)

    def _on_done(self):
        self._left = list(self._window.docks.values())
        QTimer.singleShot(0, self._look)

    def _look(self):
        if self._left:
            dock = self._left.pop()
            dock.show()
            dock.raise_()
            QTimer.singleShot(100, self._look)
            return
        from vaegui.families import TrainConfig
        from vaegui.models import ModelConfig

        desk = self._window.desk
        desk.training.ended.connect(lambda: QTimer.singleShot(300, self._window.close))
        if desk.datasets.get("digits") is None:
            desk.datasets.load("digits")
        desk.start_training("digits", ModelConfig(hidden=(16,)), TrainConfig(epochs=1, device="cpu"))


app.Opening = Used
status = app.run_window(*sys.argv[1:2] or [None])
print(json.dumps({name: sorted(found) for name, found in noted.items()} | {"status": status}))

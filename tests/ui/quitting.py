"""The program as it is launched, which is closed at a moment that is named: `test_endurance` asks how it ended.

python quitting.py MOMENT
"""

import sys

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from vaegui.ui import app
from vaegui.ui.window import MainWindow

moment = sys.argv[1]
steps = {"asked": False, "reached": False, "measuring": False}


def training(window):
    return window.desk.training if window.desk is not None and hasattr(window.desk, "runs_panel") else None


def is_there(window):
    """Whether it is the moment; does what leads there."""
    from_start = {"painted": window.isVisible(), "loading": window.desk is None and window.isVisible()}
    if moment in from_start:
        return from_start[moment]
    session = training(window)
    if session is None or window.desk.run is None:
        return False
    if moment == "open":
        return True
    desk = window.desk
    if not steps["asked"]:
        steps["asked"] = True
        from vaegui.recording import Measuring

        def hear(event):
            if isinstance(event, Measuring) and moment == "measuring" and not steps["measuring"]:
                steps["measuring"] = True
                look()  # at the timer's next turn it may be over

        session.progressed.connect(hear)
        start(desk)
        return False
    if moment == "starting":
        return session.is_running
    if steps["measuring"]:
        return True
    if not session.is_running or desk.metrics.point_counts[1] < 3:
        return False
    if moment == "paused":
        session.pause(True)
    if moment == "failing":
        raise RuntimeError("while a training runs")
    if moment == "stopping":
        desk.stop_training()
    if moment == "measuring":
        desk.stop_training()
        return False
    return True


def start(desk):
    from vaegui.families import TrainConfig
    from vaegui.models import ModelConfig

    if desk.datasets.get("digits") is None:
        desk.datasets.load("digits")
    desk.start_training("digits", ModelConfig(hidden=(16,)), TrainConfig(epochs=100_000, device="cpu"))


def look():
    window = next((w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow)), None)
    if window is None:
        return
    boxes = [found for found in window.findChildren(QMessageBox) if found.isVisible()]
    if steps["reached"]:
        for found in boxes:
            keep = [b for b in found.buttons() if "Stop, keep" in b.text()]
            (keep or found.buttons())[0].click()
        if not boxes:
            window.close()
        return
    if boxes and moment == "failing":
        steps["reached"] = True
        print("reached", flush=True)
        return
    if is_there(window):
        steps["reached"] = True
        print("reached", flush=True)
        window.close()


application = app.make_app(sys.argv[:1])
timer = QTimer(interval=5)
timer.timeout.connect(look)
timer.start()
sys.exit(app.run_window(None))

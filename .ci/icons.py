"""Draw the icons in every size that desktops ask for, from the drawings; `make icons` does so."""

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication, QIcon

from vaegui.desktop import SIZES

RESOURCES = Path(__file__).parent.parent / "resources"


def main() -> None:
    """Write icons/NAME-SIZE.png."""
    app = QGuiApplication(sys.argv[:1])
    for name, drawing in (("vaegui", RESOURCES / "icon.svg"), ("lesson", RESOURCES / "icons" / "lesson.svg")):
        icon = QIcon(str(drawing))
        for size in SIZES:
            picture = icon.pixmap(QSize(size, size), 1.0)
            assert picture.size() == QSize(size, size), (name, size, picture.size())
            assert picture.save(str(RESOURCES / "icons" / f"{name}-{size}.png"))
    del app


if __name__ == "__main__":
    main()

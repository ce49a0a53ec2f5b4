"""The window. Only this room knows Qt and pyqtgraph; panels know neither models nor one another."""

import sys

# On Windows torch cannot be imported after Qt (pytorch#166628); elsewhere it is loaded behind the painted window.
if sys.platform == "win32":
    import torch as _torch  # noqa: F401

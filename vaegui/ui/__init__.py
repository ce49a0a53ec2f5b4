"""The window. Only this room knows Qt and pyqtgraph; panels know neither models nor one another."""

# Before any Qt: on Windows torch cannot be imported after it (pytorch#166628).
import torch as _torch  # noqa: F401

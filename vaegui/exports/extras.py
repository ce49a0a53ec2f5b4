"""Packages that only one kind of export needs: they are not installed with vaegui, and named where they are missing."""

from __future__ import annotations

import importlib.util

from vaegui.settings import UserError

EXTRAS = {
    "film": ("imageio_ffmpeg",),
    "onnx": ("onnx", "onnxruntime"),
    "parquet": ("pyarrow",),
    "tensorboard": ("tensorboard",),
}  # what `pip install 'vaegui[EXTRA]'` brings, by the names that Python imports
PURPOSES = {
    "film": "Writing films",
    "onnx": "Writing ONNX",
    "parquet": "Writing Parquet",
    "tensorboard": "Writing a TensorBoard log",
}


def need(extra: str) -> None:
    """Make sure that the packages of an extra of `EXTRAS` are installed; none of them is imported.

    Raises:
        UserError: naming those that are missing, and how to get them.
    """
    missing = [name for name in EXTRAS[extra] if importlib.util.find_spec(name) is None]
    if missing:
        are = "a package that is not installed" if len(missing) == 1 else "packages that are not installed"
        it = "it" if len(missing) == 1 else "them"
        raise UserError(
            f"{PURPOSES[extra]} needs {are}: {', '.join(missing)}. Install {it} with: pip install 'vaegui[{extra}]'"
        )

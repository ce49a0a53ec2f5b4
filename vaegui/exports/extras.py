"""Packages that only one kind of export needs: they are not installed with vaegui, and named where they are missing."""

from __future__ import annotations

import importlib.util

from vaegui.settings import UserError
from vaegui.words import tr

EXTRAS = {
    "film": ("imageio_ffmpeg",),
    "onnx": ("onnx", "onnxruntime"),
    "parquet": ("pyarrow",),
    "tensorboard": ("tensorboard",),
}  # what `pip install 'vaegui[EXTRA]'` brings, by the names that Python imports
PURPOSES = {
    "film": tr("Writing films"),
    "onnx": tr("Writing ONNX"),
    "parquet": tr("Writing Parquet"),
    "tensorboard": tr("Writing a TensorBoard log"),
}


def need(extra: str) -> None:
    """Make sure that the packages of an extra of `EXTRAS` are installed; none of them is imported.

    Raises:
        UserError: naming those that are missing, and how to get them.
    """
    missing = [name for name in EXTRAS[extra] if importlib.util.find_spec(name) is None]
    if missing:
        are = tr("a package that is not installed") if len(missing) == 1 else tr("packages that are not installed")
        it = "it" if len(missing) == 1 else "them"
        raise UserError(
            tr(
                "{purposes} needs {are}: {missing}. Install {it} with: pip install 'vaegui[{extra}]'",
                purposes=PURPOSES[extra],
                are=are,
                missing=", ".join(missing),
                it=it,
                extra=extra,
            )
        )

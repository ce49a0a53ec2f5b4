"""Packages that one thing alone needs: they are not installed with vaegui, and named where they are missing."""

from __future__ import annotations

import importlib.util

from vaegui.settings import UserError
from vaegui.words import plural, tr

EXTRAS = {
    "film": ("imageio_ffmpeg",),
    "onnx": ("onnx", "onnxruntime"),
    "parquet": ("pyarrow",),
    "sweep": ("optuna",),
    "tensorboard": ("tensorboard",),
    "umap": ("umap",),
}  # what `pip install '.[EXTRA]'` brings in a checkout, by the names that Python imports
PURPOSES = {
    "film": tr("Writing films"),
    "onnx": tr("Writing ONNX"),
    "parquet": tr("Writing Parquet"),
    "sweep": tr("Sweeping settings"),
    "tensorboard": tr("Writing a TensorBoard log"),
    "umap": tr("The map of UMAP"),
}


def need(extra: str) -> None:
    """Make sure that the packages of an extra of `EXTRAS` are installed; none of them is imported.

    Raises:
        UserError: naming those that are missing, and how to get them.
    """
    missing = [name for name in EXTRAS[extra] if importlib.util.find_spec(name) is None]
    if missing:
        raise UserError(
            plural(
                len(missing),
                "{purpose} needs a package that is not installed: {packages}. "
                "Install it in the folder of vaegui’s sources with: pip install '.[{extra}]'",
                "{purpose} needs packages that are not installed: {packages}. "
                "Install them in the folder of vaegui’s sources with: pip install '.[{extra}]'",
                purpose=PURPOSES[extra],
                packages=", ".join(missing),
                extra=extra,
            )
        )

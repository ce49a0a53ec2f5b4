"""UMAP's places for codes, found in a process of its own.

UMAP compiles itself when it is first used, for many seconds during which no other Python code of its process runs: in
the window's own process it would stand still. So another one does it, and is simply ended when nobody waits any more.

    python -m vaegui.embedding FOLDER      is that process
"""

from __future__ import annotations

import importlib.util
import sys
import tempfile
from collections.abc import Generator
from pathlib import Path

import numpy as np

from vaegui import asking
from vaegui.settings import UserError
from vaegui.words import tr

LONGEST = 3600.0  # seconds
NEIGHBOURS = 15  # UMAP's own default, of McInnes, Healy & Melville 2018
FEWEST = 10  # codes that make a neighbourhood
CODES, PLACES, SHARE = "codes", "places", "share"  # files in the folder; numbers are float32, one row after the other


def is_here() -> bool:
    """Whether umap-learn is installed; it is not imported."""
    return importlib.util.find_spec("umap") is not None


def embed(codes: np.ndarray, seed: int = 0) -> Generator[float, None, np.ndarray]:
    """Find UMAP's places (N, 2), float64, for codes (N, D), which must be finite; yields the share done.

    While it looks for neighbours and compiles itself the share is 0. The same codes and seed give the same places on
    the same machine. The process is ended when the generator is closed.

    Raises:
        UserError: when there are too few codes, or the process fails.
    """
    if len(codes) < FEWEST:
        raise UserError(
            tr(
                "UMAP needs {count} codes at least. The map stays as it is; the plane of PCA is shown for any.",
                count=FEWEST,
            )
        )
    with tempfile.TemporaryDirectory(prefix="vaegui-umap-") as name:
        folder = Path(name)
        np.asarray(codes, np.float32).tofile(folder / CODES)
        command = [sys.executable, "-P", "-m", "vaegui.embedding", name, str(codes.shape[1]), str(seed)]
        steps, share = asking.ask(command, LONGEST), 0.0
        try:
            while True:
                try:
                    next(steps)
                except StopIteration as done:
                    answer: asking.Answer = done.value
                    break
                share = max(share, _share(folder))  # of a file that is just being written there is nothing to read
                yield share
        except OSError as error:
            raise UserError(tr("UMAP could not be run: {reason}. The map stays as it is.", reason=error)) from error
        finally:
            steps.close()
        if answer.status != 0:
            raise UserError(
                tr("UMAP failed: {reason}. The map stays as it is.", reason=answer.complaints[-1].rstrip("."))
            )
        return np.fromfile(folder / PLACES, np.float32).reshape(len(codes), 2).astype(float)


def _share(folder: Path) -> float:
    try:
        return float((folder / SHARE).read_text() or 0)
    except (OSError, ValueError):
        return 0.0


class _Shares:
    """What UMAP writes its progress bar to: percentages, which go into a file."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def write(self, text: str) -> None:
        percent = text.strip()
        if percent.isdigit():
            self._path.write_text(str(int(percent) / 100))

    def flush(self) -> None:
        pass


def _main(folder: Path, size: int, seed: int) -> None:
    from sklearn.neighbors import NearestNeighbors

    codes = np.fromfile(folder / CODES, np.float32).reshape(-1, size)
    count = min(NEIGHBOURS, len(codes) - 1)
    # Exact neighbours, from a look at all of them: UMAP's own search would compile itself for a minute first.
    distances, indices = NearestNeighbors(n_neighbors=count, algorithm="brute").fit(codes).kneighbors(codes)
    import umap

    reducer = umap.UMAP(
        n_components=2,
        n_neighbors=count,
        precomputed_knn=(indices, distances.astype(np.float32)),
        random_state=seed,
        n_jobs=1,  # which a fixed seed asks for
        tqdm_kwds={"disable": False, "file": _Shares(folder / SHARE), "bar_format": "{percentage:.0f}"},
    )
    np.asarray(reducer.fit_transform(codes), np.float32).tofile(folder / PLACES)


if __name__ == "__main__":
    _main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))

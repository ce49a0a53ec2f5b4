"""Ask another process something, as a generator that can be given up at any time."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass

PAUSE = 0.05  # seconds between two looks at whether it is done


@dataclass(frozen=True)
class Answer:
    """What a process said, and how it ended."""

    status: int
    out: str
    err: str

    @property
    def complaints(self) -> list[str]:
        """The lines that it wrote to its standard error; at least one."""
        return [line.strip() for line in self.err.splitlines() if line.strip()] or ["it says nothing"]


def ask(
    command: Sequence[str], longest: float, environment: Mapping[str, str] | None = None
) -> Generator[None, None, Answer]:
    """Run a process to its end; yields while it runs. It is ended when nobody waits for it any more.

    Args:
        command: its words.
        longest: seconds after which it is given up.
        environment: its variables (None: those of this process).

    Raises:
        OSError: when it cannot be started, or takes longer.
    """
    pipe = subprocess.PIPE
    with subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=pipe, stderr=pipe, env=environment, text=True, errors="replace"
    ) as child:
        start = time.monotonic()
        try:
            while True:
                try:
                    out, err = child.communicate(timeout=PAUSE)
                    return Answer(child.returncode, out, err)
                except subprocess.TimeoutExpired:
                    if time.monotonic() - start > longest:
                        raise TimeoutError(f"it took more than {longest:g} seconds") from None
                yield
        finally:
            if child.poll() is None:
                child.kill()

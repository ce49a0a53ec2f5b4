"""Files that a crash, a full disk or a power cut leaves whole, and folders that one program holds at a time.

The order is SQLite's: what is new is written beside what is there and reaches the disk (fsync) before a single rename
makes it count; the rename reaches the disk before anything that it made superfluous is removed.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import json
import os
import re
import stat
import sys
import tempfile
from pathlib import Path
from typing import Any

import filelock

from vaegui.words import tr

if sys.platform != "win32":
    import fcntl

LOCK = ".lock"
SEAL = re.compile(rb'\n  "sha256": "([0-9a-f]{64})"\n}\n\Z')
UNSEALED = b"0" * 64


def write(path: Path, content: bytes) -> None:
    """Write a file that nobody refers to yet; its content is on the disk when this returns.

    Raises:
        OSError: nothing is left of it then.
    """
    binary = getattr(os, "O_BINARY", 0)  # without which Windows takes bytes for lines
    _write(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | binary, 0o644), path, content)


def replace(path: Path, content: bytes) -> None:
    """Give a file another content: whatever happens, it has the old one or the new.

    Raises:
        OSError: it has the old content.
    """
    handle, name = tempfile.mkstemp(prefix=f".{path.name}-", suffix=".tmp", dir=path.parent)
    temporary = Path(name)
    _write(handle, temporary, content)
    try:
        os.chmod(temporary, 0o644)
        os.replace(temporary, path)
    except BaseException:
        _remove(temporary)
        raise


def size_of(path: Path) -> int:
    """The size in bytes of a plain file: nothing that would have its reader wait for ever.

    Raises:
        OSError: when it is none, or cannot be looked at.
    """
    found = path.stat()
    if not stat.S_ISREG(found.st_mode):
        raise OSError(errno.EINVAL, tr("it is not a plain file"), str(path))
    return found.st_size


def sync(folder: Path) -> None:
    """Have what was created, renamed and removed in a folder reach the disk (Windows has no handle for folders)."""
    if hasattr(os, "O_DIRECTORY"):
        handle = os.open(folder, os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _write(handle: int, path: Path, content: bytes) -> None:
    try:
        try:
            rest = memoryview(content)
            while rest:
                rest = rest[os.write(handle, rest) :]
            os.fsync(handle)
        finally:
            os.close(handle)
    except BaseException:
        _remove(path)
        raise


def _remove(path: Path) -> None:
    with contextlib.suppress(OSError):
        path.unlink()


def in_words(error: OSError) -> str:
    """Say why the disk refused."""
    reasons = {errno.ENOSPC: tr("the disk is full"), errno.EDQUOT: tr("your share of the disk is used up")}
    return reasons.get(error.errno or 0) or (error.strerror or str(error))


def digest(content: bytes) -> str:
    """The SHA-256 of a file's content."""
    return hashlib.sha256(content).hexdigest()


def seal(values: dict[str, Any]) -> bytes:
    """Write values as JSON that ends with its own SHA-256, taken with zeros in its place."""
    unsealed = json.dumps(values | {"sha256": UNSEALED.decode()}, indent=2, ensure_ascii=False).encode() + b"\n"
    found = SEAL.search(unsealed)
    assert found is not None
    return unsealed[: found.start(1)] + digest(unsealed).encode() + unsealed[found.end(1) :]


def unseal(content: bytes) -> tuple[Any, bool]:
    """Read JSON, and tell whether it ends with its SHA-256, which is then no longer among the values.

    Raises:
        ValueError, RecursionError: when it is not JSON, or not what was sealed.
    """
    found = SEAL.search(content)
    if found is None:
        return json.loads(content), False
    if digest(content[: found.start(1)] + UNSEALED + content[found.end(1) :]) != found[1].decode():
        raise ValueError(tr("its SHA-256 is another"))
    values = json.loads(content)
    del values["sha256"]
    return values, True


def hold(folder: Path) -> filelock.BaseFileLock:
    """Claim a folder for this program, until it is released or the program ends, however it does.

    Within one program it can be held several times.

    Raises:
        BlockingIOError: when another program holds it.
        OSError: when the folder cannot be written to.
    """
    if not folder.is_dir():  # which filelock would make
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(folder))
    lock = filelock.FileLock(folder / LOCK, is_singleton=True, thread_local=False)
    try:
        lock.acquire(blocking=False)
    except filelock.Timeout:
        raise BlockingIOError(errno.EWOULDBLOCK, tr("another program uses it"), str(folder)) from None
    return lock


def is_held(folder: Path) -> bool | None:
    """Whether some program on this machine holds a folder; None where that cannot be known. Changes nothing in it.

    A folder that this program itself holds is held, too.
    """
    if sys.platform == "win32":
        return None
    try:
        handle = os.open(folder / LOCK, os.O_RDONLY)
    except FileNotFoundError:
        return False
    except OSError:
        return None
    try:
        fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except OSError:  # no locks on this file system
        return None
    finally:
        os.close(handle)
    return False

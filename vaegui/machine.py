"""What this machine has, in English; asks nothing but the system."""

from __future__ import annotations

import hashlib
import os
import platform
import shutil
import sys
from contextlib import suppress
from pathlib import Path


def processor() -> str:
    """What it is called."""
    with suppress(OSError, StopIteration):
        lines = Path("/proc/cpuinfo").read_text().splitlines()
        return next(line.split(":", 1)[1].strip() for line in lines if line.startswith("model name"))
    return platform.processor() or platform.machine()


def identity() -> str:
    """16 hexadecimal digits that tell this machine from others, and nobody what it is called."""
    number = ""
    with suppress(OSError, ValueError):
        number = Path("/etc/machine-id").read_text().strip()
    return hashlib.sha256(f"{platform.node()}\n{number}".encode()).hexdigest()[:16]


def memory() -> str:
    """How much there is and, where the system says so, how much of it is free."""
    try:
        total = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, OSError, ValueError):  # Windows has no such thing
        return "unknown"
    with suppress(OSError, StopIteration, ValueError):
        lines = Path("/proc/meminfo").read_text().splitlines()
        free = int(next(line for line in lines if line.startswith("MemAvailable")).split()[1]) * 1024
        return f"{total / 1e9:.1f} GB, of which {free / 1e9:.1f} GB are free"
    return f"{total / 1e9:.1f} GB"


def compiler() -> str:
    """Where the C++ compiler is that PyTorch would take; empty where there is none."""
    names = [os.environ.get("CXX", ""), *(("cl",) if sys.platform == "win32" else ("g++", "clang++", "c++"))]
    return next((found for name in names if name and (found := shutil.which(name))), "")

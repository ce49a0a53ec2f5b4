"""Folders on their way from one machine to another, and programs that train: what the tests of watching share."""

import os
import random
import signal
import subprocess
import sys
import time

from vaegui import storing

EPOCHS = 100_000  # more than anybody waits for


class LossyCopy:
    """Brings a folder up to date as a bad connection would, one small step at a time, in an order of its own.

    A file arrives half first, in the order in which chance has it and as it was when it was begun; what is gone at the
    source goes late. A file that was replaced meanwhile may still arrive in its old state.
    """

    def __init__(self, source, target, seed):
        self.source, self.target = source, target
        self._chance = random.Random(seed)
        self._on_their_way = []  # (name, content as it was read)
        target.mkdir(exist_ok=True)

    def step(self):
        """Begin a file, have one arrive by half or whole, or remove one."""
        act = self._chance.random()
        if act < 0.45 or not self._on_their_way:
            self._begin()
        elif act < 0.95:
            self._arrive()
        else:
            self._remove()

    def _read(self):
        found = {}
        for name in sorted(os.listdir(self.source)):
            if name == storing.LOCK or name.endswith(".tmp") or name == "request.json":
                continue
            try:
                found[name] = (self.source / name).read_bytes()
            except FileNotFoundError:
                continue
        return found

    def _begin(self):
        there = self._read()
        news = [name for name, content in there.items() if self._content(name) != content]
        if news:
            name = self._chance.choice(news)
            self._on_their_way.append((name, there[name], False))

    def _content(self, name):
        path = self.target / name
        return path.read_bytes() if path.exists() else None

    def _arrive(self):
        place = self._chance.randrange(len(self._on_their_way))
        name, content, is_half = self._on_their_way.pop(place)
        if is_half or self._chance.random() < 0.3:
            (self.target / name).write_bytes(content)
        else:
            (self.target / name).write_bytes(content[: self._chance.randrange(len(content) or 1)])
            self._on_their_way.append((name, content, True))

    def _remove(self):
        gone = sorted(set(os.listdir(self.target)) - set(os.listdir(self.source)) - {"request.json"})
        if gone:
            (self.target / self._chance.choice(gone)).unlink()

    def finish(self):
        """Whatever is still on its way arrives, and then what is there now."""
        while self._on_their_way:
            self._arrive()
        for name, content in self._read().items():
            (self.target / name).write_bytes(content)


class Program:
    """A command of vaegui in a process of its own, in the user's folder of the test."""

    def __init__(self, *words, home):
        env = os.environ | {"VAEGUI_HOME": str(home), "OMP_NUM_THREADS": "1"}
        command = [sys.executable, "-m", "vaegui", *map(str, words)]
        self.process = subprocess.Popen(command, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.kill()
        self.process.communicate()

    def kill(self):
        """As the system does when memory runs out, or a cluster when time is up."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def wait(self):
        """Wait for its end, and return what it printed."""
        said, _ = self.process.communicate(timeout=60)
        assert self.process.returncode == 0, said
        return said


def trains(folder, home, epochs=EPOCHS):
    """A program that trains a tiny run on digits."""
    words = ("train", "digits", "--hidden", "16", "--epochs", epochs, "--device", "cpu", "--out", folder)
    return Program(*words, home=home)


def until(condition, seconds=60):
    """Wait until something is so."""
    end = time.monotonic() + seconds
    while not (found := condition()):
        assert time.monotonic() < end, "it never came to be"
        time.sleep(0.02)
    return found

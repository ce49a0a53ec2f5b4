"""What the tests share. Nothing here needs Qt, so that the core's tests run where it is not installed."""

import contextlib
import ctypes
import os
import shutil
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")  # also in threads that train, which take all cores but one else

import pytest
import torch
from hypothesis import HealthCheck, settings

from vaegui import recording, runs, sources
from vaegui.families import TrainConfig
from vaegui.models import ModelConfig

REPOSITORY = Path(__file__).parent.parent

# An example may take long where much else is running.
settings.register_profile("vaegui", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("vaegui")


@pytest.fixture(scope="session", autouse=True)
def _one_torch_thread():
    """Tiny models gain nothing from a second thread, and lose much to it where something else is running."""
    torch.set_num_threads(1)


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    """The user's folder of runs and datasets: empty, and gone after the test."""
    folder = tmp_path / "home"
    monkeypatch.setenv("VAEGUI_HOME", str(folder))
    monkeypatch.delenv("VAEGUI_MIRROR", raising=False)
    return folder


@pytest.fixture
def closed(tmp_path, monkeypatch):
    """The user's folder, below one that the system lets nobody look into."""
    above = tmp_path / "closed"
    above.mkdir()
    above.chmod(0)
    monkeypatch.setenv("VAEGUI_HOME", str(above / "home"))
    try:
        with _as_anybody():
            with contextlib.suppress(PermissionError):
                os.listdir(above)
                pytest.skip("folders are not closed that way here")
            yield above / "home"
    finally:
        above.chmod(0o700)


@contextlib.contextmanager
def _as_anybody():
    """Have root, on Linux, do without what lets it look anywhere (CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH)."""
    if sys.platform != "linux" or os.geteuid() != 0:
        yield
        return
    system = ctypes.CDLL(None, use_errno=True)
    header = (ctypes.c_uint32 * 2)(0x20080522, 0)  # _LINUX_CAPABILITY_VERSION_3, this thread
    before = (ctypes.c_uint32 * 6)()
    assert system.capget(header, before) == 0
    assert system.capset(header, (ctypes.c_uint32 * 6)(before[0] & ~0b110, *before[1:])) == 0
    try:
        yield
    finally:
        assert system.capset(header, before) == 0


@pytest.fixture(scope="session")
def amount():
    """How often a fault is injected: every time, as `make faults` wants it, or a share that takes no time."""
    return lambda full, share: full if os.environ.get("VAEGUI_FAULTS") == "all" else share


@pytest.fixture(scope="session")
def repository():
    """The root of the checkout."""
    return REPOSITORY


@pytest.fixture(scope="session")
def wheel(tmp_path_factory):
    """What is installed, as it would be published."""
    pytest.importorskip("hatchling", reason="hatchling is not installed")
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=REPOSITORY, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="session")
def installed(wheel, tmp_path_factory):
    """The folder of programs of an environment with the wheel in it; it sees the packages here, not the checkout."""
    folder = tmp_path_factory.mktemp("installed")
    venv.create(folder, with_pip=False, symlinks=os.name == "posix")
    scripts = folder / ("Scripts" if os.name == "nt" else "bin")
    uv = shutil.which("uv", path=sysconfig.get_path("scripts"))
    if uv is None:
        pytest.skip("uv is not installed")
    options = ["--python", str(scripts / "python"), "--no-deps", "--offline", "--no-config", "--link-mode=copy"]
    subprocess.run([uv, "pip", "install", *options, str(wheel)], check=True, capture_output=True)
    packages = next(folder.glob("[Ll]ib/**/site-packages"))
    # Of a folder that is named in such a file none are read themselves, and it is one of those that name the checkout.
    (packages / "others.pth").write_text(sysconfig.get_path("purelib"))
    return scripts


@pytest.fixture(scope="session")
def mnist_folder():
    """A folder with MNIST's four files as their makers distribute them."""
    folder = Path(os.environ.get("VAEGUI_TEST_MNIST") or REPOSITORY.parent / "shared" / "data" / "mnist-mirror")
    if not (folder / "train-images-idx3-ubyte.gz").is_file():
        pytest.skip(f"there is no MNIST in {folder}; VAEGUI_TEST_MNIST names a folder that has it")
    return folder


@pytest.fixture(scope="session")
def mnist(mnist_folder):
    return sources.load("mnist", mnist_folder)


@pytest.fixture(scope="session")
def digits():
    return sources.load("digits")


@pytest.fixture(scope="session")
def trained_folder(digits, tmp_path_factory):
    """A run on digits, the same for all tests; `run` is a copy that a test may break."""
    folder = tmp_path_factory.mktemp("runs") / "small"
    config = TrainConfig(epochs=3, learning_rate=1e-2, device="cpu")
    for _ in recording.train_run(digits, ModelConfig(hidden=(16,)), config, folder):
        pass
    return folder


@pytest.fixture
def run(trained_folder, tmp_path):
    """A run on digits with a 2-D latent space, in a folder of the test's own."""
    return runs.load(shutil.copytree(trained_folder, tmp_path / "small"))

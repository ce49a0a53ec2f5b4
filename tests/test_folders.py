"""Where things are: the user's folder, and runs by name."""

import pytest

from vaegui.folders import CONFIG, find_run, own_folder, resource, shipped_folder, user_folder


def test_the_users_folder_can_be_moved(home, monkeypatch):
    assert user_folder() == home
    monkeypatch.delenv("VAEGUI_HOME")
    assert user_folder().name == "vaegui"
    assert user_folder().is_absolute()


def test_a_run_is_found_by_its_folder_or_its_name(home, tmp_path):
    assert find_run("mnist-vae-2d") == shipped_folder() / "mnist-vae-2d"
    assert find_run(shipped_folder() / "mnist-vae-2d") == shipped_folder() / "mnist-vae-2d"
    own = own_folder() / "mnist-vae-2d"
    own.mkdir(parents=True)
    assert find_run("mnist-vae-2d") == shipped_folder() / "mnist-vae-2d"  # without a config.json it is no run
    (own / CONFIG).write_text("{}")
    assert find_run("mnist-vae-2d") == own


@pytest.mark.parametrize("name", ["no-such-run", ""])
def test_what_is_no_run_is_not_found(home, monkeypatch, tmp_path, name):
    monkeypatch.chdir(tmp_path)
    assert find_run(name) is None


def test_what_comes_with_the_program_is_there():
    assert resource("icon.svg").is_file()

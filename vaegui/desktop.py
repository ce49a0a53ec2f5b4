"""A place in the desktop's menus, and lessons that open by a double click: files in the user's own folder (XDG).

What is written is what the freedesktop.org specifications of desktop entries, shared MIME information and icon themes
ask for. Every file has a name of ours, so that it can be written again and removed without a list of what was written.
Of folders, whose names are everybody's, such a list is kept: those that were there before stay, empty or not.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from vaegui import storing
from vaegui.folders import LESSON, resource, user_folder
from vaegui.settings import UserError

NAME = "vaegui"
MIME_TYPE = "application/x-vaelesson"
MIME_ICON = MIME_TYPE.replace("/", "-")
SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)  # pixels
QUOTED = '"`$\\'  # characters that a quoted word of a command has a backslash before
LONGEST_WAIT = 120  # seconds for one of the desktop's own programs
LIST = "desktop.json"  # in the user's folder, from `install` to `uninstall`: which folders and caches were not there

ENTRY = """[Desktop Entry]
Type=Application
Version=1.1
Name=vaegui
GenericName=Latent Space Explorer
Comment=Train variational autoencoders, watch them learn, walk their maps
TryExec={try_exec}
Exec={command} %f
Icon={name}
Terminal=false
StartupNotify=true
StartupWMClass={name}
Categories=Science;Education;ArtificialIntelligence;Qt;
Keywords=VAE;autoencoder;latent;machine learning;neural network;PyTorch;lecture;teaching;
MimeType={mime_type};
Actions=first-map;

[Desktop Action first-map]
Name=Open the Map of MNIST
Exec={command} open mnist-vae-2d
"""
MIME = f"""<?xml version="1.0" encoding="UTF-8"?>
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
  <mime-type type="{MIME_TYPE}">
    <comment>lesson on latent spaces</comment>
    <sub-class-of type="application/zip"/>
    <generic-icon name="package-x-generic"/>
    <magic priority="60">
      <match type="string" offset="0" value="PK\\003\\004">
        <match type="string" offset="30" value="lesson.json"/>
      </match>
    </magic>
    <glob pattern="*{LESSON}"/>
  </mime-type>
</mime-info>
"""
MADE_BY_THE_DESKTOP = {
    "applications": {"mimeinfo.cache"},
    "icons/hicolor": {"icon-theme.cache"},
    "mime": {
        "aliases",
        "generic-icons",
        "globs",
        "globs2",
        "icons",
        "magic",
        "mime.cache",
        "subclasses",
        "treemagic",
        "types",
        "version",
        "XMLnamespaces",
    },
}  # where nothing else is left, these are not either


@dataclass(frozen=True)
class Change:
    """What was written or removed, and which of the desktop's programs took note."""

    verb: str
    files: tuple[Path, ...]
    told: tuple[str, ...]
    missing: tuple[str, ...]

    @property
    def sentence(self) -> str:
        """Say so."""
        if not self.files:
            return "There was nothing to remove."
        lines = [f"{self.verb}:", *(f"  {path}" for path in self.files)]
        if self.told:
            lines.append(f"Told the desktop: {', '.join(self.told)}.")
        if self.missing:
            lines.append(f"Not on this system, so the desktop may notice later: {', '.join(self.missing)}.")
        return "\n".join(lines)


def install(command: Sequence[str] | None = None) -> Change:
    """Write an entry for the menus, icons, the kind of file that a lesson is, and the manual page.

    Args:
        command: the words that start the program (None: the one that is running).

    Raises:
        UserError: where the desktop is not one of those, or a file cannot be written.
    """
    _make_sure_of_the_desktop()
    root, command = data_home(), tuple(command or running_program())
    contents = {
        root / "applications" / f"{NAME}.desktop": entry(command).encode(),
        root / "mime" / "packages" / f"{NAME}.xml": MIME.encode(),
    }
    for path in _manual(root):
        contents[path] = resource(f"{NAME}.1").read_bytes()
    for path, source in _icons(root).items():
        contents[path] = source.read_bytes()
    for path, content in (_listed(root) | contents).items():
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            if not (path.is_file() and path.read_bytes() == content):
                storing.replace(path, content)
        except OSError as error:
            raise UserError(
                f"{path} cannot be written: {storing.in_words(error)}. What is written already can be removed with: "
                "vaegui --uninstall-desktop"
            ) from None
    return Change("Written", tuple(contents), *_tell(root))


def uninstall() -> Change:
    """Remove what `install` wrote, and of the folders it made, with their caches, those that nothing is in then.

    Folders that were there before stay, and links to folders, and links to the manual page.

    Raises:
        UserError: where the desktop is not one of those, or a file cannot be removed.
    """
    _make_sure_of_the_desktop()
    root = data_home()
    there = [path for path in _ours(root) if os.path.isfile(path)]  # Path.is_file raises where it may not look
    for path in there:
        try:
            path.unlink()
        except OSError as error:
            raise UserError(f"{path} cannot be removed: {storing.in_words(error)}. Try again.") from None
    told = _tell(root) if there else ((), ())
    _forget_empty(root)  # even without anything there: the time before may have ended half way
    return Change("Removed", tuple(there), *told)


def data_home() -> Path:
    """The folder of the user's own data, as the XDG base directory specification has it."""
    chosen = os.environ.get("XDG_DATA_HOME", "")
    return Path(chosen) if Path(chosen).is_absolute() else Path.home() / ".local" / "share"


def running_program() -> list[str]:
    """The words that start this program again, from any folder."""
    started = shutil.which(sys.argv[0]) if Path(sys.argv[0]).stem == NAME else None
    beside = Path(sys.executable).with_name(NAME)
    for found in (started, beside):
        if found is not None and Path(found).is_file():
            return [str(Path(found).absolute())]  # links are kept: they stay when what they lead to is replaced
    return [sys.executable, "-m", NAME]


def entry(command: Sequence[str]) -> str:
    """The desktop entry of a program that these words start.

    Raises:
        UserError: when a word cannot be written there.
    """
    if any(ord(character) < 32 for word in command for character in word):
        raise UserError(f"{' '.join(command)!r} cannot stand in a desktop entry. Install vaegui in another folder.")
    return ENTRY.format(
        try_exec=_as_string(command[0]),
        command=_as_string(" ".join(_quoted(word) for word in command)),
        name=NAME,
        mime_type=MIME_TYPE,
    )


def _quoted(word: str) -> str:
    for character in QUOTED[::-1]:  # the backslash first
        word = word.replace(character, f"\\{character}")
    return f'"{word.replace("%", "%%")}"'


def _as_string(value: str) -> str:
    """A value of an entry, in which a backslash begins an escape, before it is looked at as a command."""
    return value.replace("\\", "\\\\")


def _ours(root: Path) -> list[Path]:
    """All files that are written, wherever they are from."""
    return [
        root / "applications" / f"{NAME}.desktop",
        root / "mime" / "packages" / f"{NAME}.xml",
        *_manual(root),
        *_icons(root),
    ]


def _icons(root: Path) -> dict[Path, Path]:
    """Where each icon goes, and where it comes from."""
    theme, found = root / "icons" / "hicolor", {}
    for kind, icon, source in (("apps", NAME, "vaegui"), ("mimetypes", MIME_ICON, "lesson")):
        for size in SIZES:
            found[theme / f"{size}x{size}" / kind / f"{icon}.png"] = resource(f"icons/{source}-{size}.png")
        picture = resource("icon.svg" if source == "vaegui" else "icons/lesson.svg")
        found[theme / "scalable" / kind / f"{icon}.svg"] = picture
    return found


def _manual(root: Path) -> list[Path]:
    """Where the manual page goes; nowhere where there is a link, by which an installer such as pipx puts its own."""
    path = root / "man" / "man1" / f"{NAME}.1"
    return [] if os.path.islink(path) else [path]


def _tell(root: Path) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Have the desktop's own programs take note; returns those that did, and those that are not there."""
    theme = root / "icons" / "hicolor"
    commands = (
        ("update-mime-database", root / "mime", [str(root / "mime")]),
        ("update-desktop-database", root / "applications", ["-q", str(root / "applications")]),
        ("gtk-update-icon-cache", theme, ["-q", "-t", "-f", str(theme)]),
    )
    told, missing = [], []
    for name, folder, words in commands:
        program = shutil.which(name)
        if program is None:
            missing.append(name)
        elif os.path.isdir(folder):
            try:
                done = subprocess.run(
                    [program, *words], stdin=subprocess.DEVNULL, capture_output=True, timeout=LONGEST_WAIT
                )
            except (OSError, subprocess.TimeoutExpired):
                continue
            if done.returncode == 0:
                told.append(name)
    return tuple(told), tuple(missing)


def _folders(root: Path) -> set[Path]:
    """The folders that are written to, by the desktop's programs too."""
    folders = {parent for path in _ours(root) for parent in path.parents if root in parent.parents}
    return folders | {root / "mime" / MIME_TYPE.split("/")[0]}


def _caches(root: Path) -> set[Path]:
    return {root / place / name for place, names in MADE_BY_THE_DESKTOP.items() for name in names}


def _listed(root: Path) -> dict[Path, bytes]:
    """The list of folders and caches that are not there, or were not before an earlier time; where it goes, and it."""
    path = user_folder() / LIST
    missing = {p for p in _folders(root) | _caches(root) | {path.parent} if not os.path.lexists(p)}
    return {path: json.dumps(sorted(map(str, missing | _made(root))), indent=0).encode()}


def _made(root: Path) -> set[Path]:
    """What the list says was not there before the first `install`; nothing where there is no list."""
    path = user_folder() / LIST
    try:
        names = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return set()
    known = {str(p): p for p in _folders(root) | _caches(root) | {path.parent}}
    return {path for name, path in known.items() if isinstance(names, list) and name in names}


def _forget_empty(root: Path) -> None:
    """Remove the folders that were made and are empty, as far as the disk allows; then nothing is left to be listed."""
    made = _made(root)
    for place, caches in MADE_BY_THE_DESKTOP.items():
        folder = root / place
        with suppress(OSError):
            found = [path for path in folder.rglob("*") if path.is_symlink() or not path.is_dir()]
            rest = {path.relative_to(folder).as_posix() for path in found}
            if rest <= caches:
                for path in made & {folder / name for name in rest}:
                    path.unlink(missing_ok=True)
    with suppress(OSError):
        (user_folder() / LIST).unlink(missing_ok=True)
    for folder in sorted(made - _caches(root), reverse=True):
        with suppress(OSError):  # which rmdir raises where something is left
            if not folder.is_symlink():
                folder.rmdir()


def _make_sure_of_the_desktop() -> None:
    if sys.platform in ("win32", "darwin"):
        system, how = {
            "win32": ("Windows", "While vaegui runs, pin it to the taskbar, and it stays there."),
            "darwin": ("macOS", "Open lessons from vaegui’s menu Lessons."),
        }[sys.platform]
        raise UserError(f"vaegui cannot put itself into the menus of {system} yet. {how}")

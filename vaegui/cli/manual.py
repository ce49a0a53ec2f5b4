"""The manual page, made of what the command line says of itself.

python -m vaegui.cli.manual > resources/vaegui.1      writes it anew (`make manual`)
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from typing import Any, cast

from vaegui.cli import EXAMPLES, Screen, make_parser

ABOUT = (
    "vaegui trains autoencoders, variational and others, whose latent space is a plane, shows that plane as a map, and "
    "decodes any place of it as one drags the target over it. Without a command the window opens; with one, the same "
    "is done without a window. RUN is the folder of a run, or the name of one of your own or of those that ship.",
)
FILES = (
    ("~/.local/share/vaegui", "runs, datasets, lessons and settings (on Linux; “vaegui doctor” names the place)"),
    ("~/.local/share/vaegui/logs/vaegui.log", "what the program did, for reports of faults; nothing is sent by itself"),
)
ENVIRONMENT = (
    ("VAEGUI_HOME", "another folder for all of that"),
    ("VAEGUI_MIRROR", "where datasets are downloaded from, in place of their makers’ sites"),
    ("OMP_NUM_THREADS", "the most threads that train"),
)
STATUS = "0: done. 1: it could not be done, and a sentence says why. 2: the command line is wrong. 130: interrupted."


def page() -> str:
    """Write the whole page in the language of man(7)."""
    parser = make_parser(cast(Screen, None))  # which only commands that are run would need
    return "\n".join(_lines(parser)) + "\n"


def _lines(parser: argparse.ArgumentParser) -> Iterator[str]:
    yield '.TH VAEGUI 1 "" "vaegui" "User Commands"'
    yield from (".SH NAME", "vaegui \\- the desktop explorer of latent spaces")
    yield from (".SH SYNOPSIS", ".B vaegui", "[FILE.vaelesson]", ".br", ".B vaegui", "COMMAND …")
    yield ".SH DESCRIPTION"
    for paragraph in ABOUT:
        yield from (".PP", _plain(paragraph))
    yield ".SH OPTIONS"
    yield from _arguments(parser)
    yield ".SH COMMANDS"
    for name, (sub, words) in _commands(parser).items():
        yield from (f".SS vaegui {_plain(name)}", f"{_plain(words[0].upper() + words[1:])}.", ".PP")
        yield _plain(f"vaegui {name} {_usage(sub)}")
        yield from _arguments(sub)
        yield from (".PP", "For example:")
        for example in EXAMPLES[name]:
            yield from (".PP", ".RS", _plain(example), ".RE")
    for title, rows in (("FILES", FILES), ("ENVIRONMENT", ENVIRONMENT)):
        yield f".SH {title}"
        for name, words in rows:
            yield from (".TP", f".B {_plain(name)}", _plain(words))
    yield from (".SH EXIT STATUS", _plain(STATUS))


def _arguments(parser: argparse.ArgumentParser) -> Iterator[str]:
    formatter = parser._get_formatter()
    for group in parser._action_groups:
        actions = [a for a in group._group_actions if not isinstance(a, argparse._SubParsersAction)]
        if group not in (parser._positionals, parser._optionals) and actions:
            yield from (".PP", f".I {_plain((group.title or '').capitalize())}")
        for action in actions:
            words = formatter._expand_help(action) if action.help else ""
            yield from (".TP", f".B {_plain(formatter._format_action_invocation(action))}", _plain(words))


def _usage(parser: argparse.ArgumentParser) -> str:
    """What has to be said, and that more can be."""
    formatter = parser._get_formatter()
    words = ["[OPTION …]"]
    for action in parser._actions:
        if not action.option_strings:
            metavar = formatter._get_default_metavar_for_positional(action)
            words.append(formatter._format_args(action, metavar).replace("...", "…"))
        elif action.required:
            words.append(formatter._format_action_invocation(action))
    return " ".join(words)


def _commands(parser: argparse.ArgumentParser) -> dict[str, tuple[argparse.ArgumentParser, str]]:
    """Each command's parser and the words for it, in order."""
    found: Any = next(action for action in parser._actions if isinstance(action, argparse._SubParsersAction))
    return {choice.dest: (found.choices[choice.dest], choice.help or "") for choice in found._choices_actions}


def _plain(text: str) -> str:
    """Text that roff takes as it stands. It has no way to put a hat on a letter that every terminal shows."""
    text = text.replace("x\u0302", "x′")
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{text}" if text.startswith((".", "'")) else text


if __name__ == "__main__":
    sys.stdout.write(page())

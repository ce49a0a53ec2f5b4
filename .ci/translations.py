"""Bring the catalogues in resources/translations up to date with the code; `make translations` does so.

Qt's own tools keep them. They do not know `tr` and `plural`, so they read a list of the texts in a form that they do.
"""

from __future__ import annotations

import ast
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from vaegui.glossary import TERMS
from vaegui.ui.language import CONTEXT, LANGUAGES
from vaegui.words import ENGLISH

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "resources" / "translations"
WORDS_OF_A_STEP = ("title", "text", "question")


@dataclass(frozen=True)
class Text:
    """A text to translate, and where it is said."""

    words: str
    has_forms: bool  # whether it has a number of things in it
    place: str


def texts() -> Iterator[Text]:
    """Every text that the window can say, each as often as it is said.

    Raises:
        ValueError: when one is not a literal, so that nobody could translate it.
    """
    for path in sorted((ROOT / "vaegui").rglob("*.py")):
        place = path.relative_to(ROOT).as_posix()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
                continue
            name = node.func.id
            for argument in {"tr": node.args[:1], "plural": node.args[2:3]}.get(name, ()):
                if not isinstance(argument, ast.Constant) or not isinstance(argument.value, str):
                    raise ValueError(f"{place}, line {node.lineno}: {name} wants a literal")
                yield Text(argument.value, name == "plural", place)
    for term in TERMS.values():
        for words in (term.name, term.symbol, term.sentence):
            yield Text(words, False, "the glossary")
    for path in sorted((ROOT / "resources" / "lessons").glob("*.json")):
        lesson = json.loads(path.read_text(encoding="utf-8"))
        yield Text(lesson["title"], False, path.name)
        for step in lesson["states"]:
            yield from (Text(step[key], False, path.name) for key in WORDS_OF_A_STEP if step.get(key))


def _listed(found: list[Text]) -> str:
    lines = []
    for text in dict.fromkeys((t.words, t.has_forms) for t in found):
        places = dict.fromkeys(t.place for t in found if (t.words, t.has_forms) == text)
        macro = "QT_TRANSLATE_N_NOOP" if text[1] else "QT_TRANSLATE_NOOP"
        lines += [f"//: {', '.join(places)}", f'{macro}("{CONTEXT}", {json.dumps(text[0], ensure_ascii=False)})']
    return "\n".join(lines)


def main() -> None:
    """Write vaegui_LANGUAGE.ts and .qm."""
    FOLDER.mkdir(exist_ok=True)
    programs = Path(sys.executable).parent
    with tempfile.TemporaryDirectory() as folder:
        stub = Path(folder) / "texts.cpp"
        stub.write_text(_listed(list(texts())), encoding="utf-8")
        for code in (code for code in LANGUAGES if code != ENGLISH):
            catalogue = FOLDER / f"vaegui_{code}.ts"
            options = ("-locations", "none", "-no-obsolete", "-source-language", ENGLISH, "-target-language", code)
            subprocess.run([programs / "pyside6-lupdate", stub, "-ts", catalogue, *options], check=True)
            subprocess.run([programs / "pyside6-lrelease", catalogue, "-qm", catalogue.with_suffix(".qm")], check=True)


if __name__ == "__main__":
    main()

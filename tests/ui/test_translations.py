"""The catalogues have every text of the program, whole, and what ships is made from them."""

import importlib.util
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator

from vaegui.ui.help.pages import WRITTEN
from vaegui.ui.language import CONTEXT, LANGUAGES

REPOSITORY = Path(__file__).parent.parent.parent
FOREIGN = [code for code in LANGUAGES if code != "en"]
TAG = re.compile(r"</?\w+")
VALUE = re.compile(r"\{[a-z]\w*(?:![rsa])?(?::[^{}]*)?\}")
MNEMONIC = re.compile(r"&\w(?!\w*;)")


@cache
def maker():
    spec = importlib.util.spec_from_file_location("translations", REPOSITORY / ".ci" / "translations.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules["translations"] = module  # where its dataclass looks
    spec.loader.exec_module(module)
    return module


@cache
def messages(code):
    """The texts of a catalogue with their translations: one, or a form for each count."""
    root = ET.parse(REPOSITORY / "resources" / "translations" / f"vaegui_{code}.ts").getroot()
    found = {}
    for context in root.iter("context"):
        assert context.findtext("name") == CONTEXT
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation.get("type") is None, f"not translated: {message.findtext('source')}"
            forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
            found[message.findtext("source"), message.get("numerus") == "yes"] = forms
    return found


def values(text):
    """The names in braces with how they are written, whoever fills them in."""
    return sorted(VALUE.findall(text))


@pytest.mark.parametrize("code", FOREIGN)
def test_a_catalogue_has_all_texts_of_the_program_and_no_other(code):
    said = {(text.words, text.has_forms) for text in maker().texts()}
    assert len(said) > 2000
    assert set(messages(code)) == said


@pytest.mark.parametrize("code", FOREIGN)
def test_a_translation_has_the_same_values_marks_and_keys(code):
    for (text, has_forms), forms in messages(code).items():
        assert len(forms) == (2 if has_forms else 1)
        for number, form in enumerate(forms):
            assert form.strip(), text
            assert sorted(TAG.findall(form)) == sorted(TAG.findall(text)), text
            assert bool(MNEMONIC.search(form)) == bool(MNEMONIC.search(text)), text
            assert (form[0] == " ", form[-1] == " ") == (text[0] == " ", text[-1] == " "), text
            if has_forms and number == 0:  # one thing may be said without its number
                counted = {value for value in values(text) if value.startswith("{count")}
                assert set(values(form)) | counted == set(values(text)), text
            else:
                assert values(form) == values(text), text


@pytest.mark.parametrize("code", FOREIGN)
def test_what_ships_says_what_the_catalogue_has(code):
    translator = QTranslator()
    assert translator.load(str(REPOSITORY / "resources" / "translations" / f"vaegui_{code}.qm"))
    for (text, has_forms), forms in messages(code).items():
        for count, form in zip((1, 5) if has_forms else (-1,), forms, strict=True):
            assert translator.translate(CONTEXT, text, "", count) == form


@pytest.mark.parametrize("code", FOREIGN)
def test_the_guide_has_all_pages_with_the_same_links(code):
    for name in WRITTEN:
        pages = [
            (REPOSITORY / "resources" / "guide" / language / f"{name}.md").read_text(encoding="utf-8")
            for language in ("en", code)
        ]
        original, translated = (re.findall(r"\]\(([^)]*)\)", page) for page in pages)
        assert sorted(original) == sorted(translated), name
        original, translated = (
            [line.partition(" ")[0] for line in page.splitlines() if line[:1] == "#"] for page in pages
        )
        assert original == translated, name


def test_a_text_that_is_no_literal_is_refused(tmp_path, monkeypatch):
    (tmp_path / "vaegui").mkdir()
    (tmp_path / "vaegui" / "wrong.py").write_text("def say(text):\n    return tr(text)\n")
    monkeypatch.setattr(maker(), "ROOT", tmp_path)
    with pytest.raises(ValueError, match=r"wrong\.py, line 2: tr wants a literal"):
        list(maker().texts())


@pytest.mark.timeout(300)
@pytest.mark.parametrize("code", FOREIGN)
def test_underlined_letters_differ_and_the_row_above_the_map_fits_in_each_language(code):
    wanted = ("-k", "letters or row_above", str(Path(__file__).with_name("test_panel_keys.py")))
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", *wanted]
    environment = os.environ | {"VAEGUI_LANGUAGE": code}
    done = subprocess.run(
        command, cwd=REPOSITORY, env=environment, capture_output=True, text=True, timeout=280, check=False
    )
    assert done.returncode == 0, done.stdout
    assert re.search(r"\d\d passed", done.stdout)

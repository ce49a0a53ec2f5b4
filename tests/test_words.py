"""What the program says in another language, with a catalogue that is a dictionary."""

import ast
from pathlib import Path

import pytest

from vaegui import words
from vaegui.words import plural, said, tr

# As in Slovenian, a language that has a form of its own for two things.
CATALOGUE = {
    ("Open", -1): "Odpri",
    ("{count} of {all:,} images, {share:.1f} %", -1): "{share:.1f} % od {all:,}",
    ("{count} images", 1): "{count} slika",
    ("{count} images", 2): "{count} sliki",
    ("{count} images", 5): "{count} slik",
}


@pytest.fixture
def foreign():
    words.speak("sl", lambda text, count: CATALOGUE.get((text, count), ""))
    yield
    words.speak(words.ENGLISH, None)


def test_it_speaks_english_unless_told_otherwise():
    assert words.language() == "en"
    assert tr("Open") == "Open"
    assert (
        tr("{count} of {all:,} images, {share:.1f} %", count=3, all=12_000, share=0.25) == "3 of 12,000 images, 0.2 %"
    )
    assert [plural(n, "{count} image", "{count} images") for n in (0, 1, 2)] == ["0 images", "1 image", "2 images"]
    assert words.grouped("12,000") == "12,000"


def test_a_catalogue_gives_its_words_and_takes_what_it_wants_of_the_values(foreign):
    assert words.language() == "sl"
    assert tr("Open") == "Odpri"
    assert said("Open") == "Odpri"
    spoken = tr("{count} of {all:,} images, {share:.1f} %", count=3, all=12_000, share=0.25)
    assert spoken == f"0.2 % od 12{words.THOUSANDS}000"
    assert words.grouped("12,000.5") == f"12{words.THOUSANDS}000.5"


def test_a_catalogue_has_as_many_forms_as_its_language(foreign):
    forms = [plural(n, "{count} image", "{count} images") for n in (1, 2, 5)]
    assert forms == ["1 slika", "2 sliki", "5 slik"]


def test_what_a_catalogue_lacks_is_said_in_english(foreign):
    assert tr("Close {name}", name="x") == "Close x"
    assert plural(1, "{count} run", "{count} runs") == "1 run"
    assert plural(7, "{count} run", "{count} runs") == "7 runs"


@pytest.mark.parametrize("text", ["{E[x|z] : z}", "{", "}{", "{0} {}"])
def test_braces_without_values_are_signs_like_others(text, foreign):
    assert tr(text) == text


def test_values_may_have_braces_in_them(foreign):
    assert tr("Close {name}", name="{count}") == "Close {count}"
    with pytest.raises(KeyError):
        tr("Close {name}", count=1)


def test_it_imports_nothing_that_takes_time():
    tree = ast.parse(Path(words.__file__).read_text(encoding="utf-8"))
    imported = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    imported |= {name.name for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names}
    assert imported == {"__future__", "string", "typing"}

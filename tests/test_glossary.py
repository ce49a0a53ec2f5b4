import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from vaegui import factors, glossary, words
from vaegui.explanations import EXPLANATIONS
from vaegui.glossary import TERMS, Term, as_html, as_markdown

TERM = pytest.mark.parametrize("term", TERMS.values(), ids=TERMS)


def plain(fragment):
    """The letters of rich text, without spaces and signs of markup."""
    return re.sub(r"<[^>]+>|\s|&#160;", "", fragment)


def test_the_readme_has_all_words_as_the_glossary_has_them(repository):
    text = (repository / "README.md").read_text(encoding="utf-8")
    section = text.partition("## What the words mean\n")[2].partition("\n## ")[0]
    table = re.search(r"^\| word \|.*?(?=\n\n)", section, re.S | re.M).group(0)
    assert table == as_markdown(TERMS.values())
    assert {len(re.split(r"(?<!\\)\|", row)) - 2 for row in table.splitlines()} == {3}  # cells, as they are read


@TERM
def test_each_term_is_a_symbol_and_one_sentence(term):
    assert term.name == term.name.strip() != ""
    assert term.symbol.strip()
    assert term.sentence.endswith(".")
    assert not re.search(r"[.!?] [A-Z]", term.sentence), "more than one sentence"
    assert term.sentence[0].isupper() or term.sentence[0].isdigit()
    assert "'" not in term.sentence + term.symbol


@TERM
def test_rich_text_is_well_formed_and_shows_all_of_it(term):
    root = ElementTree.fromstring(f"<p>{as_html(term).replace('<br>', '<br/>')}</p>")
    shown = "".join(root.itertext())
    assert shown.replace(" · ", "", 1) == f"{term.name}{term.symbol}{term.sentence}".replace("_", "")


def test_indices_are_set_lower():
    assert "E<sub>q</sub>[log p(x|z)]" in as_html(TERMS["distortion"])
    assert "q<sub>φ</sub>(z|x)" in as_html(TERMS["encoder"])


def test_the_window_has_a_term_in_the_readers_language_and_the_readme_in_english():
    words.speak("xx", lambda text, count: {"rate": "tasso"}.get(text, ""))
    try:
        assert as_html(TERMS["rate"]).startswith("<b>tasso</b> · KL(q(z|x) ‖ p(z))<br>Nats spent on")
        assert as_markdown([TERMS["rate"]]).splitlines()[-1].startswith("| rate |")
    finally:
        words.speak(words.ENGLISH, None)


def test_a_bar_does_not_end_a_cell():
    row = as_markdown([Term("likelihood", "p(x|z)", "Given z|x.")]).splitlines()[-1]
    assert re.split(r"(?<!\\)\|", row)[1:-1] == [" likelihood ", r" p(x\|z) ", r" Given z\|x. "]


@pytest.mark.parametrize(
    ("name", "panel", "formula"),
    [
        ("loss", "train", "distortion + β · rate"),
        ("rate", "gaps", "KL(q(z|x"),
        ("aggregate posterior", "map", "q(z) ="),
        ("reparametrization trick", "gradients", "z = μ + σ ⊙ ε, ε ~ N(0, I)"),
        ("distortion", "reconstruction", "−E_q"),
        ("gap", "selection", "log p(x) − ELBO"),
        ("amortisation gap", "bound", "ELBO(q*) − ELBO(q_φ)"),
        ("approximation gap", "bound", "log p(x) − ELBO(q*)"),
        ("ELBO", "bound", "+ H[q]"),
        ("posterior", "draw", "p(z|x) = p(z) p(x|z) / p(x)"),
        ("log p(x)", "samples", "∫ p(z) p(x|z) dz"),
    ],
)
def test_formulas_are_those_of_the_explanations(name, panel, formula):
    sought = plain(formula.replace("_", ""))
    assert sought in plain(TERMS[name].symbol.replace("_", ""))
    assert sought in plain(EXPLANATIONS[panel].formula)


def test_the_score_of_all_factors_is_that_of_forms_too():
    symbol = TERMS["informativeness"].symbol
    assert all(
        part in symbol and part in factors.__doc__ for part in ("R²", "form", "(accuracy − chance) / (1 − chance)")
    )


def test_the_lectures_slips_are_not_repeated():
    everything = " ".join(f"{term.symbol} {term.sentence}" for term in TERMS.values())
    assert "− H[q]" not in everything
    assert "multinomial" not in everything
    assert TERMS["KL divergence"].symbol == "KL(q ‖ p) = ∫ q (log q − log p) ≥ 0"


def test_the_glossary_imports_nothing_that_takes_time():
    program = "import sys; before = set(sys.modules); import vaegui.glossary; print(*(set(sys.modules) - before))"
    result = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True, timeout=120)
    imported = set(result.stdout.split())
    assert {name for name in imported if name.startswith("vaegui")} == {"vaegui", "vaegui.glossary", "vaegui.words"}
    assert {name.partition(".")[0] for name in imported} - {"vaegui"} <= sys.stdlib_module_names
    sources = "\n".join(Path(module.__file__).read_text(encoding="utf-8") for module in (glossary, words))
    named = set(re.findall(r"^(?:from|import) (\S+)", sources, re.M))
    light = {"__future__", "html", "re", "collections.abc", "dataclasses", "string", "typing"}
    assert named == light | {"vaegui.words"}

import html
import re
import unicodedata
from dataclasses import fields
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest

from vaegui.explanations import EXPLANATIONS, MUTED, Explanation, as_html

PANELS = {
    "map",
    "train",
    "runs",
    "decoded",
    "reconstruction",
    "denoising",
    "samples",
    "selection",
    "dimensions",
    "curves",
    "path",
    "figures",
    "noise",
    "few-labels",
    "bound",
    "gaps",
    "gradients",
    "draw",
    "factors",
    "plane",
}
HEADINGS = {  # all of the slides that this project is built from
    "Variational Autoencoders",
    "Learning probabilistic models",
    "Maximum Likelihood (ML)",
    "Maximum a posteriori (MAP)",
    "Why not using DNNs?",
    "Latent variables models",
    "Learning latent variable models",
    "Evidence Lower Bound (ELBO)",
    "More on the ELBO",
    "Expectation-Maximization Algorithm",
    "DLVM, intractabilities and problems with EM",
    "Variational Auto-Encoders (VAE)",
    "Latent representations",
    "Undercompleteness",
    "What is the autoencoder learning?",
    "Stacked autoencoder",
    "Reconstruction for the stacked autoencoder",
    "Denoising autoencoder",
    "Reconstruction of noiseless images",
    "Pros and Cons",
    "Variational autoencoder",
    "The decoder",
    "Back to the probabilistic picture",
    "Introducing: the encoder network",
    "Deep and amortised",
    "The Kullback-Leibler divergence",
    "Final expression for the Kullback-Leibler divergence",
    "KL divergence for the Gaussian case",
    "The loss function",
    "Loss function for the Gaussian case",
    "A nondeterministic component",
    "Framing the problem",
    "Let it commute!",
    "The reparametrization trick",
    "Structure of our network",
    "Let's get to work",
}
TAGS = {"b", "i", "br", "sub", "sup", "p", "span", "table", "tr", "td"}  # of the rich text that Qt's labels know
MARKUP = ("sub", "sup", "i", "br")  # in formulas

ALL = pytest.mark.parametrize("explanation", EXPLANATIONS.values(), ids=EXPLANATIONS)


def text_of(fragment):
    """What a reader sees of rich text, with a space where a line ends."""
    plain = re.sub(r"<br\s*/?>", " ", fragment)
    return html.unescape(re.sub(r"<[^>]+>", "", plain))


def tree(fragment):
    return ElementTree.fromstring("<root>" + re.sub(r"<br>", "<br/>", fragment) + "</root>")


def test_every_panel_that_shows_something_is_explained_under_its_own_name():
    assert set(EXPLANATIONS) == PANELS


def test_every_panel_asks_a_question_of_its_own():
    titles = [explanation.title for explanation in EXPLANATIONS.values()]
    assert len(set(titles)) == len(titles)
    assert all(title.endswith("?") for title in titles)


@ALL
def test_nothing_is_left_out(explanation):
    for field in fields(Explanation):
        if field.name not in ("heading", "correction"):
            assert getattr(explanation, field.name), field.name
    assert len(explanation.symbols) > 1
    assert all(symbol.strip() and meaning.strip() for symbol, meaning in explanation.symbols)


@ALL
def test_headings_are_the_lectures(explanation):
    assert explanation.heading == "" or explanation.heading in HEADINGS


def test_slides_that_a_correction_names_are_the_lectures():
    # A slide is named in quotation marks and brackets, or at the beginning.
    named = [
        name
        for explanation in EXPLANATIONS.values()
        for name in re.findall(r"(?:\(|^)“([A-Z][^”]*)”", explanation.correction)
    ]
    assert len(named) >= 3
    assert set(named) <= HEADINGS


def test_the_headings_are_those_of_the_lecture_itself(repository):
    path = repository.parent / "shared" / "lecture" / "lecture.md"
    if not path.is_file():
        pytest.skip("the lecture is not here")
    # Those with a formula in them are left out.
    found = {line.lstrip("# ").strip() for line in path.read_text().splitlines() if line.startswith("#")}
    assert {heading for heading in found if "$" not in heading} == HEADINGS


@ALL
def test_formulas_are_short_rich_text(explanation):
    assert 1 <= len(explanation.formula.split("<br>")) <= 3
    assert {element.tag for element in tree(explanation.formula).iter()} <= {"root", *MARKUP}
    assert max(len(text_of(line)) for line in explanation.formula.split("<br>")) <= 90


@ALL
def test_symbols_are_those_of_the_formula(explanation):
    symbols = [symbol for symbol, _ in explanation.symbols]
    assert len(set(symbols)) == len(symbols)
    for symbol in symbols:
        # As a whole, not as a part of a word: only a factor may stand right before it.
        pattern = rf"(?<![^\W\d]){re.escape(symbol)}(?!\w)"
        assert re.search(pattern, explanation.formula), symbol


def test_symbols_are_those_of_the_formula_in_every_language(repository):
    catalogues = sorted((repository / "resources" / "translations").glob("vaegui_*.ts"))
    assert catalogues
    for path in catalogues:
        messages = ElementTree.parse(path).getroot().iter("message")
        translations = {message.findtext("source"): message.findtext("translation") for message in messages}
        for explanation in EXPLANATIONS.values():
            formula = translations.get(explanation.formula) or explanation.formula
            for symbol, _ in explanation.symbols:
                assert (translations.get(symbol) or symbol) in formula, (path.name, symbol)


@ALL
def test_the_words_are_two_to_four_sentences(explanation):
    assert 2 <= len(re.split(r"(?<=[.?!]) (?=[A-Z“▲0-9])", explanation.words)) <= 4
    assert explanation.words.endswith(".")


@ALL
def test_no_accents_that_qt_would_put_in_the_wrong_place_and_no_hyphen_for_a_minus(explanation):
    everything = as_html(explanation)
    assert [c for c in everything if unicodedata.combining(c)] == []
    assert "-" not in text_of(explanation.formula)


# ---- what the slides have the wrong way round


def signed_sums(formula):
    """The sign in front of each ½ Σ … [1 + log σ² …]."""
    plain = text_of(formula).replace(" ", "")
    return re.findall(r"([−+]?)½Σl?\[1\+log", plain)


def test_the_rate_has_its_right_sign_wherever_it_is_written():
    found = {panel: signed_sums(explanation.formula) for panel, explanation in EXPLANATIONS.items()}
    assert {panel: signs for panel, signs in found.items() if signs} == {"train": ["−"], "curves": ["−"]}
    assert signed_sums("rate = ½ Σ<sub>l</sub> [1 + log σ²") == [""]  # the slide's


def test_the_entropy_is_added_wherever_it_is_written():
    signs = [
        sign
        for explanation in EXPLANATIONS.values()
        for sign in re.findall(r"([−+])\s*H\[q", text_of(explanation.formula))
    ]
    assert signs
    assert set(signs) == {"+"}


def test_a_divergence_is_subtracted_from_the_bound_and_added_to_the_loss():
    written = text_of(EXPLANATIONS["gradients"].formula)
    assert written.count("] − ∇φKL(qφ ‖ p)") == 2
    assert "ELBO(q) + KL(q(z) ‖ p(z|x))" in text_of(EXPLANATIONS["bound"].formula)
    assert "+ β · KL(" in text_of(EXPLANATIONS["denoising"].formula)


def test_each_of_the_lectures_errata_is_told_where_it_belongs():
    for panel, words in {
        "map": ("multinomial", "diagonal"),
        "runs": ("product", "log p(xn)"),
        "decoded": ("grey pixels", "no log-likelihood"),
        "train": ("eq. (3)", "σ² = ½", "½ log(2πσ²)"),
        "gaps": ("strictly convex", "constant", "q(z) = p(z|x)"),
        "curves": ("eqs. (1) and (2)", "−½ Σ[1 + log σ² − σ² − μ²]"),
        "bound": ("“−H[q]”", "+H[q]"),
        "gradients": ("NOT OK", "score function", "variance"),
        "figures": ("intractable", "logarithm"),
    }.items():
        for word in words:
            assert word in text_of(EXPLANATIONS[panel].correction), panel


# ---- as one fragment


class Seen(HTMLParser):
    def __init__(self, fragment):
        super().__init__()
        self.tags, self.open, self.text = set(), [], ""
        self.feed(fragment)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text += data


@ALL
def test_the_fragment_has_every_part_in_order_and_is_well_formed(explanation):
    fragment = as_html(explanation)
    seen = Seen(fragment)
    assert seen.open == []
    assert seen.tags <= TAGS
    text = "".join(tree(fragment).itertext())
    assert text == seen.text
    parts = [explanation.title, f"Slide: {explanation.heading}", explanation.formula]
    parts += [part for row in explanation.symbols for part in row]
    parts += [explanation.words, *([f"On the slide: {explanation.correction}"] if explanation.correction else [])]
    place = 0
    for part in parts:
        found = text.find(text_of(part.replace("<br>", "")), place)
        assert found >= 0, part
        place = found
    assert ("On the slide:" in text) == bool(explanation.correction)


def test_a_part_that_is_empty_leaves_nothing_behind():
    bare = as_html(Explanation("Why?", "", "a = b", (("a", "this"), ("b", "that")), "So. And so."))
    assert "Slide" not in bare
    assert "On the slide" not in bare
    assert text_of(bare) == "Why?a = bathisbthatSo. And so."


def test_the_title_is_bold_the_heading_muted_and_the_formula_large_in_the_middle():
    root = tree(as_html(EXPLANATIONS["bound"], muted="#123456"))
    bold = [element.text for element in root.iter("b")]
    assert bold[0] == EXPLANATIONS["bound"].title
    (slide,) = [p for p in root.iter("p") if (p.text or "").startswith("Slide")]
    assert "color:#123456" in slide.get("style")
    (formula,) = [p for p in root.iter("p") if p.get("align") == "center"]
    assert "font-size:large" in formula.get("style")
    assert MUTED not in ElementTree.tostring(root, "unicode")


def test_each_symbol_has_a_row_of_its_own():
    for explanation in EXPLANATIONS.values():
        table = next(tree(as_html(explanation)).iter("table"))
        rows = [["".join(cell.itertext()) for cell in row.iter("td")] for row in table.iter("tr")]
        assert rows == [[text_of(symbol), text_of(meaning)] for symbol, meaning in explanation.symbols]

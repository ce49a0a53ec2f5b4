"""What the guide consists of: pages of Markdown in resources/guide, and all words of the glossary."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from dataclasses import dataclass

from vaegui.folders import resource
from vaegui.glossary import TERMS, Term, as_html, texts
from vaegui.words import ENGLISH, language, tr

FIRST = "first-steps"
WRITTEN = (
    FIRST,
    "map",
    "dimensions",
    "training",
    "looking",
    "images",
    "comparing",
    "sweeps",
    "bound",
    "sharing",
    "models",
    "trouble",
)
WORDS, KEYS = "words", "keys"  # which are generated
PAGES = (*WRITTEN, WORDS, KEYS)
PAGE_OF_PANEL = {
    "map": "map",
    "train": "training",
    "runs": "training",
    "draw": "images",
    "decoded": "map",
    "reconstruction": "looking",
    "denoising": "looking",
    "bound": "bound",
    "samples": "looking",
    "selection": "comparing",
    "dimensions": "dimensions",
    "curves": "training",
    "path": "comparing",
    "figures": "comparing",
    "noise": "comparing",
    "few-labels": "comparing",
    "gaps": "bound",
    "gradients": "bound",
    "factors": "images",
    "plane": "sweeps",
    "lesson": "sharing",
}


@dataclass(frozen=True)
class Page:
    """A written page."""

    title: str
    markdown: str


@functools.cache
def written(name: str) -> Page:
    """Read one of the written pages, in English where nobody has translated it; its first line is its title.

    Raises:
        OSError: when it is not there.
    """
    guide, file = resource("guide"), f"{name}.md"
    folder = guide / language() if (guide / language() / file).exists() else guide / ENGLISH
    text = (folder / file).read_text(encoding="utf-8")
    return Page(text.partition("\n")[0].removeprefix("# "), text)


def has(term: Term, wanted: str) -> bool:
    """Whether a term speaks of what is wanted, in whatever letters."""
    return wanted.casefold() in " ".join(texts(term)).casefold()


def words_as_html(terms: Iterable[Term] = tuple(TERMS.values())) -> str:
    """The page of words: a title, and a paragraph with an anchor for each term."""
    return f"<h1>{tr('Words')}</h1>" + "".join(f'<p><a name="{term.name}"></a>{as_html(term)}</p>' for term in terms)

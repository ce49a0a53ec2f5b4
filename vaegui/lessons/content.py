"""What a lesson says: its steps, each a state of the window with words to it, as JSON with bounds on everything."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated, Any, Literal

import pydantic
from pydantic import AfterValidator, Field
from pydantic.dataclasses import dataclass as checked

from vaegui import storing
from vaegui.folders import resource, shipped_folder
from vaegui.library import FORBIDDEN, LONGEST_NAME, RESERVED
from vaegui.pictures import printable
from vaegui.settings import STRICT, UserError, parse
from vaegui.words import language, said, tr

FORMAT = 1
LESSON_JSON = "lesson.json"
LARGEST_JSON = 1 << 20  # bytes
MOST_STATES, MOST_RIVALS, MOST_PINS, MOST_RUNS = 50, 7, 50, 32
LONGEST_TEXT, LONGEST_QUESTION, LONGEST_TITLE = 2000, 500, 120  # characters
# What breaks lines, turns text around or is no letter; a plain end of a line is none of it.
UNSEEN = re.compile("[\0-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def is_name(name: str) -> bool:
    """Whether a run's folder can have this name on every system."""
    return (
        0 < len(name.encode(errors="replace")) <= LONGEST_NAME
        and name.isprintable()
        and not any(sign in FORBIDDEN for sign in name)
        and name == name.strip()
        and not name.startswith(".")
        and not name.endswith(".")
        and not RESERVED.fullmatch(name)
    )


def name_for(folder: Path, taken: Collection[str]) -> str:
    """The name of a run in a lesson: that of its folder, as far as it can be one, and free."""
    stem = "".join("-" if sign in FORBIDDEN else sign for sign in folder.name)
    stem = stem if is_name(stem) else "run"
    used = {name.casefold() for name in taken}
    return next(name for name in (stem, *(f"{stem} {i}" for i in range(2, 1000))) if name.casefold() not in used)


def _seen(text: str) -> str:
    if UNSEEN.search(text):
        raise ValueError(tr("a text has signs in it that cannot be seen"))
    return text


def _named(name: str) -> str:
    if not is_name(name):
        raise ValueError(tr("“{name}” cannot be the name of a run", name=printable(name)[:60]))
    return name


Coordinate = Annotated[float, Field(ge=-1e4, le=1e4)]
Place = tuple[Coordinate, Coordinate]
Code = Annotated[tuple[Coordinate, ...], Field(max_length=512)]  # where it has more dimensions than a place
Dimension = Annotated[int, Field(ge=0, lt=512)]
RunName = Annotated[str, Field(max_length=LONGEST_NAME), AfterValidator(_named)]
Word = Annotated[str, Field(max_length=100), AfterValidator(_seen)]  # a name that the window knows, or will
Title = Annotated[str, Field(max_length=LONGEST_TITLE), AfterValidator(_seen)]
Text = Annotated[str, Field(max_length=LONGEST_TEXT), AfterValidator(_seen)]
Question = Annotated[str, Field(max_length=LONGEST_QUESTION), AfterValidator(_seen)]
Words = Annotated[tuple[Word, ...], Field(max_length=100)]


@checked(frozen=True, config=STRICT)
class View:
    """What the map shows: at least the square of this half-width around a place, in latent units."""

    centre: Place
    reach: float = Field(ge=0.005, le=5000)


@checked(frozen=True, config=STRICT)
class Pin:
    """A pin of the path; where it belongs to a test image, the row of that."""

    name: Word
    place: Place
    row: int | None = Field(default=None, ge=0, le=100_000_000)
    code: Code = ()


@checked(frozen=True, config=STRICT)
class State:
    """One step: what is said, and how the window is set up; what is None stays as it is.

    Names of panels, layers, colours, tools, classes and stops that the window does not know are passed over when the
    step is shown: a newer version may know them. In `text`, what stands between two asterisks is emphasised.
    """

    title: Title
    run: RunName
    text: Text = ""
    question: Question = ""  # something to try
    notes: Text = ""  # the author's own
    rivals: Annotated[tuple[RunName, ...], Field(max_length=MOST_RIVALS)] = ()
    panels: Words | None = None  # docks that are open, by `window.DOCKS`; all others are closed
    front: Words | None = None  # docks on top of those that share their place, opened if need be
    layers: Words | None = None  # of the map that are on: points, prior, posterior, pull, and at most one background
    colour: Word | None = None  # what points are coloured by, one of `map_switches.COLOURS`, or "factor " and its name
    tool: Word | None = None  # target, lasso, box or path
    plane: Literal["axes", "pca", "umap"] | None = None  # of codes of more than two dimensions, on the map
    axes: tuple[Dimension, Dimension] | None = None  # of "axes", to the right and up
    target: Place | None = None
    code: Code = ()  # at the target
    view: View | None = None
    pins: Annotated[tuple[Pin, ...], Field(max_length=MOST_PINS)] | None = None
    way: Literal["straight", "spherical", "shortest"] | None = None
    row: int | None = Field(default=None, ge=0, le=100_000_000)  # of the test image that is looked at
    hidden: Words | None = None  # names of classes whose points are hidden
    paper: bool | None = None  # images are ink on paper
    stop: Word | None = None  # the key of a stop of `lecture.LECTURE`, which fills the form in

    def __post_init__(self) -> None:
        if (self.plane == "axes") != (self.axes is not None) or (self.axes and len(set(self.axes)) < 2):
            raise ValueError(tr("a plane of two axes has to name both of them"))


@checked(frozen=True, config=STRICT)
class Lesson:
    """What lesson.json says, beside its format."""

    title: Title
    author: Title = ""
    language: str = Field(default="en", pattern="^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}$")
    states: Annotated[tuple[State, ...], Field(max_length=MOST_STATES)] = ()

    def __post_init__(self) -> None:
        if len(self.runs) > MOST_RUNS:
            raise ValueError(tr("it needs {runs} runs; {most} are the most", runs=len(self.runs), most=MOST_RUNS))

    @property
    def runs(self) -> tuple[str, ...]:
        """The names of the runs that it needs, each once, in the order in which they come."""
        return tuple(dict.fromkeys(name for state in self.states for name in (state.run, *state.rivals)))

    def to_json(self) -> bytes:
        """The content of lesson.json; what is as it is without being said is left out."""
        values = pydantic.TypeAdapter(type(self)).dump_python(self, mode="json", exclude_defaults=True)
        return json.dumps({"format": FORMAT, **values}, indent=2, ensure_ascii=False).encode() + b"\n"


@dataclass(frozen=True)
class Opened:
    """A lesson, and where its runs are."""

    lesson: Lesson
    folders: Mapping[str, Path]  # of each run that it needs, resolved
    path: Path  # the file it came from


def from_json(content: bytes, where: str) -> Lesson:
    """Read lesson.json; `where` names the file it is from.

    Raises:
        UserError: when it is no lesson of a format that is known, has no steps, or exceeds a bound.
    """
    if len(content) > LARGEST_JSON:
        raise UserError(
            tr(
                "The lesson in {file} is larger than any lesson: {most:.1f} MB are the most.",
                file=where,
                most=LARGEST_JSON / 1e6,
            )
        )
    try:
        values: Any = json.loads(content)
    except (ValueError, RecursionError):
        raise UserError(tr("The lesson in {file} is broken: it is no JSON.", file=where)) from None
    if not isinstance(values, dict):
        raise UserError(tr("The lesson in {file} is broken: it describes no lesson.", file=where))
    version = values.pop("format", None)
    if version != FORMAT or isinstance(version, bool):
        shown = printable(str(version))[:20]
        raise UserError(
            tr(
                "The lesson in {file} has format {format}; this version of vaegui reads format {known_format}. Update "
                "vaegui.",
                file=where,
                format=shown,
                known_format=FORMAT,
            )
        )
    lesson = parse(Lesson, values, tr("lesson in {file}", file=where))
    if not lesson.states:
        raise UserError(tr("The lesson in {file} has no steps: there is nothing to show.", file=where))
    return lesson


def shipped() -> list[Opened]:
    """The lessons that come with the program, in the reader's language; their runs are the shipped ones.

    They are in the order of their files' names, by which they are known.

    Raises:
        UserError: when one of them is broken.
    """
    found = []
    for path in sorted(resource("lessons").glob("*.json")):
        try:
            if storing.size_of(path) > LARGEST_JSON:
                raise UserError(tr("{file} is larger than any lesson.", file=path))
            lesson = from_json(path.read_bytes(), str(path))
        except OSError as error:
            raise UserError(tr("{file} cannot be read: {reason}.", file=path, reason=storing.in_words(error))) from None
        lesson = _in_readers_language(lesson)
        found.append(Opened(lesson, {name: (shipped_folder() / name).resolve() for name in lesson.runs}, path))
    return found


def _in_readers_language(lesson: Lesson) -> Lesson:
    """A lesson whose words are in the catalogue, said in the language of the window."""

    def told(state: State) -> State:
        shown = {name: getattr(state, name) for name in ("title", "text", "question")}
        words: dict[str, Any] = {name: said(text) for name, text in shown.items() if text}
        return replace(state, **words)

    return replace(lesson, title=said(lesson.title), language=language(), states=tuple(map(told, lesson.states)))

"""Items from different words for one actor: whose words they are, and what they make a reader think."""

from __future__ import annotations

from collections.abc import Iterator

from quizzes.items import building
from quizzes.items.building import Ask
from quizzes.items.expressions import Call
from quizzes.items.matrix import Matrix
from quizzes.items.texts import has_words, nearly_has_words
from quizzes.items.types import ItemDraft, Skill
from quizzes.items.wording import is_plural, listed, quoted
from quizzes.nlp.types import Evidence, Finding, Position

SHORTEST = 5
"""Letters of a label at least: "men" or "mob" are too easily missed elsewhere in a text."""

COUNTING = frozenset(
    "different several many various other others numerous some more most few all both certain such same another".split()
)
"""Words that begin a label and say how many or which, not what."""


def label_items(matrix: Matrix, finding: Finding, seed: int) -> Iterator[ItemDraft | None]:
    """Items of one choice of labels: match or choice, and an open one on what two labels do."""
    own = labels_of_one_article(matrix, finding)
    matched = _match(matrix, finding, seed, own)
    yield matched
    if matched is None:
        yield from (_choice(matrix, finding, seed, p) for p in own[:1])
    yield _weigh(matrix, finding, seed, own)


def labels_of_one_article(matrix: Matrix, finding: Finding) -> tuple[Position, ...]:
    """The longest label of each article that no other article of the story uses or nearly uses."""
    chosen: dict[str, Position] = {}
    for position in sorted(finding.positions, key=lambda p: -len(p.value or "")):
        words = position.value or ""
        others = [r.text for a, r in matrix.readings.items() if a != position.article]
        if position.source is not None or len(words) < SHORTEST or position.article not in matrix.readings:
            continue
        if words.split()[0].casefold() in COUNTING:
            continue
        if not any(has_words(t, words) or nearly_has_words(t, words) for t in others):
            chosen.setdefault(position.article, position)
    return tuple(chosen[a] for a in matrix.readings if a in chosen)


def _match(matrix: Matrix, finding: Finding, seed: int, own: tuple[Position, ...]) -> ItemDraft | None:
    if len(own) < 3:
        return None
    ask = _ask(matrix, finding, seed, own, "Match each outlet with the words that it alone uses.", 0.4)
    return building.match(ask, Call("uses"), [((p.article,), (p.value or "",)) for p in own])


def _choice(matrix: Matrix, finding: Finding, seed: int, position: Position) -> ItemDraft | None:
    words = position.value or ""
    ask = _ask(
        matrix,
        finding,
        seed,
        (position,),
        f"Which outlet uses the {'words' if ' ' in words else 'word'} {quoted(words)}?",
        0.3,
    )
    others = [((a,), "words-of-another-outlet") for a in matrix.readings if a != position.article]
    return building.choice(ask, Call("uses", (words,)), (position.article,), others)


def _weigh(matrix: Matrix, finding: Finding, seed: int, own: tuple[Position, ...]) -> ItemDraft | None:
    if len(own) < 2:
        return None
    one, other = own[:2]
    names = [f"{matrix.name(p.article)}: {quoted(p.value or '')}" for p in (one, other)]
    outlets = [matrix.name(p.article) for p in (one, other)]
    stem = (
        f"{outlets[0]} writes {quoted(one.value or '')}. {outlets[1]} writes {quoted(other.value or '')}."
        " What does each choice of words make a reader think? What in them can be checked, and what is a judgement?"
    )
    ask = _ask(matrix, finding, seed, (one, other), stem, 0.8)
    return building.open_answer(
        ask,
        levels=(
            "Repeats the words, or says only that they differ.",
            f"Quotes both ({listed(names)}) and says what one of them makes a reader think.",
            "Quotes both, says what each makes a reader think, and tells what can be checked from what is a judgement,"
            " with a plainer word where one is needed.",
        ),
        names=names,
        model=(
            f"{outlets[0]} writes {quoted(one.value or '')}, {outlets[1]} {quoted(other.value or '')}. These are words"
            f" for the same {_what(finding, one)}, but {_apart(one, other)}. A reader of only one article gets only one picture."
            f" {THING_CHECKED if finding.aspect == 'thing' else ACTOR_CHECKED}"
        ),
    )


def _apart(one: Position, other: Position) -> str:
    """What sets two labels apart, in a clause: the words that one has and the other lacks."""
    left, right = ((p.value or "").split() for p in (one, other))
    ours, theirs = _only_in(left, right), _only_in(right, left)
    if not ours or not theirs:
        return f"{quoted(' '.join(ours or theirs))} stands in only one of them"
    return f"{quoted(' '.join(ours))} calls up another picture than {quoted(' '.join(theirs))}"


ACTOR_CHECKED = (
    "What they did can be checked, and so can their name; whether the word fits them is a judgement of the outlet. A plainer"
    " way would be to call them by their own name and to say what they did."
)
THING_CHECKED = (
    "What happened and what it is made of can be checked; whether the word fits it is a judgement of the outlet. A plainer way"
    " would be to say what it is or what it does."
)


def _what(finding: Finding, label: Position) -> str:
    """What two labels are for, in a word."""
    if finding.aspect in {"person", "thing"}:
        return finding.aspect
    return "people" if is_plural(label.value or "") else "person or group"


def _only_in(one: list[str], other: list[str]) -> list[str]:
    others = {v.casefold().removesuffix("s") for v in other}
    return [w for w in one if w.casefold().removesuffix("s") not in others]


def _ask(
    matrix: Matrix, finding: Finding, seed: int, own: tuple[Position, ...], stem: str, difficulty: float
) -> Ask:
    quotes = " ".join(f"{matrix.name(p.article)} writes {quoted(p.value or '')}." for p in own)
    why = f"{quotes} No other article of the story has these words."
    return Ask(matrix, finding, seed, Skill.WORDING, stem, why, _evidence(own), difficulty)


def _evidence(own: tuple[Position, ...]) -> tuple[Evidence, ...]:
    return tuple(e for p in own for e in p.evidence[:1])

"""Items from different words for one actor: whose words they are, and what they make a reader think."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from quizzes.items import building
from quizzes.items.building import Ask
from quizzes.items.expressions import Call, Term
from quizzes.items.judging import MARKS, is_plain_phrase
from quizzes.items.label_words import word_choice_item
from quizzes.items.loaded_words import adds_of
from quizzes.items.matrix import Matrix
from quizzes.items.meaning_items import meaning_item
from quizzes.items.texts import has_words, nearly_has_words
from quizzes.items.tone_questions import judging_in, place_term
from quizzes.items.types import ItemDraft, Skill
from quizzes.items.wording import quoted
from quizzes.nlp.types import Evidence, Finding, Position, Span

SHORTEST = 5
"""Letters of a label at least: "men" or "mob" are too easily missed elsewhere in a text."""

COUNTING = frozenset(
    "different several many various other others numerous some more most few all both certain such same another".split()
)
"""Words that begin a label and say how many or which, not what."""
CLAUSE = frozenset("who whose that which long still once".split())
"""Words that begin a clause about somebody: no name for them to set beside others."""


def label_items(matrix: Matrix, finding: Finding, seed: int) -> Iterator[ItemDraft | None]:
    """Items of one choice of labels: which one judges, what it does, and what each of two words tells."""
    judging = [p for p in labels_of_one_article(matrix, finding) if _judges(matrix, p)]
    plain = _without_judgement(matrix, finding, judging)
    if finding.aspect not in NAMING:
        # only of one noun is it sure that the labels are for one thing, and not each for another part of it
        plain = tuple(p for p in plain if all(_noun(p) == _noun(j) for j in judging))
        judging = [j for j in judging if _noun(j) == _noun(judging[0])]
    own = (*judging, *plain)
    yield _telling(matrix, finding, seed, judging, own)
    yield _weigh(matrix, finding, seed, judging, own)
    yield meaning_item(matrix, finding, seed)
    yield word_choice_item(matrix, finding, seed)


def _without_judgement(matrix: Matrix, finding: Finding, judging: list[Position]) -> tuple[Position, ...]:
    """The longest label of each article that calls it by none of the words that judge, nor has them anywhere."""
    words = {
        found.shown(matrix.reading(j.article))
        for j in judging
        if (found := judging_in(matrix, j.article, Span(j.evidence[0].start, j.evidence[0].end)))
    }
    chosen: dict[str, Position] = {}
    for position in sorted(finding.positions, key=lambda p: -len(p.value or "")):
        text = position.value or ""
        if (
            position.article not in matrix.readings
            or position.source is not None
            or _judges(matrix, position)
        ):
            continue
        if (
            not text
            or text.split()[0].casefold() in COUNTING | CLAUSE
            or _is_verb(text)
            or MARKS.search(text)
        ):
            continue
        is_free = not any(nearly_has_words(matrix.reading(position.article).text, w) for w in words)
        if is_free and position.article not in {j.article for j in judging}:
            chosen.setdefault(position.article, position)
    return tuple(chosen[a] for a in matrix.readings if a in chosen)


NAMING = frozenset({"person", "actor"})
"""Aspects under which labels surely are for one somebody; words for a thing may each mean another part of it."""


def _judges(matrix: Matrix, position: Position) -> bool:
    """True where the label holds a word that surely judges, in the outlet's own voice."""
    if position.article not in matrix.readings or position.source is not None:
        return False
    first = position.evidence[0]
    found = judging_in(matrix, position.article, Span(first.start, first.end))
    return found is not None and found.tone.voice is None


def _telling(
    matrix: Matrix, finding: Finding, seed: int, judging: list[Position], own: tuple[Position, ...]
) -> ItemDraft | None:
    """Which outlet's label judges, or which ones do where several do: one label of each outlet, the longest that it alone has."""
    what = {"person": "person", "actor": "people"}.get(finding.aspect or "", "thing")
    stem = f"The outlets use these words for the same {what}. "
    keys = {p.value: _place(p) for p in judging}
    others = [(_place(p), "strong-fact-read-as-judgement") for p in own if p not in judging]
    if not keys:
        return None
    if len(keys) == 1:
        one = f"{stem}Which words show best what the outlet thinks of {THEM.get(what, 'it')}?"
        ask = _ask(matrix, finding, seed, tuple(judging[:1]), one, 0.5)
        return building.choice(ask, Call("label-judges", ("most",)), _place(judging[0]), others)
    several = f"{stem}Which of them add a judgement or a feeling? Choose all that do."
    ask = _ask(matrix, finding, seed, tuple(judging), several, 0.5)
    return building.multi(ask, Call("label-judges"), list(keys.values()), others)


THEM = {"person": "this person", "people": "them"}


def _place(position: Position) -> Term:
    first = position.evidence[0]
    return place_term(position.article, Span(first.start, first.end))


def labels_of_one_article(matrix: Matrix, finding: Finding) -> tuple[Position, ...]:
    """The longest label of each article that no other article of the story uses or nearly uses."""
    chosen: dict[str, Position] = {}
    for position in sorted(finding.positions, key=lambda p: -len(p.value or "")):
        words = position.value or ""
        others = [r.text for a, r in matrix.readings.items() if a != position.article]
        if position.source is not None or len(words) < SHORTEST or position.article not in matrix.readings:
            continue
        if words.split()[0].casefold() in COUNTING | CLAUSE or _is_verb(words) or MARKS.search(words):
            continue
        if not any(_speaks_so(t, words) for t in others):
            chosen.setdefault(position.article, position)
    return tuple(chosen[a] for a in matrix.readings if a in chosen)


def _speaks_so(text: str, words: str) -> bool:
    """True where another text has the label, nearly so, or two telling words of it in a row: it may call them so too."""
    parts = [w for w in re.split(r"[\s-]+", words) if w]
    pairs = [f"{a} {b}" for a, b in pairwise(parts) if len(a) >= TELLING and len(b) >= TELLING]
    if has_words(text, words) or nearly_has_words(text, words):
        return True
    return any(has_words(text.replace("-", " "), pair) for pair in pairs)


TELLING = 3


def _is_verb(words: str) -> bool:
    """True for what looks like a lone verb ("criticized"): it tells an act and names nothing."""
    return " " not in words and words.casefold().endswith(("ed", "ing", "es"))


def _noun(position: Position) -> str:
    """The last word of a label, folded, without a plural ending."""
    parts = (position.value or "").casefold().split()
    return parts[-1].removesuffix("s") if parts else ""


def _weigh(
    matrix: Matrix, finding: Finding, seed: int, judging: list[Position], own: tuple[Position, ...]
) -> ItemDraft | None:
    """A label that judges beside one that surely does not."""
    plain = [p for p in own if p not in judging and _is_plain(matrix, p)]
    if not judging or not plain:
        return None
    one, other = judging[0], plain[0]
    span = Span(one.evidence[0].start, one.evidence[0].end)
    found = judging_in(matrix, one.article, span)
    if found is None:
        return None
    word = quoted(found.shown(matrix.reading(one.article)))
    names = [f"{matrix.name(p.article)}: {quoted(p.value or '')}" for p in (one, other)]
    outlets = [matrix.name(p.article) for p in (one, other)]
    who = {"person": "person", "actor": "people"}.get(finding.aspect or "", "thing")
    stem = (
        f"{outlets[0]} writes {quoted(one.value or '')}. {outlets[1]} writes {quoted(other.value or '')} of the same {who}."
        " Which word judges, and what does it make a reader think? What in the two can be checked?"
    )
    return building.open_answer(
        _ask(matrix, finding, seed, (one, other), stem, 0.8),
        levels=(
            "Repeats the words, or says only that they differ.",
            f"Says that {word} judges, but not what it makes a reader think.",
            f"Says that {word} judges and {adds_of(found)}, that {quoted(other.value or '')} can be checked, and that"
            f" {word} is a judgement of {outlets[0]}.",
        ),
        names=[*names, f"{word}: it {adds_of(found)}", f"{quoted(other.value or '')} can be checked"],
        model=(
            f"The word {word} in {outlets[0]} judges: it {adds_of(found)}. Whether it fits is a judgement of {outlets[0]}, and"
            f" a reader cannot check it. {outlets[1]} writes {quoted(other.value or '')}: that says {'what' if who == 'thing' else 'who'} is meant, and it can be"
            f" checked. A reader of {outlets[0]} alone gets an opinion together with the fact."
        ),
    )


def _is_plain(matrix: Matrix, position: Position) -> bool:
    first = position.evidence[0]
    return is_plain_phrase(matrix.reading(position.article), Span(first.start, first.end))


def _ask(
    matrix: Matrix, finding: Finding, seed: int, own: tuple[Position, ...], stem: str, difficulty: float
) -> Ask:
    quotes = " ".join(f"{matrix.name(p.article)} writes {quoted(p.value or '')}." for p in own)
    why = f"{quotes} A word that judges tells what the outlet thinks; the others can be checked."
    return Ask(matrix, finding, seed, Skill.WORDING, stem, why, _evidence(own), difficulty)


def _evidence(own: tuple[Position, ...]) -> tuple[Evidence, ...]:
    return tuple(e for p in own for e in p.evidence[:1])

"""Items from a shared sentence whose source one of the articles has dropped."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizzes.items import building
from quizzes.items.building import Ask
from quizzes.items.expressions import Call
from quizzes.items.matrix import Matrix
from quizzes.items.types import ItemDraft, Skill
from quizzes.items.wording import one_line, quoted, stop
from quizzes.nlp.types import Evidence, Finding

LONG = 240
"""Characters of a sentence that a stem can quote and still be read in one go."""

DATELINE = re.compile(r"^[^a-z]{3,} ?(?:[(][\w ]+[)] ?)?[—–-]+ ")
"""The town in capitals with which an agency's first sentence begins."""

Pair = tuple[Evidence, Evidence, str]
"""The sentence with its source, the one without, and the words that the second lacks."""


def lost_attribution_items(matrix: Matrix, finding: Finding, seed: int) -> Iterator[ItemDraft | None]:
    """Which outlet drops the source, which sentence names it, and what a reader loses with it."""
    pair = _pair(matrix, finding)
    if pair is None:
        return
    yield _which(matrix, finding, seed, pair)
    yield _where(matrix, finding, seed, pair)
    yield _what_is_lost(matrix, finding, seed, pair)


def _pair(matrix: Matrix, finding: Finding) -> Pair | None:
    giving = next((p for p in finding.positions if p.value), None)
    dropping = next((p for p in finding.positions if not p.value), None)
    if giving is None or dropping is None or not {giving.article, dropping.article} <= matrix.readings.keys():
        return None
    return giving.evidence[0], dropping.evidence[0], DATELINE.sub("", one_line(giving.value or ""))


def _which(matrix: Matrix, finding: Finding, seed: int, pair: Pair) -> ItemDraft | None:
    giving, dropping, _ = pair
    bare = one_line(dropping.text)
    if len(bare) > LONG:
        return None
    stem = (
        f"Two of the articles print nearly this sentence: {quoted(bare)}{stop(bare)} "
        "Which outlet prints it and leaves out who says so?"
    )
    others = [((giving.article,), "attribution-overlooked")]
    others += [
        ((a,), "same-topic-read-as-copy")
        for a in matrix.readings
        if a not in (giving.article, dropping.article)
    ]
    return building.choice(
        _ask(matrix, finding, seed, stem, pair, 0.5),
        Call("drops-source", (giving.article, str(giving.start))),
        (dropping.article,),
        others,
    )


def _where(matrix: Matrix, finding: Finding, seed: int, pair: Pair) -> ItemDraft | None:
    giving, dropping, _ = pair
    one, other = (matrix.name(a) for a in sorted((giving.article, dropping.article)))
    stem = (
        f"{one} and {other} print nearly the same sentence, but one of them has dropped the source. "
        "Pick the sentence that still says who it is from."
    )
    return building.evidence(
        _ask(matrix, finding, seed, stem, pair, 0.6),
        Call("names-source", (giving.article, str(giving.start))),
        (giving.article,),
    )


def _what_is_lost(matrix: Matrix, finding: Finding, seed: int, pair: Pair) -> ItemDraft | None:
    giving, dropping, words = pair
    full, bare = one_line(giving.text), one_line(dropping.text)
    if len(full) + len(bare) > 2 * LONG:
        return None
    one, other = matrix.name(giving.article), matrix.name(dropping.article)
    stem = (
        f"{one}: {quoted(full)}{stop(full)} {other}: {quoted(bare)}{stop(bare)} "
        f"What has {other} left out? What can its readers no longer check?"
    )
    return building.open_answer(
        _ask(matrix, finding, seed, stem, pair, 0.7),
        levels=(
            "Says only that the sentences differ, or names a difference that is not the source.",
            f"Says that {other} leaves out who the statement is from ({quoted(words)}).",
            f"Says that {other} leaves out who the statement is from, that it now reads like a fact which the outlet knows by"
            " itself, and what a reader would need the source for.",
        ),
        names=[
            f"the words {quoted(words)} stand in {one} alone",
            "a claim by somebody now reads like a settled fact",
            "without the source nobody can ask how they know",
        ],
        model=(
            f"{one} says where the statement is from: {quoted(words)}. {other} prints nearly the same sentence without these"
            " words. So the statement sounds like something that the outlet knows by itself, although it is somebody's word."
            " A reader can no longer ask who says so, how they know it, and whether somebody else confirms it."
        ),
    )


def _ask(matrix: Matrix, finding: Finding, seed: int, stem: str, pair: Pair, difficulty: float) -> Ask:
    giving, dropping, words = pair
    quotes = " ".join(f"{matrix.name(e.article)}: {quoted(e.text)}" for e in (giving, dropping))
    why = f"{quotes} The words {quoted(words)} are gone: what somebody says has become what the outlet says."
    return Ask(matrix, finding, seed, Skill.SOURCING, stem, why, (giving, dropping), difficulty)

"""Items from sentences that stand in two articles: who is not independent of whom, and what that means."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from quizzes.items import building
from quizzes.items.building import Ask
from quizzes.items.expressions import Call
from quizzes.items.matrix import Matrix
from quizzes.items.sharing import Shared, has_marks, share_nothing, shared_sentences
from quizzes.items.types import ItemDraft, Skill
from quizzes.items.wording import one_line, quoted, stop
from quizzes.nlp.types import Evidence, Finding

LONG = 240
"""Characters of a shared sentence that a stem can quote and still be read in one go."""

OTHERS = 6
"""Further articles that distractors are made of: with the key's two as many as a student's page shows."""


def reuse_items(matrix: Matrix, finding: Finding, seed: int) -> Iterator[ItemDraft | None]:
    """Which two share a sentence, with the sentences to be ticked; and whether they count as two reports.

    Which comes first turns with the pair: either shows what the other asks for.
    """
    if finding.aspect == "quotation":
        return
    articles = {p.article for p in finding.positions}
    pairs = combinations([a for a in matrix.readings if a in articles], 2)
    key = next((p for p in pairs if _shared(matrix, p)), None)
    if key is not None:
        ways = [_which_two, _one_or_two]
        if (sum(map(ord, finding.id)) + seed) % 2:
            ways.reverse()
        for way in ways:
            yield way(matrix, finding, seed, key)


def _shared(matrix: Matrix, pair: tuple[str, str]) -> Shared | None:
    return shared_sentences(matrix.reading(pair[0]), matrix.reading(pair[1]))


def _which_two(matrix: Matrix, finding: Finding, seed: int, key: tuple[str, str]) -> ItemDraft | None:
    if not _alone(matrix, key):
        return _tick(matrix, finding, seed, key)
    stem = "Two of the articles share a sentence word for word, or nearly so. Which two?"
    others = [a for a in matrix.readings if a not in key][:OTHERS]
    pairs = [p for p in combinations([a for a in matrix.readings if a in (*key, *others)], 2) if p != key]
    wrong = [(p, "same-topic-read-as-copy") for p in pairs]
    call = Call("shares-text")
    ticked = _ask(matrix, finding, seed, f"{stem} Then tick a shared sentence in each of the two.", key, 0.5)
    return (
        building.claim_evidence(ticked, call, key, wrong)
        or building.choice(_ask(matrix, finding, seed, stem, key, 0.4), call, key, wrong)
        or _tick(matrix, finding, seed, key)
    )


def _alone(matrix: Matrix, key: tuple[str, str]) -> bool:
    """True where surely no other two articles share a sentence: else "which two" has several answers."""
    return all(
        share_nothing(matrix.reading(a), matrix.reading(b))
        for a, b in combinations(matrix.readings, 2)
        if {a, b} != set(key)
    )


def _tick(matrix: Matrix, finding: Finding, seed: int, key: tuple[str, str]) -> ItemDraft | None:
    """Find what two articles share, where too many share something to ask which two."""
    stem = (
        f"A sentence stands word for word, or nearly so, in both {matrix.name(key[0])} and {matrix.name(key[1])}."
        " Find one and tick it in each of the two."
    )
    return building.evidence(_ask(matrix, finding, seed, stem, key, 0.5), Call("shares-text"), key)


def _one_or_two(matrix: Matrix, finding: Finding, seed: int, key: tuple[str, str]) -> ItemDraft | None:
    evidence = _evidence(matrix, key)
    sentence = one_line(evidence[0].text)
    if len(sentence) > LONG or any(has_marks(e.text) for e in evidence):
        return None
    outlets = f"{matrix.name(key[0])} and {matrix.name(key[1])}"
    stem = (
        f"The same sentence, or nearly so, stands in {outlets}: {quoted(sentence)}{stop(sentence)} "
        "Do the two count as two independent reports of this? Say why, and what you would look for next."
    )
    return building.open_answer(
        _ask(matrix, finding, seed, stem, key, 0.7),
        levels=(
            "Says yes, or says no without a reason.",
            "Says no and points to the words that are the same.",
            "Says no, points to the words that are the same, concludes that the two count as one report here, and says what"
            " would count as a second one.",
        ),
        names=[
            f"the same words in {outlets}",
            "one report, not two",
            "where an independent report could be found",
        ],
        model=(
            f"No. The same words stand in both: {quoted(sentence)}{stop(sentence)} So one took them from the other, or both from a third,"
            " such as a news agency. For this statement they count as one report. A second one would come from somebody who"
            " was there or asked for themselves, and would tell it in other words."
        ),
    )


def _ask(
    matrix: Matrix, finding: Finding, seed: int, stem: str, key: tuple[str, str], difficulty: float
) -> Ask:
    evidence = _evidence(matrix, key)
    quotes = " ".join(f"{matrix.name(e.article)}: {quoted(e.text)}" for e in evidence)
    why = f"{quotes} The same words in the same order do not come about by chance: the two are not independent here."
    return Ask(matrix, finding, seed, Skill.INDEPENDENCE, stem, why, evidence, difficulty)


def _evidence(matrix: Matrix, key: tuple[str, str]) -> tuple[Evidence, ...]:
    """The pair of sentences that shows the sharing best."""
    shared = _shared(matrix, key)
    spans = zip(key, shared.pair, strict=True) if shared else ()
    return tuple(Evidence(a, s.start, s.end, s.of(matrix.reading(a).text)) for a, s in spans)

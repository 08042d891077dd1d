"""Items from facts that one article tells, or some, and the others leave out: always a whole sentence that stands alone."""

from __future__ import annotations

from collections.abc import Iterator

from quizzes.items import building
from quizzes.items.asking import Undecided
from quizzes.items.building import Ask, Distractor
from quizzes.items.expressions import Call, Term
from quizzes.items.fact_questions import told_in
from quizzes.items.matrix import Matrix, NotInMatrix
from quizzes.items.types import ItemDraft, Skill
from quizzes.items.untold import is_disputed, is_left_untold, stands_alone, tells_much
from quizzes.items.wording import listed, one_line, quoted
from quizzes.nlp.findings.side_by_side import SHOWN
from quizzes.nlp.types import Evidence, Finding, FindingKind, Span

OPTION = 220
"""Characters of a sentence that an option can hold."""

NEAR_IN_LENGTH = 1.6
"""How many times longer or shorter than the key a fact beside it may be."""

SEVERAL = 2
"""Facts left out that are asked for at once."""

MOST_TRIED = 8
"""Facts of the silent article that are looked at for distractors."""


def omission_items(matrix: Matrix, finding: Finding, seed: int) -> Iterator[ItemDraft | None]:
    """Who leaves the fact out, which facts an article leaves out, or what it says of one.

    One sentence is asked about once: two questions would answer each other.
    """
    told = _told(matrix, finding)
    silent = _silent(matrix, finding, told) if told else []
    if told is None or not silent:
        return
    ways = (_who, _which, _stance) if sum(map(ord, finding.id)) % 2 else (_who, _stance, _which)
    for way in (_several, *ways):
        if draft := way(matrix, finding, seed, told, silent):
            yield draft
            return


def _told(matrix: Matrix, finding: Finding) -> Evidence | None:
    """The first sentence that tells the fact; None unless it stands by itself and no other finding speaks of it."""
    position = next((p for p in finding.positions if p.article in matrix.readings), None)
    if position is None:
        return None
    evidence = position.evidence[0]
    reading = matrix.reading(evidence.article)
    if not stands_alone(reading, Span(evidence.start, evidence.end)) or is_disputed(matrix, evidence):
        return None
    return evidence


def _silent(matrix: Matrix, finding: Finding, told: Evidence) -> list[str]:
    """The articles that surely say nothing of the sentence."""
    return [a for a in finding.silent if a in matrix.readings and _is_left_out(matrix, a, told) is True]


def _is_left_out(matrix: Matrix, article: str, told: Evidence) -> bool | None:
    try:
        return is_left_untold(matrix, (article,), (told.article, str(told.start)))
    except (NotInMatrix, Undecided):
        return None


def _askable(matrix: Matrix) -> list[tuple[Finding, Evidence, list[str]]]:
    """The story's facts that can be asked about, the surest first, each with the articles that leave it out."""
    found = []
    for finding in matrix.comparison.findings:
        if finding.kind is not FindingKind.OMISSION or finding.confidence < SHOWN:
            continue
        told = _told(matrix, finding)
        if told and (silent := _silent(matrix, finding, told)):
            found.append((finding, told, silent))
    return sorted(found, key=lambda x: (-x[0].confidence, x[0].id))


def _several(
    matrix: Matrix, finding: Finding, seed: int, told: Evidence, silent: list[str]
) -> ItemDraft | None:
    """With the story's surest fact: which facts an article leaves out, where another one is left out beside it."""
    askable = [x for x in _askable(matrix) if len(one_line(x[1].text)) <= OPTION]
    if not askable or askable[0][0] is not finding:
        return None
    for article in silent:
        left_out = [t for _, t, by in askable if article in by]
        if len(left_out) < SEVERAL:
            continue
        stem = f"These facts belong to the story. Which ones does {matrix.name(article)} leave out? Choose each one."
        others: list[Distractor] = [(term, "telling-overlooked") for term in _facts(matrix, article, told)]
        draft = building.multi(
            _ask(matrix, finding, seed, stem, left_out, [article], 0.7),
            Call("leaves-untold", (article,)),
            [(t.article, str(t.start)) for t in left_out[:SEVERAL]],
            others,
        )
        if draft is not None:
            return draft
    return None


def _who(matrix: Matrix, finding: Finding, seed: int, told: Evidence, silent: list[str]) -> ItemDraft | None:
    """Which outlet leaves out what the others tell."""
    telling = [
        a
        for a in matrix.readings
        if a not in silent and (a == told.article or _is_left_out(matrix, a, told) is False)
    ]
    if len(silent) != 1 or len(telling) < 2:
        return None
    stem = f"{matrix.name(told.article)} writes: {quoted(told.text)} Which outlet says nothing of this?"
    others: list[Distractor] = [((a,), "telling-overlooked") for a in telling]
    return building.choice(
        _ask(matrix, finding, seed, stem, [told], silent, 0.5),
        Call("untold-in", (told.article, str(told.start))),
        (silent[0],),
        others,
    )


def _which(
    matrix: Matrix, finding: Finding, seed: int, told: Evidence, silent: list[str]
) -> ItemDraft | None:
    """Which of these facts an article leaves out: the fact beside others that the article tells itself."""
    if len(one_line(told.text)) > OPTION:
        return None
    for article in silent:
        outlet = matrix.name(article)
        stem = f"These facts belong to the story. Which one does {outlet} leave out?"
        others: list[Distractor] = [(term, "telling-overlooked") for term in _facts(matrix, article, told)]
        draft = building.choice(
            _ask(matrix, finding, seed, stem, [told], [article], 0.6),
            Call("leaves-untold", (article,)),
            (told.article, str(told.start)),
            others,
        )
        if draft is not None:
            return draft
    return None


def _facts(matrix: Matrix, article: str, told: Evidence) -> list[Term]:
    """Sentences of an article that stand alone and are about as long as the one told, by their starts."""
    index, reading, length = told_in(matrix), matrix.reading(article), len(one_line(told.text))
    found: list[Term] = []
    for sentence in index.by_article.get(article, []):
        words = one_line(sentence.span.of(reading.text))
        is_near = length / NEAR_IN_LENGTH <= len(words) <= min(OPTION, length * NEAR_IN_LENGTH)
        if is_near and stands_alone(reading, sentence.span) and tells_much(index, sentence):
            found.append((article, str(sentence.span.start)))
    return found[:MOST_TRIED]


def _stance(
    matrix: Matrix, finding: Finding, seed: int, told: Evidence, silent: list[str]
) -> ItemDraft | None:
    """What another article says of the fact: the same, the contrary, or nothing."""
    telling = [a for a in matrix.readings if a != told.article and _is_left_out(matrix, a, told) is False]
    asked = (telling or silent)[seed % len(telling or silent)]
    stem = f"{matrix.name(told.article)} writes: {quoted(told.text)} What does {matrix.name(asked)} say about this?"
    key = "reports" if asked in telling else "silent"
    wrong: list[Distractor] = [
        (("denies",), "silence-read-as-denial"),
        (("silent",), "telling-overlooked")
        if asked in telling
        else (("reports",), "words-of-another-outlet"),
    ]
    return building.choice(
        _ask(matrix, finding, seed, stem, [told], [a for a in silent if a == asked], 0.5),
        Call("stance", (asked, told.article, str(told.start))),
        (key,),
        wrong,
    )


def _ask(
    matrix: Matrix,
    finding: Finding,
    seed: int,
    stem: str,
    told: list[Evidence],
    silent: list[str],
    difficulty: float,
) -> Ask:
    why = " ".join(f"{matrix.name(t.article)}: {quoted(t.text)}" for t in told)
    if silent:
        names = listed([matrix.name(a) for a in silent])
        why += (
            f" No sentence of {names} tells this. Who says nothing of a fact does not deny it: it may be left out for length"
            " or because the outlet did not know."
        )
    return Ask(matrix, finding, seed, Skill.OMISSION, stem, why, tuple(told), difficulty)

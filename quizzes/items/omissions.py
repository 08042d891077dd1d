"""Items from facts that one article tells, or some, and the others leave out: always a whole sentence that stands alone."""

from __future__ import annotations

from collections.abc import Iterator

from quizzes.items import building
from quizzes.items.asking import Undecided
from quizzes.items.building import Ask, Distractor
from quizzes.items.expressions import Call, Term
from quizzes.items.fact_questions import says_so_too, told_in, told_sentence
from quizzes.items.heart import is_clear_alone, is_of_the_heart
from quizzes.items.matrix import Matrix, NotInMatrix
from quizzes.items.types import ItemDraft, Skill
from quizzes.items.untold import is_disputed, is_left_untold, rare_words, tells_much
from quizzes.items.whole_sentences import stands_alone
from quizzes.items.wording import listed, one_line, quoted
from quizzes.nlp.types import Evidence, Finding, Span

OPTION = 260
"""Characters of a sentence that an option can hold."""

NEAR_IN_LENGTH = 1.8
"""How many times longer or shorter than the key a fact beside it may be."""

MOST_TRIED = 6
"""Facts that are looked at for distractors."""

RARE = 4
"""Words beside those that come again and again by which a sentence is surely told in another one."""


def omission_items(matrix: Matrix, finding: Finding, seed: int) -> Iterator[ItemDraft | None]:
    """Who leaves the fact out, which of some facts an article leaves out, or what it says of one.

    One sentence is asked about once: two questions would answer each other.
    """
    told = _told(matrix, finding)
    silent = _silent(matrix, finding, told) if told else []
    if told is None or not silent:
        return
    first = sum(map(ord, finding.id)) % len(silent)
    for way in (_who, _which, _stance):
        if draft := way(matrix, finding, seed, told, silent[first:] + silent[:first]):
            yield draft
            return


def _told(matrix: Matrix, finding: Finding) -> Evidence | None:
    """The first sentence that tells the fact; None unless it stands by itself and no other finding speaks of it."""
    position = next((p for p in finding.positions if p.article in matrix.readings), None)
    if position is None:
        return None
    evidence = position.evidence[0]
    reading = matrix.reading(evidence.article)
    index = told_in(matrix)
    is_whole = stands_alone(reading, Span(evidence.start, evidence.end), index.everybodys)
    if (
        not is_whole
        or not _may_be_shown(matrix, evidence.article, evidence.start)
        or is_disputed(matrix, evidence)
    ):
        return None
    return evidence


def _may_be_shown(matrix: Matrix, article: str, start: int) -> bool:
    """True for a sentence of what the story is about, whose first words need nothing told before."""
    index = told_in(matrix)
    own = next((s for s in index.by_article[article] if s.span.start == start), None)
    return own is not None and is_of_the_heart(index, own) and is_clear_alone(index, own)


def _silent(matrix: Matrix, finding: Finding, told: Evidence) -> list[str]:
    """The articles that surely say nothing of the sentence."""
    return [a for a in finding.silent if a in matrix.readings and _is_left_out(matrix, a, told) is True]


def _is_left_out(matrix: Matrix, article: str, told: Evidence) -> bool | None:
    try:
        return is_left_untold(matrix, (article,), (told.article, str(told.start)))
    except (NotInMatrix, Undecided):
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
        stem = f"Somebody has read only {outlet}. Which of these facts would they NOT know?"
        facts = [*_in_other_words(matrix, article, told), *_facts(matrix, article, told)][:MOST_TRIED]
        others: list[Distractor] = [(term, "telling-overlooked") for term in facts]
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
        is_whole = is_near and stands_alone(reading, sentence.span, index.everybodys)
        if is_whole and tells_much(index, sentence) and _may_be_shown(matrix, article, sentence.span.start):
            found.append((article, str(sentence.span.start)))
    return found


def _in_other_words(matrix: Matrix, article: str, told: Evidence) -> Iterator[Term]:
    """Facts that the article surely tells, as other outlets word them: they are found by reading alone."""
    index = told_in(matrix)
    for other in sorted(index.articles - {article}):
        for term in _facts(matrix, other, told):
            sentence = told_sentence(matrix, other, str(term[1]))
            try:
                if len(rare_words(index, sentence).stems) >= RARE and says_so_too(
                    matrix, article, *map(str, term)
                ):
                    yield term
            except Undecided:
                continue


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

"""Items from facts that one article tells, or some, and the others leave out: always a whole sentence that stands alone."""

from __future__ import annotations

from collections.abc import Iterator

from quizzes.items import building
from quizzes.items.asking import Undecided
from quizzes.items.beside_facts import OPTION, can_be_shown, facts_beside
from quizzes.items.building import Ask, Distractor
from quizzes.items.expressions import Call, Term
from quizzes.items.fact_questions import told_in
from quizzes.items.heart import is_of_the_heart
from quizzes.items.lead_ins import shown_alone
from quizzes.items.matrix import Matrix, NotInMatrix, once
from quizzes.items.types import ItemDraft, Skill
from quizzes.items.untold import NOBODY, is_disputed, is_left_untold
from quizzes.items.wording import listed, quoted
from quizzes.nlp.types import Evidence, Finding, FindingKind, Span

BOTH = 2


def omission_items(matrix: Matrix, finding: Finding, seed: int) -> Iterator[ItemDraft | None]:
    """Who leaves the fact out, which of some facts an article leaves out, which articles tell it, or what one says of it.

    One sentence is asked about once: two questions would answer each other.
    """
    yield _planned(matrix, seed).get(finding.id)


@once
def _planned(matrix: Matrix, seed: int) -> dict[str, ItemDraft]:
    """The item of each finding that can be asked about. Two ways have nearly always one answer, nobody and nothing: they are
    taken once in a story, for the surest finding that has no other."""
    found: dict[str, ItemDraft] = {}
    rarely = [_telling, _stance]
    of_kind = (f for f in matrix.comparison.findings if f.kind is FindingKind.OMISSION)
    for finding in sorted(of_kind, key=lambda f: (-f.confidence, f.id)):
        told = _told(matrix, finding)
        silent = _silent(matrix, finding, told) if told else []
        if told is None or not silent:
            continue
        first = sum(map(ord, finding.id)) % len(silent)
        for way in (_who, _which, *rarely):
            if draft := way(matrix, finding, seed, told, silent[first:] + silent[:first]):
                found[finding.id] = draft
                rarely = [w for w in rarely if w is not way]
                break
    return found


def _told(matrix: Matrix, finding: Finding) -> Evidence | None:
    """The first sentence that tells the fact; None unless it is of what the story is about and can be shown by itself."""
    position = next((p for p in finding.positions if p.article in matrix.readings), None)
    if position is None:
        return None
    evidence = position.evidence[0]
    index, article = told_in(matrix), evidence.article
    own = next((s for s in index.by_article.get(article, ()) if s.span.start == evidence.start), None)
    if own is None or not is_of_the_heart(index, own) or not can_be_shown(matrix, own):
        return None
    return evidence


def _silent(matrix: Matrix, finding: Finding, told: Evidence) -> list[str]:
    """The articles that surely say nothing of the sentence, and that no other finding sets beside it."""
    return [
        a
        for a in finding.silent
        if a in matrix.readings and not is_disputed(matrix, told, a) and _is_left_out(matrix, a, told) is True
    ]


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
    stem = f"{_writes(matrix, told)} Which outlet says nothing of this?"
    # that the outlet quoted in the stem tells it is no choice
    others: list[Distractor] = [((a,), "telling-overlooked") for a in telling if a != told.article]
    return building.choice(
        _ask(matrix, finding, seed, stem, [told], silent, 0.5),
        Call("untold-in", (told.article, str(told.start))),
        (silent[0],),
        others,
    )


def _writes(matrix: Matrix, told: Evidence) -> str:
    words = shown_alone(matrix.reading(told.article), Span(told.start, told.end))
    return f"{matrix.name(told.article)} writes: {quoted(words)}"


def _telling(
    matrix: Matrix, finding: Finding, seed: int, told: Evidence, silent: list[str]
) -> ItemDraft | None:
    """Which of the other two articles tell the fact, where that is sure of both."""
    others = [a for a in matrix.readings if a != told.article]
    telling = tuple(a for a in others if a not in silent)
    if len(matrix.comparison.readings) > len(others) + 1:
        return None  # the class sees articles that are set aside as well
    if len(others) != BOTH or any(_is_left_out(matrix, a, told) is not False for a in telling):
        return None
    stem = f"{_writes(matrix, told)} Which of the other two articles tell this as well?"
    answers: list[Term] = [(NOBODY,), *((a,) for a in others), tuple(others)]
    wrong: list[Distractor] = [
        (
            answer,
            "words-of-another-outlet" if len(answer) > len(telling) or not telling else "telling-overlooked",
        )
        for answer in answers
        if answer != (telling or (NOBODY,))
    ]
    return building.choice(
        _ask(matrix, finding, seed, stem, [told], [a for a in others if a in silent], 0.5),
        Call("telling", (told.article, str(told.start))),
        telling or (NOBODY,),
        wrong,
    )


def _which(
    matrix: Matrix, finding: Finding, seed: int, told: Evidence, silent: list[str]
) -> ItemDraft | None:
    """Which of these facts an article leaves out: the fact beside others that the article tells itself."""
    words = shown_alone(matrix.reading(told.article), Span(told.start, told.end))
    if len(words) > OPTION:
        return None
    for article in silent:
        outlet = matrix.name(article)
        stem = f"Somebody has read only {outlet}. Which of these facts would they NOT know?"
        others: list[Distractor] = [
            (fact, "telling-overlooked") for fact in facts_beside(matrix, article, told)
        ]
        draft = building.choice(
            _ask(matrix, finding, seed, stem, [told], [article], 0.6),
            Call("leaves-untold", (article,)),
            (told.article, str(told.start)),
            others,
        )
        if draft is not None:
            return draft
    return None


def _stance(
    matrix: Matrix, finding: Finding, seed: int, told: Evidence, silent: list[str]
) -> ItemDraft | None:
    """What another article says of the fact: the same, the contrary, or nothing."""
    telling = [a for a in matrix.readings if a != told.article and _is_left_out(matrix, a, told) is False]
    asked = (telling or silent)[seed % len(telling or silent)]
    stem = f"{_writes(matrix, told)} What does {matrix.name(asked)} say about this?"
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

"""Items from facts that one article tells, or some, and the others leave out: always a whole sentence that stands alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizzes.items import building
from quizzes.items.asking import Undecided
from quizzes.items.beside_facts import OPTION, can_be_shown, facts_beside
from quizzes.items.building import Ask, Distractor
from quizzes.items.expressions import Call, Term, parse_proof
from quizzes.items.fact_questions import told_in
from quizzes.items.heart import is_of_the_heart
from quizzes.items.lead_ins import shown_alone
from quizzes.items.matrix import Matrix, NotInMatrix, once
from quizzes.items.types import ItemDraft, Pairing, Skill
from quizzes.items.untold import NOBODY, STANCES, is_disputed, is_left_untold
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
    """The item of each finding that can be asked about."""
    of_kind = (f for f in matrix.comparison.findings if f.kind is FindingKind.OMISSION)
    cases: list[_Case] = []
    for finding in sorted(of_kind, key=lambda f: (-f.confidence, f.id)):
        told = _told(matrix, finding)
        silent = _silent(matrix, finding, told) if told else []
        if told is not None and silent:
            first = sum(map(ord, finding.id)) % len(silent)
            cases.append((finding, told, silent[first:] + silent[:first]))
    found = _told_by_others(matrix, seed, cases)
    for finding, told, silent in cases:
        drafts = (way(matrix, finding, seed, told, silent) for way in (_who, _which))
        if finding.id not in found and (draft := next((d for d in drafts if d is not None), None)):
            found[finding.id] = draft
    return found | _told_by_nobody(matrix, seed, cases, found)


_Case = tuple[Finding, Evidence, list[str]]
"""A finding, the sentence that tells its fact, and the articles that surely say nothing of it."""

NOBODYS = ("No other article", STANCES["silent"])
"""The answers that are nearly always right: whoever has seen two such items gives them unread."""


def _told_by_others(matrix: Matrix, seed: int, cases: list[_Case]) -> dict[str, ItemDraft]:
    """One item of each way that is nearly always answered with nobody or nothing, with another answer."""
    found: dict[str, ItemDraft] = {}
    for way in (_telling, _stance):
        for finding, told, silent in cases:
            draft = way(matrix, finding, seed, told, silent) if finding.id not in found else None
            if draft is not None and not says_nobody(draft):
                found[finding.id] = draft
                break
    return found


def _told_by_nobody(
    matrix: Matrix, seed: int, cases: list[_Case], found: dict[str, ItemDraft]
) -> dict[str, ItemDraft]:
    """Beside each of those, one of the same way whose answer is nobody or nothing; alone it would be no question."""
    more: dict[str, ItemDraft] = {}
    for way in (_telling, _stance):
        for finding, told, silent in cases:
            is_free = finding.id not in found and finding.id not in more
            draft = way(matrix, finding, seed, told, silent) if is_free else None
            if draft is not None and not has_no_counterpart(draft, list(found.values())):
                more[finding.id] = draft
                break
    return more


def says_nobody(draft: ItemDraft) -> bool:
    """True where the right answer is that no other article tells it, or that one says nothing."""
    options = () if isinstance(draft.options, Pairing) else draft.options
    return any(o.id == draft.key and o.text in NOBODYS for o in options)


def has_no_counterpart(draft: ItemDraft, drafts: Sequence[ItemDraft]) -> bool:
    """True for an answer of nobody or nothing, where no other draft asks in the same way and has another answer."""
    if not says_nobody(draft):
        return False
    way = parse_proof(draft.proof).call.name
    return not any(not says_nobody(d) and d.proof.startswith(f"{way}(") for d in drafts)


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

"""Items from headlines that tell one event from different sides."""

from __future__ import annotations

from collections.abc import Iterator

from quizzes.items import building
from quizzes.items.building import Ask, Distractor
from quizzes.items.expressions import Call
from quizzes.items.matrix import Matrix
from quizzes.items.texts import has_words, says_who_acts, share_words
from quizzes.items.types import ItemDraft, Skill
from quizzes.items.wording import one_line, quoted
from quizzes.nlp.types import Finding, HeadlineFrame, Position

SHORT = 5
"""Words of a headline's subject at most for a stem to quote it: a longer one is more likely misread than meant."""


def headline_items(matrix: Matrix, finding: Finding, seed: int) -> Iterator[ItemDraft | None]:
    """Who acts in which headline, and an open item on what two headlines put first."""
    framed = [(p, f) for p in finding.positions if p.article in matrix.readings and (f := _frame(matrix, p))]
    drafts = (_who_acts(matrix, finding, seed, p, f) for p, f in framed if f.object and is_deed(f))
    yield next((d for d in drafts if d is not None), None)
    yield _compare(matrix, finding, seed, framed)


def _frame(matrix: Matrix, position: Position) -> HeadlineFrame | None:
    frame = matrix.reading(position.article).headline_frame
    if frame is None or not says_who_acts(frame):
        return None
    return frame if len((frame.subject or "").split()) <= SHORT else None


def is_deed(frame: HeadlineFrame) -> bool:
    """False for what merely is or has come about ("ties have soured"): nobody acts there."""
    return (frame.act or "").split()[0].lower() not in {"is", "are", "was", "were", "has", "have", "had"}


def _who_acts(
    matrix: Matrix, finding: Finding, seed: int, position: Position, frame: HeadlineFrame
) -> ItemDraft | None:
    subject = one_line(frame.subject or "")
    stem = f"Whose headline makes {quoted(subject)} the one who acts?"
    outlet = matrix.name(position.article)
    why = f"{outlet}: {quoted(_headline(matrix, position))}. The verb is {quoted(frame.act or '')}, and {quoted(subject)} is its subject."
    return building.choice(
        _ask(matrix, finding, seed, stem, why, 0.5),
        Call("headline-actor", (subject,)),
        (position.article,),
        list(_others(matrix, position.article, subject)),
    )


def _others(matrix: Matrix, article: str, subject: str) -> Iterator[Distractor]:
    for other, reading in matrix.readings.items():
        if other != article and reading.headline_frame is not None:
            is_object = has_words(reading.headline_frame.object or "", subject)
            yield (other,), "acted-on-read-as-actor" if is_object else "topic-read-as-actor"


def _compare(
    matrix: Matrix, finding: Finding, seed: int, framed: list[tuple[Position, HeadlineFrame]]
) -> ItemDraft | None:
    pair = next(
        (
            (a, b)
            for i, (a, frame) in enumerate(framed)
            for b, other in framed[i + 1 :]
            if not share_words(frame.subject or "", other.subject or "")
        ),
        None,
    )
    if pair is None:
        return None
    frames = {p.article: f for p, f in framed}
    told = [
        f"{matrix.name(p.article)}: {quoted(_headline(matrix, p))} puts {quoted(frames[p.article].subject or '')} first"
        for p in pair
    ]
    stem = (
        f"{matrix.name(pair[0].article)} has the headline {quoted(_headline(matrix, pair[0]))}. "
        f"{matrix.name(pair[1].article)} has {quoted(_headline(matrix, pair[1]))}. "
        "What does each headline put first? What would a reader of only one of them think?"
    )
    return building.open_answer(
        _ask(matrix, finding, seed, stem, f"{told[0]}. {told[1]}.", 0.7),
        levels=(
            "Repeats the headlines, or says only that they differ.",
            "Names who or what each headline puts first, but not what that does to a reader.",
            "Names who or what each headline puts first, quotes the words that show it, and says what a reader of only that"
            " headline would think happened and who did it.",
        ),
        names=told,
        model=(
            f"{told[0]}. {told[1]}. Somebody who reads only the first would think above all of"
            f" {quoted(frames[pair[0].article].subject or '')}, and somebody who reads only the second of"
            f" {quoted(frames[pair[1].article].subject or '')}. Neither headline need be wrong, but each picks one side of the"
            " event, and the two together show more of it than either does."
        ),
    )


def _headline(matrix: Matrix, position: Position) -> str:
    reading = matrix.reading(position.article)
    return one_line(reading.headline or position.value or "")


def _ask(matrix: Matrix, finding: Finding, seed: int, stem: str, why: str, difficulty: float) -> Ask:
    evidence = tuple(e for p in finding.positions for e in p.evidence[:1])
    return Ask(matrix, finding, seed, Skill.FRAMING, stem, why, evidence, difficulty)

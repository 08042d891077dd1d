"""A published quiz with one item of each kind over two invented articles, for the tests of the student's side."""

from __future__ import annotations

from typing import Any

from quizzes.factories import AssignmentFactory, FrozenArticleFactory, FrozenItemFactory, StudentFactory
from quizzes.models import Assignment, FrozenItem, Membership, QuizVersion

TEXT_A = "Fire on the ferry\n\nTwelve people were hurt on Monday, police said. The ship was towed."
TEXT_B = "Ferry burns\n\nNine people were hurt, the coast guard said. Read more about ferries."
HURT_A = {"article": "A", "start": 19, "end": 66}
TOWED_A = {"article": "A", "start": 67, "end": 86}
HURT_B = {"article": "B", "start": 13, "end": 57}
OPEN_KEY = {"levels": ["one", "two", "three"], "names": ["police"], "model": "They asked two offices."}
ANSWERS = {
    "choice": "o2",
    "number": "12",
    "match": {"l1": "r1", "l2": "r2"},
    "claim_evidence": {"choice": "o1", "evidence": [HURT_A]},
    "open": "Two offices counted.",
}
"""A right answer to each kind (half of the proof in claim_evidence)."""


def frozen_quiz(**terms: Any) -> Assignment:
    """An open assignment of the quiz, items in the order of ANSWERS; `terms` are fields of the assignment."""
    assignment = AssignmentFactory(**terms)
    fill(assignment.version)
    return assignment


def fill(version: QuizVersion) -> None:
    FrozenArticleFactory(
        version=version,
        letter="A",
        text=TEXT_A,
        passages=[{"role": "headline", "start": 0, "end": 17}, {"role": "body", "start": 19, "end": 86}],
        sentences=[{"start": 0, "end": 17}, {"start": 19, "end": 66}, {"start": 67, "end": 86}],
    )
    FrozenArticleFactory(
        version=version,
        letter="B",
        outlet="",
        headline="Ferry burns",
        text=TEXT_B,
        passages=[
            {"role": "headline", "start": 0, "end": 11},
            {"role": "caption", "start": 13, "end": 57},
            {"role": "furniture", "start": 58, "end": 82},
        ],
        sentences=[{"start": 0, "end": 11}, {"start": 13, "end": 57}],
    )
    row = [
        {"letter": "A", "value": "Twelve", "source": None, "evidence": [{"start": 19, "end": 66}]},
        {"letter": "B", "value": "Nine", "source": None, "evidence": [{"start": 13, "end": 57}]},
    ]
    choices = [
        {"id": "o1", "text": "police", "misconception": None, "article": "A"},
        {"id": "o2", "text": "the coast guard", "misconception": "newest-is-truest", "article": "B"},
    ]
    FrozenItemFactory(version=version, order=1)
    FrozenItemFactory(
        version=version,
        order=2,
        kind="number",
        options=[],
        key={"low": 12, "high": 12, "unit": "people", "tolerance": 0},
        misconceptions={"9": "other-measure"},
    )
    FrozenItemFactory(
        version=version,
        order=3,
        kind="match",
        points=2,
        key=[["l1", "r1"], ["l2", "r2"]],
        options={
            "left": [{"id": "l1", "text": "The A Post"}, {"id": "l2", "text": "Article B"}],
            "right": [{"id": "r2", "text": "nine"}, {"id": "r1", "text": "twelve"}],
        },
    )
    FrozenItemFactory(
        version=version,
        order=4,
        kind="claim_evidence",
        points=4,
        options=choices,
        key={"choice": "o1", "groups": [[HURT_A], [HURT_B]]},
        finding_kind="discrepancy",
        relation="conflict",
        row_title="Injured: fire on the ferry",
        row=row,
        evidence=[HURT_A, HURT_B],
    )
    FrozenItemFactory(version=version, order=5, kind="open", points=4, options=[], key=OPEN_KEY)


def fill_other_kinds(version: QuizVersion) -> None:
    """One item of each kind that `fill` leaves out, on articles A and B; orders 6 to 9."""
    outlets = [
        {"id": f"o{n}", "text": text, "misconception": None}
        for n, text in enumerate(("The A Post", "Article B", "The Wire"), 1)
    ]
    wrong = outlets[2] | {"misconception": "same-topic-read-as-copy"}
    FrozenItemFactory(
        version=version, order=6, kind="multi", points=2, options=[*outlets[:2], wrong], key=["o1", "o2"]
    )
    FrozenItemFactory(
        version=version,
        order=7,
        kind="tf3",
        options=[],
        key="unknown",
        misconceptions={"false": "bare-figure-believed"},
    )
    FrozenItemFactory(
        version=version, order=8, kind="order", points=2, options=outlets, key=["o2", "o1", "o3"]
    )
    FrozenItemFactory(
        version=version, order=9, kind="evidence", points=2, options=[], key=[[HURT_A], [HURT_B]]
    )


OTHER_ANSWERS = {
    "multi": ["o1", "o2"],
    "tf3": "unknown",
    "order": ["o2", "o1", "o3"],
    "evidence": [HURT_A, HURT_B],
}
"""The key to each kind of `fill_other_kinds`."""


def items_by_kind(assignment: Assignment) -> dict[str, FrozenItem]:
    return {item.kind: item for item in assignment.version.items.all()}


def student_of(assignment: Assignment, **fields: Any) -> Membership:
    return StudentFactory(classroom=assignment.classroom, **fields)

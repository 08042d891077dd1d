"""The tables: columns, constraints, querysets, short facts about themselves; nothing of requests, forms or spaCy.

May import `nlp.types`, `items`, `scoring`. Start at `sources.py` (a story and its articles), then `quizzes.py`,
`assignments.py` and `attempts.py` in the order in which a quiz comes to be.
"""

from quizzes.models.assignments import Assignment, Audit, StudentTerms
from quizzes.models.attempts import Attempt, Hold, Response, ResponseEvent, Score, StudentQuestion
from quizzes.models.debriefs import Revote, RevoteAnswer
from quizzes.models.findings import Finding, Position
from quizzes.models.grading import (
    Comment,
    GradeOverride,
    GradingDraft,
    GradingLease,
    KeyRepair,
    Rubric,
    RubricMark,
    SavedComment,
)
from quizzes.models.people import Classroom, Invitation, Membership, User
from quizzes.models.quizzes import FrozenArticle, FrozenItem, Item, Option, Quiz, QuizItem, QuizVersion
from quizzes.models.sources import (
    Article,
    Claim,
    Correction,
    Occurrence,
    Passage,
    Quotation,
    RemovedArticle,
    Story,
    WebAddress,
)

__all__ = [
    "Article",
    "Assignment",
    "Attempt",
    "Audit",
    "Claim",
    "Classroom",
    "Comment",
    "Correction",
    "Finding",
    "FrozenArticle",
    "FrozenItem",
    "GradeOverride",
    "GradingDraft",
    "GradingLease",
    "Hold",
    "Invitation",
    "Item",
    "KeyRepair",
    "Membership",
    "Occurrence",
    "Option",
    "Passage",
    "Position",
    "Quiz",
    "QuizItem",
    "QuizVersion",
    "Quotation",
    "RemovedArticle",
    "Response",
    "ResponseEvent",
    "Revote",
    "RevoteAnswer",
    "Rubric",
    "RubricMark",
    "SavedComment",
    "Score",
    "Story",
    "StudentQuestion",
    "StudentTerms",
    "User",
    "WebAddress",
]

"""The plain values of items: what a draft holds, free of Django, ready for JSON."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from quizzes.nlp.types import Evidence


class ItemKind(StrEnum):
    CHOICE = "choice"
    MULTI = "multi"
    NUMBER = "number"
    MATCH = "match"
    ORDER = "order"
    EVIDENCE = "evidence"
    CLAIM_EVIDENCE = "claim_evidence"
    TF3 = "tf3"
    OPEN = "open"


class Skill(StrEnum):
    """What an item asks of the student; quizzes.items.skills maps each to the standards."""

    CORROBORATE = "corroborate"
    SOURCING = "sourcing"
    NUMBERS = "numbers"
    OMISSION = "omission"
    WORDING = "wording"
    FRAMING = "framing"
    INDEPENDENCE = "independence"


@dataclass(frozen=True)
class Option:
    """One answer on offer; `misconception` is None for a key. `article` is set where the option names an article."""

    id: str
    text: str
    misconception: str | None = None
    article: str | None = None


@dataclass(frozen=True)
class Pairing:
    """The two columns of a match item; the right one may hold more."""

    left: tuple[Option, ...]
    right: tuple[Option, ...]


@dataclass(frozen=True)
class ItemDraft:
    """An item as proposed: `key` and `options` in the shapes of the table in `manage.py analyze --json`'s contract.

    key by kind: choice "o2" · number {"low", "high", "unit", "tolerance"} (its misconceptions, figure to
    name, in `misconceptions`) · match [["l1", "r2"], …] · claim_evidence {"choice": "o2", "groups":
    [[{"article", "start", "end"}, …], …]} · multi ["o1", "o3"] · order every id in order · evidence the groups alone ·
    tf3 True, False or "unknown" (the misconceptions of wrong verdicts, "true" to name, in `misconceptions`) · open {"levels": [three texts], "names": […], "model": text}.
    `proof` is an expression over claim ids from which the key follows (see quizzes.items.proof).
    """

    id: str
    finding: str
    kind: ItemKind
    skill: Skill
    difficulty: float
    stem: str
    options: tuple[Option, ...] | Pairing
    key: Any
    proof: str
    rationale: str
    evidence: tuple[Evidence, ...]
    points: int
    form: int
    misconceptions: tuple[tuple[str, str], ...] = ()

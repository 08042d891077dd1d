"""A student's result by skill, as far as so few items tell: points, and nothing of whether a skill is secure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from quizzes.items.skills import SKILLS
from quizzes.items.types import Skill


class Counted(Protocol):
    """What an item of a result is counted by."""

    @property
    def skill(self) -> str: ...
    @property
    def points(self) -> float | None: ...
    @property
    def maximum(self) -> int: ...


@dataclass(frozen=True)
class SkillPoints:
    """Points in the items of one skill that are graded; `pending` more wait."""

    name: str
    points: float
    maximum: int
    items: int
    pending: int

    @property
    def is_full(self) -> bool:
        return self.points >= self.maximum


def skill_points(items: Iterable[Counted]) -> tuple[SkillPoints, ...]:
    """A line for each skill that the items ask for, where the most points were lost first; the left out are left out."""
    by_skill: dict[str, list[Counted]] = {}
    for item in items:
        if item.maximum and item.skill in set(Skill):
            by_skill.setdefault(item.skill, []).append(item)
    lines = [_line(Skill(skill), mine) for skill, mine in by_skill.items()]
    return tuple(sorted(lines, key=lambda line: line.points - line.maximum))


def _line(skill: Skill, items: list[Counted]) -> SkillPoints:
    graded = [item for item in items if item.points is not None]
    return SkillPoints(
        name=SKILLS[skill].name,
        points=sum(item.points or 0 for item in graded),
        maximum=sum(item.maximum for item in graded),
        items=len(graded),
        pending=len(items) - len(graded),
    )

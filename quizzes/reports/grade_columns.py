"""The columns of a gradebook: the quizzes of a class, what each weighs and how many points it has."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import OuterRef, Subquery, Sum
from django.db.models.functions import Coalesce

from quizzes.models import Assignment, Classroom, KeyRepair


@dataclass(frozen=True)
class Column:
    """A quiz of the class; `maximum` leaves out items that were left out after their key was found to be wrong."""

    assignment: Assignment
    maximum: int

    @property
    def weight(self) -> Decimal:
        return self.assignment.weight

    @property
    def key(self) -> str:
        """What the column is called in an address: "a12"."""
        return f"a{self.assignment.pk}"

    @property
    def is_practice(self) -> bool:
        return not self.assignment.weight


def columns_of(classrooms: Iterable[Classroom]) -> dict[int, list[Column]]:
    """class id → its quizzes in the order in which they opened; one query for all classes."""
    repairs = KeyRepair.objects.standing().filter(assignment=OuterRef("pk"), policy=KeyRepair.Policy.LEFT_OUT)
    left_out = repairs.order_by().values("assignment").annotate(n=Sum("item__points")).values("n")
    given = Assignment.objects.filter(classroom__in=list(classrooms)).select_related("version", "classroom")
    counted = given.annotate(
        maximum=Coalesce(Sum("version__items__points"), 0) - Coalesce(Subquery(left_out), 0)
    )
    columns: dict[int, list[Column]] = defaultdict(list)
    for a in counted.order_by("opens_at", "pk"):
        columns[a.classroom_id].append(Column(a, a.maximum))
    return columns

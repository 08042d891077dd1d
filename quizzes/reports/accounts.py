"""What hangs on a teacher's account, as it is named before she deletes it."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q

from quizzes.models import Article, Assignment, Attempt, Classroom, Membership, Quiz, Story, User

Role = Membership.Role


@dataclass(frozen=True)
class OwnedClass:
    name: str
    students: int
    attempts: int
    """Attempts that were handed in: their answers and results go with the class."""


@dataclass(frozen=True)
class Holdings:
    """`kept_quizzes` are in classes of others and stay there, as are the classes `shared` with her."""

    stories: tuple[str, ...]
    articles: int
    quizzes: int
    kept_quizzes: int
    classes: tuple[OwnedClass, ...]
    shared: tuple[str, ...]


def holdings(user: User) -> Holdings:
    """All that an account holds, in six queries."""
    is_student = Q(memberships__role=Role.STUDENT)
    owned = Classroom.objects.of(user).filter(memberships__user=user, memberships__role=Role.OWNER)
    classes = Classroom.objects.filter(pk__in=owned.values("pk")).annotate(
        student_count=Count("memberships", filter=is_student, distinct=True)
    )
    attempts = dict(
        Attempt.objects.submitted()
        .filter(assignment__classroom__in=classes.values("pk"))
        .order_by()
        .values_list("assignment__classroom")
        .annotate(n=Count("pk"))
    )
    elsewhere = Assignment.objects.exclude(classroom__in=owned.values("pk"))
    return Holdings(
        stories=tuple(Story.objects.of(user).values_list("title", flat=True)),
        articles=Article.objects.filter(story__in=Story.objects.of(user)).count(),
        quizzes=Quiz.objects.of(user).count(),
        kept_quizzes=Quiz.objects.of(user)
        .filter(Exists(elsewhere.filter(version__quiz=OuterRef("pk"))))
        .count(),
        classes=tuple(OwnedClass(c.name, c.student_count, attempts.get(c.pk, 0)) for c in classes),
        shared=tuple(
            Classroom.objects.of(user).exclude(pk__in=owned.values("pk")).values_list("name", flat=True)
        ),
    )

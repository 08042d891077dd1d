"""Who may see or do what: each function returns the object or raises. Not yours to see: 404. Yours to see, not to change: 403."""

from __future__ import annotations

from collections.abc import Collection

from django.core.exceptions import PermissionDenied
from django.db.models import OuterRef, Q, Subquery
from django.http import Http404
from django.shortcuts import get_object_or_404

from quizzes.models import (
    Article,
    Assignment,
    Attempt,
    Claim,
    Classroom,
    Correction,
    Finding,
    Invitation,
    Item,
    Membership,
    Occurrence,
    Quiz,
    RemovedArticle,
    ResponseEvent,
    Revote,
    Story,
    StudentQuestion,
    User,
    WebAddress,
)

Role = Membership.Role
STAFF = frozenset({Role.OWNER, Role.INSTRUCTOR, Role.GRADER})
MANAGERS = frozenset({Role.OWNER, Role.INSTRUCTOR})
"""Roles that may assign, release and change a roster; a grader grades, and changes nothing else."""


def story_for_teacher(user: User, pk: int) -> Story:
    return get_object_or_404(Story.objects.of(user), pk=pk)


def deleted_story_for_teacher(user: User, pk: int) -> Story:
    """A story that she has deleted and may still take back."""
    return get_object_or_404(Story, pk=pk, teacher=user, deleted_at__isnull=False)


def web_address_for_teacher(user: User, pk: int) -> WebAddress:
    asked = WebAddress.objects.select_related("story")
    return get_object_or_404(asked, pk=pk, story__in=Story.objects.of(user))


def removed_article_for_teacher(user: User, pk: int) -> RemovedArticle:
    removed = RemovedArticle.objects.select_related("story")
    return get_object_or_404(removed, pk=pk, story__in=Story.objects.of(user))


def article_for_teacher(user: User, pk: int) -> Article:
    return get_object_or_404(Article.objects.select_related("story"), pk=pk, story__in=Story.objects.of(user))


def finding_for_teacher(user: User, story_pk: int, pk: int) -> Finding:
    return get_object_or_404(
        Finding.objects.select_related("story", "occurrence").filter(story__in=Story.objects.of(user)),
        pk=pk,
        story=story_pk,
    )


def claim_for_teacher(user: User, story_pk: int, uid: str) -> Claim:
    """A claim by its id, which outlives a new reading; its row does not."""
    return get_object_or_404(
        Claim.objects.select_related("article__story"),
        uid=uid,
        article__story=story_pk,
        article__story__in=Story.objects.of(user),
    )


def occurrence_for_teacher(user: User, story_pk: int, pk: int) -> Occurrence:
    told = Occurrence.objects.select_related("story").filter(story__in=Story.objects.of(user))
    return get_object_or_404(told, pk=pk, story=story_pk)


def correction_for_teacher(user: User, story_pk: int, pk: int) -> Correction:
    made = Correction.objects.select_related("story").filter(story__in=Story.objects.of(user))
    return get_object_or_404(made, pk=pk, story=story_pk)


def item_for_teacher(user: User, pk: int) -> Item:
    items = Item.objects.select_related("story", "finding").filter(story__in=Story.objects.of(user))
    return get_object_or_404(items, pk=pk)


def items_for_teacher(user: User, pks: Collection[str]) -> list[Item]:
    """Those of the items, by their ids as posted, that are hers, in the order given; others are as if not named."""
    wanted = [int(pk) for pk in dict.fromkeys(pks) if pk.isdecimal() and len(pk) < 10]
    items = Item.objects.select_related("story").filter(story__in=Story.objects.of(user)).in_bulk(wanted)
    return [items[pk] for pk in wanted if pk in items]


def quiz_for_teacher(user: User, pk: int) -> Quiz:
    return get_object_or_404(Quiz.objects.of(user).select_related("story"), pk=pk)


def deleted_quiz_for_teacher(user: User, pk: int) -> Quiz:
    """A quiz that she has deleted, and not its story, and may still take back."""
    return get_object_or_404(
        Quiz, pk=pk, teacher=user, deleted_at__isnull=False, story__deleted_at__isnull=True
    )


def classroom_for_staff(user: User, pk: int, roles: Collection[Membership.Role] = STAFF) -> Classroom:
    classroom = get_object_or_404(Classroom, pk=pk, deleted_at__isnull=True)
    require_role(user, classroom, roles)
    return classroom


def classroom_for_owner(user: User, pk: int) -> Classroom:
    """The class, also where its owner has deleted it and may take that back."""
    classroom = get_object_or_404(Classroom, pk=pk)
    require_role(user, classroom, frozenset({Role.OWNER}))
    return classroom


def assignment_for_staff(user: User, pk: int, roles: Collection[Membership.Role] = STAFF) -> Assignment:
    """The assignment with the user's `role` in its class, in one query."""
    own = Membership.objects.filter(classroom=OuterRef("classroom"), user=user).values("role")
    given = Assignment.objects.select_related("classroom", "version__quiz").annotate(role=Subquery(own[:1]))
    assignment = get_object_or_404(given, pk=pk, classroom__deleted_at__isnull=True)
    _require(assignment.role, roles)  # type: ignore[attr-defined]  # annotated
    return assignment


def question_for_staff(user: User, pk: int) -> StudentQuestion:
    """A student's question in one of the user's classes: whoever grades there may answer it."""
    known = StudentQuestion.objects.select_related(
        "assignment__classroom", "assignment__version", "membership", "item", "answered_by"
    )
    question = get_object_or_404(known, pk=pk, assignment__classroom__deleted_at__isnull=True)
    require_role(user, question.assignment.classroom, STAFF)
    return question


def revote_for_staff(user: User, pk: int, roles: Collection[Membership.Role] = STAFF) -> Revote:
    known = Revote.objects.select_related("assignment__classroom", "item")
    revote = get_object_or_404(known, pk=pk, assignment__classroom__deleted_at__isnull=True)
    require_role(user, revote.assignment.classroom, roles)
    return revote


def role_in(user: User, classroom: Classroom) -> str | None:
    """The user's role in a class, None for a stranger."""
    return Membership.objects.filter(classroom=classroom, user=user).values_list("role", flat=True).first()


def require_role(user: User, classroom: Classroom, roles: Collection[Membership.Role]) -> None:
    _require(role_in(user, classroom), roles)


def _require(role: str | None, roles: Collection[Membership.Role]) -> None:
    if role is None:
        raise Http404("No such class among yours.")
    if role not in roles:
        raise PermissionDenied(f"A {role} cannot do this.")


def student_in_class(user: User, classroom: Classroom, pk: int) -> Membership:
    """A student's membership of a class whose staff the user has been shown to be."""
    return get_object_or_404(
        Membership.objects.students().select_related("classroom"), pk=pk, classroom=classroom
    )


def student_of_assignment(assignment: Assignment, pk: int) -> Membership:
    """A student of the class that was given the quiz, or one who took it and is in another class now."""
    took_it = Q(classroom=assignment.classroom_id) | Q(attempts__assignment=assignment)
    return get_object_or_404(Membership.objects.admitted().filter(took_it).distinct(), pk=pk)


def attempt_of_assignment(assignment: Assignment, pk: int) -> Attempt:
    return get_object_or_404(assignment.attempts.select_related("membership"), pk=pk)


def event_of_assignment(assignment: Assignment, pk: int) -> ResponseEvent:
    events = ResponseEvent.objects.select_related("attempt", "item")
    return get_object_or_404(events, pk=pk, attempt__assignment=assignment)


def invitation_by_token(token: str) -> Invitation:
    """Whoever has the link may see who invites to what; whether it is still good is told on the page."""
    invitations = Invitation.objects.select_related("classroom", "invited_by")
    return get_object_or_404(
        invitations, token=token, classroom__isnull=False, classroom__deleted_at__isnull=True
    )


def assignment_for_student(membership: Membership, pk: int) -> Assignment:
    _require_let_in(membership)
    return get_object_or_404(
        Assignment.objects.for_student(membership).select_related("classroom", "version"), pk=pk
    )


def attempt_for_student(membership: Membership, pk: int) -> Attempt:
    _require_let_in(membership)
    return get_object_or_404(
        Attempt.objects.select_related("assignment__classroom", "assignment__version", "membership"),
        pk=pk,
        membership=membership,
    )


def _require_let_in(membership: Membership) -> None:
    """A newcomer sees nothing of the class before the teacher has let her in."""
    if membership.awaits_approval:
        raise Http404("Not let in yet.")

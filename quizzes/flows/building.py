"""A quiz is built from kept items: chosen, ordered, given points."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from django.db import transaction
from django.db.models import Max

from quizzes.flows import deciding
from quizzes.models import Item, Quiz, QuizItem, Story, User

PROPOSED = 8
"""Items in a proposed quiz: about a quarter of an hour for a class of thirteen-year-olds."""
MOST_POINTS = 100


class QuizInUse(Exception):
    """The quiz has been given to a class, so it stays."""


@transaction.atomic
def make_quiz(*, story: Story, teacher: User, title: str, items: Iterable[Item]) -> Quiz:
    """A quiz of the items, in this order, each with its own points."""
    quiz = Quiz.objects.create(story=story, teacher=teacher, title=title)
    QuizItem.objects.bulk_create(
        QuizItem(quiz=quiz, item=item, order=order, points=item.points) for order, item in enumerate(items, 1)
    )
    return quiz


@transaction.atomic
def propose_quiz(*, story: Story, teacher: User, title: str, size: int = PROPOSED) -> Quiz:
    """A quiz of the best `size` items that nobody has dropped, kept with it."""
    candidates = Item.objects.filter(story=story, is_stale=False).exclude(state=Item.State.DROPPED)
    items = spread(candidates.exclude(finding__is_dismissed=True).select_related("finding"), size)
    deciding.keep(items=items)
    return make_quiz(story=story, teacher=teacher, title=title, items=items)


def spread(items: Iterable[Item], size: int) -> list[Item]:
    """The best items by rank, taken in turn from each kind of finding, and from each finding once before twice."""
    by_kind: dict[str, list[Item]] = defaultdict(list)
    for item in sorted(items, key=lambda i: (i.order, i.pk)):
        by_kind[item.finding.kind if item.finding else ""].append(item)
    queues = [_finding_by_finding(ranked) for ranked in by_kind.values()]
    chosen: list[Item] = []
    while queues and len(chosen) < size:
        chosen += [queue.pop(0) for queue in queues[: size - len(chosen)]]
        queues = [queue for queue in queues if queue]
    return sorted(chosen, key=lambda i: (i.order, i.pk))


def _finding_by_finding(ranked: Sequence[Item]) -> list[Item]:
    seen: dict[int | None, int] = defaultdict(int)
    rounds: list[tuple[int, Item]] = []
    for item in ranked:
        rounds.append((seen[item.finding_id], item))
        seen[item.finding_id] += 1
    return [item for _, item in sorted(rounds, key=lambda pair: pair[0])]


@transaction.atomic
def add_items(*, quiz: Quiz, items: Iterable[Item]) -> None:
    """Put items at the end; those that stand in the quiz already stay where they are."""
    here = set(quiz.quiz_items.values_list("item", flat=True))
    last = quiz.quiz_items.aggregate(last=Max("order"))["last"] or 0
    new = [item for item in items if item.pk not in here]
    QuizItem.objects.bulk_create(
        QuizItem(quiz=quiz, item=item, order=last + n, points=item.points) for n, item in enumerate(new, 1)
    )
    _touch(quiz)


@transaction.atomic
def remove_item(*, quiz: Quiz, item: Item) -> None:
    quiz.quiz_items.filter(item=item).delete()
    _renumber(list(quiz.quiz_items.all()))
    _touch(quiz)


@transaction.atomic
def move_item(*, quiz: Quiz, item: Item, by: int) -> None:
    """Move an item up (-1) or down (1); at the end of the list nothing happens."""
    entries = list(quiz.quiz_items.all())
    at = next((n for n, entry in enumerate(entries) if entry.item_id == item.pk), None)
    if at is None or not 0 <= at + by < len(entries):
        return
    entries.insert(at + by, entries.pop(at))
    _renumber(entries)
    _touch(quiz)


def _renumber(entries: Sequence[QuizItem]) -> None:
    for order, entry in enumerate(entries, 1):
        entry.order = order
    QuizItem.objects.bulk_update(entries, ["order"])


@transaction.atomic
def change_quiz(*, quiz: Quiz, title: str, instructions: str, points: dict[int, int]) -> None:
    """Set title, instructions, and the points of items by their ids."""
    quiz.title, quiz.instructions = title, instructions
    quiz.save()
    entries = list(quiz.quiz_items.filter(item__in=points))
    for entry in entries:
        entry.points = points[entry.item_id]
    QuizItem.objects.bulk_update(entries, ["points"])


@transaction.atomic
def delete_quiz(*, quiz: Quiz) -> None:
    """Raises QuizInUse where a class has been given it."""
    if quiz.versions.exists():
        raise QuizInUse
    quiz.delete()


def _touch(quiz: Quiz) -> None:
    quiz.save(update_fields=["changed_at"])

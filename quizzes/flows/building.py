"""A quiz is built from kept items: chosen, ordered, given points."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Max, QuerySet

from quizzes.flows import deciding
from quizzes.items.minutes import item_minutes
from quizzes.items.proposing import Candidate, propose
from quizzes.items.types import ItemKind, Skill
from quizzes.items.wishes import Wish, propose_for
from quizzes.models import Item, Quiz, QuizItem, Story, User
from quizzes.nlp.types import FindingKind

MOST_POINTS = 100


class NothingToPropose(Exception):
    """No item of the story fits the wish; the text says why, to a teacher."""


@dataclass(frozen=True)
class Proposed:
    """A quiz made from a proposal, and a sentence on each thing wished for that it could not meet."""

    quiz: Quiz
    unmet: tuple[str, ...]


@transaction.atomic
def make_quiz(*, story: Story, teacher: User, title: str, items: Iterable[Item]) -> Quiz:
    """A quiz of the items, in this order, each with its own points."""
    quiz = Quiz.objects.create(story=story, teacher=teacher, title=title)
    QuizItem.objects.bulk_create(
        QuizItem(quiz=quiz, item=item, order=order, points=item.points) for order, item in enumerate(items, 1)
    )
    return quiz


@transaction.atomic
def propose_quiz(*, story: Story, teacher: User, title: str, wish: Wish = Wish()) -> Proposed:  # noqa: B008 - frozen
    """A quiz of the best items that nobody has dropped, kept with it, as near to the wish as they allow.

    Raises NothingToPropose, and makes no quiz, where no item fits.
    """
    items = list(bank(story))
    proposal = propose_for([candidate(item) for item in items], wish)
    if not proposal.places:
        raise NothingToPropose(f"No quiz was made. {' '.join(proposal.unmet)}")
    chosen = [items[place] for place in proposal.places]
    deciding.keep(items=chosen)
    return Proposed(make_quiz(story=story, teacher=teacher, title=title, items=chosen), proposal.unmet)


def bank(story: Story) -> QuerySet[Item]:
    """The items that a proposal chooses from, the best first: those not dropped, still proved, of no struck finding."""
    items = Item.objects.filter(story=story, is_stale=False).exclude(state=Item.State.DROPPED)
    return (
        items.exclude(finding__is_dismissed=True)
        .select_related("finding")
        .prefetch_related("options")
        .order_by("order", "pk")
    )


def spread(items: Iterable[Item], size: int) -> list[Item]:
    """At most `size` of the items, by rank, as `quizzes.items.proposing` chooses them."""
    ranked = sorted(items, key=lambda i: (i.order, i.pk))
    return [ranked[place] for place in propose([candidate(item) for item in ranked], size)]


def candidate(item: Item) -> Candidate:
    finding = item.finding
    return Candidate(
        ItemKind(item.kind),
        item.stem,
        finding.uid if finding else None,
        FindingKind(finding.kind) if finding else None,
        tuple((e["article"], e["start"], e["end"]) for e in item.evidence),
        tuple(e["text"] for e in item.evidence),
        Skill(item.skill),
        item.difficulty,
        minutes_of(item),
    )


def minutes_of(item: Item) -> float:
    """About how long students take for an item; reads its options."""
    return item_minutes(ItemKind(item.kind), [item.stem, *(option.text for option in item.options.all())])


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


@transaction.atomic
def order_items(*, quiz: Quiz, items: Sequence[int]) -> None:
    """Put items in the order of these ids. Those that it does not name (put in meanwhile) follow; others are ignored."""
    place = {pk: n for n, pk in enumerate(items)}
    entries = list(quiz.quiz_items.all())
    ordered = sorted(entries, key=lambda entry: place.get(entry.item_id, len(place)))
    if ordered != entries:
        _renumber(ordered)
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


def _touch(quiz: Quiz) -> None:
    quiz.save(update_fields=["changed_at"])

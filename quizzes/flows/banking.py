"""Items go from the bank into a quiz of their story."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from quizzes.flows import building, deciding
from quizzes.models import Item, Quiz, Story, User


class ItemsRefused(Exception):
    """The items cannot go into that quiz; the text says why, to a teacher."""


@transaction.atomic
def put_into_quiz(*, quiz: Quiz, items: Sequence[Item]) -> int:
    """How many items stand at the end of the quiz now that did not before; drafts are kept. Raises ItemsRefused."""
    _check(quiz.story, items)
    deciding.keep(items=items)
    before = quiz.quiz_items.count()
    building.add_items(quiz=quiz, items=items)
    return quiz.quiz_items.count() - before


@transaction.atomic
def quiz_of(*, story: Story, teacher: User, items: Sequence[Item]) -> Quiz:
    """A new quiz of the items, called as the story. Raises ItemsRefused."""
    _check(story, items)
    deciding.keep(items=items)
    return building.make_quiz(story=story, teacher=teacher, title=story.title, items=items)


def _check(story: Story, items: Sequence[Item]) -> None:
    if not items:
        raise ItemsRefused("No item is ticked: tick the boxes beside the items first.")
    strange = [item for item in items if item.story_id != story.pk]
    if strange:
        titles = " and ".join(f"“{title}”" for title in dict.fromkeys(i.story.title for i in strange))
        raise ItemsRefused(
            f"A quiz asks about one story, here “{story.title}”, but {len(strange)} of the ticked items"
            f" belong{'s' if len(strange) == 1 else ''} to {titles}. Nothing was put in: tick items of one story."
        )
    if any(item.state == Item.State.DROPPED for item in items):
        raise ItemsRefused(
            "A ticked item has been dropped: bring it back on its story’s page first. Nothing was put in."
        )
    if any(item.is_stale for item in items):
        raise ItemsRefused(
            "The newest reading no longer proves a ticked item: look at it again first. Nothing was put in."
        )

"""A teacher asks for another form of an item: a parallel one on the same finding, to be decided on like any draft."""

from __future__ import annotations

from django.db import transaction

from quizzes.flows.item_records import draft_of, fill_item, option_rows
from quizzes.flows.records import comparison_of
from quizzes.items.other_forms import another_form
from quizzes.models import Item, Option, Story


class NoOtherForm(Exception):
    """There is none; the text says why and what to do, to a teacher."""


def ask_another_form(*, item: Item) -> tuple[Item, str]:
    """The new draft, behind the item in the list, and in words what is other about it. Raises NoOtherForm.

    A form that a teacher has asked for is kept by new comparisons (`Item.form` is above 0).
    """
    story = item.story
    if item.is_own or item.finding is None:
        raise NoOtherForm(
            "Other forms come from a finding, and this item rests on none: edit it, or write another of your own."
        )
    if story.state != Story.State.READY:
        raise NoOtherForm("The articles are being read just now: ask again when the story is ready.")
    known = [draft_of(i) for i in story.items.select_related("finding").prefetch_related("options")]
    found = another_form(comparison_of(story), draft_of(item), known)
    if found is None:
        raise NoOtherForm(
            "There is no other form: the articles prove no other question on this finding, and the options leave no other"
            " choice. The item stays as it is. You can edit it, or write your own on the same finding."
        )
    draft, other = found
    with transaction.atomic():
        made = Item(story=story, finding=item.finding, uid=draft.id, order=item.order)
        fill_item(made, draft)
        made.save()
        Option.objects.bulk_create(option_rows(made, draft))
    return made, other

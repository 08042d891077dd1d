from __future__ import annotations

from typing import Any

import pytest

from quizzes.factories import ItemFactory, QuizFactory, QuizItemFactory, StoryFactory
from quizzes.flows import deciding
from quizzes.flows.deciding import Edit, EditedOption, ItemRefused
from quizzes.models import Item, Option

pytestmark = pytest.mark.django_db


@pytest.fixture
def item() -> Item:
    """A choice of three outlets, the second the key."""
    return ItemFactory()


def edit(**changes: Any) -> Edit:
    options = tuple(EditedOption(f"o{n}", f"The {letter} Post") for n, letter in enumerate("ABC", 1))
    known: dict[str, Any] = {
        "stem": "Who is right?",
        "rationale": "",
        "points": 1,
        "key": "o2",
        "options": options,
    }
    return Edit(**{**known, **changes})


def test_an_item_is_kept(item: Item) -> None:
    assert deciding.keep(items=[item]) == 1
    assert deciding.keep(items=[item]) == 0
    assert Item.objects.kept().get() == item


def test_a_dropped_item_leaves_the_quizzes_being_built(item: Item) -> None:
    entry = QuizItemFactory(quiz=QuizFactory(story=item.story), item=item)
    assert deciding.drop(items=[item]) == [entry.quiz.title]
    item.refresh_from_db()
    assert item.state == Item.State.DROPPED
    assert not entry.quiz.quiz_items.exists()


def test_a_dropped_item_can_be_brought_back(item: Item) -> None:
    deciding.drop(items=[item])
    deciding.bring_back(items=[item])
    item.refresh_from_db()
    assert item.state == Item.State.DRAFT


def test_an_edited_item_is_kept_and_safe(item: Item) -> None:
    Item.objects.filter(pk=item.pk).update(is_stale=True)
    edited = deciding.edit_item(item=item, edit=edit(stem="  Which paper gives the most?  ", points=3))
    assert (edited.stem, edited.points, edited.key) == ("Which paper gives the most?", 3, "o2")
    assert (edited.state, edited.is_edited, edited.is_stale) == (Item.State.KEPT, True, False)


def test_the_key_can_be_moved(item: Item) -> None:
    assert deciding.edit_item(item=item, edit=edit(key="o3")).key == "o3"


def test_an_option_can_be_added_as_the_key_and_one_removed(item: Item) -> None:
    options = (
        EditedOption("o1", "The A Post"),
        EditedOption("o2", "The B Post"),
        EditedOption("new1", "Neither"),
    )
    edited = deciding.edit_item(item=item, edit=edit(options=options, key="new1"))
    texts = {o.code: o.text for o in edited.options.all()}
    assert texts[edited.key] == "Neither"
    assert "The C Post" not in texts.values()


def test_a_reworded_option_names_no_article_any_more(item: Item) -> None:
    Option.objects.filter(item=item).update(article="A")
    options = (EditedOption("o1", "The A Post"), EditedOption("o2", "A paper of the coast"))
    deciding.edit_item(item=item, edit=edit(options=options))
    assert dict(item.options.values_list("code", "article")) == {"o1": "A", "o2": ""}


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"stem": "  "}, "stem is empty"),
        ({"points": 0}, "at least one point"),
        ({"options": (EditedOption("o2", "The B Post"),)}, "two options"),
        ({"options": (EditedOption("o1", "Same"), EditedOption("o2", " same "))}, "say the same"),
        ({"options": (EditedOption("o1", " "), EditedOption("o2", "B"))}, "option is empty"),
        ({"key": "o9"}, "exactly one option"),
        ({"options": (EditedOption("o1", "A"), EditedOption("o3", "C"))}, "exactly one option"),
    ],
)
def test_a_choice_that_cannot_be_asked_is_refused(item: Item, changes: dict[str, Any], why: str) -> None:
    with pytest.raises(ItemRefused, match=why):
        deciding.edit_item(item=item, edit=edit(**changes))
    item.refresh_from_db()
    assert not item.is_edited


def test_the_key_of_an_item_with_proof_stays_which_it_is() -> None:
    key = {"choice": "o2", "groups": [[{"article": "A", "start": 0, "end": 5}]]}
    item = ItemFactory(kind="claim_evidence", key=key)
    with pytest.raises(ItemRefused, match="proving sentences"):
        deciding.edit_item(item=item, edit=edit(key=key | {"choice": "o1"}))
    assert deciding.edit_item(item=item, edit=edit(key=key)).key == key


@pytest.mark.parametrize(
    ("kind", "key", "why"),
    [
        ("number", {"low": 9, "high": 4, "unit": None, "tolerance": 0}, "above the highest"),
        ("open", {"levels": ["a", "b", "c"], "names": [], "model": " "}, "model answer"),
        ("open", {"levels": ["a", " ", "c"], "names": [], "model": "m"}, "three levels"),
        ("tf3", "maybe", "true, false"),
    ],
)
def test_other_kinds_are_checked_too(kind: str, key: Any, why: str) -> None:
    item = ItemFactory(kind=kind, key=key)
    with pytest.raises(ItemRefused, match=why):
        deciding.edit_item(item=item, edit=edit(key=key, options=()))


@pytest.mark.parametrize(
    ("kind", "key", "why"),
    [
        ("multi", ["o1"], "at least two"),
        ("multi", ["o1", "o9"], "at least two"),
        ("multi", ["o1", "o2", "o3"], "must be wrong"),
        ("order", ["o1", "o2"], "a place of its own"),
        ("order", ["o1", "o2", "o2"], "a place of its own"),
    ],
)
def test_several_keys_and_places_are_checked(kind: str, key: list[str], why: str) -> None:
    first = ["o1", "o2"] if kind == "multi" else ["o3", "o2", "o1"]
    item = ItemFactory(kind=kind, key=first)
    options = tuple(EditedOption(o.code, f"{o.text}, edited") for o in item.options.all())
    with pytest.raises(ItemRefused, match=why):
        deciding.edit_item(item=item, edit=edit(key=key, options=options))
    assert deciding.edit_item(item=item, edit=edit(key=first, options=options)).key == first


def test_the_sentences_of_an_evidence_item_stay() -> None:
    key = [[{"article": "A", "start": 0, "end": 5}]]
    item = ItemFactory(kind="evidence", key=key)
    with pytest.raises(ItemRefused, match="follow from the articles"):
        deciding.edit_item(item=item, edit=edit(key=[], options=()))
    edited = deciding.edit_item(item=item, edit=edit(key=key, options=(), stem="Which sentences say so?"))
    assert edited.stem == "Which sentences say so?"


def test_each_entry_of_a_match_needs_a_partner() -> None:
    item = ItemFactory(kind="match", key=[["l1", "r1"], ["l2", "r2"]])
    sides = (("l1", "left"), ("l2", "left"), ("r1", "right"), ("r2", "right"))
    for code, side in sides:
        Option.objects.create(item=item, code=code, side=side, text=code)
    options = tuple(EditedOption(code, f"words {code}", "", side) for code, side in sides)
    with pytest.raises(ItemRefused, match="partner"):
        deciding.edit_item(item=item, edit=edit(key=[["l1", "r1"]], options=options))
    edited = deciding.edit_item(item=item, edit=edit(key=[["l1", "r2"], ["l2", "r1"]], options=options))
    assert [(o.code, o.side, o.text) for o in edited.options.all()] == [
        (c, s, f"words {c}") for c, s in sides
    ]
    assert edited.key == [["l1", "r2"], ["l2", "r1"]]


def test_a_story_is_renamed() -> None:
    story = StoryFactory()
    deciding.rename_story(story=story, title="Ferry aground")
    story.refresh_from_db()
    assert story.title == "Ferry aground"

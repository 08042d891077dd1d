from __future__ import annotations

import pytest

from quizzes.factories import FindingFactory, ItemFactory, StoryFactory
from quizzes.flows import building
from quizzes.flows.building import spread
from quizzes.items.wishes import Wish
from quizzes.models import Item, Quiz, Story

pytestmark = pytest.mark.django_db

STEMS = (
    "Who counted the passengers?",
    "Match each outlet with its words.",
    "Whose headline names the owner?",
    "On which number do the articles agree?",
    "What has been left out between the marks?",
    "Name the day of the fire.",
)


@pytest.fixture
def story() -> Story:
    return StoryFactory()


@pytest.fixture
def quiz(story: Story) -> Quiz:
    """A quiz of three items."""
    items = [ItemFactory(story=story, state="kept", points=n) for n in (1, 2, 3)]
    return building.make_quiz(story=story, teacher=story.teacher, title="Ferry", items=items)


def items_of(quiz: Quiz) -> list[Item]:
    return [entry.item for entry in quiz.quiz_items.select_related("item")]


def test_a_quiz_takes_the_items_with_their_points(quiz: Quiz) -> None:
    assert list(quiz.quiz_items.values_list("order", "points")) == [(1, 1), (2, 2), (3, 3)]


def test_items_move_up_and_down(quiz: Quiz) -> None:
    first, second, third = items_of(quiz)
    building.move_item(quiz=quiz, item=third, by=-1)
    assert items_of(quiz) == [first, third, second]
    building.move_item(quiz=quiz, item=first, by=1)
    assert items_of(quiz) == [third, first, second]


@pytest.mark.parametrize(("at", "by"), [(0, -1), (2, 1)])
def test_nothing_moves_past_an_end(quiz: Quiz, at: int, by: int) -> None:
    before = items_of(quiz)
    building.move_item(quiz=quiz, item=before[at], by=by)
    assert items_of(quiz) == before


def test_a_removed_item_leaves_no_gap(quiz: Quiz) -> None:
    building.remove_item(quiz=quiz, item=items_of(quiz)[0])
    assert list(quiz.quiz_items.values_list("order", flat=True)) == [1, 2]


def test_items_are_added_once_at_the_end(quiz: Quiz) -> None:
    new = ItemFactory(story=quiz.story, points=4)
    for _ in range(2):
        building.add_items(quiz=quiz, items=[new])
    assert items_of(quiz)[-1] == new
    assert quiz.quiz_items.count() == 4


def test_title_instructions_and_points_change(quiz: Quiz) -> None:
    first = items_of(quiz)[0]
    building.change_quiz(quiz=quiz, title="Ferry aground", instructions="Read first.", points={first.pk: 5})
    quiz.refresh_from_db()
    assert (quiz.title, quiz.instructions) == ("Ferry aground", "Read first.")
    assert quiz.quiz_items.get(item=first).points == 5


# --- Proposing ---


def test_a_proposal_keeps_what_it_takes(story: Story) -> None:
    for n in range(3):
        ItemFactory(story=story, order=n, stem=STEMS[n])
    quiz = building.propose_quiz(story=story, teacher=story.teacher, title="Best", wish=Wish(size=2)).quiz
    assert [i.state for i in items_of(quiz)] == ["kept", "kept"]
    assert Item.objects.kept().count() == 2


def test_a_proposal_takes_nothing_dropped_stale_or_struck(story: Story) -> None:
    ItemFactory(story=story, state="dropped")
    ItemFactory(story=story, is_stale=True)
    ItemFactory(story=story, finding=FindingFactory(story=story, is_dismissed=True))
    good = ItemFactory(story=story, finding=FindingFactory(story=story))
    own = ItemFactory(story=story, stem=STEMS[1])
    quiz = building.propose_quiz(story=story, teacher=story.teacher, title="Best").quiz
    assert set(items_of(quiz)) == {good, own}


def test_a_proposal_takes_kinds_of_findings_in_turn(story: Story) -> None:
    conflicts = [FindingFactory(story=story, kind="discrepancy") for _ in range(4)]
    # two discrepancies make a turn
    words = FindingFactory(story=story, kind="label_choice")
    items = [
        ItemFactory(story=story, finding=f, order=n, stem=STEMS[n]) for n, f in enumerate([*conflicts, words])
    ]
    assert spread(items, 3) == [items[0], items[1], items[4]]


def test_a_proposal_takes_each_finding_once_before_any_twice(story: Story) -> None:
    one, other = (FindingFactory(story=story, kind="discrepancy") for _ in range(2))
    items = [
        ItemFactory(story=story, finding=f, order=n, stem=STEMS[n])
        for n, f in enumerate([one, one, one, other])
    ]
    assert spread(items, 2) == [items[0], items[3]]


def test_a_proposal_has_few_open_answers(story: Story) -> None:
    key = {"levels": ["a", "b", "c"], "names": [], "model": "m"}
    kinds = ["open", "open", "open", "choice", "choice"]
    items = [
        ItemFactory(
            story=story,
            finding=FindingFactory(story=story),
            order=n,
            kind=kind,
            stem=STEMS[n],
            key=key if kind == "open" else "o2",
        )
        for n, kind in enumerate(kinds)
    ]
    assert [i.kind for i in spread(items, 4)] == ["open", "choice", "choice"]
    assert [i.kind for i in spread(items, 8)] == ["open", "open", "choice", "choice"]


def test_a_longer_proposal_has_one_open_answer(story: Story) -> None:
    key = {"levels": ["a", "b", "c"], "names": [], "model": "m"}
    items = [
        ItemFactory(story=story, finding=FindingFactory(story=story), order=n, stem=stem)
        for n, stem in enumerate(STEMS)
    ]
    last = ItemFactory(
        story=story, finding=FindingFactory(story=story), order=9, kind="open", key=key, stem="Why is it so?"
    )
    assert spread([*items, last], 5) == [*items[:4], last]
    assert spread([*items, last], 3) == items[:3]


def test_a_proposal_begins_with_the_best_item_and_holds_many_kinds(story: Story) -> None:
    kinds = [
        *["discrepancy"] * 5,
        "text_reuse",
        "label_choice",
        "headline_angle",
        "agreement",
        "voice_unique",
    ]
    subjects = "pier crew fare storm owner mayor horn wharf tide cargo".split()
    items = [
        ItemFactory(
            story=story,
            finding=FindingFactory(story=story, kind=kind),
            order=n,
            stem=" ".join([subject] * 3) + "?",
        )
        for n, (kind, subject) in enumerate(zip(kinds, subjects, strict=True))
    ]
    chosen = spread(items, 8)
    assert chosen[0] == items[0]
    assert [i.finding.kind for i in chosen].count("discrepancy") == 3
    assert {i.finding.kind for i in chosen} == set(kinds)


def test_a_proposal_asks_nothing_nearly_twice(story: Story) -> None:
    stems = [
        "Which outlet gives a death toll for the ferry fire, but no source for it?",
        "Which outlet gives a number of injured for the ferry fire, but no source for it?",
        "Whose headline makes “Deckhands” the one who acts?",
    ]
    items = [
        ItemFactory(story=story, finding=FindingFactory(story=story), order=n, stem=stem)
        for n, stem in enumerate(stems)
    ]
    assert spread(items, 3) == [items[0], items[2]]

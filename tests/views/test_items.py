"""Drafts on the desk: keep, edit, drop."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from quizzes.factories import (
    FindingFactory,
    ItemFactory,
    PositionFactory,
    QuizFactory,
    QuizItemFactory,
    StoryFactory,
    TeacherFactory,
)
from quizzes.models import Item, Story, User
from tests.flows.telling import read_story

pytestmark = pytest.mark.django_db


@pytest.fixture
def teacher(client: Client) -> User:
    teacher = TeacherFactory()
    client.force_login(teacher)
    return teacher


@pytest.fixture
def story(teacher: User) -> Story:
    return read_story(teacher)


def desk(client: Client, story: Story, **query: str) -> str:
    answer = client.get(reverse("item-list", kwargs={"pk": story.pk}), query)
    assert answer.status_code == 200
    return answer.content.decode()


def decide(client: Client, item: Item, action: str, **extra: str) -> str:
    url = reverse("item-decide", kwargs={"pk": item.pk})
    answer = client.post(url, {"action": action, **extra})
    item.refresh_from_db()
    return str(answer.headers.get("Location", ""))


def test_a_draft_shows_all_that_a_decision_needs(client: Client, story: Story) -> None:
    shown = desk(client, story)
    item = story.items.get(kind="claim_evidence")
    assert item.stem in shown
    assert "The Quay Herald: the harbour office" in shown
    assert "Trusts a figure that stands without a source as if it were settled." in shown
    assert "proved in A and B" in shown
    assert "Ask who says so" in shown
    assert "CCSS" in shown or "COR" in shown


@pytest.mark.parametrize(("action", "state"), [("keep", "kept"), ("drop", "dropped"), ("undo", "draft")])
def test_a_draft_is_decided_on(client: Client, story: Story, action: str, state: str) -> None:
    item = story.items.get(kind="number")
    to = decide(client, item, action)
    assert item.state == state
    if action == "undo":
        assert to == f"{reverse('item-list', kwargs={'pk': story.pk})}#item-{item.pk}"


def test_a_decision_leads_on_to_the_next_that_waits(client: Client, story: Story) -> None:
    for _ in range(story.items.count() - 1):
        waiting = [int(pk) for pk in re.findall(r'id="item-(\d+)" data-state="draft"', desk(client, story))]
        to = decide(client, Item.objects.get(pk=waiting[0]), "keep")
        assert to.endswith(f"#item-{waiting[1]}")
    last = story.items.get(state="draft")
    assert decide(client, last, "drop").endswith(f"#item-{last.pk}")


def test_a_decision_leads_back_to_the_list_as_it_was_filtered(client: Client, story: Story) -> None:
    item = story.items.get(kind="number")
    assert "?show=draft#" in decide(client, item, "keep", show="draft")
    assert "evil" not in decide(client, item, "keep", show="evil")


def test_htmx_gets_the_decided_draft_with_the_counts(client: Client, story: Story) -> None:
    item = story.items.get(kind="number")
    url = reverse("item-decide", kwargs={"pk": item.pk})
    sent = {"action": "keep", "show": "draft"}
    part = client.post(url, sent, headers={"HX-Request": "true"}).content.decode()
    assert '?show=draft" aria-current="true"' in part
    assert f'id="item-{item.pk}"' in part
    assert 'hx-swap-oob="true"' in part
    assert 'aria-pressed="true"' in part
    assert "<html" not in part


def test_deciding_needs_a_post(client: Client, story: Story) -> None:
    item = story.items.get(kind="number")
    assert client.get(reverse("item-decide", kwargs={"pk": item.pk})).status_code == 405


def test_all_that_wait_are_kept_at_once(client: Client, story: Story) -> None:
    dropped = story.items.get(kind="number")
    decide(client, dropped, "drop")
    client.post(reverse("item-bulk", kwargs={"pk": story.pk}), {"action": "rest"})
    assert set(story.items.values_list("state", flat=True)) == {"kept", "dropped"}


def test_the_list_is_filtered_by_decision(client: Client, story: Story) -> None:
    item = story.items.get(kind="number")
    decide(client, item, "drop")
    assert item.stem in desk(client, story, show="dropped")
    assert item.stem not in desk(client, story, show="draft")


def test_a_struck_findings_drafts_are_not_offered(client: Client, story: Story) -> None:
    finding = story.findings.get(kind="discrepancy")
    finding.is_dismissed = True
    finding.save()
    assert story.items.get(kind="number").stem not in desk(client, story)


def test_a_stale_item_says_so(client: Client, teacher: User) -> None:
    item = ItemFactory(story__teacher=teacher, state="kept", is_stale=True)
    assert "no longer proves this key" in desk(client, item.story)


def test_a_story_with_few_items_says_why(client: Client, story: Story) -> None:
    shown = desk(client, story)
    assert "why not more?" in shown
    assert "Only two articles are left to compare: add one of another outlet." in shown
    story.copies, story.set_aside = {"B": "A"}, []
    story.save()
    shown = desk(client, story)
    assert "Article B is the text of article A: one witness, not two." in shown
    assert "Only one article is left to compare" in shown
    story.copies, story.set_aside = {}, ["B"]
    story.save()
    assert "Article B tells of another event and is not compared." in desk(client, story)


def test_a_story_with_enough_items_says_nothing_of_it(client: Client, story: Story) -> None:
    for order in range(12):
        ItemFactory(story=story, order=order)
    assert "why not more?" not in desk(client, story)


# --- Editing ---


def form_of(client: Client, item: Item) -> str:
    return client.get(reverse("item-edit", kwargs={"pk": item.pk})).content.decode()


def save(client: Client, item: Item, data: Mapping[str, str | list[str]]) -> str:
    answer = client.post(reverse("item-edit", kwargs={"pk": item.pk}), data, follow=True)
    item.refresh_from_db()
    return answer.content.decode()


def sent_choice(item: Item, **changes: str) -> dict[str, str]:
    texts = {f"text_{o.code}": o.text for o in item.options.all()}
    known = {"stem": item.stem, "rationale": item.rationale, "points": "1", "key": "o2"}
    return known | texts | changes


def test_an_edited_item_is_kept(client: Client, teacher: User) -> None:
    item = ItemFactory(story__teacher=teacher)
    shown = save(client, item, sent_choice(item, stem="Which paper says the most?", points="2"))
    assert "A new reading leaves it alone" in shown
    assert (item.stem, item.points, item.state, item.is_edited) == (
        "Which paper says the most?",
        2,
        "kept",
        True,
    )


def test_a_line_is_removed_by_emptying_it_and_added_below(client: Client, teacher: User) -> None:
    item = ItemFactory(story__teacher=teacher)
    save(client, item, sent_choice(item, text_o3="", text_new1="None of these papers", key="o2"))
    assert [o.text for o in item.options.all()] == ["The A Post", "The B Post", "None of these papers"]


def test_a_distractor_that_becomes_the_key_shows_no_misconception(client: Client, teacher: User) -> None:
    item = ItemFactory(story__teacher=teacher)
    save(client, item, sent_choice(item, key="o1"))
    assert dict(item.options.values_list("code", "misconception"))["o1"] == ""
    assert item.key == "o1"


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"stem": ""}, "required"),
        ({"text_o2": ""}, "Mark exactly one option as the key."),
        ({"text_o1": "The B Post"}, "Two options say the same."),
        ({"points": "0"}, "greater than or equal to 1"),
    ],
)
def test_an_item_that_cannot_be_asked_comes_back(
    client: Client, teacher: User, changes: dict[str, str], why: str
) -> None:
    item = ItemFactory(story__teacher=teacher)
    assert why in save(client, item, sent_choice(item, **changes))
    assert not item.is_edited


def test_a_number_item_is_edited(client: Client, story: Story) -> None:
    item = story.items.get(kind="number")
    sent = {"stem": "How many?", "rationale": "", "points": "1", "low": "9", "high": "10", "unit": "people"}
    save(client, item, sent)
    assert (item.key["low"], item.key["high"], item.key["unit"]) == (9, 10, "people")


def test_an_open_item_is_edited(client: Client, story: Story) -> None:
    item = story.items.filter(kind="open").first()
    assert item is not None
    levels = {f"level_{n}": f"Level {n}" for n in range(3)}
    sent = {"stem": "Why?", "rationale": "", "points": "4", "names": "one\n\ntwo\n", "model": "Because."}
    save(client, item, sent | levels)
    assert item.key == {
        "levels": ["Level 0", "Level 1", "Level 2"],
        "names": ["one", "two"],
        "model": "Because.",
    }


def test_a_match_item_is_edited(client: Client, teacher: User) -> None:
    item = ItemFactory(story__teacher=teacher, kind="match", key=[["l1", "r1"], ["l2", "r2"]])
    for order, (code, side) in enumerate([("l1", "left"), ("l2", "left"), ("r1", "right"), ("r2", "right")]):
        item.options.create(code=code, side=side, text=f"words {code}", order=order)
    assert "words l1" in form_of(client, item)
    sent = {"stem": "Match them.", "rationale": "", "points": "2", "pair_l1": "r2", "pair_l2": "r1"}
    save(client, item, sent | {f"text_{o.code}": o.text for o in item.options.all()})
    assert item.key == [["l1", "r2"], ["l2", "r1"]]


def test_a_multi_item_is_edited(client: Client, teacher: User) -> None:
    item = ItemFactory(story__teacher=teacher, kind="multi", key=["o1", "o2"])
    assert form_of(client, item).count('type="checkbox" name="key"') > 2
    sent = sent_choice(item, text_new1="The Wire") | {"key": ["o1", "new1"]}
    save(client, item, sent)
    assert [o.text for o in item.options.filter(code__in=item.key)] == ["The A Post", "The Wire"]
    assert "at least two" in save(client, item, sent_choice(item) | {"key": ["o1"]})


def test_a_statement_is_edited(client: Client, teacher: User) -> None:
    item = ItemFactory(story__teacher=teacher, kind="tf3", key=True)
    sent = {"stem": "The mayor resigned.", "rationale": "", "points": "1", "verdict": "unknown"}
    save(client, item, sent)
    assert item.key == "unknown"


def test_an_order_item_is_edited(client: Client, teacher: User) -> None:
    item = ItemFactory(story__teacher=teacher, kind="order", key=["o3", "o1", "o2"])
    texts = {f"text_{o.code}": f"{o.text} again" for o in item.options.all()}
    save(client, item, {"stem": "Put them in order.", "rationale": "", "points": "2"} | texts)
    assert item.key == ["o3", "o1", "o2"]
    assert item.options.get(code="o1").text == "The A Post again"


def test_an_item_with_proof_keeps_its_key(client: Client, story: Story) -> None:
    item = story.items.get(kind="claim_evidence")
    shown = save(client, item, sent_choice(item, key="o2"))
    assert "The proving sentences belong to this key" in shown
    save(client, item, sent_choice(item, key="o1", text_o2="Bay Courier: nobody"))
    assert item.key["choice"] == "o1"
    assert item.key["groups"]
    assert item.options.get(code="o2").text == "Bay Courier: nobody"


# --- Query counts ---


def test_twenty_items_take_as_many_queries_as_one(
    client: Client, teacher: User, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    story = StoryFactory(teacher=teacher)
    for n in range(20):
        finding = FindingFactory(story=story)
        PositionFactory(
            finding=finding, article__story=story, article__letter=f"X{n}"[:2] if n < 10 else f"Y{n - 10}"
        )
        ItemFactory(story=story, finding=finding, order=n)
    with django_assert_num_queries(7):  # session, user, story, tabs; items, options, articles' letters
        shown = desk(client, story)
    assert shown.count("Which outlet reported the highest number") >= 20


def test_two_hundred_items_take_few_queries(
    client: Client, teacher: User, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    story = StoryFactory(teacher=teacher)
    findings = FindingFactory.create_batch(60, story=story)
    for n in range(200):
        ItemFactory(story=story, finding=findings[n % 60], is_stale=n % 50 == 0)
    with django_assert_num_queries(8):  # the same, and the quizzes of stale items
        assert desk(client, story).count('class="draft') == 200


# --- Groups ---


def test_items_stand_under_their_finding_with_the_best_first(client: Client, story: Story) -> None:
    shown = desk(client, story)
    assert shown.count('class="i-head"') == story.items.values("finding").distinct().count()
    first = story.items.order_by("order").first()
    assert first is not None
    assert re.findall(r'id="item-(\d+)"', shown)[0] in {
        str(pk) for pk in Item.objects.filter(finding=first.finding).values_list("pk", flat=True)
    }


def test_items_can_stand_under_their_kind(client: Client, story: Story) -> None:
    shown = desk(client, story, by="kind")
    assert shown.count('class="i-head"') == story.items.values("kind").distinct().count()
    assert "<h2>Claim and evidence</h2>" in shown


def test_one_kind_alone_is_shown(client: Client, story: Story) -> None:
    shown = desk(client, story, kind="number")
    assert shown.count('data-state="draft"') == 1
    assert "data-state" in desk(client, story, kind="evil", by="evil")


def test_difficulty_and_standard_are_said(client: Client, story: Story) -> None:
    shown = desk(client, story)
    assert "<span>middling</span>" in shown or "<span>easy</span>" in shown or "<span>hard</span>" in shown


def test_the_first_that_waits_is_open(client: Client, story: Story) -> None:
    shown = desk(client, story)
    assert shown.count('<details class="i-fold" open>') == 1


def test_stale_items_come_first_with_what_to_do(client: Client, teacher: User) -> None:
    story = StoryFactory(teacher=teacher)
    ItemFactory(story=story, order=0)
    item = ItemFactory(story=story, order=9, state="kept", is_stale=True)
    QuizItemFactory(quiz=QuizFactory(story=story, title="Monday"), item=item)
    shown = desk(client, story)
    assert re.findall(r'id="item-(\d+)"', shown)[0] == str(item.pk)
    assert "Look at these first" in shown
    assert "ask for another form, or drop it" in shown
    assert "It stands in" in shown
    assert "Monday" in shown


def test_an_item_that_cites_a_removed_article_says_so(client: Client, teacher: User) -> None:
    cited = {"article": "C", "start": 0, "end": 4, "text": "Fire"}
    item = ItemFactory(story__teacher=teacher, is_own=True, evidence=[cited], state="kept")
    assert "It cites article C, which the story no longer has." in desk(client, item.story)


def test_her_own_items_are_named_so(client: Client, teacher: User) -> None:
    item = ItemFactory(story__teacher=teacher, is_own=True, state="kept")
    shown = desk(client, item.story)
    assert "Written by you" in shown
    assert "Ask for another form" not in shown


# --- Several at once ---


def bulk(client: Client, story: Story, action: str, *items: Item, **more: str) -> str:
    sent = {"action": action, "items": [item.pk for item in items], **more}
    url = reverse("item-bulk", kwargs={"pk": story.pk})
    return client.post(url, sent, follow=True).content.decode()


@pytest.mark.parametrize(
    ("action", "state", "said"),
    [
        ("keep", "kept", "2 items kept."),
        ("drop", "dropped", "2 items dropped."),
        ("undo", "draft", "brought back"),
    ],
)
def test_the_ticked_items_are_decided_on(
    client: Client, teacher: User, action: str, state: str, said: str
) -> None:
    story = StoryFactory(teacher=teacher)
    one, two, other = ItemFactory.create_batch(3, story=story)
    assert said in bulk(client, story, action, one, two)
    assert set(story.items.filter(pk__in=[one.pk, two.pk]).values_list("state", flat=True)) == {state}
    other.refresh_from_db()
    assert other.state == "draft"


def test_with_nothing_ticked_it_says_so(client: Client, story: Story) -> None:
    assert "No item is ticked" in bulk(client, story, "drop")


def test_items_of_another_story_are_left_alone(client: Client, teacher: User, story: Story) -> None:
    other = ItemFactory(story__teacher=teacher)
    bulk(client, story, "drop", other)
    other.refresh_from_db()
    assert other.state == "draft"


def test_dropping_says_from_which_quiz(client: Client, story: Story) -> None:
    item = story.items.get(kind="number")
    QuizItemFactory(quiz=QuizFactory(story=story, title="Monday"), item=item)
    assert "Taken out of the quiz “Monday”." in bulk(client, story, "drop", item)


def test_all_that_are_left_are_kept_but_stale_ones(client: Client, story: Story) -> None:
    stale = ItemFactory(story=story, is_stale=True)
    dropped = ItemFactory(story=story, state="dropped")
    shown = bulk(client, story, "rest")
    assert "kept. You can still drop or edit any of them." in shown
    assert set(story.items.filter(state="draft")) == {stale}
    dropped.refresh_from_db()
    assert dropped.state == "dropped"


def test_all_that_are_left_of_one_kind(client: Client, story: Story) -> None:
    bulk(client, story, "rest", kind="number")
    assert set(story.items.filter(state="kept").values_list("kind", flat=True)) == {"number"}


# --- Another form ---


def test_another_form_stands_below(client: Client, story: Story) -> None:
    item = story.items.get(kind="claim_evidence")
    before = story.items.count()
    url = reverse("item-another", kwargs={"pk": item.pk})
    shown = client.post(url, follow=True).content.decode()
    assert "Here is another form" in shown
    assert story.items.count() == before + 1
    assert "asked for by you" in shown


def test_where_there_is_none_it_says_so(client: Client, teacher: User) -> None:
    item = ItemFactory(story=(story := StoryFactory(teacher=teacher)), finding=FindingFactory(story=story))
    shown = client.post(reverse("item-another", kwargs={"pk": item.pk}), follow=True).content.decode()
    assert "The item stays as it is." in shown
    assert item.story.items.count() == 1

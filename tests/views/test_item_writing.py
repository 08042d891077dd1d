"""Items of the teacher's own, of every kind, and the preview beside the form."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from quizzes.factories import ItemFactory, TeacherFactory
from quizzes.flows.assigning import publish
from quizzes.flows.building import make_quiz
from quizzes.items.types import ItemKind
from quizzes.models import Item, Story, User
from quizzes.scoring.points import score
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


def common(**more: Any) -> dict[str, Any]:
    known = {"stem": "What do the articles say?", "rationale": "So they say.", "points": "2"}
    return known | {"skill": "numbers", "difficulty": "hard"} | more


def address(story: Story, kind: str, name: str = "item-create") -> str:
    return reverse(name, kwargs={"pk": story.pk, "kind": kind})


def sentence(story: Story, letter: str, at: int = 1) -> str:
    spot = story.articles.get(letter=letter).reading["sentences"][at]
    return f"{letter}:{spot['start']}:{spot['end']}"


def write(client: Client, story: Story, kind: str, **data: Any) -> Item:
    answer = client.post(address(story, kind), common(**data))
    assert answer.status_code == 302, answer.content.decode()
    return story.items.get(is_own=True)


def texts(*names: str) -> dict[str, str]:
    return {f"text_{name}": f"words {name}" for name in names}


def lines(*names: str) -> dict[str, Any]:
    return {"line": list(names), **texts(*names)}


THREE = lines("new1", "new2", "new3")


def test_the_kinds_are_offered(client: Client, story: Story) -> None:
    shown = client.get(reverse("item-new", kwargs={"pk": story.pk})).content.decode()
    assert all(address(story, kind.value) in shown for kind in ItemKind)


@pytest.mark.parametrize("kind", list(ItemKind))
def test_every_kind_has_an_empty_form(client: Client, story: Story, kind: str) -> None:
    shown = client.get(address(story, kind)).content.decode()
    assert "Begin to write" in shown
    assert "Save and keep" in shown


def test_a_kind_that_is_none_is_not_found(client: Client, story: Story) -> None:
    assert client.get(address(story, "essay")).status_code == 404


def test_a_choice_is_written(client: Client, story: Story) -> None:
    item = write(client, story, "choice", key="new2", **THREE)
    assert (item.state, item.is_own, item.is_edited, item.points) == ("kept", True, True, 2)
    assert (item.skill, item.difficulty) == ("numbers", 0.8)
    assert item.options.get(code=item.key).text == "words new2"


def test_several_right_options_are_written(client: Client, story: Story) -> None:
    item = write(client, story, "multi", key=["new1", "new3"], **THREE)
    assert [o.text for o in item.options.filter(code__in=item.key)] == ["words new1", "words new3"]


def test_a_figure_is_written(client: Client, story: Story) -> None:
    item = write(client, story, "number", low="22", high="", unit="people")
    assert item.key == {"low": 22, "high": 22, "unit": "people", "tolerance": 0}


def test_pairs_are_written_and_never_stand_side_by_side(client: Client, story: Story) -> None:
    left, right = ("newleft1", "newleft2"), ("newright1", "newright2")
    pairs = {"pair_newleft1": "newright1", "pair_newleft2": "newright2"}
    item = write(client, story, "match", line=[*left, *right], **texts(*left, *right), **pairs)
    by_code = {o.code: o for o in item.options.all()}
    said = {by_code[a].text: by_code[b].text for a, b in item.key}
    assert said == {"words newleft1": "words newright1", "words newleft2": "words newright2"}
    rights = [o.text for o in item.options.all() if o.side == "right"]
    assert rights == ["words newright2", "words newright1"]


def test_an_order_is_written_and_shown_mixed(client: Client, story: Story) -> None:
    item = write(client, story, "order", **THREE)
    by_code = {o.code: o.text for o in item.options.all()}
    assert [by_code[code] for code in item.key] == ["words new1", "words new2", "words new3"]
    assert [o.code for o in item.options.all()] != item.key


def test_sentences_are_picked_as_key(client: Client, story: Story) -> None:
    picks = [sentence(story, "A"), sentence(story, "B"), sentence(story, "A", 0)]
    item = write(client, story, "evidence", proof=picks, needed="any")
    assert [{one["article"] for one in group} for group in item.key] == [{"A"}, {"B"}]
    assert len(item.evidence) == 3
    assert item.evidence[1]["text"].startswith("At least nine")
    assert score(ItemKind.EVIDENCE, item.key, [item.key[0][0], item.key[1][0]], 2) == 2


def test_every_ticked_sentence_can_be_needed(client: Client, story: Story) -> None:
    picks = [sentence(story, "A", 0), sentence(story, "A")]
    item = write(client, story, "evidence", proof=picks, needed="all")
    assert [len(group) for group in item.key] == [1, 1]
    form = client.get(reverse("item-edit", kwargs={"pk": item.pk})).content.decode()
    assert '<option value="all" selected' in form
    assert form.count("checked") == 2


def test_a_claim_with_its_proof_is_written(client: Client, story: Story) -> None:
    item = write(client, story, "claim_evidence", key="new1", proof=[sentence(story, "B")], **THREE)
    assert item.options.get(code=item.key["choice"]).text == "words new1"
    assert item.key["groups"][0][0]["article"] == "B"


@pytest.mark.parametrize(("verdict", "key"), [("true", True), ("false", False), ("unknown", "unknown")])
def test_a_statement_is_written(client: Client, story: Story, verdict: str, key: object) -> None:
    assert write(client, story, "tf3", verdict=verdict).key == key


def test_an_open_item_is_written_with_its_levels(client: Client, story: Story) -> None:
    levels = {f"level_{n}": f"Level {n}" for n in range(3)}
    item = write(client, story, "open", names="one\ntwo", model="Because.", **levels)
    assert item.key == {
        "levels": ["Level 0", "Level 1", "Level 2"],
        "names": ["one", "two"],
        "model": "Because.",
    }


@pytest.mark.parametrize("kind", list(ItemKind))
def test_what_is_missing_is_said_and_nothing_is_stored(client: Client, story: Story, kind: str) -> None:
    shown = client.post(address(story, kind), common(stem="")).content.decode()
    assert "Before it can be saved" in shown or "Begin to write" in shown
    assert "This field is required." in shown
    assert not story.items.filter(is_own=True).exists()


@pytest.mark.parametrize("kind", ["evidence", "claim_evidence"])
def test_an_item_on_sentences_needs_some(client: Client, story: Story, kind: str) -> None:
    sent = common(key="new1", **THREE)
    assert "Tick the sentences" in client.post(address(story, kind), sent).content.decode()


def test_a_sentence_that_is_none_is_refused(client: Client, story: Story) -> None:
    sent = common(proof=["A:3:9"])
    assert (
        "not one of the available choices" in client.post(address(story, "evidence"), sent).content.decode()
    )


def test_an_own_item_can_stand_on_a_finding(client: Client, story: Story) -> None:
    finding = story.findings.filter(kind="discrepancy").get()
    form = client.get(address(story, "tf3"), {"finding": finding.pk}).content.decode()
    assert f'<option value="{finding.pk}" selected' in form
    assert write(client, story, "tf3", verdict="true", finding=str(finding.pk)).finding == finding


def test_an_own_item_is_given_to_a_class_as_it_is(client: Client, story: Story, teacher: User) -> None:
    item = write(client, story, "evidence", proof=[sentence(story, "A")])
    version = publish(make_quiz(story=story, teacher=teacher, title="Mine", items=[item]))
    frozen = version.items.get()
    assert frozen.key == item.key
    assert frozen.evidence[0]["text"].startswith("At least nine")


# --- Lines ---


def posted(client: Client, story: Story, act: str, **data: Any) -> str:
    answer = client.post(address(story, "choice"), common(act=act, **data))
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_line_is_added_without_a_word_of_what_is_missing(client: Client, story: Story) -> None:
    shown = posted(client, story, "add", key="new1", **lines("new1", "new2"))
    assert 'name="text_new3"' in shown
    assert 'value="words new2"' in shown
    assert "autofocus" in shown
    assert "field is required" not in shown
    assert not story.items.filter(is_own=True).exists()


def test_a_line_is_removed(client: Client, story: Story) -> None:
    shown = posted(client, story, "remove:new2", key="new1", **THREE)
    assert 'name="text_new2"' not in shown
    assert 'value="words new3"' in shown


def test_lines_in_order_are_moved(client: Client, story: Story) -> None:
    sent = common(act="down:new1", **THREE)
    shown = client.post(address(story, "order"), sent).content.decode()
    assert shown.index('value="words new2"') < shown.index('value="words new1"')


def test_no_more_lines_than_can_be_weighed(client: Client, story: Story) -> None:
    eight = lines(*(f"new{n}" for n in range(1, 9)))
    assert 'name="text_new9"' not in posted(client, story, "add", **eight)


def test_an_option_of_a_draft_is_added_and_removed(client: Client, teacher: User) -> None:
    item = ItemFactory(story__teacher=teacher)
    url = reverse("item-edit", kwargs={"pk": item.pk})
    sent = common(line=["o1", "o2", "new1"], key="o2", text_o1="One", text_o2="Two", text_new1="Three")
    assert client.post(url, sent).status_code == 302
    assert [o.text for o in item.options.all()] == ["One", "Two", "Three"]


# --- Preview ---


def preview(client: Client, story: Story, kind: str, **data: Any) -> str:
    answer = client.post(address(story, kind, "item-create-preview"), common(**data))
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_preview_shows_the_item_as_a_student_sees_it(client: Client, story: Story) -> None:
    shown = preview(client, story, "choice", key="new2", **THREE)
    assert "<html" not in shown
    assert "What do the articles say?" in shown
    assert shown.count('type="radio"') == 3
    assert "checked" not in shown
    assert "So they say." not in shown


def test_hints_warn_and_do_not_forbid(client: Client, story: Story) -> None:
    sent: dict[str, Any] = {"key": "new2", **THREE, "text_new3": "None of the above"}
    assert "leaves the student guessing" in preview(client, story, "choice", **sent)
    assert write(client, story, "choice", **sent).options.count() == 3


def test_the_preview_says_what_is_missing(client: Client, story: Story) -> None:
    shown = preview(client, story, "choice", **THREE)
    assert "Mark the key." in shown


@pytest.mark.parametrize("kind", list(ItemKind))
def test_the_preview_bears_a_form_that_was_hardly_begun(client: Client, story: Story, kind: str) -> None:
    assert "Why" in preview(client, story, kind, stem="Why", points="")
    assert client.post(address(story, kind, "item-create-preview"), {}).status_code == 200


def test_an_edited_draft_is_previewed_with_its_hints(client: Client, story: Story) -> None:
    for item in story.items.all():
        assert item.stem in client.get(reverse("item-edit", kwargs={"pk": item.pk})).content.decode().replace(
            "&#x27;", "'"
        )
    url = reverse("item-preview", kwargs={"pk": item.pk})
    assert "stray space" in client.post(url, common(stem="Why  so?")).content.decode()


def test_without_script_a_button_previews(client: Client, story: Story) -> None:
    sent = common(act="preview", key="new2", **THREE) | {"stem": "Is this a  question?"}
    shown = client.post(address(story, "choice"), sent).content.decode()
    assert "stray space" in shown
    assert not story.items.filter(is_own=True).exists()

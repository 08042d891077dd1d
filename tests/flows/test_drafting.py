from __future__ import annotations

import pytest

from quizzes.factories import ItemFactory, TeacherFactory
from quizzes.flows import deciding, importing
from quizzes.flows.drafting import compare_story
from quizzes.flows.findings import dismiss_finding, restore_finding
from quizzes.flows.item_records import draft_of
from quizzes.flows.records import comparison_of
from quizzes.items.proof import prove
from quizzes.models import Article, Finding, Item, Position, Story
from tests.flows.telling import COURIER, HERALD, read_story

pytestmark = pytest.mark.django_db

COURIER_UNNAMED = COURIER.replace("outlet: Bay Courier", "outlet: null")


@pytest.fixture
def story() -> Story:
    return read_story(TeacherFactory())


def again(story: Story, *, corrected: bool = False) -> bool:
    return compare_story(story_id=story.pk, token=story.reading_token, corrected=corrected)


def rename(story: Story, letter: str, outlet: str) -> None:
    """The teacher corrects an outlet."""
    article = story.articles.get(letter=letter)
    importing.correct_article(article=article, outlet=outlet, headline=None, byline=None, published=None)


def option_texts(item: Item) -> list[str]:
    return [o.text for o in item.options.all()]


def test_findings_come_with_positions_and_evidence(story: Story) -> None:
    finding = story.findings.get(kind="discrepancy")
    positions = {p.article.letter: p for p in finding.positions.all()}
    assert set(positions) == {"A", "B"}
    evidence = positions["B"].evidence[0]
    assert positions["B"].article.text[evidence["start"] : evidence["end"]] == evidence["text"]


def test_claims_get_their_occurrence(story: Story) -> None:
    occurrences = {c.occurrence for a in story.articles.all() for c in a.claims.all()}
    assert len(occurrences) == 1
    assert None not in occurrences


def test_drafts_are_stored_and_prove_again_from_the_rows(story: Story) -> None:
    items = story.items.all()
    assert {i.kind for i in items} >= {"claim_evidence", "number", "open"}
    comparison = comparison_of(story)
    assert [i.stem for i in items if not prove(draft_of(i), comparison)] == []


def test_comparing_again_keeps_the_rows(story: Story) -> None:
    before = (set(story.findings.values_list("pk", "uid")), set(story.items.values_list("pk", "uid")))
    positions = Position.objects.count()
    assert again(story)
    assert (set(story.findings.values_list("pk", "uid")), set(story.items.values_list("pk", "uid"))) == before
    assert Position.objects.count() == positions


def test_another_reading_has_the_story(story: Story) -> None:
    assert compare_story(story_id=story.pk, token="another") is False


def test_a_correction_while_comparing_is_not_lost(story: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    from quizzes.flows import drafting

    rounds: list[str] = []
    real = drafting.draft_items

    def renamed_meanwhile(comparison: object) -> object:
        if not rounds:
            rename(story, "B", "The Bay Courier on Sunday")
        rounds.append("")
        return real(comparison)  # type: ignore[arg-type]

    monkeypatch.setattr(drafting, "draft_items", renamed_meanwhile)
    again(story)
    assert len(rounds) == 2
    assert any("Bay Courier on Sunday" in i.rationale for i in story.items.all())


# --- What the teacher has decided ---


def test_a_draft_follows_a_corrected_outlet(story: Story) -> None:
    rename(story, "A", "Quay Online")
    again(story, corrected=True)
    item = story.items.get(kind="claim_evidence")
    assert option_texts(item)[0].startswith("Quay Online")


def test_a_kept_item_follows_her_own_correction(story: Story) -> None:
    item = story.items.get(kind="claim_evidence")
    deciding.keep(items=[item])
    rename(story, "A", "Quay Online")
    again(story, corrected=True)
    kept = [i for i in story.items.kept() if i.kind == "claim_evidence"]
    assert [(option_texts(i)[0].split(":")[0], i.is_stale, i.pk == item.pk) for i in kept] == [
        ("Quay Online", False, True)
    ]


def test_what_she_has_edited_is_never_overwritten(story: Story) -> None:
    item = story.items.get(kind="number")
    edit = deciding.Edit("How many were hurt at the most?", "My own reason.", 2, item.key)
    deciding.edit_item(item=item, edit=edit)
    for corrected in (False, True):
        again(story, corrected=corrected)
        item.refresh_from_db()
        assert (item.stem, item.rationale, item.points) == (edit.stem, edit.rationale, 2)
    assert item.state == Item.State.KEPT


def test_what_she_has_kept_is_not_reworded_by_a_new_reading(story: Story) -> None:
    item = story.items.get(kind="number")
    Item.objects.filter(pk=item.pk).update(state=Item.State.KEPT, rationale="As it was when she kept it.")
    again(story)
    item.refresh_from_db()
    assert item.rationale == "As it was when she kept it."


def test_what_she_has_dropped_stays_dropped(story: Story) -> None:
    item = story.items.get(kind="number")
    deciding.drop(items=[item])
    again(story)
    item.refresh_from_db()
    assert item.state == Item.State.DROPPED


def test_an_undecided_draft_goes_when_its_proof_goes(story: Story) -> None:
    story.articles.get(letter="B").delete()
    again(story)
    assert not story.items.filter(kind="number").exists()


def test_a_kept_item_is_marked_when_its_proof_goes(story: Story) -> None:
    item = story.items.get(kind="number")
    deciding.keep(items=[item])
    story.articles.get(letter="B").delete()
    again(story)
    item.refresh_from_db()
    assert item.is_stale
    assert item.state == Item.State.KEPT


def test_a_mark_goes_when_the_proof_comes_back(story: Story) -> None:
    item = story.items.get(kind="number")
    deciding.keep(items=[item])
    story.articles.filter(letter="B").update(state=Article.State.FAILED)
    again(story)
    item.refresh_from_db()
    assert item.is_stale
    story.articles.filter(letter="B").update(state=Article.State.READ)
    again(story)
    item.refresh_from_db()
    assert not item.is_stale


def test_an_item_of_her_own_stays(story: Story) -> None:
    own = ItemFactory(
        story=story, is_edited=True, state=Item.State.KEPT, stem="Which of the two do you trust?"
    )
    again(story)
    own.refresh_from_db()
    assert own.stem == "Which of the two do you trust?"


def test_a_finding_that_she_struck_stays_struck(story: Story) -> None:
    finding = story.findings.get(kind="discrepancy")
    dismiss_finding(finding=finding)
    again(story)
    assert Finding.objects.get(pk=finding.pk).is_dismissed
    assert finding not in story.findings.shown()
    restore_finding(finding=finding)
    assert finding in story.findings.shown()


def test_an_article_is_called_by_its_own_letter_where_another_is_gone() -> None:
    story = read_story(
        TeacherFactory(),
        HERALD,
        "Ferry late\n\nFour passengers were hurt on a late ferry.\n",
        COURIER_UNNAMED,
    )
    assert "Article C" in story.findings.get(kind="discrepancy").summary
    story.articles.get(letter="B").delete()
    again(story)
    assert "Article C" in story.findings.get(kind="discrepancy").summary
    assert "Article B" not in "".join(i.stem + i.rationale for i in story.items.all())

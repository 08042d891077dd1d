from __future__ import annotations

import tomllib
from pathlib import Path

from quizzes import analysis
from quizzes.items.types import ItemDraft, ItemKind, Option, Pairing, Skill
from quizzes.nlp.types import Comparison, Evidence
from tests.nlp.hand_made import claim, figure, reading, source


def test_the_version_is_the_project_s() -> None:
    project = tomllib.loads((Path(__file__).parent.parent / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["project"]["version"] == analysis.VERSION


def test_a_whole_figure_is_printed_without_a_point() -> None:
    printed = analysis.claim_json(claim("a", figure("22", 22.0), source=source("The clinic")))
    assert repr(printed["value"]["low"]) == "22"
    assert analysis.quantity_json(figure("2.5", 2.5))["low"] == 2.5
    assert printed["source"]["name"] == "The clinic"


def test_what_is_not_said_is_null() -> None:
    comparison = Comparison(
        (reading("a", "Rain fell."),), (claim("a", figure("22", 22), occurrence=None),), (), ()
    )
    printed = analysis.analysis(comparison, (), "parser 1")
    assert printed["articles"][0]["outlet"] is None
    assert printed["claims"][0]["source"] is None
    assert printed["claims"][0]["occurrence"] is None
    assert printed["engine"] == {"version": analysis.VERSION, "pipeline": "parser 1"}


def draft(options: tuple[Option, ...] | Pairing, kind: ItemKind) -> ItemDraft:
    proof = Evidence("a", 0, 4, "Rain")
    return ItemDraft(
        "i1", "f1", kind, Skill.NUMBERS, 0.5, "Who?", options, "o1", "x", "Because.", (proof,), 1, 0
    )


def test_options_are_a_list_or_two_columns() -> None:
    one, two = Option("o1", "The clinic"), Option("o2", "The navy", "wrong source")
    listed = analysis.item_json(draft((one, two), ItemKind.CHOICE))
    paired = analysis.item_json(draft(Pairing((one,), (two,)), ItemKind.MATCH))
    assert [o["misconception"] for o in listed["options"]] == [None, "wrong source"]
    assert [o["id"] for o in paired["options"]["right"]] == ["o2"]
    assert listed["evidence"] == [{"article": "a", "start": 0, "end": 4, "text": "Rain"}]

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.items.types import ItemKind
from quizzes.scoring.points import level_points, score


def pick(article: str, start: int) -> dict[str, Any]:
    return {"article": article, "start": start, "end": start + 9}


IDS = ["o1", "o2", "o3", "o4", "o5"]
GROUPS = [[pick("fair", 0), pick("fair", 10)], [pick("ferry", 0)], [pick("harbour", 20)]]
PROVING = [sentence for group in GROUPS for sentence in group]
SENTENCES = [*PROVING, pick("fair", 50), pick("ferry", 60), pick("harbour", 70)]

KEYS: dict[ItemKind, Any] = {
    ItemKind.CHOICE: "o2",
    ItemKind.TF3: False,
    ItemKind.NUMBER: {"low": 22, "high": 22, "unit": "people", "tolerance": 0},
    ItemKind.MULTI: ["o1", "o3", "o4"],
    ItemKind.MATCH: [["l1", "r2"], ["l2", "r1"], ["l3", "r4"]],
    ItemKind.ORDER: ["o2", "o1", "o4", "o3"],
    ItemKind.EVIDENCE: GROUPS,
    ItemKind.CLAIM_EVIDENCE: {"choice": "o2", "groups": GROUPS},
}
RIGHT: dict[ItemKind, Any] = {
    **KEYS,
    ItemKind.NUMBER: "22",
    ItemKind.MATCH: {"l1": "r2", "l2": "r1", "l3": "r4"},
    ItemKind.EVIDENCE: [group[0] for group in GROUPS],
    ItemKind.CLAIM_EVIDENCE: {"choice": "o2", "evidence": [group[-1] for group in GROUPS]},
}
picks = st.lists(st.sampled_from(SENTENCES), max_size=8)
RESPONSES: dict[ItemKind, st.SearchStrategy[Any]] = {
    ItemKind.CHOICE: st.sampled_from(IDS),
    ItemKind.TF3: st.sampled_from([True, False, "unknown"]),
    ItemKind.NUMBER: st.one_of(st.text(max_size=20), st.integers().map(str)),
    ItemKind.MULTI: st.lists(st.sampled_from(IDS), unique=True),
    ItemKind.MATCH: st.dictionaries(
        st.sampled_from(["l1", "l2", "l3"]), st.sampled_from(["r1", "r2", "r3", "r4", None])
    ),
    ItemKind.ORDER: st.lists(st.sampled_from(["o1", "o2", "o3", "o4"]), unique=True),
    ItemKind.EVIDENCE: picks,
    ItemKind.CLAIM_EVIDENCE: st.fixed_dictionaries(
        {"choice": st.sampled_from([*IDS, None]), "evidence": picks}
    ),
}


@pytest.mark.parametrize("kind", KEYS)
@given(data=st.data())
def test_a_score_lies_between_nothing_and_all(kind: ItemKind, data: st.DataObject) -> None:
    earned = score(kind, KEYS[kind], data.draw(RESPONSES[kind]), 4)
    assert earned is not None
    assert 0 <= earned <= 4


@pytest.mark.parametrize("kind", KEYS)
def test_the_key_earns_all(kind: ItemKind) -> None:
    assert score(kind, KEYS[kind], RIGHT[kind], 3) == 3


@pytest.mark.parametrize("kind", ItemKind)
def test_blank_earns_nothing(kind: ItemKind) -> None:
    assert score(kind, KEYS.get(kind), None, 4) == 0


@given(st.lists(st.sampled_from(IDS), unique=True), st.sampled_from(KEYS[ItemKind.MULTI]))
def test_a_further_right_option_never_lowers_multi(chosen: list[str], right: str) -> None:
    key = KEYS[ItemKind.MULTI]
    assert score(ItemKind.MULTI, key, [*{*chosen, right}], 4) >= score(ItemKind.MULTI, key, chosen, 4)  # type: ignore[operator]


@given(RESPONSES[ItemKind.MATCH], st.sampled_from(KEYS[ItemKind.MATCH]))
def test_a_further_right_pair_never_lowers_match(chosen: dict[str, Any], pair: list[str]) -> None:
    key = KEYS[ItemKind.MATCH]
    assert score(ItemKind.MATCH, key, {**chosen, pair[0]: pair[1]}, 4) >= score(
        ItemKind.MATCH, key, chosen, 4
    )  # type: ignore[operator]


@given(picks, st.sampled_from(PROVING))
def test_a_further_proving_sentence_never_lowers_evidence(chosen: list[Any], proving: Any) -> None:
    assert score(ItemKind.EVIDENCE, GROUPS, [*chosen, proving], 4) >= score(
        ItemKind.EVIDENCE, GROUPS, chosen, 4
    )  # type: ignore[operator]


@given(picks, st.randoms(use_true_random=False))
def test_the_order_of_picks_is_nothing(chosen: list[Any], chance: Any) -> None:
    shuffled = chosen[:]
    chance.shuffle(shuffled)
    assert score(ItemKind.EVIDENCE, GROUPS, shuffled, 4) == score(ItemKind.EVIDENCE, GROUPS, chosen, 4)


@given(st.permutations(["o1", "o2", "o3", "o4"]))
def test_mending_two_neighbours_never_lowers_order(response: list[str]) -> None:
    key = KEYS[ItemKind.ORDER]
    place = next((i for i in range(3) if key.index(response[i]) > key.index(response[i + 1])), None)
    if place is None:
        return
    mended = response[:]
    mended[place : place + 2] = reversed(mended[place : place + 2])
    assert score(ItemKind.ORDER, key, mended, 4) >= score(ItemKind.ORDER, key, response, 4)  # type: ignore[operator]


def earned(kind: ItemKind, response: Any) -> float:
    points = score(kind, KEYS[kind], response, 4)
    assert points is not None
    return points


@given(st.permutations(["o1", "o2", "o3", "o4"]), st.integers(0, 4), st.data())
def test_placing_one_more_after_those_it_follows_never_lowers_order(
    options: list[str], count: int, data: st.DataObject
) -> None:
    """A further option, put where all that stand already are on their right side of it."""
    key, placed, rest = KEYS[ItemKind.ORDER], options[:count], options[count:]
    if not rest:
        return
    new = data.draw(st.sampled_from(rest))
    fits = [
        n
        for n in range(len(placed) + 1)
        if all(key.index(o) < key.index(new) for o in placed[:n])
        and all(key.index(o) > key.index(new) for o in placed[n:])
    ]
    for n in fits:
        assert earned(ItemKind.ORDER, [*placed[:n], new, *placed[n:]]) >= earned(ItemKind.ORDER, placed)


@given(picks, st.sampled_from(PROVING), st.sampled_from([*IDS, None]))
def test_a_further_right_part_never_lowers_claim_evidence(
    chosen: list[Any], proving: Any, choice: str | None
) -> None:
    kind, before = ItemKind.CLAIM_EVIDENCE, {"choice": choice, "evidence": chosen}
    assert earned(kind, {"choice": choice, "evidence": [*chosen, proving]}) >= earned(kind, before)
    assert earned(kind, {"choice": "o2", "evidence": chosen}) >= earned(kind, before)


@pytest.mark.parametrize("kind", [ItemKind.MULTI, ItemKind.MATCH, ItemKind.CLAIM_EVIDENCE])
@given(data=st.data(), chance=st.randoms(use_true_random=False))
def test_the_order_of_what_was_ticked_is_nothing(kind: ItemKind, data: st.DataObject, chance: Any) -> None:
    response = data.draw(RESPONSES[kind])
    other = {
        ItemKind.MULTI: lambda: chance.sample(response, len(response)),
        ItemKind.MATCH: lambda: dict(chance.sample(list(response.items()), len(response))),
        ItemKind.CLAIM_EVIDENCE: lambda: (
            response | {"evidence": chance.sample(response["evidence"], len(response["evidence"]))}
        ),
    }[kind]()
    assert earned(kind, other) == earned(kind, response)


@pytest.mark.parametrize("kind", [ItemKind.CHOICE, ItemKind.TF3])
@given(data=st.data())
def test_one_choice_earns_all_or_nothing(kind: ItemKind, data: st.DataObject) -> None:
    response = data.draw(RESPONSES[kind])
    assert earned(kind, response) == (4 if response == KEYS[kind] else 0)


@given(st.integers(0, 10**9), st.sampled_from(["{}", "{:,}", " {} people", "at least {}", "{} "]))
def test_a_figure_earns_the_same_however_it_is_written(figure: int, written: str) -> None:
    key = {"low": figure, "high": figure, "unit": "people", "tolerance": 0}
    assert score(ItemKind.NUMBER, key, written.format(figure), 4) == 4
    assert score(ItemKind.NUMBER, key, written.format(figure + 1), 4) == 0


@pytest.mark.parametrize(
    ("kind", "empty"),
    [
        (ItemKind.CHOICE, ""),
        (ItemKind.TF3, ""),
        (ItemKind.NUMBER, "  "),
        (ItemKind.OPEN, " \n"),
        (ItemKind.MULTI, []),
        (ItemKind.EVIDENCE, []),
        (ItemKind.ORDER, [None, None]),
        (ItemKind.MATCH, {"l1": None, "l2": ""}),
        (ItemKind.CLAIM_EVIDENCE, {"choice": None, "evidence": []}),
    ],
)
def test_what_was_begun_and_emptied_is_blank(kind: ItemKind, empty: Any) -> None:
    assert score(kind, KEYS.get(kind), empty, 4) == 0


@pytest.mark.parametrize(
    ("kind", "response", "points"),
    [
        (ItemKind.CHOICE, "o1", 0),
        (ItemKind.TF3, True, 0),
        (ItemKind.MULTI, ["o1", "o3"], 4),
        (ItemKind.MULTI, ["o1", "o2"], 0),
        (ItemKind.MULTI, ["o1", "o3", "o2"], 2),
        (ItemKind.MULTI, IDS, 2),
        (ItemKind.MATCH, {"l1": "r2", "l2": "r2"}, 2),
        (ItemKind.ORDER, ["o1", "o2", "o4", "o3"], 4),
        (ItemKind.ORDER, ["o3", "o4", "o1", "o2"], 0),
        (ItemKind.ORDER, ["o2", "o1"], 1),
        (ItemKind.EVIDENCE, [PROVING[0]], 2),
        (ItemKind.EVIDENCE, [PROVING[0], PROVING[1]], 2),
        (ItemKind.EVIDENCE, [PROVING[0], PROVING[2], SENTENCES[-1]], 2),
        (ItemKind.EVIDENCE, SENTENCES, 0),
        (ItemKind.CLAIM_EVIDENCE, {"choice": "o2"}, 3),
        (ItemKind.CLAIM_EVIDENCE, {"choice": "o1", "evidence": PROVING}, 0),
        (ItemKind.CLAIM_EVIDENCE, {"choice": None, "evidence": PROVING}, 0),
        (ItemKind.CLAIM_EVIDENCE, {"choice": "o2", "evidence": [PROVING[2]]}, 4),
    ],
)
def test_partial_credit(kind: ItemKind, response: Any, points: float) -> None:
    """Out of six points; for order, out of six pairs."""
    assert score(kind, KEYS[kind], response, 6) == pytest.approx(points)


@pytest.mark.parametrize("typed", ["22", " 22 ", "twenty-two", "at least 22", "22 people"])
def test_a_figure_is_read_as_people_write_it(typed: str) -> None:
    assert score(ItemKind.NUMBER, KEYS[ItemKind.NUMBER], typed, 1) == 1


@pytest.mark.parametrize("typed", ["21", "220", "17 or 22", "many", "0"])
def test_another_figure_earns_nothing(typed: str) -> None:
    assert score(ItemKind.NUMBER, KEYS[ItemKind.NUMBER], typed, 1) == 0


@pytest.mark.parametrize("typed", ["2,500", "2500", "2 500"])
def test_thousands_may_be_marked(typed: str) -> None:
    assert (
        score(ItemKind.NUMBER, {"low": 2500, "high": 2500, "unit": "tickets", "tolerance": 0}, typed, 2) == 2
    )


@pytest.mark.parametrize(
    ("key", "typed", "points"),
    [
        ({"low": 40, "high": 60, "unit": None, "tolerance": 0}, "55", 1),
        ({"low": 40, "high": 60, "unit": None, "tolerance": 0}, "61", 0),
        ({"low": 40, "high": 60, "unit": None, "tolerance": 2}, "61", 1),
        ({"low": 22, "high": None, "unit": None, "tolerance": 0}, "22", 1),
        ({"low": 22, "high": None, "unit": None, "tolerance": 0}, "5000", 0),
    ],
)
def test_a_figure_lies_within_the_key(key: dict[str, Any], typed: str, points: float) -> None:
    assert score(ItemKind.NUMBER, key, typed, 1) == points


def test_an_open_answer_waits_for_its_grade() -> None:
    assert score(ItemKind.OPEN, {}, "Because.", 4) is None


def test_one_is_not_true() -> None:
    assert score(ItemKind.TF3, True, 1, 1) == 0


@pytest.mark.parametrize(("level", "points"), [(0, 0), (1, 2), (2, 4)])
def test_levels_earn_nothing_half_and_all(level: int, points: float) -> None:
    assert level_points(level, 4) == points


def test_a_teacher_may_set_the_levels_points() -> None:
    assert [level_points(level, 4, (1, 3, 4)) for level in range(3)] == [1, 3, 4]


@pytest.mark.parametrize("level", [-1, 3])
def test_there_are_three_levels(level: int) -> None:
    with pytest.raises(ValueError, match="level"):
        level_points(level, 4)

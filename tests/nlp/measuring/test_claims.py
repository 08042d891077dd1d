from __future__ import annotations

from collections.abc import Callable

import pytest

from quizzes.nlp.types import Bound, Claim, Reading, ValueType

Read = Callable[..., Reading]


def measured(reading: Reading) -> list[Claim]:
    """The claims without dates and words, which have tests of their own."""
    results = {"vote", "score", "record", "ratio"}
    return [
        c
        for c in reading.claims
        if c.value.type in {ValueType.NUMBER, ValueType.TIME} or c.measure in results
    ]


def figures(reading: Reading) -> list[tuple[str, str, str | None]]:
    return [(c.measure, c.value.text, c.value.unit) for c in measured(reading)]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("The blast killed 14 miners.", [("killed", "14", "miners")]),
        ("At least 14 miners were killed.", [("killed", "At least 14", "miners")]),
        ("Police said 14 had died.", [("killed", "14", None)]),
        ("The fire left 12 dead and 20 wounded.", [("killed", "12", None), ("injured", "20", None)]),
        (
            "It ended with one fatality and two injuries.",
            [("killed", "one", "fatality"), ("injured", "two", "injuries")],
        ),
        ("The death toll rose to 36.", [("killed", "36", None)]),
        ("Two girls suffered minor injuries.", [("injured", "Two", "girls")]),
        ("Nobody was hurt.", [("injured", "Nobody", None)]),
        ("There were no casualties.", [("killed", "no", "casualties"), ("injured", "no", "casualties")]),
        ("No pupils were killed or injured.", [("killed", "No", "pupils"), ("injured", "No", "pupils")]),
        ("Four hikers are missing.", [("missing", "Four", "hikers")]),
        ("Seven others remain missing.", [("missing", "Seven", "others")]),
        ("Police arrested 47 people.", [("arrested", "47", "people")]),
        ("About 900 families were evacuated.", [("displaced", "About 900", "families")]),
        ("Shells destroyed three barns.", [("destroyed", "three", "barns")]),
        ("There are 2,500 troops in the valley.", [("troops", "2,500", "troops")]),
        (
            "The army has 300 soldiers and 20 tanks there.",
            [("soldiers", "300", "soldiers"), ("tanks", "20", "tanks")],
        ),
        ("The new bridge cost $12 million.", [("cost", "$12 million", "dollars")]),
        ("The firm was fined $12 million.", [("fine", "$12 million", "dollars")]),
        ("She got a bill of $300.", [("bill", "$300", "dollars")]),
        ("The tower is 300 feet tall.", [("height", "300", "feet")]),
        ("Prices rose 4 percent.", [("rose", "4 percent", "percent")]),
        ("Unemployment fell to 5.2 percent.", [("level", "5.2 percent", "percent")]),
        ("He got 12 years in prison.", [("sentence", "12", "years")]),
        ("The council passed the plan by a vote of 28 to 19.", [("vote", "28 to 19", None)]),
        ("Lee was killed along with 19 other guards.", [("killed", "19", "other guards")]),
        ("It raised the price to $40.", [("cost", "$40", "dollars")]),
        ("He is 100 percent sure.", []),
        ("He could not pay for a $5 million cut.", [("cut", "$5 million", "dollars")]),
        ("The council passed the bill 11-2.", [("vote", "11-2", None)]),
        ("The rovers (11-2) beat the wanderers.", [("record", "11-2", None)]),
        ("The win gave them a 40-to-39 edge.", [("score", "40-to-39", None)]),
        ("It pays for a six-to-one match.", [("ratio", "six-to-one", None)]),
        (
            "Hundreds of guests fled and two cooks suffered burns.",
            [("displaced", "Hundreds", "guests"), ("injured", "two", "cooks")],
        ),
        ("Thousands flee harbour fire.", [("displaced", "Thousands", None)]),
        ("The crowd - about 900 people - was moved to safety.", [("displaced", "about 900", "people")]),
        ("Two cooks were treated for burns.", [("injured", "Two", "cooks")]),
        (
            "The estimates of how many farmers could join run from 5,000 to 6,000.",
            [("farmers", "5,000 to 6,000", "farmers")],
        ),
        ("The fall hurt 23 over 17 years.", [("injured", "23", None), ("duration", "17", "years")]),
        ("The visitors won 3-1.", [("score", "3-1", None)]),
        ("The justices decided the case 5-to-4.", [("vote", "5-to-4", None)]),
        ("She beat him by nearly three-to-one.", [("ratio", "three-to-one", None)]),
        ("They heard Lee v. Moss, No. 14-98, in May.", []),
        ("He pledged to repay the $40.", [("money", "$40", "dollars")]),
        ("She paid $40 for it.", [("paid", "$40", "dollars")]),
        ("A $28 minimum payment was due.", [("payment", "$28", "dollars")]),
        ("He held up a $100 bill.", []),
        ("He set aside $40 in cuts to pay for the road.", [("cut", "$40", "dollars")]),
        (
            "Her share increased to 40 percent from 30 percent.",
            [("level", "40 percent", "percent"), ("level", "30 percent", "percent")],
        ),
        ("She holds two associate degrees.", [("degrees", "two", "associate degrees")]),
        ("She rose over 20 years in the guild.", [("duration", "20", "years")]),
        ("They waited for over 20 years.", [("duration", "over 20", "years")]),
        ("The ferry broke down four hours into the voyage.", [("interval", "four", "hours")]),
        ("One night he sang.", []),
        ("He works seven days a week.", []),
        ("They vote every four years.", []),
        ("About one in three bakers sang.", []),
        (
            "Four of the town's 70 shops closed.",
            [("shops", "Four", "town's 70 shops"), ("shops", "70", "shops")],
        ),
        (
            "More than 40 combat and civilian deaths came.",
            [("killed", "More than 40", "combat and civilian deaths")],
        ),
        ("She sold two state-owned naval bases.", [("bases", "two", "state-owned naval bases")]),
        ("It lasted 3 minutes 32 seconds.", [("duration", "3 minutes 32 seconds", "seconds")]),
        ("The rate may be as high as 61 percent.", [("rate", "as high as 61 percent", "percent")]),
        ("They live in a town of over 30,000 in the north.", [("population", "over 30,000", None)]),
        (
            "Of the 12 senators who met, five voted no.",
            [("senators", "12", "senators"), ("senators", "five", None)],
        ),
        ("The rules are hidden in the 340 pages.", [("pages", "340", "pages")]),
        ("She spoke to her 9.2million followers.", [("followers", "9.2million", "followers")]),
        ("The law lets adults over 21 buy it.", [("age", "over 21", "years")]),
        ("Anyone 16 or older may vote.", [("age", "16", "years")]),
        ("The two mayors met.", []),
    ],
)
def test_a_frame_names_the_measure(read: Read, text: str, claims: list[tuple[str, str, str | None]]) -> None:
    assert figures(read(text)) == claims


def test_a_list_makes_a_claim_for_each(read: Read) -> None:
    reading = read("A police officer and five other drivers were also injured.")
    assert figures(reading) == [("injured", "A", "police officer"), ("injured", "five", "other drivers")]


def test_a_list_shares_its_verb(read: Read) -> None:
    reading = read("Five other drivers and a police officer were injured.")
    assert figures(reading) == [("injured", "Five", "other drivers"), ("injured", "a", "police officer")]


@pytest.mark.parametrize(
    "text",
    ["Up to 20 miners were thought to have been killed.", "Up to 20 miners are believed to have died."],
)
def test_what_is_thought_to_have_happened_is_a_claim(read: Read, text: str) -> None:
    assert figures(read(text)) == [("killed", "Up to 20", "miners")]


@pytest.mark.parametrize(
    "text",
    [
        "If a guard is killed, they will answer.",
        "The army has confirmed no casualties.",
        "The army did not confirm any casualties.",
        "The storm would have killed 20 miners.",
        "The bomb could have killed dozens.",
        "The flood may have killed 12 farmers.",
        "Doctors fear that 30 miners have died.",
        "Up to 20 miners are feared to have died.",
        "The gang threatened to kill three guards.",
        "They planned to kill ten officers.",
        "He was accused of plotting to kill 12 officers.",
        "The plot to kill 40 pilgrims was foiled.",
        "The army did not confirm that 12 villagers were killed.",
        "The army denied that four soldiers were killed.",
        "The raid did not kill five fighters.",
        "The storm is expected to kill 100 villagers.",
        "The model says 2,000 villagers will die.",
        "They want to arrest 12 smugglers.",
        "Unless the dam holds, 400 families will be evacuated.",
    ],
)
def test_what_is_only_supposed_is_no_claim(read: Read, text: str) -> None:
    assert read(text).claims == ()


@pytest.mark.parametrize(
    "text",
    [
        "He went on to kill 12 villagers.",
        "Police said 12 villagers had been killed.",
        "The army confirmed that 12 villagers were killed.",
        "The fire that killed 12 villagers may have been set.",
        "The mayor warned of floods after 12 villagers were killed.",
        "The blast, which killed 12 villagers, could delay the vote.",
        "He threatened the judge after the mob killed 12 villagers.",
    ],
)
def test_what_happened_beside_something_supposed_is_a_claim(read: Read, text: str) -> None:
    assert [(c.measure, c.value.low) for c in read(text).claims] == [("killed", 12)]


def test_the_indefinite_article_counts_a_victim(read: Read) -> None:
    (claim,) = measured(read("A civilian cook was killed in the raid."))
    assert (claim.measure, claim.value.low, claim.value.high, claim.value.bound) == (
        "killed",
        1,
        1,
        Bound.EXACT,
    )
    assert claim.counted == ("civilian", "cook") or claim.counted == ("civilian", "worker")


@pytest.mark.parametrize(
    "text",
    [
        "Two officials said the road was open.",
        "The plan does two things.",
        "He is one of the best cooks.",
        "A bridge was built.",
        "The two men left.",
        "Several plans were made.",
        "People were killed.",
        "The plan does not cut a single benefit.",
        "Several 2016 presidential candidates spoke.",
        "The “PF 1” measure aims high.",
        "They found a 9 mm pistol.",
    ],
)
def test_what_nobody_could_check_is_no_claim(read: Read, text: str) -> None:
    assert read(text).claims == ()


def test_a_claim_stands_in_its_sentence(read: Read) -> None:
    text = "The mine lies deep. A blast there killed 14 miners on Monday. Work stopped."
    (claim,) = measured(read(text))
    assert text[claim.start : claim.end] == claim.text == "A blast there killed 14 miners on Monday."
    assert text[claim.value.start : claim.value.end] == "14"


def test_the_same_text_gives_the_same_ids(read: Read) -> None:
    text = "The blast killed 14 miners and injured three guards."
    first, second = read(text), read(text)
    assert [c.id for c in first.claims] == [c.id for c in second.claims]
    assert len({c.id for c in first.claims}) == len(first.claims)
    assert len(measured(first)) == 2


@pytest.mark.parametrize(
    "text", ["", "14", "killed", "14 killed 14 killed", "—", "a a a", "no no one of", "$ 5 % -"]
)
def test_scraps_raise_nothing(read: Read, text: str) -> None:
    assert all(isinstance(c, Claim) for c in read(text).claims)


def told(read: Read, text: str) -> list[tuple[str, str, str | None]]:
    """Measure, figure and the act of the happening of each claim."""
    reading = read(text)
    acts = {h.id: h.act for h in reading.happenings}
    return [(c.measure, c.value.text, acts.get(c.happening or "")) for c in measured(reading)]


def test_a_harm_denied_far_from_the_happening_is_of_the_main_one(read: Read) -> None:
    text = (
        "Two injured in harbour blast\n\nA blast shook the harbour on Monday and injured two cooks.\n\n"
        "The mayor spoke on the radio.\n\nHe thanked the crews.\n\nThe town has a new pier.\n\nIt cost a lot.\n\n"
        "The pier is long.\n\nThe owners wrote that nobody was injured."
    )
    assert told(read, text)[-1] == ("injured", "nobody", "explosion")


def test_a_harm_of_another_year_stays_apart(read: Read) -> None:
    text = (
        "Two injured in harbour blast\n\nA blast shook the harbour on Monday and injured two cooks.\n\n"
        "The mayor spoke on the radio.\n\nHe thanked the crews.\n\nThe town has a new pier.\n\nIt cost a lot.\n\n"
        "The pier is long.\n\nIn 1987 nobody was injured."
    )
    assert told(read, text)[-1] == ("injured", "nobody", None)


def test_a_plain_figure_keeps_to_its_clause(read: Read) -> None:
    text = "The minister, who spent $84,000 on flights, resigned on Friday after the raid."
    assert told(read, text) == [("spent", "$84,000", None)]


def test_a_figure_in_a_clause_on_a_happening_is_of_it(read: Read) -> None:
    assert told(read, "The court heard a lawsuit that covers 300 farmers.") == [("farmers", "300", "lawsuit")]


@pytest.mark.parametrize(
    ("text", "measure", "figure", "counted"),
    [
        ("Two of their friends were still missing at dusk.", "missing", "Two", ("friend",)),
        ("Tram hits wall at Esk; 31 hurt, two missing", "injured", "31", ()),
    ],
)
def test_a_state_behind_those_who_are_counted(
    read: Read, text: str, measure: str, figure: str, counted: tuple[str, ...]
) -> None:
    found = [(c.measure, c.value.text, c.counted) for c in read(text).claims]
    assert (measure, figure, counted) in found

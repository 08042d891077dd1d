from __future__ import annotations

import pytest

from quizzes.nlp.findings.intruders import find_intruders
from quizzes.nlp.findings.side_by_side import SHOWN
from tests.nlp.hand_made import reading, side

FERRY = (
    "A ferry with forty passengers on board ran aground near the lighthouse on Monday evening.",
    "The captain blamed thick fog and a broken radar, and the coast guard towed the vessel into the harbour.",
    "Three passengers were treated for bruises, but nobody was seriously injured in the accident.",
    "Investigators will examine the engine room and the bridge, and the company promised to pay for hotels.",
    "Ferries between the islands stopped running until Wednesday because divers had to inspect the hulls.",
)


def with_paragraph(words: str) -> str:
    return "\n".join((*FERRY[:3], words, *FERRY[3:]))


@pytest.mark.parametrize(
    "words",
    [
        "The bakery museum of Upper Larch opens its doors again. Eleven ovens and a windmill can be admired free of charge.",
        "The Larch Valley gardening club won the county prize for roses. Its oldest rose bush was planted in 1911.",
        "A 40-year-old cyclist has died in the Larch tunnel. His bicycle was hit by a tractor near Oxbury on Monday evening.",
        "Meanwhile Rangers keeper Tom Lind has signed a contract that will tie him to Oxbury Park until 2031. Two clubs wanted him.",
        "A tame jackdaw was rescued from a church organ in Oxbury after the organist heard whistling. Wardens fed it raisins.",
        "A choir from Little Larch has recorded carols with children from four villages for Christmas.",
    ],
)
def test_a_paragraph_on_something_else_is_likely_anothers(words: str) -> None:
    (finding,) = find_intruders(side(reading("a", with_paragraph(words)), reading("b", "\n".join(FERRY))))
    assert words.startswith(finding.positions[0].evidence[0].text)
    assert finding.confidence < SHOWN


@pytest.mark.parametrize(
    "words",
    [
        "The harbour company of Larch has promised to pay the passengers for their hotels and ferries.",
        "The Larch Valley gardening club won the county prize for roses, she said.",
        "He has bought eleven ovens and a windmill for the bakery museum of Upper Larch.",
        "The bakery museum opens again with eleven ovens.",
        "Minister Otto Lind has cut short a trade journey to Oxbury. He promised “an open inquiry”.",
        "A tame jackdaw was rescued from a church organ in Oxbury, said the organist of Larch.",
        "He was rescued from a church organ in Oxbury. Wardens fed raisins to jackdaws.",
        "In 1911 eleven ovens exploded at the bakery museum of Upper Larch, killing four bakers.",
    ],
)
def test_what_points_back_or_shares_words_is_the_storys(words: str) -> None:
    assert (
        list(find_intruders(side(reading("a", with_paragraph(words)), reading("b", "\n".join(FERRY))))) == []
    )


def test_what_another_article_tells_too_is_the_storys() -> None:
    words = "A choir from Little Larch has recorded carols with children from four villages for Christmas."
    both = side(reading("a", with_paragraph(words)), reading("b", f"{FERRY[0]}\n{words}"))
    assert list(find_intruders(both)) == []

from __future__ import annotations

from collections.abc import Callable

import pytest

from quizzes.nlp.types import Reading

Read = Callable[..., Reading]


@pytest.mark.parametrize(
    "text",
    [
        "The minister came under fire over the plan.",
        "The court opened the flood gates to claims.",
        "A flood of complaints reached the office.",
        "The vote was a political earthquake for the party.",
        "The committee killed the bill on Monday.",
        "He shot a film about the valley.",
        "The judge asked the council to strike down the rule.",
        "They struck a deal on Friday.",
        "Democrats raided Medicare to pay for the plan, the senator said.",
        "It was an attack on his character.",
        "The stock market crashed on Monday.",
        "She stormed out of the room.",
        "The party won in a landslide.",
        "The senator wore a dark suit.",
        "The drug is in a clinical trial.",
        "He holds a key vote on the board.",
        "The officials who were elected spoke of elected officials.",
        "She played a video game.",
        "The workers went on strike.",
        "He resigned himself to the plan.",
        "The mayor recalled the old days.",
    ],
)
def test_a_figure_of_speech_is_no_happening(read: Read, text: str) -> None:
    acts = {h.act for h in read(text).happenings} - {"election", "vote"}
    assert acts == set()


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("A flood in Leeds killed two people.", "flood"),
        ("The club fired the coach on Monday.", "dismissal"),
        ("Soldiers came under mortar fire near Mosul.", "shooting"),
        ("The ferry sank off Leeds.", "sinking"),
        ("The maker is recalling 40,000 prams.", "recall"),
        ("A gunman killed two people in Leeds.", "shooting"),
        ("The Senate passed the bill on Monday.", "vote"),
        ("Rovers beat Athletic 3-1 on Monday.", "match"),
        ("Police raided an office in Leeds.", "raid"),
        ("Nurses began a nurses' strike over pay on Monday.", "walkout"),
        ("Ann Lee resigned on Monday.", "resignation"),
    ],
)
def test_an_act_is_read_for_what_it_is(read: Read, text: str, act: str) -> None:
    assert act in {h.act for h in read(text).happenings}

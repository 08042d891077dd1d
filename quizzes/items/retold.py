"""Statements that an article retells in its own words: which can be set out of their place, and who made them."""

from __future__ import annotations

import re

from quizzes.items import building
from quizzes.items.building import Ask
from quizzes.items.expressions import Call
from quizzes.items.matrix import Matrix
from quizzes.items.said import beside, is_given_away
from quizzes.items.sentences import telling_stems
from quizzes.items.speech_questions import NOBODY
from quizzes.items.types import ItemDraft, Skill
from quizzes.items.whose_words import (
    begins_in_the_middle,
    is_between_marks,
    rationale_of,
    sentences_around,
    sentences_of,
    sure_speaker,
)
from quizzes.items.wording import capitalised, one_line, quoted, stop
from quizzes.nlp.findings.voices import surname
from quizzes.nlp.types import Finding, Quotation, Reading

FEWEST, LONGEST = 7, 230
"""Words that a statement needs to say something, and characters that a stem can hold."""

HANGING = re.compile(
    r"(?:(?:and|but|so|yet|however)[, ]+)?(?:he|she|they|his|her|their|we|i|who|which|that|this|these|those|it|its|such"
    r"|there|then|so|whether|if|how|what|why|when|where)\b",
    re.IGNORECASE,
)
"""How a statement begins that hangs on the sentence around it, or is a question."""

SOMEBODY = re.compile(r"\b(?:he|she)\b", re.IGNORECASE)
WHOSE = re.compile(r"\b(?:him|her|his|hers|himself|herself)\b", re.IGNORECASE)
"""Words that may mean the speaker or another: where the speaker is asked for, nobody can tell."""

SAYING_INSIDE = re.compile(
    r"\b(?:said|says|told|tells|claims?|claimed|report(?:s|ed)|argue[sd]?|according|warned|wrote)\b",
    re.IGNORECASE,
)
"""Words by which a statement hands on another's: then two answers to "Who said so?" could be right."""

DAY_OR_MONTH = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December"
NAMED = re.compile(rf"\b(?!(?:The|An?|In|On|At|By|For|No|{DAY_OR_MONTH})\b)[A-Z]\w")
"""A word with a capital that is no article or preposition at the beginning, and no day."""

TORN_OFF = re.compile(
    r"\b(?:a|an|the|of|to|in|on|at|by|for|with|from|that|and|or|says?|said|is|are|was|were)$", re.I
)
"""How words end that go on in the sentence."""


def can_be_set_out(reading: Reading, statement: Quotation) -> bool:
    """True for a retold statement of one sentence that a reader understands without what stands before it."""
    words = shown_words(statement)
    if is_between_marks(statement) or not len(words.split()) >= FEWEST or len(words) > LONGEST:
        return False
    if len(sentences_around(reading, statement)) != 1 or begins_in_the_middle(reading, statement):
        return False
    behind = reading.text[statement.end :].lstrip(" ")
    is_whole = not behind.startswith((":", "“", '"', "‘")) and not TORN_OFF.search(words)
    is_own = SAYING_INSIDE.search(words) is None and not is_handed_on(reading, statement)
    is_own = is_own and WHOSE.search(words) is None and not is_told_again(reading, statement)
    return is_whole and is_own and is_clear_by_itself(words) and _marks_are_paired(words)


MOSTLY = 0.6
"""Part of a statement's telling words in another sentence that may tell the same."""


def is_told_again(reading: Reading, statement: Quotation) -> bool:
    """True where another sentence of the article may tell the same: in its own voice, or by another's word."""
    sought = telling_stems(statement.text)
    [own] = sentences_around(reading, statement)[:1]
    others = (s for s in reading.sentences if s != own)
    return any(
        len(sought & telling_stems(s.of(reading.text))) >= MOSTLY * max(1, len(sought)) for s in others
    )


def is_handed_on(reading: Reading, statement: Quotation) -> bool:
    """True where the sentence has a second verb of saying outside the statement: somebody else may have made it first."""
    [sentence] = sentences_around(reading, statement)
    before, behind = (
        reading.text[sentence.start : statement.start],
        reading.text[statement.end : sentence.end],
    )
    return len(SAYING_INSIDE.findall(f"{before} {behind}")) > 1


def is_clear_by_itself(words: str) -> bool:
    """True where no pronoun has to be looked up before the words ("he", where nobody has been named)."""
    if HANGING.match(words.lstrip("“\"'‘ ")) or " and that " in words:
        return False
    somebody = SOMEBODY.search(words) or WHOSE.search(words)
    return somebody is None or NAMED.search(words[: somebody.start()]) is not None


def _marks_are_paired(words: str) -> bool:
    return words.count("“") == words.count("”") and words.count('"') % 2 == 0


def shown_words(statement: Quotation) -> str:
    """The words as a stem shows them, on one line, without the comma that led on to "she said"."""
    return re.sub(r",(?=[”’\"']$)", "", one_line(statement.text).strip(" ,;:"))


def retold_of(matrix: Matrix, article: str, name: str) -> Quotation | None:
    """The longest statement of the person that the article retells and a stem can show; None without such."""
    reading = matrix.reading(article)
    fit = [
        q
        for q in reading.quotations
        if can_be_set_out(reading, q)
        and (s := sure_speaker(reading, q))
        and surname(s.name) == surname(name)
        and not is_given_away(name, q.text)
    ]
    return max(fit, key=lambda q: (len(one_line(q.text)), -q.start), default=None)


def who_said_so(
    matrix: Matrix, finding: Finding, seed: int, statement: Quotation, skill: Skill
) -> ItemDraft | None:
    """By whose word the article tells something, proved with the sentence."""
    speaker = sure_speaker(matrix.reading(statement.article), statement)
    evidence = sentences_of(matrix, statement)
    if speaker is None or not evidence:
        return None
    words = shown_words(statement)
    stem = (
        f"{matrix.name(statement.article)} reports this: {quoted(capitalised(words))}{stop(words)} "
        "Who said so? Then tick the sentence that shows it."
    )
    why = (
        f"{rationale_of(matrix, statement)} These are the outlet's words for what {speaker.name} said: the verb of saying"
        " shows whose statement it is."
    )
    return building.claim_evidence(
        Ask(matrix, finding, seed, skill, stem, why, evidence, 0.5),
        Call("says", (statement.article, str(statement.start))),
        (speaker.name,),
        [*beside(matrix, statement, speaker), ((NOBODY,), "attribution-overlooked")],
    )

"""Open items on what a reader can check of an unnamed source's word, and where to look next."""

from __future__ import annotations

import re

from quizzes.items import building
from quizzes.items.building import Ask
from quizzes.items.clauses import is_told_in
from quizzes.items.indefinite import INDEFINITE, insider_role, is_full_name
from quizzes.items.matrix import Matrix
from quizzes.items.own_evidence import to_look_at_first
from quizzes.items.sharing import shared_sentences
from quizzes.items.source_questions import PASSED_ON, told_of
from quizzes.items.speech_questions import shares_run
from quizzes.items.types import ItemDraft, Skill
from quizzes.items.whose_words import sentence_of, sure_speaker
from quizzes.items.wording import (
    MEASURES,
    folded,
    is_plural,
    one_line,
    quoted,
    shown_value,
    stop,
    with_article,
)
from quizzes.nlp.types import Claim, Evidence, Finding, Quotation, Reading, Source

LONGEST = 260
"""Characters that a stem can hold."""

SAME_WORDS = 8
"""Words in a row that two outlets surely have from one text."""

POINTING_BACK = re.compile(
    r"^(?:(?:and|but|so|yet|however)[, ]+)?(?:he|she|they|his|her|their|that|this|these|those|it|its|such|which)\b",
    re.IGNORECASE,
)
"""How a statement begins that hangs on the sentence before it."""

IN_PUBLIC = re.compile(
    r"\b(?:news conference|press conference|panel|hearing|testimony|testif\w+|in court|trial|court (?:papers|documents|filings?)"
    r"|statement|press release|report published|interview|speech|rally|tweet\w*|twitter|facebook|website|broadcast|television)\b",
    re.IGNORECASE,
)
"""Where something is said so that others can hear or read it again (own list): then the source hides from nobody."""

LEVELS = (
    "Says only that the source is good or bad, or takes the statement for a fact.",
    "Says that the source{who} has no name and that this makes it hard to check.",
    "Says what the article tells about the source and what it hides, gives a reason why a source may stay unnamed,"
    " and names a next step that would confirm or refute the statement.",
)


def is_bodys_word(source: Source) -> bool:
    """True for "fire department officials": so many without a number are in effect the body, and hide from nobody."""
    first = source.name.split()[0].lower()
    return insider_role(source) == "office" and is_plural(source.name) and first not in INDEFINITE


def can_it_be_checked(
    matrix: Matrix, finding: Finding, seed: int, statement: Quotation, source: Source
) -> ItemDraft | None:
    """What stands behind a statement on a nameless word; not asked of what was said in public, or has come through others."""
    evidence = sentence_of(matrix, statement)
    words = one_line(statement.text).lstrip("\"'“‘ ")
    if evidence is None or POINTING_BACK.match(words) or len(one_line(evidence.text)) > LONGEST:
        return None
    if is_bodys_word(source) or _is_no_secret(evidence.text):
        return None
    others = (r for a, r in matrix.readings.items() if a != statement.article)
    # where another outlet has the same words, looking there is no check: both may have them from one agency
    if any(shares_run(other, statement.text, SAME_WORDS) for other in others):
        return None
    outlet, said = matrix.name(statement.article), one_line(evidence.text)
    stem = (
        f"{outlet} writes: {quoted(said)}{stop(said)} What can a reader check here, and what not? "
        "Say why a source may stay unnamed, and where you would look next."
    )
    return _checking(matrix, finding, seed, stem, evidence, source, (), statement.text)


def can_the_figure_be_checked(
    matrix: Matrix, finding: Finding, seed: int, claim: Claim, source: Source
) -> ItemDraft | None:
    """The same of a number that matters."""
    outlet, topic, evidence = (
        matrix.name(claim.article),
        MEASURES[claim.measure].topic,
        matrix.evidence(claim),
    )
    if _is_no_secret(evidence.text):
        return None
    stem = (
        f"{outlet} takes one figure for the {topic}, {quoted(shown_value(claim))}, from {with_article(source)}. "
        "What can a reader check, and what not? Say why a source may stay unnamed, and where you would look next."
    )
    return _checking(matrix, finding, seed, stem, evidence, source, [claim], claim.text)


def _is_no_secret(sentence: str) -> bool:
    return IN_PUBLIC.search(sentence) is not None or PASSED_ON.search(sentence) is not None


def _checking(
    matrix: Matrix,
    finding: Finding,
    seed: int,
    stem: str,
    evidence: Evidence,
    source: Source,
    claims: list[Claim] | tuple[()],
    told: str,
) -> ItemDraft | None:
    outlet, said = matrix.name(evidence.article), quoted(one_line(evidence.text))
    who, step = with_article(source), where_to_look(matrix, evidence, source, told)
    reason = (
        f" The article gives a reason: {quoted(source.reason)}."
        if source.reason
        else " The article gives no reason why the source stays unnamed."
    )
    why = f"{outlet}: {said} The source is not named.{reason}"
    return building.open_answer(
        Ask(matrix, finding, seed, Skill.SOURCING, stem, why, (evidence,), 0.7),
        levels=(LEVELS[0], LEVELS[1].format(who="" if told_of(source) == "bare" else f" ({who})"), LEVELS[2]),
        names=[
            f"{outlet} takes it from {who}, without a name",
            "a reason why a source may stay unnamed",
            "somebody with a name or a document that could confirm it",
        ],
        model=(
            f"{outlet} writes: {said} It does not name the source.{reason} {what_is_hidden(source)}"
            f" {WHY_UNNAMED[insider_role(source)]} Some also stay unnamed to say what nobody can hold them to. What is said can be"
            f" checked all the same: {step}"
        ),
        claims=claims,
    )


WHY_UNNAMED: dict[str | None, str] = {
    "office": "People in such a post stay unnamed when they may not speak in public, or fear for their job.",
    "witness": "People who saw something may stay unnamed because they fear for their safety, or want to be left alone.",
    "bare": "Such a person may not be allowed to speak in public, or may fear for a job.",
}


def where_to_look(matrix: Matrix, evidence: Evidence, source: Source, told: str) -> str:
    """The next step: whoever spoke to the source, what the article itself has by name or on paper, or an outlet that has the same
    from somebody with a name. No outlet is named that has nobody."""
    reading = matrix.reading(evidence.article)
    if source.via and folded(source.via) not in folded(reading.outlet or ""):
        via = one_line(source.via)
        the = "the " if f"the {via}" in one_line(reading.text) else ""
        return f"it was {the}{via} that spoke to the source, so I would first look at what it wrote, and then for a named source."
    named = _named_elsewhere(matrix, evidence.article, told)
    if named is not None:
        return f"{matrix.name(named[0])} has something like it from {with_article(named[1])}, so I would compare the two."
    own = to_look_at_first(matrix, evidence)
    return (
        own
        or "I would look for a document that shows it, or for an outlet that has asked somebody with a name."
    )


def _named_elsewhere(matrix: Matrix, article: str, told: str) -> tuple[str, Source] | None:
    """An outlet that is a second check, and the named source from whom it has nearly the same."""
    for other, reading in matrix.readings.items():
        if not is_second_check(matrix, article, other):
            continue
        for quotation in reading.quotations:
            speaker = sure_speaker(reading, quotation)
            if speaker is not None and is_full_name(speaker) and is_told_in(quotation.text, told):
                return other, speaker
    return None


def is_second_check(matrix: Matrix, article: str, other: str) -> bool:
    """True for an article that neither names the outlet of the first nor has a sentence in common with it."""
    if other == article or {article, other} & matrix.comparison.copies.keys():
        return False
    first, second = matrix.reading(article), matrix.reading(other)
    return not credits(second, first.outlet) and shared_sentences(first, second) is None


def credits(reading: Reading, outlet: str | None) -> bool:
    """True where the article names the outlet, be it by its address without the end ("herald.example")."""
    name = re.sub(r"^(?:www|edition)\.|^the |\.[a-z.]+$", "", (outlet or "").casefold())
    return bool(name) and re.sub(r"\W", "", name) in re.sub(r"\W", "", reading.text.casefold())


def what_is_hidden(source: Source) -> str:
    """What the description tells of the source, and what it keeps back; in keeping with the closed question on it."""
    words = quoted(one_line(source.name))
    match told_of(source):
        case "bare":
            return (
                "So a reader does not even learn what kind of person it is: what post they have, which side they are on, and how"
                " they know it."
            )
        case "knows":
            return f"The words {words} say that the source knows of the matter, but not who it is, what post it has or which side it is on."
        case "kind":
            return f"The words {words} tell what kind of source it is, but not who: a reader cannot look the source up or ask how it knows."
        case _:
            return f"The words {words} are all that a reader learns of the source: there is no name to look up or to ask."

"""Items from one utterance that the articles give in different words, or without its marks."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from quizzes.items import building
from quizzes.items.building import Ask
from quizzes.items.expressions import Call
from quizzes.items.indefinite import is_full_name
from quizzes.items.matrix import Matrix
from quizzes.items.trimmed import trimmed_items
from quizzes.items.types import ItemDraft, Skill
from quizzes.items.unmarked import places_of, stands_marked
from quizzes.items.whose_words import sure_speaker
from quizzes.items.worded_apart import how_worded
from quizzes.items.wording import quoted
from quizzes.nlp.reuse import Word, fold_words
from quizzes.nlp.types import Evidence, Finding, Position

RUN = 6
"""Words in a row that are surely one utterance and no figure of speech."""


def quotation_items(matrix: Matrix, finding: Finding, seed: int) -> Iterator[ItemDraft | None]:
    """Who leaves out the marks, or what has been changed or cut between them."""
    positions = tuple(p for p in finding.positions if p.article in matrix.readings)
    if finding.aspect == "marks":
        yield _who_leaves_out(matrix, finding, seed, positions)
        yield _what_marks_do(matrix, finding, seed, positions)
    else:
        yield from trimmed_items(matrix, finding, seed)
        yield how_worded(matrix, finding, seed, positions)


def _bare_one(matrix: Matrix, positions: tuple[Position, ...]) -> tuple[str, str, list[str]] | None:
    """The words in common, the one article that has them without marks, and those that have them with; else None."""
    words = _common_words(positions)
    if words is None:
        return None
    marked = {p.article: stands_marked(matrix.reading(p.article), words) for p in positions}
    bare = [a for a, is_marked in marked.items() if is_marked is False]
    return (words, bare[0], [a for a, is_marked in marked.items() if is_marked]) if len(bare) == 1 else None


def _who_leaves_out(
    matrix: Matrix, finding: Finding, seed: int, positions: tuple[Position, ...]
) -> ItemDraft | None:
    found = _bare_one(matrix, positions)
    if found is None:
        return None
    words, bare, marked = found
    stem = f"Several articles have the words {quoted(words)}. Which outlet gives them as its own, without quotation marks?"
    return building.choice(
        _ask(matrix, finding, seed, positions, stem, _why_bare(matrix, positions, bare), 0.5),
        Call("unmarked", (words,)),
        (bare,),
        [((a,), "attribution-overlooked") for a in marked],
    )


def _what_marks_do(
    matrix: Matrix, finding: Finding, seed: int, positions: tuple[Position, ...]
) -> ItemDraft | None:
    """What a reader takes the words for where the marks are gone."""
    found = _bare_one(matrix, positions)
    if found is None or not found[2]:
        return None
    words, bare, marked = found
    speaker = _speaker_of(matrix, marked[0], words)
    if speaker is None:
        return None
    one, other = matrix.name(bare), matrix.name(marked[0])
    stem = (
        f"{other} puts the words {quoted(words)} between quotation marks. {one} prints them without marks. "
        f"For whose words does a reader of {one} take them? Why do the marks matter?"
    )
    return building.open_answer(
        _ask(matrix, finding, seed, positions, stem, _why_bare(matrix, positions, bare), 0.6),
        levels=(
            "Says only that the marks are missing, or that it makes no difference.",
            f"Says that without marks the words read as if {one} itself said so.",
            f"Says that without marks the words read as if {one} itself said so, that they are {speaker}'s, and why that matters: a"
            " speaker may have a side, and can be asked how they know.",
        ),
        names=[
            f"in {other} they are words of {speaker}",
            f"in {one} they read like the outlet's own report",
            "a speaker may have a side",
        ],
        model=(
            f"{other} shows by the marks that {speaker} said these words. {one} has the same words without marks, so a reader takes"
            " them for what the outlet itself knows and reports. Marks matter because a speaker may have a side: with them, a"
            f" reader can ask how {speaker} knows this, and what {speaker} wants."
        ),
    )


def _speaker_of(matrix: Matrix, article: str, words: str) -> str | None:
    """Who surely says the words between marks there, by name."""
    reading = matrix.reading(article)
    for span in places_of(reading, words):
        for quotation in reading.quotations:
            if quotation.start <= span.start and span.end <= quotation.end:
                speaker = sure_speaker(reading, quotation)
                return speaker.name if speaker is not None and is_full_name(speaker) else None
    return None


def _why_bare(matrix: Matrix, positions: tuple[Position, ...], bare: str) -> str:
    return (
        f"{_told(matrix, positions)} {matrix.name(bare)} has them without marks, so a reader takes a speaker's words for"
        " the outlet's own report."
    )


def _common_words(positions: tuple[Position, ...]) -> str | None:
    """The longest run of words that all the positions have, as the first writes them; None for a short one."""
    if not positions:
        return None
    texts = [p.value or "" for p in positions]
    common: list[Word] = list(fold_words(texts[0], 0, len(texts[0])))
    for text in texts[1:]:
        other = [w.folded for w in fold_words(text, 0, len(text))]
        match = SequenceMatcher(None, [w.folded for w in common], other, autojunk=False).find_longest_match()
        common = common[match.a : match.a + match.size]
    return texts[0][common[0].start : common[-1].end] if len(common) >= RUN else None


def _told(matrix: Matrix, positions: tuple[Position, ...]) -> str:
    return " ".join(f"{matrix.name(e.article)}: {quoted(e.text)}" for p in positions for e in p.evidence[:1])


def _ask(
    matrix: Matrix,
    finding: Finding,
    seed: int,
    positions: tuple[Position, ...],
    stem: str,
    why: str,
    difficulty: float,
) -> Ask:
    evidence: tuple[Evidence, ...] = tuple(e for p in positions for e in p.evidence[:1])
    return Ask(matrix, finding, seed, Skill.WORDING, stem, why, evidence, difficulty)

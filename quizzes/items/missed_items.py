"""Items on whose view is missing in an outlet that another lets speak, by what the person is and not by name."""

from __future__ import annotations

from collections.abc import Iterator

from quizzes.items import building
from quizzes.items.building import Ask, Distractor
from quizzes.items.expressions import Call
from quizzes.items.hearings import own_words
from quizzes.items.introduced import is_telling
from quizzes.items.introductions import introduction_of
from quizzes.items.matrix import Matrix
from quizzes.items.said import heard_by_name
from quizzes.items.types import ItemDraft, Skill
from quizzes.items.whose_words import rationale_of, sentences_of
from quizzes.items.wording import folded, quoted
from quizzes.nlp.types import Evidence, Finding, Quotation


def missed_item(matrix: Matrix, finding: Finding, seed: int, voice: tuple[str, str]) -> ItemDraft | None:
    """Whose view a reader of another outlet misses; where that outlet has too few to compare, which outlet has it."""
    article, name = voice
    told = introduction_of(matrix.reading(article), name)
    words = own_words(matrix.reading(article), name)
    if told is None or words is None or not is_telling(told):
        return None
    others = [a for a in matrix.readings if a != article and a not in matrix.comparison.copies]
    turned = others[seed % len(others) :] + others[: seed % len(others)] if others else []
    missed = (_missed(matrix, finding, seed, voice, words, other) for other in turned)
    return next((d for d in missed if d), None) or _which_outlet(matrix, finding, seed, voice, words, told)


def _missed(
    matrix: Matrix, finding: Finding, seed: int, voice: tuple[str, str], words: Quotation, other: str
) -> ItemDraft | None:
    outlet, heard_in = matrix.name(other), matrix.name(voice[0])
    stem = f"Somebody reads only {outlet}. Whose view do they miss, which {heard_in} gives?"
    told = introduction_of(matrix.reading(voice[0]), voice[1])
    why = (
        f"{rationale_of(matrix, words)} {heard_in} introduces {voice[1]} as {quoted(told or '')}. {outlet} does not mention"
        f" {voice[1]}; it quotes the others."
    )
    return building.choice(
        Ask(matrix, finding, seed, Skill.OMISSION, stem, why, _evidence(matrix, words), 0.6),
        Call("misses", (other,)),
        voice,
        list(_heard(matrix, other)),
    )


def _heard(matrix: Matrix, article: str) -> Iterator[Distractor]:
    """Whom the article quotes, each introduction once."""
    seen: set[str] = set()
    for name in heard_by_name(matrix, article):
        told = introduction_of(matrix.reading(article), name)
        if told and folded(told) not in seen:
            seen.add(folded(told))
            yield (article, name), "telling-overlooked"


def _which_outlet(
    matrix: Matrix, finding: Finding, seed: int, voice: tuple[str, str], words: Quotation, told: str
) -> ItemDraft | None:
    stem = f"One of the people quoted is introduced like this: {quoted(told)}. Which outlet’s readers get to hear this person?"
    why = (
        f"{rationale_of(matrix, words)} No other article mentions {voice[1]}: its readers miss this view and do not"
        " know that they miss it."
    )
    return building.choice(
        Ask(matrix, finding, seed, Skill.OMISSION, stem, why, _evidence(matrix, words), 0.5),
        Call("hears-from", voice),
        (voice[0],),
        [((a,), "silence-overlooked") for a in matrix.readings if a != voice[0]],
    )


def _evidence(matrix: Matrix, words: Quotation) -> tuple[Evidence, ...]:
    return sentences_of(matrix, words)

"""Open items on two words for the same people or the same thing, of which each tells something else beside."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import permutations

from quizzes.items import building
from quizzes.items.building import Ask
from quizzes.items.matrix import Matrix
from quizzes.items.texts import nearly_has_words
from quizzes.items.types import ItemDraft, Skill
from quizzes.items.wording import quoted, stop
from quizzes.nlp.findings.side_by_side import role_at
from quizzes.nlp.lexicons.word_choices import OF_PEOPLE, OF_THINGS, groups, tells_of, word_choice
from quizzes.nlp.types import Finding, Manner, Position, Role

MARKED = re.compile(r"[\"“”«»]|(?<!\w)['‘]")


def word_choice_item(matrix: Matrix, finding: Finding, seed: int) -> ItemDraft | None:
    """What each of two words tells, where one outlet has the first and surely never says it as the other does."""
    tables = {"person": OF_PEOPLE, "actor": OF_PEOPLE, "thing": OF_THINGS}
    positions = [p for p in finding.positions if _is_own(matrix, p)]
    if finding.aspect == "actor":
        # that two labels in the singular are for one man is not sure without his name
        positions = [p for p in positions if is_of_many(p.value or "")]
    for group in groups(tables.get(finding.aspect or "", "")):
        for one, other in permutations(positions, 2):
            chosen = [word_choice(p.value or "", group) for p in (one, other)]
            if chosen[0] and chosen[1] and _differ(matrix, one, other, chosen[0], chosen[1], group):
                draft = _item(matrix, finding, seed, (one, other), (chosen[0], chosen[1]), group)
                if draft is not None:
                    return draft
    return None


def is_of_many(label: str) -> bool:
    """True for a label of several people: in the plural, or "people who …"."""
    last = label.split()[-1].casefold() if label else ""
    return label.casefold().startswith("people ") or (last.endswith("s") and not last.endswith(("ss", "us")))


def _is_own(matrix: Matrix, position: Position) -> bool:
    """True for the outlet's own words, in a headline or the body."""
    if position.article not in matrix.readings or position.source is not None or not position.value:
        return False
    reading, at = matrix.reading(position.article), position.evidence[0]
    is_quoted = any(
        q.start < at.end and at.start < q.end and q.manner is not Manner.INDIRECT for q in reading.quotations
    )
    is_told = role_at(reading, at.start) in {Role.BODY, Role.HEADLINE}
    return is_told and not is_quoted and not MARKED.search(position.value)


def _differ(
    matrix: Matrix, one: Position, other: Position, ours: str, theirs: str, group: dict[str, str]
) -> bool:
    """True for words of two outlets that tell something else, where the second outlet never has the first's."""
    if one.article == other.article or tells_of(ours, group) == tells_of(theirs, group):
        return False
    text = matrix.reading(other.article).text
    return not any(nearly_has_words(text, words) for words in _known_by(one.value or "", ours))


def _known_by(label: str, word: str) -> Iterator[str]:
    """The word, with the noun that it stands before: "illegal" may stand beside other nouns."""
    words = label.split()
    at = words.index(word) if word in words else len(words) - 1
    is_before_noun = (
        at + 1 < len(words) and words[at + 1].islower() and word.islower() and words[at + 1].endswith("s")
    )
    if is_before_noun:
        yield f"{word} {words[at + 1]}"
        yield f"{word} {words[at + 1].removesuffix('s')}"
    else:
        yield word
        yield word.removesuffix("s")


def _item(
    matrix: Matrix,
    finding: Finding,
    seed: int,
    pair: tuple[Position, Position],
    chosen: tuple[str, str],
    group: dict[str, str],
) -> ItemDraft | None:
    names = [matrix.name(p.article) for p in pair]
    sentences = [matrix.sentence(p.article, p.evidence[0].start, p.evidence[0].end) for p in pair]
    if None in sentences:
        return None
    same = {"person": "person", "actor": "people"}.get(finding.aspect or "", "event")
    words, labels = [quoted(w) for w in chosen], [quoted(p.value or "") for p in pair]
    tells = [f"{word} {tells_of(w, group)}" for word, w in zip(words, chosen, strict=True)]
    stem = (
        f"{names[0]} writes {labels[0]}{stop(labels[0])} {names[1]} writes {labels[1]} of the same {same}. What does the word"
        f" {words[0]} tell a reader, and what does {words[1]} tell? Why does it matter which of them an outlet takes?"
    )
    model = (
        f"The word {tells[0]}. The word {tells[1]}. It matters because both outlets mean the same {same}: they choose what their"
        f" readers see first. Somebody who reads only {names[1]} does not find {quoted(next(_known_by(pair[0].value or '', chosen[0])))} there."
    )
    evidence = tuple(e for p in pair for e in p.evidence[:1])
    return building.open_answer(
        Ask(
            matrix,
            finding,
            seed,
            Skill.WORDING,
            stem,
            f"The word {tells[0]}. The word {tells[1]}.",
            evidence,
            0.7,
        ),
        levels=(
            "Repeats the words, or says only that they differ.",
            f"Says what one of the words tells, but not what the other does ({tells[0]}; {tells[1]}).",
            f"Says what both words tell ({tells[0]}; {tells[1]}) and that both mean the same {same}, so that the choice is the"
            " outlet’s.",
        ),
        names=[*tells, f"both mean the same {same}"],
        model=model,
    )

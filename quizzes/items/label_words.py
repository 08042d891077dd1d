"""Open items on two words for the same people or the same thing, of which each tells something else beside."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import permutations, takewhile

from quizzes.items import building
from quizzes.items.building import Ask
from quizzes.items.matrix import Matrix
from quizzes.items.texts import SAYING, SMALL
from quizzes.items.types import ItemDraft, Skill
from quizzes.items.unmarked import is_inside_speech, places_of, words_in
from quizzes.items.wording import folded, quoted, stop
from quizzes.nlp.findings.comparable import STOP
from quizzes.nlp.findings.side_by_side import role_at
from quizzes.nlp.lexicons.people import PEOPLE
from quizzes.nlp.lexicons.plain_words import PLAIN_WORDS
from quizzes.nlp.lexicons.speech import VERB_FORMS
from quizzes.nlp.lexicons.word_choices import OF_PEOPLE, OF_THINGS, echoes_of, groups, tells_of, word_choice
from quizzes.nlp.types import Evidence, Finding, Position, Reading, Role, Span

MARKED = re.compile(r"[\"“”«»]|(?<!\w)['‘]")
JOINED = frozenset({"and", "or", "&"})
"""Words before a label that is half of what somebody is called ("clerk and singer")."""
POINTED = re.compile(
    r"\b(?:the|these|those|hundreds of|thousands of|dozens of|scores of|\d[\d,]*)\s+(?:[\w-]+\s+)?$",
    re.IGNORECASE,
)
"""What stands before people who are these and no others; a bare plural may mean each time other ones of the kind."""
CROWDS = frozenset({"crowd", "mob", "horde"})
NEAR, STEM = 4, 5
"""Words on either side of a label that tell what its people do; letters by which one is known again."""
TOLD_OF_THESE, TOLD_OF_KIND, TOLD_OF_EVENT = 1, 2, 2
"""Telling words that two labels must have in common beside them to be surely for the same people, or in their sentences to be
for the same event."""


def word_choice_item(matrix: Matrix, finding: Finding, seed: int) -> ItemDraft | None:
    """What each of two words tells, where one outlet has the first and surely never says it as the other does."""
    tables = {"person": OF_PEOPLE, "actor": OF_PEOPLE, "thing": OF_THINGS}
    positions = [own for p in finding.positions if (own := _own(matrix, p))]
    if finding.aspect == "actor":
        # that two labels in the singular are for one man is not sure without his name
        positions = [p for p in positions if is_of_many(p.value or "")]
    for group in groups(tables.get(finding.aspect or "", "")):
        for one, other in permutations(positions, 2):
            chosen = [word_choice(p.value or "", group) for p in (one, other)]
            if not chosen[0] or not chosen[1]:
                continue
            is_same = finding.aspect == "person" or is_of_one(matrix, one, other)
            if is_same and _differ(matrix, one, other, chosen[0], chosen[1], group):
                draft = _item(matrix, finding, seed, (one, other), (chosen[0], chosen[1]), group)
                if draft is not None:
                    return draft
    return None


def is_of_many(label: str) -> bool:
    """True for a label of several people: in the plural, "people who …", or a crowd."""
    last = label.split()[-1].casefold() if label else ""
    return (
        label.casefold().startswith("people ")
        or last in CROWDS
        or (last.endswith("s") and not last.endswith(("ss", "us")))
    )


def _own(matrix: Matrix, position: Position) -> Position | None:
    """The label with the first place at which it is the outlet's own; None where there is none."""
    if position.article not in matrix.readings or position.source is not None:
        return None
    text = matrix.reading(position.article).text
    places = _own_places(matrix, position)
    shown = tuple(Evidence(position.article, at.start, at.end, at.of(text)) for at in places[:1])
    return replace(position, evidence=shown) if shown else None


def _own_places(matrix: Matrix, position: Position) -> list[Span]:
    """Where a label stands in the outlet's own words: not what somebody says, and not half of what it is called there."""
    reading, label = matrix.reading(position.article), position.value or ""
    if MARKED.search(label):
        return []
    return [
        at
        for at in places_of(reading, label)
        if _is_told(matrix, reading, at) and not _is_joined(reading, at)
    ]


def _is_told(matrix: Matrix, reading: Reading, at: Span) -> bool:
    role = role_at(reading, at.start)
    sentence = matrix.sentence(reading.article, at.start, at.end)
    if sentence is None or role not in {Role.BODY, Role.HEADLINE} or is_inside_speech(reading, at):
        return False
    is_quoted = any(q.start < at.end and at.start < q.end for q in reading.quotations)
    return not is_quoted and (role is Role.HEADLINE or not _is_reported(sentence.of(reading.text)))


def _is_reported(text: str) -> bool:
    """True for a sentence that says where it has something from, or has a clause behind any verb of saying or thinking."""
    clauses = (m[1].split() for m in re.finditer(r"((?:[\w'’-]+\s+){1,3})that\b", text))
    return bool(SAYING.search(text)) or any(w.casefold() in VERB_FORMS for words in clauses for w in words)


def _is_joined(reading: Reading, at: Span) -> bool:
    return any(word.casefold() in JOINED for word in reading.text[: at.start].split()[-1:])


def _differ(
    matrix: Matrix, one: Position, other: Position, ours: str, theirs: str, group: dict[str, str]
) -> bool:
    """True for words of two outlets that tell something else, where neither has a word elsewhere that tells what the other's does."""
    if one.article == other.article or tells_of(ours, group) == tells_of(theirs, group):
        return False
    if not all(_is_bare(p, word) for p, word in ((one, ours), (other, theirs))):
        return False
    alike = {w for w, tells in group.items() if tells == tells_of(ours, group)}
    if _has_begun(matrix, other, echoes_of(ours) | alike | {ours}) or _has_begun(
        matrix, one, echoes_of(theirs) | {theirs}
    ):
        return False
    return not any(_has_third(matrix.reading(p.article), {ours, theirs}, group) for p in (one, other))


def _has_begun(matrix: Matrix, position: Position, begins: AbstractSet[str]) -> bool:
    """True where the article has a word that begins so."""
    own = re.compile(rf"(?<![\w-])(?:{'|'.join(sorted(map(re.escape, begins)))})", re.IGNORECASE)
    return bool(begins) and bool(own.search(matrix.reading(position.article).text))


def _has_third(reading: Reading, chosen: set[str], group: dict[str, str]) -> bool:
    """True where an article also has a word of the group that tells what neither of the two does: its choice was another."""
    known = {tells_of(word, group) for word in chosen}
    return any(tells not in known for w in words_in(reading.text) if (tells := tells_of(w.folded, group)))


def _is_bare(position: Position, word: str) -> bool:
    """True where the words of a label before the chosen one tell nothing that would have to be weighed too ("Big Win")."""
    before = takewhile(lambda w: w != word, (position.value or "").split())
    return all(w.casefold() in PLAIN_WORDS | PEOPLE | SMALL for w in before)


def is_of_one(matrix: Matrix, one: Position, other: Position) -> bool:
    """True where two labels without a name are surely for the same: the same is told of these people, or in both sentences."""
    is_people = is_of_many(one.value or "") and is_of_many(other.value or "")
    pairs = [(a, b) for a in _own_places(matrix, one) for b in _own_places(matrix, other)]
    return any(_agree(matrix, (one, a), (other, b), is_people=is_people) for a, b in pairs)


def _agree(
    matrix: Matrix, one: tuple[Position, Span], other: tuple[Position, Span], *, is_people: bool
) -> bool:
    told, are_these = [], []
    for position, at in (one, other):
        reading = matrix.reading(position.article)
        sentence = matrix.sentence(position.article, at.start, at.end) or at
        before, after = reading.text[sentence.start : at.start], reading.text[at.end : sentence.end]
        near = (
            (before.split()[-NEAR:], after.split()[:NEAR]) if is_people else (before.split(), after.split())
        )
        told.append(_stems(" ".join([*near[0], *near[1]])))
        are_these.append(bool(POINTED.search(before)))
    least = (TOLD_OF_THESE if all(are_these) else TOLD_OF_KIND) if is_people else TOLD_OF_EVENT
    return len(told[0] & told[1]) >= least


def _stems(text: str) -> set[str]:
    return {w[:STEM] for w in re.findall(r"[^\W\d_]+", folded(text)) if len(w) > NEAR - 1 and w not in STOP}


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
    matters = f"readers take over a word together with the news: who meets only one of the two thinks of the {same} as that word does"
    model = f"The word {tells[0]}. The word {tells[1]}. It matters because {matters}, and does not know that there was a choice."
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
            f"Says what both words tell ({tells[0]}; {tells[1]}) and why the choice matters (readers think of the {same} as the"
            " word does).",
        ),
        names=[*tells, matters],
        model=model,
    )

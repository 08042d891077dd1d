"""Putting an item together: options in seeded order, the proof that binds them, an id from what the item says.

Every builder gives None where no sound, proved item comes out: better no item than a doubtful one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import islice
from random import Random
from typing import Any

from quizzes.items.asking import Undecided
from quizzes.items.distractor_sets import best_sets
from quizzes.items.expressions import Binding, Call, Proof, Term
from quizzes.items.groups import NoSentence
from quizzes.items.linter import is_sound
from quizzes.items.matrix import Matrix, NotInMatrix
from quizzes.items.proof import figure_of, follows, proving_groups, told_by, verdict
from quizzes.items.questions import QUESTIONS
from quizzes.items.types import ItemDraft, ItemKind, Option, Pairing, Skill
from quizzes.nlp.types import Claim, Evidence, Finding

OPTIONS = 4
"""Options of a choice item at most: three good distractors are rarely found (Rodriguez 2005, "Three options are optimal")."""
DISTRACTORS_LEAST = 2
TRIES = 40
"""Sets of distractors tried for one without a clue by length."""
LEFT_LEAST = 3
KEYS_LEAST, OPTIONS_OF_MULTI = 2, 5
"""Right options of a multi item at least, and options of one at most: five can still be weighed one by one on a phone."""


Distractor = tuple[Term, str]
"""What a distractor answers, and the misconception that picks it."""


@dataclass(frozen=True)
class Ask:
    """What all items share: where they come from, what they ask, and why the key is right."""

    matrix: Matrix
    finding: Finding
    seed: int
    skill: Skill
    stem: str
    rationale: str
    evidence: tuple[Evidence, ...]
    difficulty: float

    def random(self, call: Call) -> Random:
        """Chance that is the same for the same form; names of outlets have no part in it."""
        return Random(f"{self.seed} {self.finding.id} {call}")


def choice(
    ask: Ask, call: Call, key: Term, distractors: Iterable[Distractor], *, points: int = 1
) -> ItemDraft | None:
    """A choice item: the key and two or three refuted distractors."""
    return _first_sound(ask, _choices(ask, call, key, distractors, points))


def claim_evidence(
    ask: Ask, call: Call, key: Term, distractors: Iterable[Distractor], *, points: int = 4
) -> ItemDraft | None:
    """A choice item whose answer has to be proved with sentences; None where a proving sentence cannot be picked."""
    try:
        groups = proving_groups(ask.matrix, call, key)
    except (NoSentence, NotInMatrix, Undecided):
        return None
    drafts = (
        replace(d, kind=ItemKind.CLAIM_EVIDENCE, key={"choice": d.key, "groups": groups})
        for d in _choices(ask, call, key, distractors, points)
    )
    return _first_sound(ask, drafts)


def multi(
    ask: Ask, call: Call, keys: Sequence[Term], distractors: Iterable[Distractor], *, points: int = 2
) -> ItemDraft | None:
    """An item with two or more right options and at least one refuted distractor; never are all options right."""
    question, random = QUESTIONS[call.name], ask.random(call)
    right = _right(ask, call, keys)
    refuted = _refuted(ask, call, keys[0], distractors) if len(right) >= KEYS_LEAST else []
    texts = {question.text(ask.matrix, term).casefold() for term in right}
    wrong = [d for d in refuted if question.text(ask.matrix, d[0]).casefold() not in texts]
    if not wrong:
        return None
    random.shuffle(right)
    random.shuffle(wrong)
    chosen = right[: OPTIONS_OF_MULTI - 1]
    terms: list[tuple[Term, str | None]] = [(term, None) for term in chosen]
    terms += wrong[: OPTIONS_OF_MULTI - len(chosen)]
    random.shuffle(terms)
    options, bindings = _bound_options(ask, call, terms)
    if len(options) <= KEYS_LEAST:
        return None
    key = [o.id for o in options if o.misconception is None]
    return _first_sound(
        ask, [_draft(ask, ItemKind.MULTI, options, key, Proof(call, bindings), points=points)]
    )


def evidence(ask: Ask, call: Call, key: Term, *, points: int = 2) -> ItemDraft | None:
    """An item that is answered by picking the sentences that prove `key`; None where they cannot all be told."""
    try:
        groups = proving_groups(ask.matrix, call, key)
    except (NoSentence, NotInMatrix, Undecided):
        return None
    bindings = (Binding("key", key, QUESTIONS[call.name].text(ask.matrix, key)),)
    return _first_sound(
        ask, [_draft(ask, ItemKind.EVIDENCE, (), groups, Proof(call, bindings), points=points)]
    )


def tf3(
    ask: Ask, call: Call, statement: Term, *, misconceptions: Sequence[tuple[str, str]] = (), points: int = 1
) -> ItemDraft | None:
    """A statement to be called true, false, or not to be told from these articles, as the matrix decides it.

    `misconceptions` name what a wrong verdict ("true", "false" or "unknown") shows.
    """
    try:
        key = verdict(ask.matrix, call, statement)
        reads = QUESTIONS[call.name].text(ask.matrix, statement)
    except (NotInMatrix, Undecided):
        return None
    named = tuple(sorted((wrong, name) for wrong, name in misconceptions if wrong != str(key).lower()))
    draft = _draft(
        ask, ItemKind.TF3, (), key, Proof(call, (Binding("statement", statement, reads),)), points=points
    )
    return _first_sound(ask, [replace(draft, misconceptions=named)])


def order(ask: Ask, call: Call, terms: Sequence[Term], *, points: int = 2) -> ItemDraft | None:
    """Options to be put in order; `call` holds of (*earlier, *later) for each two of `terms`, and of none turned round."""
    if not LEFT_LEAST <= len(terms) <= OPTIONS_OF_MULTI:
        return None
    try:
        shown = [(term, QUESTIONS[call.name].text(ask.matrix, term)) for term in terms]
    except (NotInMatrix, Undecided):
        return None
    shuffled = list(range(len(shown)))
    random = ask.random(call)
    while shuffled == sorted(shuffled):
        random.shuffle(shuffled)
    place = {n: f"o{i}" for i, n in enumerate(shuffled, 1)}
    options = tuple(Option(place[n], shown[n][1], article=_article(ask, shown[n][0])) for n in shuffled)
    bindings = tuple(Binding(place[n], *shown[n]) for n in shuffled)
    key = [place[n] for n in range(len(shown))]
    return _first_sound(
        ask, [_draft(ask, ItemKind.ORDER, options, key, Proof(call, bindings), points=points)]
    )


def match(
    ask: Ask, call: Call, pairs: Sequence[tuple[Term, Term]], *, articles: bool = True
) -> ItemDraft | None:
    """A match item of the pairs that exclude each other: a left entry that could take a second partner is left out."""
    clear = _clear_pairs(ask, call, pairs)
    if len(clear) < LEFT_LEAST:
        return None
    random, text = ask.random(call), QUESTIONS[call.name].text
    rights = in_place = [right for _, right in clear]
    while rights == in_place:
        rights = random.sample(in_place, len(in_place))
    left = [(f"l{i}", term) for i, (term, _) in enumerate(clear, 1)]
    right = [(f"r{i}", term) for i, term in enumerate(rights, 1)]
    place = {term: name for name, term in right}
    draft = _draft(
        ask,
        ItemKind.MATCH,
        Pairing(
            tuple(Option(i, text(ask.matrix, t), article=str(t[0]) if articles else None) for i, t in left),
            tuple(Option(i, text(ask.matrix, t)) for i, t in right),
        ),
        [[f"l{i}", place[term]] for i, (_, term) in enumerate(clear, 1)],
        Proof(call, tuple(Binding(i, t, text(ask.matrix, t)) for i, t in (*left, *right))),
        points=len(clear),
    )
    return _first_sound(ask, [draft])


def number(
    ask: Ask, call: Call, *, unit: str | None, wrong: Sequence[tuple[float, str]], points: int = 1
) -> ItemDraft | None:
    """A number item; `wrong` are figures a student may type, each with its misconception."""
    try:
        found = figure_of(ask.matrix, call)
    except (NotInMatrix, Undecided):
        return None
    if found is None:
        return None
    key = {"low": plain(found), "high": plain(found), "unit": unit, "tolerance": 0}
    named = {str(plain(figure)): name for figure, name in reversed(wrong) if figure != found}
    draft = _draft(ask, ItemKind.NUMBER, (), key, Proof(call), points=points)
    return _first_sound(ask, [replace(draft, misconceptions=tuple(sorted(named.items())))])


def open_answer(
    ask: Ask,
    *,
    levels: tuple[str, str, str],
    names: Sequence[str],
    model: str,
    claims: Sequence[Claim] = (),
    points: int = 4,
) -> ItemDraft | None:
    """An open item with its rubric (Basic, Emergent, Proficient), what a full answer names, and a model answer."""
    key = {"levels": list(levels), "names": list(names), "model": model}
    bindings = tuple(Binding(f"n{i}", (c.id,), told_by(ask.matrix, c)) for i, c in enumerate(claims, 1))
    draft = _draft(ask, ItemKind.OPEN, (), key, Proof(Call("from"), bindings), points=points)
    return _first_sound(ask, [draft])


def plain(figure: float) -> float | int:
    """22 rather than 22.0."""
    return int(figure) if float(figure).is_integer() else figure


def _choices(
    ask: Ask, call: Call, key: Term, distractors: Iterable[Distractor], points: int
) -> Iterator[ItemDraft]:
    """Drafts with ever other distractors, the best set first: more of them, and of more misconceptions."""
    refuted = _refuted(ask, call, key, distractors)
    random = ask.random(call)
    random.shuffle(refuted)
    for chosen in islice(best_sets(refuted, range(DISTRACTORS_LEAST, OPTIONS)), TRIES):
        terms: list[tuple[Term, str | None]] = [(key, None), *chosen]
        random.shuffle(terms)
        options, bindings = _bound_options(ask, call, terms)
        right = next(o.id for o in options if o.misconception is None)
        yield _draft(ask, ItemKind.CHOICE, options, right, Proof(call, bindings), points=points)


def _bound_options(
    ask: Ask, call: Call, terms: Sequence[tuple[Term, str | None]]
) -> tuple[tuple[Option, ...], tuple[Binding, ...]]:
    """The options in their order, a key's without misconception, and what each stands for."""
    options = tuple(
        Option(f"o{i}", QUESTIONS[call.name].text(ask.matrix, term), misconception, _article(ask, term))
        for i, (term, misconception) in enumerate(terms, 1)
    )
    return options, tuple(Binding(o.id, term, o.text) for o, (term, _) in zip(options, terms, strict=True))


def _right(ask: Ask, call: Call, terms: Iterable[Term]) -> list[Term]:
    """Those of the terms that are surely right and read unlike each other."""
    question = QUESTIONS[call.name]
    found: dict[str, Term] = {}
    for term in terms:
        try:
            if question.holds(ask.matrix, call.arguments, term):
                found.setdefault(question.text(ask.matrix, term).casefold(), term)
        except (NotInMatrix, Undecided):
            continue
    return list(found.values())


def _refuted(ask: Ask, call: Call, key: Term, distractors: Iterable[Distractor]) -> list[Distractor]:
    """The distractors that are surely wrong and read unlike the key and each other."""
    question = QUESTIONS[call.name]
    seen: set[str] = set()
    found = []
    try:
        if not question.holds(ask.matrix, call.arguments, key):
            return []
        seen.add(question.text(ask.matrix, key).casefold())
    except (NotInMatrix, Undecided):
        return []
    for term, misconception in distractors:
        try:
            is_wrong = not question.holds(ask.matrix, call.arguments, term)
            text = question.text(ask.matrix, term).casefold()
        except (NotInMatrix, Undecided):
            continue
        if is_wrong and text not in seen:
            seen.add(text)
            found.append((term, misconception))
    return found


def _clear_pairs(ask: Ask, call: Call, pairs: Sequence[tuple[Term, Term]]) -> list[tuple[Term, Term]]:
    """The pairs, dropped one by one until each left has just its own right."""
    clear: list[tuple[Term, Term]] = []
    for left, right in pairs:
        if all(right != other for _, other in clear) and _fits(ask, call, [*clear, (left, right)]):
            clear.append((left, right))
    return clear


def _fits(ask: Ask, call: Call, pairs: Sequence[tuple[Term, Term]]) -> bool:
    question = QUESTIONS[call.name]
    try:
        return all(
            question.holds(ask.matrix, call.arguments, (*left, *right)) is (left == owner)
            for left, _ in pairs
            for owner, right in pairs
        )
    except (NotInMatrix, Undecided):
        return False


def _draft(
    ask: Ask, kind: ItemKind, options: tuple[Option, ...] | Pairing, key: Any, proof: Proof, *, points: int
) -> ItemDraft:
    return ItemDraft(
        id="",
        finding=ask.finding.id,
        kind=kind,
        skill=ask.skill,
        difficulty=ask.difficulty,
        stem=ask.stem,
        options=options,
        key=key,
        proof=str(proof),
        rationale=ask.rationale,
        evidence=ask.evidence,
        points=points,
        form=ask.seed,
    )


def _first_sound(ask: Ask, drafts: Iterable[ItemDraft]) -> ItemDraft | None:
    for draft in drafts:
        if is_sound(draft) and follows(draft, ask.matrix):
            return replace(draft, id=_id(draft))
    return None


def _id(draft: ItemDraft) -> str:
    """An id from what the item rests on and its form: a second reading gives the same, also after an outlet is renamed."""
    rests_on = re.sub(r' reads "(?:[^"\\]|\\.)*"', "", draft.proof)
    said = (draft.finding, draft.kind.value, rests_on, draft.form)
    return f"item-{sha256(repr(said).encode()).hexdigest()[:12]}"


def _article(ask: Ask, term: Term) -> str | None:
    first = term[0]
    return first if isinstance(first, str) and first in ask.matrix.readings else None

"""Items from different words for one actor: whose words they are, and what they make a reader think."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizzes.items import building
from quizzes.items.building import Ask
from quizzes.items.expressions import Call, Term
from quizzes.items.judging import MARKS
from quizzes.items.matrix import Matrix
from quizzes.items.texts import has_words, nearly_has_words
from quizzes.items.tone_questions import judging_in, place_term
from quizzes.items.types import ItemDraft, Skill
from quizzes.items.wording import is_plural, listed, quoted
from quizzes.nlp.types import Evidence, Finding, Position, Span

SHORTEST = 5
"""Letters of a label at least: "men" or "mob" are too easily missed elsewhere in a text."""

COUNTING = frozenset(
    "different several many various other others numerous some more most few all both certain such same another".split()
)
"""Words that begin a label and say how many or which, not what."""
CLAUSE = frozenset("who whose that which long still once".split())
"""Words that begin a clause about somebody: no name for them to set beside others."""


def label_items(matrix: Matrix, finding: Finding, seed: int) -> Iterator[ItemDraft | None]:
    """Items of one choice of labels, where a label judges or says something else of a person; none on mere synonyms."""
    own = labels_of_one_article(matrix, finding)
    judging = [p for p in finding.positions if _judges(matrix, p) and not _is_verb(p.value or "")]
    if not judging:
        own = _unlike(own, finding.aspect) if finding.aspect in NAMING else ()
        if len(own) < PAIR:
            return
    yield _telling(matrix, finding, seed, judging)
    if judging or finding.aspect != "person":
        yield _weigh(matrix, finding, seed, _first_judging(own, judging))
    else:
        yield _picked(matrix, finding, seed, own)
    if finding.aspect in NAMING:
        yield _match(matrix, finding, seed, own)


NAMING = frozenset({"person", "actor"})
"""Aspects under which what an outlet picks to say of somebody is worth a question even where no word judges."""
PAIR = 2


def _unlike(own: tuple[Position, ...], aspect: str | None) -> tuple[Position, ...]:
    """The labels that say something of their own, none with a word of another but names and small ones.

    Of a person at least one has to say more than an office: a nominee may be called candidate, and nothing is learnt by it.
    """
    kept: list[Position] = []
    for position in own:
        words = _content(position)
        if (
            words
            and len((position.value or "").split()) >= PAIR
            and not any(words & _content(p) for p in kept)
        ):
            kept.append(position)
    if aspect == "person" and not any(_content(p) - OFFICES for p in kept):
        return ()
    return tuple(kept)


def _content(position: Position) -> frozenset[str]:
    """The stems of a label's words but for names, small words and what is no more than an office's rank."""
    words = re.findall(r"\b[a-z][a-z-]{3,}", position.value or "")
    return frozenset(w[:STEM] for w in words) - UNTELLING


STEM = 6
OFFICES = frozenset(
    w[:STEM]
    for w in """nominee candidate rival opponent challenger staffer staff aide adviser advisor worker employee greeter
    presidential congressional political press campaign chairman chairwoman leader spokesman spokeswoman representative
    secretary president minister mayor governor senator congressman congresswoman director professor officer official agent
    judge justice lawyer attorney captain coach player editor republican democratic likely presumptive current""".split()
)
"""Stems of words for offices and trades (own list), and of what stands before them."""
UNTELLING = frozenset(
    {"former", "with", "from", "that", "their", "senior", "chief", "whose", "have", "been", "year-o"}
)


def _judges(matrix: Matrix, position: Position) -> bool:
    """True where the label holds a word that surely judges, in the outlet's own voice."""
    if position.article not in matrix.readings or position.source is not None:
        return False
    first = position.evidence[0]
    found = judging_in(matrix, position.article, Span(first.start, first.end))
    return found is not None and found.tone.voice is None


def _first_judging(own: tuple[Position, ...], judging: list[Position]) -> tuple[Position, ...]:
    """The labels to weigh: one that judges beside those of other articles."""
    first = next((p for p in judging if p in own), None)
    return own if first is None else (first, *(p for p in own if p.article != first.article))


def _telling(matrix: Matrix, finding: Finding, seed: int, judging: list[Position]) -> ItemDraft | None:
    """Which label judges, or which ones do where several do."""
    what = {"person": "person", "actor": "people"}.get(finding.aspect or "", "thing")
    stem = f"The outlets use these words for the same {what}. "
    keys = {p.value: _place(p) for p in judging}
    plain = [
        p
        for p in finding.positions
        if p.article in matrix.readings and not _judges(matrix, p) and not _is_verb(p.value or "")
    ]
    others = [(_place(p), "strong-fact-read-as-judgement") for p in plain]
    if len(keys) == 1:
        one = f"{stem}Which words show best what the outlet thinks of {THEM.get(what, 'it')}?"
        ask = _ask(matrix, finding, seed, tuple(judging[:1]), one, 0.5)
        return building.choice(ask, Call("label-judges", ("most",)), _place(judging[0]), others)
    several = f"{stem}Which of them add a judgement or a feeling? Choose all that do."
    ask = _ask(matrix, finding, seed, tuple(judging), several, 0.5)
    return building.multi(ask, Call("label-judges"), list(keys.values()), others)


THEM = {"person": "this person", "people": "them"}


def _place(position: Position) -> Term:
    first = position.evidence[0]
    return place_term(position.article, Span(first.start, first.end))


def labels_of_one_article(matrix: Matrix, finding: Finding) -> tuple[Position, ...]:
    """The longest label of each article that no other article of the story uses or nearly uses."""
    chosen: dict[str, Position] = {}
    for position in sorted(finding.positions, key=lambda p: -len(p.value or "")):
        words = position.value or ""
        others = [r.text for a, r in matrix.readings.items() if a != position.article]
        if position.source is not None or len(words) < SHORTEST or position.article not in matrix.readings:
            continue
        if words.split()[0].casefold() in COUNTING | CLAUSE or _is_verb(words) or MARKS.search(words):
            continue
        if not any(has_words(t, words) or nearly_has_words(t, words) for t in others):
            chosen.setdefault(position.article, position)
    return tuple(chosen[a] for a in matrix.readings if a in chosen)


def _is_verb(words: str) -> bool:
    """True for what looks like a lone verb ("criticized"): it tells an act and names nothing."""
    return " " not in words and words.casefold().endswith(("ed", "ing", "es"))


def _match(matrix: Matrix, finding: Finding, seed: int, own: tuple[Position, ...]) -> ItemDraft | None:
    if len(own) < 3:
        return None
    ask = _ask(matrix, finding, seed, own, "Match each outlet with the words that it alone uses.", 0.4)
    return building.match(ask, Call("uses"), [((p.article,), (p.value or "",)) for p in own])


def _weigh(matrix: Matrix, finding: Finding, seed: int, own: tuple[Position, ...]) -> ItemDraft | None:
    if len(own) < 2:
        return None
    one, other = own[:2]
    names = [f"{matrix.name(p.article)}: {quoted(p.value or '')}" for p in (one, other)]
    outlets = [matrix.name(p.article) for p in (one, other)]
    stem = (
        f"{outlets[0]} writes {quoted(one.value or '')}. {outlets[1]} writes {quoted(other.value or '')}."
        " What does each choice of words make a reader think? What in them can be checked, and what is a judgement?"
    )
    ask = _ask(matrix, finding, seed, (one, other), stem, 0.8)
    return building.open_answer(
        ask,
        levels=(
            "Repeats the words, or says only that they differ.",
            f"Quotes both ({listed(names)}) and says what one of them makes a reader think.",
            "Quotes both, says what each makes a reader think, and tells what can be checked from what is a judgement,"
            " with a plainer word where one is needed.",
        ),
        names=names,
        model=(
            f"{outlets[0]} writes {quoted(one.value or '')}, {outlets[1]} {quoted(other.value or '')}. These are words"
            f" for the same {_what(finding, one)}, but {_apart(one, other)}. A reader of only one article gets only one picture."
            f" {THING_CHECKED if finding.aspect == 'thing' else ACTOR_CHECKED}"
        ),
    )


def _picked(matrix: Matrix, finding: Finding, seed: int, own: tuple[Position, ...]) -> ItemDraft | None:
    """What two outlets pick to tell of one person, where neither judges."""
    one, other = own[:PAIR]
    outlets = [matrix.name(p.article) for p in (one, other)]
    words = [quoted(p.value or "") for p in (one, other)]
    stem = (
        f"{outlets[0]} writes {words[0]} of a person. {outlets[1]} writes {words[1]} of the same person."
        " What does each outlet pick to tell? What will a reader of only one of them think of this person?"
    )
    names = [f"{outlet}: {told}" for outlet, told in zip(outlets, words, strict=True)]
    return building.open_answer(
        _ask(matrix, finding, seed, (one, other), stem, 0.7),
        levels=(
            "Repeats the words, or says only that they differ.",
            f"Says what each outlet picks to tell ({listed(names)}), but not what that does to a reader.",
            "Says what each outlet picks to tell, that both can be true at once, and what a reader of only one of them would"
            " think of the person.",
        ),
        names=[*names, "both can be true at once, and each shows another side"],
        model=(
            f"{outlets[0]} picks {words[0]}, and {outlets[1]} picks {words[1]}. Both can be true at once, and both can be"
            f" checked. But a reader of {outlets[0]} meets one side of the person, and a reader of {outlets[1]} another. What an"
            " outlet picks shows what it thinks matters for this report."
        ),
    )


def _apart(one: Position, other: Position) -> str:
    """What sets two labels apart, in a clause: the words that one has and the other lacks."""
    left, right = ((p.value or "").split() for p in (one, other))
    ours, theirs = _only_in(left, right), _only_in(right, left)
    if not ours or not theirs:
        return f"{quoted(' '.join(ours or theirs))} stands in only one of them"
    return f"{quoted(' '.join(ours))} calls up another picture than {quoted(' '.join(theirs))}"


ACTOR_CHECKED = (
    "What they did can be checked, and so can their name; whether the word fits them is a judgement of the outlet. A plainer"
    " way would be to call them by their own name and to say what they did."
)
THING_CHECKED = (
    "What happened and what it is made of can be checked; whether the word fits it is a judgement of the outlet. A plainer way"
    " would be to say what it is or what it does."
)


def _what(finding: Finding, label: Position) -> str:
    """What two labels are for, in a word."""
    if finding.aspect in {"person", "thing"}:
        return finding.aspect
    return "people" if is_plural(label.value or "") else "person or group"


def _only_in(one: list[str], other: list[str]) -> list[str]:
    others = {v.casefold().removesuffix("s") for v in other}
    return [w for w in one if w.casefold().removesuffix("s") not in others]


def _ask(
    matrix: Matrix, finding: Finding, seed: int, own: tuple[Position, ...], stem: str, difficulty: float
) -> Ask:
    quotes = " ".join(f"{matrix.name(p.article)} writes {quoted(p.value or '')}." for p in own)
    why = f"{quotes} No other article of the story has these words."
    return Ask(matrix, finding, seed, Skill.WORDING, stem, why, _evidence(own), difficulty)


def _evidence(own: tuple[Position, ...]) -> tuple[Evidence, ...]:
    return tuple(e for p in own for e in p.evidence[:1])

"""Items from voices that one article alone lets speak: who says what, and where each is heard."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quizzes.items import building
from quizzes.items.building import Ask
from quizzes.items.expressions import Call
from quizzes.items.hearing_items import hearing_item, spoken_of
from quizzes.items.introduced import introduced_item
from quizzes.items.matrix import Matrix, once
from quizzes.items.missed_items import missed_item
from quizzes.items.nearby import why_picked
from quizzes.items.party_items import party_item
from quizzes.items.retold import retold_of, who_said_so
from quizzes.items.said import (
    has_title,
    heard_by_name,
    is_clause,
    is_given_away,
    sayable,
    sayable_or_opening,
    who_says,
)
from quizzes.items.speakers import is_called_a_body, is_persons_name, named_in, quotes_by_name, speaks_of
from quizzes.items.types import ItemDraft, Pairing, Skill
from quizzes.items.whose_words import is_named_in, quotation_at, rationale_of, sentences_of, shares_surname
from quizzes.items.wording import listed, speech, stop
from quizzes.nlp.findings.side_by_side import SHOWN
from quizzes.nlp.findings.voices import surname
from quizzes.nlp.types import Finding, FindingKind, Quotation

LONG = 220
"""Characters of a quotation that a stem can hold."""

BRIEF = 150
"""Characters of a quotation that stands in a column beside others."""

IN_A_MATCH = 5
"""Pairs of a match item at most: more are no longer seen at once on a phone."""

OF_ONE_OUTLET = 3
"""Right answers at most where it is asked whom an outlet quotes: room is left for whom it does not."""
WRONG_LEAST = 2
"""Wrong answers there at least: a single one is seen at a glance."""

Voice = tuple[str, str]
"""An article, and the person whom it alone quotes."""


def voice_items(matrix: Matrix, finding: Finding, seed: int) -> Iterator[ItemDraft | None]:
    """Who is let speak of those written about, who is behind the words, and by turns whose words they are and who is heard."""
    yield _hearing(matrix, finding, seed)
    person = _person(matrix, finding)
    voice = _voice(matrix, finding)
    yield missed_item(matrix, finding, seed, voice) if voice else None
    if person is not None:
        yield introduced_item(matrix, finding, seed, person, LONG) or party_item(
            matrix, finding, seed, person, LONG
        )
    if voice is None:
        yield _of_somebody_spoken_of(matrix, finding, seed)
        return
    voices = _voices(matrix)
    matched = _matched(matrix, voice[0]) if (seed + len(voices)) % 2 == 0 else []
    if voice == voices[0] and matched:
        yield _match_words(matrix, finding, seed, matched)
    if voice not in [(q.article, q.speaker.name) for q in matched if q.speaker]:
        is_attributed = (seed + sum(map(ord, finding.id))) % 3 == 0
        turns = (_attributed, _whose, _retold) if is_attributed else (_whose, _attributed, _retold)
        said = next((draft for way in turns if (draft := way(matrix, finding, seed, voice))), None)
        yield said
        yield _retold_beside(matrix, finding, seed, voice, said)
    if voice == voices[0]:
        ways = (_shared, _match_outlets, _several)
        yield next((draft for way in ways if (draft := way(matrix, finding, seed, voice))), None)
    elif voice == next(v for v in voices if v[0] == voice[0]):
        yield _several(matrix, finding, seed, voice)
    if voice == next(v for v in voices if v[0] == voice[0]):
        yield _match_others(matrix, finding, seed, voice[0], voices)


def _hearing(matrix: Matrix, finding: Finding, seed: int) -> ItemDraft | None:
    """Who lets the finding's person speak; one of whom there is no finding is asked about in another's place."""
    voices = [f for f in matrix.comparison.findings if f.kind is FindingKind.VOICE_UNIQUE]
    own = [surname(f.positions[0].value or "") for f in voices]
    names = spoken_of(matrix)
    others = [n for n in names if surname(n) not in own]
    free = [f.id for f, name in zip(voices, own, strict=True) if name not in map(surname, names)]
    asked = [n for n in names if surname(n) == surname(finding.positions[0].value or "")]
    if not asked and finding.id in free:
        asked = others[free.index(finding.id) :][:1]
    return hearing_item(matrix, finding, seed, asked[0]) if asked else None


def _person(matrix: Matrix, finding: Finding) -> Voice | None:
    """The finding's voice where it is surely one person's; else None."""
    article, name = finding.positions[0].article, finding.positions[0].value or ""
    if article not in matrix.readings or not is_persons_name(name) or has_title(name):
        return None
    is_one = not is_called_a_body(matrix.reading(article), name) and not shares_surname(matrix, name)
    return (article, name) if is_one else None


def _voice(matrix: Matrix, finding: Finding) -> Voice | None:
    """None unless the article quotes the person by name and all others are surely silent about them."""
    person = _person(matrix, finding)
    if person is None or not quotes_by_name(matrix.reading(person[0]), person[1]):
        return None
    others = (r for a, r in matrix.readings.items() if a != person[0])
    return None if any(speaks_of(r, person[1]) for r in others) else person


def _of_somebody_spoken_of(matrix: Matrix, finding: Finding, seed: int) -> ItemDraft | None:
    """Who says what, of a person of whom others speak: where else they are heard is not asked."""
    person = _person(matrix, finding)
    if person is None:
        return None
    ways = (_whose, _attributed, _retold)
    return next((draft for way in ways if (draft := way(matrix, finding, seed, person))), None)


@once
def _voices(matrix: Matrix) -> list[Voice]:
    """The story's voices, in the order in which they are asked about."""
    found = (
        f for f in matrix.comparison.findings if f.kind is FindingKind.VOICE_UNIQUE and f.confidence >= SHOWN
    )
    voices = (_voice(matrix, f) for f in sorted(found, key=lambda f: (-f.confidence, f.id)))
    return [v for v in voices if v is not None]


def _one_of_each(matrix: Matrix, first: Voice) -> list[Voice]:
    """A voice of each article, in the order of the articles, `first` for its own."""
    of_article = {first[0]: first[1]}
    for article, name in _voices(matrix):
        of_article.setdefault(article, name)
    return [(a, of_article[a]) for a in matrix.readings if a in of_article]


def _match_outlets(matrix: Matrix, finding: Finding, seed: int, voice: Voice) -> ItemDraft | None:
    own = _one_of_each(matrix, voice)
    ask = _ask(matrix, finding, seed, own, "Match each outlet with the voice that it alone quotes.", 0.4)
    return building.match(ask, Call("heard"), [((a,), (name,)) for a, name in own])


def _matched(matrix: Matrix, article: str) -> list[Quotation]:
    """Words of the persons whom the article quotes, to be matched with them; none of too few."""
    names = heard_by_name(matrix, article)
    chosen: list[Quotation] = []
    for name in names:
        quotation = sayable(matrix, article, name, BRIEF)
        is_named = quotation and any(is_named_in(n, quotation.text) for n in names)
        if quotation and is_clause(quotation) and not is_named:
            chosen.append(quotation)
    return chosen[:IN_A_MATCH] if len(chosen) >= building.LEFT_LEAST else []


def _match_others(
    matrix: Matrix, finding: Finding, seed: int, article: str, voices: list[Voice]
) -> ItemDraft | None:
    """Who says what in one article, of the persons about whom no question of their own is asked."""
    alone = {surname(name) for _, name in voices}
    names = [n for n in heard_by_name(matrix, article) if surname(n) not in alone]
    found = [sayable(matrix, article, n, BRIEF) for n in names]
    chosen = [q for q in found if q and is_clause(q) and not any(is_named_in(n, q.text) for n in names)]
    if len(chosen) < building.LEFT_LEAST:
        return None
    return _match_with_speakers(matrix, finding, seed, chosen[:IN_A_MATCH], _who_says_what(matrix, article))


def _match_words(matrix: Matrix, finding: Finding, seed: int, chosen: list[Quotation]) -> ItemDraft | None:
    """Quotations of one article and who says them."""
    return _match_with_speakers(matrix, finding, seed, chosen, _who_says_what(matrix, chosen[0].article))


def _who_says_what(matrix: Matrix, article: str) -> str:
    return f"Who says what in {matrix.name(article)}? Match each quotation with its speaker."


def _match_with_speakers(
    matrix: Matrix, finding: Finding, seed: int, chosen: list[Quotation], stem: str
) -> ItemDraft | None:
    """The item with the quotations that fit beside each other; its rationale speaks of these alone."""
    pairs = [((q.article, str(q.start)), (q.speaker.name,)) for q in chosen if q.speaker]
    draft = building.match(
        _ask_of(matrix, finding, seed, chosen, stem, 0.5), Call("says"), pairs, articles=False
    )
    if draft is None or not isinstance(draft.options, Pairing):
        return None
    shown = {o.text for o in draft.options.left}
    kept = [q for q in chosen if speech(q.text) in shown]
    return draft if len(kept) == len(chosen) else _match_with_speakers(matrix, finding, seed, kept, stem)


def _shared(matrix: Matrix, finding: Finding, seed: int, voice: Voice) -> ItemDraft | None:
    """Whom two articles both quote, beside three persons whom one of them alone quotes; whom a headline names all would guess."""
    for other in matrix.readings:
        if other == voice[0] or other in matrix.comparison.copies:
            continue
        pair = [a for a in matrix.readings if a in (voice[0], other)]
        outlets = listed([matrix.name(a) for a in pair])
        alone = [name for article, name in (voice, *_voices(matrix)) if article in pair]
        both = [n for n in heard_by_name(matrix, pair[0]) if quotes_by_name(matrix.reading(pair[1]), n)]
        wrong = [((name,), "silence-overlooked") for name in dict.fromkeys(alone)]
        for name in both:
            if is_named_in(name, _headlines(matrix)):
                continue
            stem = f"Which of these people is quoted by both {outlets}?"
            ask = _ask(matrix, finding, seed, [(a, name) for a in pair], stem, 0.5, alone=False)
            draft = building.choice(ask, Call("heard-in", tuple(pair)), (name,), wrong)
            if draft is None or isinstance(draft.options, Pairing):
                continue
            if len(draft.options) == building.OPTIONS:
                return draft
    return None


def _headlines(matrix: Matrix) -> str:
    return " ".join(r.headline or "" for r in matrix.readings.values())


def _several(matrix: Matrix, finding: Finding, seed: int, voice: Voice) -> ItemDraft | None:
    """Whom the article quotes, beside persons of whom it only writes; its rationale speaks of those shown alone."""
    article = voice[0]
    reading = matrix.reading(article)
    own = [name for a, name in (voice, *_voices(matrix)) if a == article]
    own = list(dict.fromkeys(own + heard_by_name(matrix, article)))
    # whom a headline names all would guess
    beside = [n for n in own if not is_named_in(n, _headlines(matrix))]
    own = (beside if len(beside) >= building.KEYS_LEAST else own)[:OF_ONE_OUTLET]
    heard = {surname(q.speaker.name) for q in reading.quotations if q.speaker}
    others = [((n,), "spoken-of-read-as-heard") for n in named_in(reading) if surname(n) not in heard]
    stem = f"Which of these people does {matrix.name(article)} quote in their own words? Choose each one."

    def ask(names: list[str]) -> Ask:
        return _ask(matrix, finding, seed, [(article, n) for n in names], stem, 0.4, alone=False)

    draft = building.multi(ask(own), Call("quoted-in", (article,)), [(n,) for n in own], others)
    if draft is None or isinstance(draft.options, Pairing):
        return draft
    if len(draft.options) - len(draft.key) < WRONG_LEAST:
        return None
    shown = ask([n for n in own if n in {o.text for o in draft.options}])
    silent = listed([o.text for o in draft.options if o.misconception])
    why = f"{shown.rationale} The article only writes about {silent} and quotes none of them."
    return replace(draft, rationale=why, evidence=shown.evidence)


def _attributed(matrix: Matrix, finding: Finding, seed: int, voice: Voice) -> ItemDraft | None:
    """Whether the article gives words to a person: to their speaker, or to another whom it quotes as well."""
    article, name = voice
    quotation = sayable_or_opening(matrix, article, name, LONG)
    if quotation is None or not is_clause(quotation):
        return None
    swapped = [
        n
        for n in heard_by_name(matrix, article)
        if surname(n) != surname(name) and not is_given_away(n, quotation.text)
    ]
    if not swapped:
        return None
    speakers = (swapped[0], name)
    speaker = speakers[(sum(map(ord, finding.id)) // 3 + seed) % len(speakers)]
    said = speech(quotation.text)
    stem = f"Is this true? {matrix.name(article)} reports that {speaker} said these words: {said}{stop(said)}"
    whole = quotation_at(matrix, article, str(quotation.start))
    ask = _ask_of(matrix, finding, seed, [whole], stem, 0.5)
    if speaker != name:
        ask = replace(ask, rationale=f"{ask.rationale} Not {speaker} but {name} said this.")
    return building.tf3(
        ask,
        Call("as-said", (article,)),
        (article, str(quotation.start), speaker),
        misconceptions=[
            ("true", why_picked(matrix, quotation, name, speaker)),
            ("false", "attribution-overlooked"),
            ("unknown", "attribution-overlooked"),
        ],
    )


def _whose(matrix: Matrix, finding: Finding, seed: int, voice: Voice) -> ItemDraft | None:
    quotation = sayable_or_opening(matrix, *voice, LONG)
    if quotation is None or not is_clause(quotation):
        return None
    return who_says(matrix, finding, seed, quotation, Skill.OMISSION)


def _retold(matrix: Matrix, finding: Finding, seed: int, voice: Voice) -> ItemDraft | None:
    statement = retold_of(matrix, *voice)
    return None if statement is None else who_said_so(matrix, finding, seed, statement, Skill.SOURCING)


def _retold_beside(
    matrix: Matrix, finding: Finding, seed: int, voice: Voice, first: ItemDraft | None
) -> ItemDraft | None:
    """A statement of the voice that the article retells in another sentence than the first item is about."""
    second = _retold(matrix, finding, seed, voice)
    if first is None or second is None:
        return None
    return None if set(first.evidence) & set(second.evidence) else second


def _words_of(matrix: Matrix, voice: Voice) -> Quotation | None:
    """The words by which the voice is shown: the longest that can be quoted, else the first between marks."""
    return sayable(matrix, *voice, LONG) or quotes_by_name(matrix.reading(voice[0]), voice[1])


def _ask_of(
    matrix: Matrix, finding: Finding, seed: int, quotations: list[Quotation], stem: str, difficulty: float
) -> Ask:
    """What is asked about these quotations rests on the sentences that hold them and their speakers."""
    quotes = " ".join(rationale_of(matrix, q) for q in quotations)
    evidence = tuple(e for q in quotations for e in sentences_of(matrix, q))
    why = f"{quotes} The verb of saying shows whose words they are."
    return Ask(matrix, finding, seed, Skill.SOURCING, stem, why, evidence, difficulty)


def _ask(
    matrix: Matrix,
    finding: Finding,
    seed: int,
    voices: list[Voice],
    stem: str,
    difficulty: float,
    *,
    alone: bool = True,
) -> Ask:
    """`alone`: that no other article speaks of the voices is part of why the key is right."""
    said = [q for voice in voices if (q := _words_of(matrix, voice))]
    quotes = " ".join(rationale_of(matrix, q) for q in said)
    evidence = tuple(dict.fromkeys(e for q in said for e in sentences_of(matrix, q)))
    why = f"{quotes} No other article of the story speaks of {'them' if len(voices) > 1 else 'this voice'}."
    return Ask(matrix, finding, seed, Skill.OMISSION, stem, why if alone else quotes, evidence, difficulty)

"""Items from voices that one article alone lets speak: who says what, where each is heard, and what the others miss."""

from __future__ import annotations

from collections.abc import Iterator

from quizzes.items import building
from quizzes.items.building import Ask
from quizzes.items.expressions import Call
from quizzes.items.matrix import Matrix
from quizzes.items.said import heard_by_name, is_clause, sayable, who_says
from quizzes.items.speakers import is_called_a_body, is_persons_name, quotes_by_name, speaks_of
from quizzes.items.types import ItemDraft, Skill
from quizzes.items.whose_words import is_named_in, sentence_of, shares_surname
from quizzes.items.wording import listed, one_line, rationale_quote, speech, stop
from quizzes.nlp.findings.side_by_side import SHOWN
from quizzes.nlp.findings.voices import surname
from quizzes.nlp.types import Evidence, Finding, FindingKind, Quotation

LONG, SHORT = 220, 9
"""Characters of a quotation that a stem can hold, and words that say something by themselves."""

BRIEF = 150
"""Characters of a quotation that stands in a column beside others."""

IN_A_MATCH = 5
"""Pairs of a match item at most: more are no longer seen at once on a phone."""

OF_ONE_OUTLET = 3
"""Right answers at most where it is asked whom an outlet quotes: room is left for whom it does not."""

WAYS = 3
"""Ways in which one voice is asked about; they turn from voice to voice, so that no two are asked about alike."""

Voice = tuple[str, str]
"""An article, and the person whom it alone quotes."""


def voice_items(matrix: Matrix, finding: Finding, seed: int) -> Iterator[ItemDraft | None]:
    """What the other articles lose with the fullest voice, and of each voice its turn of the other questions."""
    voice = _voice(matrix, finding)
    if voice is None:
        return
    if voice == _fullest(matrix):
        yield _missed(matrix, finding, seed, voice)
    ways = (_match_words, _shared, _going_by, _whose, _several, _pick)
    turn = (WAYS * _place(matrix, finding) + seed) % len(ways)
    # to look a name up teaches least: it comes where the others give nothing
    for way in (*ways[turn:], *ways[:turn], _match_outlets, _which):
        yield way(matrix, finding, seed, voice)


def _voice(matrix: Matrix, finding: Finding) -> Voice | None:
    """None unless the article quotes the person by name and all others are surely silent about them."""
    position = finding.positions[0]
    name = position.value or ""
    if position.article not in matrix.readings or not is_persons_name(name):
        return None
    reading = matrix.reading(position.article)
    if not quotes_by_name(reading, name) or is_called_a_body(reading, name) or shares_surname(matrix, name):
        return None
    others = (r for a, r in matrix.readings.items() if a != position.article)
    return None if any(speaks_of(r, name) for r in others) else (position.article, name)


def _voices(matrix: Matrix) -> list[Voice]:
    """The story's voices, in the order in which they are asked about."""
    found = (
        f for f in matrix.comparison.findings if f.kind is FindingKind.VOICE_UNIQUE and f.confidence >= SHOWN
    )
    voices = (_voice(matrix, f) for f in sorted(found, key=lambda f: (-f.confidence, f.id)))
    return [v for v in voices if v is not None]


def _place(matrix: Matrix, finding: Finding) -> int:
    voices = _voices(matrix)
    voice = _voice(matrix, finding)
    return voices.index(voice) if voice in voices else 0


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


def _match_words(matrix: Matrix, finding: Finding, seed: int, voice: Voice) -> ItemDraft | None:
    """Quotations and who says them, as many outlets as there are, the finding's own voice among them."""
    chosen: list[Quotation] = []
    names = [voice, *_one_of_each(matrix, voice), *_voices(matrix)]
    for article, name in dict.fromkeys(names):
        quotation = sayable(matrix, article, name, BRIEF)
        texts = [one_line(q.text) for q in chosen]
        is_given_away = quotation and any(is_named_in(n, quotation.text) for _, n in names)
        if quotation and not is_given_away and one_line(quotation.text) not in texts:
            chosen.append(quotation)
    if not chosen or chosen[0].article != voice[0]:
        return None
    pairs = [((q.article, str(q.start)), (q.speaker.name,)) for q in chosen if q.speaker][:IN_A_MATCH]
    told = [(q.article, q.speaker.name) for q in chosen if q.speaker][:IN_A_MATCH]
    stem = "Who says what? Match each quotation with its speaker."
    return building.match(_ask(matrix, finding, seed, told, stem, 0.5), Call("says"), pairs, articles=False)


def _shared(matrix: Matrix, finding: Finding, seed: int, voice: Voice) -> ItemDraft | None:
    """Whom two articles both quote, beside persons whom one of them alone quotes."""
    for other in matrix.readings:
        if other == voice[0] or other in matrix.comparison.copies:
            continue
        pair = [a for a in matrix.readings if a in (voice[0], other)]
        outlets = listed([matrix.name(a) for a in pair])
        alone = [name for article, name in (voice, *_voices(matrix)) if article in pair]
        both = [n for n in heard_by_name(matrix, pair[0]) if quotes_by_name(matrix.reading(pair[1]), n)]
        wrong = [((name,), "silence-overlooked") for name in dict.fromkeys(alone)]
        for name in both:
            stem = f"Which of these people is quoted by both {outlets}?"
            ask = _ask(matrix, finding, seed, [(a, name) for a in pair], stem, 0.5, alone=False)
            if draft := building.choice(ask, Call("heard-in", tuple(pair)), (name,), wrong):
                return draft
    return None


def _several(matrix: Matrix, finding: Finding, seed: int, voice: Voice) -> ItemDraft | None:
    """Whom the article quotes, beside persons whom only others do."""
    article = voice[0]
    own = [name for a, name in (voice, *_voices(matrix)) if a == article]
    own = list(dict.fromkeys(own + heard_by_name(matrix, article)))[:OF_ONE_OUTLET]
    others = [((n,), "words-of-another-outlet") for a, n in _voices(matrix) if a != article]
    stem = f"Which of these people does {matrix.name(article)} quote? Choose each one."
    told = [(article, name) for name in own]
    ask = _ask(matrix, finding, seed, told, stem, 0.4, alone=False)
    return building.multi(ask, Call("heard-in", (article,)), [(n,) for n in own], others)


def _going_by(matrix: Matrix, finding: Finding, seed: int, voice: Voice) -> ItemDraft | None:
    """Whether one article bears out that a person says something: by turns its own words, another's, and silence."""
    article, name = voice
    quotation = sayable(matrix, article, name, LONG)
    if quotation is None or not is_clause(quotation):
        return None
    others = [a for a in matrix.readings if a != article]
    swapped = [n for n in heard_by_name(matrix, article) if surname(n) != surname(name)]
    forms = [(a, name) for a in others] + [(article, n) for n in swapped[:1]] + [(article, name)]
    turn = (sum(map(ord, finding.id)) + seed) % len(forms)
    for asked, speaker in (*forms[turn:], *forms[:turn]):
        said = speech(quotation.text)
        stem = f"Go by {matrix.name(asked)} alone. Is this true? {speaker} says: {said}{stop(said)}"
        if is_named_in(speaker, quotation.text):
            continue
        ask = _ask(matrix, finding, seed, [voice], stem, 0.5, alone=asked != article)
        draft = building.tf3(
            ask,
            Call("as-said", (asked,)),
            (article, str(quotation.start), speaker),
            misconceptions=[
                ("true", "words-of-another-outlet" if asked != article else "nearest-name-taken"),
                ("false", "silence-read-as-denial" if asked != article else "attribution-overlooked"),
                ("unknown", "attribution-overlooked"),
            ],
        )
        if draft is not None:
            return draft
    return None


def _whose(matrix: Matrix, finding: Finding, seed: int, voice: Voice) -> ItemDraft | None:
    quotation = sayable(matrix, *voice, LONG)
    if quotation is None:
        return None
    return who_says(matrix, finding, seed, quotation, Skill.OMISSION)


def _pick(matrix: Matrix, finding: Finding, seed: int, voice: Voice) -> ItemDraft | None:
    stem = f"Only one of the articles lets {voice[1]} speak. Find it and pick a sentence with this voice's words."
    ask = _ask(matrix, finding, seed, [voice], stem, 0.4)
    return building.evidence(ask, Call("reports", (voice[1],)), (voice[0],))


def _which(matrix: Matrix, finding: Finding, seed: int, voice: Voice) -> ItemDraft | None:
    ask = _ask(matrix, finding, seed, [voice], f"Which of these outlets quotes {voice[1]}?", 0.3)
    others = [((a,), "words-of-another-outlet") for a in matrix.readings if a != voice[0]]
    return building.choice(ask, Call("heard", (voice[1],)), (voice[0],), others)


def _fullest(matrix: Matrix) -> Voice | None:
    """The voice that says most: about one of a story's voices alone it is asked what others miss."""
    said = [(v, q) for v in _voices(matrix) if (q := _words_of(matrix, v)) and len(q.text) <= LONG]
    return max(said, key=lambda pair: (len(pair[1].text), pair[0]))[0] if said else None


def _words_of(matrix: Matrix, voice: Voice) -> Quotation | None:
    """The words by which the voice is shown: the longest that can be quoted, else the first between marks."""
    return sayable(matrix, *voice, LONG) or quotes_by_name(matrix.reading(voice[0]), voice[1])


def _missed(matrix: Matrix, finding: Finding, seed: int, voice: Voice) -> ItemDraft | None:
    article, name = voice
    quotation = _words_of(matrix, voice)
    if quotation is None or len(quotation.text) > LONG or len(quotation.text.split()) < SHORT:
        return None
    outlet, said = matrix.name(article), speech(quotation.text)
    others = listed([matrix.name(a) for a in matrix.readings if a != article])
    stem = (
        f"{outlet} quotes {name}: {said}{stop(said)} No other article mentions this voice. "
        "What do readers of the other articles miss? Does it change how the story looks?"
    )
    names = [
        f"{name} is heard in {outlet} alone",
        f"what the words say: {said}",
        "what this adds to the story",
    ]
    return building.open_answer(
        _ask(matrix, finding, seed, [voice], stem, 0.7),
        levels=(
            f"Says only that {name} is quoted, or repeats the words.",
            "Says in own words what the person says, but not what the other articles lose without it.",
            "Says in own words what the person says, what a reader of the other articles does not learn, and whether that"
            " changes the picture, with a reason.",
        ),
        names=names,
        model=(
            f"Only {outlet} lets {name} speak, with the words {said}{stop(said)} Readers of {others} do not hear this voice, so they"
            f" cannot ask how {name} sees it or why. The happening is the same, but with this voice the story has one side"
            " more. Leaving somebody out is not a lie, yet a reader of several articles sees more than a reader of one."
        ),
    )


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
    said = [
        (sentence_of(matrix, q, shows_speaker=True), q) for voice in voices if (q := _words_of(matrix, voice))
    ]
    quotes = " ".join(rationale_quote(matrix.name(e.article), e, q.speaker) for e, q in said if e)
    why = f"{quotes} No other article of the story speaks of {'them' if len(voices) > 1 else 'this voice'}."
    evidence: tuple[Evidence, ...] = tuple(e for e, _ in said if e)
    return Ask(matrix, finding, seed, Skill.OMISSION, stem, why if alone else quotes, evidence, difficulty)

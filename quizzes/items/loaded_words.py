"""Items from words that judge: which they are, whose they are, and how the sentence would read without them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from quizzes.items import building
from quizzes.items.building import Ask, Distractor
from quizzes.items.expressions import Call, Term
from quizzes.items.judging import (
    LONGEST,
    WORD,
    Judging,
    excerpt,
    grave_words,
    is_plain_part,
    judging_at,
    judging_words,
    plain_words,
    shown_excerpt,
    word_of,
    words_around,
)
from quizzes.items.matrix import Matrix
from quizzes.items.milder import milder_item
from quizzes.items.sentence_choice import sentence_item
from quizzes.items.tone_questions import place_of, place_term
from quizzes.items.types import ItemDraft, Skill
from quizzes.items.wording import capitalised, quoted, stop
from quizzes.nlp.lexicons.loaded import loaded_words
from quizzes.nlp.lexicons.plain_words import ACTS
from quizzes.nlp.types import Evidence, Finding, Manner, Reading, Span, ToneKind

FEELING = "adds a feeling or a judgement to what is told"

ADDS = {
    "violence": "makes words or acts sound like blows",
    "doubt": "makes readers doubt it",
    "extremity": "makes it sound bigger or sharper than a plain word would",
    "judgement": "gives an opinion",
    "deceit": "makes it sound like a trick",
    "label": "puts a judgement in the place of a name",
}
"""What words of a category of the tables (lexicons/loaded) do to a reader; other categories are too mixed for more than FEELING."""

FITTING = {
    "violence": re.compile(
        r"(?:slam|blast|lash|bash|hit|hammer|attack|rip|pummel|batter|skewer|assail|clobber|pound)"
    ),
    "extremity": re.compile(
        r"(?:massive|huge|enormous|gigantic|colossal|giant|monster|staggering|sweeping|vast|whopping|tiny|sharp|steep|stark|dramatic"
        r"|extreme|intense|fierce|severe|total|utter)"
    ),
}
"""How words begin for which the explanation of their category surely fits; the others get FEELING."""

Writer = Callable[[Matrix, Finding, int, Judging], ItemDraft | None]


def loaded_items(matrix: Matrix, finding: Finding, seed: int) -> Iterator[ItemDraft | None]:
    """Items on one judging word, the best kind first; a story has no more than a few of a kind (word_turns)."""
    found = [j for p in finding.positions if (j := _judged(matrix, p.article, p.evidence[0]))]
    if not found:
        yield milder_item(matrix, finding, seed)
        return
    for write in WRITERS:
        yield write(matrix, finding, seed, found[0])


def _judged(matrix: Matrix, article: str, evidence: Evidence) -> Judging | None:
    """The judging word of a position, where what stands around it can be quoted."""
    if article not in matrix.readings:
        return None
    found = judging_at(matrix, article, evidence.start, evidence.end)
    return found if found and found.tone.voice is None and _is_readable(matrix, found) else None


def _is_readable(matrix: Matrix, judging: Judging) -> bool:
    reading = matrix.reading(judging.tone.article)
    part = excerpt(reading, judging.sentence, judging.word)
    return is_plain_part(reading, judging.sentence, part)


def _which(matrix: Matrix, finding: Finding, seed: int, judging: Judging) -> ItemDraft | None:
    """A choice among words of one sentence, with one that tells of something grave where there is such: beside plain nouns alone
    the key is plain at a glance."""
    article = judging.tone.article
    reading = matrix.reading(article)
    part = excerpt(reading, judging.sentence, judging.word)
    told = shown_excerpt(reading, judging.sentence, part)
    grave = [w for w in grave_words(reading) if part.covers(w.start, w.end)]
    wrong: list[Distractor] = [(place_term(article, w), "grave-fact-read-as-judgement") for w in grave]
    wrong += [d for d in _plain(matrix, article, [part]) if d[0] not in {w for w, _ in wrong}]
    stem = (
        f"{matrix.name(article)} writes: {quoted(told)}{stop(told)} "
        "Which of these words does more than inform, because it adds a judgement or a feeling?"
    )
    return building.choice(
        _ask(matrix, finding, seed, stem, [judging], 0.4),
        Call("judges", (article,)),
        place_term(article, judging.word),
        wrong,
    )


def _several(matrix: Matrix, finding: Finding, seed: int, judging: Judging) -> ItemDraft | None:
    """All the judging words of an article among plain ones of the same sentences."""
    article = judging.tone.article
    reading = matrix.reading(article)
    own = _own_words(matrix, article)
    if len({j.shown(reading).casefold() for j in own}) < building.KEYS_LEAST:
        return None
    own = [judging, *(j for j in own if j != judging)]
    own = list({j.tone.word: j for j in reversed(own)}.values())[::-1][:BEST]
    stem = (
        f"These words stand in {matrix.name(article)}. Which of them do more than inform, because they add a judgement"
        " or a feeling? Choose all that do."
    )
    wrong = [
        *((place_term(article, w), "grave-fact-read-as-judgement") for w in grave_words(reading)),
        *_plain(matrix, article, [excerpt(reading, j.sentence, j.word) for j in own]),
    ]
    return building.multi(
        _ask(matrix, finding, seed, stem, own, 0.5),
        Call("judges-in-place", (article,)),
        [place_term(article, j.word) for j in own],
        [d for d in wrong if _is_among_plain_words(matrix, d[0])],
    )


BEST = 3
"""Judging words of one article in a multi item, so that two plain ones stand beside them."""


def _is_among_plain_words(matrix: Matrix, term: Term) -> bool:
    """True for a plain word with no judging one among the few words that an option shows around it."""
    article, span = place_of(matrix, term)
    reading = matrix.reading(article)
    shown = words_around(reading, matrix.sentence(article, span.start, span.end), span)
    return shown is not None and not any(
        t.kind is ToneKind.LOADED and t.start < shown.end and shown.start < t.end for t in reading.tones
    )


def _own_words(matrix: Matrix, article: str) -> list[Judging]:
    """The judging words of an article that stand in nobody's quotation."""
    return [j for j in judging_words(matrix, article) if j.tone.voice is None and _is_readable(matrix, j)]


def _plain(matrix: Matrix, article: str, parts: list[Span]) -> Iterator[Distractor]:
    reading = matrix.reading(article)
    stems: set[str] = set()
    for part in parts:
        for word in plain_words(reading, part):
            folded = word.of(reading.text).casefold()
            if folded in TOO_EASY | ACTS or folded[:STEM] in stems:
                continue
            stems.add(folded[:STEM])
            yield place_term(article, word), "plain-word-read-as-judging"


STEM = 4
"""Letters by which two options are forms of one word ("vote", "voted")."""

TOO_EASY = frozenset(
    """day days week weeks weekend month months year years hour hours minute minutes morning evening afternoon night time times
    people man woman men women city state country house street one two three four five six seven eight nine ten""".split()
)
"""Plain words that nobody would take for judging: they are no real choice."""


def _whose(matrix: Matrix, finding: Finding, seed: int, judging: Judging) -> ItemDraft | None:
    """The outlet's own judging word among those of people it quotes."""
    article = judging.tone.article
    stem = (
        f"All of these strong words stand in {matrix.name(article)}. "
        "Which one does the outlet use in its own voice, while the others stand in its quotations?"
    )
    ask = _ask(matrix, finding, seed, stem, [judging], 0.6)
    return building.choice(
        replace(ask, rationale=f"{ask.rationale} {QUOTED_ONLY}"),
        Call("own-word", (article,)),
        place_term(article, judging.word),
        _quoted_words(matrix, article),
    )


QUOTED_ONLY = "No quotation marks stand around it. The other words stand between such marks: they are words of the people quoted."
STRONG = 0.5
"""Strength of a quoted word that stands beside the outlet's own."""
GRIM = frozenset({"force", "cruelty"})
"""Categories with words that also tell of harm itself, and that no class needs as a mere distractor."""
GRIM_WORDS = tuple(
    "rape strangl tortur molest murder slaughter butcher behead stab mutilat lynch chok".split()
)
"""How words of harm in other categories begin (own list)."""


def _quoted_words(matrix: Matrix, article: str) -> Iterator[Distractor]:
    reading = matrix.reading(article)
    marked = [q for q in reading.quotations if q.manner is not Manner.INDIRECT and q.speaker is not None]
    for tone in reading.tones:
        word = word_of(tone) if tone.kind is ToneKind.LOADED else None
        is_grim = tone.category in GRIM or any(w.startswith(GRIM_WORDS) for w in tone.text.casefold().split())
        if word is None or is_grim or tone.strength < STRONG or len(word.of(reading.text).split()) > LONGEST:
            continue
        if any(q.start <= word.start and word.end <= q.end for q in marked):
            yield place_term(article, word), "quotation-read-as-own-voice"


def _noun(judging: Judging) -> str | None:
    """The noun that a judging word stands right before ("lawsuit" of "massive lawsuit")."""
    parts = judging.tone.text.split()
    is_pair = len(parts) == PAIR and judging.word.start == judging.tone.start
    return (
        parts[1]
        if is_pair and judging.tone.about and parts[1].casefold().startswith(judging.tone.about)
        else None
    )


PAIR = 2
EMPTY = frozenset("nature state manner way kind sort figure situation matter issue".split())
"""Nouns that say little once the word before them is gone."""


def _rewrite(matrix: Matrix, finding: Finding, seed: int, judging: Judging) -> ItemDraft | None:
    """Writing the sentence again so that it only informs; None where no plain sentence is sure to come out."""
    article = judging.tone.article
    reading = matrix.reading(article)
    part = excerpt(reading, judging.sentence, judging.word)
    plainer = _plainer(reading, judging)
    others = [j for j in judging_words(matrix, article) if part.covers(j.word.start, j.word.end)]
    if plainer is None or part != judging.sentence or any(j != judging for j in others):
        return None
    if _may_judge_too(reading, part, judging):
        return None
    told, name = shown_excerpt(reading, judging.sentence, part), matrix.name(article)
    word, adds = quoted(judging.shown(reading)), adds_of(judging)
    moved = len(plainer) - len(reading.text)
    plain = shown_excerpt(
        replace(reading, text=plainer),
        Span(judging.sentence.start, judging.sentence.end + moved),
        Span(part.start, part.end + moved),
    )
    stem = (
        f"{name} writes: {quoted(told)}{stop(told)} Write this again so that it informs and does not judge."
        " Which word did you change? What does that word do to a reader?"
    )
    return building.open_answer(
        _ask(matrix, finding, seed, stem, [judging], 0.8),
        levels=(
            "Repeats the sentence, changes a fact in it, or changes only plain words.",
            f"Replaces or leaves out {word} and keeps the facts, but does not say what the word does.",
            f"Replaces or leaves out {word}, keeps every fact, and says what the word does to a reader: it {adds}.",
        ),
        names=[
            f"the word that judges: {word}",
            f"what it does: it {adds}",
            "a sentence with the same facts and without this judgement",
        ],
        model=(
            f"{quoted(plain)}{stop(plain)} I changed {word}, because it {adds}. The facts of the sentence are all still there."
            " Now readers can judge for themselves."
        ),
    )


def _plainer(reading: Reading, judging: Judging) -> str | None:
    """The article's text with the judging word left out before its noun."""
    word, text = judging.word.of(reading.text), reading.text
    before, after = text[: judging.word.start], text[judging.word.end :]
    noun = _noun(judging)
    if noun is not None and noun not in EMPTY and word.islower():
        after = after.lstrip()
        return (
            re.sub(r"\b([Aa])n? $", lambda m: m[1] + ("n " if after[:1] in "aeiou" else " "), before) + after
        )
    return None


def _may_judge_too(reading: Reading, part: Span, judging: Judging) -> bool:
    """True where another word of the stretch is in the tables too: whoever changes that one is right as well."""
    return any(
        found[0].casefold() in loaded_words().single
        for found in WORD.finditer(reading.text, part.start, part.end)
        if not judging.word.covers(found.start(), found.end())
    )


def adds_of(judging: Judging) -> str:
    adds = ADDS.get(judging.tone.category)
    fits = FITTING.get(judging.tone.category)
    return adds if adds is not None and (fits is None or fits.match(judging.tone.word)) else FEELING


def _ask(
    matrix: Matrix, finding: Finding, seed: int, stem: str, words: list[Judging], difficulty: float
) -> Ask:
    why = []
    for judging in words:
        reading = matrix.reading(judging.tone.article)
        sentence = shown_excerpt(reading, judging.sentence, excerpt(reading, judging.sentence, judging.word))
        why.append(
            f"{matrix.name(judging.tone.article)}: {quoted(sentence)}{stop(sentence)}"
            f" {capitalised(quoted(judging.shown(reading)))} {adds_of(judging)}."
        )
    evidence = tuple(_evidence(matrix, j) for j in words)
    return Ask(matrix, finding, seed, Skill.WORDING, stem, " ".join(why), evidence, difficulty)


def _evidence(matrix: Matrix, judging: Judging) -> Evidence:
    span, article = judging.sentence, judging.tone.article
    return Evidence(article, span.start, span.end, span.of(matrix.reading(article).text))


def _milder(matrix: Matrix, finding: Finding, seed: int, judging: Judging) -> ItemDraft | None:
    """A choice of the word that would judge least in its place."""
    return milder_item(matrix, finding, seed)


def _sentence(matrix: Matrix, finding: Finding, seed: int, judging: Judging) -> ItemDraft | None:
    """A choice of the sentence in which the writer judges."""
    return sentence_item(matrix, finding, seed, judging, adds_of(judging))


WRITERS: tuple[Writer, ...] = (_milder, _sentence, _whose, _several, _rewrite, _which)
"""The best ones first; each that takes up several words of an article behind those that ask about one."""

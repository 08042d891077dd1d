"""Items from headlines that tell one event from different sides."""

from __future__ import annotations

from collections.abc import Iterator

from quizzes.items import building
from quizzes.items.building import Ask, Distractor
from quizzes.items.expressions import Call
from quizzes.items.headline_contrasts import only_words, told_alone
from quizzes.items.headline_news import news_of, told_as_news
from quizzes.items.headline_pairs import Angle, angle_of, unlike_pairs
from quizzes.items.headline_questions import HEADLINE_MARKS, OUTLET, headline_quotation, verb_stem
from quizzes.items.matrix import Matrix
from quizzes.items.texts import has_words, says_who_acts
from quizzes.items.types import ItemDraft, Skill
from quizzes.items.wording import folded, listed, one_line, quoted, stop
from quizzes.nlp.findings.voices import surname
from quizzes.nlp.types import Finding, HeadlineFrame, Position

SHORT = 5
"""Words of a headline's subject at most for a stem to quote it: a longer one is more likely misread than meant."""


def headline_items(matrix: Matrix, finding: Finding, seed: int) -> Iterator[ItemDraft | None]:
    """Whose words a headline holds, who did what the others only say was done, who acts, and how two headlines differ."""
    framed = [(p, f) for p in finding.positions if p.article in matrix.readings and (f := _frame(matrix, p))]
    positions = [p for p in finding.positions if p.article in matrix.readings]
    closed = [
        *(_whose_words(matrix, finding, seed, p) for p in positions),
        _names_doer(matrix, finding, seed),
        *(_leaves_open(matrix, finding, seed, p) for p in positions),
        *(
            _who_acts(matrix, finding, seed, p, f)
            for p, f in framed
            if f.object and is_deed(f) and _is_told_elsewhere(matrix, p, f)
        ),
    ]
    yield from _unlike([d for d in closed if d is not None])
    yield _compare(matrix, finding, seed)


def _is_told_elsewhere(matrix: Matrix, position: Position, frame: HeadlineFrame) -> bool:
    """True where another headline speaks of the one who acts in this one: else the answer is only where a word stands, and
    another word may mean the same one ("Justices", "Supreme Court")."""
    others = (r.headline for a, r in matrix.readings.items() if a != position.article)
    return any(headline and has_words(headline, frame.subject or "") for headline in others)


CLOSED = 2
"""Items with a key of one story's headlines, beside the open one."""


def _unlike(drafts: list[ItemDraft]) -> list[ItemDraft]:
    """The first draft of each of the first questions."""
    kept: dict[str, ItemDraft] = {}
    for draft in drafts:
        kept.setdefault(draft.proof.partition("(")[0], draft)
    return list(kept.values())[:CLOSED]


def _whose_words(matrix: Matrix, finding: Finding, seed: int, position: Position) -> ItemDraft | None:
    """Who says what a headline quotes without a name."""
    reading = matrix.reading(position.article)
    headline = _headline(matrix, position)
    for found in HEADLINE_MARKS.finditer(headline):
        words = found[1].strip(" ,.;")
        said = headline_quotation(reading, words)
        if said is None or said.speaker is None or surname(said.speaker.name) in folded(headline).split():
            continue
        outlet, name = matrix.name(position.article), said.speaker.name
        stem = (
            f"The headline of {outlet} has the words {quoted(words)} in quotation marks and does not say whose they are."
            " Who said them, according to the article? Tick a sentence that shows it."
        )
        why = f"{outlet}: {quoted(headline)}. Further down, the article gives the words to {name}: {quoted(said.text)}."
        others = [((OUTLET,), "quotation-read-as-own-voice")]
        others += [
            ((n,), "words-of-another-speaker")
            for n in dict.fromkeys(q.speaker.name for q in reading.quotations if q.speaker is not None)
            if n != name
        ]
        return building.claim_evidence(
            _ask(matrix, finding, seed, stem, why, 0.5),
            Call("headline-speaker", (position.article, words)),
            (name,),
            others,
        )
    return None


def _names_doer(matrix: Matrix, finding: Finding, seed: int) -> ItemDraft | None:
    """The one headline that says who did what the others tell without saying who did it."""
    articles = [p.article for p in finding.positions if p.article in matrix.readings]
    for article in articles:
        frame = matrix.reading(article).headline_frame
        verb = verb_stem(frame) if frame else None
        if frame is None or verb is None or frame.is_passive:
            continue
        quotes = " ".join(
            f"{matrix.name(p.article)}: {quoted(_headline(matrix, p))}." for p in finding.positions
        )
        why = (
            f"{quotes} With {quoted(frame.act or '')}, {matrix.name(article)} makes {quoted(frame.subject or '')} the one who acts."
            " The others only say to whom it was done."
        )
        stem = "Several outlets’ headlines tell of the same act. Whose headline says who did it?"
        draft = building.choice(
            _ask(matrix, finding, seed, stem, why, 0.5),
            Call("headline-names-doer", (verb,)),
            (article,),
            [((a,), "agent-left-out-overlooked") for a in articles if a != article],
        )
        if draft is not None:
            return draft
    return None


def _leaves_open(matrix: Matrix, finding: Finding, seed: int, position: Position) -> ItemDraft | None:
    """What a headline that tells what was done to somebody does not say."""
    name, headline = matrix.name(position.article), _headline(matrix, position)
    frame = matrix.reading(position.article).headline_frame
    stem = f"{name} has the headline {quoted(headline)}{stop(headline)} Which of these questions does it leave open?"
    why = (
        f"{name}: {quoted(headline)}{stop(headline)} The headline says to whom it was done and what"
        f" ({quoted(frame.act or '') if frame else ''}), and does not say who did it: no “by” follows."
    )
    return building.choice(
        _ask(matrix, finding, seed, stem, why, 0.4),
        Call("headline-leaves-open"),
        (position.article, "doer"),
        [((position.article, asked), "telling-overlooked") for asked in ("deed", "whom", "why")],
    )


def _frame(matrix: Matrix, position: Position) -> HeadlineFrame | None:
    frame = matrix.reading(position.article).headline_frame
    if frame is None or not says_who_acts(frame):
        return None
    return frame if len((frame.subject or "").split()) <= SHORT else None


def is_deed(frame: HeadlineFrame) -> bool:
    """False for what merely is or has come about ("ties have soured"): nobody acts there."""
    return (frame.act or "").split()[0].lower() not in {"is", "are", "was", "were", "has", "have", "had"}


def _who_acts(
    matrix: Matrix, finding: Finding, seed: int, position: Position, frame: HeadlineFrame
) -> ItemDraft | None:
    subject = one_line(frame.subject or "")
    stem = f"Whose headline makes {quoted(subject)} the one who acts?"
    outlet = matrix.name(position.article)
    why = f"{outlet}: {quoted(_headline(matrix, position))}. The verb is {quoted(frame.act or '')}, and {quoted(subject)} is its subject."
    return building.choice(
        _ask(matrix, finding, seed, stem, why, 0.5),
        Call("headline-actor", (subject,)),
        (position.article,),
        list(_others(matrix, position.article, subject)),
    )


def _others(matrix: Matrix, article: str, subject: str) -> Iterator[Distractor]:
    for other, reading in matrix.readings.items():
        if other != article and reading.headline_frame is not None:
            is_object = has_words(reading.headline_frame.object or "", subject)
            yield (other,), "acted-on-read-as-actor" if is_object else "topic-read-as-actor"


def _compare(matrix: Matrix, finding: Finding, seed: int) -> ItemDraft | None:
    """What readers of one headline alone do not learn that another tells: any one thing, with the words for it."""
    articles = dict.fromkeys(p.article for p in finding.positions if p.article in matrix.readings)
    angles = [a for article in articles if (a := angle_of(matrix.reading(article)))]
    turns = [turn for pair in unlike_pairs(angles) for turn in (pair, pair[::-1])]
    news = {t: n for t in turns if (n := news_of(matrix, *t, only_words(*t)))}
    smaller = {t: told_alone(matrix, *t) for t in news}
    most = max(
        (t for t in news if smaller[t]), key=lambda t: (news[t].rank, len(smaller[t]), _new(*t)), default=None
    )
    if most is None:
        return None
    full, bare = most
    # what the first headline brings in weighs more than another verb, a number or marks
    told = {
        most: [
            told_as_news(matrix, news[most], bare),
            *(s for s in smaller[most] if BY_NAME not in s or BY_NAME not in news[most].tells),
        ]
    }
    teller, reader = (matrix.name(a.reading.article) for a in most)
    stem = (
        f"{reader} has the headline {quoted(bare.headline)}{stop(bare.headline)} {teller} has"
        f" {quoted(full.headline)}{stop(full.headline)} Somebody reads only the headline of {reader}. What does the headline of"
        f" {teller} tell or suggest that they do not learn? Name one thing, and quote the words for it."
    )
    model = f"{'One of these is enough: ' if len(told[most]) > 1 else ''}{' '.join(told[most])}"
    if own := [w for w in only_words(full, bare) if w not in model]:
        more = listed([quoted(w) for w in own])
        model += f" Other words that only {teller} has count as well, if it is said what they tell a reader: {more}."
    return building.open_answer(
        _ask(matrix, finding, seed, stem, " ".join(told[most]), 0.6),
        levels=(
            f"Names nothing that only the headline of {teller} tells.",
            f"Quotes words that only the headline of {teller} has, but does not say what they tell a reader.",
            f"Quotes words that only the headline of {teller} has, and says what they tell or suggest to a reader that the headline"
            f" of {reader} does not.",
        ),
        names=[
            f"words that stand only in the headline of {teller}",
            "what these words tell or suggest to a reader",
        ],
        model=model,
    )


BY_NAME = "by name"


def _new(full: Angle, bare: Angle) -> int:
    """How many words the first headline has that the second has not."""
    return sum(len(run.split()) for run in only_words(full, bare))


def _headline(matrix: Matrix, position: Position) -> str:
    reading = matrix.reading(position.article)
    return one_line(reading.headline or position.value or "")


def _ask(matrix: Matrix, finding: Finding, seed: int, stem: str, why: str, difficulty: float) -> Ask:
    evidence = tuple(e for p in finding.positions for e in p.evidence[:1])
    return Ask(matrix, finding, seed, Skill.FRAMING, stem, why, evidence, difficulty)

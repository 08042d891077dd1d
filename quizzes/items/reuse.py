"""Items from sentences that stand in two articles: who is not independent of whom, and what that means."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from quizzes.items import building
from quizzes.items.agencies import Mark, agency_mark, common_mark, taken_over, unmarked_agencies
from quizzes.items.asking import Undecided
from quizzes.items.building import Ask, Distractor
from quizzes.items.expressions import Call
from quizzes.items.matrix import Matrix, once
from quizzes.items.report_counts import how_many, whose_own
from quizzes.items.sharing import Shared, has_marks, is_hard_to_miss, share_nothing, shared_sentences
from quizzes.items.types import ItemDraft, Skill
from quizzes.items.whole_sentences import SHORT, stands_alone
from quizzes.items.wording import one_line, quoted, stop
from quizzes.nlp.findings.side_by_side import SHOWN
from quizzes.nlp.types import Evidence, Finding, FindingKind

LONG = 240
"""Characters of a shared sentence that a stem can quote and still be read in one go."""

HANDED_ON = re.compile(
    r"\b(?:report(?:s|ed|edly|ing)?|according|media|news|newspaper|Times|Post|Journal|Press)\b"
)
"""Words by which a sentence may have come from somebody else before."""

TEXT_ONLY = "Leave headlines and captions aside."

OTHERS = 6
"""Further articles that distractors are made of: with the key's two as many as a student's page shows."""


def reuse_items(matrix: Matrix, finding: Finding, seed: int) -> Iterator[ItemDraft | None]:
    """Which two share a sentence, with the sentences to be ticked; who wrote it first; and whether they count as two reports.

    Findings on the same articles share these questions out: the same is not asked of every sentence.
    """
    key = _key(matrix, finding)
    if key is None:
        return
    ways = [_which_two, _who_wrote, _one_or_two]
    alike = [
        f for f in _findings(matrix) if (other := _key(matrix, f)) and _hang_together(matrix, key, other)
    ]
    place = alike.index(finding) if finding in alike else 0
    last = min(len(alike), len(ways)) - 1
    for way in ways[place : place + 1] if place < last else ways[place:]:
        yield way(matrix, finding, seed, key)


@once
def _hang_together(matrix: Matrix, one: tuple[str, str], other: tuple[str, str]) -> bool:
    """True where each of the articles shares text with each other one: what is asked of two holds of all."""
    articles = [a for a in matrix.readings if a in (*one, *other)]
    return all(_shared(matrix, pair) for pair in combinations(articles, 2))


@once
def _key(matrix: Matrix, finding: Finding) -> tuple[str, str] | None:
    """The first two articles of the finding that surely share a sentence."""
    if finding.aspect == "quotation":
        return None
    articles = {p.article for p in finding.positions}
    pairs = combinations([a for a in matrix.readings if a in articles], 2)
    return next((p for p in pairs if _shared(matrix, p)), None)


@once
def _findings(matrix: Matrix) -> list[Finding]:
    """The story's findings on shared text, the surest and the widest first."""
    found = [
        f for f in matrix.comparison.findings if f.kind is FindingKind.TEXT_REUSE and f.confidence >= SHOWN
    ]
    return sorted(found, key=lambda f: (-f.confidence, -len({p.article for p in f.positions}), f.id))


@once
def _shared(matrix: Matrix, pair: tuple[str, str]) -> Shared | None:
    return shared_sentences(matrix.reading(pair[0]), matrix.reading(pair[1]))


def _which_two(matrix: Matrix, finding: Finding, seed: int, key: tuple[str, str]) -> ItemDraft | None:
    if not _alone(matrix, key):
        return (
            _tick(matrix, finding, seed, key)
            or whose_own(_ask(matrix, finding, seed, "", key, 0.4))
            or how_many(_ask(matrix, finding, seed, "", key, 0.5))
        )
    stem = "Two of the articles share a sentence word for word, or nearly so. Which two?"
    others = [a for a in matrix.readings if a not in key][:OTHERS]
    pairs = [p for p in combinations([a for a in matrix.readings if a in (*key, *others)], 2) if p != key]
    wrong = [(p, "same-topic-read-as-copy") for p in pairs]
    call = Call("shares-text")
    to_tick = f"{stem} Then tick a shared sentence in each of the two. {TEXT_ONLY}"
    ticked = _ask(matrix, finding, seed, to_tick, key, 0.5)
    return (
        building.claim_evidence(ticked, call, key, wrong)
        or building.choice(_ask(matrix, finding, seed, stem, key, 0.4), call, key, wrong)
        or _tick(matrix, finding, seed, key)
    )


@once
def _alone(matrix: Matrix, key: tuple[str, str]) -> bool:
    """True where surely no other two articles share a sentence: else "which two" has several answers."""
    return all(
        share_nothing(matrix.reading(a), matrix.reading(b))
        for a, b in combinations(matrix.readings, 2)
        if {a, b} != set(key)
    )


def _tick(matrix: Matrix, finding: Finding, seed: int, key: tuple[str, str]) -> ItemDraft | None:
    """Find what two articles share, where too many share something to ask which two, and not nearly all is shared."""
    if _is_hard_to_miss(matrix, key):
        return None
    stem = (
        f"A sentence stands word for word, or nearly so, in both {matrix.name(key[0])} and {matrix.name(key[1])}."
        f" Find one and tick it in each of the two. {TEXT_ONLY}"
    )
    return building.evidence(_ask(matrix, finding, seed, stem, key, 0.5), Call("shares-text"), key)


def _is_hard_to_miss(matrix: Matrix, key: tuple[str, str]) -> bool:
    shared = _shared(matrix, key)
    pairs = zip(key, (shared.left, shared.right), strict=True) if shared else ()
    return any(is_hard_to_miss(matrix.reading(a), spans) for a, spans in pairs)


def _who_wrote(matrix: Matrix, finding: Finding, seed: int, key: tuple[str, str]) -> ItemDraft | None:
    """Who wrote a shared sentence first, where an agency's mark stands in one of the articles.

    Beside it stands an agency that no article names: it must be read which one it was.
    """
    articles = {p.article for p in finding.positions}
    for pair in combinations([a for a in matrix.readings if a in articles], 2):
        mark, sentence = _mark(matrix, pair), _plain_sentence(matrix, finding, pair, key)
        if mark and sentence and mark.agency not in sentence:
            return _writer_asked(matrix, finding, seed, pair, mark, sentence)
    return None


def _mark(matrix: Matrix, pair: tuple[str, str]) -> Mark | None:
    try:
        return common_mark(matrix, *pair)
    except Undecided:
        return None


def _writer_asked(
    matrix: Matrix, finding: Finding, seed: int, pair: tuple[str, str], mark: Mark, sentence: str
) -> ItemDraft | None:
    outlets = f"{matrix.name(pair[0])} and {matrix.name(pair[1])}"
    stem = f"{outlets} both print this sentence: {quoted(sentence)}{stop(sentence)} Who most likely wrote it first?"
    line = mark.line.of(matrix.reading(mark.article).text)
    shown = Evidence(mark.article, mark.line.start, mark.line.end, line)
    why = (
        f"The text in {matrix.name(mark.article)} bears the mark {quoted(line)}{stop(line)} {mark.agency} is a news agency. It sells its"
        " reports to many outlets, which print them with or without its name. So the outlets that print this are no witnesses of"
        " their own."
    )
    wrong: list[Distractor] = [((a,), "printing-read-as-writing") for a in pair]
    wrong += [((a,), "agency-not-looked-up") for a in unmarked_agencies(matrix)[:1]]
    ask = Ask(matrix, finding, seed, Skill.INDEPENDENCE, stem, why, (shown,), 0.5)
    return building.choice(ask, Call("wrote-first", pair), (mark.agency,), wrong)


def _plain_sentence(
    matrix: Matrix, finding: Finding, pair: tuple[str, str], key: tuple[str, str]
) -> str | None:
    """A sentence of the first of two articles that stands in the other too, best one that stands alone or is the finding's own;
    not the one that the other questions show."""
    shared, asked = _shared(matrix, pair), _shared(matrix, key)
    if shared is None:
        return None
    reading = matrix.reading(pair[0])
    own = {e.start for p in finding.positions if p.article == pair[0] for e in p.evidence}
    taken = (
        {one_line(s.of(matrix.reading(a).text)) for a, s in zip(key, asked.pair, strict=True)}
        if asked
        else set()
    )
    found = [
        (not stands_alone(reading, s), s.start not in own, s.start, words)
        for s in shared.left
        if (words := one_line(s.of(reading.text))) not in taken and is_plain(words)
    ]
    return min(found)[-1] if found else None


def is_plain(sentence: str) -> bool:
    """True for a whole sentence that a stem can quote and that hands on nobody's report."""
    is_whole = SHORT <= len(sentence) <= LONG and sentence[:1].isupper() and sentence.endswith(".")
    return is_whole and not has_marks(sentence) and not HANDED_ON.search(sentence)


def _one_or_two(matrix: Matrix, finding: Finding, seed: int, key: tuple[str, str]) -> ItemDraft | None:
    evidence = _evidence(matrix, key)
    sentence = min((one_line(e.text) for e in evidence), key=len)  # without a dateline, where one has none
    if len(sentence) > LONG or any(has_marks(e.text) for e in evidence):
        return None
    outlets = f"{matrix.name(key[0])} and {matrix.name(key[1])}"
    stem = (
        f"The same sentence, or nearly so, stands in {outlets}: {quoted(sentence)}{stop(sentence)} "
        "Do the two count as two independent reports of this? Say why, and what you would look for next."
    )
    came = _where_from(matrix, key)
    return building.open_answer(
        _ask(matrix, finding, seed, stem, key, 0.7),
        levels=(
            "Says yes, or says no without a reason.",
            "Says no and points to the words that are the same.",
            "Says no, points to the words that are the same, concludes that the two count as one report here, and says what"
            " would count as a second one.",
        ),
        names=[
            f"the same words in {outlets}",
            "one report, not two",
            "where an independent report could be found",
        ],
        model=(
            f"No. The same words stand in both: {quoted(sentence)}{stop(sentence)} {came}"
            " For this statement they count as one report. A second one would come from somebody who"
            " was there or asked for themselves, and would name a source of its own."
        ),
    )


def _where_from(matrix: Matrix, pair: tuple[str, str]) -> str:
    """How two articles may have come by the same words, as far as their marks and credit lines show it."""
    mark = _mark(matrix, pair)
    if mark:
        return f"Both have them from {mark.agency}, a news agency: {matrix.name(mark.article)} names it."
    readings = [matrix.reading(article) for article in pair]
    marks = [m for r in readings if (m := agency_mark(r))]
    credit = next((line for r in readings if (line := taken_over(r))), None)
    if not marks and credit is None:
        return "So one took them from the other, or both from a third, such as a news agency."
    told = "So one took them from the other, or both from a third."
    if marks:
        told += f" {matrix.name(marks[0].article)} bears the mark of a news agency, {marks[0].agency}."
    return f"{told} The line {quoted(credit)} tells of another outlet behind it." if credit else told


def _ask(
    matrix: Matrix, finding: Finding, seed: int, stem: str, key: tuple[str, str], difficulty: float
) -> Ask:
    evidence = _evidence(matrix, key)
    quotes = " ".join(f"{matrix.name(e.article)}: {quoted(e.text)}" for e in evidence)
    why = f"{quotes} The same words in the same order do not come about by chance: the two are not independent here."
    return Ask(matrix, finding, seed, Skill.INDEPENDENCE, stem, why, evidence, difficulty)


def _evidence(matrix: Matrix, key: tuple[str, str]) -> tuple[Evidence, ...]:
    """The pair of sentences that shows the sharing best."""
    shared = _shared(matrix, key)
    spans = zip(key, shared.pair, strict=True) if shared else ()
    return tuple(Evidence(a, s.start, s.end, s.of(matrix.reading(a).text)) for a, s in spans)

"""One utterance given in different words between the marks, cut to different lengths, or without its marks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from difflib import Match, SequenceMatcher
from itertools import combinations, pairwise

from quizzes.nlp.findings.lost_marks import find_lost_marks, quoted_position
from quizzes.nlp.findings.quoted_sentences import Quoted, are_of_one, candidates, quoted_sentences
from quizzes.nlp.findings.side_by_side import SideBySide, listed, make_finding
from quizzes.nlp.findings.word_changes import told_changes
from quizzes.nlp.types import Finding, FindingKind, Relation

ALIKE, FEWEST = 0.75, 5
"""Two quoted sentences are one utterance where they share three in four words of the shorter, and five at least."""

ALIKE_INSIDE = 0.85
"""And of the stretch from the first shared word to the last, what lies between them may differ so little."""

ALIKE_OF_ONE, FEWEST_OF_ONE = 0.7, 4
"""Where one person by name speaks, so little will do inside sentences that begin and end alike, and so few words of
one that is cut at an end."""

MOST_INSERTED = 3
"""Words that are put into a stretch of one person by name, which else is the same."""

NOT = frozenset("not never cannot don't doesn't didn't won't isn't can't".split())
BEFORE_END = 3
"""Words before a common end, in which one of two denies what the other says."""

CUT, CUT_BARE = 3, 2
"""A cut of fewer words at an end ("and", "I think") changes nothing worth a question; nor of fewer that are no `SLIPS`."""

MOST_AT_ENDS = 1
"""Words in which the two may differ before the first word that both have and behind the last."""

SLIPS = frozenset("a an the that and but so both well oh ah uh um er just".split())
"""Words that ears and transcripts drop: where nothing else differs, two articles quote the same."""

LONG_WORD, LONG_WORDS = 6, 2
"""A cut-out phrase of fewer than `FEWEST` words must hold two long ones, else it may be anybody's."""

ALTERED, TRIMMED, TRIMMED_OF_ONE = 0.75, 0.5, 0.7
"""A phrase that two speakers share may be a phrase of the day; one person by name who says both has been cut."""


def find_altered_quotations(side: SideBySide) -> Iterator[Finding]:
    """A finding for each utterance that articles quote in different words or lengths, or repeat without marks."""
    quoted = quoted_sentences(side)
    related: defaultdict[Relation, list[tuple[Quoted, Quoted]]] = defaultdict(list)
    for a, b in candidates(quoted):
        relation = relate(a.folded, b.folded, is_one=are_of_one(a, b))
        if relation is Relation.CONFLICT or (relation and not (a.is_split or b.is_split)):
            related[relation].append((a, b))
    for relation, pairs in sorted(related.items()):
        for together in connected(pairs):
            yield altered(side, relation, together)
    yield from find_lost_marks(side, quoted)


def relate(a: tuple[str, ...], b: tuple[str, ...], *, is_one: bool = False) -> Relation | None:
    """CONFLICT where words inside differ, PRECISION where one is cut out of the other; None for no or equal utterances.

    `is_one`: one person by name says both.
    """
    short, long = sorted((a, b), key=len)
    bare = [tuple(w for w in words if w not in SLIPS) for words in (short, long)]
    at = place_in(long, short)
    if at is None and place_in(bare[1], bare[0]) is not None:
        at = CUT  # inside
    if at is not None:
        is_end = is_one and at in {0, len(long) - len(short)}
        telling = (
            len(short) >= (FEWEST_OF_ONE if is_end else FEWEST)
            or sum(len(w) >= LONG_WORD for w in short) >= LONG_WORDS
        )
        is_cut = len(long) - len(short) >= CUT and len(bare[1]) - len(bare[0]) >= CUT_BARE
        return Relation.PRECISION if telling and is_cut else None
    blocks = [m for m in SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks() if m.size]
    shared = sum(m.size for m in blocks)
    if not shared:
        return None
    first, last = blocks[0], blocks[-1]
    region = last.a + last.size - first.a + last.b + last.size - first.b
    if is_one and is_denied(a, b):
        return Relation.CONFLICT
    ends = (first.a, first.b, len(a) - last.a - last.size, len(b) - last.b - last.size)
    # Where each begins, or ends, in words of its own, one person may have said the phrase twice.
    is_loose = is_one and min(ends[:2]) <= MOST_AT_ENDS and min(ends[2:]) <= MOST_AT_ENDS
    if shared < FEWEST or shared < (ALIKE_OF_ONE if is_loose else ALIKE) * len(short):
        return None
    is_inside = not (ends[0] or ends[2]) or not (ends[1] or ends[3])
    if is_one and is_inside and region - 2 * shared <= MOST_INSERTED and is_inserted(blocks):
        return Relation.CONFLICT
    alike = ALIKE_OF_ONE if is_one and max(ends) <= MOST_AT_ENDS else ALIKE_INSIDE
    return Relation.CONFLICT if 2 * shared >= alike * region else None


def is_inserted(blocks: Sequence[Match]) -> bool:
    """True where one stretch has words between which the other has none."""
    gaps = [(y.a - x.a - x.size, y.b - x.b - x.size) for x, y in pairwise(blocks)]
    return all(a == 0 for a, _ in gaps) or all(b == 0 for _, b in gaps)


def is_denied(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """True where two sentences end in the same words, said of the same, which one of them denies ("once we know why",
    "we do not know why")."""
    together = enumerate(zip(a[::-1], b[::-1], strict=False))
    size = next((n for n, (x, y) in together if x != y), min(len(a), len(b)))
    one, other = (set(words[: len(words) - size][-BEFORE_END:]) for words in (a, b))
    return size >= FEWEST_OF_ONE and bool(one & other - NOT) and bool(one & NOT) != bool(other & NOT)


def place_in(long: Sequence[str], short: Sequence[str]) -> int | None:
    """Where the words of one stand in a row in the other, None where they do not."""
    return next((n for n in range(len(long) - len(short) + 1) if long[n : n + len(short)] == short), None)


def connected(pairs: Iterable[tuple[Quoted, Quoted]]) -> list[list[Quoted]]:
    """The quoted sentences that hang together by pairs."""
    sets: list[list[Quoted]] = []
    for pair in pairs:
        joined = [s for s in sets if pair[0] in s or pair[1] in s]
        sets = [s for s in sets if s not in joined]
        sets.append(list(dict.fromkeys([q for s in joined for q in s] + list(pair))))
    return sets


def altered(side: SideBySide, relation: Relation, quoted: list[Quoted]) -> Finding:
    names = listed([side.name(a) for a in sorted({q.article for q in quoted})])
    how = "in different words" if relation is Relation.CONFLICT else "at different lengths"
    trimmed = TRIMMED_OF_ONE if frozenset.intersection(*(q.known_as for q in quoted)) else TRIMMED
    return make_finding(
        FindingKind.QUOTATION_ALTERED,
        [quoted_position(side, q.article, q.span, q.speaker) for q in quoted],
        f"{names} quote one statement {how}. {difference(side, relation, quoted)}".strip(),
        ALTERED if relation is Relation.CONFLICT else trimmed,
        relation=relation,
        aspect="words" if relation is Relation.CONFLICT else "length",
    )


def difference(side: SideBySide, relation: Relation, quoted: list[Quoted]) -> str:
    """What one of the articles has changed or cut, by the first pair that stands in this relation."""
    one, other = next(
        (a, b)
        for a, b in combinations(quoted, 2)
        if a.article != b.article and relate(a.folded, b.folded, is_one=are_of_one(a, b)) is relation
    )
    texts = [side.slice(q.article, q.span.start, q.span.end).text for q in (one, other)]
    return told_changes(side.name(one.article), texts[0], side.name(other.article), texts[1], SLIPS)

"""Different words for one person, group, thing or act."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from quizzes.nlp.findings.label_joins import Called, Sort, find_called, folded
from quizzes.nlp.findings.label_proofs import differ_in_substance, is_clean, is_one_sort, proven
from quizzes.nlp.findings.person_labels import person_wordings, said
from quizzes.nlp.findings.side_by_side import SHOWN, SideBySide, listed, make_finding, phrase_position
from quizzes.nlp.types import Finding, FindingKind, Label, Manner, Reading, Span

HEADS_DIFFER, MODIFIERS_DIFFER, NOUN_SHARED, UNSURE, MORE_SAID = 0.75, 0.65, 0.5, 0.5, 0.4

FEW = {Sort.PERSON: 3, Sort.GROUP: 4, Sort.THING: 4, Sort.NOUN: 2}
"""Labels of one article that a finding shows at most: those of headline and lead, then the longest."""

STEM = 6
"""Letters that tell a word from others: "resigns", "resigned" and "resignation" say the same."""

MOST_BARE = 3
"""Of these, how many may be a noun alone ("the law"): further ones are more often another thing."""

WHAT = {Sort.PERSON: "person", Sort.GROUP: "people", Sort.THING: "thing", Sort.NOUN: "thing"}

WHAT_ONE = WHAT | {Sort.GROUP: "person"}
"""Where no label is a plural: "the economics professor"."""

ASPECT = {Sort.PERSON: "person", Sort.GROUP: "actor", Sort.THING: "thing", Sort.NOUN: "thing"}

Wordings = dict[str, dict[str, Label]]
"""Article → folded words → the first label of these words."""


def find_label_choices(side: SideBySide) -> Iterator[Finding]:
    """A finding for each person, group, thing or act that at least two articles call by different words."""
    own = [label for r in side.originals for label in own_labels(r)]
    for called in find_called(own, side.occurrences):
        wordings = person_wordings(called) if called.sort is Sort.PERSON else wordings_of(called)
        told = {article: telling(called, words) for article, words in wordings.items() if words}
        confident = confidence(called, told)
        if len(told) < 2 or confident is None:
            continue
        sure = surely_one(side, called, told) if confident >= SHOWN else {}
        if sure and (sure_confidence := confidence(called, sure)) is not None:
            yield finding_of(side, called, sure, sure_confidence)
            confident = min(confident, UNSURE)
        if sure != told:
            yield finding_of(side, called, told, confident if confident < SHOWN else UNSURE)


def surely_one(side: SideBySide, called: Called, told: dict[str, list[Label]]) -> dict[str, list[Label]]:
    """The labels that a question may rest on, of two articles at least; {} where sameness is not shown."""
    if called.sort is Sort.THING:
        kept = proven(side, told)
        return kept if len(kept) > 1 and differ_in_substance(kept) else {}
    clean = {article: [x for x in labels if is_clean(side, x)] for article, labels in told.items()}
    kept = {article: labels for article, labels in clean.items() if labels}
    if called.sort is Sort.GROUP and not is_one_sort(kept):
        return {}
    return kept if len(kept) > 1 else {}


def finding_of(side: SideBySide, called: Called, told: dict[str, list[Label]], sure: float) -> Finding:
    return make_finding(
        FindingKind.LABEL_CHOICE,
        [
            phrase_position(side, label.article, Span(label.start, label.end))
            for labels in told.values()
            for label in labels
        ],
        summary(side, called, told),
        sure,
        aspect=ASPECT[called.sort],
    )


def own_labels(reading: Reading) -> Iterator[Label]:
    """The labels that do not stand between quotation marks: those are a speaker's choice."""
    quoted = [Span(q.start, q.end) for q in reading.quotations if q.manner is not Manner.INDIRECT]
    return (label for label in reading.labels if not any(q.covers(label.start, label.end) for q in quoted))


def wordings_of(called: Called) -> Wordings:
    """The wordings of each article, without those that all articles use and those that a longer one holds."""
    found: defaultdict[str, dict[str, Label]] = defaultdict(dict)
    for label in called.labels:
        found[label.article].setdefault(folded(label), label)
    shared = frozenset.intersection(*(frozenset(words) for words in found.values()))
    return {article: distinct(words, shared) for article, words in found.items()}


def distinct(words: dict[str, Label], shared: frozenset[str]) -> dict[str, Label]:
    """The wordings that say something of their own; where all articles share all, the shared ones."""
    kept = {w: x for w, x in words.items() if w not in shared} or words
    own = {w: x for w, x in kept.items() if w and not any(w != v and holds(v, w) for v in kept)}
    first: dict[str, str] = {}
    for wording in own:
        first.setdefault(wording[:STEM] if " " not in wording else wording, wording)
    return {w: own[w] for w in first.values()}


def holds(longer: str, shorter: str) -> bool:
    """True where the words of one wording are the last of the other: "bill" in "reform bill"."""
    return f" {longer}".endswith(f" {shorter}")


def telling(called: Called, words: dict[str, Label]) -> list[Label]:
    """The labels of one article that say most, in their order in the text."""
    most = sorted(words.values(), key=lambda x: (not x.is_lead, -len(x.text.split()), x.start))
    kept = [x for n, x in enumerate(most[: FEW[called.sort]]) if n < MOST_BARE or " " in folded(x)]
    return sorted(kept, key=lambda x: x.start)


def confidence(called: Called, told: dict[str, list[Label]]) -> float | None:
    """Highest where the heads differ; lowest where one article only leaves out what the other adds ("a lone guard");
    None where nothing differs."""
    if called.sort is Sort.PERSON:
        return differing(frozenset(frozenset(said(x).split()) for x in labels) for labels in told.values())
    sets = [frozenset(folded(x) for x in labels) for labels in told.values()]
    if len(set(sets)) < 2:
        return None
    described = [frozenset(w for w in words if " " in w) for words in sets]
    differ = any(a - b and b - a for a, b in combinations(described, 2))
    if called.sort is Sort.NOUN:
        return NOUN_SHARED if differ else None
    if called.sort is Sort.THING and not told_alike(called, told):
        return UNSURE
    if len({frozenset(head(x) for x in labels) for labels in told.values()}) > 1:
        return HEADS_DIFFER
    return MODIFIERS_DIFFER if differ else MORE_SAID


def told_alike(called: Called, told: dict[str, list[Label]]) -> bool:
    """False where two articles may well mean two things: the same noun ("the spending bill", "the immigration bill") or
    names, and no word before it that both have."""
    by_article = {a: [x for x in called.labels if x.article == a] for a in told}
    return all(may_be_one(by_article[a], by_article[b]) for a, b in combinations(sorted(by_article), 2))


def may_be_one(one: list[Label], other: list[Label]) -> bool:
    ours, theirs = (frozenset(w for x in labels for w in folded(x).split()[:-1]) for labels in (one, other))
    if ours & theirs or not ours or not theirs:
        return True
    heads = {head(x) for x in one if " " in folded(x)} & {head(x) for x in other if " " in folded(x)}
    return not heads and not (named(one) and named(other))


def named(labels: list[Label]) -> bool:
    """True where a label holds a name, as its capitals tell in the midst of a sentence."""
    return any(w[:1].isupper() for x in labels for w in x.text.split() if not x.text.istitle())


def differing(articles: Iterable[frozenset[frozenset[str]]]) -> float | None:
    """The confidence that two articles describe a person differently, None where all say the same."""
    told = [frozenset().union(*words) for words in articles]
    if len(set(told)) < 2:
        return None
    return MODIFIERS_DIFFER if any(a - b and b - a for a, b in combinations(told, 2)) else MORE_SAID


def head(label: Label) -> str:
    """The stem of the last word of a label's first phrase."""
    words = re.findall(r"\w+", label.text.casefold().partition(" of ")[0])
    return words[-1].removesuffix("s")[:STEM] if words else ""


def summary(side: SideBySide, called: Called, told: dict[str, list[Label]]) -> str:
    """One wording of each article: that which fewest other articles have."""
    times = Counter(folded(x) for labels in told.values() for x in labels)
    parts = []
    for article, labels in sorted(told.items()):
        best = min(labels, key=lambda x: (times[folded(x)], not x.is_lead, -len(x.text.split()), x.start))
        parts.append(f"{side.name(article)} writes “{' '.join(best.text.split())}”")
    several = any(x.text.split()[-1].endswith("s") for labels in told.values() for x in labels)
    what = WHAT[called.sort] if several else WHAT_ONE[called.sort]
    return f"Different words for the same {what}: {listed(parts)}."

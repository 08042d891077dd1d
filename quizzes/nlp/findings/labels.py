"""Different words for one actor."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations

from quizzes.nlp.findings.side_by_side import SideBySide, listed, make_finding, phrase_position
from quizzes.nlp.types import Finding, FindingKind, Label, Manner, Reading, Span

HEADS_DIFFER, MODIFIERS_DIFFER, MORE_SAID = 0.75, 0.65, 0.4

FEW = 6
"""Labels of one article that a finding shows at most: the longest, since they say most."""


def find_label_choices(side: SideBySide) -> Iterator[Finding]:
    """A finding for each actor whom at least two articles call by different words, quoted words left out."""
    for labels in actors([label for r in side.originals for label in own_labels(r)]):
        by_article: defaultdict[str, dict[str, Label]] = defaultdict(dict)
        for label in labels:
            by_article[label.article].setdefault(folded(label), label)
        wordings = [frozenset(words) for _, words in sorted(by_article.items())]
        if len(set(wordings)) < 2:
            continue
        yield make_finding(
            FindingKind.LABEL_CHOICE,
            [
                phrase_position(side, label.article, Span(label.start, label.end))
                for texts in by_article.values()
                for label in telling(texts)
            ],
            summary(side, by_article),
            confidence(wordings),
            aspect="actor",
        )


def confidence(wordings: list[frozenset[str]]) -> float:
    """Highest where the heads differ; lowest where one article only leaves out what the other adds ("a lone guard")."""
    heads = {frozenset(words.split()[-1] for words in wording) for wording in wordings}
    if len(heads) > 1:
        return HEADS_DIFFER
    described = [frozenset(w for w in wording if " " in w) for wording in wordings]
    differ = any(a - b and b - a for a, b in combinations(described, 2))
    return MODIFIERS_DIFFER if differ else MORE_SAID


def own_labels(reading: Reading) -> Iterator[Label]:
    """The labels that do not stand between quotation marks: those are a speaker's choice."""
    quoted = [Span(q.start, q.end) for q in reading.quotations if q.manner is not Manner.INDIRECT]
    return (label for label in reading.labels if not any(q.covers(label.start, label.end) for q in quoted))


def actors(labels: list[Label]) -> list[list[Label]]:
    """The labels that are for one actor: of one class of heads, and joined by a name.

    `Label.actor` is "class" or "class:name+name".
    """
    classes: defaultdict[str, list[Label]] = defaultdict(list)
    for label in labels:
        classes[label.actor.partition(":")[0]].append(label)
    return [actor for _, members in sorted(classes.items()) for actor in joined(members)]


def joined(members: list[Label]) -> list[list[Label]]:
    """The labels of one class, an actor each; a label without a name goes to the only actor its article names."""
    groups: list[tuple[set[str], list[Label]]] = []
    for label in (m for m in members if names(m)):
        same = [g for g in groups if g[0] & names(label)]
        groups = [g for g in groups if not g[0] & names(label)]
        groups.append((names(label).union(*(g[0] for g in same)), [x for g in same for x in g[1]] + [label]))
    bare = [m for m in members if not names(m)]
    if not groups:
        return [bare]
    actors = [list(group) for _, group in groups]
    for label in bare:
        near = [n for n, (_, group) in enumerate(groups) if any(x.article == label.article for x in group)]
        if len(near) == 1:
            actors[near[0]].append(label)
    return [sorted(actor, key=lambda x: (x.article, x.start)) for actor in actors]


def names(label: Label) -> set[str]:
    return set(filter(None, label.actor.partition(":")[2].split("+")))


def folded(label: Label) -> str:
    """A label as it is told apart from others: no case, no plural ending, one form of a name and its adjective."""
    words = [w.removesuffix("s") for w in re.findall(r"\w+", label.text.casefold())]
    stems = names(label)
    return " ".join(next((s for s in stems if w.startswith(s)), w) for w in words)


def telling(texts: dict[str, Label]) -> list[Label]:
    """The labels of one article that say most, in their order in the text."""
    most = sorted(texts.values(), key=lambda x: (-len(x.text.split()), x.start))[:FEW]
    return sorted(most, key=lambda x: x.start)


def summary(side: SideBySide, by_article: dict[str, dict[str, Label]]) -> str:
    """One wording of each article: that which fewest other articles have."""
    times = Counter(words for texts in by_article.values() for words in texts)
    told = []
    for article, texts in sorted(by_article.items()):
        words = min(texts, key=lambda w: (times[w], -len(w.split()), texts[w].start))
        told.append(f"{side.name(article)} writes “{texts[words].text}”")
    return f"Different words for the same people: {listed(told)}."

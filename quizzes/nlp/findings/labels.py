"""Different words for one actor."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from quizzes.nlp.findings.side_by_side import SideBySide, listed, make_finding, phrase_position
from quizzes.nlp.types import Finding, FindingKind, Label, Manner, Reading, Span

HEADS_DIFFER, MODIFIERS_DIFFER = 0.75, 0.65

FEW = 6
"""Labels of one article that a finding shows at most: the longest, since they say most."""


def find_label_choices(side: SideBySide) -> Iterator[Finding]:
    """A finding for each actor whom at least two articles call by different words, quoted words left out."""
    for labels in actors([label for r in side.originals for label in own_labels(r)]):
        by_article: defaultdict[str, dict[str, Label]] = defaultdict(dict)
        for label in labels:
            by_article[label.article].setdefault(folded(label.text), label)
        wordings = {frozenset(words) for words in by_article.values()}
        if len(by_article) < 2 or len(wordings) < 2:
            continue
        heads = {frozenset(words.split()[-1] for words in texts) for texts in by_article.values()}
        chosen = [label for texts in by_article.values() for label in telling(texts)]
        yield make_finding(
            FindingKind.LABEL_CHOICE,
            [phrase_position(side, label.article, Span(label.start, label.end)) for label in chosen],
            f"Different words for the same actors: {listed([calls(side, a, t) for a, t in sorted(by_article.items())])}.",
            HEADS_DIFFER if len(heads) > 1 else MODIFIERS_DIFFER,
            aspect="actor",
        )


def own_labels(reading: Reading) -> Iterator[Label]:
    """The labels that do not stand between quotation marks: those are a speaker's choice."""
    quoted = [Span(q.start, q.end) for q in reading.quotations if q.manner is not Manner.INDIRECT]
    return (label for label in reading.labels if not any(q.covers(label.start, label.end) for q in quoted))


def actors(labels: list[Label]) -> list[list[Label]]:
    """The labels that are for one actor: of one class of heads, and joined by a name.

    `Label.actor` is "class" or "class:name+name". Labels with a name in common are joined; those without a name
    go to the class's only named actor, or form one of their own where no name divides the class.
    """
    classes: defaultdict[str, list[Label]] = defaultdict(list)
    for label in labels:
        classes[label.actor.partition(":")[0]].append(label)
    return [actor for _, members in sorted(classes.items()) for actor in joined(members)]


def joined(members: list[Label]) -> list[list[Label]]:
    groups: list[tuple[set[str], list[Label]]] = []
    for label in (m for m in members if names(m)):
        same = [g for g in groups if g[0] & names(label)]
        groups = [g for g in groups if not g[0] & names(label)]
        groups.append((names(label).union(*(g[0] for g in same)), [x for g in same for x in g[1]] + [label]))
    bare = [m for m in members if not names(m)]
    if not groups:
        return [bare] if bare else []
    if len(groups) == 1:
        groups[0][1].extend(bare)
    return [sorted(group, key=lambda x: (x.article, x.start)) for _, group in groups]


def names(label: Label) -> set[str]:
    return set(filter(None, label.actor.partition(":")[2].split("+")))


def folded(words: str) -> str:
    """A label as it is told apart from others: no case, no plural ending, hyphens as blanks."""
    return " ".join(w.removesuffix("s") for w in re.findall(r"\w+", words.casefold()))


def telling(texts: dict[str, Label]) -> list[Label]:
    """The labels of one article that say most, in their order in the text."""
    most = sorted(texts.values(), key=lambda x: (-len(x.text.split()), x.start))[:FEW]
    return sorted(most, key=lambda x: x.start)


def calls(side: SideBySide, article: str, texts: dict[str, Label]) -> str:
    return f"{side.name(article)} writes {listed([f'“{x.text}”' for x in telling(texts)[:3]])}"

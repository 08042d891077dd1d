"""What each article calls a person, without mere titles and the parts of a name. Free of spaCy."""

from __future__ import annotations

import re
from collections import defaultdict

from quizzes.nlp.findings.label_joins import Called, name_parts
from quizzes.nlp.lexicons.titles import SAME_TITLE, TITLES
from quizzes.nlp.types import Label

SMALL = frozenset(
    "a an the of in for on at to and or who whose is was has had s with from by his her its their our my your that as".split()
)


def person_wordings(called: Called) -> dict[str, dict[str, Label]]:
    """The descriptions of each article by what they say; empty where no article says more than name and title."""
    found: defaultdict[str, dict[str, Label]] = defaultdict(dict)
    for label in called.labels:
        wording = said(label)
        known = found[label.article].get(wording)
        if known is None or (label.is_lead and not known.is_lead):
            found[label.article][wording] = label
    if not any(words for wordings in found.values() for words in wordings):
        return {}
    return {article: own(words) for article, words in found.items()}


def own(words: dict[str, Label]) -> dict[str, Label]:
    """The descriptions that say more than a title, else the title with the name, if headline or lead has it: for persons
    beside the story every paper gives but the title."""
    more = {w: x for w, x in words.items() if w}
    if more:
        return {
            w: x for w, x in more.items() if not any(w != v and set(w.split()) < set(v.split()) for v in more)
        }
    return {w: x for w, x in words.items() if x.is_lead}


def said(label: Label) -> str:
    """The words of a label without name, titles and small words, folded; "" where it says no more than a title."""
    parts = set(name_parts(label))
    found = re.findall(r"\w+", label.text.casefold().replace(".", ""))
    words = {SAME_TITLE.get(w, w) for w in found if w not in parts | SMALL}
    return " ".join(sorted({w.removesuffix("s") for w in words - TITLES}))

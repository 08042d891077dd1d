"""Which labels of different articles are surely for one thing, so that a question may rest on them. Free of spaCy.

A noun in common does not show it: "the spending bill" and "the immigration bill" are two, "the mayor's budget" and "the budget
plan" may be. What does: two articles tell one happening by these words, or they say of one noun the same ("text messages" beside
"angry text messages"), or they lead with the one act that such a story has ("sacked", "dismissal") and name the same persons there.
"""

from __future__ import annotations

import re
from calendar import day_name, month_name
from collections import Counter
from datetime import date
from itertools import combinations

from quizzes.nlp.findings.comparable import STOP
from quizzes.nlp.findings.label_joins import folded, names
from quizzes.nlp.findings.side_by_side import SideBySide, role_at
from quizzes.nlp.lexicons.titles import TITLES
from quizzes.nlp.types import Label, Role

MOST_DAYS = 14
"""Days between two articles that still tell of one thing when they use a general word for it."""

STEM = 6

SINGLE = frozenset("firing leaving death lawsuit result closing crash quake storm ruling".split())
"""Classes of acts of which a story has one; of attacks, charges or reactions it has many."""

SAID = frozenset({"remark", "remarks"})
"""What is said is known by who said it: "Roe's comments", "Roe's remarks"."""

OTHER = frozenset("wrong other another similar such former previous separate different any every".split())
"""Words that call something beside the thing."""

DEFINITE = frozenset("the his her its their this these our".split())

BEFORE_VERB = frozenset("have has had but who which that to or not".split())
"""Behind these a participle is a verb: "states that have legalized gambling"."""

POWERS = frozenset("million billion trillion".split())

ASSEMBLED = frozenset("base group organi party moveme camp coalit body allian union commit faction".split())
"""Stems of nouns for several people as one."""

DAYS = frozenset(name.casefold() for name in (*day_name, *month_name) if name)

ADDRESS = frozenset("mr mrs ms dr".split())


def is_clean(side: SideBySide, label: Label) -> bool:
    """False for words that are cut out of a longer phrase, or hold a list, a credit, or one mark of quotation of two."""
    text = side.reading(label.article).text
    words = re.findall(r"\w+", label.text.casefold())
    if not words or re.search(r"[,/]|\band\b|\bof \w+ing\b", label.text):
        return False
    if label.text.count("“") != label.text.count("”") or label.text.count('"') % 2:
        return False
    before = re.findall(r"\S+", text[max(label.start - 40, 0) : label.start].rpartition("\n")[2])[-1:]
    last = before[0].casefold() if before else ""
    if text[label.start - 1 : label.start] in {"-", "‑"} or last.endswith("ly") or words[0] in POWERS:
        return False
    if (words[0].endswith("ed") and last in BEFORE_VERB) or (last == "and" and is_possessive(label)):
        return False
    return not (" of " in label.text and re.match(r" [A-Z]", text[label.end : label.end + 2]))


def is_other(label: Label) -> bool:
    """True for "the wrong plane", "similar plans"."""
    return label.text.casefold().split()[0] in OTHER


def is_possessive(label: Label) -> bool:
    return "’s " in label.text or "'s " in label.text


def is_one_sort(told: dict[str, list[Label]]) -> bool:
    """False where some labels of a group are for bodies and others for people: "the liberal base", "liberal groups"."""
    kinds = {noun(x) in ASSEMBLED for labels in told.values() for x in labels}
    return len(kinds) == 1


def proven(side: SideBySide, told: dict[str, list[Label]]) -> dict[str, list[Label]]:
    """Of the labels of a thing those that are surely for what some label of another article is for; {} where none is."""
    labels = [x for mine in told.values() for x in mine if is_clean(side, x) and not is_other(x)]
    sure: set[int] = set()
    for one, other in combinations(labels, 2):
        if one.article != other.article and is_one(side, one, other):
            sure |= {id(one), id(other)}
    kept = {article: [x for x in mine if id(x) in sure] for article, mine in told.items()}
    return {article: mine for article, mine in kept.items() if mine}


def is_one(side: SideBySide, one: Label, other: Label) -> bool:
    """True where two labels of different articles are surely for one thing."""
    if not (one.is_lead or other.is_lead) or not are_near(side, one.article, other.article):
        return False
    if calls_otherwise(side, one, other) or calls_otherwise(side, other, one):
        return False
    if told_together(side, one, other):
        return True
    if not same_owner(one, other):
        return False
    kind = one.actor.partition(":")[0]
    if kind in SINGLE and one.is_lead and other.is_lead:
        return bool(named_beside(side, one) & named_beside(side, other))
    if kind in SAID and names(one) and names(other):
        return True
    if not modifiers(one) & modifiers(other):
        return False
    known = [is_definite(side, x) for x in (one, other)]
    return all(known) or (noun(one) == noun(other) and (any(known) or is_headed(side, one, other)))


def is_headed(side: SideBySide, *labels: Label) -> bool:
    """True where one of the labels stands in a headline, which leaves out "the"."""
    return any(role_at(side.reading(x.article), x.start) is Role.HEADLINE for x in labels)


def are_near(side: SideBySide, one: str, other: str) -> bool:
    """False for articles that appeared far apart; True where a date is not known."""
    days = [side.reading(a).published for a in (one, other)]
    if None in days:
        return True
    first, second = (date.fromisoformat(str(d)[:10]) for d in days)
    return abs((first - second).days) <= MOST_DAYS


def told_together(side: SideBySide, one: Label, other: Label) -> bool:
    """True where both labels call happenings that are one occurrence."""
    if one.happening is None or other.happening is None:
        return False
    return any({one.happening, other.happening} <= set(o.happenings) for o in side.occurrences)


def calls_otherwise(side: SideBySide, label: Label, other: Label) -> bool:
    """True where the article of a label, outside its headline, uses the other's noun more often than its own: it may part the
    two things."""
    if noun(label) == noun(other) or is_headed(side, label):
        return False
    text = side.reading(label.article).text.casefold()
    times = Counter(w.removesuffix("s")[:STEM] for w in re.findall(r"\w+", text))
    return times[noun(other)] > times[noun(label)]


def same_owner(one: Label, other: Label) -> bool:
    """False where both say whose it is and name two: "Roe's plan", "the Poe-Roe plan"."""
    ours, theirs = owners(one), owners(other)
    if not ours or not theirs or ours == theirs:
        return True
    is_full_name = not any("-" in x.text or "‑" in x.text for x in (one, other))
    return is_full_name and bool(ours & theirs) and (ours < theirs or theirs < ours)


def owners(label: Label) -> set[str]:
    return names(label) - ADDRESS


def modifiers(label: Label) -> set[str]:
    """The words before a label's noun that are neither a name nor a title, each by its stem."""
    words = folded(label).split()[:-1]
    return {w[:STEM] for w in words} - {n[:STEM] for n in names(label)} - ADDRESS - TITLES


def noun(label: Label) -> str:
    """The stem of the last word before "of"."""
    words = re.findall(r"\w+", label.text.casefold().partition(" of ")[0])
    return words[-1].removesuffix("s")[:STEM] if words else ""


def is_definite(side: SideBySide, label: Label) -> bool:
    """True for one thing, or for several that "the", a pronoun or an owner makes known."""
    if not label.text.endswith("s") or label.text.endswith("ss") or names(label):
        return True
    before = re.findall(r"\w+", side.reading(label.article).text[max(label.start - 20, 0) : label.start])[-1:]
    return bool(before) and before[0].casefold() in DEFINITE


def named_beside(side: SideBySide, label: Label) -> set[str]:
    """The names in a label's sentence, folded: words with a capital that do not open it, no days and months; of a headline that
    writes all its words large, these."""
    sentence = side.sentence(label.article, label.start)
    if sentence is None:
        return set()
    found = {w.casefold() for w in re.findall(r"(?<!^)\b[A-Z]\w{2,}", sentence.text)}
    return found - DAYS - STOP - TITLES


def differ_in_substance(told: dict[str, list[Label]]) -> bool:
    """True where two articles use other nouns, or another adjective, not only a fuller name ("the report", "the Roe report")."""
    nouns = [frozenset(noun(x) for x in labels) for labels in told.values()]
    adjectives = [frozenset(w for x in labels for w in modifiers(x)) for labels in told.values()]
    return len(set(nouns)) > 1 or len(set(adjectives)) > 1

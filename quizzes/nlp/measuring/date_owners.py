"""What a date is of: the verb or noun that it hangs on, or the nearer one where the parse reaches too far."""

from __future__ import annotations

import re

from spacy.tokens import Token

from quizzes.nlp.lexicons.numbers import CURRENCIES, DISTANCES, DURATIONS, WEIGHTS
from quizzes.nlp.lexicons.wordlists import words
from quizzes.nlp.measuring.deeds import DATED_BY_YEAR, WORDS_OF, dated_deed
from quizzes.nlp.measuring.noun_phrases import lemma_of
from quizzes.nlp.measuring.suppositions import NEGATIONS, is_conditional

WRITTEN_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
STRETCH = frozenset({"from", "between", "to"})
"""Prepositions of a stretch of time, which belongs to its noun ("savings from 2013 to 2022")."""
SPOKEN = words("say tell add note explain state comment reply respond ask quote")
"""Own list: verbs that only hand words on; who announces, testifies or calls for something does what can be dated."""
HABITS = words("usually typically normally often always annually generally traditionally")
UNITS = DISTANCES | WEIGHTS | CURRENCIES
EMPTY = words("happen occur hold be have do")
"""Verbs that leave what happened to their subject."""
EXPECTED = words("expect schedule plan set slate due predict forecast hope intend aim")
"""Words whose infinitive is still to come."""
STEPS = 3
LOOSE = frozenset({"early", "late", "mid", "the", "-"})
"""Words that may stand between a preposition and its date."""
SUMMED = words("total number sum figure amount level high low rate average")
"""What is told since a day ("bringing the total since May to 40")."""
COMPARED = words("follow compare match")
"""Verbs that set a figure beside another ("that follows 200 in June")."""
AHEAD = words(
    "plan promise pledge proposal threat bid attempt effort chance ability opportunity right request call hope"
)
"""Nouns whose infinitive may never come about."""
DATING = frozenset({"date", "dates", "dated", "dating"})
NAMED_DAYS = words("super black cyber ash bloody giving fat palm easter shrove maundy")
"""Words that make a weekday a day of its own ("Super Tuesday"), which falls in no near week."""


def owner_of(outer: Token, at: list[Token]) -> Token | None:
    """What a date is of: the noun for an act that it hangs on, else the verb above; None for a date that stands alone or
    tells one thing from another ("the 2020 candidates")."""
    head = governor_of(outer, at)
    if head is None or is_habit(head) or is_walled_off(head, at[0]) or is_aside(head, at):
        return None
    if head.i > outer.i and any(outer.i < c.i for c in head.children if c.dep_ == "mark"):
        # "On Monday, a day before the mayor left, he …"
        head = head.head
    if is_spoken(head) and (noun := words_before(at[0])):
        return noun
    if (nearer := verb_between(head, at[0])) is not None:
        is_open = nearer.tag_ == "VB" or (nearer.tag_ == "VBG" and nearer.dep_ == "acl")
        if nearer.pos_ == "AUX" or is_open or is_dated_otherwise(nearer, at[0]):
            return None
        head = nearer
    if head.tag_ == "VBG" and head.head.pos_ == "NOUN" and at[0].nbor(-1).lower_ == "since":
        # "the only case involving harm since 2013"
        return head.head
    held = noun_held(head) if head.lemma_.lower() in EMPTY | {"take"} else head
    deed = dated_deed(total_before(at[0]) or held, at) if held is not None else None
    if deed is not None and deed.pos_ == "VERB" and deed.dep_ == "acl" and is_infinitive(deed):
        deed = decided(deed.head)
    return deed if deed is not None and not is_left_open(deed, at[0]) else None


def governor_of(outer: Token, at: list[Token]) -> Token | None:
    """The verb, or the noun for an act, that the parse hangs a date on."""
    token = outer
    for _ in range(STEPS):
        head = token.head
        if head == token or head.is_space:
            return None
        if head not in at and (is_predicate(head) or is_dated_noun(head, outer)):
            return head
        if token == outer and is_within_phrase(outer, at):
            return None
        token = head
    return None


def words_before(first: Token) -> Token | None:
    """The noun for words right before a date ("spoke in a toast Monday night", "in an interview on Monday")."""
    doc, at = first.doc, first.i - 1
    if at > first.sent.start and doc[at].lower_ == "on":
        at -= 1
    noun = doc[at] if at > first.sent.start else None
    return noun if noun is not None and noun.pos_ == "NOUN" and lemma_of(noun) in WORDS_OF else None


def is_habit(verb: Token) -> bool:
    """True for what is done again and again ("usually opens in May"): it has no date."""
    return any(c.lower_ in HABITS for c in verb.children)


def is_walled_off(head: Token, first: Token) -> bool:
    """True for a date in brackets that its verb stands outside of: it is of the words before the bracket."""
    between = [t.text for t in first.doc[min(head.i, first.i) : max(head.i, first.i)]]
    return between.count("(") != between.count(")")


def follows_measure(first: Token) -> bool:
    """True for "40 pounds between 2005 and 2008": the years of the figure, not of what was done."""
    if first.i > first.sent.start + 1 and WRITTEN_YEAR.fullmatch(first.nbor(-2).text):
        first = first.nbor(-2)
    if first.i < first.sent.start + 2 or first.nbor(-1).lower_ not in STRETCH:
        return False
    return lemma_of(first.nbor(-2)) in UNITS or first.nbor(-2).tag_ == "CD"


def is_aside(head: Token, at: list[Token]) -> bool:
    """True for a date that says when of nothing: of a figure, a comparison, a stretch, or a part of a name."""
    first, sentence = at[0], at[0].sent
    before = [t for t in sentence.doc[max(sentence.start, first.i - 4) : first.i] if t.lower_ not in LOOSE]
    prep, ahead = ([None, None, *before])[-1], ([None, None, *before])[-2]
    if prep is None:
        return is_in_name(at)
    if prep.lower_ in {"than", "into"} or follows_measure(first):
        return True
    if ahead is not None and (
        (ahead.lower_ == "than" and prep.pos_ == "ADP")
        or (ahead.lower_ == "back" and prep.lower_ == "to" and not follows_dating(ahead))
        or (ahead.tag_ == "CD" and head.lemma_.lower() in COMPARED)
    ):
        return True
    return (prep.is_title and prep.lower_ in NAMED_DAYS) or is_in_name(at)


def follows_dating(word: Token) -> bool:
    """True for the "back" of "a fair dating back to 1909", which says when it began."""
    return word.i > 0 and word.nbor(-1).lower_ in DATING


def is_in_name(at: list[Token]) -> bool:
    """True for "a 1970s-era law" and "Saturday Night Live"."""
    last = at[-1]
    follows = [t.lower_ for t in last.doc[last.i + 1 : last.i + 3]]
    return follows in (["-", "era"], ["-", "style"]) or (
        follows[:1] in (["live"], ["lights"], ["fever"]) and last.is_title
    )


def is_left_open(deed: Token, first: Token) -> bool:
    """True for a verb under "if", with "not", or told as an aim of something else ("a vote to end it on Monday")."""
    if deed.pos_ != "VERB":
        return False
    if is_infinitive(deed) and deed.dep_ in {"acl", "advcl"} and deed.head.lemma_.lower() not in EXPECTED:
        return True
    is_until = any(
        t.lower_ in {"until", "till"} for t in deed.doc[max(deed.sent.start, first.i - 3) : first.i]
    )
    return is_conditional(deed) or (is_negated(deed) and not is_until)


def is_infinitive(verb: Token) -> bool:
    return any(c.lower_ == "to" and c.dep_ == "mark" for c in verb.children)


def decided(noun: Token) -> Token | None:
    """What a date behind an infinitive on a noun is of: "the decision to end it on Monday", "gave votes to end it on Monday";
    None where the noun looks ahead ("a plan to end it on Monday")."""
    if lemma_of(noun) in AHEAD:
        return None
    if lemma_of(noun) in DATED_BY_YEAR:
        return noun
    verb = noun.head
    return verb if noun.dep_ == "obj" and verb.tag_ in {"VBD", "VBN"} else None


def total_before(first: Token) -> Token | None:
    """The noun of "the total since May": the day is when its counting began."""
    if first.i < first.sent.start + 2 or first.nbor(-1).lower_ != "since":
        return None
    return first.nbor(-2) if lemma_of(first.nbor(-2)) in SUMMED else None


def is_negated(deed: Token) -> bool:
    return any(c.lower_ in NEGATIONS for c in deed.children)


def is_dated_otherwise(verb: Token, first: Token) -> bool:
    """True where another date stands between a verb and this one ("how she won in 2031 and how a loss in 2033 …")."""
    return any(t.ent_type_ == "DATE" for t in verb.doc[verb.i + 1 : first.i - 1])


def verb_between(head: Token, first: Token) -> Token | None:
    """The verb nearest to a date of those that stand between it and what the parse hangs it on: parsers reach too far."""
    is_noun = head.pos_ in {"NOUN", "PROPN"}
    between = [t for t in head.doc[head.i + 1 : first.i] if t.dep_ not in {"amod", "compound", "case"}]
    return next(
        (
            t
            for t in reversed(between)
            if (t.pos_ == "VERB" and not (is_noun and t.lemma_.lower() in EMPTY))
            or (t.pos_ == "AUX" and t.dep_ == "cop" and not is_noun)
        ),
        None,
    )


def noun_behind(last: Token) -> Token | None:
    """The noun for an act that a full date stands before ("the June 3, 2031, election")."""
    if not WRITTEN_YEAR.fullmatch(last.text) or last.i + 2 >= last.sent.end:
        return None
    noun = last.nbor(2) if last.nbor(1).text == "," else last.nbor(1)
    return noun if noun.pos_ == "NOUN" and lemma_of(noun) in DATED_BY_YEAR else None


def is_counted_from(first: Token) -> bool:
    """True for the date of "weeks before 3 May", which is not when it was."""
    before = first.doc[max(first.sent.start, first.i - 3) : first.i]
    at = next((t.i for t in before if t.lower_ in {"before", "after"}), 0)
    return at > first.sent.start and lemma_of(first.doc[at - 1]) in DURATIONS


def is_predicate(word: Token) -> bool:
    """True for a verb and for an adjective that tells ("was open"); not for a word that only opens a line ("Updated: …")."""
    if word.i == word.sent.start and word.nbor(1).text == ":":
        return False
    return word.pos_ in {"VERB", "AUX"} or (
        word.pos_ == "ADJ" and any(c.dep_ == "cop" for c in word.children)
    )


def is_within_phrase(outer: Token, at: list[Token]) -> bool:
    """True for a date amid a noun phrase ("the 2020 candidates", "the Friday deadline")."""
    if outer.head.i < outer.i or outer.head.pos_ not in {"NOUN", "PROPN"} or at[0].i == at[0].sent.start:
        return False
    follows = at[-1].nbor(1)
    return not follows.is_punct and not any(c.dep_ == "case" for c in outer.children)


def is_dated_noun(noun: Token, outer: Token) -> bool:
    """True for a noun that a date is of: one for an act or for words, or one that it possesses ("Tuesday's talks")."""
    if noun.pos_ not in {"NOUN", "PROPN"}:
        return False
    if any(c.dep_ == "case" and c.lower_ == "about" for c in noun.children):
        # "wrote of the parade on Monday"
        return False
    if noun.dep_ == "obj" and lemma_of(noun) in WORDS_OF and outer.dep_ != "nmod:poss":
        # "posted photos on Monday"
        return False
    if lemma_of(noun) in DATED_BY_YEAR | WORDS_OF or outer.dep_ == "nmod:poss":
        return True
    if outer.head == noun and noun.pos_ == "NOUN" and noun.dep_.startswith("nsubj") and outer.i > noun.i:
        # "a flood in 2018 is not yet sure"
        return True
    is_stretch = any(c.dep_ == "case" and c.lower_ in STRETCH for c in outer.children)
    return outer.head == noun and is_stretch and noun.dep_.split(":")[0] in {"nsubj", "obj"}


def noun_held(verb: Token) -> Token | None:
    """The noun that says what a verb without matter of its own tells ("took place", "was held", "there were", "had 300 hits");
    the verb itself where it has some, None where nothing says what it was."""
    lemma = verb.lemma_.lower()
    if lemma == "take" and not any(c.lower_ == "place" for c in verb.children):
        return verb
    held = next((c for c in verb.children if c.dep_ == "obj" and c.pos_ in {"NOUN", "PROPN"}), None)
    if held is not None and lemma in {"have", "hold"}:
        return held
    if lemma == "have":
        return None
    if verb.dep_ == "acl:relcl":
        return verb.head if verb.head.pos_ in {"NOUN", "PROPN"} else None
    return next((c for c in verb.children if c.dep_.split(":")[0] == "nsubj" and c.pos_ == "NOUN"), None)


def is_of_words(owner: Token, first: Token) -> bool:
    """True where a date is only of somebody's saying so: under a verb of saying or right behind one."""
    if is_spoken(owner):
        return True
    before = first.nbor(-1) if first.i > first.sent.start else None
    if before is not None and before.lower_ in {"on", "late", "early"} and before.i > first.sent.start:
        before = before.nbor(-1)
    return before is not None and is_spoken(before)


def is_spoken(word: Token) -> bool:
    return word.pos_ == "VERB" and word.lemma_.lower() in SPOKEN


def named(owner: Token) -> str:
    return owner.lemma_.lower() if owner.pos_ in {"VERB", "ADJ"} else lemma_of(owner)

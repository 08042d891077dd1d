"""When something was: the dates of a sentence that are of what a verb or noun names ("was signed on 3 February", "the 1967 war")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from enum import Enum

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from quizzes.nlp.document import ArticleDoc
from quizzes.nlp.lexicons.acts import FAMILY_OF_NOUN, HAPPEN, LIGHT
from quizzes.nlp.lexicons.numbers import DURATIONS
from quizzes.nlp.lexicons.wordlists import words
from quizzes.nlp.measuring.counted import Counted, Kind, counted_of
from quizzes.nlp.measuring.measures import Framed
from quizzes.nlp.measuring.noun_phrases import lemma_of, noun_after
from quizzes.nlp.types import Bound, Happening, Role, ValueType
from quizzes.nlp.written.dates import MONTHS, WEEKDAYS, Dated, anchor_of, find_dates

LEADING = re.compile(
    r"(?:(?:in|since|by|during|of|to|the|before|after|until|till|on|from|between|and|about|more|less|than|almost|nearly)\s+)+",
    re.IGNORECASE,
)
"""Words that a date is written with and that are no part of it."""
UNCLEAR = re.compile(
    r"this\b.*(?:week|month|year)|(?:earlier|later) (?:this|in)|(?:next|last|previous) week|earlier$",
    re.IGNORECASE,
)
"""Periods too wide to be checked, and days told from another than the article's ("two years earlier")."""
PARTS = frozenset({"morning", "afternoon", "evening", "night"})
STRETCH = frozenset({"from", "between", "to"})
"""Prepositions of a stretch of time, which belongs to its noun ("savings from 2013 to 2022")."""
TODAY = frozenset({"today", "tonight", "tomorrow"})
"""Days that move with who speaks: in quoted words they may be any."""
YEAR = re.compile(r"(?:19|20)\d\d")
WRITTEN_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
MONTHLY = re.compile(r"\d{4}-\d\d")
SHORT_MONTHS = frozenset(m[:3] for m in MONTHS)
DECADE = re.compile(r"(?:19|20)\d0s")

LIMITS = {
    "by": Bound.AT_MOST,
    "until": Bound.AT_MOST,
    "till": Bound.AT_MOST,
    "before": Bound.LESS_THAN,
    "after": Bound.MORE_THAN,
    "around": Bound.ABOUT,
    "about": Bound.ABOUT,
}
"""How the word before a date fences it in; "since" and "from" name the day itself."""
NEARBY = frozenset({"early", "late", "mid", "the", "-"})
"""Words that may stand between that word and its date."""

SPOKEN = words("say tell add note explain state comment reply respond ask quote")
"""Own list: verbs that only hand words on; who announces, testifies or calls for something does what can be dated."""
WORDS_OF = words(
    """
    statement interview letter tweet message email report speech article memo filing editorial column photo photograph
    picture image video post
    """
)
"""Nouns for words and pictures, which are dated as acts are."""
DATED_BY_YEAR = frozenset(FAMILY_OF_NOUN) | words(
    """
    tragedy disaster incident event visit announcement decision testimony appearance exchange debate launch release
    opening closure arrival departure session trip tour ceremony
    war campaign race law act treaty agreement deal accord study survey poll census crisis revolution coup invasion
    uprising championship games olympics convention operation sting case scandal recession pandemic book film album
    """
)
"""Own list, beside the nouns for acts: what news names by its year ("the 2008 crisis")."""
FUTURE = frozenset({"will", "wo", "'ll", "’ll", "shall"})
PRESENT = frozenset({"is", "are", "am", "'s", "’s", "'re", "’re"})
PAST = frozenset({"was", "were", "had", "has", "have", "did"})
EXPECTED = words("expect schedule plan set slate due predict forecast hope intend aim")
EMPTY = words("happen occur hold be have do")
"""Verbs that leave what happened to their subject."""
STEPS = 3


def find_moments(
    article: ArticleDoc, sentence: DocSpan, told: dict[int, Happening]
) -> Iterator[tuple[Counted, Framed, Happening | None]]:
    """The dates of a sentence with what they are of, and the happening where that is one."""
    for dated in dates_in(article, sentence):
        at = tokens_of(sentence, dated)
        if not at or dated.norm is None or is_unclear(article, at):
            continue
        outer = next((t for t in at if t.head not in at), at[0])
        named_by = noun_behind(at[-1])
        owner = named_by or owner_of(outer, at)
        if owner is None or is_of_words(owner, at[0]) or (named_by is None and is_counted_from(at[0])):
            continue
        happening = happening_dated(owner, told)
        is_before_noun = named_by is not None or (
            owner.i > outer.i and outer.head == owner and owner.pos_ in {"NOUN", "PROPN"}
        )
        counted = counted_of(
            sentence,
            Kind.DATE,
            at[0].i - sentence.start,
            at[-1].i + 1 - sentence.start,
            None,
            bound=Bound.EXACT if is_before_noun else limit_before(at[0]),
            norm=placed(dated.norm, at, owner, article, is_told=happening is not None),
            type=ValueType.DATE,
            anchor=outer,
            of=(named(owner),),
        )
        yield counted, Framed(measure_of(owner, happening), owner, True), happening


def tokens_of(sentence: DocSpan, dated: Dated) -> list[Token]:
    """The tokens of a date, with the part of the day behind it ("Thursday night")."""
    at = [t for t in sentence if dated.start <= t.idx - sentence.start_char < dated.end and not t.is_space]
    behind = at[-1].i + 1 if at else sentence.end
    if behind < sentence.end and sentence.doc[behind].lower_ in PARTS:
        at.append(sentence.doc[behind])
    return at


def dates_in(article: ArticleDoc, sentence: DocSpan) -> Iterator[Dated]:
    """The dates of a sentence without the words that lead up to them, years before nouns and decades too."""
    text = sentence.text
    found = find_dates(text, article.published)
    for dated in found:
        lead = LEADING.match(text, dated.start, dated.end)
        start = lead.end() if lead and lead.end() < dated.end else dated.start
        yield Dated(start, dated.end, dated.norm, dated.is_calendar)
    for at, token in enumerate(sentence):
        start = token.idx - sentence.start_char
        if any(d.start <= start < d.end for d in found):
            continue
        if DECADE.fullmatch(token.lower_) or (
            YEAR.fullmatch(token.text) and (names_by_year(sentence, at) or ends_period(sentence, at))
        ):
            yield Dated(start, start + len(token), token.lower_, True)


def names_by_year(sentence: DocSpan, at: int) -> bool:
    """True for the year of "the 2008 crisis", "a 2015 study"."""
    noun = noun_after(sentence, at + 1)
    return noun is not None and lemma_of(noun) in DATED_BY_YEAR


def ends_period(sentence: DocSpan, at: int) -> bool:
    """True for the second year of "between 2005 and 2008", "from 2009 to 2013"."""
    return (
        at > 1
        and sentence[at - 1].lower_ in {"and", "to", "-", "–"}
        and bool(YEAR.fullmatch(sentence[at - 2].text))
    )


def is_unclear(article: ArticleDoc, at: list[Token]) -> bool:
    """True for a date that cannot be told for sure: of a moving day in quoted words, of a tweet, of "in the last year"."""
    first, last = at[0], at[-1]
    text = first.doc[first.i : last.i + 1].text
    before = first.nbor(-1).lower_ if first.i > first.sent.start else ""
    if UNCLEAR.search(text) or (before == "the" and first.lower_ in {"last", "next"}):
        return True
    if before in {")", "—"} and last.i + 1 >= last.sent.end:
        return True
    is_moving = first.lower_ in TODAY or first.lower_ == "this"
    return is_moving and article.attribution_at(first.idx, last.idx + len(last)) is not None


def owner_of(outer: Token, at: list[Token]) -> Token | None:
    """What a date is of: the noun for an act that it hangs on, else the verb above; None for a date that stands alone or
    tells one thing from another ("the 2020 candidates")."""
    token = outer
    for _ in range(STEPS):
        head = token.head
        if head == token or head.is_space:
            return None
        if head not in at and (is_predicate(head) or is_dated_noun(head, outer)):
            if head.dep_ == "acl" and head.tag_ == "VBG" and head.head.pos_ == "NOUN":
                # "the only case involving harm since 2013"
                return head.head
            return noun_held(head) if head.lemma_.lower() in EMPTY | {"take"} else head
        if token == outer and is_within_phrase(outer, at):
            return None
        token = head
    return None


def noun_behind(last: Token) -> Token | None:
    """The noun for an act that a full date stands before ("the Nov. 8, 2016, election")."""
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
    if lemma_of(noun) in DATED_BY_YEAR | WORDS_OF or outer.dep_ == "nmod:poss":
        return True
    if outer.head == noun and noun.pos_ == "NOUN" and noun.dep_.startswith("nsubj") and outer.i > noun.i:
        # "a wave in 2018 is far from sure"
        return True
    is_stretch = any(c.dep_ == "case" and c.lower_ in STRETCH for c in outer.children)
    return outer.head == noun and is_stretch and noun.dep_.split(":")[0] in {"nsubj", "obj"}


def noun_held(verb: Token) -> Token | None:
    """The noun that says what a verb without matter of its own tells ("took place", "was held", "there were", "had 300 hits");
    the verb itself where it has some, None where nothing says what it was."""
    lemma = verb.lemma_.lower()
    if lemma == "take" and not any(c.lower_ == "place" for c in verb.children):
        return verb
    wanted = ("obj",) if lemma == "have" else ("nsubj",)
    if verb.dep_ == "acl:relcl" and lemma != "have":
        return verb.head if verb.head.pos_ in {"NOUN", "PROPN"} else None
    return next((c for c in verb.children if c.dep_.split(":")[0] in wanted and c.pos_ == "NOUN"), None)


def is_of_words(owner: Token, first: Token) -> bool:
    """True where a date is only of somebody's saying so: under a verb of saying or right behind one."""
    if owner.lemma_.lower() in SPOKEN and owner.pos_ == "VERB":
        return True
    before = first.nbor(-1) if first.i > first.sent.start else None
    if before is not None and before.lower_ in {"on", "late", "early"} and before.i > first.sent.start:
        before = before.nbor(-1)
    return before is not None and before.pos_ == "VERB" and before.lemma_.lower() in SPOKEN


def named(owner: Token) -> str:
    return owner.lemma_.lower() if owner.pos_ in {"VERB", "ADJ"} else lemma_of(owner)


def measure_of(owner: Token, happening: Happening | None) -> str:
    """ "date" of a happening; else "date: sign", "date: law", since an article gives many dates."""
    if happening is not None:
        return "date"
    # A lemmatizer's slip ("conven") must not reach a teacher's eye.
    return f"date: {owner.lower_ if owner.pos_ in {'VERB', 'ADJ'} else named(owner)}"


def happening_dated(owner: Token, told: dict[int, Happening]) -> Happening | None:
    """The happening whose date it is: the word itself, or the subject of "took place", the object of "carried out"."""
    if owner.i in told:
        return told[owner.i]
    lemma = owner.lemma_.lower()
    wanted = {"nsubj"} if lemma in HAPPEN else {"obj", "nsubj:pass"} if lemma in LIGHT else set()
    return next((told[c.i] for c in owner.children if c.dep_ in wanted and c.i in told), None)


def limit_before(first: Token) -> Bound:
    """The bound that the word before a date sets ("by 2019")."""
    token = first
    while token.i > token.sent.start and token.nbor(-1).lower_ in NEARBY:
        token = token.nbor(-1)
    before = token.nbor(-1).lower_ if token.i > token.sent.start else ""
    return LIMITS.get(before, Bound.EXACT)


def placed(norm: str, at: list[Token], owner: Token, article: ArticleDoc, *, is_told: bool) -> str:
    """The date on the side of the article's own day that the tense asks for: "Friday" under "will meet" is the next one,
    "January" under "has been sold since" the last one; a weekday that may be either keeps its name alone."""
    day, found, first = anchor_of(article.published), anchor_of(norm), at[0].lower_
    is_open = (
        not any(WRITTEN_YEAR.search(t.text) for t in at) and article.role_at(at[0].idx) is not Role.HEADLINE
    )
    if day is None or not is_open:
        return norm
    side = side_of(owner)
    if first in WEEKDAYS and found not in {None, day}:
        if side is Side.NEXT and found is not None:
            return (found + timedelta(days=7)).isoformat()
        return norm if side is Side.PAST or is_told else f"weekday:{first}"
    if MONTHLY.match(norm) and first.rstrip(".")[:3] in SHORT_MONTHS:
        today = day.isoformat()[: len(norm)]
        step = (side is Side.NEXT and norm < today) - (side is Side.PAST and norm > today)
        return f"{int(norm[:4]) + step:04}{norm[4:]}"
    return norm


class Side(Enum):
    """On which side of the article's own day a verb puts what it tells."""

    PAST = "past"
    NEXT = "next"


def side_of(owner: Token) -> Side | None:
    """Where the tense of a verb puts its date, that of an infinitive or noun left open."""
    is_held = owner.pos_ == "NOUN" and owner.head.lemma_.lower() in EMPTY | {"take"}
    token = owner.head if is_held else owner
    for _ in range(STEPS):
        helpers = {c.lower_ for c in token.children if c.dep_.startswith(("aux", "cop"))}
        if token.lemma_.lower() in EXPECTED and token.pos_ in {"VERB", "ADJ"}:
            return Side.NEXT
        if helpers & FUTURE:
            return Side.NEXT
        if helpers & PAST or token.tag_ == "VBD" or (token.tag_ == "VBN" and token.dep_.startswith("acl")):
            return Side.PAST
        if token.tag_ in {"VBZ", "VBP"} or helpers & PRESENT:
            return Side.NEXT
        if token.tag_ != "VBG" and not (
            token.tag_ == "VB" and token.dep_ == "xcomp" and is_planned(token.head)
        ):
            return None
        token = token.head
    return None


def is_planned(verb: Token) -> bool:
    """True for "is set to", "plans to": what hangs on it is still to come."""
    return verb.lemma_.lower() in EXPECTED

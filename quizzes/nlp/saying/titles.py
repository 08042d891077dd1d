"""Titles: what a source is called beside its name ("press secretary") and whom it speaks for ("Harbour Office"), as written.

By position around the name: before it ("Harbour Office press secretary Ann Lee"), in the apposition behind or before it
("Ann Lee, a professor of law at Penwick University"), or behind a preposition ("Ann Lee of the Coast Trust").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc, Span, Token

from quizzes.nlp.lexicons.names import TITLE_WORDS, place_names
from quizzes.nlp.lexicons.people import PEOPLE
from quizzes.nlp.lexicons.speech import BODIES, ROLES, UNNAMED, VERB_FORMS
from quizzes.nlp.saying.names import name_words
from quizzes.nlp.saying.roster import Roster

# Forms of address say nothing of what somebody is.
ADDRESS = frozenset("mr mrs ms miss sir dame lord lady".split())
NO_POSTS = ADDRESS | frozenset(
    """other body person people man woman child boy girl baby son daughter brother sister father mother parent wife husband
    cousin uncle aunt nephew niece sibling family relative couple human individual adult friend neighbour neighbor colleague critic supporter opponent
    rival victim survivor suspect defendant fan member group organisation organization report rumour rumor agency medium
    media outlet septuagenarian voter person former anti pro local user""".split()
)
# What somebody is called in office or trade, not by kin, age or side.
POSTS = (
    ROLES
    | PEOPLE
    | UNNAMED
    | TITLE_WORDS
    | frozenset("pollster columnist host moderator counsel correspondent".split())
) - NO_POSTS
BEFORE_NAME = frozenset({"NN", "NNP", "NNPS", "JJ", "VBN", "HYPH", "POS", "AFX"})
# Trades that nobody has for a place: a "Penwick lawyer" lives there, a "Penwick mayor" speaks for it.
PRIVATE = frozenset(
    """attorney lawyer activist advocate businessman businesswoman consultant economist expert historian lobbyist
    developer investor entrepreneur author writer teacher doctor pastor farmer""".split()
)
BEHIND_POST = frozenset("of for at with from in to on".split())
SMALL_WORDS = frozenset("of for and the & on de la".split())
MOST_TITLE_TOKENS = 14

Titled = tuple[str | None, str | None]
"""Title and affiliation, each None where the text gives none."""


@dataclass
class TitleIndex:
    """Title and affiliation of every person whom an article names, whichever mention gives them."""

    doc: Doc
    roster: Roster

    def of(self, name: str) -> Titled:
        """Title and affiliation of the bearer of a full name."""
        return self.by_name.get(name.casefold(), (None, None))

    @cached_property
    def by_name(self) -> dict[str, Titled]:
        best: dict[str, Titled] = {}
        for ent in self.doc.ents:
            if ent.label_ != "PERSON":
                continue
            name = self.roster.full_name(ent[-1]).casefold()
            if name.strip(".").endswith(" jr") and ent[-1].lower_.strip(".") != "jr":
                continue  # "President Lee" may be the father
            for found in map(self.with_body, around(ent)):
                known = best.get(name, (None, None))
                if sum(map(bool, found)) > sum(map(bool, known)) and (found[0] or not known[0]):
                    best[name] = found
        return best

    def with_body(self, titled: Titled) -> Titled:
        """The title, without a person for its affiliation ("Ms. Lee's lawyer")."""
        title, body = titled
        words = name_words(body) if body else []
        is_person = len(words) == 1 and words[0].casefold() in self.roster.surnames
        return (title, None) if is_person and words[0] not in place_names() else titled


def around(name: Span) -> Iterator[Titled]:
    """What the words before and behind a person's name call him."""
    first = name.start
    while first < name.end - 1 and is_post(name.doc[first]):
        first += 1
    yield before(name.doc, first)
    yield behind(name.doc, name.end)


def before(doc: Doc, name: int) -> Titled:
    """From the noun phrase that runs into the name, or the apposition before its comma ("the Trust's head, Ann Lee")."""
    if name > 1 and doc[name - 1].text == "," and is_post(doc[name - 2]):
        return split(phrase_before(doc, name - 1))
    words = phrase_before(doc, name)
    return (None, None) if is_supposed(words) else split(words)


def is_supposed(words: list[Token]) -> bool:
    """True for "a President Lee": an office that its bearer would have."""
    if not words or words[0].i == 0 or words[0].nbor(-1).lower_ not in {"a", "an"}:
        return False
    return all(t.tag_ == "NNP" and is_post(t) for t in words)


def phrase_before(doc: Doc, end: int) -> list[Token]:
    start, sentence = end, doc[end - 1].sent.start if end else 0
    while start > sentence and end - start < MOST_TITLE_TOKENS and runs_on(doc[start - 1], start == end):
        start -= 1
    return [t for t in doc[start:end] if not t.is_space]


def runs_on(token: Token, is_last: bool) -> bool:
    """True for what can stand in the noun phrase before a name; "of" only amid it ("Secretary of State")."""
    if token.ent_type_ in {"DATE", "TIME", "PERSON"} and token.tag_ != "POS":
        return False
    if token.lower_ == "of":
        return not is_last and token.i > 0 and is_post(token.nbor(-1))
    if token.lower_ == "and":
        return not is_last and is_in_name(token)
    return token.tag_ in BEFORE_NAME or (token.text in {"-", "/"} and not token.whitespace_)


def is_in_name(conjunction: Token) -> bool:
    """True for the "and" of "Ports and Harbours Secretary Ann Lee", not for that of "Penwick and Mayor Ann Lee"."""
    if conjunction.i == 0 or conjunction.i + 1 >= len(conjunction.doc):
        return False
    joined = (conjunction.nbor(-1), conjunction.nbor())
    return all(
        t.text[0].isupper()
        and t.tag_ in {"NNP", "NNPS", "JJ"}
        and t.ent_type_ not in {"LOC", "PERSON"}
        and not is_post(t)
        for t in joined
    )


def behind(doc: Doc, end: int) -> Titled:
    """From what follows a name: an apposition, or the body that it is of."""
    if end >= len(doc):
        return None, None
    sentence = doc[end - 1].sent.end
    if doc[end].lower_ in {"of", "from", "with"} and (body := body_at(doc, end + 1, sentence)):
        return None, (None if body in place_names() else body)
    if doc[end].text != ",":
        return None, None
    start = end + 1
    if start + 1 < sentence and doc[start].text.isdigit() and doc[start + 1].text == ",":
        start += 2
    words = [t for t in apposition(doc, start, sentence) if not t.is_space]
    named = [t for t in words if t.tag_ != "DT"]
    at = head_of(named)
    is_listed = at is not None and at + 1 < len(named) and named[at + 1].ent_type_ == "PERSON"
    # "Ann Lee, the author Ned Roe and …": another person.
    return split(words) if words and not is_listed else (None, None)


def apposition(doc: Doc, start: int, end: int) -> Iterator[Token]:
    """The tokens of an apposition, up to its comma, a verb or a relative pronoun."""
    for token in doc[start : min(end, start + MOST_TITLE_TOKENS)]:
        is_stop = token.is_punct and token.text not in {"-", "&", "/", "’", "'"} and token.tag_ != "POS"
        if is_stop or token.tag_ in {"VBD", "VBZ", "VBP", "MD", "WP", "WDT", "WRB", "PRP", "CD"}:
            return
        yield token


def split(words: list[Token]) -> Titled:
    """The title and affiliation in a noun phrase with or without article, whose head is somebody's post."""
    while words and (words[0].tag_ in {"DT", "PRP$", "RB", "IN", "CC"} or is_called(words[0])):
        words = words[1:]
    at = head_of(words)
    if at is None:
        return None, None
    possessive = next((n for n, t in enumerate(words[:at]) if t.tag_ == "POS"), None)
    if possessive is not None:
        title, _ = with_complements(words[possessive + 1 : at + 1], words[at + 1 :])
        # "the panel's director": which panel, the phrase does not say.
        is_name = any(t.text[0].isupper() for t in words[:possessive])
        return title, (text_of(words[:possessive]) if is_name else None)
    lead = leading_body(words[: at + 1])
    title, body = with_complements(words[lead : at + 1], words[at + 1 :])
    is_lowly = words[at].text.islower()
    if lead and is_lowly and words[0].ent_type_ == "LOC" and (body or words[at].lower_ in PRIVATE):
        # "the Penwick director of the Coast Trust", "a Penwick lawyer"
        return with_complements(words[: at + 1], words[at + 1 :])
    return title, (text_of(words[:lead]) if lead else body)


def is_called(word: Token) -> bool:
    """True for the verb before whom it names ("called | Senator Ann Lee …")."""
    return word.tag_ == "VBN" and word.lower_ in VERB_FORMS


def head_of(words: list[Token]) -> int | None:
    """The place of the last post in the nouns that open a phrase ("deputy press | secretary | of …")."""
    found = None
    for place, token in enumerate(words):
        if token.tag_ not in BEFORE_NAME | {"NNS"} and token.lower_ != "of" and not is_in_name(token):
            break
        if token.lower_ == "of" and found is not None and not is_state(words, place):
            break
        found = place if is_post(token) else found
    return found


def is_state(words: list[Token], of: int) -> bool:
    """True for the "of" of "Secretary of State John Roe": capitals go on behind it."""
    return (
        of + 1 < len(words)
        and words[of + 1].tag_ == "NNP"
        and words[of + 1].ent_type_ != "ORG"
        and words[of - 1].tag_ == "NNP"
        and is_post(words[-1])
    )


def leading_body(words: list[Token]) -> int:
    """How many words at the front name a body or place ("Harbour Office", "Foreign Ministry"), not the post."""
    count = 0
    while count < len(words) - 1 and words[count].ent_type_ in {"ORG", "LOC"} and not is_post(words[count]):
        count += 1
    return (
        count if count and words[0].tag_ in {"NNP", "NNPS", "JJ", "NN"} and words[0].text[0].isupper() else 0
    )


def with_complements(title: list[Token], rest: list[Token]) -> Titled:
    """The title with what belongs to it ("of economics"), and the body behind a preposition ("at Penwick University")."""
    ends = (n for n, t in enumerate(rest) if t.lower_ in {"and", "or"} and n > 3 and not is_in_name(t))
    rest = rest[: next(ends, len(rest))]
    while rest and rest[0].lower_ in BEHIND_POST:
        doc, at, end = rest[0].doc, rest[0].i + 1, rest[-1].i + 1
        next_preposition = next((n for n, t in enumerate(rest[1:], 1) if t.lower_ in BEHIND_POST), len(rest))
        body = body_at(doc, behind_kind(doc, at, end), end)
        is_field = rest[0].lower_ == "of" and rest[next_preposition : next_preposition + 1]
        if body is not None and not (is_field and rest[next_preposition].lower_ == "at"):
            return text_of(title), (None if rest[0].lower_ in {"in", "from"} and is_place(doc, at) else body)
        if rest[0].lower_ not in {"of", "for", "to"}:
            break
        title, rest = title + rest[:next_preposition], rest[next_preposition:]
    return text_of(title), None


def behind_kind(doc: Doc, start: int, end: int) -> int:
    """The token at which a name begins behind what it is ("president of the small coast group | Friends of Boats")."""
    at = start
    while at < end and not doc[at].text[0].isupper() and doc[at].tag_ in {"DT", "JJ", "NN", "HYPH", "AFX"}:
        at += 1
    return at if start < at < end and doc[at - 1].lower_ in BODIES and is_capital(doc[at]) else start


def body_at(doc: Doc, start: int, end: int) -> str | None:
    """The name of a body that begins at a token, without its article, or None where no capital stands."""
    if start < end and doc[start].lower_ in {"the", "a", "an"}:
        start += 1
    at = start
    while at < end and (is_capital(doc[at]) or joins(doc, at, end) or is_within(doc, start, at, end)):
        at += 1
    words = list(doc[start:at])
    behind = doc[at] if at < end else None
    if behind is not None and behind.tag_ in {"NN", "NNS"} and behind.text.islower():
        return None  # "for Coast Trust members"
    is_long = any(t.lower_ == "for" for t in words)
    is_name = bool(words) and not any(
        (t.ent_type_ == "PERSON" and not is_long)
        or t.ent_type_ in {"DATE", "TIME"}
        or t.lower_.strip(".") in ADDRESS
        for t in words
    )
    return text_of(words) if is_name else None


def joins(doc: Doc, at: int, end: int) -> bool:
    """True for a small word or hyphen between two capitals of one name ("Center for Coast Research")."""
    is_small = doc[at].lower_ in SMALL_WORDS or doc[at].text in {"-", "’s", "'s", "&"}
    ahead = doc[at + 1 : min(at + 3, end)]
    return (
        is_small
        and any(is_capital(t) for t in ahead)
        and all(is_capital(t) or t.lower_ in SMALL_WORDS for t in ahead[:1])
    )


def is_within(doc: Doc, start: int, at: int, end: int) -> bool:
    """True for a capitalised word of a name that the tagger takes for a verb, and for "to" and "in" amid a name ("Friends
    for Boats in Osk", "Walkers to Sea")."""
    if at == start or at + 1 >= end:
        return False
    if doc[at].text[0].isupper():
        return doc[at].is_alpha and doc[at + 1].text[0].isupper()
    is_long = doc[at].lower_ == "in" and any(t.lower_ == "for" for t in doc[start:at])
    return (is_long or doc[at].lower_ == "to") and doc[at + 1].text[0].isupper()


def is_capital(token: Token) -> bool:
    return token.text[0].isupper() and token.tag_ in {"NNP", "NNPS", "NN", "NNS", "JJ"}


def is_place(doc: Doc, at: int) -> bool:
    return doc[at].ent_type_ == "LOC"


def is_post(token: Token) -> bool:
    """True for a word for what somebody is ("secretary", "Gov.")."""
    word = token.lower_.strip(".")
    is_word = word in POSTS or (token.lemma_.casefold() in POSTS and word not in NO_POSTS)
    return is_word and token.ent_type_ != "NORP"


def text_of(words: list[Token]) -> str | None:
    if not words:
        return None
    text = " ".join(words[0].doc[words[0].i : words[-1].i + 1].text.split())
    return text.strip(" ,-") or None

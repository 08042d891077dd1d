"""Unnamed: the sources of an article whose names it keeps from the reader."""

from __future__ import annotations

import re
from collections.abc import Iterable

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from quizzes.nlp.document import ArticleDoc
from quizzes.nlp.lexicons.speech import NEVER_NAMED
from quizzes.nlp.saying.anonymity import find_told_unnamed
from quizzes.nlp.saying.mentions import EVERYBODY, PRONOUNS
from quizzes.nlp.saying.names import clean_name
from quizzes.nlp.saying.viewers import find_granted, find_viewers
from quizzes.nlp.types import Attribution, Role, Source, SourceKind

OWNING_UP = re.compile(
    r"\b(?:(?:was|were|is|are|be|been)\s+(?:theirs|its\s+own|their\s+own|his|hers)|responsibility)\W*$"
)
TO_COME = re.compile(r"\bto\s+(?:\w+ly\s+)?$")
STILL_SAYING = re.compile(
    r"\b(?:(?:went|go|goes|gone|going)\s+on|continu(?:e|es|ed|ing)|came|come)\s+to\s+(?:\w+ly\s+)?$"
)
"""What is still to be said ("planned to name the ship") is said by nobody yet, unless somebody goes on to say it."""
BLAMED = re.compile(r"(?:accused|suspected|convicted|found\s+guilty)\s+of\b", re.IGNORECASE)
"""Behind those who are accused, not those who accuse ("pilots accused of neglect")."""
SPEAK_FOR_OTHERS = NEVER_NAMED | frozenset(
    """spokesman spokeswoman spokesperson lawyer attorney agent publicist representative staff staffer friend colleague
    neighbor neighbour associate acquaintance""".split()
)
"""Heads whose bearer stays unnamed though the words point at one person ("his lawyer", "the official")."""
NAMED_SOON = frozenset(
    "man woman boy girl teenager mother father couple family student teacher resident".split()
)
"""Private persons whom a headline or lede calls so before the article names them."""
STATES = frozenset("state country nation city county town village province rumor rumour".split())
SINGULAR = frozenset({"NN", "NNP"})
CUT_OFF = frozenset({"DT", "IN", "TO", "CC", "WP", "WDT", "PRP$"})
"""Tags of a last word that show a phrase to be cut off ("members of the")."""
TELLS_MORE = ("acl", "nmod", "amod", "advcl")


def find_unnamed(article: ArticleDoc) -> tuple[Source, ...]:
    """The first mention of each source that the text does not name, in order; the phrase itself is the span."""
    found: dict[str, Source] = {}
    for source in sources(article):
        if source.kind is SourceKind.ANONYMOUS and (unnamed := as_unnamed(article, source)):
            found.setdefault(unnamed.text.casefold(), unnamed)
    viewers = (u for s in find_viewers(article) if (u := as_unnamed(article, s)))
    for source in (*find_told_unnamed(article.text), *find_granted(article.text), *viewers):
        if not any(overlap(source, f) for f in found.values()):
            found.setdefault(source.text.casefold(), source)
    in_order = sorted(found.values(), key=lambda s: s.start)
    return tuple(s for n, s in enumerate(in_order) if not is_repeat(s, in_order[:n]))


def sources(article: ArticleDoc) -> Iterable[Source]:
    """Who speaks, in order of content; not those who own up to a deed ("a group said the raid was theirs")."""
    return (
        a.source
        for a in sorted(article.attributions, key=lambda a: a.content[0].start if a.content else 0)
        if a.source and not OWNING_UP.search(a.content[-1].of(article.text)) and is_said(article.text, a)
    )


def is_said(text: str, attribution: Attribution) -> bool:
    """False where the word of saying is yet to come true ("they planned to name it") or is said of the source."""
    cue, source = attribution.cue, attribution.source
    if cue is None or source is None or cue.start < source.end:
        return True
    if BLAMED.match(text, cue.start) and not text[source.end : cue.start].strip():
        return False
    return not TO_COME.search(text, source.end, cue.start) or bool(
        STILL_SAYING.search(text, source.end, cue.start)
    )


def as_unnamed(article: ArticleDoc, source: Source) -> Source | None:
    """The source with the whole phrase as its text, or None where it is nobody whom a reporter would name, or is named."""
    words = article.doc.char_span(source.start, source.end, alignment_mode="expand")
    if words is None or not source.text or source.text.casefold() in PRONOUNS:
        return None
    words = without_place_in_front(words)
    if not len(words):
        return None
    if words[-1].lower_ in EVERYBODY:
        # "people ask whether …" is everybody; "people briefed on the matter" are sources.
        words = with_what_tells_more(words)
        if words[-1].lower_ in EVERYBODY and words[0].lower_ in EVERYBODY:
            return None
    if not len(words) or not is_of_unnamed(words) or is_named_soon(article, words):
        return None
    if (words.start_char, words.end_char) == (source.start, source.end):
        return source
    text = article.text[words.start_char : words.end_char]
    return Source(text, words.start_char, words.end_char, text, SourceKind.ANONYMOUS, source.via)


def without_place_in_front(words: Tokens) -> Tokens:
    """The phrase without a preposition and what hangs on it in front ("in the House, some members")."""
    if words[0].pos_ != "ADP":
        return words
    comma = next((n for n, t in enumerate(words) if t.text == ","), len(words) - 1)
    return words[comma + 1 :]


def with_what_tells_more(words: Tokens) -> Tokens:
    """The phrase with the clause or phrase behind its head that says which people are meant."""
    head = words.root
    more = [c for c in head.children if c.i >= words.end and c.dep_.startswith(TELLS_MORE)]
    if not more or more[0].left_edge.i != words.end:
        return words
    end = more[0].right_edge.i + 1
    while head.doc[end - 1].is_punct or head.doc[end - 1].is_space:
        end -= 1
    return head.doc[words.start : end]


def is_of_unnamed(words: Tokens) -> bool:
    """False for pieces of phrases, places, persons whom the words themselves name, and holders of an office."""
    head, first, last = words.root, words[0], words[-1]
    if last.lower_ == "general" and len(words) > 1:
        head = last  # "the attorney general", of which the parse makes an attorney
    lemma = head.lemma_.casefold()
    if last.tag_ in CUT_OFF or lemma in STATES:
        return False
    if len(words) == 1 and (head.tag_ in SINGULAR or head.ent_type_ == "PERSON"):
        return False
    if first.lower_ == "that" and head.tag_ in {"NNS", "NNPS"}:
        return False  # the clause that is told, not who tells it
    if (is_person(first) and any(t.text == "," for t in words)) or is_named_behind(words):
        return False  # "Ann Lee, Mr. Roe's lawyer"
    is_one = (head.tag_ in SINGULAR or lemma == "general") and lemma not in SPEAK_FOR_OTHERS
    return not (is_one and (first.lower_ == "the" or first.tag_ == "PRP$"))


def is_named_behind(words: Tokens) -> bool:
    """True for "one of the pilots, Ann Lee, said": the name stands behind a comma."""
    behind = words.doc[words.end : words.end + 2]
    return len(behind) == 2 and behind[0].text == "," and is_person(behind[1])


def is_person(token: Token) -> bool:
    return token.ent_type_ == "PERSON" and token.pos_ == "PROPN"


def is_named_soon(article: ArticleDoc, words: Tokens) -> bool:
    """True for one private person in a headline or an article's first paragraph ("An Ohio woman …"): her name follows."""
    if words.root.tag_ not in SINGULAR or words.root.lemma_.casefold() not in NAMED_SOON:
        return False
    body = next((p for p in article.passages if p.role is Role.BODY), None)
    return body is None or words.start_char < body.end


def is_repeat(source: Source, before: list[Source]) -> bool:
    """True for "the official" where an official spoke before, and for a definite mention of one who goes by another name."""
    text = source.text.casefold()
    if not text.startswith("the "):
        return False
    if source.name.casefold() != clean_name(source.text).casefold():
        return True
    last = text.split()[-1]
    return len(text.split()) == 2 and any(last in s.text.casefold().split() for s in before)


def overlap(one: Source, other: Source) -> bool:
    return one.start < other.end and other.start < one.end

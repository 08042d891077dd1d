"""What a noun phrase is made of: the noun behind a figure, its modifiers, and the folded words it is compared by."""

from __future__ import annotations

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from quizzes.nlp.lexicons.people import IRREGULAR, PEOPLE

NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
INSIDE = NOUNS | {
    "JJ",
    "JJR",
    "JJS",
    "VBN",
    "VBG",
    "HYPH",
    "AFX",
    "POS",
    "CD",
    "RB",
    "RBR",
    "RBS",
    "``",
    "''",
}
"""Tags that may stand between a figure and the noun it counts."""
DESCRIBING = frozenset({"CD", "JJ", "JJR", "JJS", "VBN", "VBG"})
LONGEST = 9
NOT_CONTENT = frozenset(
    {"'s", "’s", "'", "’", "-", "–", "more", "other", "further", "additional", '"', "“", "”"}
)


FENCES = frozenset({"over", "about", "around", "nearly", "almost", "under", "some", "roughly"})
NEVER_NOUNS = frozenset(
    "flee flees fled die dies perish perishes evacuate evacuates attend attends mourn mourns".split()
)
"""Verbs that a headline puts right behind a figure, and a parser may take for a part of a noun phrase."""


def opens_figure(token: Token) -> bool:
    """True for "over" and the like before another figure ("hurt 23 over 17 years")."""
    doc = token.doc
    return token.lower_ in FENCES and token.i + 1 < len(doc) and doc[token.i + 1].tag_ == "CD"


def noun_after(sentence: DocSpan, at: int) -> Token | None:
    """The head noun of the phrase that goes on at the sentence's token `at`; None where no noun follows."""
    if at < len(sentence) and sentence[at].tag_ in {"DT", "PRP$"} and at and sentence[at - 1].lower_ == "of":
        at += 1
    head: Token | None = None
    for token in sentence[at : at + LONGEST]:
        if token.lower_ in NEVER_NOUNS or opens_figure(token):
            break
        if token.is_space or (
            token.tag_ not in INSIDE
            and not is_people_as_verb(token)
            and token.lower_ not in {"others", "other"}
        ):
            if (
                token.text == ","
                and head is None
                and token.i + 1 < sentence.end
                and token.nbor(1).tag_.startswith("JJ")
            ):
                continue
            break
        if head is not None and (is_nation(head, token) or goes_on(head, token)):
            continue
        if head is not None and token.tag_ in DESCRIBING and is_owned(token):
            # "two of the city's 70 shops", "two of the year's best films"
            head = None
            continue
        if head is not None and token.tag_ in DESCRIBING and is_joined_to(head, token):
            # "three farm-friendly bids"
            head = None
            continue
        if head is not None and head.tag_ in {"NN", "NNP"} and is_people_as_verb(token):
            return token
        if head is not None and (token.tag_ not in NOUNS | {"HYPH", "POS"} and not is_hyphenated(token)):
            break
        if head is not None and token.tag_ in NOUNS and head.tag_ in {"NNS", "NNPS"} and is_cut(head, token):
            break
        if not (token.text[:1].isalnum() or token.text in {"-", "‑"} or token.tag_ in {"POS", "``", "''"}):
            # A dash that the tagger took for a noun.
            break
        if token.tag_ in NOUNS or token.lower_ == "others":
            head = token
    return head


def is_people_as_verb(token: Token) -> bool:
    """True for the "priests" of "a dozen Jesuit priests" where the tagger took it for a verb."""
    return token.tag_ == "VBZ" and token.lower_.endswith("s") and token.lower_[:-1] in PEOPLE


def is_nation(head: Token, token: Token) -> bool:
    """True for the second half of "South Korean": an adjective that goes on with the name before it."""
    return head.tag_ == "NNP" and token.tag_ == "JJ" and token.is_title and token.i == head.i + 1


def is_owned(token: Token) -> bool:
    """True right behind a possessive mark, where a noun is still to come."""
    return token.nbor(-1).tag_ == "POS" and token.i + 1 < token.sent.end and token.nbor(1).tag_ in INSIDE


def is_joined_to(head: Token, token: Token) -> bool:
    """True for the second half of a compound adjective made with a noun ("state-owned") before its noun."""
    return (
        token.i == head.i + 2
        and is_hyphenated(token)
        and token.i + 1 < token.sent.end
        and token.nbor(1).tag_ in INSIDE - {"RB", "RBR", "RBS"}
    )


def goes_on(head: Token, token: Token) -> bool:
    """True amid a phrase that a quotation mark or an adjective behind a name divides ("two “unbound” delegates", "two U.S.
    naval bases")."""
    if token.i != head.i + 1 or token.i + 1 >= token.sent.end:
        return False
    is_divided = token.tag_ == "''" or (head.tag_ == "NNP" and token.tag_ == "JJ")
    return is_divided and head.tag_ in {"NN", "NNP", "JJ"} and token.nbor(1).tag_ == "NNS"


def plural_behind(noun: Token) -> Token:
    """The plural that a number above one counts where a singular was found: "deaths" of "40 combat and civilian deaths"."""
    doc = noun.doc
    if noun.tag_ != "NN" or noun.i + 2 >= noun.sent.end or noun.nbor(1).lower_ not in {"and", "or"}:
        return noun
    for token in doc[noun.i + 2 : min(noun.i + 4, noun.sent.end)]:
        if token.tag_ == "NNS":
            return token
        if token.tag_ not in {"NN", "JJ"}:
            return noun
    return noun


def is_cut(head: Token, token: Token) -> bool:
    """True for a noun behind a plural that is no part of its phrase ("ten members voting")."""
    return head.head != token or token.lower_.endswith("ing")


def is_hyphenated(token: Token) -> bool:
    """True beside a hyphen without white space: a part of one written word."""
    doc = token.doc
    before = doc[token.i - 1] if token.i else None
    after = doc[token.i + 1] if token.i + 1 < len(doc) else None
    return bool(
        (before is not None and before.text in {"-", "‑"} and not before.whitespace_)
        or (after is not None and after.text in {"-", "‑"} and not token.whitespace_)
    )


def phrase_start(noun: Token, at: int) -> Token:
    """The first token of what is counted, "of" and determiners behind the figure left off."""
    doc = noun.doc
    while at < noun.i and (
        doc[at].lower_ in {"of", "the", "-", "–", "these", "those", "more", "further", "additional"}
        or doc[at].is_space
    ):
        at += 1
    return doc[min(at, noun.i)]


def lemma_of(token: Token) -> str:
    """The folded lemma of a noun; irregular plurals by table, since the lemmatizer guesses at them."""
    lemma = IRREGULAR.get(token.lower_) or IRREGULAR.get(token.lemma_.lower()) or token.lemma_.lower()
    return lemma


def content_words(noun: Token, at: int) -> tuple[str, ...]:
    """The folded words of what is counted, head last; hyphenated words are one ("non-american")."""
    words: list[str] = []
    glued = False
    for token in noun.doc[phrase_start(noun, at).i : noun.i + 1]:
        word = lemma_of(token) if token.tag_ in NOUNS else token.lower_
        is_hyphen = token.text in {"-", "‑"} and not token.whitespace_
        if glued and words:
            words[-1] += "-" + word
        elif word not in NOT_CONTENT and not is_hyphen:
            words.append(word)
        glued = is_hyphen
    return tuple(words)

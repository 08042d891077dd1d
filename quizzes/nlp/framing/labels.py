"""The words that an article calls the actors by."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from quizzes.nlp.document import ArticleDoc
from quizzes.nlp.lexicons.labels import (
    ARMING,
    CLASSES,
    COLLECTIVE,
    FILLERS,
    OF_ONE,
    SAME_NAME,
    TIE_NOUNS,
    TIES,
)
from quizzes.nlp.lexicons.nations import NATION_OF
from quizzes.nlp.telling.spellings import fold
from quizzes.nlp.types import Label, Role

INSIDE = frozenset(
    {"amod", "compound", "nmod:desc", "punct", "obl:unmarked", "nmod:unmarked", "advmod", "flat"}
)
"""Relations by which a word before a noun belongs to what the noun is called."""

LONGEST_TAIL = 7
"""Words of a participle or "with links to" after the noun that still read as a part of the label."""

TIED_BY = frozenset({"by", "to", "with"})

DEMONYM_ENDINGS = ("ian", "ean", "ese", "ish", "an", "i", "n")
SHORTEST_STEM = 3


def find_labels(article: ArticleDoc) -> tuple[Label, ...]:
    """The noun phrases by which headline, captions and body call groups and persons, in order."""
    return tuple(
        label for sentence in article.told for token in sentence for label in labels_at(article, token)
    )


def labels_at(article: ArticleDoc, noun: Token) -> Iterator[Label]:
    """The label whose head is this noun, if it is one; a noun before another noun heads nothing."""
    if noun.pos_ not in {"NOUN", "PROPN"} or is_before_noun(noun):
        return
    if noun.text[0].isupper() and article.role_at(noun.idx) is not Role.HEADLINE and not noun.is_sent_start:
        return
    words = [*before(noun), noun]
    kind = class_of(noun, words)
    if kind is None:
        return
    tail = tail_of(noun)
    last = tail[-1] if tail else noun
    start, end = words[0].idx, last.idx + len(last)
    voice = article.attribution_at(start, end)
    stems = sorted({stem for w in [*words, *tail, *person_beside(noun)] if (stem := name_stem(w))})
    if kind in OF_ONE and not person_beside(noun):
        return
    yield Label(
        article=article.article,
        start=start,
        end=end,
        text=article.text[start:end],
        actor=f"{kind}:{'+'.join(stems)}" if stems else kind,
        voice=voice.source.name if voice and voice.source else None,
    )


def is_before_noun(noun: Token) -> bool:
    """True for "militia" of "militia officials" and for the first half of a hyphenated word."""
    following = noun.nbor(1) if noun.i + 1 < len(noun.doc) else None
    if following is not None and following.text == "-" and not noun.whitespace_:
        return True
    return (
        noun.dep_ in {"compound", "nmod:desc", "flat"}
        and noun.head.i > noun.i
        and noun.head.pos_ in {"NOUN", "PROPN"}
    )


def before(noun: Token) -> list[Token]:
    """The modifiers that stand before a noun without a gap, in order; determiners and figures are not among them."""
    found: list[Token] = []
    for token in reversed(list(noun.sent[: noun.i - noun.sent.start])):
        if token.dep_ not in INSIDE or token.pos_ in {"NUM", "SPACE"} or not hangs_on(token, noun):
            break
        if token.dep_ == "punct" and token.text not in {"-", "‑"}:
            break
        found.insert(0, token)
    while found and (found[0].dep_ in {"punct", "advmod"} or found[0].lower_ in FILLERS):
        found.pop(0)
    return found


def hangs_on(token: Token, noun: Token) -> bool:
    return any(ancestor == noun for ancestor in token.ancestors)


def class_of(noun: Token, words: list[Token]) -> str | None:
    """The class of words that a noun with its modifiers is of, None where it calls no actor."""
    lemmas = {lemma for w in words for lemma in (w.lemma_.lower(), w.lower_)}
    head = {noun.lemma_.lower(), noun.lower_.removesuffix("s")}
    for kind, heads in CLASSES.items():
        if head & heads:
            return kind
    if head & COLLECTIVE and (lemmas & ARMING or ties_before(words)):
        return "armed"
    return None


def ties_before(words: list[Token]) -> bool:
    """True for "Ruritania-backed", "Ruritanian-aligned": a participle of being tied to a name."""
    return any(w.tag_ == "VBN" and w.lemma_.lower() in TIES for w in words) and any(
        name_stem(w) for w in words
    )


def tail_of(noun: Token) -> list[Token]:
    """What after the noun says whose it is ("backed by …", "with links to …"); empty where there is nothing short."""
    for child in noun.children:
        if child.i <= noun.i:
            continue
        is_tie = child.dep_ == "acl" and child.tag_ == "VBN" and child.lemma_.lower() in TIES
        is_link = child.dep_ == "nmod" and child.lemma_.lower() in TIE_NOUNS
        if not (is_tie or is_link):
            continue
        tail = list(noun.doc[noun.i + 1 : child.right_edge.i + 1])
        if len(tail) <= LONGEST_TAIL and any(w.lower_ in TIED_BY for w in tail):
            return tail
    return []


def person_beside(noun: Token) -> list[Token]:
    """The last word of the name that a noun describes ("the tycoon Ann Roe", "Ann Roe, a tycoon"), in a list; or []."""
    for ent in noun.sent.ents:
        if ent.label_ == "PERSON" and (
            ent.start == noun.i + 1 or (noun.head.i in range(ent.start, ent.end) and noun.dep_ == "appos")
        ):
            return [ent[-1]]
    return []


def name_stem(word: Token) -> str | None:
    """What joins a name and its adjective ("Chad", "Chadian"), None for a word that is no name.

    Nations by the table; other demonyms lose their regular ending, and names their last vowels.
    """
    if (word.pos_ != "PROPN" and word.ent_type_ not in {"NORP", "LOC"}) or not word.text[0].isupper():
        return None
    folded = fold(word.text)
    folded = SAME_NAME.get(folded, folded)
    if folded in NATION_OF:
        return NATION_OF[folded]
    if word.ent_type_ == "NORP":
        folded = next((folded.removesuffix(e) for e in DEMONYM_ENDINGS if folded.endswith(e)), folded)
    bare = folded.rstrip("aeioy")
    return bare if len(bare) >= SHORTEST_STEM else folded or None

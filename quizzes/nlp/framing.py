"""How an article frames: the words it calls the actors by, and what its headline makes subject, act and object."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Span as DocSpan
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
from quizzes.nlp.pipeline import load_pipeline
from quizzes.nlp.telling.spellings import fold
from quizzes.nlp.types import HeadlineFrame, Label, Role

INSIDE = frozenset(
    {"amod", "compound", "nmod:desc", "punct", "obl:unmarked", "nmod:unmarked", "advmod", "flat"}
)
"""Relations by which a word before a noun belongs to what the noun is called."""

LONGEST_TAIL = 7
"""Words of a participle or "with links to" after the noun that still read as a part of the label."""

TIED_BY = frozenset({"by", "to", "with"})

ACT_PARTS = frozenset({"aux", "aux:pass", "compound:prt", "cop"})
HANGING = frozenset({"acl", "acl:relcl", "appos", "parataxis", "conj", "advcl", "cc", "punct"})

EDGES = frozenset({",", ";", ":", "-", "–", "—"})

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
LONG_WORD, MOSTLY = 4, 0.7
"""A headline of which seven in ten longer words have a capital is written in title case."""

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


def frame_headline(article: ArticleDoc) -> HeadlineFrame | None:
    """Subject, act and object of the headline as written; None without a headline, no act where it has no verb.

    Capitals on every word hide the verb from the parser, so the headline is parsed once more with the capitals
    that the article's own sentences give its words.
    """
    passage = next((p for p in article.passages if p.role is Role.HEADLINE), None)
    if passage is None:
        return None
    written = article.text[passage.start : passage.end]
    doc = load_pipeline()(f"{sentence_case(article, written)}.")
    framed = [frame for s in doc.sents if (frame := frame_of(s, written)) is not None]
    return next((f for f in framed if f.act), framed[0] if framed else None)


def sentence_case(article: ArticleDoc, headline: str) -> str:
    """The headline with small letters where it writes every word large, names excepted; as long as before."""
    words = [m.group() for m in WORD.finditer(headline) if len(m.group()) >= LONG_WORD]
    if sum(w[0].isupper() for w in words) < MOSTLY * len(words):
        return headline
    small = {t.text for s in article.told if article.role_at(s.start_char) is not Role.HEADLINE for t in s}

    def lowered(match: re.Match[str]) -> str:
        word = match.group()
        is_name = (word.isupper() and len(word) > 1) or (word.lower() not in small and word in small)
        return word if is_name else word.lower()

    return WORD.sub(lowered, headline)


def frame_of(sentence: DocSpan, written: str) -> HeadlineFrame | None:
    """The frame of a parsed headline, its parts cut from the headline as written."""
    root = sentence.root
    if not root.tag_.startswith("VB") and not any(c.dep_ == "cop" for c in root.children):
        return HeadlineFrame(subject=phrase(root, written), act=None, object=None)
    subject = child_of(root, ("nsubj:pass", "nsubj"))
    is_passive = subject is not None and subject.dep_ == "nsubj:pass"
    is_passive = is_passive or (root.tag_ == "VBN" and not any(c.lemma_ == "have" for c in root.children))
    thing = child_of(root, ("obl:agent",) if is_passive else ("obj", "xcomp", "ccomp", "obl"))
    return HeadlineFrame(
        subject=phrase(subject, written, HANGING - {"conj", "cc"})
        if subject and is_subject(subject)
        else None,
        act=act_of(root, written),
        object=phrase(thing, written) if thing else None,
        is_passive=is_passive,
    )


def is_subject(noun: Token) -> bool:
    """False for what a preposition leads ("For two rivals, ties have soured"): a slip of the parser."""
    return not any(c.dep_ == "case" and c.i < noun.i and c.pos_ == "ADP" for c in noun.children)


def child_of(head: Token, relations: tuple[str, ...]) -> Token | None:
    """The first child in the first of the relations that there is."""
    return next((c for r in relations for c in head.children if c.dep_ == r), None)


def act_of(root: Token, written: str) -> str:
    """The verb with its auxiliaries, particle and negation, as written."""
    parts = [c for c in root.children if c.dep_ in ACT_PARTS or c.lower_ == "not"]
    tokens = sorted([root, *parts], key=lambda t: t.i)
    if tokens[-1].i - tokens[0].i == len(tokens) - 1:
        return written[tokens[0].idx : tokens[-1].idx + len(tokens[-1])]
    return " ".join(written[t.idx : t.idx + len(t)] for t in tokens)


def phrase(head: Token, written: str, hanging: frozenset[str] = HANGING) -> str:
    """The words of a phrase as written, without what `hanging` on its head makes it long: clauses, appositions."""
    left, right = head.left_edge.i, head.right_edge.i
    for child in head.children:
        if child.i > head.i and child.dep_ in hanging:
            right = min(right, child.left_edge.i - 1)
    tokens = list(head.doc[left : max(right, head.i) + 1])
    while len(tokens) > 1 and tokens[-1].text in EDGES:
        tokens.pop()
    while len(tokens) > 1 and tokens[0].text in EDGES:
        tokens.pop(0)
    return written[tokens[0].idx : tokens[-1].idx + len(tokens[-1])].strip()

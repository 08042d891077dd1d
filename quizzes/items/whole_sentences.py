"""Sentences that say a whole thing by themselves, so that an item can show them out of their article."""

from __future__ import annotations

import re
from functools import lru_cache

from quizzes.items.wording import one_line
from quizzes.nlp.findings.told_words import irregular, stem
from quizzes.nlp.types import Reading, Span

LONG, SHORT = 280, 45
"""Characters of a sentence that can be read in one go, and fewer than tell a fact."""

MOST_COMMAS = 4

LEANING = re.compile(
    r"^(?:he|she|it|they|we|i|you|but|and|so|or|nor|however|also|his|her|their|its|our|my|earlier|later|meanwhile|instead|there(?! (?:is|are|was|were) )"
    r"|such|another|other|both|then|still|yet|one|that|what|here|now|indeed|as|if|when|while|although"
    r"|though|because|once|for|in addition|in fact|of course|photo|picture|image|(?:some|many|most|several)(?! [a-z]+ (?:of|in|from) )"
    r"|since(?! \d{4})|in (?:this|that|either|any|the [^,]{3,20}) case|[a-z]+ (?:minutes?|hours?|days?|weeks?|months?|years?|moments?) (?:later|before|earlier|after))\b",
    re.IGNORECASE,
)
"""Openings that lean on the sentence before."""

POINTING = re.compile(
    r"(?i:\b(?:this(?! (?:week|month|year|fall|autumn|spring|summer|winter)\b)|these|those(?! (?:who|responsible|[a-z]+ing)\b)|we|our|you|your|my|me|above|below"
    r"|respectively|again|too(?=[.,])|another|instead|however|therefore|meanwhile|such(?! as\b)|the same|for (?:example|instance)"
    r"|the (?:former|latter|letter|move|meeting|statement|comments?|remarks?)(?=[,.]| (?:is|was|were|has|had|said|came)\b))\b)"
    r"|\bus\b|(?<![.\w])I\b(?![.-])|\b(?:said|says|saying),"
    r"|(?i:\b(?:used|of|in|on|for|with|to|at|by|made|gave) that\b)|, though,|^(?:In|On|At|For|With|After|Before|Under) [^,]*, (?:it|they)\b"
)
"""Words that point out of the sentence, to what was told before, or to whoever speaks."""

UNPARTED = re.compile(
    r"\btold (?:(?!(?:that|the|an?|he|she|it|they|we|his|her|its|their)\b)[\w.’'-]+ ){2,4}(?:would|will|had|has|have|is|are|was|were)\b"
)
"""Where only a second reading tells the listener from what is told ("told the port crews would …")."""

BOUND = re.compile(r"\b(?:he|she|it|they|him|her|his|its|their|them|who)\b", re.IGNORECASE)
"""Pronouns that need somebody or something named before them in the sentence."""

MARKED = re.compile(r"“[^”]*”|\"[^\"]*\"")
"""Words between marks: a judgement there is somebody's whom the sentence names."""

OPINION = re.compile(
    r"\b(?:may|might|seem\w*|appear(?:s|ed)?(?! (?:in|on|at|once|before|with)\b)|perhaps|probably|likely|possibly|(?:is|was|be|as) possible|clearly|(?:is|was|seemed) clear|obvious\w*|certain(?:ly)?|remarkabl[ey]"
    r"|surpris\w*|unlikely|effectively|arguably|feels?|reminiscent|no secret|couldn)\b",
    re.IGNORECASE,
)
"""Words of a guess or a judgement, which nobody can check."""

UNNAMED = re.compile(r"^The (?![A-Z]|[a-z-]+ (?:(?:of|on|in|by|for|at) )?[A-Z])([\w’'-]+),? ([a-z-]*)")
"""A subject that only the sentences before can name ("The pictures …"); "The Quay company" and "the quay of
Penwick" have a name."""

NAMED = re.compile(r"(?<=\s)[A-Z][\w’'-]+|^[A-Z][\w’'-]+(?=\s[A-Z])")
"""A name in the sentence: a word with a capital that does not open it, or an opening of two of them."""

NAMED_NEXT = re.compile(r"^(?:In|On|At|For|With|During|After|Before) (?:his|her|its|their) [^,]{2,40}, [A-Z]")
"""A pronoun whose name follows at once ("In her speech, Roe …")."""

KNOWN_ENOUGH = 3
"""Words of what the whole story is about by which a sentence without a name says what it speaks of."""

HELPING = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|did|does|do|can)\b|\b[a-z]{3,}ed\b|\b[a-z]{3,}s\b", re.IGNORECASE
)

WHOLE = re.compile(
    r"[A-Z].*(?:[a-z0-9)%]|\b[A-Z]\.[A-Z]|\b[A-Z]{2,}|[a-z][”\"])\.|[A-Z].*[a-z0-9)%][.,]?[”\"]\.?", re.DOTALL
)
"""From a capital to a full stop, before or behind a closing mark."""

MARKS = re.compile(r"[‘;|…\[\]]|’’|\.\.|--| - |(?:^| )['’]|^.{,40} [–—] ")
"""Marks of what is no plain single sentence, the dash behind a dateline among them."""


def stands_alone(reading: Reading, sentence: Span, known: frozenset[str] = frozenset()) -> bool:
    """True for one whole statement that names whom it speaks of, points nowhere else and is no judgement.

    `known` are the stems of what the whole story is about: "The ferry …" needs no name there.
    """
    return is_whole_statement(reading, sentence, one_line(sentence.of(reading.text)), known)


def is_whole_statement(
    reading: Reading, sentence: Span, words: str, known: frozenset[str] = frozenset()
) -> bool:
    """True where the words that are shown of the sentence are such a statement."""
    if not SHORT <= len(words) <= LONG or not WHOLE.fullmatch(words) or not has_verb(words):
        return False
    if any(p.search(words) for p in (MARKS, LEANING, POINTING, UNPARTED)) or OPINION.search(
        MARKED.sub("", words)
    ):
        return False
    if words.count(",") > MOST_COMMAS or not is_balanced(words) or runs_on(reading, sentence):
        return False
    unnamed = UNNAMED.match(words)
    if unnamed and known.isdisjoint(stem(w) for w in unnamed.groups()):
        return False
    is_of_story = len(known & {stem(w) for w in re.findall(r"[\w’-]+", words)}) >= KNOWN_ENOUGH
    at = 0 if unnamed or NAMED_NEXT.match(words) else names_at(reading, words)
    if at is None and is_of_story and not BOUND.search(words):
        at = 0
    pronoun = BOUND.search(words)
    return at is not None and (pronoun is None or at < pronoun.start())


def names_at(reading: Reading, words: str) -> int | None:
    """Where the first name of a sentence stands; one word that opens it is a name where it is one elsewhere too."""
    opening = re.match(r"[A-Z][\w-]+", words)
    if opening and opening[0] in names_inside(reading.text):
        return 0
    found = NAMED.search(words)
    return found.start() if found else None


@lru_cache(maxsize=32)
def names_inside(text: str) -> frozenset[str]:
    """The words with a capital that stand inside a sentence."""
    return frozenset(re.findall(r"(?<=[a-z,] )[A-Z][\w-]+", text))


def has_verb(words: str) -> bool:
    past = irregular()
    return bool(HELPING.search(words)) or any(w in past for w in re.findall(r"[a-z]+", words))


def is_balanced(words: str) -> bool:
    """True where every quotation that begins in the sentence ends in it."""
    return words.count("“") == words.count("”") and words.count('"') % 2 == 0


def runs_on(reading: Reading, sentence: Span) -> bool:
    """True where the text before the sentence does not end as a sentence does: it may begin in the middle."""
    before = reading.text[: sentence.start].rstrip(" ")
    return bool(before) and not before.endswith(
        ("\n", ".", "!", "?", ".”", '."', ".’", "?”", "!”", '?"', '!"')
    )

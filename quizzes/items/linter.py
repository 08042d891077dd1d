"""The rules of item writing, a function each, after Haladyna, Downing & Rodriguez (2002), "A review of
multiple-choice item-writing guidelines". Each rule yields what is wrong in words for the teacher.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from quizzes.items.reading_grade import reading_grade
from quizzes.items.types import ItemDraft, ItemKind, Option, Pairing

LENGTH_RATIO = 1.5
"""How much longer than the mean distractor a key may be before its length gives it away."""
LENGTH_SLACK = 12
"""Characters by which it must be longer too: among short options ("22", "1") a ratio says nothing."""
GRADE = 9.0
"""Reading grade a stem should not pass: grade 8 with the slack that a formula of two counts needs."""

ONE_KEY = frozenset({ItemKind.CHOICE, ItemKind.CLAIM_EVIDENCE})
"""Kinds with options of which exactly one is right."""
SEVERAL = 2
TELLING = 6
"""Letters of a word that is noticed when a stem and one option alone share it."""

MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
RELATIVE = re.compile(
    r"\b(?:yesterday|today|tonight|tomorrow|(?:last|next|this) (?:week|month|year|night)|(?:last|next|this|on) "
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?!,? (?:the )?\d))\b",
    re.IGNORECASE,
)
NO_YEAR = re.compile(
    rf"\b(?:{MONTH} \d\d?\b(?!\d)(?!,? (?:of )?\d{{4}})|\d\d? {MONTH}(?!,? (?:of )?\d{{4}})(?!\w))"
)
FIGURES_ONLY = re.compile(r"\b\d\d?[/.]\d\d?[/.]\d{2,4}\b")


OWN_SPELLING = re.compile(r"[\w-]+\.\w|[a-z]+[A-Z]")
"""Names that keep their small letter at the beginning: of a web site ("news.example.org"), or one like "eHerald"."""


@dataclass(frozen=True)
class Hint:
    rule: str
    text: str


Rule = Callable[[ItemDraft], Iterator[str]]


def lint(draft: ItemDraft) -> tuple[Hint, ...]:
    """What the rules say against a draft; empty where all are kept."""
    return tuple(Hint(name, text) for name, rule in RULES.items() for text in rule(draft))


def is_sound(draft: ItemDraft) -> bool:
    """True where no hard rule is broken: only such drafts are offered."""
    return not any(hint.rule in HARD for hint in lint(draft))


def no_clue_by_length(draft: ItemDraft) -> Iterator[str]:
    keys, distractors = _keys_and_distractors(draft)
    if not keys or not distractors:
        return
    mean = sum(len(o.text) for o in distractors) / len(distractors)
    if any(len(o.text) > LENGTH_RATIO * mean and len(o.text) - mean >= LENGTH_SLACK for o in keys):
        yield "The key is much longer than the other options: shorten it or lengthen another."


def no_clue_by_order(draft: ItemDraft) -> Iterator[str]:
    match draft.kind:
        case ItemKind.ORDER if not isinstance(draft.options, Pairing):
            if list(draft.key) == [o.id for o in draft.options]:
                yield "The options stand in the right order already: mix them."
        case ItemKind.MATCH if isinstance(draft.options, Pairing) and len(draft.options.left) > 1:
            partner = dict(draft.key)
            asked = [partner.get(o.id) for o in draft.options.left]
            if asked == [o.id for o in draft.options.right[: len(asked)]]:
                yield "Each partner stands beside its entry: mix the right column."


def no_clue_by_grammar(draft: ItemDraft) -> Iterator[str]:
    ending = re.search(r"\b(an?|this|these|is|are|was|were) ?[:…_]*$", draft.stem.strip(), re.I)
    if ending and _columns(draft)[0]:
        yield f"The stem ends with “{ending[1]}”, which fits some options only."


def no_clue_by_echo(draft: ItemDraft) -> Iterator[str]:
    keys, distractors = _keys_and_distractors(draft)
    if draft.kind not in ONE_KEY or not keys or not distractors:
        return
    echoed = _telling_words(_without_quotes(draft.stem)) & _telling_words(keys[0].text)
    for word in sorted(echoed - set().union(*(_telling_words(o.text) for o in distractors))):
        yield f"Only the key repeats the stem's word “{word}”."


def one_question(draft: ItemDraft) -> Iterator[str]:
    if draft.kind is not ItemKind.OPEN and _without_quotes(draft.stem).count("?") > 1:
        yield "The stem asks two questions: ask one, or make it an open item."


def dates_in_full(draft: ItemDraft) -> Iterator[str]:
    plain = _without_quotes(draft.stem)
    if found := RELATIVE.search(plain):
        yield f"“{found[0]}” depends on the day of reading: give the date in full."
    elif found := NO_YEAR.search(plain):
        yield f"“{found[0]}” has no year: give the date in full."
    elif found := FIGURES_ONLY.search(plain):
        yield f"“{found[0]}” is read differently in different countries: write the month as a word."


def no_options_alike(draft: ItemDraft) -> Iterator[str]:
    for column in _columns(draft):
        texts = [" ".join(o.text.split()).casefold() for o in column]
        if len(set(texts)) < len(texts):
            yield "Two options say the same."


def options_parallel(draft: ItemDraft) -> Iterator[str]:
    for column in _columns(draft):
        if len({o.text.rstrip().endswith((".", "!", "?")) for o in column}) > 1:
            yield "Some options end with a full stop and some do not."
        if len({o.text[:1].islower() for o in column}) > 1:
            yield "Some options begin with a small letter and some do not."


def no_all_or_none(draft: ItemDraft) -> Iterator[str]:
    for option in (o for column in _columns(draft) for o in column):
        if re.search(
            r"\b(?:all|none|both|neither) of (?:the )?(?:above|these|them|others?)\b", option.text, re.I
        ):
            yield f"“{option.text}” leaves the student guessing about the other options."


def negatives_in_capitals(draft: ItemDraft) -> Iterator[str]:
    asked = re.split(r"(?<=[.!?])\s+", _without_quotes(draft.stem).strip())[-1]
    for word in re.findall(r"\b(?:not|never|except|neither|nor|least)\b|\w+n['’]t\b", asked):
        if word != "least" or "at least" not in asked:
            yield f"Set “{word}” in capitals, or ask without it."


def no_letter_references(draft: ItemDraft) -> Iterator[str]:
    if re.search(
        r"\b(?:option|answer|choice) [A-H1-8]\b|\([a-h]\)|\b(?:text|passage|article|options?) (?:above|below)\b|\babove\b|\bbelow\b",
        _without_quotes(draft.stem),
    ):
        yield "Options and texts move: name them instead of pointing at a letter or place."


def stem_is_whole(draft: ItemDraft) -> Iterator[str]:
    stem = draft.stem.strip()
    if not re.search(r"[.?:][”’\")]?$", stem):
        yield "The stem should end as a question or a sentence does."
    if stem[:1].islower() and not OWN_SPELLING.match(stem):
        yield "The stem should begin with a capital."
    if "  " in stem or "\n" in stem or re.search(r"\s[,.;:?!]|[,;:]{2}|\?\?|(?<!\.)\.\.(?!\.)", stem):
        yield "The stem has a stray space or mark."


def stem_reads_easily(draft: ItemDraft) -> Iterator[str]:
    grade = reading_grade(draft.stem)
    if grade > GRADE:
        yield f"The stem reads like grade {grade:.0f}: shorter sentences and words would help."


def one_key(draft: ItemDraft) -> Iterator[str]:
    keys, distractors = _keys_and_distractors(draft)
    if draft.kind in ONE_KEY and (len(keys) != 1 or not distractors):
        yield "One option must be the key, and at least one must not."
    if draft.kind is ItemKind.MULTI and (len(keys) < SEVERAL or not distractors):
        yield "Two options at least must be keys, and at least one must not."


RULES: dict[str, Rule] = {
    "one key": one_key,
    "options alike": no_options_alike,
    "all or none": no_all_or_none,
    "letter reference": no_letter_references,
    "whole stem": stem_is_whole,
    "clue by length": no_clue_by_length,
    "clue by order": no_clue_by_order,
    "clue by grammar": no_clue_by_grammar,
    "clue by echo": no_clue_by_echo,
    "one question": one_question,
    "dates in full": dates_in_full,
    "parallel options": options_parallel,
    "negative": negatives_in_capitals,
    "reading grade": stem_reads_easily,
}

HARD = frozenset(
    {
        "one key",
        "options alike",
        "all or none",
        "letter reference",
        "whole stem",
        "clue by length",
        "clue by order",
        "clue by grammar",
        "one question",
        "negative",
    }
)
"""Rules that a draft must keep to be offered; the others are hints for the teacher."""


def _columns(draft: ItemDraft) -> tuple[tuple[Option, ...], ...]:
    if isinstance(draft.options, Pairing):
        return draft.options.left, draft.options.right
    return (draft.options,)


def _keys_and_distractors(draft: ItemDraft) -> tuple[list[Option], list[Option]]:
    if isinstance(draft.options, Pairing):
        return [], []
    keys = {
        ItemKind.CHOICE: lambda: {draft.key},
        ItemKind.CLAIM_EVIDENCE: lambda: {draft.key["choice"]},
        ItemKind.MULTI: lambda: set(draft.key),
    }.get(draft.kind, set)()
    return [o for o in draft.options if o.id in keys], [o for o in draft.options if o.id not in keys]


def _telling_words(text: str) -> set[str]:
    return {w for w in re.findall(r"[^\W\d_]+", text.casefold()) if len(w) >= TELLING}


def _without_quotes(text: str) -> str:
    """The stem without words it quotes: an article's own "not" is not the question's."""
    return re.sub(r"“[^”]*”", "“”", text)

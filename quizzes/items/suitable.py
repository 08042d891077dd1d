"""What no class of 14-year-olds needs to see in a question: sexual content, and people held, sold or tormented by others."""

from __future__ import annotations

import re

from quizzes.items.matrix import Matrix, once
from quizzes.items.types import ItemDraft, Pairing

SEXUAL = re.compile(
    r"(?<!same-)(?<!same )(?<!opposite-)\bsex(?:ual(?:ly)?|y)?\b"
    r"(?![- ](?:discrimination|bias|harassment|misconduct|offen[cs]es?|offenders?|crimes?|assaults?|abuse|orientation|identity|education|equality|minorit))"
    r"|\b(?:porn\w*|prostitut\w*|brothels?|pimps?|escort (?:services?|agenc\w+|girls?)|(?:female|male|paid|hired) escorts?|call girls?"
    r"|rap(?:e[ds]?|ing|ists?)|molest\w*|nud(?:e|es|ity)|naked"
    r"|erotic\w*|orgasm\w*|masturbat\w*|genital\w*|penis\w*|vagina\w*|breasts|incest\w*|fetish\w*|strippers?|topless)\b",
    re.IGNORECASE,
)
"""Words of sexual content (own short list). The names of what a law or a complaint is about ("sex discrimination") are none."""

CAPTIVE = re.compile(
    r"\b(?:chain(?:ed|ing)|shackl(?:ed|ing)|handcuff(?:ed|ing)) (?:(?:up|him|her|them|a|an|the|his|young) )*(?:to|wom[ae]n|m[ae]n|girls?|boys?|child\w*|victims?|slaves?)\b"
    r"|\b(?:held|kept|locked)(?: \w+){0,2} (?:captive|against (?:her|his|their) will|in (?:a|the|his|her|their) (?:basement|cellar|dungeon|cage))\b"
    r"|\b(?:enslav\w+|sla(?:ves?|very)(?= (?:market|trader|ring|auction)s?\b)|sex[- ]?slave\w*)"
    r"|\btortur(?:e[ds]?|ing|ers?)\b"
    r"|\b(?:sex|human|child|people)[- ]traffick\w+|\btraffick(?:ed|ing) (?:in )?(?:wom[ae]n|girls?|boys?|child\w*|people|victims?|humans?)\b"
    r"|\b(?:wom[ae]n|girls?|boys?|child\w*|people|victims?) (?:\w+ )?trafficked\b",
    re.IGNORECASE,
)
"""People whom others hold, sell or torment (own list); not the traffic in goods, nor a chain of shops."""

VIOLENT = re.compile(
    r"\brap(?:e[ds]?|ing|ists?)\b|\bmolest\w*|\bsexual(?:ly)? (?:assault\w*|abus\w+|violence|slaver\w+)|\bsex[- ](?:slave\w*|traffick\w+)"
    r"|\bprostitut\w*|\bbrothels?\b|\bpimps?\b",
    re.IGNORECASE,
)
OFTEN = 3
"""Words of sexual violence in an article from which it tells of that, and does not only mention it."""

QUOTED = re.compile("“([^”]+)”")
SENTENCE = 5
"""Words of what is quoted, from which it is no mere word or name."""


def is_suitable(matrix: Matrix, draft: ItemDraft) -> bool:
    """True where neither stem, options nor the sentences that prove the key show such content; a story of sexual violence gives
    no sentence at all."""
    options = draft.options
    listed = (*options.left, *options.right) if isinstance(options, Pairing) else options
    shown = (draft.stem, *(o.text for o in listed))
    if any(p.search(text) for p in (SEXUAL, CAPTIVE) for text in (*shown, *(e.text for e in draft.evidence))):
        return False
    quoted = (words for text in shown for words in QUOTED.findall(text))
    return not tells_of_sexual_violence(matrix) or all(len(words.split()) < SENTENCE for words in quoted)


@once
def tells_of_sexual_violence(matrix: Matrix) -> bool:
    """True where most of the story's articles tell of it."""
    telling = [r for r in matrix.readings.values() if len(VIOLENT.findall(r.text)) >= OFTEN]
    return 2 * len(telling) > len(matrix.readings)

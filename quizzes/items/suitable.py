"""What no class of 14-year-olds needs to see in a question: sentences with sexual content."""

from __future__ import annotations

import re

from quizzes.items.types import ItemDraft, Pairing

SEXUAL = re.compile(
    r"(?<!same-)(?<!same )(?<!opposite-)\bsex(?:ual(?:ly)?|y)?\b"
    r"(?![- ](?:discrimination|bias|harassment|misconduct|offen[cs]es?|offenders?|crimes?|trafficking|assaults?|abuse|orientation|identity|education|equality|minorit))"
    r"|\b(?:porn\w*|prostitut\w*|brothels?|pimps?|escort services?|rap(?:e[ds]?|ing|ists?)|molest\w*|nud(?:e|es|ity)|naked"
    r"|erotic\w*|orgasm\w*|masturbat\w*|genital\w*|penis\w*|vagina\w*|breasts|incest\w*|fetish\w*|strippers?|topless)\b",
    re.IGNORECASE,
)
"""Words of sexual content (own short list). The names of what a law or a complaint is about ("sex discrimination") are none."""


def is_suitable(draft: ItemDraft) -> bool:
    """True where neither stem nor options show sexual content."""
    options = draft.options
    listed = (*options.left, *options.right) if isinstance(options, Pairing) else options
    return not any(SEXUAL.search(text) for text in (draft.stem, *(o.text for o in listed)))

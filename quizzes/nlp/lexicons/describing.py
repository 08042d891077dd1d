"""Words that say what a person is, beside the nouns for people and roles. Own lists of general English: what newspapers set
before a name or behind it for judgement, trade, sport, party and kin."""

from __future__ import annotations

from quizzes.nlp.lexicons.wordlists import words

DESCRIBING = words(
    """
    critic defender supporter opponent ally rival foe donor billionaire millionaire tycoon mogul veteran suspect star
    nominee hopeful contender frontrunner front-runner challenger incumbent newcomer outsider insider conservative liberal
    progressive moderate democrat republican leftist populist libertarian socialist centrist hawk advocate champion
    hero villain legend icon operative strategist adviser advisor aide confidant confidante counsel counselor partner
    whip speaker chair vice-president co-founder ceo founder heir socialite celebrity influencer model comedian
    entrepreneur financier philanthropist lobbyist mastermind ringleader demagogue negotiator agent mathematician
    physicist historian columnist commentator pundit host anchor blogger novelist filmmaker rapper pop-star superstar
    quarterback striker midfielder forward winger defender goalkeeper receiver linebacker pitcher medallist medalist native resident
    immigrant fugitive convict felon offender loner drifter extremist supremacist nationalist mother-of-two father-of-two
    magnate leader figure figurehead voice face mate rod man woman mother father widow son daughter brother sister cousin
    wife husband candidate menace mouthpiece crony stooge lackey henchman bigwig kingpin profiteer
    """
)
"""Singular nouns; "mate" and "rod" stand in "running mate" and "lightning rod"."""

KIN = words(
    "mother father parent wife husband son daughter brother sister cousin uncle aunt grandmother grandfather child"
)
"""Behind "his" or "her" these say whose relative somebody is, and not what he is."""

NOT_ONE = words("elder other member body part following")
"""Nouns for people that stand beside a name and do not say what its bearer is ("the elder Roe", "a member")."""

HONORIFICS = words("mr mrs ms miss sir madam")

LIFE = words(
    """
    become make serve lead found co-found run head represent own work chair oversee play star champion defend support
    oppose rise teach manage direct fight cover rule govern command coach design create invent build study practice practise
    specialize specialise disparage criticize criticise accuse
    """
)
"""Verbs of a clause with "who" that say what a person is or stands for, and not what he did that day."""

APPOINTING = words("appoint name nominate make elect pick choose tap install crown")
"""Verbs that make somebody what stands bare behind the name."""

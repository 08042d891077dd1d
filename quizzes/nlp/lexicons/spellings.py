"""British and American spellings of one word, so that a copy with its spelling changed is seen as one.

The usual lists of spelling differences (Oxford Guide to Style; Webster's) by their endings; own list of stems of general English.
"""

from __future__ import annotations

import re

from quizzes.nlp.lexicons.wordlists import words

OUR = (
    "arb?|behavi|cand|clam|col|demean|endeav|fav|flav|glam|harb|hon|hum|lab|neighb|od|parl|ranc|rig|rum|sav|savi|splend|"
    "tum|val|vap|vig|ferv|arm|ard"
)
"""What stands before "our" or "or"."""
DOUBLED = (
    "cancel|channel|counsel|dial|duel|enamel|equal|fuel|funnel|initial|label|level|marvel|model|panel|pedal|pencil|quarrel|"
    "rival|shovel|signal|total|towel|travel|tunnel|unravel"
)
"""Verbs that double their l before an ending in British spelling."""

RULES = (
    (re.compile(rf"^(dis|mis)?({OUR})our"), r"\1\2or"),
    (re.compile(rf"^({DOUBLED})l(?=ed|ing|er|or)"), r"\1"),
    (re.compile(r"(?<=\w{3})is(?=(?:e|ed|es|er|ers|ing|ation|ations)$)"), "iz"),
    (re.compile(r"(?<=\w{3})ys(?=(?:e|ed|es|er|ers|ing)$)"), "yz"),
    (re.compile(r"^((?:kilo|centi|milli)?met|cent|theat|lit|fib|calib|somb|spect|lust)re(?=s?$)"), r"\1er"),
    (re.compile(r"^(def|off|lic|pret)ence(?=s?$)"), r"\1ense"),
    (re.compile(r"^(dial|catal|anal|monol|prol)ogue(?=s?$)"), r"\1og"),
)
"""Endings, in the order in which they are tried; each turns British spelling into American."""

SINGLE = dict(
    pair.split("=")
    for pair in sorted(
        words(
            """grey=gray programme=program programmes=programs tyre=tire tyres=tires plough=plow cheque=check cheques=checks kerb=curb
                sceptical=skeptical sceptic=skeptic sceptics=skeptics ageing=aging judgement=judgment acknowledgement=acknowledgment
                enrol=enroll fulfil=fulfill skilful=skillful instalment=installment instalments=installments towards=toward
                afterwards=afterward whilst=while amongst=among learnt=learned burnt=burned aeroplane=airplane mum=mom
                moustache=mustache pyjamas=pajamas jewellery=jewelry storey=story storeys=stories licence=license tonne=ton tonnes=tons
                manoeuvre=maneuver manoeuvres=maneuvers foetus=fetus leukaemia=leukemia anaesthetic=anesthetic
                paediatric=pediatric paediatrician=pediatrician adviser=advisor advisers=advisors"""
        )
    )
)


def american(word: str) -> str:
    """A word in small letters as American papers spell it; another word as it is."""
    if word in SINGLE:
        return SINGLE[word]
    for pattern, spelt in RULES:
        changed = pattern.sub(spelt, word)
        if changed != word:
            return changed
    return word

"""Whether two figures are each all that an article says was lost in one happening, though it calls the people by other words."""

from __future__ import annotations

from quizzes.nlp.findings.comparable import ALIKE, ANYBODY, HARMS, THINGS, head, is_indefinite, modifiers
from quizzes.nlp.findings.relations import figure, on_top
from quizzes.nlp.lexicons.wordlists import words
from quizzes.nlp.types import Claim

PLAIN = ANYBODY | words("man brother mate workmate comrade colleague friend")
"""Words by which news counts anybody again ("one man is still missing"): they set off no group as *officer* or *child* do."""
LABOURERS = words("worker employee staffer miner digger labourer laborer builder hand")
"""Words for who works at a mine, mill or site."""
COMMON = PLAIN | LABOURERS | words("passenger traveler traveller patient resident hiker climber tourist")
"""Words for all the people whom one kind of happening strikes: passengers of a ship, patients of an outbreak."""


def are_whole_tolls(a: Claim, b: Claim, group: tuple[Claim, ...]) -> bool:
    """True for two counts of people in one happening where each article gives no other count of that harm."""
    if a.measure not in HARMS - THINGS or a.occurrence is None or a.occurrence != b.occurrence:
        return False
    if a.article == b.article or not may_be_one_group(a, b):
        return False
    return all(is_only_one(c, group) for c in (a, b))


def may_be_one_group(a: Claim, b: Claim) -> bool:
    """True where one of two words stands for anybody, or both for who works at one place; neither is told apart."""
    if modifiers(a) or modifiers(b):
        return False
    one, other = head(a.counted), head(b.counted)
    if one in PLAIN or other in PLAIN:
        return {one, other} <= COMMON
    return {one, other} <= LABOURERS or any({one, other} <= alike for alike in ALIKE)


def is_only_one(claim: Claim, group: tuple[Claim, ...]) -> bool:
    """True where the article gives no other figure of the harm, and this one comes on top of none."""
    if on_top(claim) or is_indefinite(claim) or figure(claim.value) is None:
        return False
    return all(
        figure(c.value) in {None, figure(claim.value)} and not is_indefinite(c) and not on_top(c)
        for c in group
        if c.article == claim.article
    )

"""What each skill is called on pages, and the standards it serves.

CCSS: Common Core State Standards, English Language Arts (RI: reading informational text, RH: reading in
history). COR: Civic Online Reasoning, Digital Inquiry Group. NLP: News Literacy Project, framework of
standards. NAMLE: its key questions. UNESCO MIL: Media and Information Literacy curriculum, 2nd edition.
"""

from __future__ import annotations

from dataclasses import dataclass

from quizzes.items.types import Skill


@dataclass(frozen=True)
class Standard:
    """A standard by its code and a short name."""

    code: str
    name: str


@dataclass(frozen=True)
class SkillInfo:
    """A skill as a student reads it ("Ask who says so") with the standards it serves, the closest first."""

    skill: Skill
    name: str
    standards: tuple[Standard, ...]


CONFLICTING = Standard("CCSS RI.8.9", "conflicting information in two texts")
EMPHASIS = Standard("CCSS RI.7.9", "how two texts stress different evidence")
POINT_OF_VIEW = Standard("CCSS RH.6-8.6", "loaded language, inclusion or avoidance of facts")
OTHER_SOURCES = Standard("COR other sources", "what do other sources say?")
EVIDENCE = Standard("COR evidence", "what's the evidence?")
BEHIND = Standard("COR behind the information", "who's behind the information?")
CREDIBLE_SOURCES = Standard("NLP Standard 3", "credible sources")
VERIFICATION = Standard("NLP Standard 4", "verification")
LEFT_OUT = Standard("NAMLE Content", "what is left out?")
PURPOSE = Standard("NAMLE Purpose", "why was this made?")
CREDIBILITY = Standard("NAMLE Credibility", "what are the sources of the information?")
LANGUAGES = Standard("UNESCO MIL Module 4", "languages in media")

SKILLS: dict[Skill, SkillInfo] = {
    info.skill: info
    for info in (
        SkillInfo(Skill.CORROBORATE, "Find where reports disagree", (CONFLICTING, OTHER_SOURCES)),
        SkillInfo(Skill.SOURCING, "Ask who says so", (EVIDENCE, CREDIBLE_SOURCES, CREDIBILITY)),
        SkillInfo(Skill.NUMBERS, "Read numbers closely", (CONFLICTING, VERIFICATION)),
        SkillInfo(Skill.OMISSION, "See what is left out", (LEFT_OUT, POINT_OF_VIEW)),
        SkillInfo(Skill.WORDING, "Weigh the words", (POINT_OF_VIEW, LANGUAGES)),
        SkillInfo(Skill.FRAMING, "See what a report puts first", (EMPHASIS, PURPOSE)),
        SkillInfo(Skill.INDEPENDENCE, "Judge independence", (BEHIND, CREDIBLE_SOURCES)),
    )
}

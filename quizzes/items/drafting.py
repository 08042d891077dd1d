"""From a comparison to item drafts: every family of findings has its module; here they are gathered, checked and ranked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from quizzes.items.agentless import agentless_items
from quizzes.items.agreements import agreement_items
from quizzes.items.discrepancies import discrepancy_items
from quizzes.items.forms import is_room
from quizzes.items.giving_away import Shown, ask_the_same, clash
from quizzes.items.headlines import headline_items
from quizzes.items.intruders import intruder_items
from quizzes.items.labels import label_items
from quizzes.items.loaded_words import loaded_items
from quizzes.items.lost_attributions import lost_attribution_items
from quizzes.items.matrix import Matrix
from quizzes.items.nameless import anonymous_items
from quizzes.items.omissions import omission_items
from quizzes.items.quoted_words import quotation_items
from quizzes.items.report_verbs import report_verb_items
from quizzes.items.reuse import reuse_items
from quizzes.items.sources import unattributed_items
from quizzes.items.spellings import spelling_items
from quizzes.items.suitable import is_suitable
from quizzes.items.types import ItemDraft, ItemKind, Skill
from quizzes.items.unsaid import unsaid_items
from quizzes.items.voices import voice_items
from quizzes.items.word_turns import may_follow
from quizzes.nlp.findings.main_occurrence import main_occurrence
from quizzes.nlp.findings.side_by_side import SHOWN
from quizzes.nlp.types import Comparison, Finding, FindingKind, Relation

MOST_OF_ONE_FINDING = 3
"""A quiz that asks four times about one thing is a quiz about that thing."""

ENOUGH = 12
"""Items of a story from which no sentence is asked about in a second way."""

MOST_FINDINGS = 8
MOST_OF_ONE_KIND = {
    FindingKind.ANONYMOUS_SOURCE: 4,
    FindingKind.UNATTRIBUTED_FIGURE: 2,
    FindingKind.QUOTATION_ALTERED: 3,
    FindingKind.LOADED_LANGUAGE: 6,
    FindingKind.REPORT_VERB: 2,
    FindingKind.TEXT_REUSE: 3,
    FindingKind.VOICE_UNIQUE: 9,
    FindingKind.OMISSION: 4,
    FindingKind.LOST_ATTRIBUTION: 2,
    FindingKind.AGREEMENT: 3,
    FindingKind.NAME_VARIANT: 1,
    FindingKind.INTRUDER: 1,
}
"""Findings of one kind that are asked about; fewer where their questions are much alike."""

AGAIN, AGAIN_DIFFERENT = 0.8, 0.9
"""What a further finding of one kind is worth beside the one before it; two discrepancies are less alike than two sources."""

GRAVEST = frozenset({"killed", "injured"})
GRAVE, FIRST, ASIDE = 1.6, 1.2, 0.9
"""What a conflict on the dead or hurt is worth more, the dead before the hurt, and what another occurrence is worth less."""

Family = Callable[[Matrix, Finding, int], Iterator[ItemDraft | None]]

FAMILIES: dict[FindingKind, Family] = {
    FindingKind.DISCREPANCY: discrepancy_items,
    FindingKind.AGREEMENT: agreement_items,
    FindingKind.UNATTRIBUTED_FIGURE: unattributed_items,
    FindingKind.ANONYMOUS_SOURCE: anonymous_items,
    FindingKind.LABEL_CHOICE: label_items,
    FindingKind.LOADED_LANGUAGE: loaded_items,
    FindingKind.REPORT_VERB: report_verb_items,
    FindingKind.HEADLINE_ANGLE: headline_items,
    FindingKind.AGENTLESS: agentless_items,
    FindingKind.TEXT_REUSE: reuse_items,
    FindingKind.QUOTATION_ALTERED: quotation_items,
    FindingKind.QUOTATION_UNATTRIBUTED: unsaid_items,
    FindingKind.VOICE_UNIQUE: voice_items,
    FindingKind.OMISSION: omission_items,
    FindingKind.LOST_ATTRIBUTION: lost_attribution_items,
    FindingKind.NAME_VARIANT: spelling_items,
    FindingKind.INTRUDER: intruder_items,
}

WORTH: dict[FindingKind, float] = {
    FindingKind.DISCREPANCY: 1.15,
    FindingKind.TEXT_REUSE: 0.8,
    FindingKind.LABEL_CHOICE: 0.8,
    FindingKind.UNATTRIBUTED_FIGURE: 0.85,
    FindingKind.ANONYMOUS_SOURCE: 0.78,
    FindingKind.QUOTATION_ALTERED: 0.75,
    FindingKind.QUOTATION_UNATTRIBUTED: 0.7,
    FindingKind.LOADED_LANGUAGE: 0.86,
    FindingKind.REPORT_VERB: 0.88,
    FindingKind.HEADLINE_ANGLE: 0.84,
    FindingKind.AGENTLESS: 0.9,
    FindingKind.VOICE_UNIQUE: 0.65,
    FindingKind.OMISSION: 0.7,
    FindingKind.LOST_ATTRIBUTION: 0.82,
    FindingKind.AGREEMENT: 0.6,
    FindingKind.NAME_VARIANT: 0.5,
    FindingKind.INTRUDER: 0.45,
}
"""How much a kind of finding teaches, by the order of the standards in `skills`: disagreement on facts first."""

RELATIONS: dict[Relation | None, float] = {
    Relation.CONFLICT: 1.0,
    Relation.UPDATE: 0.9,
    Relation.PRECISION: 0.75,
    Relation.SCOPE: 0.75,
}


def draft_items(comparison: Comparison, *, seed: int = 0) -> tuple[ItemDraft, ...]:
    """Proved and sound drafts; another seed is a parallel form. The same comparison gives the same drafts.

    First those of which any may stand together in a quiz, in rounds of one item a finding, then those that ask the
    same again in another way or would give another away: a teacher may like them better.
    """
    matrix = Matrix(comparison)
    drafts = _by_finding(matrix, seed)
    first = tuple(_apart(matrix, drafts))
    taken = Counter(d.finding for d in first)
    before = [Shown(matrix, d) for d in first]
    rest = []
    for draft in _round_by_round(drafts):
        if draft in first or taken[draft.finding] >= MOST_OF_ONE_FINDING:
            continue
        if _has_its_turn(shown := Shown(matrix, draft), before):
            taken[draft.finding] += 1
            before.append(shown)
            rest.append(draft)
    return tuple({_says(d): d for d in reversed((*first, *rest))}.values())[::-1]


def _round_by_round(drafts: Sequence[Sequence[ItemDraft]]) -> Iterator[ItemDraft]:
    most = max(map(len, drafts), default=0)
    return (of_one[n] for n in range(most) for of_one in drafts if n < len(of_one))


def _by_finding(matrix: Matrix, seed: int) -> list[list[ItemDraft]]:
    """The drafts of each finding that can be asked about, the finding most worth first."""
    of: dict[str, list[ItemDraft]] = {}

    def gives_items(finding: Finding) -> bool:
        drafts = FAMILIES[finding.kind](matrix, finding, seed)
        of[finding.id] = [d for d in drafts if d is not None and is_suitable(matrix, d)][:MOST_OF_ONE_FINDING]
        return bool(of[finding.id])

    return [of[finding.id] for finding in ranked(matrix.comparison, gives_items)]


def _apart(matrix: Matrix, drafts: Sequence[Sequence[ItemDraft]]) -> Iterator[ItemDraft]:
    """Round by round one draft of each finding, none that gives another away, and none on a sentence asked about before.

    Only where that leaves too few is a sentence asked about in a second way.
    """
    every = [[Shown(matrix, d) for d in of_one] for of_one in drafts]
    taken: list[Shown] = []
    for may_repeat in (False, True):
        for of_one in every * MOST_OF_ONE_FINDING:
            if may_repeat and len(taken) >= ENOUGH:
                return
            asked = [t for t in taken if t.draft.finding == of_one[0].draft.finding]
            found = next((s for s in of_one if _may_join(s, taken, may_repeat=may_repeat)), None)
            if found is not None and len(asked) < MOST_OF_ONE_FINDING:
                taken.append(found)
                yield found.draft


def _may_join(shown: Shown, taken: Sequence[Shown], *, may_repeat: bool) -> bool:
    if not _has_its_turn(shown, taken):
        return False
    return not any(
        clash(shown, t) or _says(shown.draft) == _says(t.draft) or (ask_the_same(shown, t) and not may_repeat)
        for t in taken
    )


def _has_its_turn(shown: Shown, before: Sequence[Shown]) -> bool:
    """True where its words were not asked about before, and the story has room for one more of its form."""
    return may_follow(shown.turn, (s.turn for s in before)) and is_room(shown.form, (s.form for s in before))


def ranked(comparison: Comparison, can_be_asked: Callable[[Finding], bool] = bool) -> list[Finding]:
    """The findings to ask about, the most worth first; each further one of a kind is worth less, so that kinds mix.

    One that no question can be asked about takes no other's place.
    """
    taking_part = [r for r in comparison.readings if r.article not in comparison.set_aside]
    central = main_occurrence(taking_part, comparison.occurrences)
    main = central.id if central else None

    def value(finding: Finding) -> float:
        return worth(finding) * (weight(finding, main) if finding.measure else 1.0)

    by_worth = sorted((f for f in comparison.findings if is_askable(f)), key=lambda f: (-value(f), f.id))
    seen: Counter[FindingKind] = Counter()
    placed = []
    for finding in by_worth:
        is_room = seen[finding.kind] < MOST_OF_ONE_KIND.get(finding.kind, MOST_FINDINGS)
        if is_room and can_be_asked(finding):
            placed.append((-value(finding) * _again(finding) ** seen[finding.kind], finding.id, finding))
            seen[finding.kind] += 1
    return [finding for _, _, finding in sorted(placed, key=lambda p: p[:2])]


def _again(finding: Finding) -> float:
    return AGAIN_DIFFERENT if finding.kind is FindingKind.DISCREPANCY else AGAIN


def weight(finding: Finding, main: str | None) -> float:
    """How much the thing counted matters: the dead and hurt of the story's main occurrence before all else."""
    is_harm, is_main = finding.measure in GRAVEST, finding.occurrence == main and main is not None
    if is_harm and is_main and finding.relation is Relation.CONFLICT:
        return GRAVE * (FIRST if finding.measure == "killed" else 1.0)
    return 1.0 if is_main else ASIDE


def is_askable(finding: Finding) -> bool:
    """True for a finding sure enough to ask about, of a kind that items are written for."""
    return finding.kind in FAMILIES and finding.confidence >= SHOWN


def worth(finding: Finding) -> float:
    """How much an item of the finding teaches: its kind, its relation, how sure it is, how many articles take part."""
    articles = len({p.article for p in finding.positions})
    relation = RELATIONS.get(finding.relation, 1.0)
    return WORTH[finding.kind] * relation * finding.confidence * (1 + 0.05 * min(articles, 5))


def _says(draft: ItemDraft) -> tuple[object, ...]:
    """What is asked: two findings on one row of the matrix, or on one pair of articles, may ask the same."""
    if draft.skill is Skill.INDEPENDENCE and draft.kind is ItemKind.OPEN:
        return draft.kind, frozenset(e.article for e in draft.evidence)
    return draft.kind, draft.stem

"""Comparing the articles of one story: from readings to claims with occurrences, and findings. Free of spaCy."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from quizzes.nlp.findings.act_counts import find_act_counts
from quizzes.nlp.findings.agentless import find_agentless
from quizzes.nlp.findings.ages import find_age_discrepancies
from quizzes.nlp.findings.altered_quotations import find_altered_quotations
from quizzes.nlp.findings.anonymous_sources import find_anonymous_sources
from quizzes.nlp.findings.custody import find_custody
from quizzes.nlp.findings.dates import find_date_discrepancies
from quizzes.nlp.findings.days import find_day_discrepancies
from quizzes.nlp.findings.discrepancies import find_agreements, find_discrepancies
from quizzes.nlp.findings.headline_angles import find_headline_angles
from quizzes.nlp.findings.hours import find_hour_discrepancies
from quizzes.nlp.findings.intruders import find_intruders
from quizzes.nlp.findings.labels import find_label_choices
from quizzes.nlp.findings.loaded_language import find_loaded_language
from quizzes.nlp.findings.lost_attributions import find_lost_attributions
from quizzes.nlp.findings.marks import find_mark_discrepancies
from quizzes.nlp.findings.name_variants import find_name_variants
from quizzes.nlp.findings.named_people import find_named_people
from quizzes.nlp.findings.named_places import find_named_places
from quizzes.nlp.findings.omissions import find_omissions
from quizzes.nlp.findings.places import find_place_discrepancies
from quizzes.nlp.findings.report_verbs import find_report_verbs
from quizzes.nlp.findings.side_by_side import SideBySide, article_names, place
from quizzes.nlp.findings.statuses import find_status_discrepancies
from quizzes.nlp.findings.tallies import find_tally_discrepancies
from quizzes.nlp.findings.text_reuse import find_text_reuse
from quizzes.nlp.findings.tied_values import find_tied_values
from quizzes.nlp.findings.unattributed_figures import find_unattributed_figures
from quizzes.nlp.findings.voices import find_unattributed_quotations, find_unique_voices
from quizzes.nlp.findings.whereabouts import find_whereabouts
from quizzes.nlp.findings.words_apart import find_words_apart
from quizzes.nlp.findings.zero_arrests import find_zero_arrests
from quizzes.nlp.reuse import find_copies
from quizzes.nlp.settled import Settled, joined, parted, settle
from quizzes.nlp.strangers import find_strangers
from quizzes.nlp.telling.occurrences import assign
from quizzes.nlp.types import Claim, Comparison, Finding, FindingKind, Reading

FINDERS: tuple[Callable[[SideBySide], Iterator[Finding]], ...] = (
    find_discrepancies,
    find_act_counts,
    find_day_discrepancies,
    find_date_discrepancies,
    find_hour_discrepancies,
    find_place_discrepancies,
    find_whereabouts,
    find_named_places,
    find_named_people,
    find_age_discrepancies,
    find_custody,
    find_status_discrepancies,
    find_mark_discrepancies,
    find_tally_discrepancies,
    find_zero_arrests,
    find_agreements,
    find_altered_quotations,
    find_unattributed_figures,
    find_anonymous_sources,
    find_label_choices,
    find_loaded_language,
    find_report_verbs,
    find_agentless,
    find_headline_angles,
    find_text_reuse,
    find_lost_attributions,
    find_unattributed_quotations,
    find_unique_voices,
    find_omissions,
    find_name_variants,
    find_intruders,
)

ORDER = {kind: n for n, kind in enumerate(FindingKind)}


def compare(readings: Iterable[Reading], settled: Sequence[Settled] = ()) -> Comparison:
    """The readings set side by side. The order of the articles changes nothing but their letters.

    `settled` is what the teacher says of happenings, in the order in which she said it: it holds over what is found.
    """
    readings = tuple(readings)
    ordered = tuple(sorted(readings, key=lambda r: r.article))
    claims, occurrences = settle(*assign(ordered), settled)
    copies = find_copies(ordered)
    set_aside = find_strangers(ordered, claims)
    side = SideBySide(
        readings=tuple(r for r in ordered if r.article not in set_aside),
        claims=tuple(c for c in claims if c.article not in set_aside),
        occurrences=occurrences,
        copies={copy: original for copy, original in copies.items() if copy not in set_aside},
        names=article_names(readings),
    )
    findings = [finding for find in FINDERS for finding in find(side)]
    findings += find_tied_values(side, findings)
    findings += find_words_apart(side, findings)
    findings = parted(side, findings, settled)
    findings += joined(side, findings, settled)
    return Comparison(
        readings=readings,
        claims=tuple(sorted(claims, key=claim_place)),
        occurrences=occurrences,
        findings=tuple(sorted(findings, key=finding_place)),
        set_aside=tuple(sorted(set_aside)),
        copies=copies,
    )


def claim_place(claim: Claim) -> tuple[str, int, int, str]:
    return claim.article, claim.start, claim.value.start, claim.id


def finding_place(finding: Finding) -> tuple[int, tuple[str, int, int, str], str]:
    """By kind, then by where the first position stands."""
    return ORDER[finding.kind], place(finding.positions[0]), finding.id

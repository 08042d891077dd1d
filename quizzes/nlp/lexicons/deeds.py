"""Nouns for what people and bodies do, say and stand for: "slammed the plan" judges, "slammed the door" does not.

Own list of general English: what news says is criticised, defended, passed or undone.
"""

from __future__ import annotations

from quizzes.nlp.lexicons.wordlists import words

DEEDS = words(
    """
    decision plan policy bill law move ruling proposal comment remark claim statement report measure idea deal agreement
    effort attempt bid response handling treatment record practice system strategy approach budget ban tax rule
    regulation legislation order culture reform program programme nomination appointment choice campaign speech
    leadership economy credibility reputation image career right freedom democracy hope allegation accusation
    suggestion argument theory story coverage article book film movie show interview tweet post video ad advert
    advertisement letter memo lawsuit investigation inquiry probe audit review settlement sentence verdict appeal
    resignation departure dismissal candidacy presidency tenure term legacy vision agenda platform position stance view
    opinion belief value principle tradition norm convention institution alliance treaty pact accord talk negotiation
    summit meeting vote election result poll debate performance conduct behaviour behavior action inaction failure
    silence use lack cut rise hike increase price profit market industry sector trade business project scheme
    initiative change shift process procedure standard requirement mandate restriction requirement limit loophole
    confidence trust morale ambition aspiration dream chance prospect recovery growth progress peace stability unity
    security safety justice truth fact science evidence criticism opposition dissent protest rivals opponent critic
    rival foe enemy ally nation country state city town community society public electorate base generation
    overhaul reform package spending stimulus bailout budget agenda crackdown lockdown mandate amendment resolution motion
    proposition treatment rollout launch merger takeover pipeline rhetoric message slogan narrative decision-making
    timing tactic tone stance pledge promise commitment excuse answer apology denial boycott sanction tariff deal-making
    world west internet media press establishment elite family life lives mind heart conscience
    """
)
"""Lemmas."""

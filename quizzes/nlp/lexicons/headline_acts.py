"""What the verbs of headlines tell, and nouns for what somebody is for or against.

Own list of general English. Each row: words, then what they tell, as the
end of a sentence that begins with the word; two headlines whose verbs stand in different rows tell an event in different ways.
"""

from __future__ import annotations

from functools import cache

from quizzes.nlp.lexicons.derived import rows_of
from quizzes.nlp.lexicons.speech import inflected
from quizzes.nlp.lexicons.word_choices import groups

VERBS = """
ask, request, invite: tells of a request, which can be refused
beg, plead: tells of a request made in need
use, enlist, deploy: makes somebody the tool of somebody else
urge, press, push, lobby: tells of pressure to act
recommend, suggest, advise: tells of advice
demand, insist: tells of a demand, which takes no refusal
order, force, compel, command: tells of an order, which has to be obeyed
defend, justify: tells of somebody who stands up for what others attack
challenge, question, dispute, doubt, contest: tells of doubts
criticize, criticise, fault, chide, rebuke, condemn, denounce: tells of criticism
bash, slam, blast, rip, hammer, pummel, lambaste: makes criticism sound like blows
fume, rage, infuriate, anger, enrage, outrage: tells of anger
mourn, grieve: tells of grief
stun, shock, amaze, astonish: tells of a feeling, not of a deed
enjoy, celebrate, cheer, savour, savor: tells of a good mood, not of what happened
win, beat, clinch, defeat, secure: tells of a result
hear, listen: tells only that somebody listens
say, tell, speak, talk, comment: tells only that somebody speaks
release, publish, post, share, issue: tells that somebody makes something public
communicate, correspond, message, contact: tells of contact between two sides
reveal, expose, uncover, leak: tells that something hidden comes out
receive, get: tells only what came to somebody
sue: tells of a step to court
spur, trigger, spark, prompt: tells what came of an event
shoot, kill, wound, injure: tells what was done to people
arrest, detain: tells that the police have caught somebody
identify: tells that it is now known who somebody is
accuse, blame: tells of an accusation
promise, vow, pledge: tells of a promise
warn, threaten: tells of a warning
deny, reject, refuse: tells of a no
admit, concede, acknowledge: tells of something given up in a dispute
apologize, apologise, regret: tells of guilt that is felt
"""
STANCES = """
belief, support, backing, endorsement: says what somebody is for
opposition, resistance, rejection, objection: says what somebody is against
"""


@cache
def _acts() -> dict[str, str]:
    [rows] = groups(VERBS)
    forms = {form: rows[verb] for verb in rows for form in inflected(verb)}
    return forms | {form: rows[verb] for form, verb in rows_of("irregular_verbs") if verb in rows}


def act_tells(verb: str) -> str | None:
    """What a headline's verb tells, in any of its forms; None where no table has it."""
    return _acts().get(verb.casefold())


def stance_tells(noun: str) -> str | None:
    """Whether a noun says what somebody is for or against."""
    [rows] = groups(STANCES)
    return rows.get(noun.casefold())

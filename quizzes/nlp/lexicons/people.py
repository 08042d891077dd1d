"""Nouns for people, so that "a contractor was killed" counts one and "a bridge was hit" counts nobody.

Derived from WordNet: every noun below *person* that is mostly used for people (`people`), and the names for people of a
nation, a faith or a party (`people_of_name`); the supplements and exclusions here say why they are made by hand.
"""

from __future__ import annotations

from quizzes.nlp.lexicons.derived import words_of
from quizzes.nlp.lexicons.wordlists import words

COUNTED_BY = words("people body other human family couple crew troop troops local personnel")
"""What news counts people by that is no noun below *person*: "12 bodies", "four others", "a family of five"."""
NEWER = words(
    """
    asylum-seeker barista biker carer co-conspirator co-founder concertgoer congressperson
    councilmember coworker crewmember dual-national ex-convict ex-felon ex-offender festivalgoer
    first-responder gamer gunmen homebuyer influencer jihadi kayaker neo-nazi olympian
    paralympian podcaster poacher protestor returnee servicemember servicewoman snorkeler snorkeller stallholder
    streamer stuntman tween vlogger youtuber zookeeper
    """
)
"""Not in WordNet 3.0, or not in this spelling or as a noun for a person."""
MORE_OFTEN_PEOPLE_NOW = words(
    """
    adult agent barber boater bomber builder casualty cleaner commuter diner dishwasher florist goalie goalkeeper
    goaltender guide herder homeless host lumberjack mason medic midfielder miller nanny neighbour paramilitary
    publisher queen racer rapper smoker trainer
    """
)
"""People in half of their meanings or fewer as WordNet counts them: in news the person is meant where such nouns are
counted or speak ("two bombers", "a publisher said")."""
RARELY_PEOPLE = words(
    """
    apache baster batter buster closer coaster cropper feller finisher harper indexer knocker leveler
    leveller loader locator longer modern mounter ordinary packer passer peeler plier premier preserver prey
    primate prior puke regular ringer rover scratcher shaker shaver skidder stacker stiff super superior tacker tagger
    tripper waster whale whiz wrecker yielder
    """
)
"""Below *person* in WordNet, whose texts have them too seldom to tell; in news they are things, animals or adjectives."""

PEOPLE = (
    words_of("people")
    | {name.casefold() for name in words_of("people_of_name")}
    | COUNTED_BY
    | NEWER
    | MORE_OFTEN_PEOPLE_NOW
) - RARELY_PEOPLE
"""Lemmas, folded."""

IRREGULAR = {
    "people": "person",
    "men": "man",
    "women": "woman",
    "children": "child",
    "gunmen": "gunman",
    "policemen": "policeman",
    "servicemen": "serviceman",
    "firemen": "fireman",
    "wives": "wife",
    "troops": "troop",
    "personnel": "personnel",
    "lives": "life",
}
"""Plurals that the lemmatizer may leave as they are."""

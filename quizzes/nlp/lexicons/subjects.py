"""Words that show what an article is about, where that makes figures of speech literal: "fiery" tells nothing of a blaze.

Own lists of general English: what reports on each subject can hardly do without.
"""

from __future__ import annotations

from quizzes.nlp.lexicons.wordlists import words

SUBJECTS = {
    "fire": words(
        "firefighter firefighters blaze wildfire wildfires arson smoke flames extinguish extinguished burned burnt bushfire"
    ),
    "war": words(
        """troops soldiers missile missiles rockets airstrike airstrikes shelling artillery militants insurgents rebels
        battalion ceasefire frontline warplanes jihadists gunmen bombing militia militias fighters casualties"""
    ),
    "weather": words(
        """rain rainfall snow snowfall hurricane forecasters meteorologist meteorologists inches winds mph tornado
        thunderstorms flooding blizzard storms temperatures floodwaters landfall rivers"""
    ),
    "sport": words(
        """quarterback touchdown touchdowns playoffs playoff innings inning goalkeeper midfielder striker league championship
        halftime batting wicket wickets rebounds roster semifinal semifinals quarterfinal penalty baseline preseason
        linebacker receiver interception fumble homer dunk knockout defender equaliser kickoff ballpark stadium scored
        teammates coach coached"""
    ),
    "crash": words(
        """crash crashed collided collision driver pilot highway motorway motorist motorists pedestrian pedestrians wreckage
        derailed runway fuselage cockpit passengers cyclist lanes vehicle"""
    ),
    "crime": words(
        """gunman shooter shooting stabbing homicide detectives robbery burglary suspect assault handcuffed murder sheriff
        deputies gunshot stabbed victim paramedics"""
    ),
    "health": words(
        "patients hospital virus disease vaccine symptoms doctors infection outbreak cancer tumor tumour surgery clinic"
    ),
}

FEWEST = {"sport": 5, "crash": 3, "crime": 4, "war": 4, "weather": 4, "fire": 3, "health": 4}
"""Different words of a list that an article on the subject has at least: a game or a storm may be mentioned in passing."""

"""Words by which a figure of one kind is known wherever it stands: a crowd, a margin, a speed of the wind, damage, a journey.

Own lists of general English, from the entries of a thesaurus for each of the first words; no text was counted for them.
"""

from __future__ import annotations

from quizzes.nlp.lexicons.people import PEOPLE
from quizzes.nlp.lexicons.wordlists import words

ATTENDED, MARGIN, WIND, SPEED, DAMAGE, SIDELINED, TRIP = (
    "attended",
    "margin",
    "wind speed",
    "speed",
    "damage",
    "time out of action",
    "length of the trip",
)
"""The names of such measures."""
TURNOUT = "turnout"
DEPTH = "depth"

TYPED = frozenset({ATTENDED, MARGIN, WIND, SPEED, DAMAGE, SIDELINED, TRIP, TURNOUT, DEPTH})
"""Measures of which a happening has one: two articles that give it give it of the same thing, whatever words they use."""

BELOW = frozenset({"below", "beneath", "under"})
GROUND = frozenset({"ground", "surface", "earth"})
"""What something lies so and so far below."""
CROWDS = words("crowd audience gathering mob turnout throng assembly congregation")
"""What so and so many people make ("a crowd of 400")."""
ONLOOKERS = words(
    "spectator onlooker attendee concertgoer moviegoer partygoer worshipper worshiper churchgoer festivalgoer"
)
"""Who is there to see: the number of them is the attendance."""
VISITORS = (ONLOOKERS | PEOPLE | words("fan marcher mourner striker")) - words(
    "soldier troop policeman officer police personnel firefighter rescuer fighter gunman militant marine guard suspect"
)
"""Who may come to what is held: anybody but those who are sent."""
COME = words("come turn gather attend rally march assemble flock show demonstrate protest watch")
"""What a crowd does of itself."""
MARCH = words("march rally demonstrate protest")
"""What only a crowd does."""
FILL = words("fill pack crowd jam throng")
"""What a crowd does to a room or a square."""
DRAW = words("draw attract pull address tell")
"""What an event or a speaker does to a crowd."""
TALLIED = words("count estimate number")
"""What police or organizers do to a crowd."""
HELD = words(
    """
    meeting rally match game concert vigil march protest demonstration hearing festival fair ceremony funeral service parade
    assembly forum session debate show event gathering party speech opening fixture final derby picket memorial wedding
    conference congress convention premiere screening reading lecture walk tour marathon race regatta tournament
    """
)
"""What people come to."""
PLACES = words(
    "gym hall church stadium arena square street room auditorium theater theatre chamber park plaza cathedral"
)
"""What a crowd fills."""

MARGINS = words("margin lead majority gap difference")
"""What lies between the first and the second."""
WINNING = words("fail pass win lead lose trail beat defeat prevail triumph")
"""Verbs whose "by 40 votes" gives a margin."""
BALLOTS = words("vote ballot")

MOVING = words("travel go drive race move fly run speed sail ride come roll hurtle")
"""Verbs of what has a speed: a limit has none."""
WINDS = words("wind gust gale storm hurricane typhoon cyclone squall tornado")
GUSTING = words("gust blow")
PER_HOUR = (("per", "hour"), ("an", "hour"), ("a", "hour"))

DAMAGED = words("damage")
"""What is destroyed, in money; the plural is what a court awards."""

MISSING = words("miss")
OUT = words("out sidelined absent")
AWAY = words("absence layoff")

TRIPS = words("ride trip journey commute drive flight crossing voyage")
VEHICLES = words("bus train plane coach ferry boat car tram subway metro")
SITTING = words("sit ride travel spend")

"""What is left or right, what lies north or south, and what has a colour by which witnesses know it. Own lists of general English."""

from __future__ import annotations

from quizzes.nlp.lexicons.wordlists import words

SIDES = frozenset({"left", "right"})
PAIRED = words(
    """
    arm leg hand foot knee ankle shoulder hip wrist elbow eye ear thigh calf hamstring lung kidney shin heel thumb finger
    toe cheek temple collarbone forearm groin wing engine tyre tire biceps achilles quadriceps femur shoe glove
    """
)
"""Parts of a body or machine of which there is one on each side."""
QUARTERS = {
    word: quarter
    for quarter, forms in (
        ("north", "north northern"),
        ("south", "south southern"),
        ("east", "east eastern"),
        ("west", "west western"),
        ("inner", "inner"),
        ("outer", "outer"),
        ("upper", "upper"),
        ("lower", "lower"),
        ("front", "front"),
        ("back", "back rear"),
    )
    for word in forms.split()
}
"""Words for where a part of a building or shore lies, with the word that they come down to."""
LAID_OUT = words(
    """
    bank wing entrance exit gate door gateway tower shore pier wall stairwell staircase stairway slope face tunnel pillar
    porch jetty quay breakwater embankment riverbank carriageway corridor courtyard balcony terrace turret parapet
    """
)
"""Parts of a building or shore of which there are two or more."""
COLOURS = words(
    "black white red blue green yellow grey gray silver orange purple brown pink beige gold maroon"
)
SEEN = words(
    """
    car van truck lorry sedan suv pickup motorcycle motorbike scooter bus taxi minivan jeep hatchback limousine bicycle
    jacket hoodie sweatshirt coat shirt cap beanie mask dress balloon boat helicopter plane
    """
)
"""Vehicles and clothes, which witnesses tell by their colour."""

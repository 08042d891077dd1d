"""What is left or right, and what has a colour by which witnesses know it. Own lists of general English."""

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

"""Words by which news tells one deed: of two articles one says that the senator quit, the other that she resigned."""

from __future__ import annotations

from quizzes.nlp.lexicons.wordlists import words

SAME_DEEDS = tuple(
    map(
        words,
        (
            "die died dies dead kill killed shoot shot slain murdered death killing murder shooting",
            "resign resigned resigns resigning quit quits stepped left departed resignation departure",
            "dismiss oust sack fire fired dismissed ousted sacked removed terminated firing dismissal ouster",
            "win won beat beaten defeat defeated lost unseated toppled trounced routed victory loss upset",
            "released issued published unveiled presented reported release publication report",
            "returned turned headed diverted landed return",
            "pass passed approve approved adopted cleared voted vote passage approval",
            "posted shared uploaded tweeted tweet photo photos post video clip",
            "announced declared proclaimed announcement declaration",
            "arrest arrested detained seized detention",
            "indict charged indicted charges indictment",
            "sue filed sued lawsuit suit filing",
            "spoke speech remarks address comments",
            "meet met meeting talks summit",
            "signed enacted signing enactment",
            "fell dropped buried blanketed snowfall",
            "strike struck hit crash crashed collide collided collision",
            "named chosen picked appointed nominated nomination appointment choice",
            "launched introduced started opened launch introduction start opening",
        ),
    )
)
"""Own lists of general English, in the forms in which dates hang on them."""
DEED_OF = {word: number for number, deed in enumerate(SAME_DEEDS) for word in deed}

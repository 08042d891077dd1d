"""Parts that one person plays in an event, with the words by which news tells of it. Own lists of general English."""

from __future__ import annotations

_CALLED = r"(?:the )?(?:police|911|999|000|112|emergency services|fire (?:brigade|department|service)|coastguard|an? ambulance)"
PARTS = {
    "who raised the alarm": (
        rf"(?:raised|sounded) the alarm|(?:called|phoned|rang|telephoned|dial+ed) {_CALLED}|called for help"
        r"|alerted (?:the )?(?:police|authorities|emergency services|staff|neighbou?rs|crew|coastguard)"
        r"|made the (?:911|999|emergency) call"
    ),
    "who was driving": (
        r"(?:was|were|had been) (?:driving|at the wheel|behind the wheel|the driver)|(?:had|took) the wheel"
    ),
    "who was at the controls": r"(?:was|had been) (?:flying|at the controls|the pilot|at the helm)|had the helm",
    "who made the motion": r"(?:made|brought|moved|introduced|put|proposed|tabled|offered) the motion",
    "who seconded": r"seconded (?:it|the motion)",
    "who cut the ribbon": r"cut the ribbon",
    "who read the verdict": r"read (?:out )?the (?:verdict|sentence)",
    "who found the body": (
        r"(?:found|discovered|came (?:across|upon)|stumbled (?:on|upon|across)) (?:the|his|her|a) (?:\w+ )?(?:body|bodies|remains)"
    ),
    "who was last to see": r"was the last (?:person )?to see",
    "who shot first": r"fired (?:the )?first",
}
"""What stands behind the one who did it."""
BEHIND = {
    "who raised the alarm": r"(?:alarm|call)(?: was| had been)? (?:raised|sounded|made) by|(?:alarm|call) came from",
    "who made the motion": r"motion (?:came from|was (?:made|brought|moved|proposed|introduced) by)",
    "who found the body": r"(?:body|remains) (?:was|were|had been) (?:found|discovered) by",
    "who was driving": r"driven by",
}
"""What stands before the one who did it."""

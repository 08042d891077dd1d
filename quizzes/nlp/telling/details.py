"""What is said of a happening, by one telling of it or by all that an article gives."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(kw_only=True)
class Details:
    """When and where it was, who did it to whom by what means, and whose it is by name: each list in order of telling.

    `dates` and `names` as in Happening; `agents` are keys of `actors.py`, `targets` lemmas.
    """

    dates: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    agents: list[str] = field(default_factory=list)
    targets: list[str] = field(default_factory=list)
    means: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)

    def add_details(self, more: Details) -> None:
        """Take over what another telling of the same happening adds."""
        for mine, new in zip(self.lists(), more.lists(), strict=True):
            mine.extend(x for x in new if x not in mine)

    def lists(self) -> tuple[list[str], ...]:
        return self.dates, self.places, self.agents, self.targets, self.means, self.names

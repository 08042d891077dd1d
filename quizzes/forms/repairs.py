"""What a teacher does about a wrong key: the policy, the answer that is right (as a student would give it), why, and where."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.http import QueryDict

from quizzes.flows.repairing import RepairRefused, Wanted, plan
from quizzes.forms.answers import answer_from
from quizzes.items.types import ItemKind
from quizzes.models import Assignment, FrozenItem
from quizzes.scoring.repairs import TAKES_KEY, Policy, Repair
from quizzes.scoring.responses import ResponseMalformed

WORDS = {
    Policy.ACCEPT_ALSO: ("Accept another answer too", "Both keys earn the points. Nobody loses any."),
    Policy.REPLACE: ("Replace the key", "Only the new key earns the points. Some may lose theirs."),
    Policy.FULL_CREDIT: ("Full points for everybody", "Also for who left it blank. Nobody loses any."),
    Policy.LEFT_OUT: ("Leave the item out", "It counts for nobody: the total is smaller by its points."),
}


class RepairForm(forms.Form):
    """`needs_reason` False is for looking at what would change: nothing is made of it yet."""

    keeps_better = forms.BooleanField(
        label="Nobody loses points: who was right by the old key keeps them", required=False
    )
    reason = forms.CharField(
        label="Why",
        max_length=300,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        help_text="Kept in the record of the class. Students see it beside the item.",
        error_messages={"required": "Write why, so that colleagues and students can follow it."},
    )

    def __init__(
        self,
        data: QueryDict | None = None,
        *,
        item: FrozenItem,
        others: Sequence[Assignment] = (),
        needs_reason: bool = True,
    ) -> None:
        super().__init__(data)
        self.item, self.others = item, others
        policies = [p for p in Policy if item.kind != ItemKind.OPEN or p not in TAKES_KEY]
        self.fields["policy"] = forms.ChoiceField(
            choices=[(p.value, WORDS[p][0]) for p in policies],
            error_messages={"required": "Choose what to do.", "invalid_choice": "Choose what to do."},
        )
        self.fields["also"] = forms.MultipleChoiceField(
            choices=[(str(a.pk), str(a.classroom)) for a in others],
            required=False,
            error_messages={"invalid_choice": "One of these classes is not among yours any more."},
        )
        self.fields["reason"].required = needs_reason

    @property
    def policies(self) -> list[tuple[str, str, str, bool]]:
        """Value, name, what it does, whether it is chosen."""
        chosen = self["policy"].value()
        return [(p.value, *words, p.value == chosen) for p, words in WORDS.items() if self._offers(p)]

    def _offers(self, policy: Policy) -> bool:
        return any(value == policy.value for value, _ in self.fields["policy"].choices)  # type: ignore[attr-defined]

    @property
    def takes_key(self) -> bool:
        """True where some policy on offer asks for a new key."""
        return self._offers(Policy.REPLACE)

    @property
    def answer(self) -> Any:
        """What stands in the fields of the new key; None where nothing does, or nothing that can be read."""
        if not isinstance(self.data, QueryDict):
            return None
        try:
            return answer_from(self.item, self.data)
        except ResponseMalformed:
            return None

    @property
    def chosen_elsewhere(self) -> list[Assignment]:
        ticked = self.cleaned_data.get("also", [])
        return [a for a in self.others if str(a.pk) in ticked]

    @property
    def ticked_elsewhere(self) -> list[tuple[Assignment, bool]]:
        ticked = self["also"].value() or []
        return [(a, str(a.pk) in ticked) for a in self.others]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if policy := cleaned.get("policy"):
            wanted = Wanted(Policy(policy), self.answer, cleaned.get("keeps_better", False))
            try:
                cleaned["repair"] = plan(self.item, wanted)
            except RepairRefused as refusal:
                self.add_error("policy", str(refusal))
            cleaned["wanted"] = wanted
        return cleaned

    @property
    def repair(self) -> Repair | None:
        """The repair that stands in the form, where it is whole."""
        found: Repair | None = self.cleaned_data.get("repair") if self.is_bound else None
        return found

"""The form by which a student joins a class."""

from __future__ import annotations

from django import forms
from django.core.validators import RegexValidator

from quizzes.forms.names import LONGEST, clean_name
from quizzes.models.people import CODE_LENGTH, PIN_LENGTH, fold_code

DIGITS = RegexValidator(rf"^[0-9]{{{PIN_LENGTH}}}\Z", f"A PIN has {PIN_LENGTH} digits.")


class JoinForm(forms.Form):
    """Code, display name, PIN; `new` is set by the second step, where a new name asks to be let in."""

    code = forms.CharField(
        label="Class code",
        max_length=20,
        help_text="Six letters and digits: your teacher shows them.",
        widget=forms.TextInput(
            attrs={"autocapitalize": "characters", "autocomplete": "off", "spellcheck": "false"}
        ),
    )
    name = forms.CharField(
        label="Your name in this class",
        max_length=LONGEST,
        help_text="As your teacher has it on the list.",
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    pin = forms.CharField(
        label="Your PIN",
        max_length=PIN_LENGTH,
        strip=True,
        validators=[DIGITS],
        help_text="Four digits. New here? Think of four digits and keep them to yourself.",
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "pattern": "[0-9]*"}),
    )
    new = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def clean_code(self) -> str:
        code = fold_code(self.cleaned_data["code"])
        if len(code) != CODE_LENGTH:
            raise forms.ValidationError(f"A class code has {CODE_LENGTH} letters and digits.")
        return code

    def clean_name(self) -> str:
        return clean_name(self.cleaned_data["name"])

"""What a student asks and what the teacher answers."""

from __future__ import annotations

from django import forms

from quizzes.flows.asking import LONGEST, LONGEST_ANSWER


class QuestionForm(forms.Form):
    text = forms.CharField(
        max_length=LONGEST,
        error_messages={
            "required": "There was no text in it.",
            "max_length": f"A question has {LONGEST} characters at the most.",
        },
    )


class AnswerForm(forms.Form):
    answer = forms.CharField(
        max_length=LONGEST_ANSWER,
        error_messages={"required": "Write an answer, or say that none is needed."},
    )

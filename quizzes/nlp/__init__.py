"""Reading one article, and comparing several: text and spaCy in, frozen dataclasses out.

May import spaCy and the standard library, never Django, items or models. Start at `reading.py` (one article)
and `comparing.py` (a story); `types.py` has every value that leaves here. Imports go one way: texts, written →
saying (whose words), telling (what happened) → measuring (figures, claims), framing (labels, tones) → reading; occurrences → findings.
"""

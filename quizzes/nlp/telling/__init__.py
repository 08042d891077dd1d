"""What happened, when, where and to whom: happenings in one article, occurrences across articles.

Start at `happenings.py` and `occurrences.py`; the latter needs no spaCy. May import `written`.
"""

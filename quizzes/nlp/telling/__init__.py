"""What happened, when, where and to whom: happenings in one article, occurrences across articles.

Start at `happenings.py` (an article's tellings put into threads, `threads.py`) and `occurrences.py` (happenings of articles
joined, `candidates.py`, `kin.py`; claims that no noun ties to one, `dated_deeds.py`, `central.py`); the latter need no spaCy.
May import `written`.
"""

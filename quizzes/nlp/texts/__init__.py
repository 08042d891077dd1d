"""An article's text before any parse: from bytes to words, its passages, what it states of itself. Never spaCy.

Start at `intake.py`.
"""

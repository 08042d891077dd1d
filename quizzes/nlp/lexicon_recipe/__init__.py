"""Makes the tables in `lexicons/wordnet` from WordNet's files; run by hand, imported by nothing.

Start at `__main__.py` (which tables, from what); `database.py` reads WordNet. README.md says how to run it.
"""

"""From findings to item drafts: stem, options, key, proof, rationale, and the checks an item must pass.

May import `quizzes.nlp.types` and the standard library, never spaCy or Django. Start at `drafting.py`.
"""

"""From findings to item drafts: stem, options, key, proof, rationale, and the checks an item must pass.

May import `quizzes.nlp.types` and what else of `quizzes.nlp` is free of spaCy, never Django. Start at `drafting.py`, then `proof.py`.
"""

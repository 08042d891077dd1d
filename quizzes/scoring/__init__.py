"""From a response and a key to points: pure functions, one module for each family of item kinds.

May import `quizzes.items.types`, `quizzes.nlp.written.figures` and the standard library, never Django. Start at `points.py`;
the JSON shapes of responses are in `responses.py`, what a class's scores add up to in `statistics.py`, and what they say
of items and of the quiz in `analysis/`, which alone may use numpy and scipy.
"""

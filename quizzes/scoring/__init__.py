"""From a response and a key to points: pure functions, one module for each family of item kinds.

May import `quizzes.items.types` and the standard library, never Django. Start at `points.py`.
"""

"""The one app of MediaQuiz.

Imports go one way: nlp → items, scoring, exchange (pure Python) → models → access, flows, reports → tasks,
forms, views, commands → urls. Start reading at `flows/`: one module for each journey.
"""

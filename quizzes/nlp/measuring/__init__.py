"""Figures and what they measure: from "at least 22 people were killed" to a claim, and the happening it is about.

Start at `claims.py`; a measure is a row in `measures.py`. May import `written` and `telling`.
"""

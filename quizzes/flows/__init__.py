"""The journeys that write: importing, reading, drafting, assigning, joining, taking, grading.

A flow takes model instances and plain values by keyword, opens one transaction, returns the new thing, and raises
narrow errors. May import models, nlp, items, scoring; never requests or templates.
"""

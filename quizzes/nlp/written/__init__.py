"""Values as they are written: figures, clock times, dates. No parser: a page reads a student's figure with these too.

Start at `figures.py`.
"""

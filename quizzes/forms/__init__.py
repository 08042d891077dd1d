"""Strings from a page into the values that flows take: one module for each desk, as in views.

A form refuses what no flow could use, in words for the person at the desk. May import models and flows' constants.
"""

"""Reads for pages: few queries in, frozen dataclasses out; no HTML, no requests, nothing written.

One module for each desk: home, matrix (teachers), results and grading (instructors).
"""

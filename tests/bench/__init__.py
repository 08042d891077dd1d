"""Measurements, never assertions: `make bench` prints how fast the program reads and compares, and what it needs.

Each module measures one thing and prints a small table. Start at `__main__.py`.
"""

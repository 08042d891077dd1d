"""What a comparison shows, a module for each kind of finding.

Every module has one function from a `Side` (the articles of a story, side by side) to findings. Nothing
here imports spaCy: findings rest on readings and claims alone, so a web process can make them again.
Start at `side.py`.
"""

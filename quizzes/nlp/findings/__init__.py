"""What a comparison shows, a module for each kind of finding.

Every finder is a function from a `SideBySide` (the articles of a story) to findings. Nothing here imports
spaCy: findings rest on readings and claims alone, so a web process can make them again. Start at
`side_by_side.py`; how two figures stand to each other is in `relations.py`.
"""

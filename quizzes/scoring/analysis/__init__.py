"""What the scores of many students say of a quiz and its items: one small function for each figure, its formula in sight.

May import numpy and, in `quantiles.py` alone, `scipy.special`; knows no items, models or pages. What cannot be computed
is None, never 0. Start at `items.py`; who marks alike is in `kappa.py`.
"""

"""How far a figure from so few students can be trusted: the interval beside each."""

from __future__ import annotations

from dataclasses import dataclass
from math import atanh, sqrt, tanh

from quizzes.scoring.analysis.quantiles import CONFIDENCE, beta_quantile, f_quantile, two_sided


@dataclass(frozen=True)
class Interval:
    low: float
    high: float

    def lies_above(self, bound: float) -> bool:
        return self.low > bound

    def lies_below(self, bound: float) -> bool:
        return self.high < bound


def wilson(share: float, n: float, confidence: float = CONFIDENCE) -> Interval | None:
    """Of a share among n: (p + z²/2n ± z √(p(1−p)/n + z²/4n²)) / (1 + z²/n). Wilson (1927), JASA 22, 209-212.

    Never leaves 0 to 1, and keeps its promise for small n and shares near 0 or 1. None for nobody.
    """
    if n <= 0:
        return None
    z = two_sided(confidence)
    centre = share + z * z / (2 * n)
    half = z * sqrt(share * (1 - share) / n + z * z / (4 * n * n))
    low, high = ((centre + end) / (1 + z * z / n) for end in (-half, half))
    return Interval(max(0.0, min(low, share)), min(1.0, max(high, share)))  # floats end a hair beside 0 and 1


def fisher(r: float | None, n: float, confidence: float = CONFIDENCE) -> Interval | None:
    """Of a correlation of n pairs: tanh(artanh r ± z / √(n−3)). Fisher (1921), Metron 1, 3-32.

    None for fewer than four pairs, and for r = ±1, of which it would promise too much.
    """
    if r is None or n <= 3 or abs(r) >= 1 - 1e-9:
        return None
    half = two_sided(confidence) / sqrt(n - 3)
    return Interval(tanh(atanh(r) - half), tanh(atanh(r) + half))


def feldt(alpha: float | None, students: int, items: int, confidence: float = CONFIDENCE) -> Interval | None:
    """Of Cronbach's α: 1 − (1−α) F, with F's quantiles at n−1 and (n−1)(k−1) degrees of freedom.

    Feldt (1965), Psychometrika 30, 357-370; Feldt, Woodruff & Salih (1987), Applied Psychological Measurement 11, 93-103.
    """
    if alpha is None or students < 2 or items < 2:
        return None
    tail, above, below = (1 - confidence) / 2, students - 1, (students - 1) * (items - 1)
    low, high = (1 - (1 - alpha) * f_quantile(p, above, below) for p in (1 - tail, tail))
    return Interval(low, high)


def mastery(earned: float, possible: float, confidence: float = 0.80) -> Interval | None:
    """Where a student's true share lies after `earned` of `possible` points: quantiles of Beta(1 + earned, 1 + missed).

    Bayes (1763) with a flat prior, Beta(1, 1): before any item every share is as likely as another. None for no points.
    """
    if possible <= 0:
        return None
    tail, missed = (1 - confidence) / 2, possible - earned
    low, high = (beta_quantile(p, 1 + earned, 1 + missed) for p in (tail, 1 - tail))
    return Interval(low, high)

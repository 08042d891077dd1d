"""Quantiles of the distributions that intervals are made of; the one place that knows scipy."""

from __future__ import annotations

from statistics import NormalDist

from scipy.special import betaincinv, fdtri

CONFIDENCE = 0.95
"""Of the intervals on pages, unless another is named."""


def normal_quantile(p: float) -> float:
    return NormalDist().inv_cdf(p)


def two_sided(confidence: float) -> float:
    """z such that a standard normal figure lies within ±z with this probability: 1.96 for 95 %."""
    return normal_quantile((1 + confidence) / 2)


def f_quantile(p: float, above: float, below: float) -> float:
    """The p quantile of F with `above` and `below` degrees of freedom."""
    return float(fdtri(above, below, p))


def beta_quantile(p: float, a: float, b: float) -> float:
    return float(betaincinv(a, b, p))

"""What a terminal shows of a fault that needs no traceback."""

from __future__ import annotations

import logging
import sys

from mediaquiz.brief_log import BriefFormatter


def test_a_record_with_a_traceback_is_one_line() -> None:
    try:
        raise ValueError("no such name")
    except ValueError:
        record = logging.LogRecord("x", logging.ERROR, __file__, 1, "Not our name.", None, sys.exc_info())
    assert BriefFormatter("{message}", style="{").format(record) == "Not our name."

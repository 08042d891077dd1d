"""Messages for the terminal of whoever runs MediaQuiz, where a traceback would only hide what to do."""

from __future__ import annotations

import logging


class BriefFormatter(logging.Formatter):
    """The message alone: a traceback that the record carries is left out."""

    def formatException(self, ei: object) -> str:
        return ""

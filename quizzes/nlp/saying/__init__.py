"""Whose words are whose: quotation marks, cues, their scope, and who a mention stands for.

Start at `attributions.py`; may import `texts`.
"""

"""How one article frames what it tells, without looking at the others.

`labels.py` what it calls the actors and the act, `headlines.py` what its headline makes subject, act and object,
`tones.py` the words that judge. Works on the parsed article; what comes out is free of spaCy.
"""

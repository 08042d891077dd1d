"""The chaos run: simulated students take quizzes over HTTP while the site's own programs are killed, again and again.

`make chaos` starts the programs that `make run` starts, on a fresh data folder and this machine's own address, and
afterwards sets every acknowledgement that a student's device was given against the database. Start at `__main__.py`;
`checking.py` says what must hold.
"""

"""Pages of the web, where a teacher asks for one: which addresses may be asked, and how a page is fetched.

Pure like `nlp`: never imports Django. Start at `pages.py`; what is refused stands in `addresses.py`.
"""

"""HTTP in; form, flow or report; template or redirect out. One module for each desk: stories, items, quizzes,
classes (teachers), results and grading (instructors), join and attempts (students).

Every view begins with one call to `access` and holds no rule of its own.
"""

"""Grades and quizzes in other systems' formats, a module for each format. Pure Python, never Django."""

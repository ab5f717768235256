"""Lessons: a lesson as pages print it, and the list of all of them."""

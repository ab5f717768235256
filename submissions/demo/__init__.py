"""Invented organisations, people and submissions for the demo, made by the actions themselves.

Nothing of it is public.
"""

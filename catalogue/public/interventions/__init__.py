"""Interventions: the list with its cards, and the record of one."""

"""Answers: read from a form, a cell or JSON, checked, completed, filled in beforehand, and compared."""

"""The questions as a workbook (XLSX) that can be filled in without a connection, and its answers read back.

The first sheet has one row per question: its code (hidden), its topic, the question, help and example, and
the answer in column E.
"""

from submissions.spreadsheet.reading import read_workbook
from submissions.spreadsheet.writing import template

__all__ = ["read_workbook", "template"]

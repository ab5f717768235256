"""Small readings that answers are made of: texts, numbers, dates; and whether an answer is valid."""

"""Settings and the table of contents."""

"""From the tables in `fixtures/` to rows: read, check, write, report. The format is in docs/fixtures.md."""

"""The pages of the editorial team."""

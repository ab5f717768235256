"""What the editorial team sees and does."""

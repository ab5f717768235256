"""How fast, side by side with what."""

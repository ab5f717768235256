"""Scaling: what it takes to let a learn-and-work programme grow, and a self-check."""

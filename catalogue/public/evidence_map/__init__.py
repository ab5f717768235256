"""The evidence map: what is known about what, and where nobody looked yet."""

"""Proposals of organisations and their review."""

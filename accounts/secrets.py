"""Secrets that we give out and do not keep: of each only a digest is stored."""

import hashlib
import secrets

BYTES = 32


def new_secret(prefix: str = "") -> str:
    """Return a secret that nobody guesses."""
    return prefix + secrets.token_urlsafe(BYTES)


def digest_of(secret: str) -> str:
    """Return what is stored of a secret. It has 256 random bits, so a plain SHA-256 is enough; passwords need more."""
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()

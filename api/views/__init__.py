"""The views. `base` and `key_holders` have what they share; the others say which noun, filter and serializer."""

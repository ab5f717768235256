"""The serializers of the nouns, one file each. Everything that points at another noun gives its id."""

"""The addresses of the API. `doors` has what they share; the others say which noun, filter and shape."""

"""The pages with which an organisation submits: get, check, call, answer."""

"""The pages of an organisation that submits."""

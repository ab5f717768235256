"""allauth's forms in our words, each with what the components of a form want to know of its fields."""

"""What helps whoever fills in or reviews: who does it already, what a plan is worth, and what may point to a person."""

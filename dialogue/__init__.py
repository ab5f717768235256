"""What visitors and organisations say to the editors and to each other, and how long we keep it."""

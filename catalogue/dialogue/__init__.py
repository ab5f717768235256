"""What visitors and municipalities say to the editors and to each other: corrections, contact, following."""

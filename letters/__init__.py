"""Letters: one writer, and one outbox that sends them after the commit."""

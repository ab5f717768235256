"""People, the organisations they act for, how they sign in, and how often they may try."""

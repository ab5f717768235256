"""Lifelong learning (the question of MILLION): what is known of need, awareness and use, for whom, and what is not."""

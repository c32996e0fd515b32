"""A model that reads question and passage together: which sentences answer, and with which of their words.

Everything else compares texts that were read apart. The reader sees both at once: it tells the dead from the injured,
who beat from who was beaten, and what is told of a thing from what is asked of it. It is small, trained on stories that
were written for it (`stories/`, `training/`), and reads the best few passages alone (`again.py`).
"""

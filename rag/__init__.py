"""A question becomes a cited answer: ask, understand, retrieve, select, write, verify."""

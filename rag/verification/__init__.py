"""Is a sentence that a model wrote supported by what it cites? docs/verification.md tells how it is found out."""

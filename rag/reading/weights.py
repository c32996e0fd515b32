"""The tuned numbers of what the reader tells, all in one place."""

# What the reader's log-odds that a sentence answers are worth beside its score as evidence (`python -m eval.tune`).
READ = 0.3

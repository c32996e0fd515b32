"""Sentences that follow from what they cite and such as do not, made from the sample articles: the verifier's test.

Frozen before the verifier was tuned: a change here makes other figures, so none is made to suit the verifier.
"""

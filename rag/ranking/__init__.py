"""How passages and their sentences are ranked: channels fused, what they hold weighed, one slot a story."""

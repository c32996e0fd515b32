"""How quick Khabar is; never part of the tests."""

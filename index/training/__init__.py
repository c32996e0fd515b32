"""How the bundled bilingual model is made: `python -m index.training --help`. Not needed to run Khabar."""

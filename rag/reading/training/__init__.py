"""How the reader is made: `python -m rag.reading.training`."""

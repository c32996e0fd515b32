"""Adding articles from the page: who may, what a browser sent, the reading of it, and what the page shows of that."""

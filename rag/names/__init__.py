"""Names in questions and articles: known ones, those that an article lacks, those that bear a number."""

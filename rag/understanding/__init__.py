"""What a question says it wants: its kind of answer, its marks, its days."""

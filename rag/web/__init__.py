"""What the pages show: cards, reader, strings in two languages, style."""
